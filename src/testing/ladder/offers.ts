import fc from 'fast-check';
import type * as ladder from '../../ladder/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { mp, policy as anyPolicy } from './facts.js';
import { history } from './histories.js';
import { interDate, interMove, job, mover, service } from './movers.js';
import { playsOf, type Subject } from './subject.js';

const becomes = { 'chain-out': 'chain-back', 'chain-back': 'chain-out', 'shared-end': 'shared-end' } as const;
const ranks: readonly ladder.Fit[] = ['chain-out', 'chain-back', 'shared-end'];

function turned<Move extends { origin: string; destination: string }>(move: Move): Move {
  return { ...move, origin: move.destination, destination: move.origin };
}

const symmetry = (subject: Subject): Law =>
  law(
    'swapping the ends of both moves keeps a candidate: what went out comes back',
    fc.property(interMove, job, anyPolicy, (move, other, policy) => {
      const { outcome } = subject.fitOf(move, other, { policy });
      const swapped = subject.fitOf(turned(move), turned(other), { policy }).outcome;
      demandSame(swapped.action, outcome.action, 'whether it fits');
      // A job that runs the opposite way, or a move within one region, chains at both ends: out comes first.
      const isBoth = other.origin === move.destination && other.destination === move.origin;
      if (outcome.action === 'offer-directly' && !isBoth)
        demandSame(swapped, { ...outcome, fit: becomes[outcome.fit] }, 'how it fits');
    }),
  );

const widerDates = (subject: Subject): Law =>
  law(
    'a wider range of dates never loses a candidate',
    fc.property(interMove, fc.array(job, { maxLength: 6 }), interDate, interDate, (move, jobs, from, to) => {
      const wider = {
        ...move,
        dateFrom: from < move.dateFrom ? from : move.dateFrom,
        dateTo: to > move.dateTo ? to : move.dateTo,
      };
      const found = subject.enRouteMovers(wider, jobs).map((candidate) => candidate.mp);
      for (const candidate of subject.enRouteMovers(move, jobs))
        demand(found.includes(candidate.mp), `${candidate.mp} is lost`);
    }),
  );

/** The ranks of the fits of a mover's jobs. */
function ranksOf(
  subject: Subject,
  move: ladder.InterMove,
  jobs: readonly ladder.ScheduledJob[],
  policy: ladder.Policy,
) {
  return (of: string): readonly number[] =>
    jobs.flatMap((one) => {
      const { outcome } = subject.fitOf(move, one, { policy });
      return one.mp === of && outcome.action === 'offer-directly' ? [ranks.indexOf(outcome.fit)] : [];
    });
}

const candidates = (subject: Subject): Law =>
  law(
    'movers under way are named once each, by their best job, chains first and then by date',
    fc.property(interMove, fc.array(job, { maxLength: 8 }), anyPolicy, (move, jobs, policy) => {
      const found = subject.enRouteMovers(move, jobs, { policy });
      const ranksOfMover = ranksOf(subject, move, jobs, policy);
      const fitting = [...new Set(jobs.map((one) => one.mp))].filter((one) => ranksOfMover(one).length > 0);
      demandSame(found.map((candidate) => candidate.mp).toSorted(), fitting.toSorted(), 'who is named');
      const keys = found.map(({ fit, job: { date } }) => `${ranks.indexOf(fit)} ${date}`);
      demandSame(keys, keys.toSorted(), 'in which order');
      for (const candidate of found)
        demandSame(ranks.indexOf(candidate.fit), Math.min(...ranksOfMover(candidate.mp)), `why ${candidate.mp}`);
    }),
  );

function fits(policy: ladder.Policy, { volume, regions }: ladder.Service, one: ladder.Mover): boolean {
  const [bySize, byRegion] = [one.volumes.includes(volume), regions.includes(one.region)];
  return { either: bySize || byRegion, volume: bySize, region: byRegion }[policy.segmentBy];
}

const broadcast = (subject: Subject): Law =>
  law(
    'a broadcast reaches each mover that fits once, and nobody who was reached before',
    fc.property(service, fc.array(mover), fc.uniqueArray(mp), anyPolicy, (wanted, movers, reached, policy) => {
      const { mps } = subject.broadcast(wanted, movers, { policy, reached }).outcome;
      const fitting = movers.filter((one) => fits(policy, wanted, one) && !reached.includes(one.mp));
      demandSame(mps, [...new Set(fitting.map((one) => one.mp))]);
    }),
  );

const counted = (subject: Subject): Law =>
  law(
    'what was sent in a round counts each mover once',
    fc.property(history, (drawn) => {
      for (const { recorded } of playsOf(subject, drawn)) {
        const { reached } = recorded.state;
        demandSame([...new Set(reached)], reached, 'who was reached');
      }
    }),
  );

/** To whom the service is offered: movers under way, and the lists. */
export function offers(subject: Subject): readonly Law[] {
  return [symmetry, widerDates, candidates, broadcast, counted].map((lawOf) => lawOf(subject));
}
