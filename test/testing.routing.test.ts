import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as routing from 'pauta/routing';
import { validate } from 'pauta/routing/csv';
import { configurationEventSchema, configurationSchema, eventSchema, read, stateSchema } from 'pauta/routing/schema';
import { arbitraries, laws, type Law } from 'pauta/testing';
import { everybody } from '../src/testing/routing/fixed.js';
import { testLaws } from './laws-that-fail.js';
import { MAIL, WA } from './routing.arbitraries.js';

type Decide = typeof routing.decide;
type Others = NonNullable<Parameters<typeof laws.routing>[1]>;

/** The library, but for the decision. */
function deciding(decide: Decide): readonly Law[] {
  return laws.routing(decide);
}

/** The library, but for one of its other functions. */
function but(others: Others): readonly Law[] {
  return laws.routing(undefined, others);
}

const takesEitherForThere = deciding((contact, world) =>
  routing.decide(contact, {
    ...world,
    policy: { ...(world.policy ?? routing.defaultPolicy), usable: 'connected-or-available' },
  }),
);
const tellsNobodyPassedOver = deciding((contact, world) => {
  const decision = routing.decide(contact, world);
  return decision.outcome.action === 'assign'
    ? { ...decision, outcome: { ...decision.outcome, passedOver: [] } }
    : decision;
});
const warnsOfOthers = deciding((contact, world) => {
  const decision = routing.decide(contact, world);
  const isSomebodyAway = Object.values(world.team).some(({ connected }) => !connected);
  return decision.outcome.action === 'assign' && isSomebodyAway
    ? { ...decision, outcome: { ...decision.outcome, warning: 'disconnected' } }
    : decision;
});
const given = new WeakMap<routing.Portfolio, routing.RoutingDecision>();
const sticksToItsFirstAnswer = deciding((contact, world) => {
  const decision = given.get(world.portfolio) ?? routing.decide(contact, world);
  given.set(world.portfolio, decision);
  return decision;
});
const invents = deciding((contact, world) => ({
  ...routing.decide(contact, world),
  rule: 'routing/invented' as routing.RuleId,
}));
const movesOpenConversations = deciding((contact, world) => routing.decide({ ...contact, openWith: null }, world));
const trustsStrangers = deciding((contact, world) =>
  routing.decide(contact, { ...world, team: { ...everybody(WA), ...world.team } }),
);
const looksForWhatWasWritten = deciding((contact, world) =>
  routing.decide({ ...contact, from: contact.from?.replaceAll(' ', '#') ?? null }, world),
);

const takesTheSoundRows = but({
  validate: (source, options) => {
    const validation = validate(source, options);
    if (validation.ok) return validation;
    const bad = validation.problems.map(({ line }) => line);
    const lines = (source as string).split('\n').filter((_, index) => !bad.includes(index + 1));
    return validate(lines.join('\n'), options);
  },
});
const dropsTheLastLine = but({
  validate: (source, options) => validate((source as string).replace(/\n.*$/, ''), options),
});
const readsByPlace = but({
  validate: (source, options) =>
    validate(
      (source as string).replace(
        /^.*/,
        'Identificador de Usuario,Ejecutivo,Ejecutivo de Respaldo,Supervisor de Respaldo',
      ),
      options,
    ),
});
const overlooksARow = but({
  validateRows: (rows, options) => routing.validateRows(options.mode === 'merge' ? [...rows].slice(1) : rows, options),
});
const copies = but({
  load: (before, upload, context) => {
    const { state, ...loaded } = routing.load(before, upload, context);
    const restored = routing.fromJson(state.toJSON());
    return { ...loaded, state: restored.ok ? restored.value : state };
  },
});
const writesAPlus = but({
  *assignments(portfolio, account) {
    for (const each of routing.assignments(portfolio, account)) yield { ...each, client: `+${each.client}` };
  },
});
const countsTwice = but({
  *assignments(portfolio, account) {
    yield* routing.assignments(portfolio, account);
    yield* routing.assignments(portfolio, account);
  },
});
const sendsThemAwayEverywhere = but({
  without: (portfolio, account, clients) =>
    routing.without(routing.without(portfolio, account, clients), 'other', clients),
});
const losesWhatIsStored = but({ fromJson: () => ({ ok: true, value: routing.emptyPortfolio }) });
const writesOnStates = but({
  record: (upload, event) => {
    (upload.seen as string[]).push('me');
    return routing.record(upload, event);
  },
});
const copiesWhatItRefuses = but({
  configure: (user, event) => {
    const configured = routing.configure(user, event);
    return { ...configured, state: { ...configured.state } };
  },
});
const keepsNoIds = but({
  record: (upload, event) => {
    const recorded = routing.record(upload, event);
    return { ...recorded, state: { ...recorded.state, seen: [] } };
  },
});
const made = new WeakSet<routing.Upload>();
const knowsOnlyItsOwnObjects = but({
  record: (upload, event) => {
    const recorded = routing.record(made.has(upload) ? upload : routing.start(), event);
    made.add(recorded.state);
    return recorded;
  },
});

const hasOneRule = deciding((contact, world) => ({
  ...routing.decide(contact, world),
  rule: 'routing/same-agent',
}));
const hasNoPolicy = deciding((contact, { portfolio, team }) => routing.decide(contact, { portfolio, team }));
const overlooks = (field: 'usable' | 'supervisorNeedsConnection'): readonly Law[] =>
  deciding((contact, { policy = routing.defaultPolicy, ...world }) =>
    routing.decide(contact, { ...world, policy: { ...policy, [field]: routing.defaultPolicy[field] } }),
  );
const warnsOfNobody = deciding((contact, world) => {
  const { outcome, ...decision } = routing.decide(contact, world);
  return { ...decision, outcome: outcome.action === 'assign' ? { ...outcome, warning: null } : outcome };
});
const asksWithoutPolicy = but({ whyNot: (team, id, { as, account }) => routing.whyNot(team, id, { as, account }) });
const tellsOnlyTheFirst = but({ whyNot: (team, id, asked) => routing.whyNot(team, id, asked).slice(0, 1) });
const validatesRowsWithoutPolicy = but({
  validateRows: (rows, { account, kind, mode }) => routing.validateRows(rows, { account, kind, ...(mode && { mode }) }),
});
const validatesWithoutPolicy = but({
  validate: (source, { policy: _, ...options }) => validate(source, options),
});
const enablesNobody = but({ newUser: (user) => routing.newUser(user) });
const namesAnotherRule = but({
  record: (upload, event) => {
    const recorded = routing.record(upload, event);
    return recorded.rule === undefined ? recorded : { ...recorded, rule: 'routing/upload' };
  },
});
const ignoresWhatItShouldRefuse = but({
  record: (upload, event) => {
    const recorded = routing.record(upload, event);
    return recorded.status === 'refused' ? { ...recorded, status: 'no-effect' } : recorded;
  },
});
const saysAnotherWhy = but({
  configure: (user, event) => {
    const configured = routing.configure(user, event);
    return configured.code === undefined ? configured : { ...configured, code: 'not-admin' };
  },
});
const savesByAnotherRule = but({
  configure: (user, event) => {
    const configured = routing.configure(user, event);
    return configured.rule === undefined ? configured : { ...configured, rule: 'routing/save' };
  },
});

const givesToTheFirst =
  'a client is given to the first who can take them, as the company reads it; a supervisor who is away is warned of';
const tellsWhy =
  'all that stands against somebody is told, as the company reads it: who is there, and whom a supervisor must be';
const takesSteps =
  'a step of an upload is taken, refused or ignored as the machine has it: the stage, the code and the rule';
const takesChanges =
  'a change of a configuration is taken, refused or ignored as the machine has it: the stage, the code and the rule';

describe('the laws of routing', () => {
  testLaws(laws.routing(), {
    '1: never to a disabled user; never to an executive who is not connected, available, saved and auto-assigning in that account':
      takesEitherForThere,
    '2: main before backup before supervisor; a lower one only if every higher one cannot, and nobody only if none can':
      tellsNobodyPassedOver,
    '3: who the backup and the supervisor are, and how they are, changes nothing while the main agent can':
      warnsOfOthers,
    '4: all or nothing: a refused upload leaves the portfolio as it was': takesTheSoundRows,
    '5: an accepted upload holds only identifiers of the kind of the account': writesAPlus,
    '6: what is done to one account leaves every other as it was': sendsThemAwayEverywhere,
    '7: the order of the rows does not matter': dropsTheLastLine,
    '8: one wrong identifier refuses any file that was accepted, and names itself; without the rows named it is accepted':
      takesTheSoundRows,
    '9: a file with all the clients of the account, and more, does the same merged as in the place of the account':
      overlooksARow,
    '10: the same upload once more changes nothing': copies,
    '11: letter case of an address, spaces, dashes and plus of a number change neither validation nor routing':
      looksForWhatWasWritten,
    '12: each client has exactly one main agent in an account, whatever was uploaded in whatever spelling': countsTwice,
    '13: the same world gives the same person to every contact, and who comes back gets their clients back':
      sticksToItsFirstAnswer,
    '14: the order of the columns, and columns beside them, do not matter': readsByPlace,
    'any contact gets an answer that is plain JSON, by a rule that exists, for good, and nothing is changed': invents,
    'an open conversation stays with its agent, however the world changes; the next contact is asked about anew':
      movesOpenConversations,
    'of somebody who is no user of the team nothing is taken for granted': trustsStrangers,
    [tellsWhy]: asksWithoutPolicy,
    [givesToTheFirst]: hasNoPolicy,
    'each answer is given by its own rule: that of the situation seen': hasOneRule,
    'two ways to write the number of one person are recognised, or kept apart, as the company chooses': hasNoPolicy,
    'letter case counts before the @ of an address, or does not, as the company chooses; after it never': hasNoPolicy,
    'a number has as many digits as the company chooses, both ends included': hasNoPolicy,
    'a file loaded again keeps the clients that it does not name, or removes them, as the company chooses':
      validatesRowsWithoutPolicy,
    'a file that gives a client to two is refused, or the later row counts, as the company chooses':
      validatesRowsWithoutPolicy,
    'the cells of a file stand between what the company chooses, and between nothing else': validatesWithoutPolicy,
    'a new user is enabled, or is not, as the company chooses': enablesNobody,
    [takesSteps]: namesAnotherRule,
    [takesChanges]: saysAnotherWhy,
    'a stored portfolio answers as if it had not been stored': losesWhatIsStored,
    'leaves frozen uploads, configurations and events as they are': writesOnStates,
    'leaves an upload, or a configuration, as it was whenever it refuses or ignores, and says why': copiesWhatItRefuses,
    'takes an event once, however often it is delivered': keepsNoIds,
    'an upload, or a configuration, that was stored goes on as if it had not been': knowsOnlyItsOwnObjects,
  });
});

describe('the laws of routing catch, too', () => {
  it.each<[string, string, readonly Law[]]>([
    ['who is there, read always in one way', givesToTheFirst, overlooks('usable')],
    ['a supervisor who never needs a connection', givesToTheFirst, overlooks('supervisorNeedsConnection')],
    ['nobody told that a supervisor is away', givesToTheFirst, warnsOfNobody],
    ['one reason where there are two', tellsWhy, tellsOnlyTheFirst],
    ['a refusal that is told as no effect', takesSteps, ignoresWhatItShouldRefuse],
    ['one rule for all changes', takesChanges, savesByAnotherRule],
  ])('%s', (_, name, theirs) => {
    const law = theirs.find((each) => each.name === name);
    expect(() => law?.check({ seed: 1 })).toThrow(/^Property failed/);
  });
});

describe('what is drawn of routing', () => {
  const { configuration, configurationEvent, event, facts, portfolio, state } = arbitraries.routing;
  const sampleOf = <Drawn>(drawn: fc.Arbitrary<Drawn>): readonly Drawn[] =>
    fc.sample(drawn, { numRuns: 1_000, seed: 1 });

  it('is taken at the door', () => {
    for (const each of sampleOf(event)) expect(read(eventSchema, each).ok).toBe(true);
    for (const each of sampleOf(state)) expect(read(stateSchema, each).ok).toBe(true);
    for (const each of sampleOf(configurationEvent)) expect(read(configurationEventSchema, each).ok).toBe(true);
    for (const each of sampleOf(configuration)) expect(read(configurationSchema, each).ok).toBe(true);
  });

  it('comes to every stage, and to every outcome', () => {
    expect(new Set(sampleOf(state).map(({ stage }) => stage))).toEqual(new Set(routing.flow.stages));
    expect(new Set(sampleOf(configuration).map(({ stage }) => stage))).toEqual(new Set(['SAVED', 'DIRTY']));
    const everywhere = fc.tuple(facts, portfolio, arbitraries.routing.team(WA, MAIL));
    const actions = sampleOf(everywhere).map(([contact, held, team]) => {
      const { outcome } = routing.decide(contact, { portfolio: held, team });
      return outcome.action === 'not-in-portfolio' ? outcome.reason : outcome.action;
    });
    expect([...new Set(actions)].toSorted()).toEqual(
      [
        ...['assign', 'keep', 'not-covered'],
        ...['no-identifier', 'not-an-identifier', 'unknown-account', 'unknown-client'],
      ].toSorted(),
    );
  });
});
