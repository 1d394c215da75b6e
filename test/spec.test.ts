import { describe, expect, it } from 'vitest';
import { contact, ladder, messaging, pending, requirement, routing } from 'pauta';
import { cases, check, type Case } from 'pauta/spec';
import { tables } from './tables.js';

const all = cases();
const systems = new Set(all.map(({ system }) => system as 'ladder'));
const rules = {
  ...contact.rules,
  ...ladder.rules,
  ...messaging.rules,
  ...pending.rules,
  ...requirement.rules,
  ...routing.rules,
};

describe('the executable specification', () => {
  it.each(all.map((one) => [one.id, one.name, one] as const))('%s: %s', (_, __, one) => {
    const { pass, expected, actual, ruleMatches, problems } = check(one);
    expect(problems).toEqual([]);
    expect(actual).toEqual(expected);
    expect(pass).toBe(true);
    expect(ruleMatches).toBe(true);
  });

  it('has an id for each case, and gives the cases of one system or of all', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect([...systems].flatMap((system) => cases(system))).toEqual(all);
    expect(cases('pending').every(({ system }) => system === 'pending')).toBe(true);
  });

  it('has every normative rule fire in some case', () => {
    const fired = new Set(all.flatMap((one) => check(one).fired));
    // The format has no field for the way to resolve, and no decision for the two sources or a round of watching: the
    // rooms' own tests do.
    fired.add('pending/resolve-via-menu').add('requirement/check-sources');
    fired.add('messaging/eva-review').add('messaging/eva-classify-and-crm');
    fired.add('messaging/monitor-where').add('messaging/monitor-read');
    const silent = Object.entries(rules).filter(([id, { normative }]) => normative && !fired.has(id));
    expect(silent.map(([id]) => id)).toEqual([]);
    expect([...fired].filter((id) => !Object.hasOwn(rules, id))).toEqual([]);
  });

  it('has every row of every table decide some case', () => {
    const firing = all.map((one) => check(one).fired.join());
    // The format asks neither who files nor about debts by themselves; nor what comes next in a conversation or in a case,
    // nor how far the automation of the CRM is, nor the survey that stands in for it.
    const apart = ['requirement/filing', 'requirement/collections', 'messaging', 'messaging/case'];
    const further = ['messaging/automation', 'messaging/fallback'];
    const asked = tables.filter(({ name }) => ![...apart, ...further].includes(name));
    for (const { name, rows } of asked) {
      for (const { rule, when, applies = [] } of rows) {
        // The format has no field for the policy under which a kind of insistence does not count.
        if (when['insistence'] === 'other-kind') continue;
        // Nor for an offer that was checked in vain.
        if (when['offer'] === 'not-ready') continue;
        // Nor for the policy under which agents are asked less, and supervisors more.
        if (when['asked'] === 'either' || when['needsConnection'] === 'yes') continue;
        expect(
          firing.some((fired) => fired.includes([rule, ...applies].join())),
          `${name}: ${rule}`,
        ).toBe(true);
      }
    }
  });
});

const sound = cases('pending')[0] as Case;
const answered = cases('contact').find(({ decision }) => decision === 'client-answer') as Case;
const analysis = cases('requirement').find(({ decision }) => decision === 'analyse') as Case;
const routed = cases('routing').find(({ decision }) => decision === 'route') as Case;
const moved = cases('routing').find(({ decision }) => decision === 'transition') as Case;

describe('a case that cannot be asked', () => {
  it.each<[string, unknown, string, string]>([
    ['is no object', 7, '', 'an object'],
    ['is null', null, '', 'an object'],
    ['lacks a field', { ...sound, now: undefined }, 'now', 'an instant'],
    ['has a field too many', { ...sound, expectd: 'x' }, 'expectd', 'no such field'],
    ['has no offset in its instant', { ...sound, now: '2024-05-13T10:00:00' }, 'now', 'offset'],
    ['is in a zone that does not exist', { ...sound, zone: 'America/Nowhere' }, 'zone', 'IANA zone'],
    [
      'names a system that is unknown',
      { ...sound, id: 'x-1', system: 'x', rule: 'x/y' },
      'system',
      'pending, requirement',
    ],
    [
      'names a system that every object has',
      { ...sound, id: 'toString-1', system: 'toString', rule: 'toString/y' },
      'system',
      'known',
    ],
    ['names a decision that is unknown', { ...sound, decision: 'guess' }, 'decision', 'is-pending, goal, transition'],
    ['names a decision that every object has', { ...sound, decision: 'constructor' }, 'decision', 'known'],
    ['names a rule that is not in the catalogue', { ...sound, rule: 'pending/none' }, 'rule', 'catalogue'],
    ['names a rule of another system', { ...sound, rule: 'requirement/case-1' }, 'rule', 'a rule of its system'],
    ['has the id of another system', { ...sound, id: 'requirement-001' }, 'id', 'an id of its system'],
    ['has no facts', { ...sound, given: null }, 'given', 'an object with the facts'],
    ['lacks a fact', { ...sound, given: { messages: [] } }, 'given.aiActive', 'a boolean'],
    ['has a fact that is unknown', { ...sound, given: { ...sound.given, mood: 'bad' } }, 'given.mood', 'no such field'],
    [
      'has a fact with an unknown value',
      { ...analysis, given: { ...analysis.given, product: 'gas' } },
      'given.product',
      '"medidor"',
    ],
    [
      'has a date that does not exist',
      { ...analysis, given: { initial: { answered: false, deadline: '2026-02-30' } } },
      'given.initial.deadline',
      'civil date',
    ],
    [
      'has a client who answers what nobody can',
      { ...answered, given: { ...answered.given, reply: 'rejects+tears' } },
      'given.reply',
      'accepts, rejects, flexible, not-flexible',
    ],
    [
      'has an agent in a mode that does not exist',
      { ...routed, given: { ...routed.given, agents: { P: { accountMode: 'on' } } } },
      'given.agents.P.accountMode',
      '"habilitado+autoasignacion"',
    ],
    [
      'begins at a stage that does not exist',
      { ...moved, given: { state: 'LOST', event: 'upload' } },
      'given.state',
      'IDLE, ACCOUNT_SELECTED',
    ],
    [
      'has happen to an upload what happens to users',
      { ...moved, given: { state: 'IDLE', event: 'toggle' } },
      'given.event',
      '"select-account"',
    ],
    ['is determined by nobody', { ...sound, determined: 'dice' }, 'determined', '"manual" or "default-reading"'],
  ])('%s', (_, broken, path, expected) => {
    const { pass, problems, rule, fired, ruleMatches, actual } = check(broken);
    expect({ pass, rule, fired, ruleMatches, actual }).toEqual({
      pass: false,
      rule: null,
      fired: [],
      ruleMatches: false,
      actual: null,
    });
    const found = problems.find((problem) => problem.path === path);
    expect(found?.expected).toContain(expected);
  });

  it('has all that is wrong with it listed at once', () => {
    const broken = { ...sound, given: { messages: [{ by: 'cliente', at: 'ayer' }], aiActive: 'si' } };
    expect(check(broken).problems.map(({ path }) => path)).toEqual([
      'given.messages[0].by',
      'given.messages[0].at',
      'given.aiActive',
    ]);
  });

  it('is named by its id, where it has one', () => {
    expect(check({ id: 'pending-900' }).id).toBe('pending-900');
    expect(check({}).id).toBe('(no id)');
  });
});

describe('transitions', () => {
  const stages = {
    contact: contact.flow.stages,
    ladder: ladder.flow.stages,
    messaging: [...messaging.flow.stages],
    loading: [...messaging.loadingFlow.stages],
    pending: ['EMPTY', 'AI_PROCESS', 'PENDING', 'ANSWERED', 'RESOLVED'],
    requirement: requirement.flow.stages,
    routing: routing.flow.stages,
    user: ['USER_DISABLED', 'USER_ENABLED', 'OFF', 'ENABLED', 'ENABLED_AUTO', 'DIRTY', 'SAVED'],
  } as const;
  const events = {
    contact: [
      ...contact.flow.events.filter((event) => event !== 'client-answered'),
      ...['accepts', 'rejects', 'rejects+refund', 'offers-dates', 'flexible', 'not-flexible', 'not-flexible+refund'],
      ...['refund-accepted', 'tick'],
    ],
    ladder: [...ladder.flow.events, 'tick'],
    messaging: [...messaging.flow.events, 'section, agent, tag set', 'user-message "not solved"'],
    loading: [...messaging.loadingFlow.events, 'manual-upload = si', 'tick'],
    pending: [
      ...['client-message', 'ai-message', 'seller-message', 'message-deleted', 'mark-resolved', 'action-flagged'],
      ...['ai-on', 'ai-off', 'tick', 'opened-by-seller', 'read', 'unread'],
    ],
    requirement: requirement.flow.events,
    routing: routing.flow.events,
    user: [
      ...['toggle', 'toggle "Ejecutivo desactivado"', 'account-auto-assign-on', 'save'],
      ...['leave', 'leave without save', 'leave-without-save'],
    ],
  } as const;
  const extras = {
    contact: [
      {},
      { chatNoteWritten: true, dateChanged: true, mp: 'b', availableMp: 'a' },
      { chatNoteWritten: false, systemUpdated: false, templateSent: false },
      { recordMailOwed: true, templateSent: true },
      { recordMailOwed: false, systemUpdated: true },
    ],
    ladder: [
      {},
      { category: 'inter' },
      { category: 'local', searchedFor: 'PT2H' },
      { sinceResend: 'PT59M', withinImpossibilityWindow: null },
      { withinImpossibilityWindow: false, round: 2, roundFrom: 'drop' },
      { roundFrom: 'dates-changed' },
    ],
    messaging: [
      {},
      { actor: 'b', assignedAgent: 'a' },
      { done: 'none' },
      { done: 'reply', actor: null },
      { done: 'reply+bot' },
    ],
    loading: [
      {},
      { contactKnownFromWhatsApp: false },
      { welcomeEvents: false, contactKnownFromWhatsApp: true },
      { tag: 'another' },
    ],
    pending: [{}, { aiActive: true }, { aiActive: false }, { actor: 'client' }],
    requirement: [
      {},
      { overdue: true },
      { overdue: false },
      { kind: 'inconformidad' },
      { kind: 'respuesta-fuera-de-plazo' },
    ],
    routing: [
      {},
      { role: 'ejecutivo' },
      { actor: 'agent', fileName: null },
      { badIdentifiers: 2, conflicts: 0 },
      { conflicts: 1, role: null },
      { fileName: 'cartera.xlsx', mapped: true },
      { mapped: false, role: 'administrador' },
    ],
    user: [{}, { role: 'administrator' }, { role: null, actor: 'ejecutivo' }],
  } as const;

  it.each(['contact', 'ladder', 'messaging', 'loading', 'pending', 'requirement', 'routing', 'user'] as const)(
    '%s: every stage has an answer to every event, in the words of the format',
    (system) => {
      const room = system === 'user' ? 'routing' : system === 'loading' ? 'messaging' : system;
      const model = cases(room).find(({ decision }) => decision === 'transition') as Case;
      for (const state of stages[system]) {
        for (const event of events[system]) {
          for (const extra of extras[system]) {
            const { problems, actual } = check({ ...model, given: { state, event, ...extra } });
            expect(problems).toEqual([]);
            expect(actual).toMatch(
              /^(ok:([A-Z_]+|case-[1-8])|noop(:[a-z-]+)?|late|illegal:[a-z-]+|(not-covered|need-fact):[a-z-]+)$/,
            );
          }
        }
      }
    },
  );
});

describe('facts that a case leaves out', () => {
  it('are, of a contact, the zone of the case, and no mail, call or reply', () => {
    const next = cases('contact').find(({ decision }) => decision === 'next-contact') as Case;
    const at = (now: string): unknown => check({ ...next, given: { moveDate: '2024-09-09' }, now }).actual;
    expect(at('2024-09-07T23:59:59.999-04:00')).toBe('send-help-mail');
    expect(at('2024-09-08T01:00:00-03:00')).toBe('call-now');
  });

  const model = cases('requirement').find(({ decision }) => decision === 'typify') as Case;

  it('are empty lines in a description, and no channel in a typification', () => {
    const described = { ...model, given: { subject: 'Gestión de cobranza', text: 'Deuda ajena' } };
    expect(check(described).actual).toBe('Nombre: \nTeléfono: \nEmail: \nDescripción: Deuda ajena');
    expect(check({ ...model, given: { subject: 'Gestión de cobranza' } }).actual).toBe('channel-not-authorised');
  });

  it('take, in a transition, the value that does not stop the event', () => {
    const transition = cases('requirement').find(({ decision }) => decision === 'transition') as Case;
    const answerTo = (given: Case['given']): unknown => check({ ...transition, given }).actual;
    expect(answerTo({ state: 'INSISTENCE_ANSWERED', event: 'client-asks' })).toBe('ok:ESCALATED');
    expect(answerTo({ state: 'INSISTENCE_OPEN', event: 'client-asks' })).toBe('ok:case-5');
    const late = { state: 'INSISTENCE_OPEN', event: 'client-asks', kind: 'respuesta-fuera-de-plazo' };
    expect(answerTo(late)).toBe('not-covered:both-open-insistence-in-term');
  });
});

describe('comparing', () => {
  it('fails on another outcome, and shows both', () => {
    expect(check({ ...sound, outcome: 'pending:last-by-ai' })).toMatchObject({
      pass: false,
      expected: 'pending:last-by-ai',
      actual: sound.outcome,
      problems: [],
    });
  });

  it('fails on an until that the answer has not', () => {
    const { pass, expected } = check({ ...sound, until: sound.now });
    expect(pass).toBe(false);
    expect(expected).toEqual({ outcome: sound.outcome, until: Date.parse(sound.now) });
  });

  it('heeds the order of a list and not that of fields', () => {
    const typified = cases('requirement').find(({ id }) => id === 'requirement-043') as Case;
    const outcome = typified.outcome as Record<string, string>;
    const reversed = Object.fromEntries(Object.entries(outcome).reverse());
    expect(check({ ...typified, outcome: reversed }).pass).toBe(true);
    expect(check({ ...typified, outcome: { ...outcome, status: 'Cerrado' } }).pass).toBe(false);
    expect(check({ ...typified, outcome: { ...outcome, more: 1 } }).pass).toBe(false);
    const { status: _, ...less } = outcome;
    expect(check({ ...typified, outcome: { ...less, estado: 'Abierto' } }).pass).toBe(false);
    expect(check({ ...typified, outcome: null }).pass).toBe(false);
    const list = analysis.outcome as readonly [number, string];
    expect(check({ ...analysis, outcome: [...list].reverse() }).pass).toBe(false);
    expect(check({ ...analysis, outcome: [...list, 'more'] }).pass).toBe(false);
    expect(check({ ...analysis, outcome: { 0: list[0], 1: list[1] } }).pass).toBe(false);
  });

  it('reports a rule that differs apart', () => {
    expect(check({ ...sound, rule: 'pending/goal-is-far' }).problems).toHaveLength(1);
    expect(check({ ...sound, rule: 'pending/quotes-zero' })).toMatchObject({ pass: true, ruleMatches: false });
  });

  it('takes null for absent, and any order of facts', () => {
    const given = {
      ...sound.given,
      resolvedAt: null,
      actionFlaggedAt: null,
      read: null,
      windowMinutes: null,
      aiActiveSince: null,
    };
    expect(check({ ...sound, given }).pass).toBe(true);
  });

  it('changes nothing of a case, and can be asked of a frozen one', () => {
    const before = JSON.stringify(all);
    for (const one of all) check(Object.freeze(one));
    expect(JSON.stringify(all)).toBe(before);
  });
});
