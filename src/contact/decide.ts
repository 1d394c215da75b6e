import { Now } from '../kernel/clock.js';
import { changesAt } from '../kernel/decision.js';
import { alternativeAt, offeredAt } from './alternative.js';
import { clientAnswer } from './answer.js';
import { courseAddress, courseTable, type CourseAnswer, type Running } from './course.js';
import { heardBy, type Heard } from './heard.js';
import type { ContactDecision, Context, Facts, Seen, Statement } from './model.js';
import type { Outcome, SendHelpMail } from './outcome.js';
import { call, outreachTable, type OutreachAnswer } from './outreach.js';
import { defaultPolicy, type Policy } from './policy.js';
import { table } from './table.js';
import { delivered, mailWait, outreachAddress, type MailWait } from './wait.js';

const { record, state, heard: hearing } = /* @__PURE__ */ table.at;

/** What is decided at one instant: all of a decision but until when. */
type Answered = Omit<ContactDecision, 'validUntil'>;

/**
 * What is due in the contact with the client of a move, by which rule, and until when that holds: mail or call, and
 * when; then, step by step, what the client's answer leads to. A call that was answered is written down first, even
 * where all else is over.
 *
 * Days are civil days in the zone of the service's origin; waits are elapsed time. `validUntil` is the first instant
 * at which a wait is over, a day begins that changes the answer, or a fact dated ahead does.
 * A date or zone that does not exist is answered `need-fact`.
 *
 * Source: manual-assignment L22–40.
 */
export function decide(facts: Facts, context: Context): ContactDecision {
  const policy = context.policy ?? defaultPolicy;
  const now = new Now(context.clock.now());
  const answered = answerAt(facts, policy, now);
  const asText = now.boundary === null ? '' : JSON.stringify(answered.outcome);
  const validUntil = changesAt(now, (later) => {
    const next = answerAt(facts, policy, later);
    return next.rule === answered.rule && JSON.stringify(next.outcome) === asText;
  });
  return { ...answered, validUntil };
}

function answerAt(facts: Facts, policy: Policy, now: Now): Answered {
  const heard = heardBy(facts, now);
  const address = (heard.owesRecord ? record.owed : record.none) + stateShare(facts) + hearingShare(facts, heard, now);
  const { rule, then } = table.row(address);
  const situation = table.situations[address] as Seen;
  switch (then.action) {
    case 'reach-out':
      return reachOut(facts, policy, heard, now, situation);
    case 'weigh-answer':
      return weighAnswer(facts, policy, now, situation);
    case 'follow-course':
      return followCourse(facts, policy, now, situation);
    default:
      return { outcome: then, rule, situation };
  }
}

function stateShare({ course }: Facts): number {
  switch (course) {
    case undefined:
    case 'asking':
      return state.asking;
    case 'assigned':
      return state.assigned;
    case 'refunded':
      return state.refunded;
    case 'cancelled':
      return state.cancelled;
    default:
      return state.running;
  }
}

function hearingShare({ answer }: Facts, { reply, spoken }: Heard, now: Now): number {
  const heardLast = Math.max(reply ?? Number.NEGATIVE_INFINITY, spoken ?? Number.NEGATIVE_INFINITY);
  if (answer != null && now.hasReached(answer.at) && heardLast <= answer.at) return hearing.unclear;
  return reply !== null ? hearing.reply : spoken !== null ? hearing.call : hearing.no;
}

function reachOut(facts: Facts, policy: Policy, heard: Heard, now: Now, seen: Seen): Answered {
  const address = outreachAddress(facts, policy, heard, now);
  const { rule, then } = outreachTable.row(address);
  const situation = { ...seen, ...outreachTable.situations[address] };
  return { outcome: withMail(then, facts, policy, heard, now), rule, situation };
}

function withMail(then: OutreachAnswer, facts: Facts, policy: Policy, heard: Heard, now: Now): Outcome {
  if (then.action === 'send-help-mail') return helpMailAt(facts, policy, now);
  if (then.action === 'call-now') return callAt(policy, now);
  if (then.action !== 'wait') return then;
  const { until, of } = mailWait(facts, policy, delivered(facts, heard.helpMails, now)) as MailWait;
  const opening = policy.callingHours?.nextOpening(until) ?? until;
  if (opening > until) return { action: 'wait', until: opening, of: 'calling-hours' };
  return of === undefined ? { action: 'wait', until } : { action: 'wait', until, of };
}

/** A call that is due, put off to the hours in which clients are called. */
function callAt({ callingHours }: Policy, now: Now): Outcome {
  if (callingHours === null) return call;
  const opening = callingHours.nextOpening(now.at);
  // Whoever asks an hour later is not told to call in the night; hours that never close turn nothing.
  now.hasReached(opening > now.at ? opening : callingHours.nextClosing(now.at));
  return opening > now.at ? { action: 'wait', until: opening, of: 'calling-hours' } : call;
}

function helpMailAt(facts: Facts, policy: Policy, now: Now): SendHelpMail {
  const { outcome } = alternativeAt(facts, policy, now);
  const { paragraph } = outcome;
  return outcome.action === 'alternative-1'
    ? { action: 'send-help-mail', template: 'help', paragraph, date: outcome.date, mp: outcome.mp }
    : { action: 'send-help-mail', template: 'help', paragraph, date: null, mp: null };
}

function weighAnswer(facts: Facts, policy: Policy, now: Now, seen: Seen): Answered {
  const offered = offeredAt(facts, policy, now);
  const { outcome, rule, situation } = clientAnswer(offered.alternative, facts.answer as Statement);
  return { outcome, rule, situation: { ...seen, ...situation } };
}

function followCourse(facts: Facts, policy: Policy, now: Now, seen: Seen): Answered {
  const address = courseAddress(facts, facts.course as Running, now);
  const { rule, then } = courseTable.row(address);
  const situation = { ...seen, ...courseTable.situations[address] };
  return { outcome: withSteps(then, facts, policy, now), rule, situation };
}

function withSteps({ action }: CourseAnswer, facts: Facts, policy: Policy, now: Now): Outcome {
  switch (action) {
    case 'write-chat-note':
    case 'change-date':
    case 'assign-available-mp': {
      const offered = offeredAt(facts, policy, now);
      return offered.alternative === 1
        ? { action, date: offered.date, mp: offered.mp }
        : { action, date: null, mp: null };
    }
    case 'send-search-ack':
    case 'update-dates':
    case 'restart-broadcast':
    case 'await-search':
      return { action, dates: facts.answer?.dates ?? null };
    case 'send-found-mail':
    case 'assign-mp':
      return { action, mp: facts.foundMp ?? null };
    default:
      return { action };
  }
}
