import * as z from 'zod';
import { LONGEST } from './duration.js';
import { isFilled } from './filled.js';
import { shown } from './shown.js';

export { calendarSchema, civilDateSchema, isoDurationSchema, zoneSchema } from './calendar-schema.js';
export { datedPoliciesSchema } from './dated-policies-schema.js';
export { durationSchema, waitsAgree, waitSchema } from './wait-schema.js';

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

/**
 * Reads data from outside. Whatever it is, nothing is thrown, and every problem is listed, not the first. What cannot be
 * looked into to the bottom (a getter that throws, a value that holds itself or is nested too deep) is one problem.
 */
export function read<T>(schema: z.ZodType<T>, input: unknown): Read<T> {
  try {
    const result = schema.safeParse(input);
    return result.success
      ? { ok: true, value: result.data }
      : { ok: false, problems: result.error.issues.flatMap((issue) => problemsOf(issue, input)) };
  } catch (error) {
    // What a schema of the caller's own throws at sound data is for the caller to know.
    if (isReadable(input)) throw error;
    return { ok: false, problems: [{ path: '', seen: typeof input, expected: READABLE }] };
  }
}

const READABLE = 'data that can be read: plain JSON, not nested too deep';

/** Deeper than any data of ours, and far from what a stack can bear. */
const DEEPEST = 100;

function isReadable(value: unknown): boolean {
  try {
    return isShallow(value, DEEPEST);
  } catch {
    return false;
  }
}

function isShallow(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return left > 0 && Object.values(value).every((inner) => isShallow(inner, left - 1));
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

function isInstant(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= LONGEST;
}

/** An instant as an ISO 8601 text with its offset. Comes out as epoch milliseconds. */
export const isoInstantSchema = z.iso
  .datetime({ offset: true, abort: true, error: 'an instant: ISO 8601 with an offset ("2026-05-13T10:00:00-04:00")' })
  // Of what zod lets through, this is the form that the language itself defines: luxon is not loaded for it.
  .transform((text) => Date.parse(text));

/** An instant: an ISO 8601 text with its offset, or epoch milliseconds. Comes out as epoch milliseconds. */
export const instantSchema = z.union([z.number().refine(isInstant, { abort: true }), isoInstantSchema], {
  error: INSTANT,
});

/** Text that identifies something. */
export const idSchema = z.string({ error: 'an id: a text' }).refine(isFilled, { error: 'an id that is not empty' });
