import fc from 'fast-check';
import type { Instant } from '../src/kernel/clock.js';
import * as pending from 'pauta/pending';

export const T: Instant = Date.parse('2024-05-13T10:00:00-04:00');
export const MINUTE = 60_000;

type Kind =
  'client-message' | 'ai-message' | 'seller-message' | 'mark-resolved' | 'action-flagged' | 'ai-on' | 'ai-off';
const kinds: readonly Kind[] = [
  'client-message',
  'ai-message',
  'seller-message',
  'mark-resolved',
  'action-flagged',
  'ai-on',
  'ai-off',
];

/** The half hour in which everything happens, so that a window of five minutes is crossed often. */
const SPAN = 30 * MINUTE;

/** Events in order, each at an instant of its own; with a clock that has reached them all. */
export function history(allowed: readonly Kind[] = kinds): fc.Arbitrary<readonly pending.Event[]> {
  return fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: SPAN }), fc.constantFrom(...allowed)), {
      selector: ([offset]) => offset,
      maxLength: 14,
    })
    .map((drawn) =>
      drawn
        .sort(([a], [b]) => a - b)
        .map(([offset, type], index): pending.Event => ({ type, id: `${index}`, at: T + offset })),
    );
}

/** An instant at or after the end of all histories, near enough for a window to be open still. */
export const later: fc.Arbitrary<Instant> = fc.integer({ min: 0, max: 12 * MINUTE }).map((offset) => T + SPAN + offset);

/** The chat that a list of events, delivered in its order, makes. */
export function chatOf(events: readonly pending.Event[], clock?: { now(): Instant }): pending.Chat {
  return events.reduce((chat, event) => pending.record(chat, event, clock && { clock }).state, pending.start());
}

const near = fc.integer({ min: -12 * MINUTE, max: 2 * MINUTE }).map((offset) => T + offset);
const nearOrNull = fc.option(near, { nil: null });

const columns = fc.record({
  lastMessage: fc.constantFrom('none', 'client', 'ai', 'seller'),
  waitingSince: nearOrNull,
  aiSince: nearOrNull,
  resolved: fc.boolean(),
  lastMessageAt: nearOrNull,
  aiUntil: nearOrNull,
  actionSince: nearOrNull,
}) satisfies fc.Arbitrary<pending.Facts>;

/** Any columns, those that contradict each other too, with up to two steps ahead of the clock. */
export const anyFacts: fc.Arbitrary<pending.Facts> = fc
  .tuple(columns, fc.array(fc.tuple(fc.integer({ min: -MINUTE, max: 12 * MINUTE }), columns), { maxLength: 2 }))
  .map(([facts, ahead]) =>
    ahead.reduceRight<pending.Facts>(
      (next, [offset, before]) => ({ ...before, next: { from: T + offset, facts: next } }),
      facts,
    ),
  );

/** Any policy that a business may choose. */
export const anyPolicy: fc.Arbitrary<pending.Policy> = fc
  .record({
    aiWindow: fc.record({ seconds: fc.constantFrom(0, 1, 180, 300, 600) }),
    measureFrom: fc.constantFrom('process-start', 'last-message'),
    exemptionCovers: fc.constantFrom('both', 'ai-messages', 'nothing'),
  } as const)
  .map((choices) => pending.policy(choices));
