import fc from 'fast-check';
import type { ComparisonOptions, DecisionOf, Delivered, PolicyOf, RecordOf, System } from 'pauta/comparison';
import * as contact from 'pauta/contact';
import { fixedClock, type Clock, type Instant } from 'pauta/kernel';
import * as ladder from 'pauta/ladder';
import * as messaging from 'pauta/messaging';
import * as pending from 'pauta/pending';
import * as requirement from 'pauta/requirement';
import * as routing from 'pauta/routing';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const T = Date.parse('2024-05-13T10:00:00-04:00');

/** A set of records, two policies and the time looked at. */
export interface Drawn<S extends System> {
  readonly records: readonly RecordOf<S>[];
  readonly a: PolicyOf<S>;
  readonly b: PolicyOf<S>;
  readonly options: ComparisonOptions<S>;
  /** Instants at which both policies are asked. */
  readonly probes: readonly Instant[];
}

/** What is compared of a system, and how it is asked without a comparison. */
export interface Scene<S extends System> {
  readonly system: S;
  readonly drawn: fc.Arbitrary<Drawn<S>>;
  /** What is decided at an instant under a policy, of all that was delivered by then. */
  readonly decide: (
    record: RecordOf<S>,
    policy: PolicyOf<S>,
    at: Instant,
    options: ComparisonOptions<S>,
  ) => DecisionOf<S>;
}

/** So many units after T, beside them, or anywhere between. */
function near(unit: number, count: number): fc.Arbitrary<Instant> {
  return fc.oneof(
    fc
      .tuple(fc.integer({ min: 0, max: count }), fc.constantFrom(-1, 0, 0, 1))
      .map(([units, beside]) => T + units * unit + beside),
    fc.integer({ min: T, max: T + count * unit }),
  );
}

/** Ids are those of the places: an event is another one than that before it. */
function identified<Sketch extends object>(
  sketch: fc.Arbitrary<Sketch>,
): fc.Arbitrary<readonly (Sketch & { readonly id: string })[]> {
  return fc
    .array(sketch, { maxLength: 8 })
    .map((events) => events.map((event, place) => ({ ...event, id: `e${place}` })));
}

/** Some events have an instant of delivery of their own. */
function delivered<Event extends { readonly at: Instant }>(
  events: fc.Arbitrary<readonly Event[]>,
  unit: number,
): fc.Arbitrary<readonly Delivered<Event>[]> {
  const after = fc.constantFrom(null, null, 0, unit, -unit);
  return fc.tuple(events, fc.array(after, { minLength: 8, maxLength: 8 })).map(([all, afters]) =>
    all.map((event, place) => {
      const late = afters[place] ?? null;
      return late === null ? event : { ...event, deliveredAt: event.at + late };
    }),
  );
}

function sceneOf<S extends System>(
  system: S,
  unit: number,
  record: fc.Arbitrary<RecordOf<S>>,
  policy: fc.Arbitrary<PolicyOf<S>>,
  decide: Scene<S>['decide'],
  world: fc.Arbitrary<object> = fc.constant({}),
): Scene<S> {
  const span = fc.tuple(fc.integer({ min: -2, max: 4 }), fc.integer({ min: 0, max: 14 }));
  const drawn = fc
    .record({
      records: fc.array(record, { minLength: 1, maxLength: 4 }),
      a: policy,
      b: policy,
      span,
      world,
      probes: fc.array(near(unit, 14), { minLength: 4, maxLength: 8 }),
    })
    .map(({ records, span: [first, length], world: further, ...rest }) => ({
      ...rest,
      records: records.map((one, place) => ({ ...one, id: `r${place}` })),
      options: { ...further, from: T + first * unit, to: T + (first + length) * unit },
    }));
  return { system, drawn, decide };
}

/** The state that all events delivered by an instant lead to: none is delivered before one that was before it. */
function stateAt<State, Event extends { readonly at: Instant }>(
  start: State,
  history: readonly Delivered<Event>[],
  at: Instant,
  record: (state: State, event: Event, clock: Clock) => { readonly state: State },
): State {
  const reached = history.map((_, place) => Math.max(...history.slice(0, place + 1).map((e) => e.deliveredAt ?? e.at)));
  const known = history.filter((_, place) => (reached[place] as Instant) <= at);
  return known.reduce(
    (state, event, place) => record(state, event, fixedClock(reached[place] as Instant)).state,
    start,
  );
}

const pendingPolicy = fc
  .record({
    aiWindow: fc.constantFrom({ minutes: 5 }, { minutes: 3 }, { minutes: 0 }),
    measureFrom: fc.constantFrom('process-start', 'last-message'),
    exemptionCovers: fc.constantFrom('both', 'both', 'ai-messages', 'nothing'),
  } as const)
  .map((choices) => pending.policy(choices));

const chatEvents = identified(
  fc.record({
    type: fc.constantFrom(
      ...(['client-message', 'client-message', 'ai-message', 'seller-message', 'mark-resolved', 'ai-on'] as const),
      ...(['ai-on', 'ai-off', 'action-flagged'] as const),
    ),
    at: near(MINUTE, 12),
  }),
);

const soon = fc.option(near(MINUTE, 8), { nil: null });
const chatFacts: fc.Arbitrary<pending.Facts> = fc.record({
  lastMessage: fc.constantFrom('client', 'ai', 'seller'),
  waitingSince: soon,
  aiSince: fc.option(near(MINUTE, 4), { nil: null, freq: 6 }),
  resolved: fc.constantFrom(false, false, true),
  lastMessageAt: soon,
});

const pendingScene = sceneOf(
  'pending',
  MINUTE,
  fc.oneof(
    fc.record({ id: fc.constant(''), facts: chatFacts }),
    fc.record({ id: fc.constant(''), facts: chatFacts, since: near(MINUTE, 6) }),
    fc.record({ id: fc.constant(''), history: delivered<pending.Event>(chatEvents, MINUTE) }),
  ),
  pendingPolicy,
  (record, policy, at) => {
    const clock = fixedClock(at);
    if ('facts' in record) return pending.decide(record.facts, { clock, policy });
    const chat = stateAt(pending.start(), record.history, at, (state, event: pending.Event, then) =>
      pending.record(state, event, { clock: then }),
    );
    return pending.decide(chat.facts, { clock, policy });
  },
);

const atOrNull = fc.option(near(30 * MINUTE, 10), { nil: null });
const beginning: ladder.Beginning = { move: 'm', searchingSince: T, category: 'inter' };
const search = identified(
  fc.record({
    type: fc.constantFrom(
      ...(['resend-done', 'resend-done', 'lists-exhausted', 'inter-exhausted', 'cancel', 'refund-done'] as const),
    ),
    at: near(30 * MINUTE, 10),
    move: fc.constant('m'),
  }),
);
const answers = identified(
  fc.oneof(
    fc.record({
      type: fc.constantFrom('mp-confirmed', 'mp-withdrew'),
      mp: fc.constantFrom('p', 'q'),
      at: near(30 * MINUTE, 10),
      move: fc.constant('m'),
    }),
    fc.record({
      type: fc.constantFrom('resend-done', 'lists-exhausted'),
      at: near(30 * MINUTE, 10),
      move: fc.constant('m'),
    }),
    fc.record({
      type: fc.constant('lists-sent' as const),
      mps: fc.constant(['p']),
      at: near(30 * MINUTE, 10),
      move: fc.constant('m'),
    }),
  ),
);

const ladderScene = sceneOf(
  'ladder',
  30 * MINUTE,
  fc.oneof(
    fc.record({
      id: fc.constant(''),
      facts: fc.record({
        searchingSince: near(30 * MINUTE, 4),
        category: fc.constantFrom('inter', 'local'),
        resentAt: atOrNull,
        listsSentAt: atOrNull,
        cancelledAt: fc.option(near(30 * MINUTE, 10), { nil: null, freq: 1 }),
      }),
    }),
    fc.record({
      id: fc.constant(''),
      beginning: fc.constant(beginning),
      history: delivered<ladder.Event>(fc.oneof(search, answers), 30 * MINUTE),
    }),
  ),
  fc
    .record({
      searchThreshold: fc.constantFrom({ hours: 2 }, { hours: 1 }, { minutes: 0 }),
      resendWait: fc.constantFrom({ hours: 1 }, { minutes: 45 }),
      segmentBy: fc.constantFrom('volume', 'region'),
    } as const)
    .map((choices) => ladder.policy(choices)),
  (record, policy, at) => {
    const context = { clock: fixedClock(at), policy };
    if ('facts' in record) return ladder.decide(record.facts, context);
    const state = stateAt(ladder.start(record.beginning), record.history, at, (before, event: ladder.Event) =>
      ladder.record(before, event, { policy }),
    );
    return ladder.decide(state.facts, context);
  },
);

const contactEvents = identified(
  fc.record({
    type: fc.constantFrom(
      ...(['mail-sent', 'mail-sent', 'call-unanswered', 'call-answered', 'client-reply', 'record-mail-sent'] as const),
    ),
    at: near(6 * HOUR, 12),
    move: fc.constant('m'),
  }),
);
const moveDate = fc.constantFrom('2024-05-14', '2024-05-15', '2024-05-16', '2024-05-17');

const contactScene = sceneOf(
  'contact',
  6 * HOUR,
  fc.oneof(
    fc.record({
      id: fc.constant(''),
      facts: fc.record({
        moveDate,
        helpMailsAt: fc.array(near(6 * HOUR, 12), { maxLength: 2 }),
        calls: fc.array(fc.record({ at: near(6 * HOUR, 12), answered: fc.constant(false) }), { maxLength: 1 }),
      }),
    }),
    fc.record({
      id: fc.constant(''),
      beginning: moveDate.map((date) => ({ move: 'm', moveDate: date })),
      history: delivered<contact.Event>(contactEvents, 6 * HOUR),
    }),
  ),
  fc
    .record({
      zone: fc.constantFrom('America/Santiago', 'America/Bogota'),
      shortWait: fc.constantFrom({ hours: 5 }, { hours: 3 }),
      longWait: fc.constantFrom({ hours: 24 }, { hours: 12 }),
      exactlyThreeDays: fc.constantFrom('short', 'long'),
      today: fc.constantFrom('as-tomorrow', 'not-covered'),
      tomorrowOverride: fc.boolean(),
    } as const)
    .map((choices) => contact.policy(choices)),
  (record, policy, at) => {
    const context = { clock: fixedClock(at), policy };
    if ('facts' in record) return contact.decide(record.facts, context);
    const state = stateAt(contact.start(record.beginning), record.history, at, (before, event: contact.Event) =>
      contact.record(before, event, { policy }),
    );
    return contact.decide(state.facts, context);
  },
);

const deadline = fc.constantFrom('2024-05-13', '2024-05-14', '2024-05-15', null);
const kind = fc.constantFrom<requirement.InsistenceKind>('late-answer', 'disagreement');
const ticketEvents = identified<Omit<requirement.Event, 'id'>>(
  fc.oneof(
    fc.record({ type: fc.constant('initial-created'), at: near(6 * HOUR, 3), deadline }),
    fc.record({ type: fc.constant('insistence-created'), at: near(6 * HOUR, 12), kind, deadline }),
    fc.record({
      type: fc.constantFrom('initial-answered', 'insistence-answered', 'client-asks', 'client-disagrees'),
      at: near(6 * HOUR, 12),
    }),
  ),
) as fc.Arbitrary<readonly requirement.Event[]>;

const requirementScene = sceneOf(
  'requirement',
  6 * HOUR,
  fc.oneof(
    fc.record({
      id: fc.constant(''),
      facts: fc.record({
        product: fc.constantFrom('meter', 'bulk', null),
        initial: fc.record({ answered: fc.boolean(), deadline }),
        insistences: fc.array(fc.record({ kind, answered: fc.boolean(), deadline }), { maxLength: 2 }),
        client: fc.constantFrom('unaware', 'dissatisfied'),
      }),
    }),
    fc.record({
      id: fc.constant(''),
      product: fc.constantFrom('meter', 'bulk', null),
      history: delivered<requirement.Event>(ticketEvents, 6 * HOUR),
    }),
  ),
  fc
    .record({
      zone: fc.constantFrom('America/Santiago', 'America/Bogota'),
      deadlineInclusive: fc.boolean(),
      insistenceKinds: fc.constantFrom('both', 'disagreement'),
      meterFiling: fc.constantFrom('client', 'contact-centre'),
    } as const)
    .map((choices) => requirement.policy(choices)),
  (record, policy, at) => {
    const context = { clock: fixedClock(at), policy };
    if ('facts' in record) return requirement.decide(record.facts, context);
    const state = stateAt(requirement.start(record.product), record.history, at, (before, event: requirement.Event) =>
      requirement.record(before, event, { policy }),
    );
    return requirement.decide(state.facts, context);
  },
);

const CLIENT = '56912345678';
const validation = routing.validateRows([{ client: CLIENT, main: 'ana', backup: 'ben', supervisor: 'sol' }], {
  account: 'wa',
  kind: 'whatsapp',
});
const portfolio = routing.load(routing.emptyPortfolio, validation as routing.Accepted, { at: T }).state;
const agent: fc.Arbitrary<routing.Agent> = fc.record({
  enabled: fc.constantFrom(true, true, false),
  modes: fc.constant({ wa: 'auto-assign' as const }),
  saved: fc.constant(true),
  connected: fc.boolean(),
  available: fc.boolean(),
});
const team: fc.Arbitrary<routing.Team> = fc.record({ ana: agent, ben: agent, sol: agent });
const facts = fc.constantFrom<routing.Contact>(
  { account: 'wa', from: CLIENT },
  { account: 'wa', from: CLIENT, openWith: 'ben' },
  { account: 'wa', from: '56900000000' },
);

const routingScene = sceneOf(
  'routing',
  HOUR,
  fc.oneof(fc.record({ id: fc.constant(''), facts }), fc.record({ id: fc.constant(''), facts, team })),
  fc
    .record({
      usable: fc.constantFrom('connected-and-available', 'connected-or-available'),
      supervisorNeedsConnection: fc.boolean(),
    } as const)
    .map((choices) => routing.policy(choices)),
  (record, policy, _, options) =>
    routing.decide(record.facts, { portfolio, team: record.team ?? options.team, policy }),
  team.map((drawn) => ({ portfolio, team: drawn })),
);

const happened = { contact: fc.constant('k'), at: near(30 * MINUTE, 10) };
const by = fc.constantFrom('Soporte General', 'Supervisor');
const conversationEvents = identified(
  fc.oneof(
    fc.record({ ...happened, type: fc.constantFrom('user-message', 'bot-silent', 'hooked', 'support-ticket') }),
    fc.record({ ...happened, type: fc.constant('section-set' as const), section: fc.constantFrom('NEW', 'Ventas') }),
    fc.record({ ...happened, type: fc.constant('agent-set' as const), agent: fc.constant('Soporte General') }),
    fc.record({ ...happened, type: fc.constant('tags-set' as const), tags: fc.constant(['curso']) }),
    fc.record({ ...happened, by, type: fc.constantFrom('solved', 'standard-reply-sent', 'click-close') }),
    fc.record({ ...happened, by, type: fc.constant('bot-reactivated' as const) }),
  ),
);
const messagingPolicy = fc
  .record({
    forbiddenSections: fc.constantFrom(['ALL', 'NEW'], ['ALL', 'NEW', 'Ventas']),
    classifyClosedOut: fc.boolean(),
    closeOrder: fc.constantFrom('strict', 'any'),
    closers: fc.constantFrom('assigned-agent', 'assigned-agent-or-administrator'),
    crmDelay: fc.constantFrom({ hours: 1 }, { minutes: 30 }, { hours: 0 }),
    resumption: fc.constantFrom('restarts', 'goes-on'),
    manualTag: fc.constantFrom('at-once', 'after-delay'),
  } as const)
  .map((choices) => messaging.policy(choices));

const messagingScene = sceneOf(
  'messaging',
  30 * MINUTE,
  fc.oneof(
    fc.record({
      id: fc.constant(''),
      facts: fc.record({
        section: fc.constantFrom('NEW', 'Ventas', null),
        agent: fc.constantFrom('Soporte General', null),
        tags: fc.constantFrom(['curso'], []),
        course: fc.constantFrom('open', 'solved', 'closed-out'),
        closing: fc.constantFrom(['standard-reply'], ['reactivate-bot'], []),
      } as const),
    }),
    fc.record({
      id: fc.constant(''),
      contact: fc.constant('k'),
      history: delivered<messaging.Event>(conversationEvents, 30 * MINUTE),
    }),
  ),
  messagingPolicy,
  (record, policy, at) => {
    if ('facts' in record) return messaging.decide(record.facts, { policy });
    const state = stateAt(messaging.start(record.contact), record.history, at, (before, event: messaging.Event) =>
      messaging.record(before, event, { policy }),
    );
    return messaging.decide(state.facts, { policy });
  },
);

const loadingEvents = identified(
  fc.oneof(
    fc.record({ ...happened, type: fc.constant('conversation-ended' as const), hasWelcomeEvents: fc.constant(true) }),
    fc.record({
      ...happened,
      type: fc.constantFrom('user-message', 'tag-added', 'contact-requested', 'data-given', 'loaded'),
    }),
    fc.record({ ...happened, type: fc.constant('tag-added-by-hand' as const), tag: fc.constant('admision y ventas') }),
  ),
);

const intakeScene = sceneOf(
  'messaging/intake',
  30 * MINUTE,
  fc.oneof(
    fc.record({
      id: fc.constant(''),
      facts: fc.record({
        contact: fc.constant('k'),
        hasWelcomeEvents: fc.constantFrom(true, true, false),
        endedAt: atOrNull,
        wroteAgainAt: atOrNull,
        taggedByHandAt: atOrNull,
      }),
    }),
    fc.record({
      id: fc.constant(''),
      contact: fc.constant('k'),
      history: delivered<messaging.LoadingEvent>(loadingEvents, 30 * MINUTE),
    }),
  ),
  messagingPolicy,
  (record, policy, at) => {
    const context = { clock: fixedClock(at), policy };
    if ('facts' in record) return messaging.intake(record.facts, context);
    const state = stateAt(
      messaging.newContact(record.contact),
      record.history,
      at,
      (before, event: messaging.LoadingEvent) => messaging.recordLoading(before, event, { policy }),
    );
    return messaging.intake(state.facts, context);
  },
);

/** Every question in which policies can be compared. */
export const scenes = {
  pending: pendingScene,
  ladder: ladderScene,
  contact: contactScene,
  requirement: requirementScene,
  routing: routingScene,
  messaging: messagingScene,
  'messaging/intake': intakeScene,
} as const satisfies { readonly [S in System]: Scene<S> };
