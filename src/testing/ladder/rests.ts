import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import type * as ladder from '../../ladder/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { move } from './facts.js';
import { history, type History } from './histories.js';
import { decideAt, outcomeAt, run, type Subject } from './subject.js';

const HOUR = 3_600_000;

/** A history in which no date and no period ends: nothing is counted but the two waits. */
const timeless: fc.Arbitrary<History> = history.map(({ beginning, events, end }) => ({
  beginning: { ...beginning, moveDate: null },
  events: events.filter(({ type }) => !['window-known', 'dates-changed', 'date-agreed'].includes(type)),
  end,
}));

/** A pause of that length, begun at an instant. */
function pause(at: Instant, length: number): readonly ladder.Event[] {
  return [
    { id: 'paused', move, at, type: 'paused' },
    { id: 'resumed', move, at: at + length, type: 'resumed' },
  ];
}

/** When the last of some events happened; without any, when the search began. */
function lastOf(events: readonly ladder.Event[], { searchingSince }: ladder.Beginning): Instant {
  return Math.max(searchingSince, ...events.map(({ at }) => at));
}

/** What is due at an instant, its own instants moved. */
function dueAt(subject: Subject, { facts }: ladder.Search, now: Instant, by = 0): object {
  const { outcome, rule, validUntil } = decideAt(subject, facts, now);
  const until = outcome.action === 'wait' && outcome.until !== null ? { until: outcome.until + by } : {};
  return { outcome: { ...outcome, ...until }, rule, validUntil: validUntil === null ? null : validUntil + by };
}

const moved = (subject: Subject): Law =>
  law(
    'a search that rests for a while goes on as the same search, so much later',
    fc.property(
      timeless,
      fc.nat({ max: 12 }),
      fc.nat({ max: 30 * HOUR }),
      fc.nat({ max: 3 * HOUR }),
      ({ beginning, events, end }, cut, length, after) => {
        const before = events.slice(0, cut);
        const at = lastOf(before, beginning);
        // What comes late may begin a round before the pause, which belongs to the round that it was told in.
        const later = events.slice(cut).filter((event) => event.at >= at);
        const put = later.map((event) => ({ ...event, at: event.at + length }));
        const begun = run(subject, before, subject.start(beginning));
        const went = run(subject, later, begun);
        const rested = run(subject, [...pause(at, length), ...put], begun);
        demandSame([rested.stage, rested.round], [went.stage, went.round], 'the stage and the round');
        const now = Math.max(at, end) + after;
        demandSame(dueAt(subject, rested, now + length), dueAt(subject, went, now, length), 'what is due');
      },
    ),
    500,
  );

const still = (subject: Subject): Law =>
  law(
    'as long as a search is paused no wait of it ends, and what was due stays due',
    fc.property(timeless, fc.nat({ max: 30 * HOUR }), ({ beginning, events, end }, after) => {
      const search = run(subject, events, subject.start(beginning));
      const due = outcomeAt(subject, search.facts, end);
      const rested = run(subject, pause(end, 0).slice(0, 1), search);
      const found = decideAt(subject, rested.facts, end + after);
      demandSame(found.outcome, due.action === 'wait' ? { ...due, until: null } : due, 'what is due');
      demand(found.outcome.action !== 'wait' || found.validUntil === null, 'a wait that is paused has an end');
    }),
    300,
  );

const told = (subject: Subject): Law =>
  law(
    'a pause begins and ends once, in its order, and only while nobody has the job',
    fc.property(history, fc.nat({ max: HOUR }), ({ beginning, events, end }, length) => {
      const search = run(subject, events, subject.start(beginning));
      const isOver = ['ASSIGNED', 'CANCELLED', 'REFUNDED'].includes(search.stage);
      const become = (state: ladder.Search, type: 'paused' | 'resumed', at: Instant): ladder.LadderRecorded =>
        subject.record(state, { id: `${state.seen.length}`.padStart(9, '-'), move, at, type });
      const said = ({ status, code }: ladder.LadderRecorded): readonly (string | undefined)[] => [status, code];
      const paused = become(search, 'paused', end);
      if (isOver) {
        const code = search.stage === 'ASSIGNED' ? 'already-assigned' : 'closed';
        demandSame(said(paused), ['refused', code], 'a pause of a search that is over');
        return;
      }
      demandSame(said(become(search, 'resumed', end)), ['no-effect', 'not-paused'], 'the end of no pause');
      demandSame(said(paused), ['applied', undefined], 'a pause');
      demandSame(said(become(paused.state, 'paused', end + length)), ['no-effect', 'paused'], 'a second pause');
      const resumed = become(paused.state, 'resumed', end + length);
      demandSame(said(resumed), ['applied', undefined], 'its end');
      demandSame(resumed.state.facts.pauses?.at(-1), { since: end, until: end + length }, 'what is kept of it');
      demandSame(said(become(resumed.state, 'resumed', end + length)), ['no-effect', 'not-paused'], 'a second end');
    }),
    300,
  );

/** What rests while the search is paused. */
export function rests(subject: Subject): readonly Law[] {
  return [moved, still, told].map((lawOf) => lawOf(subject));
}
