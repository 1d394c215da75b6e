import { fixedClock, type Instant } from '../../src/kernel/clock.js';
import * as messaging from '../../src/messaging/index.js';
import type {
  AgendaContext,
  Closing,
  ClosingStep,
  Context,
  Facts,
  IntakeFacts,
  Judgement,
  Policy,
  SupportCase,
  User,
} from '../../src/messaging/index.js';
import {
  agendaByHand,
  classificationByHand,
  closingByHand,
  decideByHand,
  departmentByHand,
  hookingByHand,
  intakeByHand,
  monitoringByHand,
  ownersByHand,
  supportByHand,
} from './messaging-by-hand.js';
import { compare, type Measured, type Side } from './pairs.js';
import { chance, mulberry32, pick, whole, type Random } from './random.js';
import { sink } from './sink.js';

export const NOW: Instant = Date.parse('2026-05-13T14:00:00Z');

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A row of the host's table: a conversation, and its contact's way into the CRM. */
export interface Chat {
  readonly facts: Facts;
  readonly intake: IntakeFacts;
}

const sections = ['Ventas', 'Soporte', 'Academico', 'Administracion', 'Operaciones'];
const agents = ['CCO IDEA', 'Soporte General', 'Ventas 1', 'Ventas 2', 'Tienda IDEA'];
const tagLists = [['curso'], ['admision'], ['curso', 'sede'], ['pago', 'tienda'], ['vuelo']];
const closings: readonly (readonly ClosingStep[])[] = [
  [],
  ['standard-reply'],
  ['standard-reply', 'reactivate-bot'],
  ['standard-reply', 'reactivate-bot', 'click-close'],
];
const NO_COMMENTS: readonly string[] = [];
const NO_STEPS: readonly ClosingStep[] = [];

/** How a conversation stands, for the data to be mixed of: the first four ask nothing of anybody. */
const kinds = [
  'bot-attends',
  'person-attends',
  'closed-out',
  'bot-answered-late',
  'bot-silent',
  'comment',
  'no-agent',
  'unclassified',
  'ticket',
  'investigated',
  'watched',
  'solved',
] as const;
type Kind = (typeof kinds)[number];

/** Of a thousand conversations of an inbox; with the contacts to be loaded, about one in seven wants something. */
const usual: Readonly<Record<Kind, number>> = {
  'bot-attends': 250,
  'person-attends': 60,
  'closed-out': 560,
  'bot-answered-late': 20,
  'bot-silent': 15,
  comment: 10,
  'no-agent': 15,
  unclassified: 20,
  ticket: 15,
  investigated: 10,
  watched: 15,
  solved: 10,
};
const usualKinds = kinds.flatMap((kind) => Array.from({ length: usual[kind] }, () => kind));

/** A conversation as a host's table holds it, all columns filled. */
export function typicalConversation(random: Random, kind: Kind): Facts {
  const isClosedOut = kind === 'closed-out';
  const lastAt = NOW - whole(random, 0, 30 * DAY);
  const isTicket = kind === 'ticket' || kind === 'investigated' || kind === 'watched';
  const called = isTicket && (kind !== 'ticket' || chance(random, 0.5)) ? lastAt + MINUTE : null;
  const comments = kind === 'comment' ? [`c-${whole(random, 0, 1_000)}`] : NO_COMMENTS;
  return {
    section: kind === 'unclassified' ? pick(random, ['ALL', 'NEW', 'Ventas']) : pick(random, sections),
    agent: isClosedOut || kind === 'no-agent' ? null : pick(random, agents),
    department: isTicket ? pick(random, ['Académico', 'CCA']) : null,
    tags: kind === 'unclassified' && chance(random, 0.7) ? [] : pick(random, tagLists),
    course: isTicket
      ? kind === 'ticket' || chance(random, 0.5)
        ? 'support'
        : 'investigating'
      : isClosedOut || kind === 'solved'
        ? kind
        : 'open',
    heldBy: kind === 'person-attends' ? pick(random, agents) : null,
    botAnsweredAt: kind === 'bot-silent' ? null : lastAt + 2_000,
    botSilentAt: kind === 'bot-silent' || kind === 'bot-answered-late' ? lastAt + 1_000 : null,
    hookedAt: null,
    commentedAt: kind === 'comment' && chance(random, 0.5) ? lastAt : null,
    openComments: comments,
    calledAt: called,
    locatedAt: kind === 'investigated' || kind === 'watched' ? lastAt + 2 * MINUTE : null,
    caseTextSentAt: kind === 'watched' ? lastAt + 3 * MINUTE : null,
    solvedAt: isClosedOut || kind === 'solved' ? lastAt + HOUR : null,
    closing: kind === 'solved' ? pick(random, closings.slice(0, 3)) : NO_STEPS,
    closedOutAt: isClosedOut ? lastAt + 2 * HOUR : null,
    lastMessage: null,
    botSeen: null,
    handedOffAt: null,
  };
}

/** The same of the ways into the CRM. */
const ways = [
  'loaded',
  'not-ended',
  'no-welcome',
  'waiting',
  'over',
  'resumed',
  'by-hand',
  'asked',
  'answered',
  'failed',
  'flag',
  'flagged-unknown',
] as const;
type Way = (typeof ways)[number];

const usualWays: Readonly<Record<Way, number>> = {
  loaded: 600,
  'not-ended': 170,
  'no-welcome': 90,
  waiting: 60,
  over: 10,
  resumed: 10,
  'by-hand': 5,
  asked: 30,
  answered: 5,
  failed: 10,
  flag: 5,
  'flagged-unknown': 5,
};
const usualEach = ways.flatMap((way) => Array.from({ length: usualWays[way] }, () => way));

export function typicalIntake(random: Random, number: number, way: Way): IntakeFacts {
  const recent = NOW - whole(random, 1, HOUR - 1);
  const long = NOW - whole(random, HOUR, 30 * DAY);
  const hasRun = way === 'asked' || way === 'answered' || way === 'loaded';
  return {
    contact: `contact-${number}`,
    hasWelcomeEvents: way !== 'no-welcome',
    endedAt: way === 'not-ended' ? null : way === 'waiting' || way === 'resumed' ? recent : long,
    wroteAgainAt: way === 'resumed' ? Math.min(NOW, recent + MINUTE) : null,
    taggedByHandAt: way === 'by-hand' ? recent : null,
    isKnown: way === 'flag',
    uploadFlag: way === 'flag' || way === 'flagged-unknown' ? pick(random, ['si', 'si', 'Sí']) : null,
    failedAt: way === 'failed' ? recent : null,
    taggedAt: hasRun ? long + HOUR : null,
    askedAt: hasRun ? long + HOUR : null,
    answeredAt: way === 'answered' || way === 'loaded' ? long + 2 * HOUR : null,
    surveySentAt: way === 'failed' && chance(random, 0.5) ? recent : null,
    surveyAnsweredAt: null,
    loadedAt: way === 'loaded' ? NOW - whole(random, 0, HOUR) : null,
  };
}

/** A row of a host's table in its usual mix. */
export function typicalChat(random: Random, number: number): Chat {
  return {
    facts: typicalConversation(random, pick(random, usualKinds)),
    intake: typicalIntake(random, number, pick(random, usualEach)),
  };
}

const policies: readonly Policy[] = [
  messaging.policy(),
  messaging.policy({ closeOrder: 'any', closers: 'assigned-agent-or-administrator', hookSnippet: 3 }),
  messaging.policy({ classifyClosedOut: true, forbiddenSections: ['INBOX'], centralPhone: '0800-0' }),
  messaging.policy({ resumption: 'goes-on', manualTag: 'after-delay', uploadFlag: 'yes' }),
  messaging.policy({ manualTag: 'after-delay', crmDelay: { minutes: 30 } }),
  // Whoever has no topic has their own name for one.
  messaging.policy({
    users: messaging.defaultPolicy.users.map((user) => ({
      ...user,
      topics: user.topics.length === 0 ? [user.name] : user.topics,
    })),
  }),
];
const ownersOf = new Map(policies.map((policy) => [policy, ownersByHand(policy)]));
const STEPS: readonly ClosingStep[] = ['standard-reply', 'reactivate-bot', 'click-close'];
const topics = [
  'CCA',
  ' academico',
  'Supervisión de VENTAS',
  'tienda',
  'Ventas Maracaibo',
  'soporte general',
  'supervisor',
  'Ventas 3',
  'Ventas Valencia',
];
const people = ['Ventas 1', 'Supervisor', '', ' '];

/** Any questions, possible or not, under any policy, with every instant near an edge. */
export interface AskedMessaging {
  readonly policy: Policy;
  readonly context: Context;
  readonly facts: Facts;
  readonly intake: IntakeFacts;
  readonly closing: Closing;
  readonly judgement: Judgement;
  readonly topic: string;
  readonly owners: ReadonlyMap<string, User>;
  readonly hooked: { readonly source: 'chat' | 'comment'; readonly botAnswered: boolean };
  readonly support: SupportCase;
}

export function edgeMessaging(random: Random): AskedMessaging {
  const policy = pick(random, policies);
  const near = (): Instant => NOW + pick(random, [-HOUR, -1, 0, 1, HOUR]);
  const perhaps = (share: number): Instant | null | undefined => {
    if (chance(random, share)) return near();
    return chance(random, 0.5) ? null : undefined;
  };
  const done = Array.from({ length: whole(random, 0, 4) }, () => pick(random, STEPS));
  const calm = chance(random, 0.6);
  const ended = perhaps(0.6);
  const facts = {
    section: pick(random, ['ALL', ' new ', 'INBOX', 'Ventas', 'Soporte', 'Academico', '', null]),
    agent: chance(random, 0.8) ? pick(random, ['Ventas 1', 'Supervisor']) : pick(random, ['', null]),
    department: pick(random, ['CCA', 'Académico', ' ', null]),
    tags: chance(random, 0.8) ? ['curso'] : pick(random, [[], [' '], [' ', 'a']]),
    course: pick(random, ['open', 'support', 'investigating', 'solved', 'closed-out'] as const),
    heldBy: chance(random, 0.4) ? 'Ventas 1' : null,
    botAnsweredAt: calm ? null : perhaps(0.5),
    botSilentAt: calm ? null : perhaps(0.5),
    hookedAt: perhaps(0.4),
    commentedAt: calm ? null : perhaps(0.4),
    openComments: chance(random, 0.2) ? ['c-1', 'c-2'] : [],
    calledAt: perhaps(0.7),
    locatedAt: perhaps(0.7),
    caseTextSentAt: perhaps(0.5),
    closing: chance(random, 0.5) ? done : pick(random, closings),
    handedOffAt: perhaps(0.2),
  } satisfies Record<string, unknown>;
  const intake = {
    contact: 'contact-1',
    hasWelcomeEvents: chance(random, 0.7),
    endedAt: ended,
    wroteAgainAt: chance(random, 0.3) && ended != null ? ended + pick(random, [-1, 0, 1, HOUR]) : null,
    taggedByHandAt: perhaps(0.2),
    isKnown: chance(random, 0.3),
    uploadFlag: chance(random, 0.3) ? pick(random, ['si', 'Sí', 'yes', 'no']) : null,
    failedAt: perhaps(0.2),
    taggedAt: perhaps(0.3),
    askedAt: perhaps(0.2),
    answeredAt: perhaps(0.2),
    surveySentAt: perhaps(0.4),
    surveyAnsweredAt: perhaps(0.3),
    loadedAt: perhaps(0.2),
  };
  return {
    policy,
    context: { clock: fixedClock(NOW), policy },
    facts: facts as Facts,
    intake: intake as IntakeFacts,
    closing: {
      solved: chance(random, 0.8),
      agent: pick(random, [...people, 'Ventas 1', null]),
      actor: pick(random, [...people, 'Ventas 1']),
      done: chance(random, 0.5) ? done : pick(random, closings),
    },
    judgement: {
      answers: pick(random, ['right', 'wrong', 'unjudged'] as const),
      isLost: chance(random, 0.5),
      agent: 'A',
    },
    topic: pick(random, topics),
    owners: ownersOf.get(policy) as ReadonlyMap<string, User>,
    hooked: { source: pick(random, ['chat', 'comment'] as const), botAnswered: chance(random, 0.5) },
    support: {
      case: pick(random, [1, 2, 3] as const),
      isSolved: chance(random, 0.5),
      department: pick(random, ['CCA', '', null]),
      agent: pick(random, ['Ventas 1', ' ', null]),
    },
  };
}

export const sweep: AgendaContext<Chat> = {
  clock: fixedClock(NOW),
  policy: messaging.defaultPolicy,
  factsOf: ({ facts }) => facts,
  intakeOf: ({ intake }) => intake,
};

/** Few enough to stay in the cache, as in `speed.ts`; each kind and each way as often as the others. */
const INPUTS = 540;
const TIMES = 40;
const CALLS = INPUTS * TIMES;
const MANY = { rounds: 60, warmUps: 15, batches: 11 };

const policy = messaging.defaultPolicy;
const timeless = { policy };
const context = { clock: fixedClock(NOW), policy };

function questions<Asked>(seed: number, ask: (random: Random, number: number) => Asked): readonly Asked[] {
  const random = mulberry32(seed);
  return Array.from({ length: INPUTS }, (_, number) => ask(random, number));
}

export interface MessagingPairs {
  readonly decide: Measured;
  readonly classification: Measured;
  readonly closing: Measured;
  readonly intake: Measured;
  readonly monitoring: Measured;
  readonly department: Measured;
  readonly hooking: Measured;
  readonly support: Measured;
}

/* As in `speed.ts`, each batch has a loop of its own, written out. */

function decidePair(): Promise<Measured> {
  const asked = questions(20, (random, number) => typicalConversation(random, kinds[number % kinds.length] as Kind));
  const ours: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++) for (const facts of asked) sink.seen = messaging.decide(facts, timeless);
    },
  };
  const baseline: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++) for (const facts of asked) sink.seen = decideByHand(facts, policy);
    },
  };
  return compare({ ours, baseline, ...MANY });
}

function classificationPair(): Promise<Measured> {
  const asked = questions(21, (random, number) => typicalConversation(random, kinds[number % kinds.length] as Kind));
  const ours: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++)
        for (const facts of asked) sink.seen = messaging.classification(facts, timeless);
    },
  };
  const baseline: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++)
        for (const facts of asked) sink.seen = classificationByHand(facts, policy);
    },
  };
  return compare({ ours, baseline, ...MANY });
}

function closingPair(): Promise<Measured> {
  const asked = questions(22, (random, number): Closing => {
    const agent = number % 4 === 3 ? null : pick(random, agents);
    const actor = number % 5 === 4 ? pick(random, agents) : (agent ?? 'Ventas 1');
    return { solved: number % 8 !== 0, agent, actor, done: pick(random, closings) };
  });
  const ours: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++)
        for (const closing of asked) sink.seen = messaging.closing(closing, timeless);
    },
  };
  const baseline: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++) for (const closing of asked) sink.seen = closingByHand(closing, policy);
    },
  };
  return compare({ ours, baseline, ...MANY });
}

function intakePair(): Promise<Measured> {
  const asked = questions(23, (random, number) => typicalIntake(random, number, ways[number % ways.length] as Way));
  const ours: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++) for (const facts of asked) sink.seen = messaging.intake(facts, context);
    },
  };
  const baseline: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++)
        for (const facts of asked) sink.seen = intakeByHand(facts, policy, context.clock.now());
    },
  };
  return compare({ ours, baseline, ...MANY });
}

function monitoringPair(): Promise<Measured> {
  const answers = ['right', 'wrong', 'unjudged'] as const;
  const asked = questions(24, (random, number): Judgement => {
    return {
      answers: answers[number % 3] as (typeof answers)[number],
      isLost: number % 2 === 1,
      agent: pick(random, agents),
    };
  });
  const ours: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++)
        for (const judged of asked) sink.seen = messaging.monitoring(judged, timeless);
    },
  };
  const baseline: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++) for (const judged of asked) sink.seen = monitoringByHand(judged, policy);
    },
  };
  return compare({ ours, baseline, ...MANY });
}

function departmentPair(): Promise<Measured> {
  const asked = questions(25, (random) => pick(random, topics));
  const owners = ownersByHand(policy);
  const ours: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++)
        for (const topic of asked) sink.seen = messaging.department(topic, timeless);
    },
  };
  const baseline: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++) for (const topic of asked) sink.seen = departmentByHand(topic, owners);
    },
  };
  return compare({ ours, baseline, ...MANY });
}

function hookingPair(): Promise<Measured> {
  const asked = questions(26, (random) => {
    return { source: pick(random, ['chat', 'comment'] as const), botAnswered: chance(random, 0.5) };
  });
  const ours: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++)
        for (const hooked of asked) sink.seen = messaging.hooking(hooked, timeless);
    },
  };
  const baseline: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++) for (const hooked of asked) sink.seen = hookingByHand(hooked, policy);
    },
  };
  return compare({ ours, baseline, ...MANY });
}

function supportPair(): Promise<Measured> {
  const asked = questions(27, (random): SupportCase => {
    return {
      case: pick(random, [1, 2, 3] as const),
      isSolved: chance(random, 0.5),
      department: pick(random, ['Académico', 'CCA', null]),
      agent: pick(random, ['Ventas 1', 'Ventas 2', null]),
    };
  });
  const ours: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++) for (const one of asked) sink.seen = messaging.support(one);
    },
  };
  const baseline: Side = {
    calls: CALLS,
    batch() {
      for (let time = 0; time < TIMES; time++) for (const one of asked) sink.seen = supportByHand(one);
    },
  };
  return compare({ ours, baseline, ...MANY });
}

export async function messagingPairs(): Promise<MessagingPairs> {
  return {
    decide: await decidePair(),
    classification: await classificationPair(),
    closing: await closingPair(),
    intake: await intakePair(),
    monitoring: await monitoringPair(),
    department: await departmentPair(),
    hooking: await hookingPair(),
    support: await supportPair(),
  };
}

export const SWEPT = 1_000_000;

/** Gives the share in which something is due, too. One call is one sweep over all conversations. */
export async function agendaPair(): Promise<{ readonly measured: Measured; readonly share: number }> {
  const random = mulberry32(28);
  const chats = Array.from({ length: SWEPT }, (_, number) => typicalChat(random, number));
  const ours: Side = {
    calls: 1,
    batch() {
      sink.seen = messaging.agenda(chats, sweep);
    },
  };
  const baseline: Side = {
    calls: 1,
    batch() {
      sink.seen = agendaByHand(chats, policy, sweep);
    },
  };
  const share = messaging.agenda(chats, sweep).due.length / SWEPT;
  const measured = await compare({ ours, baseline, rounds: 9, warmUps: 1, batches: 1, collecting: true });
  sink.seen = null;
  return { measured, share };
}
