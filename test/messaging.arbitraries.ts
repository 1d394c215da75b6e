import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Instant } from '../src/kernel/clock.js';
import * as messaging from 'pauta/messaging';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const CONTACT = 'contact-1';
export const T = Date.parse('2026-05-13T10:00:00-04:00');

/** On an end and an hour after it, one millisecond beside them, and anywhere between. */
export const anyInstant: fc.Arbitrary<Instant> = fc.oneof(
  fc
    .tuple(fc.constantFrom(0, 0, 1, 2), fc.constantFrom(-1, 0, 0, 1))
    .map(([hours, beside]) => T + hours * HOUR + beside),
  fc.integer({ min: T - HOUR, max: T + 3 * HOUR }),
);

const atOrNull = fc.option(anyInstant, { nil: null });

/** Any policy that a business may choose. */
export const anyPolicy: fc.Arbitrary<messaging.Policy> = fc
  .record({
    forbiddenSections: fc.constantFrom(['ALL', 'NEW'], ['ALL', 'NEW'], ['ALL', 'NEW', 'Ventas'], []),
    classifyClosedOut: fc.boolean(),
    hookSnippet: fc.integer({ min: 1, max: 9 }),
    closeOrder: fc.constantFrom('strict', 'strict', 'any'),
    closers: fc.constantFrom('assigned-agent', 'assigned-agent-or-administrator'),
    crmDelay: fc.constantFrom({ hours: 1 }, { hours: 1 }, { hours: 0 }, { minutes: 90 }),
    resumption: fc.constantFrom('restarts', 'goes-on'),
    manualTag: fc.constantFrom('at-once', 'at-once', 'after-delay'),
    centralPhone: fc.constantFrom('0800-000', null),
  } as const)
  .map((choices) => messaging.policy(choices));

export const SECTIONS = ['ALL', 'NEW', 'all', ' New ', 'Ventas', 'Soporte', 'nuevos', '  ', ''] as const;
export const AGENTS = ['Soporte General', 'CCO IDEA', 'Supervisor'] as const;

const course = fc.constantFrom('open', 'support', 'investigating', 'solved', 'closed-out' as const);
export const closingSteps = ['standard-reply', 'reactivate-bot', 'click-close'] as const;
export const anyMessage: fc.Arbitrary<messaging.Message> = fc.record({
  id: fc.constantFrom('m1', 'm2', 'm3', 'm4'),
  at: anyInstant,
});
const anyReach: fc.Arbitrary<messaging.Reach> = fc.record({
  at: anyInstant,
  ids: fc.subarray(['m1', 'm2', 'm3', 'm4'], { minLength: 1 }),
});

/** Any facts that a table of columns may hold, those that no conversation comes to as well. */
export const anyFacts: fc.Arbitrary<messaging.Facts> = fc.record(
  {
    section: fc.constantFrom(...SECTIONS, null),
    agent: fc.constantFrom(...AGENTS, ...AGENTS, '  ', null),
    department: fc.constantFrom('Académico', ' ', null),
    tags: fc.array(fc.constantFrom('curso', 'pedido', '', ' '), { maxLength: 2 }),
    course,
    heldBy: fc.constantFrom(...AGENTS, null, null, null),
    botAnsweredAt: atOrNull,
    botSilentAt: atOrNull,
    hookedAt: atOrNull,
    commentedAt: atOrNull,
    openComments: fc.uniqueArray(fc.constantFrom('c1', 'c2'), { maxLength: 2 }),
    calledAt: atOrNull,
    locatedAt: atOrNull,
    caseTextSentAt: atOrNull,
    solvedAt: atOrNull,
    closing: fc.oneof(
      fc.array(fc.constantFrom(...closingSteps), { maxLength: 4 }),
      fc.constantFrom(0, 1, 2, 3).map((count) => closingSteps.slice(0, count)),
    ),
    closedOutAt: atOrNull,
    lastMessage: fc.option(anyReach, { nil: null }),
    botSeen: fc.option(anyReach, { nil: null }),
    handedOffAt: atOrNull,
  },
  { requiredKeys: [] },
);

/** Any facts of a contact's way into the CRM, dated ahead of the clock as well. */
export const anyIntakeFacts: fc.Arbitrary<messaging.IntakeFacts> = fc.record(
  {
    contact: fc.constantFrom(CONTACT, 'contact-2'),
    hasWelcomeEvents: fc.constantFrom(true, true, false),
    endedAt: fc.option(anyInstant, { nil: null, freq: 9 }),
    wroteAgainAt: atOrNull,
    taggedByHandAt: fc.option(anyInstant, { nil: null, freq: 1 }),
    isKnown: fc.boolean(),
    uploadFlag: fc.constantFrom('si', ' SÍ ', 'no', '', null, null),
    failedAt: fc.option(anyInstant, { nil: null, freq: 1 }),
    taggedAt: fc.option(anyInstant, { nil: null, freq: 1 }),
    askedAt: fc.option(anyInstant, { nil: null, freq: 1 }),
    answeredAt: fc.option(anyInstant, { nil: null, freq: 1 }),
    surveySentAt: atOrNull,
    surveyAnsweredAt: atOrNull,
    loadedAt: fc.option(anyInstant, { nil: null, freq: 1 }),
  },
  { requiredKeys: ['contact'] },
);

/** What an event is made of, before it is known at which stage it falls. */
export interface Draw<Type> {
  /** `null`: something that the stage is waiting for. */
  readonly type: Type | null;
  readonly choice: number;
  /** Milliseconds after what people did last; negative: it is heard of late. People's own acts are never negative. */
  readonly after: number;
  readonly isYes: boolean;
}

function drawOf<Type>(types: readonly Type[]): fc.Arbitrary<Draw<Type>> {
  return fc.record({
    type: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom<Type>(...types) },
    ),
    choice: fc.nat({ max: 11 }),
    after: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(0, 1, 5 * MINUTE, 30 * MINUTE, HOUR, DAY) },
      { weight: 2, arbitrary: fc.constantFrom(-1, -20 * MINUTE, -HOUR, -3 * HOUR) },
    ),
    isYes: fc.boolean(),
  });
}

export const anyDraw = drawOf(messaging.flow.events);
export const anyLoadingDraw = drawOf(messaging.loadingFlow.events);

/** What is heard of from outside, in any order; what people do comes in the order in which they did it. */
const OUTSIDE: readonly string[] = ['user-message', 'bot-answered', 'bot-silent', 'comment-question'];
const HEARD: readonly string[] = ['user-message', 'conversation-ended'];

const filing = ['section-set', 'agent-set', 'tags-set'] as const;
const talk = ['user-message', 'bot-answered', 'bot-silent', 'hooked', 'comment-question', 'comment-answered'] as const;
const handOff = ['taken-over', 'given-back', 'given-back'] as const;

/** What may well come next at a stage. */
const likely: Readonly<Record<messaging.Stage, readonly messaging.Event['type'][]>> = {
  NEW: [...talk, ...filing, 'support-ticket', 'taken-over'],
  BOT: [...filing, ...filing, ...handOff, 'user-message', 'bot-answered', 'support-ticket'],
  CLASSIFIED: ['support-ticket', 'support-ticket', 'support-ticket', ...handOff, ...talk],
  SUPPORT: ['user-called', 'user-located', 'solved', 'solved', 'solved', 'no-immediate-solution', 'agent-set'],
  INVESTIGATING: ['case-text-sent', 'solved', 'solved', 'user-located', 'user-message', 'no-immediate-solution'],
  SOLVED: [
    ...(['standard-reply-sent', 'standard-reply-sent', 'bot-reactivated', 'bot-reactivated'] as const),
    ...(['click-close', 'click-close', 'click-close', 'user-message', 'bot-silent'] as const),
  ],
  CLOSED_OUT: ['user-message', 'user-message', 'bot-answered', 'agent-set', 'support-ticket', 'taken-over', 'tags-set'],
};

const likelyLoading: Readonly<Record<messaging.LoadingStage, readonly messaging.LoadingEvent['type'][]>> = {
  IDLE: ['conversation-ended', 'conversation-ended', 'user-message', 'tag-added-by-hand', 'upload-flag-set'],
  WAITING: ['tag-added', 'tag-added', 'user-message', 'conversation-ended', 'automation-failed', 'contact-requested'],
  TAGGED: ['contact-requested', 'contact-requested', 'data-given', 'contact-known', 'automation-failed'],
  ASKED: ['data-given', 'automation-failed', 'upload-flag-set', 'user-message'],
  LOADED: ['loaded', 'automation-failed', 'conversation-ended', 'upload-flag-set'],
  FAILED: ['survey-sent', 'survey-answered', 'contact-known', 'upload-flag-set', 'data-given'],
};

function pick<Item>(items: readonly Item[], choice: number): Item {
  return items[choice % items.length] as Item;
}

/** The type of event that a draw makes of a conversation as it stands. */
function typeOf({ stage }: messaging.Conversation, draw: Draw<messaging.Event['type']>): messaging.Event['type'] {
  return draw.type ?? pick(likely[stage], draw.choice);
}

/** The event that a draw makes of a conversation as it stands. */
export function eventOf(
  conversation: messaging.Conversation,
  draw: Draw<messaging.Event['type']>,
  id: string,
  present: Instant,
): messaging.Event {
  const { facts } = conversation;
  const { choice, isYes, after } = draw;
  const type = typeOf(conversation, draw);
  const at = present + (OUTSIDE.includes(type) ? after : Math.max(0, after));
  const base = { id, at, contact: CONTACT };
  // Most of what is done is done by the agent whose case it is.
  const by = choice % 4 === 0 || facts.agent == null || facts.agent.trim() === '' ? pick(AGENTS, choice) : facts.agent;
  const { at: lastAt = at, ids = [] } = facts.lastMessage ?? {};
  const last = ids.length === 0 ? null : pick(ids, choice);
  switch (type) {
    case 'user-message':
      return isYes ? { ...base, type, notSolved: true } : { ...base, type };
    case 'bot-answered':
      return isYes && last !== null ? { ...base, type, to: { id: last, at: lastAt } } : { ...base, type };
    case 'comment-answered':
      return { ...base, type, comment: facts.openComments?.[0] ?? 'none' };
    case 'section-set':
      return { ...base, type, section: isYes ? 'Soporte' : pick([...SECTIONS, null], choice) };
    case 'agent-set':
      return { ...base, type, ...agentOf(draw) };
    case 'tags-set':
      return { ...base, type, tags: isYes || choice > 2 ? ['curso'] : [] };
    case 'solved':
    case 'standard-reply-sent':
    case 'click-close':
      return { ...base, type, by };
    case 'bot-reactivated':
      return isYes ? { ...base, type, by, after: choice % 5 === 0 ? 'another' : last } : { ...base, type, by };
    case 'taken-over':
    case 'given-back':
      return { ...base, type, by, after: choice % 5 === 0 ? 'another' : last };
    default:
      return { ...base, type };
  }
}

function agentOf({ isYes, choice }: Draw<unknown>): { agent: string | null; department?: string } {
  if (!isYes && choice < 3) return { agent: choice === 0 ? null : ' ' };
  const agent = pick(AGENTS, choice);
  return isYes ? { agent, department: 'Académico' } : { agent };
}

/** The event that a draw makes of a contact's way into the CRM as it stands. */
export function loadingEventOf(
  { stage }: messaging.Loading,
  { type: drawn, choice, isYes, after }: Draw<messaging.LoadingEvent['type']>,
  id: string,
  present: Instant,
): messaging.LoadingEvent {
  const type = drawn ?? pick(likelyLoading[stage], choice);
  const at = present + (HEARD.includes(type) ? after : Math.max(0, after));
  const base = { id, at, contact: CONTACT };
  switch (type) {
    case 'conversation-ended':
      return { ...base, type, hasWelcomeEvents: isYes || choice > 2 };
    case 'tag-added-by-hand':
      return { ...base, type, tag: choice % 4 === 0 ? 'otra' : 'admision y ventas' };
    case 'upload-flag-set':
      return { ...base, type, value: isYes ? pick(['si', 'Sí '], choice) : pick(['no', null], choice) };
    default:
      return { ...base, type };
  }
}

export interface History<Event> {
  readonly policy: messaging.Policy;
  readonly events: readonly Event[];
  /** The latest instant of the events. */
  readonly end: Instant;
}

/**
 * A history: each event is made of a draw, and of what has become of the state by then. Nothing happens before what was
 * heard of.
 */
function historyOf<Drawn, State, Event extends { readonly at: Instant }>(
  draw: fc.Arbitrary<Drawn>,
  beginning: State,
  make: (state: State, draw: Drawn, id: string, present: Instant) => Event,
  record: (state: State, event: Event, context: { policy: messaging.Policy }) => { readonly state: State },
): fc.Arbitrary<History<Event>> {
  return fc.tuple(anyPolicy, fc.array(draw, { minLength: 1, maxLength: 30, size: 'max' })).map(([policy, draws]) => {
    let state = beginning;
    let present = T;
    const events = draws.map((one, index) => {
      const event = make(state, one, `e${String(index).padStart(2, '0')}`, present);
      state = record(state, event, { policy }).state;
      present = Math.max(present, event.at);
      return event;
    });
    return { policy, events, end: present };
  });
}

/** Any history of a conversation, long enough to come to every stage. */
export const anyHistory = historyOf(anyDraw, messaging.start(CONTACT), eventOf, messaging.record);

/** Any history of a contact's way into the CRM. */
export const anyLoadingHistory = historyOf(
  anyLoadingDraw,
  messaging.newContact(CONTACT),
  loadingEventOf,
  messaging.recordLoading,
);

/** A step of a history: what was before, the event, and what became of it. */
export interface Play<State, Event> {
  readonly before: State;
  readonly event: Event;
  readonly recorded: { readonly state: State; readonly status: string; readonly code?: string; readonly rule?: string };
}

/** Every step of a history. */
export function playsOf({
  policy,
  events,
}: Pick<History<messaging.Event>, 'policy' | 'events'>): readonly Play<messaging.Conversation, messaging.Event>[] {
  let before = messaging.start(CONTACT);
  return events.map((event) => {
    const recorded = messaging.record(before, event, { policy });
    const play = { before, event, recorded };
    before = recorded.state;
    return play;
  });
}

/** Every step of a contact's way into the CRM. */
export function loadingPlaysOf({
  policy,
  events,
}: Pick<History<messaging.LoadingEvent>, 'policy' | 'events'>): readonly Play<
  messaging.Loading,
  messaging.LoadingEvent
>[] {
  let before = messaging.newContact(CONTACT);
  return events.map((event) => {
    const recorded = messaging.recordLoading(before, event, { policy });
    const play = { before, event, recorded };
    before = recorded.state;
    return play;
  });
}

export function run(
  events: readonly messaging.Event[],
  from: messaging.Conversation = messaging.start(CONTACT),
  policy = messaging.defaultPolicy,
): messaging.Conversation {
  return events.reduce((state, event) => messaging.record(state, event, { policy }).state, from);
}

export function runLoading(
  events: readonly messaging.LoadingEvent[],
  from: messaging.Loading = messaging.newContact(CONTACT),
  policy = messaging.defaultPolicy,
): messaging.Loading {
  return events.reduce((state, event) => messaging.recordLoading(state, event, { policy }).state, from);
}

/** Messages of the client, each with an id of its own, some at one instant. */
export const anyMessages: fc.Arbitrary<readonly messaging.Event[]> = fc
  .array(
    fc.record({
      at: fc.oneof(fc.integer({ min: -6, max: 30 * 60 }), fc.integer({ min: 0, max: 2 })),
      notSolved: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ at, notSolved }, index) => ({
      id: `m${index}`,
      at: T + at * MINUTE,
      contact: CONTACT,
      type: 'user-message' as const,
      notSolved,
    })),
  );

/** The same events in another order, some of them twice. */
export function delivered<Event>(events: readonly Event[]): fc.Arbitrary<readonly Event[]> {
  return fc.subarray([...events]).chain((again) => {
    const all = [...events, ...again];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
}

export interface Place {
  readonly zone: string;
  readonly now: Instant;
}

/**
 * Around days of 23, of 25, of 22 and of 24 hours and a half, a day that was skipped, and days on which nothing
 * happens.
 */
export const anyPlace: fc.Arbitrary<Place> = fc
  .constantFrom<readonly [zone: string, ...dates: string[]]>(
    ['America/Santiago', '2024-04-06', '2024-09-07', '2024-05-15'],
    ['America/Havana', '2024-03-10', '2024-11-03'],
    ['America/Caracas', '2026-05-13', '2016-05-01', '2007-12-09'],
    ['Asia/Kathmandu', '2024-05-15', '1985-12-31'],
    ['Australia/Lord_Howe', '2024-04-06', '2024-10-05'],
    ['Antarctica/Troll', '2024-03-31', '2024-10-27'],
    ['Pacific/Apia', '2011-12-29'],
  )
  .chain(([zone, ...dates]) =>
    fc.tuple(fc.constantFrom(...dates), fc.integer({ min: -12 * 60, max: 36 * 60 })).map(([date, minutes]) => ({
      zone,
      now: DateTime.fromISO(date, { zone: 'utc' }).toMillis() + minutes * MINUTE,
    })),
  );

const turns = fc.oneof(
  fc.constantFrom([1, 2, 3], [5, 12, 19], [0, 1, 23]),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 3, maxLength: 3 })
    .map((hours) => hours.toSorted((a, b) => a - b)),
);

/** Any greetings of a day; some say the same at two times of it. */
export const anyGreetings: fc.Arbitrary<messaging.Greetings> = fc
  .tuple(turns, fc.array(fc.constantFrom('Hola', 'Buenas'), { minLength: 3, maxLength: 3 }))
  .map(([hours, texts]) => {
    const [morning, afternoon, night] = hours.map((from, index) => ({ from, text: texts[index] ?? '' })) as [
      messaging.Greeting,
      messaging.Greeting,
      messaging.Greeting,
    ];
    return { morning, afternoon, night };
  });

/** An outcome of `intake` in a word: its action, or the gap, or the reason. */
export function wordOf(outcome: messaging.IntakeOutcome): string {
  if (outcome.action === 'not-covered') return outcome.gap;
  return outcome.action === 'none' ? outcome.reason : outcome.action;
}

/** What `intake` may ask for at each stage. */
export const dueAt: Readonly<Record<messaging.LoadingStage, readonly string[]>> = {
  // A tag set by hand that had to wait is there, and the automation begins with the question.
  IDLE: ['no-trigger', 'conversation-resumed', 'contact-unknown', 'run-automation'],
  WAITING: ['wait', 'run-automation', 'contact-unknown'],
  TAGGED: ['run-automation'],
  ASKED: ['await-data'],
  LOADED: ['load-to-crm', 'already-loaded'],
  // Of a load that failed the data are there already.
  FAILED: ['send-survey', 'await-survey', 'load-to-crm'],
};
