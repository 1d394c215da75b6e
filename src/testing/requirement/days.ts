import type { CivilDate } from '../../kernel/calendar.js';
import type { Instant } from '../../kernel/clock.js';
import type * as requirement from '../../requirement/index.js';

/** Where each day in Santiago begins and where the next one does, written by hand: no calendar is asked. */
const bounds: ReadonlyMap<CivilDate, readonly [start: string, end: string]> = new Map([
  ['2024-04-05', ['2024-04-05T00:00-03:00', '2024-04-06T00:00-03:00']],
  ['2024-04-06', ['2024-04-06T00:00-03:00', '2024-04-07T00:00-04:00']], // 25 hours
  ['2024-04-07', ['2024-04-07T00:00-04:00', '2024-04-08T00:00-04:00']],
  ['2024-05-12', ['2024-05-12T00:00-04:00', '2024-05-13T00:00-04:00']],
  ['2024-05-13', ['2024-05-13T00:00-04:00', '2024-05-14T00:00-04:00']],
  ['2024-09-06', ['2024-09-06T00:00-04:00', '2024-09-07T00:00-04:00']],
  ['2024-09-07', ['2024-09-07T00:00-04:00', '2024-09-08T01:00-03:00']], // the day after it has no midnight
  ['2024-09-08', ['2024-09-08T01:00-03:00', '2024-09-09T00:00-03:00']], // 23 hours
]);

/** The first instant of a day in Santiago, and the first of the next. */
export function boundsOf(date: CivilDate): readonly [start: Instant, end: Instant] {
  const [start, end] = bounds.get(date) as readonly [string, string];
  return [Date.parse(start), Date.parse(end)];
}

/** Whether a maximum date is over in Santiago, under the manual's own values. */
export function isOver(deadline: requirement.Deadline | null, now: Instant): boolean {
  if (deadline === null) return false;
  return typeof deadline === 'number' ? now > deadline : now >= boundsOf(deadline)[1];
}
