/** The part of the doors that reads lengths of time: whoever reads only facts starts without it. */
import * as z from 'zod';
import type { BusinessCalendar } from './business-calendar.js';
import type { Duration } from './clock.js';
import { LONGEST, totalOf } from './duration.js';
import { workingFault, type WaitChoice } from './wait.js';

const part = z.number({ error: 'a number, 0 or more' }).nonnegative().exactOptional();

const units = { days: part, hours: part, minutes: part, seconds: part };

/** With a part at least, and not too long. */
function bounded<Choice extends WaitChoice>(schema: z.ZodType<Choice>): z.ZodType<Choice> {
  return schema
    .refine((choice) => Object.keys(lengthOf(choice)).length > 0, {
      error: 'a duration with at least one part: { "minutes": 5 }',
      abort: true,
    })
    .refine((choice) => totalOf(lengthOf(choice)) <= LONGEST, {
      error: 'a duration of 100,000,000 days at most: { "minutes": 5 }',
    });
}

function lengthOf({ of: _, ...duration }: WaitChoice): Duration {
  return duration;
}

/** A duration: `{ minutes: 5 }`. At least one part, none negative. Comes out as it went in. */
export const durationSchema: z.ZodType<Duration> = bounded(
  z.strictObject(units, { error: 'a duration: { "minutes": 5 }' }) as z.ZodType<Duration>,
);

const ofTime = z.enum(['elapsed', 'working-time']).exactOptional();

/** A wait: `{ hours: 5 }`, or `{ hours: 5, of: "working-time" }`. Comes out as it went in. */
export const waitSchema: z.ZodType<WaitChoice> = bounded(
  z.strictObject({ ...units, of: ofTime }, { error: 'a duration: { "minutes": 5 }' }) as z.ZodType<WaitChoice>,
);

/** The check of a policy's door: whatever is of working time has a calendar beside it, and can end by it. */
export function waitsAgree({
  value,
  issues,
}: {
  readonly value: object & { readonly calendar?: BusinessCalendar };
  readonly issues: z.core.$ZodRawIssue[];
}): void {
  for (const [field, wait] of Object.entries<WaitChoice | null | undefined>({ ...value, calendar: undefined })) {
    if (wait?.of !== 'working-time') continue;
    const message = workingFault(totalOf(lengthOf(wait)), value.calendar);
    if (message !== null) issues.push({ code: 'custom', message, path: [field], input: value });
  }
}
