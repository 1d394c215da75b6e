import type { BusinessCalendar } from './business-calendar.js';
import type { Duration, Instant } from './clock.js';
import { millisecondsOf } from './duration.js';

/** How long something may take: milliseconds that pass, or milliseconds in which the company works. */
export type Wait = number | WorkingWait;

/** A length of working time, with the calendar that it is counted by. */
export interface WorkingWait {
  readonly of: 'working-time';
  readonly milliseconds: number;
  readonly calendar: BusinessCalendar;
}

/** A wait as a company chooses it: `{ hours: 5 }` elapses; of `{ hours: 5, of: 'working-time' }` only open hours count. */
export interface WaitChoice extends Duration {
  readonly of?: 'elapsed' | 'working-time' | undefined;
}

const WEEK = 7 * 86_400_000;
/** Nobody waits for longer; and what is asked of a calendar stays quick. */
const MOST_WEEKS = 2_600;

/**
 * The wait that a policy gives in a field.
 *
 * @throws RangeError that names the field: as `millisecondsOf` does; for working time without a calendar; and for so much
 * of it that the calendar's weeks would need fifty years.
 */
export function waitOf(field: string, choice: WaitChoice, calendar: BusinessCalendar | undefined): Wait {
  const { of, ...duration } = choice;
  const milliseconds = millisecondsOf(field, duration);
  if (of !== 'working-time') return milliseconds;
  const fault = workingFault(milliseconds, calendar);
  if (fault !== null) throw new RangeError(`${field}: expected ${fault}.`);
  return Object.freeze({ of, milliseconds, calendar: calendar as BusinessCalendar });
}

/** What is expected of so much working time, where it makes no sense; `null`: it does. */
export function workingFault(milliseconds: number, calendar: BusinessCalendar | undefined): string | null {
  if (calendar === undefined) return 'a calendar beside it, for working time is counted by one';
  return milliseconds <= MOST_WEEKS * calendar.between(0, WEEK)
    ? null
    : 'a wait that ends within fifty years of its calendar';
}

/** The instant at which a wait is over that began at another. Not a number, where that is none. */
export function endOfWait(start: Instant, wait: Wait): Instant {
  return typeof wait === 'number' ? start + wait : wait.calendar.add(start, wait.milliseconds);
}

/** What is said of a wait beside its end: nothing, where time just passes. */
export function kindOf(wait: Wait): { readonly of?: 'working-time' } {
  return typeof wait === 'number' ? elapsed : working;
}

const elapsed = /* @__PURE__ */ Object.freeze({});
const working = /* @__PURE__ */ Object.freeze({ of: 'working-time' as const });
