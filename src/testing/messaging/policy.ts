import fc from 'fast-check';
import * as messaging from '../../messaging/index.js';

/**
 * Any policy that a business may choose, most of them near the manual's: other sections, orders of closing, closers,
 * waits, ways of resuming, and a switchboard whose number is known or not.
 */
export const policy: fc.Arbitrary<messaging.Policy> = fc
  .record({
    forbiddenSections: fc.constantFrom(['ALL', 'NEW'], ['ALL', 'NEW'], ['ALL', 'NEW', 'Ventas'], []),
    classifyClosedOut: fc.boolean(),
    hookSnippet: fc.integer({ min: 1, max: 9 }),
    closeOrder: fc.constantFrom('strict', 'strict', 'any'),
    closers: fc.constantFrom('assigned-agent', 'assigned-agent-or-administrator'),
    crmDelay: fc.constantFrom({ hours: 1 }, { hours: 1 }, { hours: 0 }, { minutes: 90 }),
    resumption: fc.constantFrom('restarts', 'goes-on'),
    manualTag: fc.constantFrom('at-once', 'at-once', 'after-delay'),
    centralPhone: fc.constantFrom('0800-000', null),
  } as const)
  .map((choices) => messaging.policy(choices));

const turns = fc.oneof(
  fc.constantFrom([1, 2, 3], [5, 12, 19], [0, 1, 23]),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 3, maxLength: 3 })
    .map((hours) => hours.toSorted((a, b) => a - b)),
);

/** Any greetings of a day; some say the same at two times of it. */
export const greetings: fc.Arbitrary<messaging.Greetings> = fc
  .tuple(turns, fc.array(fc.constantFrom('Hola', 'Buenas'), { minLength: 3, maxLength: 3 }))
  .map(([hours, texts]) => {
    const [morning, afternoon, night] = hours.map((from, index) => ({ from, text: texts[index] as string })) as [
      messaging.Greeting,
      messaging.Greeting,
      messaging.Greeting,
    ];
    return { morning, afternoon, night };
  });
