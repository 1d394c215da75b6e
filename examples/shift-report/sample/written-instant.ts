import { DateTime } from 'luxon';

/** As the help desk writes it. The offset is fixed: the sample must not depend on a machine's zone data. */
export function writtenInstant(instant: number): string {
  return DateTime.fromMillis(instant, { zone: 'UTC-4' }).toISO({ suppressMilliseconds: true }) as string;
}

/** A civil date, so many days after that of an instant. */
export function writtenDate(instant: number, days: number): string {
  return DateTime.fromMillis(instant, { zone: 'UTC-4' }).plus({ days }).toISODate() as string;
}
