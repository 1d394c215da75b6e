import { measure } from 'mitata';

/** On a busy machine a pair ends before all its rounds are done. In seconds. */
const LONGEST = 20;
/** But so many rounds are always done. */
const FEWEST = 5;

/** One side of a pair: a batch of calls over data that were built before. */
export interface Side {
  /** How many calls a batch makes. */
  readonly calls: number;
  readonly batch: () => void | Promise<void>;
}

export interface Pair {
  readonly ours: Side;
  readonly baseline: Side;
  readonly rounds: number;
  /** Rounds before those that count, until the compiler has seen enough of both. */
  readonly warmUps: number;
  /** Batches of each side in a round; the round counts with their median. */
  readonly batches: number;
  /** Collects garbage before each side's turn, outside the time: for batches that leave much of it behind. */
  readonly collecting?: boolean;
}

/** The middle of a list, and the quarters around it. */
export interface Spread {
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
}

export interface Measured {
  /** Median nanoseconds per call. */
  readonly ours: number;
  readonly baseline: number;
  /** Ours divided by the baseline, round by round. */
  readonly ratio: Spread;
}

/**
 * Measures two sides in turns, so that whatever else the machine is doing falls on both alike.
 * Whoever goes first in one round goes second in the next.
 */
export async function compare({
  ours,
  baseline,
  rounds,
  warmUps,
  batches,
  collecting = false,
}: Pair): Promise<Measured> {
  const time = (side: Side): Promise<number> => nanosecondsPerCall(side, batches, collecting);
  for (let round = 0; round < warmUps; round++) {
    await time(ours);
    await time(baseline);
  }
  const mine: number[] = [];
  const theirs: number[] = [];
  const end = performance.now() + LONGEST * 1_000;
  for (let round = 0; round < rounds && (round < FEWEST || performance.now() < end); round++) {
    if (round % 2 === 0) mine.push(await time(ours));
    theirs.push(await time(baseline));
    if (round % 2 === 1) mine.push(await time(ours));
  }
  const ratios = mine.map((time, round) => time / (theirs[round] as number));
  return { ours: spread(mine).p50, baseline: spread(theirs).p50, ratio: spread(ratios) };
}

/** The median time of some batches, for each call. mitata calls one batch more beforehand, to see whether it is asynchronous. */
export async function nanosecondsPerCall(side: Side, batches: number, collecting = false): Promise<number> {
  const { p50 } = await measure(side.batch, {
    min_samples: batches,
    max_samples: batches,
    min_cpu_time: 0,
    // A batch is long enough already: mitata need not call it thousands of times over.
    warmup_threshold: 0,
    batch_threshold: 0,
    gc: collecting ? collect : false,
  });
  return p50 / side.calls;
}

function collect(): void {
  globalThis.gc?.();
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] as number;
  return { p25: at(0.25), p50: at(0.5), p75: at(0.75) };
}
