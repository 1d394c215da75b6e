import { fixedClock, Now, type Clock, type Instant } from './clock.js';
import { LONGEST } from './duration.js';
import { faultText, type Fault } from './fault.js';

/** A policy from an instant on. */
export interface PolicyVersion<Policy> {
  /** What decisions call it by. */
  readonly version: string;
  /** From when on it is in force; `null`: since ever, which only the first can be. */
  readonly from: Instant | null;
  readonly policy: Policy;
  /**
   * Where each of its values comes from: a note by field, as `{ resendWait: 'minutes of 4 March' }`; of the `calendar` of its
   * waits, too.
   */
  readonly sources?: { readonly [Field in keyof Policy | 'calendar']?: string };
}

/** The versions of a policy, in the order in which they came into force. Make one with `datedPolicies`. */
export interface DatedPolicies<Policy> {
  readonly versions: readonly PolicyVersion<Policy>[];
  /** Which counts: the version in force when the wait began that a decision is about, or when it is decided. */
  readonly by: 'wait' | 'decision';
}

/** A decision, and the version of the policy that it was taken under. */
export type Dated<D> = D & { readonly version: string };

/** What a decision under dated policies asks for. */
export interface DatedContext<Facts, Policy> {
  readonly clock: Clock;
  readonly policies: DatedPolicies<Policy>;
  /**
   * When the wait began that facts are in at an instant: the system's own `waitBegan`; `null`: they are in none, and the
   * version of the decision counts. Absent: the system knows no waits. What it compares with time, it asks of `now`: where its
   * answer turns at an instant ahead, another version may count from then on.
   */
  readonly waitBegan?: (facts: Facts, now: Now) => Instant | null;
}

/**
 * The versions of a policy: `datedPolicies([{ version: '2025', from: null, policy: ladder.policy() }, …])`. By `wait`, which is
 * what stands if nothing is said, a new version never changes what a wait that runs already will come to.
 *
 * @throws RangeError that says what makes no sense: no version, a name that is empty or that two have, a source for what is no
 * field, a first version that is not of ever, or instants that are none or do not follow each other.
 */
export function datedPolicies<Policy extends object>(
  versions: readonly PolicyVersion<Policy>[],
  { by = 'wait' }: { readonly by?: DatedPolicies<Policy>['by'] } = {},
): DatedPolicies<Policy> {
  const faults = versionFaults(versions);
  if (faults.length > 0) {
    throw new RangeError(faults.map(faultText).join('\n'));
  }
  return Object.freeze({ versions: Object.freeze(versions.map((one) => Object.freeze({ ...one }))), by });
}

/** Everything that makes no sense in the versions of a policy. */
export function versionFaults<Policy extends object>(versions: readonly PolicyVersion<Policy>[]): readonly Fault[] {
  if (versions.length === 0) return [{ path: ['versions'], expected: 'one version at least' }];
  const first = new Map<string, number>();
  for (const [index, { version }] of versions.entries()) if (!first.has(version)) first.set(version, index);
  return versions.flatMap(({ version, from, policy, sources = {} }, index) => {
    const path = (field: string): Fault['path'] => ['versions', index, field];
    const before = versions[index - 1]?.from ?? Number.NEGATIVE_INFINITY;
    const isInOrder = index === 0 ? from === null : from !== null && from > before && from <= LONGEST;
    const expected = index === 0 ? 'null: the first is in force since ever' : 'an instant after that of the one before';
    return [
      ...(version.trim() === '' ? [{ path: path('version'), expected: 'a name that is not empty' }] : []),
      ...(first.get(version) === index
        ? []
        : [{ path: path('version'), expected: 'a name that no other version has' }]),
      ...(isInOrder ? [] : [{ path: path('from'), expected }]),
      ...Object.keys(sources)
        .filter((field) => field !== 'calendar' && !Object.hasOwn(policy, field))
        .map((field) => ({ path: [...path('sources'), field], expected: 'a field of the policy' })),
    ];
  });
}

/** The version in force at an instant. Where that is not a number, the first. */
export function versionAt<Policy>({ versions }: DatedPolicies<Policy>, at: Instant): PolicyVersion<Policy> {
  return versions.findLast(({ from }) => from === null || from <= at) ?? (versions[0] as PolicyVersion<Policy>);
}

/**
 * The version that facts are decided by at an instant. For `record`, which takes a policy, too:
 * `ladder.record(search, event, { policy: versionFor(search.facts, event.at, { policies, waitBegan: ladder.waitBegan }).policy })`.
 */
export function versionFor<Facts, Policy>(
  facts: Facts,
  at: Instant,
  context: Omit<DatedContext<Facts, Policy>, 'clock'>,
): PolicyVersion<Policy> {
  return versionAt(context.policies, beganAt(facts, new Now(at), context) ?? at);
}

/** When the wait began of which the version counts; `null`: the version of the decision does. */
function beganAt<Facts, Policy>(
  facts: Facts,
  now: Now,
  { policies, waitBegan }: Omit<DatedContext<Facts, Policy>, 'clock'>,
): Instant | null {
  return policies.by === 'wait' ? (waitBegan?.(facts, now) ?? null) : null;
}

/**
 * Decides under the version that counts, and names it: `decideDated(ladder.decide, facts, { clock, policies, waitBegan:
 * ladder.waitBegan })`. `validUntil` knows of the versions to come: it is the first instant at which outcome or rule will be
 * another, by time or by a new version.
 */
export function decideDated<
  Facts,
  Policy,
  D extends { readonly outcome: unknown; readonly rule: string; readonly validUntil: Instant | null },
>(
  decide: (facts: Facts, context: { readonly clock: Clock; readonly policy: Policy }) => D,
  facts: Facts,
  context: DatedContext<Facts, Policy>,
): Dated<D> {
  const { policies } = context;
  const turns = policies.versions.map(({ from }) => from ?? Number.NEGATIVE_INFINITY).reverse();
  let turn = turns.pop();
  /** The answer of an instant, and the next at which there may be another: by time, a version to come, or another wait. */
  const answerAt = (at: Instant): readonly [Dated<D>, Instant] => {
    const now = new Now(at);
    const began = beganAt(facts, now, context);
    const { version, policy } = versionAt(policies, began ?? at);
    const decision = decide(facts, { clock: fixedClock(at), policy });
    // Instants are asked in their order: what is past is past for good.
    while (turn !== undefined && !(turn > at)) turn = turns.pop();
    // In a wait one version counts, whatever comes into force meanwhile.
    const ahead = [decision.validUntil, now.boundary, began === null ? (turn ?? null) : null];
    return [{ ...decision, version }, Math.min(...ahead.map((next) => next ?? Number.POSITIVE_INFINITY))];
  };
  const [answer, first] = answerAt(context.clock.now());
  const told = JSON.stringify([answer.outcome, answer.rule]);
  let next = first;
  while (next !== Number.POSITIVE_INFINITY) {
    const [later, after] = answerAt(next);
    if (JSON.stringify([later.outcome, later.rule]) !== told) return { ...answer, validUntil: next };
    next = after;
  }
  return { ...answer, validUntil: null };
}
