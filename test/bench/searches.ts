import { fixedClock, type Instant } from '../../src/kernel/clock.js';
import {
  offerTable,
  policy,
  record,
  start,
  table,
  winner,
  type Beginning,
  type Confirmation,
  type Context,
  type SearchEvent as Event,
  type Facts,
  type InterMove,
  type Offer,
  type Policy,
  type ScheduledJob,
  type Search,
  type Seen,
} from '../../src/ladder/index.js';
import { NOW } from './chats.js';
import { chance, pick, whole, type Random } from './random.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const manual = policy();
const policies = [
  manual,
  policy({ researchRestart: 'lists' }),
  policy({ searchThreshold: { minutes: 30 }, resendWait: { minutes: 0 } }),
  policy({ segmentBy: 'region' }),
];

/** A search from its beginning, and what happens to it. */
export interface Story {
  readonly beginning: Beginning;
  readonly events: readonly Event[];
  readonly policy: Policy;
}

type Happening = Event extends infer One ? (One extends Event ? Omit<One, 'id' | 'at' | 'move'> : never) : never;

/** Ids as WhatsApp gives them for what movers write, and as a dashboard numbers what its users press. */
function idOf({ type }: Happening, move: string, number: number): string {
  return type.startsWith('mp-') && type !== 'mp-notified'
    ? `wamid.HBgLNTY5${move}${String(number).padStart(4, '0')}`
    : `${move}-${type}-${number}`;
}

function dateFrom(instant: Instant, days: number): string {
  return new Date(instant + days * DAY).toISOString().slice(0, 10);
}

/**
 * What happens to one move: at each stage mostly what is due there, and many answers. Some steps come too early or
 * twice, some answers late or twice, and offers fail, jobs are dropped, new dates given, so that several rounds pass.
 */
export function typicalStory(random: Random, number: number, length: number): Story {
  const move = `M${100_000 + number}`;
  const beginning: Beginning = {
    move,
    searchingSince: NOW,
    category: chance(random, 0.4) ? 'inter' : 'local',
    moveDate: chance(random, 0.7) ? dateFrom(NOW, whole(random, 5, 30)) : null,
  };
  const movers = Array.from({ length: whole(random, 8, 16) }, () => `mp-${whole(random, 100, 999)}`);
  const events: Event[] = [];
  let search = start(beginning);
  let at = NOW;
  while (events.length < length) {
    if (chance(random, 0.03) && events.length > 0) {
      events.push(pick(random, events));
      continue;
    }
    at += isWaiting(search) && chance(random, 0.6) ? whole(random, 50, 150) * MINUTE : whole(random, 5, 400) * SECOND;
    const happening = typicalEvent(random, search, movers, at);
    const isLate = happening.type.startsWith('mp-') && chance(random, 0.05);
    const when = isLate ? at - whole(random, 1, 40 * MINUTE) : at;
    const event = { ...happening, id: idOf(happening, move, events.length), at: when, move } as Event;
    events.push(event);
    search = record(search, event).state;
  }
  return { beginning, events, policy: manual };
}

function isWaiting({ stage }: Search): boolean {
  return stage === 'SEARCHING' || stage === 'RESENT';
}

function typicalEvent(random: Random, search: Search, movers: readonly string[], at: Instant): Happening {
  const { stage, facts } = search;
  const mp = pick(random, movers);
  if (chance(random, 0.002)) return { type: 'cancel' };
  if (chance(random, 0.01)) return { type: 'auto-assigned', mp };
  if (chance(random, 0.02)) return { type: 'window-known', window: windowAround(random, at) };
  const first = winner(facts.replies ?? [], { clock: fixedClock(at) }, search.failed).outcome;
  const standing = first.action === 'choose' ? first.mp : null;
  const wasContacted = stage !== 'CONTACT' && (facts.contactedBefore === true || facts.clientContactedAt != null);
  if (wasContacted && chance(random, 0.03)) return { type: 'dates-changed', date: dateFrom(at, whole(random, 3, 20)) };
  switch (stage) {
    case 'SEARCHING':
      return chance(random, 0.75) ? { type: 'resend-done' } : reply(random, movers, standing);
    case 'RESENT':
      if (standing !== null && chance(random, 0.12)) return { type: 'offer-sent', mp: standing };
      if (chance(random, 0.02)) return { type: 'offer-sent', mp };
      return chance(random, 0.25) ? listsTo(random, movers) : reply(random, movers, standing);
    case 'LISTS':
    case 'INTER':
      if (standing !== null && chance(random, 0.15)) return { type: 'offer-sent', mp: standing };
      if (chance(random, 0.02)) return { type: 'offer-sent', mp, ...(chance(random, 0.5) && { override: 'nearer' }) };
      if (chance(random, 0.05)) return listsTo(random, movers);
      if (chance(random, 0.04)) return { type: 'price-reported' };
      if (stage === 'INTER' && chance(random, 0.15)) return { type: 'inter-offered', mp, fit: 'chain-out' };
      if (chance(random, 0.1)) return { type: stage === 'LISTS' ? 'lists-exhausted' : 'inter-exhausted' };
      return reply(random, movers, standing);
    case 'OFFERED':
    case 'VERIFIED': {
      const offeredTo = (facts.offer as Offer).mp;
      if (chance(random, 0.1)) return { type: 'offer-failed', mp: offeredTo };
      if (chance(random, 0.06)) return { type: 'mp-withdrew', mp: offeredTo };
      if (chance(random, 0.3)) return reply(random, movers, standing);
      if (stage === 'VERIFIED') return { type: 'mp-notified', mp: offeredTo };
      const isShown = chance(random, 0.7);
      return { type: 'checked', winner: isShown ? offeredTo : null, chat: isShown && chance(random, 0.8) };
    }
    case 'ASSIGNED':
      if (chance(random, 0.4)) return { type: 'mp-dropped', mp: facts.assignedTo as string };
      if (chance(random, 0.2)) return { type: 'mp-refused', mp: facts.assignedTo as string, reason: 'other' };
      return reply(random, movers, null);
    case 'EXHAUSTED':
      if (facts.impossibilityWindow == null && chance(random, 0.4)) return { type: 'window-known', window: true };
      if (chance(random, 0.5)) return { type: pick(random, ['client-mail-sent', 'client-called'] as const) };
      return reply(random, movers, standing);
    case 'CONTACT': {
      const offered = facts.availability ?? [];
      if (chance(random, 0.35)) return { type: 'dates-changed', date: dateFrom(at, whole(random, 3, 20)) };
      if (offered.length > 0 && facts.agreed == null && chance(random, 0.3)) {
        return { type: 'date-agreed', ...pick(random, offered) };
      }
      if (facts.agreed != null && chance(random, 0.5)) return { type: 'offer-sent', mp: facts.agreed.mp };
      if (chance(random, 0.25)) return { type: 'offer-sent', mp: standing ?? mp };
      if (chance(random, 0.1)) return { type: pick(random, ['client-called', 'inter-exhausted'] as const) };
      return chance(random, 0.05) ? { type: 'refund-done' } : reply(random, movers, standing);
    }
    case 'CANCELLED':
    case 'REFUNDED':
      if (chance(random, 0.2)) return { type: pick(random, ['refund-done', 'cancel'] as const) };
      return reply(random, movers, null);
  }
}

function listsTo(random: Random, movers: readonly string[]): Happening {
  const from = whole(random, 0, movers.length - 1);
  return { type: 'lists-sent', mps: movers.slice(from, from + whole(random, 3, 8)) };
}

/** Most say no, and why; some yes; some take their yes back. */
function reply(random: Random, movers: readonly string[], standing: string | null): Happening {
  const mp = pick(random, movers);
  if (standing !== null && chance(random, 0.12)) return { type: 'mp-withdrew', mp: standing };
  if (chance(random, 0.3)) return { type: 'mp-confirmed', mp };
  const reason = pick(random, ['date', 'price', 'other', null] as const);
  return reason === 'date' && chance(random, 0.7)
    ? { type: 'mp-refused', mp, reason, availability: dateFrom(NOW, whole(random, 3, 20)) }
    : { type: 'mp-refused', mp, reason };
}

function windowAround(random: Random, at: Instant): Extract<Event, { readonly type: 'window-known' }>['window'] {
  if (chance(random, 0.4)) return chance(random, 0.7);
  const edge = (): Instant => at + pick(random, [-HOUR, -1, 0, 1, HOUR]);
  const from = chance(random, 0.8) ? edge() : null;
  return chance(random, 0.5) ? { from } : { from, until: chance(random, 0.8) ? edge() : null };
}

const names = ['a', 'b', 'c', 'd'] as const;

/** Any event at any stage, in any order, around the thresholds, under any policy; at times of another move or of no instant. */
export function edgeStory(random: Random, number: number, length: number): Story {
  const move = `M${number}`;
  const rules = pick(random, policies);
  const category = chance(random, 0.6) ? 'inter' : 'local';
  const beginning: Beginning = { move, searchingSince: NOW, category };
  const events: Event[] = [];
  let search = start(beginning);
  let at = NOW;
  while (events.length < length) {
    const [threshold, resend] = [rules.searchThreshold as number, rules.resendWait as number];
    const step = pick(random, [0, 1, SECOND, resend, threshold, threshold + 1, DAY]);
    const when = Math.max(at, chance(random, 0.4) ? at + step : at) + pick(random, [-HOUR, -SECOND, -1, 0, 0, 0, 1]);
    at = Math.max(at, when);
    const strays = chance(random, 0.2) ? straysAt(random, search) : [];
    const happening =
      strays.length > 0
        ? pick(random, strays)
        : chance(random, 0.6)
          ? likelyEvent(random, search, at)
          : anyEvent(random, at);
    const event = {
      ...happening,
      id: chance(random, 0.02) ? 'again' : `${number}-${events.length}`,
      at: chance(random, 0.005) ? Number.NaN : when,
      move: chance(random, 0.005) ? 'another' : move,
    } as Event;
    events.push(event);
    search = record(search, event, { policy: rules }).state;
  }
  return { beginning, events, policy: rules };
}

function likelyEvent(random: Random, search: Search, at: Instant): Happening {
  return typicalEvent(random, search, names, at);
}

/** What chance alone would hardly bring about: a step done twice, or for another mover than the one whose turn it is. */
function straysAt(random: Random, { stage, facts }: Search): readonly Happening[] {
  switch (stage) {
    case 'RESENT':
      return [{ type: 'resend-done' }];
    case 'VERIFIED':
      return [
        { type: 'checked', winner: (facts.offer as Offer).mp, chat: true },
        { type: 'mp-notified', mp: pick(random, names) },
      ];
    case 'EXHAUSTED':
      return [{ type: 'inter-exhausted' }];
    case 'CONTACT': {
      const last = facts.confirmations?.filter(({ until }) => until === null).at(-1);
      const offer: Happening = { type: 'offer-sent', mp: last?.mp ?? pick(random, names) };
      return [{ type: 'inter-exhausted' }, { type: 'mp-confirmed', mp: pick(random, names) }, offer, offer];
    }
    default:
      return [];
  }
}

function anyEvent(random: Random, at: Instant): Happening {
  const mp = pick(random, names);
  const date = dateFrom(NOW, whole(random, 0, 3));
  return pick<() => Happening>(random, [
    () => ({
      type: pick(random, ['resend-done', 'lists-exhausted', 'inter-exhausted', 'price-reported'] as const),
    }),
    () => ({ type: pick(random, ['client-mail-sent', 'client-called'] as const) }),
    () => ({ type: chance(random, 0.05) ? 'cancel' : pick(random, ['client-called', 'refund-done'] as const) }),
    () => ({ type: 'lists-sent', mps: names.slice(whole(random, 0, 3)) }),
    () => ({ type: pick(random, ['mp-confirmed', 'mp-withdrew', 'offer-failed', 'mp-notified'] as const), mp }),
    () => ({ type: pick(random, ['mp-confirmed', 'auto-assigned', 'mp-dropped'] as const), mp }),
    () => ({ type: 'mp-refused', mp, ...(chance(random, 0.5) && { reason: 'date', availability: date }) }),
    () => ({ type: 'inter-offered', mp, fit: 'shared-end' }),
    () => ({ type: 'offer-sent', mp, ...(chance(random, 0.4) && { override: 'known' }) }),
    () => ({ type: 'checked', winner: chance(random, 0.8) ? mp : null, chat: chance(random, 0.7) }),
    () => ({ type: 'window-known', window: windowAround(random, at) }),
    () => ({ type: 'date-agreed', mp, date }),
    () => ({ type: 'dates-changed', date }),
  ])();
}

/** A question: the facts of a search, and the world that it is asked in. */
export interface Asked {
  readonly facts: Facts;
  readonly context: Context;
}

const contexts = policies.map((policy): Context => ({ clock: fixedClock(NOW), policy }));
const [manualContext] = contexts as [Context];

const reachable = table.rows.map((row) =>
  table.situations.filter(
    ({ phase, window }, address) => table.row(address) === row && !(phase === 'searching' && window === 'waived'),
  ),
);

/** Facts in one of the situations of a row, the rows taken in turn by their number, and the steps of an offer likewise. */
export function typicalLadder(random: Random, number: number): Asked {
  const seen = pick(random, reachable[number % reachable.length] as readonly Seen[]);
  const step = offerTable.situations[Math.floor(number / reachable.length) % offerTable.size] as NonNullable<Seen>;
  return { facts: factsIn(seen, step, random), context: manualContext };
}

/** The order of the events that a phase lies behind. */
const phases = ['searching', 'resend-due', 'resent', 'lists-due', 'lists-out', 'lists-failed', 'with-client'] as const;

function factsIn(
  { end, phase, mover, inter, window }: Seen,
  step: Pick<Seen, 'offer' | 'search'>,
  random: Random,
): Facts {
  const isAgreed = mover === 'standing' && step.search === 'agreed';
  const reached = phases.indexOf(phase);
  const resentAt =
    reached < 2 ? null : phase === 'resent' ? NOW - whole(random, 0, HOUR - 1) : NOW - whole(random, HOUR, 20 * HOUR);
  const searchingSince =
    phase === 'searching'
      ? NOW - whole(random, 0, 2 * HOUR)
      : (resentAt ?? NOW) - whole(random, 2 * HOUR + 1, 9 * HOUR);
  const after = (from: number): Instant | null => (reached < from ? null : NOW - whole(random, 0, 20 * MINUTE));
  const confirmations = Array.from({ length: whole(random, 0, 3) }, (_, index): Confirmation => {
    const since = NOW - (5 - index) * 5 * MINUTE;
    return { mp: `mp-${index}`, since, until: since + MINUTE };
  });
  if (mover === 'standing') confirmations.push({ mp: 'mp-8', since: NOW - 2 * MINUTE, until: null });
  const check = step.offer === 'unchecked' ? null : { at: NOW - 1, winner: 'mp-8', chat: step.offer === 'ready' };
  const isOffered = mover === 'standing' && step.offer !== 'none';
  const days = whole(random, 1, 20);
  return {
    searchingSince,
    category: inter === 'not-inter' ? 'local' : 'inter',
    begins: window === 'waived' ? 'resend' : 'search',
    resentAt,
    listsSentAt: after(4),
    listsExhaustedAt: after(5),
    interExhaustedAt: inter === 'searched' ? NOW - 1 : null,
    impossibilityWindow: windowIn(window, random),
    confirmations,
    offer: isOffered ? { mp: 'mp-8', at: NOW - MINUTE, check } : null,
    agreed: isAgreed ? { mp: 'mp-8', date: dateFrom(NOW, days), at: NOW - HOUR } : null,
    clientContactedAt: after(6),
    assignedTo: end === 'assigned' ? 'mp-8' : null,
    assignedAt: end === 'assigned' ? NOW - whole(random, 0, HOUR) : null,
    cancelledAt: end === 'cancelled' ? NOW - whole(random, 0, HOUR) : null,
    refundedAt: end === 'refunded' ? NOW - whole(random, 0, HOUR) : null,
    replies: confirmations.map(({ mp, since }) => ({ mp, at: since, answer: 'yes' })),
    priceReportedAt: null,
    availability: chance(random, 0.5) ? [{ mp: 'mp-1', date: dateFrom(NOW, days) }] : [],
    moveDate: end === 'date-passed' ? dateFrom(NOW, -days) : chance(random, 0.7) ? dateFrom(NOW, days) : null,
  };
}

function windowIn(window: Seen['window'], random: Random): NonNullable<Facts['impossibilityWindow']> | null {
  const ahead = NOW + whole(random, 1, 48 * HOUR);
  const past = NOW - whole(random, 0, 48 * HOUR);
  switch (window) {
    case 'inside':
      return pick(random, [true, { from: past }, { from: past, until: ahead }, { from: null, until: ahead }]);
    case 'outside':
      return pick(random, [false, { from: ahead }, { from: ahead, until: ahead + DAY }, { from: null, until: past }]);
    case 'unknown':
    case 'waived':
      return null;
  }
}

/** Any combination of columns, possible or not, at the thresholds and one millisecond beside them, under any policy. */
export function edgeLadder(random: Random): Asked {
  const context = pick(random, contexts);
  // None of them is of working time.
  const { searchThreshold, resendWait } = context.policy as Policy & Record<'searchThreshold' | 'resendWait', number>;
  const past = (): Instant => NOW - pick(random, [0, 1, MINUTE, resendWait, 3 * HOUR]);
  const perhaps = (share: number): Instant | null => (chance(random, share) ? past() : null);
  const near = (threshold: number): Instant => NOW - Math.max(0, threshold + pick(random, [-1, 0, 1, HOUR]));
  const confirmations = Array.from({ length: whole(random, 0, 3) }, (): Confirmation => {
    return { mp: pick(random, names), since: past(), until: perhaps(0.6) };
  });
  const check = { at: past(), winner: pick(random, [...names, null]), chat: chance(random, 0.7) };
  const mp = pick(random, names);
  const facts: Facts = {
    searchingSince: near(searchThreshold),
    category: pick(random, ['inter', 'local'] as const),
    ...(chance(random, 0.8) && { begins: pick(random, ['search', 'search', 'resend', 'lists'] as const) }),
    resentAt: chance(random, 0.7) ? near(resendWait) : null,
    listsSentAt: perhaps(0.5),
    listsExhaustedAt: perhaps(0.5),
    interExhaustedAt: perhaps(0.5),
    ...(chance(random, 0.8) && { impossibilityWindow: windowAround(random, NOW) }),
    ...(chance(random, 0.8) && { confirmations }),
    ...(chance(random, 0.2) && {
      offer: { mp: pick(random, names), at: past(), check: chance(random, 0.7) ? check : null },
    }),
    ...(chance(random, 0.2) && { agreed: { mp: pick(random, names), date: dateFrom(NOW, 3), at: past() } }),
    clientContactedAt: perhaps(0.1),
    ...(chance(random, 0.1) && { assignedTo: mp, assignedAt: past() }),
    cancelledAt: perhaps(0.05),
    refundedAt: perhaps(0.05),
    ...(chance(random, 0.5) && { availability: [{ mp, date: dateFrom(NOW, 3) }] }),
    ...(chance(random, 0.5) && { moveDate: dateFrom(NOW, whole(random, -1, 3)) }),
  };
  return { facts, context };
}

const regions = [
  'Arica y Parinacota',
  'Tarapacá',
  'Antofagasta',
  'Atacama',
  'Coquimbo',
  'Valparaíso',
  'Metropolitana',
  'Biobío',
  'La Araucanía',
  'Los Lagos',
] as const;

export const interMove: InterMove = {
  origin: 'Metropolitana',
  destination: 'Biobío',
  country: 'Chile',
  dateFrom: '2026-05-20',
  dateTo: '2026-05-27',
};

/** A job of some mover: most are over or in town; the ends, and the date within three months, are even. */
export function typicalJob(random: Random): ScheduledJob {
  return {
    mp: `mp-${whole(random, 1, 2_000)}`,
    origin: pick(random, regions),
    destination: pick(random, regions),
    country: chance(random, 0.9) ? 'Chile' : 'Perú',
    date: dateFrom(NOW, whole(random, -45, 45)),
    status: chance(random, 0.4) ? 'awaiting-move' : 'moved',
    category: chance(random, 0.4) ? 'inter' : 'local',
  };
}
