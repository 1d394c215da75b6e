import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import * as messaging from 'pauta/messaging';
import {
  eventSchema,
  factsSchema,
  intakeFactsSchema,
  loadingEventSchema,
  loadingSchema,
  policySchema,
  read,
  stateSchema,
} from 'pauta/messaging/schema';
import { problemsOf } from './problems-of.js';

const AT = Date.parse('2024-05-13T10:00:00-04:00');
const contact = 'ana';
const common = { id: 'a', at: AT, contact };

const NOT_EMPTY = 'a text that is not empty';
const SNIPPET = 'the number of a snippet';
const HOUR = 'a whole hour, 0 to 23';
const VERSION = 'version 1, the only one that this release of pauta knows';

describe('the door of messaging reads', () => {
  const events: readonly messaging.Event[] = [
    { type: 'user-message', ...common, notSolved: true },
    { type: 'bot-answered', ...common, to: { id: 'm', at: AT - 1 } },
    ...(
      [
        ...['bot-silent', 'hooked', 'comment-question', 'support-ticket', 'user-called', 'user-located'],
        ...['no-immediate-solution', 'case-text-sent'],
      ] as const
    ).map((type) => ({ type, ...common })),
    { type: 'comment-answered', ...common, comment: 'c' },
    { type: 'section-set', ...common, section: null },
    { type: 'agent-set', ...common, agent: 'Ana', department: 'CCA' },
    { type: 'tags-set', ...common, tags: ['soporte'] },
    { type: 'solved', ...common, by: 'Ana' },
    { type: 'standard-reply-sent', ...common, by: 'Ana' },
    { type: 'click-close', ...common, by: 'Ana' },
    { type: 'bot-reactivated', ...common, by: 'Ana', after: null },
    { type: 'taken-over', ...common, by: 'Ana', after: 'm' },
    { type: 'given-back', ...common, by: 'Ana', after: null },
  ];

  it('every event of a conversation', () => {
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(messaging.flow.events));
    for (const event of events) expect(read(eventSchema, event)).toEqual({ ok: true, value: event });
  });

  const loadings: readonly messaging.LoadingEvent[] = [
    ...(
      [
        ...['user-message', 'tag-added', 'contact-requested', 'data-given', 'contact-known', 'automation-failed'],
        ...['survey-sent', 'survey-answered', 'loaded'],
      ] as const
    ).map((type) => ({ type, ...common })),
    { type: 'conversation-ended', ...common, hasWelcomeEvents: true },
    { type: 'tag-added-by-hand', ...common, tag: 'admision y ventas' },
    { type: 'upload-flag-set', ...common, value: null },
  ];

  it('every event on the way into the CRM', () => {
    expect(new Set(loadings.map(({ type }) => type))).toEqual(new Set(messaging.loadingFlow.events));
    for (const event of loadings) expect(read(loadingEventSchema, event)).toEqual({ ok: true, value: event });
  });

  it.each<[messaging.PolicyChoices]>([
    [{ closeOrder: 'strict', closers: 'assigned-agent', resumption: 'restarts', manualTag: 'at-once' }],
    [
      {
        closeOrder: 'any',
        closers: 'assigned-agent-or-administrator',
        resumption: 'goes-on',
        manualTag: 'after-delay',
      },
    ],
    [{ hookSnippet: 1, centralPhone: null, networks: ['Telegram'], forbiddenSections: ['Todos'] }],
    [{ greetings: { morning: { from: 0, text: 'Hola' }, night: { from: 23, text: 'Hola' } } }],
  ])('what may be chosen: %j', (choices) => {
    expect(read(policySchema, choices)).toEqual({ ok: true, value: messaging.policy(choices) });
  });

  it('several messages of one instant, and no reach that reaches no message', () => {
    const facts = { lastMessage: { at: AT, ids: ['a', 'b'] }, botSeen: { at: AT, ids: ['a'] } };
    expect(read(factsSchema, facts)).toEqual({ ok: true, value: facts });
    const none = read(factsSchema, { lastMessage: { at: AT, ids: [] } });
    expect(none).toMatchObject({ problems: [{ path: 'lastMessage.ids', expected: 'one id at least' }] });
    const { properties } = z.toJSONSchema(factsSchema, { io: 'input', unrepresentable: 'any' });
    expect(properties?.['lastMessage']).toMatchObject({ anyOf: [{ properties: { ids: { minItems: 1 } } }, {}] });
  });

  it.each<[messaging.Stage, messaging.Facts]>([
    ['NEW', {}],
    ['BOT', { course: 'open', heldBy: 'Ana' }],
    ['BOT', { heldBy: 'Ana' }],
    ['CLASSIFIED', {}],
    ['SUPPORT', { course: 'support' }],
    ['INVESTIGATING', { course: 'investigating' }],
    ['SOLVED', { course: 'solved', closing: ['standard-reply', 'reactivate-bot'] }],
  ])('a conversation stored at %s with %j', (stage, facts) => {
    const state = { version: 1, contact, stage, facts, seen: [] };
    expect(read(stateSchema, state)).toEqual({ ok: true, value: state });
  });
});

describe('the door of messaging says exactly what it expects', () => {
  it.each<[string, object, string, string]>([
    ['a section that is no text', { section: 1 }, 'section', 'a text'],
    ['a tag that is no text', { tags: [1] }, 'tags[0]', 'a text'],
    ['tags that are no list', { tags: 'soporte' }, 'tags', 'a list of tags'],
    ['comments that are no list', { openComments: 'c' }, 'openComments', 'a list of ids'],
    ['steps that are no list', { closing: 'click-close' }, 'closing', 'a list of closing steps'],
    [
      'a step that does not exist',
      { closing: ['close'] },
      'closing[0]',
      '"standard-reply" or "reactivate-bot" or "click-close"',
    ],
    [
      'a course that does not exist',
      { course: 'closed' },
      'course',
      '"open" or "support" or "investigating" or "solved" or "closed-out"',
    ],
  ])('of facts: %s', (_, facts, path, expected) => {
    expect(problemsOf(read(factsSchema, facts))).toEqual([[path, expected]]);
  });

  it.each<[string, object, string, string]>([
    [
      'a type that does not exist',
      { ...common, type: 'close' },
      'type',
      'a type of event: "user-message", "bot-answered", "bot-silent", "hooked", "comment-question", ' +
        '"comment-answered", "section-set", "agent-set", "tags-set", "support-ticket", "user-called", ' +
        '"user-located", "no-immediate-solution", "case-text-sent", "solved", "standard-reply-sent", ' +
        '"bot-reactivated", "click-close", "taken-over", "given-back"',
    ],
    ['tags that are no list', { ...common, type: 'tags-set', tags: 'x' }, 'tags', 'a list of tags'],
    ['a tag that is no text', { ...common, type: 'tags-set', tags: [null] }, 'tags[0]', 'a text'],
    [
      'an answer to no message',
      { ...common, type: 'bot-answered', to: { id: '', at: AT } },
      'to.id',
      'an id that is not empty',
    ],
  ])('of an event: %s', (_, event, path, expected) => {
    expect(problemsOf(read(eventSchema, event))).toEqual([[path, expected]]);
  });

  it('of an event on the way into the CRM: a type that does not exist', () => {
    expect(problemsOf(read(loadingEventSchema, { ...common, type: 'end' }))).toEqual([
      [
        'type',
        'a type of event: "conversation-ended", "user-message", "tag-added", "tag-added-by-hand", ' +
          '"contact-requested", "data-given", "upload-flag-set", "contact-known", "automation-failed", ' +
          '"survey-sent", "survey-answered", "loaded"',
      ],
    ]);
    expect(problemsOf(read(intakeFactsSchema, { contact, uploadFlag: true }))).toEqual([['uploadFlag', 'a text']]);
  });

  it.each<[string, object, string, string]>([
    ['no snippet', { hookSnippet: 0 }, 'hookSnippet', SNIPPET],
    ['half a snippet', { hookSnippet: 1.5 }, 'hookSnippet', SNIPPET],
    ['half an hour', { greetings: { night: { from: 19.5, text: 'Hola' } } }, 'greetings.night.from', HOUR],
    ['sections that are no list', { forbiddenSections: 'ALL' }, 'forbiddenSections', 'a list of names'],
    ['networks that are no list', { networks: 'Facebook' }, 'networks', 'a list of names'],
    ['a network without a name', { networks: [''] }, 'networks[0]', NOT_EMPTY],
    ['a tag of no letters', { crmTag: '' }, 'crmTag', NOT_EMPTY],
    ['another order', { closeOrder: 'free' }, 'closeOrder', '"strict" or "any"'],
    ['other closers', { closers: 'all' }, 'closers', '"assigned-agent" or "assigned-agent-or-administrator"'],
    ['another resumption', { resumption: 'stops' }, 'resumption', '"restarts" or "goes-on"'],
    ['another manual tag', { manualTag: 'never' }, 'manualTag', '"at-once" or "after-delay"'],
  ])('of a policy: %s', (_, choices, path, expected) => {
    expect(problemsOf(read(policySchema, choices))).toEqual([[path, expected]]);
  });

  it.each(['morning', 'afternoon', 'night'] as const)('of a policy: a greeting of the %s that says nothing', (part) => {
    const { from } = messaging.defaultPolicy.greetings[part];
    const greetings = { [part]: { from, text: ' ' } };
    const expected = 'a text that is not blank';
    expect(problemsOf(read(policySchema, { greetings }))).toEqual([[`greetings.${part}`, expected]]);
    expect(() => messaging.policy({ greetings })).toThrow(`greetings.${part}: saw " ", expected ${expected}.`);
  });

  const told = (stages: string): string => `${stages}, the stage that the facts tell`;
  const all = ['standard-reply', 'reactivate-bot', 'click-close'] as const;
  const closedOut = { course: 'closed-out', agent: null, closing: all, closedOutAt: AT } as const;
  it.each<[string, messaging.Stage, messaging.Facts, string, string]>([
    ['open, and in support', 'SUPPORT', {}, 'stage', told('"NEW" or "BOT" or "CLASSIFIED"')],
    ['in support, and new', 'NEW', { course: 'support' }, 'stage', told('"SUPPORT"')],
    ['looked into, and in support', 'SUPPORT', { course: 'investigating' }, 'stage', told('"INVESTIGATING"')],
    ['solved, and closed out', 'CLOSED_OUT', { course: 'solved' }, 'stage', told('"SOLVED"')],
    ['closed out, and solved', 'SOLVED', closedOut, 'stage', told('"CLOSED_OUT"')],
    [
      'a case that somebody holds',
      'SUPPORT',
      { course: 'support', heldBy: 'Ana' },
      'facts.heldBy',
      'null: only an open conversation is held',
    ],
    [
      'a step taken twice',
      'SOLVED',
      { course: 'solved', closing: ['click-close', 'click-close'] },
      'facts.closing',
      'each closing step once',
    ],
    [
      'all steps, and not closed out',
      'SOLVED',
      { course: 'solved', closing: all },
      'facts.closing',
      'two steps or fewer: after the third it is closed out',
    ],
    [
      'closed out, and somebody’s',
      'CLOSED_OUT',
      { ...closedOut, agent: 'Ana' },
      'facts.agent',
      "null: closed out, it is nobody's",
    ],
    [
      'closed out without all steps',
      'CLOSED_OUT',
      { ...closedOut, closing: ['standard-reply', 'reactivate-bot'] },
      'facts.closing',
      'all three closing steps',
    ],
    [
      'closed out at no instant',
      'CLOSED_OUT',
      { ...closedOut, closedOutAt: null },
      'facts.closedOutAt',
      'the instant of the last closing step',
    ],
  ])('of a stored conversation: %s', (_, stage, facts, path, expected) => {
    expect(problemsOf(read(stateSchema, { version: 1, contact, stage, facts, seen: [] }))).toEqual([[path, expected]]);
  });

  const ended = { endedAt: AT, hasWelcomeEvents: true };
  it.each<[string, messaging.LoadingStage, Partial<messaging.IntakeFacts>, string]>([
    ['nothing happened', 'LOADED', {}, told('"IDLE"')],
    ['no end to wait after', 'WAITING', { hasWelcomeEvents: true }, told('"IDLE"')],
    ['an end', 'LOADED', ended, told('"IDLE" or "WAITING"')],
    ['a tag by hand', 'LOADED', { taggedByHandAt: AT }, told('"IDLE" or "TAGGED"')],
    ['both', 'LOADED', { ...ended, taggedByHandAt: AT }, told('"IDLE" or "WAITING" or "TAGGED"')],
    ['the automation’s tag', 'IDLE', { taggedAt: AT }, told('"TAGGED"')],
    ['the question', 'IDLE', { askedAt: AT }, told('"ASKED"')],
    ['the data', 'IDLE', { answeredAt: AT }, told('"LOADED"')],
    ['a failure', 'IDLE', { failedAt: AT }, told('"FAILED"')],
    ['a failure, and the survey', 'IDLE', { failedAt: AT, surveyAnsweredAt: AT }, told('"FAILED" or "LOADED"')],
    ['the load', 'IDLE', { loadedAt: AT }, told('"LOADED"')],
  ])('of a stored contact: %s, and another stage', (_, stage, facts, expected) => {
    const state = { version: 1, stage, facts: { contact, ...facts }, wroteAt: [], seen: [] };
    expect(problemsOf(read(loadingSchema, state))).toEqual([['stage', expected]]);
  });

  it('of a stored contact: messages in their order, and a version that it knows', () => {
    const state = { version: 1, stage: 'IDLE', facts: { contact }, wroteAt: [AT, AT - 1], seen: [] };
    expect(problemsOf(read(loadingSchema, state))).toEqual([['wroteAt', 'instants, the earliest first']]);
    const later = { ...state, wroteAt: [], version: 2 };
    expect(problemsOf(read(loadingSchema, later))).toEqual([['version', VERSION]]);
    const conversation = { version: 2, contact, stage: 'NEW', facts: {}, seen: [] };
    expect(problemsOf(read(stateSchema, conversation))).toEqual([['version', VERSION]]);
  });

  it('to whoever reads by zod, a problem of its own as one that zod knows for such', () => {
    const { error } = stateSchema.safeParse({ version: 1, contact, stage: 'SUPPORT', facts: {}, seen: [] });
    expect(error?.issues.map(({ code, path }) => [code, path])).toEqual([['custom', ['stage']]]);
  });
});
