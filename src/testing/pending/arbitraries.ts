import fc from 'fast-check';
import { fixedClock, type Instant } from '../../kernel/clock.js';
import * as pending from '../../pending/index.js';

const MINUTE = 60_000;

/** All that is drawn happens around this instant: ten in the morning of 13 May 2024, in Santiago. */
export const around: Instant = Date.parse('2024-05-13T10:00:00-04:00');

/** The half hour in which a history happens, so that a window of five minutes is crossed often. */
const SPAN = 30 * MINUTE;
const LENGTH = 14;

/** The types of event that a history may be of: those that change a chat. */
export type Kind =
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

/** An instant at or after the end of all histories, near enough for a window to be open still. */
export const later: fc.Arbitrary<Instant> = offset(0, 12 * MINUTE).map((at) => at + SPAN);

/** An instant at which facts may be asked about: from a minute before `around` to twelve after it. */
export const instant: fc.Arbitrary<Instant> = offset(-MINUTE, 12 * MINUTE);

const near = fc.option(offset(-12 * MINUTE, 2 * MINUTE), { nil: null });

const columns = fc.record({
  lastMessage: fc.constantFrom('none', 'client', 'ai', 'seller'),
  waitingSince: near,
  aiSince: near,
  resolved: fc.boolean(),
  lastMessageAt: near,
  aiUntil: near,
  actionSince: near,
}) satisfies fc.Arbitrary<pending.Facts>;

/** Any columns, those that contradict each other too, with up to two steps ahead of the clock. */
export const facts: fc.Arbitrary<pending.Facts> = fc
  .tuple(columns, fc.array(fc.tuple(instant, columns), { maxLength: 2 }))
  .map(([last, ahead]) =>
    ahead.reduceRight<pending.Facts>((next, [from, before]) => ({ ...before, next: { from, facts: next } }), last),
  );

/** Any policy that a business may choose. */
export const policy: fc.Arbitrary<pending.Policy> = fc
  .record({
    aiWindow: fc.record({ seconds: fc.constantFrom(0, 1, 180, 300, 600) }),
    measureFrom: fc.constantFrom('process-start', 'last-message'),
    exemptionCovers: fc.constantFrom('both', 'ai-messages', 'nothing'),
  } as const)
  .map((choices) => pending.policy(choices));

/** One of a few ids, so that the same one is drawn again. */
const id = fc.nat({ max: LENGTH - 1 }).map(String);
const author = fc.constantFrom<pending.Author>('client', 'ai', 'seller');
const at = offset(0, SPAN);

/** Any event, of whatever type, be it a message or none, and by whoever may not resolve too. */
export const event: fc.Arbitrary<pending.Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        type: fc.constantFrom('client-message', 'ai-message', 'seller-message'),
        id,
        at,
        kind: fc.constantFrom('message', 'reaction', 'note', 'failed', 'mass'),
      },
      { requiredKeys: ['type', 'id', 'at'] },
    ),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('message-deleted'), id, at, messageId: id }) },
  {
    weight: 2,
    arbitrary: fc.record(
      { type: fc.constant('mark-resolved'), id, at, by: author, via: fc.constantFrom('button', 'menu') },
      { requiredKeys: ['type', 'id', 'at'] },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('action-flagged', 'ai-on', 'ai-off', 'opened', 'read', 'unread'),
      id,
      at,
    }),
  },
) satisfies fc.Arbitrary<pending.Event>;

/** Events of any type in the order in which they happened, each with an id and at an instant of its own. */
export const events: fc.Arbitrary<readonly pending.Event[]> = fc
  .uniqueArray(event, { selector: (one) => one.at, maxLength: LENGTH, size: 'medium' })
  .map((drawn) => inOrder(drawn).map((one, index) => ({ ...one, id: `${index}` })));

/**
 * Events of the given types, which all change a chat, in order and each at an instant of its own. Absent: of all types.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { arbitraries } from 'pauta/testing';
 *
 * const { history } = arbitraries.pending;
 * const withoutSellers = history(['client-message', 'ai-message', 'ai-on']);
 * fc.assert(fc.property(withoutSellers, (events) => events.every(({ type }) => type !== 'seller-message')));
 * ```
 */
export function history(allowed: readonly Kind[] = kinds): fc.Arbitrary<readonly pending.Event[]> {
  return fc
    .uniqueArray(fc.tuple(at, fc.constantFrom(...allowed)), { selector: ([when]) => when, maxLength: LENGTH })
    .map((drawn) =>
      inOrder(drawn.map(([when, type]) => ({ type, at: when }))).map((one, index) => ({ ...one, id: `${index}` })),
    );
}

/** A stored chat: what any events make of it, delivered in any order, some ahead of the clock, the oldest let go of. */
export const state: fc.Arbitrary<pending.Chat> = fc
  .tuple(
    events.chain((all) => fc.shuffledSubarray([...all], { minLength: all.length })),
    fc.oneof({ weight: 3, arbitrary: later }, { weight: 1, arbitrary: at }),
    fc.option(at, { nil: Number.NaN, freq: 1 }),
  )
  .map(([delivered, now, before]) => {
    const clock = fixedClock(now);
    const chat = delivered.reduce((made, one) => pending.record(made, one, { clock }).state, pending.start());
    return pending.compact(chat, before);
  });

function offset(min: number, max: number): fc.Arbitrary<Instant> {
  return fc.integer({ min, max }).map((drawn) => around + drawn);
}

function inOrder<Dated extends { readonly at: Instant }>(drawn: readonly Dated[]): readonly Dated[] {
  return drawn.toSorted((a, b) => a.at - b.at);
}
