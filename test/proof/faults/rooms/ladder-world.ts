import type { Instant } from 'pauta/kernel';
import type * as ladder from 'pauta/ladder';
import type { Chance } from '../chance.js';
import type { Ledger } from '../ledger.js';
import type { Undated, World } from '../room.js';
import { dateAfter } from './calendar.js';

type Body = Undated<ladder.Event>;

const movers = ['a', 'b', 'c', 'd', 'e'];

/** The acts that the search moves on by. */
const main = [
  'resend-to-mps',
  'send-broadcast-lists',
  'search-inter-mps',
  'send-offer',
  'check-offer',
  'recheck-offer',
  'confirm-to-mp',
  'contact-client',
  'tell-contact',
] as const;

/**
 * What movers, the platform, agents and the client do in a search: what may follow what the host did last, and now and
 * then what may not. In each slot either one thing that turns the search, or answers whose order means nothing.
 * `isRough`: both, and two of the first, so that it matters which is heard of first.
 */
export function ladderWorld(chance: Chance, move: string, zone: string, isRough: boolean): World<ladder.Event> {
  let isPaused = false;
  return (_slot, at, ledger) => {
    const turn = (): readonly Body[] => {
      // A pause lasts from slot to slot: the waits that it moves end in the cells between them, as they do without it.
      if (chance.is(isPaused ? 0.4 : 0.06)) {
        isPaused = !isPaused;
        return [{ type: isPaused ? 'paused' : 'resumed', move }];
      }
      const body = chance.is(0.06) ? anything(chance, move, at, zone) : next(chance, move, at, zone, ledger);
      return body === null ? [] : [body];
    };
    if (isRough) return [...turn(), ...refusals(chance, move, at, zone), ...turn()];
    return chance.is(0.3) ? refusals(chance, move, at, zone) : turn();
  };
}

/** Movers who say no: some say why, some when they could. One for the price: who is reported depends on who is known. */
function refusals(chance: Chance, move: string, at: Instant, zone: string): readonly Body[] {
  const priced = chance.pick(['p', 'q', 'r', 's']);
  return chance.some(['p', 'q', 'r', 's'], 0.5).map((mp): Body => {
    const reason = mp === priced ? 'price' : chance.pick([null, 'date', 'date', 'other'] as const);
    const availability = reason === 'date' && chance.is(0.7) ? dateAfter(at, zone, chance.whole(2, 9)) : null;
    return { type: 'mp-refused', move, mp, reason, availability };
  });
}

function next(chance: Chance, move: string, at: Instant, zone: string, ledger: Ledger): Body | null {
  const last = ledger.last(...main);
  const mp = (last?.outcome as { readonly mp?: string } | undefined)?.mp ?? 'a';
  const yes = (): Body => ({ type: 'mp-confirmed', move, mp: chance.pick(movers) });
  if (chance.is(0.06)) return window(chance, move, at);
  const luck = chance.next();
  switch (last?.action) {
    case undefined:
      return luck < 0.05 ? { type: 'auto-assigned', move, mp: chance.pick(movers) } : null;
    case 'resend-to-mps':
      return luck < 0.12 ? yes() : null;
    case 'send-broadcast-lists':
      if (luck < 0.35) return yes();
      if (luck < 0.65) return { type: 'lists-exhausted', move };
      return luck < 0.8 ? window(chance, move, at) : null;
    case 'search-inter-mps':
      if (luck < 0.35) return { type: 'mp-confirmed', move, mp: chance.pick(['x', 'y']) };
      return luck < 0.75 ? { type: 'inter-exhausted', move } : window(chance, move, at);
    case 'send-offer':
    case 'check-offer':
    case 'recheck-offer':
      if (luck < 0.65) return { type: 'checked', move, winner: mp, chat: true };
      if (luck < 0.8) return { type: 'checked', move, winner: chance.pick([mp, 'e', null]), chat: false };
      return luck < 0.9 ? { type: 'offer-failed', move, mp } : { type: 'mp-withdrew', move, mp };
    case 'confirm-to-mp':
      return luck < 0.3 ? { type: 'mp-dropped', move, mp } : luck < 0.35 ? { type: 'mp-withdrew', move, mp } : null;
    default:
      if (luck < 0.35) return { type: 'dates-changed', move, date: dateAfter(at, zone, chance.whole(1, 12)) };
      if (luck < 0.55)
        return { type: 'date-agreed', move, mp: chance.pick(movers), date: dateAfter(at, zone, chance.whole(1, 12)) };
      return luck < 0.65 ? yes() : luck < 0.72 ? { type: 'refund-done', move } : null;
  }
}

/** When impossibility may be given: now, not now, or from a later hour that no slot is at. */
function window(chance: Chance, move: string, at: Instant): Body {
  const from = at + chance.whole(1, 40) * 70 * 60_000 + 20 * 60_000;
  return {
    type: 'window-known',
    move,
    window: chance.pick([true, true, false, { from }, { from: null, until: from }]),
  };
}

/** What nobody expects, such as an answer to what was not asked. */
function anything(chance: Chance, move: string, at: Instant, zone: string): Body {
  const mp = chance.pick(movers);
  const date = dateAfter(at, zone, chance.whole(1, 12));
  return chance.pick<Body>([
    { type: 'lists-exhausted', move },
    { type: 'inter-exhausted', move },
    { type: 'resend-done', move },
    { type: 'lists-sent', move, mps: [mp] },
    { type: 'price-reported', move },
    { type: 'cancel', move },
    { type: 'refund-done', move },
    { type: 'mp-dropped', move, mp },
    { type: 'auto-assigned', move, mp },
    { type: 'checked', move, winner: mp, chat: true },
    { type: 'mp-confirmed', move, mp },
    { type: 'mp-withdrew', move, mp },
    { type: 'date-agreed', move, mp, date },
    { type: 'dates-changed', move, date },
    { type: 'client-called', move },
    { type: 'paused', move },
    { type: 'resumed', move },
  ]);
}
