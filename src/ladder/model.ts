import type { CivilDate } from '../kernel/calendar.js';
import type { Clock, Instant } from '../kernel/clock.js';
import type { Decision, Recorded } from '../kernel/decision.js';
import type { Pause, PauseCode } from '../kernel/pause.js';
import type { Outcome } from './outcome.js';
import type { Policy } from './policy.js';
import type { Reply } from './replies.js';
import type { RuleId } from './rules.js';

/** When impossibility may be given; `null`: no limit on that side. `until` is not included. */
export interface ImpossibilityWindow {
  readonly from: Instant | null;
  readonly until?: Instant | null;
}

/** A mover who said yes, and from when until when that yes stood. */
export interface Confirmation {
  readonly mp: string;
  readonly since: Instant;
  /** When the mover took it back; `null`: it stands. */
  readonly until: Instant | null;
}

/** "Enviar oferta" was pressed for a mover. */
export interface Offer {
  readonly mp: string;
  readonly at: Instant;
  /** What the detail of the move showed when it was looked at last; `null`: nobody has looked. */
  readonly check: OfferCheck | null;
}

/** What the detail of a move shows after the offer. */
export interface OfferCheck {
  readonly at: Instant;
  /** The mover shown as winner; `null`: nobody is. */
  readonly winner: string | null;
  /** Whether the chat with that mover is enabled. */
  readonly chat: boolean;
}

/** A date on which a mover could do the move. */
export interface Availability {
  readonly mp: string;
  readonly date: CivilDate;
}

/**
 * What is known of a move that has no mover yet. Columns that are instants count from their instant on.
 * Left out, or `null`: it has not happened. All but the first two belong to the present round of the search.
 */
export interface Facts {
  /** The last entry into the search for a mover ("Buscando Empresa"). */
  readonly searchingSince: Instant;
  /** Only `inter` has the third step: its category in the system, not the regions that it joins (LA-21). */
  readonly category: 'inter' | 'local';
  /** What the round begins with: more than two hours of search, or, on dates that the client gave anew, a broadcast at once. */
  readonly begins?: 'search' | 'resend' | 'lists';
  /** When the re-send was really pressed. */
  readonly resentAt?: Instant | null;
  /** When the first WhatsApp lists went out. */
  readonly listsSentAt?: Instant | null;
  /** When somebody declared that the lists gave nobody: the manual has no limit for that (LA-12). */
  readonly listsExhaustedAt?: Instant | null;
  /** When somebody declared that no mover under way will do it. */
  readonly interExhaustedAt?: Instant | null;
  /** Whether impossibility may be given, or from when until when; `null`: nobody has said (LA-25). */
  readonly impossibilityWindow?: boolean | ImpossibilityWindow | null;
  /** Who said yes, the earliest first. */
  readonly confirmations?: readonly Confirmation[];
  /** The offer that is out. */
  readonly offer?: Offer | null;
  /** The mover for whose date the client has settled: no new race (contact/alt1-accept-assign). */
  readonly agreed?: (Availability & { readonly at: Instant }) | null;
  /** Whether the client was contacted in an earlier round: what they decide may come at any stage. */
  readonly contactedBefore?: boolean;
  /** When the client was written to or called: from then on `contact` has the word. */
  readonly clientContactedAt?: Instant | null;
  readonly assignedTo?: string | null;
  readonly assignedAt?: Instant | null;
  readonly cancelledAt?: Instant | null;
  readonly refundedAt?: Instant | null;
  /** All answers of the round, by instant. Only `duties` looks at them. */
  readonly replies?: readonly Reply[];
  /** When the refusals for the price were reported. Only `duties` looks at it. */
  readonly priceReportedAt?: Instant | null;
  /** Dates that movers said they could: what the client may be offered. */
  readonly availability?: readonly Availability[];
  /**
   * When the search rested, as while the client is asked for something without which nobody can search: the two waits
   * move by that time. The earliest first. Of our own: the manual knows no pause.
   */
  readonly pauses?: readonly Pause[];
  /** The date of the move; a move whose date has passed is not covered (LA-28). */
  readonly moveDate?: CivilDate | null;
  /** The IANA zone of the service's origin; absent: the policy's. */
  readonly zone?: string;
}

/** What `classify` makes of the facts. */
export interface Seen {
  readonly end: 'open' | 'assigned' | 'cancelled' | 'refunded' | 'date-passed';
  readonly phase: 'searching' | 'resend-due' | 'resent' | 'lists-due' | 'lists-out' | 'lists-failed' | 'with-client';
  /** Whether a mover stands: confirmed, agreed with the client, or offered the job. */
  readonly mover: 'none' | 'standing';
  readonly inter: 'not-inter' | 'to-search' | 'searched';
  /** `waived`: on the client's new dates nobody asks for it. */
  readonly window: 'inside' | 'outside' | 'unknown' | 'waived';
  /** Where a mover stands: how far the offer is. */
  readonly offer?: 'none' | 'unchecked' | 'not-ready' | 'ready';
  /** Where a mover stands: by which search, or because the client took the mover's date. */
  readonly search?: 'broadcast' | 'inter' | 'agreed';
}

/** What `decide` answers. `validUntil`: a wait is over, or a fact dated ahead counts; `null`: neither will. */
export type LadderDecision = Decision<Outcome, RuleId, Seen>;
/** The world that a question is asked in. */
export interface Context {
  /** Where the present comes from: `Date` in production. */
  readonly clock: Clock;
  /** Absent: the manual's own values. */
  readonly policy?: Policy;
}

/** The stages of a search. */
export type Stage =
  | 'SEARCHING'
  | 'RESENT'
  | 'LISTS'
  | 'INTER'
  | 'OFFERED'
  | 'VERIFIED'
  | 'ASSIGNED'
  | 'EXHAUSTED'
  | 'CONTACT'
  | 'CANCELLED'
  | 'REFUNDED';

/** The stored state of a search. Plain JSON; `facts` is what `decide` takes. */
export interface Search {
  readonly version: 1;
  readonly move: string;
  readonly stage: Stage;
  /** 1, and one more for each search that begins anew. */
  readonly round: number;
  readonly facts: Facts;
  /** The stage that the offer was made at, to which it falls back. */
  readonly offeredAt: Stage | null;
  /** Movers whose offer could not be completed in this round. */
  readonly failed: readonly string[];
  /** Who got the lists of this round, or a direct offer. */
  readonly reached: readonly string[];
  /** The ids of the events kept. */
  readonly seen: readonly string[];
}

/** Why an event of a search is refused, or has no effect. */
export type Code =
  | PauseCode
  | 'already-assigned'
  | 'candidates-left'
  | 'client-contacted'
  | 'closed'
  | 'duplicate'
  | 'need-fact'
  | 'not-assigned'
  | 'not-confirmed'
  | 'not-first'
  | 'not-inter'
  | 'not-offered'
  | 'not-verified'
  | 'not-with-client'
  | 'offer-pending'
  | 'other-move'
  | 'outside-window'
  | 'step-skipped'
  | 'too-early'
  | 'undated';
/** What became of an event, and the search to keep: the very object given, where nothing was to be kept. */
export type LadderRecorded = Recorded<Search, RuleId, Code>;
