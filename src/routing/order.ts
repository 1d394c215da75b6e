import { compareRows, type Rows } from './columns.js';

/** Row numbers in an order, and the hashes of the rows in the same order. */
export interface Order {
  readonly order: Uint32Array;
  readonly hashes: Uint32Array;
}

/** So many first bits do the hashes have in common of rows that are put in order together. */
export const COMMON = 6;

/** The bits of a hash that tell such rows apart. */
const APART = 2 ** (32 - COMMON) - 1;

/** Room for the number of a row below them: together they are a whole number that a double holds. */
const ROOM = 2 ** (53 - (32 - COMMON));

/**
 * The canonical order of rows whose hashes have their first `COMMON` bits in common: by hash, and where hashes are
 * equal by text. Of rows with the same client the one added first comes first.
 */
export function inOrder(rows: Rows): Order {
  const { length } = rows;
  const order = new Uint32Array(length);
  const hashes = new Uint32Array(length);
  const sorted = keysOf(rows).sort();
  for (let place = 0; place < length; place++) {
    const row = (sorted[place] as number) % ROOM;
    order[place] = row;
    hashes[place] = rows.hashes[row] as number;
  }
  for (let place = 0, next = 0; place < length; place = next) {
    next = place + 1;
    while (hashes[next] === hashes[place]) next++;
    if (next === place + 1) continue;
    order.subarray(place, next).sort((one, other) => compareRows(rows, one, rows, other) || one - other);
  }
  return { order, hashes };
}

/** A number for each row: such columns are sorted by the machine itself, without a call for each comparison. */
function keysOf({ length, hashes }: Rows): Float64Array {
  const keys = new Float64Array(length);
  for (let row = 0; row < length; row++) keys[row] = ((hashes[row] as number) & APART) * ROOM + row;
  return keys;
}
