import { milliseconds } from 'date-fns/milliseconds';
import type { Duration } from './clock.js';

/**
 * The milliseconds of a duration that a policy gives in a field.
 *
 * @throws RangeError that names the field, when a part is negative or not a finite number.
 */
export function millisecondsOf(field: string, duration: Duration): number {
  const wrong = Object.entries(duration).find(([, amount]) => !(amount >= 0 && amount < Number.POSITIVE_INFINITY));
  if (wrong === undefined) return milliseconds(duration);
  throw new RangeError(`${field}.${wrong[0]}: expected a number, 0 or more; saw ${wrong[1]}.`);
}
