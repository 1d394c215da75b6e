import type { Policy } from '../requirement/policy.js';
import { table } from '../requirement/table.js';
import { oneOf } from './conditions.js';
import type { Instants } from './instants.js';
import { literal } from './quoting.js';

/** The columns that hold the facts of a requirement. */
export interface RequirementColumns {
  /** What the insistences refer to. */
  readonly id: string;
  /** Text or an enum: `meter`, `bottled` or `bulk`; `NULL`: not known. */
  readonly product: string;
  /** A boolean; `NULL`: there is no initial requirement. */
  readonly initialAnswered: string;
  /** A `date`: the maximum date, in the zone of the policy. `null`: the host has no such column, here and below. */
  readonly initialDeadline: string | null;
  /** An instant, where a time of day is known: one of the two, or neither. */
  readonly initialDeadlineAt: string | null;
  /** Text or an enum: `unaware`, `dissatisfied` or `satisfied`; `NULL`: `unaware`. */
  readonly client: string | null;
}

/** The columns of the table of insistences. */
export interface InsistenceColumns {
  /** The requirement that is insisted on. */
  readonly requirement: string;
  /** Text or an enum: `late-answer` or `disagreement`. */
  readonly kind: string;
  readonly answered: string;
  readonly deadline: string | null;
  readonly deadlineAt: string | null;
}

interface TicketColumns {
  readonly answered: string;
  readonly deadline: string | null;
  readonly deadlineAt: string | null;
}

/** The states of a ticket, each with what SQL shall say for it. */
type States = Readonly<Record<'answered' | 'in-term' | 'overdue' | 'term-unknown', string>>;

/**
 * The state of a ticket, as `decide` sees it. Today's date is compared with the maximum date, and not now with the first
 * instant after that date: what the database takes for midnight plays no part then, where a day has none, or has two.
 */
export function stateCase(
  { answered, deadline, deadlineAt }: TicketColumns,
  { zone, deadlineInclusive }: Policy,
  { present, today, read }: Instants,
  states: States,
  first: readonly string[],
): string {
  const isPast = deadlineInclusive ? '>' : '>=';
  return [
    'CASE',
    ...first.map((when) => `  ${when}`),
    `  WHEN ${answered} THEN ${states.answered}`,
    `  WHEN ${deadline ?? 'NULL'} IS NULL AND ${deadlineAt ?? 'NULL'} IS NULL THEN ${states['term-unknown']}`,
    `  WHEN ${present} ${isPast} ${read(deadlineAt)} OR ${today(zone)} ${isPast} ${deadline ?? 'NULL::date'} THEN ${states.overdue}`,
    `  ELSE ${states['in-term']}`,
    'END',
  ].join('\n');
}

/** The fact `insistence`: of several the heaviest decides, and the values of the space stand in order of weight. */
const values = table.facts.insistence;

/** What an insistence weighs. */
export function weightCase(columns: InsistenceColumns, policy: Policy, instants: Instants): string {
  const weight = (value: (typeof values)[number]): string => String(values.indexOf(value));
  const states: States = {
    answered: weight('answered'),
    'in-term': weight('in-term'),
    overdue: weight('overdue'),
    'term-unknown': weight('term-unknown'),
  };
  const doesNotCount = `WHEN ${columns.kind} <> 'disagreement' THEN ${weight('other-kind')}`;
  return stateCase(columns, policy, instants, states, policy.insistenceKinds === 'both' ? [] : [doesNotCount]);
}

/** The value whose weight it is; `NULL`: there is no insistence. */
export function valueCase(weight: string): string {
  const whens = values.map((value, index) => `  WHEN ${index} THEN ${literal(value)}`);
  return [`CASE COALESCE(${weight}, ${values.indexOf('none')})`, ...whens, 'END'].join('\n');
}

/** The maximum date in one column or the other, and one that a civil date can name. */
function deadlineAgrees(deadline: string | null, deadlineAt: string | null, { isSound }: Instants): readonly string[] {
  return [
    ...(deadline === null ? [] : [`(${deadline} BETWEEN '0001-01-01' AND '9999-12-31') IS NOT FALSE`]),
    ...(deadlineAt === null ? [] : [isSound(deadlineAt)]),
    ...(deadline === null || deadlineAt === null ? [] : [`(${deadline} IS NULL OR ${deadlineAt} IS NULL)`]),
  ];
}

/** What the door asks of the columns of a requirement. */
export function requirementAgrees(columns: RequirementColumns, instants: Instants): string {
  const { product, client, initialAnswered, initialDeadline, initialDeadlineAt } = columns;
  const dates = [initialDeadline, initialDeadlineAt].filter((column) => column !== null);
  const none = dates.map((column) => `${column} IS NULL`);
  return [
    `(${oneOf(product, ['meter', 'bottled', 'bulk'])}) IS NOT FALSE`,
    ...(client === null ? [] : [`(${oneOf(client, table.facts.client)}) IS NOT FALSE`]),
    ...(none.length === 0 ? [] : [`(${initialAnswered} IS NOT NULL OR (${none.join(' AND ')}))`]),
    ...deadlineAgrees(initialDeadline, initialDeadlineAt, instants),
  ].join('\nAND ');
}

/** What the door asks of the columns of an insistence. */
export function insistenceAgrees(columns: InsistenceColumns, instants: Instants): string {
  const { requirement, kind, answered, deadline, deadlineAt } = columns;
  return [
    `${requirement} IS NOT NULL`,
    `${kind} IS NOT NULL`,
    oneOf(kind, ['late-answer', 'disagreement']),
    `${answered} IS NOT NULL`,
    ...deadlineAgrees(deadline, deadlineAt, instants),
  ].join('\nAND ');
}
