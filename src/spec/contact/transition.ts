import { courses } from '../../contact/course.js';
import * as contact from '../../contact/index.js';
import { fixedClock, type Instant, type Now } from '../../kernel/clock.js';
import { dateOf, dayAt } from '../../kernel/calendar.js';
import type { Answer, Scene, World } from '../case.js';
import { firedBy, told } from '../fired.js';
import type { TransitionGiven } from './schema.js';

const HOUR = 3_600_000;
const move = 'the-move';
const mover = 'the-mover';

/** The event happens when the case asks, to a contact at the stage asked for. */
export function transition(given: TransitionGiven, { asked, now, zone, policies }: World): Answer {
  const context = { clock: fixedClock(now), policy: policies.contact };
  const before = stateOf(given, asked, zone);
  if (given.event === 'tick') {
    const decision = contact.decide(before.facts, context);
    const { rule, situation } = decision;
    return { outcome: `ok:${before.stage}`, fired: [rule, ...rulesBehind(situation)], decisions: [decision] };
  }
  const event = eventOf(given.event, given, asked);
  const became = contact.record(before, event, { policy: policies.contact });
  const { state, status, code: why } = became;
  const taken = told('contact', before, event, became);
  if (status === 'refused') return { outcome: `illegal:${why}`, ...taken };
  if (status === 'no-effect') return { outcome: `noop:${why}`, ...taken };
  if (status === 'late') return { outcome: 'late', ...taken };
  // What the answer leaves open is asked for apart from a record that may be owed.
  const facts = event.type === 'client-answered' ? { ...state.facts, calls: [] } : state.facts;
  const decision = contact.decide(facts, context);
  const { outcome, rule: deciding } = decision;
  return outcome.action === 'not-covered'
    ? { ...taken, outcome: `not-covered:${outcome.gap}`, fired: [...taken.fired, deciding], decisions: [decision] }
    : { ...taken, outcome: `ok:${state.stage}` };
}

/** When the wait began that the contact was in. */
export function transitionWait(given: TransitionGiven, now: Now, { asked, zone }: Scene): Instant | null {
  return contact.waitBegan(stateOf(given, asked, zone).facts, now);
}

/** The rules of the rows that a situation fires, table by table. */
export function rulesBehind(seen: contact.Seen): readonly contact.RuleId[] {
  const fired = firedBy(contact.table, seen);
  const { reply, days, call, mail, course, first, second, third, message } = seen;
  if (reply !== undefined && days !== undefined && call !== undefined && mail !== undefined) {
    return firedBy(contact.outreachTable, { reply, days, call, mail });
  }
  const isRunning = course !== undefined && first !== undefined && second !== undefined;
  return isRunning && third !== undefined && message !== undefined
    ? firedBy(contact.courseTable, { course, first, second, third, message })
    : fired;
}

/** A contact at the stage asked for. What is not given does not stand in the event's way. */
function stateOf(given: TransitionGiven, now: Instant, zone: string): contact.Contact {
  const { state: stage, event } = given;
  const isCalled = stage === 'CALLED_UNANSWERED';
  const isMailed = stage !== 'DUE' && !isCalled;
  const isAsking = courses[stage] === 'asking' && stage !== 'DIALOGUE';
  const owesRecord = given.recordMailOwed ?? (event === 'record-mail-sent' && !isAsking);
  const isFound = event === 'found-mail-sent' || (stage === 'RE_SEARCH' && event === 'mp-assigned');
  const tried = isCalled || (stage === 'DUE' && event === 'client-reply') ? [{ at: now - HOUR, answered: false }] : [];
  const done = (wasDone: boolean | null | undefined, next: TransitionGiven['event']): Instant | null =>
    (wasDone ?? event === next) ? now - HOUR : null;
  const facts: contact.Facts = {
    moveDate: dateOf(dayAt(now, zone) + daysLeft(stage, event)),
    zone,
    helpMailsAt: isMailed ? [now - 30 * HOUR] : [],
    calls: owesRecord ? [...tried, { at: now - HOUR, answered: true }] : tried,
    clientRepliesAt: isMailed && stage !== 'MAIL_SENT' ? [now - 3 * HOUR] : [],
    readAt: stage === 'DIALOGUE' ? null : now - 2 * HOUR,
    offered: offeredTo(stage, event, given.availableMp ?? given.mp ?? mover),
    course: stage === 'RE_SEARCH' && isFound ? 'mp-found' : courses[stage],
    answer: null,
    chatNoteAt:
      given.chatNoteWritten === undefined && event === 'mp-assigned'
        ? now - HOUR
        : done(given.chatNoteWritten, 'date-changed'),
    dateChangedAt: done(given.dateChanged, 'mp-assigned'),
    // Where the system is spoken of, the client was told before it.
    ackSentAt: given.systemUpdated == null ? null : now - 2 * HOUR,
    systemUpdatedAt: done(given.systemUpdated, 'broadcast-restarted'),
    foundMp: isFound ? (given.mp ?? mover) : null,
    // Found and told: of the two halves that end a new search, the other is done.
    newsSentAt: isFound && event === 'mp-assigned' ? now - HOUR : null,
    mpAssignedAt: event === 'found-mail-sent' ? now - HOUR : null,
    refundMailAt: done(given.templateSent, 'reverso-applied'),
  };
  return { version: 1, move, stage, facts, seen: [] };
}

/** Civil days from the event to the move: near where a call in vain counts as one, else far. */
function daysLeft(stage: contact.Stage, event: TransitionGiven['event']): number {
  if (stage === 'CALLED_UNANSWERED') return 0;
  return event === 'call-unanswered' ? 1 : 5;
}

/** Who accepts or rejects was offered a date; who is flexible or not, or has given dates, was asked for them. */
function offeredTo(stage: contact.Stage, event: TransitionGiven['event'], mp: string): contact.Offered {
  const isAsked = stage === 'AWAIT_DATES' || stage === 'RE_SEARCH' || stage === 'REFUND_OFFERED';
  const isDate = stage === 'DATE_ACCEPTED' || (!isAsked && (event === 'accepts' || event.startsWith('rejects')));
  return isDate ? { alternative: 1, mp, date: '2024-05-18' } : { alternative: 2 };
}

function eventOf(type: Exclude<TransitionGiven['event'], 'tick'>, given: TransitionGiven, at: Instant): contact.Event {
  const event = { id: 'the-event', at, move } as const;
  const answered = { ...event, type: 'client-answered' } as const;
  switch (type) {
    case 'accepts':
    case 'rejects':
    case 'flexible':
    case 'not-flexible':
      return { ...answered, stance: type };
    case 'rejects+refund':
      return { ...answered, stance: 'rejects', refund: true };
    case 'not-flexible+refund':
    case 'refund-accepted':
      return { ...answered, stance: 'not-flexible', refund: true };
    case 'offers-dates':
      return { ...answered, stance: 'flexible', dates: { date: '2024-05-18' } };
    case 'mp-assigned':
    case 'mp-found':
    case 'assigned-elsewhere':
      return { ...event, type, mp: given.mp ?? given.availableMp ?? mover };
    case 'mp-available':
      return { ...event, type, mp: given.availableMp ?? mover, date: '2024-05-18' };
    case 'move-date-changed':
      return { ...event, type, date: '2024-05-18' };
    default:
      return { ...event, type };
  }
}
