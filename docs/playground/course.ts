import type { AnyDecision } from 'pauta/catalogue';
import { ask, type Answer, type Json } from 'pauta/spec';
import { startOfDay, dayOf } from 'pauta/kernel';
import { instantOf, isoText } from './times.js';
import { isRecord } from './form.js';
import { askedBy, type State } from './url.js';

/** A stretch of time in which one answer holds: from `from` (included) until `until` (not included). */
interface Stretch {
  readonly from: number;
  /** `null`: for good, if nothing is recorded. */
  readonly until: number | null;
  readonly answer: Answer;
  /** The decision that answers. */
  readonly decision: AnyDecision;
}

/** From where to where a case is looked at, and the answers that it has on the way. */
export interface Course {
  readonly from: number;
  readonly to: number;
  readonly stretches: readonly Stretch[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** As many answers, and as many days, as one picture shows. */
const MOST = 40;
const FARTHEST = 400 * DAY;

/** Whether time alone may change an answer. An event happens at `now`, whenever that is: moving it moves everything. */
export function hasCourse({ decision }: Pick<State, 'decision'>): boolean {
  return decision !== 'transition';
}

/**
 * The answers to a case as time goes by: its facts stay as they are, only `now` moves. Each boundary is found by
 * following `validUntil`, and asked again: one at which the answer stays the same is none.
 *
 * `around`: an instant that the picture shows in any case. None where the case cannot be asked, or time is no matter.
 */
export function courseOf(state: State, around: number): Course {
  const instants = [around, ...instantsIn(state.given, state.zone)].filter((at) => Math.abs(at - around) <= FARTHEST);
  const first = Math.min(...instants) - HOUR;
  const stretches = hasCourse(state) ? stretchesFrom(state, first) : [];
  const boundaries = stretches.flatMap(({ until }) => (until === null || until - around > FARTHEST ? [] : [until]));
  const last = Math.max(...instants, ...boundaries) + HOUR;
  const room = Math.round((last - first) / 20 / HOUR) * HOUR;
  const from = first - (stretches.length > 1 ? 0 : room);
  // Of answers without end, as that of a greeting, only so many were asked for: the picture ends where they do.
  return { from, to: stretches.length === MOST ? last - HOUR : last + room, stretches };
}

function stretchesFrom(state: State, from: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (
    let at: number | null = from, asked = 0;
    at !== null && at - from < 2 * FARTHEST && asked < 5 * MOST;
    asked += 1
  ) {
    const answer = answerAt(state, at);
    const decision = answer?.decisions?.[0];
    if (answer === null || decision === undefined) return [];
    const until = nextAfter(at, answer);
    const before = stretches.at(-1);
    if (before !== undefined && isSame(before.answer, answer)) stretches.pop();
    else if (stretches.length === MOST) return stretches;
    const since: number = before !== undefined && isSame(before.answer, answer) ? before.from : at;
    stretches.push({ from: since, until, answer, decision });
    at = until;
  }
  return stretches;
}

/** The library's answer at an instant; `null` where the case cannot be asked. */
export function answerAt(state: State, at: number): Answer | null {
  const asking = ask(askedBy({ ...state, now: isoText(at, 'UTC') }));
  return asking.ok ? asking.answer : null;
}

/** Whether two answers say the same by the same rule. Until when they hold is no part of it. */
export function isSame(one: Answer, other: Answer): boolean {
  return saidBy(one) === saidBy(other);
}

function saidBy({ outcome, fired: [rule], decisions = [] }: Answer): string {
  return JSON.stringify([outcome, rule, decisions.map((decision) => [decision.outcome, decision.rule])]);
}

function nextAfter(at: number, { decisions = [] }: Answer): number | null {
  const ahead = decisions.flatMap(({ validUntil }) => (validUntil !== null && validUntil > at ? [validUntil] : []));
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** Every instant that the facts name; of a civil date, its beginning. */
function instantsIn(value: Json, zone: string): readonly number[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((one) => instantsIn(one, zone));
  if (isRecord(value)) return Object.values(value).flatMap((one) => instantsIn(one, zone));
  if (typeof value === 'number') return Math.abs(value) > 1e11 && Math.abs(value) < 1e14 ? [value] : [];
  if (typeof value !== 'string') return [];
  const day = startOfDay(dayOf(value), zone);
  const instant = instantOf(value) ?? (Number.isNaN(day) ? null : day);
  return instant === null ? [] : [instant];
}

/** The boundaries of a course that lie before an instant, and after it: the nearest of each; `null`: there is none. */
export function nearest({ stretches }: Course, now: number): { before: number | null; after: number | null } {
  const boundaries = stretches.flatMap(({ until }) => (until === null ? [] : [until]));
  return {
    before: boundaries.findLast((at) => at < now) ?? null,
    after: boundaries.find((at) => at > now) ?? null,
  };
}
