import { decisionTable, type Row } from '../kernel/table.js';
import type { CreateTicket, Escalate, Gap, InsistenceKind, NotCovered, ReadAnswer, TellClientToFile } from './model.js';
import type { RuleId } from './rules.js';

const space = {
  initial: ['none', 'in-term', 'overdue', 'term-unknown', 'answered'],
  // In order of weight: of several insistences the heaviest decides (RQ-10), so that an open one is not masked
  // by one that was answered, nor a possible delay by one that is in term.
  insistence: ['none', 'other-kind', 'answered', 'in-term', 'term-unknown', 'overdue'],
  client: ['unaware', 'dissatisfied', 'satisfied'],
} as const;

const open = ['in-term', 'overdue', 'term-unknown'] as const;
const some = [...open, 'answered'] as const;

/** An outcome without the data that it carries. `file`: who files is the second table's to say. */
export type Answer =
  | { readonly action: 'tell-max-date'; readonly case: 1 }
  | ReadAnswer
  | { readonly action: 'file'; readonly case: 3 | 4; readonly subject: InsistenceKind }
  | { readonly action: 'tell-insistence-max-date'; readonly case: 5 }
  | Escalate
  | {
      readonly action: 'not-covered';
      readonly gap: Gap;
      readonly question: string;
      readonly nearest: ReadAnswer | 'tell-insistence-max-date' | null;
    };

const checks: readonly RuleId[] = [
  'requirement/check-trigger',
  'requirement/check-1-max-date',
  'requirement/check-2-answer',
];
const allChecks: readonly RuleId[] = [...checks, 'requirement/check-3-insistence'];
const escalation: readonly RuleId[] = [...allChecks, 'requirement/no-further-requirement'];

const rows: readonly Row<typeof space, RuleId, Answer>[] = [
  // 1. Initial without answer, in term.
  {
    rule: 'requirement/case-1',
    when: { initial: 'in-term', insistence: 'none' },
    then: { action: 'tell-max-date', case: 1 },
    applies: checks,
  },
  // 2. Initial with answer, the client does not know.
  {
    rule: 'requirement/case-2',
    when: { initial: 'answered', insistence: 'none', client: 'unaware' },
    then: { action: 'read-answer', case: 2 },
    applies: [...checks, 'requirement/answer-can-be-read'],
  },
  // 3. Initial without answer, out of term.
  {
    rule: 'requirement/case-3',
    when: { initial: 'overdue', insistence: 'none' },
    then: { action: 'file', case: 3, subject: 'late-answer' },
    applies: [...checks, 'requirement/insist-only-after-deadline', 'requirement/subject-late'],
  },
  // 4. Initial with answer, the client does not agree.
  {
    rule: 'requirement/case-4',
    when: { initial: 'answered', insistence: 'none', client: 'dissatisfied' },
    then: { action: 'file', case: 4, subject: 'disagreement' },
    applies: [...checks, 'requirement/subject-disagree'],
  },
  // 5. Initial with answer + insistence without answer, in term.
  {
    rule: 'requirement/case-5',
    when: { initial: 'answered', insistence: 'in-term' },
    then: { action: 'tell-insistence-max-date', case: 5 },
    applies: allChecks,
  },
  // 6. Initial without answer + insistence answered, whatever the client thinks of it (RQ-13).
  {
    rule: 'requirement/case-6',
    when: { initial: open, insistence: 'answered' },
    then: { action: 'escalate-supervisor', case: 6, noNewRequirement: true },
    applies: escalation,
  },
  // 7. Initial with or without answer + insistence without answer, out of its own term (RQ-6).
  {
    rule: 'requirement/case-7',
    when: { initial: some, insistence: 'overdue' },
    then: { action: 'escalate-supervisor', case: 7, noNewRequirement: true },
    applies: escalation,
  },
  // 8. Initial with answer + insistence with answer, the client does not agree.
  {
    rule: 'requirement/case-8',
    when: { initial: 'answered', insistence: 'answered', client: 'dissatisfied' },
    then: { action: 'escalate-supervisor', case: 8, noNewRequirement: true },
    applies: escalation,
  },

  // What the eight leave open.
  {
    rule: 'requirement/check-trigger',
    when: { initial: 'none' },
    then: { action: 'not-covered', gap: 'no-initial-requirement', question: 'RQ-15', nearest: null },
  },
  {
    rule: 'requirement/case-5',
    when: { initial: open, insistence: 'in-term' },
    then: {
      action: 'not-covered',
      gap: 'both-open-insistence-in-term',
      question: 'RQ-3',
      nearest: 'tell-insistence-max-date',
    },
    applies: allChecks,
  },
  {
    rule: 'requirement/case-8',
    when: { initial: 'answered', insistence: 'answered', client: 'unaware' },
    then: {
      action: 'not-covered',
      gap: 'insistence-answer-unknown-to-client',
      question: 'RQ-4',
      nearest: { action: 'read-answer', case: 2 },
    },
    applies: allChecks,
  },
  {
    rule: 'requirement/check-trigger',
    when: { initial: 'answered', insistence: ['none', 'answered'], client: 'satisfied' },
    then: { action: 'not-covered', gap: 'nothing-to-do', question: 'RQ-5', nearest: null },
    applies: ['requirement/check-2-answer', 'requirement/check-3-insistence'],
  },
  {
    rule: 'requirement/check-1-max-date',
    when: { initial: 'term-unknown', insistence: 'none' },
    then: { action: 'not-covered', gap: 'deadline-unknown', question: 'RQ-17', nearest: null },
    applies: ['requirement/check-trigger'],
  },
  {
    rule: 'requirement/check-1-max-date',
    when: { initial: some, insistence: 'term-unknown' },
    then: { action: 'not-covered', gap: 'deadline-unknown', question: 'RQ-17', nearest: null },
    applies: ['requirement/check-trigger', 'requirement/check-3-insistence'],
  },
  {
    rule: 'requirement/check-3-insistence',
    when: { initial: some, insistence: 'other-kind' },
    then: { action: 'not-covered', gap: 'insistence-kind-not-covered', question: 'RQ-2', nearest: null },
    applies: ['requirement/check-trigger'],
  },
];

/** The law of `requirement`: the eight cases and what they leave open, in 90 situations. */
export const table = /* @__PURE__ */ decisionTable({ name: 'requirement', hit: 'unique', facts: space, rows });

const filingSpace = {
  product: ['meter', 'bottled', 'bulk', 'unknown'],
  meterFiling: ['client', 'contact-centre'],
} as const;

/** Who files; the case and the subject are the first table's. */
export type Filing =
  Pick<TellClientToFile, 'action' | 'contactCentreMayCreate'> | Pick<CreateTicket, 'action'> | NotCovered;

const filingRows: readonly Row<typeof filingSpace, RuleId, Filing>[] = [
  // L120, L122: meter customers file themselves …
  {
    rule: 'requirement/medidor-vs-envasado-granel',
    when: { product: 'meter', meterFiling: 'client' },
    then: { action: 'tell-client-to-file', contactCentreMayCreate: true },
    applies: ['requirement/cc-may-create'],
  },
  // … unless the opening, L10, is taken to overrule it (RQ-1).
  {
    rule: 'requirement/cc-may-create',
    when: { product: 'meter', meterFiling: 'contact-centre' },
    then: { action: 'create-ticket' },
    applies: ['requirement/medidor-vs-envasado-granel'],
  },
  // L120, L122: for bottled and bulk the contact centre files.
  {
    rule: 'requirement/medidor-vs-envasado-granel',
    when: { product: ['bottled', 'bulk'] },
    then: { action: 'create-ticket' },
    applies: ['requirement/cc-may-create'],
  },
  // RQ-16: nobody can tell who files.
  {
    rule: 'requirement/medidor-vs-envasado-granel',
    when: { product: 'unknown' },
    then: { action: 'not-covered', gap: 'product-unknown', question: 'RQ-16', nearest: null },
  },
];

/** Who files in cases 3 and 4. */
export const filingTable = /* @__PURE__ */ decisionTable({
  name: 'requirement/filing',
  hit: 'unique',
  facts: filingSpace,
  rows: filingRows,
});
