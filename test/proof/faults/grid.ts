import type { Instant } from 'pauta/kernel';

const MINUTE = 60_000;

/**
 * How time is laid out in a life, so that what is late stays distinguishable from what is another course of things.
 *
 * Time is cut into cells. The world acts only in the first moments of some cells, the slots; deadlines fall into
 * others, for no wait is a multiple of the distance between slots. Whatever goes wrong in a cell is mended before that
 * cell is over. So everything that happens is late by less than a cell, and is in the same cell as it would have been:
 * the host notices later, but never so late that something else has happened meanwhile.
 */
export interface Grid {
  /** The length of a cell: milliseconds. Every wait of a policy is a multiple of it, but for the manual's one more. */
  readonly cell: number;
  /** The middle of some cell. */
  readonly origin: Instant;
}

/** Slots are so many cells apart. */
export const CELLS_PER_SLOT = 7;

/** Ten minutes to a cell: for waits of hours, and days that begin at the edge of a cell. */
export const TEN_MINUTES = 10 * MINUTE;

/** The slot of that number, and the middle of its cell. */
export function slotAt({ cell, origin }: Grid, slot: number): Instant {
  return origin + slot * CELLS_PER_SLOT * cell;
}

/** The cell that an instant is in. A cell begins half its length before its middle. */
export function cellOf({ cell, origin }: Grid, at: Instant): number {
  return Math.floor((at - origin) / cell + 0.5);
}

/** Until when what goes wrong at an instant is mended: a tenth of a cell before the cell is over. */
export function mendedBy(grid: Grid, at: Instant): Instant {
  return grid.origin + (cellOf(grid, at) + 0.4) * grid.cell;
}

/** The waits, in whole cells, that lead from a slot to a cell without one; so do two of them, one after the other. */
export function isClear(...cells: readonly number[]): boolean {
  return cells.every((one) => one % CELLS_PER_SLOT !== 0);
}
