import { fixedClock, type Instant } from 'pauta/kernel';
import * as pending from 'pauta/pending';
import { read, stateSchema } from 'pauta/pending/schema';
import type { Chance } from '../chance.js';
import type { Ledger } from '../ledger.js';
import type { Due, Life, Room, Undated, World } from '../room.js';
import { slotsOf } from './calendar.js';

const MINUTE = 60_000;
/** How long an event may be under way, where the host takes what comes in any order. */
const PATIENCE = 90 * MINUTE;

type Body = Undated<pending.Event>;

/** What sellers, the AI and the client do in a chat. */
function worldOf(chance: Chance, isRough: boolean): World<pending.Event> {
  const written: { readonly id: string; readonly slot: number }[] = [];
  return (slot, _at, ledger) => {
    const count = isRough ? chance.whole(0, 5) : 1;
    const bodies = Array.from({ length: count }, () => bodyOf(chance, slot, written, isRough ? null : ledger));
    bodies.forEach(({ type }, index) => {
      if (type.endsWith('-message')) written.push({ id: `${slot}.${index}`, slot });
    });
    return bodies;
  };
}

function bodyOf(
  chance: Chance,
  slot: number,
  written: readonly { readonly id: string; readonly slot: number }[],
  ledger: Ledger | null,
): Body {
  // Who was told that somebody waits, answers.
  if (ledger?.entries.at(-1) !== undefined && chance.is(0.2)) return { type: 'seller-message' };
  const recent = written.filter((one) => slot - one.slot <= 12);
  if (recent.length > 0 && chance.is(0.12)) return { type: 'message-deleted', messageId: chance.pick(recent).id };
  const kind = chance.is(0.9) ? 'message' : chance.pick(['reaction', 'note', 'failed', 'mass'] as const);
  return chance.pick<Body>([
    { type: 'client-message', kind },
    { type: 'client-message', kind },
    { type: 'client-message' },
    { type: 'ai-message', kind },
    { type: 'ai-message' },
    { type: 'seller-message', kind },
    { type: 'mark-resolved', via: chance.pick(['button', 'menu'] as const) },
    { type: 'mark-resolved', by: chance.pick(['seller', 'seller', 'client', 'ai'] as const) },
    { type: 'action-flagged' },
    { type: 'ai-on' },
    { type: 'ai-on' },
    { type: 'ai-off' },
    { type: chance.pick(['opened', 'read', 'unread'] as const) },
  ]);
}

/** The facts once all that was dated ahead counts. */
function atLast(facts: pending.Facts): pending.Facts {
  if (facts.next != null) return atLast(facts.next.facts);
  const { next: _, ...rest } = facts;
  return rest;
}

/** Somebody is told that the chat waits, once for each reason and beginning. */
function dueOf({ facts }: pending.Chat, now: Instant, policy: pending.Policy): Due {
  const { outcome, validUntil } = pending.decide(facts, { clock: fixedClock(now), policy });
  if (outcome.action !== 'attend') return { acts: [], wake: validUntil };
  const since = outcome.waitingSince ?? facts.actionSince;
  return { acts: [{ key: `alert/${outcome.reason}/${since}`, outcome }], wake: validUntil };
}

function live(_seed: number, chance: Chance): Life<pending.Chat, pending.Event> {
  const isRough = chance.is(0.5);
  const policy = pending.policy({
    // The manual's five minutes, or others by which no window ends in a slot.
    aiWindow: { minutes: chance.is(0.5) ? 5 : chance.pick([1, 2, 3, 10, 12, 30]) },
    measureFrom: chance.pick(['process-start', 'last-message'] as const),
    exemptionCovers: chance.pick(['both', 'both', 'ai-messages', 'nothing'] as const),
  });
  const grid = { cell: MINUTE, origin: Date.UTC(2025, 0, 1) + chance.whole(0, 365 * 1440) * MINUTE };
  const isCompacted = isRough && chance.is(0.5);
  return {
    grid,
    about: JSON.stringify({ policy, isRough, isCompacted }),
    start: pending.start(),
    slots: slotsOf(chance, chance.whole(8, 24), 8),
    world: worldOf(chance, isRough),
    record: (chat, event, now) => pending.record(chat, event, { clock: fixedClock(now) }),
    due: (chat, _done, now) => dueOf(chat, now, policy),
    report: () => null,
    load: (stored) => read(stateSchema, stored),
    // A deletion may come as long after its message as that may come after having been written.
    ...(isCompacted && { compact: (chat, now) => pending.compact(chat, now - 3 * PATIENCE) }),
    decisions: ({ facts }, now) => [pending.decide(facts, { clock: fixedClock(now), policy })],
    comparable: ({ facts }) => atLast(facts),
    once: [],
    isRough,
    patience: isRough ? PATIENCE : null,
  };
}

/** A chat that waits for a person, or does not. */
export const pendingRoom: Room<pending.Chat, pending.Event> = { name: 'pending', live };
