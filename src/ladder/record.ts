import type { CivilDate } from '../kernel/calendar.js';
import type { Instant } from '../kernel/clock.js';
import { withPause, withResumption } from '../kernel/pause.js';
import { copyOf, learn, withEvent, type Columns } from './effects.js';
import { flow } from './machine.js';
import type { Event, PauseEvent } from './event.js';
import type { Availability, Context, Facts, LadderRecorded, Search } from './model.js';
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
  readonly moveDate?: CivilDate | null | undefined;
  /** The IANA zone of the service's origin; absent: the policy's. */
  readonly zone?: string | undefined;
}

/** A move that has just entered the search for a mover. */
export function start({ move, searchingSince, category, moveDate = null, zone }: Beginning): Search {
  return {
    version: 1,
    move,
    stage: 'SEARCHING',
    round: 1,
    facts: copyOf({ searchingSince, category, moveDate, zone }),
    offeredAt: null,
    failed: [],
    reached: [],
    seen: [],
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
 * A pause and its end are taken in their order (`out-of-order`) while nobody has the job; paused twice, or resumed twice,
 * has no effect (`paused`, `not-paused`). What comes of it names no rule, for the manual has none. It ends with its round.
 *
 * Source: manual-assignment L1–22.
 */
export function record(search: Search, event: Event, context?: Partial<Pick<Context, 'policy'>>): LadderRecorded {
  if (event.move !== search.move) return { state: search, status: 'refused', code: 'other-move' };
  if (!Number.isFinite(event.at)) return { state: search, status: 'refused', code: 'undated' };
  if (search.seen.includes(event.id)) return { state: search, status: 'duplicate' };
  if (event.type === 'paused' || event.type === 'resumed') return withRest(search, event);
  const policy = context?.policy ?? defaultPolicy;
  const answered = withAnswer(search, event);
  const step = flow.step(search.stage, event.type, search, event, policy, answered ?? search.facts);
  const { rule } = step;
  if ('refuse' in step) return { state: search, status: 'refused', code: step.refuse, rule };
  if ('ignore' in step) return { state: search, status: 'no-effect', code: step.ignore, rule };
  const next = withEvent(search, event);
  if ('late' in step) return { state: next, status: 'late', rule };
  if ('to' in step) next.stage = step.to;
  const facts = answered ?? copyOf(search.facts);
  next.facts = facts;
  learn(next, facts, search, event);
  return { state: next, status: 'applied', rule };
}

/** A pause is no step of the machine: it leads to no other stage, and whatever happens in it is taken. */
function withRest(search: Search, event: PauseEvent): LadderRecorded {
  const { stage, facts } = search;
  if (stage === 'ASSIGNED') return { state: search, status: 'refused', code: 'already-assigned' };
  if (flow.final.includes(stage)) return { state: search, status: 'refused', code: 'closed' };
  const { at, type } = event;
  if (at < facts.searchingSince) return { state: withEvent(search, event), status: 'late' };
  const pauses = (type === 'paused' ? withPause : withResumption)(facts.pauses ?? [], at);
  if (pauses === 'out-of-order') return { state: search, status: 'refused', code: pauses };
  if (typeof pauses === 'string') return { state: search, status: 'no-effect', code: pauses };
  return { state: { ...withEvent(search, event), facts: { ...copyOf(facts), pauses } }, status: 'applied' };
}

/** The facts with a mover's answer in them; `null` for any other event. */
function withAnswer({ facts, failed }: Search, event: Event): Columns | null {
  const reply = replyOf(event);
  if (reply === null) return null;
  const { replies = [], confirmations = [], availability = [] } = facts;
  const isLast = reply.at >= (replies.at(-1)?.at ?? reply.at);
  const all = isLast ? [...replies, reply] : inOrder([...replies, reply]);
  const answered = copyOf(facts);
  answered.replies = all;
  answered.confirmations = isLast ? withReply(confirmations, reply, failed) : confirmationsOf(all, failed);
  answered.availability = withDate(availability, reply);
  if (isGivenUp(facts, reply)) answered.agreed = null;
  return answered;
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
