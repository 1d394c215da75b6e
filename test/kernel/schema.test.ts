import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import type { Duration } from '../../src/kernel/clock.js';
import {
  civilDateSchema,
  durationSchema,
  isoDurationSchema,
  idSchema,
  instantSchema,
  isoInstantSchema,
  read,
  zoneSchema,
  type Problem,
} from '../../src/kernel/schema.js';

const RUNS = { numRuns: 1_000 };
const INSTANT = 'an instant: ISO 8601 with an offset ("2026-05-13T10:00:00-04:00"), or whole milliseconds since 1970';

/** What is wrong, or nothing. */
function problems(schema: z.ZodType, input: unknown): readonly Problem[] {
  const result = read(schema, input);
  return result.ok ? [] : result.problems;
}

/** What one that goes in comes out as, or what was expected instead. */
function outcome<T>(schema: z.ZodType<T>, input: unknown): T | string {
  const result = read(schema, input);
  return result.ok ? result.value : result.problems.map(({ expected }) => expected).join('; ');
}

describe('reading', () => {
  const order = z.strictObject({
    id: idSchema,
    at: instantSchema,
    lines: z.array(z.strictObject({ kind: z.enum(['a', 'b']), size: z.int() })),
  });

  it('gives the value where nothing is wrong', () => {
    const input = { id: 'x', at: '2026-05-13T10:00:00-04:00', lines: [{ kind: 'a', size: 1 }] };
    expect(read(order, input)).toEqual({ ok: true, value: { ...input, at: Date.parse('2026-05-13T14:00:00Z') } });
  });

  it('lists everything that is wrong, each with its path, what was seen and what was expected', () => {
    const input = {
      id: '',
      at: 1.5,
      lines: [
        { kind: 'a', size: 1 },
        { kind: 'c', size: '1', extra: true },
      ],
      more: null,
    };
    expect(read(order, input)).toEqual({
      ok: false,
      problems: [
        { path: 'id', seen: '""', expected: 'an id that is not empty' },
        { path: 'at', seen: '1.5', expected: INSTANT },
        { path: 'lines[1].kind', seen: '"c"', expected: '"a" or "b"' },
        { path: 'lines[1].size', seen: '"1"', expected: 'a number' },
        { path: 'lines[1].extra', seen: 'true', expected: 'no such field' },
        { path: 'more', seen: 'null', expected: 'no such field' },
      ],
    });
  });

  it('names each of several fields that nobody knows', () => {
    expect(problems(z.strictObject({}), { a: 1, b: [2] })).toEqual([
      { path: 'a', seen: '1', expected: 'no such field' },
      { path: 'b', seen: '[2]', expected: 'no such field' },
    ]);
  });

  it('names what is missing "nothing", and the whole by an empty path', () => {
    expect(problems(order, undefined)).toEqual([{ path: '', seen: 'nothing', expected: 'an object' }]);
    expect(problems(order, null)).toEqual([{ path: '', seen: 'null', expected: 'an object' }]);
    expect(problems(order, {}).map(({ path, seen }) => [path, seen])).toEqual([
      ['id', 'nothing'],
      ['at', 'nothing'],
      ['lines', 'nothing'],
    ]);
    expect(problems(z.array(z.int()), [1, 'x'])).toEqual([{ path: '[1]', seen: '"x"', expected: 'a number' }]);
    expect(problems(z.array(z.object({ size: z.int() })), [{}]).map(({ path }) => path)).toEqual(['[0].size']);
  });

  it('sees nothing where a path leads beyond what is there', () => {
    const refusing = z.object({ a: z.unknown() }).refine(() => false, { path: ['a', 'b', 0], error: 'a reason' });
    const inputs = [{ a: 1 }, { a: null }, { a: 'text' }];
    const expected = [{ path: 'a.b[0]', seen: 'nothing', expected: 'a reason' }];
    expect(inputs.map((input) => problems(refusing, input))).toEqual([expected, expected, expected]);
  });

  it('puts the article before the name of a type', () => {
    const expected = [z.string(), z.array(z.string()), z.object({}), z.int(), z.boolean(), z.null()].map(
      (schema) => problems(schema, Symbol('x'))[0]?.expected,
    );
    expect(expected).toEqual(['a string', 'an array', 'an object', 'a number', 'a boolean', 'a null']);
    expect(outcome(z.int(), 1.5)).toBe('an int');
  });

  it('passes on words that a schema has of its own, and those of zod that say more than a type', () => {
    expect(outcome(z.string({ error: 'a name' }), 1)).toBe('a name');
    expect(outcome(z.number().max(5), 6)).toBe('Too big: expected number to be <=5');
    expect(outcome(z.union([z.string(), z.number()]), null)).toBe('Invalid input');
    expect(outcome(z.literal('on'), 'off')).toBe('"on"');
  });

  it('shows what JSON cannot write by its name', () => {
    const seen = [NaN, Infinity, -Infinity, -0, () => 1, Symbol('x'), undefined].map(
      (input) => problems(z.string(), input)[0]?.seen,
    );
    expect(seen).toEqual(['NaN', 'Infinity', '-Infinity', '0', 'function', 'symbol', 'nothing']);
    expect(problems(z.string(), { toJSON: () => undefined })[0]?.seen).toBe('object');
  });

  it('cuts what is long to sixty characters at most', () => {
    const seen = (length: number): string => problems(z.int(), 'x'.repeat(length))[0]?.seen ?? '';
    expect(seen(58)).toBe(`"${'x'.repeat(58)}"`);
    expect(seen(59)).toBe(`"${'x'.repeat(56)}…`);
    expect(seen(10_000)).toBe(`"${'x'.repeat(56)}…`);
  });

  it('never throws on what JSON can hold, and shows each problem in sixty characters at most', () => {
    const schemas = fc.constantFrom(order, durationSchema, instantSchema, civilDateSchema, zoneSchema, idSchema);
    fc.assert(
      fc.property(schemas, fc.oneof(fc.jsonValue(), fc.object()), (schema: z.ZodType, input) => {
        const result = read(schema, input);
        if (result.ok) return;
        expect(result.problems.length).toBeGreaterThan(0);
        expect(result.problems.every(({ seen, expected }) => seen.length <= 60 && expected !== '')).toBe(true);
      }),
      RUNS,
    );
  });

  it('does not throw on a bigint', () => {
    expect(problems(z.string(), 1n)).toEqual([{ path: '', seen: 'bigint', expected: 'a string' }]);
  });

  it('does not throw on an object that holds itself', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(problems(z.string(), circle)[0]?.expected).toBe('a string');
  });

  it('does not throw on an object that cannot be written', () => {
    const broken = { toJSON: () => JSON.parse('') as unknown };
    expect(problems(z.string(), broken)[0]?.expected).toBe('a string');
  });
});

describe('data that cannot be looked into to the bottom', () => {
  /** Throws where it looks into the data: what is then said depends on the data alone. */
  const throwing = z.unknown().transform(() => {
    throw new Error('a fault of the schema');
  });
  const nested = (depth: number, inner: unknown): unknown =>
    depth === 0 ? inner : depth % 2 === 0 ? [1, nested(depth - 1, inner)] : { a: null, b: nested(depth - 1, inner) };
  const circle: unknown[] = ['sound'];
  circle.push(circle);

  it.each<[string, unknown]>([
    ['holds itself', circle],
    [
      'has a getter that throws',
      Object.defineProperty({}, 'a', { enumerable: true, get: () => JSON.parse('') as unknown }),
    ],
    [
      'has such a getter in one part of many',
      [1, { a: 1 }, Object.defineProperty({}, 'a', { enumerable: true, get: () => JSON.parse('') as unknown })],
    ],
    ['is nested 101 deep', nested(101, 1)],
    ['is nested deeper than a stack', JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
  ])('is one problem, that of the whole, where it %s', (_, input) => {
    expect(read(throwing, input)).toEqual({
      ok: false,
      problems: [{ path: '', seen: 'object', expected: 'data that can be read: plain JSON, not nested too deep' }],
    });
  });

  it.each<[string, unknown]>([
    ['a text', 'text'],
    ['a number', 5],
    ['null', null],
    ['nothing', undefined],
    ['an empty object', {}],
    ['a list of sound parts', ['text', 1, null, undefined, { a: [] }]],
    ['nested 100 deep', nested(100, 'text')],
  ])(
    'is not what a schema of the caller’s own throws at, where it is %s: that is for the caller to know',
    (_, input) => {
      expect(() => read(throwing, input)).toThrow('a fault of the schema');
    },
  );
});

describe('a part that is wrong', () => {
  it.each<[string, z.ZodType, unknown]>([
    ['an instant', instantSchema, 1.5],
    ['an instant as a text', isoInstantSchema, '2026-05-13'],
    ['a duration', durationSchema, {}],
    ['an ISO duration', isoDurationSchema, '5 minutes'],
    ['an ISO duration', isoDurationSchema, 'P1M'],
    ['a civil date', civilDateSchema, '2026-02-30'],
  ])('is one problem: what its whole must be is not asked of what is not %s', (_, schema, wrong) => {
    const whole = z.object({ part: schema }).refine(() => false, { error: 'a whole' });
    expect(problems(whole, { part: wrong }).map(({ path }) => path)).toEqual(['part']);
  });
});

describe('an instant', () => {
  it('is whole milliseconds as far as a date reaches, and comes out as it went in', () => {
    for (const at of [0, -1, 1_778_680_800_000, 8.64e15, -8.64e15]) expect(outcome(instantSchema, at)).toBe(at);
  });

  it('is an ISO 8601 text with an offset, and comes out as milliseconds, whatever the host’s zone', () => {
    const texts = ['2026-05-13T10:00:00-04:00', '2026-05-13T14:00:00Z', '2026-05-13T14:00:00.000+00:00'];
    const zone = process.env['TZ'];
    const offsets = { UTC: 0, 'America/Santiago': 180, 'Pacific/Kiritimati': -840 };
    try {
      for (const [TZ, offset] of Object.entries(offsets)) {
        process.env['TZ'] = TZ;
        expect(new Date(2024, 0, 1).getTimezoneOffset()).toBe(offset);
        for (const text of texts) expect(outcome(instantSchema, text)).toBe(Date.UTC(2026, 4, 13, 14));
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    expect(outcome(instantSchema, '2024-02-29T23:59:59.999Z')).toBe(Date.UTC(2024, 2, 1) - 1);
    expect(outcome(instantSchema, '1970-01-01T00:00:00Z')).toBe(0);
  });

  it('is not a text without an offset, nor one that does not exist, nor anything else', () => {
    const texts = ['2026-05-13T10:00:00', '2026-05-13', '2026-02-30T10:00:00Z', '2026-05-13T24:00:00Z', '', 'now', '0'];
    const others = [NaN, Infinity, 1.5, null, undefined, true, {}, [0], new Date(0)];
    for (const input of [...texts, ...others]) expect(outcome(instantSchema, input)).toBe(INSTANT);
  });

  it('may have to be a text', () => {
    const text = 'an instant: ISO 8601 with an offset ("2026-05-13T10:00:00-04:00")';
    expect(outcome(isoInstantSchema, '1970-01-01T00:00:00Z')).toBe(0);
    expect([0, '1970-01-01', null].map((input) => outcome(isoInstantSchema, input))).toEqual(Array(3).fill(text));
  });

  it('is not a number that no date can hold', () => {
    for (const at of [8.64e15 + 1, -8.64e15 - 1, 1e16, -1e300]) expect(read(instantSchema, at).ok).toBe(false);
  });

  it('written by Date comes back as the number that it was', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(outcome(instantSchema, date.toISOString())).toBe(date.getTime());
        },
      ),
      RUNS,
    );
  });

  it('that passes is always a whole number that a date can hold', () => {
    const two = fc.nat(60).map((part) => `${part}`.padStart(2, '0'));
    const parts = fc.tuple(fc.constantFrom('0000', '2024', '9999'), two, two, two, two, two);
    const tail = fc.constantFrom('Z', '+14:00', '-12:00', '+23:59', '-00:00', '.5Z', '.123456789+01:00', '', '+1');
    fc.assert(
      fc.property(parts, tail, ([year, month, day, hour, minute, second], end) => {
        const result = read(instantSchema, `${year}-${month}-${day}T${hour}:${minute}:${second}${end}`);
        if (result.ok) expect(Number.isInteger(result.value) && Math.abs(result.value) <= 8.64e15).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a civil date, a zone, a duration and an id', () => {
  it('are read as they are written', () => {
    expect(outcome(civilDateSchema, '2024-02-29')).toBe('2024-02-29');
    expect(outcome(zoneSchema, 'America/Santiago')).toBe('America/Santiago');
    expect(outcome(durationSchema, { hours: 1, minutes: 0.5 })).toEqual({ hours: 1, minutes: 0.5 });
    expect(outcome(durationSchema, { seconds: 0 })).toEqual({ seconds: 0 });
    expect(outcome(idSchema, 'wamid.1')).toBe('wamid.1');
    expectTypeOf<z.output<typeof durationSchema>>().toEqualTypeOf<Duration>();
  });

  it('are refused with words that show how they are written', () => {
    const missing = 'a civil date that exists, as "2026-05-13"';
    expect(['2023-02-29', '2026-5-1', ''].map((text) => outcome(civilDateSchema, text))).toEqual(
      Array(3).fill(missing),
    );
    expect([20_000, null].map((text) => outcome(civilDateSchema, text))).toEqual(
      Array(2).fill('a civil date: "2026-05-13"'),
    );
    expect(outcome(zoneSchema, 'Santiago')).toBe('an IANA zone that this runtime knows, as "America/Santiago"');
    expect(outcome(zoneSchema, -4)).toBe('an IANA zone: "America/Santiago"');
    expect([outcome(idSchema, ''), outcome(idSchema, 7)]).toEqual(['an id that is not empty', 'an id: a text']);
  });

  it('are refused where a part of a duration is negative, not finite or unknown, or there is none', () => {
    const part = 'a number, 0 or more';
    expect(problems(durationSchema, { days: -1, hours: NaN, minutes: Infinity, seconds: '5' })).toEqual([
      { path: 'days', seen: '-1', expected: part },
      { path: 'hours', seen: 'NaN', expected: part },
      { path: 'minutes', seen: 'Infinity', expected: part },
      { path: 'seconds', seen: '"5"', expected: part },
    ]);
    expect(outcome(durationSchema, {})).toBe('a duration with at least one part: { "minutes": 5 }');
    expect(outcome(durationSchema, 5)).toBe('a duration: { "minutes": 5 }');
    const notIso = ['', 'P', 'PT', '5 minutes', '1H', 'P1M?', 'P1YT', 5, null, { minutes: 5 }];
    expect(notIso.map((input) => outcome(isoDurationSchema, input))).toEqual(
      notIso.map(() => 'a duration: ISO 8601 ("PT1H30M")'),
    );
    for (const vague of ['P1M', 'P1Y', 'P1Y2M3DT4H', 'P2M', 'P12M', 'P10Y3D', 'P12M1DT1M']) {
      expect(outcome(isoDurationSchema, vague)).toBe('a duration without months or years: ISO 8601 ("PT1H30M")');
    }
    expect(outcome(isoDurationSchema, 'P1DT1M')).toBe(86_460_000);
    expect(outcome(isoDurationSchema, 'P100000000D')).toBe(8.64e15);
    for (const long of ['P100000000DT0.001S', `P${'3'.repeat(200)}DT2.5S`, `P${'3'.repeat(400)}D`]) {
      expect(outcome(isoDurationSchema, long)).toBe('a duration of 100,000,000 days at most: ISO 8601 ("PT1H30M")');
    }
    expect(problems(durationSchema, { minutes: 5, months: 1 })).toEqual([
      { path: 'months', seen: '1', expected: 'no such field' },
    ]);
  });

  it('are refused where a duration is longer than a date reaches', () => {
    expect(outcome(durationSchema, { days: 100_000_000 })).toEqual({ days: 100_000_000 });
    expect(problems(durationSchema, { days: 100_000_000, seconds: 1 })).toEqual([
      {
        path: '',
        seen: '{"days":100000000,"seconds":1}',
        expected: 'a duration of 100,000,000 days at most: { "minutes": 5 }',
      },
    ]);
  });

  it('are refused where the only part of a duration is undefined', () => {
    expect(read(durationSchema, { minutes: undefined }).ok).toBe(false);
  });
});
