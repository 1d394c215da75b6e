import type * as contact from 'pauta/contact';
import type * as ladder from 'pauta/ladder';
import type { Act, Performed } from './outside-world.js';

/** What happened, in the words of either machine or of both. */
export interface Happened {
  readonly search?: readonly ladder.Event[];
  readonly talk?: readonly contact.Event[];
}

/** The movers of the host's own lists, and those who will be there anyway: in production, a query. */
const listed = ['mp-1', 'mp-2', 'mp-3', 'mp-4', 'mp-9'];
const underWay = ['mp-20', 'mp-21'];

/** Which act of the ladder an outcome stands for; `null`: none, it waits for somebody. */
export function searchAct(
  { move, round }: ladder.Search,
  outcome: ladder.Outcome,
  done: readonly string[],
): Act | null {
  const once = (step: string): Act => ({ key: `${move}/${step}/${round}`, move, outcome: { ...outcome } });
  switch (outcome.action) {
    case 'resend-to-mps':
      return once('resend');
    case 'send-broadcast-lists':
      return once('lists');
    case 'search-inter-mps':
      return once('inter');
    case 'send-offer':
      return numbered(move, `offer/${outcome.mp}/${round}`, outcome, done);
    case 'confirm-to-mp':
      return numbered(move, `notify/${outcome.mp}/${round}`, outcome, done);
    default:
      // `check-offer`, `recheck-offer`, `collect-replies`, `hold` …: the platform, a mover or an agent has the word.
      return null;
  }
}

/** What is open beside the next step: each question once in a round. */
export function dutyAct({ move, round }: ladder.Search, duty: ladder.Duty): Act {
  const about = duty.action === 'report-price' ? '' : `/${duty.mp}`;
  return { key: `${move}/${duty.action}${about}/${round}`, move, outcome: { ...duty } };
}

/** Which act of the contact an outcome stands for; `null`: none. */
export function talkAct({ move }: contact.Contact, outcome: contact.Outcome, done: readonly string[]): Act | null {
  switch (outcome.action) {
    case 'call-now':
    case 'send-help-mail':
    case 'send-call-record-mail':
    case 'write-chat-note':
    case 'change-date':
    case 'send-search-ack':
    case 'update-dates':
    case 'send-found-mail':
    case 'send-not-found-mail':
    case 'send-refund-template':
      return numbered(move, outcome.action, outcome, done);
    case 'apply-reverso':
      // The money goes back once in the life of a move, whatever else happens.
      return { key: `${move}/apply-reverso`, move, outcome: { ...outcome } };
    default:
      return null;
  }
}

/** The first, second … of its kind: counted by what was done, which the state knows. */
function numbered(move: string, step: string, outcome: object, done: readonly string[]): Act {
  const before = done.filter((key) => key.startsWith(`${move}/${step}/`)).length;
  return { key: `${move}/${step}/${before + 1}`, move, outcome: { ...outcome } as Act['outcome'] };
}

/** What is recorded of an act that was performed: its key is the id, so that twice is once. */
export function recordsOf({ key, move, outcome: done }: Act, performed: Performed, isContacted: boolean): Happened {
  const happened = { id: key, at: performed.at, move };
  const outcome = done as unknown as ladder.Outcome | ladder.Duty | contact.Outcome;
  // With the ladder the first contact counts; later ones it would only call duplicates.
  const contacted = (type: 'client-mail-sent' | 'client-called'): readonly ladder.Event[] =>
    isContacted ? [] : [{ ...happened, type }];
  switch (outcome.action) {
    case 'resend-to-mps':
      return { search: [{ ...happened, type: 'resend-done' }] };
    case 'send-broadcast-lists':
      return { search: [{ ...happened, type: 'lists-sent', mps: listed }] };
    case 'search-inter-mps':
      return {
        search: underWay.map((mp) => ({
          ...happened,
          id: `${key}/${mp}`,
          type: 'inter-offered',
          mp,
          fit: 'chain-out',
        })),
      };
    case 'send-offer':
      return { search: [{ ...happened, type: 'offer-sent', mp: outcome.mp }] };
    case 'confirm-to-mp':
      return { search: [{ ...happened, type: 'mp-notified', mp: outcome.mp }] };
    case 'report-price':
      return { search: [{ ...happened, type: 'price-reported' }] };
    case 'call-now': {
      const type = performed.answered === true ? 'call-answered' : 'call-unanswered';
      return { talk: [{ ...happened, type }], search: contacted('client-called') };
    }
    case 'send-help-mail': {
      const { date, mp } = outcome;
      const offered =
        date !== null && mp !== null ? { alternative: 1 as const, date, mp } : { alternative: 2 as const };
      return { talk: [{ ...happened, type: 'mail-sent', offered }], search: contacted('client-mail-sent') };
    }
    case 'send-call-record-mail':
      return { talk: [{ ...happened, type: 'record-mail-sent' }] };
    case 'write-chat-note':
      return { talk: [{ ...happened, type: 'chat-note-written' }] };
    case 'change-date': {
      const { mp, date } = outcome;
      const agreed = mp === null || date === null ? [] : [{ ...happened, type: 'date-agreed' as const, mp, date }];
      return { talk: [{ ...happened, type: 'date-changed' }], search: agreed };
    }
    case 'send-search-ack':
      return { talk: [{ ...happened, type: 'ack-sent' }] };
    case 'update-dates':
      return { talk: [{ ...happened, type: 'system-updated' }] };
    case 'send-found-mail':
      return { talk: [{ ...happened, type: 'found-mail-sent' }] };
    case 'send-not-found-mail':
      return { talk: [{ ...happened, type: 'not-found-mail-sent' }], search: contacted('client-mail-sent') };
    case 'send-refund-template':
      return { talk: [{ ...happened, type: 'refund-mail-sent' }] };
    case 'apply-reverso':
      return { talk: [{ ...happened, type: 'reverso-applied' }], search: [{ ...happened, type: 'refund-done' }] };
    default:
      // A question to a mover: what comes of it is the mover's answer.
      return {};
  }
}
