import type * as contact from '../contact/index.js';
import type { Instant } from '../kernel/clock.js';
import type { Recorded } from '../kernel/decision.js';
import type * as ladder from '../ladder/index.js';
import type * as messaging from '../messaging/index.js';
import type * as pending from '../pending/index.js';
import type * as requirement from '../requirement/index.js';
import type * as routing from '../routing/index.js';

/** What every record has. */
interface Stored {
  /** The caller's own name for it. */
  readonly id: string;
  /** Before this instant the record is not looked at; absent, or earlier than `from`: it is from `from` on. */
  readonly since?: Instant;
}

/** A record of which the facts are known: the answer is followed from `from` on, as if nothing more were recorded. */
export interface FactsRecord<Facts> extends Stored {
  readonly facts: Facts;
}

/**
 * An event, and when the host came to know of it. `deliveredAt` absent: at its own instant, or together with the event
 * delivered before it where that one is later. Where an event may be dated ahead of the host's clock, give it.
 */
export type Delivered<Event> = Event & { readonly deliveredAt?: Instant };

/** A record of which all events are known, in the order in which they were delivered. */
export interface HistoryRecord<Event> extends Stored {
  readonly history: readonly Delivered<Event>[];
}

/** What a comparison is about: what is stored, what may be changed, what is answered, and what else must be known. */
interface Question<Record extends Stored, Policy, Decision, World = unknown> {
  readonly record: Record;
  readonly policy: Policy;
  readonly decision: Decision;
  readonly world: World;
}

/** The seven questions, each by the name of its system; `messaging` has two. */
export interface Questions {
  /** Whether a chat is pending. */
  readonly pending: Question<
    FactsRecord<pending.Facts> | HistoryRecord<pending.Event>,
    pending.Policy,
    pending.PendingDecision
  >;
  /** The next step of a move without a mover. A history is looked at from the beginning of its search on. */
  readonly ladder: Question<
    FactsRecord<ladder.Facts> | (HistoryRecord<ladder.Event> & { readonly beginning: ladder.Beginning }),
    ladder.Policy,
    ladder.LadderDecision
  >;
  /** What is due in the contact with a client. */
  readonly contact: Question<
    FactsRecord<contact.Facts> | (HistoryRecord<contact.Event> & { readonly beginning: contact.Beginning }),
    contact.Policy,
    contact.ContactDecision
  >;
  /** Which of the eight cases it is. `product` absent, or `null`: not known. */
  readonly requirement: Question<
    | FactsRecord<requirement.Facts>
    | (HistoryRecord<requirement.Event> & { readonly product?: requirement.Facts['product'] }),
    requirement.Policy,
    requirement.RequirementDecision
  >;
  /** Who gets a contact. Time changes nothing here. `team` of a record: as it was then; absent: that of the options. */
  readonly routing: Question<
    FactsRecord<routing.Contact> & { readonly team?: routing.Team },
    routing.Policy,
    routing.RoutingDecision,
    /** The portfolio as it is loaded: neither policy reads the files anew. */
    { readonly portfolio: routing.Portfolio; readonly team: routing.Team }
  >;
  /** What comes next in a bot's conversation. `contact`: whose it is. */
  readonly messaging: Question<
    FactsRecord<messaging.Facts> | (HistoryRecord<messaging.Event> & { readonly contact: string }),
    messaging.Policy,
    messaging.MessagingDecision
  >;
  /** Whether a contact is to be loaded into the CRM. */
  readonly 'messaging/intake': Question<
    FactsRecord<messaging.IntakeFacts> | (HistoryRecord<messaging.LoadingEvent> & { readonly contact: string }),
    messaging.Policy,
    messaging.IntakeDecision
  >;
}

/** What policies can be compared in. */
export type System = keyof Questions;
/** What is stored and compared: facts, or a history of events. */
export type RecordOf<S extends System> = Questions[S]['record'];
/** The policies of which two are compared, complete and ready for deciding. */
export type PolicyOf<S extends System> = Questions[S]['policy'];
/** The answers that two policies may differ in. */
export type DecisionOf<S extends System> = Questions[S]['decision'];
/** The id of a rule that may give the answer. */
export type RuleOf<S extends System> = DecisionOf<S>['rule'];
/** What an answer says to do, without its data. */
export type ActionOf<S extends System> = DecisionOf<S>['outcome']['action'];

/** How far a long comparison is. */
export interface Progress {
  /** How many records have been compared. */
  readonly done: number;
  /** How many there are; `null`: not known before the end, as of a generator. */
  readonly total: number | null;
}

/** What is looked at, and what counts as the same. */
export type ComparisonOptions<S extends System> = Questions[S]['world'] & {
  /** The first instant that is looked at. */
  readonly from: Instant;
  /** The first that is not any more. At `from` or before it, nothing is looked at and nothing differs. */
  readonly to: Instant;
  /**
   * Whether two decisions are the same answer. Absent: `isSameAnswer`, by which the rule and the whole outcome count:
   * a wait until another instant is another answer. `isSameStep` leaves the data out. Neither looks at `situation` and
   * `validUntil`.
   */
  readonly sameAs?: (was: DecisionOf<S>, now: DecisionOf<S>) => boolean;
  /**
   * How many stretches of one record are followed at most, so that no record goes on for ever; absent: 100,000. What
   * has more is listed in `cut`.
   */
  readonly limit?: number;
  /** Called by `comparePolicies`, and its async form, after each record. What it throws ends the comparison. */
  readonly onProgress?: (progress: Progress) => unknown;
};

/** A stretch of time in which the two policies give different answers. */
export interface Difference<D> {
  readonly from: Instant;
  /** Not included. */
  readonly until: Instant;
  /** What the first policy answers, as it was decided at `from`. */
  readonly was: D;
  /** What the second policy answers. */
  readonly now: D;
}

/** What became of an event. */
export type Taken = Pick<Recorded<unknown, string>, 'status'> & {
  /** `null`: none. */
  readonly code: string | null;
};

/** An event that is taken otherwise under the one policy than under the other: refused, say. */
export interface EventDifference {
  /** The event's. */
  readonly id: string;
  /** When it was delivered. */
  readonly at: Instant;
  readonly was: Taken;
  readonly now: Taken;
}

/** An answer, in a word: the rule and what it says to do. */
export interface Step<Rule extends string, Action extends string> {
  readonly rule: Rule;
  readonly action: Action;
}

/**
 * While the two policies differ, one of them comes to a step that the other has not come to, or comes to at another
 * instant. What holds already when the time looked at begins, begins nowhere.
 */
export interface Shift<Rule extends string, Action extends string> extends Step<Rule, Action> {
  /** When it first begins under the first policy; `null`: it does not, until the two agree again. */
  readonly was: Instant | null;
  /** The same under the second policy. Not both are `null`. */
  readonly now: Instant | null;
  /** By how many milliseconds the second policy comes later; negative: earlier. `null`: one does not come to it. */
  readonly by: number | null;
}

/** One record under two policies. Plain JSON. */
export interface RecordComparison<S extends System> {
  readonly id: string;
  /** In order of time; they never overlap. Empty: the same answers, as far as they were followed. */
  readonly differences: readonly Difference<DecisionOf<S>>[];
  /** Events delivered in the time looked at. */
  readonly events: readonly EventDifference[];
  /** In order of time. Empty where there are no differences. */
  readonly shifts: readonly Shift<RuleOf<S>, ActionOf<S>>[];
  /** Where the comparison stopped because of the limit; `null`: it came to the end. */
  readonly cutAt: Instant | null;
}

/** Lengths of time: how often, in how many records, and how long. */
export interface Spread {
  readonly records: number;
  readonly times: number;
  /** Milliseconds; of an even number of times, the mean of the two in the middle. */
  readonly median: number;
  /** Milliseconds. */
  readonly sum: number;
}

/** How often. */
export type Count = Pick<Spread, 'records' | 'times'>;

/** All stretches in which one step stands in the place of another: how many there are, and how long they last. */
export interface PairSummary<Rule extends string, Action extends string> extends Spread {
  readonly was: Step<Rule, Action>;
  /** The same step as `was`, where only the outcome's data differ. */
  readonly now: Step<Rule, Action>;
}

/** How a step moves in time. `null`: never so. */
export interface ShiftSummary<Rule extends string, Action extends string> extends Step<Rule, Action> {
  /** It begins earlier under the second policy, and by how much. */
  readonly earlier: Spread | null;
  /** It begins later under the second policy, and by how much. */
  readonly later: Spread | null;
  /** It begins under the first policy, and not under the second. */
  readonly onlyWas: Count | null;
  /** It begins under the second policy, and not under the first. */
  readonly onlyNow: Count | null;
}

/** What a change of policy would change in a set of records. */
export interface Summary<S extends System> {
  /** How many records there were. */
  readonly compared: number;
  /** How many were followed to the end, and have the same answers and take the same events. */
  readonly same: number;
  /** The records with another answer, or an event taken otherwise, in the order in which they came. */
  readonly changed: readonly RecordComparison<S>[];
  /** Records that were not followed to the end, whether or not they are in `changed` too. */
  readonly cut: readonly { readonly id: string; readonly at: Instant }[];
  /** The pair that most records have comes first. */
  readonly pairs: readonly PairSummary<RuleOf<S>, ActionOf<S>>[];
  /** In the order of the rules' ids. */
  readonly shifts: readonly ShiftSummary<RuleOf<S>, ActionOf<S>>[];
}

/** What a change of policy would change. Plain JSON. */
export interface PolicyComparison<S extends System> extends Summary<S> {
  readonly system: S;
  readonly from: Instant;
  readonly to: Instant;
}
