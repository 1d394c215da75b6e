import { Now, type Instant } from '../kernel/clock.js';
import { changesAt, current } from '../kernel/decision.js';
import { endOfWait } from '../kernel/wait.js';
import type { Attend, Context, Facts, Nothing, PendingDecision, Stage } from './model.js';
import { defaultPolicy, type Policy } from './policy.js';
import { table } from './table.js';

const { task, lastMessage, resolved, ai } = table.at;

/** Puts time to the only question that `pending` asks of it: is the AI attending, and for how long? */
function attendance(facts: Facts, policy: Policy, now: Now): number {
  if (facts.aiSince === null || facts.aiUntil != null) return ai.off;
  const author = facts.lastMessage;
  if (facts.resolved || (author !== 'client' && author !== 'ai')) return ai.attending;
  if (!exempts(author, policy)) return ai.off;
  return now.isAfter(endOfWait(processStart(facts, facts.aiSince, policy), policy.aiWindow))
    ? ai.overdue
    : ai.attending;
}

export function exempts(author: 'client' | 'ai', policy: Policy): boolean {
  return policy.exemptionCovers === 'both' || (policy.exemptionCovers === 'ai-messages' && author === 'ai');
}

/** PE-1: the process begins with the message that is waiting, but not before the AI was switched on. */
export function processStart(facts: Facts, aiSince: Instant, policy: Policy): Instant {
  const last = facts.lastMessageAt ?? facts.waitingSince;
  const start = policy.measureFrom === 'process-start' ? (facts.waitingSince ?? last) : last;
  return start === null || start < aiSince ? aiSince : start;
}

/** A switch on constants is several times as fast as a look-up by a name that varies. */
function shareOf(author: Facts['lastMessage']): number {
  switch (author) {
    case 'client':
      return lastMessage.client;
    case 'ai':
      return lastMessage.ai;
    case 'seller':
      return lastMessage.seller;
    case 'none':
      return lastMessage.none;
  }
}

/** The address of the situation that facts, policy and clock add up to. */
export function classify(facts: Facts, policy: Policy, now: Now): number {
  return (
    (facts.actionSince == null ? task.none : task.open) +
    shareOf(facts.lastMessage) +
    (facts.resolved ? resolved.yes : resolved.no) +
    attendance(facts, policy, now)
  );
}

/** What is answered where it carries no data and never expires: made once, handed out again and again. */
const settled = /* @__PURE__ */ table.situations.map((situation, address) => {
  const { rule, then } = table.row(address);
  return Object.freeze({ outcome: Object.freeze(then), rule, situation, validUntil: null });
});

const attendingInWorkingTime: Nothing = /* @__PURE__ */ Object.freeze({
  action: 'none',
  reason: 'ai-process',
  of: 'working-time',
});

/** An outcome under a window that is counted in working time. */
function inWorkingTime(outcome: Nothing): Nothing {
  return outcome.reason === 'ai-process' ? attendingInWorkingTime : outcome;
}

/**
 * Whether a person must attend the chat, by which rule, and until when that holds.
 *
 * `validUntil` is the end of the AI's window, where the chat is not pending only because of it, or the instant of an
 * event dated ahead that changes the answer; otherwise `null`.
 * Facts that contradict each other (a client's message last, and `waitingSince: null`) never hide a client.
 *
 * Source: pending-chats L19–39.
 */
export function decide(facts: Facts, context: Context): PendingDecision {
  const policy = context.policy ?? defaultPolicy;
  const now = new Now(context.clock.now());
  const held = current(facts, now);
  const address = classify(held, policy, now);
  const row = table.row(address);
  const validUntil = now.boundary === null ? null : expiry(facts, policy, now, row, held.waitingSince);
  const { then, rule } = row;
  if (then.action === 'none' && validUntil === null) return settled[address] as PendingDecision;
  // One literal for all that is made anew: with more of them V8 leaves parts of this uninlined, and it takes a tenth longer.
  const outcome: Attend | Nothing =
    then.action === 'attend'
      ? { action: 'attend', reason: then.reason, waitingSince: held.waitingSince }
      : typeof policy.aiWindow === 'number'
        ? then
        : inWorkingTime(then);
  return { outcome, rule, situation: situationAt(address), validUntil };
}

function situationAt(address: number): PendingDecision['situation'] {
  return table.situations[address] as PendingDecision['situation'];
}

/** The first instant at which a row that won at `now` no longer does, or its data are others. */
export function expiry(
  facts: Facts,
  policy: Policy,
  now: Now,
  row: ReturnType<typeof table.row>,
  waitingSince: Instant | null,
): Instant | null {
  return changesAt(now, (later) => {
    const held = current(facts, later);
    const hasSameData = row.then.action === 'none' || held.waitingSince === waitingSince;
    return hasSameData && table.row(classify(held, policy, later)) === row;
  });
}

const attends = /* @__PURE__ */ table.situations.map((_, address) => table.row(address).then.action === 'attend');

/** Whether a person must attend the chat: the outcome of `decide` as a boolean, for filters and loops. */
export function isPending(facts: Facts, context: Context): boolean {
  const now = new Now(context.clock.now());
  const address = classify(current(facts, now), context.policy ?? defaultPolicy, now);
  return attends[address] as boolean;
}

const stages = {
  'no-messages': 'EMPTY',
  resolved: 'RESOLVED',
  'seller-last': 'ANSWERED',
  'ai-process': 'AI_PROCESS',
} as const satisfies Record<Nothing['reason'], Stage>;

/** Which of the five conditions the chat is in. Answered by a seller is not the same as resolved (PE-16). */
export function stageOf(facts: Facts, context: Context): Stage {
  const { outcome } = decide(facts, context);
  return outcome.action === 'attend' ? 'PENDING' : stages[outcome.reason];
}
