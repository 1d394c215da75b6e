import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shown } from '../../src/kernel/shown.js';

/** The whole of it as JSON, and then cut: what `shown` says without writing the whole. */
function cut(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

describe('what is shown of a value', () => {
  it('is its JSON, down to its last part', () => {
    const whole = [
      [{ a: 1, b: [true, null, 'x'], c: { d: {} } }, '{"a":1,"b":[true,null,"x"],"c":{"d":{}}}'],
      [[[], [[]], { '': 0 }], '[[],[[]],{"":0}]'],
      [[undefined, () => 1, NaN], '[null,null,null]'],
      [{ a: undefined, b: 2 }, '{"b":2}'],
      [JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
    ] as const;
    expect(whole.map(([value]) => shown(value))).toEqual(whole.map(([, text]) => text));
  });

  it('is what JSON makes of an object of a class, and of one that says so itself', () => {
    class Person {
      readonly name = 'Ana';
    }
    const fields = Object.fromEntries(Array.from({ length: 100 }, (_, field) => [`field${field}`, field]));
    const whole = [
      [new Date(0), '"1970-01-01T00:00:00.000Z"'],
      [new Person(), '{"name":"Ana"}'],
      [Object.assign(Object.create(null) as object, { a: 1 }), '{"a":1}'],
      [[new Number(5), new String('x'), new Boolean(false)], '[5,"x",false]'],
      [new Map([[1, 2]]), '{}'],
      [{ ...fields, toJSON: () => 'in its own words' }, '"in its own words"'],
    ] as const;
    expect(whole.map(([value]) => shown(value))).toEqual(whole.map(([, text]) => text));
  });

  it('is the beginning of its JSON where that is longer than sixty letters', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(shown([value, value])).toBe(cut([value, value]));
      }),
      { numRuns: 1_000 },
    );
    const long = [
      Array.from({ length: 1_000 }, () => 1),
      Array.from({ length: 1_000 }, () => Array.from({ length: 1_000 }, () => 1)),
      Object.fromEntries(Array.from({ length: 1_000 }, (_, field) => [`f${field}`, { field }])),
      { [`${'x'.repeat(100)}1`]: 1, [`${'x'.repeat(100)}2`]: 2 },
      { short: 'x'.repeat(100), [`${'x'.repeat(100)}2`]: 'y'.repeat(100) },
    ];
    expect(long.map(shown)).toEqual(long.map(cut));
  });

  it('is the beginning of what is nested deeper than a stack', () => {
    const nested = (opening: string, closing: string): unknown =>
      JSON.parse(`${opening.repeat(100_000)}0${closing.repeat(100_000)}`);
    expect(shown(nested('[', ']'))).toBe(`${'['.repeat(57)}…`);
    expect(shown(nested('{"a":', '}'))).toBe(`${'{"a":'.repeat(12).slice(0, 57)}…`);
  });

  it.each<[string, (part: (index: number) => unknown) => object]>([
    ['a list', (part) => Array.from({ length: 200 }, (_, index) => part(index))],
    ['an object', (part) => Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`f${index}`, part(index)]))],
  ])('costs a look at sixty parts at most, however many %s has', (_, made) => {
    let looks = 0;
    const watched = (value: object): object =>
      new Proxy(value, {
        get: (target, key) => {
          if (key !== 'length' && Object.hasOwn(target, key)) looks += 1;
          return Reflect.get(target, key) as unknown;
        },
      });
    const looksAt = (value: object): number => {
      looks = 0;
      shown(watched(value));
      return looks;
    };
    // With the value itself: sixty.
    expect(looksAt(made(() => 1))).toBe(59);
    // The first part takes all the room; of the others nothing is looked at.
    expect(looksAt(made(() => watched(made(() => 1))))).toBe(59 + 58);
  });
});
