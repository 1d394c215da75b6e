import { fixedClock } from 'pauta/kernel';
import { decide, isPending, pendingSince, queue } from 'pauta/pending';
import { chatAt, NOW } from './chats.js';

/** What both worlds must agree on, to the last millisecond. */
export interface Sums {
  readonly pending: string;
  readonly rules: Readonly<Record<string, string>>;
  readonly pendingSince: string;
  readonly validUntil: string;
}

/** So many chats are objects at a time: ten million at once would be a test of the garbage collector. */
export const CHUNK = 100_000;

const context = { clock: fixedClock(NOW) };

/** Goes through all chats in this process: what they came to, and the milliseconds that two questions took. */
export function sweep(chats: number): { readonly sums: Sums; readonly isPendingMs: number; readonly queueMs: number } {
  const rules = new Map<string, number>();
  let [pending, since, until] = [0, 0n, 0n];
  let [isPendingMs, queueMs] = [0, 0];
  for (let from = 0; from < chats; from += CHUNK) {
    const chunk = Array.from({ length: Math.min(CHUNK, chats - from) }, (_, index) => chatAt(from + index));

    const began = performance.now();
    let counted = 0;
    for (const chat of chunk) if (isPending(chat, context)) counted++;
    const between = performance.now();
    const { waiting } = queue(chunk, context);
    const ended = performance.now();
    isPendingMs += between - began;
    queueMs += ended - between;
    if (counted !== waiting.length) throw new Error(`isPending counts ${counted}, queue ${waiting.length}.`);

    pending += counted;
    for (const chat of chunk) {
      const { rule, validUntil } = decide(chat, context);
      rules.set(rule, (rules.get(rule) ?? 0) + 1);
      since += BigInt(pendingSince(chat, context) ?? 0);
      until += BigInt(validUntil ?? 0);
    }
  }
  return {
    sums: {
      pending: String(pending),
      rules: Object.fromEntries([...rules].map(([rule, number]) => [rule, String(number)] as const).sort()),
      pendingSince: String(since),
      validUntil: String(until),
    },
    isPendingMs,
    queueMs,
  };
}
