import type * as contact from 'pauta/contact';
import { chartBy, handOf } from './hand.js';
import { daysBetween, dayOf } from './civil-day.js';

type Event = contact.Event;

/** What the catalogue's machine of a contact has to remember. */
export interface Contact {
  readonly zone: string;
  readonly moveDate: string;
  /** Mails, calls and replies since the contact began (anew). */
  readonly mails: readonly number[];
  readonly bounced: number;
  readonly reachedOut: boolean;
  /** The flag `recordMailOwed`. */
  readonly owed: boolean;
  /** The mover whose date was offered (Alternative 1); `null`: the client was asked for dates (Alternative 2). */
  readonly offered: { readonly mp: string; readonly date: string } | null;
  /** The sub-steps done of the course that the client's answer led to. */
  readonly done: readonly Event['type'][];
  readonly found: string | null;
  /** The date that the client gave last. */
  readonly date: string | null;
}

const asking = ['DUE', 'CALLED_UNANSWERED', 'MAIL_SENT'];
const led = ['DATE_ACCEPTED', 'AWAIT_DATES', 'RE_SEARCH', 'REFUND_OFFERED', 'REFUNDING'];
const talking = ['DIALOGUE', ...led];
const open = [...asking, ...talking];
const over = ['ASSIGNED', 'REFUNDED', 'CANCELLED'];
const news: Event['type'][] = ['mp-assigned', 'found-mail-sent', 'not-found-mail-sent'];

type Condition = (known: Contact, event: Event) => boolean;

/** d of the catalogue: the days left until the move, where the move is. */
function left({ zone, moveDate }: Contact, { at }: Event): number {
  return daysBetween(dayOf(at, zone), moveDate);
}

const isNear: Condition = (known, event) => left(known, event) <= 1;
const isFar: Condition = (known, event) => left(known, event) >= 2;
const isOwed: Condition = ({ owed }) => owed;
const wasDone: Condition = ({ done }, { type }) => done.includes(type);
const after =
  (type: Event['type']): Condition =>
  ({ done }) =>
    done.includes(type);

type Answered = Extract<Event, { type: 'client-answered' }>;

const ifAnswer =
  (holds: (known: Contact, event: Answered) => boolean): Condition =>
  (known, event) =>
    event.type === 'client-answered' && holds(known, event);

const isYes = ({ stance }: Answered): boolean => stance === 'accepts' || stance === 'flexible';
const isWrong = ifAnswer(({ offered }, { stance, dates = null }) =>
  offered !== null ? stance === 'flexible' && dates === null : stance === 'accepts',
);
const isRefund = ifAnswer((_, event) => event.refund === true && !isYes(event));
const isRefusedYes = ifAnswer((_, event) => event.refund === true && isYes(event));
const isAcceptance = ifAnswer(({ offered }, { stance }) => offered !== null && stance === 'accepts');
const isDates = ifAnswer(
  ({ offered }, { stance, dates = null }) => dates !== null && (stance === 'flexible' || offered !== null),
);
const isSameDates: Condition = (known, event) =>
  isDates(known, event) && event.type === 'client-answered' && event.dates?.date === known.date;
const isFlexible = ifAnswer((_, { stance }) => stance === 'flexible');

/** Whoever has waited for dates, or waits on, was told already that a team is looked for. */
function answered(leadsTo: string): (known: Contact, event: Event, stage: string) => Partial<Contact> {
  return ({ done, offered }, event, stage) => ({
    done:
      stage === 'AWAIT_DATES' && /^(AWAIT_DATES|RE_SEARCH)$/.test(leadsTo) ? done.filter((t) => t === 'ack-sent') : [],
    found: null,
    date: event.type === 'client-answered' ? (event.dates?.date ?? null) : null,
    // From the first search on the client's own dates, it is the dates that are talked about.
    offered: leadsTo === 'RE_SEARCH' ? null : offered,
  });
}

function mailed({ mails, offered }: Contact, event: Event, stage: string): Partial<Contact> {
  const offer = event.type === 'mail-sent' && event.offered?.alternative === 1 ? event.offered : null;
  const isAsked = [...asking, 'DIALOGUE'].includes(stage);
  return { mails: [...mails, event.at], offered: isAsked ? offer : offered, owed: false, reachedOut: true };
}

function recorded(): Partial<Contact> {
  return { owed: false, reachedOut: true };
}

function called({ owed }: Contact, { type }: Event): Partial<Contact> {
  return { owed: owed || type === 'call-answered', reachedOut: true };
}

function did({ done }: Contact, { type }: Event): Partial<Contact> {
  return { done: [...done, type] };
}

/** Whoever is found, or not found, makes the news before that old. */
function withMp({ done }: Contact, event: Event): Partial<Contact> {
  const kept = done.filter((type) => !news.includes(type));
  return { done: [...kept, event.type], found: 'mp' in event ? event.mp : null };
}

function dateChanged({ done, offered, moveDate }: Contact, { type }: Event): Partial<Contact> {
  return { done: [...done, type], moveDate: offered?.date ?? moveDate };
}

function updated({ done, date, moveDate }: Contact, { type }: Event): Partial<Contact> {
  return { done: [...done, type], moveDate: date ?? moveDate };
}

function anew(_: Contact, event: Event): Partial<Contact> {
  const none = { mails: [], reachedOut: false, offered: null, done: [], found: null, date: null };
  return event.type === 'move-date-changed' ? { ...none, moveDate: event.date } : none;
}

const butFor = (stage: string): readonly string[] => talking.filter((one) => one !== stage);

const { goes, stays, says } = handOf<Contact, Event>();

/** The catalogue's table of states and events, and its table of situations. */
const told = [
  goes('DUE', 'mail-sent', 'MAIL_SENT', { when: isFar, learn: mailed }),
  stays('DUE', 'mail-sent', { learn: mailed }),
  goes(['DUE', 'MAIL_SENT'], 'call-unanswered', 'CALLED_UNANSWERED', { when: isNear, learn: called }),
  stays('DUE', 'call-unanswered', { learn: called }),
  goes('DUE', 'client-reply', 'DIALOGUE', { when: ({ reachedOut }) => reachedOut }),
  goes(asking, 'call-answered', 'DIALOGUE', { learn: called }),
  goes('CALLED_UNANSWERED', 'mail-sent', 'MAIL_SENT', { learn: mailed }),
  stays('MAIL_SENT', 'call-unanswered', { learn: called }),
  goes(['MAIL_SENT', 'CALLED_UNANSWERED'], 'client-reply', 'DIALOGUE'),
  stays('DIALOGUE', 'record-mail-sent', { when: isOwed, learn: recorded }),
  // A second mail reaches the client all the same, and covers a call; the wait is not begun anew.
  {
    ...says('MAIL_SENT', 'mail-sent', 'noop:duplicate', ({ mails, bounced }) => mails.some((at) => at > bounced)),
    learn: mailed,
  },
  stays(open, 'mail-bounced', { learn: (_, { at }) => ({ bounced: at }) }),
  says(talking, 'client-answered', 'illegal:wrong-alternative', isWrong),
  // "Last client statement wins until reverso-applied": what the answer leads to does not depend on the one before.
  says('REFUNDING', 'client-answered', 'noop:duplicate', isRefund),
  goes(butFor('REFUNDING'), 'client-answered', 'REFUNDING', { when: isRefund, learn: answered('REFUNDING') }),
  goes(talking, 'client-answered', 'DIALOGUE', { when: isRefusedYes, learn: answered('DIALOGUE') }),
  says('DATE_ACCEPTED', 'client-answered', 'noop:duplicate', isAcceptance),
  goes(['DIALOGUE', 'REFUNDING'], 'client-answered', 'DATE_ACCEPTED', {
    when: isAcceptance,
    learn: answered('DATE_ACCEPTED'),
  }),
  says('RE_SEARCH', 'client-answered', 'noop:duplicate', isSameDates),
  goes(talking, 'client-answered', 'RE_SEARCH', { when: isDates, learn: answered('RE_SEARCH') }),
  goes(butFor('DATE_ACCEPTED'), 'client-answered', 'AWAIT_DATES', { when: isFlexible, learn: answered('AWAIT_DATES') }),
  goes(talking, 'client-answered', 'DIALOGUE', { learn: answered('DIALOGUE') }),
  stays('DATE_ACCEPTED', 'chat-note-written', { when: (known, event) => !wasDone(known, event), learn: did }),
  says('DATE_ACCEPTED', 'date-changed', 'illegal:chat-note-first', (k, e) => !after('chat-note-written')(k, e)),
  stays('DATE_ACCEPTED', 'date-changed', { when: (known, event) => !wasDone(known, event), learn: dateChanged }),
  says('DATE_ACCEPTED', 'mp-assigned', 'illegal:date-first', (k, e) => !after('date-changed')(k, e)),
  says('DATE_ACCEPTED', 'mp-assigned', 'illegal:wrong-mp', ({ offered }, e) => 'mp' in e && offered?.mp !== e.mp),
  goes('DATE_ACCEPTED', 'mp-assigned', 'ASSIGNED'),
  stays('RE_SEARCH', 'system-updated', { when: (known, event) => !wasDone(known, event), learn: updated }),
  says('RE_SEARCH', 'broadcast-restarted', 'illegal:update-first', (k, e) => !after('system-updated')(k, e)),
  stays('RE_SEARCH', 'broadcast-restarted', { when: (known, event) => !wasDone(known, event), learn: did }),
  stays('RE_SEARCH', 'mp-found', { when: ({ found }, e) => 'mp' in e && found !== e.mp, learn: withMp }),
  // "found-mail-sent + mp-assigned, both", in either order.
  goes('RE_SEARCH', 'found-mail-sent', 'ASSIGNED', { when: (k, e) => !wasDone(k, e) && after('mp-assigned')(k, e) }),
  stays('RE_SEARCH', 'found-mail-sent', { when: (k, e) => k.found !== null && !wasDone(k, e), learn: did }),
  goes('RE_SEARCH', 'mp-assigned', 'ASSIGNED', { when: after('found-mail-sent') }),
  stays('RE_SEARCH', 'mp-assigned', {
    when: (k, e) => !(wasDone(k, e) && 'mp' in e && k.found === e.mp),
    learn: withMp,
  }),
  goes('RE_SEARCH', 'mp-not-found', 'REFUND_OFFERED', { learn: withMp }),
  stays('REFUNDING', 'refund-mail-sent', { when: (known, event) => !wasDone(known, event), learn: did }),
  says('REFUNDING', 'reverso-applied', 'illegal:template-first', (k, e) => !after('refund-mail-sent')(k, e)),
  goes('REFUNDING', 'reverso-applied', 'REFUNDED'),
  goes(open, 'cancel', 'CANCELLED'),
  goes(open, 'assigned-elsewhere', 'ASSIGNED'),
  goes(open, 'move-date-changed', 'DUE', { learn: anew }),
  says(over, ['client-reply', 'client-answered'], 'late'),
];

const elsewhere = (...stages: readonly string[]): readonly string[] => open.filter((stage) => !stages.includes(stage));

/** What the tables say nothing of, as `record` documents it. */
const silences = [
  stays(talking, 'mail-sent', { learn: mailed }),
  stays('MAIL_SENT', 'mail-sent', { learn: mailed }),
  stays(talking, ['call-answered', 'call-unanswered'], { learn: called }),
  stays('CALLED_UNANSWERED', 'call-unanswered', { learn: called }),
  stays(open, ['client-reply', 'reply-read']),
  stays([...elsewhere('DIALOGUE', 'MAIL_SENT'), ...over], 'record-mail-sent', { when: isOwed, learn: recorded }),
  { ...says([...open, ...over], 'record-mail-sent', 'noop:duplicate'), learn: recorded },
  stays(over, 'call-answered', { learn: called }),
  says(asking, 'client-answered', 'illegal:no-reply'),
  says('DATE_ACCEPTED', ['chat-note-written', 'date-changed'], 'noop:duplicate'),
  says(elsewhere('DATE_ACCEPTED'), ['chat-note-written', 'date-changed'], 'illegal:no-date-accepted'),
  says(elsewhere('DATE_ACCEPTED', 'RE_SEARCH'), 'mp-assigned', 'illegal:no-date-accepted'),
  says(['AWAIT_DATES', 'RE_SEARCH'], 'ack-sent', 'noop:duplicate', wasDone),
  stays(['AWAIT_DATES', 'RE_SEARCH'], 'ack-sent', { learn: did }),
  says(elsewhere('AWAIT_DATES', 'RE_SEARCH'), 'ack-sent', 'illegal:not-flexible'),
  says('RE_SEARCH', ['system-updated', 'broadcast-restarted', 'mp-found', 'mp-assigned'], 'noop:duplicate'),
  says(elsewhere('RE_SEARCH'), ['system-updated', 'broadcast-restarted'], 'illegal:not-searching'),
  goes('REFUND_OFFERED', 'mp-found', 'RE_SEARCH', { learn: withMp }),
  says('REFUND_OFFERED', 'mp-not-found', 'noop:duplicate'),
  says(elsewhere('RE_SEARCH', 'REFUND_OFFERED'), ['mp-found', 'mp-not-found'], 'illegal:not-searching'),
  says('RE_SEARCH', 'found-mail-sent', 'noop:duplicate', wasDone),
  says(open, 'found-mail-sent', 'illegal:nobody-found'),
  says('REFUND_OFFERED', 'not-found-mail-sent', 'noop:duplicate', wasDone),
  stays('REFUND_OFFERED', 'not-found-mail-sent', { learn: did }),
  says(elsewhere('REFUND_OFFERED'), 'not-found-mail-sent', 'illegal:search-not-failed'),
  says('REFUNDING', 'refund-mail-sent', 'noop:duplicate'),
  says(elsewhere('REFUNDING'), ['refund-mail-sent', 'reverso-applied'], 'illegal:no-refund-asked'),
  says('ASSIGNED', ['mp-assigned', 'assigned-elsewhere'], 'noop:duplicate'),
  says('REFUNDED', 'reverso-applied', 'noop:duplicate'),
  says('CANCELLED', 'cancel', 'noop:duplicate'),
  says(over, ['mail-sent', 'mail-bounced', 'call-unanswered', 'reply-read'], 'late'),
  says(
    over,
    ['chat-note-written', 'date-changed', 'ack-sent', 'system-updated', 'broadcast-restarted'],
    'illegal:closed',
  ),
  says(over, ['mp-found', 'mp-not-found', ...news, 'refund-mail-sent', 'reverso-applied'], 'illegal:closed'),
  says(over, ['cancel', 'assigned-elsewhere', 'move-date-changed'], 'illegal:closed'),
];

/** The catalogue's machine of a contact, written by hand. */
export const contactByHand = chartBy('contact by hand', [...open, ...over], told, silences);

/** What is known of a contact that begins. */
export function contactOn(moveDate: string, zone: string): Contact {
  const none = { mails: [], done: [], offered: null, found: null, date: null };
  return { ...none, zone, moveDate, bounced: -Infinity, reachedOut: false, owed: false };
}
