import { endOfDate } from '../kernel/calendar.js';
import { Now, type Instant } from '../kernel/clock.js';
import { changesAt } from '../kernel/decision.js';
import type { Availability, Context, Facts, LadderDecision, Offer, Seen } from './model.js';
import { isReady, offerTable } from './offer.js';
import type { AssignStep, Outcome } from './outcome.js';
import { defaultPolicy, type Policy } from './policy.js';
import { stands } from './replies.js';
import { table, type Answer } from './table.js';
import { endOfResendWait, endOfSearch, isOnNewDates, thresholdOf } from './wait.js';

const { end, phase, mover, inter, window: gate } = /* @__PURE__ */ table.at;

/** Whether something has happened by now; a fact left out, or `null`, has not. */
function happened(at: Instant | null | undefined, now: Now): boolean {
  return at != null && now.hasReached(at);
}

/** The first instant after the date of the move; infinite: the facts have none. */
function dateOver({ moveDate, zone }: Facts, policy: Policy): Instant {
  return moveDate == null ? Number.POSITIVE_INFINITY : endOfDate(moveDate, zone ?? policy.zone);
}

function endShare(facts: Facts, over: Instant, now: Now): number {
  if (happened(facts.cancelledAt, now)) return end.cancelled;
  if (happened(facts.refundedAt, now)) return end.refunded;
  if (happened(facts.assignedAt, now)) return end.assigned;
  return now.hasReached(over) ? end['date-passed'] : end.open;
}

/** The only two waits of the ladder: more than two hours, and one hour. */
function phaseShare(facts: Facts, policy: Policy, now: Now): number {
  if (happened(facts.clientContactedAt, now)) return phase['with-client'];
  if (happened(facts.listsExhaustedAt, now)) return phase['lists-failed'];
  if (happened(facts.listsSentAt, now)) return phase['lists-out'];
  // A round on new dates has no wait of its own, but does not begin before its instant.
  if (facts.begins === 'lists') return now.hasReached(facts.searchingSince) ? phase['lists-due'] : phase.resent;
  const { resentAt } = facts;
  if (resentAt != null && now.hasReached(resentAt)) {
    return now.hasReached(endOfResendWait(facts, resentAt, policy)) ? phase['lists-due'] : phase.resent;
  }
  const isDue =
    facts.begins === 'resend' ? now.hasReached(facts.searchingSince) : now.isAfter(endOfSearch(facts, policy));
  return isDue ? phase['resend-due'] : phase.searching;
}

/** The mover whose turn it is, how far the offer is, and whether the client took that mover's date; `null`: nobody stands. */
type Turn = { readonly mp: string; readonly offer: Offer | null; readonly isAgreed: boolean } | null;

function turnOf(facts: Facts, now: Now): Turn {
  const { offer, agreed, confirmations } = facts;
  if (offer != null && now.hasReached(offer.at)) {
    return { mp: offer.mp, offer, isAgreed: offer.mp === agreed?.mp };
  }
  if (agreed != null && now.hasReached(agreed.at)) return { mp: agreed.mp, offer: null, isAgreed: true };
  const mp = firstStanding(confirmations, now);
  return mp === null ? null : { mp, offer: null, isAgreed: false };
}

/** The mover whose yes is the earliest of those that stand; `null`: nobody's does. */
export function firstStanding(confirmations: Facts['confirmations'], now: Now): string | null {
  return confirmations?.find((confirmation) => stands(confirmation, now))?.mp ?? null;
}

function interShare(facts: Facts, now: Now): number {
  if (facts.category !== 'inter') return inter['not-inter'];
  return happened(facts.interExhaustedAt, now) ? inter.searched : inter['to-search'];
}

function gateShare(facts: Facts, now: Now): number {
  if (isOnNewDates(facts)) return gate.waived;
  const inside = isInside(facts.impossibilityWindow, now);
  return inside === null ? gate.unknown : inside ? gate.inside : gate.outside;
}

/** Whether impossibility may be given; `null`: nobody has said. */
export function isInside(window: Facts['impossibilityWindow'], now: Now): boolean | null {
  if (window == null || typeof window === 'boolean') return window ?? null;
  const { from, until } = window;
  return (from === null || now.hasReached(from)) && !(until != null && now.hasReached(until));
}

function classify(facts: Facts, policy: Policy, over: Instant, now: Now, turn: Turn): number {
  return (
    endShare(facts, over, now) +
    phaseShare(facts, policy, now) +
    (turn === null ? mover.none : mover.standing) +
    interShare(facts, now) +
    gateShare(facts, now)
  );
}

function offerAddress(turn: NonNullable<Turn>, facts: Facts, now: Now): number {
  const { offer: offers, search } = offerTable.at;
  const { offer } = turn;
  const check = offer?.check;
  const share =
    offer === null
      ? offers.none
      : check == null || !now.hasReached(check.at)
        ? offers.unchecked
        : isReady(offer, check)
          ? offers.ready
          : offers['not-ready'];
  const isInter = facts.category === 'inter' && happened(facts.listsExhaustedAt, now);
  return share + (turn.isAgreed ? search.agreed : isInter ? search.inter : search.broadcast);
}

/** The decisions that carry no data, made once; `null` where there are data. */
const settled = /* @__PURE__ */ table.situations.map((situation, address): LadderDecision | null => {
  const { rule, then } = table.row(address);
  const outcome = withoutData(then);
  return outcome === null ? null : Object.freeze({ outcome, rule, situation, validUntil: null });
});

function withoutData(then: Answer): Outcome | null {
  switch (then.action) {
    case 'wait':
    case 'send-broadcast-lists':
    case 'assign':
    case 'contact-client':
      return null;
    case 'none':
      return then.reason === 'assigned' ? null : Object.freeze(then);
    default:
      return Object.freeze(then);
  }
}

/** The situations of an assignment: those of the first table, and those of the second within each. */
const assignments = /* @__PURE__ */ table.situations.map((situation, address) =>
  table.row(address).then.action === 'assign'
    ? offerTable.situations.map((offer): Seen => Object.freeze({ ...situation, ...offer }))
    : null,
);

/**
 * The next step of a move that has no mover yet, by which rule, and until when that holds. A step is due from its
 * instant on, however late it is asked for; nothing is due once somebody has the job, or the client gave it up.
 *
 * `validUntil` is the first instant at which a wait is over, or at which a fact dated ahead changes the answer.
 * A move date or zone that does not exist counts as passed (`move-date-passed`): the door refuses both.
 * What is open beside the next step, `duties` lists.
 *
 * Source: manual-assignment L1–22.
 */
export function decide(facts: Facts, context: Context): LadderDecision {
  const policy = context.policy ?? defaultPolicy;
  const now = new Now(context.clock.now());
  const over = dateOver(facts, policy);
  const turn = turnOf(facts, now);
  const address = classify(facts, policy, over, now, turn);
  const row = table.row(address);
  if (row.then.action === 'assign') return assignment(facts, policy, over, now, address, turn as NonNullable<Turn>);
  const validUntil = now.boundary === null ? null : expiry(facts, policy, over, now, row, null);
  const ready = settled[address] as LadderDecision | null;
  if (ready !== null) {
    // Field by field: what is frozen is slow to spread.
    const { outcome, rule, situation } = ready;
    return validUntil === null ? ready : { outcome, rule, situation, validUntil };
  }
  const situation = table.situations[address] as Seen;
  return { outcome: withData(row.then, facts, policy), rule: row.rule, situation, validUntil };
}

function assignment(
  facts: Facts,
  policy: Policy,
  over: Instant,
  now: Now,
  address: number,
  turn: NonNullable<Turn>,
): LadderDecision {
  const step = offerAddress(turn, facts, now);
  const { rule, then } = offerTable.row(step);
  const validUntil =
    now.boundary === null ? null : expiry(facts, policy, over, now, table.row(address), { step, turn });
  const outcome: AssignStep = { action: then.action, mp: turn.mp };
  return { outcome, rule, situation: (assignments[address] as readonly Seen[])[step] as Seen, validUntil };
}

/** The first instant at which another row wins, or another mover's turn has come, or the offer is farther. */
function expiry(
  facts: Facts,
  policy: Policy,
  over: Instant,
  now: Now,
  row: ReturnType<typeof table.row>,
  assigning: { readonly step: number; readonly turn: NonNullable<Turn> } | null,
): Instant | null {
  // When the move's date is over, the answer is another whatever else is: most facts turn there and nowhere else.
  if (row.when.end === 'open' && now.boundary === over) return over;
  return changesAt(now, (later) => {
    const turn = turnOf(facts, later);
    if (table.row(classify(facts, policy, over, later, turn)) !== row) return false;
    if (assigning === null) return true;
    // The row of an assignment: somebody stands.
    const next = turn as NonNullable<Turn>;
    return next.mp === assigning.turn.mp && isSameStep(offerAddress(next, facts, later), assigning.step);
  });
}

/** Two searches may lead to the same step by the same rule: that wakes nobody. */
function isSameStep(one: number, other: number): boolean {
  const [a, b] = [offerTable.row(one), offerTable.row(other)];
  return a.rule === b.rule && a.then.action === b.then.action;
}

const noDates: readonly Availability[] = Object.freeze([]);

function withData(then: Answer, facts: Facts, policy: Policy): Outcome {
  switch (then.action) {
    case 'wait':
      return { action: 'wait', for: then.for, ...thresholdOf(then.for, facts, policy) };
    case 'send-broadcast-lists':
      return { action: 'send-broadcast-lists', segmentBy: policy.segmentBy };
    case 'contact-client':
      return { action: 'contact-client', availability: facts.availability ?? noDates };
    default:
      return {
        action: 'none',
        reason: 'assigned',
        mp: facts.assignedTo ?? null,
        news: isAwaited(facts) ? 'mp-found' : null,
      };
  }
}

/** A client who was contacted waits too; but of the mover whose date was agreed, `contact` knows already. */
function isAwaited(facts: Facts): boolean {
  const { clientContactedAt, agreed, assignedTo } = facts;
  return isOnNewDates(facts) || (clientContactedAt != null && (agreed == null || agreed.mp !== assignedTo));
}
