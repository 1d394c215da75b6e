import fc from 'fast-check';
import { dateOf, dayOf, startOfDay, type CivilDate } from '../../kernel/calendar.js';
import type { Instant } from '../../kernel/clock.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Where a move is, and on which date. */
export interface Place {
  readonly zone: string;
  readonly moveDate: CivilDate;
}

/** Around days of 23, of 25 and of 24 hours and a half, days without a midnight, and days on which nothing happens. */
export const place: fc.Arbitrary<Place> = fc
  .constantFrom<readonly [zone: string, ...dates: CivilDate[]]>(
    ['America/Santiago', '2024-04-07', '2024-04-08', '2024-09-08', '2024-09-09', '2024-09-10', '2024-05-15'],
    ['America/Punta_Arenas', '2024-05-15'],
    ['America/Havana', '2024-03-11', '2024-11-04'],
    ['Atlantic/Azores', '2024-04-01', '2024-10-28'],
    ['Pacific/Auckland', '2024-04-08', '2024-09-30'],
    ['Australia/Lord_Howe', '2024-04-08', '2024-10-07'],
  )
  .chain(([zone, ...dates]) => fc.record({ zone: fc.constant(zone), moveDate: fc.constantFrom(...dates) }));

/**
 * The first instant of the day that is so many days before the move; negative: after it. NaN where zone or date does
 * not exist.
 *
 * @example
 * ```ts
 * import { arbitraries } from 'pauta/testing';
 *
 * const { dayBefore } = arbitraries.contact;
 * // The clocks of Santiago skipped the midnight of that day.
 * const first = dayBefore({ zone: 'America/Santiago', moveDate: '2024-09-09' }, 1);
 * console.log(first === Date.parse('2024-09-08T01:00:00-03:00')); // true
 * ```
 */
export function dayBefore({ zone, moveDate }: Place, days: number): Instant {
  return startOfDay(dayOf(moveDate) - days, zone);
}

/** So many days after a date. */
export function dateAfter(date: CivilDate, days: number): CivilDate {
  return dateOf(dayOf(date) + days);
}

/** On the thresholds of the last days, one millisecond beside them, and anywhere between; `from`, `to`: in days. */
export function instantNear(where: Place, from = -7, to = 2): fc.Arbitrary<Instant> {
  const hours = fc.constantFrom(0, 0, 0, 5, 19, 20, 24);
  return fc.oneof(
    fc
      .tuple(fc.integer({ min: from, max: to }), hours, fc.constantFrom(-1, 0, 1))
      .map(([day, hour, beside]) => dayBefore(where, -day) + hour * HOUR + beside),
    fc.integer({ min: from * DAY, max: to * DAY }).map((offset) => dayBefore(where, 0) + offset),
  );
}

/** An instant of the day that is so many days before the move. */
export function instantWithin(where: Place, days: number): fc.Arbitrary<Instant> {
  return fc.integer({ min: dayBefore(where, days), max: dayBefore(where, days - 1) - 1 });
}

/** A date near that of the move, or on it. */
export function dateNear({ moveDate }: Place): fc.Arbitrary<CivilDate> {
  return fc.integer({ min: -6, max: 6 }).map((days) => dateAfter(moveDate, days));
}

/** A place, and what is drawn for it. */
export function at<Drawn>(drawn: (where: Place) => fc.Arbitrary<Drawn>): fc.Arbitrary<readonly [Place, Drawn]> {
  return place.chain((where) => fc.tuple(fc.constant(where), drawn(where)));
}
