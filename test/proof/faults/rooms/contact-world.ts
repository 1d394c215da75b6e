import type { Instant } from 'pauta/kernel';
import type * as contact from 'pauta/contact';
import type { Chance } from '../chance.js';
import type { Ledger } from '../ledger.js';
import type { Undated, World } from '../room.js';
import { dateAfter } from './calendar.js';

type Body = Undated<contact.Event>;

/**
 * What the client, movers and agents do. In each slot either one thing that turns the contact, or messages whose order
 * means nothing. `isRough`: both, and two of the first, so that it matters which is heard of first.
 */
export function contactWorld(chance: Chance, move: string, zone: string, isRough: boolean): World<contact.Event> {
  let unread = 0;
  return (_slot, at, ledger) => {
    const turn = (): readonly Body[] => {
      const body = chance.is(0.06) ? anything(chance, move, at, zone) : next(chance, move, at, zone, ledger, unread);
      if (body === null) return [];
      unread = body.type === 'client-reply' ? 2 : unread - 1;
      return [body];
    };
    if (isRough) return [...turn(), ...messages(chance, move, at, zone), ...turn()];
    return chance.is(0.2) ? messages(chance, move, at, zone) : turn();
  };
}

/** What the client writes, several times over, and what movers say of other dates. */
function messages(chance: Chance, move: string, at: Instant, zone: string): readonly Body[] {
  const dates = chance.some(['c', 'd', 'e'], 0.3).map((mp, index): Body => ({
    type: 'mp-available',
    move,
    mp,
    date: dateAfter(at, zone, 3 * index + chance.whole(2, 4)),
  }));
  const replies = chance.some([0, 1], 0.3).map((): Body => ({ type: 'client-reply', move }));
  return chance.is(0.5) ? [...replies, ...dates] : [...dates, ...replies];
}

function next(chance: Chance, move: string, at: Instant, zone: string, ledger: Ledger, unread: number): Body | null {
  const last = ledger.entries.at(-1);
  const luck = chance.next();
  if (unread > 0) return luck < 0.75 ? answer(chance, move, at, zone) : { type: 'reply-read', move };
  switch (last?.action) {
    case 'send-help-mail':
    case 'call-now':
      if (luck < 0.2) return { type: 'client-reply', move };
      return luck < 0.25 ? { type: 'mail-bounced', move } : luck < 0.27 ? { type: 'call-answered', move } : null;
    case 'send-call-record-mail':
      return luck < 0.6 ? answer(chance, move, at, zone) : null;
    case 'restart-broadcast':
      if (luck < 0.35) return { type: 'mp-found', move, mp: chance.pick(['f', 'g']) };
      return luck < 0.75 ? { type: 'mp-not-found', move } : null;
    case undefined:
      return luck < 0.1 ? answer(chance, move, at, zone) : null;
    default:
      if (luck < 0.35) return { type: 'client-reply', move };
      return luck < 0.5 ? answer(chance, move, at, zone) : null;
  }
}

/** What the client says: which of the alternatives it is about is for the room to judge. */
function answer(chance: Chance, move: string, at: Instant, zone: string): Body {
  const stance = chance.pick(['accepts', 'rejects', 'flexible', 'flexible', 'not-flexible'] as const);
  const date = dateAfter(at, zone, chance.whole(2, 12));
  const dates = chance.is(0.5) ? { date, ...(chance.is(0.3) && { to: dateAfter(at, zone, 14) }) } : null;
  return { type: 'client-answered', move, stance, refund: chance.is(stance === 'accepts' ? 0.05 : 0.3), dates };
}

/** What nobody expects, such as the end of it all, or what is only to be done later. */
function anything(chance: Chance, move: string, at: Instant, zone: string): Body {
  return chance.pick<Body>([
    { type: 'cancel', move },
    { type: 'assigned-elsewhere', move, mp: 'h' },
    { type: 'move-date-changed', move, date: dateAfter(at, zone, chance.whole(1, 9)) },
    { type: 'move-date-changed', move, date: dateAfter(at, zone, chance.whole(1, 9)) },
    { type: 'call-answered', move },
    { type: 'call-unanswered', move },
    { type: 'mail-bounced', move },
    { type: 'mp-found', move, mp: 'f' },
    { type: 'reverso-applied', move },
    { type: 'ack-sent', move },
    answer(chance, move, at, zone),
  ]);
}
