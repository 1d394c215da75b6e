import { endOfDate, startOfDay, dayOf } from '../kernel/calendar.js';
import { Now, type Instant } from '../kernel/clock.js';
import { changesAt } from '../kernel/decision.js';
import type {
  Context,
  Deadline,
  Facts,
  Insistence,
  Outcome,
  Product,
  RequirementDecision,
  Stance,
  Ticket,
} from './model.js';
import { defaultPolicy, type Policy } from './policy.js';
import { filingTable, table, type Answer } from './table.js';

const { initial, insistence, client } = table.at;

/** The first instant out of term; NaN where the deadline is no date, or the zone none that is known. */
function overdueFrom(deadline: Deadline, policy: Policy): Instant {
  if (typeof deadline === 'number') return policy.deadlineInclusive ? deadline + 1 : deadline;
  return policy.deadlineInclusive ? endOfDate(deadline, policy.zone) : startOfDay(dayOf(deadline), policy.zone);
}

/** `null`: the term is not known. */
function termOf(ticket: Ticket, policy: Policy, now: Now): 'in-term' | 'overdue' | null {
  const from = ticket.deadline === null ? Number.NaN : overdueFrom(ticket.deadline, policy);
  if (Number.isNaN(from)) return null;
  return now.hasReached(from) ? 'overdue' : 'in-term';
}

/** Whether an unanswered ticket is out of its term at an instant; a term that is not known has not run out. */
export function isOverdue(ticket: Ticket, policy: Policy, at: Instant): boolean {
  return termOf(ticket, policy, new Now(at)) === 'overdue';
}

function initialShare(ticket: Ticket | null, policy: Policy, now: Now): number {
  if (ticket === null) return initial.none;
  if (ticket.answered) return initial.answered;
  const term = termOf(ticket, policy, now);
  return term === 'in-term' ? initial['in-term'] : term === 'overdue' ? initial.overdue : initial['term-unknown'];
}

/** The heaviest of all: the values of the space stand in order of weight. */
function insistenceShare(insistences: readonly Insistence[] | undefined, policy: Policy, now: Now): number {
  let share = insistence.none;
  for (const ticket of insistences ?? []) share = Math.max(share, shareOf(ticket, policy, now));
  return share;
}

function shareOf(ticket: Insistence, policy: Policy, now: Now): number {
  if (!counts(ticket, policy)) return insistence['other-kind'];
  if (ticket.answered) return insistence.answered;
  const term = termOf(ticket, policy, now);
  return term === 'in-term'
    ? insistence['in-term']
    : term === 'overdue'
      ? insistence.overdue
      : insistence['term-unknown'];
}

function counts(ticket: Insistence, policy: Policy): boolean {
  return policy.insistenceKinds === 'both' || ticket.kind === 'disagreement';
}

function clientShare(stance: Stance | undefined): number {
  return stance === 'dissatisfied' ? client.dissatisfied : stance === 'satisfied' ? client.satisfied : client.unaware;
}

function classify(facts: Facts, policy: Policy, now: Now): number {
  return (
    initialShare(facts.initial, policy, now) +
    insistenceShare(facts.insistences, policy, now) +
    clientShare(facts.client)
  );
}

function filingAddress(product: Product | null, policy: Policy): number {
  const { product: lines, meterFiling } = filingTable.at;
  return (
    lines[product ?? 'unknown'] + (policy.meterFiling === 'client' ? meterFiling.client : meterFiling['contact-centre'])
  );
}

/** The decisions that carry no data, made once; `null` where there are data, or where somebody files. */
const settled = /* @__PURE__ */ table.situations.map((situation, address): RequirementDecision | null => {
  const { rule, then } = table.row(address);
  const outcome = withoutData(then);
  return outcome === null ? null : Object.freeze({ outcome, rule, situation, validUntil: null });
});

function withoutData(then: Answer): Outcome | null {
  if (then.action === 'read-answer' || then.action === 'escalate-supervisor') return Object.freeze(then);
  if (then.action !== 'not-covered' || then.nearest === 'tell-insistence-max-date') return null;
  const { nearest } = then;
  return Object.freeze({ ...then, nearest });
}

/** Cases 3 and 4, by situation and then by who files. */
const filed = /* @__PURE__ */ table.situations.map((situation, address) => {
  const { rule, then } = table.row(address);
  if (then.action !== 'file') return [];
  const { case: number, subject } = then;
  return filingTable.situations.map((filing, who): RequirementDecision => {
    const { rule: filingRule, then: answer } = filingTable.row(who);
    const isOpen = answer.action === 'not-covered';
    return Object.freeze({
      outcome: Object.freeze(isOpen ? answer : { ...answer, case: number, subject }),
      rule: isOpen ? filingRule : rule,
      situation: Object.freeze({ ...situation, ...filing }),
      validUntil: null,
    });
  });
});

/**
 * Which of the eight cases it is, what to do, and until when that holds; what the eight do not cover is said.
 *
 * `validUntil` is the first instant out of the term that the answer rests on: for a civil date, the beginning of the
 * next local day. Where the zone is unknown or a deadline is no date, the term is not known (`deadline-unknown`).
 *
 * Source: requirement-management L77–130.
 */
export function decide(facts: Facts, context: Context): RequirementDecision {
  const policy = context.policy ?? defaultPolicy;
  const now = new Now(context.clock.now());
  const address = classify(facts, policy, now);
  const row = table.row(address);
  const validUntil =
    now.boundary === null ? null : changesAt(now, (later) => table.row(classify(facts, policy, later)) === row);
  const ready = settled[address] ?? filed[address]?.[filingAddress(facts.product, policy)];
  if (ready !== undefined) return validUntil === null ? ready : { ...ready, validUntil };
  const situation = table.situations[address] as RequirementDecision['situation'];
  return { outcome: withDeadline(row.then, facts, policy), rule: row.rule, situation, validUntil };
}

/** Cases 1 and 5, and the gap that is nearest to 5: the answer is a date. */
function withDeadline(then: Answer, facts: Facts, policy: Policy): Outcome {
  if (then.action === 'tell-max-date') {
    return { action: 'tell-max-date', case: 1, deadline: facts.initial?.deadline as Deadline };
  }
  // All that is left has an insistence in term.
  const deadline = nearestDeadline(facts.insistences as readonly Insistence[], policy);
  const nearest = { action: 'tell-insistence-max-date', case: 5, deadline } as const;
  return then.action === 'not-covered'
    ? { action: then.action, gap: then.gap, question: then.question, nearest }
    : nearest;
}

function nearestDeadline(insistences: readonly Insistence[], policy: Policy): Deadline {
  const open = insistences
    .filter((ticket) => counts(ticket, policy) && !ticket.answered)
    .map(({ deadline }) => deadline as Deadline);
  return open.reduce((a, b) => (overdueFrom(b, policy) < overdueFrom(a, policy) ? b : a));
}
