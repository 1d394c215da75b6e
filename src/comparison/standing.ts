import { fixedClock, type Clock, type Instant } from '../kernel/clock.js';
import type { Recorded } from '../kernel/decision.js';
import type { Delivered, Taken } from './model.js';

/** A record at one point of its history, under one policy: what is asked of it, and what happens to it next. */
export interface Standing<D> {
  readonly decide: (clock: Clock) => D;
  /** `null`: nothing more is delivered. */
  readonly next: Delivery<D> | null;
}

/** An event that is still to be delivered. */
interface Delivery<D> {
  readonly id: string;
  readonly at: Instant;
  /** The record afterwards, and what became of the event. */
  readonly deliver: () => Taken & { readonly standing: Standing<D> };
}

/** How a system records and decides; as its `index.ts` has it. */
interface Keeper<State, Event, Facts, Policy, D> {
  readonly record: (
    state: State,
    event: Event,
    context: { readonly clock: Clock; readonly policy: Policy },
  ) => Recorded<State, string>;
  readonly decide: (facts: Facts, context: { readonly clock: Clock; readonly policy: Policy }) => D;
}

/** A record to which nothing more happens. */
export function ofFacts<D>(decide: (clock: Clock) => D): Standing<D> {
  return { decide, next: null };
}

/** A record at the beginning of its history. */
export function ofHistory<
  State extends { readonly facts: Facts },
  Event extends { readonly id: string; readonly at: Instant },
  Facts,
  Policy,
  D,
>(
  start: State,
  history: readonly Delivered<Event>[],
  policy: Policy,
  { record, decide }: Keeper<State, Event, Facts, Policy, D>,
): Standing<D> {
  const standingAt = (state: State, place: number, reached: Instant): Standing<D> => ({
    decide: (clock) => decide(state.facts, { clock, policy }),
    next: nextOf(state, place, reached),
  });

  function nextOf(before: State, place: number, reached: Instant): Delivery<D> | null {
    const event = history[place];
    if (event === undefined) return null;
    const at = deliveryOf(event, reached);
    const deliver = (): ReturnType<Delivery<D>['deliver']> => {
      const { state, status, code = null } = record(before, event, { clock: fixedClock(at), policy });
      return { status, code, standing: standingAt(state, place + 1, at) };
    };
    return { id: event.id, at, deliver };
  }

  return standingAt(start, 0, Number.NEGATIVE_INFINITY);
}

/** Nothing is delivered before what was delivered before it; an instant that is none says nothing. */
function deliveryOf({ at, deliveredAt = at }: { at: Instant; deliveredAt?: Instant }, reached: Instant): Instant {
  return Number.isFinite(deliveredAt) && deliveredAt > reached ? deliveredAt : reached;
}
