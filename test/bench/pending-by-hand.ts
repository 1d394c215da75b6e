import {
  defaultPolicy,
  type Context,
  type Facts,
  type PendingDecision,
  type Policy,
  type Seen,
} from '../../src/pending/index.js';

/*
 * What a good programmer writes for one application: ifs, in the order of the manual, and plain objects.
 * It takes columns (no `next`: a host's table has none).
 */

/** When the message that is waiting began to wait, for the AI: not before it was switched on. */
export function processStart(facts: Facts, aiSince: number, policy: Policy): number {
  const last = facts.lastMessageAt ?? facts.waitingSince;
  const start = policy.measureFrom === 'process-start' ? (facts.waitingSince ?? last) : last;
  return start === null ? aiSince : Math.max(start, aiSince);
}

export function isExempt(author: 'client' | 'ai', policy: Policy): boolean {
  return policy.exemptionCovers === 'both' || (policy.exemptionCovers === 'ai-messages' && author === 'ai');
}

export function isPendingByHand(facts: Facts, context: Context): boolean {
  const policy = context.policy ?? defaultPolicy;
  const now = context.clock.now();
  if (facts.actionSince != null) return true;
  const author = facts.lastMessage;
  if (facts.resolved || author === 'none' || author === 'seller') return false;
  const { aiSince } = facts;
  if (aiSince === null || facts.aiUntil != null || !isExempt(author, policy)) return true;
  return now - processStart(facts, aiSince, policy) > (policy.aiWindow as number);
}

export function decideByHand(facts: Facts, context: Context): PendingDecision {
  const policy = context.policy ?? defaultPolicy;
  const now = context.clock.now();
  const { lastMessage, waitingSince, aiSince, resolved } = facts;
  const isOn = aiSince !== null && facts.aiUntil == null;
  const task = facts.actionSince == null ? 'none' : 'open';
  const isOpen = !resolved && (lastMessage === 'client' || lastMessage === 'ai');
  let ai: Seen['ai'] = isOn ? 'attending' : 'off';
  let windowEnd = 0;
  if (isOn && isOpen) {
    if (isExempt(lastMessage, policy)) {
      windowEnd = processStart(facts, aiSince, policy) + (policy.aiWindow as number);
      if (now > windowEnd) ai = 'overdue';
    } else {
      ai = 'off';
    }
  }
  const situation: Seen = { task, lastMessage, resolved: resolved ? 'yes' : 'no', ai };
  if (task === 'open') {
    return {
      outcome: { action: 'attend', reason: 'seller-action', waitingSince },
      rule: 'pending/definition-action',
      situation,
      validUntil: null,
    };
  }
  if (lastMessage === 'none') {
    return {
      outcome: { action: 'none', reason: 'no-messages' },
      rule: 'pending/definition-response',
      situation,
      validUntil: null,
    };
  }
  if (resolved) {
    return {
      outcome: { action: 'none', reason: 'resolved' },
      rule: 'pending/settled-by-resolve',
      situation,
      validUntil: null,
    };
  }
  if (lastMessage === 'seller') {
    return {
      outcome: { action: 'none', reason: 'seller-last' },
      rule: 'pending/settled-by-seller',
      situation,
      validUntil: null,
    };
  }
  if (ai === 'attending') {
    return {
      outcome: { action: 'none', reason: 'ai-process' },
      rule: 'pending/ai-process-exempt',
      situation,
      validUntil: windowEnd + 1,
    };
  }
  if (ai === 'overdue') {
    return {
      outcome: { action: 'attend', reason: 'ai-window-exceeded', waitingSince },
      rule: 'pending/ai-window-exceeded',
      situation,
      validUntil: null,
    };
  }
  return lastMessage === 'client'
    ? {
        outcome: { action: 'attend', reason: 'client-unanswered', waitingSince },
        rule: 'pending/client-unanswered',
        situation,
        validUntil: null,
      }
    : {
        outcome: { action: 'attend', reason: 'last-by-ai', waitingSince },
        rule: 'pending/last-by-ai',
        situation,
        validUntil: null,
      };
}
