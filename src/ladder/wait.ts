import type { Instant, Now } from '../kernel/clock.js';
import { endOfPausedWait } from '../kernel/pause.js';
import { kindOf } from '../kernel/wait.js';
import type { Facts } from './model.js';
import type { Wait } from './outcome.js';
import type { Policy } from './policy.js';

/** The threshold after which the re-send is due; infinite: the search is paused. */
export function endOfSearch({ searchingSince, pauses }: Facts, { searchThreshold }: Policy): Instant {
  return endOfPausedWait(searchingSince, searchThreshold, pauses, false);
}

/** The instant from which on the lists are due after a re-send; infinite: the search is paused. */
export function endOfResendWait({ pauses }: Facts, resentAt: Instant, { resendWait }: Policy): Instant {
  return endOfPausedWait(resentAt, resendWait, pauses);
}

/** Whether the client gave the dates of this round, and waits for the news of it. */
export function isOnNewDates({ begins }: Facts): boolean {
  return begins === 'resend' || begins === 'lists';
}

/** What is said of the wait that a step is behind. */
export function thresholdOf(step: Wait['for'], facts: Facts, policy: Policy): Omit<Wait, 'action' | 'for'> {
  const { begins, searchingSince, resentAt } = facts;
  if (begins === 'lists' || (begins === 'resend' && step === 'resend')) return { until: searchingSince };
  const end = step === 'resend' ? endOfSearch(facts, policy) : endOfResendWait(facts, resentAt as Instant, policy);
  const until = end === Number.POSITIVE_INFINITY ? null : end;
  return { until, ...kindOf(step === 'resend' ? policy.searchThreshold : policy.resendWait) };
}

/**
 * When the wait began that a search is in at an instant, for policies with versions: with the re-send, once it was
 * pressed; before, with the search.
 */
export function waitBegan({ searchingSince, resentAt }: Facts, now: Now): Instant {
  return resentAt != null && now.hasReached(resentAt) ? resentAt : searchingSince;
}
