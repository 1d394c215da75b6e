import type { TemplateName } from './placeholders.js';
import type { ClosingStep } from './model.js';

/** A part of what makes a conversation classified. */
export type Part = 'section' | 'agent' | 'tag';

/** Something is missing for the conversation to be classified. */
export interface Classify {
  readonly action: 'classify';
  readonly missing: readonly Part[];
}
/** The bot is hooked by hand, with a snippet; the snippet's text is the host's. */
export interface Hook {
  readonly action: 'hook';
  readonly snippet: number;
}
/** The comment is answered where it stands, with emojis; its answer is written by a person. */
export interface ReplyComment {
  readonly action: 'reply-comment';
  /** The comment's id; `null`: that of the question asked. */
  readonly comment: string | null;
  readonly emojis: true;
}
/** Duties of the support agent toward a user who made a ticket. */
export interface CaseDuty {
  readonly action: 'call-user' | 'locate-user' | 'monitor-case';
  /** The agent whose case it is. */
  readonly by: string | null;
}
/** A standard message; `message` composes it. */
export interface SendMessage {
  readonly action: 'send-message';
  readonly template: TemplateName;
  /** What is known of its placeholders. */
  readonly data: Readonly<Record<string, string | null>>;
}
/** The closing reply, which is the first closing step. */
export interface ClosingReply extends SendMessage {
  readonly step: Extract<ClosingStep, 'standard-reply'>;
}
/** The second or the third closing step. */
export interface ClosingAct {
  readonly action: 'reactivate-bot' | 'click-close';
  /** The agent whose case it is. */
  readonly by: string | null;
}
/** Nothing to be done by a person. */
export interface Nothing {
  readonly action: 'none';
  readonly reason: 'bot-attends' | 'person-attends' | 'closed-out';
}
/**
 * Closed out: the three things that are then so, always together. The button says "close"; the conversation is open.
 */
export interface ClosedOut {
  readonly action: 'none';
  readonly reason: 'complete';
  readonly bot: 'on';
  readonly conversation: 'open';
  readonly agent: null;
}
/** A fact is needed before the rules can answer. */
export interface NeedFact {
  readonly action: 'need-fact';
  readonly fact: 'department' | 'agent' | 'zone';
}

/** Why a conversation is not to be closed. */
export type ClosingRefusal = 'not-solved' | 'not-assigned-agent' | 'out-of-order';
/** A closing step was taken that was not to be taken yet, or by this user. */
export interface RefuseClosing {
  readonly action: 'refuse';
  readonly code: ClosingRefusal;
}

/** What `decide` answers. */
export type Outcome =
  Classify | Hook | ReplyComment | CaseDuty | SendMessage | ClosingReply | ClosingAct | Nothing | NeedFact;
