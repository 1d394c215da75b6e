import fc from 'fast-check';
import { flow, loadingFlow, type Event, type LoadingEvent } from '../../messaging/index.js';
import { DAY, HOUR, MINUTE } from './scene.js';

/** What an event is made of, before it is known at which stage it falls. */
export interface Draw<Type> {
  /** `null`: something that the stage is waiting for. */
  readonly type: Type | null;
  /** Which of the values that a field may have: taken modulo their number. */
  readonly choice: number;
  /** Milliseconds after what people did last; negative: it is heard of late. People's own acts are never negative. */
  readonly after: number;
  readonly isYes: boolean;
}

function drawOf<Type>(types: readonly Type[]): fc.Arbitrary<Draw<Type>> {
  return fc.record({
    type: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom<Type>(...types) },
    ),
    choice: fc.nat({ max: 11 }),
    after: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(0, 1, 5 * MINUTE, 30 * MINUTE, HOUR, DAY) },
      { weight: 2, arbitrary: fc.constantFrom(-1, -20 * MINUTE, -HOUR, -3 * HOUR) },
    ),
    isYes: fc.boolean(),
  });
}

/** What an event of a conversation is made of: `eventOf` makes it, at the stage that the conversation is in by then. */
export const draw: fc.Arbitrary<Draw<Event['type']>> = drawOf(flow.events);

/** What an event on the way into the CRM is made of: `loadingEventOf` makes it. */
export const loadingDraw: fc.Arbitrary<Draw<LoadingEvent['type']>> = drawOf(loadingFlow.events);

/** One of several, by a number. */
export function pick<Item>(items: readonly Item[], choice: number): Item {
  return items[choice % items.length] as Item;
}
