import type { Instant } from '../kernel/clock.js';
import type { Availability } from './model.js';
import type { Policy } from './policy.js';

/** Nothing is due before a threshold. */
export interface Wait {
  readonly action: 'wait';
  readonly for: 'resend' | 'lists';
  /**
   * The threshold. The re-send is due strictly after it, the lists at it: `validUntil` knows. `null`: the search is
   * paused, and nobody has said until when.
   */
  readonly until: Instant | null;
  /** The wait is counted in working time. Absent: time just passes. */
  readonly of?: 'working-time';
}
/** Press "Re enviar a MPs": each mover gets the automatic WhatsApp once more. */
export interface ResendToMps {
  readonly action: 'resend-to-mps';
}
/** Send the details of the service to lists of movers; whom, `broadcast` says. */
export interface SendLists {
  readonly action: 'send-broadcast-lists';
  readonly segmentBy: Policy['segmentBy'];
}
/** The lists are out; somebody must say when they gave nobody. */
export interface CollectReplies {
  readonly action: 'collect-replies';
}
/** Offer the service directly to movers who will be there anyway; to whom, `enRouteMovers` says. */
export interface SearchInter {
  readonly action: 'search-inter-mps';
}
/** The four steps of an assignment, each due once the one before is done. */
export interface AssignStep {
  readonly action: 'send-offer' | 'check-offer' | 'recheck-offer' | 'confirm-to-mp';
  readonly mp: string;
}
/** Hand over to `contact`. */
export interface ContactClient {
  readonly action: 'contact-client';
  /** Dates that movers said they could: the client may be offered one before impossibility is given. */
  readonly availability: readonly Availability[];
}
/** On the client's new dates nobody was found: `contact` brings the news, and offers the refund. */
export interface TellContact {
  readonly action: 'tell-contact';
  readonly news: 'mp-not-found';
}
/** Everything failed, but impossibility may not be given yet; a yes may still come. */
export interface Hold {
  readonly action: 'hold';
  readonly reason: 'outside-impossibility-window';
}
/** The answer depends on something that nobody has said. */
export interface NeedFact {
  readonly action: 'need-fact';
  readonly fact: 'impossibility-window';
}
/** The ladder has nothing to do. */
export interface Nothing {
  readonly action: 'none';
  readonly reason: 'cancelled' | 'refunded' | 'with-client';
}
/** A mover has the job. */
export interface Assigned {
  readonly action: 'none';
  readonly reason: 'assigned';
  readonly mp: string | null;
  /** What `contact` must be told, for the client was contacted, or gave new dates, and is waiting; `null`: nothing. */
  readonly news: 'mp-found' | null;
}
/** The manual is silent here: said, not guessed. */
export interface NotCovered {
  readonly action: 'not-covered';
  readonly gap: 'move-date-passed';
  /** The open question of the catalogue. */
  readonly question: string;
  readonly nearest: null;
}

/** The next step of a move that has no mover: one at a time. What is open beside it, `duties` lists. */
export type Outcome =
  | Wait
  | ResendToMps
  | SendLists
  | CollectReplies
  | SearchInter
  | AssignStep
  | ContactClient
  | TellContact
  | Hold
  | NeedFact
  | Nothing
  | Assigned
  | NotCovered;
