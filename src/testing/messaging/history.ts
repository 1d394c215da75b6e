import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import { newContact, record, recordLoading, start } from '../../messaging/index.js';
import type { Conversation, Event, Loading, LoadingEvent, Policy } from '../../messaging/index.js';
import { draw, loadingDraw } from './draw.js';
import { eventOf } from './event.js';
import { loadingEventOf } from './loading-event.js';
import { policy } from './policy.js';
import { CONTACT, T } from './scene.js';

/** What happened, and the policy under which it did. */
export interface History<Happened> {
  readonly policy: Policy;
  readonly events: readonly Happened[];
  /** The latest instant of the events. */
  readonly end: Instant;
}

type Record<State, Happened> = (
  state: State,
  event: Happened,
  context: { readonly policy: Policy },
) => { readonly state: State };

/**
 * A history: each event is made of a draw, and of what has become of the state by then. Nothing happens before what was
 * heard of.
 */
function historyOf<Drawn, State, Happened extends { readonly at: Instant }>(
  drawn: fc.Arbitrary<Drawn>,
  beginning: State,
  make: (state: State, draw: Drawn, id: string, present: Instant) => Happened,
  take: Record<State, Happened>,
): fc.Arbitrary<History<Happened>> {
  const draws = fc.array(drawn, { minLength: 1, maxLength: 30, size: 'max' });
  return fc.tuple(policy, draws).map(([chosen, all]) => {
    let state = beginning;
    let present = T;
    const made = all.map((one, index) => {
      const event = make(state, one, `e${String(index).padStart(2, '0')}`, present);
      state = take(state, event, { policy: chosen }).state;
      present = Math.max(present, event.at);
      return event;
    });
    return { policy: chosen, events: made, end: present };
  });
}

/** Any history of a conversation of `CONTACT`, under any policy, long enough to come to every stage. */
export const history: fc.Arbitrary<History<Event>> = historyOf(draw, start(CONTACT), eventOf, record);

/** Any history of the way of `CONTACT` into the CRM, under any policy. */
export const loadingHistory: fc.Arbitrary<History<LoadingEvent>> = historyOf(
  loadingDraw,
  newContact(CONTACT),
  loadingEventOf,
  recordLoading,
);

/** What happened in a conversation of `CONTACT`, in the order in which it was heard of; up to 30 events. */
export const events: fc.Arbitrary<readonly Event[]> = history.map((one) => one.events);

/** What happened on the way of `CONTACT` into the CRM, in the order in which it was heard of; up to 30 events. */
export const loadingEvents: fc.Arbitrary<readonly LoadingEvent[]> = loadingHistory.map((one) => one.events);

/** A stored conversation that some history leads to. */
export const state: fc.Arbitrary<Conversation> = history.map((one) => endOf(one, start(CONTACT), record));

/** A stored way into the CRM that some history leads to. */
export const loading: fc.Arbitrary<Loading> = loadingHistory.map((one) =>
  endOf(one, newContact(CONTACT), recordLoading),
);

function endOf<State, Happened>(
  { policy: chosen, events: all }: History<Happened>,
  beginning: State,
  take: Record<State, Happened>,
): State {
  return all.reduce((before, event) => take(before, event, { policy: chosen }).state, beginning);
}
