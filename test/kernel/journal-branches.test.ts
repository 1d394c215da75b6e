import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journal, type Journal } from '../../src/kernel/journal.js';
import { drawn, named } from './arbitraries.js';
import {
  canBeTakenBack,
  deepFreeze,
  deliver,
  diary,
  fold,
  keeper,
  naive,
  plain,
  rank,
  say,
  takeBack,
  trailAt,
} from './diary.js';
import type { Event, Facts } from './diary.js';

type State = Journal<Event, Facts>;
const both = deliver([say('a', 10), say('b', 20)]);
const names = (state: State): string =>
  keeper
    .events(state)
    .map(({ id }) => id)
    .join('');

describe('the states of a journal', () => {
  it('may be grown from twice, each time as if it were the only time', () => {
    for (const grown of [both, keeper.start(), keeper.compact(both, 99), deliver([say('f', 1)])]) {
      const event = say('x', 100);
      const [left, right] = [keeper.record(grown, event, null), keeper.record(grown, event, null)];
      expect([left.status, right.status]).toEqual(['applied', 'applied']);
      expect(left.state).toEqual(right.state);
      expect(keeper.record(left.state, event, null).status).toBe('duplicate');
      expect(keeper.record(right.state, event, null).status).toBe('duplicate');
      expect(keeper.record(grown, event, null).status).toBe('applied');
    }
  });

  it('branch: what one branch kept, another has not seen', () => {
    const left = keeper.record(both, say('x', 30), null).state;
    const right = keeper.record(both, say('y', 30), null).state;
    const leftmost = keeper.record(left, say('y', 40), null);
    const rightmost = keeper.record(right, say('x', 40), null);
    expect([leftmost.status, rightmost.status]).toEqual(['applied', 'applied']);
    const grown = [left, right, leftmost.state, rightmost.state, both];
    expect(grown.map(names)).toEqual(['abx', 'aby', 'abxy', 'abyx', 'ab']);
  });

  it('branch from one beginning, also where the first event waits, is ahead, or comes after compact', () => {
    for (const start of [keeper.start(), keeper.compact(keeper.start(), 0), keeper.compact(both, 25)]) {
      const firsts = [say('x', 50), takeBack('y', 50, 'z'), say('z', 50)];
      const states = firsts.map((event, index) => keeper.record(start, event, index === 2 ? 30 : null).state);
      expect(states.map(names)).toEqual(['x', 'y', 'z']);
      const seconds = states.map((state) => keeper.record(state, say('z', 60), null));
      expect(seconds.map(({ status }) => status)).toEqual(['applied', 'applied', 'duplicate']);
      expect(seconds[1]?.state.facts.trail).toBe(start.facts.trail);
    }
  });

  it('branch where a page is full', () => {
    const full = deliver(Array.from({ length: 32 }, (_, at) => say(`${at};`, at)));
    const branches = ['x', 'y'].map((id) => keeper.record(full, say(id, 99), null).state);
    expect(branches.map((state) => state.tail.map(({ id }) => id))).toEqual([['x'], ['y']]);
    expect(branches.every((state) => state.pages[0] === full.pages[0])).toBe(true);
  });

  it('keep eight events a page, join eight pages of one length, and share what is written', () => {
    const events = Array.from({ length: 8 * 64 + 2 * 64 + 3 * 8 + 5 }, (_, at) => say(`${at};`, at));
    const states = [keeper.start()];
    for (const event of events) states.push(deepFreeze(deliver([event], states.at(-1))));
    /** The digits of a length to base eight, each as so many pages of its weight. */
    const weights = [512, 64, 8];
    const pagesOf = (length: number): readonly number[] =>
      weights.flatMap((weight) => Array<number>(Math.floor(length / weight) % 8).fill(weight));
    expect(states.map(({ pages, tail }) => [pages.map((page) => page.length), tail.length])).toEqual(
      states.map((_, length) => [pagesOf(length), length % 8]),
    );
    const last = states.at(-1) as State;
    expect(last.pages.map((page) => page.length)).toEqual([512, 64, 64, 8, 8, 8]);
    expect(states.slice(512).every(({ pages }) => pages[0] === last.pages[0])).toBe(true);
    expect(keeper.events(last)).toEqual(events);
    expect(last.facts).toEqual(naive(events));
  });

  it('have the same pages, however their events came', () => {
    const events = Array.from({ length: 650 }, (_, at) => say(`${at};`, at));
    for (const length of [7, 8, 9, 63, 64, 65, 72, 100, 511, 512, 513, 576, 650]) {
      const [first, ...others] = events.slice(0, length) as [Event, ...Event[]];
      expect(deliver([first], deliver(others))).toEqual(deliver([first, ...others]));
      expect(keeper.compact(deliver([first, ...others]), 1).pages).toEqual(deliver(others).pages);
    }
  });

  it('find an event of any page again, and put a late one into its page', () => {
    const events = Array.from({ length: 64 + 4 * 8 + 5 }, (_, at) => say(`${at};`, at));
    const state = deliver(events);
    for (const stored of [state, JSON.parse(JSON.stringify(state)) as State]) {
      for (const event of events) expect(keeper.record(stored, event, null).status).toBe('duplicate');
    }
    const late = keeper.record(state, say('late', 33.5), null);
    expect(late.status).toBe('late');
    expect([late.state.pages.map((page) => page.length), late.state.tail.length]).toEqual([[64, 8, 8, 8, 8], 6]);
    expect(keeper.events(late.state)[34]?.id).toBe('late');
    const full = deliver(events.slice(0, 64));
    expect(keeper.record(full, say('late', 62.5), null).status).toBe('late');
    expect(keeper.record(full, say('last', 63), null).status).toBe('applied');
  });
});

describe('the cost of an event in order', () => {
  const counting = () => {
    let asked = 0;
    const takesBack = ({ of }: Event): string | null => {
      asked += 1;
      return of ?? null;
    };
    const counted = journal({ initial: diary.initial, fold, rank, takesBack, canBeTakenBack });
    const add = (state: State, at: number): State => counted.record(state, say(`${at};`, at), null).state;
    return { start: () => counted.start(), add, asked: () => asked };
  };

  it('is the same however long the log is', () => {
    const { start, add, asked } = counting();
    let state = start();
    for (let at = 0; at < 500; at++) state = add(state, at);
    expect(asked()).toBe(500);
  });

  it('is that of one pass for a log that comes from JSON, and then the same again', () => {
    const { add, asked } = counting();
    let state = JSON.parse(JSON.stringify(deliver(Array.from({ length: 100 }, (_, at) => say(`${at};`, at))))) as State;
    for (let at = 100; at < 500; at++) state = add(state, at);
    expect(asked()).toBe(500);
  });

  it('is the same where several logs, begun from one state, grow in turn', () => {
    const { start, add, asked } = counting();
    const begun = start();
    let [left, right] = [begun, begun];
    for (let at = 0; at < 250; at++) [left, right] = [add(left, at), add(right, at)];
    expect(asked()).toBe(500);
    expect(left).toEqual(right);
  });
});

/** What a journal should be, written as plainly as can be. */
interface Model {
  readonly log: readonly Event[];
  readonly base: Facts;
  readonly since: number;
  /** What the clock showed when an event was last kept. */
  readonly now: number;
}

function modelRecord(model: Model, event: Event, now: number): { model: Model; status: string } {
  const { log, since } = model;
  if (event.at < since) return { model, status: 'forgotten' };
  if (log.some(({ id }) => id === event.id)) return { model, status: 'duplicate' };
  const grown = [...log, event];
  const isLate = log.some((other) => other.at > event.at || (other.at === event.at && rank(other) > rank(event)));
  const isWaiting = event.of !== undefined && !grown.some(({ id }) => id === event.of);
  return { model: { ...model, log: grown, now }, status: isWaiting ? 'waiting' : isLate ? 'late' : 'applied' };
}

function modelCompact(model: Model, before: number): Model {
  const { log, base, since, now } = model;
  if (before <= since || log.some(({ at }) => at > now)) return model;
  const gone = new Set(log.map(({ of }) => of));
  const past = log.filter((event) => event.at < before && !(gone.has(event.id) && canBeTakenBack(event)));
  return { log: log.filter(({ at }) => at >= before), base: naive(past, Infinity, base), since: before, now };
}

type Turn = { readonly from: number } & (
  { readonly event: number; readonly now: number | null } | { readonly before: number } | { readonly json: true }
);

const from = fc.nat(30);
const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ from, event: fc.nat(13), now: fc.option(fc.nat(70)) }) },
  { weight: 2, arbitrary: fc.record({ from, before: fc.nat(70) }) },
  { weight: 1, arbitrary: fc.record({ from, json: fc.constant(true as const) }) },
);
/** Here deletions take back messages, and are not dated before them: what else they can do has examples of its own. */
const universe = fc.array(drawn, { minLength: 1, maxLength: 14 }).map((all) =>
  named(
    all.map((each) => {
      const target = all[each.of];
      if (each.type !== 'delete' || target === undefined) return each;
      return { ...each, at: Math.max(each.at, target.at), of: target.type === 'delete' ? all.length : each.of };
    }),
  ),
);
/** Events before all others, enough to fill pages or nearly. */
const prelude = fc
  .constantFrom(0, 0, 5, 7, 31, 32, 61, 63)
  .map((length) => Array.from({ length }, (_, index) => say(`${index}-`, index - 1_000)));

describe('any number of branches, each grown, compacted and stored at will', () => {
  it('agree with a model that sorts and folds, and leave every older state as it was', () => {
    fc.assert(
      fc.property(prelude, universe, fc.array(turn, { maxLength: 30 }), (early, events, turns) => {
        const first: Model = { log: early, base: diary.initial, since: -Infinity, now: Infinity };
        const pool: { state: State; model: Model }[] = [{ state: deepFreeze(deliver(early)), model: first }];
        for (const each of turns) {
          const back = Math.max(0, each.from - 20);
          const { state, model } = pool.at(-1 - (back % pool.length)) as (typeof pool)[number];
          if ('before' in each) {
            pool.push({ state: keeper.compact(state, each.before), model: modelCompact(model, each.before) });
          } else if ('json' in each) {
            pool.push({ state: JSON.parse(JSON.stringify(state)) as State, model });
          } else {
            const event = deepFreeze(events[each.event % events.length] as Event);
            const kept = keeper.record(state, event, each.now);
            const wanted = modelRecord(model, event, each.now ?? Infinity);
            expect(kept.status).toBe(wanted.status);
            pool.push({ state: kept.state, model: wanted.model });
          }
          deepFreeze(pool.at(-1));
        }
        for (const { state, model } of pool) {
          expect(plain(state.facts)).toEqual(naive(model.log, model.now, model.base));
          for (const at of [0, 15, 30, 45, 60, 100].filter((probe) => probe >= model.now)) {
            expect(trailAt(state, at)).toBe(naive(model.log, at, model.base).trail);
          }
          const sorted = model.log.toSorted((a, b) => a.at - b.at || rank(a) - rank(b));
          expect(keeper.events(state).filter(({ at }) => at >= model.since)).toEqual(sorted);
          expect(state.since ?? -Infinity).toBe(model.since);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
