import { noMishaps, type Mishaps } from './faults.js';
import type { Flaw } from './host.js';
import type { Happened, Room } from './room.js';
import { rooms, type RoomName } from './rooms.js';
import { judge } from './verdict.js';

/** What many lives came to. */
export interface Tally {
  lives: number;
  /** Lives in which something was noticed at another instant, and nothing else was another. */
  later: number;
  /** Lives in which the order of arrival was decisive, and which went as that order has it. */
  overtaken: number;
  events: number;
  deliveries: number;
  acts: number;
  settled: number;
  mishaps: Mishaps;
  /** Of the lives that went otherwise, the first few: the seed, and what was another. */
  differing: number;
  failures: { readonly seed: number; readonly difference: string }[];
}

export function noTally(): Tally {
  return {
    lives: 0,
    later: 0,
    overtaken: 0,
    events: 0,
    deliveries: 0,
    acts: 0,
    settled: 0,
    mishaps: noMishaps(),
    differing: 0,
    failures: [],
  };
}

/** Plays the lives of some seeds, `to` not included. */
export function tallyOf(name: RoomName, from: number, to: number, flaw: Flaw | null = null): Tally {
  const tally = noTally();
  for (let seed = from; seed < to; seed++) count(tally, seed, rooms[name], flaw);
  return tally;
}

function count<State, Event extends Happened>(
  tally: Tally,
  seed: number,
  room: Room<State, Event>,
  flaw: Flaw | null,
): void {
  const { difference, isLater, isOvertaken, events, deliveries, acts, settled, mishaps } = judge(room, seed, flaw);
  tally.lives += 1;
  tally.events += events;
  tally.deliveries += deliveries;
  tally.acts += acts;
  tally.settled += settled;
  if (mishaps !== null) addMishaps(tally.mishaps, mishaps);
  if (isOvertaken) tally.overtaken += 1;
  if (difference === null) tally.later += isLater && !isOvertaken ? 1 : 0;
  else {
    tally.differing += 1;
    if (tally.failures.length < 3) tally.failures.push({ seed, difference });
  }
}

/** Two tallies as one. */
export function added(one: Tally, other: Tally): Tally {
  const mishaps = { ...one.mishaps };
  addMishaps(mishaps, other.mishaps);
  return {
    lives: one.lives + other.lives,
    later: one.later + other.later,
    overtaken: one.overtaken + other.overtaken,
    events: one.events + other.events,
    deliveries: one.deliveries + other.deliveries,
    acts: one.acts + other.acts,
    settled: one.settled + other.settled,
    mishaps,
    differing: one.differing + other.differing,
    failures: [...one.failures, ...other.failures],
  };
}

function addMishaps(sum: Mishaps, more: Mishaps): void {
  for (const kind of Object.keys(sum) as (keyof Mishaps)[]) sum[kind] += more[kind];
}

/** The first seed at which a flawed host is found out; `null`: none of so many. */
export function foundOut(name: RoomName, flaw: Flaw, most: number): number | null {
  for (let seed = 1; seed <= most; seed++) if (tallyOf(name, seed, seed + 1, flaw).differing > 0) return seed;
  return null;
}
