import { compareText, textIn, WIDEST, write } from './bytes.js';

/**
 * Clients and their people in columns: no object and no text for each of them. In canonical order they stand by hash,
 * and where hashes are equal by text, so the same clients stand in the same order wherever they came from.
 */
export interface Rows {
  readonly length: number;
  readonly hashes: Uint32Array;
  /** Four for each row: where its text begins, then main, backup and supervisor, as numbers in a list of ids. */
  readonly cells: Uint32Array;
  /** What is noted of each row: in a table the instant of its upload, in a file its line. */
  readonly notes: Float64Array;
  readonly bytes: Uint8Array;
}

/** The ids of agents by the numbers that rows hold. The first stands for nobody. */
export type Agents = readonly [null, ...string[]];

/** The width of a row in `cells`, and where in it the people stand. The next row begins where this one's text ends. */
export const CELLS = 4;
export const MAIN = 1;
export const BACKUP = 2;
export const SUPERVISOR = 3;

/** No row. */
export const NONE = -1;

/** Rows that are being written. */
export class Columns implements Rows {
  length = 0;
  hashes: Uint32Array;
  cells: Uint32Array;
  notes: Float64Array;
  bytes: Uint8Array;

  constructor(room = 64, width = 1024) {
    this.hashes = new Uint32Array(room);
    this.cells = new Uint32Array(room * CELLS + 1);
    this.notes = new Float64Array(room);
    this.bytes = new Uint8Array(width);
  }

  /** Adds a row after the last one. `hash`: of the text. */
  add(hash: number, text: string, main: number, backup: number, supervisor: number, note: number): void {
    const start = this.#reserve(text.length * WIDEST);
    this.#close(hash, main, backup, supervisor, note, write(text, this.bytes, start));
  }

  /** Adds the client of a row of others, with these people. */
  copy(from: Rows, row: number, main: number, backup: number, supervisor: number, note: number): void {
    const begin = from.cells[row * CELLS] as number;
    const length = (from.cells[(row + 1) * CELLS] as number) - begin;
    const start = this.#reserve(length);
    const { bytes } = this;
    for (let place = 0; place < length; place++) bytes[start + place] = from.bytes[begin + place] as number;
    this.#close(from.hashes[row] as number, main, backup, supervisor, note, start + length);
  }

  /** Adds a row of others as it is. */
  keep(from: Rows, row: number): void {
    const { cells } = from;
    const cell = row * CELLS;
    this.copy(
      from,
      row,
      cells[cell + MAIN] as number,
      cells[cell + BACKUP] as number,
      cells[cell + SUPERVISOR] as number,
      from.notes[row] as number,
    );
  }

  /** The rows so far, in columns no longer than they are, and begins anew. */
  cut(): Rows {
    const { length } = this;
    if (length === 0) return noRows;
    const rows = {
      length,
      hashes: this.hashes.slice(0, length),
      cells: this.cells.slice(0, length * CELLS + 1),
      notes: this.notes.slice(0, length),
      bytes: this.bytes.slice(0, widthOf(this)),
    };
    this.length = 0;
    return rows;
  }

  /** Makes room for a row whose text takes at most so many bytes. Gives where it begins. */
  #reserve(width: number): number {
    const { length } = this;
    if (length === this.hashes.length) {
      this.hashes = filled(new Uint32Array(length * 2), this.hashes);
      this.cells = filled(new Uint32Array(length * 2 * CELLS + 1), this.cells);
      this.notes = filled(new Float64Array(length * 2), this.notes);
    }
    const start = this.cells[length * CELLS] as number;
    const end = start + width;
    if (end > this.bytes.length) this.bytes = filled(new Uint8Array(end * 2), this.bytes);
    return start;
  }

  #close(hash: number, main: number, backup: number, supervisor: number, note: number, end: number): void {
    const cell = this.length * CELLS;
    this.hashes[this.length] = hash;
    this.cells[cell + MAIN] = main;
    this.cells[cell + BACKUP] = backup;
    this.cells[cell + SUPERVISOR] = supervisor;
    this.cells[cell + CELLS] = end;
    this.notes[this.length++] = note;
  }
}

function filled<Column extends { set(values: Column): void }>(larger: Column, column: Column): Column {
  larger.set(column);
  return larger;
}

/** No rows at all: every empty part of a table is this one. */
export const noRows: Rows = /* @__PURE__ */ Object.freeze({
  length: 0,
  hashes: new Uint32Array(0),
  cells: new Uint32Array(1),
  notes: new Float64Array(0),
  bytes: new Uint8Array(0),
});

/** How many bytes the texts take. */
export function widthOf({ cells, length }: Rows): number {
  return cells[length * CELLS] as number;
}

export function clientAt({ bytes, cells }: Rows, row: number): string {
  return textIn(bytes, cells[row * CELLS] as number, cells[(row + 1) * CELLS] as number);
}

/**
 * The row of a client, or `NONE`, in rows that stand in canonical order and whose hashes have their first `bits` in
 * common. It begins where the hash would stand if hashes were perfectly even, and from there reaches out twice as far
 * with each step, so that hashes which all collide cost no more than halving does.
 */
export function rowOf(rows: Rows, hash: number, client: string, bits: number): number {
  const { bytes, cells, hashes } = rows;
  const wanted = hash >>> 0;
  let low = 0;
  let high = rows.length - 1;
  let row = Math.floor(((hash << bits) >>> 0) * rows.length * 2 ** -32);
  for (let reach = 4; low <= high; reach *= 2) {
    const order =
      (hashes[row] as number) - wanted ||
      compareText(bytes, cells[row * CELLS] as number, cells[(row + 1) * CELLS] as number, client);
    if (order === 0) return row;
    if (order < 0) low = row + 1;
    else high = row - 1;
    const middle = (low + high) >> 1;
    row = order < 0 ? Math.min(low + reach, middle) : Math.max(high - reach, middle);
  }
  return NONE;
}

/** How the clients of two rows stand to each other: below 0, the left one comes first; 0, they are the same. */
export function compareRows(left: Rows, one: number, right: Rows, other: number): number {
  const hash = left.hashes[one] as number;
  const against = right.hashes[other] as number;
  if (hash !== against) return hash < against ? -1 : 1;
  return compareTexts(left, one, right, other);
}

function compareTexts(left: Rows, one: number, right: Rows, other: number): number {
  let place = left.cells[one * CELLS] as number;
  let against = right.cells[other * CELLS] as number;
  const end = left.cells[(one + 1) * CELLS] as number;
  const length = end - place - ((right.cells[(other + 1) * CELLS] as number) - against);
  const last = length > 0 ? end - length : end;
  while (place < last) {
    const order = (left.bytes[place++] as number) - (right.bytes[against++] as number);
    if (order !== 0) return order;
  }
  return length;
}
