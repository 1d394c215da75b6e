import fc from 'fast-check';
import type { CivilDate } from '../../kernel/calendar.js';
import type { Instant } from '../../kernel/clock.js';
import * as ladder from '../../ladder/index.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The move that every search drawn here is for. */
export const move = 'move-1';

/** When every search drawn here begins, in its first round. */
export const searchingSince: Instant = Date.parse('2024-05-13T10:00:00-04:00');

/** Whether the service is between regions. */
export const category: fc.Arbitrary<ladder.Facts['category']> = fc.constantFrom('inter', 'local');

/** A mover, by id: of three. */
export const mp: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c');

/** Why a mover says no; `null`: nobody knows yet. */
export const reason: fc.Arbitrary<ladder.RefusalReason | null> = fc.constantFrom('date', 'price', 'other', null);

/** A date near the search: of three. */
export const date: fc.Arbitrary<CivilDate> = fc.constantFrom('2024-05-13', '2024-05-14', '2024-05-18');

/** Milliseconds from the beginning of the search: on the thresholds, beside them, and anywhere from -2 to 8 hours. */
export const offset: fc.Arbitrary<number> = fc.oneof(
  fc
    .tuple(fc.integer({ min: -4, max: 16 }), fc.constantFrom(-1, 0, 1))
    .map(([halves, beside]) => halves * 30 * MINUTE + beside),
  fc.integer({ min: -2 * HOUR, max: 8 * HOUR }),
);

/** An instant around the first hours of the search, often on a threshold or one millisecond beside it. */
export const instant: fc.Arbitrary<Instant> = offset.map((after) => searchingSince + after);

const instantOrNull = fc.option(instant, { nil: null });
const seldom = fc.tuple(fc.nat({ max: 5 }), instant).map(([die, at]) => (die === 0 ? at : null));

/** A mover's yes or no. */
export const reply: fc.Arbitrary<ladder.Reply> = fc.oneof(
  fc.record({ mp, at: instant, answer: fc.constant('yes' as const) }),
  fc.record({
    mp,
    at: instant,
    answer: fc.constant('no' as const),
    reason,
    availability: fc.option(date, { nil: null }),
  }),
);

/** Up to eight answers of movers, in any order, some of one instant. */
export const replies: fc.Arbitrary<ladder.Reply[]> = fc.array(reply, { maxLength: 8 });

const window: fc.Arbitrary<NonNullable<ladder.Facts['impossibilityWindow']> | null> = fc.oneof(
  fc.constantFrom(true, false, null),
  fc
    .record({ from: instantOrNull, until: instantOrNull })
    .map(({ from, until }) => ({ from, until: until === null || from === null || until > from ? until : from + HOUR })),
  fc.record({ from: instantOrNull }),
);

const confirmation: fc.Arbitrary<ladder.Confirmation> = fc
  .tuple(mp, instant, fc.option(fc.nat({ max: 3 * HOUR }), { nil: null, freq: 2 }))
  .map(([who, since, after]) => ({ mp: who, since, until: after === null ? null : since + after }));

/** Up to two pauses, of which the second may last still. */
const pauses: fc.Arbitrary<readonly ladder.Pause[]> = fc
  .tuple(fc.array(instant, { maxLength: 4 }), fc.boolean())
  .map(([instants, isOver]) => {
    const sorted = instants.toSorted((one, other) => one - other);
    const ends = isOver ? sorted.slice(0, sorted.length - (sorted.length % 2)) : sorted;
    return ends.flatMap((since, index) => (index % 2 === 0 ? [{ since, until: ends[index + 1] ?? null }] : []));
  });

const offer: fc.Arbitrary<ladder.Offer> = fc.record({
  mp,
  at: instant,
  check: fc.option(fc.record({ at: instant, winner: fc.option(mp, { nil: null }), chat: fc.boolean() }), { nil: null }),
});

/** Any facts but the date of the move and its zone. */
export const undatedFacts: fc.Arbitrary<ladder.Facts> = fc.record(
  {
    searchingSince: instant,
    category,
    begins: fc.constantFrom('search', 'search', 'resend', 'lists'),
    resentAt: instantOrNull,
    listsSentAt: instantOrNull,
    listsExhaustedAt: instantOrNull,
    interExhaustedAt: instantOrNull,
    impossibilityWindow: window,
    confirmations: fc
      .array(confirmation, { maxLength: 3 })
      .map((some) => some.toSorted((one, other) => one.since - other.since)),
    offer: fc.option(offer, { nil: null, freq: 2 }),
    agreed: fc.option(fc.record({ mp, date, at: instant }), { nil: null, freq: 2 }),
    contactedBefore: fc.boolean(),
    clientContactedAt: seldom,
    assignedTo: fc.option(mp, { nil: null }),
    assignedAt: seldom,
    cancelledAt: seldom,
    refundedAt: seldom,
    replies,
    priceReportedAt: instantOrNull,
    availability: fc.array(fc.record({ mp, date }), { maxLength: 2 }),
    pauses: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: pauses }),
  },
  { requiredKeys: ['searchingSince', 'category'] },
);

/**
 * Any facts that a table of columns may hold: left out, contradicting each other, and dated ahead of the clock as well.
 * Only the confirmations are by instant, as the type wants them.
 */
export const facts: fc.Arbitrary<ladder.Facts> = fc
  .tuple(undatedFacts, fc.option(date, { nil: null }), fc.constantFrom('America/Santiago', 'Pacific/Easter'))
  .map(([undated, moveDate, zone]) => ({ ...undated, moveDate, zone }));

/** Facts of which every other set has nobody left to ask, but perhaps at a later instant. */
export const nearTheClient: fc.Arbitrary<ladder.Facts> = fc
  .tuple(undatedFacts, fc.boolean(), instant, instant)
  .map(([known, isNear, listsExhaustedAt, interExhaustedAt]) => {
    const nobody = { confirmations: [], offer: null, agreed: null, clientContactedAt: null };
    return isNear ? { ...known, ...nobody, begins: 'search', listsExhaustedAt, interExhaustedAt } : known;
  });

/** Any policy that a business may choose. */
export const policy: fc.Arbitrary<ladder.Policy> = fc
  .record({
    searchThreshold: fc.constantFrom({ hours: 2 }, { hours: 0 }, { minutes: 90 }),
    resendWait: fc.constantFrom({ hours: 1 }, { hours: 0 }, { minutes: 45 }),
    several: fc.integer({ min: 1, max: 3 }),
    segmentBy: fc.constantFrom('volume', 'region', 'either'),
    matchMode: fc.constantFrom('either-end', 'chain'),
    researchRestart: fc.constantFrom('resend', 'lists'),
    zone: fc.constantFrom('America/Santiago', 'America/Caracas'),
  } as const)
  .map((choices) => ladder.policy(choices));
