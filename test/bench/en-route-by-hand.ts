import {
  defaultPolicy,
  type Candidate,
  type Fit,
  type InterMove,
  type Policy,
  type ScheduledJob,
} from '../../src/ladder/index.js';

const seen = { date: 'in-range', country: 'same', status: 'awaiting-move', category: 'inter' } as const;
const situations = {
  'chain-out': { ...seen, ends: 'chain-out' },
  'chain-back': { ...seen, ends: 'chain-back' },
  'shared-end': { ...seen, ends: 'shared-end' },
} as const;
const order: readonly Fit[] = ['chain-out', 'chain-back', 'shared-end'];

/** The four filters, the cheapest first, then the ends; sorted by fit and date, each mover once. */
export function enRouteByHand(
  move: InterMove,
  jobs: Iterable<ScheduledJob>,
  { matchMode }: Policy = defaultPolicy,
): readonly Candidate[] {
  const { origin, destination, country, dateFrom, dateTo } = move;
  const found: Candidate[] = [];
  for (const job of jobs) {
    if (job.category !== 'inter' || job.status !== 'awaiting-move' || job.country !== country) continue;
    if (job.date < dateFrom || job.date > dateTo) continue;
    let fit: Fit;
    if (job.origin === destination) fit = 'chain-out';
    else if (job.destination === origin) fit = 'chain-back';
    else if (matchMode === 'either-end' && (job.origin === origin || job.destination === destination)) {
      fit = 'shared-end';
    } else continue;
    found.push({ mp: job.mp, fit, job, rule: 'ladder/inter-match', situation: situations[fit] });
  }
  found.sort(
    (a, b) =>
      order.indexOf(a.fit) - order.indexOf(b.fit) || (a.job.date < b.job.date ? -1 : a.job.date > b.job.date ? 1 : 0),
  );
  const movers = new Set<string>();
  return found.filter(({ mp }) => {
    if (movers.has(mp)) return false;
    movers.add(mp);
    return true;
  });
}
