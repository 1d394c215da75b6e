import fc from 'fast-check';
import type { Instant } from '../src/kernel/clock.js';
import * as ladder from 'pauta/ladder';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** When every search of these tests begins. */
export const T: Instant = Date.parse('2024-05-13T10:00:00-04:00');
export const MOVE = 'move-1';

export const mp = fc.constantFrom<string>('a', 'b', 'c');
const category = fc.constantFrom('inter', 'local');
const reason = fc.constantFrom<ladder.RefusalReason | null>('date', 'price', 'other', null);
const civilDate = fc.constantFrom('2024-05-13', '2024-05-14', '2024-05-18');

/** On the thresholds, one millisecond beside them, and anywhere between. */
export const offset: fc.Arbitrary<number> = fc.oneof(
  fc
    .tuple(fc.integer({ min: -4, max: 16 }), fc.constantFrom(-1, 0, 1))
    .map(([halves, beside]) => halves * 30 * MINUTE + beside),
  fc.integer({ min: -2 * HOUR, max: 8 * HOUR }),
);
export const anyInstant: fc.Arbitrary<Instant> = offset.map((after) => T + after);
const anyInstantOrNull = fc.option(anyInstant, { nil: null });
const seldom = fc.tuple(fc.nat({ max: 5 }), anyInstant).map(([die, at]) => (die === 0 ? at : null));

const anyReply: fc.Arbitrary<ladder.Reply> = fc.oneof(
  fc.record({ mp, at: anyInstant, answer: fc.constant('yes' as const) }),
  fc.record({
    mp,
    at: anyInstant,
    answer: fc.constant('no' as const),
    reason,
    availability: fc.option(civilDate, { nil: null }),
  }),
);
export const anyReplies = fc.array(anyReply, { maxLength: 8 });

const window: fc.Arbitrary<NonNullable<ladder.Facts['impossibilityWindow']> | null> = fc.oneof(
  fc.constantFrom(true, false, null),
  fc
    .record({ from: anyInstantOrNull, until: anyInstantOrNull })
    .map(({ from, until }) => ({ from, until: until === null || from === null || until > from ? until : from + HOUR })),
  fc.record({ from: anyInstantOrNull }),
);

const confirmation: fc.Arbitrary<ladder.Confirmation> = fc
  .tuple(mp, anyInstant, fc.option(fc.nat({ max: 3 * HOUR }), { nil: null, freq: 2 }))
  .map(([who, since, after]) => ({ mp: who, since, until: after === null ? null : since + after }));

/** Any facts that a table of columns may hold, dated ahead of the clock as well. */
export const anyFacts: fc.Arbitrary<ladder.Facts> = fc.record(
  {
    searchingSince: anyInstant,
    category,
    begins: fc.constantFrom('search', 'search', 'resend', 'lists'),
    resentAt: anyInstantOrNull,
    listsSentAt: anyInstantOrNull,
    listsExhaustedAt: anyInstantOrNull,
    interExhaustedAt: anyInstantOrNull,
    impossibilityWindow: window,
    confirmations: fc
      .array(confirmation, { maxLength: 3 })
      .map((some) => some.toSorted((one, other) => one.since - other.since)),
    offer: fc.option(
      fc.record({
        mp,
        at: anyInstant,
        check: fc.option(fc.record({ at: anyInstant, winner: fc.option(mp, { nil: null }), chat: fc.boolean() }), {
          nil: null,
        }),
      }),
      { nil: null, freq: 2 },
    ),
    agreed: fc.option(fc.record({ mp, date: civilDate, at: anyInstant }), { nil: null, freq: 2 }),
    clientContactedAt: seldom,
    assignedTo: fc.option(mp, { nil: null }),
    assignedAt: seldom,
    cancelledAt: seldom,
    refundedAt: seldom,
    replies: anyReplies,
    priceReportedAt: anyInstantOrNull,
    availability: fc.array(fc.record({ mp, date: civilDate }), { maxLength: 2 }),
  },
  { requiredKeys: ['searchingSince', 'category'] },
);

/** Any facts, perhaps with the date and the zone of the move. */
export const datedFacts: fc.Arbitrary<ladder.Facts> = fc
  .tuple(anyFacts, fc.option(civilDate, { nil: null }), fc.constantFrom('America/Santiago', 'Pacific/Easter'))
  .map(([facts, moveDate, zone]) => ({ ...facts, moveDate, zone }));

/** Any policy that a business may choose. */
export const anyPolicy: fc.Arbitrary<ladder.Policy> = fc
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

/** What an event is made of, before it is known at which stage it falls. */
export interface Draw {
  /** `null`: something that the stage is waiting for. */
  readonly type: ladder.Event['type'] | null;
  readonly choice: number;
  readonly mp: string;
  /** Milliseconds after the event before it; negative: it arrives late. */
  readonly after: number;
  readonly ready: boolean;
  readonly reason: ladder.RefusalReason | null;
  readonly date: string | null;
}

export const anyDraw: fc.Arbitrary<Draw> = fc.record({
  type: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...ladder.flow.events) },
  ),
  choice: fc.nat({ max: 11 }),
  mp,
  after: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(0, 1, 20 * MINUTE, HOUR, 2 * HOUR + 1, 2 * HOUR + 1) },
    { weight: 1, arbitrary: fc.constantFrom(-1, -30 * MINUTE, -3 * HOUR) },
  ),
  ready: fc.constantFrom(true, true, false),
  reason,
  date: fc.option(civilDate, { nil: null }),
});

/** What may well come next at a stage. */
const likely: Readonly<Record<ladder.Stage, readonly ladder.Event['type'][]>> = {
  SEARCHING: ['resend-done'],
  RESENT: ['lists-sent', 'lists-sent', 'mp-confirmed', 'offer-sent'],
  LISTS: ['mp-confirmed', 'mp-refused', 'offer-sent', 'lists-exhausted', 'mp-withdrew', 'lists-exhausted'],
  INTER: ['inter-offered', 'inter-exhausted', 'mp-confirmed', 'offer-sent', 'inter-exhausted'],
  OFFERED: ['checked', 'checked', 'checked', 'offer-failed', 'mp-confirmed', 'mp-withdrew'],
  VERIFIED: ['mp-notified', 'mp-notified', 'mp-withdrew', 'checked', 'offer-failed'],
  ASSIGNED: ['mp-dropped', 'mp-refused', 'mp-withdrew', 'mp-confirmed'],
  EXHAUSTED: ['window-known', 'client-mail-sent', 'client-called', 'mp-confirmed'],
  CONTACT: ['dates-changed', 'date-agreed', 'offer-sent', 'mp-confirmed', 'refund-done', 'offer-sent'],
  CANCELLED: ['cancel', 'mp-confirmed'],
  REFUNDED: ['refund-done', 'mp-confirmed'],
};

/** The mover who is meant: one that has the offer or the job, or whose turn it is; or simply any. */
function meant({ facts }: ladder.Search, { mp: any, choice }: Draw): string {
  if (choice % 4 === 0) return any;
  const standing = facts.confirmations?.find(({ until }) => until === null);
  return facts.offer?.mp ?? facts.assignedTo ?? facts.agreed?.mp ?? standing?.mp ?? any;
}

/** The event that a draw makes of a search as it stands. */
export function eventOf(search: ladder.Search, draw: Draw, id: string, at: Instant): ladder.Event {
  const next = likely[search.stage];
  // Most moves are not given up.
  const drawn = draw.type === 'cancel' && draw.choice > 2 ? null : draw.type;
  const type = drawn ?? (next[draw.choice % next.length] as ladder.Event['type']);
  const base = { id, at, move: MOVE } as const;
  switch (type) {
    case 'lists-sent':
      return { ...base, type, mps: draw.ready ? [draw.mp, 'a'] : [draw.mp] };
    case 'mp-confirmed':
      return { ...base, type, mp: draw.mp };
    case 'mp-refused':
      return { ...base, type, mp: meant(search, draw), reason: draw.reason, availability: draw.date };
    case 'inter-offered':
      return { ...base, type, mp: draw.mp, fit: 'chain-back' };
    case 'offer-sent':
      return draw.choice === 7
        ? { ...base, type, mp: draw.mp, override: 'has the right lorry' }
        : { ...base, type, mp: meant(search, draw) };
    case 'mp-withdrew':
    case 'offer-failed':
    case 'mp-notified':
    case 'auto-assigned':
    case 'mp-dropped':
      return { ...base, type, mp: meant(search, draw) };
    case 'checked':
      return { ...base, type, winner: draw.ready ? meant(search, draw) : null, chat: draw.choice !== 5 };
    case 'window-known':
      return { ...base, type, window: draw.choice === 0 ? { from: at + HOUR } : draw.choice !== 1 };
    case 'date-agreed':
      return { ...base, type, mp: draw.mp, date: draw.date ?? '2024-05-18' };
    case 'dates-changed':
      return { ...base, type, date: draw.date ?? '2024-05-18' };
    default:
      return { ...base, type };
  }
}

/** Events that follow one another as they might, and among them some that do not. */
function historyOf(
  draws: readonly Draw[],
  of: ladder.Facts['category'],
  policy?: ladder.Policy,
): readonly ladder.Event[] {
  let search = start(of);
  let latest = T;
  return draws.map((draw, index) => {
    const event = eventOf(search, draw, `${index}`, latest + draw.after);
    search = ladder.record(search, event, policy && { policy }).state;
    latest = Math.max(latest, event.at);
    return event;
  });
}

export function start(of: ladder.Facts['category'] = 'inter'): ladder.Search {
  return ladder.start({ move: MOVE, searchingSince: T, category: of });
}

export interface History {
  readonly category: ladder.Facts['category'];
  readonly events: readonly ladder.Event[];
  /** The latest instant of the events. */
  readonly end: Instant;
}

/** Any history of a move, long enough to come to every stage. */
export const anyHistory: fc.Arbitrary<History> = fc
  .tuple(category, fc.array(anyDraw, { minLength: 1, maxLength: 24, size: 'max' }))
  .map(([of, draws]) => {
    const events = historyOf(draws, of);
    return { category: of, events, end: Math.max(T, ...events.map(({ at }) => at)) };
  });

/** A step of a history: what was before, the event, and what became of it. */
export interface Play {
  readonly before: ladder.Search;
  readonly event: ladder.Event;
  readonly recorded: ladder.LadderRecorded;
}

/** Every step of a history. */
export function playsOf({ category: of, events }: Pick<History, 'category' | 'events'>): readonly Play[] {
  let before = start(of);
  return events.map((event) => {
    const recorded = ladder.record(before, event);
    const play = { before, event, recorded };
    before = recorded.state;
    return play;
  });
}

export function run(events: readonly ladder.Event[], from: ladder.Search): ladder.Search {
  return events.reduce((search, event) => ladder.record(search, event).state, from);
}
