import type { Clock, Instant } from '../kernel/clock.js';
import type { Decision, Recorded, WithNext } from '../kernel/decision.js';
import type { Journal } from '../kernel/journal.js';
import type { Policy } from './policy.js';
import type { RuleId } from './rules.js';

/** Who wrote a message. All sellers count alike, and so do all AI agents (PE-13). */
export type Author = 'client' | 'ai' | 'seller';

/**
 * What is known of a chat: plain columns that a database can hold. A host that has events instead
 * gets them from `record`.
 */
export interface Facts extends WithNext<Facts> {
  /** Who wrote the last message that counts; `none`: the chat is empty. */
  readonly lastMessage: Author | 'none';
  /**
   * The first message, of the client or the AI, since a seller wrote or resolved; `null`: there is none.
   * What the AI writes to a resolved chat begins nothing (PE-1b).
   */
  readonly waitingSince: Instant | null;
  /** Since when the AI agent is on in this chat; `null`: it is off. A host that knows only that it is on writes 0. */
  readonly aiSince: Instant | null;
  /** A seller marked the chat resolved, and neither the client nor a seller wrote since. */
  readonly resolved: boolean;
  /** When the last message was written. Only `measureFrom: 'last-message'` looks at it; without it, that reads `waitingSince`. */
  readonly lastMessageAt?: Instant | null;
  /** When the AI was switched off, if `aiSince` still tells when it was on. Not null: the AI is off. */
  readonly aiUntil?: Instant | null;
  /** Since when an action of the seller's is open, flagged after a seller last wrote or resolved; absent or `null`: none is. */
  readonly actionSince?: Instant | null;
}

/** A message. `kind`: reactions, internal notes, deliveries that failed and mass mailings are no messages (PE-11, PE-12). */
export interface MessageEvent {
  readonly type: 'client-message' | 'ai-message' | 'seller-message';
  readonly id: string;
  readonly at: Instant;
  /** Absent: `message`. */
  readonly kind?: 'message' | 'reaction' | 'note' | 'failed' | 'mass';
}

/** A message was deleted, or turned out not to have been delivered: it counts as never written. */
export interface DeletionEvent {
  readonly type: 'message-deleted';
  readonly id: string;
  readonly at: Instant;
  /** The `id` of the message. It may arrive later than its deletion. */
  readonly messageId: string;
}

/** Somebody says that the matter is settled. */
export interface ResolveEvent {
  readonly type: 'mark-resolved';
  readonly id: string;
  readonly at: Instant;
  /** Absent: a seller. Nobody else may. */
  readonly by?: Author;
  /** Absent: `button`. Both ways do the same. */
  readonly via?: 'button' | 'menu';
}

/** The rest of what happens to a chat. */
export interface ChatEvent {
  /** `action-flagged`: the seller still has something to do here. `opened`, `read`, `unread`: looked at, which changes nothing. */
  readonly type: 'action-flagged' | 'ai-on' | 'ai-off' | 'opened' | 'read' | 'unread';
  readonly id: string;
  readonly at: Instant;
}

/** What happens to a chat. `at` is when it happened, `id` the sender's own: the same id is the same event. */
export type Event = MessageEvent | DeletionEvent | ResolveEvent | ChatEvent;

/** The stored state of a chat. Plain JSON; `facts` is what `decide` takes. */
export type Chat = Journal<Event, Facts>;

/** A person must attend the chat. */
export interface Attend {
  readonly action: 'attend';
  readonly reason: 'seller-action' | 'client-unanswered' | 'last-by-ai' | 'ai-window-exceeded';
  /** Since when the client, or the AI's question to the client, has been left; `null`: only an action of the seller's is open. */
  readonly waitingSince: Instant | null;
}

/** Nobody need attend the chat now. */
export interface Nothing {
  readonly action: 'none';
  readonly reason: 'no-messages' | 'resolved' | 'seller-last' | 'ai-process';
  /** The window of the AI is counted in working time. Absent: it is not, or there is none. */
  readonly of?: 'working-time';
}

/** Whether a person must attend the chat, and why. */
export type Outcome = Attend | Nothing;

/** What `classify` makes of the facts. */
export interface Seen {
  /** An action of the seller's is open. */
  readonly task: 'none' | 'open';
  readonly lastMessage: Author | 'none';
  readonly resolved: 'no' | 'yes';
  /** `off`: no AI that exempts this chat. `overdue`: it has attended for longer than the window. */
  readonly ai: 'off' | 'attending' | 'overdue';
}

/** What `decide` answers. `validUntil`: the AI's window ends, or an event dated ahead counts; `null`: neither. */
export type PendingDecision = Decision<Outcome, RuleId, Seen>;
/** Why an event of a chat is refused, has no effect, or has none yet. */
export type Code =
  | 'already-resolved'
  | 'forgotten'
  | 'message-unknown'
  | 'not-a-message'
  | 'not-a-seller'
  | 'nothing-to-resolve'
  | 'read'
  | 'undated';

/** What became of an event, and the chat to keep: the very object given, where nothing was to be kept. */
export type PendingRecorded = Recorded<Chat, RuleId, Code>;

/** The world that a question is asked in. */
export interface Context {
  /** Where the present comes from: `Date` in production. */
  readonly clock: Clock;
  /** Absent: the manual's own values. */
  readonly policy?: Policy;
}

/** The five conditions that a chat can be in. Derived, never stored. */
export type Stage = 'EMPTY' | 'AI_PROCESS' | 'PENDING' | 'ANSWERED' | 'RESOLVED';
