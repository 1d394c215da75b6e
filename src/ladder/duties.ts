import { Now, type Instant } from '../kernel/clock.js';
import { changesAt } from '../kernel/decision.js';
import { decide } from './decide.js';
import type { Context, Facts } from './model.js';
import { inOrder, onRefusal, priceReport, type PriceOutcome, type RefusalOutcome, type Reply } from './replies.js';
import type { RuleId } from './rules.js';

/** Something to do beside the next step. */
export type Duty =
  | { readonly action: 'ask-why' | 'ask-availability'; readonly mp: string; readonly rule: RuleId }
  | (Extract<PriceOutcome, { action: 'report-price' }> & { readonly rule: RuleId });

/** What is open beside the next step. */
export interface Duties {
  readonly open: readonly Duty[];
  /** The first instant at which the list is another if nothing is recorded; `null`: never, by time alone. */
  readonly validUntil: Instant | null;
}

/**
 * What is open beside the next step: movers to be asked why they refused, or when they could, and a report of refusals
 * for the price. Each mover's questions lapse when that mover says yes; all of them when the search has ended.
 *
 * Source: manual-assignment L11.
 */
export function duties(facts: Facts, context: Context): Duties {
  const now = new Now(context.clock.now());
  const open = openAt(facts, context, now);
  const asText = JSON.stringify(open);
  return {
    open,
    validUntil: changesAt(now, (later) => JSON.stringify(openAt(facts, context, later)) === asText),
  };
}

const NEVER: Instant = Number.POSITIVE_INFINITY;

function openAt(facts: Facts, { policy }: Context, now: Now): readonly Duty[] {
  const context: Context = { clock: { now: () => now.at }, ...(policy && { policy }) };
  const { situation, validUntil } = decide(facts, context);
  const { replies = [] } = facts;
  const heard = inOrder(replies).filter(({ at }) => now.hasReached(at));
  // The end of the search may be dated ahead.
  now.hasReached(validUntil ?? NEVER);
  if (situation.end !== 'open') return [];
  const questions = refusals(heard).flatMap((refusal): readonly Duty[] => {
    const { outcome, rule } = onRefusal(refusal);
    return isQuestion(outcome.action) ? [{ action: outcome.action, mp: refusal.mp, rule }] : [];
  });
  const { outcome, rule, validUntil: reportUntil } = priceReport(replies, context, facts.priceReportedAt ?? null);
  now.hasReached(reportUntil ?? NEVER);
  return outcome.action === 'report-price' ? [...questions, { ...outcome, rule }] : questions;
}

function isQuestion(action: RefusalOutcome['action']): action is 'ask-why' | 'ask-availability' {
  return action === 'ask-why' || action === 'ask-availability';
}

/** Each mover's refusal as it stands: what was said of it in several messages, put together. */
function refusals(replies: readonly Reply[]): readonly Reply[] {
  const standing = new Map<string, Reply>();
  for (const reply of replies) {
    const { mp, answer } = reply;
    const before = standing.get(mp);
    if (answer === 'yes') standing.delete(mp);
    else {
      standing.set(mp, {
        ...reply,
        reason: reply.reason ?? before?.reason ?? null,
        availability: reply.availability ?? before?.availability ?? null,
      });
    }
  }
  return [...standing.values()];
}
