import { fixedClock, type Instant } from '../../kernel/clock.js';
import * as ladder from '../../ladder/index.js';
import type { History } from './histories.js';

/** What is held to the laws of `ladder`: an implementation of its functions. */
export type Subject = Pick<
  typeof ladder,
  | 'decide'
  | 'duties'
  | 'winner'
  | 'priceReport'
  | 'onRefusal'
  | 'fitOf'
  | 'enRouteMovers'
  | 'broadcast'
  | 'start'
  | 'record'
>;

/** As far ahead as is looked where an answer holds for good. */
export const FAR = 30 * 24 * 3_600_000;

export function decideAt(
  subject: Subject,
  facts: ladder.Facts,
  now: Instant,
  policy = ladder.defaultPolicy,
): ladder.LadderDecision {
  return subject.decide(facts, { clock: fixedClock(now), policy });
}

export function outcomeAt(
  subject: Subject,
  facts: ladder.Facts,
  now: Instant,
  policy = ladder.defaultPolicy,
): ladder.Outcome {
  return decideAt(subject, facts, now, policy).outcome;
}

/** The mover that answers make the winner, at an instant after them all unless told otherwise. */
export function winnerOf(subject: Subject, replies: readonly ladder.Reply[], now: Instant): string | null {
  const { outcome } = subject.winner(replies, { clock: fixedClock(now) });
  return outcome.action === 'choose' ? outcome.mp : null;
}

/** A step of a history: what was before, the event, and what became of it. */
export interface Play {
  readonly before: ladder.Search;
  readonly event: ladder.Event;
  readonly recorded: ladder.LadderRecorded;
}

/** Every step of a history. */
export function playsOf(
  { start, record }: Subject,
  { beginning, events }: Pick<History, 'beginning' | 'events'>,
): readonly Play[] {
  let before = start(beginning);
  return events.map((event) => {
    const recorded = record(before, event);
    const play = { before, event, recorded };
    before = recorded.state;
    return play;
  });
}

/** What events make of a search. */
export function run({ record }: Subject, events: readonly ladder.Event[], from: ladder.Search): ladder.Search {
  return events.reduce((search, event) => record(search, event).state, from);
}

/** The search that a history leads to. */
export function searchOf(subject: Subject, { beginning, events }: History): ladder.Search {
  return run(subject, events, subject.start(beginning));
}
