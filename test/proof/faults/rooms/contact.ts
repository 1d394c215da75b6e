import { fixedClock, type Instant } from 'pauta/kernel';
import * as contact from 'pauta/contact';
import { read, stateSchema } from 'pauta/contact/schema';
import type { Chance } from '../chance.js';
import type { Performed } from '../ledger.js';
import type { Act, Due, Life, Room } from '../room.js';
import { dateAfter, gridOf, slotsOf, zones } from './calendar.js';
import { contactWorld } from './contact-world.js';
import { sorted, times } from './lists.js';

const MOVE = 'move-1';

/** The manual's waits in half of the lives; in the others, waits by which no deadline falls into a slot. */
function policyOf(chance: Chance, zone: string): contact.Policy {
  const isOurs = chance.is(0.5);
  return contact.policy({
    shortWait: { minutes: isOurs ? chance.pick([120, 60, 180, 400]) : 300 },
    longWait: { minutes: isOurs ? chance.pick([720, 600, 1500]) : 1440 },
    exactlyThreeDays: chance.pick(['short', 'long'] as const),
    today: chance.pick(['as-tomorrow', 'not-covered'] as const),
    tomorrowOverride: chance.is(0.7),
    zone,
  });
}

/** What is due, as an act with a key: of each answer of the client, which has its own instant, each step once. */
function actOf(facts: contact.Facts, outcome: contact.Outcome, done: readonly string[]): Act | null {
  const next = (key: string): Act => ({ key: `${key}/${times(done, `${key}/`)}`, outcome });
  const ofAnswer = (key: string): Act => ({ key: `${key}/${facts.answer?.at ?? 'none'}`, outcome });
  switch (outcome.action) {
    case 'call-now':
      return next('call');
    case 'send-help-mail':
      return next('mail');
    case 'send-call-record-mail':
      return next('record');
    case 'write-chat-note':
    case 'change-date':
    case 'assign-available-mp':
    case 'update-dates':
    case 'restart-broadcast':
    case 'send-refund-template':
      return ofAnswer(outcome.action);
    case 'send-search-ack':
      return next('ack');
    case 'send-found-mail':
    case 'assign-mp':
      return ofAnswer(`${outcome.action}/${outcome.mp}`);
    case 'send-not-found-mail':
      return ofAnswer(outcome.action);
    case 'apply-reverso':
      return { key: 'reverso', outcome };
    default:
      return null;
  }
}

/** What is recorded of an act. Whether somebody picked up is known at once. */
function eventOf({ key, outcome: done }: Act, { at, luck }: Performed): contact.Event | null {
  const happened = { id: key, at, move: MOVE };
  const outcome = done as contact.Outcome;
  switch (outcome.action) {
    case 'call-now':
      return { ...happened, type: luck < 0.4 ? 'call-answered' : 'call-unanswered' };
    case 'send-help-mail': {
      const { date, mp } = outcome;
      const isOffer = date !== null && mp !== null;
      return { ...happened, type: 'mail-sent', offered: isOffer ? { alternative: 1, date, mp } : { alternative: 2 } };
    }
    case 'send-call-record-mail':
      return { ...happened, type: 'record-mail-sent' };
    case 'write-chat-note':
      return { ...happened, type: 'chat-note-written' };
    case 'change-date':
      return { ...happened, type: 'date-changed' };
    case 'assign-available-mp':
    case 'assign-mp':
      return { ...happened, type: 'mp-assigned', mp: outcome.mp ?? '' };
    case 'send-search-ack':
      return { ...happened, type: 'ack-sent' };
    case 'update-dates':
      return { ...happened, type: 'system-updated' };
    case 'restart-broadcast':
      return { ...happened, type: 'broadcast-restarted' };
    case 'send-found-mail':
      return { ...happened, type: 'found-mail-sent' };
    case 'send-not-found-mail':
      return { ...happened, type: 'not-found-mail-sent' };
    case 'send-refund-template':
      return { ...happened, type: 'refund-mail-sent' };
    case 'apply-reverso':
      return { ...happened, type: 'reverso-applied' };
    default:
      return null;
  }
}

function dueOf({ facts }: contact.Contact, done: readonly string[], now: Instant, policy: contact.Policy): Due {
  const { outcome, validUntil } = contact.decide(facts, { clock: fixedClock(now), policy });
  const act = actOf(facts, outcome, done);
  return { acts: act === null ? [] : [act], wake: validUntil };
}

function live(_seed: number, chance: Chance): Life<contact.Contact, contact.Event> {
  const zone = chance.pick(zones);
  const policy = policyOf(chance, zone);
  // One life in ten is one in which the order of arrival may be decisive.
  const isRough = chance.is(0.1);
  const grid = gridOf(chance, zone);
  const moveDate = dateAfter(grid.origin, zone, chance.whole(0, 7));
  const offers = ['a', 'b'].map((mp) => ({ mp, date: dateAfter(grid.origin, zone, chance.whole(1, 9)) }));
  const availability = chance.is(0.4) ? null : chance.some(offers, 0.6);
  const beginning = { move: MOVE, moveDate, availability };
  return {
    grid,
    about: JSON.stringify({ beginning, policy }),
    start: contact.start(beginning),
    slots: slotsOf(chance, chance.whole(8, 30), 12, grid, zone),
    world: contactWorld(chance, MOVE, zone, isRough),
    record: (state, event) => contact.record(state, event, { policy }),
    due: (state, done, now) => dueOf(state, done, now, policy),
    report: (_state, act, performed) => eventOf(act, performed),
    load: (stored) => read(stateSchema, stored),
    decisions: ({ facts }, now) => [contact.decide(facts, { clock: fixedClock(now), policy })],
    comparable: ({ facts, seen, ...rest }) => ({
      ...rest,
      seen: sorted(seen),
      facts: {
        ...facts,
        helpMailsAt: facts.helpMailsAt?.toSorted((a, b) => a - b),
        otherMailsAt: facts.otherMailsAt?.toSorted((a, b) => a - b),
        calls: facts.calls?.toSorted((a, b) => a.at - b.at),
        clientRepliesAt: facts.clientRepliesAt?.toSorted((a, b) => a - b),
        availability: sorted(facts.availability ?? []),
      },
    }),
    // L26–35: each once for an answer of the client; the money goes back once.
    once: [
      'write-chat-note',
      'change-date',
      'assign-available-mp',
      'update-dates',
      'restart-broadcast',
      'send-refund-template',
      'reverso',
    ],
    isRough,
    patience: null,
  };
}

/** The contact with a client whose move has no mover. */
export const contactRoom: Room<contact.Contact, contact.Event> = { name: 'contact', live };
