import type { CivilDate } from '../kernel/calendar.js';
import type { Clock, Instant } from '../kernel/clock.js';
import type { Decision, Recorded } from '../kernel/decision.js';
import type { AnswerSeen } from './answer.js';
import type { CourseSeen } from './course.js';
import type { Outcome } from './outcome.js';
import type { OutreachSeen } from './outreach.js';
import type { Policy } from './policy.js';
import type { RuleId } from './rules.js';

/** A call to the client. */
export interface Call {
  readonly at: Instant;
  readonly answered: boolean;
}

/** A date on which a mover could do the move. */
export interface Availability {
  readonly mp: string;
  readonly date: CivilDate;
}

/** What the help mail offered: the date of a mover (alternative 1), or the client was asked for dates (alternative 2). */
export type Offered = ({ readonly alternative: 1 } & Availability) | { readonly alternative: 2 };

/** Dates that the client gave anew, with their flexibility. */
export interface NewDates {
  readonly date: CivilDate;
  /** The first date that would do; absent: `date`. */
  readonly from?: CivilDate;
  /** The last date that would do; absent: `date`. */
  readonly to?: CivilDate;
}

/**
 * What the client made of the offer: `accepts`, `rejects` the date of alternative 1; is `flexible`, `not-flexible`
 * under alternative 2.
 */
export type Stance = 'accepts' | 'rejects' | 'flexible' | 'not-flexible';

/** What the client said. */
export interface Statement {
  readonly stance: Stance;
  /** Whether the client asked for a refund; a refund is never made without that. */
  readonly refund: boolean;
  readonly dates: NewDates | null;
}

/** Where the client's answer has led; `asking`: nowhere yet. */
export type Course =
  | 'asking'
  | 'date-accepted'
  | 'await-dates'
  | 'new-search'
  | 'mp-found'
  | 'refund-offered'
  | 'refunding'
  | 'assigned'
  | 'refunded'
  | 'cancelled';

/**
 * What is known of the contact with the client of a move. Instants count from their instant on, and lists may be in
 * any order. Left out, or `null`: it has not happened.
 */
export interface Facts {
  /** `null`: not known. */
  readonly moveDate: CivilDate | null;
  /** The IANA zone of the service's origin; absent: the policy's. */
  readonly zone?: string;
  /** When the contact began anew, because the date was changed elsewhere: what is older counts no more. */
  readonly since?: Instant | null;
  /** When the help mail was sent; of several, the first that was not returned has the wait. */
  readonly helpMailsAt?: readonly Instant[];
  /** When other mails to the client were sent, such as the record of a call. */
  readonly otherMailsAt?: readonly Instant[];
  readonly calls?: readonly Call[];
  /** When the client, not an automatic reply, wrote about this move, by any channel (CO-12). */
  readonly clientRepliesAt?: readonly Instant[];
  /** When somebody last read what the client wrote, and found no answer in it. Looked at once the client has answered. */
  readonly readAt?: Instant | null;
  /** When a help mail came back: those sent until then did not reach the client. */
  readonly mailBouncedAt?: Instant | null;
  /** Dates that movers said they could; absent: nobody has asked them. */
  readonly availability?: readonly Availability[] | null;
  /** What was offered; absent: what `alternative` says. */
  readonly offered?: Offered | null;
  readonly course?: Course;
  /** What the client said last. */
  readonly answer?: (Statement & { readonly at: Instant }) | null;
  readonly chatNoteAt?: Instant | null;
  readonly dateChangedAt?: Instant | null;
  readonly ackSentAt?: Instant | null;
  readonly systemUpdatedAt?: Instant | null;
  readonly broadcastAt?: Instant | null;
  /** The mover that the new search found. */
  readonly foundMp?: string | null;
  /** When the client was told what came of the new search. */
  readonly newsSentAt?: Instant | null;
  readonly mpAssignedAt?: Instant | null;
  readonly refundMailAt?: Instant | null;
}

/** What `classify` makes of the facts; the further tables add what they looked at. */
export interface Seen extends Partial<OutreachSeen>, Partial<CourseSeen>, Partial<AnswerSeen> {
  /** Whether an answered call still lacks its mail. */
  readonly record: 'owed' | 'none';
  readonly state: 'asking' | 'running' | 'assigned' | 'refunded' | 'cancelled';
  /** Whether we have heard of the client. `unclear`: the answer recorded is one that the manual does not cover. */
  readonly heard: 'no' | 'reply' | 'call' | 'unclear';
}

/** What `decide` answers. `validUntil`: a wait is over, a day begins, or a fact dated ahead counts; `null`: none. */
export type ContactDecision = Decision<Outcome, RuleId, Seen>;

/** The world that a question is asked in. */
export interface Context {
  /** Where the present comes from: `Date` in production. */
  readonly clock: Clock;
  /** Absent: the manual's own values. */
  readonly policy?: Policy;
}

/** The stages of a contact. */
export type Stage =
  | 'DUE'
  | 'CALLED_UNANSWERED'
  | 'MAIL_SENT'
  | 'DIALOGUE'
  | 'DATE_ACCEPTED'
  | 'AWAIT_DATES'
  | 'RE_SEARCH'
  | 'REFUND_OFFERED'
  | 'REFUNDING'
  | 'ASSIGNED'
  | 'REFUNDED'
  | 'CANCELLED';

/** What every event has. */
interface Happened {
  /** The sender's own: the same id is the same event. */
  readonly id: string;
  /** When it happened, not when it arrived. */
  readonly at: Instant;
  /** The id of the move. An event of another move is refused. */
  readonly move: string;
}

/** What happens in the contact with a client. */
export type Event = Happened &
  (
    | {
        /**
         * `record-mail-sent`: the mail with what was said in a call. `mail-bounced`: the help mail came back.
         * `client-reply`: the client wrote. `reply-read`: what they wrote was read, and says nothing new. `chat-note-written` … `reverso-applied`: what `decide` asked for was done.
         * `mp-not-found`: the new search failed. `cancel`: the client gave the move up.
         */
        readonly type:
          | 'record-mail-sent'
          | 'mail-bounced'
          | 'call-answered'
          | 'call-unanswered'
          | 'client-reply'
          | 'reply-read'
          | 'chat-note-written'
          | 'date-changed'
          | 'ack-sent'
          | 'system-updated'
          | 'broadcast-restarted'
          | 'found-mail-sent'
          | 'mp-not-found'
          | 'not-found-mail-sent'
          | 'refund-mail-sent'
          | 'reverso-applied'
          | 'cancel';
      }
    | {
        /** The help mail. */
        readonly type: 'mail-sent';
        /** What it offered; absent: what `alternative` says at that instant. */
        readonly offered?: Offered;
      }
    | {
        /** What the client said, in a mail, a chat or a call. */
        readonly type: 'client-answered';
        readonly stance: Stance;
        /** Absent: no. */
        readonly refund?: boolean;
        readonly dates?: NewDates | null;
      }
    | {
        /** `assigned-elsewhere`: a mover turned up for the old date after all. */
        readonly type: 'mp-assigned' | 'mp-found' | 'assigned-elsewhere';
        readonly mp: string;
      }
    | {
        /** A mover named a date on which it could. */
        readonly type: 'mp-available';
        readonly mp: string;
        readonly date: CivilDate;
      }
    | { readonly type: 'move-date-changed'; readonly date: CivilDate }
  );

/** The stored state of a contact. Plain JSON; `facts` is what `decide` takes. */
export interface Contact {
  readonly version: 1;
  readonly move: string;
  readonly stage: Stage;
  readonly facts: Facts;
  /** The ids of the events kept. */
  readonly seen: readonly string[];
}

/** Why an event of a contact is refused, or has no effect. */
export type Code =
  | 'chat-note-first'
  | 'closed'
  | 'date-first'
  | 'duplicate'
  | 'no-date-accepted'
  | 'no-refund-asked'
  | 'no-reply'
  | 'nobody-found'
  | 'not-flexible'
  | 'not-searching'
  | 'other-move'
  | 'search-not-failed'
  | 'template-first'
  | 'undated'
  | 'update-first'
  | 'wrong-alternative'
  | 'wrong-mp';

/** What became of an event, and the contact to keep: the very object given, where nothing was to be kept. */
export type ContactRecorded = Recorded<Contact, RuleId, Code>;
