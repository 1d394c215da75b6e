import type { CivilDate } from '../kernel/calendar.js';
import type { Instant } from '../kernel/clock.js';
import { flow } from './machine.js';
import type { Availability, Context, Event, Facts, LadderRecorded, Offer, Search, Stage } from './model.js';
import { defaultPolicy } from './policy.js';
import { confirmationsOf, inOrder, withReply, type Reply } from './replies.js';

/** What a search begins with. */
export interface Beginning {
  /** The id of the move. */
  readonly move: string;
  /** When it entered the search for a mover. */
  readonly searchingSince: Instant;
  readonly category: Facts['category'];
  /** The date of the move, where the ladder is to stop once it has passed (LA-28). */
  readonly moveDate?: CivilDate | null;
  /** The IANA zone of the service's origin; absent: the policy's. */
  readonly zone?: string;
}

/** A move that has just entered the search for a mover. */
export function start({ move, searchingSince, category, moveDate = null, zone }: Beginning): Search {
  const facts = round(searchingSince, 'search', category, moveDate, [], null);
  return {
    version: 1,
    move,
    stage: 'SEARCHING',
    round: 1,
    facts: zone === undefined ? facts : { ...facts, zone },
    offeredAt: null,
    failed: [],
    reached: [],
    seen: [],
  };
}

/** The facts at the beginning of a round. */
function round(
  searchingSince: Instant,
  begins: NonNullable<Facts['begins']>,
  category: Facts['category'],
  moveDate: CivilDate | null,
  availability: readonly Availability[],
  impossibilityWindow: Facts['impossibilityWindow'],
): Facts {
  return {
    searchingSince,
    category,
    begins,
    resentAt: null,
    listsSentAt: null,
    listsExhaustedAt: null,
    interExhaustedAt: null,
    impossibilityWindow: impossibilityWindow ?? null,
    confirmations: [],
    offer: null,
    agreed: null,
    clientContactedAt: null,
    assignedTo: null,
    assignedAt: null,
    cancelledAt: null,
    refundedAt: null,
    replies: [],
    priceReportedAt: null,
    availability,
    moveDate,
  };
}

/**
 * Keeps an event of a search, or says by which rule it cannot be. What the host does is taken in the order in which it
 * did it; what movers answer may arrive late and in any order: the same mover comes first. Guards compare the event's
 * own instant with the stored ones under the policy.
 *
 * Refused: `too-early`, `step-skipped`, `not-inter`, `not-confirmed`, `not-first`, `offer-pending`, `not-offered`,
 * `not-verified`, `candidates-left`, `outside-window`, `need-fact` (nobody has said whether the window is open),
 * `client-contacted`, `not-with-client`, `already-assigned`, `not-assigned`, `closed`; `other-move` for an event of
 * another move and `undated` for an instant that is not a number. Without effect: `duplicate`.
 * `late`: kept, but what it is about is over. A refused event leaves the state as it was.
 *
 * Source: manual-assignment L1–22.
 */
export function record(search: Search, event: Event, context?: Partial<Pick<Context, 'policy'>>): LadderRecorded {
  if (event.move !== search.move) return { state: search, status: 'refused', code: 'other-move' };
  if (!Number.isFinite(event.at)) return { state: search, status: 'refused', code: 'undated' };
  if (search.seen.includes(event.id)) return { state: search, status: 'duplicate' };
  const policy = context?.policy ?? defaultPolicy;
  const answered = withAnswer(search, event);
  const step = flow.step(search.stage, event.type, search, event, policy, answered);
  const { rule } = step;
  if ('refuse' in step) return { state: search, status: 'refused', code: step.refuse, rule };
  if ('ignore' in step) return { state: search, status: 'no-effect', code: step.ignore, rule };
  const seen = [...search.seen, event.id];
  if ('late' in step) return { state: { ...search, seen }, status: 'late', rule };
  const stage = 'to' in step ? step.to : search.stage;
  return { state: { ...learn(search, event, stage, answered), stage, seen }, status: 'applied', rule };
}

/** The facts with a mover's answer in them; for any other event, the facts as they are. */
function withAnswer(search: Search, event: Event): Facts {
  const reply = replyOf(event);
  if (reply === null) return search.facts;
  const { facts, failed } = search;
  const { replies = [], confirmations = [], availability = [] } = facts;
  const isLast = reply.at >= (replies.at(-1)?.at ?? reply.at);
  const all = isLast ? [...replies, reply] : inOrder([...replies, reply]);
  return {
    ...facts,
    replies: all,
    confirmations: isLast ? withReply(confirmations, reply, failed) : confirmationsOf(all, failed),
    availability: withDate(availability, reply),
    agreed: isGivenUp(facts, reply) ? null : (facts.agreed ?? null),
  };
}

function replyOf(event: Event): Reply | null {
  switch (event.type) {
    case 'mp-confirmed':
      return { mp: event.mp, at: event.at, answer: 'yes' };
    case 'mp-withdrew':
      return { mp: event.mp, at: event.at, answer: 'no' };
    case 'mp-refused':
      return {
        mp: event.mp,
        at: event.at,
        answer: 'no',
        reason: event.reason ?? null,
        availability: event.availability ?? null,
      };
    default:
      return null;
  }
}

function withDate(known: readonly Availability[], { mp, availability: date }: Reply): readonly Availability[] {
  if (date == null || known.some((one) => one.mp === mp && one.date === date)) return known;
  return [...known, { mp, date }];
}

/** The mover whose date the client took says no after all. */
function isGivenUp({ agreed }: Facts, { mp, at, answer }: Reply): boolean {
  return agreed?.mp === mp && answer === 'no' && at >= agreed.at;
}

/** What an event that was taken does to the search. */
function learn(search: Search, event: Event, stage: Stage, facts: Facts): Omit<Search, 'stage' | 'seen'> {
  const { at } = event;
  switch (event.type) {
    case 'resend-done':
      return { ...search, facts: { ...facts, resentAt: at } };
    case 'lists-sent':
      return {
        ...search,
        facts: { ...facts, listsSentAt: facts.listsSentAt ?? at, listsExhaustedAt: null, interExhaustedAt: null },
        reached: union(search.reached, event.mps),
      };
    case 'lists-exhausted':
      return { ...search, facts: { ...facts, listsExhaustedAt: at } };
    case 'inter-offered':
      return {
        ...search,
        facts: { ...facts, interExhaustedAt: null },
        reached: union(search.reached, [event.mp]),
      };
    case 'inter-exhausted':
      return { ...search, facts: { ...facts, interExhaustedAt: at } };
    case 'mp-confirmed':
      return {
        ...search,
        facts: search.stage === stage ? facts : { ...facts, listsExhaustedAt: null, interExhaustedAt: null },
      };
    case 'mp-refused':
    case 'mp-withdrew':
      if (stage === 'SEARCHING' && search.stage === 'ASSIGNED') return dropped(search, at, facts);
      return stage === search.stage ? { ...search, facts } : withoutOffer(search, facts);
    case 'offer-sent':
      return { ...search, offeredAt: search.stage, facts: { ...facts, offer: { mp: event.mp, at, check: null } } };
    case 'checked':
      return {
        ...search,
        facts: {
          ...facts,
          offer: { ...(facts.offer as Offer), check: { at, winner: event.winner, chat: event.chat } },
        },
      };
    case 'offer-failed': {
      const failed = [...search.failed, event.mp];
      const confirmations = confirmationsOf(facts.replies ?? [], failed);
      const agreed = facts.agreed?.mp === event.mp ? null : (facts.agreed ?? null);
      return withoutOffer({ ...search, failed }, { ...facts, confirmations, agreed });
    }
    case 'mp-notified':
      return { ...search, facts: { ...facts, assignedTo: event.mp, assignedAt: at } };
    case 'auto-assigned':
      return withoutOffer(search, { ...facts, assignedTo: event.mp, assignedAt: at });
    case 'mp-dropped':
      return dropped(search, at, facts);
    case 'price-reported':
      return { ...search, facts: { ...facts, priceReportedAt: at } };
    case 'window-known':
      return { ...search, facts: { ...facts, impossibilityWindow: event.window } };
    case 'client-mail-sent':
    case 'client-called':
      return { ...search, facts: { ...facts, clientContactedAt: at } };
    case 'date-agreed':
      return { ...search, facts: { ...facts, agreed: { mp: event.mp, date: event.date, at }, moveDate: event.date } };
    case 'dates-changed':
      return anew(search, at, stage === 'RESENT' ? 'lists' : 'resend', event.date, null);
    case 'refund-done':
      return { ...search, facts: { ...facts, refundedAt: at } };
    case 'cancel':
      return { ...search, facts: { ...facts, cancelledAt: at } };
  }
}

function withoutOffer(search: Search, facts: Facts): Search {
  return { ...search, offeredAt: null, facts: { ...facts, offer: null } };
}

/** LA-27: the search begins anew, and waits again for more than two hours. */
function dropped(search: Search, at: Instant, facts: Facts): Search {
  // The facts with what the mover said when it dropped out: a date given then is kept.
  return anew({ ...search, facts }, at, 'search', facts.moveDate ?? null, facts.impossibilityWindow);
}

function anew(
  search: Search,
  at: Instant,
  begins: NonNullable<Facts['begins']>,
  moveDate: CivilDate | null,
  window: Facts['impossibilityWindow'],
): Search {
  const { category, availability, zone } = search.facts;
  const facts = round(at, begins, category, moveDate, availability ?? [], window);
  return {
    ...search,
    round: search.round + 1,
    facts: zone === undefined ? facts : { ...facts, zone },
    offeredAt: null,
    failed: [],
    reached: [],
  };
}

function union(known: readonly string[], added: readonly string[]): readonly string[] {
  return [...new Set([...known, ...added])];
}
