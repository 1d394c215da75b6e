import type * as Spec from 'pauta/spec';
import type * as Testing from 'pauta/testing';

/** A build of the library, whichever release it is of. */
export interface Build {
  readonly pauta: Readonly<Record<string, unknown>>;
  readonly csv: Readonly<Record<string, unknown>>;
  readonly spec: Pick<typeof Spec, 'cases' | 'ask' | 'check'>;
  readonly laws: typeof Testing.laws;
}

/** What the next version must raise; the highest of what was found. See docs/guide/versioning.md. */
export type Step = 'none' | 'minor' | 'major';

/** A difference between two builds. */
export interface Move {
  readonly step: Step;
  /** The case, or the function, in which it is seen. */
  readonly where: string;
  readonly was: unknown;
  readonly now: unknown;
  /** What was asked. Absent: the case itself tells. */
  readonly asked?: unknown;
}

/** What was compared, and how often. */
export interface Movement {
  readonly moves: readonly Move[];
  readonly compared: ReadonlyMap<string, number>;
  /** Functions that take or give what only its own build can read, so that they cannot be compared by this. */
  readonly passedOver: ReadonlySet<string>;
}

const SYSTEMS = ['ladder', 'contact', 'requirement', 'pending', 'routing', 'messaging'] as const;

/** The cases of one build, asked of another. */
export function movedCases(before: Build, after: Build): readonly Move[] {
  return before.spec.cases().flatMap((one): readonly Move[] => {
    const [was, now] = [before.spec.check(one), after.spec.check(one)];
    const where = `${one.id}: ${one.name}`;
    if (now.problems.length > 0) return [{ step: 'major', where, was: was.actual, now: now.problems }];
    if (!isSame(was.actual, now.actual))
      return [{ step: isGap(was.actual) ? 'minor' : 'major', where, was: was.actual, now: now.actual }];
    return was.rule === now.rule ? [] : [{ step: 'minor', where, was: was.rule, now: now.rule }];
  });
}

/**
 * What two builds answer to the same random facts, events and policies: those by which the laws of the older one look
 * for a counterexample. Of what moves alike in one function, the first is kept.
 */
export function movedAnswers(before: Build, after: Build, runs: number, seed: number): Movement {
  const moves = new Map<string, Move>();
  const compared = new Map<string, number>();
  const passedOver = new Set<string>();
  for (const system of SYSTEMS) {
    const [old, young] = [roomOf(before, system), roomOf(after, system)];
    const [was, now] = [before, after].map(
      ({ pauta }) => Object(pauta[system]) as { readonly defaultPolicy?: unknown },
    );
    // The laws give their policies themselves, so that a default is asked of nobody.
    if (!isSame(was?.defaultPolicy, now?.defaultPolicy))
      note({ step: 'major', where: `${system}.defaultPolicy`, was: was?.defaultPolicy, now: now?.defaultPolicy });
    const held = Object.entries(old).map(([name, was]) => {
      const where = `${system}.${name}`;
      return [name, witness(where, was, young[name])] as const;
    });
    const { decide, ...others } = Object.fromEntries(held);
    const laws = before.laws[system] as (decide: unknown, others: object) => ReturnType<typeof before.laws.pending>;
    for (const { check } of laws(decide, others))
      try {
        check({ numRuns: runs, seed });
      } catch {
        // A law that the older release breaks is not what is asked here; what it drew was compared.
      }
  }
  return { moves: [...moves.values()], compared, passedOver };

  /** A function of the older build that asks the younger too, and answers as it always did. */
  function witness(where: string, was: Asked, now: Asked | undefined): Asked {
    return (...given) => {
      const answer = was(...given);
      if (now === undefined) note({ step: 'major', where, was: 'a function', now: 'nothing' });
      else if (isPlain(given) && isPlain(answer)) {
        compared.set(where, (compared.get(where) ?? 0) + 1);
        const other = answered(now, given);
        const step = stepOf(answer, other);
        if (step !== 'none') note({ step, where, was: answer, now: other, asked: given });
      } else passedOver.add(where);
      return answer;
    };
  }

  function note(move: Move): void {
    const key = `${move.where} ${move.step} ${named(move.was)} ${named(move.now)}`;
    if (!moves.has(key)) moves.set(key, move);
  }
}

/** The highest step of several. */
export function highest(moves: readonly Move[]): Step {
  if (moves.some(({ step }) => step === 'major')) return 'major';
  return moves.length > 0 ? 'minor' : 'none';
}

type Asked = (...given: readonly unknown[]) => unknown;

/** The functions of a system, by name. */
function roomOf({ pauta, csv }: Build, system: string): Readonly<Record<string, Asked>> {
  const room = { ...(pauta[system] as object), ...(system === 'routing' ? { validate: csv['validate'] } : {}) };
  const functions = Object.entries(room).filter((entry): entry is [string, Asked] => typeof entry[1] === 'function');
  return Object.fromEntries(functions);
}

function answered(now: Asked, given: readonly unknown[]): unknown {
  try {
    return now(...given);
  } catch (error) {
    return { throws: String(error) };
  }
}

/** What a difference between two answers means. The rule, the facts that were seen, may be others for the same deed. */
function stepOf(was: unknown, now: unknown): Step {
  if (isSame(was, now)) return 'none';
  const [deed, other] = [deedOf(was), deedOf(now)];
  return isSame(deed, other) || isGap((was as { readonly outcome?: unknown } | null)?.outcome) ? 'minor' : 'major';
}

function deedOf(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).filter(([key]) => key !== 'rule' && key !== 'situation'));
}

/** What the manuals leave open: nobody could act on it. */
function isGap(outcome: unknown): boolean {
  if (typeof outcome === 'string') return /^(not-covered|need-fact)\b/.test(outcome);
  const action = (outcome as { readonly action?: unknown } | null | undefined)?.action;
  return action === 'not-covered' || action === 'need-fact';
}

/** In a few words, so that alike differences count as one. */
function named(answer: unknown): string {
  const { outcome, rule, status, code } = Object(answer) as Readonly<Record<string, unknown>>;
  const { action = outcome } = Object(outcome) as { readonly action?: unknown };
  return JSON.stringify([typeof answer, action, rule, status, code]);
}

/** Whether another build can read a value: made of objects, lists and functions, and of no class. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null) return false;
  return Object.values(value).every(isPlain);
}

/** A field that is `undefined` is as if absent; functions are not looked into. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || (typeof a === 'function' && typeof b === 'function')) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [fieldsOf(a), fieldsOf(b)];
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && isSame(value, right.get(key)));
}

function fieldsOf(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, field]) => field !== undefined));
}
