import type { contact, kernel, ladder, messaging, pending, requirement } from 'pauta';
import type { Customer } from './formats.js';

/** The next instant at which the report will be another, and the first thing that changes then. */
export interface LookAgain {
  readonly at: kernel.Instant;
  readonly kind: 'ticket' | 'chat' | 'move' | 'conversation';
  readonly id: string;
  readonly customer: Customer;
  readonly change:
    | 'ai-window-ends'
    | 'term-ends'
    | 'event-ahead'
    | 'ticket-opens'
    | 'move-changes'
    | 'move-enters'
    | 'conversation-changes';
  /** The rule that will decide from then on. */
  readonly rule: pending.RuleId | requirement.RuleId | ladder.RuleId | contact.RuleId | messaging.RuleId;
  /** How many more change at that very instant. */
  readonly others: number;
}

export type Change = Omit<LookAgain, 'others'>;

/** The first of the changes; `null`: by time alone nothing changes any more. */
export function earliest(changes: readonly Change[]): LookAgain | null {
  const [first, ...later] = changes.toSorted((a, b) => a.at - b.at);
  return first === undefined ? null : { ...first, others: later.filter(({ at }) => at === first.at).length };
}
