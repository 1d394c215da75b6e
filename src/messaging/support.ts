import type { Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import { isNamed } from './classification.js';
import type { Facts } from './model.js';
import type { CaseDuty, NeedFact, SendMessage } from './outcome.js';
import type { RuleId } from './rules.js';

const space = {
  case: ['1', '2', '3'],
  solved: ['no', 'yes'],
  department: ['known', 'unknown'],
  agent: ['known', 'unknown'],
} as const;

/** What the table answers. */
export type SupportAnswer =
  'bot-handles' | 'take-steps' | 'start-closing' | 'send-text' | 'need-department' | 'need-agent';

const rows: readonly Row<typeof space, RuleId, SupportAnswer>[] = [
  // L55.
  { rule: 'messaging/case-1', when: { case: '1' }, then: 'bot-handles' },
  // L57–59.
  {
    rule: 'messaging/case-2',
    when: { case: '2', solved: 'no' },
    then: 'take-steps',
    applies: ['messaging/case-2-call', 'messaging/case-2-locate', 'messaging/case-2-monitor'],
  },
  {
    rule: 'messaging/case-2-close',
    when: { case: '2', solved: 'yes' },
    then: 'start-closing',
    applies: ['messaging/close-when'],
  },
  // L61–65: a case without solution is not closed; solved, it is no case 3 any more.
  {
    rule: 'messaging/case-3-text',
    when: { case: '3', department: 'known', agent: 'known' },
    then: 'send-text',
    applies: ['messaging/case-3'],
  },
  // ME-23: the text names both.
  {
    rule: 'messaging/case-3-text',
    when: { case: '3', department: 'unknown' },
    then: 'need-department',
    applies: ['messaging/case-3'],
  },
  {
    rule: 'messaging/case-3-text',
    when: { case: '3', department: 'known', agent: 'unknown' },
    then: 'need-agent',
    applies: ['messaging/case-3'],
  },
];

/** What each of the manual's three cases asks for: 24 situations. */
export const supportTable = /* @__PURE__ */ decisionTable({
  name: 'messaging/support',
  hit: 'unique',
  facts: space,
  rows,
});

/** The case, and what is known of it: a situation of `supportTable`. */
export type SupportSeen = (typeof supportTable.situations)[number];
/** What a case asks for. `need-fact`: the text of case 3 names an agent and a department (ME-23). */
export type SupportOutcome =
  | { readonly action: 'bot-handles' | 'start-closing' }
  | { readonly action: 'take-steps'; readonly steps: readonly CaseDuty['action'][] }
  | SendMessage
  | NeedFact;
/** What `support` answers. Time changes nothing here: `validUntil` is `null`. */
export type SupportDecision = Decision<SupportOutcome, RuleId, SupportSeen>;

/** One of the manual's three cases. */
export interface SupportCase {
  /** 1: the user talks to the bot. 2: they made a ticket. 3: there is no immediate solution. */
  readonly case: 1 | 2 | 3;
  /** Looked at in case 2. Absent: no. */
  readonly isSolved?: boolean;
  /** Looked at in case 3, whose text names both. */
  readonly department?: string | null;
  readonly agent?: string | null;
}

const fixed = {
  'bot-handles': Object.freeze({ action: 'bot-handles' }),
  'start-closing': Object.freeze({ action: 'start-closing' }),
  'take-steps': Object.freeze({
    action: 'take-steps',
    steps: Object.freeze(['call-user', 'locate-user', 'monitor-case'] as const),
  }),
  'need-department': Object.freeze({ action: 'need-fact', fact: 'department' }),
  'need-agent': Object.freeze({ action: 'need-fact', fact: 'agent' }),
} as const satisfies Readonly<Record<Exclude<SupportAnswer, 'send-text'>, SupportOutcome>>;

/**
 * What a case asks for: nothing of a person while the bot handles it; the duties toward a user who made a ticket, until
 * it is solved; the text that says that it is looked into, by whom and in which department.
 *
 * Source: messaging L53–65.
 */
export function support({ case: number, isSolved = false, department, agent }: SupportCase): SupportDecision {
  const { at } = supportTable;
  const address =
    at.case[`${number}`] +
    (isSolved ? at.solved.yes : at.solved.no) +
    (isNamed(department) ? at.department.known : at.department.unknown) +
    (isNamed(agent) ? at.agent.known : at.agent.unknown);
  const { rule, then } = supportTable.row(address);
  const situation = supportTable.situations[address] as SupportSeen;
  const outcome: SupportOutcome =
    then === 'send-text'
      ? {
          action: 'send-message',
          template: 'case-3',
          data: { department: department as string, agent: agent as string },
        }
      : fixed[then];
  return { outcome, rule, situation, validUntil: null };
}

const dutySpace = {
  course: ['support', 'investigating'],
  call: ['owed', 'done'],
  location: ['owed', 'done'],
  text: ['owed', 'sent'],
} as const;

const dutyRows: readonly Row<typeof dutySpace, RuleId, CaseDuty['action'] | 'send-text'>[] = [
  // L59, in its order; a report that the case goes on leaves what is owed owed.
  { rule: 'messaging/case-2-call', when: { call: 'owed' }, then: 'call-user' },
  { rule: 'messaging/case-2-locate', when: { location: 'owed' }, then: 'locate-user' },
  // L63: once for each report (ME-22).
  { rule: 'messaging/case-3-text', when: { course: 'investigating', text: 'owed' }, then: 'send-text' },
  // L59: "hasta resolver".
  { rule: 'messaging/case-2-monitor', when: {}, then: 'monitor-case' },
];

/** What is open in a case that was not solved: 16 situations. */
export const caseTable = /* @__PURE__ */ decisionTable({
  name: 'messaging/case',
  hit: 'collect',
  facts: dutySpace,
  rows: dutyRows,
});

/** A row of `caseTable`. */
export type CaseRow = (typeof dutyRows)[number];

/** What is owed in a case that was not solved: a situation of `caseTable`. */
export type CaseSeen = (typeof caseTable.situations)[number];

/** The address of a case. */
export function caseAddress({ course, calledAt, locatedAt, caseTextSentAt }: Facts): number {
  const { at } = caseTable;
  return (
    (course === 'investigating' ? at.course.investigating : at.course.support) +
    (calledAt == null ? at.call.owed : at.call.done) +
    (locatedAt == null ? at.location.owed : at.location.done) +
    (caseTextSentAt == null ? at.text.owed : at.text.sent)
  );
}

/** A duty of a case, with its data. The text may need a fact before it can be sent. */
export function caseDuty(
  { rule, then }: CaseRow,
  { department, agent = null }: Facts,
): { readonly outcome: CaseDuty | SendMessage | NeedFact; readonly rule: RuleId } {
  if (then !== 'send-text') return { outcome: { action: then, by: agent }, rule };
  const { outcome, rule: asking } = support({ case: 3, department: department ?? null, agent });
  return { outcome: outcome as SendMessage | NeedFact, rule: asking };
}
