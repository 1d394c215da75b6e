import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePolicies, type RecordComparison, type RecordOf, type System } from 'pauta/comparison';
import type { Instant } from 'pauta/kernel';
import { scenes, type Drawn, type Scene } from './comparison.arbitraries.js';
import { deepFreeze } from './deep-freeze.js';

const numRuns = 200;

interface Decided {
  readonly rule: string;
  readonly outcome: { readonly action: string };
}

function answerOf({ rule, outcome }: Decided): unknown {
  return { rule, outcome };
}

function stepOf({ rule, outcome }: Decided): unknown {
  return { rule, action: outcome.action };
}

/** When a record is first looked at: not before it says, and a search not before it began. */
function firstOf<S extends System>(record: RecordOf<S>, from: Instant): Instant {
  const begun = 'beginning' in record && 'searchingSince' in record.beginning ? record.beginning.searchingSince : from;
  return Math.max(from, record.since ?? begun);
}

/** Each event delivered once more at once. */
function twice<Record extends object>(record: Record): Record {
  return 'history' in record && Array.isArray(record.history)
    ? { ...record, history: record.history.flatMap((event: unknown) => [event, event]) }
    : record;
}

function promise<S extends System>({ system, drawn, decide }: Scene<S>): void {
  const compare = ({ records, a, b, options }: Omit<Drawn<S>, 'probes'>) =>
    comparePolicies(system, a, b, records, options);
  const check = (predicate: (one: Drawn<S>) => void): void => {
    fc.assert(fc.property(drawn, predicate), { numRuns });
  };

  it('a policy compared with itself changes nothing', () => {
    check(({ records, a, options }) => {
      const { changed, same, cut, pairs, shifts } = compare({ records, a, b: { ...a }, options });
      expect({ changed, same, cut, pairs, shifts }).toEqual({
        changed: [],
        same: records.length,
        cut: [],
        pairs: [],
        shifts: [],
      });
    });
  });

  it('exchanging the policies exchanges was and now, earlier and later', () => {
    check(({ records, a, b, options }) => {
      const [one, other] = [compare({ records, a, b, options }), compare({ records, a: b, b: a, options })];
      const exchanged = other.changed.map((record) => ({
        ...record,
        differences: record.differences.map(({ was, now, ...rest }) => ({ ...rest, was: now, now: was })),
        events: record.events.map(({ was, now, ...rest }) => ({ ...rest, was: now, now: was })),
        shifts: expect.any(Array) as unknown,
      }));
      expect(one.changed).toEqual(exchanged);
      expect(one.shifts).toEqual(
        other.shifts.map(({ earlier, later, onlyWas, onlyNow, ...step }) => ({
          ...step,
          earlier: later,
          later: earlier,
          onlyWas: onlyNow,
          onlyNow: onlyWas,
        })),
      );
    });
  });

  it('differences never overlap, lie in the time looked at, and follow upon each other only with other answers', () => {
    check(({ records, a, b, options }) => {
      for (const { id, differences, events } of compare({ records, a, b, options }).changed) {
        const record = records.find((one) => one.id === id) as RecordOf<S>;
        let reached = firstOf(record, options.from);
        for (const [place, { from, until, was, now }] of differences.entries()) {
          expect(from).toBeGreaterThanOrEqual(reached);
          expect(until).toBeGreaterThan(from);
          expect(until).toBeLessThanOrEqual(options.to);
          const before = differences[place - 1];
          if (before?.until === from) {
            const pairs = [before, { was, now }].map((pair) => [answerOf(pair.was), answerOf(pair.now)]);
            expect(pairs[0]).not.toEqual(pairs[1]);
          }
          reached = until;
        }
        for (const { at } of events) expect(at >= options.from && at < options.to).toBe(true);
      }
    });
  });

  it('at every instant the answers differ as they do when they are asked for one by one', () => {
    check(({ records, a, b, options, probes }) => {
      const { changed } = compare({ records, a, b, options });
      for (const record of records) {
        const differences = changed.find(({ id }) => id === record.id)?.differences ?? [];
        const edges = differences.flatMap(({ from, until }) => [from - 1, from, until - 1, until]);
        const first = firstOf(record, options.from);
        for (const at of [...probes, ...edges].filter((instant) => instant >= first && instant < options.to)) {
          const [was, now] = [decide(record, a, at, options), decide(record, b, at, options)].map(answerOf);
          const there = differences.find(({ from, until }) => from <= at && at < until);
          if (there === undefined) expect(was).toEqual(now);
          else {
            expect([answerOf(there.was), answerOf(there.now)]).toEqual([was, now]);
            expect(isDeepStrictEqual(was, now)).toBe(false);
          }
        }
      }
    });
  });

  it('a step begins where the comparison says, and the two sides differ from the one beginning to the other', () => {
    check(({ records, a, b, options, probes }) => {
      for (const { id, differences, shifts } of compare({ records, a, b, options }).changed) {
        const ends = differences.map(({ until }) => until);
        const record = records.find((one) => one.id === id) as RecordOf<S>;
        const stepAt = (side: 'was' | 'now', at: Instant): unknown =>
          stepOf(decide(record, side === 'was' ? a : b, at, options));
        for (const { rule, action, by, ...begins } of shifts) {
          for (const side of ['was', 'now'] as const) {
            const at = begins[side];
            if (at === null) continue;
            expect(stepAt(side, at)).toEqual({ rule, action });
            expect(stepAt(side, at - 1)).not.toEqual({ rule, action });
          }
          if (begins.was === null || begins.now === null) {
            expect(by).toBeNull();
            expect(begins.was).not.toBe(begins.now);
            continue;
          }
          expect(by).toBe(begins.now - begins.was);
          expect(by).not.toBe(0);
          const [first, last] = [Math.min(begins.was, begins.now), Math.max(begins.was, begins.now)];
          for (const at of [first, last - 1, ...ends, ...probes].filter(
            (instant) => instant >= first && instant < last,
          )) {
            expect(stepAt('was', at)).not.toEqual(stepAt('now', at));
          }
        }
      }
    });
  });

  it('the order of the records does not matter', () => {
    check(({ records, a, b, options }) => {
      const byId = (all: readonly RecordComparison<S>[]) => all.toSorted((one, other) => (one.id < other.id ? -1 : 1));
      const one = compare({ records, a, b, options });
      const other = compare({ records: records.toReversed(), a, b, options });
      expect({ ...other, changed: byId(other.changed) }).toEqual({ ...one, changed: byId(one.changed) });
    });
  });

  it('events delivered twice make the same differences as once', () => {
    check(({ records, a, b, options }) => {
      const once = compare({ records, a, b, options }).changed;
      const again = compare({ records: records.map(twice), a, b, options }).changed;
      expect(again.map(({ id, differences }) => ({ id, differences }))).toEqual(
        once.map(({ id, differences }) => ({ id, differences })),
      );
    });
  });

  it('the pairs add up to the differences', () => {
    check(({ records, a, b, options }) => {
      const { pairs, changed, same, compared } = compare({ records, a, b, options });
      const all = changed.flatMap(({ differences }) => differences);
      const total = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0);
      expect(total(pairs.map(({ times }) => times))).toBe(all.length);
      expect(total(pairs.map(({ sum }) => sum))).toBe(total(all.map(({ from, until }) => until - from)));
      expect(same + changed.length).toBe(compared);
    });
  });

  it('nothing given is changed, and the result is plain JSON', () => {
    check(({ records, a, b, options }) => {
      const { from, to } = options;
      const result = compare({ records: deepFreeze(records), a: deepFreeze(a), b: deepFreeze(b), options });
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      expect(result).toMatchObject({ system, from, to });
    });
  });

  it('some of what is drawn does change', () => {
    const found = fc.sample(drawn, { numRuns: 100, seed: 1 }).filter((one) => compare(one).changed.length > 0);
    expect(found.length).toBeGreaterThan(10);
  });
}

describe('pending', () => {
  promise(scenes.pending);
});
describe('ladder', () => {
  promise(scenes.ladder);
});
describe('contact', () => {
  promise(scenes.contact);
});
describe('requirement', () => {
  promise(scenes.requirement);
});
describe('routing', () => {
  promise(scenes.routing);
});
describe('messaging', () => {
  promise(scenes.messaging);
});
describe('messaging/intake', () => {
  promise(scenes['messaging/intake']);
});
