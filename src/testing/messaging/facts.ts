import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import type * as messaging from '../../messaging/index.js';
import { AGENTS, CLOSING_STEPS, CONTACT, HOUR, SECTIONS, T } from './scene.js';

/** On an end and an hour after it, one millisecond beside them, and anywhere between. */
export const instant: fc.Arbitrary<Instant> = fc.oneof(
  fc
    .tuple(fc.constantFrom(0, 0, 1, 2), fc.constantFrom(-1, 0, 0, 1))
    .map(([hours, beside]) => T + hours * HOUR + beside),
  fc.integer({ min: T - HOUR, max: T + 3 * HOUR }),
);

const instantOrNull = fc.option(instant, { nil: null });
const seldom = fc.option(instant, { nil: null, freq: 2 });

/** A message of the client, one of four. */
export const message: fc.Arbitrary<messaging.Message> = fc.record({
  id: fc.constantFrom('m1', 'm2', 'm3', 'm4'),
  at: instant,
});

/** How far messages go, one or more at the last instant. */
const reach: fc.Arbitrary<messaging.Reach> = fc.record({
  at: instant,
  ids: fc.subarray(['m1', 'm2', 'm3', 'm4'], { minLength: 1 }),
});

/** Any facts of a conversation that columns may hold, those that no conversation comes to as well. */
export const facts: fc.Arbitrary<messaging.Facts> = fc.record(
  {
    section: fc.constantFrom(...SECTIONS, null),
    agent: fc.constantFrom(...AGENTS, ...AGENTS, '  ', null),
    department: fc.constantFrom('Académico', ' ', null),
    tags: fc.array(fc.constantFrom('curso', 'pedido', '', ' '), { maxLength: 2 }),
    course: fc.constantFrom('open', 'support', 'investigating', 'solved', 'closed-out' as const),
    heldBy: fc.constantFrom(...AGENTS, null, null, null),
    botAnsweredAt: instantOrNull,
    botSilentAt: instantOrNull,
    hookedAt: instantOrNull,
    commentedAt: instantOrNull,
    openComments: fc.uniqueArray(fc.constantFrom('c1', 'c2'), { maxLength: 2 }),
    calledAt: instantOrNull,
    locatedAt: instantOrNull,
    caseTextSentAt: instantOrNull,
    solvedAt: instantOrNull,
    closing: fc.oneof(
      fc.array(fc.constantFrom(...CLOSING_STEPS), { maxLength: 4 }),
      fc.constantFrom(0, 1, 2, 3).map((count) => CLOSING_STEPS.slice(0, count)),
    ),
    closedOutAt: instantOrNull,
    lastMessage: fc.option(reach, { nil: null }),
    botSeen: fc.option(reach, { nil: null }),
    handedOffAt: instantOrNull,
  },
  { requiredKeys: [] },
);

/** Any facts of a contact’s way into the CRM, those dated ahead of the clock or against each other as well. */
export const intakeFacts: fc.Arbitrary<messaging.IntakeFacts> = fc.record(
  {
    contact: fc.constantFrom(CONTACT, 'contact-2'),
    hasWelcomeEvents: fc.constantFrom(true, true, false),
    endedAt: fc.option(instant, { nil: null, freq: 9 }),
    wroteAgainAt: instantOrNull,
    taggedByHandAt: seldom,
    isKnown: fc.boolean(),
    uploadFlag: fc.constantFrom('si', ' SÍ ', 'no', '', null, null),
    failedAt: seldom,
    taggedAt: seldom,
    askedAt: seldom,
    answeredAt: seldom,
    surveySentAt: instantOrNull,
    surveyAnsweredAt: instantOrNull,
    loadedAt: seldom,
  },
  { requiredKeys: ['contact'] },
);

/** What is found when a conversation of the bot is read. */
export const judgement: fc.Arbitrary<messaging.Judgement> = fc.record(
  {
    answers: fc.constantFrom('right', 'wrong', 'unjudged' as const),
    isLost: fc.boolean(),
    agent: fc.constantFrom(...AGENTS, null),
  },
  { requiredKeys: ['answers', 'isLost'] },
);
