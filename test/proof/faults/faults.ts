import type { Instant } from 'pauta/kernel';
import { Chance } from './chance.js';
import { mendedBy, type Grid } from './grid.js';

/** How often each thing went wrong. */
export interface Mishaps {
  delayed: number;
  ahead: number;
  lost: number;
  unacknowledged: number;
  copies: number;
  outOfOrder: number;
  lateTimers: number;
  lostTimers: number;
  needlessTimers: number;
  restarts: number;
  betweenActAndRecord: number;
}

export function noMishaps(): Mishaps {
  return {
    delayed: 0,
    ahead: 0,
    lost: 0,
    unacknowledged: 0,
    copies: 0,
    outOfOrder: 0,
    lateTimers: 0,
    lostTimers: 0,
    needlessTimers: 0,
    restarts: 0,
    betweenActAndRecord: 0,
  };
}

/** The places in a host's work at which its process may die. */
const points = [
  'event not stored',
  'event stored, not acknowledged',
  'act intended',
  'act done, not recorded',
  'act recorded',
] as const;

export type Point = (typeof points)[number];

/** The process died. */
export class Crash extends Error {
  readonly point: Point;

  constructor(point: Point) {
    super(point);
    this.point = point;
  }
}

/** One for each place: where an error was made costs more to write down than the rest of a life's step. */
const crashes = new Map(points.map((point) => [point, new Crash(point)]));

/** What goes wrong in a life, from its seed alone. */
export class Faults {
  readonly mishaps = noMishaps();
  readonly chance: Chance;
  private readonly grid: Grid;
  private readonly patience: number | null;

  constructor(seed: number, grid: Grid, patience: number | null) {
    this.chance = new Chance(seed, 'faults');
    this.grid = grid;
    this.patience = patience;
  }

  /** Until when an event of that instant has arrived. */
  arrivedBy(at: Instant): Instant {
    return this.patience === null ? mendedBy(this.grid, at) : at + this.patience;
  }

  /** Some instant from one to another; the first, where the other is not later. */
  between(from: Instant, to: Instant): Instant {
    return to <= from ? from : this.chance.whole(from, to);
  }

  /** Whether things may still go wrong in the cell of an instant. */
  isOpen(at: Instant): boolean {
    return at < mendedBy(this.grid, at) - this.grid.cell / 10;
  }

  /** An instant later in the same cell, by which what went wrong is mended. */
  later(at: Instant): Instant {
    return this.between(at, mendedBy(this.grid, at));
  }

  /** Dies here, at times. */
  at(point: Point, now: Instant): void {
    if (!this.isOpen(now) || !this.chance.is(0.05)) return;
    throw crashes.get(point) ?? new Crash(point);
  }
}
