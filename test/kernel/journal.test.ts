import { describe, expect, it } from 'vitest';
import { Now } from '../../src/kernel/clock.js';
import { current } from '../../src/kernel/decision.js';
import { deliver, diary, keeper, plain, say, takeBack, type Event } from './diary.js';

const one = say('a', 10);
const two = say('b', 20);
const three = say('c', 30);
const both = deliver([one, two]);

describe('a journal', () => {
  it('begins with the initial facts, no events and nothing let go of', () => {
    const start = keeper.start();
    expect(start).toEqual({ version: 1, facts: diary.initial, base: diary.initial, since: null, pages: [], tail: [] });
    expect(keeper.events(start)).toEqual([]);
  });

  it('is frozen, and does not change the states that it is given', () => {
    expect(Object.isFrozen(keeper)).toBe(true);
    const before = structuredClone(both);
    keeper.record(both, say('x', 15), null);
    keeper.record(both, takeBack('x', 40, 'a'), 5);
    keeper.compact(both, 15);
    expect(both).toEqual(before);
  });

  it('folds events as they come, and keeps them in their order', () => {
    expect(plain(both.facts)).toEqual({ trail: 'ab', count: 2 });
    expect(keeper.events(both)).toEqual([one, two]);
  });

  it('says what became of an event: applied, late, duplicate, waiting, forgotten, undated', () => {
    const status = (event: Event): string => keeper.record(keeper.compact(both, 5), event, null).status;
    expect(status(three)).toBe('applied');
    expect(status(say('x', 15))).toBe('late');
    expect(status(one)).toBe('duplicate');
    expect(status(say('a', 99))).toBe('duplicate');
    expect(status(takeBack('x', 30, 'a'))).toBe('applied');
    expect(status(takeBack('x', 15, 'a'))).toBe('late');
    expect(status(takeBack('x', 30, 'unknown'))).toBe('waiting');
    expect(status(takeBack('x', 15, 'unknown'))).toBe('waiting');
    expect(status(say('x', 4))).toBe('forgotten');
    expect(status(say('x', 5))).toBe('late');
    expect([NaN, Infinity, -Infinity].map((at) => status(say('x', at)))).toEqual(Array(3).fill('undated'));
  });

  it('gives back the very state where nothing is kept: duplicate, forgotten, undated', () => {
    const state = keeper.compact(both, 15);
    for (const event of [two, say('x', 14), say('x', NaN)]) {
      expect(keeper.record(state, event, null).state).toBe(state);
      expect(keeper.record(state, event, 5).state).toBe(state);
    }
  });

  it('puts an event that came late in its place', () => {
    const { state } = keeper.record(both, say('x', 15), null);
    expect(state.facts.trail).toBe('axb');
    expect(keeper.events(state).map(({ id }) => id)).toEqual(['a', 'x', 'b']);
  });

  it('orders the events of one instant by rank, and those of one rank by arrival', () => {
    const first: Event = { type: 'preface', id: 'p', at: 10 };
    const second: Event = { type: 'preface', id: 'q', at: 10 };
    const other = say('z', 10);
    expect(deliver([one, first, other, second]).facts.trail).toBe('pqaz');
    expect(deliver([other, second, one, first]).facts.trail).toBe('qpza');
    expect(keeper.record(deliver([one]), other, null).status).toBe('applied');
    expect(keeper.record(deliver([one]), first, null).status).toBe('late');
    expect(deliver([two, one, first, other]).facts.trail).toBe('pazb');
  });

  it('leaves the facts the very object where an event changes nothing, at its instant or later', () => {
    for (const now of [null, 25, 26]) {
      const { state, status } = keeper.record(both, { type: 'noise', id: 'n', at: 25 }, now);
      expect(status).toBe('applied');
      expect(state.facts).toBe(both.facts);
    }
  });

  it('leaves them so also where another event was taken back', () => {
    const before = deliver([one, two, takeBack('d', 22, 'a')]);
    expect(keeper.record(before, { type: 'noise', id: 'n', at: 25 }, null).state.facts).toBe(before.facts);
  });

  it('takes an event of any instant, also before 1970, while nothing was let go of', () => {
    expect(keeper.record(keeper.start(), say('x', -10), null).status).toBe('applied');
    expect(keeper.record(both, say('x', -10), null).status).toBe('late');
  });
});

describe('an event taken back', () => {
  it('counts as never having been, in whichever order the two arrive', () => {
    const deletion = takeBack('d', 25, 'a');
    for (const order of [
      [one, two, deletion],
      [deletion, one, two],
      [one, deletion, two],
      [two, deletion, one],
    ]) {
      expect(plain(deliver(order).facts)).toEqual({ trail: 'b', count: 1 });
    }
  });

  it('stays where it is of a kind that cannot be taken back, whatever names it', () => {
    const preface: Event = { type: 'preface', id: 'p', at: 15 };
    const deletion = takeBack('d', 25, 'p');
    for (const order of [
      [one, preface, deletion],
      [deletion, one, preface],
    ]) {
      const state = deliver(order);
      expect(state.facts.trail).toBe('ap');
      expect(keeper.record(keeper.compact(state, 20), say('x', 22), null).state.facts.trail).toBe('apx');
    }
  });

  it('waits to be taken back by a deletion that came first', () => {
    const waiting = keeper.record(both, takeBack('d', 25, 'c'), null);
    expect(waiting.status).toBe('waiting');
    expect(waiting.state.facts).toEqual(both.facts);
    const { state, status } = keeper.record(waiting.state, three, null);
    expect(status).toBe('applied');
    expect(state.facts.trail).toBe('ab');
    expect(keeper.record(state, say('e', 40), null).state.facts.trail).toBe('abe');
  });

  it('may have been taken back by a deletion dated before it, also after compact', () => {
    const state = deliver([one, takeBack('d', 15, 'c'), three]);
    const compacted = keeper.compact(state, 20);
    expect(keeper.events(compacted).map(({ id }) => id)).toEqual(['d', 'c']);
    const again = keeper.record(keeper.record(compacted, say('e', 40), null).state, say('x', 25), null).state;
    expect(again.facts.trail).toBe('axe');
    expect(keeper.events(keeper.compact(again, 31)).map(({ id }) => id)).toEqual(['e']);
  });

  it('is no longer taken back where its deletion was let go of before it arrived', () => {
    const waiting = keeper.record(both, takeBack('d', 22, 'c'), null).state;
    expect(keeper.record(waiting, three, null).state.facts.trail).toBe('ab');
    expect(keeper.record(keeper.compact(waiting, 25), three, null).state.facts.trail).toBe('abc');
  });

  it('is folded around once, also after compact, where the deletion itself leaves a mark', () => {
    const marking = diary.keeping((facts, { id }) => ({ ...facts, trail: facts.trail + id }));
    const record = (state: ReturnType<typeof marking.start>, event: Event) => marking.record(state, event, null).state;
    const state = [one, takeBack('d', 15, 'c'), three, say('e', 40)].reduce(record, marking.start());
    const late = say('x', 35);
    expect(record(marking.compact(state, 20), late).facts).toEqual(record(state, late).facts);
  });
});

describe('an event ahead of the clock', () => {
  it('is kept, and counts from its instant on', () => {
    const { state, status } = keeper.record(both, three, 25);
    expect(status).toBe('applied');
    expect(plain(state.facts)).toEqual(plain(both.facts));
    expect(state.facts.next?.from).toBe(30);
    expect([29, 30, 31].map((at) => current(state.facts, new Now(at)).trail)).toEqual(['ab', 'abc', 'abc']);
  });

  it('counts at once at its very instant, and where there is no clock', () => {
    for (const now of [30, 31, null]) {
      const { facts } = keeper.record(both, three, now).state;
      expect(facts).toEqual({ trail: 'abc', count: 3 });
    }
  });

  it('is chained to others ahead, each with the facts of its instant', () => {
    const state = [say('e', 50), three, say('x', 5), say('f', 50)].reduce(
      (grown, event) => keeper.record(grown, event, 25).state,
      both,
    );
    const trails = [25, 30, 49, 50].map((at) => current(state.facts, new Now(at)).trail);
    expect(trails).toEqual(['xab', 'xabc', 'xabc', 'xabcef']);
    expect(state.facts.next?.facts.next?.facts.next).toBeUndefined();
  });

  it('takes its place for good once an event is kept after its instant', () => {
    const ahead = keeper.record(both, three, 25).state;
    const { state } = keeper.record(ahead, say('e', 40), 45);
    expect(state).toEqual(deliver([one, two, three, say('e', 40)]));
  });

  it('takes its message back only from its own instant on', () => {
    const { state } = keeper.record(both, takeBack('d', 30, 'a'), 25);
    expect([25, 29, 30].map((at) => current(state.facts, new Now(at)).trail)).toEqual(['ab', 'ab', 'b']);
  });

  it('keeps the log whole: compact waits until it has come', () => {
    const ahead = keeper.record(both, three, 25).state;
    expect(keeper.compact(ahead, 15)).toBe(ahead);
    const come = keeper.record(ahead, say('e', 40), 40).state;
    expect(keeper.events(keeper.compact(come, 15)).map(({ id }) => id)).toEqual(['b', 'c', 'e']);
  });

  it('counts at once where the clock shows NaN, as every deadline then counts as passed', () => {
    expect(keeper.record(both, three, NaN).state.facts.trail).toBe('abc');
    expect(keeper.record(both, say('x', 15), NaN).state.facts.trail).toBe('axb');
  });
});

describe('compact', () => {
  it('lets go of the events before an instant, and leaves the facts the very object', () => {
    const state = keeper.compact(both, 20);
    expect(keeper.events(state)).toEqual([two]);
    expect(state.facts).toBe(both.facts);
    expect(state).toMatchObject({ base: { trail: 'a', count: 1 }, since: 20 });
  });

  it('lets go of them also where a later one has an empty id', () => {
    expect(keeper.events(keeper.compact(deliver([one, say('', 20)]), 20))).toEqual([say('', 20)]);
  });

  it('never goes back, and leaves the log as it is for an instant that is not a number', () => {
    const state = keeper.compact(both, 20);
    for (const before of [20, 19, -Infinity, NaN]) expect(keeper.compact(state, before)).toBe(state);
    expect(keeper.compact(both, NaN)).toBe(both);
    expect(keeper.compact(both, -Infinity)).toBe(both);
  });

  it('forgets what was taken back along with what took it back', () => {
    const state = keeper.compact(deliver([one, two, takeBack('d', 25, 'a'), three]), 26);
    expect(keeper.events(state)).toEqual([three]);
    expect(state.base).toEqual({ trail: 'b', count: 1 });
  });

  it('of a log without events moves the horizon and nothing else', () => {
    const start = keeper.start();
    expect(keeper.compact(start, 20)).toEqual({ ...start, since: 20 });
    expect(keeper.record(keeper.compact(start, 20), say('x', 19), null).status).toBe('forgotten');
    expect(keeper.record(keeper.compact(start, 20), say('x', 20), null).status).toBe('applied');
  });

  it('gives a state that JSON holds, whatever the instant', () => {
    const state = keeper.compact(both, Infinity);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
});
