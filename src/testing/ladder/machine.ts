import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import type * as ladder from '../../ladder/index.js';
import { demand, demandSame, isSame, law, type Law } from '../law.js';
import { move } from './facts.js';
import { history } from './histories.js';
import { decideAt, outcomeAt, playsOf, run, searchOf, type Play, type Subject } from './subject.js';

const HOUR = 3_600_000;

const deliveredTwice = (subject: Subject): Law =>
  law(
    'an event delivered twice, at once or at the end, is delivered once',
    fc.property(history, ({ beginning, events, end }) => {
      const once = searchOf(subject, { beginning, events, end });
      const twice = events.reduce((search, event) => run(subject, [event, event], search), subject.start(beginning));
      demandSame(twice, once, 'each event delivered twice at once');
      const kept = events.filter(({ id }) => once.seen.includes(id));
      demand(run(subject, kept, once) === once, 'events that were kept, delivered again, make another state');
    }),
  );

function demandKept({ before, recorded }: Play): void {
  const { state, status, code = '' } = recorded;
  const isKept = status === 'applied' || status === 'late';
  demandSame(state === before, !isKept, `${status}: whether the state is the very same`);
  if (status === 'late') demandSame({ ...state, seen: [] }, { ...before, seen: [] }, 'what came late');
  if (status === 'refused' || status === 'no-effect') demand(/^[a-z-]+$/.test(code), `${status} without a code`);
}

const refusals = (subject: Subject): Law =>
  law(
    'leaves the state as it was whenever it refuses or ignores, and says why',
    fc.property(history, (drawn) => {
      playsOf(subject, drawn).forEach(demandKept);
    }),
  );

const storage = (subject: Subject): Law =>
  law(
    'goes on from JSON as if it had not been stored',
    fc.property(history, fc.nat({ max: 24 }), ({ beginning, events }, cut) => {
      const begun = subject.start(beginning);
      const stored = JSON.parse(JSON.stringify(run(subject, events.slice(0, cut), begun))) as ladder.Search;
      demandSame(run(subject, events.slice(cut), stored), run(subject, events, begun), `stored after ${cut} events`);
    }),
  );

/** What a host does about a step that is due. */
function doneAt({ outcome }: ladder.LadderDecision, at: Instant): readonly ladder.Event[] {
  const base = { id: 'done', at, move } as const;
  switch (outcome.action) {
    case 'resend-to-mps':
      return [{ ...base, type: 'resend-done' }];
    case 'send-broadcast-lists':
      return [{ ...base, type: 'lists-sent', mps: ['a'] }];
    case 'collect-replies':
      return [{ ...base, type: 'lists-exhausted' }];
    case 'search-inter-mps':
      return [
        { ...base, type: 'inter-offered', mp: 'a', fit: 'chain-out' },
        { ...base, id: 'done too', type: 'inter-exhausted' },
      ];
    case 'send-offer':
      return [{ ...base, type: 'offer-sent', mp: outcome.mp }];
    case 'check-offer':
    case 'recheck-offer':
      return [{ ...base, type: 'checked', winner: outcome.mp, chat: true }];
    case 'confirm-to-mp':
      return [{ ...base, type: 'mp-notified', mp: outcome.mp }];
    case 'contact-client':
    case 'tell-contact':
      return [{ ...base, type: 'client-mail-sent' }];
    case 'hold':
    case 'need-fact':
      return [{ ...base, type: 'window-known', window: true }];
    default:
      return [];
  }
}

/** The instant itself, or where there is nothing to do but wait, when that is over. */
function dueAt({ outcome, validUntil }: ladder.LadderDecision, now: Instant): Instant {
  if (outcome.action !== 'wait') return now;
  demand(validUntil !== null, 'a wait without an end');
  return validUntil;
}

const agreement = (subject: Subject): Law =>
  law(
    'takes whatever the decision says is due, as soon as it is',
    fc.property(history, fc.nat({ max: 3 * HOUR }), (drawn, after) => {
      const search = searchOf(subject, drawn);
      const now = drawn.end + after;
      const at = dueAt(decideAt(subject, search.facts, now), now);
      const due = decideAt(subject, search.facts, at);
      demand(due.outcome.action !== 'wait', 'a wait that is over is followed by another');
      let last = search;
      for (const event of doneAt(due, at)) {
        const { state, status } = subject.record(last, event);
        demandSame(status, 'applied', `${event.type}, though ${due.outcome.action} is due`);
        last = state;
      }
      const isDone = last === search || !isSame(outcomeAt(subject, last.facts, at), due.outcome);
      demand(isDone, `${due.outcome.action} was done, and is due still`);
    }),
    3_000,
  );

/** Where a search is over, or others have it in hand. */
const ends: readonly ladder.Stage[] = ['ASSIGNED', 'CONTACT', 'CANCELLED', 'REFUNDED'];

const liveness = (subject: Subject): Law =>
  law(
    'comes to an end, or to the client, when what is due is done and nobody answers',
    fc.property(history, (drawn) => {
      let search = searchOf(subject, drawn);
      let now = drawn.end;
      for (let step = 0; step < 12; step++) {
        const decision = decideAt(subject, search.facts, now);
        now = dueAt(decision, now);
        const done = doneAt(decision, now).map((event) => ({ ...event, id: `${step} ${event.id}` }));
        search = run(subject, done, search);
      }
      // Unless the date of the move passes in the meantime, which the manual does not cover.
      if (outcomeAt(subject, search.facts, now).action === 'not-covered') return;
      demand(ends.includes(search.stage), `it is still at the stage ${search.stage}`);
    }),
  );

function hasDate({ availability = [] }: ladder.Facts, date: ladder.Availability): boolean {
  return availability.some((one) => isSame(one, date));
}

function demandAnew({ before, event, recorded }: Play): void {
  const { round, facts, reached, failed, offeredAt } = recorded.state;
  const { confirmations = [], replies = [], offer, assignedTo, listsSentAt, priceReportedAt } = facts;
  demandSame(round, before.round + 1, 'the round');
  demandSame(facts.searchingSince, event.at, 'when it begins');
  demandSame([confirmations, replies, reached, failed], [[], [], [], []], 'who was asked or answered');
  const steps = [offer, assignedTo, listsSentAt, priceReportedAt, offeredAt];
  demand(
    steps.every((step) => step == null),
    'a step of the round that is over was kept',
  );
  for (const known of before.facts.availability ?? []) demand(hasDate(facts, known), `${known.date} is lost`);
}

const newRound = (subject: Subject): Law =>
  law(
    'keeps nothing of a round that is over but the dates that movers gave',
    fc.property(history, (drawn) => {
      for (const play of playsOf(subject, drawn)) {
        if (play.recorded.state.round !== play.before.round) demandAnew(play);
      }
    }),
  );

const dates = (subject: Subject): Law =>
  law(
    'keeps every date that a mover gave, that of the mover who drops out too',
    fc.property(history, (drawn) => {
      for (const { event, recorded } of playsOf(subject, drawn)) {
        if (event.type !== 'mp-refused' || event.availability == null || recorded.status !== 'applied') continue;
        const given = { mp: event.mp, date: event.availability };
        demand(hasDate(recorded.state.facts, given), `${given.date} of ${given.mp} is lost`);
      }
    }),
  );

const closed = (subject: Subject): Law =>
  law(
    'once closed stays closed',
    fc.property(history, (drawn) => {
      for (const { before, recorded } of playsOf(subject, drawn)) {
        if (before.stage === 'CANCELLED' || before.stage === 'REFUNDED')
          demandSame(recorded.state.stage, before.stage, 'the stage');
      }
    }),
  );

/** How events are kept. */
export function machine(subject: Subject): readonly Law[] {
  return [deliveredTwice, refusals, storage, agreement, liveness, newRound, dates, closed].map((lawOf) =>
    lawOf(subject),
  );
}
