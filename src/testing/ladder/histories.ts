import fc from 'fast-check';
import type { CivilDate } from '../../kernel/calendar.js';
import type { Instant } from '../../kernel/clock.js';
import * as ladder from '../../ladder/index.js';
import { category, date, instant, move, mp, reason, searchingSince } from './facts.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What an event is made of, before it is known at which stage it falls. */
export interface Draw {
  /** `null`: something that the stage is waiting for. */
  readonly type: ladder.SearchEvent['type'] | null;
  /** 0 to 11: which of what may come next, of which mover, with what in it. */
  readonly choice: number;
  readonly mp: string;
  /** Milliseconds after the event before it; negative: it arrives late. */
  readonly after: number;
  readonly ready: boolean;
  readonly reason: ladder.RefusalReason | null;
  readonly date: CivilDate | null;
}

/** What an event is made of: five of six are what the stage is waiting for, one is any. */
export const draw: fc.Arbitrary<Draw> = fc.record({
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
  date: fc.option(date, { nil: null }),
});

/** What may well come next at a stage. */
const likely: Readonly<Record<ladder.Stage, readonly ladder.SearchEvent['type'][]>> = {
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

/**
 * The event that a draw makes of a search as it stands: for tests that play a history step by step.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { ladder } from 'pauta';
 * import { arbitraries } from 'pauta/testing';
 *
 * const { beginning, draw, eventOf } = arbitraries.ladder;
 * fc.assert(
 *   fc.property(beginning, fc.array(draw), (begun, draws) => {
 *     let search = ladder.start(begun);
 *     let now = begun.searchingSince;
 *     draws.forEach((drawn, index) => {
 *       now += Math.max(0, drawn.after);
 *       search = ladder.record(search, eventOf(search, drawn, `${index}`, now)).state;
 *     });
 *   }),
 * );
 * ```
 */
export function eventOf(search: ladder.Search, drawn: Draw, id: string, at: Instant): ladder.SearchEvent {
  const next = likely[search.stage];
  // Most moves are not given up.
  const kept = drawn.type === 'cancel' && drawn.choice > 2 ? null : drawn.type;
  const type = kept ?? (next[drawn.choice % next.length] as ladder.SearchEvent['type']);
  const base = { id, at, move: search.move } as const;
  switch (type) {
    case 'lists-sent':
      return { ...base, type, mps: drawn.ready ? [drawn.mp, 'a'] : [drawn.mp] };
    case 'mp-confirmed':
      return { ...base, type, mp: drawn.mp };
    case 'mp-refused':
      return { ...base, type, mp: meant(search, drawn), reason: drawn.reason, availability: drawn.date };
    case 'inter-offered':
      return { ...base, type, mp: drawn.mp, fit: 'chain-back' };
    case 'offer-sent':
      return drawn.choice === 7
        ? { ...base, type, mp: drawn.mp, override: 'has the right lorry' }
        : { ...base, type, mp: meant(search, drawn) };
    case 'mp-withdrew':
    case 'offer-failed':
    case 'mp-notified':
    case 'auto-assigned':
    case 'mp-dropped':
      return { ...base, type, mp: meant(search, drawn) };
    case 'checked':
      return { ...base, type, winner: drawn.ready ? meant(search, drawn) : null, chat: drawn.choice !== 5 };
    case 'window-known':
      return { ...base, type, window: drawn.choice === 0 ? { from: at + HOUR } : drawn.choice !== 1 };
    case 'date-agreed':
      return { ...base, type, mp: drawn.mp, date: drawn.date ?? '2024-05-18' };
    case 'dates-changed':
      return { ...base, type, date: drawn.date ?? '2024-05-18' };
    default:
      return { ...base, type };
  }
}

/** What the history of a move consists of. */
export interface History {
  /** What `start` takes. */
  readonly beginning: ladder.Beginning;
  readonly events: readonly ladder.Event[];
  /** The latest instant of the beginning and the events. */
  readonly end: Instant;
}

/** What a search begins with: always the same move and instant, between regions or not. */
export const beginning: fc.Arbitrary<ladder.Beginning> = category.map((of) => ({ move, searchingSince, category: of }));

/** Events that follow one another as they might, and among them some that do not. */
function historyOf(begun: ladder.Beginning, draws: readonly Draw[]): History {
  let search = ladder.start(begun);
  let end = begun.searchingSince;
  const events = draws.map((drawn, index) => {
    const event = eventOf(search, drawn, `${index}`, end + drawn.after);
    search = ladder.record(search, event).state;
    end = Math.max(end, event.at);
    return event;
  });
  return { beginning: begun, events, end };
}

/**
 * Any history of a move under the manual's own policy, long enough to come to every stage; some of its events arrive
 * late, or are refused.
 */
export const history: fc.Arbitrary<History> = fc
  .tuple(beginning, fc.array(draw, { minLength: 1, maxLength: 24, size: 'max' }))
  .map(([begun, draws]) => historyOf(begun, draws));

/** The events of a history, in the order in which they are delivered. */
export const events: fc.Arbitrary<readonly ladder.Event[]> = history.map((drawn) => drawn.events);

/** A stored search, at any stage: what some history has led to; one of four was paused at its end, and perhaps resumed. */
export const state: fc.Arbitrary<ladder.Search> = fc
  .tuple(history, fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2))
  .map(([{ beginning: begun, events: happened, end }, pausing]) => {
    const rests = (['paused', 'resumed'] as const).slice(0, pausing);
    const pauses = rests.map((type): ladder.Event => ({ id: type, at: end, move, type }));
    return [...happened, ...pauses].reduce((search, event) => ladder.record(search, event).state, ladder.start(begun));
  });

/** Any event of the move, at any instant, whether or not a search is ready for it. */
export const event: fc.Arbitrary<ladder.Event> = fc
  .tuple(state, draw, instant, fc.nat({ max: 19 }))
  .map(([search, drawn, at, die]) =>
    die < 2 ? { id: 'event', at, move, type: die === 0 ? 'paused' : 'resumed' } : eventOf(search, drawn, 'event', at),
  );
