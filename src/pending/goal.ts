import type { Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import type { RuleId } from './rules.js';

const space = { pending: ['zero', 'some'], toQuote: ['zero', 'some'] } as const;

/** How far a team is. */
export interface GoalOutcome {
  /** Both counts are zero. */
  readonly reached: boolean;
  /** Nobody is pending: every client has been attended. */
  readonly served: boolean;
}

/** What `goal` answers. Time changes nothing here: `validUntil` is `null`. */
export type GoalDecision = Decision<
  GoalOutcome,
  RuleId,
  { readonly pending: 'zero' | 'some'; readonly toQuote: 'zero' | 'some' }
>;

const rows: readonly Row<typeof space, RuleId, GoalOutcome>[] = [
  // L46, L50: both at zero.
  {
    rule: 'pending/quotes-zero',
    when: { pending: 'zero', toQuote: 'zero' },
    then: { reached: true, served: true },
    applies: ['pending/zero-means-served'],
  },
  // L46: all clients were attended, yet requests are left to quote.
  {
    rule: 'pending/quotes-zero',
    when: { pending: 'zero', toQuote: 'some' },
    then: { reached: false, served: true },
    applies: ['pending/zero-means-served'],
  },
  { rule: 'pending/quotes-zero', when: { pending: 'some' }, then: { reached: false, served: false } },
];

/** The law of the goal. */
export const goalTable = /* @__PURE__ */ decisionTable({ name: 'pending/goal', hit: 'unique', facts: space, rows });

/**
 * Whether the team has reached its goal: no chat pending and no request left to quote (PE-21: only the count matters).
 * Anything but 0, negative numbers and NaN too, counts as some.
 *
 * Source: pending-chats L46, L50.
 */
export function goal(counts: { readonly pending: number; readonly toQuote: number }): GoalDecision {
  const { pending, toQuote } = goalTable.at;
  const address = pending[counts.pending === 0 ? 'zero' : 'some'] + toQuote[counts.toQuote === 0 ? 'zero' : 'some'];
  const { rule, then } = goalTable.row(address);
  return {
    outcome: then,
    rule,
    situation: goalTable.situations[address] as GoalDecision['situation'],
    validUntil: null,
  };
}
