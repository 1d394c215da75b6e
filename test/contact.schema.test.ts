import { describe, expect, it } from 'vitest';
import * as contact from 'pauta/contact';
import { eventSchema, factsSchema, policySchema, read, stateSchema } from 'pauta/contact/schema';
import { problemsOf } from './problems-of.js';

const AT = Date.parse('2024-05-13T10:00:00-04:00');
const facts: contact.Facts = { moveDate: '2024-05-15' };
const event = { id: 'a', at: AT, move: 'move-1' };
const answered = { type: 'client-answered', ...event };

const CIVIL_DATE = 'a civil date that exists, as "2026-05-13"';
const STANCE = '"accepts" or "rejects" or "flexible" or "not-flexible"';
const OFFER = '{ "alternative": 1, "mp": …, "date": … } or { "alternative": 2 }';
const DATES = '{ "date": "2026-05-18" }, perhaps with "from" and "to"';
const ORDER = '"from" not after "date", and "to" not before it';

describe('the door of contact says exactly what it expects', () => {
  it.each<[string, object, string, string]>([
    ['mails that are no list', { helpMailsAt: AT }, 'helpMailsAt', 'a list of instants'],
    ['other mails that are no list', { otherMailsAt: 'no' }, 'otherMailsAt', 'a list of instants'],
    ['replies that are no list', { clientRepliesAt: {} }, 'clientRepliesAt', 'a list of instants'],
    [
      'a date offered that does not exist',
      { availability: [{ mp: 'a', date: '' }] },
      'availability[0].date',
      CIVIL_DATE,
    ],
    ['an offer of nobody', { offered: { alternative: 1 } }, 'offered', OFFER],
    [
      'an answer that says nothing',
      { answer: { stance: 'perhaps', refund: false, dates: null, at: AT } },
      'answer.stance',
      STANCE,
    ],
    [
      'dates that are a text',
      { answer: { stance: 'flexible', refund: false, dates: '2024-05-20', at: AT } },
      'answer.dates',
      DATES,
    ],
    [
      'a course that does not exist',
      { course: 'lost' },
      'course',
      '"asking" or "date-accepted" or "await-dates" or "new-search" or "mp-found" or "refund-offered" or "refunding" or "assigned" or "refunded" or "cancelled"',
    ],
  ])('of facts: %s', (_, wrong, path, expected) => {
    expect(problemsOf(read(factsSchema, { ...facts, ...wrong }))).toEqual([[path, expected]]);
  });

  it.each<[string, unknown, string, string]>([
    [
      'a type that does not exist',
      { ...event, type: 'lost' },
      'type',
      'a type of event: "mail-sent", "record-mail-sent", "mail-bounced", "call-answered", "call-unanswered", "client-reply", "reply-read", "mp-available", "client-answered", "chat-note-written", "date-changed", "mp-assigned", "ack-sent", "system-updated", "broadcast-restarted", "mp-found", "found-mail-sent", "mp-not-found", "not-found-mail-sent", "refund-mail-sent", "reverso-applied", "cancel", "assigned-elsewhere", "move-date-changed"',
    ],
    ['a stance that does not exist', { ...answered, stance: 'yes' }, 'stance', STANCE],
    ['dates that are none', { ...answered, stance: 'flexible', dates: 7 }, 'dates', DATES],
    [
      'dates that begin after the date',
      { ...answered, stance: 'flexible', dates: { date: '2024-05-20', from: '2024-05-21' } },
      'dates',
      ORDER,
    ],
    [
      'dates that end before the date',
      { ...answered, stance: 'flexible', dates: { date: '2024-05-20', to: '2024-05-19' } },
      'dates',
      ORDER,
    ],
    ['an offer that is none', { ...event, type: 'mail-sent', offered: 'a' }, 'offered', OFFER],
  ])('of an event: %s', (_, wrong, path, expected) => {
    expect(problemsOf(read(eventSchema, wrong))).toEqual([[path, expected]]);
  });

  it.each<[string, object, readonly (readonly [string, string])[]]>([
    ['no sender', { sender: '' }, [['sender', 'a text that is not empty']]],
    ['no address of the MC', { mcAddress: '' }, [['mcAddress', 'a text that is not empty']]],
    ['a help mail of no move', { helpTemplate: 'Ayúdame' }, [['helpTemplate', 'a text with "{id}" in it']]],
    ['a refund mail of no move', { refundTemplate: '{date}' }, [['refundTemplate', 'a text with "{id}" in it']]],
    ['a note of no date', { chatNote: '{id}' }, [['chatNote', 'a text with "{date}" in it']]],
    [
      'an empty note',
      { chatNote: '' },
      [
        ['chatNote', 'a text that is not empty'],
        ['chatNote', 'a text with "{date}" in it'],
      ],
    ],
  ])('of a policy: %s', (_, wrong, problems) => {
    expect(problemsOf(read(policySchema, wrong))).toEqual(problems);
  });

  it('to whoever reads with zod alone, too: its own findings are custom ones', () => {
    const late = { ...answered, stance: 'flexible', dates: { date: '2024-05-20', to: '2024-05-19' } };
    const other = { version: 1, move: 'move-1', stage: 'REFUNDED', facts, seen: [] };
    const codesOf = (schema: typeof eventSchema | typeof stateSchema, input: unknown): readonly unknown[] =>
      (schema.safeParse(input).error?.issues ?? []).map(({ code }) => code);
    expect(codesOf(eventSchema, late)).toEqual(['custom']);
    expect(codesOf(stateSchema, other)).toEqual(['custom']);
  });
});

describe('the door of contact lets in', () => {
  it.each(contact.flow.events)('an event of each type: %s', (type) => {
    const rest: Partial<Record<contact.Event['type'], object>> = {
      'client-answered': { stance: 'accepts' },
      'mp-assigned': { mp: 'a' },
      'mp-found': { mp: 'a' },
      'assigned-elsewhere': { mp: 'a' },
      'mp-available': { mp: 'a', date: '2024-05-18' },
      'move-date-changed': { date: '2024-05-18' },
    };
    const told = { type, ...event, ...rest[type] };
    expect(read(eventSchema, told)).toEqual({ ok: true, value: told });
  });

  it.each<contact.Stance>(['accepts', 'rejects', 'flexible', 'not-flexible'])(
    'an answer of each stance: %s',
    (stance) => {
      const told = { ...answered, stance };
      expect(read(eventSchema, told)).toEqual({ ok: true, value: told });
      const known = { ...facts, answer: { stance, refund: true, dates: { date: '2024-05-20' }, at: AT } };
      expect(read(factsSchema, known)).toEqual({ ok: true, value: known });
    },
  );

  it.each<[contact.Stage, contact.Facts]>([
    ['DUE', facts],
    ['DIALOGUE', { ...facts, helpMailsAt: [AT], clientRepliesAt: [AT] }],
    ['ASSIGNED', { ...facts, course: 'assigned' }],
    ['REFUNDED', { ...facts, course: 'refunded' }],
    ['CANCELLED', { ...facts, course: 'cancelled' }],
  ])('a contact of which no answer is known, where none has led on: %s', (stage, known) => {
    const stored = { version: 1, move: 'move-1', stage, facts: known, seen: [] };
    expect(read(stateSchema, stored)).toEqual({ ok: true, value: stored });
  });
});
