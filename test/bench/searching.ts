import * as ladder from '../../src/ladder/index.js';
import { enRouteByHand } from './en-route-by-hand.js';
import { recordByHand, startByHand, type SearchByHand } from './ladder-by-hand.js';
import { recordInMachine, recordInStore, startInMachine, startInStore } from './ladder-hosts.js';
import { decideByHand } from './next-step-by-hand.js';
import { compare, type Measured, type Side } from './pairs.js';
import { mulberry32 } from './random.js';
import { interMove, typicalJob, typicalLadder, typicalStory } from './searches.js';
import { sink } from './sink.js';
import { INPUTS } from './speed.js';

export const STORIES = 1_000;
export const EVENTS = 50;
export const JOBS = 100_000;

/*
 * As in `speed.ts`, each batch has a loop of its own, written out. A batch folds each story from its beginning,
 * and keeps where it ended.
 */

export async function searchPairs(): Promise<{
  readonly byHand: Measured;
  readonly store: Measured;
  readonly machine: Measured;
}> {
  const random = mulberry32(6);
  const stories = Array.from({ length: STORIES }, (_, number) => typicalStory(random, number, EVENTS));
  const ours: Side = {
    calls: STORIES * EVENTS,
    batch() {
      for (const { beginning, events } of stories) {
        let search = ladder.start(beginning);
        for (const event of events) search = ladder.record(search, event).state;
        sink.seen = search;
      }
    },
  };
  const byHand: Side = {
    calls: STORIES * EVENTS,
    batch() {
      for (const { beginning, events } of stories) {
        let search: SearchByHand = startByHand(beginning);
        for (const event of events) search = recordByHand(search, event).state;
        sink.seen = search;
      }
    },
  };
  // What a library needs to begin with is made beforehand.
  const stored = stories.map(({ beginning, events }) => ({ first: startInStore(startByHand(beginning)), events }));
  const store: Side = {
    calls: STORIES * EVENTS,
    batch() {
      for (const { first, events } of stored) {
        let snapshot = first;
        for (const event of events) snapshot = recordInStore(snapshot, event);
        sink.seen = snapshot;
      }
    },
  };
  const few = stories.slice(0, STORIES / 20).map(({ beginning, events }) => {
    return { first: startInMachine(startByHand(beginning)), events };
  });
  const machine: Side = {
    calls: few.length * EVENTS,
    batch() {
      for (const { first, events } of few) {
        let snapshot = first;
        for (const event of events) snapshot = recordInMachine(snapshot, event);
        sink.seen = snapshot;
      }
    },
  };
  const against = (baseline: Side, rounds: number): Promise<Measured> =>
    compare({ ours, baseline, rounds, warmUps: 4, batches: 3 });
  return { byHand: await against(byHand, 30), store: await against(store, 20), machine: await against(machine, 8) };
}

/** How often a batch goes through the facts, so that it lasts about a millisecond. */
const TIMES = 40;

export async function ladderPair(): Promise<Measured> {
  const random = mulberry32(8);
  const asked = Array.from({ length: INPUTS }, (_, number) => typicalLadder(random, number));
  const ours: Side = {
    calls: INPUTS * TIMES,
    batch() {
      for (let time = 0; time < TIMES; time++)
        for (const { facts, context } of asked) sink.seen = ladder.decide(facts, context);
    },
  };
  const baseline: Side = {
    calls: INPUTS * TIMES,
    batch() {
      for (let time = 0; time < TIMES; time++)
        for (const { facts, context } of asked) sink.seen = decideByHand(facts, context);
    },
  };
  return compare({ ours, baseline, rounds: 60, warmUps: 15, batches: 11 });
}

/** Gives the number of candidates, too. One call is one sweep over all jobs. */
export async function enRoutePair(): Promise<{ readonly measured: Measured; readonly candidates: number }> {
  const random = mulberry32(9);
  const jobs = Array.from({ length: JOBS }, () => typicalJob(random));
  const ours: Side = {
    calls: 1,
    batch() {
      sink.seen = ladder.enRouteMovers(interMove, jobs);
    },
  };
  const baseline: Side = {
    calls: 1,
    batch() {
      sink.seen = enRouteByHand(interMove, jobs);
    },
  };
  const candidates = ladder.enRouteMovers(interMove, jobs).length;
  const measured = await compare({ ours, baseline, rounds: 40, warmUps: 4, batches: 3 });
  return { measured, candidates };
}
