import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../src/kernel/journal.js';
import { anyEvents, drawn, named } from './arbitraries.js';
import { deliver, keeper, naive, plain, rank, say, trailAt, type Event, type Facts } from './diary.js';

const RUNS = { numRuns: 1_000 };
type State = Journal<Event, Facts>;
/** No two at the same instant and rank, so that the order of arrival plays no part. */
const distinct = fc
  .uniqueArray(drawn, { selector: ({ at, type }) => `${at} ${rank({ type, id: '', at })}`, maxLength: 12 })
  .map(named);
const shuffled = (events: readonly Event[]): fc.Arbitrary<readonly Event[]> =>
  fc.shuffledSubarray([...events], { minLength: events.length });
const permuted = distinct.chain((events) => fc.tuple(fc.constant(events), shuffled(events)));

const probes = [0, 15, 30, 45, 60, 100];

describe('the journal', () => {
  it('gives the facts of its events, as sorting and folding them would', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        expect(deliver(events).facts).toEqual(naive(events));
      }),
      RUNS,
    );
  });

  it('gives the same state for every order of delivery', () => {
    fc.assert(
      fc.property(permuted, ([events, others]) => {
        expect(deliver(others)).toEqual(deliver(events));
      }),
      RUNS,
    );
  });

  it('gives the same state for every order of delivery, whatever the clock showed at each, once all have come', () => {
    fc.assert(
      fc.property(permuted, fc.array(fc.nat(80), { minLength: 12, maxLength: 12 }), ([events, others], clocks) => {
        const walked = others.reduce(
          (state, event, i) => keeper.record(state, event, clocks[i] ?? 0).state,
          keeper.start(),
        );
        const end = say('end', 90);
        expect(keeper.record(walked, end, 90).state).toEqual(deliver([...events, end]));
      }),
      RUNS,
    );
  });

  it('counts an event that is delivered twice once: duplicate, and the very state', () => {
    fc.assert(
      fc.property(anyEvents, fc.option(fc.nat(80)), (events, now) => {
        const state = events.reduce((grown, event) => keeper.record(grown, event, now).state, keeper.start());
        for (const event of events) {
          const again = keeper.record(state, { ...event }, now);
          expect(again.status).toBe('duplicate');
          expect(again.state).toBe(state);
        }
      }),
      RUNS,
    );
  });

  it('gives the same facts whether a deletion comes before its message or after it', () => {
    const pairs = fc.tuple(distinct, fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(pairs, ([events, said, taken]) => {
        const message = say('m', said + 0.25);
        const deletion: Event = { type: 'delete', id: 'd', at: taken + 0.5, of: 'm' };
        const state = deliver(events);
        expect(deliver([deletion, message], state)).toEqual(deliver([message, deletion], state));
        expect(deliver([deletion, message], state).facts).toEqual(state.facts);
      }),
      RUNS,
    );
  });

  it('keeps its facts through compact, and goes on as without it for events at or after the horizon', () => {
    fc.assert(
      fc.property(permuted, fc.nat(60), fc.nat(12), ([, others], horizon, known) => {
        const before = others.slice(0, known);
        const ids = new Set(before.map(({ id }) => id));
        // A message let go of can no longer be deleted; of a deletion that waits while it is let go of, see journal.test.ts.
        const past = new Set(others.filter(({ at }) => at < horizon).map(({ id }) => id));
        const after = others.slice(known).filter(({ at, of }) => at >= horizon && !past.has(of ?? ''));
        const isWaiting = ({ at, of }: Event): boolean => at < horizon && of !== undefined && !ids.has(of);
        fc.pre(!before.some(isWaiting));
        const state = deliver(before);
        const compacted = keeper.compact(state, horizon);
        expect(compacted.facts).toBe(state.facts);
        expect(deliver(after, compacted).facts).toEqual(deliver(after, state).facts);
      }),
      RUNS,
    );
  });

  it('stays small where it is compacted, however many events go through it', () => {
    let state = keeper.start();
    let longest = 0;
    for (let at = 0; at < 2_000; at++) {
      const deletion: Event = { type: 'delete', id: `${at}`, at, of: `${at - 1}` };
      state = keeper.record(state, at % 5 === 4 ? deletion : { type: 'noise', id: `${at}`, at }, at).state;
      if (at % 10 === 9) state = keeper.compact(state, at - 20);
      longest = Math.max(longest, keeper.events(state).length);
    }
    expect(longest).toBeLessThan(40);
    expect(keeper.compact(keeper.compact(state, 5_000), 6_000)).toEqual({ ...keeper.start(), since: 6_000 });
  });

  it('leaves the very state where an event is forgotten or undated', () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 1, max: 60 }), fc.double({ max: 0.5 }), (events, horizon, early) => {
        const state = keeper.compact(deliver(events), horizon);
        const at = Number.isFinite(early) ? early : NaN;
        const { state: same, status } = keeper.record(state, say('x', at), null);
        expect(same).toBe(state);
        expect(status).toBe(Number.isNaN(at) ? 'undated' : 'forgotten');
      }),
      RUNS,
    );
  });

  it('lets an event ahead of the clock count from its instant on, as if it had been recorded late', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(80), (events, now) => {
        const state = events.reduce((grown, event) => keeper.record(grown, event, now).state, keeper.start());
        expect(plain(state.facts)).toEqual(naive(events, now));
        for (const at of probes.filter((probe) => probe >= now)) {
          expect(trailAt(state, at)).toBe(naive(events, at).trail);
        }
        for (let { next } = state.facts, from = now; next != null; { next } = next.facts) {
          expect(next.from).toBeGreaterThan(from);
          from = next.from;
        }
      }),
      RUNS,
    );
  });

  it('goes on from JSON, stored after any event, with the same result', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(12), fc.option(fc.nat(60)), (events, length, now) => {
        const go = (from: State, all: readonly Event[]): State =>
          all.reduce((state, event) => keeper.record(state, event, now).state, from);
        const state = go(keeper.start(), events.slice(0, length));
        const stored = JSON.parse(JSON.stringify(state)) as State;
        expect(stored).toEqual(state);
        expect(go(stored, events.slice(length))).toEqual(go(state, events.slice(length)));
      }),
      RUNS,
    );
  });
});
