import fc from 'fast-check';
import type { Event, LoadingEvent } from '../../messaging/index.js';
import { CONTACT, MINUTE, T } from './scene.js';

/** Messages of the client, each with an id of its own, some at one instant. */
export const messages: fc.Arbitrary<readonly Extract<Event, { readonly type: 'user-message' }>[]> = fc
  .array(
    fc.record({
      at: fc.oneof(fc.integer({ min: -6, max: 30 * 60 }), fc.integer({ min: 0, max: 2 })),
      notSolved: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ at, notSolved }, index) => ({
      ...{ id: `m${index}`, at: T + at * MINUTE, contact: CONTACT },
      ...{ type: 'user-message' as const, notSolved },
    })),
  );

/** Ends of a conversation and messages of the client, some at one instant. */
export const endsAndMessages: fc.Arbitrary<readonly LoadingEvent[]> = fc
  .array(fc.record({ minutes: fc.integer({ min: 0, max: 12 }), kind: fc.constantFrom('message', 'end', 'bare end') }), {
    maxLength: 7,
  })
  .map((drawn) =>
    drawn.map(({ minutes, kind }, index): LoadingEvent => {
      const base = { id: `e${index}`, at: T + minutes * 15 * MINUTE, contact: CONTACT };
      if (kind === 'message') return { ...base, type: 'user-message' };
      return { ...base, type: 'conversation-ended', hasWelcomeEvents: kind === 'end' };
    }),
  );

/**
 * The same events in another order, some of them twice.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { messaging } from 'pauta';
 * import { arbitraries } from 'pauta/testing';
 *
 * const { contact, delivered, messages } = arbitraries.messaging;
 * const run = (events: readonly messaging.Event[]) =>
 *   events.reduce((chat, event) => messaging.record(chat, event).state, messaging.start(contact));
 * fc.assert(
 *   fc.property(
 *     messages.chain((all) => fc.tuple(fc.constant(all), delivered(all))),
 *     ([all, again]) => JSON.stringify(run(again)) === JSON.stringify(run(all)),
 *   ),
 * );
 * ```
 */
export function delivered<Happened>(events: readonly Happened[]): fc.Arbitrary<readonly Happened[]> {
  return fc.subarray([...events]).chain((again) => {
    const all = [...events, ...again];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
}

/** Which of the events taken are delivered again, after each event. */
export const places: fc.Arbitrary<readonly (readonly number[])[]> = fc.array(
  fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
  { maxLength: 30, size: 'max' },
);
