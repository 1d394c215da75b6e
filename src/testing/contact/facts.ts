import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import * as contact from '../../contact/index.js';
import { dateNear, instantNear, place, type Place } from './place.js';

/** Any policy that a business may choose; the wording of mails and notes is the manual's. */
export const policy: fc.Arbitrary<contact.Policy> = fc
  .record({
    zone: fc.constantFrom('America/Santiago', 'America/Bogota'),
    shortWait: fc.constantFrom({ hours: 5 }, { hours: 5 }, { hours: 0 }, { hours: 40 }),
    longWait: fc.constantFrom({ hours: 24 }, { hours: 24 }, { minutes: 1 }, { hours: 90 }),
    exactlyThreeDays: fc.constantFrom('short', 'long'),
    today: fc.constantFrom('as-tomorrow', 'not-covered'),
    tomorrowOverride: fc.boolean(),
    mcAddress: fc.constantFrom('mc@example.com', null),
  } as const)
  .map((choices) => contact.policy(choices));

/** A mover, by id: of two. */
export const mp: fc.Arbitrary<string> = fc.constantFrom('a', 'b');

/** What a client made of the offer. */
export const stance: fc.Arbitrary<contact.Stance> = fc.constantFrom('accepts', 'rejects', 'flexible', 'not-flexible');

const seldom = { nil: null, freq: 2 } as const;

export function offerNear(where: Place): fc.Arbitrary<contact.Offered> {
  return fc.oneof(
    fc.record({ alternative: fc.constant(1 as const), mp, date: dateNear(where) }),
    fc.constant({ alternative: 2 as const }),
  );
}

export function callsNear(where: Place, answered = fc.constantFrom(false, false, true)): fc.Arbitrary<contact.Call[]> {
  return fc.array(fc.record({ at: instantNear(where), answered }), { maxLength: 3 });
}

/** Any facts of a move whose date and zone are known. */
export function factsNear(where: Place): fc.Arbitrary<contact.Facts> {
  const at = instantNear(where);
  const atOrNull = fc.option(at, { nil: null });
  const date = dateNear(where);
  const dates = fc.option(
    date.map((one): contact.NewDates => ({ date: one })),
    { nil: null },
  );
  return fc.record(
    {
      moveDate: fc.constant(where.moveDate),
      zone: fc.constant(where.zone),
      since: fc.option(at, { nil: null, freq: 2 }),
      helpMailsAt: fc.array(at, { maxLength: 3 }),
      otherMailsAt: fc.array(at, { maxLength: 1 }),
      calls: callsNear(where),
      clientRepliesAt: fc.array(at, { maxLength: 1 }),
      readAt: fc.option(at, seldom),
      mailBouncedAt: fc.option(at, seldom),
      availability: fc.option(fc.array(fc.record({ mp, date }), { maxLength: 3 }), { nil: null }),
      offered: fc.option(offerNear(where), { nil: null }),
      course: fc.constantFrom(
        ...(['asking', 'asking', 'asking', 'asking', 'asking', 'asking', 'date-accepted', 'await-dates'] as const),
        ...(['new-search', 'mp-found', 'refund-offered', 'refunding', 'assigned', 'refunded', 'cancelled'] as const),
      ),
      answer: fc.option(fc.record({ stance, refund: fc.boolean(), dates, at }), seldom),
      chatNoteAt: atOrNull,
      dateChangedAt: atOrNull,
      ackSentAt: atOrNull,
      systemUpdatedAt: atOrNull,
      broadcastAt: atOrNull,
      foundMp: fc.option(mp, { nil: null }),
      newsSentAt: atOrNull,
      mpAssignedAt: atOrNull,
      refundMailAt: atOrNull,
    },
    { requiredKeys: ['moveDate', 'zone'] },
  );
}

/** Facts of a client who has not been heard of: mails and calls in vain. */
export interface Silent extends contact.Facts {
  readonly helpMailsAt: readonly Instant[];
  readonly calls: readonly contact.Call[];
}

/** Any facts of a client who has not been heard of. */
export function silentNear(where: Place): fc.Arbitrary<Silent> {
  return fc.record({
    moveDate: fc.constant(where.moveDate),
    zone: fc.constant(where.zone),
    helpMailsAt: fc.array(instantNear(where), { maxLength: 3 }),
    calls: callsNear(where, fc.constant(false)),
  });
}

/** Facts of a move, and an instant at which to ask about them. */
export interface Scene<Known extends contact.Facts = contact.Facts> {
  readonly place: Place;
  readonly facts: Known;
  readonly now: Instant;
}

function sceneOf<Known extends contact.Facts>(
  facts: (where: Place) => fc.Arbitrary<Known>,
): fc.Arbitrary<Scene<Known>> {
  return place.chain((where) => fc.record({ place: fc.constant(where), facts: facts(where), now: instantNear(where) }));
}

/** Any facts of a move whose date and zone are known, at some instant around the last days before it. */
export const scene: fc.Arbitrary<Scene> = sceneOf(factsNear);

/** The same, of a client who has not been heard of: mails and calls in vain. */
export const silentScene: fc.Arbitrary<Scene<Silent>> = sceneOf(silentNear);

/**
 * Any facts that a table of columns may hold: left out, contradicting each other, in any order, and dated ahead of the
 * clock as well. Of ten, one has no zone, and another no date.
 */
export const facts: fc.Arbitrary<contact.Facts> = fc
  .tuple(place.chain(factsNear), fc.nat({ max: 9 }))
  .map(([known, die]) => {
    const { zone: _, ...zoneless } = known;
    return die === 0 ? zoneless : die === 1 ? { ...known, moveDate: null } : known;
  });
