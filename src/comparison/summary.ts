import type {
  ActionOf,
  Count,
  Difference,
  DecisionOf,
  RecordComparison,
  RuleOf,
  Shift,
  Spread,
  Step,
  Summary,
  System,
} from './model.js';
import { keyOf, stepOf } from './shift.js';

/** Lengths of time as they come, and in how many records. */
interface Lengths {
  records: number;
  /** The last record that added one. */
  last: number;
  readonly lengths: number[];
}

/** What is known of a pair so far. */
interface Pair<S extends System> extends Lengths {
  readonly was: Step<RuleOf<S>, ActionOf<S>>;
  readonly now: Step<RuleOf<S>, ActionOf<S>>;
}

/** What is known of the beginnings of a step so far. */
interface Beginnings<S extends System> {
  readonly step: Step<RuleOf<S>, ActionOf<S>>;
  readonly earlier: Lengths;
  readonly later: Lengths;
  readonly onlyWas: Lengths;
  readonly onlyNow: Lengths;
}

/** Comparisons of records, summed up as they come. */
interface Tally<S extends System> {
  /** Adds one, and tells how many there are. */
  readonly add: (compared: RecordComparison<S>) => number;
  readonly sum: () => Summary<S>;
}

/** An empty tally. It holds the comparisons in which something differs, and of the others only their number. */
export function tally<S extends System>(): Tally<S> {
  let compared = 0;
  let same = 0;
  const changed: RecordComparison<S>[] = [];
  const cut: { id: string; at: number }[] = [];
  const pairs = new Map<string, Pair<S>>();
  const shifts = new Map<string, Beginnings<S>>();

  function add(one: RecordComparison<S>): number {
    compared++;
    const { id, differences, events, cutAt } = one;
    const isChanged = differences.length > 0 || events.length > 0;
    if (isChanged) changed.push(one);
    if (cutAt !== null) cut.push({ id, at: cutAt });
    if (!isChanged && cutAt === null) same++;
    differences.forEach(addDifference);
    one.shifts.forEach(addShift);
    return compared;
  }

  function addDifference({ from, until, was: a, now: b }: Difference<DecisionOf<S>>): void {
    const [was, now] = [stepOf<RuleOf<S>, ActionOf<S>>(a), stepOf<RuleOf<S>, ActionOf<S>>(b)];
    const pair = held(pairs, `${keyOf(was)} ${keyOf(now)}`, () => ({ was, now, ...none() }));
    note(pair, until - from, compared);
  }

  function addShift({ rule, action, was, by }: Shift<RuleOf<S>, ActionOf<S>>): void {
    const step = { rule, action };
    const { earlier, later, onlyWas, onlyNow } = held(shifts, keyOf(step), () => ({
      step,
      earlier: none(),
      later: none(),
      onlyWas: none(),
      onlyNow: none(),
    }));
    if (by === null) note(was === null ? onlyNow : onlyWas, 0, compared);
    else note(by < 0 ? earlier : later, Math.abs(by), compared);
  }

  const sum = (): Summary<S> => ({
    compared,
    same,
    changed: [...changed],
    cut: [...cut],
    pairs: inOrder(pairs)
      .map(({ was, now, ...lengths }) => ({ was, now, ...spreadOf(lengths) }))
      .sort((one, other) => other.records - one.records),
    shifts: inOrder(shifts).map(({ step, earlier, later, onlyWas, onlyNow }) => ({
      ...step,
      earlier: spreadOrNone(earlier),
      later: spreadOrNone(later),
      onlyWas: countOrNone(onlyWas),
      onlyNow: countOrNone(onlyNow),
    })),
  });

  return { add, sum };
}

/** Comparisons summed up: those that somebody made with `comparison` or `comparisons`, all or some. */
export function summary<S extends System>(compared: Iterable<RecordComparison<S>>): Summary<S> {
  const { add, sum } = tally<S>();
  for (const one of compared) add(one);
  return sum();
}

function none(): Lengths {
  return { records: 0, last: 0, lengths: [] };
}

function held<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const known = values.get(key) ?? make();
  values.set(key, known);
  return known;
}

/** Records are numbered from 1 on. */
function note(to: Lengths, length: number, record: number): void {
  if (to.last !== record) to.records++;
  to.last = record;
  to.lengths.push(length);
}

function inOrder<Value>(values: ReadonlyMap<string, Value>): readonly Value[] {
  return [...values].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}

function spreadOf({ records, lengths }: Lengths): Spread {
  const sorted = lengths.toSorted((one, other) => one - other);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  const total = (some: readonly number[]): number => some.reduce((sum, length) => sum + length, 0);
  return { records, times: lengths.length, median: total(middle) / middle.length, sum: total(lengths) };
}

function spreadOrNone(lengths: Lengths): Spread | null {
  return lengths.records === 0 ? null : spreadOf(lengths);
}

function countOrNone({ records, lengths }: Lengths): Count | null {
  return records === 0 ? null : { records, times: lengths.length };
}
