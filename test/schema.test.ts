import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as contact from 'pauta/contact';
import * as contactDoor from 'pauta/contact/schema';
import * as ladder from 'pauta/ladder';
import * as ladderDoor from 'pauta/ladder/schema';
import * as messaging from 'pauta/messaging';
import * as messagingDoor from 'pauta/messaging/schema';
import * as pending from 'pauta/pending';
import * as pendingDoor from 'pauta/pending/schema';
import * as requirement from 'pauta/requirement';
import * as requirementDoor from 'pauta/requirement/schema';
import * as routing from 'pauta/routing';
import { phonesIn } from 'pauta/routing/phones';
import * as routingDoor from 'pauta/routing/schema';
import { arbitraries } from 'pauta/testing';
import { MOVE, run, start } from './ladder.arbitraries.js';
import { chatOf, T } from './pending.arbitraries.js';
import { problemsOf } from './problems-of.js';
import { ready, WA } from './routing.arbitraries.js';

const { read } = pendingDoor;
const ISO = '2024-05-13T10:00:00-04:00';

describe('the door of pending', () => {
  it('reads columns with ISO instants, and fills in what is not there', () => {
    expect(read(pendingDoor.factsSchema, { lastMessage: 'client', waitingSince: ISO })).toEqual({
      ok: true,
      value: { lastMessage: 'client', waitingSince: T, aiSince: null, resolved: false },
    });
  });

  it.each<[string, object, string, string]>([
    [
      'an open message that waits since never',
      { lastMessage: 'ai' },
      'waitingSince',
      'an instant, for the last message is by "ai"',
    ],
    [
      'a wait in an empty chat',
      { lastMessage: 'none', waitingSince: T },
      'waitingSince',
      'null, for the last message is by "none"',
    ],
    [
      'a wait in a resolved chat',
      { lastMessage: 'client', waitingSince: T, resolved: true },
      'waitingSince',
      'null, for the chat is resolved',
    ],
    [
      'an AI off that was never on',
      { lastMessage: 'none', aiUntil: T },
      'aiUntil',
      'null, or an instant not before aiSince',
    ],
    [
      'an AI off before it was on',
      { lastMessage: 'none', aiSince: T, aiUntil: T - 1 },
      'aiUntil',
      'not before aiSince',
    ],
    ['an instant without offset', { lastMessage: 'none', aiSince: '2024-05-13T10:00:00' }, 'aiSince', 'with an offset'],
    [
      'a fault ahead',
      { lastMessage: 'none', next: { from: ISO, facts: { lastMessage: 'bot' } } },
      'next.facts.lastMessage',
      '"none" or "client"',
    ],
  ])('refuses %s', (_, facts, path, expected) => {
    const [first, ...others] = problemsOf(read(pendingDoor.factsSchema, facts));
    expect(others).toEqual([]);
    expect(first?.[0]).toBe(path);
    expect(first?.[1]).toContain(expected);
  });

  it('refuses what has a length that cannot be compared, like anything else that is no text', () => {
    const id = { length: { toString: 'no function' } };
    expect(problemsOf(read(pendingDoor.eventSchema, { type: 'read', id, at: T }))).toEqual([['id', 'an id: a text']]);
    expect(pendingDoor.eventSchema.safeParse({ type: 'read', id, at: T }).success).toBe(false);
  });

  it('takes an AI that was switched off at the instant at which it was switched on', () => {
    const facts = { lastMessage: 'none', aiSince: T, aiUntil: T };
    expect(read(pendingDoor.factsSchema, facts)).toMatchObject({ ok: true, value: facts });
  });

  it('takes facts of later instants one after the other, and no two of one instant or the other way round', () => {
    const chained = (...instants: readonly number[]): object =>
      instants.reduceRight<object>((facts, from) => ({ lastMessage: 'none', next: { from, facts } }), {
        lastMessage: 'none',
      });
    expect(read(pendingDoor.factsSchema, chained(T, T + 1, T + 2)).ok).toBe(true);
    const expected = 'what holds from instants on, each later than the one before it';
    for (const [path, ...instants] of [
      ['next', T, T],
      ['next', T, T - 1],
      ['next.facts.next', T, T + 1, T + 1],
      ['next.facts.next', T, T + 1, T],
    ] as const) {
      expect(problemsOf(read(pendingDoor.factsSchema, chained(...instants)))).toEqual([[path, expected]]);
    }
  });

  it('takes fifty later instants, and of more, or of facts that hold themselves, only says so', () => {
    const chained = (length: number, last: unknown): object => {
      let facts: object = { lastMessage: 'none', next: last };
      for (let from = T + length; from > T; from--) facts = { lastMessage: 'none', next: { from, facts } };
      return facts;
    };
    const endless: Record<string, unknown> = { lastMessage: 'none' };
    endless['next'] = { from: T, facts: endless };
    const tooMany = [['next', 'what holds from instants on, 50 of them at most']];
    expect(read(pendingDoor.factsSchema, chained(50, null)).ok).toBe(true);
    expect(problemsOf(read(pendingDoor.factsSchema, chained(51, null)))).toEqual(tooMany);
    expect(problemsOf(read(pendingDoor.factsSchema, endless))).toEqual(tooMany);
    // What ends in something else is told where it does.
    const nested = Array.from({ length: 3 }, () => 'next.facts.').join('');
    for (const [end, path] of [
      ['soon', 'next'],
      [{ from: T + 9 }, 'next.facts'],
      [{ from: T + 9, facts: 'none' }, 'next.facts'],
      [{ from: T + 9, facts: null }, 'next.facts'],
    ] as const) {
      expect(problemsOf(read(pendingDoor.factsSchema, chained(3, end)))).toMatchObject([
        [`${nested}${path}`, expect.any(String)],
      ]);
    }
  });

  it('gives a problem of its own to whoever reads by zod as one that zod knows for such', () => {
    const chat = chatOf([{ type: 'client-message', id: 'a', at: T }]);
    const faulty = [
      pendingDoor.factsSchema.safeParse({ lastMessage: 'client' }),
      pendingDoor.stateSchema.safeParse({ ...chat, tail: [...chat.tail, ...chat.tail] }),
    ];
    expect(faulty.map(({ error }) => error?.issues.map(({ code }) => code))).toEqual([['custom'], ['custom']]);
  });

  it('reads every kind of event', () => {
    const events: readonly object[] = [
      { type: 'client-message', id: 'a', at: ISO, kind: 'reaction' },
      { type: 'message-deleted', id: 'b', at: ISO, messageId: 'a' },
      { type: 'mark-resolved', id: 'c', at: ISO, by: 'seller', via: 'menu' },
      { type: 'ai-on', id: 'd', at: T },
    ];
    for (const event of events)
      expect(read(pendingDoor.eventSchema, event)).toEqual({ ok: true, value: { ...event, at: T } });
    expect(problemsOf(read(pendingDoor.eventSchema, { type: 'typing', id: 'a', at: T }))).toEqual([
      [
        'type',
        'a type of event: "client-message", "ai-message", "seller-message", "message-deleted", "mark-resolved", ' +
          '"action-flagged", "ai-on", "ai-off", "opened", "read" or "unread"',
      ],
    ]);
    expect(problemsOf(read(pendingDoor.eventSchema, { type: 'ai-on', id: 'a', at: T, kind: 'message' }))).toEqual([
      ['kind', 'no such field'],
    ]);
  });

  it('reads back every chat that was stored, and every policy that can be chosen', () => {
    fc.assert(
      fc.property(arbitraries.pending.state, arbitraries.pending.policy, (chat, policy) => {
        const stored: unknown = JSON.parse(JSON.stringify(chat));
        expect(read(pendingDoor.stateSchema, stored)).toEqual({ ok: true, value: stored });
        const { aiWindow, ...readings } = policy;
        const chosen = { ...readings, aiWindow: { seconds: Number(aiWindow) / 1_000 } };
        expect(read(pendingDoor.policySchema, chosen)).toEqual({ ok: true, value: policy });
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, (chat: pending.Chat) => unknown, string, string]>([
    ['of a version to come', (chat) => ({ ...chat, version: 2 }), 'version', 'version 1'],
    ['that lacks a field', ({ tail: _, ...rest }) => rest, 'tail', 'an array'],
    ['with facts that lack a field', (chat) => ({ ...chat, facts: {} }), 'facts.lastMessage', '"none"'],
    ['out of order', (chat) => ({ ...chat, tail: [...chat.tail].reverse() }), 'tail', 'event 2 is earlier'],
    [
      'with an event twice',
      (chat) => ({ ...chat, tail: [], pages: [[...chat.tail, ...chat.tail.slice(-1)]] }),
      'pages',
      'each event once',
    ],
  ])('refuses a stored chat %s', (_, spoil, path, expected) => {
    const chat = chatOf([
      { type: 'client-message', id: 'a', at: T },
      { type: 'seller-message', id: 'b', at: T + 1 },
    ]);
    const [first] = problemsOf(read(pendingDoor.stateSchema, spoil(chat)));
    expect(first?.[0]).toBe(path);
    expect(first?.[1]).toContain(expected);
  });

  it.each<[string, unknown, string]>([
    ['a negative window', { aiWindow: { minutes: -1 } }, 'aiWindow.minutes'],
    ['a window of no parts', { aiWindow: {} }, 'aiWindow'],
    ['a window that is a number', { aiWindow: 5 }, 'aiWindow'],
    ['a unit that does not exist', { aiWindow: { minute: 5 } }, 'aiWindow.minute'],
    ['a reading that does not exist', { measureFrom: 'yesterday' }, 'measureFrom'],
    ['a field that does not exist', { window: 5 }, 'window'],
  ])('refuses %s', (_, policy, path) => {
    expect(problemsOf(read(pendingDoor.policySchema, policy)).map(([at]) => at)).toContain(path);
  });
});

describe('the door of messaging', () => {
  const contact = 'c-1';
  const ended = { contact, endedAt: T, hasWelcomeEvents: true };

  it('reads columns with ISO instants', () => {
    const facts = { section: 'Soporte', agent: null, tags: [], botSilentAt: ISO, lastMessage: { at: ISO, ids: ['m'] } };
    expect(read(messagingDoor.factsSchema, facts)).toEqual({
      ok: true,
      value: { ...facts, botSilentAt: T, lastMessage: { at: T, ids: ['m'] } },
    });
    expect(read(messagingDoor.intakeFactsSchema, { contact, endedAt: ISO, uploadFlag: ' SÍ ' })).toEqual({
      ok: true,
      value: { contact, endedAt: T, uploadFlag: ' SÍ ' },
    });
  });

  it.each<[string, object, string, string]>([
    ['a course that does not exist', { course: 'closed' }, 'course', '"open" or "support"'],
    ['tags that are no list', { tags: 'x' }, 'tags', 'a list of tags'],
    ['a closing step that does not exist', { closing: ['close'] }, 'closing[0]', '"standard-reply"'],
    ['an instant without offset', { hookedAt: '2024-05-13T10:00:00' }, 'hookedAt', 'offset'],
    ['a column that does not exist', { etiqueta: 'x' }, 'etiqueta', 'no such field'],
  ])('refuses %s', (_, facts, path, expected) => {
    const found = problemsOf(read(messagingDoor.factsSchema, facts));
    expect(found[0]?.[0]).toBe(path);
    expect(found[0]?.[1]).toContain(expected);
  });

  it('reads events, and names what it expects instead of another', () => {
    const event = { type: 'taken-over', id: 'h', at: T, contact, by: 'Ventas 2', after: null } as const;
    expect(read(messagingDoor.eventSchema, event)).toEqual({ ok: true, value: event });
    const { after: _, ...less } = event;
    expect(problemsOf(read(messagingDoor.eventSchema, less)).map(([path]) => path)).toEqual(['after']);
    expect(problemsOf(read(messagingDoor.eventSchema, { ...event, type: 'close' }))[0]?.[1]).toContain('"click-close"');
    const tagged = { type: 'tag-added-by-hand', id: 't', at: T, contact, tag: 'admision y ventas' } as const;
    expect(read(messagingDoor.loadingEventSchema, tagged)).toEqual({ ok: true, value: tagged });
    expect(problemsOf(read(messagingDoor.loadingEventSchema, { type: 'x' }))[0]?.[1]).toContain('"conversation-ended"');
  });

  const closedOut = {
    course: 'closed-out',
    agent: null,
    closing: ['standard-reply', 'reactivate-bot', 'click-close'],
    closedOutAt: T,
  };

  it.each<[string, string, object, readonly string[]]>([
    ['a stage that the facts do not tell', 'SUPPORT', { course: 'open' }, ['stage']],
    ['a case that somebody holds', 'SUPPORT', { course: 'support', heldBy: 'a' }, ['facts.heldBy']],
    [
      'a closing step taken twice',
      'SOLVED',
      { course: 'solved', closing: ['click-close', 'click-close'] },
      ['facts.closing'],
    ],
    ['all steps, and not closed out', 'SOLVED', { ...closedOut, course: 'solved' }, ['facts.closing']],
    ['an agent after the close-out', 'CLOSED_OUT', { ...closedOut, agent: 'a' }, ['facts.agent']],
    [
      'a close-out without its steps and instant',
      'CLOSED_OUT',
      { course: 'closed-out' },
      ['facts.closing', 'facts.closedOutAt'],
    ],
  ])('refuses a stored conversation with %s', (_, stage, facts, paths) => {
    const state = { version: 1, contact, stage, facts, seen: [] };
    expect(problemsOf(read(messagingDoor.stateSchema, state)).map(([path]) => path)).toEqual(paths);
  });

  it('reads a stored conversation that was closed out', () => {
    const state = { version: 1, contact, stage: 'CLOSED_OUT', facts: closedOut, seen: [] };
    expect(read(messagingDoor.stateSchema, state)).toEqual({ ok: true, value: state });
    expect(problemsOf(read(messagingDoor.stateSchema, { ...state, version: 2 })).map(([path]) => path)).toEqual([
      'version',
    ]);
  });

  it.each<[string, object, boolean]>([
    ['IDLE', { contact }, true],
    ['WAITING', ended, true],
    ['WAITING', { ...ended, hasWelcomeEvents: false }, false],
    ['TAGGED', { contact, taggedByHandAt: T }, true],
    ['TAGGED', { contact, taggedAt: T }, true],
    ['TAGGED', { contact }, false],
    ['ASKED', { contact, askedAt: T }, true],
    ['FAILED', { contact, failedAt: T }, true],
    ['FAILED', { contact }, false],
    ['LOADED', { contact, answeredAt: T }, true],
    ['LOADED', { contact, surveyAnsweredAt: T }, true],
    ['LOADED', { contact, isKnown: true, uploadFlag: 'si' }, false],
    ['LOADED', { contact, failedAt: T, answeredAt: T }, true],
    ['FAILED', { contact, failedAt: T, answeredAt: T }, true],
    ['IDLE', { contact, failedAt: T }, false],
    ['TAGGED', { contact, askedAt: T }, false],
    ['LOADED', { contact, isKnown: true }, false],
    ['LOADED', { contact, loadedAt: T }, true],
    ['IDLE', { contact, loadedAt: T }, false],
  ])('of a contact stored at %s with %j: %s', (stage, facts, isTold) => {
    const problems = problemsOf(read(messagingDoor.loadingSchema, { version: 1, stage, facts, wroteAt: [], seen: [] }));
    expect(problems.map(([path]) => path)).toEqual(isTold ? [] : ['stage']);
  });

  it('wants the messages of a contact in their order', () => {
    const state = { version: 1, stage: 'IDLE', facts: { contact }, wroteAt: [T + 1, T], seen: [] };
    expect(problemsOf(read(messagingDoor.loadingSchema, state)).map(([path]) => path)).toEqual(['wroteAt']);
  });

  it('makes a policy, and lists everything that makes no sense in one', () => {
    expect(read(messagingDoor.policySchema, { crmDelay: { minutes: 30 }, templates: { closing: 'Listo.' } })).toEqual({
      ok: true,
      value: messaging.policy({ crmDelay: { minutes: 30 }, templates: { closing: 'Listo.' } }),
    });
    const users = [
      { name: 'A', role: 'store', topics: ['Tienda'] },
      { name: 'B', role: 'sales', topics: [' TIENDA'], supervisor: 'C' },
      { name: 'A', role: 'sales', topics: [] },
    ];
    const greetings = { morning: { from: 13, text: 'Hola' } };
    const nonsense = { users, greetings, templates: { 'case-3': 'Seguimos.', closing: ' ', 'contact-request': '{' } };
    expect(problemsOf(read(messagingDoor.policySchema, nonsense))).toEqual([
      ['users[1].topics', 'a topic that nobody else has'],
      ['users[1].supervisor', 'the name of a user'],
      ['users[2].name', 'a name that nobody else has'],
      ['templates.closing', 'a text that is not blank'],
      ['templates.contact-request', 'no braces but those around the name of a placeholder'],
      ['templates.case-3', 'a text with "{department}" in it'],
      ['templates.case-3', 'a text with "{agent}" in it'],
      ['greetings', 'whole hours of the day for morning, afternoon and night, one after the other'],
    ]);
    expect(problemsOf(read(messagingDoor.policySchema, { hookSnippet: 0, zone: 'x' })).map(([path]) => path)).toEqual([
      'zone',
      'hookSnippet',
    ]);
  });
});

describe('the door of requirement', () => {
  it('reads dates as dates and instants as instants', () => {
    const facts = {
      product: 'meter',
      initial: { answered: false, deadline: '2024-05-13' },
      insistences: [],
      client: 'unaware',
    };
    expect(read(requirementDoor.factsSchema, facts)).toEqual({ ok: true, value: facts });
    const dated = { product: null, initial: { answered: false, deadline: ISO } };
    expect(read(requirementDoor.factsSchema, dated)).toEqual({
      ok: true,
      value: { product: null, initial: { answered: false, deadline: T } },
    });
  });

  it('lists everything that is wrong, where it is, in the terms of whoever sent it', () => {
    const facts = {
      product: 'gas',
      initial: { answered: 'no', deadline: '2026-02-30' },
      insistences: [{ kind: 'other' }],
      note: 1,
    };
    expect(problemsOf(read(requirementDoor.factsSchema, facts)).map(([path]) => path)).toEqual([
      'product',
      'initial.answered',
      'initial.deadline',
      'insistences[0].kind',
      'insistences[0].answered',
      'insistences[0].deadline',
      'note',
    ]);
  });

  it('reads back every requirement that was stored, and every event', () => {
    fc.assert(
      fc.property(arbitraries.requirement.events, arbitraries.requirement.state, (events, state) => {
        for (const event of events)
          expect(read(requirementDoor.eventSchema, event)).toEqual({ ok: true, value: event });
        const stored: unknown = JSON.parse(JSON.stringify(state));
        expect(read(requirementDoor.stateSchema, stored)).toEqual({ ok: true, value: stored });
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a stage, a version, a zone and a channel that do not exist', () => {
    const state = { ...requirement.start(), version: 2, stage: 'LOST' };
    const [version, ...others] = problemsOf(read(requirementDoor.stateSchema, state));
    expect(version).toEqual(['version', 'version 1, the only one that this release of pauta knows']);
    expect(others.map(([path]) => path)).toEqual(['stage']);
    const { collections } = requirement.defaultPolicy;
    const policy = {
      zone: 'America/Santiagoo',
      inPersonAs: 'Presencial',
      collections: { ...collections, category1: '' },
    };
    expect(problemsOf(read(requirementDoor.policySchema, policy))).toEqual([
      ['zone', 'an IANA zone that this runtime knows, as "America/Santiago"'],
      ['collections.category1', 'a text that is not empty'],
      ['inPersonAs', '"Llamada telefónica" or "Correo Electrónico" or "Redes sociales"'],
    ]);
    expect(read(requirementDoor.policySchema, { zone: 'America/Bogota' })).toEqual({
      ok: true,
      value: requirement.policy({ zone: 'America/Bogota' }),
    });
    expect(problemsOf(read(requirementDoor.eventSchema, { type: 'lost', id: 'a', at: T }))).toEqual([
      [
        'type',
        'a type of event: "initial-created", "insistence-created", "initial-answered", "insistence-answered", ' +
          '"client-asks", "client-disagrees", "client-satisfied", "collections-created" or "cancel"',
      ],
    ]);
  });

  it('reads every reading and every channel that a policy can choose', () => {
    const choices: readonly Partial<requirement.Policy>[] = [
      { insistenceKinds: 'both' },
      { insistenceKinds: 'disagreement' },
      { meterFiling: 'client' },
      { meterFiling: 'contact-centre' },
      { deadlineInclusive: false },
      { inPersonAs: 'Llamada telefónica' },
      { inPersonAs: 'Correo Electrónico' },
      { inPersonAs: 'Redes sociales' },
    ];
    for (const chosen of choices) {
      expect(read(requirementDoor.policySchema, chosen)).toEqual({ ok: true, value: requirement.policy(chosen) });
    }
  });
});

describe('the door of ladder', () => {
  it('reads columns with ISO instants, and every column that can be stored', () => {
    const facts = {
      searchingSince: ISO,
      category: 'inter',
      impossibilityWindow: { from: ISO },
      moveDate: '2024-05-18',
    };
    expect(read(ladderDoor.factsSchema, facts)).toEqual({
      ok: true,
      value: { ...facts, searchingSince: T, impossibilityWindow: { from: T } },
    });
    const consistent = arbitraries.ladder.facts.map(
      ({ assignedTo: _, listsExhaustedAt: __, interExhaustedAt: ___, replies = [], ...rest }) => ({
        ...rest,
        replies: replies.toSorted((one, other) => one.at - other.at),
      }),
    );
    fc.assert(
      fc.property(consistent, (some) => {
        const stored: unknown = JSON.parse(JSON.stringify(some));
        expect(read(ladderDoor.factsSchema, stored)).toEqual({ ok: true, value: stored });
      }),
      { numRuns: 1_000 },
    );
  });

  const fact = { searchingSince: T, category: 'local' };
  it.each<[string, object, string, string]>([
    [
      'an instant without offset',
      { ...fact, searchingSince: '2024-05-13T10:00:00' },
      'searchingSince',
      'with an offset',
    ],
    ['an instant that is no number', { ...fact, resentAt: Number.NaN }, 'resentAt', 'an instant'],
    ['a date that does not exist', { ...fact, moveDate: '2026-02-30' }, 'moveDate', 'a civil date that exists'],
    ['a zone that does not exist', { ...fact, zone: 'America/Santiagoo' }, 'zone', 'an IANA zone'],
    ['a category that does not exist', { ...fact, category: 'export' }, 'category', '"inter" or "local"'],
    ['no beginning', { category: 'local' }, 'searchingSince', 'an instant'],
    ['a mover assigned at no instant', { ...fact, assignedTo: 'a' }, 'assignedAt', 'assignedTo names a mover'],
    ['lists that failed unsent', { ...fact, listsExhaustedAt: T }, 'listsExhaustedAt', 'no lists were sent'],
    ['an inter search that is none', { ...fact, interExhaustedAt: T }, 'interExhaustedAt', 'not "inter"'],
    [
      'confirmations out of order',
      { ...fact, confirmations: [T, T - 1].map((since) => ({ mp: 'a', since, until: null })) },
      'confirmations',
      'the earliest first',
    ],
    [
      'replies out of order',
      { ...fact, replies: [T, T - 1].map((at) => ({ mp: 'a', at, answer: 'yes' })) },
      'replies',
      'the earliest first',
    ],
    ['a window of words', { ...fact, impossibilityWindow: 'soon' }, 'impossibilityWindow', 'true, false, or an object'],
  ])('refuses %s', (_, facts, path, expected) => {
    const [first, ...others] = problemsOf(read(ladderDoor.factsSchema, facts));
    expect(others).toEqual([]);
    expect(first?.[0]).toBe(path);
    expect(first?.[1]).toContain(expected);
  });

  it('reads back every search that was stored, every event, and every policy that can be chosen', () => {
    fc.assert(
      fc.property(arbitraries.ladder.history, arbitraries.ladder.policy, ({ beginning, events }, policy) => {
        for (const event of events) expect(read(ladderDoor.eventSchema, event)).toEqual({ ok: true, value: event });
        const stored: unknown = JSON.parse(JSON.stringify(run(events, ladder.start(beginning))));
        expect(read(ladderDoor.stateSchema, stored)).toEqual({ ok: true, value: stored });
        const { searchThreshold, resendWait, ...rest } = policy;
        const waits = {
          searchThreshold: { seconds: Number(searchThreshold) / 1_000 },
          resendWait: { seconds: Number(resendWait) / 1_000 },
        };
        expect(read(ladderDoor.policySchema, { ...rest, ...waits })).toEqual({ ok: true, value: policy });
      }),
      { numRuns: 1_000 },
    );
  });

  const offered = run(
    [
      { id: '1', move: MOVE, at: T + 7_200_001, type: 'resend-done' },
      { id: '2', move: MOVE, at: T + 7_200_002, type: 'mp-confirmed', mp: 'a' },
      { id: '3', move: MOVE, at: T + 7_200_003, type: 'offer-sent', mp: 'a' },
    ],
    start(),
  );
  const withFacts = (facts: object): object => ({ ...offered, facts: { ...offered.facts, ...facts } });

  it.each<[string, object, string, string]>([
    ['of a version to come', { ...offered, version: 2 }, 'version', 'version 1'],
    ['that lacks a field', { ...offered, seen: undefined }, 'seen', 'an array'],
    ['with a column that does not exist', withFacts({ mood: 'bad' }), 'facts.mood', 'no such field'],
    ['in a zone that does not exist', withFacts({ zone: 'Mars' }), 'facts.zone', 'an IANA zone'],
    ['of a move on 30 February', withFacts({ moveDate: '2026-02-30' }), 'facts.moveDate', 'that exists'],
    ['offered with no offer', withFacts({ offer: null }), 'stage', '"RESENT", the stage that the facts tell'],
    ['verified though nobody looked', { ...offered, stage: 'VERIFIED' }, 'stage', '"OFFERED"'],
    ['that would fall back to nowhere', { ...offered, offeredAt: null }, 'offeredAt', '"RESENT", the stage before'],
    ['that would fall back too far', { ...offered, offeredAt: 'LISTS' }, 'offeredAt', '"RESENT", the stage before'],
    ['assigned though it is open', { ...offered, stage: 'ASSIGNED' }, 'stage', '"OFFERED"'],
    ['open though it is cancelled', withFacts({ cancelledAt: T }), 'stage', '"CANCELLED"'],
    ['open though it is refunded', withFacts({ refundedAt: T }), 'stage', '"REFUNDED"'],
    ['with a yes that nobody gave', withFacts({ replies: [] }), 'facts.confirmations', 'what the replies add up to'],
    ['with a yes that is not heard', withFacts({ confirmations: [] }), 'facts.confirmations', 'what the replies'],
    [
      'with another who confirmed',
      withFacts({ confirmations: [{ mp: 'b', since: T + 7_200_002, until: null }] }),
      'facts.confirmations',
      'what the replies',
    ],
    ['in no round', { ...offered, round: 0 }, 'round', '1 or more'],
  ])('refuses a stored search %s', (_, stored, path, expected) => {
    const problems = problemsOf(read(ladderDoor.stateSchema, JSON.parse(JSON.stringify(stored))));
    const found = problems.find(([at]) => at === path);
    expect(found?.[1]).toContain(expected);
  });

  it('takes as a search what was kept by columns that were left out', () => {
    const bare = { ...start(), facts: { searchingSince: T, category: 'inter' } };
    expect(read(ladderDoor.stateSchema, bare)).toEqual({ ok: true, value: bare });
  });

  it('refuses events and policies that do not exist', () => {
    expect(problemsOf(read(ladderDoor.eventSchema, { type: 'lost', id: 'a', at: T }))[0]?.[1]).toContain(
      '"resend-done"',
    );
    const undated = { type: 'cancel', id: 'a', at: Number.NaN, move: MOVE };
    expect(problemsOf(read(ladderDoor.eventSchema, undated)).map(([path]) => path)).toEqual(['at']);
    const dated = { type: 'dates-changed', id: 'a', at: T, move: MOVE, date: '2026-02-30' };
    expect(problemsOf(read(ladderDoor.eventSchema, dated)).map(([path]) => path)).toEqual(['date']);
    const policy = { several: 0, zone: 'Mars', resendWait: { minutes: -1 }, matchMode: 'any', window: 1 };
    expect(
      problemsOf(read(ladderDoor.policySchema, policy))
        .map(([path]) => path)
        .toSorted(),
    ).toEqual(['matchMode', 'resendWait.minutes', 'several', 'window', 'zone']);
  });
});

describe('the door of contact', () => {
  const facts = { moveDate: '2024-05-15', zone: 'America/Santiago' };
  const stored = contact.start({ move: 'move-1', ...facts });

  it('reads columns with ISO instants, and no more than the move date is needed', () => {
    expect(
      read(contactDoor.factsSchema, { moveDate: null, helpMailsAt: [ISO], calls: [{ at: ISO, answered: true }] }),
    ).toEqual({
      ok: true,
      value: { moveDate: null, helpMailsAt: [T], calls: [{ at: T, answered: true }] },
    });
  });

  it.each<[string, object, string, string]>([
    ['a move date that does not exist', { moveDate: '2026-02-30' }, 'moveDate', 'a civil date that exists'],
    ['a zone that does not exist', { zone: 'America/Santiagoo' }, 'zone', 'an IANA zone'],
    ['an instant without an offset', { helpMailsAt: ['2024-05-13T10:00:00'] }, 'helpMailsAt[0]', 'with an offset'],
    ['a call that was or was not answered', { calls: [{ at: ISO }] }, 'calls[0].answered', 'a boolean'],
    ['an alternative that does not exist', { offered: { alternative: 3 } }, 'offered', '"alternative": 2'],
    [
      'dates out of order',
      {
        answer: {
          ...{ stance: 'flexible', refund: false, at: ISO },
          dates: { date: '2024-05-18', from: '2024-05-19' },
        },
      },
      'answer.dates',
      '"from" not after "date"',
    ],
    ['a course that does not exist', { course: 'lost' }, 'course', '"asking" or "date-accepted"'],
    ['a field that does not exist', { mailSentAt: ISO }, 'mailSentAt', 'no such field'],
  ])('refuses %s', (_, wrong, path, expected) => {
    const [first, ...others] = problemsOf(read(contactDoor.factsSchema, { ...facts, ...wrong }));
    expect(others).toEqual([]);
    expect(first?.[0]).toBe(path);
    expect(first?.[1]).toContain(expected);
  });

  it('reads back every contact that was stored, and every event', () => {
    fc.assert(
      fc.property(arbitraries.contact.history, ({ beginning, policy, events }) => {
        let state = contact.start(beginning);
        for (const event of events) {
          expect(read(contactDoor.eventSchema, event)).toEqual({ ok: true, value: event });
          state = contact.record(state, event, { policy }).state;
          const text: unknown = JSON.parse(JSON.stringify(state));
          expect(read(contactDoor.stateSchema, text)).toEqual({ ok: true, value: text });
        }
      }),
      { numRuns: 300 },
    );
    expect(problemsOf(read(contactDoor.eventSchema, { type: 'lost', id: 'a', at: T, move: 'm' }))[0]?.[1]).toContain(
      '"mail-sent"',
    );
  });

  const answer = { stance: 'accepts', refund: false, dates: null, at: T } as const;
  it.each<[string, object, object, string, string]>([
    ['of a version to come', { version: 2 }, {}, 'version', 'version 1'],
    ['that lacks a field', { seen: undefined }, {}, 'seen', 'an array'],
    ['at a stage that does not exist', { stage: 'LOST' }, {}, 'stage', '"DUE"'],
    ['whose facts lack the move date', {}, { moveDate: undefined }, 'facts.moveDate', 'a civil date'],
    [
      'at another stage than its course',
      { stage: 'DUE' },
      { course: 'refunding', answer },
      'stage',
      '"REFUNDING", the stage',
    ],
    ['in a dialogue with nobody', { stage: 'DIALOGUE' }, {}, 'stage', '"DUE", the stage that the facts tell'],
    [
      'mailed without a mail',
      { stage: 'MAIL_SENT' },
      { calls: [{ at: T, answered: false }] },
      'stage',
      '"DUE" or "CALLED_UNANSWERED"',
    ],
    [
      'called in vain without a call',
      { stage: 'CALLED_UNANSWERED' },
      { helpMailsAt: [T] },
      'stage',
      '"DUE" or "MAIL_SENT"',
    ],
    ['not in the dialogue that was heard', {}, { helpMailsAt: [T], clientRepliesAt: [T] }, 'stage', 'DIALOGUE'],
    ['not in the dialogue of a call', {}, { calls: [{ at: T, answered: true }] }, 'stage', 'DIALOGUE'],
    [
      'on a course that no answer led to',
      { stage: 'AWAIT_DATES' },
      { course: 'await-dates' },
      'facts.answer',
      '"await-dates"',
    ],
    [
      'with a date accepted that was not offered',
      { stage: 'DATE_ACCEPTED' },
      { course: 'date-accepted', answer },
      'facts.offered',
      'the date accepted',
    ],
    ['with nobody found', { stage: 'RE_SEARCH' }, { course: 'mp-found', answer }, 'facts.foundMp', 'the mover'],
    ['with the date changed before the note', {}, { dateChangedAt: T }, 'facts.chatNoteAt', 'an instant'],
  ])('refuses a stored contact %s', (_, wrong, facing, path, expected) => {
    const state = { ...stored, ...wrong, facts: { ...stored.facts, ...facing } };
    const [first, ...others] = problemsOf(read(contactDoor.stateSchema, state));
    expect(others).toEqual([]);
    expect(first?.[0]).toBe(path);
    expect(first?.[1]).toContain(expected);
  });

  it('reads every policy that can be chosen, and says which choice is none', () => {
    fc.assert(
      fc.property(arbitraries.contact.policy, ({ shortWait, longWait, ...readings }) => {
        const chosen = {
          ...readings,
          shortWait: { seconds: Number(shortWait) / 1_000 },
          longWait: { seconds: Number(longWait) / 1_000 },
        };
        expect(read(contactDoor.policySchema, chosen)).toEqual({
          ok: true,
          value: { ...readings, shortWait, longWait },
        });
      }),
      { numRuns: 300 },
    );
    const wrong = { zone: 'X', shortWait: {}, today: 'tomorrow', sender: '', mcAddress: 7 };
    expect(problemsOf(read(contactDoor.policySchema, wrong)).map(([path]) => path)).toEqual(Object.keys(wrong));
  });
});

describe('the door of routing', () => {
  const user = ready(WA);

  it('reads every team, even with users who are called as what every object has', () => {
    fc.assert(
      fc.property(arbitraries.routing.team(WA, 'constructor'), (team) => {
        const stored = JSON.parse(JSON.stringify(team)) as routing.Team;
        const result = read(routingDoor.teamSchema, stored);
        if (!Object.hasOwn(stored, '__proto__')) expect(result).toEqual({ ok: true, value: stored });
        // zod would drop that user without a word.
        else expect(problemsOf(result)).toEqual([['__proto__', 'another id: no agent can be kept under this one']]);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each<[string, unknown, string, string]>([
    ['nobody at all', null, '', 'a record'],
    ['a list', [user], '', 'a record'],
    ['a user who is nothing', { ana: null }, 'ana', 'an object'],
    ['a user of whom less is known', { ana: { ...user, saved: undefined } }, 'ana.saved', 'a boolean'],
    ['a user of whom more is known', { ana: { ...user, mood: 'bad' } }, 'ana.mood', 'no such field'],
    [
      'a mode that does not exist',
      { ana: { ...user, modes: { [WA]: 'on' } } },
      `ana.modes.${WA}`,
      '"off" or "enabled"',
    ],
    ['a presence of words', { ana: { ...user, connected: 'yes' } }, 'ana.connected', 'a boolean'],
    [
      'an account that cannot be kept',
      { ana: { ...user, modes: JSON.parse('{ "__proto__": "off" }') as object } },
      'ana.modes.__proto__',
      'no account can be kept',
    ],
  ])('refuses a team with %s', (_, team, path, expected) => {
    const [first, ...others] = problemsOf(read(routingDoor.teamSchema, team));
    expect(others).toEqual([]);
    expect(first?.[0]).toBe(path);
    expect(first?.[1]).toContain(expected);
  });

  it('reads a contact, whatever it comes from', () => {
    for (const contact of [
      { account: WA, from: '' },
      { account: '__proto__', from: 'x', openWith: null },
    ]) {
      expect(read(routingDoor.contactSchema, contact)).toEqual({ ok: true, value: contact });
    }
    const wrong = { account: '', from: 7, openWith: '', at: ISO };
    expect(problemsOf(read(routingDoor.contactSchema, wrong))).toEqual([
      ['account', 'an id that is not empty'],
      ['from', 'a string'],
      ['openWith', 'an id that is not empty'],
      ['at', 'no such field'],
    ]);
  });

  it('reads a portfolio that was stored, and names what is wrong with another', () => {
    const row = { client: '56912345678', main: 'P', backup: null, supervisor: null };
    const validation = routing.validateRows([row], { account: WA, kind: 'whatsapp' });
    const { state } = routing.load(routing.emptyPortfolio, validation as routing.Accepted, { at: T });
    const stored = JSON.parse(JSON.stringify(state)) as routing.PortfolioJson;
    const result = read(routingDoor.portfolioSchema, stored);
    expect(result.ok && routing.find(result.value, WA, '56912345678')).toMatchObject({ main: 'P' });
    const [account] = stored.accounts;
    const wrong = { version: 1, accounts: [{ ...account, clients: [['x', '', null, null, T]] }] };
    expect(read(routingDoor.portfolioSchema, wrong)).toEqual({
      ok: false,
      problems: [
        { path: 'accounts[0].clients[0][0]', seen: '"x"', expected: 'a phone number, normalised: digits only' },
        {
          path: 'accounts[0].clients[0][1]',
          seen: '""',
          expected: 'an id that is not empty, without blanks around it',
        },
      ],
    });
  });

  it('reads every event of an upload, and every upload that was stored', () => {
    fc.assert(
      fc.property(arbitraries.routing.event, arbitraries.routing.state, (event, upload) => {
        expect(read(routingDoor.eventSchema, { ...event, at: ISO })).toEqual({ ok: true, value: { ...event, at: T } });
        const stored: unknown = JSON.parse(JSON.stringify(upload));
        expect(read(routingDoor.stateSchema, stored)).toEqual({ ok: true, value: stored });
      }),
      { numRuns: 1_000 },
    );
  });

  const event = { id: 'a', at: T };
  it.each<[string, object, string, string]>([
    ['a type that does not exist', { ...event, type: 'lost' }, 'type', '"select-account", "choose-file"'],
    ['no instant', { id: 'a', type: 'view' }, 'at', 'an instant'],
    ['an instant that is no number', { ...event, type: 'view', at: Number.NaN }, 'at', 'an instant'],
    ['no id', { ...event, type: 'view', id: '' }, 'id', 'not empty'],
    ['an actor who does not exist', { ...event, type: 'view', by: 'boss' }, 'by', '"administrator" or "agent"'],
    [
      'an account of no kind',
      { ...event, type: 'select-account', account: WA, kind: 'sms' },
      'kind',
      '"whatsapp" or "email"',
    ],
    ['less than no bad rows', { ...event, type: 'validate', badRows: -1, conflicts: 0 }, 'badRows', '0 or more'],
    ['half a conflict', { ...event, type: 'validate', badRows: 0, conflicts: 0.5 }, 'conflicts', '0 or more'],
    ['columns that are neither', { ...event, type: 'map-columns', complete: 'si' }, 'complete', 'a boolean'],
    ['a file in the wrong place', { ...event, type: 'view', fileName: 'a.csv' }, 'fileName', 'no such field'],
  ])('refuses an event of an upload with %s', (_, wrong, path, expected) => {
    const [first, ...others] = problemsOf(read(routingDoor.eventSchema, wrong));
    expect(others).toEqual([]);
    expect(first?.[0]).toBe(path);
    expect(first?.[1]).toContain(expected);
  });

  const mapped = { ...routing.start(), stage: 'MAPPED', account: WA, kind: 'whatsapp', fileName: 'a.csv' };
  it.each<[string, object, readonly string[], string]>([
    ['of a version to come', { ...mapped, version: 2 }, ['version'], 'version 1'],
    ['that lacks a field', { ...mapped, seen: undefined }, ['seen'], 'an array'],
    ['at a stage that does not exist', { ...mapped, stage: 'LOST' }, ['stage'], '"IDLE" or "ACCOUNT_SELECTED"'],
    [
      'of no account',
      { ...mapped, account: null, kind: null },
      ['account', 'kind'],
      'a value, for the stage is MAPPED',
    ],
    ['of no file', { ...mapped, fileName: null }, ['fileName'], 'a value, for the stage is MAPPED'],
    [
      'with a file too early',
      { ...mapped, stage: 'ACCOUNT_SELECTED' },
      ['fileName'],
      'null, for the stage is ACCOUNT_SELECTED',
    ],
    [
      'that is idle and has begun',
      { ...mapped, stage: 'IDLE' },
      ['account', 'kind', 'fileName'],
      'null, for the stage is IDLE',
    ],
  ])('refuses a stored upload %s', (_, stored, paths, expected) => {
    const problems = problemsOf(read(routingDoor.stateSchema, stored));
    expect(problems.map(([path]) => path)).toEqual(paths);
    for (const [, found] of problems) expect(found).toContain(expected);
  });

  const saved = { enabled: true, modes: { [WA]: 'auto-assign', constructor: 'off' } };
  const configuration = { version: 1, user: 'ana', stage: 'SAVED', saved, shown: saved, seen: ['a'] };
  it.each<[string, object, string, string]>([
    ['of a version to come', { version: 2 }, 'version', 'version 1'],
    ['of nobody', { user: '' }, 'user', 'not empty'],
    ['at a stage that does not exist', { stage: 'CLEAN' }, 'stage', '"SAVED" or "DIRTY"'],
    ['with a mode that does not exist', { saved: { ...saved, modes: { [WA]: 'on' } } }, `saved.modes.${WA}`, '"off"'],
    [
      'with an account that cannot be kept',
      { shown: JSON.parse('{ "enabled": true, "modes": { "__proto__": "off" } }') as object },
      'shown.modes.__proto__',
      'no account can be kept',
    ],
    ['saved, that shows another switch', { shown: { ...saved, enabled: false } }, 'shown', 'the stage is SAVED'],
    ['saved, that shows less', { shown: { ...saved, modes: {} } }, 'shown', 'the stage is SAVED'],
    ['saved, that shows more', { saved: { ...saved, modes: {} } }, 'shown', 'the stage is SAVED'],
  ])('refuses a stored configuration %s', (_, wrong, path, expected) => {
    const [first, ...others] = problemsOf(read(routingDoor.configurationSchema, { ...configuration, ...wrong }));
    expect(others).toEqual([]);
    expect(first?.[0]).toBe(path);
    expect(first?.[1]).toContain(expected);
  });

  it('takes a configuration that was changed and not saved, even back to what it was', () => {
    for (const shown of [saved, { enabled: false, modes: {} }]) {
      const dirty = { ...configuration, stage: 'DIRTY', shown };
      expect(read(routingDoor.configurationSchema, dirty)).toEqual({ ok: true, value: dirty });
    }
  });

  it('reads every change of a configuration, and no account that it could not read again', () => {
    const set = { ...event, type: 'set-mode', account: 'constructor', mode: 'off', by: 'agent' };
    expect(read(routingDoor.configurationEventSchema, { ...set, at: ISO })).toEqual({ ok: true, value: set });
    for (const type of ['toggle', 'save', 'leave']) {
      expect(read(routingDoor.configurationEventSchema, { ...event, type })).toEqual({
        ok: true,
        value: { ...event, type },
      });
    }
    const wrong = [
      { ...set, account: '__proto__' },
      { ...set, mode: 'on' },
      { ...event, type: 'undo' },
    ];
    expect(wrong.map((one) => problemsOf(read(routingDoor.configurationEventSchema, one)))).toEqual([
      [['account', 'another id: no account can be kept under this one']],
      [['mode', '"off" or "enabled" or "auto-assign"']],
      [['type', 'a type of event: "toggle", "set-mode", "save" or "leave"']],
    ]);
  });

  it('reads every policy that can be chosen; a country becomes what reads its numbers', () => {
    fc.assert(
      fc.property(arbitraries.routing.policy, ({ phones: _, ...choices }) => {
        expect(read(routingDoor.policySchema, choices)).toEqual({ ok: true, value: routing.policy(choices) });
      }),
      { numRuns: 300 },
    );
    expect(read(routingDoor.policySchema, { country: null })).toEqual({ ok: true, value: routing.defaultPolicy });
    const chilean = read(routingDoor.policySchema, { country: 'CL' });
    if (!chilean.ok || chilean.value.phones === null) throw new Error('no phones');
    expect(chilean.value.phones.country).toBe('CL');
    expect(chilean.value.phones.digitsOf('9 1234 5678')).toBe(phonesIn('CL').digitsOf('+56912345678'));
  });

  it.each<[string, object, string, string]>([
    ['a country that does not exist', { country: 'ZZ' }, 'country', 'two letters whose numbers are known'],
    ['a country in small letters', { country: 'cl' }, 'country', 'two letters whose numbers are known'],
    ['a country that is a number', { country: 56 }, 'country', 'a country of two letters'],
    ['a reading that does not exist', { usable: 'connected' }, 'usable', '"connected-and-available"'],
    ['no delimiter', { delimiters: [] }, 'delimiters', 'at least one delimiter'],
    ['a delimiter that does not exist', { delimiters: ['|'] }, 'delimiters[0]', '","'],
    ['numbers of no digit', { phoneDigits: { min: 0, max: 15 } }, 'phoneDigits.min', '1'],
    ['numbers of too many digits', { phoneDigits: { min: 8, max: 21 } }, 'phoneDigits.max', '20'],
    [
      'numbers of half a digit',
      { phoneDigits: { min: 8.5, max: 15 } },
      'phoneDigits.min',
      'a whole number from 1 to 20',
    ],
    ['a range that is none', { phoneDigits: { min: 9, max: 8 } }, 'phoneDigits', 'min no greater than max'],
    ['what the code makes of a country', { phones: null }, 'phones', 'no such field'],
  ])('refuses a policy with %s', (_, choices, path, expected) => {
    const [first, ...others] = problemsOf(read(routingDoor.policySchema, choices));
    expect(others).toEqual([]);
    expect(first?.[0]).toBe(path);
    expect(first?.[1]).toContain(expected);
  });
});

describe('golden states: what was stored by any release still loads', () => {
  it('routing, version 1: an upload', () => {
    const stored = {
      version: 1,
      stage: 'VALIDATED',
      account: 'mail-1',
      kind: 'email',
      fileName: 'cartera.csv',
      seen: ['1', '2', '3', '4'],
    };
    const loaded = read(routingDoor.stateSchema, stored);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    expect(routing.record(loaded.value, { type: 'upload', id: '5', at: T }).state.stage).toBe('LOADED');
  });

  it('routing, version 1: a configuration', () => {
    const stored = {
      version: 1,
      user: 'ana',
      stage: 'DIRTY',
      saved: { enabled: false, modes: {} },
      shown: { enabled: true, modes: { 'wa-1': 'auto-assign', 'mail-1': 'off' } },
      seen: ['1', '2', '3'],
    };
    const loaded = read(routingDoor.configurationSchema, stored);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const { state } = routing.configure(loaded.value, { type: 'save', id: '4', at: T });
    expect(routing.agentOf(state, { connected: true, available: true })).toEqual({
      enabled: true,
      modes: { 'wa-1': 'auto-assign', 'mail-1': 'off' },
      saved: true,
      connected: true,
      available: true,
    });
  });

  it('contact, version 1', () => {
    const stored = {
      version: 1,
      move: 'move-1',
      stage: 'DATE_ACCEPTED',
      facts: {
        moveDate: '2024-05-15',
        since: null,
        helpMailsAt: [T],
        otherMailsAt: [],
        calls: [],
        clientRepliesAt: [T + 1],
        mailBouncedAt: null,
        availability: null,
        offered: { alternative: 1, mp: 'a', date: '2024-05-18' },
        course: 'date-accepted',
        answer: { stance: 'accepts', refund: false, dates: null, at: T + 2 },
        chatNoteAt: T + 3,
        dateChangedAt: null,
        ackSentAt: null,
        systemUpdatedAt: null,
        broadcastAt: null,
        foundMp: null,
        newsSentAt: null,
        mpAssignedAt: null,
        refundMailAt: null,
        zone: 'America/Santiago',
      },
      seen: ['1', '2', '3', '4'],
    };
    const loaded = read(contactDoor.stateSchema, stored);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const next = { type: 'date-changed', id: '5', at: T + 4, move: 'move-1' } as const;
    expect(contact.record(loaded.value, next).state.facts).toMatchObject({
      moveDate: '2024-05-18',
      dateChangedAt: T + 4,
    });
  });

  it('messaging, version 1', () => {
    const stored = {
      version: 1,
      contact: 'c-1',
      stage: 'SOLVED',
      facts: {
        section: 'Soporte',
        agent: 'Soporte General',
        department: 'CCA',
        tags: ['factura'],
        course: 'solved',
        heldBy: null,
        botAnsweredAt: T,
        botSilentAt: null,
        hookedAt: null,
        commentedAt: null,
        openComments: [],
        calledAt: T + 2,
        locatedAt: T + 3,
        caseTextSentAt: null,
        solvedAt: T + 4,
        closing: ['standard-reply'],
        closedOutAt: null,
        lastMessage: { at: T, ids: ['m1'] },
        botSeen: { at: T, ids: ['m1'] },
        handedOffAt: T + 1,
      },
      seen: ['1', '2', '3', '4', '5'],
    };
    const loaded = read(messagingDoor.stateSchema, stored);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const step = { type: 'bot-reactivated', id: '6', at: T + 6, contact: 'c-1', by: 'Soporte General' } as const;
    expect(messaging.record(loaded.value, step).state.facts.closing).toEqual(['standard-reply', 'reactivate-bot']);
  });

  it('messaging/loading, version 1', () => {
    const stored = {
      version: 1,
      stage: 'WAITING',
      facts: {
        contact: 'c-1',
        hasWelcomeEvents: true,
        endedAt: T,
        wroteAgainAt: null,
        taggedByHandAt: null,
        isKnown: false,
        uploadFlag: null,
        failedAt: null,
        taggedAt: null,
        askedAt: null,
        answeredAt: null,
        surveySentAt: null,
        surveyAnsweredAt: null,
        loadedAt: null,
      },
      wroteAt: [],
      seen: ['1'],
    };
    const loaded = read(messagingDoor.loadingSchema, stored);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const tag = { type: 'tag-added', id: '2', at: T + 3_600_000, contact: 'c-1' } as const;
    expect(messaging.recordLoading(loaded.value, tag).state.stage).toBe('TAGGED');
  });

  it('pending, version 1', () => {
    const stored = {
      version: 1,
      facts: {
        lastMessage: 'client',
        waitingSince: T,
        aiSince: T - 60_000,
        resolved: false,
        lastMessageAt: T,
        aiUntil: null,
        actionSince: null,
      },
      base: {
        lastMessage: 'none',
        waitingSince: null,
        aiSince: null,
        resolved: false,
        lastMessageAt: null,
        aiUntil: null,
        actionSince: null,
      },
      since: null,
      pages: [],
      tail: [
        { type: 'ai-on', id: 'on', at: T - 60_000 },
        { type: 'client-message', id: 'wamid.1', at: T },
      ],
    };
    const loaded = read(pendingDoor.stateSchema, stored);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    expect(chatOf(loaded.value.tail)).toEqual(stored);
    expect(pending.record(loaded.value, { type: 'seller-message', id: 'b', at: T + 1 }).state.facts.lastMessage).toBe(
      'seller',
    );
  });

  it('requirement, version 1', () => {
    const stored = {
      version: 1,
      stage: 'INSISTENCE_OPEN',
      facts: {
        product: 'bulk',
        initial: { answered: true, deadline: '2024-05-01' },
        insistences: [{ kind: 'disagreement', answered: false, deadline: '2024-05-20' }],
        client: 'dissatisfied',
      },
      seen: ['1', '2', '3', '4'],
    };
    const loaded = read(requirementDoor.stateSchema, stored);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    expect(requirement.record(loaded.value, { type: 'insistence-answered', id: '5', at: T }).state.stage).toBe(
      'INSISTENCE_ANSWERED',
    );
  });

  it('ladder, version 1', () => {
    const stored = {
      version: 1,
      move: MOVE,
      stage: 'OFFERED',
      round: 1,
      facts: {
        searchingSince: T,
        category: 'local',
        begins: 'search',
        resentAt: T + 7_200_001,
        listsSentAt: null,
        listsExhaustedAt: null,
        interExhaustedAt: null,
        impossibilityWindow: null,
        confirmations: [{ mp: 'a', since: T + 7_300_000, until: null }],
        offer: { mp: 'a', at: T + 7_400_000, check: null },
        agreed: null,
        clientContactedAt: null,
        assignedTo: null,
        assignedAt: null,
        cancelledAt: null,
        refundedAt: null,
        replies: [{ mp: 'a', at: T + 7_300_000, answer: 'yes' }],
        priceReportedAt: null,
        availability: [],
        moveDate: null,
      },
      offeredAt: 'RESENT',
      failed: [],
      reached: [],
      seen: ['1', '2', '3'],
    };
    const loaded = read(ladderDoor.stateSchema, stored);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const checked = { type: 'checked', id: '4', at: T + 7_500_000, move: MOVE, winner: 'a', chat: true } as const;
    expect(ladder.record(loaded.value, checked).state.stage).toBe('VERIFIED');
  });
});
