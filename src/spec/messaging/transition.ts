import type { Instant, Now } from '../../kernel/clock.js';
import type { Recorded } from '../../kernel/decision.js';
import * as messaging from '../../messaging/index.js';
import type { Answer, Scene, World } from '../case.js';
import { told } from '../fired.js';
import { loadingPhrases, phrases, type ConversationStep, type LoadingStep, type TransitionGiven } from './schema.js';

const HOUR = 3_600_000;
const contact = 'the-contact';
const agent = 'the-agent';

/** The event happens when the case asks, to a conversation or a contact at the stage asked for. */
export function transition(given: TransitionGiven, { asked, policies }: World): Answer {
  const { messaging: policy } = policies;
  return isOfConversation(given) ? ofConversation(given, asked, policy) : ofLoading(given, asked, policy);
}

/** When the wait for the CRM began that a contact was in; a conversation is in none. */
export function transitionWait(given: TransitionGiven, _now: Now, { asked }: Scene): Instant | null {
  return isOfConversation(given) ? null : endOf(given, asked);
}

/** When the conversation ended before the event: within the wait for one that the user writes, when it is over for any other. */
function endOf({ state, event }: LoadingStep, at: Instant): Instant | null {
  if (state === 'IDLE') return null;
  return at - (event === 'user-message' ? HOUR / 2 : HOUR);
}

function isOfConversation(given: TransitionGiven): given is ConversationStep {
  return Object.hasOwn(courses, given.state);
}

/** What became of an event, as a code. What has no effect because the manual leaves it open is not covered. */
function code({ status, code: why }: Pick<Recorded<unknown, string>, 'status' | 'code'>, stage: string): string {
  if (status === 'refused') return `illegal:${why}`;
  if (status === 'late') return 'late';
  if (status !== 'no-effect') return `ok:${stage}`;
  return why === 'contact-unknown' ? `not-covered:${why}` : `noop:${why}`;
}

const courses = {
  NEW: 'open',
  BOT: 'open',
  CLASSIFIED: 'open',
  SUPPORT: 'support',
  INVESTIGATING: 'investigating',
  SOLVED: 'solved',
  CLOSED_OUT: 'closed-out',
} as const satisfies Readonly<Record<messaging.Stage, messaging.Course>>;

const reply = ['standard-reply'] as const;
const replyAndBot = [...reply, 'reactivate-bot'] as const;
const all = [...replyAndBot, 'click-close'] as const;
const progress = { none: [], reply, 'reply+bot': replyAndBot } as const;

/** The steps that a step waits for. */
const before: Readonly<Record<string, readonly messaging.ClosingStep[]>> = {
  'bot-reactivated': reply,
  'bot-answered': replyAndBot,
  'bot-silent': replyAndBot,
  hooked: replyAndBot,
  'click-close': replyAndBot,
};

function ofConversation(given: ConversationStep, at: Instant, policy: messaging.Policy): Answer {
  const { state: stage, actor, done } = given;
  const type = spelt<messaging.Event['type']>(given.event, phrases);
  const isClosedOut = stage === 'CLOSED_OUT';
  const assigned = given.assignedAgent ?? agent;
  const steps = done == null ? (before[type] ?? []) : progress[done];
  const state: messaging.Conversation = {
    version: 1,
    contact,
    stage,
    facts: {
      section: stage === 'CLASSIFIED' || type === 'tags-set' ? 'the-section' : 'NEW',
      agent: isClosedOut ? null : assigned,
      department: 'the-department',
      tags: stage === 'CLASSIFIED' ? ['the-tag'] : [],
      course: courses[stage],
      // Who gives a conversation back has it.
      heldBy: type === 'given-back' ? (actor ?? assigned) : null,
      solvedAt: stage === 'SOLVED' || isClosedOut ? at - HOUR : null,
      openComments: ['the-comment'],
      closing: isClosedOut ? all : stage === 'SOLVED' ? steps : [],
      closedOutAt: isClosedOut ? at - HOUR : null,
    },
    seen: [],
  };
  const event = conversationEvent(given, type, at, actor ?? assigned);
  const became = messaging.record(state, event, { policy });
  return { outcome: code(became, became.state.stage), ...told('messaging', state, event, became) };
}

/** An event in the library's words; most are spelt in the format as they are here. */
function spelt<Type extends string>(event: string, inOurs: Readonly<Record<string, Type>>): Type {
  return (Object.hasOwn(inOurs, event) ? inOurs[event] : event) as Type;
}

/** What is not given does not stand in the event's way. */
function conversationEvent(
  given: ConversationStep,
  type: messaging.Event['type'],
  at: Instant,
  by: string,
): messaging.Event {
  const event = { id: 'the-event', at, contact } as const;
  switch (type) {
    case 'user-message':
      // The format drops the argument of its one row for a message after the solution.
      return { ...event, type, notSolved: given.state === 'SOLVED' };
    case 'comment-answered':
      return { ...event, type, comment: 'the-comment' };
    case 'section-set':
      return { ...event, type, section: 'the-section' };
    case 'agent-set':
      return { ...event, type, agent };
    case 'tags-set':
      return { ...event, type, tags: ['the-tag'] };
    case 'solved':
    case 'standard-reply-sent':
    case 'bot-reactivated':
    case 'click-close':
      return { ...event, type, by };
    case 'taken-over':
    case 'given-back':
      return { ...event, type, by, after: null };
    default:
      return { ...event, type };
  }
}

function ofLoading(given: LoadingStep, at: Instant, policy: messaging.Policy): Answer {
  const { state: stage } = given;
  // Nothing happens by itself: when its time has come, the automation sets its tag.
  const isTick = given.event === 'tick';
  if (isTick && (stage === 'IDLE' || stage === 'FAILED')) {
    return {
      outcome: `ok:${stage}`,
      fired: [stage === 'IDLE' ? 'messaging/crm-auto-after-1h' : 'messaging/crm-fallback'],
    };
  }
  const type = isTick ? 'tag-added' : spelt<messaging.LoadingEvent['type']>(given.event, loadingPhrases);
  const reached = (...stages: readonly messaging.LoadingStage[]): Instant | null =>
    stages.includes(stage) ? at - HOUR : null;
  const state: messaging.Loading = {
    version: 1,
    stage,
    facts: {
      contact,
      hasWelcomeEvents: stage !== 'IDLE',
      endedAt: endOf(given, at),
      isKnown: type === 'upload-flag-set' && given.contactKnownFromWhatsApp !== false,
      uploadFlag: type === 'contact-known' ? 'si' : null,
      taggedAt: reached('TAGGED', 'ASKED'),
      askedAt: reached('ASKED'),
      failedAt: reached('FAILED'),
      loadedAt: reached('LOADED'),
    },
    wroteAt: [],
    seen: [],
  };
  const event = loadingEvent(given, type, at, policy);
  const became = messaging.recordLoading(state, event, { policy });
  const { fired, recorded } = told('messaging/loading', state, event, became);
  return {
    outcome: code(became, became.state.stage),
    fired: isTick ? [...fired, 'messaging/crm-auto-after-1h'] : fired,
    recorded,
  };
}

function loadingEvent(
  { welcomeEvents, tag }: LoadingStep,
  type: messaging.LoadingEvent['type'],
  at: Instant,
  policy: messaging.Policy,
): messaging.LoadingEvent {
  const event = { id: 'the-event', at, contact } as const;
  switch (type) {
    case 'conversation-ended':
      return { ...event, type, hasWelcomeEvents: welcomeEvents ?? true };
    case 'tag-added-by-hand':
      return { ...event, type, tag: tag ?? policy.crmTag };
    case 'upload-flag-set':
      return { ...event, type, value: policy.uploadFlag };
    default:
      return { ...event, type };
  }
}
