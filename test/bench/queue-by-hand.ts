import {
  defaultPolicy,
  type Context,
  type Facts,
  type Policy,
  type Queue,
  type Waiting,
} from '../../src/pending/index.js';
import { isExempt, processStart } from './pending-by-hand.js';

type Verdict = Pick<Waiting<Facts>, 'reason' | 'rule'>;

/** One sweep that judges each chat and keeps those that wait, then one sort. */
export function queueByHand(chats: readonly Facts[], context: Context): Queue<Facts> {
  const policy = context.policy ?? defaultPolicy;
  const now = context.clock.now();
  const waiting: Waiting<Facts>[] = [];
  let validUntil: number | null = null;
  for (const chat of chats) {
    const author = chat.lastMessage;
    const flagged = chat.actionSince ?? null;
    const isOpen = !chat.resolved && (author === 'client' || author === 'ai');
    const { aiSince, aiUntil = null } = chat;
    // The first millisecond after the AI's window, where a window runs.
    const over =
      isOpen && aiSince !== null && aiUntil === null && isExempt(author, policy)
        ? processStart(chat, aiSince, policy) + (policy.aiWindow as number) + 1
        : null;
    const isAttending = over !== null && over > now;
    if (isAttending && flagged === null && (validUntil === null || over < validUntil)) validUntil = over;
    if (flagged === null && (!isOpen || isAttending)) continue;
    const { reason, rule } = verdict(flagged !== null, over !== null, author);
    const left = isOpen ? leftSince(chat, author, policy) : null;
    const isLeft = left !== null && left <= now;
    waiting.push({
      chat,
      reason,
      rule,
      waitingSince: chat.waitingSince,
      pendingSince: !isLeft ? flagged : flagged === null ? left : Math.min(flagged, left),
    });
  }
  waiting.sort((a, b) => (a.waitingSince ?? a.pendingSince ?? 0) - (b.waitingSince ?? b.pendingSince ?? 0));
  return { waiting, validUntil };
}

function verdict(isFlagged: boolean, isOverdue: boolean, author: Facts['lastMessage']): Verdict {
  if (isFlagged) return { reason: 'seller-action', rule: 'pending/definition-action' };
  if (isOverdue) return { reason: 'ai-window-exceeded', rule: 'pending/ai-window-exceeded' };
  return author === 'client'
    ? { reason: 'client-unanswered', rule: 'pending/client-unanswered' }
    : { reason: 'last-by-ai', rule: 'pending/last-by-ai' };
}

/** When an open message became a person's to answer, or will. */
function leftSince(chat: Facts, author: 'client' | 'ai', policy: Policy): number | null {
  const { waitingSince, aiSince, aiUntil = null } = chat;
  if (aiSince === null || (aiUntil !== null && waitingSince !== null && aiUntil <= waitingSince)) return waitingSince;
  if (!isExempt(author, policy)) return chat.lastMessageAt ?? waitingSince;
  const over = processStart(chat, aiSince, policy) + (policy.aiWindow as number) + 1;
  return aiUntil === null ? over : Math.min(over, aiUntil);
}
