import fc from 'fast-check';
import type { HitPolicy, Space, TableDefinition } from 'pauta/kernel';

type Cells = Readonly<Record<string, readonly string[]>>;

/** Random tables, the same ones for the same seed: some are whole, some have gaps, overlaps or rows that never win. */
export function randomTables(count: number, seed: number): readonly TableDefinition<Space, string, unknown>[] {
  const numbers = fc.array(fc.nat({ max: 9_999 }), { minLength: 99, maxLength: 99 });
  return fc.sample(numbers, { numRuns: count, seed }).map((drawn) => randomTable(new Draws(drawn)));
}

/** Choices, drawn from numbers one after the other. */
class Draws {
  #next = 0;
  readonly #numbers: readonly number[];

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** A whole number from 0 to one less than `limit`. */
  below(limit: number): number {
    return (this.#numbers[this.#next++ % this.#numbers.length] as number) % limit;
  }
}

function randomTable(draws: Draws): TableDefinition<Space, string, unknown> {
  const hit = (['unique', 'first', 'collect'] as const)[draws.below(3)] as HitPolicy;
  const facts: Space = Object.fromEntries(
    ['a', 'b', 'c', 'd']
      .slice(0, 1 + draws.below(4))
      .map((fact) => [fact, ['p', 'q', 'r', 's'].slice(0, 2 + draws.below(3))]),
  );
  const cells = hit === 'unique' ? broken(parted({}, Object.keys(facts), facts, draws), draws) : anyRows(facts, draws);
  // In a table whose order counts, the last row is mostly for all that is left.
  if (hit === 'first' && draws.below(4) > 0) cells.push({});
  return {
    name: 'random',
    hit,
    facts,
    rows: cells.map((when, index) => ({ rule: `rule-${index}`, when, then: { action: `answer-${draws.below(3)}` } })),
  };
}

/** Rows that part the space among them: one fact after the other, its values in groups. */
function parted(when: Cells, left: readonly string[], facts: Space, draws: Draws): Cells[] {
  const [fact, ...rest] = left;
  if (fact === undefined) return [when];
  if (draws.below(4) === 0) return parted(when, rest, facts, draws);
  const groups = new Map<number, string[]>();
  for (const value of facts[fact] ?? []) {
    const group = draws.below(3);
    groups.set(group, [...(groups.get(group) ?? []), value]);
  }
  return [...groups.values()].flatMap((values) => parted({ ...when, [fact]: values }, rest, facts, draws));
}

/** Every other time with a row less, or with a row that looks at nothing. */
function broken(rows: readonly Cells[], draws: Draws): Cells[] {
  const row = draws.below(rows.length);
  const way = draws.below(4);
  if (way === 0 && rows.length > 1) return rows.toSpliced(row, 1);
  return way === 1 ? rows.with(row, {}) : [...rows];
}

function anyRows(facts: Space, draws: Draws): Cells[] {
  return Array.from({ length: 1 + draws.below(6) }, () =>
    Object.fromEntries(
      Object.entries(facts).flatMap(([fact, values]) => {
        const some = values.filter(() => draws.below(2) === 0);
        return some.length === 0 ? [] : [[fact, some]];
      }),
    ),
  );
}
