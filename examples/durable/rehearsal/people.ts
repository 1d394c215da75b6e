import type * as contact from 'pauta/contact';
import type { Instant } from 'pauta/kernel';
import type * as ladder from 'pauta/ladder';
import type { Act } from '../outside-world.js';
import type { Happened } from '../steps.js';
import { Chance } from './chance.js';

const MINUTE = 60_000;

/** Days to the move: so many that no worker stays dead for so long that it becomes a move of tomorrow. */
const FAR = 180;

/** When the rehearsal begins: nine in the morning in Santiago. */
export const OPENING = Date.parse('2026-05-13T09:00:00-04:00');

/** What somebody will do, and when. */
export interface Reaction {
  readonly id: string;
  readonly at: Instant;
  readonly happened: Happened;
}

type Told<Event> = Event extends unknown ? Omit<Event, 'id' | 'at' | 'move'> : never;
interface Said {
  readonly after: number;
  readonly search?: Told<ladder.Event>;
  readonly talk?: Told<contact.Event>;
}

/**
 * The move of that number. How long it has been in the search differs.
 */
export function moveOf(seed: number, number: number): ladder.Beginning {
  const move = `m${number}`;
  const chance = new Chance(seed, move);
  return {
    move,
    searchingSince: OPENING - chance.whole(0, 110) * MINUTE,
    category: chance.is(0.3) ? 'inter' : 'local',
    moveDate: dateAfter(FAR),
  };
}

/** Whether somebody picks up. */
export function picksUp(seed: number, { key }: Act): boolean {
  return new Chance(seed, `${key}?`).is(0.5);
}

/** What happens of itself: now and then the platform finds a mover before anybody lifts a hand. */
export function atFirst(seed: number, move: string): readonly Reaction[] {
  const chance = new Chance(seed, `${move}/opening`);
  return stamped(
    move,
    `${move}/opening`,
    OPENING,
    chance.is(0.05) ? [search(5, { type: 'auto-assigned', mp: 'mp-7' })] : [],
  );
}

/**
 * What movers, the client, the platform and agents do when the host has done something: of the seed, the act and the
 * acts before it alone. So it does not matter who performs the act, and how late; and nobody races the host, for all of
 * it happens before the host's next deadline, or after the host has nothing to do but to wait.
 */
export function reactionsTo(seed: number, act: Act, before: readonly Act[], at: Instant): readonly Reaction[] {
  return stamped(act.move, act.key, at, said(new Chance(seed, act.key), act, before, seed));
}

function stamped(move: string, id: string, from: Instant, said: readonly Said[]): readonly Reaction[] {
  return said.map(({ after, search: one, talk: other }, index) => {
    const stamp = { id: `${id}>${index + 1}`, at: from + after * MINUTE, move };
    return {
      id: stamp.id,
      at: stamp.at,
      happened: {
        ...(one && { search: [{ ...one, ...stamp } as ladder.Event] }),
        ...(other && { talk: [{ ...other, ...stamp } as contact.Event] }),
      },
    };
  });
}

const search = (after: number, event: Told<ladder.Event>): Said => ({ after, search: event });
const talk = (after: number, event: Told<contact.Event>): Said => ({ after, talk: event });
const giveUp = (after: number): Said => ({ after, search: { type: 'cancel' }, talk: { type: 'cancel' } });

function dateAfter(days: number): string {
  return new Date(OPENING + days * 1440 * MINUTE).toISOString().slice(0, 10);
}

function roundOf({ key }: Act): number {
  return Number(key.split('/').at(-1));
}

function said(chance: Chance, act: Act, before: readonly Act[], seed: number): readonly Said[] {
  const mp = typeof act.outcome['mp'] === 'string' ? act.outcome['mp'] : '';
  switch (act.outcome.action) {
    case 'resend-to-mps': {
      if (chance.is(0.04)) return [giveUp(chance.whole(5, 50))];
      const refusals = chance.is(0.3) ? [search(chance.whole(5, 20), { type: 'mp-refused', mp: 'mp-2' })] : [];
      return chance.is(0.15)
        ? [...refusals, search(chance.whole(25, 50), { type: 'mp-confirmed', mp: 'mp-1' })]
        : refusals;
    }
    case 'send-broadcast-lists':
      return afterLists(chance, act, before);
    case 'search-inter-mps':
      return chance.is(0.3)
        ? [search(chance.whole(20, 80), { type: 'mp-confirmed', mp: 'mp-20' })]
        : [search(90, { type: 'inter-exhausted' })];
    case 'ask-why':
      return [search(chance.whole(3, 8), { type: 'mp-refused', mp, reason: 'other' })];
    case 'send-offer':
      return afterOffer(chance, mp);
    case 'send-help-mail':
    case 'send-call-record-mail':
      return afterMail(chance, act, before);
    case 'call-now':
      if (picksUp(seed, act)) return [];
      return chance.is(0.6) ? [talk(180, { type: 'client-reply' }), answer(210, chance, before)] : [giveUp(300)];
    case 'send-search-ack':
      return act.outcome['dates'] === null
        ? [talk(180, { type: 'client-answered', stance: 'flexible', dates: newDates(chance) })]
        : [];
    case 'send-not-found-mail':
      return act.key.endsWith('/1') && chance.is(0.3)
        ? [talk(120, { type: 'client-answered', stance: 'flexible', dates: newDates(chance) })]
        : [talk(120, { type: 'client-answered', stance: 'not-flexible', refund: true })];
    default:
      return [];
  }
}

/** Who says no, who says yes; or an agent who gives up, and says whether the client may be told yet. */
function afterLists(chance: Chance, act: Act, before: readonly Act[]): readonly Said[] {
  const refusals: Said[] = [];
  if (chance.is(0.5)) {
    const availability = dateAfter(FAR + chance.whole(1, 3));
    refusals.push(search(10, { type: 'mp-refused', mp: 'mp-3', reason: 'date', availability }));
  }
  if (chance.is(0.3)) refusals.push(search(12, { type: 'mp-refused', mp: 'mp-4', reason: 'date' }));
  if (chance.is(0.3)) {
    refusals.push(search(14, { type: 'mp-refused', mp: 'mp-5', reason: 'price' }));
    refusals.push(search(16, { type: 'mp-refused', mp: 'mp-6', reason: 'price' }));
  }
  // mp-9 says yes to everything, and can never be given the job: somebody else comes after.
  if (chance.is(0.15)) {
    return [
      ...refusals,
      search(25, { type: 'mp-confirmed', mp: 'mp-9' }),
      search(100, { type: 'mp-confirmed', mp: 'mp-1' }),
    ];
  }
  if (chance.is(0.25)) return [...refusals, search(chance.whole(20, 90), { type: 'mp-confirmed', mp: 'mp-1' })];
  const isAsked = roundOf(act) > 1 || before.some(({ outcome }) => outcome.action === 'send-help-mail');
  const from = chance.is(0.3) ? (120 + chance.whole(60, 300)) * MINUTE : null;
  const window = from === null ? true : { from: OPENING + from };
  return [
    ...refusals,
    search(120, { type: 'lists-exhausted' }),
    ...(isAsked ? [] : [search(125, { type: 'window-known', window })]),
  ];
}

/** The platform shows what became of an offer: at once, at second sight, or never. */
function afterOffer(chance: Chance, mp: string): readonly Said[] {
  if (mp === 'mp-9') return [search(10, { type: 'offer-failed', mp })];
  const shown = search(20, { type: 'checked', winner: mp, chat: true });
  return chance.is(0.2) ? [search(8, { type: 'checked', winner: mp, chat: false }), shown] : [shown];
}

/** The client writes back within the day, or never; a mover may turn up for the old date meanwhile. */
function afterMail(chance: Chance, act: Act, before: readonly Act[]): readonly Said[] {
  const mails = [...before, act];
  if (act.outcome.action === 'send-call-record-mail') return [answer(20, chance, mails)];
  if (chance.is(0.06)) return [search(60, { type: 'mp-confirmed', mp: 'mp-2' })];
  if (!chance.is(0.65)) return [];
  const after = chance.whole(120, 1200);
  return [talk(after, { type: 'client-reply' }), answer(after + 30, chance, mails)];
}

/** What the client says depends on what they were offered. */
function answer(after: number, chance: Chance, acts: readonly Act[]): Said {
  const mail = acts.findLast(({ outcome }) => outcome.action === 'send-help-mail');
  const luck = chance.next();
  if (mail?.outcome['paragraph'] === 1) {
    if (luck < 0.5) return talk(after, { type: 'client-answered', stance: 'accepts' });
    return luck < 0.75
      ? talk(after, { type: 'client-answered', stance: 'rejects', refund: true })
      : talk(after, { type: 'client-answered', stance: 'rejects', dates: newDates(chance) });
  }
  if (luck < 0.5) return talk(after, { type: 'client-answered', stance: 'flexible', dates: newDates(chance) });
  return luck < 0.7
    ? talk(after, { type: 'client-answered', stance: 'flexible' })
    : talk(after, { type: 'client-answered', stance: 'not-flexible', refund: true });
}

function newDates(chance: Chance): contact.NewDates {
  return { date: dateAfter(FAR + chance.whole(10, 30)) };
}
