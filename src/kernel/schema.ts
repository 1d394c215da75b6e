import { DateTime, Duration as IsoDuration } from 'luxon';
import * as z from 'zod';
import { isCivilDate, isZone } from './calendar.js';
import type { Duration } from './clock.js';

/** One thing that is wrong with data from outside, in the caller's terms. */
export interface Problem {
  /** Where: `insistences[0].deadline`; empty for the whole. */
  readonly path: string;
  /** What was there, as JSON, cut to a readable length. */
  readonly seen: string;
  readonly expected: string;
}

/** What the door answers: the value, or everything that is wrong with it. Nothing is half read. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads data from outside. It never throws, and lists every problem, not the first. */
export function read<T>(schema: z.ZodType<T>, input: unknown): Read<T> {
  const result = schema.safeParse(input);
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, problems: result.error.issues.flatMap((issue) => problemsOf(issue, input)) };
}

function problemsOf(issue: z.core.$ZodIssue, input: unknown): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem([...issue.path, key], input, 'no such field'));
  }
  return [problem(issue.path, input, expectation(issue))];
}

function problem(path: readonly PropertyKey[], input: unknown, expected: string): Problem {
  const written = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return { path: written.replace(/^\./, ''), seen: shown(valueAt(input, path)), expected };
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    input,
  );
}

/** A value as JSON, cut to a readable length; what JSON cannot write is named by its type. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'number' ? String(value) : asJson(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** `JSON.stringify` throws on a bigint, on an object that holds itself, and where `toJSON` does. */
function asJson(value: unknown): string {
  try {
    const json = JSON.stringify(value) as unknown;
    return typeof json === 'string' ? json : typeof value;
  } catch {
    return typeof value;
  }
}

/** Our schemas say what they expect; where one does not, zod's own words begin with "Invalid". */
function expectation(issue: z.core.$ZodIssue): string {
  if (!issue.message.startsWith('Invalid')) return issue.message;
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(' or ');
  return issue.code === 'invalid_type' ? article(issue.expected) : issue.message;
}

function article(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

const INSTANT = 'an instant: ISO 8601 with an offset ("2026-05-13T10:00:00-04:00"), or whole milliseconds since 1970';

/** The farthest that a date reaches, in milliseconds from 1970. */
const FARTHEST = 8.64e15;

function isInstant(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= FARTHEST;
}

/** An instant as an ISO 8601 text with its offset. Comes out as epoch milliseconds. */
export const isoInstantSchema = z.iso
  .datetime({ offset: true, abort: true, error: 'an instant: ISO 8601 with an offset ("2026-05-13T10:00:00-04:00")' })
  .transform((text) => DateTime.fromISO(text).toMillis());

/** A length of time as an ISO 8601 text: `PT1H30M`. Comes out as milliseconds. */
export const isoDurationSchema = z.iso
  .duration({ abort: true, error: 'a duration: ISO 8601 ("PT1H30M")' })
  // How long a month or a year is, depends on which.
  .refine((text) => !/^P[^T]*[YM]/.test(text), {
    abort: true,
    error: 'a duration without months or years: ISO 8601 ("PT1H30M")',
  })
  .transform((text) => IsoDuration.fromISO(text).toMillis());

/** An instant: an ISO 8601 text with its offset, or epoch milliseconds. Comes out as epoch milliseconds. */
export const instantSchema = z.union([z.number().refine(isInstant, { abort: true }), isoInstantSchema], {
  error: INSTANT,
});

/** A civil date that exists. */
export const civilDateSchema = z
  .string({ error: 'a civil date: "2026-05-13"' })
  .refine(isCivilDate, { error: 'a civil date that exists, as "2026-05-13"', abort: true });

/** The name of a zone in the IANA database. */
export const zoneSchema = z
  .string({ error: 'an IANA zone: "America/Santiago"' })
  .refine(isZone, { error: 'an IANA zone that this runtime knows, as "America/Santiago"' });

const part = z.number({ error: 'a number, 0 or more' }).nonnegative({ error: 'a number, 0 or more' }).exactOptional();

/** A duration: `{ minutes: 5 }`. At least one part, none negative. Comes out as it went in. */
export const durationSchema: z.ZodType<Duration> = z
  .strictObject({ days: part, hours: part, minutes: part, seconds: part }, { error: 'a duration: { "minutes": 5 }' })
  .refine((duration) => Object.keys(duration).length > 0, {
    error: 'a duration with at least one part: { "minutes": 5 }',
  })
  .transform((duration) => duration as Duration);

/** Text that identifies something. */
export const idSchema = z.string({ error: 'an id: a text' }).min(1, { error: 'an id that is not empty' });
