import { Now, type Instant } from '../kernel/clock.js';
import { firstStanding, isInside, isOnNewDates } from './decide.js';
import { isReady } from './offer.js';
import type { Confirmation, Event, Facts, Search, Stage } from './model.js';
import type { Policy } from './policy.js';

/** What the guards are asked about: the search before the event, the event, the policy, and the facts with a mover's answer in them. */
type Asked = readonly [search: Search, event: Event, policy: Policy, answered: Facts];

/** Who an event is about; asked only of events that name a mover. */
function named(event: Event): string | undefined {
  return (event as { readonly mp?: string }).mp;
}

function everyYes({ confirmations = [] }: Facts): readonly Confirmation[] {
  return confirmations;
}

function isChosen(event: Event): boolean {
  return event.type === 'offer-sent' && (event.override ?? '') !== '';
}

function firstAt(facts: Facts, event: Event): string | null {
  return firstStanding(everyYes(facts), new Now(event.at));
}

function confirmationsOf(facts: Facts, mp: string | undefined): readonly Confirmation[] {
  return everyYes(facts).filter((one) => one.mp === mp);
}

/** Whether the mover has said yes by then, and has not taken it back: not later either, as far as is known. */
function isConfirmed(facts: Facts, event: Event): boolean {
  return confirmationsOf(facts, named(event)).some(({ since, until }) => since <= event.at && until === null);
}

/** A no takes an offer or a job back, but one that the mover's own later yes has overtaken does not. */
function takesBack(before: Facts, event: Event, answered: Facts): boolean {
  const { agreed, offer, assignedAt } = before;
  const mp = named(event);
  const own = confirmationsOf(answered, mp);
  if (own.some(({ until }) => until === null)) return false;
  // Without an offer it was the platform that assigned: what was said before that does not undo it.
  if (offer?.mp !== mp) return event.at >= (assignedAt ?? event.at);
  return agreed != null && agreed.mp === mp ? event.at >= agreed.at : own.every(({ since }) => event.at >= since);
}

/** A step dated before the one that it follows was not that step. */
function isBefore(event: Event, ...earlier: readonly (Instant | null | undefined)[]): boolean {
  return earlier.some((at) => at != null && event.at < at);
}

function offeredFrom(stage: Stage): (...asked: Asked) => boolean {
  return ({ offeredAt }) => offeredAt === stage;
}

/** The conditions that the steps name. Time is compared at the event's own instant. */
export const guards = {
  'before this round': (...[{ facts }, event]: Asked) => event.at < facts.searchingSince,
  'two hours or less': (...[{ facts }, event, policy]: Asked) =>
    isOnNewDates(facts)
      ? event.at < facts.searchingSince
      : !new Now(event.at).isAfter(facts.searchingSince + policy.searchThreshold),
  'less than an hour': (...[{ facts }, event, policy]: Asked) =>
    facts.begins === 'lists'
      ? event.at < facts.searchingSince
      : !new Now(event.at).hasReached((facts.resentAt ?? event.at) + policy.resendWait),
  'reaches nobody new': (...[{ reached }, event]: Asked) =>
    event.type === 'lists-sent' && event.mps.every((mp) => reached.includes(mp)),
  'not inter': (...[{ facts }]: Asked) => facts.category !== 'inter',
  inter: (...[{ facts }]: Asked) => facts.category === 'inter',
  // Now or later, for an answer may have arrived before the step: a yes never finds the search given up.
  'somebody stands': (...[{ facts }, event]: Asked) =>
    everyYes(facts).some(({ until }) => until === null || event.at < until),
  'stands now': (...[, event, , answered]: Asked) => isConfirmed(answered, event),
  'before the lists': (...[{ facts }, event]: Asked) => isBefore(event, facts.listsSentAt),
  'before the lists gave nobody': (...[{ facts }, event]: Asked) => isBefore(event, facts.listsExhaustedAt),
  'before the search gave nobody': (...[{ facts }, event]: Asked) =>
    isBefore(event, facts.listsExhaustedAt, facts.interExhaustedAt),
  'not confirmed': (...[{ facts }, event]: Asked) => !isConfirmed(facts, event),
  'not the first, and no reason why': (...[{ facts }, event]: Asked) =>
    firstAt(facts, event) !== named(event) && !isChosen(event),
  'neither agreed nor confirmed': (...[{ facts }, event]: Asked) =>
    facts.agreed?.mp !== named(event) && !isConfirmed(facts, event),
  'not the next, and no reason why': (...[{ facts }, event]: Asked) =>
    (facts.agreed?.mp ?? firstAt(facts, event)) !== named(event) && !isChosen(event),
  'has the offer': (...[{ facts }, event]: Asked) => facts.offer?.mp === named(event),
  'does not have the offer': (...[{ facts }, event]: Asked) => facts.offer?.mp !== named(event),
  'leaves the offer': (...[{ facts }, event, , answered]: Asked) =>
    facts.offer?.mp !== named(event) || !takesBack(facts, event, answered),
  'before what was seen last': (...[{ facts }, event]: Asked) =>
    isBefore(event, facts.offer?.at, facts.offer?.check?.at),
  ready: (...[{ facts }, event]: Asked) =>
    event.type === 'checked' && facts.offer != null && isReady(facts.offer, event),
  'offered at RESENT': offeredFrom('RESENT'),
  'offered at LISTS': offeredFrom('LISTS'),
  'offered at INTER': offeredFrom('INTER'),
  'has the job': (...[{ facts }, event]: Asked) => facts.assignedTo === named(event),
  'does not have the job': (...[{ facts }, event]: Asked) => facts.assignedTo !== named(event),
  'takes the job back': (...[{ facts }, event, , answered]: Asked) =>
    facts.assignedTo === named(event) && takesBack(facts, event, answered),
  'before the assignment': (...[{ facts }, event]: Asked) => isBefore(event, facts.assignedAt),
  'reported already': (...[{ facts }]: Asked) => facts.priceReportedAt != null,
  'on new dates': (...[{ facts }]: Asked) => isOnNewDates(facts),
  'window unknown': (...[{ facts }, event]: Asked) => isInside(facts.impossibilityWindow, new Now(event.at)) === null,
  'outside the window': (...[{ facts }, event]: Asked) =>
    isInside(facts.impossibilityWindow, new Now(event.at)) === false,
  'lists first': (...[, , policy]: Asked) => policy.researchRestart === 'lists',
  'on new dates, lists first': (...[{ facts }, , policy]: Asked) =>
    isOnNewDates(facts) && policy.researchRestart === 'lists',
} as const;

export type Guard = keyof typeof guards;
