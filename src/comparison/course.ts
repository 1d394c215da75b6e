import { fixedClock, type Instant } from '../kernel/clock.js';
import type { Difference, EventDifference, Taken } from './model.js';
import type { Standing } from './standing.js';

/** A stretch of time in which neither of the two answers changes. */
export type Stretch<D> = Difference<D>;

/** One record under two policies, through all the time looked at. */
interface Course<D> {
  /** Without a gap between them. */
  readonly stretches: readonly Stretch<D>[];
  readonly events: readonly EventDifference[];
  readonly cutAt: Instant | null;
}

/** The time looked at. */
interface Span {
  readonly from: Instant;
  readonly to: Instant;
  /** The greatest number of stretches. */
  readonly limit: number;
}

/** Both sides of a comparison. */
interface Sides<D> {
  readonly was: Standing<D>;
  readonly now: Standing<D>;
}

/**
 * Follows a record under two policies from boundary to boundary: the next event, or the end of either answer. Both
 * sides have the same history; what each makes of it is its own affair.
 */
export function courseOf<D extends { readonly validUntil: Instant | null }>(
  start: Sides<D>,
  { from, to, limit }: Span,
): Course<D> {
  const stretches: Stretch<D>[] = [];
  const events: EventDifference[] = [];
  let sides = start;
  let at = from;
  while (at < to && stretches.length < limit) {
    const reached = delivered(sides, at);
    events.push(...reached.events.filter((event) => event.at >= from));
    sides = reached.sides;
    const clock = fixedClock(at);
    const [was, now] = [sides.was.decide(clock), sides.now.decide(clock)];
    const ends = [was.validUntil, now.validUntil, sides.was.next?.at ?? null].filter((end) => end !== null);
    const until = Math.min(to, ...ends);
    stretches.push({ from: at, until, was, now });
    at = until;
  }
  return { stretches, events, cutAt: at < to ? at : null };
}

/** Both sides after all that has been delivered by an instant, and the events that they took differently. */
function delivered<D>(start: Sides<D>, by: Instant): { sides: Sides<D>; events: readonly EventDifference[] } {
  const events: EventDifference[] = [];
  let { was, now } = start;
  while (was.next !== null && now.next !== null && was.next.at <= by) {
    const { id, at } = was.next;
    const [one, other] = [was.next.deliver(), now.next.deliver()];
    if (one.status !== other.status || one.code !== other.code) {
      events.push({ id, at, was: takenOf(one), now: takenOf(other) });
    }
    [was, now] = [one.standing, other.standing];
  }
  return { sides: { was, now }, events };
}

function takenOf({ status, code }: Taken): Taken {
  return { status, code };
}
