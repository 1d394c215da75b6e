import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as pending from 'pauta/pending';
import * as pendingDoor from 'pauta/pending/schema';
import * as requirement from 'pauta/requirement';
import * as requirementDoor from 'pauta/requirement/schema';
import { anyPolicy, chatOf, history, T } from './pending.arbitraries.js';
import { anyEvents } from './requirement.arbitraries.js';

const { read } = pendingDoor;
const ISO = '2024-05-13T10:00:00-04:00';

function problemsOf(result: pendingDoor.Read<unknown>): readonly (readonly [string, string])[] {
  return result.ok ? [] : result.problems.map(({ path, expected }) => [path, expected] as const);
}

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

  it('reads every kind of event', () => {
    const events: readonly object[] = [
      { type: 'client-message', id: 'a', at: ISO, kind: 'reaction' },
      { type: 'message-deleted', id: 'b', at: ISO, messageId: 'a' },
      { type: 'mark-resolved', id: 'c', at: ISO, by: 'seller', via: 'menu' },
      { type: 'ai-on', id: 'd', at: T },
    ];
    for (const event of events)
      expect(read(pendingDoor.eventSchema, event)).toEqual({ ok: true, value: { ...event, at: T } });
    expect(problemsOf(read(pendingDoor.eventSchema, { type: 'typing', id: 'a', at: T }))[0]?.[1]).toContain(
      '"client-message"',
    );
    expect(problemsOf(read(pendingDoor.eventSchema, { type: 'ai-on', id: 'a', at: T, kind: 'message' }))).toEqual([
      ['kind', 'no such field'],
    ]);
  });

  it('reads back every chat that was stored, and every policy that can be chosen', () => {
    fc.assert(
      fc.property(history(), anyPolicy, (events, policy) => {
        const chat = chatOf(events, { now: () => T });
        const stored: unknown = JSON.parse(JSON.stringify(chat));
        expect(read(pendingDoor.stateSchema, stored)).toEqual({ ok: true, value: stored });
        const { aiWindow, ...readings } = policy;
        const chosen = { ...readings, aiWindow: { seconds: aiWindow / 1_000 } };
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
      fc.property(anyEvents, (events) => {
        for (const event of events)
          expect(read(requirementDoor.eventSchema, event)).toEqual({ ok: true, value: event });
        const state = events.reduce((kept, event) => requirement.record(kept, event).state, requirement.start('bulk'));
        const stored: unknown = JSON.parse(JSON.stringify(state));
        expect(read(requirementDoor.stateSchema, stored)).toEqual({ ok: true, value: stored });
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a stage, a version, a zone and a channel that do not exist', () => {
    const state = { ...requirement.start(), version: 2, stage: 'LOST' };
    expect(problemsOf(read(requirementDoor.stateSchema, state)).map(([path]) => path)).toEqual(['version', 'stage']);
    const policy = { zone: 'America/Santiagoo', inPersonAs: 'Presencial', collections: { category1: '' } };
    expect(problemsOf(read(requirementDoor.policySchema, policy)).map(([path]) => path)).toContain('zone');
    expect(read(requirementDoor.policySchema, { zone: 'America/Bogota' })).toEqual({
      ok: true,
      value: requirement.policy({ zone: 'America/Bogota' }),
    });
    expect(problemsOf(read(requirementDoor.eventSchema, { type: 'lost', id: 'a', at: T }))[0]?.[1]).toContain(
      '"initial-created"',
    );
  });
});

describe('golden states: what was stored by any release still loads', () => {
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
});
