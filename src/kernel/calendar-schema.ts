/** The parts of the doors that need luxon: whoever reads no civil date, zone, calendar or ISO duration starts without it. */
import { Duration as IsoDuration } from 'luxon';
import * as z from 'zod';
import { businessCalendar, BusinessCalendar } from './business-calendar.js';
import { isCivilDate, isZone } from './calendar.js';
import { LONGEST } from './duration.js';
import { refusing } from './faults-schema.js';
import { calendarFaults, type CalendarChoices } from './shifts.js';

/** A length of time as an ISO 8601 text: `PT1H30M`. Comes out as milliseconds. */
export const isoDurationSchema = z.iso
  .duration({ abort: true, error: 'a duration: ISO 8601 ("PT1H30M")' })
  // How long a month or a year is, depends on which.
  .refine((text) => !/^P[^T]*[YM]/.test(text), {
    abort: true,
    error: 'a duration without months or years: ISO 8601 ("PT1H30M")',
  })
  .transform((text) => IsoDuration.fromISO(text).toMillis())
  // Of hundreds of digits there is no number.
  .refine((milliseconds) => milliseconds <= LONGEST, {
    error: 'a duration of 100,000,000 days at most: ISO 8601 ("PT1H30M")',
  });

/** A civil date that exists. */
export const civilDateSchema = z
  .string({ error: 'a civil date: "2026-05-13"' })
  .refine(isCivilDate, { error: 'a civil date that exists, as "2026-05-13"', abort: true });

/** The name of a zone in the IANA database. */
export const zoneSchema = z
  .string({ error: 'an IANA zone: "America/Santiago"' })
  .refine(isZone, { error: 'an IANA zone that this runtime knows, as "America/Santiago"' });

/** More dates than the holidays of centuries, and few enough to be read for each request. */
const MOST_DATES = 5_000;
/** An hour each. */
const MOST_SHIFTS = 24;

const date = z.string();
const shift = z.strictObject(
  { from: z.string({ error: 'a time: "09:00"' }), to: z.string({ error: 'a time: "18:00"' }) },
  { error: 'a shift: { "from": "09:00", "to": "18:00" }' },
);
const shifts = listOf(MOST_SHIFTS, 'shifts', shift);
const weekday = shifts.exactOptional();
const holiday = z.strictObject({ date, name: z.string().exactOptional() });

const choicesSchema: z.ZodType<CalendarChoices> = z
  .strictObject(
    {
      zone: z.string({ error: 'an IANA zone: "America/Santiago"' }),
      week: z.strictObject(
        { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: weekday, sun: weekday },
        { error: 'a week: { "mon": [{ "from": "09:00", "to": "18:00" }] }' },
      ),
      holidays: listOf(
        MOST_DATES,
        'holidays',
        z.union([date, holiday], {
          error: 'a civil date, alone or with a name: { "date": "2026-09-18", "name": "…" }',
        }),
      ).exactOptional(),
      days: z
        .custom<object>(isRecord, { error: 'days with their shifts: { "2026-12-24": [] }', abort: true })
        .refine((days) => Object.keys(days).length <= MOST_DATES, { error: atMost(MOST_DATES, 'days'), abort: true })
        // A record of zod's leaves it out, and says nothing.
        .refine((days) => !Object.hasOwn(days, '__proto__'), {
          error: 'a civil date',
          path: ['__proto__'],
          abort: true,
        })
        .pipe(z.record(z.string(), shifts))
        .exactOptional(),
    },
    { error: 'a business calendar: { "zone": "America/Santiago", "week": { … } }' },
  )
  .check(refusing(calendarFaults));

/**
 * When a company works: `{ "zone": "America/Santiago", "week": { "mon": [{ "from": "09:00", "to": "18:00" }] } }`, with
 * no more than 24 shifts a day, 5,000 holidays and 5,000 days of their own. Comes out as a `BusinessCalendar`; one that is
 * made already comes out as it is, for it remembers what it has worked out.
 */
export const calendarSchema: z.ZodType<BusinessCalendar> = z.unknown().transform((input, context) => {
  if (input instanceof BusinessCalendar) return input;
  const { data, error } = choicesSchema.safeParse(input);
  if (data !== undefined) return businessCalendar(data);
  for (const { path, ...issue } of error.issues) {
    context.issues.push({ ...issue, path: [...path], input } as z.core.$ZodRawIssue);
  }
  return z.NEVER;
});

/** A list of so many at most: of one that is longer, nothing is looked at. */
function listOf<Item extends z.ZodType>(most: number, what: string, item: Item): z.ZodType<z.output<Item>[]> {
  return z
    .array(z.unknown(), { error: `a list of ${what}` })
    .refine((list) => list.length <= most, { error: atMost(most, what), abort: true })
    .pipe(z.array(item));
}

function atMost(most: number, what: string): string {
  return `${most.toLocaleString('en-US')} ${what} at most`;
}

function isRecord(input: unknown): input is object {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
