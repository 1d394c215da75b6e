import fc from 'fast-check';
import { arbitraries } from 'pauta/testing';
import { cases, type System } from 'pauta/spec';

const SEED = 20_260_513;

/** Values of an arbitrary, the same each time. */
export function drawn<T>(arbitrary: fc.Arbitrary<T>, count = 24): readonly T[] {
  return fc.sample(arbitrary, { seed: SEED, numRuns: count });
}

/** The same as plain JSON: what an outside would send. */
export function asJson(values: readonly unknown[]): readonly unknown[] {
  return values.map((value) => JSON.parse(JSON.stringify(value)) as unknown);
}

/** What cases choose of a system's policy, as its door takes it, and all of it together. */
export function choicesOf(system: System): readonly unknown[] {
  const choices = cases(system).flatMap(({ policy }) => (policy === undefined ? [] : [policy]));
  return [{}, ...choices, Object.assign({}, ...choices)] as unknown[];
}

export { arbitraries };
