import { describe, expect, it } from 'vitest';
import { ladder } from 'pauta';
import { decideDated, datedPolicies, fixedClock } from 'pauta/kernel';
import { ask, cases, check, type Answer, type Asked, type Case, type Json } from 'pauta/spec';
import { deepFreeze } from './deep-freeze.js';

const all = cases();
const found = (id: string): Case => all.find((one) => one.id === id) as Case;

/** A case under two versions, of which the second comes into force at an instant. */
function under(one: Asked, from: string | number, policy: Readonly<Record<string, Json>>, by?: string): Asked {
  const versions = [
    { version: 'before', from: null, policy: {} },
    { version: 'after', from, policy },
  ];
  return { ...one, policies: by === undefined ? { versions } : { versions, by } };
}

function answerOf(asked: unknown): Answer {
  const asking = ask(deepFreeze(asked));
  if (!asking.ok) throw new Error(JSON.stringify(asking.problems));
  return asking.answer;
}

function problemsOf(asked: unknown): readonly (readonly [string, string])[] {
  const asking = ask(asked);
  return asking.ok ? [] : asking.problems.map(({ path, expected }) => [path, expected]);
}

/** One question of each kind about a wait, when that wait began, and a policy under which it is another. */
const waits: readonly (readonly [string, string, string, string, Readonly<Record<string, Json>>])[] = [
  ['ladder', 'next-step', 'ladder-001', '2024-05-13T10:00:00-04:00', { searchThreshold: { hours: 1 } }],
  ['ladder', 'decide', 'ladder-178', '2024-05-13T08:00:00-04:00', { searchThreshold: { hours: 1 } }],
  // Searched for an hour and a half.
  ['ladder', 'transition', 'ladder-061', '2024-05-13T08:30:00-04:00', { searchThreshold: { hours: 1 } }],
  ['contact', 'next-contact', 'contact-021', '2024-05-10T10:00:00-04:00', { longWait: { hours: 2 } }],
  ['contact', 'decide', 'contact-167', '2024-05-13T05:00:00.001-04:00', { shortWait: { hours: 2 } }],
  ['pending', 'is-pending', 'pending-009', '2024-05-13T10:00:00-04:00', { aiWindow: { minutes: 1 } }],
  ['pending', 'decide', 'pending-146', '2026-05-13T09:57:00-04:00', { aiWindow: { minutes: 1 } }],
  // The client writes at that very instant, and the AI is to take it.
  ['pending', 'transition', 'pending-123', '2026-05-13T10:00:00-04:00', { aiWindow: { minutes: 1 } }],
  ['messaging', 'crm', 'messaging-138', '2024-05-13T10:00:00-04:00', { crmDelay: { minutes: 20 } }],
  ['messaging', 'intake', 'messaging-301', '2024-05-13T09:00:00.001-04:00', { crmDelay: { minutes: 20 } }],
];

describe('a case under a policy with versions', () => {
  it('has, with one version, the answer that it has without, and names it', () => {
    for (const one of all) {
      const { policy = {}, ...rest } = one;
      const dated = { ...rest, policies: { versions: [{ version: 'only', from: null, policy }] } };
      const { version, decisions = [], ...told } = answerOf(dated);
      const { decisions: plain = [], ...asBefore } = answerOf(one);
      expect([one.id, version, told]).toEqual([one.id, 'only', asBefore]);
      expect(decisions.map(({ outcome, rule }) => [outcome, rule])).toEqual(
        plain.map(({ outcome, rule }) => [outcome, rule]),
      );
      expect(check({ ...dated, version: 'only' })).toMatchObject({ pass: true, problems: [] });
    }
  });

  it.each(waits)('of %s, %s: goes by the version of the instant at which its wait began', (...row) => {
    const [, decision, id, began, policy] = row;
    const one = found(id);
    expect(one.decision).toBe(decision);
    const at = Date.parse(began);
    const seen = answerOf(one);
    const changed = answerOf({ ...one, policy });
    expect(answerOf(under(one, began, policy))).toMatchObject({ version: 'after', outcome: changed.outcome });
    expect(answerOf(under(one, at + 1, policy))).toMatchObject({ version: 'before', outcome: seen.outcome });
    // It is another policy: of the wait itself, or of when it is over.
    expect([changed.outcome, changed.until, changed.decisions?.[0]?.validUntil]).not.toEqual([
      seen.outcome,
      seen.until,
      seen.decisions?.[0]?.validUntil,
    ]);
  });

  it.each([
    ['a contact whose mail was sent 30 hours ago', 'contact-073', '2024-05-12T04:00:00-04:00'],
    ['a chat that the client waits in for five minutes and a bit', 'pending-130', '2026-05-13T09:54:59.999-04:00'],
    ['a conversation that ended an hour ago', 'messaging-250', '2024-05-13T11:00:00-04:00'],
    ['a conversation in which the user wrote again after half an hour', 'messaging-249', '2024-05-13T11:30:00-04:00'],
    ['a conversation that has not ended, and so is in no wait', 'messaging-258', '2024-05-13T12:00:00-04:00'],
    ['a conversation with somebody in it, and so in no wait', 'messaging-221', '2024-05-13T12:00:00-04:00'],
  ])('of an event goes by the version of the wait before it: %s', (_what, id, began) => {
    expect(answerOf(under(found(id), began, {})).version).toBe('after');
    expect(answerOf(under(found(id), Date.parse(began) + 1, {})).version).toBe('before');
  });

  it.each(waits)('of %s, %s: goes by the version of the decision, where it is so chosen', (...row) => {
    const [, , id, , policy] = row;
    const one = found(id);
    const now = Date.parse(one.now);
    expect(answerOf(under(one, now, policy, 'decision')).version).toBe('after');
    expect(answerOf(under(one, now + 1, policy, 'decision')).version).toBe('before');
  });

  it('goes by the version of the decision, where it is about no wait', () => {
    const one = found('ladder-042');
    expect(one.decision).not.toMatch(/next-step|decide|transition/);
    expect(answerOf(under(one, one.now, {})).version).toBe('after');
    expect(answerOf(under(one, Date.parse(one.now) + 1, {})).version).toBe('before');
  });

  it('holds until a version to come makes it another: as `decideDated` says', () => {
    const one = found('ladder-178');
    const now = Date.parse(one.now);
    const change = now - 60_000;
    const asked = under(
      { ...one, now: '2024-05-13T09:00:00-04:00' },
      change,
      { searchThreshold: { hours: 1 } },
      'decision',
    );
    const policies = datedPolicies(
      [
        { version: 'before', from: null, policy: ladder.defaultPolicy },
        { version: 'after', from: change, policy: ladder.policy({ searchThreshold: { hours: 1 } }) },
      ],
      { by: 'decision' },
    );
    const facts: ladder.Facts = { searchingSince: Date.parse('2024-05-13T08:00:00-04:00'), category: 'local' };
    const clock = fixedClock(Date.parse(asked.now));
    const { version, ...decision } = decideDated(ladder.decide, facts, { clock, policies });
    expect(answerOf(asked)).toMatchObject({ version, decisions: [decision] });
    expect(decision.validUntil).toBe(change);
  });

  it('ends, though the facts of a transition are told by how long ago they were', () => {
    const tick = all.find(({ system, given }) => system === 'ladder' && given['event'] === 'tick') as Case;
    const later = Date.parse(tick.now) + 3 * 86_400_000;
    expect(answerOf(under({ ...tick, given: { ...tick.given, searchedFor: 'PT1H' } }, later, {})).version).toBe(
      'before',
    );
  });

  it('leaves what a version does not name as the company has it', () => {
    const company = { ladder: ladder.policy({ searchThreshold: { hours: 5 }, resendWait: { minutes: 30 } }) };
    const one = { ...found('ladder-001'), policies: { versions: [{ version: 'a', from: null, policy: {} }] } };
    const asking = ask(one, company);
    expect(asking).toMatchObject({ ok: true, answer: { until: Date.parse('2024-05-13T15:00:00-04:00') } });
  });

  it('is compared by its version only where it names one', () => {
    const one = { ...under(found('ladder-001'), '2024-05-13T10:00:00-04:00', {}), expected: '' } as Case;
    expect(check(one)).toMatchObject({ pass: true, actual: { outcome: 'wait' }, problems: [] });
    expect(check(one).actual).toEqual(check(one).expected);
    expect(check({ ...one, version: 'after' })).toMatchObject({ pass: true, actual: { version: 'after' } });
    expect(check({ ...one, version: 'before' })).toMatchObject({
      pass: false,
      expected: { version: 'before' },
      actual: { version: 'after' },
      problems: [],
    });
    const verdict = { ...under(found('pending-001'), '2024-05-13T10:00:00-04:00', {}), version: 'after' };
    expect(check(verdict)).toMatchObject({ expected: { outcome: 'pending:client-unanswered', version: 'after' } });
  });
});

describe('versions that make no sense', () => {
  const one = found('ladder-001');
  const first = { version: 'a', from: null, policy: {} };

  it.each<[string, unknown, readonly (readonly [string, string])[]]>([
    ['are no object', [], [['policies', 'an object with the versions of a policy']]],
    ['are no list', { versions: 'a' }, [['policies.versions', 'a list of versions']]],
    ['are none', { versions: [] }, [['policies.versions', 'one version at least']]],
    ['have a field too many', { versions: [first], bye: 'wait' }, [['policies.bye', 'no such field']]],
    [
      'have a policy that makes none',
      { versions: [{ ...first, policy: { several: 0 } }] },
      [['policies.versions[0].policy.several', 'a whole number, 1 or more']],
    ],
    [
      'begin twice',
      { versions: [first, { ...first, version: 'b' }] },
      [['policies.versions[1].from', 'an instant after that of the one before']],
    ],
  ])('are refused: they %s', (_what, policies, expected) => {
    const problems = problemsOf({ ...one, policies });
    expect(problems.map(([path]) => path)).toEqual(expected.map(([path]) => path));
    for (const [index, [, text]] of problems.entries()) expect(text).toContain(expected[index]?.[1] ?? '?');
  });

  it('are refused beside a policy, with all else that is wrong', () => {
    const broken = {
      ...one,
      now: 'soon',
      policy: { several: 0 },
      policies: { versions: [] },
      given: { searchingSince: 'ayer' },
    };
    expect(problemsOf(broken).map(([path]) => path)).toEqual([
      'now',
      'policies',
      'policy.several',
      'policies.versions',
      'given.searchingSince',
    ]);
    expect(check({ ...one, policy: {}, policies: { versions: [first] } })).toMatchObject({
      pass: false,
      problems: [{ path: 'policies', expected: 'nothing beside `policy`' }],
    });
  });

  it('a version is expected only where there are some', () => {
    expect(check({ ...one, version: 'a' })).toMatchObject({
      pass: false,
      problems: [{ path: 'version', seen: '"a"', expected: 'nothing, where no `policies` stand' }],
    });
    expect(check({ ...one, version: 'a', now: 'soon' }).problems.map(({ path }) => path)).toEqual(['now', 'version']);
  });
});

describe('a value with code of its own', () => {
  const one = found('ladder-001');
  const fail = (): never => {
    throw new Error('not to be looked at');
  };
  const first = { version: 'a', from: null, policy: {} };

  /** Gives versions as long as it is looked at, and none when it comes to their use. */
  function fickle(): object {
    let left = 3;
    return Object.defineProperty({}, 'versions', {
      enumerable: true,
      get: () => (left-- > 0 ? [first] : undefined),
    });
  }

  /** Fails once, when its three fields were looked at, and whenever it is asked what it is. */
  function fitful(): object {
    let looks = 0;
    const get = (target: object, field: PropertyKey): unknown => (++looks === 4 ? fail() : Reflect.get(target, field));
    return new Proxy({ searchingSince: 1, more: 2, and: 3 }, { get, getPrototypeOf: fail });
  }

  it.each<[string, () => unknown]>([
    [
      'policies of a class that fails',
      () => ({
        ...one,
        policies: new (class {
          get versions() {
            return fail();
          }
        })(),
      }),
    ],
    [
      'a hidden field that fails',
      () => ({ ...one, given: Object.defineProperty({}, 'searchingSince', { get: fail }) }),
    ],
    ['policies that are others each time', () => ({ ...one, policies: fickle() })],
    [
      'a proxy that fails',
      () => ({ ...one, given: new Proxy({ a: 1 }, { get: fail, getOwnPropertyDescriptor: fail }) }),
    ],
    ['a proxy that fails now and then', () => ({ ...one, given: fitful() })],
    ['a case that is a proxy', () => new Proxy({ ...one }, { get: fail, has: fail })],
  ])('is refused, and nothing is thrown: %s', (_what, made) => {
    expect(ask(made())).toMatchObject({ ok: false });
    expect(check(made())).toMatchObject({ pass: false });
    expect(check(made()).problems.length).toBeGreaterThan(0);
  });

  it('is refused where only the comparison looks at it', () => {
    const { expected: _, ...rest } = one;
    const hidden = (): object => Object.defineProperty({ ...rest }, 'expected', { get: fail });
    expect(ask(hidden())).toMatchObject({ ok: true });
    expect(check(hidden())).toMatchObject({
      id: 'ladder-001',
      pass: false,
      problems: [{ path: '', seen: 'a value with code of its own', expected: 'JSON' }],
    });
  });

  it('hides no fault of the company, nor of ours', () => {
    expect(() => ask(one, { ladder: null as never })).toThrow(TypeError);
    expect(() => check(one, { ladder: null as never })).toThrow(TypeError);
    const bare = Object.assign(Object.create(null) as object, one);
    expect(() => ask(bare, { ladder: null as never })).toThrow(TypeError);
    expect(ask(bare)).toMatchObject({ ok: true });
  });
});
