import type { Instant, Now } from '../kernel/clock.js';
import { current } from '../kernel/decision.js';
import type { Facts } from './model.js';

/**
 * When the wait began that a chat is in at an instant, for policies with versions: with the first message that nobody has
 * settled, but not before the AI was switched on. `null`: nobody waits, or the AI plays no part.
 */
export function waitBegan(facts: Facts, now: Now): Instant | null {
  const { waitingSince, aiSince, aiUntil } = current(facts, now);
  return waitingSince === null || aiSince === null || aiUntil != null ? null : Math.max(waitingSince, aiSince);
}
