import type { Decision, Instant } from 'pauta/kernel';
import type { Read } from 'pauta/kernel/schema';
import type { Chance } from './chance.js';
import type { Grid } from './grid.js';
import type { Ledger, Performed } from './ledger.js';

/** What a host does because a decision says so. */
export interface Act {
  /** What makes it this act and no other: made of the decision and of what is stored, so the same after a restart. */
  readonly key: string;
  /** What is done, with the data that the decision gave it. Plain JSON: it is stored before it is done. */
  readonly outcome: { readonly action: string };
}

/** What is to be done now, and when to look again. */
export interface Due {
  readonly acts: readonly Act[];
  readonly wake: Instant | null;
}

/** What every event has. */
export interface Happened {
  readonly id: string;
  readonly at: Instant;
}

/** What became of an event. */
export interface Fate<State> {
  readonly state: State;
  readonly status: 'applied' | 'late' | 'duplicate' | 'no-effect' | 'refused';
  readonly code?: string;
}

/** An event that has no id and no instant yet. */
export type Undated<Event> = Event extends unknown ? Omit<Event, 'id' | 'at'> : never;

/** What the world sends in one slot. In the order given, a moment apart; faults may deliver them in any other. */
export type World<Event> = (slot: number, at: Instant, ledger: Ledger) => readonly Undated<Event>[];

/** One life of a system: its policy, its world, and the system itself as a host uses it. */
export interface Life<State, Event extends Happened> {
  readonly grid: Grid;
  /** The policy and the beginning, in words. */
  readonly about: string;
  readonly start: State;
  readonly slots: readonly number[];
  readonly world: World<Event>;
  /** Keeps an event. */
  readonly record: (state: State, event: Event, now: Instant) => Fate<State>;
  /** What the state says is to be done. `done`: the keys of what was done already. */
  readonly due: (state: State, done: readonly string[], now: Instant) => Due;
  /** What is recorded of an act that was performed; `null`: nothing, the host only remembers its key. */
  readonly report: (state: State, act: Act, performed: Performed) => Event | null;
  /** The stored state, through the door. */
  readonly load: (stored: unknown) => Read<State>;
  /** Lets go of the past, as only the disturbed host does; absent: it does not either. */
  readonly compact?: (state: State, now: Instant) => State;
  /** What is decided of a state at an instant. */
  readonly decisions: (
    state: State,
    now: Instant,
  ) => readonly Pick<Decision<object, string, unknown>, 'outcome' | 'rule' | 'validUntil'>[];
  /** What of a state must be equal. Lists whose order means nothing are sorted. */
  readonly comparable: (state: State) => unknown;
  /** Acts that the manual has done once: their keys begin so, and are never due again once done. */
  readonly once: readonly string[];
  /** Whether things that turn the life may happen in one slot, so that it matters which is heard of first. */
  readonly isRough: boolean;
  /** How long an event may be under way: milliseconds. `null`: until what goes wrong in its cell is mended. */
  readonly patience: number | null;
}

/** A system that is put to the proof. */
export interface Room<State, Event extends Happened> {
  readonly name: string;
  readonly live: (seed: number, chance: Chance) => Life<State, Event>;
}
