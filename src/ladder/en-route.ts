import type { CivilDate } from '../kernel/calendar.js';
import type { Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';

/** A service between regions that needs a mover. Regions and countries compare by their exact text. */
export interface InterMove {
  readonly origin: string;
  readonly destination: string;
  readonly country: string;
  /** The first and the last date on which the client can move, both included (LA-23). */
  readonly dateFrom: CivilDate;
  readonly dateTo: CivilDate;
}

/** A job that a mover has already. */
export interface ScheduledJob {
  readonly mp: string;
  readonly origin: string;
  readonly destination: string;
  readonly country: string;
  readonly date: CivilDate;
  /** `awaiting-move`: "esperando mudanza", the only one that counts. */
  readonly status: string;
  /** `inter`: the only one that counts. */
  readonly category: string;
}

/** How a job fits: the mover goes out by this service, comes back by it, or will be at one of its ends. */
export type Fit = 'chain-out' | 'chain-back' | 'shared-end';

const space = {
  date: ['in-range', 'outside'],
  country: ['same', 'other'],
  status: ['awaiting-move', 'other'],
  category: ['inter', 'other'],
  ends: ['chain-out', 'chain-back', 'shared-end', 'none'],
} as const;

const filters = {
  date: 'in-range',
  country: 'same',
  status: 'awaiting-move',
  category: 'inter',
} as const;

const allFilters: readonly RuleId[] = ['ladder/inter-date-range', 'ladder/inter-filters'];

const rows: readonly Row<typeof space, RuleId, Fit | 'no'>[] = [
  // L20: the manual's example; the service takes the mover to where the other job begins.
  {
    rule: 'ladder/inter-match',
    when: { ...filters, ends: 'chain-out' },
    then: 'chain-out',
    applies: ['ladder/inter-outbound-leg', ...allFilters, 'ladder/inter-which-mps', 'ladder/inter-direct-offer'],
  },
  // L19: the other job ends where the service begins.
  {
    rule: 'ladder/inter-match',
    when: { ...filters, ends: 'chain-back' },
    then: 'chain-back',
    applies: [...allFilters, 'ladder/inter-which-mps', 'ladder/inter-direct-offer'],
  },
  // L17: "irán o estarán en esas zonas" (LA-22).
  {
    rule: 'ladder/inter-match',
    when: { ...filters, ends: 'shared-end' },
    then: 'shared-end',
    applies: [...allFilters, 'ladder/inter-which-mps', 'ladder/inter-direct-offer'],
  },
  { rule: 'ladder/inter-match', when: { ...filters, ends: 'none' }, then: 'no', applies: allFilters },
  // L18: the four filters.
  { rule: 'ladder/inter-date-range', when: { date: 'outside' }, then: 'no', applies: ['ladder/inter-filters'] },
  { rule: 'ladder/inter-filters', when: { date: 'in-range', country: 'other' }, then: 'no' },
  { rule: 'ladder/inter-filters', when: { date: 'in-range', country: 'same', status: 'other' }, then: 'no' },
  {
    rule: 'ladder/inter-filters',
    when: { date: 'in-range', country: 'same', status: 'awaiting-move', category: 'other' },
    then: 'no',
  },
];

/** Whether a mover who has a job already is a candidate: 64 situations. */
export const fitTable = /* @__PURE__ */ decisionTable({ name: 'ladder/fit', hit: 'unique', facts: space, rows });

/** What `fitOf` and `enRouteMovers` see of a job. */
export interface FitSeen {
  readonly date: 'in-range' | 'outside';
  readonly country: 'same' | 'other';
  readonly status: 'awaiting-move' | 'other';
  readonly category: 'inter' | 'other';
  readonly ends: Fit | 'none';
}

/** Whether the move is offered to the mover directly, and how the job fits it. */
export type FitOutcome =
  { readonly action: 'offer-directly'; readonly fit: Fit } | { readonly action: 'none'; readonly reason: 'no-fit' };

/** What `fitOf` answers. Time changes nothing here: `validUntil` is `null`. */
export type FitDecision = Decision<FitOutcome, RuleId, FitSeen>;

const fits = /* @__PURE__ */ fitTable.situations.map((situation, address): FitDecision => {
  const { rule, then } = fitTable.row(address);
  const outcome: FitOutcome =
    then === 'no' ? { action: 'none', reason: 'no-fit' } : { action: 'offer-directly', fit: then };
  return Object.freeze({ outcome: Object.freeze(outcome), rule, situation, validUntil: null });
});

const { date, country, status, category, ends } = /* @__PURE__ */ fitTable.at;

function classify(move: InterMove, job: ScheduledJob, policy: Policy): number {
  return (
    // Civil dates sort as texts do.
    (job.date >= move.dateFrom && job.date <= move.dateTo ? date['in-range'] : date.outside) +
    (job.country === move.country ? country.same : country.other) +
    (job.status === 'awaiting-move' ? status['awaiting-move'] : status.other) +
    (job.category === 'inter' ? category.inter : category.other) +
    endsShare(move, job, policy)
  );
}

function endsShare(move: InterMove, job: ScheduledJob, policy: Policy): number {
  if (job.origin === move.destination) return ends['chain-out'];
  if (job.destination === move.origin) return ends['chain-back'];
  const isShared = job.origin === move.origin || job.destination === move.destination;
  return isShared && policy.matchMode === 'either-end' ? ends['shared-end'] : ends.none;
}

/** Whether a mover who has that job already is a candidate for the move, and why. Source: manual-assignment L17–20. */
export function fitOf(move: InterMove, job: ScheduledJob, context: { readonly policy?: Policy } = {}): FitDecision {
  return fits[classify(move, job, context.policy ?? defaultPolicy)] as FitDecision;
}

/** A mover who will be there anyway. */
export interface Candidate {
  readonly mp: string;
  /** The best fit of the mover's jobs. */
  readonly fit: Fit;
  /** The job that fits best; of several, the first by date, then as given. */
  readonly job: ScheduledJob;
  readonly rule: RuleId;
  readonly situation: FitSeen;
}

const ranks = { 'chain-out': 0, 'chain-back': 1, 'shared-end': 2 } as const satisfies Record<Fit, number>;

/**
 * The movers who will be in the zones of an inter move anyway, each once with the reason why: chains first, then by
 * date. Offer it to each of them directly. It does not change with time.
 *
 * Dates compare as texts: what the door would refuse (`2026-2-30`) fits no range that it does not sort into.
 *
 * Source: manual-assignment L17–20.
 */
export function enRouteMovers(
  move: InterMove,
  scheduled: Iterable<ScheduledJob>,
  context: { readonly policy?: Policy } = {},
): readonly Candidate[] {
  const policy = context.policy ?? defaultPolicy;
  const found: Candidate[] = [];
  for (const job of scheduled) {
    // The filters that most jobs fall through first: whatever the rest, the table has no fit for these.
    if (job.category !== 'inter' || job.status !== 'awaiting-move' || job.country !== move.country) continue;
    const { outcome, rule, situation } = fits[classify(move, job, policy)] as FitDecision;
    if (outcome.action === 'offer-directly') found.push({ mp: job.mp, fit: outcome.fit, job, rule, situation });
  }
  found.sort((a, b) => ranks[a.fit] - ranks[b.fit] || byDate(a.job, b.job));
  const named = new Set<string>();
  return found.filter(({ mp }) => !named.has(mp) && named.add(mp));
}

/** The earlier job first. Negative, zero or positive, as every engine's sort asks for it. */
export function byDate(one: Pick<ScheduledJob, 'date'>, other: Pick<ScheduledJob, 'date'>): number {
  return one.date < other.date ? -1 : one.date > other.date ? 1 : 0;
}
