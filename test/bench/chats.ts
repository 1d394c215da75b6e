import { fixedClock, type Instant } from '../../src/kernel/clock.js';
import { policy, type Context, type Facts, type Policy } from '../../src/pending/index.js';
import { chance, pick, whole, type Random } from './random.js';

export const NOW: Instant = Date.parse('2026-05-13T14:00:00Z');

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A question: the facts of a chat, and the world that it is asked in. */
export interface Asked {
  readonly facts: Facts;
  readonly context: Context;
}

export const context: Context = { clock: fixedClock(NOW), policy: policy() };

/** Chats as a host's table holds them, all columns filled; about four in ten are pending. */
export function typicalChat(random: Random): Facts {
  const author = pick(random, [
    'client',
    'client',
    'client',
    'ai',
    'ai',
    'seller',
    'seller',
    'seller',
    'none',
  ] as const);
  const resolved = chance(random, author === 'seller' ? 0.4 : author === 'ai' ? 0.15 : 0);
  const isOpen = !resolved && (author === 'client' || author === 'ai');
  const age = chance(random, 0.5) ? whole(random, 0, 5 * MINUTE) : whole(random, 5 * MINUTE, 72 * HOUR);
  const wasOn = chance(random, 0.75);
  return {
    lastMessage: author,
    waitingSince: isOpen ? NOW - age : null,
    aiSince: wasOn ? NOW - age - whole(random, 0, 48 * HOUR) : null,
    resolved,
    lastMessageAt: author === 'none' ? null : NOW - whole(random, 0, age),
    aiUntil: wasOn && chance(random, 0.3) ? NOW - whole(random, 0, age) : null,
    actionSince: chance(random, 0.06) ? NOW - whole(random, 0, 72 * HOUR) : null,
  };
}

const policies: readonly Policy[] = [
  policy(),
  policy({ aiWindow: { minutes: 3 } }),
  policy({ aiWindow: { minutes: 0 } }),
  policy({ measureFrom: 'last-message' }),
  policy({ exemptionCovers: 'ai-messages' }),
  policy({ exemptionCovers: 'nothing' }),
];
const contexts = policies.map((policy): Context => ({ clock: fixedClock(NOW), policy }));

/**
 * Any combination of columns, possible or not, under any policy, with the AI's window ending exactly now,
 * one millisecond ago, or one millisecond ahead.
 */
export function edgeChat(random: Random): Asked {
  const context = pick(random, contexts);
  const edge = NOW - ((context.policy as Policy).aiWindow as number);
  const instant = (): Instant => edge + pick(random, [-1, 0, 1, -HOUR, MINUTE]);
  const perhaps = (share: number): Instant | null => (chance(random, share) ? instant() : null);
  const facts: Facts = {
    lastMessage: pick(random, ['none', 'client', 'ai', 'seller'] as const),
    waitingSince: perhaps(0.8),
    aiSince: perhaps(0.8),
    resolved: chance(random, 0.3),
    lastMessageAt: perhaps(0.8),
    aiUntil: perhaps(0.2),
    actionSince: perhaps(0.2),
  };
  return { facts, context };
}
