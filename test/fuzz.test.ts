import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endOfDate, isCivilDate, isZone } from '../src/kernel/calendar.js';
import { durationSchema, read } from 'pauta/kernel/schema';
import { policy } from 'pauta/ladder';
import { policySchema } from 'pauta/messaging/schema';
import { factsSchema } from 'pauta/pending/schema';
import { reportCsv, validate } from 'pauta/routing/csv';
import { ask, cases, check } from 'pauta/spec';
import { Campaign } from './proof/fuzz/campaign.js';
import { doors, type Door } from './proof/fuzz/doors/index.js';
import { prototypesCleaned } from './proof/fuzz/prototypes.js';
import { expressions, expressionsIn, type Verdict } from './proof/fuzz/expressions.js';

const UNREADABLE = 'data that can be read: plain JSON, not nested too deep';
const upload = { account: 'wa-1', kind: 'whatsapp', team: {} } as const;

/** What a campaign says of doors that are as they must not be. */
async function failuresOf(call: Door['call'], seeds: readonly unknown[], calls: number): Promise<readonly string[]> {
  const campaign = new Campaign([{ name: 'planted', kind: 'value', seeds, call }], ['type'], 1);
  await campaign.begin();
  for (let left = calls; left > 0; left--) await campaign.step();
  return campaign.findings.failures.map(({ what }) => what);
}

describe('the fuzzing', () => {
  it('finds what is planted: an exception, a written prototype, a changed input, a slow answer, plain data refused', async () => {
    const field = (input: unknown): Record<string, unknown> => Object(input) as Record<string, unknown>;
    const seeds = [{ type: 'a', at: 1 }];
    const thrown = await failuresOf((input) => [field(input)['at'] === 0 ? String(JSON.parse('{')) : ''], seeds, 300);
    expect(thrown.join()).toContain('SyntaxError');
    const merged = await failuresOf(
      (input) => {
        const own = Object.getOwnPropertyDescriptor(Object(input), '__proto__')?.value as object | undefined;
        return Object.keys(own === undefined ? {} : Object.assign(Object.prototype, { polluted: true }));
      },
      seeds,
      900,
    );
    expect(merged.join()).toContain('prototypes changed');
    prototypesCleaned();
    const changed = await failuresOf((input) => [String((field(input)['at'] = 2))], seeds, 20);
    expect(changed.join()).toContain('read only property');
    const slow = await failuresOf((input) => ['x'.repeat(field(input)['at'] === 1 ? 1 : 0) + busy(260)], seeds, 0);
    expect(slow.join()).toContain('slow');
    expect((await failuresOf(() => [UNREADABLE], seeds, 5)).join()).toContain('Plain data, and unreadable');
  });

  it('finds nothing at our doors in a short campaign', async () => {
    const campaign = new Campaign(doors, ['type', 'at', '__proto__', 'facts', 'none'], 20_260_513);
    for (let left = 1_000; left > 0; left--) await campaign.step();
    const { failures, outcomes } = campaign.findings;
    expect(failures.filter(({ what }) => !what.startsWith('slow'))).toEqual([]);
    // So many different answers are not had by inputs that are all refused for the same reason.
    expect(outcomes).toBeGreaterThan(500);
  });
});

function busy(milliseconds: number): string {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
  return '';
}

describe('the regular expressions of the library', () => {
  const checked = JSON.parse(
    readFileSync(new URL('proof/fuzz/expressions.json', import.meta.url), 'utf8'),
  ) as readonly Verdict[];
  const written = ({ source, flags }: Pick<Verdict, 'source' | 'flags'>): string => `/${source}/${flags}`;

  it('were all checked to be linear: after a new one, npm run prove -- fuzz', () => {
    expect(checked.filter(({ status }) => status !== 'safe')).toEqual([]);
    expect(expressions().map(written).sort()).toEqual(checked.map(written).sort());
  });

  it('are found as literals and where they are built, and one that nobody can know is an error', () => {
    const text = 'const A = String.raw`[${B}\\.]`; const B = "x"; f(/a\\/b/gu, new RegExp(`^${A}+`, "i"));';
    expect(expressionsIn('a.ts', text)).toEqual([
      ['a\\/b', 'gu'],
      ['^[x\\.]+', 'i'],
    ]);
    expect(() => expressionsIn('a.ts', 'new RegExp(given())')).toThrow('not known before it runs');
  });
});

describe('what the fuzzing found', () => {
  const deep = `${'{"lastMessage":"none","next":{"from":0,"facts":'.repeat(20_000)}{"lastMessage":"none"}${'}}'.repeat(20_000)}`;

  it.each<[string, () => unknown]>([
    ['with a getter that throws', () => Object.defineProperty({}, 'lastMessage', { enumerable: true, get: fail })],
    ['that is a revoked proxy', revoked],
  ])('a value %s is refused, not thrown at', (_, make) => {
    const value = make();
    expect(read(factsSchema, value)).toEqual({
      ok: false,
      problems: [{ path: '', seen: 'object', expected: UNREADABLE }],
    });
    expect(ask(value).ok).toBe(false);
    expect(check(value)).toMatchObject({ pass: false, id: '(no id)' });
  });

  it('a value nested deeper than a stack is refused, not thrown at', () => {
    interface Nested {
      readonly next?: Nested | undefined;
      readonly facts?: Nested | undefined;
    }
    const nested: z.ZodType<Nested> = z.lazy(() => z.object({ next: nested.optional(), facts: nested.optional() }));
    expect(read(nested, JSON.parse(deep))).toEqual({
      ok: false,
      problems: [{ path: '', seen: 'object', expected: UNREADABLE }],
    });
    expect(ask(JSON.parse(deep)).ok).toBe(false);
  });

  it('facts that hold themselves, or instants out of order, are refused: decide would not come to an end', () => {
    const problems = [{ path: 'next', expected: 'what holds from instants on, each later than the one before it' }];
    expect(read(factsSchema, heldByItself(1))).toMatchObject({ ok: false });
    expect(read(factsSchema, heldByItself(2))).toMatchObject({ ok: false });
    const last = { lastMessage: 'none', next: { from: 0, facts: { lastMessage: 'none' } } };
    const first = (from: number): object => ({ lastMessage: 'none', next: { from, facts: last } });
    expect(read(factsSchema, first(0))).toMatchObject({ ok: false, problems });
    expect(read(factsSchema, first(-1)).ok).toBe(true);
    expect(ask(heldByItself(1)).ok).toBe(false);
  });

  it('later facts are read as far as 50 instants ahead; of more, the faults are not listed in the cube of their number', () => {
    const ascending = (length: number, facts: object): object =>
      Array.from({ length }, (_, place) => -place).reduce<object>(
        (next, from) => ({ ...facts, next: { from, facts: next } }),
        facts,
      );
    const problems = [{ path: 'next', expected: 'what holds from instants on, 50 of them at most' }];
    expect(read(factsSchema, ascending(50, { lastMessage: 'none' })).ok).toBe(true);
    expect(read(factsSchema, ascending(51, { lastMessage: 'none' }))).toMatchObject({ ok: false, problems });
    const faulty = { lastMessage: 1, resolved: 1, a: 1, b: 1 };
    expect(read(factsSchema, ascending(50, faulty))).toMatchObject({ ok: false, problems: { length: 4 * 51 } });
    expect(read(factsSchema, ascending(20_000, faulty))).toMatchObject({ ok: false, problems: { length: 5 } });
    expect(ask(ascending(20_000, faulty)).ok).toBe(false);
    expect(read(factsSchema, { lastMessage: 'none', next: { from: 0, facts: 'none' } })).toMatchObject({
      ok: false,
      problems: [{ path: 'next.facts' }],
    });
  });

  it('a duration is no longer than a date reaches: no wait ends at infinity', () => {
    const [longest, longer] = [{ days: 1e8 }, { days: 1e8, seconds: 1 }];
    expect(read(durationSchema, longest).ok).toBe(true);
    expect(read(durationSchema, longer)).toMatchObject({ ok: false, problems: [{ path: '' }] });
    expect(() => policy({ resendWait: { minutes: Number.MAX_VALUE } })).toThrow(
      new RangeError('resendWait: expected a duration of 100,000,000 days at most; saw more.'),
    );
    expect(policy({ resendWait: longest }).resendWait).toBe(8.64e15);
  });

  it('a case with such a part keeps its name, and is refused for it', () => {
    const [one] = cases('pending');
    expect(check({ ...one, given: { chat: revoked() } })).toMatchObject({
      id: one?.id,
      problems: [{ path: 'given.chat', expected: 'JSON' }],
    });
    expect(check({ rule: 'pending/none', system: 7 }).problems.at(-1)).toMatchObject({
      expected: 'a rule of the catalogue',
    });
    const [asked] = check({ ...one, system: 'x'.repeat(1_000) }).problems.filter(({ path }) => path === 'system');
    expect(asked?.seen).toHaveLength(58);
  });

  it('what a schema of the caller’s own throws at sound data is thrown', () => {
    const faulty = z.string().transform(fail);
    expect(() => read(faulty, 'sound')).toThrow('a fault');
  });

  it('a brace before many blanks is no work of hours', () => {
    const templates = { closing: `{${' '.repeat(100_000)}` };
    expect(read(policySchema, { templates })).toMatchObject({ ok: false, problems: [{ path: 'templates.closing' }] });
  });

  it('nor is a heading of tabs in a report; a formula behind it is none', () => {
    const file = `Identificador de Usuario,Ejecutivo,"respaldo${'\t'.repeat(100_000)}=1"\n+56912345678,ana,\n`;
    expect(reportCsv(validate(file, upload), { lang: 'es' })).toContain(`\t'=1`);
  });

  it('a cell of eight million digits is too long, and no error', () => {
    for (const [cell, code] of [
      ['9'.repeat(8_000_000), 'too-long'],
      ['9.'.repeat(4_000_000), 'not-a-phone'],
      [`@${'a'.repeat(8_000_000)}`, 'not-a-phone'],
    ] as const) {
      const judged = validate(`Identificador de Usuario,Ejecutivo\n${cell},ana\n`, upload);
      expect(judged.ok ? [] : judged.problems.map((problem) => problem.code)).toEqual([code]);
    }
  });

  it('ten thousand topics and unknown fields are gone through once', () => {
    const topics = Array.from({ length: 10_000 }, (_, place) => `topic ${place}`);
    const users = [{ name: 'ana', role: 'administrator', topics }];
    expect(read(policySchema, { users: [...users, { ...users[0], name: 'beto' }] })).toMatchObject({ ok: false });
    const given = Object.fromEntries(topics.map((topic) => [topic, 1]));
    expect(check({ ...cases('pending')[0], given }).problems.length).toBeGreaterThan(10_000);
  });

  it('of texts that are longer than any date or zone nothing is remembered', () => {
    const long = '2026-05-13'.repeat(10);
    expect([isCivilDate(long), isZone(long), endOfDate(long, 'UTC')]).toEqual([false, false, Number.NaN]);
  });
});

function fail(): never {
  throw new Error('a fault');
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** A ring of facts: each holds the next one from a later instant on, and the last one the first. */
function heldByItself(length: number): object {
  const ring = Array.from({ length }, (): Record<string, unknown> => ({ lastMessage: 'none' }));
  ring.forEach((facts, place) => (facts['next'] = { from: place, facts: ring[(place + 1) % length] }));
  return ring[0] as object;
}
