import {
  defaultPolicy,
  type Context,
  type Facts,
  type LadderDecision,
  type Offer,
  type Outcome,
  type RuleId,
  type Seen,
} from '../../src/ladder/index.js';
import { dayAfter } from './deadline-by-hand.js';
import { insideByHand, winnerByHand } from './ladder-by-hand.js';

/*
 * The next step as a good programmer writes it for one application: what the columns come to, then ifs in the order of
 * the manual, and for each answer the instant at which it ends. It takes columns of what has happened by now;
 * only the window and the date of the move may lie ahead.
 */
export function decideByHand(facts: Facts, context: Context): LadderDecision {
  const policy = context.policy ?? defaultPolicy;
  const now = context.clock.now();
  const { searchingSince, begins = 'search', resentAt = null, moveDate = null, offer = null, agreed = null } = facts;
  const isOnNewDates = begins !== 'search';

  let end: Seen['end'] = 'open';
  // Where the move's date is over, nothing else holds.
  let over: number | null = null;
  if (facts.cancelledAt != null) end = 'cancelled';
  else if (facts.refundedAt != null) end = 'refunded';
  else if (facts.assignedAt != null) end = 'assigned';
  else if (moveDate !== null) {
    over = dayAfter(moveDate, facts.zone ?? policy.zone);
    if (now >= over) end = 'date-passed';
  }

  let phase: Seen['phase'];
  if (facts.clientContactedAt != null) phase = 'with-client';
  else if (facts.listsExhaustedAt != null) phase = 'lists-failed';
  else if (facts.listsSentAt != null) phase = 'lists-out';
  else if (begins === 'lists') phase = 'lists-due';
  else if (resentAt !== null) phase = now >= resentAt + (policy.resendWait as number) ? 'lists-due' : 'resent';
  else if (begins === 'resend' || now > searchingSince + (policy.searchThreshold as number)) phase = 'resend-due';
  else phase = 'searching';

  const turn = offer?.mp ?? agreed?.mp ?? winnerByHand(facts.confirmations ?? [], now);
  const mover = turn === null ? 'none' : 'standing';
  const inter = facts.category !== 'inter' ? 'not-inter' : facts.interExhaustedAt == null ? 'to-search' : 'searched';
  let window: Seen['window'] = 'waived';
  if (!isOnNewDates) {
    const isInside = insideByHand(facts.impossibilityWindow, now);
    window = isInside === null ? 'unknown' : isInside ? 'inside' : 'outside';
  }
  const situation: Seen = { end, phase, mover, inter, window };

  switch (end) {
    case 'cancelled':
      return answer({ action: 'none', reason: 'cancelled' }, 'ladder/scope', situation, null);
    case 'refunded':
      return answer({ action: 'none', reason: 'refunded' }, 'ladder/scope', situation, null);
    case 'assigned': {
      const mp = facts.assignedTo ?? null;
      const isAwaited = isOnNewDates || (facts.clientContactedAt != null && (agreed === null || agreed.mp !== mp));
      const outcome: Outcome = { action: 'none', reason: 'assigned', mp, news: isAwaited ? 'mp-found' : null };
      return answer(outcome, 'ladder/stop-once-assigned', situation, null);
    }
    case 'date-passed': {
      const outcome: Outcome = {
        action: 'not-covered',
        gap: 'move-date-passed',
        question: 'LA-28',
        nearest: null,
      };
      return answer(outcome, 'ladder/scope', situation, null);
    }
    case 'open':
  }
  if (phase === 'searching') {
    const until = searchingSince + (policy.searchThreshold as number);
    return answer(
      { action: 'wait', for: 'resend', until },
      'ladder/start-after-2h',
      situation,
      earlier(until + 1, over),
    );
  }
  if (phase === 'resend-due') return answer({ action: 'resend-to-mps' }, 'ladder/resend-first', situation, over);
  if (turn !== null) {
    const isInter = facts.category === 'inter' && facts.listsExhaustedAt != null;
    const search = agreed?.mp === turn ? 'agreed' : isInter ? 'inter' : 'broadcast';
    return assignment(turn, offer, search, situation, over);
  }
  switch (phase) {
    case 'resent': {
      const until = (resentAt as number) + (policy.resendWait as number);
      return answer({ action: 'wait', for: 'lists', until }, 'ladder/lists-after-1h', situation, earlier(until, over));
    }
    case 'lists-due': {
      const { segmentBy } = policy;
      return answer({ action: 'send-broadcast-lists', segmentBy }, 'ladder/lists-after-1h', situation, over);
    }
    case 'lists-out':
      return answer({ action: 'collect-replies' }, 'ladder/lists-segment', situation, over);
    case 'with-client':
      return answer({ action: 'none', reason: 'with-client' }, 'ladder/handoff-to-client-mail', situation, over);
    case 'lists-failed':
  }
  if (inter === 'to-search') {
    return answer({ action: 'search-inter-mps' }, 'ladder/inter-only-after-lists', situation, over);
  }
  const gate = typeof facts.impossibilityWindow === 'object' ? facts.impossibilityWindow : null;
  switch (window) {
    case 'waived':
      return answer({ action: 'tell-contact', news: 'mp-not-found' }, 'ladder/exhausted-gate', situation, over);
    case 'unknown': {
      const outcome: Outcome = { action: 'need-fact', fact: 'impossibility-window' };
      return answer(outcome, 'ladder/impossibility-window', situation, over);
    }
    case 'inside': {
      const until = gate?.until == null ? over : earlier(gate.until, over);
      const outcome: Outcome = { action: 'contact-client', availability: facts.availability ?? [] };
      return answer(outcome, 'ladder/handoff-to-client-mail', situation, until);
    }
    case 'outside': {
      // A window that ends before it begins never opens.
      const opens =
        gate?.from != null && gate.from > now && (gate.until == null || gate.until > gate.from) ? gate.from : null;
      const outcome: Outcome = { action: 'hold', reason: 'outside-impossibility-window' };
      return answer(outcome, 'ladder/impossibility-window', situation, opens === null ? over : earlier(opens, over));
    }
  }
}

function assignment(
  mp: string,
  offer: Offer | null,
  search: NonNullable<Seen['search']>,
  { end, phase, mover, inter, window }: Seen,
  validUntil: number | null,
): LadderDecision {
  if (offer === null) {
    const situation: Seen = { end, phase, mover, inter, window, offer: 'none', search };
    const rule = search === 'agreed' ? 'ladder/assign-send-offer' : 'ladder/first-confirmer-wins';
    return answer({ action: 'send-offer', mp }, rule, situation, validUntil);
  }
  const { check } = offer;
  if (check === null) {
    const situation: Seen = { end, phase, mover, inter, window, offer: 'unchecked', search };
    return answer({ action: 'check-offer', mp }, 'ladder/assign-verify-winner', situation, validUntil);
  }
  const isReady = check.winner === mp && check.chat;
  const situation: Seen = { end, phase, mover, inter, window, offer: isReady ? 'ready' : 'not-ready', search };
  return isReady
    ? answer({ action: 'confirm-to-mp', mp }, 'ladder/assign-confirm-mp', situation, validUntil)
    : answer({ action: 'recheck-offer', mp }, 'ladder/assign-confirm-mp', situation, validUntil);
}

function answer(outcome: Outcome, rule: RuleId, situation: Seen, validUntil: number | null): LadderDecision {
  return { outcome, rule, situation, validUntil };
}

function earlier(one: number, other: number | null): number {
  return other === null || one < other ? one : other;
}
