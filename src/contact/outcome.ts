import type { CivilDate } from '../kernel/calendar.js';
import type { Instant } from '../kernel/clock.js';
import type { NewDates } from './model.js';

/** Call the client now. Every call that is answered leaves a mail of what was said. */
export interface CallNow {
  readonly action: 'call-now';
}
/** The help mail: from the sender, to the client, with the MC in blind copy. `helpMail` composes it. */
export interface SendHelpMail {
  readonly action: 'send-help-mail';
  readonly template: 'help';
  /** Which of its two paragraphs is kept: 1 where a mover has another date, 2 where the client is asked for dates. */
  readonly paragraph: 1 | 2;
  /** The date to be written in paragraph 1. */
  readonly date: CivilDate | null;
  /** The mover who has that date. */
  readonly mp: string | null;
}
/** A mail with all that was said in the call. */
export interface SendCallRecordMail {
  readonly action: 'send-call-record-mail';
}
/** A reply is awaited; from `until` on, a call is due. */
export interface Wait {
  readonly action: 'wait';
  readonly until: Instant;
  /**
   * The wait is counted in working time, or it is one for the hours in which clients are called, and the call is due already.
   * Absent: time just passes.
   */
  readonly of?: 'working-time' | 'calling-hours';
}
/** Call and mail were made; there is nothing to do until the client answers. */
export interface AwaitReply {
  readonly action: 'await-reply';
}
/** The client was heard: record what they said (`client-answered`). */
export interface HandleReply {
  readonly action: 'handle-reply';
}

/** Alternative 1 was accepted: the note in the chat, the date in the system, and that very mover. In this order. */
export interface AcceptDateStep {
  readonly action: 'write-chat-note' | 'change-date' | 'assign-available-mp';
  readonly date: CivilDate | null;
  readonly mp: string | null;
}
/** The client is flexible, or gave dates: the acknowledgement, the system, the broadcast. */
export interface SearchStep {
  readonly action: 'send-search-ack' | 'update-dates' | 'restart-broadcast' | 'await-search';
  readonly dates: NewDates | null;
}
/** The client is flexible, and has not said when. */
export interface AwaitDates {
  readonly action: 'await-dates';
}
/** The news of the new search: found, and who. */
export interface FoundStep {
  readonly action: 'send-found-mail' | 'assign-mp';
  readonly mp: string | null;
}
/** The news of the new search: not found; with it the refund is offered, and the client decides. */
export interface NotFoundStep {
  readonly action: 'send-not-found-mail' | 'await-answer';
}
/** The refund that the client asked for: the template, and then the reversal. */
export interface RefundStep {
  readonly action: 'send-refund-template' | 'apply-reverso';
}
/** The contact is over. */
export interface Nothing {
  readonly action: 'none';
  readonly reason: 'assigned' | 'refunded' | 'cancelled';
}
/** The answer depends on something that nobody has said, or that does not exist. */
export interface NeedFact {
  readonly action: 'need-fact';
  readonly fact: 'move-date' | 'zone';
}

/** A step that an answer of the client leads to. */
export type AnswerStep =
  | 'chat-note'
  | 'change-date'
  | 'assign-available-mp'
  | 'refund-template'
  | 'reverso'
  | 'ack-search'
  | 'update-dates'
  | 'rebroadcast'
  | 'await-dates';

/** What an answer of the client leads to, step by step. */
export interface TakeSteps {
  readonly action: 'take-steps';
  readonly steps: readonly AnswerStep[];
}

/** What the manual leaves open. */
export type Gap =
  | 'move-date-passed'
  | 'move-is-today'
  | 'unanswered-call-after-mail'
  | 'mail-not-delivered'
  | 'rejects-without-refund'
  | 'not-flexible-without-refund'
  | 'contradictory';

/** The manual is silent here: said, not guessed. */
export interface NotCovered {
  readonly action: 'not-covered';
  readonly gap: Gap;
  /** The open question of the catalogue; `null`: it has none. */
  readonly question: string | null;
  /** What is nearest; `null`: nothing is. A suggestion, not an answer. */
  readonly nearest: CallNow | { readonly action: 'ask-again' } | null;
}

/** What is due in a contact. `TakeSteps` is what `clientAnswer` answers: `decide` gives its steps one at a time. */
export type Outcome =
  | CallNow
  | SendHelpMail
  | SendCallRecordMail
  | Wait
  | AwaitReply
  | HandleReply
  | AcceptDateStep
  | SearchStep
  | AwaitDates
  | FoundStep
  | NotFoundStep
  | RefundStep
  | Nothing
  | NeedFact
  | TakeSteps
  | NotCovered;
