import type { Instant } from 'pauta/kernel';

/** Something to be done in the outside world, as a decision says it. */
export interface Act {
  /**
   * Its idempotency key: the id of the move, and which step of it this is. Made of the decision and the state, never of
   * the attempt or the clock, so that it is the same after every crash.
   */
  readonly key: string;
  readonly move: string;
  /** What is done, with the data that the decision gave it. */
  readonly outcome: { readonly action: string; readonly [datum: string]: unknown };
}

/** What the outside world says of an act. For a key that it knows it says the same again, and does nothing. */
export interface Performed {
  readonly at: Instant;
  /** Of a call: whether somebody picked up. */
  readonly answered?: boolean;
}

/** All that a workflow may not do by itself. In production: mail, telephone, the platform, and the clock. */
export interface OutsideWorld {
  /** How many of its seconds pass in one of ours: 1 in production, more where a day is to be over soon. */
  readonly pace: number;
  now(): Promise<Instant>;
  /**
   * Performs an act. It is asked at least once, and by two workers at a time if one was thought dead; the key must
   * make that one effect. Services that take an idempotency key do: `Idempotency-Key: <act.key>`.
   */
  perform(act: Act): Promise<Performed>;
}
