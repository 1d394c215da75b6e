import type { Instant } from '../kernel/clock.js';
import type { Decision, Recorded } from '../kernel/decision.js';
import type { AccountKind } from './identifier.js';
import type { Policy } from './policy.js';
import type { Portfolio } from './portfolio.js';
import type { RuleId } from './rules.js';

/** The three people that a client may have, in the order in which they are asked. */
export type Role = 'main' | 'backup' | 'supervisor';

/** Whom a client belongs to, in one account. */
export interface Assignment {
  /** The client, normalised: digits of a phone number, or an address. */
  readonly client: string;
  /** The id of the main agent. */
  readonly main: string;
  /** `null`: none. */
  readonly backup: string | null;
  /** `null`: none. */
  readonly supervisor: string | null;
  /** When the upload was made that says so. */
  readonly uploadedAt: Instant;
}

/** What an agent may do in an account: nothing, attend, or attend and be given clients ("Habilitado+Autoasignación"). */
export type Mode = 'off' | 'enabled' | 'auto-assign';

/** What is known of a user. */
export interface Agent {
  /** The user switch, as the screen shows it. */
  readonly enabled: boolean;
  /** By account; an account not named is `off`. */
  readonly modes: Readonly<Record<string, Mode>>;
  /** Whether the configuration shown is the one saved: what is not saved does not count. */
  readonly saved: boolean;
  readonly connected: boolean;
  /** Not busy, not on a break. */
  readonly available: boolean;
}

/** All users by their id. Who is not in it cannot be given a client. */
export type Team = Readonly<Record<string, Agent>>;

/** A client writes. */
export interface Contact {
  /** The account that they wrote to. */
  readonly account: string;
  /** Their phone number or address, as it came; `null`: not known. */
  readonly from: string | null;
  /** The agent of the conversation that is still open with them; absent or `null`: a new one begins (RT-21). */
  readonly openWith?: string | null;
}

/** Why somebody cannot take a client. `unknown`: no such user in the team. */
export type Why = 'unknown' | 'disabled' | 'not-auto-assigning' | 'unsaved' | 'disconnected' | 'busy';

/** Somebody who would have come first. */
export interface PassedOver {
  readonly as: Role;
  readonly agent: string;
  /** All that stands against it, not the first. */
  readonly because: readonly Why[];
}

/** The conversation goes to somebody. */
export interface Assign {
  readonly action: 'assign';
  readonly as: Role;
  readonly agent: string;
  /** The client as the portfolio knows them. */
  readonly client: string;
  /** The portfolio has this number in another spelling of the same person's (`samePerson: 'recognised'`). */
  readonly otherSpelling: boolean;
  /** In the order in which they were asked. */
  readonly passedOver: readonly PassedOver[];
  /** `disconnected`: a supervisor takes the client all the same, and should know (RT-3). */
  readonly warning: 'disconnected' | null;
}

/** An open conversation stays where it is (RT-20). */
export interface Keep {
  readonly action: 'keep';
  readonly agent: string;
}

/** Direct assignment says nothing about this client (RT-7). */
export interface NotInPortfolio {
  readonly action: 'not-in-portfolio';
  /** The client normalised; `null`: what they wrote from is not known, or no identifier of that account. */
  readonly client: string | null;
  readonly reason: 'unknown-account' | 'unknown-client' | 'not-an-identifier' | 'no-identifier';
}

/** The manual is silent here: said, not guessed. */
export interface NotCovered {
  readonly action: 'not-covered';
  readonly gap: 'nobody-can-take-it';
  /** The open question of the catalogue. */
  readonly question: string;
  /** What comes nearest: to let the client wait in a queue. */
  readonly nearest: 'queue';
  readonly client: string;
  readonly passedOver: readonly PassedOver[];
}

/** To whom a contact goes: assigned, kept where it is, not in the portfolio, or nobody who can take it. */
export type Outcome = Assign | Keep | NotInPortfolio | NotCovered;

/** What `classify` makes of a contact, its row and the team. */
export interface Seen {
  readonly conversation: 'new' | 'open';
  readonly client: 'found' | 'not-found';
  readonly main: 'usable' | 'not-usable';
  readonly backup: 'none' | 'not-usable' | 'usable';
  readonly supervisor: 'none' | 'not-usable' | 'usable';
}

/** What `decide` answers. Time changes nothing here: `validUntil` is `null`. */
export type RoutingDecision = Decision<Outcome, RuleId, Seen>;

/** The world that a contact is asked about in. No clock: time changes nothing here. */
export interface Context {
  readonly portfolio: Portfolio;
  readonly team: Team;
  /** Absent: the manual's own values. */
  readonly policy?: Policy;
}

/** Who does something. Only an administrator configures. */
export type Actor = 'administrator' | 'agent';

interface Occurrence {
  readonly id: string;
  readonly at: Instant;
  /** Absent: an administrator. */
  readonly by?: Actor;
}

/** What happens while a file is loaded. */
export type Event = Occurrence &
  (
    | { readonly type: 'select-account'; readonly account: string; readonly kind: AccountKind }
    | { readonly type: 'choose-file'; readonly fileName: string }
    /** `complete`: every option with an asterisk has its column. */
    | { readonly type: 'map-columns'; readonly complete: boolean }
    | { readonly type: 'validate'; readonly badRows: number; readonly conflicts: number }
    | { readonly type: 'upload' | 'view' | 'cancel' }
  );

/** How far an upload has come. */
export type Stage =
  'IDLE' | 'ACCOUNT_SELECTED' | 'FILE_CHOSEN' | 'MAPPED' | 'VALIDATED' | 'REJECTED' | 'LOADED' | 'VERIFIED';

/** The stored state of an upload. Plain JSON. */
export interface Upload {
  readonly version: 1;
  readonly stage: Stage;
  /** The account chosen; `null`: none yet. */
  readonly account: string | null;
  readonly kind: AccountKind | null;
  readonly fileName: string | null;
  /** The ids of the events known. */
  readonly seen: readonly string[];
}

/** Why an event of an upload is refused, or has no effect. */
export type Code =
  | 'already-loaded'
  | 'column-mapping'
  | 'duplicate'
  | 'no-account'
  | 'no-file'
  | 'not-admin'
  | 'not-csv'
  | 'not-loaded'
  | 'not-mapped'
  | 'not-mended'
  | 'not-validated'
  | 'undated';

/** What became of an event, and the upload to keep: the very object given, where nothing was to be kept. */
export type UploadRecorded = Recorded<Upload, RuleId, Code>;
