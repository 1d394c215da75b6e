import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  datedPolicies,
  decideDated,
  fixedClock,
  Now,
  timeline,
  versionAt,
  versionFor,
  type DatedContext,
  type Instant,
  type PolicyVersion,
} from 'pauta/kernel';
import { datedPoliciesSchema } from 'pauta/kernel/schema';
import * as contact from 'pauta/contact';
import * as ladder from 'pauta/ladder';
import { policySchema, read } from 'pauta/ladder/schema';
import * as messaging from 'pauta/messaging';
import * as pending from 'pauta/pending';
import * as requirement from 'pauta/requirement';
import { explain } from 'pauta/render';
import { deepFreeze } from './deep-freeze.js';

const HOUR = 3_600_000;
const T = Date.parse('2024-05-13T10:00:00-04:00');
/** Half an hour after the search of the examples began, the wait of two hours becomes one of three. */
const CHANGE = T + HOUR / 2;

const versions: readonly PolicyVersion<ladder.Policy>[] = [
  { version: 'of ever', from: null, policy: ladder.defaultPolicy },
  {
    version: 'May',
    from: CHANGE,
    policy: ladder.policy({ searchThreshold: { hours: 3 }, resendWait: { minutes: 20 } }),
    sources: { searchThreshold: 'minutes of 10 May', resendWait: 'minutes of 10 May' },
  },
];
const byWait = datedPolicies(versions);
const byDecision = datedPolicies(versions, { by: 'decision' });
const facts: ladder.Facts = { searchingSince: T, category: 'local' };
const { waitBegan } = ladder;

const decideAt = (now: Instant, policies = byWait, given = facts) =>
  decideDated(ladder.decide, given, { clock: fixedClock(now), policies, waitBegan });

describe('a policy with versions', () => {
  it('is decided by that of the instant at which the wait began, and names it', () => {
    expect(decideAt(T + HOUR)).toEqual({
      ...ladder.decide(facts, { clock: fixedClock(T + HOUR) }),
      version: 'of ever',
    });
    const later = { ...facts, searchingSince: CHANGE };
    expect(decideAt(CHANGE, byWait, later)).toMatchObject({
      outcome: { action: 'wait', until: CHANGE + 3 * HOUR },
      version: 'May',
      validUntil: CHANGE + 3 * HOUR + 1,
    });
  });

  it('has another wait of the same search begin under another version', () => {
    const resent = { ...facts, resentAt: T + 2.5 * HOUR };
    expect(decideAt(T + 2.5 * HOUR, byWait, resent)).toMatchObject({
      outcome: { action: 'wait', for: 'lists', until: T + 2.5 * HOUR + 20 * 60_000 },
      version: 'May',
    });
    // Before it was pressed the search was waited for, and that began before May.
    expect(decideAt(T + 2.5 * HOUR - 1, byWait, resent).version).toBe('of ever');
  });

  it('is decided by that of the decision, where a company chooses so, and says until when that holds', () => {
    expect(decideAt(T, byDecision)).toMatchObject({
      outcome: { action: 'wait', until: T + 2 * HOUR },
      version: 'of ever',
      validUntil: CHANGE,
    });
    expect(decideAt(CHANGE, byDecision)).toMatchObject({
      outcome: { action: 'wait', until: T + 3 * HOUR },
      version: 'May',
      validUntil: T + 3 * HOUR + 1,
    });
    const intervals = timeline((clock) => decideAt(clock.now(), byDecision), T, T + 4 * HOUR);
    expect(intervals.map(({ from, decision }) => [from, decision.version, decision.outcome.action])).toEqual([
      [T, 'of ever', 'wait'],
      [CHANGE, 'May', 'wait'],
      [T + 3 * HOUR + 1, 'May', 'resend-to-mps'],
    ]);
  });

  it('wakes nobody for a version that changes nothing of the answer', () => {
    const lists = { ...facts, resentAt: T, listsSentAt: T + HOUR };
    expect(decideAt(T, byDecision, { ...lists, resentAt: T - HOUR, listsSentAt: T })).toMatchObject({
      outcome: { action: 'collect-replies' },
      validUntil: null,
    });
  });

  it('is that of the decision where nothing is waited for', () => {
    const policies = datedPolicies([
      { version: 'one', from: null, policy: requirement.defaultPolicy },
      { version: 'two', from: T, policy: requirement.policy({ meterFiling: 'contact-centre' }) },
    ]);
    const at = (now: Instant) =>
      decideDated(requirement.decide, { product: null, initial: null }, { clock: fixedClock(now), policies }).version;
    expect([at(T - 1), at(T)]).toEqual(['one', 'two']);
    expect(versionFor({ moveDate: '2024-05-20' }, T - 1, { policies, waitBegan: contact.waitBegan }).version).toBe(
      'one',
    );
    expect(versionAt(policies, Number.NaN).version).toBe('one');
    // Made by hand, without a first one of ever.
    expect(versionAt({ versions: policies.versions.slice(1), by: 'wait' }, T - 1).version).toBe('two');
  });

  it('serves recording, too: what was too early under the old wait stays so', () => {
    const search = ladder.start({ move: 'm', category: 'local', searchingSince: T });
    const resend = (at: Instant, policies = byWait) =>
      ladder.record(
        search,
        { type: 'resend-done', id: 'r', move: 'm', at },
        { policy: versionFor(search.facts, at, { policies, waitBegan }).policy },
      ).status;
    expect([resend(T + 2 * HOUR), resend(T + 2 * HOUR + 1)]).toEqual(['refused', 'applied']);
    expect([resend(T + 3 * HOUR, byDecision), resend(T + 3 * HOUR + 1, byDecision)]).toEqual(['refused', 'applied']);
  });

  it('a new version never changes what a wait that has begun comes to', () => {
    const instants = fc.integer({ min: T - 5 * HOUR, max: T + 5 * HOUR });
    fc.assert(
      fc.property(instants, fc.option(instants, { nil: null }), instants, (searchingSince, resentAt, now) => {
        const given = deepFreeze({ ...facts, searchingSince, resentAt });
        if (now < searchingSince) return;
        const began = waitBegan(given, new Now(now));
        const added = datedPolicies([
          ...versions,
          { version: 'June', from: Math.max(began, CHANGE) + 1, policy: ladder.policy({ resendWait: { days: 9 } }) },
        ]);
        const { outcome, rule, version } = decideAt(now, byWait, given);
        expect(decideAt(now, added, given)).toMatchObject({ outcome, rule, version });
      }),
    );
  });

  it('knows of an instant at which another wait begins, of which another version counts', () => {
    const chat = { lastMessage: 'client', waitingSince: T, aiSince: T - HOUR, resolved: false } as const;
    const off = { ...chat, aiUntil: T + 10 };
    const facts = {
      ...chat,
      next: { from: T + 10, facts: { ...off, next: { from: T + 12, facts: { ...chat, aiSince: T + 12 } } } },
    };
    const exempting = datedPolicies([
      { version: 'A', from: null, policy: pending.policy({ exemptionCovers: 'nothing' }) },
      { version: 'B', from: T + 1, policy: pending.policy() },
    ]);
    const at = (now: Instant) =>
      decideDated(pending.decide, facts, { clock: fixedClock(now), policies: exempting, waitBegan: pending.waitBegan });
    expect(at(T + 5)).toMatchObject({ version: 'A', outcome: { action: 'attend' }, validUntil: T + 12 });
    expect(at(T + 11)).toMatchObject({ version: 'B', outcome: { action: 'attend' }, validUntil: T + 12 });
    expect(at(T + 12)).toMatchObject({ version: 'B', outcome: { action: 'none', reason: 'ai-process' } });
  });

  it('promises the same answer until the instant that it names, and another one at it', () => {
    const instants = fc.integer({ min: T - 5 * HOUR, max: T + 5 * HOUR });
    fc.assert(
      fc.property(
        instants,
        fc.option(instants, { nil: null }),
        instants,
        fc.boolean(),
        (searchingSince, resentAt, now, isByWait) => {
          const policies = isByWait ? byWait : byDecision;
          const given = deepFreeze({ ...facts, searchingSince, resentAt });
          const { outcome, rule, validUntil } = decideAt(now, policies, given);
          const probes = [CHANGE, T, searchingSince, resentAt ?? T].flatMap((at) => [at - 1, at, at + 1, at + HOUR]);
          for (const probe of probes.filter((at) => at >= now && (validUntil === null || at < validUntil))) {
            expect(decideAt(probe, policies, given)).toMatchObject({ outcome, rule });
          }
          if (validUntil === null) return;
          const next = decideAt(validUntil, policies, given);
          expect([next.outcome, next.rule]).not.toEqual([outcome, rule]);
        },
      ),
    );
  });

  it('is named in the sentences', () => {
    const telling = { zone: 'America/Santiago' } as const;
    const { rule, text } = explain(decideAt(T), { lang: 'es', ...telling });
    expect(rule).toMatch(/ Se decidió según la versión «of ever» de la política\.$/);
    expect(text).toContain(rule);
    expect(explain(decideAt(T), { lang: 'en', ...telling }).rule).toMatch(
      / It was decided by version “of ever” of the policy\.$/,
    );
    expect(explain(ladder.decide(facts, { clock: fixedClock(T) }), { lang: 'en', ...telling }).rule).not.toMatch(
      /version/,
    );
  });
});

describe('when a wait began', () => {
  it('that of a chat with the first message left, or with the AI, whichever is later', () => {
    const chat = { lastMessage: 'client', waitingSince: T, aiSince: T - 1, resolved: false } as const;
    expect(pending.waitBegan(chat, new Now(T))).toBe(T);
    expect(pending.waitBegan({ ...chat, aiSince: T + 5 }, new Now(T))).toBe(T + 5);
    expect(pending.waitBegan({ ...chat, aiSince: null }, new Now(T))).toBeNull();
    expect(pending.waitBegan({ ...chat, aiUntil: T + 1 }, new Now(T))).toBeNull();
    expect(pending.waitBegan({ ...chat, lastMessage: 'seller', waitingSince: null }, new Now(T))).toBeNull();
    const ahead = {
      ...chat,
      next: { from: T + 9, facts: { ...chat, waitingSince: null, lastMessage: 'seller' } },
    } as const;
    expect([pending.waitBegan(ahead, new Now(T + 8)), pending.waitBegan(ahead, new Now(T + 9))]).toEqual([T, null]);
  });

  it('that of a contact with the first help mail that did not come back', () => {
    const mails = { moveDate: '2024-05-30', helpMailsAt: [T + 5, T] } as const;
    expect(contact.waitBegan(mails, new Now(T - 1))).toBeNull();
    expect(contact.waitBegan(mails, new Now(T + 9))).toBe(T);
    expect(contact.waitBegan({ ...mails, mailBouncedAt: T + 1 }, new Now(T + 9))).toBe(T + 5);
  });

  it('that of the CRM automation with the end of the conversation', () => {
    expect(messaging.waitBegan({ contact: 'c', endedAt: T })).toBe(T);
    expect(messaging.waitBegan({ contact: 'c' })).toBeNull();
  });

  it('serves every system that waits', () => {
    const context = <Facts, Policy>(policy: Policy, began: DatedContext<Facts, Policy>['waitBegan']) => ({
      clock: fixedClock(T),
      policies: datedPolicies([{ version: 'v', from: null, policy: policy as Policy & object }]),
      ...(began === undefined ? {} : { waitBegan: began }),
    });
    const chat = { lastMessage: 'client', waitingSince: T, aiSince: T, resolved: false } as const;
    const versionsNamed = [
      decideDated(pending.decide, chat, context(pending.defaultPolicy, pending.waitBegan)),
      decideDated(contact.decide, { moveDate: '2024-05-30' }, context(contact.defaultPolicy, contact.waitBegan)),
      decideDated(
        messaging.intake,
        { contact: 'c', endedAt: T },
        context(messaging.defaultPolicy, messaging.waitBegan),
      ),
    ].map(({ version }) => version);
    expect(versionsNamed).toEqual(['v', 'v', 'v']);
  });
});

describe('the versions to come', () => {
  const from = (version: string, at: Instant | null, hours: number) => ({
    version,
    from: at,
    policy: ladder.policy({ searchThreshold: { hours } }),
  });

  it('are known before 1970, too', () => {
    const turn = Date.parse('1969-06-02T10:00:00Z');
    const policies = datedPolicies([from('a', null, 2), from('b', turn, 3)], { by: 'decision' });
    const given: ladder.Facts = { searchingSince: turn - HOUR, category: 'local' };
    const decided = decideDated(ladder.decide, given, { clock: fixedClock(turn - 1), policies, waitBegan });
    expect(decided).toMatchObject({ version: 'a', validUntil: turn });
  });

  it('may begin as late as a date reaches', () => {
    const last = 8_640_000_000_000_000;
    expect(versionAt(datedPolicies([from('a', null, 2), from('b', last, 3)]), last).version).toBe('b');
  });
});

describe('versions that make no sense', () => {
  const first = { version: 'a', from: null, policy: ladder.defaultPolicy };
  const then = { version: 'b', from: T, policy: ladder.defaultPolicy };
  it.each<[string, readonly PolicyVersion<ladder.Policy>[], string]>([
    ['none', [], 'versions: expected one version at least.'],
    ['a blank name', [{ ...first, version: '  ' }], 'versions.0.version: expected a name that is not empty.'],
    ['no name', [{ ...first, version: '' }], 'versions.0.version: expected a name that is not empty.'],
    [
      'one name for two',
      [first, { ...then, version: 'a' }],
      'versions.1.version: expected a name that no other version has.',
    ],
    ['a first one with a beginning', [then], 'versions.0.from: expected null: the first is in force since ever.'],
    [
      'a later one since ever',
      [first, { ...then, from: null }],
      'versions.1.from: expected an instant after that of the one before.',
    ],
    [
      'two of one instant',
      [first, then, { ...then, version: 'c' }],
      'versions.2.from: expected an instant after that of the one before.',
    ],
    [
      'an instant that is none',
      [first, { ...then, from: Number.NaN }],
      'versions.1.from: expected an instant after that of the one before.',
    ],
    [
      'an instant beyond what a date can hold',
      [first, { ...then, from: Number.POSITIVE_INFINITY }],
      'versions.1.from: expected an instant after that of the one before.',
    ],
    [
      'a source for no field',
      [{ ...first, sources: { resendWaits: 'a letter' } as never }],
      'versions.0.sources.resendWaits: expected a field of the policy.',
    ],
  ])('are refused: %s', (_what, given, message) => {
    expect(() => datedPolicies(given)).toThrow(new RangeError(message));
  });

  it('take a source for the calendar, which waits carry with them', () => {
    const sources = { calendar: 'minutes of 10 May' };
    const made = datedPolicies([{ version: 'a', from: null, policy: ladder.defaultPolicy, sources }]);
    expect(made.versions[0]?.sources).toEqual(sources);
    const json = { versions: [{ version: 'a', from: null, policy: {}, sources }] };
    expect(read(datedPoliciesSchema(policySchema), json)).toMatchObject({ ok: true, value: made });
  });

  it('are refused with a line for each fault', () => {
    expect(() => datedPolicies([{ ...then, version: '' }])).toThrow(/version: .*\n.*from: /);
  });

  const schema = datedPoliciesSchema(policySchema);
  it('the door reads them with the policies in them', () => {
    const json = {
      versions: [
        { version: 'of ever', from: null, policy: {} },
        {
          version: 'May',
          from: new Date(CHANGE).toISOString(),
          policy: { searchThreshold: { hours: 3 }, resendWait: { minutes: 20 } },
          sources: { searchThreshold: 'minutes of 10 May', resendWait: 'minutes of 10 May' },
        },
      ],
    };
    expect(read(schema, json)).toEqual({ ok: true, value: byWait });
    expect(read(schema, { ...json, by: 'wait' })).toEqual({ ok: true, value: byWait });
    expect(read(schema, { ...json, by: 'decision' })).toEqual({ ok: true, value: byDecision });
  });

  it('are asked in their order: what one of them changes, another may change back', () => {
    const [two, three] = [ladder.defaultPolicy, ladder.policy({ searchThreshold: { hours: 3 } })];
    const there: readonly PolicyVersion<ladder.Policy>[] = [
      { version: 'two', from: null, policy: two },
      { version: 'two still', from: T + 5, policy: two },
      { version: 'three', from: T + 10, policy: three },
      { version: 'two again', from: T + 20, policy: two },
    ];
    const policies = datedPolicies(there, { by: 'decision' });
    for (const [now, version, validUntil] of [
      [T, 'two', T + 10],
      [T + 5, 'two still', T + 10],
      [T + 10, 'three', T + 20],
      [T + 20, 'two again', T + 2 * HOUR + 1],
    ] as const) {
      expect(decideAt(now, policies)).toMatchObject({ version, validUntil });
    }
  });

  it('are passed over in a wait that began before them, however many they are', () => {
    const many = Array.from({ length: 5_000 }, (_, index): PolicyVersion<ladder.Policy> => ({
      version: `v${index}`,
      from: index === 0 ? null : T + index,
      policy: ladder.defaultPolicy,
    }));
    let asked = 0;
    const counting: typeof ladder.decide = (given, context) => {
      asked += 1;
      return ladder.decide(given, context);
    };
    const context = { clock: fixedClock(T), policies: datedPolicies(many), waitBegan };
    expect(decideDated(counting, facts, context)).toMatchObject({ version: 'v0', validUntil: T + 2 * HOUR + 1 });
    expect(asked).toBe(2);
  });

  it('the door says nothing more of a part that it could not read, and all that is wrong with the others', () => {
    const pathsIn = (...given: readonly object[]): readonly string[] => {
      const result = read(schema, { versions: given });
      return result.ok ? [] : result.problems.map(({ path }) => path);
    };
    const [one, other] = [
      { version: 'a', from: null, policy: {} },
      { version: 'b', from: 5, policy: {} },
    ];
    const sources = { several: 'a letter' };
    // Of a policy that could not be read, nobody knows the fields.
    expect(pathsIn({ ...one, policy: { several: 0 }, sources })).toEqual(['versions[0].policy.several']);
    expect(pathsIn({ ...one, policy: 7, sources: { x: 'y' } })).toEqual(['versions[0].policy']);
    expect(pathsIn({ ...one, policy: { nonsense: 1 }, sources: { ...sources, x: 'y' } })).toEqual([
      'versions[0].policy.nonsense',
      'versions[0].sources.x',
    ]);
    expect(pathsIn({ ...one, sources: { several: 7, x: 'y' } })).toEqual(['versions[0].sources.several']);
    expect(
      pathsIn({ ...one, policy: { several: 'q' } }, { ...other, version: 'a' }, { ...other, version: 'c' }),
    ).toEqual(['versions[0].policy.several', 'versions[1].version', 'versions[2].from']);
    expect(pathsIn({ ...one, version: '' }, { ...other, version: '' })).toEqual([
      'versions[0].version',
      'versions[1].version',
    ]);
    expect(pathsIn({ ...one, version: 7 }, { ...other, from: null }, { ...other, from: 4 })).toEqual([
      'versions[0].version',
      'versions[1].from',
      'versions[2].version',
    ]);
    expect(pathsIn({ ...one, from: 'ever' }, other)).toEqual(['versions[0].from']);
    expect(
      pathsIn(one, { ...other, from: 'soon' }, { ...other, version: 'c', from: 'late' }, { ...other, version: 'd' }),
    ).toEqual(['versions[1].from', 'versions[2].from']);
    expect(pathsIn(one, other, { ...other, version: 'c', from: 'soon' }, { ...other, version: 'd' })).toEqual([
      'versions[2].from',
      'versions[3].from',
    ]);
    const { error } = schema.safeParse({ versions: [one, { ...other, version: 'a' }] });
    expect(error?.issues.map(({ code }) => code)).toEqual(['custom']);
    // A field too many is no reason to pass over the rest of its version.
    expect(pathsIn({ ...one, from: 4, more: 1 })).toEqual(['versions[0].more', 'versions[0].from']);
    expect(pathsIn(one, 7 as never, { ...other, version: 'a' })).toEqual(['versions[1]', 'versions[2].version']);
    for (const none of [7, null, [], { versions: 7 }, { versions: null }]) {
      expect(read(schema, none)).toMatchObject({ ok: false });
    }
  });

  it('the door lists what is wrong with them', () => {
    const result = read(schema, { versions: [{ version: 'a', from: T, policy: { several: 0 } }], by: 'law' });
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([
      'versions[0].policy.several',
      'by',
      'versions[0].from',
    ]);
    expect(read(schema, { versions: 'May' })).toMatchObject({
      problems: [{ path: 'versions', seen: '"May"', expected: 'a list of versions' }],
    });
    const faults = read(schema, { versions: [{ version: 'a', from: T, policy: {}, sources: { x: 'y' } }] });
    expect(faults).toMatchObject({
      problems: [
        { path: 'versions[0].from', seen: String(T), expected: 'null: the first is in force since ever' },
        { path: 'versions[0].sources.x', seen: '"y"', expected: 'a field of the policy' },
      ],
    });
  });
});
