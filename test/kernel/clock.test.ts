import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { fixedClock, manualClock, Now, type Clock } from '../../src/kernel/clock.js';

interface Question {
  readonly strict: boolean;
  readonly deadline: number;
}

const RUNS = { numRuns: 2_000 };
const instant = fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 });
const near = fc.integer({ min: -20, max: 20 });
const question = fc.record({
  strict: fc.boolean(),
  deadline: fc.oneof(
    { weight: 8, arbitrary: near },
    { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, 1e15) },
  ),
});
const questions = fc.array(question, { maxLength: 6 });

function ask(now: Now, { strict, deadline }: Question): boolean {
  return strict ? now.isAfter(deadline) : now.hasReached(deadline);
}

function answersAt(at: number, asked: readonly Question[]): readonly boolean[] {
  const now = new Now(at);
  return asked.map((each) => ask(now, each));
}

function boundaryAt(at: number, asked: readonly Question[]): number | null {
  const now = new Now(at);
  for (const each of asked) ask(now, each);
  return now.boundary;
}

describe('a clock', () => {
  it('may be Date itself', () => {
    const clock: Clock = Date;
    expectTypeOf(Date).toExtend<Clock>();
    const before = Date.now();
    expect(clock.now()).toBeGreaterThanOrEqual(before);
  });

  it('needs nothing but now()', () => {
    expectTypeOf({ now: () => 1 }).toExtend<Clock>();
    expectTypeOf({ now: () => 'noon' }).not.toExtend<Clock>();
  });
});

describe('a fixed clock', () => {
  it('always shows the instant that it was made with', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const clock = fixedClock(at);
        expect([clock.now(), clock.now()]).toEqual([at, at]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is frozen', () => {
    expect(Object.isFrozen(fixedClock(0))).toBe(true);
  });
});

describe('a manual clock', () => {
  it('shows its start until it is moved, and then where it was moved to', () => {
    const clock = manualClock(100);
    expect(clock.now()).toBe(100);
    clock.set(150);
    expect(clock.now()).toBe(150);
    clock.advance(25);
    expect(clock.now()).toBe(175);
  });

  it('may be set to the present, and advanced by nothing', () => {
    const clock = manualClock(100);
    clock.set(100);
    clock.advance(0);
    expect(clock.now()).toBe(100);
  });

  it('refuses to go back, names both instants, and stays where it was', () => {
    const clock = manualClock(100);
    expect(() => {
      clock.set(99);
    }).toThrow(RangeError);
    expect(() => {
      clock.set(99);
    }).toThrow('it shows 100, and was set to 99');
    expect(() => {
      clock.advance(-1);
    }).toThrow(RangeError);
    expect(clock.now()).toBe(100);
  });

  it('refuses what is not a number, and stays where it was', () => {
    const clock = manualClock(100);
    expect(() => {
      clock.set(NaN);
    }).toThrow(RangeError);
    expect(() => {
      clock.advance(NaN);
    }).toThrow(RangeError);
    expect(clock.now()).toBe(100);
  });

  it('never goes back, whatever it is told', () => {
    fc.assert(
      fc.property(instant, fc.array(fc.oneof(instant, near, fc.constant(NaN))), (start, orders) => {
        const clock = manualClock(start);
        let shown = start;
        for (const at of orders) {
          const isAllowed = at >= shown;
          if (isAllowed) clock.set(at);
          else
            expect(() => {
              clock.set(at);
            }).toThrow(RangeError);
          if (isAllowed) shown = at;
          expect(clock.now()).toBe(shown);
        }
      }),
      RUNS,
    );
  });

  it('is frozen, and shares its present with no other', () => {
    const one = manualClock(0);
    const other = manualClock(0);
    one.advance(5);
    expect(Object.isFrozen(one)).toBe(true);
    expect(other.now()).toBe(0);
  });
});

describe('Now', () => {
  it('is after a deadline exactly when it is strictly later', () => {
    fc.assert(
      fc.property(fc.oneof(near, instant), fc.oneof(near, instant), (at, deadline) => {
        expect(new Now(at).isAfter(deadline)).toBe(at > deadline);
      }),
      RUNS,
    );
    expect([9, 10, 11].map((at) => new Now(at).isAfter(10))).toEqual([false, false, true]);
  });

  it('has reached a deadline exactly when it is there or later', () => {
    fc.assert(
      fc.property(fc.oneof(near, instant), fc.oneof(near, instant), (at, deadline) => {
        expect(new Now(at).hasReached(deadline)).toBe(at >= deadline);
      }),
      RUNS,
    );
    expect([9, 10, 11].map((at) => new Now(at).hasReached(10))).toEqual([false, true, true]);
  });

  it('counts a deadline that is not a number as passed, and waits for nothing', () => {
    const now = new Now(10);
    expect(now.isAfter(NaN)).toBe(true);
    expect(now.hasReached(NaN)).toBe(true);
    expect(now.boundary).toBeNull();
  });

  it('counts every deadline as passed where the present itself is not a number', () => {
    const now = new Now(NaN);
    expect(now.isAfter(10)).toBe(true);
    expect(now.hasReached(10)).toBe(true);
    expect(now.boundary).toBeNull();
  });

  it('never reaches a deadline at infinity, and does not wait for it', () => {
    const now = new Now(10);
    expect(now.isAfter(Infinity)).toBe(false);
    expect(now.hasReached(Infinity)).toBe(false);
    expect(now.boundary).toBeNull();
  });

  it('has no boundary before it is asked', () => {
    expect(new Now(10).boundary).toBeNull();
  });

  it('turns one millisecond after a strict deadline, and at an inclusive one', () => {
    expect(boundaryAt(10, [{ strict: true, deadline: 10 }])).toBe(11);
    expect(boundaryAt(10, [{ strict: false, deadline: 10 }])).toBeNull();
    expect(boundaryAt(10, [{ strict: true, deadline: 15 }])).toBe(16);
    expect(boundaryAt(10, [{ strict: false, deadline: 15 }])).toBe(15);
  });

  it('has the nearest of all that was asked for its boundary, in whatever order', () => {
    fc.assert(
      fc.property(near, questions, (at, asked) => {
        const turns = asked
          .map(({ strict, deadline }) => (strict ? deadline + 1 : deadline))
          .filter((turn) => turn > at && turn < Infinity);
        const nearest = turns.length === 0 ? null : Math.min(...turns);
        expect(boundaryAt(at, asked)).toBe(nearest);
        expect(boundaryAt(at, asked.toReversed())).toBe(nearest);
      }),
      RUNS,
    );
  });

  it('gives the same answers at every instant before its boundary, and another one at it', () => {
    fc.assert(
      fc.property(near, questions, (at, asked) => {
        const answers = answersAt(at, asked);
        const boundary = boundaryAt(at, asked);
        const probes = boundary === null ? [at + 1, at + 50, 1e9] : [at, boundary - 1, Math.floor((at + boundary) / 2)];
        for (const probe of probes) expect(answersAt(probe, asked)).toEqual(answers);
        if (boundary === null) return;
        expect(boundary).toBeGreaterThan(at);
        expect(answersAt(boundary, asked)).not.toEqual(answers);
      }),
      RUNS,
    );
  });

  it('has its boundary ahead, or none, however far the deadline', () => {
    for (const deadline of [2 ** 53, 8.64e16 + 1_778_680_800_000]) {
      const now = new Now(deadline);
      now.isAfter(deadline);
      expect(now.boundary ?? Infinity).toBeGreaterThan(deadline);
    }
  });

  it('only ever turns an answer from no to yes', () => {
    fc.assert(
      fc.property(near, fc.nat(30), questions, (at, later, asked) => {
        const before = answersAt(at, asked);
        const after = answersAt(at + later, asked);
        expect(before.every((answer, index) => !answer || after[index] === true)).toBe(true);
      }),
      RUNS,
    );
  });
});
