import type { CivilDate } from '../kernel/calendar.js';
import type { Instant } from '../kernel/clock.js';
import type { Fit } from './en-route.js';
import type { ImpossibilityWindow } from './model.js';
import type { RefusalReason } from './replies.js';

/** What every event has. */
interface Happened {
  /** The sender's own: the same id is the same event. */
  readonly id: string;
  /** When it happened, not when it arrived. */
  readonly at: Instant;
  /** The id of the move. An event of another move is refused. */
  readonly move: string;
}

/**
 * The search is put on hold, or resumed. No stage knows of it, only the waits: what is due stays due, and whatever
 * happens is taken.
 */
export type PauseEvent = Happened & ({ readonly type: 'paused' } | { readonly type: 'resumed' });

/** What happens to a move that has no mover yet. */
export type Event = PauseEvent | SearchEvent;

/** What may move the search from stage to stage. */
export type SearchEvent = Happened &
  (
    | {
        /**
         * `resend-done`: "Re enviar a MPs" was pressed. `lists-exhausted`, `inter-exhausted`: somebody declares that
         * it gave nobody. `price-reported`: team leader and head know. `client-mail-sent`, `client-called`: the client
         * was contacted. `refund-done`: `contact` has refunded. `cancel`: the client gave the move up.
         */
        readonly type:
          | 'resend-done'
          | 'lists-exhausted'
          | 'inter-exhausted'
          | 'price-reported'
          | 'client-mail-sent'
          | 'client-called'
          | 'refund-done'
          | 'cancel';
      }
    | {
        readonly type: 'lists-sent';
        /** Who got the message. Who had it already is not counted again. */
        readonly mps: readonly string[];
      }
    | {
        /**
         * `mp-confirmed`: a yes. `mp-withdrew`: a no after a yes. `offer-failed`: it could not be completed.
         * `mp-notified`: the mover was told. `auto-assigned`: by the platform. `mp-dropped`: the mover gave it back.
         */
        readonly type: 'mp-confirmed' | 'mp-withdrew' | 'offer-failed' | 'mp-notified' | 'auto-assigned' | 'mp-dropped';
        readonly mp: string;
      }
    | {
        /** A no. Sent again by the same mover, it adds what was asked: the reason, or a date. */
        readonly type: 'mp-refused';
        readonly mp: string;
        readonly reason?: RefusalReason | null;
        /** A date on which the mover could. */
        readonly availability?: CivilDate | null;
      }
    | {
        readonly type: 'inter-offered';
        readonly mp: string;
        /** Why the mover is a candidate, as `enRouteMovers` says. */
        readonly fit: Fit;
      }
    | {
        readonly type: 'offer-sent';
        readonly mp: string;
        /** Why another than the first was chosen; without it that is refused. */
        readonly override?: string;
      }
    | { readonly type: 'checked'; readonly winner: string | null; readonly chat: boolean }
    | { readonly type: 'window-known'; readonly window: boolean | ImpossibilityWindow }
    | {
        /** The client took the date of a mover, and it was changed in the system. From `contact`. */
        readonly type: 'date-agreed';
        readonly mp: string;
        readonly date: CivilDate;
      }
    | {
        /** The client gave new dates: a new round begins. From `contact`. */
        readonly type: 'dates-changed';
        readonly date: CivilDate;
      }
  );
