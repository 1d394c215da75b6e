import {
  defaultPolicy,
  type Availability,
  type Beginning,
  type Confirmation,
  type SearchEvent as Event,
  type Facts,
  type Offer,
  type Policy,
  type Reply,
  type Stage,
} from '../../src/ladder/index.js';

/*
 * The search for a mover as a good programmer writes it for one application: one flat state that is never changed in
 * place, one switch over the event, ifs over the stage, one copy for each event that counts. It keeps all that ours
 * keeps, refuses what ours refuses, and knows no rules.
 */

export interface SearchByHand {
  readonly move: string;
  readonly category: 'inter' | 'local';
  readonly stage: Stage;
  readonly round: number;
  readonly begins: 'search' | 'resend' | 'lists';
  readonly searchingSince: number;
  readonly resentAt: number | null;
  readonly listsSentAt: number | null;
  readonly listsExhaustedAt: number | null;
  readonly interExhaustedAt: number | null;
  readonly impossibilityWindow: NonNullable<Facts['impossibilityWindow']> | null;
  readonly replies: readonly Reply[];
  readonly confirmations: readonly Confirmation[];
  readonly offer: Offer | null;
  readonly offeredAt: Stage | null;
  readonly agreed: (Availability & { readonly at: number }) | null;
  readonly contactedBefore: boolean;
  readonly clientContactedAt: number | null;
  readonly assignedTo: string | null;
  readonly assignedAt: number | null;
  readonly cancelledAt: number | null;
  readonly refundedAt: number | null;
  readonly priceReportedAt: number | null;
  readonly availability: readonly Availability[];
  /** Kept and never filled: to put a search on hold is an option of ours, which no manual asks for and no story here takes. */
  readonly pauses: readonly never[];
  readonly moveDate: string | null;
  readonly failed: readonly string[];
  readonly reached: readonly string[];
  readonly seen: readonly string[];
}

export interface RecordedByHand {
  readonly state: SearchByHand;
  readonly status: 'applied' | 'late' | 'duplicate' | 'no-effect' | 'refused';
  readonly code?: string;
}

/** An event about a mover: here, what the mover answered. */
export type Answer = Extract<Event, { readonly mp: string }>;

export function startByHand({ move, searchingSince, category, moveDate = null }: Beginning): SearchByHand {
  return {
    move,
    category,
    stage: 'SEARCHING',
    round: 1,
    begins: 'search',
    searchingSince,
    resentAt: null,
    listsSentAt: null,
    listsExhaustedAt: null,
    interExhaustedAt: null,
    impossibilityWindow: null,
    replies: [],
    confirmations: [],
    offer: null,
    offeredAt: null,
    agreed: null,
    contactedBefore: false,
    clientContactedAt: null,
    assignedTo: null,
    assignedAt: null,
    cancelledAt: null,
    refundedAt: null,
    priceReportedAt: null,
    availability: [],
    pauses: [],
    moveDate,
    failed: [],
    reached: [],
    seen: [],
  };
}

/** The mover whose yes is the earliest of those that stand. */
export function winnerByHand(confirmations: readonly Confirmation[], at: number): string | null {
  for (const { mp, since, until } of confirmations) if (since <= at && (until === null || until > at)) return mp;
  return null;
}

/** Whether a mover has said yes by then, and never took it back. */
export function standsByHand(confirmations: readonly Confirmation[], who: string, at: number): boolean {
  for (const { mp, since, until } of confirmations) if (mp === who && since <= at && until === null) return true;
  return false;
}

/** Whether anybody's yes stands then or later. */
export function isAnybodyLeft(confirmations: readonly Confirmation[], at: number): boolean {
  for (const { until } of confirmations) if (until === null || at < until) return true;
  return false;
}

/** Whether the instant of a step lies before that of the one that it follows. */
export function isBefore(at: number, earlier: number | null | undefined): boolean {
  return earlier != null && at < earlier;
}

export function recordByHand(search: SearchByHand, event: Event, policy: Policy = defaultPolicy): RecordedByHand {
  if (event.move !== search.move) return refused(search, 'other-move');
  if (!Number.isFinite(event.at)) return refused(search, 'undated');
  if (search.seen.includes(event.id)) return { state: search, status: 'duplicate' };
  const { stage } = search;
  const { at } = event;
  const isOffered = stage === 'OFFERED' || stage === 'VERIFIED';
  const isClosed = stage === 'CANCELLED' || stage === 'REFUNDED';
  switch (event.type) {
    case 'resend-done':
      if (isClosed) return refused(search, 'closed');
      if (stage === 'RESENT' && isFirstPress(search, at, policy)) return applied(resent(search, event));
      if (stage !== 'SEARCHING') return withoutEffect(search);
      return isTooEarlyToResend(search, at, policy) ? refused(search, 'too-early') : applied(resent(search, event));

    case 'lists-sent':
      switch (stage) {
        case 'SEARCHING':
          return refused(search, 'step-skipped');
        case 'RESENT':
          return isTooEarlyForLists(search, at, policy)
            ? refused(search, 'too-early')
            : applied(listed(search, event, event.mps));
        case 'LISTS':
        case 'INTER':
        case 'EXHAUSTED':
          return reachesNobodyNew(search, event.mps)
            ? withoutEffect(search)
            : applied(listed(search, event, event.mps));
        case 'CONTACT':
          return refused(search, 'client-contacted');
        default:
          return refused(search, isOffered ? 'offer-pending' : over(stage));
      }

    case 'lists-exhausted':
      switch (stage) {
        case 'SEARCHING':
        case 'RESENT':
          return refused(search, 'step-skipped');
        case 'LISTS':
          if (isBefore(at, search.listsSentAt)) return refused(search, 'step-skipped');
          return isAnybodyLeft(search.confirmations, at)
            ? refused(search, 'candidates-left')
            : applied(listsFailed(search, event));
        case 'INTER':
        case 'EXHAUSTED':
        case 'CONTACT':
          return withoutEffect(search);
        default:
          return refused(search, isOffered ? 'candidates-left' : over(stage));
      }

    case 'inter-offered':
    case 'inter-exhausted':
      if (stage === 'ASSIGNED' || isClosed) return refused(search, over(stage));
      if (search.category !== 'inter') return refused(search, 'not-inter');
      if (stage === 'SEARCHING' || stage === 'RESENT' || stage === 'LISTS') return refused(search, 'step-skipped');
      if (!isOffered && stage !== 'CONTACT' && isBefore(at, search.listsExhaustedAt))
        return refused(search, 'step-skipped');
      if (event.type === 'inter-offered') {
        if (stage === 'CONTACT') return refused(search, 'client-contacted');
        return isOffered ? refused(search, 'offer-pending') : applied(interOffered(search, event, event.mp));
      }
      if (isOffered) return refused(search, 'candidates-left');
      if (stage !== 'INTER') return withoutEffect(search);
      return isAnybodyLeft(search.confirmations, at)
        ? refused(search, 'candidates-left')
        : applied(interFailed(search, event));

    case 'mp-confirmed': {
      if (stage === 'ASSIGNED' || isClosed || at < search.searchingSince) return late(search, event);
      const next = answered(search, event);
      return applied(
        stage === 'EXHAUSTED' && standsByHand(next.confirmations, event.mp, at) ? backToLists(next) : next,
      );
    }

    case 'mp-refused':
    case 'mp-withdrew': {
      if (isClosed || (stage !== 'ASSIGNED' && at < search.searchingSince)) return late(search, event);
      if (stage === 'ASSIGNED') {
        if (search.assignedTo !== event.mp) return late(search, event);
        const next = answered(search, event);
        return takesBack(search, event, next.confirmations) ? applied(dropped(next, event)) : late(search, event);
      }
      const next = answered(search, event);
      const isGivenBack = isOffered && search.offer?.mp === event.mp && takesBack(search, event, next.confirmations);
      return applied(isGivenBack ? withoutOffer(next) : next);
    }

    case 'offer-sent':
      switch (stage) {
        case 'SEARCHING':
          return refused(search, 'step-skipped');
        case 'RESENT':
        case 'LISTS':
        case 'INTER':
          if (!standsByHand(search.confirmations, event.mp, at)) return refused(search, 'not-confirmed');
          if (winnerByHand(search.confirmations, at) !== event.mp && !event.override)
            return refused(search, 'not-first');
          return applied(offered(search, event, event.mp));
        case 'EXHAUSTED':
          return refused(search, 'not-confirmed');
        case 'CONTACT':
          if (search.agreed?.mp !== event.mp && !standsByHand(search.confirmations, event.mp, at))
            return refused(search, 'not-confirmed');
          if ((search.agreed?.mp ?? winnerByHand(search.confirmations, at)) !== event.mp && !event.override)
            return refused(search, 'not-first');
          return applied(offered(search, event, event.mp));
        case 'OFFERED':
        case 'VERIFIED':
          return search.offer?.mp === event.mp ? withoutEffect(search) : refused(search, 'offer-pending');
        default:
          return stage === 'ASSIGNED' && search.assignedTo === event.mp
            ? withoutEffect(search)
            : refused(search, over(stage));
      }

    case 'checked': {
      if (stage === 'ASSIGNED') return withoutEffect(search);
      if (isClosed) return refused(search, 'closed');
      const { offer } = search;
      if (!isOffered || offer === null) return refused(search, 'not-offered');
      if (isBeforeSeen(offer, at)) return late(search, event);
      const isReady = event.winner === offer.mp && event.chat;
      if (isReady && stage === 'VERIFIED') return withoutEffect(search);
      return applied(checked(search, event, event.winner, event.chat, isReady));
    }

    case 'offer-failed':
      if (stage === 'ASSIGNED' || isClosed) return refused(search, over(stage));
      return isOffered && search.offer?.mp === event.mp
        ? applied(offerFailed(search, event, event.mp))
        : refused(search, 'not-offered');

    case 'mp-notified':
      if (isClosed) return refused(search, 'closed');
      if (stage === 'ASSIGNED')
        return search.assignedTo === event.mp ? withoutEffect(search) : refused(search, 'already-assigned');
      if (stage !== 'VERIFIED') return refused(search, 'not-verified');
      if (search.offer?.mp !== event.mp) return refused(search, 'not-offered');
      return isBeforeSeen(search.offer, at)
        ? refused(search, 'not-verified')
        : applied(assigned(search, event, event.mp));

    case 'auto-assigned':
      if (isClosed) return late(search, event);
      if (stage === 'ASSIGNED')
        return search.assignedTo === event.mp ? withoutEffect(search) : refused(search, 'already-assigned');
      return at < search.searchingSince ? late(search, event) : applied(assignedByPlatform(search, event, event.mp));

    case 'mp-dropped':
      if (isClosed) return late(search, event);
      if (stage !== 'ASSIGNED' || search.assignedTo !== event.mp) return refused(search, 'not-assigned');
      return at < (search.assignedAt ?? at) ? late(search, event) : applied(dropped(kept(search, event), event));

    case 'price-reported':
      if (stage === 'ASSIGNED' || isClosed) return late(search, event);
      return search.priceReportedAt === null ? applied(priceReported(search, event)) : withoutEffect(search);

    case 'window-known':
      return isClosed ? late(search, event) : applied(windowKnown(search, event, event.window));

    case 'client-mail-sent':
    case 'client-called': {
      if (stage === 'ASSIGNED' || isClosed) return refused(search, over(stage));
      if (stage === 'CONTACT') return withoutEffect(search);
      if (stage !== 'EXHAUSTED' || isBeforeGivenUp(search, at)) return refused(search, 'step-skipped');
      if (search.begins === 'search') {
        const isInside = insideByHand(search.impossibilityWindow, at);
        if (isInside !== true) return refused(search, isInside === null ? 'need-fact' : 'outside-window');
      }
      return applied(contacted(search, event));
    }

    case 'date-agreed':
      if (stage === 'ASSIGNED' || isClosed) return refused(search, over(stage));
      if (isOffered) return refused(search, 'offer-pending');
      return isContacted(search)
        ? applied(dateAgreed(search, event, event.mp, event.date))
        : refused(search, 'not-with-client');

    case 'dates-changed':
      if (stage === 'ASSIGNED' || isClosed) return refused(search, over(stage));
      return isContacted(search)
        ? applied(onNewDates(search, event, event.date, policy))
        : refused(search, 'not-with-client');

    case 'refund-done':
      if (stage === 'REFUNDED') return withoutEffect(search);
      if (stage === 'ASSIGNED' || isClosed) return refused(search, over(stage));
      return isContacted(search) ? applied(refunded(search, event)) : refused(search, 'not-with-client');

    case 'cancel':
      if (stage === 'CANCELLED') return withoutEffect(search);
      return stage === 'REFUNDED' ? refused(search, 'closed') : applied(cancelled(search, event));
  }
}

function applied(state: SearchByHand): RecordedByHand {
  return { state, status: 'applied' };
}

function refused(state: SearchByHand, code: string): RecordedByHand {
  return { state, status: 'refused', code };
}

function withoutEffect(state: SearchByHand): RecordedByHand {
  return { state, status: 'no-effect', code: 'duplicate' };
}

function late(search: SearchByHand, event: Event): RecordedByHand {
  return { state: kept(search, event), status: 'late' };
}

function over(stage: Stage): string {
  return stage === 'ASSIGNED' ? 'already-assigned' : 'closed';
}

// What is asked.

export function isTooEarlyToResend(search: SearchByHand, at: number, policy: Policy): boolean {
  return search.begins === 'search'
    ? at <= search.searchingSince + (policy.searchThreshold as number)
    : at < search.searchingSince;
}

/** Whether a re-send heard of later was the one that counts. */
export function isFirstPress(search: SearchByHand, at: number, policy: Policy): boolean {
  return isBefore(at, search.resentAt) && !isTooEarlyToResend(search, at, policy);
}

export function isTooEarlyForLists(search: SearchByHand, at: number, policy: Policy): boolean {
  return search.begins === 'lists'
    ? at < search.searchingSince
    : at < (search.resentAt ?? at) + (policy.resendWait as number);
}

export function reachesNobodyNew({ reached }: SearchByHand, mps: readonly string[]): boolean {
  for (const mp of mps) if (!reached.includes(mp)) return false;
  return true;
}

/** Whether the client was contacted, in this round or an earlier one. */
export function isContacted({ contactedBefore, clientContactedAt }: SearchByHand): boolean {
  return contactedBefore || clientContactedAt !== null;
}

/** Whether impossibility may be given; `null`: nobody has said. */
export function insideByHand(window: Facts['impossibilityWindow'], at: number): boolean | null {
  if (window == null || typeof window === 'boolean') return window ?? null;
  return (window.from === null || at >= window.from) && (window.until == null || at < window.until);
}

export function isBeforeSeen(offer: Offer | null, at: number): boolean {
  return isBefore(at, offer?.at) || isBefore(at, offer?.check?.at);
}

export function isBeforeGivenUp({ listsExhaustedAt, interExhaustedAt }: SearchByHand, at: number): boolean {
  return isBefore(at, listsExhaustedAt) || isBefore(at, interExhaustedAt);
}

/** Whether a no takes an offer or a job back: not where a later yes of the same mover stands. */
export function takesBack(
  { offer, agreed, assignedAt }: SearchByHand,
  { mp, at }: Answer,
  confirmations: readonly Confirmation[],
): boolean {
  let latest = Number.NEGATIVE_INFINITY;
  for (const one of confirmations) {
    if (one.mp !== mp) continue;
    if (one.until === null) return false;
    if (one.since > latest) latest = one.since;
  }
  if (offer?.mp !== mp) return at >= (assignedAt ?? at);
  return at >= (agreed?.mp === mp ? agreed.at : latest);
}

// What becomes of the search: one copy each.

type Draft = { -readonly [Field in keyof SearchByHand]: SearchByHand[Field] };

/** Field by field: spread at so many places, V8 of Node 20 would take some twenty times as long. */
function copyOf(search: SearchByHand): Draft {
  return {
    move: search.move,
    category: search.category,
    stage: search.stage,
    round: search.round,
    begins: search.begins,
    searchingSince: search.searchingSince,
    resentAt: search.resentAt,
    listsSentAt: search.listsSentAt,
    listsExhaustedAt: search.listsExhaustedAt,
    interExhaustedAt: search.interExhaustedAt,
    impossibilityWindow: search.impossibilityWindow,
    replies: search.replies,
    confirmations: search.confirmations,
    offer: search.offer,
    offeredAt: search.offeredAt,
    agreed: search.agreed,
    contactedBefore: search.contactedBefore,
    clientContactedAt: search.clientContactedAt,
    assignedTo: search.assignedTo,
    assignedAt: search.assignedAt,
    cancelledAt: search.cancelledAt,
    refundedAt: search.refundedAt,
    priceReportedAt: search.priceReportedAt,
    availability: search.availability,
    pauses: search.pauses,
    moveDate: search.moveDate,
    failed: search.failed,
    reached: search.reached,
    seen: search.seen,
  };
}

export function kept(search: SearchByHand, { id }: Event): SearchByHand {
  const next = copyOf(search);
  next.seen = [...search.seen, id];
  return next;
}

export function resent(search: SearchByHand, { id, at }: Event): SearchByHand {
  const next = copyOf(search);
  next.stage = 'RESENT';
  next.resentAt = at;
  next.seen = [...search.seen, id];
  return next;
}

export function listed(search: SearchByHand, { id, at }: Event, mps: readonly string[]): SearchByHand {
  const next = copyOf(search);
  next.stage = 'LISTS';
  next.listsSentAt = search.listsSentAt ?? at;
  next.listsExhaustedAt = null;
  next.interExhaustedAt = null;
  next.reached = union(search.reached, mps);
  next.seen = [...search.seen, id];
  return next;
}

export function listsFailed(search: SearchByHand, { id, at }: Event): SearchByHand {
  const stage = search.category === 'inter' ? 'INTER' : 'EXHAUSTED';
  const next = copyOf(search);
  next.stage = stage;
  next.listsExhaustedAt = at;
  next.seen = [...search.seen, id];
  return next;
}

export function interOffered(search: SearchByHand, { id }: Event, mp: string): SearchByHand {
  const next = copyOf(search);
  next.stage = 'INTER';
  next.interExhaustedAt = null;
  next.reached = search.reached.includes(mp) ? search.reached : [...search.reached, mp];
  next.seen = [...search.seen, id];
  return next;
}

export function interFailed(search: SearchByHand, { id, at }: Event): SearchByHand {
  const next = copyOf(search);
  next.stage = 'EXHAUSTED';
  next.interExhaustedAt = at;
  next.seen = [...search.seen, id];
  return next;
}

export function answered(search: SearchByHand, event: Answer): SearchByHand {
  const { replies, failed, availability, agreed } = search;
  const reply = replyOf(event);
  const last = replies[replies.length - 1];
  const isLast = last === undefined || reply.at >= last.at;
  const all = [...replies, reply];
  if (!isLast) all.sort((a, b) => a.at - b.at);
  const next = copyOf(search);
  next.replies = all;
  next.confirmations = isLast ? confirmed(search.confirmations, reply, failed) : confirmedAnew(all, failed);
  next.availability = reply.availability == null ? availability : dated(availability, reply.mp, reply.availability);
  next.agreed =
    agreed !== null && agreed.mp === reply.mp && reply.answer === 'no' && reply.at >= agreed.at ? null : agreed;
  next.seen = [...search.seen, event.id];
  return next;
}

function replyOf(event: Answer): Reply {
  const { mp, at } = event;
  if (event.type !== 'mp-refused') return { mp, at, answer: event.type === 'mp-confirmed' ? 'yes' : 'no' };
  return { mp, at, answer: 'no', reason: event.reason ?? null, availability: event.availability ?? null };
}

/** The queue of those who confirmed, after one more reply. */
function confirmed(
  queue: readonly Confirmation[],
  { mp, at, answer }: Reply,
  failed: readonly string[],
): readonly Confirmation[] {
  let place = 0;
  for (; place < queue.length; place++) {
    const one = queue[place] as Confirmation;
    if (one.mp === mp && one.until === null) break;
  }
  const known = queue[place];
  if (answer === 'yes') {
    return known !== undefined || failed.includes(mp) ? queue : [...queue, { mp, since: at, until: null }];
  }
  if (known === undefined) return queue;
  const next = [...queue];
  next[place] = { mp, since: known.since, until: at };
  return next;
}

function confirmedAnew(replies: readonly Reply[], failed: readonly string[]): readonly Confirmation[] {
  let queue: readonly Confirmation[] = [];
  for (const reply of replies) queue = confirmed(queue, reply, failed);
  return queue;
}

function dated(known: readonly Availability[], mp: string, date: string): readonly Availability[] {
  return known.some((one) => one.mp === mp && one.date === date) ? known : [...known, { mp, date }];
}

export function backToLists(search: SearchByHand): SearchByHand {
  const next = copyOf(search);
  next.stage = 'LISTS';
  next.listsExhaustedAt = null;
  next.interExhaustedAt = null;
  return next;
}

export function offered(search: SearchByHand, { id, at }: Event, mp: string): SearchByHand {
  const next = copyOf(search);
  next.stage = 'OFFERED';
  next.offer = { mp, at, check: null };
  next.offeredAt = search.stage;
  next.seen = [...search.seen, id];
  return next;
}

export function checked(
  search: SearchByHand,
  { id, at }: Event,
  winner: string | null,
  chat: boolean,
  isReady: boolean,
): SearchByHand {
  const { mp, at: sentAt } = search.offer as Offer;
  const next = copyOf(search);
  next.stage = isReady ? 'VERIFIED' : 'OFFERED';
  next.offer = { mp, at: sentAt, check: { at, winner, chat } };
  next.seen = [...search.seen, id];
  return next;
}

export function withoutOffer(search: SearchByHand): SearchByHand {
  const next = copyOf(search);
  next.stage = search.offeredAt as Stage;
  next.offer = null;
  next.offeredAt = null;
  return next;
}

export function offerFailed(search: SearchByHand, { id }: Event, mp: string): SearchByHand {
  const failed = [...search.failed, mp];
  const next = copyOf(search);
  next.stage = search.offeredAt as Stage;
  next.offer = null;
  next.offeredAt = null;
  next.failed = failed;
  next.confirmations = confirmedAnew(search.replies, failed);
  next.agreed = search.agreed?.mp === mp ? null : search.agreed;
  next.seen = [...search.seen, id];
  return next;
}

export function assigned(search: SearchByHand, { id, at }: Event, mp: string): SearchByHand {
  const next = copyOf(search);
  next.stage = 'ASSIGNED';
  next.assignedTo = mp;
  next.assignedAt = at;
  next.seen = [...search.seen, id];
  return next;
}

export function assignedByPlatform(search: SearchByHand, { id, at }: Event, mp: string): SearchByHand {
  const next = copyOf(search);
  next.stage = 'ASSIGNED';
  next.offer = null;
  next.offeredAt = null;
  next.assignedTo = mp;
  next.assignedAt = at;
  next.seen = [...search.seen, id];
  return next;
}

/** The search begins anew; the event is kept already. */
export function dropped(search: SearchByHand, { at }: Event): SearchByHand {
  const { moveDate, impossibilityWindow } = search;
  return anew(search, at, 'search', 'SEARCHING', moveDate, impossibilityWindow, search.seen);
}

export function onNewDates(search: SearchByHand, { id, at }: Event, date: string, policy: Policy): SearchByHand {
  const isFromLists = policy.researchRestart === 'lists';
  const seen = [...search.seen, id];
  return isFromLists
    ? anew(search, at, 'lists', 'RESENT', date, null, seen)
    : anew(search, at, 'resend', 'SEARCHING', date, null, seen);
}

function anew(
  search: SearchByHand,
  searchingSince: number,
  begins: SearchByHand['begins'],
  stage: Stage,
  moveDate: string | null,
  impossibilityWindow: SearchByHand['impossibilityWindow'],
  seen: readonly string[],
): SearchByHand {
  const { move, category, round, availability } = search;
  return {
    move,
    category,
    stage,
    round: round + 1,
    begins,
    searchingSince,
    resentAt: null,
    listsSentAt: null,
    listsExhaustedAt: null,
    interExhaustedAt: null,
    impossibilityWindow,
    replies: [],
    confirmations: [],
    offer: null,
    offeredAt: null,
    agreed: null,
    contactedBefore: isContacted(search),
    clientContactedAt: null,
    assignedTo: null,
    assignedAt: null,
    cancelledAt: null,
    refundedAt: null,
    priceReportedAt: null,
    availability,
    pauses: [],
    moveDate,
    failed: [],
    reached: [],
    seen,
  };
}

export function priceReported(search: SearchByHand, { id, at }: Event): SearchByHand {
  const next = copyOf(search);
  next.priceReportedAt = at;
  next.seen = [...search.seen, id];
  return next;
}

export function windowKnown(
  search: SearchByHand,
  { id }: Event,
  impossibilityWindow: SearchByHand['impossibilityWindow'],
): SearchByHand {
  const next = copyOf(search);
  next.impossibilityWindow = impossibilityWindow;
  next.seen = [...search.seen, id];
  return next;
}

export function contacted(search: SearchByHand, { id, at }: Event): SearchByHand {
  const next = copyOf(search);
  next.stage = 'CONTACT';
  next.clientContactedAt = at;
  next.seen = [...search.seen, id];
  return next;
}

export function dateAgreed(search: SearchByHand, { id, at }: Event, mp: string, date: string): SearchByHand {
  const next = copyOf(search);
  next.stage = 'CONTACT';
  next.agreed = { mp, date, at };
  next.clientContactedAt = search.clientContactedAt ?? at;
  next.moveDate = date;
  next.seen = [...search.seen, id];
  return next;
}

export function refunded(search: SearchByHand, { id, at }: Event): SearchByHand {
  const next = copyOf(search);
  next.stage = 'REFUNDED';
  next.refundedAt = at;
  next.seen = [...search.seen, id];
  return next;
}

export function cancelled(search: SearchByHand, { id, at }: Event): SearchByHand {
  const next = copyOf(search);
  next.stage = 'CANCELLED';
  next.cancelledAt = at;
  next.seen = [...search.seen, id];
  return next;
}

function union(known: readonly string[], added: readonly string[]): readonly string[] {
  return [...new Set([...known, ...added])];
}
