import { Now, type Instant } from '../kernel/clock.js';
import { current } from '../kernel/decision.js';
import { endOfWait } from '../kernel/wait.js';
import { classify, exempts, expiry, processStart } from './decide.js';
import type { Attend, Context, Facts } from './model.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';
import { table } from './table.js';

/** A chat that a person must attend. */
export interface Waiting<Chat> {
  readonly chat: Chat;
  readonly reason: Attend['reason'];
  readonly rule: RuleId;
  /** Since when the client, or the AI's question to the client, has been left; `null`: only an action is open. */
  readonly waitingSince: Instant | null;
  /** Since when it has been pending without a break: see `pendingSince`. */
  readonly pendingSince: Instant | null;
}

/** All who wait. */
export interface Queue<Chat> {
  readonly waiting: readonly Waiting<Chat>[];
  /** The first instant at which the queue will be another if nothing is recorded; `null`: never, by time alone. */
  readonly validUntil: Instant | null;
}

/** How a queue is asked for. */
export interface QueueContext<Chat> extends Context {
  /** Higher comes first, NaN counts as 0; among equals, and without it, whoever has waited longest (PE-17). */
  readonly priority?: (chat: Chat) => number;
  /** Where the facts of a chat are; absent: the chat itself has the columns. */
  readonly factsOf?: (chat: Chat) => Facts;
}

/**
 * Who waits for a person, oldest first. The clock is read once for all chats.
 * The manual prescribes no order; ours answers its complaint that those who wrote first are answered last (L9).
 *
 * Source: pending-chats L9, L19–39, L44.
 */
export function queue<Chat extends Facts>(chats: Iterable<Chat>, context: QueueContext<Chat>): Queue<Chat>;
export function queue<Chat>(
  chats: Iterable<Chat>,
  context: QueueContext<Chat> & { readonly factsOf: (chat: Chat) => Facts },
): Queue<Chat>;
export function queue<Chat>(chats: Iterable<Chat>, context: QueueContext<Chat>): Queue<Chat> {
  const policy = context.policy ?? defaultPolicy;
  const at = context.clock.now();
  const factsOf = context.factsOf ?? ((chat: Chat) => chat as Facts);
  const waiting: Waiting<Chat>[] = [];
  let validUntil: Instant | null = null;
  for (const chat of chats) {
    const facts = factsOf(chat);
    const now = new Now(at);
    const held = current(facts, now);
    const row = table.row(classify(held, policy, now));
    if (now.boundary !== null) {
      const until = expiry(facts, policy, now, row, held.waitingSince);
      if (until !== null && (validUntil === null || until < validUntil)) validUntil = until;
    }
    if (row.then.action === 'none') continue;
    waiting.push({
      chat,
      reason: row.then.reason,
      rule: row.rule,
      waitingSince: held.waitingSince,
      pendingSince: sinceWhen(held, policy, at),
    });
  }
  return { waiting: inOrder(waiting, context.priority), validUntil };
}

/** Oldest first, be it for an action only. Whose wait is unknown comes first: nobody is forgotten. */
function byAge(a: Waiting<unknown>, b: Waiting<unknown>): number {
  return (a.waitingSince ?? a.pendingSince ?? 0) - (b.waitingSince ?? b.pendingSince ?? 0);
}

/** Sorts in place a list that only `queue` has seen. */
function inOrder<Chat>(waiting: Waiting<Chat>[], priority?: (chat: Chat) => number): Waiting<Chat>[] {
  if (priority === undefined) return waiting.sort(byAge);
  const ranks = new Map(waiting.map((one) => [one, priority(one.chat) || 0]));
  const rank = (one: Waiting<Chat>): number => ranks.get(one) as number;
  return waiting.sort((a, b) => rank(b) - rank(a) || byAge(a, b));
}

/**
 * The instant from which a chat has been pending without a break: the message, the end of the AI's window,
 * the switching off of the AI, or the flag. `null`: it is not pending, or the facts do not say.
 *
 * The columns remember one spell of the AI. So where the AI was switched on while an action was open, it counts
 * from the flag, even if a message had been left before.
 */
export function pendingSince(facts: Facts, context: Context): Instant | null {
  const policy = context.policy ?? defaultPolicy;
  const now = new Now(context.clock.now());
  return sinceWhen(current(facts, now), policy, now.at);
}

function sinceWhen(facts: Facts, policy: Policy, at: Instant): Instant | null {
  const flagged = facts.actionSince ?? null;
  const left = leftSince(facts, policy);
  // A message whose time with the AI is not over has not been left yet.
  if (left === null || left > at) return flagged;
  return flagged === null ? left : Math.min(flagged, left);
}

/** When an unsettled message became a person's to answer, or will; `null`: there is none. */
function leftSince(facts: Facts, policy: Policy): Instant | null {
  const author = facts.lastMessage;
  if (facts.resolved || (author !== 'client' && author !== 'ai')) return null;
  const { waitingSince, aiSince, aiUntil = null } = facts;
  if (aiSince === null || (aiUntil !== null && waitingSince !== null && aiUntil <= waitingSince)) return waitingSince;
  if (!exempts(author, policy)) return facts.lastMessageAt ?? waitingSince;
  const over = endOfWait(processStart(facts, aiSince, policy), policy.aiWindow) + 1;
  return aiUntil === null ? over : Math.min(over, aiUntil);
}
