import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraries, laws } from 'pauta/testing';
import { deepFreeze } from '../src/testing/frozen.js';
import { demand, demandSame, isSame, law } from '../src/testing/law.js';
import { demandValidity } from '../src/testing/validity.js';

describe('a law', () => {
  /** How many runs a check makes. */
  function runsOf(parameters?: fc.Parameters<unknown>, numRuns?: number): number {
    let runs = 0;
    const property = fc.property(fc.nat(), () => {
      runs += 1;
    });
    law('counts', property, numRuns).check(parameters);
    return runs;
  }

  it('is looked into a thousand times, or as often as it says, or as often as it is told', () => {
    expect(runsOf()).toBe(1_000);
    expect(runsOf({}, 3_000)).toBe(3_000);
    expect(runsOf({ numRuns: 7 }, 3_000)).toBe(7);
  });

  it('draws the same again with the same seed', () => {
    function drawnWith(seed: number): readonly number[] {
      const drawn: number[] = [];
      const property = fc.property(fc.nat(), (each) => {
        drawn.push(each);
      });
      law('listens', property).check({ seed, numRuns: 20 });
      return drawn;
    }
    expect(drawnWith(1)).toEqual(drawnWith(1));
    expect(drawnWith(1)).not.toEqual(drawnWith(2));
  });

  it('tells the smallest counterexample, the seed, and what did not hold', () => {
    const below = law(
      'is below ten',
      fc.property(fc.nat(), (each) => {
        demand(each < 10, `${each} is not below ten`);
      }),
    );
    expect(() => {
      below.check({ seed: 42 });
    }).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/seed: 42[\s\S]*Counterexample: \[10\][\s\S]*/) as string,
        cause: expect.objectContaining({ message: '10 is not below ten' }) as Error,
      }),
    );
  });
});

describe('sameness', () => {
  it.each<[string, unknown, unknown]>([
    ['the order of fields', { a: 1, b: { c: [2], d: null } }, { b: { d: null, c: [2] }, a: 1 }],
    ['a field that is undefined', { a: 1, b: undefined }, { a: 1 }],
    ['not a number', [Number.NaN], [Number.NaN]],
    ['one object', [Symbol.iterator], [Symbol.iterator]],
  ])('is kept by %s', (_, a, b) => {
    expect([isSame(a, b), isSame(b, a)]).toEqual([true, true]);
  });

  it.each<[string, unknown, unknown]>([
    ['another value', { a: 1 }, { a: 2 }],
    ['another name', { a: 1 }, { b: 1 }],
    ['a field more', { a: 1 }, { a: 1, b: 1 }],
    ['null for a field that is absent', { a: null }, {}],
    ['another order of elements', [1, 2], [2, 1]],
    ['an element more', [1], [1, 2]],
    ['a list in the place of an object', [1], { 0: 1 }],
    ['a text in the place of a number', 1, '1'],
    ['null in the place of an object', {}, null],
    ['a number in the place of an object', {}, 1],
  ])('is broken by %s', (_, a, b) => {
    expect([isSame(a, b), isSame(b, a)]).toEqual([false, false]);
  });

  it('is demanded, and both values are told', () => {
    expect(() => {
      demandSame({ a: 1 }, { a: 2 }, 'the answer');
    }).toThrow('the answer: got {"a":1}, expected {"a":2}');
    expect(() => {
      demandSame(1, 2);
    }).toThrow('the two differ: got 1, expected 2');
  });
});

describe('the promise of validUntil', () => {
  /** An answer that changes at 100, as one that says so until `validUntil`. */
  const told = (validUntil: number | null) => (at: number) => ({
    outcome: { action: at < 100 ? 'wait' : 'act' },
    rule: 'a',
    validUntil: at < 100 ? validUntil : null,
  });

  it('is kept by the instant at which the answer changes', () => {
    demandValidity(told(100), 0, 1_000);
    demandValidity(told(100), 99, 1_000);
    demandValidity(told(null), 100, 1_000);
  });

  it.each([
    ['never', null, 'the answer of 0, which holds until 1000, asked at 100'],
    ['too late', 101, 'the answer of 0, which holds until 101, asked at 100'],
    ['too early', 99, 'the answer of 0 holds until 99, and is the same then'],
    ['now', 0, 'a decision taken at 0 cannot hold only until 0'],
  ])('is broken by one that says %s', (_, validUntil, message) => {
    expect(() => {
      demandValidity(told(validUntil), 0, 1_000);
    }).toThrow(message);
  });

  it('is about the rule, too', () => {
    const byAnother = (at: number) => ({ outcome: 1, rule: at < 50 ? 'a' : 'b', validUntil: at < 50 ? 50 : null });
    demandValidity(byAnother, 0, 1_000);
  });
});

describe('freezing', () => {
  it('goes all the way down, and stops at what is frozen', () => {
    const inner = Object.freeze({ list: [1] });
    const frozen = deepFreeze({ a: { b: [{ c: 1 }] }, inner, nothing: null });
    expect(Object.isFrozen(frozen.a.b[0])).toBe(true);
    expect(Object.isFrozen(frozen.inner.list)).toBe(false);
  });
});

describe('every system', () => {
  const names = ['contact', 'ladder', 'messaging', 'pending', 'requirement', 'routing'];

  it('has laws, each with a name of its own', () => {
    expect(Object.keys(laws).toSorted()).toEqual(names);
    for (const ofSystem of Object.values(laws)) {
      const titles = ofSystem().map(({ name }) => name);
      expect(titles.length).toBeGreaterThan(9);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  it('has arbitraries under the same names', () => {
    expect(Object.keys(arbitraries).toSorted()).toEqual(names);
    for (const ofSystem of Object.values<object>(arbitraries))
      expect(Object.keys(ofSystem)).toEqual(expect.arrayContaining(['facts', 'event', 'events', 'state', 'policy']));
  });
});
