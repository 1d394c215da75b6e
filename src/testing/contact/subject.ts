import { fixedClock, type Instant } from '../../kernel/clock.js';
import * as contact from '../../contact/index.js';
import type { History } from './histories.js';

/** What is held to the laws of `contact`: an implementation of its functions. */
export type Subject = Pick<typeof contact, 'decide' | 'alternative' | 'helpMail' | 'start' | 'record'>;

export function decideAt(
  { decide }: Subject,
  facts: contact.Facts,
  now: Instant,
  policy = contact.defaultPolicy,
): contact.ContactDecision {
  return decide(facts, { clock: fixedClock(now), policy });
}

export function outcomeAt(
  subject: Subject,
  facts: contact.Facts,
  now: Instant,
  policy = contact.defaultPolicy,
): contact.Outcome {
  return decideAt(subject, facts, now, policy).outcome;
}

/** A step of a history: what was before, the event, and what became of it. */
export interface Play {
  readonly before: contact.Contact;
  readonly event: contact.Event;
  readonly recorded: contact.ContactRecorded;
}

/** Every step of a history. */
export function playsOf(
  { start, record }: Subject,
  { beginning, policy, events }: Omit<History, 'end'>,
): readonly Play[] {
  let before = start(beginning);
  return events.map((event) => {
    const recorded = record(before, event, { policy });
    const play = { before, event, recorded };
    before = recorded.state;
    return play;
  });
}

/** The steps of a history that were taken. */
export function takenOf(subject: Subject, history: History): readonly Play[] {
  return playsOf(subject, history).filter(({ recorded }) => recorded.status === 'applied');
}

/** What events make of a contact. */
export function run(
  { record }: Subject,
  events: readonly contact.Event[],
  from: contact.Contact,
  policy: contact.Policy,
): contact.Contact {
  return events.reduce((state, event) => record(state, event, { policy }).state, from);
}
