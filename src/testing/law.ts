import fc from 'fast-check';

/** A property that every faithful implementation of a system has. */
export interface Law {
  /** What holds, in a sentence: the title of a test. */
  readonly name: string;
  /**
   * Looks for a counterexample: 1,000 random runs or more unless told otherwise.
   *
   * @throws Error with the smallest counterexample found and the seed that finds it again.
   */
  readonly check: (parameters?: fc.Parameters<unknown>) => void;
}

/** A law made of a property whose predicate demands what must hold. `numRuns`: where 1,000 runs are too few. */
export function law<Drawn>(name: string, property: fc.IRawProperty<Drawn, false>, numRuns = 1_000): Law {
  return {
    name,
    check: (parameters) => {
      fc.assert(property as fc.IRawProperty<unknown, false>, { numRuns, ...parameters });
    },
  };
}

/** Fails the law where something does not hold. */
export function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Fails the law where two values are not the same: see `isSame`. */
export function demandSame(actual: unknown, expected: unknown, what = 'the two differ'): void {
  if (!isSame(actual, expected)) {
    throw new Error(`${what}: got ${fc.stringify(actual)}, expected ${fc.stringify(expected)}`);
  }
}

/** Whether two values are the same. The order of fields does not count; one that is `undefined` is as if absent. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [fieldsOf(a), fieldsOf(b)];
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && isSame(value, right.get(key)));
}

function fieldsOf(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, field]) => field !== undefined));
}
