import { hashOf } from './bytes.js';
import {
  BACKUP,
  CELLS,
  clientAt,
  Columns,
  compareRows,
  MAIN,
  NONE,
  noRows,
  rowOf,
  SUPERVISOR,
  widthOf,
} from './columns.js';
import type { Rows } from './columns.js';
import { COMMON, inOrder } from './order.js';
import type { Policy } from './policy.js';
import { Roster } from './roster.js';

/** A client who is named more than once in a file. */
export interface Repetition {
  readonly client: string;
  /** In the order of the file. */
  readonly lines: readonly number[];
  /** Lines after the first that give the client to other people than the first line does; empty: all say the same. */
  readonly conflicting: readonly number[];
}

/**
 * The rows of one file, in compact columns: a million of them take some 45 MB, and no object each. Fill it, close it
 * once, and hand it on: whoever reads it does not change it. Before it is closed it holds no clients.
 */
export class Batch {
  #added = 0;
  /** By the first bits of their hashes, so that what is sorted together fits into a processor's cache. */
  #buckets: Columns[] = [];
  #sorted: Rows = noRows;
  #repetitions: readonly Repetition[] | null = null;
  /** The agents whom the rows name. */
  readonly roster = new Roster();

  /** How many rows were added. */
  get rows(): number {
    return this.#added;
  }

  /** How many clients they name. */
  get clients(): number {
    return this.#sorted.length;
  }

  /** The clients in canonical order, each once; their notes are the lines of the file. */
  get sorted(): Rows {
    return this.#sorted;
  }

  /**
   * Adds a row. A blank backup or supervisor is none.
   *
   * @param client normalised.
   * @param line where in the file it stands. Later rows have higher ones.
   */
  add(client: string, main: string, backup: string | null, supervisor: string | null, line: number): void {
    const { roster } = this;
    this.addNumbered(
      client,
      roster.numberOf(main),
      roster.numberOf(backup ?? ''),
      roster.numberOf(supervisor ?? ''),
      line,
    );
  }

  /** Adds a row whose people are given by their numbers in the roster. */
  addNumbered(client: string, main: number, backup: number, supervisor: number, line: number): void {
    const hash = hashOf(client);
    const bucket = (this.#buckets[hash >>> (32 - COMMON)] ??= new Columns());
    bucket.add(hash, client, main, backup, supervisor, line);
    this.#added++;
  }

  /**
   * Puts the rows in order, each client once: of several rows the first counts, or the last one if they contradict
   * each other and `conflict` says so. Gives the clients named more than once, by their first line; under `reject`
   * the caller refuses a file in which some of them are conflicting.
   */
  close(conflict: Policy['duplicateConflict']): readonly Repetition[] {
    if (this.#repetitions !== null) return this.#repetitions;
    const buckets = Object.values(this.#buckets);
    const sorted = new Columns(
      this.#added,
      buckets.reduce((width, bucket) => width + widthOf(bucket), 0),
    );
    const repetitions = buckets.flatMap((bucket) => emptied(bucket, sorted, conflict));
    this.#buckets = [];
    this.#sorted = sorted;
    this.#repetitions = repetitions.sort((one, other) => firstLine(one) - firstLine(other));
    return this.#repetitions;
  }

  /** The line that counts for a client; `null`: none names them. */
  lineOf(client: string): number | null {
    const row = rowOf(this.#sorted, hashOf(client), client, 0);
    return row === NONE ? null : (this.#sorted.notes[row] as number);
  }

  /** Shows each client with the line that counts for them, in canonical order. */
  each(visit: (client: string, line: number) => void): void {
    const { length, notes } = this.#sorted;
    for (let row = 0; row < length; row++) visit(clientAt(this.#sorted, row), notes[row] as number);
  }
}

/** Adds the clients of a bucket to those that are sorted already, each once. Gives those who are named more than once. */
function emptied(bucket: Rows, sorted: Columns, conflict: Policy['duplicateConflict']): readonly Repetition[] {
  const { order, hashes } = inOrder(bucket);
  const repetitions: Repetition[] = [];
  for (let place = 0, next = 0; place < order.length; place = next) {
    const first = order[place] as number;
    let counts = first;
    next = place + 1;
    while (hashes[next] === hashes[place] && compareRows(bucket, first, bucket, order[next] as number) === 0) next++;
    if (next > place + 1) {
      const repetition = repetitionOf(bucket, order.subarray(place, next));
      repetitions.push(repetition);
      if (conflict === 'last-wins' && repetition.conflicting.length > 0) counts = order[next - 1] as number;
    }
    sorted.keep(bucket, counts);
  }
  return repetitions;
}

function firstLine({ lines }: Repetition): number {
  return lines[0] as number;
}

function repetitionOf(rows: Rows, repeated: Uint32Array): Repetition {
  const [first, ...later] = repeated as unknown as [number, ...number[]];
  const lineAt = (row: number): number => rows.notes[row] as number;
  return {
    client: clientAt(rows, first),
    lines: [first, ...later].map(lineAt),
    conflicting: later.filter((row) => !hasSamePeople(rows, first, row)).map(lineAt),
  };
}

function hasSamePeople({ cells }: Rows, one: number, other: number): boolean {
  const [left, right] = [one * CELLS, other * CELLS];
  return [MAIN, BACKUP, SUPERVISOR].every((role) => cells[left + role] === cells[right + role]);
}
