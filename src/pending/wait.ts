import { Now, type Instant } from '../kernel/clock.js';
import { current } from '../kernel/decision.js';
import type { Facts } from './model.js';

/**
 * When the wait began that a chat is in at an instant, for policies with versions: with the first message that nobody has
 * settled, but not before the AI was switched on. `null`: nobody waits, or the AI plays no part.
 */
export function waitBegan(facts: Facts, at: Instant): Instant | null {
  const { waitingSince, aiSince } = current(facts, new Now(at));
  return waitingSince === null || aiSince === null ? null : Math.max(waitingSince, aiSince);
}
