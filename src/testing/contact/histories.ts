import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import * as contact from '../../contact/index.js';
import { mp, offerNear, policy, stance } from './facts.js';
import { dateAfter, dayBefore, instantNear, place, type Place } from './place.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The move that every contact drawn here is about. */
export const move = 'move-1';

/** What an event is made of, before it is known at which stage it falls. */
export interface Draw {
  /** `null`: something that the stage is waiting for. */
  readonly type: contact.Event['type'] | null;
  /** 0 to 11: which of what may come next, with what in it. */
  readonly choice: number;
  readonly mp: string;
  /** Milliseconds after the event before it; negative: it arrives late. */
  readonly after: number;
  readonly stance: contact.Stance;
  readonly refund: boolean;
  /** Days from the first date of the move; `null`: no date is given. */
  readonly days: number | null;
}

/** What an event is made of: five of six are what the stage is waiting for, one is any. */
export const draw: fc.Arbitrary<Draw> = fc.record({
  type: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...contact.flow.events) },
  ),
  choice: fc.nat({ max: 11 }),
  mp,
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
    ...(['ack-sent', 'system-updated', 'system-updated', 'broadcast-restarted', 'mp-found'] as const),
    ...(['found-mail-sent', 'mp-assigned', 'mp-not-found'] as const),
  ],
  REFUND_OFFERED: ['not-found-mail-sent', 'client-answered', 'client-answered', 'mp-found'],
  REFUNDING: ['refund-mail-sent', 'refund-mail-sent', 'reverso-applied', 'client-answered'],
  ASSIGNED: ['client-reply', 'call-answered', 'record-mail-sent', 'mp-assigned'],
  REFUNDED: ['client-reply', 'call-answered', 'record-mail-sent', 'reverso-applied'],
  CANCELLED: ['client-reply', 'call-answered', 'record-mail-sent', 'cancel'],
};

function typeOf(stage: contact.Stage, { type, choice }: Draw): contact.Event['type'] {
  const next = likely[stage];
  // Most moves go on.
  const ends = type === 'cancel' || type === 'assigned-elsewhere' || type === 'move-date-changed';
  const kept = ends && choice > 2 ? null : type;
  return kept ?? (next[choice % next.length] as contact.Event['type']);
}

const opposite: Readonly<Record<contact.Stance, contact.Stance>> = {
  accepts: 'flexible',
  rejects: 'not-flexible',
  flexible: 'accepts',
  'not-flexible': 'rejects',
};

/** Most clients answer what they were asked. */
function stanceOf({ offered }: contact.Facts, { stance: drawn, choice }: Draw): contact.Stance {
  const isOfOffer = (drawn === 'accepts' || drawn === 'rejects') === (offered?.alternative === 1);
  return isOfOffer || choice < 3 ? drawn : opposite[drawn];
}

/**
 * The event that a draw makes of a contact as it stands: for tests that play a history step by step. Dates are counted
 * from that of `where`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { contact } from 'pauta';
 * import { arbitraries } from 'pauta/testing';
 *
 * const { dayBefore, draw, eventOf, move, place } = arbitraries.contact;
 * fc.assert(
 *   fc.property(place, fc.array(draw), (where, draws) => {
 *     let state = contact.start({ move, ...where });
 *     let now = dayBefore(where, 3);
 *     draws.forEach((drawn, index) => {
 *       now += Math.max(0, drawn.after);
 *       state = contact.record(state, eventOf(state, drawn, where, `${index}`, now)).state;
 *     });
 *   }),
 * );
 * ```
 */
export function eventOf(
  { move: of, stage, facts }: contact.Contact,
  drawn: Draw,
  where: Place,
  id: string,
  at: Instant,
): contact.Event {
  const { choice, mp: who, days } = drawn;
  const type = typeOf(stage, drawn);
  const base = { id, at, move: of } as const;
  const date = dateAfter(where.moveDate, days ?? 3);
  switch (type) {
    case 'mail-sent':
      if (choice % 3 === 0) return { ...base, type };
      return { ...base, type, offered: choice % 3 === 1 ? { alternative: 1, mp: who, date } : { alternative: 2 } };
    case 'client-answered': {
      const dates = days === null ? null : { date };
      return { ...base, type, stance: stanceOf(facts, drawn), refund: drawn.refund, dates };
    }
    case 'mp-assigned':
      return { ...base, type, mp: choice < 8 && facts.offered?.alternative === 1 ? facts.offered.mp : who };
    case 'mp-found':
    case 'assigned-elsewhere':
      return { ...base, type, mp: who };
    case 'mp-available':
      return { ...base, type, mp: who, date };
    case 'move-date-changed':
      return { ...base, type, date };
    default:
      return { ...base, type };
  }
}

/** What the history of a contact consists of. */
export interface History {
  /** What `start` takes. */
  readonly beginning: Place & { readonly move: string };
  /** Under which its events are recorded. */
  readonly policy: contact.Policy;
  readonly events: readonly contact.Event[];
  /** The latest instant of the beginning and the events. */
  readonly end: Instant;
}

/** When a history begins: so many hours before the day of the move. */
const hoursBefore = fc.constantFrom(160, 100, 73, 60, 49, 45, 30, 20, 3);

/** Any history of a contact, long enough to come to every stage; some of its events arrive late, or are refused. */
export const history: fc.Arbitrary<History> = fc
  .tuple(place, policy, hoursBefore, fc.array(draw, { minLength: 1, maxLength: 24, size: 'max' }))
  .map(([where, chosen, hours, draws]) => {
    const beginning = { move, ...where };
    let state = contact.start(beginning);
    let end = dayBefore(where, 0) - hours * HOUR;
    const played = draws.map((drawn, index) => {
      const told = eventOf(state, drawn, where, `${index}`, end + drawn.after);
      state = contact.record(state, told, { policy: chosen }).state;
      end = Math.max(end, told.at);
      return told;
    });
    return { beginning, policy: chosen, events: played, end };
  });

/** The events of a history, in the order in which they are delivered. */
export const events: fc.Arbitrary<readonly contact.Event[]> = history.map((drawn) => drawn.events);

function stateOf({ beginning, policy: chosen, events: played }: History): contact.Contact {
  const context = { policy: chosen };
  return played.reduce((state, told) => contact.record(state, told, context).state, contact.start(beginning));
}

/** A stored contact, at any stage: what some history has led to. */
export const state: fc.Arbitrary<contact.Contact> = history.map(stateOf);

/** Any event of the move, at any instant around its last days, whether or not a contact is ready for it. */
export const event: fc.Arbitrary<contact.Event> = fc
  .tuple(history, draw)
  .chain(([drawn, next]) =>
    instantNear(drawn.beginning).map((at) => eventOf(stateOf(drawn), next, drawn.beginning, 'event', at)),
  );

const outreach = [
  ...(['mail-sent', 'record-mail-sent', 'mail-bounced'] as const),
  ...(['call-answered', 'call-unanswered', 'client-reply'] as const),
] as const;

/** Mails, calls and replies, each at an instant of its own, in the order in which they happened. */
export function outreachNear(where: Place): fc.Arbitrary<readonly contact.Event[]> {
  return fc
    .uniqueArray(fc.tuple(instantNear(where), fc.constantFrom(...outreach), offerNear(where)), {
      selector: ([at]) => at,
      maxLength: 6,
    })
    .map((drawn) =>
      drawn
        .toSorted(([a], [b]) => a - b)
        .map(([at, type, offered], index): contact.Event => {
          const base = { id: `${index}`, at, move };
          return type === 'mail-sent' ? { ...base, type, offered } : { ...base, type };
        }),
    );
}
