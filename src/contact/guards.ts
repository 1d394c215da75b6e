import { Now } from '../kernel/clock.js';
import { spokenOf } from './alternative.js';
import { clientAnswer, isOfOther } from './answer.js';
import { heardBy } from './heard.js';
import type { Contact, Event, Facts, NewDates, Offered, Statement } from './model.js';
import type { AnswerStep } from './outcome.js';
import type { Policy } from './policy.js';
import { delivered, isCalledInVain, isMailed } from './wait.js';

/** What the guards are asked about: the contact before the event, the event, the policy, and the facts with mails, calls, replies and a changed date in them. */
type Asked = readonly [contact: Contact, event: Event, policy: Policy, reached: Facts];

/** Whatever was recorded counts: at which stage a contact stands does not depend on a clock. */
const atLast = /* @__PURE__ */ new Now(Number.POSITIVE_INFINITY);

type ClientAnswered = Extract<Event, { type: 'client-answered' }>;

/** What the client said, of an event that says so. */
export function statementOf(event: ClientAnswered): Statement {
  return { stance: event.stance, refund: event.refund ?? false, dates: event.dates ?? null };
}

type Condition = (...asked: Asked) => boolean;

/** Whether a statement of the client leads to a step. */
function leadsTo(step: AnswerStep): Condition {
  return ({ facts }, event, policy) => event.type === 'client-answered' && isLedTo(step, event, facts, policy);
}

/** Which alternative an answer of the client is about. */
function alternativeOf(event: ClientAnswered, facts: Facts, policy: Policy): Offered['alternative'] {
  return spokenOf(facts, statementOf(event), policy, new Now(event.at)).alternative;
}

function isLedTo(step: AnswerStep, event: ClientAnswered, facts: Facts, policy: Policy): boolean {
  const { outcome } = clientAnswer(alternativeOf(event, facts, policy), statementOf(event));
  return outcome.action === 'take-steps' && outcome.steps.includes(step);
}

function sameDates(known: NewDates | null | undefined, given: NewDates | null | undefined): boolean {
  if (known == null || given == null) return false;
  const { date, from = date, to = date } = given;
  return known.date === date && (known.from ?? known.date) === from && (known.to ?? known.date) === to;
}

/** Whether a step was done already. */
function wasDone(step: keyof Facts): Condition {
  return ({ facts }) => facts[step] != null;
}

const conditions = {
  'the client was heard': (_contact, _event, _policy, reached) => {
    const { reply, spoken } = heardBy(reached, atLast);
    return reply !== null || spoken !== null;
  },
  'called in vain': (_contact, _event, policy, reached) => isCalledInVain(reached, policy, heardBy(reached, atLast)),
  'a mail is out': (_contact, _event, policy, reached) => isMailed(reached, policy, heardBy(reached, atLast)),
  'sent already': ({ facts }, event) =>
    delivered(facts, heardBy(facts, atLast).helpMails, atLast).some((at) => at <= event.at),
  'no record is owed': ({ facts }) => !heardBy(facts, atLast).owesRecord,
  'before the last answer': ({ facts }, event) =>
    event.at < (facts.answer?.at ?? facts.since ?? Number.NEGATIVE_INFINITY),
  'changed since': ({ facts }, event) => event.at < (facts.since ?? Number.NEGATIVE_INFINITY),
  'about the other alternative': ({ facts }, event, policy) =>
    event.type === 'client-answered' && isOfOther(alternativeOf(event, facts, policy), statementOf(event)),
  'a date was offered': ({ facts }, event, policy) =>
    event.type === 'client-answered' && alternativeOf(event, facts, policy) === 1,
  'the refund is due': leadsTo('refund-template'),
  'the date is accepted': leadsTo('chat-note'),
  'dates are given': leadsTo('rebroadcast'),
  'the same dates again': (...asked) => {
    const [{ facts }, event] = asked;
    return (
      event.type === 'client-answered' &&
      sameDates(facts.answer?.dates, event.dates) &&
      leadsTo('rebroadcast')(...asked)
    );
  },
  'dates are to come': leadsTo('await-dates'),
  'no chat note yet': ({ facts }) => facts.chatNoteAt == null,
  'chat note written': wasDone('chatNoteAt'),
  'date not changed yet': ({ facts }) => facts.dateChangedAt == null,
  'date changed': wasDone('dateChangedAt'),
  'another mover': ({ facts }, event) =>
    event.type === 'mp-assigned' && facts.offered?.alternative === 1 && facts.offered.mp !== event.mp,
  acknowledged: wasDone('ackSentAt'),
  'system updated': wasDone('systemUpdatedAt'),
  'system not updated': ({ facts }) => facts.systemUpdatedAt == null,
  'broadcast restarted': wasDone('broadcastAt'),
  'nobody was found': ({ facts }) => facts.course !== 'mp-found',
  'found already': ({ facts }, event) => event.type === 'mp-found' && facts.foundMp === event.mp,
  'news sent': wasDone('newsSentAt'),
  'assigned, and told by this': ({ facts }) => facts.mpAssignedAt != null,
  'assigned already': ({ facts }, event) =>
    event.type === 'mp-assigned' && facts.mpAssignedAt != null && facts.foundMp === event.mp,
  'told already': ({ facts }) => facts.course === 'mp-found' && facts.newsSentAt != null,
  'template not sent': ({ facts }) => facts.refundMailAt == null,
  'template sent': wasDone('refundMailAt'),
} satisfies Record<string, Condition>;

export type Guard = keyof typeof conditions;

/** The conditions that the steps name. Time is compared at the event's own instant. */
export const guards: Readonly<Record<Guard, Condition>> = conditions;
