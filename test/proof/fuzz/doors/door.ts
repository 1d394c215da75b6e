import type { Problem, Read } from 'pauta/pending/schema';
import { read } from 'pauta/kernel/schema';
import type * as z from 'zod';
import type { Material } from '../values.js';
import type { Random } from '../random.js';

/** What a door takes: data that was parsed, a text, or the bytes of a file. */
export type Kind = 'value' | 'text' | 'bytes';

/** A way in from outside, as the fuzzing sees it. */
export interface Door {
  readonly name: string;
  readonly kind: Kind;
  /** Inputs to begin with, most of them good. */
  readonly seeds: readonly unknown[];
  /**
   * Calls it. Gives signs of what came out: an input with a sign that was never seen is kept. `random` is for what the
   * input does not say: clocks, policies, cuts. It throws where the door gives what it must not.
   */
  readonly call: (input: unknown, random: Random) => readonly string[] | Promise<readonly string[]>;
  /** Whether what was thrown is what the door says that it throws. Absent: nothing may be thrown. */
  readonly mayThrow?: (error: unknown) => boolean;
  /** How the input is changed where it is not as its kind has it. */
  readonly mutation?: (input: unknown, random: Random, material: Material) => unknown;
}

/** What cannot be looked into. Only hostile input may be answered so. */
export const UNREADABLE = 'data that can be read: plain JSON, not nested too deep';

/** The door of a schema. `then`: what is asked of a value that it let in, which must be fit for it. */
export function schemaDoor<T>(
  name: string,
  schema: z.ZodType<T>,
  seeds: readonly unknown[],
  then: (value: T, random: Random) => readonly string[] = () => [],
): Door {
  return { name, kind: 'value', seeds, call: (input, random) => signsOf(read(schema, input), random, then) };
}

function signsOf<T>(
  result: Read<T>,
  random: Random,
  then: (value: T, random: Random) => readonly string[],
): readonly string[] {
  if (!result.ok) return problemSigns(result.problems);
  isPlain(result.value);
  return ['accepted', ...then(result.value, random)];
}

/** What problems say, without what is only this input's. */
export function problemSigns(problems: readonly Problem[]): readonly string[] {
  if (problems.length === 0) throw new Error('Refused without a problem.');
  return problems.slice(0, 20).map(({ path, seen, expected }) => {
    if (typeof path !== 'string' || typeof seen !== 'string' || expected === '')
      throw new Error('A problem that says nothing.');
    if (seen.length > 100) throw new Error(`What was seen is ${seen.length} characters long.`);
    return `${expected === 'no such field' ? '*' : path.replaceAll(/\d+/g, '#').slice(0, 30)}: ${signOf(expected)}`;
  });
}

/** A text without the numbers that differ from input to input. */
export function signOf(text: string): string {
  return text.replaceAll(/\d+/g, '#').slice(0, 60);
}

/** No plain object in a value has another prototype than it was born with. */
export function isPlain(value: unknown, left = 2_000): number {
  if (typeof value !== 'object' || value === null || left <= 0) return left;
  const prototype = Object.getPrototypeOf(value) as object | null;
  const isOurs = prototype === null || prototype === Object.prototype || Object.hasOwn(prototype, 'constructor');
  if (!isOurs || Reflect.get(value, 'polluted') === true) throw new Error('An object with the prototype of the input.');
  let rest = left - 1;
  for (const field of Object.values(value)) rest = isPlain(field, rest);
  return rest;
}

/** What a decision says. It must be plain JSON, and hold until later than now, or for good. */
export function decided(
  {
    rule,
    outcome,
    validUntil,
  }: { readonly rule: string; readonly outcome: object; readonly validUntil: number | null },
  now: number,
): readonly string[] {
  const text = JSON.stringify(outcome, (field, value: unknown) => {
    // JSON writes `null` for it, and whoever reads that is told something else.
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${rule}: ${field} is ${value}.`);
    return value;
  });
  if (validUntil !== null && !(validUntil > now)) throw new Error(`Decided at ${now}, valid until ${validUntil}.`);
  return [rule, `${rule} ${validUntil === null ? 'for good' : 'until'} ${text.length > 2 ? 'with data' : ''}`];
}
