import type { Facts, MessageEvent } from '../../src/pending/index.js';

type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

/** The log of one chat as an application would keep it in memory: changed in place, knowing which ids it has. */
export interface LogByHand {
  readonly facts: Facts;
  readonly messages: readonly MessageEvent[];
  /** `false`: it was there already. */
  take(message: MessageEvent): boolean;
}

export function logByHand(): LogByHand {
  const ids = new Set<string>();
  const messages: MessageEvent[] = [];
  const facts: Writable<Facts> = blank();
  let last = Number.NEGATIVE_INFINITY;
  return {
    facts,
    messages,
    take(message) {
      if (ids.has(message.id)) return false;
      ids.add(message.id);
      const { type, id, at } = message;
      messages.push({ type, id, at });
      if (at >= last) {
        last = at;
        apply(facts, type, at);
      } else {
        messages.sort((a, b) => a.at - b.at);
        Object.assign(facts, blank());
        for (const earlier of messages) apply(facts, earlier.type, earlier.at);
      }
      return true;
    },
  };
}

function blank(): Writable<Facts> {
  return {
    lastMessage: 'none',
    waitingSince: null,
    aiSince: null,
    resolved: false,
    lastMessageAt: null,
    aiUntil: null,
    actionSince: null,
  };
}

/** Messages only: the benchmark sends no others. */
function apply(facts: Writable<Facts>, type: MessageEvent['type'], at: number): void {
  facts.lastMessageAt = at;
  if (type === 'seller-message') {
    facts.lastMessage = 'seller';
    facts.waitingSince = null;
    facts.resolved = false;
    facts.actionSince = null;
  } else {
    facts.lastMessage = type === 'client-message' ? 'client' : 'ai';
    facts.waitingSince ??= at;
  }
}
