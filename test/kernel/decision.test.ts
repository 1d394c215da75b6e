import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { Now, type Clock } from '../../src/kernel/clock.js';
import {
  changesAt,
  current,
  defineQuestions,
  defineRules,
  timeline,
  type Rule,
  type WithNext,
} from '../../src/kernel/decision.js';

const RUNS = { numRuns: 2_000 };

/** Decides which of the deadlines have passed, and promises until the first instant at which that is another. */
function count(deadlines: readonly number[]): (clock: Clock) => { passed: number; validUntil: number | null } {
  const passedAt = (now: Now): number => deadlines.filter((deadline) => now.hasReached(deadline)).length;
  return (clock) => {
    const now = new Now(clock.now());
    const passed = passedAt(now);
    return { passed, validUntil: changesAt(now, (later) => passedAt(later) === passed) };
  };
}

describe('defineRules', () => {
  const rule = (): Rule => ({
    statement: { es: 'Se contesta.', en: 'It is answered.' },
    source: { manual: 'pending-chats', lines: [1] },
    basis: 'manual',
    normative: true,
  });

  it('freezes the list and every rule of it, and gives back the very list', () => {
    const list = { 'pending/a': rule(), 'pending/b': rule() };
    const rules = defineRules(list);
    expect(rules).toBe(list);
    expect(Object.isFrozen(rules)).toBe(true);
    expect(Object.values(rules).every((each) => Object.isFrozen(each))).toBe(true);
  });

  it('keeps the ids as a type', () => {
    const rules = defineRules({ 'pending/a': rule() });
    expectTypeOf(rules).toEqualTypeOf<Readonly<Record<'pending/a', Rule>>>();
    expect(rules['pending/a'].basis).toBe('manual');
  });
});

describe('defineQuestions', () => {
  it('freezes the list and every question of it, and gives back the very list', () => {
    const sentence = { es: '…', en: '…' };
    const question = { question: sentence, reading: sentence, other: sentence, why: sentence };
    const list = { 'PC-1': { ...question }, 'PC-2': { ...question } };
    const questions = defineQuestions(list);
    expect(questions).toBe(list);
    expect([questions, ...Object.values(questions)].every((each) => Object.isFrozen(each))).toBe(true);
  });
});

describe('the facts that hold now', () => {
  type Facts = { readonly name: string } & WithNext<{ readonly name: string }>;

  const chain = (instants: readonly number[]): Facts =>
    instants.reduceRight<Facts>((facts, from, index) => ({ name: `${index}`, next: { from, facts } }), {
      name: `${instants.length}`,
    });

  it('are those given, where nothing is dated ahead', () => {
    const plain: Facts = { name: 'a' };
    const closed: Facts = { name: 'b', next: null };
    expect(current(plain, new Now(0))).toBe(plain);
    expect(current(closed, new Now(0))).toBe(closed);
  });

  it('are those of the last instant of the chain that has come', () => {
    const ascending = fc
      .uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 6 })
      .map((instants) => instants.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(ascending, fc.integer({ min: -60, max: 60 }), (instants, at) => {
        const now = new Now(at);
        const passed = instants.filter((instant) => instant <= at).length;
        expect(current(chain(instants), now).name).toBe(`${passed}`);
        expect(now.boundary).toBe(instants[passed] ?? null);
      }),
      RUNS,
    );
  });

  it('change at the instant itself, not after it', () => {
    expect([9, 10, 11].map((at) => current(chain([10]), new Now(at)).name)).toEqual(['0', '1', '1']);
  });
});

describe('changesAt', () => {
  it('passes over the boundaries that change nothing', () => {
    const passed = (now: Now): boolean[] => [10, 20, 30].map((deadline) => now.hasReached(deadline));
    const now = new Now(0);
    passed(now);
    const seen: number[] = [];
    const isSame = (later: Now): boolean => {
      seen.push(later.at);
      return passed(later)[2] === false;
    };
    expect(changesAt(now, isSame)).toBe(30);
    expect(seen).toEqual([10, 20, 30]);
  });

  it('is null where no boundary is ahead, and asks nothing', () => {
    const never = (): boolean => {
      throw new Error('asked');
    };
    expect(changesAt(new Now(0), never)).toBeNull();
  });

  it('is null where every boundary leaves the answer the same', () => {
    const now = new Now(0);
    now.isAfter(10);
    expect(changesAt(now, (later) => later.isAfter(10) || true)).toBeNull();
  });

  it('is the first instant at which the answer is another, as a walk of every millisecond finds it', () => {
    const deadlines = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 });
    fc.assert(
      fc.property(deadlines, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 40 }), (all, modulus, at) => {
        const answer = (now: Now): number =>
          Math.floor(
            all.filter((each, i) => (i % 2 === 0 ? now.isAfter(each) : now.hasReached(each))).length / modulus,
          );
        const now = new Now(at);
        const first = answer(now);
        let walked: number | null = null;
        for (let probe = at + 1; probe <= 42 && walked === null; probe++) {
          if (answer(new Now(probe)) !== first) walked = probe;
        }
        expect(changesAt(now, (later) => answer(later) === first)).toBe(walked);
      }),
      RUNS,
    );
  });
});

describe('a timeline', () => {
  it('gives the exact intervals, the last of them without an end', () => {
    expect(timeline(count([10, 20]), 5, 100)).toEqual([
      { from: 5, until: 10, decision: { passed: 0, validUntil: 10 } },
      { from: 10, until: 20, decision: { passed: 1, validUntil: 20 } },
      { from: 20, until: null, decision: { passed: 2, validUntil: null } },
    ]);
  });

  it('does not include the instant that it goes to, but the last interval may reach beyond it', () => {
    expect(timeline(count([10, 20]), 5, 10).map(({ from, until }) => [from, until])).toEqual([[5, 10]]);
    expect(timeline(count([10, 20]), 5, 11).map(({ from, until }) => [from, until])).toEqual([
      [5, 10],
      [10, 20],
    ]);
  });

  it('may go on for good', () => {
    expect(timeline(count([10]), 5, Infinity).map(({ from, until }) => [from, until])).toEqual([
      [5, 10],
      [10, null],
    ]);
  });

  it('is empty where its beginning is not before its end', () => {
    const never = (): never => {
      throw new Error('decided');
    };
    expect(timeline(never, 10, 10)).toEqual([]);
    expect(timeline(never, 11, 10)).toEqual([]);
    expect(timeline(never, NaN, 10)).toEqual([]);
    expect(timeline(never, 10, NaN)).toEqual([]);
  });

  it('throws on a decision that does not hold beyond the instant at which it was taken', () => {
    for (const validUntil of [7, 6, NaN, -Infinity]) {
      expect(() => timeline(() => ({ validUntil }), 7, 10)).toThrow(
        `A decision taken at 7 cannot hold only until ${validUntil}.`,
      );
    }
  });

  it('leaves no gap, and holds at every instant the decision that would be taken there', () => {
    const deadlines = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 });
    fc.assert(
      fc.property(deadlines, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 30 }), (all, from, length) => {
        const decide = count(all);
        const intervals = timeline(decide, from, from + length);
        expect(intervals[0]?.from).toBe(from);
        for (const [index, { until }] of intervals.entries()) {
          const next = intervals[index + 1];
          if (next !== undefined) expect(until).toBe(next.from);
        }
        expect(intervals.at(-1)?.until ?? Infinity).toBeGreaterThanOrEqual(from + length);
        for (let at = from; at < from + length; at++) {
          const holding = intervals.filter((each) => each.from <= at && at < (each.until ?? Infinity));
          expect(holding.map(({ decision }) => decision.passed)).toEqual([decide({ now: () => at }).passed]);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
