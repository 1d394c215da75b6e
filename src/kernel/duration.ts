import { milliseconds } from 'date-fns/milliseconds';
import type { Duration } from './clock.js';

/** As far from 1970 as a date reaches, in milliseconds: no wait of ours is longer, so that its end can be told. */
export const LONGEST = 8.64e15;

/** The milliseconds of a duration. */
export function totalOf(duration: Duration): number {
  // Unit by unit, for date-fns cuts off what floating point leaves over: 0.03 minutes would be 1,799 ms.
  const parts = Object.entries(duration).map(([unit, amount]) => Number(amount) * milliseconds({ [unit]: 1 }));
  return Math.round(parts.reduce((sum, part) => sum + part, 0));
}

/**
 * The milliseconds of a duration that a policy gives in a field.
 *
 * @throws RangeError that names the field, when it has no part, a part that is negative or not a finite number, or is
 * longer than 100,000,000 days.
 */
export function millisecondsOf(field: string, duration: Duration): number {
  if (Object.keys(duration).length === 0) {
    throw new RangeError(`${field}: expected a duration with at least one part, as { minutes: 5 }; saw none.`);
  }
  const wrong = Object.entries(duration).find(([, amount]) => !(amount >= 0 && amount < Number.POSITIVE_INFINITY));
  if (wrong !== undefined) {
    throw new RangeError(`${field}.${wrong[0]}: expected a number, 0 or more; saw ${wrong[1]}.`);
  }
  const total = totalOf(duration);
  if (total <= LONGEST) return total;
  throw new RangeError(`${field}: expected a duration of 100,000,000 days at most; saw more.`);
}
