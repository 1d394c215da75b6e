import { offsetAt } from '../kernel/calendar.js';
import { Now, type Instant } from '../kernel/clock.js';
import { changesAt, type Decision } from '../kernel/decision.js';
import type { Context } from './model.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** No zone changes its clocks twice within so short a time. */
const STEP = HOUR / 4;

/** The part of the client's day. */
export type DayPart = 'morning' | 'afternoon' | 'night';

/** The greeting, in the policy's words. `need-fact`: there is no such zone. */
export type GreetingOutcome =
  | { readonly action: 'greet'; readonly part: DayPart; readonly text: string }
  | { readonly action: 'need-fact'; readonly fact: 'zone' };

/** What `greeting` answers. `validUntil`: the greeting is another; `null`: it never is, or there is no such zone. */
export type GreetingDecision = Decision<GreetingOutcome, RuleId, { readonly part: DayPart | 'unknown' }>;

/**
 * How the client is greeted now, where they are: data for the templates. The manual's example says good morning; that
 * is the greeting of a morning (ME-27). `zone` is the client's; absent: the policy's (ME-28). A zone that does not
 * exist is answered `need-fact`. `validUntil` is the first instant at which the greeting is another, changes of the
 * clocks included.
 *
 * Source: messaging L106.
 */
export function greeting({
  clock,
  policy = defaultPolicy,
  zone = policy.zone,
}: Context & { readonly zone?: string }): GreetingDecision {
  const now = new Now(clock.now());
  const part = greetingAt(now, zone, policy);
  const rule = 'messaging/eva-lost-template';
  if (part === null) {
    return { outcome: { action: 'need-fact', fact: 'zone' }, rule, situation: { part: 'unknown' }, validUntil: null };
  }
  // Where hours were put together by hand so that the part never changes, there is no end to look for.
  const last = now.at + 2 * DAY;
  const turn = changesAt(now, (later) => later.at < last && greetingAt(later, zone, policy) === part);
  const validUntil = turn !== null && turn < last ? turn : null;
  return {
    outcome: { action: 'greet', part, text: policy.greetings[part].text },
    rule,
    situation: { part },
    validUntil,
  };
}

/** The part of the day that it is in a zone; `null`: there is no such zone, or no such instant. */
function greetingAt(now: Now, zone: string, { greetings: { morning, afternoon, night } }: Policy): DayPart | null {
  const offset = offsetAt(now.at, zone);
  if (Number.isNaN(offset)) return null;
  const time = (((now.at + offset) % DAY) + DAY) % DAY;
  const turns = [morning.from, afternoon.from, night.from, morning.from + 24].map((hour) => hour * HOUR);
  const next = turns.find((turn) => turn > time) as number;
  now.hasReached(firstChange(now.at, now.at + next - time, offset, zone));
  const isPast = ({ from }: { readonly from: number }): boolean => time >= from * HOUR;
  if (isPast(night) || !isPast(morning)) return 'night';
  return isPast(afternoon) ? 'afternoon' : 'morning';
}

/** The instant at which the clocks of a zone change on the way to a later instant, or that instant. */
function firstChange(from: Instant, to: Instant, offset: number, zone: string): Instant {
  let at = (Math.floor(from / STEP) + 1) * STEP;
  while (at < to && offsetAt(at, zone) === offset) at += STEP;
  return Math.min(at, to);
}
