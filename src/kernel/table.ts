/** The facts a table looks at, each with its short closed list of values. */
export type Space = Readonly<Record<string, readonly string[]>>;

/** One value for each fact of a space. */
export type Situation<S extends Space> = { readonly [F in keyof S]: S[F][number] };

/** The cells of a row: for each fact named, the value or values that it takes. A fact not named may have any. */
export type When<S extends Space> = { readonly [F in keyof S]?: S[F][number] | readonly S[F][number][] };

/** One rule of a manual as data. */
export interface Row<S extends Space, Id extends string, Answer> {
  /** The rule that decides. */
  readonly rule: Id;
  readonly when: When<S>;
  readonly then: Answer;
  /** Further rules that the answer rests on. */
  readonly applies?: readonly Id[];
  /** The rule does not say this: it is what the manual has nearest to it. */
  readonly nearest?: true;
}

/**
 * How many rows may answer one situation.
 * `unique`: exactly one. `first`: the topmost that fits, where the manual itself gives an order.
 * `collect`: all that fit, perhaps none.
 */
export type HitPolicy = 'unique' | 'first' | 'collect';

/** What a table is made of. */
export interface TableDefinition<S extends Space, Id extends string, Answer> {
  /** The name that errors give. */
  readonly name: string;
  readonly hit: HitPolicy;
  readonly facts: S;
  readonly rows: readonly Row<S, Id, Answer>[];
}

/** What every table offers, whatever its hit policy. */
export interface ProvenTable<S extends Space, Id extends string, Answer> extends TableDefinition<S, Id, Answer> {
  /** How many situations there are. Addresses run from 0 to `size - 1`. */
  readonly size: number;
  /** Each value's share of the address: the address of a situation is the sum of its values' shares. */
  readonly at: { readonly [F in keyof S]: Readonly<Record<S[F][number], number>> };
  /** The situation at an address, frozen. */
  readonly situations: readonly Situation<S>[];
}

/** A table in which one row answers each situation. */
export interface DecisionTable<S extends Space, Id extends string, Answer> extends ProvenTable<S, Id, Answer> {
  readonly hit: 'unique' | 'first';
  /** The row that answers the situation at an address: a sum of shares, one for each fact. */
  readonly row: (address: number) => Row<S, Id, Answer>;
}

/** A table in which several rows may answer a situation. */
export interface CollectTable<S extends Space, Id extends string, Answer> extends ProvenTable<S, Id, Answer> {
  readonly hit: 'collect';
  /** The rows that answer the situation at an address, in the table's order; perhaps none. */
  readonly matching: (address: number) => readonly Row<S, Id, Answer>[];
}

/** What is wrong with a table; rows are given by their number, counted from 1. */
export interface Analysis<S extends Space> {
  /** Situations that no row answers. Always empty for `collect`. */
  readonly gaps: readonly Situation<S>[];
  /** Situations that two rows answer, once for each pair of rows. Always empty for `first` and `collect`. */
  readonly overlaps: readonly { readonly rows: readonly [number, number]; readonly situation: Situation<S> }[];
  /** Rows that never win. */
  readonly dead: readonly number[];
}

/**
 * Makes a decision table and proves it: a situation that no row answers, two rows that answer one situation
 * (`unique`), or a row that can never win, is an Error that names the rows and prints the situation.
 * It runs when the module that defines the table is loaded, so a broken table cannot be shipped.
 */
export function decisionTable<S extends Space, Id extends string, Answer>(
  definition: TableDefinition<S, Id, Answer> & { readonly hit: 'collect' },
): CollectTable<S, Id, Answer>;
export function decisionTable<S extends Space, Id extends string, Answer>(
  definition: TableDefinition<S, Id, Answer> & { readonly hit: 'unique' | 'first' },
): DecisionTable<S, Id, Answer>;
export function decisionTable<S extends Space, Id extends string, Answer>(
  definition: TableDefinition<S, Id, Answer>,
): DecisionTable<S, Id, Answer> | CollectTable<S, Id, Answer> {
  const { name, hit, facts, rows } = definition;
  const situations = everySituation(facts);
  const fitting = fittingRows(rows, situations);
  const fault = firstFault(definition, situations, fitting);
  if (fault !== null) throw new Error(`Decision table "${name}": ${fault}`);
  const proven = { name, hit, facts, rows, size: situations.length, at: shares(facts), situations };
  const named = (row: number): Row<S, Id, Answer> => rows[row] as Row<S, Id, Answer>;
  if (hit === 'collect') {
    const matches = fitting.map((numbers) => Object.freeze(numbers.map(named)));
    return Object.freeze({
      ...proven,
      hit,
      matching: (address: number) => matches[address] as (typeof matches)[number],
    });
  }
  const winners = fitting.map(([first]) => named(first as number));
  return Object.freeze({ ...proven, hit, row: (address: number) => winners[address] as Row<S, Id, Answer> });
}

/**
 * The address of a situation; what it holds beside the table's facts is passed over.
 * NaN for a situation with a value outside the space.
 */
export function addressOf<S extends Space>(
  table: Pick<ProvenTable<S, string, unknown>, 'facts' | 'at'>,
  situation: Situation<S>,
): number {
  const at: Readonly<Record<string, Readonly<Record<string, number>>>> = table.at;
  return Object.entries(at).reduce((sum, [fact, shares]) => sum + shareOf(shares, String(situation[fact])), 0);
}

/** Never what an object inherits: a value may be called `constructor`. */
function shareOf(shares: Readonly<Record<string, number>>, value: string): number {
  return Object.hasOwn(shares, value) ? (shares[value] as number) : Number.NaN;
}

/** Finds the gaps, overlaps and dead rows of a table, loaded or only planned. */
export function analyse<S extends Space, Id extends string, Answer>(
  table: TableDefinition<S, Id, Answer>,
): Analysis<S> {
  const situations = everySituation(table.facts);
  return analysed(table, situations, fittingRows(table.rows, situations));
}

function analysed<S extends Space, Id extends string, Answer>(
  { hit, rows }: TableDefinition<S, Id, Answer>,
  situations: readonly Situation<S>[],
  fitting: readonly (readonly number[])[],
): Analysis<S> {
  const gaps: Situation<S>[] = [];
  const overlaps = new Map<string, Analysis<S>['overlaps'][number]>();
  const winners = new Set<number>();
  situations.forEach((situation, address) => {
    const numbers = (fitting[address] as readonly number[]).map((row) => row + 1);
    const [first] = numbers;
    if (first === undefined) {
      if (hit !== 'collect') gaps.push(situation);
      return;
    }
    for (const row of hit === 'first' ? [first] : numbers) winners.add(row);
    if (hit === 'unique') {
      for (const pair of pairsOf(numbers)) {
        if (!overlaps.has(pair.join())) overlaps.set(pair.join(), { rows: pair, situation });
      }
    }
  });
  const dead = rows.map((_, index) => index + 1).filter((row) => !winners.has(row));
  return { gaps, overlaps: [...overlaps.values()], dead };
}

/** For each situation the rows that fit, by their index: asked once, for the proof and for the answers. */
function fittingRows<S extends Space>(
  rows: readonly Pick<Row<S, string, unknown>, 'when'>[],
  situations: readonly Situation<S>[],
): readonly (readonly number[])[] {
  return situations.map((situation) => rows.flatMap(({ when }, row) => (fits(when, situation) ? [row] : [])));
}

/** Whether a situation is one of those that a row is for. */
export function fits<S extends Space>(when: When<S>, situation: Situation<S>): boolean {
  return Object.keys(when).every((fact) => wanted(when, fact).includes(String(situation[fact])));
}

function pairsOf(rows: readonly number[]): readonly (readonly [number, number])[] {
  return rows.flatMap((one, index) => rows.slice(index + 1).map((other) => [one, other] as const));
}

/** The values that a cell takes; none for one that was left undefined. */
export function wanted<S extends Space>(when: When<S>, fact: keyof S): readonly string[] {
  const cell: string | readonly string[] | undefined = when[fact];
  return cell === undefined ? [] : typeof cell === 'string' ? [cell] : cell;
}

/** The last fact counts fastest, as the digits of a number do. */
function shares<S extends Space>(facts: S): ProvenTable<S, string, unknown>['at'] {
  let weight = 1;
  const at: Record<string, Record<string, number>> = {};
  for (const fact of Object.keys(facts).reverse()) {
    const values = facts[fact] as readonly string[];
    at[fact] = Object.freeze(Object.fromEntries(values.map((value, index) => [value, index * weight])));
    weight *= values.length;
  }
  return Object.freeze(at) as ProvenTable<S, string, unknown>['at'];
}

function everySituation<S extends Space>(facts: S): readonly Situation<S>[] {
  let situations: Record<string, string>[] = [{}];
  for (const [fact, values] of Object.entries(facts)) {
    situations = situations.flatMap((situation) => values.map((value) => ({ ...situation, [fact]: value })));
  }
  return Object.freeze(situations.map((situation) => Object.freeze(situation))) as readonly Situation<S>[];
}

function firstFault<S extends Space, Id extends string, Answer>(
  table: TableDefinition<S, Id, Answer>,
  situations: readonly Situation<S>[],
  fitting: readonly (readonly number[])[],
): string | null {
  const { gaps, overlaps, dead } = analysed(table, situations, fitting);
  const named = (row: number): string => `row ${row} (${(table.rows[row - 1] as Row<S, Id, Answer>).rule})`;
  const shown = (situation: Situation<S>): string => JSON.stringify(situation);
  const [gap] = gaps;
  if (gap) return `no row answers ${shown(gap)} (${gaps.length} such).`;
  const [overlap] = overlaps;
  if (overlap) return `${overlap.rows.map(named).join(' and ')} both answer ${shown(overlap.situation)}.`;
  const [never] = dead;
  return never === undefined ? null : `${named(never)} can never win.`;
}
