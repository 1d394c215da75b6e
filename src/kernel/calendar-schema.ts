/** The parts of the doors that need luxon: whoever reads no civil date, zone or ISO duration starts without it. */
import { Duration as IsoDuration } from 'luxon';
import * as z from 'zod';
import { isCivilDate, isZone } from './calendar.js';

/** A length of time as an ISO 8601 text: `PT1H30M`. Comes out as milliseconds. */
export const isoDurationSchema = z.iso
  .duration({ abort: true, error: 'a duration: ISO 8601 ("PT1H30M")' })
  // How long a month or a year is, depends on which.
  .refine((text) => !/^P[^T]*[YM]/.test(text), {
    abort: true,
    error: 'a duration without months or years: ISO 8601 ("PT1H30M")',
  })
  .transform((text) => IsoDuration.fromISO(text).toMillis());

/** A civil date that exists. */
export const civilDateSchema = z
  .string({ error: 'a civil date: "2026-05-13"' })
  .refine(isCivilDate, { error: 'a civil date that exists, as "2026-05-13"', abort: true });

/** The name of a zone in the IANA database. */
export const zoneSchema = z
  .string({ error: 'an IANA zone: "America/Santiago"' })
  .refine(isZone, { error: 'an IANA zone that this runtime knows, as "America/Santiago"' });
