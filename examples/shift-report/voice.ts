import { contact, kernel, ladder } from 'pauta';
import type { MoveRecord } from './move-format.js';

/** What is due with a move, by the system that has the word. */
export type Voice =
  | { readonly system: 'ladder'; readonly decision: ladder.LadderDecision }
  | { readonly system: 'contact'; readonly decision: contact.ContactDecision };

/** What the two systems say of a move at one instant. */
export interface Voices {
  readonly first: Voice;
  /** What the contact has to do too, where the search has the word; `null`: nothing. */
  readonly beside: contact.ContactDecision | null;
  /** How the move ended; `null`: it has not. */
  readonly end: MoveEnd | null;
  /** Movers to be asked, and prices to be reported. */
  readonly duties: readonly ladder.Duty[];
  /** The first instant at which any of it may be another; `null`: never, by time alone. */
  readonly until: kernel.Instant | null;
}

/** How a move may end. */
export type MoveEnd = ladder.Assigned['reason'] | contact.Nothing['reason'];

export interface Policies {
  readonly ladder: ladder.Policy;
  readonly contact: contact.Policy;
}

export function voicesAt({ search, contact: stored }: MoveRecord, at: kernel.Instant, policies: Policies): Voices {
  const clock = kernel.fixedClock(at);
  const step = ladder.decide(search.facts, { clock, policy: policies.ladder });
  const { open: duties, validUntil } = ladder.duties(search.facts, { clock, policy: policies.ladder });
  const talk = stored === null ? null : contact.decide(stored.facts, { clock, policy: policies.contact });
  const boundaries = [step.validUntil, validUntil, talk?.validUntil ?? null].filter((instant) => instant !== null);
  const until = boundaries.length === 0 ? null : Math.min(...boundaries);
  if (talk !== null && isContactFirst(step.outcome, talk.outcome, search)) {
    const end = talk.outcome.action === 'none' ? talk.outcome.reason : null;
    return { first: { system: 'contact', decision: talk }, beside: null, end, duties, until };
  }
  const beside = talk !== null && isBeside(step.outcome, talk.outcome) ? talk : null;
  return { first: { system: 'ladder', decision: step }, beside, end: endOf(step.outcome, talk), duties, until };
}

/** A mover has the job, but the client who waits for that news may not know it yet: then it is not over. */
function endOf(step: ladder.Outcome, talk: contact.ContactDecision | null): MoveEnd | null {
  if (step.action !== 'none' || step.reason === 'with-client') return null;
  if (step.reason !== 'assigned' || step.news === null) return step.reason;
  return talk !== null && isLeftToSearch(talk.outcome) && talk.outcome.action !== 'await-search' ? 'assigned' : null;
}

/** Until the client is contacted the search has the word, then the contact; in a search on new dates they take turns. */
function isContactFirst(step: ladder.Outcome, talk: contact.Outcome, { facts }: ladder.Search): boolean {
  switch (step.action) {
    case 'contact-client':
      // A contact that is over was about an earlier search.
      return talk.action !== 'none';
    case 'none':
      if (step.reason === 'with-client') return true;
      // Of a search that is over, the client may have to be told, or a call to be put on record.
      return (
        talk.action === 'send-call-record-mail' || (step.reason === 'assigned' && talk.action === 'send-found-mail')
      );
    case 'send-offer':
    case 'check-offer':
    case 'recheck-offer':
    case 'confirm-to-mp':
      return false;
    default:
      return (facts.begins === 'resend' || facts.begins === 'lists') && !isLeftToSearch(talk);
  }
}

/** Whether the contact leaves the next step to the search. */
function isLeftToSearch({ action }: contact.Outcome): boolean {
  switch (action) {
    case 'none':
    case 'await-search':
    case 'restart-broadcast':
    case 'assign-available-mp':
    case 'assign-mp':
      return true;
    default:
      return false;
  }
}

/** A mover stands, and yet the client has something coming: a refund asked for, a message unread. */
function isBeside(step: ladder.Outcome, talk: contact.Outcome): boolean {
  switch (step.action) {
    case 'send-offer':
    case 'check-offer':
    case 'recheck-offer':
    case 'confirm-to-mp':
      return !isLeftToSearch(talk) && talk.action !== 'wait' && !talk.action.startsWith('await-');
    default:
      return talk.action === 'send-call-record-mail';
  }
}
