import type * as ladder from 'pauta/ladder';
import { chartBy, handOf } from './hand.js';

type Event = ladder.Event;

/** What the catalogue's machine of a search has to remember. */
export interface Search {
  readonly category: 'inter' | 'local';
  /** With `researchRestart = lists` a round on new dates begins in RESENT. */
  readonly listsFirst: boolean;
  readonly since: number;
  readonly onNewDates: boolean;
  readonly resentAt: number | null;
  /** Live confirmers, the first first. */
  readonly queue: readonly string[];
  readonly failed: readonly string[];
  readonly reached: readonly string[];
  readonly offer: { readonly mp: string; readonly from: string } | null;
  readonly agreed: string | null;
  readonly holder: string | null;
  readonly window: ladder.Facts['impossibilityWindow'];
  readonly reported: boolean;
  /** Whether the client was ever contacted. */
  readonly contacted: boolean;
}

const HOUR = 3_600_000;

const asking = ['RESENT', 'LISTS', 'INTER'];
const offered = ['OFFERED', 'VERIFIED'];
const before = ['SEARCHING', ...asking, ...offered, 'EXHAUSTED'];
const open = [...before, 'CONTACT'];
const notAtInter = open.filter((stage) => stage !== 'INTER');
const closed = ['CANCELLED', 'REFUNDED'];
const inter: Event['type'][] = ['inter-offered', 'inter-exhausted'];
const no: Event['type'][] = ['mp-refused', 'mp-withdrew'];
const contact: Event['type'][] = ['client-mail-sent', 'client-called'];

function who(event: Event): string | null {
  return 'mp' in event ? event.mp : null;
}

type Condition = (search: Search, event: Event) => boolean;

const hasOffer: Condition = ({ offer }, event) => offer?.mp === who(event);
const hasJob: Condition = ({ holder }, event) => holder === who(event);
const isContacted: Condition = ({ contacted }) => contacted;
const somebody: Condition = ({ queue }) => queue.length > 0;
const offeredAt =
  (stage: string): Condition =>
  (search, event) =>
    hasOffer(search, event) && search.offer?.from === stage;

/** What the window says at the instant of an event; `null`: nobody knows. */
function isInside({ window }: Search, { at }: Event): boolean | null {
  if (window == null || typeof window === 'boolean') return window ?? null;
  return at >= (window.from ?? at) && at < (window.until ?? Infinity);
}

function queued({ queue, failed }: Search, event: Event): Partial<Search> {
  const mp = who(event) as string;
  return { queue: queue.includes(mp) || failed.includes(mp) ? queue : [...queue, mp] };
}

function dropped({ queue, agreed, offer, failed }: Search, event: Event): Partial<Search> {
  const mp = who(event) as string;
  return {
    queue: queue.filter((other) => other !== mp),
    agreed: agreed === mp ? null : agreed,
    offer: offer?.mp === mp ? null : offer,
    failed: event.type === 'offer-failed' ? [...failed, mp] : failed,
  };
}

const anew = {
  resentAt: null,
  queue: [],
  failed: [],
  reached: [],
  offer: null,
  agreed: null,
  holder: null,
  reported: false,
};

function sought(_search: Search, { at }: Event): Partial<Search> {
  return { ...anew, since: at, onNewDates: false };
}

function onDates(_search: Search, { at }: Event): Partial<Search> {
  return { ...anew, since: at, onNewDates: true, window: null };
}

function sent({ reached }: Search, event: Event): Partial<Search> {
  if (event.type === 'lists-sent') return { reached: [...reached, ...event.mps] };
  return { reached: [...reached, who(event) as string] };
}

function offeredTo({ queue, agreed }: Search, event: Event): boolean {
  const isChosen = event.type === 'offer-sent' && event.override !== undefined;
  return isChosen || (agreed ?? queue[0]) === who(event);
}

function put(_search: Search, event: Event, stage: string): Partial<Search> {
  return { offer: { mp: who(event) as string, from: stage } };
}

function assigned(_search: Search, event: Event): Partial<Search> {
  return { holder: who(event), offer: null };
}

function isUnknown({ queue, agreed }: Search, event: Event): boolean {
  return agreed !== who(event) && !queue.includes(who(event) as string);
}

const isReady: Condition = ({ offer }, event) => event.type === 'checked' && event.winner === offer?.mp && event.chat;
const reachesNew: Condition = ({ reached }, event) =>
  event.type === 'lists-sent' && event.mps.some((mp) => !reached.includes(mp));
const isLate: Condition = ({ since, onNewDates }, { at }) => onNewDates || at - since > 2 * HOUR;
const hourIsOver: Condition = ({ resentAt }, { at }) => at >= (resentAt ?? -Infinity) + HOUR;
const mayContact: Condition = (search, event) => search.onNewDates || isInside(search, event) === true;

const { goes, stays, says } = handOf<Search, Event>();

/** The catalogue's table of states and events, and its table of what is illegal, a duplicate or late. */
const told = [
  goes('SEARCHING', 'resend-done', 'RESENT', { when: isLate, learn: (_, { at }) => ({ resentAt: at }) }),
  says('SEARCHING', 'resend-done', 'illegal:too-early'),
  says([...asking, ...offered, 'EXHAUSTED', 'CONTACT', 'ASSIGNED'], 'resend-done', 'noop:duplicate'),
  says('SEARCHING', 'lists-sent', 'illegal:step-skipped'),
  goes('RESENT', 'lists-sent', 'LISTS', { when: hourIsOver, learn: sent }),
  says('RESENT', 'lists-sent', 'illegal:too-early'),
  stays('LISTS', 'lists-sent', { when: reachesNew, learn: sent }),
  stays([...asking, ...offered, 'CONTACT'], 'mp-confirmed', { learn: queued }),
  goes('EXHAUSTED', 'mp-confirmed', 'LISTS', {
    when: (s, event) => !s.failed.includes(who(event) ?? ''),
    learn: queued,
  }),
  says(['ASSIGNED', ...closed], 'mp-confirmed', 'late'),
  stays(asking, no, { learn: dropped }),
  says('LISTS', 'lists-exhausted', 'illegal:candidates-left', somebody),
  goes('LISTS', 'lists-exhausted', 'INTER', { when: ({ category }) => category === 'inter' }),
  goes('LISTS', 'lists-exhausted', 'EXHAUSTED'),
  // At INTER it is.
  says(notAtInter, inter, 'illegal:not-inter', ({ category }) => category !== 'inter'),
  says(['SEARCHING', 'RESENT', 'LISTS'], inter, 'illegal:step-skipped'),
  stays('INTER', 'inter-offered', { learn: sent }),
  says('INTER', 'inter-exhausted', 'illegal:candidates-left', somebody),
  goes('INTER', 'inter-exhausted', 'EXHAUSTED'),
  says([...asking, 'EXHAUSTED', 'CONTACT'], 'offer-sent', 'illegal:not-confirmed', isUnknown),
  goes([...asking, 'CONTACT'], 'offer-sent', 'OFFERED', { when: offeredTo, learn: put }),
  says([...asking, 'CONTACT'], 'offer-sent', 'illegal:not-first'),
  says(offered, 'offer-sent', 'noop:duplicate', hasOffer),
  says(offered, 'offer-sent', 'illegal:offer-pending'),
  goes('OFFERED', 'checked', 'VERIFIED', { when: isReady }),
  stays('OFFERED', 'checked'),
  says('VERIFIED', 'checked', 'noop:duplicate', isReady),
  // "State before the offer".
  ...[...asking, 'CONTACT'].map((stage) =>
    goes(offered, ['offer-failed', ...no], stage, { when: offeredAt(stage), learn: dropped }),
  ),
  goes('VERIFIED', 'mp-notified', 'ASSIGNED', { when: hasOffer, learn: assigned }),
  says(['SEARCHING', ...asking, 'OFFERED', 'EXHAUSTED', 'CONTACT'], 'mp-notified', 'illegal:not-verified'),
  goes(open, 'auto-assigned', 'ASSIGNED', { learn: assigned }),
  says(['SEARCHING', ...asking, ...offered], contact, 'illegal:step-skipped'),
  goes('EXHAUSTED', contact, 'CONTACT', { when: mayContact, learn: () => ({ contacted: true }) }),
  says('EXHAUSTED', contact, 'illegal:need-fact', (search, event) => isInside(search, event) === null),
  says('EXHAUSTED', contact, 'illegal:outside-window'),
  goes('CONTACT', 'dates-changed', 'RESENT', { when: ({ listsFirst }) => listsFirst, learn: onDates }),
  goes('CONTACT', 'dates-changed', 'SEARCHING', { learn: onDates }),
  goes('CONTACT', 'refund-done', 'REFUNDED'),
  goes('ASSIGNED', ['mp-dropped', ...no], 'SEARCHING', { when: hasJob, learn: sought }),
  says('ASSIGNED', ['offer-sent', 'mp-notified'], 'noop:duplicate', hasJob),
  says('ASSIGNED', 'checked', 'noop:duplicate'),
  goes([...open, 'ASSIGNED'], 'cancel', 'CANCELLED'),
  says('CANCELLED', 'cancel', 'noop:duplicate'),
];

/** What the tables say nothing of, as `record` documents it. */
const silences = [
  says('SEARCHING', 'lists-exhausted', 'illegal:step-skipped'),
  says('SEARCHING', 'offer-sent', 'illegal:step-skipped'),
  says('RESENT', 'lists-exhausted', 'illegal:step-skipped'),
  goes(['INTER', 'EXHAUSTED'], 'lists-sent', 'LISTS', { when: reachesNew, learn: sent }),
  says(['LISTS', 'INTER', 'EXHAUSTED'], 'lists-sent', 'noop:duplicate'),
  says(['INTER', 'EXHAUSTED', 'CONTACT'], 'lists-exhausted', 'noop:duplicate'),
  goes('EXHAUSTED', 'inter-offered', 'INTER', { learn: sent }),
  says(['EXHAUSTED', 'CONTACT'], 'inter-exhausted', 'noop:duplicate'),
  says('CONTACT', ['lists-sent', 'inter-offered'], 'illegal:client-contacted'),
  says(offered, ['lists-sent', 'inter-offered'], 'illegal:offer-pending'),
  says(offered, ['lists-exhausted', 'inter-exhausted'], 'illegal:candidates-left'),
  stays('SEARCHING', 'mp-confirmed', { learn: queued }),
  stays('EXHAUSTED', 'mp-confirmed'),
  stays(['SEARCHING', 'EXHAUSTED', 'CONTACT', ...offered], no, { learn: dropped }),
  goes('VERIFIED', 'checked', 'OFFERED'),
  says(['SEARCHING', ...asking, 'EXHAUSTED', 'CONTACT'], ['checked', 'offer-failed'], 'illegal:not-offered'),
  says(offered, 'offer-failed', 'illegal:not-offered'),
  says('VERIFIED', 'mp-notified', 'illegal:not-offered'),
  says(open, 'price-reported', 'noop:duplicate', ({ reported }) => reported),
  stays(open, 'price-reported', { learn: () => ({ reported: true }) }),
  stays([...open, 'ASSIGNED'], 'window-known', {
    learn: (_, event) => (event.type === 'window-known' ? { window: event.window } : {}),
  }),
  says('CONTACT', contact, 'noop:duplicate'),
  // What the client decided may come at any stage, once they were contacted.
  says(offered, 'date-agreed', 'illegal:offer-pending'),
  goes(open, 'date-agreed', 'CONTACT', { when: isContacted, learn: (_, event) => ({ agreed: who(event) }) }),
  goes(before, 'dates-changed', 'RESENT', { when: (s) => s.contacted && s.listsFirst, learn: onDates }),
  goes(before, 'dates-changed', 'SEARCHING', { when: isContacted, learn: onDates }),
  goes(before, 'refund-done', 'REFUNDED', { when: isContacted }),
  says(before, ['date-agreed', 'dates-changed', 'refund-done'], 'illegal:not-with-client'),
  says('ASSIGNED', 'auto-assigned', 'noop:duplicate', hasJob),
  says('ASSIGNED', ['lists-sent', 'lists-exhausted', ...inter, 'offer-sent'], 'illegal:already-assigned'),
  says('ASSIGNED', ['offer-failed', 'mp-notified', 'auto-assigned', ...contact], 'illegal:already-assigned'),
  says('ASSIGNED', ['date-agreed', 'dates-changed', 'refund-done'], 'illegal:already-assigned'),
  says('ASSIGNED', [...no, 'price-reported'], 'late'),
  says(['ASSIGNED', ...open], 'mp-dropped', 'illegal:not-assigned'),
  says('REFUNDED', 'refund-done', 'noop:duplicate'),
  says(closed, [...no, 'auto-assigned', 'mp-dropped', 'price-reported', 'window-known'], 'late'),
  says(closed, ['resend-done', 'lists-sent', 'lists-exhausted', ...inter, 'offer-sent'], 'illegal:closed'),
  says(closed, ['checked', 'offer-failed', 'mp-notified', ...contact], 'illegal:closed'),
  says(closed, ['date-agreed', 'dates-changed', 'refund-done', 'cancel'], 'illegal:closed'),
];

/** The catalogue's machine of a search, written by hand. */
export const ladderByHand = chartBy('ladder by hand', [...before, 'ASSIGNED', 'CONTACT', ...closed], told, silences);

/** What is known of a search that begins. */
export function searchFrom(since: number, category: Search['category'], listsFirst: boolean): Search {
  return { ...anew, category, listsFirst, since, onNewDates: false, window: null, contacted: false };
}
