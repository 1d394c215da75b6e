/** An instant: whole milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` gives them. */
export type Instant = number;

/**
 * A length of elapsed time, in the units that luxon and date-fns take. Parts add up;
 * `{ hours: 1, minutes: 30 }` is ninety minutes. No months or years: they have no fixed length.
 */
export interface Duration {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

/** Where the present comes from. `Date` itself is one. */
export interface Clock {
  /** The present. A question reads it once, so that the whole of its answer is of one instant. */
  now(): Instant;
}

/** A clock that always shows the same instant: for tests, and for sweeps over many records. */
export function fixedClock(at: Instant): Clock {
  return Object.freeze({ now: () => at });
}

/** A clock that moves only when it is told to. */
export interface ManualClock extends Clock {
  /** Moves on to an instant. Throws a RangeError when that instant is earlier than the present, or is NaN. */
  set(at: Instant): void;
  /** Moves on by a number of milliseconds. Throws a RangeError when it is negative or NaN. */
  advance(milliseconds: number): void;
}

/** Makes a clock for tests and simulations that begins at `start` and never goes back. */
export function manualClock(start: Instant): ManualClock {
  let present = start;
  const set = (at: Instant): void => {
    if (!(at >= present)) throw new RangeError(`A clock does not go back: it shows ${present}, and was set to ${at}.`);
    present = at;
  };
  const advance = (milliseconds: number): void => {
    set(present + milliseconds);
  };
  return Object.freeze({ now: () => present, set, advance });
}

/**
 * The present, read once. Every comparison with time goes through it, so that it knows the nearest
 * instant at which one of the answers it gave turns: the boundary.
 *
 * A deadline that is not a number counts as passed: a broken date calls a person, it does not hide a client.
 */
export class Now {
  readonly at: Instant;
  private nearest = Number.POSITIVE_INFINITY;

  constructor(at: Instant) {
    this.at = at;
  }

  /** Strictly later than the deadline ("more than 2 hours"): turns one millisecond after it. */
  isAfter(deadline: Instant): boolean {
    if (!(this.at <= deadline)) return true;
    const turn = deadline + 1;
    // Beyond 2 ** 53 one more is the same number, and such a boundary would never be passed.
    if (turn > deadline && turn < this.nearest) this.nearest = turn;
    return false;
  }

  /** At the deadline or later ("1 hour after"): turns at the deadline itself. */
  hasReached(deadline: Instant): boolean {
    if (!(this.at < deadline)) return true;
    // Written only where it is another: a write costs more than the comparison.
    if (deadline < this.nearest) this.nearest = deadline;
    return false;
  }

  /** The nearest instant ahead at which an answer given so far turns; `null` when none does. */
  get boundary(): Instant | null {
    return this.nearest === Number.POSITIVE_INFINITY ? null : this.nearest;
  }
}
