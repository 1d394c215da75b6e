import type { Instant } from './clock.js';
import { endOfWait, type Wait } from './wait.js';

/** A stretch in which waits rest: from when something was put on hold until it was resumed. */
export interface Pause {
  readonly since: Instant;
  /** `null`: nobody has resumed it yet. */
  readonly until: Instant | null;
}

/** Why a pause that begins or ends at an instant changes nothing. */
export type PauseCode = 'not-paused' | 'out-of-order' | 'paused';

/**
 * The instant at which a wait is over that began at another and rests in pauses; infinite: it is paused, and nobody has
 * said until when. A wait that is over when a pause begins is not moved by it, nor is one of no length that begins with it.
 *
 * @param pauses The earliest first, each over before the next begins; only the last may be without an end.
 * @param isOverAtEnd `false` for "more than two hours", which are not over at their end yet: a pause that begins at that
 * very instant moves it.
 */
export function endOfPausedWait(
  start: Instant,
  wait: Wait,
  pauses: readonly Pause[] | undefined,
  isOverAtEnd = true,
): Instant {
  let from = start;
  let left = wait;
  for (const { since, until } of pauses ?? []) {
    if (until !== null && until <= from) continue;
    const end = endOfWait(from, left);
    if (since > end || (since === end && isOverAtEnd)) break;
    if (since > from) left = restOf(left, from, since);
    if (until === null) return Number.POSITIVE_INFINITY;
    from = until;
  }
  return endOfWait(from, left);
}

/** What is left of a wait that ran from one instant to another. */
function restOf(wait: Wait, from: Instant, to: Instant): Wait {
  if (typeof wait === 'number') return wait - (to - from);
  const { of, milliseconds, calendar } = wait;
  return { of, milliseconds: milliseconds - calendar.between(from, to), calendar };
}

/** The pauses, of which one begins at an instant; or the code that says why none does. */
export function withPause(pauses: readonly Pause[], at: Instant): readonly Pause[] | PauseCode {
  const last = pauses.at(-1);
  if (last !== undefined && at < last.since) return 'out-of-order';
  if (last !== undefined && at < (last.until ?? Number.POSITIVE_INFINITY)) return 'paused';
  return [...pauses, { since: at, until: null }];
}

/** The pauses, the last of which ends at an instant, be it before its planned end; or the code that says why it does not. */
export function withResumption(pauses: readonly Pause[], at: Instant): readonly Pause[] | PauseCode {
  const last = pauses.at(-1);
  if (last === undefined || (last.until !== null && !(at >= last.since && at < last.until))) return 'not-paused';
  if (at < last.since) return 'out-of-order';
  return [...pauses.slice(0, -1), { since: last.since, until: at }];
}
