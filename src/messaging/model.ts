import type { Clock, Instant } from '../kernel/clock.js';
import type { Decision, Recorded } from '../kernel/decision.js';
import type { Outcome } from './outcome.js';
import type { Policy } from './policy.js';
import type { RuleId } from './rules.js';
import type { Situation } from './table.js';

/** A step of closing a conversation: the reply, the bot, the green button. */
export type ClosingStep = 'standard-reply' | 'reactivate-bot' | 'click-close';

/**
 * Where a conversation is. `open`: the bot attends, or a person who took over. `support`: a ticket was made (case 2).
 * `investigating`: it has no immediate solution (case 3). `solved`: it is to be closed. `closed-out`: the three closing
 * steps are done, and it is open and with the bot again.
 */
export type Course = 'open' | 'support' | 'investigating' | 'solved' | 'closed-out';

/** A message of the client. */
export interface Message {
  readonly id: string;
  readonly at: Instant;
}

/**
 * How far messages go: the latest instant, and all that are known of it. Channels that count in seconds have several.
 */
export interface Reach {
  readonly at: Instant;
  readonly ids: readonly string[];
}

/**
 * What is known of a conversation. Left out, or `null`: it has not happened, or there is none. None of these looks at a
 * clock: what is due depends on what was done, not on how long ago.
 */
export interface Facts {
  /** The section of the inbox that it is in. */
  readonly section?: string | null;
  /** The user it is assigned to: a name of the policy's `users`, or another of the host's. */
  readonly agent?: string | null;
  /** The department of that user's case. */
  readonly department?: string | null;
  readonly tags?: readonly string[];
  /** Absent: `open`. */
  readonly course?: Course;
  /** Who took an open conversation over from the bot. */
  readonly heldBy?: string | null;
  /** When the bot last answered; when it was last seen to leave a message unanswered; when it was last hooked. */
  readonly botAnsweredAt?: Instant | null;
  readonly botSilentAt?: Instant | null;
  readonly hookedAt?: Instant | null;
  /** When the user last asked by a comment. */
  readonly commentedAt?: Instant | null;
  /** The ids of the comments that have no answer yet. */
  readonly openComments?: readonly string[];
  /** When the user who made a ticket was called, and was located in the inbox. */
  readonly calledAt?: Instant | null;
  readonly locatedAt?: Instant | null;
  /** When the client was told that the case is still looked into. */
  readonly caseTextSentAt?: Instant | null;
  readonly solvedAt?: Instant | null;
  /** The closing steps taken, in the order in which they were. */
  readonly closing?: readonly ClosingStep[];
  readonly closedOutAt?: Instant | null;
  /** How far the client's messages go. */
  readonly lastMessage?: Reach | null;
  /** The watermark: how far the bot has seen them, or is not to see them any more. */
  readonly botSeen?: Reach | null;
  /** When the conversation last went from the bot to a person, or back. */
  readonly handedOffAt?: Instant | null;
}

/** What `decide` answers. Time changes nothing here: `validUntil` is `null`. */
export type MessagingDecision = Decision<Outcome, RuleId, Situation>;

/** The world that a question is asked in. */
export interface Context {
  /** Where the present comes from: `Date` in production. */
  readonly clock: Clock;
  /** Absent: the manual's own values. */
  readonly policy?: Policy;
}

/** The world of the questions that do not depend on time. */
export type Timeless = Partial<Context>;

/** The stages of a conversation. */
export type Stage = 'NEW' | 'BOT' | 'CLASSIFIED' | 'SUPPORT' | 'INVESTIGATING' | 'SOLVED' | 'CLOSED_OUT';

/** What every event has. */
interface Happened {
  /** The sender's own: the same id is the same event. A message's id may be that of another event. */
  readonly id: string;
  /** When it happened, not when it arrived: of a message, the channel's own timestamp. */
  readonly at: Instant;
  /** The id of the contact whose conversation it is. An event of another contact is refused. */
  readonly contact: string;
}

/** What happens in a conversation. */
export type Event = Happened &
  (
    | {
        /** The client wrote. The id is that of the message. */
        readonly type: 'user-message';
        /** Whether it says that the solution was none; absent: no. Looked at where the case was solved. */
        readonly notSolved?: boolean;
      }
    | {
        readonly type: 'bot-answered';
        /**
         * The message that it answered: the bot has seen the client's messages as far as that. Leave it out only if it
         * is not known: the message is then still the bot's, should it be delivered again.
         */
        readonly to?: Message;
      }
    | {
        /**
         * `bot-silent`: it was noticed that the bot left a message unanswered. `hooked`: the bot was hooked.
         * `comment-question`: the user asked by a comment, whose id is the event's. `support-ticket`: the user made a
         * ticket; made during a case, its duties are owed anew. `user-called`, `user-located`, `case-text-sent`: what
         * the case asks for was done. `no-immediate-solution`: a report that the case goes on.
         */
        readonly type:
          | 'bot-silent'
          | 'hooked'
          | 'comment-question'
          | 'support-ticket'
          | 'user-called'
          | 'user-located'
          | 'no-immediate-solution'
          | 'case-text-sent';
      }
    | { readonly type: 'comment-answered'; readonly comment: string }
    | { readonly type: 'section-set'; readonly section: string | null }
    | {
        readonly type: 'agent-set';
        readonly agent: string | null;
        /** Absent: as it was, if the agent is the same; that of another agent is not known. */
        readonly department?: string | null;
      }
    | { /** All tags that it has from now on. */ readonly type: 'tags-set'; readonly tags: readonly string[] }
    | {
        /** `solved`: the client has a solution that works. Then the three closing steps. */
        readonly type: 'solved' | 'standard-reply-sent' | 'click-close';
        /** The user who did it. */
        readonly by: string;
      }
    | {
        /** The second closing step, by which the conversation goes back to the bot. */
        readonly type: 'bot-reactivated';
        readonly by: string;
        /** As in `given-back`; absent: not looked at, and a message that the agent had not seen goes unanswered. */
        readonly after?: string | null;
      }
    | {
        /** A person takes an open conversation over from the bot; somebody gives it back. */
        readonly type: 'taken-over' | 'given-back';
        readonly by: string;
        /** The id of the last message of the client that they had seen, one of `facts.lastMessage`; `null`: none. */
        readonly after: string | null;
      }
  );

/** The stored state of a conversation. Plain JSON; `facts` is what `decide` takes. */
export interface Conversation {
  readonly version: 1;
  /** The id of the contact: each has one conversation. */
  readonly contact: string;
  readonly stage: Stage;
  readonly facts: Facts;
  /**
   * The ids of the events kept: of each act and filing. Messages, and what the bot does, are known by their instants.
   */
  readonly seen: readonly string[];
}

/** Why an event of a conversation is refused, or has no effect. */
export type Code =
  | 'agent-attends'
  | 'already-solved'
  | 'bot-off'
  | 'duplicate'
  | 'no-comment'
  | 'no-support-case'
  | 'not-assigned-agent'
  | 'not-investigating'
  | 'not-solved'
  | 'other-contact'
  | 'out-of-order'
  | 'stale'
  | 'undated';

/** What became of an event, and the conversation to keep: the very object given, where nothing was to be kept. */
export type ConversationRecorded = Recorded<Conversation, RuleId, Code>;
