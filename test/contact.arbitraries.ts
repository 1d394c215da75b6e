import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Instant } from '../src/kernel/clock.js';
import * as contact from 'pauta/contact';

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const MOVE = 'move-1';

/** Where a move is, and on which date. */
export interface Place {
  readonly zone: string;
  readonly moveDate: string;
}

/** Around days of 23, of 25 and of 24 hours and a half, days without a midnight, and days on which nothing happens. */
export const anyPlace: fc.Arbitrary<Place> = fc
  .constantFrom<readonly [zone: string, ...dates: string[]]>(
    ['America/Santiago', '2024-04-07', '2024-04-08', '2024-09-08', '2024-09-09', '2024-09-10', '2024-05-15'],
    ['America/Punta_Arenas', '2024-05-15'],
    ['America/Havana', '2024-03-11', '2024-11-04'],
    ['Atlantic/Azores', '2024-04-01', '2024-10-28'],
    ['Pacific/Auckland', '2024-04-08', '2024-09-30'],
    ['Australia/Lord_Howe', '2024-04-08', '2024-10-07'],
  )
  .chain(([zone, ...dates]) => fc.record({ zone: fc.constant(zone), moveDate: fc.constantFrom(...dates) }));

/** The first instant of the day that is so many days before the move. Of two midnights luxon takes the second. */
export function dayBefore({ zone, moveDate }: Place, days: number): Instant {
  const midnight = DateTime.fromISO(moveDate, { zone }).minus({ days }).startOf('day');
  const before = DateTime.fromMillis(midnight.toMillis() - HOUR, { zone });
  return Math.min(midnight.toMillis(), before.day === midnight.day ? before.toMillis() : Infinity);
}

/** On the thresholds of the last days, one millisecond beside them, and anywhere between. */
export function instantNear(place: Place, from = -7, to = 2): fc.Arbitrary<Instant> {
  const hours = fc.constantFrom(0, 0, 0, 5, 19, 20, 24);
  return fc.oneof(
    fc
      .tuple(fc.integer({ min: from, max: to }), hours, fc.constantFrom(-1, 0, 1))
      .map(([day, hour, beside]) => dayBefore(place, -day) + hour * HOUR + beside),
    fc.integer({ min: from * DAY, max: to * DAY }).map((offset) => dayBefore(place, 0) + offset),
  );
}

/** Any policy that a business may choose. */
export const anyPolicy: fc.Arbitrary<contact.Policy> = fc
  .record({
    zone: fc.constantFrom('America/Santiago', 'America/Bogota'),
    shortWait: fc.constantFrom({ hours: 5 }, { hours: 5 }, { hours: 0 }, { hours: 40 }),
    longWait: fc.constantFrom({ hours: 24 }, { hours: 24 }, { minutes: 1 }, { hours: 90 }),
    exactlyThreeDays: fc.constantFrom('short', 'long'),
    today: fc.constantFrom('as-tomorrow', 'not-covered'),
    tomorrowOverride: fc.boolean(),
    mcAddress: fc.constantFrom('mc@example.com', null),
  } as const)
  .map((choices) => contact.policy(choices));

const mover = fc.constantFrom('a', 'b');
const seldom = { nil: null, freq: 2 } as const;
const stance = fc.constantFrom<contact.Stance>('accepts', 'rejects', 'flexible', 'not-flexible');

/** A date near that of the move, or on it. */
export function dateNear({ moveDate }: Place): fc.Arbitrary<string> {
  return fc
    .integer({ min: -6, max: 6 })
    .map((days) => DateTime.fromISO(moveDate, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd'));
}

function offerNear(place: Place): fc.Arbitrary<contact.Offered> {
  return fc.oneof(
    fc.record({ alternative: fc.constant(1 as const), mp: mover, date: dateNear(place) }),
    fc.constant({ alternative: 2 as const }),
  );
}

export function callsNear(place: Place, answered = fc.constantFrom(false, false, true)): fc.Arbitrary<contact.Call[]> {
  return fc.array(fc.record({ at: instantNear(place), answered }), { maxLength: 3 });
}

/** Any facts that a table of columns may hold, dated ahead of the clock as well. */
export function factsNear(place: Place): fc.Arbitrary<contact.Facts> {
  const at = instantNear(place);
  const atOrNull = fc.option(at, { nil: null });
  const date = dateNear(place);
  const dates = fc.option(
    date.map((one): contact.NewDates => ({ date: one })),
    { nil: null },
  );
  return fc.record(
    {
      moveDate: fc.constant(place.moveDate),
      zone: fc.constant(place.zone),
      since: fc.option(at, { nil: null, freq: 2 }),
      helpMailsAt: fc.array(at, { maxLength: 3 }),
      otherMailsAt: fc.array(at, { maxLength: 1 }),
      calls: callsNear(place),
      clientRepliesAt: fc.array(at, { maxLength: 1 }),
      mailBouncedAt: fc.option(at, seldom),
      availability: fc.option(fc.array(fc.record({ mp: mover, date }), { maxLength: 3 }), { nil: null }),
      offered: fc.option(offerNear(place), { nil: null }),
      course: fc.constantFrom(
        ...(['asking', 'asking', 'asking', 'asking', 'asking', 'asking', 'date-accepted', 'await-dates'] as const),
        ...(['new-search', 'mp-found', 'refund-offered', 'refunding', 'assigned', 'refunded', 'cancelled'] as const),
      ),
      answer: fc.option(fc.record({ stance, refund: fc.boolean(), dates, at }), seldom),
      chatNoteAt: atOrNull,
      dateChangedAt: atOrNull,
      ackSentAt: atOrNull,
      systemUpdatedAt: atOrNull,
      broadcastAt: atOrNull,
      foundMp: fc.option(mover, { nil: null }),
      newsSentAt: atOrNull,
      mpAssignedAt: atOrNull,
      refundMailAt: atOrNull,
    },
    { requiredKeys: ['moveDate', 'zone'] },
  );
}

/** Any facts of a client who has not been heard of: mails and calls in vain. */
export function silentNear(place: Place): fc.Arbitrary<contact.Facts> {
  return fc.record({
    moveDate: fc.constant(place.moveDate),
    zone: fc.constant(place.zone),
    helpMailsAt: fc.array(instantNear(place), { maxLength: 3 }),
    calls: callsNear(place, fc.constant(false)),
  });
}

export interface Scene {
  readonly place: Place;
  readonly facts: contact.Facts;
  readonly now: Instant;
}

/** Any facts, somewhere, at some instant around the last days before the move. */
export function sceneOf(facts: (place: Place) => fc.Arbitrary<contact.Facts>): fc.Arbitrary<Scene> {
  return anyPlace.chain((place) =>
    fc.record({ place: fc.constant(place), facts: facts(place), now: instantNear(place) }),
  );
}

/** What an event is made of, before it is known at which stage it falls. */
export interface Draw {
  /** `null`: something that the stage is waiting for. */
  readonly type: contact.Event['type'] | null;
  readonly choice: number;
  readonly mp: string;
  /** Milliseconds after the event before it; negative: it arrives late. */
  readonly after: number;
  readonly stance: contact.Stance;
  readonly refund: boolean;
  /** Days from the first date of the move; `null`: no date is given. */
  readonly days: number | null;
}

export const anyDraw: fc.Arbitrary<Draw> = fc.record({
  type: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...contact.flow.events) },
  ),
  choice: fc.nat({ max: 11 }),
  mp: mover,
  after: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(0, 1, 20 * MINUTE, HOUR, 5 * HOUR, DAY) },
    { weight: 1, arbitrary: fc.constantFrom(-1, -30 * MINUTE, -3 * HOUR, -DAY) },
  ),
  stance,
  refund: fc.constantFrom(false, false, true),
  days: fc.option(fc.integer({ min: -2, max: 6 }), { nil: null, freq: 2 }),
});

/** What may well come next at a stage. */
const likely: Readonly<Record<contact.Stage, readonly contact.Event['type'][]>> = {
  DUE: ['mail-sent', 'mail-sent', 'call-unanswered', 'call-answered', 'client-reply'],
  CALLED_UNANSWERED: ['mail-sent', 'mail-sent', 'call-unanswered', 'call-answered', 'client-reply'],
  MAIL_SENT: ['client-reply', 'client-reply', 'call-unanswered', 'call-answered', 'mail-sent', 'mail-bounced'],
  DIALOGUE: ['client-answered', 'client-answered', 'client-answered', 'record-mail-sent', 'client-reply', 'mail-sent'],
  DATE_ACCEPTED: ['chat-note-written', 'chat-note-written', 'date-changed', 'date-changed', 'mp-assigned'],
  AWAIT_DATES: ['ack-sent', 'client-reply', 'client-answered'],
  RE_SEARCH: [
    ...([
      'ack-sent',
      'system-updated',
      'system-updated',
      'broadcast-restarted',
      'mp-found',
      'found-mail-sent',
    ] as const),
    ...(['mp-assigned', 'mp-not-found'] as const),
  ],
  REFUND_OFFERED: ['not-found-mail-sent', 'client-answered', 'client-answered', 'mp-found'],
  REFUNDING: ['refund-mail-sent', 'refund-mail-sent', 'reverso-applied', 'client-answered'],
  ASSIGNED: ['client-reply', 'call-answered', 'record-mail-sent', 'mp-assigned'],
  REFUNDED: ['client-reply', 'call-answered', 'record-mail-sent', 'reverso-applied'],
  CANCELLED: ['client-reply', 'call-answered', 'record-mail-sent', 'cancel'],
};

/** The event that a draw makes of a contact as it stands. */
export function eventOf(
  { stage, facts }: contact.Contact,
  draw: Draw,
  place: Place,
  id: string,
  at: Instant,
): contact.Event {
  const { choice, mp, days } = draw;
  const next = likely[stage];
  // Most moves go on.
  const ends = draw.type === 'cancel' || draw.type === 'assigned-elsewhere' || draw.type === 'move-date-changed';
  const drawn = ends && choice > 2 ? null : draw.type;
  const type = drawn ?? (next[choice % next.length] as contact.Event['type']);
  const base = { id, at, move: MOVE } as const;
  const date = DateTime.fromISO(place.moveDate, { zone: 'utc' })
    .plus({ days: days ?? 3 })
    .toFormat('yyyy-MM-dd');
  switch (type) {
    case 'mail-sent':
      if (choice % 3 === 0) return { ...base, type };
      return { ...base, type, offered: choice % 3 === 1 ? { alternative: 1, mp, date } : { alternative: 2 } };
    case 'client-answered': {
      // Most answer what they were asked.
      const other = {
        accepts: 'flexible',
        rejects: 'not-flexible',
        flexible: 'accepts',
        'not-flexible': 'rejects',
      } as const;
      const isOfOffer = (draw.stance === 'accepts' || draw.stance === 'rejects') === (facts.offered?.alternative === 1);
      const stance = isOfOffer || choice < 3 ? draw.stance : other[draw.stance];
      return { ...base, type, stance, refund: draw.refund, dates: days === null ? null : { date } };
    }
    case 'mp-assigned':
      return { ...base, type, mp: choice < 8 && facts.offered?.alternative === 1 ? facts.offered.mp : mp };
    case 'mp-found':
    case 'assigned-elsewhere':
      return { ...base, type, mp };
    case 'mp-available':
      return { ...base, type, mp, date };
    case 'move-date-changed':
      return { ...base, type, date };
    default:
      return { ...base, type };
  }
}

export function start({ zone, moveDate }: Place): contact.Contact {
  return contact.start({ move: MOVE, moveDate, zone });
}

export interface History {
  readonly place: Place;
  readonly policy: contact.Policy;
  readonly events: readonly contact.Event[];
  /** The latest instant of the events. */
  readonly end: Instant;
}

/** When a history begins: so many hours before the move. */
const beginning = fc.constantFrom(160, 100, 73, 60, 49, 45, 30, 20, 3);

/** Any history of a contact, long enough to come to every stage. */
export const anyHistory: fc.Arbitrary<History> = fc
  .tuple(anyPlace, anyPolicy, beginning, fc.array(anyDraw, { minLength: 1, maxLength: 24, size: 'max' }))
  .map(([place, policy, hours, draws]) => {
    let state = start(place);
    let latest = dayBefore(place, 0) - hours * HOUR;
    const events = draws.map((draw, index) => {
      const event = eventOf(state, draw, place, `${index}`, latest + draw.after);
      state = contact.record(state, event, { policy }).state;
      latest = Math.max(latest, event.at);
      return event;
    });
    return { place, policy, events, end: latest };
  });

/** A step of a history: what was before, the event, and what became of it. */
export interface Play {
  readonly before: contact.Contact;
  readonly event: contact.Event;
  readonly recorded: contact.ContactRecorded;
}

/** Every step of a history. */
export function playsOf({ place, policy, events }: Pick<History, 'place' | 'policy' | 'events'>): readonly Play[] {
  let before = start(place);
  return events.map((event) => {
    const recorded = contact.record(before, event, { policy });
    const play = { before, event, recorded };
    before = recorded.state;
    return play;
  });
}

export function run(events: readonly contact.Event[], from: contact.Contact, policy?: contact.Policy): contact.Contact {
  return events.reduce((state, event) => contact.record(state, event, policy && { policy }).state, from);
}

const outreach = [
  ...(['mail-sent', 'record-mail-sent', 'mail-bounced'] as const),
  ...(['call-answered', 'call-unanswered', 'client-reply'] as const),
] as const;

/** Mails, calls and replies, each at an instant of its own, in the order in which they happened. */
export function outreachNear(place: Place): fc.Arbitrary<readonly contact.Event[]> {
  return fc
    .uniqueArray(fc.tuple(instantNear(place), fc.constantFrom(...outreach), offerNear(place)), {
      selector: ([at]) => at,
      maxLength: 6,
    })
    .map((drawn) =>
      drawn
        .toSorted(([a], [b]) => a - b)
        .map(([at, type, offered], index): contact.Event => {
          const base = { id: `${index}`, at, move: MOVE };
          return type === 'mail-sent' ? { ...base, type, offered } : { ...base, type };
        }),
    );
}

/** An outcome in a word: its action, or the gap, or why it is over. */
export function wordOf(outcome: contact.Outcome): string {
  if (outcome.action === 'not-covered') return outcome.gap;
  return outcome.action === 'none' ? outcome.reason : outcome.action;
}

const asked = ['send-help-mail', 'send-call-record-mail', 'move-date-passed', 'move-is-today'];
const heard = ['send-call-record-mail', 'handle-reply'];

/** What may be due at each stage. */
export const dueAt: Readonly<Record<contact.Stage, readonly string[]>> = {
  DUE: ['call-now', ...asked],
  CALLED_UNANSWERED: asked,
  MAIL_SENT: [
    ...['wait', 'call-now', 'await-reply', 'unanswered-call-after-mail', 'mail-not-delivered'],
    ...['move-date-passed', 'move-is-today'],
  ],
  DIALOGUE: [...heard, 'rejects-without-refund', 'not-flexible-without-refund', 'contradictory'],
  DATE_ACCEPTED: [...heard, 'write-chat-note', 'change-date', 'assign-available-mp'],
  AWAIT_DATES: [...heard, 'send-search-ack', 'await-dates'],
  RE_SEARCH: [
    ...heard,
    ...['send-search-ack', 'update-dates', 'restart-broadcast', 'await-search'],
    ...['send-found-mail', 'assign-mp'],
  ],
  REFUND_OFFERED: [...heard, 'send-not-found-mail', 'await-answer'],
  REFUNDING: [...heard, 'send-refund-template', 'apply-reverso'],
  ASSIGNED: ['send-call-record-mail', 'assigned'],
  REFUNDED: ['send-call-record-mail', 'refunded'],
  CANCELLED: ['send-call-record-mail', 'cancelled'],
};
