import { fixedClock, type Instant } from 'pauta/kernel';
import * as ladder from 'pauta/ladder';
import { read, stateSchema } from 'pauta/ladder/schema';
import type { Chance } from '../chance.js';
import { isClear } from '../grid.js';
import type { Performed } from '../ledger.js';
import type { Act, Due, Life, Room } from '../room.js';
import { dateAfter, gridOf, slotsOf, zones } from './calendar.js';
import { ladderWorld } from './ladder-world.js';
import { earliest, sorted, times } from './lists.js';

const MOVE = 'move-1';
const waits = [12, 2, 5, 9, 16, 6, 3, 4, 13];

/** The manual's waits in half of the lives; in the others, waits by which no deadline falls into a slot. */
function policyOf(chance: Chance, zone: string): ladder.Policy {
  let [search, resend] = [12, 6];
  if (chance.is(0.5)) {
    do [search, resend] = [chance.pick(waits), chance.pick(waits)];
    while (!isClear(search, resend, search + resend));
  }
  return ladder.policy({
    searchThreshold: { minutes: search * 10 },
    resendWait: { minutes: resend * 10 },
    several: chance.whole(1, 3),
    segmentBy: chance.pick(['volume', 'region', 'either'] as const),
    researchRestart: chance.pick(['resend', 'lists'] as const),
    zone,
  });
}

/** The next step, as acts with a key each. */
function stepsOf(search: ladder.Search, outcome: ladder.Outcome, done: readonly string[]): readonly Act[] {
  const { round, facts, reached } = search;
  const act = (key: string): readonly Act[] => [{ key: `${key}/${round}`, outcome }];
  switch (outcome.action) {
    case 'resend-to-mps':
      return act('resend');
    case 'send-broadcast-lists':
      return act('lists');
    case 'search-inter-mps':
      return ['x', 'y']
        .filter((mp) => !reached.includes(mp))
        .map((mp) => ({ key: `inter/${mp}/${round}`, outcome: { ...outcome, mp } }));
    case 'send-offer':
      return act(`offer/${outcome.mp}/${times(done, `offer/${outcome.mp}/`)}`);
    case 'check-offer':
    case 'recheck-offer': {
      // To look changes nothing: the platform tells what there is to see, and then there is something to look for anew.
      const seenAt = facts.offer?.check?.at ?? 'never';
      return act(`look/${outcome.mp}/${times(done, `offer/${outcome.mp}/`)}/${seenAt}`);
    }
    case 'confirm-to-mp':
      return act(`notify/${outcome.mp}/${times(done, `offer/${outcome.mp}/`)}`);
    case 'contact-client':
    case 'tell-contact':
      return act('contact');
    case 'none':
      return outcome.reason === 'assigned' && outcome.news !== null ? act('news') : [];
    default:
      return [];
  }
}

function dueOf(search: ladder.Search, done: readonly string[], now: Instant, policy: ladder.Policy): Due {
  const context = { clock: fixedClock(now), policy };
  const { outcome, validUntil } = ladder.decide(search.facts, context);
  const duties = ladder.duties(search.facts, context);
  const beside = duties.open.map((duty): Act => {
    const about = duty.action === 'report-price' ? '' : `/${duty.mp}`;
    return { key: `${duty.action}${about}/${search.round}`, outcome: duty };
  });
  return { acts: [...stepsOf(search, outcome, done), ...beside], wake: earliest(validUntil, duties.validUntil) };
}

/** What is recorded of an act. */
function eventOf({ key, outcome }: Act, { at }: Performed): ladder.Event | null {
  const happened = { id: key, at, move: MOVE };
  const mp = (outcome as { readonly mp?: string }).mp ?? '';
  switch (outcome.action as ladder.Outcome['action'] | ladder.Duty['action']) {
    case 'resend-to-mps':
      return { ...happened, type: 'resend-done' };
    case 'send-broadcast-lists':
      return { ...happened, type: 'lists-sent', mps: ['a', 'b', 'c', 'd', 'e', 'p', 'q', 'r', 's'] };
    case 'search-inter-mps':
      return { ...happened, type: 'inter-offered', mp, fit: 'chain-out' };
    case 'send-offer':
      return { ...happened, type: 'offer-sent', mp };
    case 'confirm-to-mp':
      return { ...happened, type: 'mp-notified', mp };
    case 'contact-client':
    case 'tell-contact':
      return { ...happened, type: 'client-mail-sent' };
    case 'report-price':
      return { ...happened, type: 'price-reported' };
    default:
      return null;
  }
}

function live(_seed: number, chance: Chance): Life<ladder.Search, ladder.Event> {
  const zone = chance.pick(zones);
  const policy = policyOf(chance, zone);
  // One life in ten is one in which the order of arrival may be decisive.
  const isRough = chance.is(0.1);
  const grid = gridOf(chance, zone);
  const category = chance.pick(['inter', 'local'] as const);
  const moveDate = chance.is(0.5) ? null : dateAfter(grid.origin, zone, chance.whole(1, 6));
  const beginning = { move: MOVE, searchingSince: grid.origin, category, moveDate };
  return {
    grid,
    about: JSON.stringify({ beginning, policy }),
    start: ladder.start(beginning),
    slots: slotsOf(chance, chance.whole(8, 30), 3, grid, zone),
    world: ladderWorld(chance, MOVE, zone, isRough),
    record: (search, event) => ladder.record(search, event, { policy }),
    due: (search, done, now) => dueOf(search, done, now, policy),
    report: (_search, act, performed) => eventOf(act, performed),
    load: (stored) => read(stateSchema, stored),
    decisions: ({ facts }, now) => [ladder.decide(facts, { clock: fixedClock(now), policy })],
    comparable: (search) => ({
      ...search,
      seen: sorted(search.seen),
      facts: { ...search.facts, availability: sorted(search.facts.availability ?? []) },
    }),
    // L5, L7, L11, L15, L22: each once in a round, or for an offer.
    once: ['resend', 'lists', 'inter', 'offer', 'notify', 'contact', 'report-price'],
    isRough,
    patience: null,
  };
}

/** The search for a mover. */
export const ladderRoom: Room<ladder.Search, ladder.Event> = { name: 'ladder', live };
