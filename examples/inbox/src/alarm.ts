import type { Clock, Instant } from 'pauta/kernel';

/** `setTimeout` holds no more than 24.8 days; beyond them it fires at once. */
const LONGEST = 2 ** 31 - 1;

/**
 * The one timer of the inbox. Whoever is rung asks again what holds now, and sets it anew: so it does no harm that it
 * rings too early (as it does for instants further away than a timer can hold), too late, or twice.
 */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /** Rings at an instant, and at no other that was set before; `null`: not at all. */
  set(at: Instant | null): void {
    clearTimeout(this.#timer);
    if (at === null) return;
    this.#timer = setTimeout(this.#ring, Math.min(Math.max(at - this.#clock.now(), 0), LONGEST));
  }
}
