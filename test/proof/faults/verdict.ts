import type { Instant } from 'pauta/kernel';
import { Chance } from './chance.js';
import type { Mishaps } from './faults.js';
import { canonical, difference, listDifference } from './difference.js';
import { cellOf, type Grid } from './grid.js';
import { Fault, type Flaw } from './host.js';
import { play, type Played, type Telling } from './play.js';
import type { Ledger } from './ledger.js';
import { sorted } from './rooms/lists.js';
import type { Happened, Life, Room } from './room.js';

/** What the comparison of a life with the undisturbed one came to. */
export interface Verdict {
  /** What was another; `null`: nothing. */
  readonly difference: string | null;
  /** Whether something was noticed, and so done, at another instant: by less than a cell. */
  readonly isLater: boolean;
  /**
   * Whether it went otherwise than the undisturbed life, but exactly as a host to which nothing goes wrong goes that
   * hears of the same events, and does the same acts, at the same instants: what was decisive was heard of in another
   * order.
   */
  readonly isOvertaken: boolean;
  readonly events: number;
  readonly deliveries: number;
  readonly acts: number;
  /** Acts found done after a crash, and not done again. */
  readonly settled: number;
  readonly mishaps: Mishaps | null;
}

/** Plays one life twice, undisturbed and disturbed, and compares. */
export function judge<State, Event extends Happened>(
  room: Room<State, Event>,
  seed: number,
  flaw: Flaw | null = null,
): Verdict {
  const live = (): Life<State, Event> => room.live(seed, new Chance(seed, room.name));
  const life = live();
  const undisturbed = play(live(), seed, { faults: false });
  try {
    const disturbed = play(life, seed, { faults: true, flaw });
    const otherwise = differenceOf(life, undisturbed, disturbed);
    const isRace = otherwise !== null && life.isRough && life.patience === null;
    const difference = isRace
      ? differenceOf(life, play(live(), seed, { faults: false, told: asItWent(disturbed) }), disturbed)
      : otherwise;
    return {
      difference,
      isLater: undisturbed.ledger.entries.some(({ key, at }) => disturbed.ledger.find(key)?.at !== at),
      isOvertaken: isRace && difference === null,
      events: disturbed.events,
      deliveries: disturbed.deliveries,
      acts: disturbed.ledger.entries.length,
      settled: disturbed.settled,
      mishaps: disturbed.mishaps,
    };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const none = { isLater: false, isOvertaken: false, events: 0, deliveries: 0, acts: 0, settled: 0, mishaps: null };
    return { ...none, difference: error.message };
  }
}

function asItWent<State>({ heard, ledger }: Played<State>): Telling['told'] & object {
  return { heard, done: new Map(ledger.entries.map(({ key, at }) => [key, at])) };
}

/** What is another in a disturbed life; `null`: nothing but the instants of what was done, by less than a cell. */
export function differenceOf<State, Event extends Happened>(
  life: Life<State, Event>,
  undisturbed: Played<State>,
  disturbed: Played<State>,
): string | null {
  return (
    actsDifference(life, undisturbed, disturbed) ??
    stateDifference(life, undisturbed, disturbed) ??
    decisionDifference(life, undisturbed, disturbed)
  );
}

function actsDifference<State, Event extends Happened>(
  { grid, patience }: Life<State, Event>,
  { ledger, recorded }: Played<State>,
  other: Played<State>,
): string | null {
  // Where events are under way for hours, the host may act on less, or on what was taken back.
  if (patience !== null) return null;
  const told = (one: Ledger): readonly string[] =>
    one.entries.map(({ key, at, outcome }) => `${key} in cell ${cellOf(grid, at)}: ${inCells(grid, outcome)}`);
  const done = listDifference(told(ledger), told(other.ledger));
  if (done !== null) return `what was done: ${done}`;
  const kept = listDifference(recorded, other.recorded);
  return kept === null ? null : `what was recorded of it: ${kept}`;
}

function stateDifference<State, Event extends Happened>(
  { comparable }: Life<State, Event>,
  one: Played<State>,
  other: Played<State>,
): string | null {
  for (const [index, state] of one.calm.entries()) {
    const met = other.calm[index];
    if (met === undefined) return `the host was not there at calm moment ${index}`;
    const [expected, seen] = [named(comparable(state), one.ledger), named(comparable(met), other.ledger)];
    if (expected === seen) continue;
    const found = difference(JSON.parse(expected), JSON.parse(seen));
    if (found !== null) return `the state at calm moment ${index} of ${one.calm.length}: ${found}`;
  }
  return null;
}

/** A state in which each instant of an act is the name of that act: when it was done may differ, that it counts may not. */
function named(state: unknown, { entries }: Ledger): string {
  const names = new Map(entries.map(({ at, key }) => [String(at), JSON.stringify(key)]));
  return JSON.stringify(state).replaceAll(/\b\d{13}\b/g, (instant) => names.get(instant) ?? instant);
}

/** What is decided at the end, and on the days that follow. */
function decisionDifference<State, Event extends Happened>(
  { decisions, grid }: Life<State, Event>,
  one: Played<State>,
  other: Played<State>,
): string | null {
  const [state, met] = [one.calm.at(-1), other.calm.at(-1)];
  if (state === undefined || met === undefined) return 'the host was not there at the end';
  for (const cells of [0, 2, 18, 198, 1998]) {
    const at: Instant = one.end + cells * grid.cell;
    const decided = (of: State): readonly string[] =>
      decisions(of, at).map(({ outcome, rule, validUntil }) => inCells(grid, { outcome, rule, validUntil }));
    const found = listDifference(decided(state), decided(met));
    if (found !== null) return `what is decided ${cells} cells after the end: ${found}`;
  }
  return null;
}

/** As JSON, instants by their cells: those that follow from what was done are later by as much. */
function inCells(grid: Grid, value: unknown): string {
  return canonical(value, (field, part) => {
    // Dates that movers named are in the order in which they were heard.
    if (field === 'availability' && Array.isArray(part)) return sorted(part);
    return typeof part === 'number' && part > grid.origin / 2 ? `cell ${cellOf(grid, part)}` : part;
  });
}
