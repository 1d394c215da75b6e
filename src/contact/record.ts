import type { CivilDate } from '../kernel/calendar.js';
import { Now, type Instant } from '../kernel/clock.js';
import { offeredAt, spokenOf } from './alternative.js';
import { courses } from './course.js';
import { flow } from './machine.js';
import { statementOf } from './guards.js';
import type { Availability, Contact, ContactRecorded, Context, Event, Facts, Stage } from './model.js';
import { defaultPolicy, type Policy } from './policy.js';

/** What a contact begins with. */
export interface Beginning {
  /** The id of the move. */
  readonly move: string;
  /** Absent, or `null`: not known; `decide` asks for it. */
  readonly moveDate?: CivilDate | null | undefined;
  /** The IANA zone of the service's origin; absent: the policy's. */
  readonly zone?: string | undefined;
  /** Dates that movers named, as the ladder hands them over; absent, or `null`: nobody has asked them. */
  readonly availability?: Facts['availability'] | undefined;
}

/** The client of a move is to be contacted, and nothing has been done yet. */
export function start({ move, moveDate = null, zone, availability = null }: Beginning): Contact {
  const facts: Facts = {
    moveDate,
    since: null,
    helpMailsAt: [],
    otherMailsAt: [],
    calls: [],
    clientRepliesAt: [],
    readAt: null,
    mailBouncedAt: null,
    availability,
    offered: null,
    course: 'asking',
    answer: null,
    ...undone,
  };
  return { version: 1, move, stage: 'DUE', facts: zone === undefined ? facts : { ...facts, zone }, seen: [] };
}

/** The steps of a course, before any was taken. */
const undone = {
  chatNoteAt: null,
  dateChangedAt: null,
  ackSentAt: null,
  systemUpdatedAt: null,
  broadcastAt: null,
  foundMp: null,
  newsSentAt: null,
  mpAssignedAt: null,
  refundMailAt: null,
} as const satisfies Partial<Facts>;

/**
 * Keeps an event of a contact, or says by which rule it cannot be. Mails, calls and replies may be heard of late and in
 * any order: the facts come out the same. What follows the client's answer is taken in the order in which it was done.
 *
 * Refused: `no-reply` (an answer before the client was heard), `wrong-alternative`, `chat-note-first`, `date-first`,
 * `wrong-mp`, `no-date-accepted`, `not-flexible`, `update-first`, `not-searching`, `nobody-found`, `search-not-failed`,
 * `template-first`, `no-refund-asked`, `closed`; `other-move` for an event of another move and `undated` for an instant
 * that is not a number. Without effect: `duplicate`; of these only mails are kept, for a call before them may still be
 * heard of. `late`: kept, but what it is about is over. A refused event leaves the state as it was.
 *
 * Source: manual-assignment L22–40.
 */
export function record(contact: Contact, event: Event, context?: Partial<Pick<Context, 'policy'>>): ContactRecorded {
  if (event.move !== contact.move) return { state: contact, status: 'refused', code: 'other-move' };
  if (!Number.isFinite(event.at)) return { state: contact, status: 'refused', code: 'undated' };
  if (contact.seen.includes(event.id)) return { state: contact, status: 'duplicate' };
  const policy = context?.policy ?? defaultPolicy;
  const reached = reach(contact.facts, event, policy);
  const step = flow.step(contact.stage, event.type, contact, event, policy, reached);
  const { rule } = step;
  if ('refuse' in step) return { state: contact, status: 'refused', code: step.refuse, rule };
  const seen = [...contact.seen, event.id];
  if ('ignore' in step) {
    const state = isMail(event) ? { ...contact, facts: reached, seen } : contact;
    return { state, status: 'no-effect', code: step.ignore, rule };
  }
  if ('late' in step) return { state: { ...contact, seen }, status: 'late', rule };
  const stage = 'to' in step ? step.to : contact.stage;
  const facts = learn(reached, event, contact.stage, stage, policy);
  return { state: { ...contact, stage, facts, seen }, status: 'applied', rule };
}

function isMail({ type }: Event): boolean {
  return type === 'mail-sent' || type === 'record-mail-sent';
}

/** The facts with a mail, a call, a reply or a changed date in them; for any other event, the facts as they are. */
function reach(facts: Facts, event: Event, policy: Policy): Facts {
  const { at } = event;
  switch (event.type) {
    case 'mail-sent': {
      const reached = { ...facts, helpMailsAt: [...(facts.helpMailsAt ?? []), at] };
      if (!asksAnew(facts, at)) return reached;
      const offered = event.offered ?? offeredAt({ ...facts, offered: null }, policy, new Now(at));
      return { ...reached, offered, answer: null };
    }
    case 'record-mail-sent':
      return { ...facts, otherMailsAt: [...(facts.otherMailsAt ?? []), at] };
    case 'mail-bounced':
      return { ...facts, mailBouncedAt: Math.max(at, facts.mailBouncedAt ?? at) };
    case 'call-answered':
    case 'call-unanswered':
      return { ...facts, calls: [...(facts.calls ?? []), { at, answered: event.type === 'call-answered' }] };
    case 'client-reply':
      return { ...facts, clientRepliesAt: [...(facts.clientRepliesAt ?? []), at] };
    case 'reply-read':
      return { ...facts, readAt: Math.max(at, facts.readAt ?? at) };
    case 'mp-available':
      return { ...facts, availability: withDate(facts.availability ?? [], event) };
    case 'move-date-changed':
      return anew(facts, event.date, at);
    default:
      return facts;
  }
}

function withDate(known: readonly Availability[], { mp, date }: Availability): readonly Availability[] {
  return known.some((one) => one.mp === mp && one.date === date) ? known : [...known, { mp, date }];
}

/** Of several help mails the last says what is offered, in whatever order they are heard of, until the client answers. */
function asksAnew({ helpMailsAt = [], since, course, answer }: Facts, at: Instant): boolean {
  const begun = since ?? Number.NEGATIVE_INFINITY;
  const isLast = at >= begun && helpMailsAt.every((other) => other <= at);
  return isLast && (course ?? 'asking') === 'asking' && (answer == null || answer.at < at);
}

/** What an event that was taken does to the facts. */
function learn(facts: Facts, event: Event, before: Stage, stage: Stage, policy: Policy): Facts {
  const { at } = event;
  switch (event.type) {
    case 'client-answered':
      return answeredWith(facts, event, before, stage, policy);
    case 'chat-note-written':
      return { ...facts, chatNoteAt: at };
    case 'date-changed':
      return { ...facts, dateChangedAt: at, ...newDate(facts) };
    case 'ack-sent':
      return { ...facts, ackSentAt: at };
    case 'system-updated':
      return { ...facts, systemUpdatedAt: at, moveDate: facts.answer?.dates?.date ?? facts.moveDate };
    case 'broadcast-restarted':
      return { ...facts, broadcastAt: at };
    case 'mp-found':
      return { ...facts, course: 'mp-found', foundMp: event.mp, newsSentAt: null, mpAssignedAt: null };
    case 'found-mail-sent':
    case 'not-found-mail-sent':
      return stage === 'ASSIGNED' ? { ...facts, newsSentAt: at, course: 'assigned' } : { ...facts, newsSentAt: at };
    case 'mp-assigned':
      return stage === 'ASSIGNED'
        ? { ...facts, mpAssignedAt: at, foundMp: before === 'RE_SEARCH' ? event.mp : null, course: 'assigned' }
        : { ...facts, mpAssignedAt: at, foundMp: event.mp, course: 'mp-found', newsSentAt: null };
    case 'mp-not-found':
      return { ...facts, course: 'refund-offered', foundMp: null, newsSentAt: null, mpAssignedAt: null };
    case 'refund-mail-sent':
      return { ...facts, refundMailAt: at };
    case 'reverso-applied':
    case 'cancel':
    case 'assigned-elsewhere':
      return { ...facts, course: courses[stage] };
    default:
      return facts;
  }
}

/** The date that the client accepted becomes that of the move. */
function newDate({ offered }: Facts): Partial<Facts> {
  return offered?.alternative === 1 ? { moveDate: offered.date } : {};
}

function answeredWith(
  facts: Facts,
  event: Extract<Event, { type: 'client-answered' }>,
  before: Stage,
  stage: Stage,
  policy: Policy,
): Facts {
  const { at } = event;
  const offered = spokenOf(facts, statementOf(event), policy, new Now(at));
  return {
    ...facts,
    ...undone,
    // Who has waited for dates, or waits on, was told already that a team is looked for.
    ackSentAt: before === 'AWAIT_DATES' && isFlexible(stage) ? (facts.ackSentAt ?? null) : null,
    answer: { ...statementOf(event), at },
    course: courses[stage],
    // From the first search on the client's own dates, it is the dates that are talked about.
    offered: stage === 'RE_SEARCH' ? { alternative: 2 } : offered,
  };
}

function isFlexible(stage: Stage): boolean {
  return stage === 'AWAIT_DATES' || stage === 'RE_SEARCH';
}

/**
 * CO-30: the contact begins anew for the new date; what was said in calls is still to be written down. A mail sent
 * since the change, though heard of before it, is of the new contact, and so is its offer.
 */
function anew(facts: Facts, moveDate: CivilDate, at: Instant): Facts {
  return {
    ...facts,
    ...undone,
    moveDate,
    since: at,
    offered: facts.helpMailsAt?.some((mail) => mail >= at) === true ? (facts.offered ?? null) : null,
    course: 'asking',
    answer: null,
  };
}
