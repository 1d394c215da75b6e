import { dayOf, type Day } from '../kernel/calendar.js';
import type { Instant, Now } from '../kernel/clock.js';
import type { Facts } from './model.js';

/** What was sent, called and heard by now, since the contact began (anew). */
export interface Heard {
  readonly helpMails: readonly Instant[];
  readonly callsInVain: readonly Instant[];
  /** Whether an answered call, of whatever age, has no mail at its instant or after it. */
  readonly owesRecord: boolean;
  /** The last message of the client that is not older than our first mail or call; `null`: there is none. */
  readonly reply: Instant | null;
  /** The last answered call; `null`: there is none. */
  readonly spoken: Instant | null;
}

/** The number of the day of the move; NaN: it is not known, or is no date. */
export function dayOfMove(moveDate: Facts['moveDate']): Day {
  return moveDate == null ? Number.NaN : dayOf(moveDate);
}

/** Puts time to the lists of the facts, in whatever order they are. */
export function heardBy(facts: Facts, now: Now): Heard {
  const since = facts.since ?? Number.NEGATIVE_INFINITY;
  const counts = (at: Instant): boolean => now.hasReached(at);
  const isOfThis = (at: Instant): boolean => at >= since;
  const help = (facts.helpMailsAt ?? []).filter(counts);
  const other = (facts.otherMailsAt ?? []).filter(counts);
  const calls = (facts.calls ?? []).filter(({ at }) => counts(at));
  const answered = calls.filter((call) => call.answered).map(({ at }) => at);
  const lastMail = Math.max(...help, ...other, Number.NEGATIVE_INFINITY);
  const ours = [...help, ...other, ...calls.map(({ at }) => at)].filter(isOfThis);
  const first = Math.min(...ours, Number.POSITIVE_INFINITY);
  return {
    helpMails: help.filter(isOfThis),
    callsInVain: calls.filter((call) => !call.answered && isOfThis(call.at)).map(({ at }) => at),
    owesRecord: answered.some((at) => at > lastMail),
    reply: lastOf((facts.clientRepliesAt ?? []).filter((at) => at >= first && counts(at))),
    spoken: lastOf(answered.filter(isOfThis)),
  };
}

function lastOf(instants: readonly Instant[]): Instant | null {
  return instants.length === 0 ? null : Math.max(...instants);
}
