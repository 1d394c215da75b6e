import type { CivilDate } from '../kernel/calendar.js';
import type { Clock, Instant } from '../kernel/clock.js';
import type { Decision, Recorded } from '../kernel/decision.js';
import type { Policy } from './policy.js';
import type { RuleId } from './rules.js';

/** The line of product: piped gas read by a meter, bottles, or a bulk tank. */
export type Product = 'meter' | 'bottled' | 'bulk';

/** The latest date for an answer: a civil date in the policy's zone, or an instant where a time of day is known (RQ-8). */
export type Deadline = CivilDate | Instant;

/** A ticket, as far as the rules look at it. */
export interface Ticket {
  readonly answered: boolean;
  /** `null`: not known. */
  readonly deadline: Deadline | null;
}

/** What an insistence complains of: that no answer came in time, or that the answer is wrong. */
export type InsistenceKind = 'late-answer' | 'disagreement';

/** A ticket that insists on an earlier one. */
export interface Insistence extends Ticket {
  readonly kind: InsistenceKind;
}

/** What the client makes of the last answer. `unaware`: does not know of it. */
export type Stance = 'unaware' | 'dissatisfied' | 'satisfied';

/** What is known of a customer's requirement, when they say that they have no answer. */
export interface Facts {
  /** `null`: not known. Only cases 3 and 4 look at it. */
  readonly product: Product | null;
  /** The requirement insisted on; `null`: there is none, or it was annulled (RQ-15). */
  readonly initial: Ticket | null;
  /** In any order; absent: none. */
  readonly insistences?: readonly Insistence[];
  /** Absent: `unaware`, for the analysis begins because the client says that they have no answer (RQ-11). */
  readonly client?: Stance;
}

/** No answer yet, and in term: the client is told the maximum date. Source: requirement-management L116. */
export interface TellMaxDate {
  readonly action: 'tell-max-date';
  readonly case: 1;
  readonly deadline: Deadline;
}
/** There is an answer that the client does not know: they are told it. Source: requirement-management L118. */
export interface ReadAnswer {
  readonly action: 'read-answer';
  readonly case: 2;
}
/** The contact centre makes the ticket. */
export interface CreateTicket {
  readonly action: 'create-ticket';
  readonly case: 3 | 4;
  readonly subject: InsistenceKind;
}
/** The client is told to make the ticket; the contact centre may (RQ-1: the manual's opening permits it). */
export interface TellClientToFile {
  readonly action: 'tell-client-to-file';
  readonly case: 3 | 4;
  readonly subject: InsistenceKind;
  readonly contactCentreMayCreate: true;
}
/** The maximum date of the insistence; of several that are open, the nearest, and of equally near ones the first. */
export interface TellInsistenceMaxDate {
  readonly action: 'tell-insistence-max-date';
  readonly case: 5;
  readonly deadline: Deadline;
}
/** The supervisor takes over, and nobody makes or suggests a further requirement. */
export interface Escalate {
  readonly action: 'escalate-supervisor';
  readonly case: 6 | 7 | 8;
  readonly noNewRequirement: true;
}
/** The manual is silent here: said, not guessed. */
export interface NotCovered {
  readonly action: 'not-covered';
  readonly gap: Gap;
  /** The open question of the catalogue. */
  readonly question: string;
  /** What the nearest case would do; `null`: none is near. A suggestion, not an answer. */
  readonly nearest: ReadAnswer | TellInsistenceMaxDate | null;
}

/** What the manual leaves open. */
export type Gap =
  | 'no-initial-requirement'
  | 'deadline-unknown'
  | 'product-unknown'
  | 'nothing-to-do'
  | 'both-open-insistence-in-term'
  | 'insistence-answer-unknown-to-client'
  | 'insistence-kind-not-covered';

/** What to do in the eight cases of the manual, and what they do not cover. `case` is the manual's number. */
export type Outcome =
  TellMaxDate | ReadAnswer | CreateTicket | TellClientToFile | TellInsistenceMaxDate | Escalate | NotCovered;

/** What `classify` makes of the facts. */
export interface Seen {
  readonly initial: 'none' | 'in-term' | 'overdue' | 'term-unknown' | 'answered';
  /** The insistence that decides: an open one before an answered one, an overdue one before all (RQ-10). */
  readonly insistence: 'none' | 'other-kind' | 'in-term' | 'overdue' | 'term-unknown' | 'answered';
  readonly client: Stance;
  /** Cases 3 and 4 only. */
  readonly product?: Product | 'unknown';
  /** Cases 3 and 4 only: whom the policy lets file for meter customers. */
  readonly meterFiling?: Policy['meterFiling'];
}

/** What `decide` answers. `validUntil`: the term that it rests on has run out; `null`: none is running. */
export type RequirementDecision = Decision<Outcome, RuleId, Seen>;

/** The world that a question is asked in. */
export interface Context {
  /** Where the present comes from: `Date` in production. */
  readonly clock: Clock;
  /** Absent: the manual's own values. */
  readonly policy?: Policy;
}

/** The stages of a requirement. */
export type Stage =
  'NONE' | 'INITIAL_OPEN' | 'INITIAL_ANSWERED' | 'INSISTENCE_OPEN' | 'INSISTENCE_ANSWERED' | 'ESCALATED' | 'CLOSED';

/** What happens to a requirement. `at` is when it happened, `id` the sender's own: the same id is the same event. */
export type Event =
  | { readonly type: 'initial-created'; readonly id: string; readonly at: Instant; readonly deadline: Deadline | null }
  | {
      readonly type: 'insistence-created';
      readonly id: string;
      readonly at: Instant;
      readonly kind: InsistenceKind;
      readonly deadline: Deadline | null;
    }
  | {
      /**
       * `client-asks`, `client-disagrees`: they want to know; ask `decide` what to do, and record it.
       * `collections-created`: a ticket about collections, which has nothing to do with this requirement.
       * `cancel`: the requirement was annulled.
       */
      readonly type:
        | 'initial-answered'
        | 'insistence-answered'
        | 'client-asks'
        | 'client-disagrees'
        | 'client-satisfied'
        | 'collections-created'
        | 'cancel';
      readonly id: string;
      readonly at: Instant;
    };

/** The stored state of a requirement. Plain JSON; `facts` is what `decide` takes. */
export interface Requirement {
  readonly version: 1;
  readonly stage: Stage;
  readonly facts: Facts;
  /** The ids of the events kept. */
  readonly seen: readonly string[];
}

/** Why an event of a requirement is refused, or has no effect. */
export type Code =
  | 'already-answered'
  | 'answered'
  | 'closed'
  | 'duplicate'
  | 'initial-exists'
  | 'insistence-open'
  | 'no-initial-requirement'
  | 'no-insistence'
  | 'no-new-requirement'
  | 'not-answered'
  | 'undated'
  | 'within-term';

/** What became of an event, and the requirement to keep: the very object given, where nothing was to be kept. */
export type RequirementRecorded = Recorded<Requirement, RuleId, Code>;
