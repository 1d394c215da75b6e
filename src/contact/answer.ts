import type { Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import type { Offered, Statement } from './model.js';
import type { NotCovered, TakeSteps } from './outcome.js';
import type { RuleId } from './rules.js';

const space = {
  alternative: ['1', '2'],
  stance: ['yes', 'no'],
  refund: ['asked', 'no'],
  dates: ['given', 'no'],
} as const;

/** What `clientAnswer` sees of an answer. */
export interface AnswerSeen {
  readonly alternative: '1' | '2';
  /** `yes`: accepts, or is flexible. */
  readonly stance: 'yes' | 'no';
  readonly refund: 'asked' | 'no';
  readonly dates: 'given' | 'no';
}

/** The steps that an answer leads to, in order; or what the manual does not say about it. */
export type AnswerOutcome = TakeSteps | NotCovered;

const refund: TakeSteps = { action: 'take-steps', steps: ['refund-template', 'reverso'] };
const newSearch: TakeSteps = { action: 'take-steps', steps: ['ack-search', 'update-dates', 'rebroadcast'] };

const rows: readonly Row<typeof space, RuleId, AnswerOutcome>[] = [
  // L26: the note, then the date, then that mover.
  {
    rule: 'contact/alt1-accept-chat-note',
    when: { alternative: '1', stance: 'yes', refund: 'no' },
    then: { action: 'take-steps', steps: ['chat-note', 'change-date', 'assign-available-mp'] },
    applies: ['contact/alt1-accept-chat-text', 'contact/alt1-accept-change-date', 'contact/alt1-accept-assign'],
  },
  // L27: both: not accepted, and the refund asked for.
  {
    rule: 'contact/alt1-reject-refund',
    when: { alternative: '1', stance: 'no', refund: 'asked' },
    then: refund,
    applies: ['contact/refund-template', 'contact/refund-reverso'],
  },
  // CO-19: other dates instead: the same as with a flexible client.
  {
    rule: 'contact/alt2-flexible-ack',
    when: { alternative: '1', stance: 'no', refund: 'no', dates: 'given' },
    then: newSearch,
    applies: [
      'contact/alt2-flexible-warning',
      'contact/research-starts',
      'contact/research-update-system',
      'contact/research-rebroadcast',
    ],
  },
  // L30–32: dates: acknowledge, warn, and search anew.
  {
    rule: 'contact/research-starts',
    when: { alternative: '2', stance: 'yes', refund: 'no', dates: 'given' },
    then: newSearch,
    applies: [
      'contact/alt2-flexible-ack',
      'contact/alt2-flexible-warning',
      'contact/research-update-system',
      'contact/research-rebroadcast',
    ],
  },
  // L30: "en ESAS fechas": without dates there is nothing to search (CO-27).
  {
    rule: 'contact/alt2-flexible-ack',
    when: { alternative: '2', stance: 'yes', refund: 'no', dates: 'no' },
    then: { action: 'take-steps', steps: ['ack-search', 'await-dates'] },
    applies: ['contact/alt2-flexible-warning', 'contact/alt2-await-dates'],
  },
  // L35: both: not flexible, and the refund asked for.
  {
    rule: 'contact/alt2-not-flexible-refund',
    when: { alternative: '2', stance: 'no', refund: 'asked' },
    then: refund,
    applies: ['contact/refund-template', 'contact/refund-reverso'],
  },

  // What the manual leaves open.
  {
    rule: 'contact/alt1-reject-refund',
    when: { alternative: '1', stance: 'no', refund: 'no', dates: 'no' },
    then: { action: 'not-covered', gap: 'rejects-without-refund', question: 'CO-18', nearest: null },
  },
  {
    rule: 'contact/alt2-not-flexible-refund',
    when: { alternative: '2', stance: 'no', refund: 'no' },
    then: { action: 'not-covered', gap: 'not-flexible-without-refund', question: null, nearest: null },
  },
  {
    rule: 'contact/alt1-accept-chat-note',
    when: { alternative: '1', stance: 'yes', refund: 'asked' },
    then: { action: 'not-covered', gap: 'contradictory', question: null, nearest: { action: 'ask-again' } },
    applies: ['contact/alt1-reject-refund'],
  },
  {
    rule: 'contact/alt2-flexible-ack',
    when: { alternative: '2', stance: 'yes', refund: 'asked' },
    then: { action: 'not-covered', gap: 'contradictory', question: null, nearest: { action: 'ask-again' } },
    applies: ['contact/alt2-not-flexible-refund'],
  },
];

/** What the client's answer leads to: 16 situations. */
export const answerTable = /* @__PURE__ */ decisionTable({
  name: 'contact/answer',
  hit: 'unique',
  facts: space,
  rows,
});

/** What `clientAnswer` answers. Time changes nothing here: `validUntil` is `null`. */
export type AnswerDecision = Decision<AnswerOutcome, RuleId, AnswerSeen>;

const decisions = /* @__PURE__ */ answerTable.situations.map((situation, address): AnswerDecision => {
  const { rule, then } = answerTable.row(address);
  return Object.freeze({ outcome: Object.freeze(then), rule, situation, validUntil: null });
});

/**
 * What the client's answer to an alternative leads to. A refund is made only when it is asked for; a refund asked for
 * wins over dates given. A stance that belongs to the other alternative (`accepts` where dates were asked for) is refused by
 * `record` (`wrong-alternative`); here it counts for its counterpart.
 *
 * Source: manual-assignment L26–35.
 */
export function clientAnswer(alternative: Offered['alternative'], statement: Statement): AnswerDecision {
  const { at } = answerTable;
  const { stance, refund: asked, dates } = statement;
  // Who names other dates has not accepted the one that was offered.
  const isYes = stance === 'accepts' || (stance === 'flexible' && (alternative === 2 || asked));
  const address =
    (alternative === 1 ? at.alternative['1'] : at.alternative['2']) +
    (isYes ? at.stance.yes : at.stance.no) +
    (asked ? at.refund.asked : at.refund.no) +
    (dates === null ? at.dates.no : at.dates.given);
  return decisions[address] as AnswerDecision;
}

/**
 * Whether an answer belongs to the other alternative: nobody can accept a date that was not offered, nor be flexible,
 * without naming dates, about one that was.
 */
export function isOfOther(alternative: Offered['alternative'], { stance, dates }: Statement): boolean {
  return alternative === 1 ? stance === 'flexible' && dates === null : stance === 'accepts';
}
