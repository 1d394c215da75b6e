import { describe, expect, it } from 'vitest';
import type * as ladder from 'pauta/ladder';
import { eventSchema, factsSchema, policySchema, read, stateSchema } from 'pauta/ladder/schema';
import { MINUTE, MOVE, run, start, T } from './ladder.arbitraries.js';
import { problemsOf } from './problems-of.js';

const fact = { searchingSince: T, category: 'local' };
const WINDOW = 'true, false, or an object with "from" (an instant or null) and perhaps "until"';
const LATER = '"until" later than "from"';

describe('the facts at the door of ladder', () => {
  it('need no more than the beginning and the category', () => {
    expect(read(factsSchema, fact)).toEqual({ ok: true, value: fact });
  });

  it.each<[unknown]>([
    [true],
    [false],
    [null],
    [{ from: null }],
    [{ from: T, until: null }],
    [{ from: T, until: T + 1 }],
    // Without a beginning there is no end before it, not even before 1970.
    [{ from: null, until: -1 }],
  ])('take a window of %j', (window) => {
    const facts = { ...fact, impossibilityWindow: window };
    expect(read(factsSchema, facts)).toEqual({ ok: true, value: facts });
  });

  it.each<[unknown, string]>([
    ['soon', WINDOW],
    [T, WINDOW],
    [{}, WINDOW],
    [{ from: T, until: T }, LATER],
    [{ from: T, until: T - 1 }, LATER],
  ])('refuse a window of %j', (window, expected) => {
    const facts = { ...fact, impossibilityWindow: window };
    expect(problemsOf(read(factsSchema, facts))).toEqual([['impossibilityWindow', expected]]);
    const event = { type: 'window-known', id: 'a', at: T, move: MOVE, window };
    expect(problemsOf(read(eventSchema, event))).toEqual([['window', expected]]);
  });
});

describe('lists at the door of ladder', () => {
  const yes = (since: number): object => ({ mp: 'a', since, until: null });
  const reply = (at: number): object => ({ mp: 'a', at, answer: 'yes' });
  it.each<[string, object]>([
    ['confirmations', { confirmations: [yes(T), yes(T), yes(T + 1)] }],
    ['replies', { replies: [reply(T), reply(T), reply(T + 1)] }],
  ])('are read where none is earlier than the one before it: %s', (_, lists) => {
    expect(read(factsSchema, { ...fact, ...lists })).toEqual({ ok: true, value: { ...fact, ...lists } });
  });

  it.each<[string, object]>([
    ['confirmations', { confirmations: [yes(T), yes(T - 1)] }],
    ['replies', { replies: [reply(T), reply(T - 1)] }],
  ])('are refused where one is: %s', (path, lists) => {
    expect(problemsOf(read(factsSchema, { ...fact, ...lists }))).toEqual([[path, 'the earliest first']]);
  });
});

describe('the events at the door of ladder', () => {
  const a = { mp: 'a' };
  it.each<[ladder.Event['type'], object]>([
    ['resend-done', {}],
    ['lists-sent', { mps: ['a', 'b'] }],
    ['lists-exhausted', {}],
    ['mp-confirmed', a],
    ['mp-refused', { ...a, reason: 'date', availability: '2024-05-18' }],
    ['mp-withdrew', a],
    ['inter-offered', { ...a, fit: 'chain-out' }],
    ['inter-offered', { ...a, fit: 'chain-back' }],
    ['inter-offered', { ...a, fit: 'shared-end' }],
    ['inter-exhausted', {}],
    ['offer-sent', { ...a, override: 'the only lorry that is large enough' }],
    ['checked', { winner: 'a', chat: true }],
    ['offer-failed', a],
    ['mp-notified', a],
    ['auto-assigned', a],
    ['mp-dropped', a],
    ['price-reported', {}],
    ['window-known', { window: true }],
    ['client-mail-sent', {}],
    ['client-called', {}],
    ['date-agreed', { ...a, date: '2024-05-18' }],
    ['dates-changed', { date: '2024-05-18' }],
    ['refund-done', {}],
    ['cancel', {}],
  ])('are read: %s', (type, more) => {
    const event = { type, id: 'x', at: T, move: MOVE, ...more };
    expect(read(eventSchema, event)).toEqual({ ok: true, value: event });
  });

  it.each<[object, string, string]>([
    [{ type: 'lists-sent', mps: 'a' }, 'mps', 'a list of ids of movers'],
    [{ type: 'lists-sent', mps: ['a', ''] }, 'mps[1]', 'an id that is not empty'],
    [{ type: 'offer-sent', mp: 'a', override: '' }, 'override', 'the reason why another than the first was chosen'],
    [{ type: 'inter-offered', mp: 'a', fit: 'near' }, 'fit', '"chain-out" or "chain-back" or "shared-end"'],
    [
      { type: 'lost' },
      'type',
      'a type of event: "resend-done", "lists-sent", "lists-exhausted", "mp-confirmed", "mp-refused", "mp-withdrew", ' +
        '"inter-offered", "inter-exhausted", "offer-sent", "checked", "offer-failed", "mp-notified", "auto-assigned", ' +
        '"mp-dropped", "price-reported", "window-known", "client-mail-sent", "client-called", "date-agreed", ' +
        '"dates-changed", "refund-done", "cancel", "paused", "resumed"',
    ],
  ])('are refused: %j', (event, path, expected) => {
    expect(problemsOf(read(eventSchema, { id: 'x', at: T, move: MOVE, ...event }))).toEqual([[path, expected]]);
  });
});

const at = T + 130 * MINUTE;
const confirmed = run(
  [
    { id: '1', move: MOVE, at: T + 121 * MINUTE, type: 'resend-done' },
    { id: '2', move: MOVE, at, type: 'mp-confirmed', mp: 'a' },
  ],
  start(),
);
const confirmedAs = (confirmation: object): object => ({
  ...confirmed,
  facts: { ...confirmed.facts, confirmations: [{ mp: 'a', since: at, until: null, ...confirmation }] },
});

describe('a stored search at the door of ladder', () => {
  const WHOLE = 'a whole number, 1 or more';
  const SUM = 'what the replies add up to';

  it('is read with the yes that the replies add up to', () => {
    expect(read(stateSchema, confirmedAs({}))).toEqual({ ok: true, value: confirmed });
  });

  it.each<[string, object, string, string]>([
    [
      'of a version to come',
      { ...confirmed, version: 2 },
      'version',
      'version 1, the only one that this release of pauta knows',
    ],
    ['in no round', { ...confirmed, round: 0 }, 'round', WHOLE],
    ['in half a round', { ...confirmed, round: 1.5 }, 'round', WHOLE],
    ['in a round of words', { ...confirmed, round: 'first' }, 'round', WHOLE],
    ['whose failed offers are no list', { ...confirmed, failed: 'a' }, 'failed', 'a list of ids of movers'],
    ['that reached no list', { ...confirmed, reached: null }, 'reached', 'a list of ids of movers'],
    [
      'with a yes that is not heard',
      { ...confirmed, facts: { ...confirmed.facts, confirmations: [] } },
      'facts.confirmations',
      SUM,
    ],
    ['with a yes of another mover', confirmedAs({ mp: 'b' }), 'facts.confirmations', SUM],
    ['with a yes of another instant', confirmedAs({ since: at + 1 }), 'facts.confirmations', SUM],
    ['with a yes that nobody took back', confirmedAs({ until: at + 1 }), 'facts.confirmations', SUM],
  ])('is refused: %s', (_, stored, path, expected) => {
    expect(problemsOf(read(stateSchema, stored))).toEqual([[path, expected]]);
  });
});

describe('a policy at the door of ladder', () => {
  it.each([[0], [1.5], ['two']])('takes no %j for several', (several) => {
    expect(problemsOf(read(policySchema, { several }))).toEqual([['several', 'a whole number, 1 or more']]);
  });
});

describe('the doors of ladder', () => {
  it('give a problem of their own to whoever reads by zod as one that zod knows for such', () => {
    const faulty = [
      factsSchema.safeParse({ ...fact, assignedTo: 'a' }),
      stateSchema.safeParse({ ...confirmed, stage: 'LISTS' }),
    ];
    expect(faulty.map(({ error }) => error?.issues.map(({ code }) => code))).toEqual([['custom'], ['custom']]);
  });
});
