import type { Instant } from '../kernel/clock.js';
import type { Facts } from './model.js';

/**
 * When the wait began that a search is in at an instant, for policies with versions: with the re-send, once it was
 * pressed; before, with the search.
 */
export function waitBegan({ searchingSince, resentAt }: Facts, at: Instant): Instant {
  return resentAt != null && resentAt <= at ? resentAt : searchingSince;
}
