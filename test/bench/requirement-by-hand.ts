import {
  defaultPolicy,
  type Context,
  type Deadline,
  type Facts,
  type Insistence,
  type Outcome,
  type Policy,
  type RequirementDecision,
  type RuleId,
  type Seen,
  type Ticket,
} from '../../src/requirement/index.js';
import { dayAfter, dayOf } from './deadline-by-hand.js';

/*
 * The eight cases as a good programmer writes them for one application: what the insistences come to, then ifs.
 */

function overdueFrom(deadline: Deadline | null, policy: Policy): number {
  if (deadline === null) return Number.NaN;
  if (typeof deadline === 'number') return policy.deadlineInclusive ? deadline + 1 : deadline;
  return policy.deadlineInclusive ? dayAfter(deadline, policy.zone) : dayOf(deadline, policy.zone);
}

export function decideByHand(facts: Facts, context: Context): RequirementDecision {
  const policy = context.policy ?? defaultPolicy;
  const now = context.clock.now();
  const { initial } = facts;
  const client = facts.client ?? 'unaware';

  let initialIs: Seen['initial'] = 'none';
  let initialEnds = Number.NaN;
  if (initial !== null) {
    if (initial.answered) {
      initialIs = 'answered';
    } else {
      initialEnds = overdueFrom(initial.deadline, policy);
      initialIs = Number.isNaN(initialEnds) ? 'term-unknown' : now >= initialEnds ? 'overdue' : 'in-term';
    }
  }

  const insistences = facts.insistences;
  let hasOther = false;
  let hasAnswered = false;
  let hasUnknown = false;
  let hasOverdue = false;
  let nearest: Insistence | null = null;
  let nearestEnds = Number.POSITIVE_INFINITY;
  if (insistences !== undefined) {
    for (const ticket of insistences) {
      if (policy.insistenceKinds !== 'both' && ticket.kind !== 'disagreement') hasOther = true;
      else if (ticket.answered) hasAnswered = true;
      else {
        const ends = overdueFrom(ticket.deadline, policy);
        if (Number.isNaN(ends)) hasUnknown = true;
        else if (now >= ends) hasOverdue = true;
        else if (ends < nearestEnds) {
          nearest = ticket;
          nearestEnds = ends;
        }
      }
    }
  }
  const insistence = hasOverdue
    ? 'overdue'
    : hasUnknown
      ? 'term-unknown'
      : nearest !== null
        ? 'in-term'
        : hasAnswered
          ? 'answered'
          : hasOther
            ? 'other-kind'
            : 'none';
  const situation: Seen = { initial: initialIs, insistence, client };

  if (initial === null) return silent('no-initial-requirement', 'RQ-15', 'requirement/check-trigger', situation, null);
  switch (insistence) {
    case 'overdue':
      return escalate(7, 'requirement/case-7', situation);
    case 'term-unknown': {
      const until = nearest === null ? null : nearestEnds;
      return silent('deadline-unknown', 'RQ-17', 'requirement/check-1-max-date', situation, until);
    }
    case 'in-term': {
      const tell = {
        action: 'tell-insistence-max-date',
        case: 5,
        deadline: (nearest as Insistence).deadline as Deadline,
      } as const;
      const outcome: Outcome = initial.answered
        ? tell
        : { action: 'not-covered', gap: 'both-open-insistence-in-term', question: 'RQ-3', nearest: tell };
      return { outcome, rule: 'requirement/case-5', situation, validUntil: nearestEnds };
    }
    case 'answered':
      if (!initial.answered) return escalate(6, 'requirement/case-6', situation);
      if (client === 'dissatisfied') return escalate(8, 'requirement/case-8', situation);
      if (client === 'satisfied') return silent('nothing-to-do', 'RQ-5', 'requirement/check-trigger', situation, null);
      return {
        outcome: {
          action: 'not-covered',
          gap: 'insistence-answer-unknown-to-client',
          question: 'RQ-4',
          nearest: { action: 'read-answer', case: 2 },
        },
        rule: 'requirement/case-8',
        situation,
        validUntil: null,
      };
    case 'other-kind':
      return silent('insistence-kind-not-covered', 'RQ-2', 'requirement/check-3-insistence', situation, null);
    case 'none':
      return withoutInsistence(facts, initial, initialEnds, situation, policy);
  }
}

function withoutInsistence(
  facts: Facts,
  initial: Ticket,
  ends: number,
  situation: Seen,
  policy: Policy,
): RequirementDecision {
  switch (situation.initial) {
    case 'in-term':
      return {
        outcome: { action: 'tell-max-date', case: 1, deadline: initial.deadline as Deadline },
        rule: 'requirement/case-1',
        situation,
        validUntil: ends,
      };
    case 'overdue':
      return file(facts, 3, 'late-answer', 'requirement/case-3', situation, policy);
    case 'answered':
      if (situation.client === 'satisfied')
        return silent('nothing-to-do', 'RQ-5', 'requirement/check-trigger', situation, null);
      return situation.client === 'unaware'
        ? { outcome: { action: 'read-answer', case: 2 }, rule: 'requirement/case-2', situation, validUntil: null }
        : file(facts, 4, 'disagreement', 'requirement/case-4', situation, policy);
    default:
      return silent('deadline-unknown', 'RQ-17', 'requirement/check-1-max-date', situation, null);
  }
}

function escalate(number: 6 | 7 | 8, rule: RuleId, situation: Seen): RequirementDecision {
  return {
    outcome: { action: 'escalate-supervisor', case: number, noNewRequirement: true },
    rule,
    situation,
    validUntil: null,
  };
}

type Silent = Extract<Outcome, { readonly action: 'not-covered' }>;

function silent(
  gap: Silent['gap'],
  question: string,
  rule: RuleId,
  situation: Seen,
  validUntil: number | null,
): RequirementDecision {
  return { outcome: { action: 'not-covered', gap, question, nearest: null }, rule, situation, validUntil };
}

function file(
  facts: Facts,
  number: 3 | 4,
  subject: Insistence['kind'],
  rule: RuleId,
  { initial, insistence, client }: Seen,
  { meterFiling }: Policy,
): RequirementDecision {
  const product = facts.product ?? 'unknown';
  const situation: Seen = { initial, insistence, client, product, meterFiling };
  if (product === 'unknown') {
    return silent('product-unknown', 'RQ-16', 'requirement/medidor-vs-envasado-granel', situation, null);
  }
  const outcome: Outcome =
    product === 'meter' && meterFiling === 'client'
      ? { action: 'tell-client-to-file', contactCentreMayCreate: true, case: number, subject }
      : { action: 'create-ticket', case: number, subject };
  return { outcome, rule, situation, validUntil: null };
}
