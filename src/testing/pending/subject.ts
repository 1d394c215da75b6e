import { fixedClock, type Clock, type Instant } from '../../kernel/clock.js';
import * as pending from '../../pending/index.js';

/** What is held to the laws of `pending`: an implementation of its functions. */
export type Subject = Pick<
  typeof pending,
  'decide' | 'isPending' | 'stageOf' | 'pendingSince' | 'queue' | 'goal' | 'start' | 'record' | 'compact'
>;

/** What the laws ask of an implementation over and over. */
export interface Asked {
  /** The chat that a list of events, delivered in its order, makes. */
  readonly chatOf: (events: readonly pending.Event[], clock?: Clock) => pending.Chat;
  /** Whether a person must attend the chat that events make. */
  readonly isPendingAt: (events: readonly pending.Event[], at: Instant, policy?: pending.Policy) => boolean;
}

export function asked({ decide, record, start }: Subject): Asked {
  const chatOf: Asked['chatOf'] = (events, clock) =>
    events.reduce((chat, event) => record(chat, event, clock && { clock }).state, start());
  return {
    chatOf,
    isPendingAt: (events, at, policy = pending.defaultPolicy) =>
      decide(chatOf(events).facts, { clock: fixedClock(at), policy }).outcome.action === 'attend',
  };
}
