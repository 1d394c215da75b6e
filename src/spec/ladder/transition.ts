import { fixedClock, type Instant, type Now } from '../../kernel/clock.js';
import * as ladder from '../../ladder/index.js';
import type { Answer, Scene, World } from '../case.js';
import { firedBy, told } from '../fired.js';
import type { TransitionGiven } from './schema.js';

const HOUR = 3_600_000;
const move = 'the-move';
const mp = 'the-mover';

/** The event happens when the case asks, to a search at the stage asked for. */
export function transition(given: TransitionGiven, { asked, now, policies }: World): Answer {
  const { ladder: policy } = policies;
  const before = stateOf(given, asked);
  if (given.event === 'tick') {
    const decision = ladder.decide(before.facts, { clock: fixedClock(now), policy });
    const { rule, situation } = decision;
    return { outcome: `ok:${before.stage}`, fired: [rule, ...rulesBehind(situation)], decisions: [decision] };
  }
  const event = eventOf(given.event, given.state, asked);
  const became = ladder.record(before, event, { policy });
  const { state, status, code: why } = became;
  const taken = told('ladder', before, event, became);
  if (why === 'need-fact') return { outcome: NEEDED, ...taken };
  if (status === 'refused') return { outcome: `illegal:${why}`, ...taken };
  if (status === 'no-effect') return { outcome: `noop:${why}`, ...taken };
  return { outcome: status === 'late' ? 'late' : `ok:${state.stage}`, ...taken };
}

/** When the wait began that the search was in. */
export function transitionWait(given: TransitionGiven, now: Now, { asked }: Scene): Instant {
  return ladder.waitBegan(stateOf(given, asked).facts, now);
}

/** The rules of the rows that a decision came from. */
export function rulesBehind(situation: ladder.Seen): readonly ladder.RuleId[] {
  const fired = firedBy(ladder.table, situation);
  const { offer, search } = situation;
  if (offer === undefined || search === undefined) return fired;
  return [...fired, ...firedBy(ladder.offerTable, { offer, search })];
}

const NEEDED = 'need-fact:impossibility-window';

/** How far a search has come at each stage. */
const progress = {
  SEARCHING: 0,
  RESENT: 1,
  LISTS: 2,
  INTER: 3,
  OFFERED: 2,
  VERIFIED: 2,
  ASSIGNED: 2,
  EXHAUSTED: 4,
  CONTACT: 5,
  CANCELLED: 2,
  REFUNDED: 5,
} as const satisfies Record<ladder.Stage, number>;

const holders: readonly ladder.Stage[] = ['OFFERED', 'VERIFIED', 'ASSIGNED'];

/** A search at the stage asked for. What is not given does not stand in the event's way. */
function stateOf(given: TransitionGiven, now: Instant): ladder.Search {
  const { state: stage, event, round } = given;
  const reached = progress[stage];
  const isInter = given.category == null ? stage === 'INTER' || event.startsWith('inter-') : given.category === 'inter';
  const searchingSince = now - (given.searchedFor ?? 9 * HOUR);
  const ago = (hours: number, from: number): Instant | null =>
    reached >= from ? Math.max(searchingSince, now - hours * HOUR) : null;
  const isOffered = holders.includes(stage);
  const isStanding = isOffered || (event === 'offer-sent' && reached >= 1 && reached <= 3);
  const check = stage === 'OFFERED' ? null : { at: now - HOUR, winner: mp, chat: true };
  const facts: ladder.Facts = {
    searchingSince,
    category: isInter ? 'inter' : 'local',
    begins: given.roundFrom === 'dates-changed' ? 'resend' : 'search',
    contactedBefore: given.roundFrom === 'dates-changed',
    resentAt: reached >= 1 && given.sinceResend != null ? now - given.sinceResend : ago(6, 1),
    listsSentAt: ago(5, 2),
    listsExhaustedAt: ago(4, 3),
    interExhaustedAt: isInter ? ago(3, 4) : null,
    impossibilityWindow: given.withinImpossibilityWindow === undefined ? true : given.withinImpossibilityWindow,
    confirmations: isStanding ? [{ mp, since: now - 3 * HOUR, until: null }] : [],
    offer: isOffered ? { mp, at: now - 2 * HOUR, check } : null,
    agreed: stage === 'CONTACT' ? { mp, date: '2024-05-18', at: now - HOUR } : null,
    clientContactedAt: ago(2, 5),
    assignedTo: stage === 'ASSIGNED' ? mp : null,
    assignedAt: stage === 'ASSIGNED' ? now - HOUR : null,
    cancelledAt: stage === 'CANCELLED' ? now - HOUR : null,
    refundedAt: stage === 'REFUNDED' ? now - HOUR : null,
  };
  const isLater = given.roundFrom != null;
  return {
    version: 1,
    move,
    stage,
    round: round ?? (isLater ? 2 : 1),
    facts,
    offeredAt: isOffered ? 'LISTS' : null,
    failed: [],
    reached: [],
    seen: [],
  };
}

function eventOf(type: ladder.Event['type'], stage: ladder.Stage, at: Instant): ladder.Event {
  const event = { id: 'the-event', at, move } as const;
  switch (type) {
    case 'lists-sent':
      return { ...event, type, mps: [mp] };
    case 'mp-confirmed':
      return { ...event, type, mp: holders.includes(stage) ? 'another-mover' : mp };
    case 'mp-refused':
      return { ...event, type, mp: stage === 'OFFERED' || stage === 'VERIFIED' ? 'another-mover' : mp };
    case 'mp-withdrew':
    case 'offer-sent':
    case 'offer-failed':
    case 'mp-notified':
    case 'auto-assigned':
    case 'mp-dropped':
      return { ...event, type, mp };
    case 'inter-offered':
      return { ...event, type, mp, fit: 'chain-out' };
    case 'checked':
      return { ...event, type, winner: mp, chat: true };
    case 'window-known':
      return { ...event, type, window: true };
    case 'date-agreed':
      return { ...event, type, mp, date: '2024-05-18' };
    case 'dates-changed':
      return { ...event, type, date: '2024-05-18' };
    default:
      return { ...event, type };
  }
}
