import { Now, type Instant } from '../kernel/clock.js';
import { firstStanding, isInside } from './decide.js';
import { isReady } from './offer.js';
import type { SearchEvent } from './event.js';
import type { Confirmation, Facts, Search, Stage } from './model.js';
import type { Policy } from './policy.js';
import { endOfResendWait, endOfSearch, isOnNewDates } from './wait.js';

/** What the guards are asked about: the search before the event, the event, the policy, and the facts with a mover's answer in them. */
type Asked = readonly [search: Search, event: SearchEvent, policy: Policy, answered: Facts];

/** Who an event is about; asked only of events that name a mover. */
function named(event: SearchEvent): string | undefined {
  return (event as { readonly mp?: string }).mp;
}

function everyYes({ confirmations = [] }: Facts): readonly Confirmation[] {
  return confirmations;
}

/** Whether there is a reason why another than the first was chosen; asked only of offers. */
function isChosen(event: SearchEvent): boolean {
  return ((event as { readonly override?: string }).override ?? '') !== '';
}

function firstAt(facts: Facts, event: SearchEvent): string | null {
  return firstStanding(facts.confirmations, new Now(event.at));
}

function yesesOf(mp: string | undefined, facts: Facts): readonly Confirmation[] {
  return everyYes(facts).filter((one) => one.mp === mp);
}

/** Whether the mover has said yes by then, and has not taken it back: not later either, as far as is known. */
function isConfirmed(facts: Facts, event: SearchEvent): boolean {
  return yesesOf(named(event), facts).some(({ since, until }) => since <= event.at && until === null);
}

/** A no takes an offer or a job back, but one that the mover's own later yes has overtaken does not. */
function takesBack(before: Facts, event: SearchEvent, answered: Facts): boolean {
  const { agreed, offer, assignedAt } = before;
  const mp = named(event);
  if (yesesOf(mp, answered).some(({ until }) => until === null)) return false;
  // Without an offer it was the platform that assigned: what was said before that does not undo it.
  if (offer?.mp !== mp) return event.at >= (assignedAt ?? event.at);
  // The yes that the offer was made on is taken back; one whose date was agreed needed none.
  return agreed == null || agreed.mp !== mp || event.at >= agreed.at;
}

/** A step dated before the one that it follows was not that step. */
function isBefore(event: SearchEvent, ...earlier: readonly (Instant | null | undefined)[]): boolean {
  return earlier.some((at) => at != null && event.at < at);
}

/** In this round or an earlier one. */
function wasContacted({ contactedBefore, clientContactedAt }: Facts): boolean {
  return contactedBefore === true || clientContactedAt != null;
}

function isTooEarly(facts: Facts, event: SearchEvent, policy: Policy): boolean {
  return isOnNewDates(facts) ? event.at < facts.searchingSince : !new Now(event.at).isAfter(endOfSearch(facts, policy));
}

type Condition = (...asked: Asked) => boolean;

function offeredFrom(stage: Stage): Condition {
  return ({ offeredAt }) => offeredAt === stage;
}

const conditions = {
  'before this round': ({ facts }, event) => event.at < facts.searchingSince,
  'two hours or less': ({ facts }, event, policy) => isTooEarly(facts, event, policy),
  // Pressed twice, the first press counts, in whatever order they are heard of.
  'the first press': ({ facts }, event, policy) =>
    facts.resentAt != null && event.at < facts.resentAt && !isTooEarly(facts, event, policy),
  'less than an hour': ({ facts }, event, policy) =>
    facts.begins === 'lists'
      ? event.at < facts.searchingSince
      : !new Now(event.at).hasReached(endOfResendWait(facts, facts.resentAt ?? event.at, policy)),
  'reaches nobody new': ({ reached }, event) =>
    event.type === 'lists-sent' && event.mps.every((mp) => reached.includes(mp)),
  'not inter': ({ facts }) => facts.category !== 'inter',
  inter: ({ facts }) => facts.category === 'inter',
  // Now or later, for an answer may have arrived before the step: a yes never finds the search given up.
  'somebody stands': ({ facts }, event) => everyYes(facts).some(({ until }) => until === null || event.at < until),
  'stands now': (_search, event, _policy, answered) => isConfirmed(answered, event),
  'before the lists': ({ facts }, event) => isBefore(event, facts.listsSentAt),
  'before the lists gave nobody': ({ facts }, event) => isBefore(event, facts.listsExhaustedAt),
  'before the search gave nobody': ({ facts }, event) =>
    isBefore(event, facts.listsExhaustedAt, facts.interExhaustedAt),
  'not confirmed': ({ facts }, event) => !isConfirmed(facts, event),
  'not the first, and no reason why': ({ facts }, event) => firstAt(facts, event) !== named(event) && !isChosen(event),
  'neither agreed nor confirmed': ({ facts }, event) => facts.agreed?.mp !== named(event) && !isConfirmed(facts, event),
  'not the next, and no reason why': ({ facts }, event) =>
    (facts.agreed?.mp ?? firstAt(facts, event)) !== named(event) && !isChosen(event),
  'has the offer': ({ facts }, event) => facts.offer?.mp === named(event),
  'does not have the offer': ({ facts }, event) => facts.offer?.mp !== named(event),
  'leaves the offer': ({ facts }, event, _policy, answered) =>
    facts.offer?.mp !== named(event) || !takesBack(facts, event, answered),
  'before what was seen last': ({ facts }, event) => isBefore(event, facts.offer?.at, facts.offer?.check?.at),
  ready: ({ facts }, event) => event.type === 'checked' && facts.offer != null && isReady(facts.offer, event),
  'offered at RESENT': offeredFrom('RESENT'),
  'offered at LISTS': offeredFrom('LISTS'),
  'offered at INTER': offeredFrom('INTER'),
  'has the job': ({ facts }, event) => facts.assignedTo === named(event),
  'does not have the job': ({ facts }, event) => facts.assignedTo !== named(event),
  'takes the job back': ({ facts }, event, _policy, answered) =>
    facts.assignedTo === named(event) && takesBack(facts, event, answered),
  'before the assignment': ({ facts }, event) => isBefore(event, facts.assignedAt),
  'reported already': ({ facts }) => facts.priceReportedAt != null,
  'on new dates': ({ facts }) => isOnNewDates(facts),
  'window unknown': ({ facts }, event) => isInside(facts.impossibilityWindow, new Now(event.at)) === null,
  'outside the window': ({ facts }, event) => isInside(facts.impossibilityWindow, new Now(event.at)) === false,
  'lists first': (_search, _event, policy) => policy.researchRestart === 'lists',
  'the client was contacted': ({ facts }) => wasContacted(facts),
  'the client was contacted, lists first': ({ facts }, _event, policy) =>
    wasContacted(facts) && policy.researchRestart === 'lists',
} satisfies Record<string, Condition>;

export type Guard = keyof typeof conditions;

/** The conditions that the steps name. Time is compared at the event's own instant. */
export const guards: Readonly<Record<Guard, Condition>> = conditions;
