import {
  addressOf,
  type CollectTable,
  type DecisionTable,
  type ProvenTable,
  type Situation,
  type Space,
} from 'pauta/kernel';
import type { JdmNode } from '../jdm.js';

/** One of GoRules' public test graphs, and the same rules as tables of ours. */
export interface PublicGraph<Input> {
  /** Its file in the repository gorules/zen (MIT), below test-data/graphs. */
  readonly file: string;
  /** Its nodes: thresholds, conditions and answers as the file has them. */
  readonly nodes: readonly JdmNode[];
  /** What the file itself expects: of an input, an output. */
  readonly cases: readonly { readonly input: Input; readonly output: unknown }[];
  /** Every combination of representatives: of each number, both sides of every threshold. */
  readonly inputs: readonly Input[];
  /** The same rules as tables of ours: one for each table of the graph, row for row. */
  readonly tables: readonly AskedTable[];
  /** What our tables answer, in the shape of the graph's answer. */
  answer(input: Input, asking: Asking): unknown;
}

type AskedTable = Pick<ProvenTable<Space, string, unknown>, 'name' | 'size' | 'rows'>;

/** Asks tables of ours, and keeps which situations they were asked, and which rows answered. */
export class Asking {
  readonly #situations = new Set<string>();
  readonly #rows = new Set<unknown>();

  /** What the one row says that answers. */
  one<S extends Space, Then>(table: DecisionTable<S, string, Then>, situation: Situation<S>): Then {
    const row = table.row(this.#address(table, situation));
    this.#rows.add(row);
    return row.then;
  }

  /** What all rows say that answer. */
  all<S extends Space, Then>(table: CollectTable<S, string, Then>, situation: Situation<S>): readonly Then[] {
    const rows = table.matching(this.#address(table, situation));
    for (const row of rows) this.#rows.add(row);
    return rows.map(({ then }) => then);
  }

  /** How many situations were asked, all tables together. */
  get situations(): number {
    return this.#situations.size;
  }

  /** Whether a row of a table has answered anything. */
  answered(row: AskedTable['rows'][number]): boolean {
    return this.#rows.has(row);
  }

  #address<S extends Space>(table: ProvenTable<S, string, unknown>, situation: Situation<S>): number {
    const address = addressOf(table, situation);
    this.#situations.add(`${table.name} ${address}`);
    return address;
  }
}

/** Both sides of every threshold, and the threshold itself: a quarter is exact in binary as in decimal numbers. */
export function aroundEach(...thresholds: readonly number[]): readonly number[] {
  return thresholds.flatMap((threshold) => [threshold - 0.25, threshold, threshold + 0.25]);
}

/** Every combination of one value for each field. */
export function everyOne<T extends Readonly<Record<string, readonly unknown[]>>>(
  fields: T,
): readonly { readonly [F in keyof T]: T[F][number] }[] {
  let made: Readonly<Record<string, unknown>>[] = [{}];
  for (const [field, values] of Object.entries(fields)) {
    made = made.flatMap((one) => values.map((value) => ({ ...one, [field]: value })));
  }
  return made as { readonly [F in keyof T]: T[F][number] }[];
}

/** The value itself where a list has it, or else what stands for all others. */
export function among<V extends string, Other extends string>(
  values: readonly V[],
  value: string,
  other: Other,
): V | Other {
  return values.find((one) => one === value) ?? other;
}
