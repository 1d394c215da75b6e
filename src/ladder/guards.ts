import { Now } from '../kernel/clock.js';
import { firstStanding, isInside } from './decide.js';
import { isReady } from './offer.js';
import type { Event, Facts, Search, Stage } from './model.js';
import type { Policy } from './policy.js';

/** What the guards are asked about: the search before the event, the event, the policy, and the facts with a mover's answer in them. */
type Asked = readonly [search: Search, event: Event, policy: Policy, answered: Facts];

/** Who an event is about; `null`: nobody. */
function named(event: Event): string | null {
  return 'mp' in event ? event.mp : null;
}

function isChosen(event: Event): boolean {
  return event.type === 'offer-sent' && (event.override ?? '') !== '';
}

function isOnNewDates({ begins }: Facts): boolean {
  return begins === 'resend' || begins === 'lists';
}

function firstAt(facts: Facts, event: Event): string | null {
  return firstStanding(facts.confirmations ?? [], new Now(event.at));
}

function isConfirmed(facts: Facts, event: Event): boolean {
  const own = (facts.confirmations ?? []).filter(({ mp }) => mp === named(event));
  return firstStanding(own, new Now(event.at)) !== null;
}

/** A no takes an offer or a job back, but one that the mover's own later yes has overtaken does not. */
function takesBack(before: Facts, event: Event, answered: Facts): boolean {
  const { agreed, offer, assignedAt } = before;
  const mp = named(event);
  const own = (answered.confirmations ?? []).filter((one) => one.mp === mp);
  if (own.some(({ until }) => until === null)) return false;
  const taken = offer?.mp === mp ? (own.at(-1)?.since ?? offer.at) : (assignedAt ?? event.at);
  return event.at >= (agreed?.mp === mp ? agreed.at : taken);
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
  'somebody stands': (...[{ facts }, event]: Asked) => firstAt(facts, event) !== null,
  'stands now': (...[, event, , answered]: Asked) => isConfirmed(answered, event),
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
    event.at < (facts.offer?.check?.at ?? facts.offer?.at ?? event.at),
  ready: (...[{ facts }, event]: Asked) =>
    event.type === 'checked' && facts.offer != null && isReady(facts.offer, event),
  'offered at RESENT': offeredFrom('RESENT'),
  'offered at LISTS': offeredFrom('LISTS'),
  'offered at INTER': offeredFrom('INTER'),
  'has the job': (...[{ facts }, event]: Asked) => facts.assignedTo === named(event),
  'does not have the job': (...[{ facts }, event]: Asked) => facts.assignedTo !== named(event),
  'takes the job back': (...[{ facts }, event, , answered]: Asked) =>
    facts.assignedTo === named(event) && takesBack(facts, event, answered),
  'before the assignment': (...[{ facts }, event]: Asked) => event.at < (facts.assignedAt ?? event.at),
  'reported already': (...[{ facts }]: Asked) => facts.priceReportedAt != null,
  'on new dates': (...[{ facts }]: Asked) => isOnNewDates(facts),
  'window unknown': (...[{ facts }, event]: Asked) => isInside(facts.impossibilityWindow, new Now(event.at)) === null,
  'outside the window': (...[{ facts }, event]: Asked) =>
    isInside(facts.impossibilityWindow, new Now(event.at)) === false,
  'with the client': (...[{ stage, facts }]: Asked) => stage === 'CONTACT' || isOnNewDates(facts),
  'with the client, lists first': (...[{ stage, facts }, , policy]: Asked) =>
    (stage === 'CONTACT' || isOnNewDates(facts)) && policy.researchRestart === 'lists',
} as const;

export type Guard = keyof typeof guards;
