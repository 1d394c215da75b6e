import { describe, expect, it } from 'vitest';
import * as routing from 'pauta/routing';
import { validate } from 'pauta/routing/csv';
import { phonesIn } from 'pauta/routing/phones';
import { deepFreeze } from './deep-freeze.js';
import { CLIENT, MAIL, portfolioOf, ready, rowOf, T, WA } from './routing.arbitraries.js';

const here = ready(WA, MAIL);
const away = { ...here, connected: false };
const people = { backup: 'B', supervisor: 'S' } as const;
const ofMail = portfolioOf(MAIL, 'email', [rowOf('ana@example.com', 'Q')]);
const portfolio = portfolioOf(WA, 'whatsapp', [rowOf('+56 9 1234 5678', 'P', people)], ofMail);
const team: routing.Team = deepFreeze({ P: here, B: here, S: here, Q: here });

function outcomeOf(from: string, world: Partial<routing.Context> = {}, account = WA): routing.Outcome {
  return routing.decide(deepFreeze({ account, from }), { portfolio, team, ...world }).outcome;
}

describe('deciding', () => {
  it('gives the client to the main agent, and says by which rule and what it saw', () => {
    expect(routing.decide({ account: WA, from: '56912345678' }, { portfolio, team })).toEqual({
      outcome: {
        action: 'assign',
        as: 'main',
        agent: 'P',
        client: CLIENT,
        otherSpelling: false,
        passedOver: [],
        warning: null,
      },
      rule: 'routing/same-agent',
      situation: { conversation: 'new', client: 'found', main: 'usable', backup: 'usable', supervisor: 'usable' },
      validUntil: null,
    });
  });

  it('names who was passed over, and all that stands against each', () => {
    const P = { ...away, modes: { [WA]: 'enabled' }, available: false } as const;
    const passedOver = [
      { as: 'main', agent: 'P', because: ['not-auto-assigning', 'disconnected', 'busy'] },
      { as: 'backup', agent: 'B', because: ['unknown'] },
    ];
    expect(outcomeOf(CLIENT, { team: { P, S: { ...here, enabled: false, saved: false } } })).toEqual({
      action: 'not-covered',
      gap: 'nobody-can-take-it',
      question: 'RT-6',
      nearest: 'queue',
      client: CLIENT,
      passedOver: [...passedOver, { as: 'supervisor', agent: 'S', because: ['disabled', 'unsaved'] }],
    });
    expect(outcomeOf(CLIENT, { team: { P, S: here } })).toMatchObject({ agent: 'S', passedOver });
  });

  it('warns a supervisor who takes a client without being connected, and nobody else', () => {
    expect(outcomeOf(CLIENT, { team: { S: away } })).toMatchObject({ as: 'supervisor', warning: 'disconnected' });
    expect(outcomeOf(CLIENT, { team: { S: here } })).toMatchObject({ as: 'supervisor', warning: null });
    expect(outcomeOf(CLIENT, { team: { P: away, B: here, S: away } })).toMatchObject({ as: 'backup', warning: null });
  });

  it('says why a client is in no portfolio', () => {
    const stranger = { action: 'not-in-portfolio' } as const;
    expect(outcomeOf('+56 9 8765 4321')).toEqual({ ...stranger, client: '56987654321', reason: 'unknown-client' });
    expect(outcomeOf('ana@example.com')).toEqual({ ...stranger, client: null, reason: 'not-an-identifier' });
    expect(outcomeOf(CLIENT, {}, 'wa-2')).toEqual({ ...stranger, client: null, reason: 'unknown-account' });
    expect(outcomeOf(CLIENT, {}, '__proto__')).toEqual({ ...stranger, client: null, reason: 'unknown-account' });
  });

  it('lets one client have two main agents, in two accounts (RT-11)', () => {
    const both = portfolioOf('wa-2', 'whatsapp', [rowOf(CLIENT, 'Q')], portfolio);
    const everywhere = { P: here, Q: ready('wa-2') };
    expect(outcomeOf(CLIENT, { portfolio: both, team: everywhere })).toMatchObject({ agent: 'P' });
    expect(outcomeOf(CLIENT, { portfolio: both, team: everywhere }, 'wa-2')).toMatchObject({ agent: 'Q' });
  });

  it('passes over one person twice who is their own backup, and comes to the supervisor (RT-25)', () => {
    const twice = portfolioOf(WA, 'whatsapp', [rowOf(CLIENT, 'P', { ...people, backup: 'P' })]);
    const because = ['disconnected'];
    expect(outcomeOf(CLIENT, { portfolio: twice, team: { P: away, S: here } })).toMatchObject({
      as: 'supervisor',
      passedOver: [
        { as: 'main', agent: 'P', because },
        { as: 'backup', agent: 'P', because },
      ],
    });
  });

  it('asks anew for the next contact, and of the portfolio as it is then (RT-20)', () => {
    const later = portfolioOf(WA, 'whatsapp', [rowOf(CLIENT, 'Q')], portfolio);
    const contact = { account: WA, from: CLIENT };
    const world = { portfolio: later, team };
    expect(routing.decide({ ...contact, openWith: 'P' }, world).outcome).toEqual({ action: 'keep', agent: 'P' });
    expect(routing.decide({ ...contact, openWith: null }, world).outcome).toMatchObject({ agent: 'Q' });
  });

  it('heeds the later of two uploads, whichever was loaded first', () => {
    const [early, late] = ['early', 'late'].map((main) =>
      routing.validateRows([rowOf(CLIENT, main)], { account: WA, kind: 'whatsapp' }),
    );
    if (early?.ok !== true || late?.ok !== true) throw new Error('refused');
    const first = routing.load(routing.emptyPortfolio, late, { at: T + 1 }).state;
    const second = routing.load(first, early, { at: T });
    expect(second).toMatchObject({ status: 'late', state: first });
    expect(outcomeOf(CLIENT, { portfolio: second.state, team: { late: here, early: here } })).toMatchObject({
      agent: 'late',
    });
  });
});

describe('names that every object has', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

  it.each(names)('%s is a user like any other, and none if the team does not have them', (name) => {
    const own = portfolioOf(WA, 'whatsapp', [rowOf(CLIENT, name)]);
    const known = deepFreeze(Object.fromEntries([[name, here]]));
    expect(outcomeOf(CLIENT, { portfolio: own, team: known })).toMatchObject({ as: 'main', agent: name });
    expect(routing.whyNot({}, name, { as: 'main', account: WA })).toEqual(['unknown']);
    expect(routing.whyNot({}, name, { as: 'supervisor', account: WA })).toEqual(['unknown']);
  });

  it.each(names)('%s is an account like any other, and off if the user does not have it', (name) => {
    const own = portfolioOf(name, 'whatsapp', [rowOf(CLIENT, 'P')]);
    expect(outcomeOf(CLIENT, { portfolio: own, team: { P: ready(name) } }, name)).toMatchObject({ agent: 'P' });
    expect(routing.whyNot({ P: ready() }, 'P', { as: 'main', account: name })).toEqual(['not-auto-assigning']);
  });

  it('what is inherited counts for nothing: neither a user nor a mode', () => {
    const heir = { ...here, modes: Object.create({ [WA]: 'auto-assign' }) as routing.Agent['modes'] };
    expect(routing.whyNot({ P: heir }, 'P', { as: 'main', account: WA })).toEqual(['not-auto-assigning']);
    const heirs = Object.create({ P: here }) as routing.Team;
    expect(routing.whyNot(heirs, 'P', { as: 'main', account: WA })).toEqual(['unknown']);
  });
});

describe('one person, two ways to write their number', () => {
  const recognised = routing.policy({ samePerson: 'recognised' });
  const written = portfolioOf(
    WA,
    'whatsapp',
    ['5215512345678', '541123456789', '5511987654321'].map((client) => rowOf(client, 'P')),
  );

  it.each([
    ['Mexico', '+52 55 1234 5678', '5215512345678'],
    ['Argentina', '+54 9 11 2345 6789', '541123456789'],
    ['Brazil', '+55 11 8765 4321', '5511987654321'],
  ])('%s: recognised where the policy says so, and reported; never merged', (_, from, client) => {
    const known = outcomeOf(from, { portfolio: written, policy: recognised });
    expect(known).toMatchObject({ action: 'assign', agent: 'P', client, otherSpelling: true });
    expect(outcomeOf(from, { portfolio: written })).toMatchObject({ action: 'not-in-portfolio' });
    expect(outcomeOf(client, { portfolio: written, policy: recognised })).toMatchObject({ otherSpelling: false });
    expect([...routing.assignments(written, WA)]).toHaveLength(3);
  });

  it('are two clients where the portfolio has both', () => {
    const both = portfolioOf(WA, 'whatsapp', [rowOf('525512345678', 'Q')], written);
    const world = { portfolio: both, policy: recognised };
    expect(outcomeOf('525512345678', world)).toMatchObject({ agent: 'Q', otherSpelling: false });
    expect(outcomeOf('5215512345678', world)).toMatchObject({ agent: 'P', otherSpelling: false });
  });

  it('is nobody where the portfolio has neither, or there is but one way, or it is an address', () => {
    const world = { portfolio: written, policy: recognised };
    for (const from of ['525500000000', '56987654321', '551133334444']) {
      expect(outcomeOf(from, world)).toMatchObject({ reason: 'unknown-client', client: from });
    }
    const mail = { portfolio: ofMail, policy: recognised };
    expect(outcomeOf('eva@example.com', mail, MAIL)).toMatchObject({ reason: 'unknown-client' });
  });
});

const heading = 'Identificador de Usuario,Ejecutivo';

/** One question for each parameter, and for what lies near it. */
const probes = {
  'a main agent who is available and not connected': (policy) =>
    outcomeOf(CLIENT, { team: { P: away, B: here }, policy }),
  'a supervisor who is not connected': (policy) => outcomeOf(CLIENT, { team: { S: away }, policy }),
  'a file of one client, of an account of two': (policy) => {
    const validation = routing.validateRows([rowOf('eva@example.com', 'P')], { account: MAIL, kind: 'email', policy });
    return (
      validation.ok && Array.from(routing.assignments(routing.load(ofMail, validation, { at: T + 1 }).state, MAIL))
    );
  },
  'a client of two main agents': (policy) => {
    const rows = [rowOf(CLIENT, 'P'), rowOf(CLIENT, 'Q')];
    return routing.validateRows(rows, { account: WA, kind: 'whatsapp', mode: 'merge', policy }).ok;
  },
  'a letter of another case before the @': (policy) => outcomeOf('Ana@example.com', { policy }, MAIL),
  'a letter of another case after the @': (policy) => outcomeOf('ana@EXAMPLE.com', { policy }, MAIL),
  'seven digits': (policy) => routing.normalised('1234567', 'whatsapp', policy),
  'sixteen digits': (policy) => routing.normalised('1234567890123456', 'whatsapp', policy),
  'a number without its country': (policy) => outcomeOf('9 1234 5678', { policy }),
  'a number with its country': (policy) => outcomeOf('+56 9 1234 5678', { policy }),
  'the other spelling of a number': (policy) => {
    const mexican = portfolioOf(WA, 'whatsapp', [rowOf('5215512345678', 'P')]);
    return outcomeOf('+525512345678', { portfolio: mexican, policy });
  },
  'a user who was just created': (policy) => routing.newUser('ana', policy).saved.enabled,
  'a file with semicolons': (policy) =>
    validate(`${heading}\n${CLIENT},P`.replaceAll(',', ';'), { account: WA, kind: 'whatsapp', policy }).ok,
  'a file with commas': (policy) => validate(`${heading}\n${CLIENT},P`, { account: WA, kind: 'whatsapp', policy }).ok,
} satisfies Record<string, (policy: routing.Policy) => unknown>;

type Probe = keyof typeof probes;

describe('the policy', () => {
  it.each<[keyof routing.Policy, routing.PolicyChoices, Partial<Record<Probe, unknown>>]>([
    [
      'usable',
      { usable: 'connected-or-available' },
      { 'a main agent who is available and not connected': { agent: 'P', passedOver: [] } },
    ],
    [
      'supervisorNeedsConnection',
      { supervisorNeedsConnection: true },
      { 'a supervisor who is not connected': { action: 'not-covered' } },
    ],
    [
      'reuploadMode',
      { reuploadMode: 'replace' },
      { 'a file of one client, of an account of two': [{ client: 'eva@example.com' }] },
    ],
    ['duplicateConflict', { duplicateConflict: 'last-wins' }, { 'a client of two main agents': true }],
    [
      'emailCase',
      { emailCase: 'domain-only' },
      { 'a letter of another case before the @': { action: 'not-in-portfolio', client: 'Ana@example.com' } },
    ],
    [
      'phoneDigits',
      { phoneDigits: { min: 7, max: 16 } },
      { 'seven digits': '1234567', 'sixteen digits': '1234567890123456' },
    ],
    ['phones', { phones: phonesIn('CL') }, { 'a number without its country': { agent: 'P', client: CLIENT } }],
    [
      'samePerson',
      { samePerson: 'recognised' },
      { 'the other spelling of a number': { agent: 'P', otherSpelling: true } },
    ],
    ['newUserEnabled', { newUserEnabled: true }, { 'a user who was just created': true }],
    ['delimiters', { delimiters: [',', ';'] }, { 'a file with semicolons': true }],
  ])('%s changes what it says, and nothing else', (_, choices, changed) => {
    const policy = routing.policy(choices);
    for (const [name, probe] of Object.entries(probes)) {
      const usual = probe(routing.defaultPolicy);
      const answer = probe(policy);
      if (!Object.hasOwn(changed, name)) expect(answer, name).toEqual(usual);
      else {
        expect({ answer }, name).toMatchObject({ answer: changed[name as Probe] });
        expect(answer, name).not.toEqual(usual);
      }
    }
  });

  it('is as the manual has it where nothing is chosen, and frozen', () => {
    expect(routing.policy()).toEqual(routing.defaultPolicy);
    expect(Object.isFrozen(routing.policy())).toBe(true);
    expect(routing.decide({ account: WA, from: CLIENT }, { portfolio, team, policy: routing.policy() })).toEqual(
      routing.decide({ account: WA, from: CLIENT }, { portfolio, team }),
    );
  });

  it.each([
    [{ min: 0, max: 15 }],
    [{ min: 8, max: 21 }],
    [{ min: 9, max: 8 }],
    [{ min: 8.5, max: 15 }],
    [{ min: 8, max: Number.NaN }],
  ])('refuses phoneDigits of %o', (phoneDigits) => {
    expect(() => routing.policy({ phoneDigits })).toThrow(/^phoneDigits: saw .* whole numbers from 1 to 20/);
  });

  it('refuses to be without a delimiter, and takes the bounds themselves', () => {
    expect(() => routing.policy({ delimiters: [] })).toThrow(
      new RangeError('delimiters: saw none, expected at least one.'),
    );
    expect(routing.policy({ phoneDigits: { min: 1, max: 20 } }).phoneDigits).toEqual({ min: 1, max: 20 });
    expect(routing.policy({ phoneDigits: { min: 11, max: 11 } }).phoneDigits).toEqual({ min: 11, max: 11 });
  });
});

/** A user after some changes, each at an instant of its own. */
function configured(user: routing.Configuration, ...changes: readonly object[]): routing.Configuration {
  return changes.reduce<routing.Configuration>((before, change) => {
    const event = { id: `${before.seen.length}`, at: T, ...change } as routing.ConfigurationEvent;
    const { state, status } = routing.configure(deepFreeze(before), event);
    expect(status).toBe('applied');
    return state;
  }, user);
}

describe('the configuration of a user', () => {
  const toggle = { type: 'toggle' };
  const save = { type: 'save' };
  const leave = { type: 'leave' };
  const autoAssign = { type: 'set-mode', account: WA, mode: 'auto-assign' };
  const presence = { connected: true, available: true };
  const agentOf = (user: routing.Configuration): string => {
    const world = { team: { P: routing.agentOf(user, presence), B: here } };
    const outcome = outcomeOf(CLIENT, world);
    return outcome.action === 'assign' ? outcome.agent : outcome.action;
  };
  const created = routing.newUser('P');
  const set = configured(created, toggle, autoAssign, save);

  it('begins disabled; the switch "Ejecutivo desactivado" enables (RT-18)', () => {
    expect(created).toEqual({
      version: 1,
      user: 'P',
      stage: 'SAVED',
      saved: { enabled: false, modes: {} },
      shown: { enabled: false, modes: {} },
      seen: [],
    });
    expect(configured(created, toggle).shown.enabled).toBe(true);
    expect(configured(created, toggle, toggle).shown.enabled).toBe(false);
  });

  it('gets the user clients once it is saved: enabled, and set to auto-assign in the account', () => {
    expect(agentOf(created)).toBe('B');
    expect(agentOf(configured(created, toggle, save))).toBe('B');
    expect(agentOf(configured(created, toggle, autoAssign))).toBe('B');
    expect(agentOf(set)).toBe('P');
  });

  it('counts as saved until another is: who leaves loses the changes', () => {
    for (const change of [toggle, { ...autoAssign, mode: 'enabled' }, { ...autoAssign, mode: 'off' }]) {
      expect(agentOf(configured(set, change))).toBe('P');
      expect(agentOf(configured(set, change, save))).toBe('B');
      expect(configured(set, change, leave)).toMatchObject({ stage: 'SAVED', shown: set.saved, saved: set.saved });
    }
    expect(agentOf(configured(set, { ...autoAssign, account: 'wa-2', mode: 'off' }, save))).toBe('P');
  });

  it.each<[string, routing.Configuration, object, routing.ConfigurationRecorded['status'], string, routing.RuleId]>([
    ['an account of a disabled user', created, autoAssign, 'refused', 'user-disabled', 'routing/must-enable'],
    ['a change by an agent', set, { ...toggle, by: 'agent' }, 'refused', 'not-admin', 'routing/admin-only'],
    ['a save by an agent', set, { ...save, by: 'agent' }, 'refused', 'not-admin', 'routing/admin-only'],
    ['a save of nothing', set, save, 'no-effect', 'nothing-to-save', 'routing/save'],
    ['leaving unchanged', set, leave, 'no-effect', 'nothing-to-save', 'routing/save'],
  ])('stays as it is after %s', (_, user, change, status, code, rule) => {
    const event = { id: 'x', at: T, ...change } as routing.ConfigurationEvent;
    expect(routing.configure(deepFreeze(user), event)).toEqual({ state: user, status, code, rule });
  });

  it('keeps accounts of any name apart', () => {
    const odd = configured(
      set,
      { ...autoAssign, account: '__proto__' },
      { ...autoAssign, account: 'constructor' },
      save,
    );
    expect(Object.keys(odd.saved.modes)).toEqual([WA, '__proto__', 'constructor']);
    const agent = routing.agentOf(odd, presence);
    for (const account of [WA, '__proto__', 'constructor']) {
      expect(routing.whyNot({ P: agent }, 'P', { as: 'main', account })).toEqual([]);
    }
    expect(routing.whyNot({ P: agent }, 'P', { as: 'main', account: 'toString' })).toEqual(['not-auto-assigning']);
  });

  it('is known by each event once', () => {
    const event = { id: 'x', at: T, type: 'toggle' } as const;
    const { state } = routing.configure(created, event);
    expect(routing.configure(state, event)).toEqual({ state, status: 'duplicate' });
  });
});
