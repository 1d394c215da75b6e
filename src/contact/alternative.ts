import { dayOf, endOfDate, type CivilDate } from '../kernel/calendar.js';
import { Now } from '../kernel/clock.js';
import { changesAt, type Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import { dayOfMove } from './heard.js';
import type { Availability, Context, Facts, Offered, Statement } from './model.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';

const space = { team: ['yes', 'no', 'unknown'] } as const;

const rows: readonly Row<typeof space, RuleId, 'alternative-1' | 'alternative-2'>[] = [
  // L24–25: a team, but on another date: the first paragraph, with the date.
  {
    rule: 'contact/alt1-precondition',
    when: { team: 'yes' },
    then: 'alternative-1',
    applies: ['contact/alt1-first-paragraph'],
  },
  // L28–29: none, or nobody knows: the second paragraph asks the client for dates.
  {
    rule: 'contact/alt2-precondition',
    when: { team: ['no', 'unknown'] },
    then: 'alternative-2',
    applies: ['contact/alt2-second-paragraph', 'contact/alt2-await-dates'],
  },
];

/** Which of the two alternatives the client is offered. */
export const alternativeTable = /* @__PURE__ */ decisionTable({
  name: 'contact/alternative',
  hit: 'unique',
  facts: space,
  rows,
});

export type AlternativeOutcome =
  | {
      readonly action: 'alternative-1';
      readonly paragraph: 1;
      readonly date: CivilDate;
      readonly mp: string;
    }
  | { readonly action: 'alternative-2'; readonly paragraph: 2 };

export type AlternativeDecision = Decision<AlternativeOutcome, RuleId, { readonly team: 'yes' | 'no' | 'unknown' }>;

/**
 * Which of the two alternatives the client is offered: the date nearest to that of the move on which a mover could,
 * of two equally near the earlier (CO-17); or, where there is none, the question for dates.
 * The date of the move itself, dates that have passed, and texts that are no dates are not offered.
 *
 * Source: manual-assignment L24–29.
 */
export function alternative(
  facts: Pick<Facts, 'moveDate' | 'zone' | 'availability'>,
  context: Context,
): AlternativeDecision {
  const policy = context.policy ?? defaultPolicy;
  const now = new Now(context.clock.now());
  const offered = nearest(facts, policy, now);
  const validUntil = changesAt(now, (later) => nearest(facts, policy, later) === offered);
  return { ...alternativeOf(facts, offered), validUntil };
}

/** The alternative at one instant: all of the decision but until when. */
export function alternativeAt(facts: Facts, policy: Policy, now: Now): Omit<AlternativeDecision, 'validUntil'> {
  return alternativeOf(facts, nearest(facts, policy, now));
}

function alternativeOf(
  { availability }: Pick<Facts, 'availability'>,
  offered: Availability | null,
): Omit<AlternativeDecision, 'validUntil'> {
  const team = offered !== null ? 'yes' : availability == null ? 'unknown' : 'no';
  const { rule, then } = alternativeTable.row(alternativeTable.at.team[team]);
  const outcome =
    then === 'alternative-1' ? onDateOf(offered as Availability) : { action: then, paragraph: 2 as const };
  return { outcome, rule, situation: { team } };
}

function onDateOf({ date, mp }: Availability): AlternativeOutcome {
  return { action: 'alternative-1', paragraph: 1, date, mp };
}

/** The mover and date to be offered; `null`: none. */
function nearest(
  { moveDate, zone, availability }: Pick<Facts, 'moveDate' | 'zone' | 'availability'>,
  policy: Policy,
  now: Now,
): Availability | null {
  const day = dayOfMove(moveDate);
  const offers = (availability ?? []).filter(
    ({ date }) => dayOf(date) !== day && !now.hasReached(endOfDate(date, zone ?? policy.zone)),
  );
  // Where the move has no date that is known, none is nearer than another, and the earliest is offered.
  const distance = ({ date }: Availability): number => (Number.isNaN(day) ? 0 : Math.abs(dayOf(date) - day));
  return offers.reduce<Availability | null>((best, one) => {
    if (best === null) return one;
    const nearer = distance(one) - distance(best);
    return nearer < 0 || (nearer === 0 && dayOf(one.date) < dayOf(best.date)) ? one : best;
  }, null);
}

/**
 * What a statement of the client is about: what was offered to them. Where nothing was, as in a call before any mail,
 * whoever is flexible or not was asked for dates.
 */
export function spokenOf(facts: Facts, { stance }: Statement, policy: Policy, now: Now): Offered {
  const isAboutDates = stance === 'flexible' || stance === 'not-flexible';
  return facts.offered == null && isAboutDates ? { alternative: 2 } : offeredAt(facts, policy, now);
}

/** What was offered, or would be now. */
export function offeredAt(facts: Facts, policy: Policy, now: Now): Offered {
  if (facts.offered != null) return facts.offered;
  const best = nearest(facts, policy, now);
  return best === null ? { alternative: 2 } : { alternative: 1, mp: best.mp, date: best.date };
}
