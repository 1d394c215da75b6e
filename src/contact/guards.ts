import { Now } from '../kernel/clock.js';
import { offeredAt } from './alternative.js';
import { clientAnswer, isOfOther } from './answer.js';
import { heardBy } from './heard.js';
import type { Contact, Event, Facts, Statement } from './model.js';
import type { AnswerStep } from './outcome.js';
import type { Policy } from './policy.js';
import { delivered, isCalledInVain, isMailed } from './wait.js';

/** What the guards are asked about: the contact before the event, the event, the policy, and the facts with mails, calls, replies and a changed date in them. */
type Asked = readonly [contact: Contact, event: Event, policy: Policy, reached: Facts];

/** Whatever was recorded counts: at which stage a contact stands does not depend on a clock. */
const atLast = /* @__PURE__ */ new Now(Number.POSITIVE_INFINITY);

/** What the client said, of an event that says so. */
export function statementOf(event: Extract<Event, { type: 'client-answered' }>): Statement {
  return { stance: event.stance, refund: event.refund ?? false, dates: event.dates ?? null };
}

/** Whether a statement of the client leads to a step. */
function leadsTo(step: AnswerStep): (...asked: Asked) => boolean {
  return ({ facts }, event, policy) =>
    event.type === 'client-answered' && stepsAfter(event, facts, policy).includes(step);
}

function stepsAfter(
  event: Extract<Event, { type: 'client-answered' }>,
  facts: Facts,
  policy: Policy,
): readonly AnswerStep[] {
  const { alternative } = offeredAt(facts, policy, new Now(event.at));
  const { outcome } = clientAnswer(alternative, statementOf(event));
  return outcome.action === 'take-steps' ? outcome.steps : [];
}

/** Whether a step was done already. */
function wasDone(step: keyof Facts): (...asked: Asked) => boolean {
  return ({ facts }) => facts[step] != null;
}

/** The conditions that the steps name. Time is compared at the event's own instant. */
export const guards = {
  'the client was heard': (...[, , , reached]: Asked) => {
    const { reply, spoken } = heardBy(reached, atLast);
    return reply !== null || spoken !== null;
  },
  'called in vain': (...[, , policy, reached]: Asked) => isCalledInVain(reached, policy, heardBy(reached, atLast)),
  'a mail is out': (...[, , policy, reached]: Asked) => isMailed(reached, policy, heardBy(reached, atLast)),
  'sent already': (...[{ facts }, event]: Asked) =>
    delivered(facts, heardBy(facts, atLast).helpMails, atLast).some((at) => at <= event.at),
  'no record is owed': (...[{ facts }]: Asked) => !heardBy(facts, atLast).owesRecord,
  'before the last answer': (...[{ facts }, event]: Asked) =>
    event.at < (facts.answer?.at ?? facts.since ?? Number.NEGATIVE_INFINITY),
  'changed since': (...[{ facts }, event]: Asked) => event.at < (facts.since ?? Number.NEGATIVE_INFINITY),
  'about the other alternative': (...[{ facts }, event, policy]: Asked) =>
    event.type === 'client-answered' &&
    isOfOther(offeredAt(facts, policy, new Now(event.at)).alternative, statementOf(event)),
  'the refund is due': leadsTo('refund-template'),
  'the date is accepted': leadsTo('chat-note'),
  'dates are given': leadsTo('rebroadcast'),
  'dates are to come': leadsTo('await-dates'),
  'no chat note yet': (...[{ facts }]: Asked) => facts.chatNoteAt == null,
  'chat note written': wasDone('chatNoteAt'),
  'date not changed yet': (...[{ facts }]: Asked) => facts.dateChangedAt == null,
  'date changed': wasDone('dateChangedAt'),
  'another mover': (...[{ facts }, event]: Asked) =>
    event.type === 'mp-assigned' && facts.offered?.alternative === 1 && facts.offered.mp !== event.mp,
  acknowledged: wasDone('ackSentAt'),
  'system updated': wasDone('systemUpdatedAt'),
  'system not updated': (...[{ facts }]: Asked) => facts.systemUpdatedAt == null,
  'broadcast restarted': wasDone('broadcastAt'),
  'nobody was found': (...[{ facts }]: Asked) => facts.course !== 'mp-found',
  'found already': (...[{ facts }, event]: Asked) => event.type === 'mp-found' && facts.foundMp === event.mp,
  'news sent': wasDone('newsSentAt'),
  'assigned, and told by this': (...[{ facts }]: Asked) => facts.mpAssignedAt != null,
  'assigned already': (...[{ facts }, event]: Asked) =>
    event.type === 'mp-assigned' && facts.mpAssignedAt != null && facts.foundMp === event.mp,
  'told already': (...[{ facts }]: Asked) => facts.course === 'mp-found' && facts.newsSentAt != null,
  'template not sent': (...[{ facts }]: Asked) => facts.refundMailAt == null,
  'template sent': wasDone('refundMailAt'),
} as const;

export type Guard = keyof typeof guards;
