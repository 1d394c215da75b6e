import { Now, type Clock, type Instant } from './clock.js';

/** A sentence in the two languages that team leaders and developers read. */
export interface Sentence {
  readonly es: string;
  readonly en: string;
}

/** One rule of a manual: the law beside the code. */
export interface Rule {
  /** What the rule says, in our own words. */
  readonly statement: Sentence;
  /** The manual and the line or lines that it comes from. */
  readonly source: { readonly manual: string; readonly lines: readonly number[] };
  /** Whether the manual's words settle it, or our reading of them does. */
  readonly basis: 'manual' | 'reading';
  /** The open questions of the catalogue that the reading answers. */
  readonly questions?: readonly string[];
  /** The fields of the system's policy that the rule depends on. Absent: it has none. */
  readonly parameters?: readonly string[];
  /** `false` for a motive, or for a practice given up: such a rule decides nothing. */
  readonly normative: boolean;
}

/** What a manual leaves open, and how we read it: said, not guessed. */
export interface OpenQuestion {
  /** What the manual does not settle. */
  readonly question: Sentence;
  /** The reading that we take. */
  readonly reading: Sentence;
  /** The other reading that can be defended. */
  readonly other: Sentence;
  /** Why we read it so. */
  readonly why: Sentence;
  /** The field of the system's policy by which the other reading can be chosen. Absent: it cannot. */
  readonly parameter?: string;
}

/** Freezes a system's open questions and keeps their codes as a type, without copying the sentences into it. */
export function defineQuestions<const Code extends string>(
  questions: Readonly<Record<Code, OpenQuestion>>,
): Readonly<Record<Code, OpenQuestion>> {
  for (const question of Object.values<OpenQuestion>(questions)) Object.freeze(question);
  return Object.freeze(questions);
}

/** Freezes a system's rules and keeps their ids as a type, without copying the sentences into it. */
export function defineRules<const Id extends string>(rules: Readonly<Record<Id, Rule>>): Readonly<Record<Id, Rule>> {
  for (const rule of Object.values<Rule>(rules)) Object.freeze(rule);
  return Object.freeze(rules);
}

/** An answer, with the rule that gave it, the facts it saw, and until when it holds. Plain JSON. */
export interface Decision<Outcome, Id extends string, Seen> {
  /** What to do, with the data to do it. */
  readonly outcome: Outcome;
  /** The rule that said so: a key of the system's `rules`. */
  readonly rule: Id;
  /** The situation that the facts, the clock and the policy added up to. */
  readonly situation: Seen;
  /**
   * The first instant at which outcome or rule will be another if nothing is recorded;
   * `null`: never, by time alone. One timer set to it replaces polling; a late timer does no harm.
   * A fact that decided nothing may read otherwise in `situation` before then: that wakes nobody.
   */
  readonly validUntil: Instant | null;
}

/** What became of an event. */
export interface Recorded<State, Id extends string, Code extends string = string> {
  /** The state to keep. It is the very object given where nothing was to be kept. */
  readonly state: State;
  /**
   * `applied`: it counts. `late`: noted, in its place before something known already; of a machine, what it is about is over.
   * `duplicate`: known already. `no-effect`: the manual gives it none (see `code`). `refused`: against a rule (see `code`).
   */
  readonly status: 'applied' | 'late' | 'duplicate' | 'no-effect' | 'refused';
  /** Why it was refused or had no effect: a code of the catalogue. */
  readonly code?: Code;
  /** The rule that refused it, or that gives it its effect. */
  readonly rule?: Id;
}

/** Facts that may know what they will be at a later instant, because an event is dated ahead of the clock. */
export interface WithNext<Facts> {
  readonly next?: { readonly from: Instant; readonly facts: Facts } | null;
}

/** The facts that hold now, of a chain of facts dated ahead. */
export function current<Facts extends WithNext<Facts>>(facts: Facts, now: Now): Facts {
  let holding = facts;
  while (holding.next != null && now.hasReached(holding.next.from)) holding = holding.next.facts;
  return holding;
}

/**
 * The first instant at which the answer is another. It follows the boundaries, one after the other,
 * so a boundary that changes nothing is passed over.
 */
export function changesAt(now: Now, isSame: (later: Now) => boolean): Instant | null {
  let next = now.boundary;
  while (next !== null) {
    const later = new Now(next);
    if (!isSame(later)) return next;
    next = later.boundary;
  }
  return null;
}

/** A stretch of time in which one decision held: from `from` (included) until `until` (not included). */
export interface Interval<D> {
  readonly from: Instant;
  /** `null`: for good, if nothing is recorded. */
  readonly until: Instant | null;
  readonly decision: D;
}

/**
 * The exact intervals in which each answer holds, from one instant to another, found by following `validUntil`:
 * no ticking. `to` is not included; the last interval may reach beyond it. Empty if `from` is not before `to`.
 *
 * @throws Error when `decide` breaks its promise and gives a `validUntil` that is not ahead of its clock.
 */
export function timeline<D extends { readonly validUntil: Instant | null }>(
  decide: (clock: Clock) => D,
  from: Instant,
  to: Instant,
): readonly Interval<D>[] {
  const intervals: Interval<D>[] = [];
  for (let at: Instant | null = from; at !== null && at < to;) {
    const instant: Instant = at;
    const decision = decide({ now: () => instant });
    const until: Instant | null = decision.validUntil;
    if (until !== null && !(until > instant)) {
      throw new Error(`A decision taken at ${instant} cannot hold only until ${until}.`);
    }
    intervals.push({ from: instant, until, decision });
    at = until;
  }
  return intervals;
}
