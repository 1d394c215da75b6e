import type { CivilDate } from '../kernel/calendar.js';
import type { Instant } from '../kernel/clock.js';
import type { Event, SearchEvent } from './event.js';
import type { Facts, Offer, OfferCheck, Search } from './model.js';
import { confirmationsOf } from './replies.js';

/** What is not yet handed out, and may be changed. */
type Draft<T> = { -readonly [Field in keyof T]: T[Field] };

/** The facts with every column in its place; only the zone may be the policy's. */
export type Columns = Draft<Required<Omit<Facts, 'zone'>> & Pick<Facts, 'zone'>>;

/*
 * Copies are written out field by field: a spread keeps the shape of what it copies, and after a few events from
 * different places there are so many shapes that the engine copies each of them the slow way.
 */

/** The search with an event kept, and not yet learnt from. */
export function withEvent(search: Search, { id }: Event): Draft<Search> {
  const { version, move, stage, round, facts, offeredAt, failed, reached } = search;
  return { version, move, stage, round, facts, offeredAt, failed, reached, seen: [...search.seen, id] };
}

/** Facts of which some columns are known, as those at the beginning of a round. */
type Known = Omit<Facts, 'zone'> & { readonly zone?: string | undefined };

/** The facts, every column in its place; what is not known has not happened. */
export function copyOf(facts: Known): Columns {
  const copy: Columns = {
    searchingSince: facts.searchingSince,
    category: facts.category,
    begins: facts.begins ?? 'search',
    resentAt: facts.resentAt ?? null,
    listsSentAt: facts.listsSentAt ?? null,
    listsExhaustedAt: facts.listsExhaustedAt ?? null,
    interExhaustedAt: facts.interExhaustedAt ?? null,
    impossibilityWindow: facts.impossibilityWindow ?? null,
    confirmations: facts.confirmations ?? [],
    offer: facts.offer ?? null,
    agreed: facts.agreed ?? null,
    contactedBefore: facts.contactedBefore ?? false,
    clientContactedAt: facts.clientContactedAt ?? null,
    assignedTo: facts.assignedTo ?? null,
    assignedAt: facts.assignedAt ?? null,
    cancelledAt: facts.cancelledAt ?? null,
    refundedAt: facts.refundedAt ?? null,
    replies: facts.replies ?? [],
    priceReportedAt: facts.priceReportedAt ?? null,
    availability: facts.availability ?? [],
    pauses: facts.pauses ?? [],
    moveDate: facts.moveDate ?? null,
  };
  if (facts.zone !== undefined) copy.zone = facts.zone;
  return copy;
}

/** What an event that was taken does to the search: to the next one, which has its own copy of the facts already. */
export function learn(next: Draft<Search>, facts: Columns, before: Search, event: SearchEvent): void {
  const { at } = event;
  switch (event.type) {
    case 'resend-done':
      facts.resentAt = at;
      break;
    case 'lists-sent':
      facts.listsSentAt ??= at;
      reopen(facts);
      next.reached = union(before.reached, event.mps);
      break;
    case 'lists-exhausted':
      facts.listsExhaustedAt = at;
      break;
    case 'inter-offered':
      facts.interExhaustedAt = null;
      next.reached = union(before.reached, [event.mp]);
      break;
    case 'inter-exhausted':
      facts.interExhaustedAt = at;
      break;
    case 'mp-confirmed':
      if (next.stage !== before.stage) reopen(facts);
      break;
    case 'mp-refused':
    case 'mp-withdrew':
      if (next.stage === before.stage) break;
      if (before.stage === 'ASSIGNED') drop(next, facts, at);
      else withdrawOffer(next, facts);
      break;
    case 'offer-sent':
      next.offeredAt = before.stage;
      facts.offer = { mp: event.mp, at, check: null };
      break;
    case 'checked':
      if (facts.offer !== null) facts.offer = checked(facts.offer, { at, winner: event.winner, chat: event.chat });
      break;
    case 'offer-failed':
      next.failed = [...before.failed, event.mp];
      facts.confirmations = confirmationsOf(facts.replies, next.failed);
      if (facts.agreed?.mp === event.mp) facts.agreed = null;
      withdrawOffer(next, facts);
      break;
    case 'mp-notified':
    case 'auto-assigned':
      if (event.type === 'auto-assigned') withdrawOffer(next, facts);
      facts.assignedTo = event.mp;
      facts.assignedAt = at;
      break;
    case 'mp-dropped':
      drop(next, facts, at);
      break;
    case 'price-reported':
      facts.priceReportedAt = at;
      break;
    case 'window-known':
      facts.impossibilityWindow = event.window;
      break;
    case 'client-mail-sent':
    case 'client-called':
      facts.clientContactedAt = at;
      break;
    case 'date-agreed':
      facts.agreed = { mp: event.mp, date: event.date, at };
      facts.clientContactedAt ??= at;
      facts.moveDate = event.date;
      break;
    case 'dates-changed':
      beginAnew(next, facts, at, next.stage === 'RESENT' ? 'lists' : 'resend', event.date, null);
      break;
    case 'refund-done':
      facts.refundedAt = at;
      break;
    case 'cancel':
      facts.cancelledAt = at;
      break;
  }
}

function checked({ mp, at }: Offer, check: OfferCheck): Offer {
  return { mp, at, check };
}

function reopen(facts: Columns): void {
  facts.listsExhaustedAt = null;
  facts.interExhaustedAt = null;
}

function withdrawOffer(next: Draft<Search>, facts: Columns): void {
  next.offeredAt = null;
  facts.offer = null;
}

/** LA-27: the search begins anew, and waits again for more than two hours. A date given with the no is kept. */
function drop(next: Draft<Search>, facts: Columns, at: Instant): void {
  beginAnew(next, facts, at, 'search', facts.moveDate, facts.impossibilityWindow);
}

function beginAnew(
  next: Draft<Search>,
  { category, availability, zone, contactedBefore, clientContactedAt }: Columns,
  at: Instant,
  begins: NonNullable<Facts['begins']>,
  moveDate: CivilDate | null,
  window: Columns['impossibilityWindow'],
): void {
  next.round += 1;
  next.facts = copyOf({
    searchingSince: at,
    category,
    begins,
    impossibilityWindow: window,
    contactedBefore: contactedBefore || clientContactedAt !== null,
    availability,
    moveDate,
    zone,
  });
  next.offeredAt = null;
  next.failed = [];
  next.reached = [];
}

function union(known: readonly string[], added: readonly string[]): readonly string[] {
  return [...new Set([...known, ...added])];
}
