import type { AnyDecision, AnyRuleId, MachineName, Policies, RowRef } from '../catalogue/index.js';
import type { Instant, Now } from '../kernel/clock.js';
import type { Recorded } from '../kernel/decision.js';
import type { Problem, Read } from '../kernel/schema.js';

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One worked case: facts, the instant at which they are looked at, and the answer. */
export interface Case {
  /** `<system>-NNN`. */
  readonly id: string;
  readonly system: string;
  /** Which question is asked. */
  readonly decision: string;
  readonly name: string;
  /** The facts; their fields depend on the decision. */
  readonly given: { readonly [field: string]: Json };
  /** ISO 8601 with an offset. */
  readonly now: string;
  /** An IANA zone. */
  readonly zone: string;
  /** What the company has chosen of the system's policy, as its door takes it: `{ "aiWindow": { "minutes": 3 } }`. */
  readonly policy?: { readonly [field: string]: Json };
  /** In place of `policy`: a policy with versions, as `datedPoliciesSchema` of `pauta/kernel/schema` takes it. */
  readonly policies?: { readonly [field: string]: Json };
  /** The answer in words; never compared. */
  readonly expected: string;
  /** The answer as a code. */
  readonly outcome: Json;
  /** Only with a wait: until when. ISO 8601 with an offset. */
  readonly until?: string;
  /** Only with `policies`: the name of the version that decides. */
  readonly version?: string;
  /** The rule that the case illustrates. */
  readonly rule: string;
  /** `manual`: every faithful implementation gives this answer. `default-reading`: ours does. */
  readonly determined: 'manual' | 'default-reading';
  /** The answer under the rejected reading; never compared. */
  readonly other_reading?: Json;
}

/** How the library answers a case. */
export interface Answer {
  readonly outcome: Json;
  /** Only with a wait: the threshold that is waited for. */
  readonly until?: Instant;
  /** Only under a policy with versions: the name of the one that decided. */
  readonly version?: string;
  /** The rule that decided, and after it those that it rests on. */
  readonly fired: readonly [AnyRuleId, ...AnyRuleId[]];
  /** The decisions that were taken, the one that answers first. Its `validUntil` knows of the versions of a policy. */
  readonly decisions?: readonly AnyDecision[];
  /** What a machine was told, and what became of it. */
  readonly recorded?: Told;
  /** Rows that answered without a decision of their own. */
  readonly rows?: readonly RowRef[];
}

/** An event that a machine was told at a stage. */
export interface Told {
  readonly machine: MachineName;
  readonly stage: string;
  readonly event: string;
  /** The stage after it. */
  readonly to: string;
  readonly became: Pick<Recorded<unknown, AnyRuleId>, 'status' | 'code' | 'rule'>;
}

/** When a case asks, and where. */
export interface Scene {
  /** The `now` of the case: what has happened "now", happened then. */
  readonly asked: Instant;
  readonly zone: string;
}

/** The world of a case. */
export interface World extends Scene {
  /** The instant that is looked at: that of the case, or one after it, at which its answer may be another. */
  readonly now: Instant;
  /** What a company has chosen; what the case itself chooses stands above it. */
  readonly policies: Policies;
}

/** One kind of question that a case may ask. */
export interface Question {
  /** Reads the `given` of a case, or says everything that is wrong with it. */
  readonly pose: (given: unknown) => Read<Posed>;
  /** What may be given, as JSON Schema: for forms and editors. */
  readonly shape: () => Json;
}

/** A question with facts that are in order. */
export interface Posed {
  readonly answer: (world: World) => Answer;
  /** When the wait began that the facts are in, for policies with versions; `null`: they are in none. */
  readonly waitBegan: (now: Now, scene: Scene) => Instant | null;
}

/** The outcome of checking one case. */
export interface Check {
  /** The case's id, or its place where it has none. */
  readonly id: string;
  /** The outcome, and `until` and `version` where there is one, are as expected. */
  readonly pass: boolean;
  readonly expected: Json;
  /** `null` for a malformed case. */
  readonly actual: Json;
  /** The rule that decided; `null` for a malformed case. */
  readonly rule: string | null;
  /** The rule that decided, and those that its row rests on; empty for a malformed case. */
  readonly fired: readonly string[];
  /** Whether the case's rule decided, or is one that the deciding row rests on. Reported apart: no reason to fail. */
  readonly ruleMatches: boolean;
  /** What is wrong with the case itself: not its answer. Empty for a case that could be asked. */
  readonly problems: readonly Problem[];
}
