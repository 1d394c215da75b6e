import { courseOf, type Stretch } from './course.js';
import type {
  ComparisonOptions,
  DecisionOf,
  Difference,
  PolicyComparison,
  PolicyOf,
  RecordComparison,
  RecordOf,
  System,
} from './model.js';
import { isSameAnswer } from './sameness.js';
import { shiftsOf } from './shift.js';
import { beginningOf, subjects } from './subjects.js';
import { tally } from './summary.js';

const LIMIT = 100_000;

/**
 * One record under two policies: where their answers differ, from when until when. For one record at a time, from
 * wherever it comes; `comparePolicies` sums up many.
 *
 * @throws RangeError that names the field, when `from` or `to` is not a number.
 */
export function comparison<S extends System>(
  system: S,
  a: PolicyOf<S>,
  b: PolicyOf<S>,
  record: RecordOf<S>,
  options: ComparisonOptions<S>,
): RecordComparison<S> {
  const { from, to, sameAs = isSameAnswer, limit = LIMIT } = options;
  // A date that was mistyped must not read as "nothing would change".
  for (const [name, instant] of Object.entries({ from, to })) {
    if (typeof instant !== 'number' || Number.isNaN(instant)) {
      throw new RangeError(`${name}: expected an instant in milliseconds; saw ${String(instant)}.`);
    }
  }
  const standing = subjects[system];
  const { stretches, events, cutAt } = courseOf<DecisionOf<S>>(
    { was: standing(record, a, options), now: standing(record, b, options) },
    { from: beginningOf(record, from), to, limit },
  );
  const differences = differencesOf(stretches, sameAs);
  return { id: record.id, differences, events, shifts: differences.length === 0 ? [] : shiftsOf(stretches), cutAt };
}

/** The stretches in which the answers differ; those that follow upon each other with the same two answers as one. */
function differencesOf<D>(
  stretches: readonly Stretch<D>[],
  sameAs: (one: D, other: D) => boolean,
): readonly Difference<D>[] {
  const differences: Difference<D>[] = [];
  for (const stretch of stretches) {
    const { from, until, was, now } = stretch;
    if (sameAs(was, now)) continue;
    const last = differences.at(-1);
    const goesOn = last?.until === from && sameAs(last.was, was) && sameAs(last.now, now);
    if (goesOn) differences[differences.length - 1] = { ...last, until };
    else differences.push(stretch);
  }
  return differences;
}

/**
 * Record by record, as somebody asks for them: those without a difference, too. Nothing is held. To stop, stop asking;
 * `summary` sums up what was made until then.
 */
export function* comparisons<S extends System>(
  system: S,
  a: PolicyOf<S>,
  b: PolicyOf<S>,
  records: Iterable<RecordOf<S>>,
  options: ComparisonOptions<S>,
): Generator<RecordComparison<S>, void, undefined> {
  for (const record of records) yield comparison(system, a, b, record, options);
}

/**
 * What a change from policy `a` to policy `b` would change: which records get another answer, from when until when, by
 * which rule; and how much earlier or later an answer begins. Of the records that stay the same only their number is
 * held, so they may come from a generator.
 *
 * The same events are played under both policies: nobody knows what people would have done under the other one.
 *
 * @throws RangeError that names the field, when `from` or `to` is not a number, as soon as there is a record.
 */
export function comparePolicies<S extends System>(
  system: S,
  a: PolicyOf<S>,
  b: PolicyOf<S>,
  records: Iterable<RecordOf<S>>,
  options: ComparisonOptions<S>,
): PolicyComparison<S> {
  const { from, to, onProgress } = options;
  const total = countOf(records);
  const { add, sum } = tally<S>();
  for (const compared of comparisons(system, a, b, records, options)) {
    const done = add(compared);
    onProgress?.({ done, total });
  }
  return { system, from, to, ...sum() };
}

/**
 * The same for records that come from a database or a file, one after the other. What `onProgress` returns is awaited,
 * so that it can let other work go first, and a rejection ends the comparison.
 */
export async function comparePoliciesAsync<S extends System>(
  system: S,
  a: PolicyOf<S>,
  b: PolicyOf<S>,
  records: AsyncIterable<RecordOf<S>> | Iterable<RecordOf<S>>,
  options: ComparisonOptions<S>,
): Promise<PolicyComparison<S>> {
  const { from, to, onProgress } = options;
  const total = countOf(records);
  const { add, sum } = tally<S>();
  for await (const record of records) {
    const done = add(comparison(system, a, b, record, options));
    await onProgress?.({ done, total });
  }
  return { system, from, to, ...sum() };
}

function countOf(records: object): number | null {
  return Array.isArray(records) ? records.length : records instanceof Set ? records.size : null;
}
