import type { Instant } from '../kernel/clock.js';
import { classification, isNamed } from './classification.js';
import { maySolve } from './closing.js';
import { isBotOn, isReached } from './handoff.js';
import type { ClosingStep, Conversation, Event, Facts } from './model.js';
import type { Policy } from './policy.js';

/**
 * What the guards are asked about: the conversation before the event, the event, the policy, and the facts with the
 * event in them.
 */
type Asked = readonly [conversation: Conversation, event: Event, policy: Policy, learnt: Facts];

type Condition = (...asked: Asked) => boolean;

const closingSteps: Readonly<Partial<Record<Event['type'], ClosingStep>>> = {
  'standard-reply-sent': 'standard-reply',
  'bot-reactivated': 'reactivate-bot',
  'click-close': 'click-close',
};

function wasDone({ closing }: Facts, step: ClosingStep | undefined): boolean {
  return closing?.some((done) => done === step) === true;
}

function isClassified(facts: Facts, policy: Policy): boolean {
  // Whether it must be classified is another question.
  const { outcome } = classification({ ...facts, course: 'open' }, { policy });
  return outcome.action === 'none';
}

/** Whether the client has written since a message; `undefined`: it is not asked. */
function isPassed(message: string | null | undefined, { lastMessage }: Facts): boolean {
  if (message === undefined) return false;
  return lastMessage == null ? message !== null : !lastMessage.ids.some((id) => id === message);
}

function isBefore(event: Event, instant: Instant | null | undefined): boolean {
  return instant != null && event.at < instant;
}

const conditions = {
  'before the close-out': ({ facts }, event) => isBefore(event, facts.closedOutAt),
  'seen before': ({ facts }, event) => isReached(facts.botSeen, event) || isReached(facts.lastMessage, event),
  'an old complaint': ({ facts }, event) =>
    event.type === 'user-message' &&
    event.notSolved === true &&
    (isBefore(event, facts.solvedAt) || isReached(facts.botSeen, event)),
  'says it is not solved': (_conversation, event) => event.type === 'user-message' && event.notSolved === true,
  'the bot is off': ({ facts }) => !isBotOn(facts),
  'no such comment': ({ facts }, event) =>
    event.type === 'comment-answered' && facts.openComments?.includes(event.comment) !== true,
  classified: (_conversation, _event, policy, learnt) => isClassified(learnt, policy),
  'not classified': (_conversation, _event, policy, learnt) => !isClassified(learnt, policy),
  'nobody is assigned': (_conversation, _event, _policy, learnt) => !isNamed(learnt.agent),
  'the text was sent': ({ facts }) => facts.caseTextSentAt != null,
  'not by the assigned agent': ({ facts }, event, policy) => 'by' in event && !maySolve(event.by, facts.agent, policy),
  'done already': ({ facts }, event) => wasDone(facts, closingSteps[event.type]),
  'the reply is missing': ({ facts }, _event, { closeOrder }) =>
    closeOrder === 'strict' && !wasDone(facts, 'standard-reply'),
  'a step is missing': ({ facts }, _event, { closeOrder }) =>
    closeOrder === 'strict' && !(wasDone(facts, 'standard-reply') && wasDone(facts, 'reactivate-bot')),
  'the last step': (_conversation, _event, _policy, learnt) => learnt.closing?.length === 3,
  'the conversation has moved on': ({ facts }, event) =>
    'after' in event && (isPassed(event.after, facts) || isBefore(event, facts.handedOffAt)),
  'held by them': ({ facts }, event) => 'by' in event && facts.heldBy === event.by,
  'the bot is on': ({ facts }) => isBotOn(facts),
} satisfies Record<string, Condition>;

export type Guard = keyof typeof conditions;

/** The conditions that the steps name. Time is compared at the event's own instant. */
export const guards: Readonly<Record<Guard, Condition>> = conditions;
