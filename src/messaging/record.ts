import type { Instant } from '../kernel/clock.js';
import { isReached, joined, reachedWith } from './handoff.js';
import { flow } from './machine.js';
import type { ClosingStep, Context, Conversation, ConversationRecorded, Event, Facts, Stage } from './model.js';
import { defaultPolicy } from './policy.js';

/** The conversation of a contact of whom nothing is known yet. */
export function start(contact: string): Conversation {
  const facts: Facts = {
    section: null,
    agent: null,
    department: null,
    tags: [],
    course: 'open',
    heldBy: null,
    botAnsweredAt: null,
    botSilentAt: null,
    hookedAt: null,
    commentedAt: null,
    openComments: [],
    ...noCase,
    closedOutAt: null,
    lastMessage: null,
    botSeen: null,
    handedOffAt: null,
  };
  return { version: 1, contact, stage: 'NEW', facts, seen: [] };
}

/** A case of which nothing was done. */
const noCase = {
  calledAt: null,
  locatedAt: null,
  caseTextSentAt: null,
  solvedAt: null,
  closing: [],
} as const satisfies Partial<Facts>;

/**
 * Keeps an event of a conversation, or says by which rule it cannot be. Messages, answers of the bot and comments may
 * be heard of late and twice; what people do counts in the order in which it is recorded, and only the agent whose case
 * it is solves and closes it.
 *
 * Refused: `not-solved`, `not-assigned-agent`, `out-of-order` (a closing step before its turn), `no-support-case`,
 * `not-investigating`, `already-solved`, `bot-off` (nobody hooks a bot while a person attends), `no-comment` (an answer
 * to a comment that is not known, or not yet), `stale` (a hand-off by somebody who had not seen the last message, or
 * dated before the one that holds); `other-contact` for an event of another contact and `undated` for an instant that
 * is not a number. Without effect: `duplicate`, `bot-off`, `agent-attends`. `late`: noted, but what it is about is
 * over, or later messages are known; a message that is delivered again is `late`, too, unless it is the last. A refused
 * event leaves the state as it was.
 *
 * Source: messaging L39–78.
 */
export function record(
  conversation: Conversation,
  event: Event,
  context?: Partial<Pick<Context, 'policy'>>,
): ConversationRecorded {
  const { stage, facts, seen } = conversation;
  if (event.contact !== conversation.contact) return { state: conversation, status: 'refused', code: 'other-contact' };
  if (!Number.isFinite(event.at)) return { state: conversation, status: 'refused', code: 'undated' };
  if (isKnown(conversation, event)) return { state: conversation, status: 'duplicate' };
  const learnt = learn(facts, event);
  const step = flow.step(stage, event.type, conversation, event, context?.policy ?? defaultPolicy, learnt);
  const { rule } = step;
  if ('refuse' in step) return { state: conversation, status: 'refused', code: step.refuse, rule };
  // What had no effect now is to have none when it comes again.
  const known = isKept(event) ? [...seen, event.id] : seen;
  if ('ignore' in step || 'late' in step) {
    const state = { ...conversation, facts: isKept(event) ? facts : overheard(facts, learnt), seen: known };
    return 'late' in step ? { state, status: 'late', rule } : { state, status: 'no-effect', code: step.ignore, rule };
  }
  const moved = 'to' in step ? step.to : stage;
  const state = { ...conversation, stage: moved, facts: led(learnt, event, stage, moved), seen: known };
  return { state, status: isOvertaken(facts, event) && moved === stage ? 'late' : 'applied', rule };
}

/** Messages, and what the bot does, come by the thousand: of these the latest instants are enough. */
function isKept({ type }: Event): boolean {
  return type !== 'user-message' && type !== 'bot-answered' && type !== 'bot-silent' && type !== 'hooked';
}

function isKnown({ facts, seen }: Conversation, event: Event): boolean {
  const { lastMessage, botSeen, botAnsweredAt, botSilentAt, hookedAt } = facts;
  switch (event.type) {
    case 'user-message':
      return lastMessage?.at === event.at && lastMessage.ids.includes(event.id);
    case 'bot-answered':
      return isPast(event, botAnsweredAt) && (event.to === undefined || isReached(botSeen, event.to));
    case 'bot-silent':
      return isPast(event, botSilentAt);
    case 'hooked':
      return isPast(event, hookedAt);
    default:
      return seen.includes(event.id);
  }
}

function isPast({ at }: Event, instant: Instant | null | undefined): boolean {
  return instant != null && at <= instant;
}

/** What the client wrote and the bot did is known, even where it moves nothing any more. */
function overheard(facts: Facts, learnt: Facts): Facts {
  const { lastMessage = null, botSeen = null, botAnsweredAt = null, botSilentAt = null } = learnt;
  return { ...facts, lastMessage, botSeen, botAnsweredAt, botSilentAt };
}

/** Whether a message stands before one that is known already. */
function isOvertaken({ lastMessage }: Facts, event: Event): boolean {
  return event.type === 'user-message' && isReached(lastMessage, event);
}

/** What an event says by itself. Instants of what may come late are the latest known. */
function learn(facts: Facts, event: Event): Facts {
  const { at, id } = event;
  switch (event.type) {
    case 'user-message':
      return { ...facts, lastMessage: reachedWith(facts.lastMessage, event) };
    case 'bot-answered': {
      const botSeen = event.to === undefined ? (facts.botSeen ?? null) : reachedWith(facts.botSeen, event.to);
      return { ...facts, botAnsweredAt: latest(facts.botAnsweredAt, at), botSeen };
    }
    case 'bot-silent':
      return { ...facts, botSilentAt: latest(facts.botSilentAt, at) };
    case 'hooked':
      return { ...facts, hookedAt: latest(facts.hookedAt, at) };
    case 'comment-question':
      return {
        ...facts,
        commentedAt: latest(facts.commentedAt, at),
        openComments: [...(facts.openComments ?? []), id],
      };
    case 'comment-answered':
      return { ...facts, openComments: (facts.openComments ?? []).filter((open) => open !== event.comment) };
    case 'section-set':
      return { ...facts, section: event.section };
    case 'agent-set': {
      const known = event.agent === facts.agent ? (facts.department ?? null) : null;
      return { ...facts, agent: event.agent, department: event.department === undefined ? known : event.department };
    }
    case 'tags-set':
      return { ...facts, tags: [...event.tags] };
    case 'support-ticket':
      return { ...facts, ...noCase, course: 'support', heldBy: null, ...handedOff(facts, at) };
    case 'user-called':
      return { ...facts, calledAt: at };
    case 'user-located':
      return { ...facts, locatedAt: at };
    case 'no-immediate-solution':
      return { ...facts, course: 'investigating', caseTextSentAt: null };
    case 'case-text-sent':
      return { ...facts, caseTextSentAt: at };
    case 'solved':
      return {
        ...facts,
        course: 'solved',
        solvedAt: at,
        closing: [],
        botSeen: joined(facts.botSeen, facts.lastMessage),
      };
    case 'standard-reply-sent':
      return withStep(facts, 'standard-reply');
    case 'bot-reactivated':
      return { ...withStep(facts, 'reactivate-bot'), ...handedOff(facts, at) };
    case 'click-close':
      return withStep(facts, 'click-close');
    case 'taken-over':
      return { ...facts, heldBy: event.by, ...handedOff(facts, at) };
    case 'given-back':
      return { ...facts, heldBy: null, ...handedOff(facts, at) };
  }
}

function latest(known: Instant | null | undefined, at: Instant): Instant {
  return Math.max(known ?? at, at);
}

function withStep(facts: Facts, step: ClosingStep): Facts {
  return { ...facts, closing: [...(facts.closing ?? []), step] };
}

/** What the client wrote so far the bot has seen, or a person has. What is heard of later nobody has. */
function handedOff({ botSeen, lastMessage }: Facts, at: Instant): Pick<Facts, 'botSeen' | 'handedOffAt'> {
  return { botSeen: joined(botSeen, lastMessage), handedOffAt: at };
}

/** What the stage that an event leads to makes of the facts. */
function led(learnt: Facts, event: Event, before: Stage, stage: Stage): Facts {
  if (stage === before) return learnt;
  if (stage === 'CLOSED_OUT') {
    // L76, L78: nobody is assigned, and the bot attends.
    return { ...learnt, course: 'closed-out', agent: null, department: null, heldBy: null, closedOutAt: event.at };
  }
  if (stage === 'SUPPORT') return { ...learnt, course: 'support', solvedAt: null, closing: [] };
  return before === 'CLOSED_OUT' ? { ...learnt, ...noCase, course: 'open' } : learnt;
}
