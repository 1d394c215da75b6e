import { dayAt, type CivilDate, type Instant } from 'pauta/kernel';
import type { Chance } from '../chance.js';
import { slotAt, TEN_MINUTES, type Grid } from '../grid.js';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Zones whose clocks change by whole cells. */
export const zones = [
  'America/Santiago',
  'America/Santiago',
  'America/Caracas',
  'America/Havana',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
] as const;

/** A day of its zone begins in the cell of a slot: then nothing of the world is to be told apart from it. */
function isAtMidnight(grid: Grid, slot: number, zone: string): boolean {
  const at = slotAt(grid, slot);
  return dayAt(at - grid.cell / 2 - 1, zone) !== dayAt(at + grid.cell / 2, zone);
}

/** Days before which nothing special is, and days before the clocks change in one zone or another. */
const beginnings = [
  '2024-02-26',
  '2024-03-08',
  '2024-04-04',
  '2024-07-15',
  '2024-09-06',
  '2024-09-27',
  '2024-10-04',
  '2024-12-29',
  '2025-04-03',
  '2025-09-05',
].map((date) => Date.parse(date));

/** A grid in which days begin at the edge of a cell: five minutes off the tens of UTC. */
export function gridOf(chance: Chance, zone: string): Grid {
  for (;;) {
    const origin = chance.pick(beginnings) + chance.whole(0, 143) * TEN_MINUTES + 5 * MINUTE;
    const grid = { cell: TEN_MINUTES, origin };
    if (!isAtMidnight(grid, 0, zone)) return grid;
  }
}

/** The slots at which the world of a life acts, some of them far from each other. */
export function slotsOf(
  chance: Chance,
  count: number,
  farthest: number,
  grid?: Grid,
  zone?: string,
): readonly number[] {
  const slots: number[] = [];
  for (let slot = 1; slots.length < count; slot += chance.is(0.6) ? 1 : chance.whole(1, farthest)) {
    if (grid === undefined || zone === undefined || !isAtMidnight(grid, slot, zone)) slots.push(slot);
  }
  return slots;
}

/** The date so many days after an instant. */
export function dateAfter(at: Instant, zone: string, days: number): CivilDate {
  return new Date((dayAt(at, zone) + days) * DAY).toISOString().slice(0, 10);
}
