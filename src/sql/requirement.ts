import { wanted, type Row } from '../kernel/table.js';
import { defaultPolicy, type Policy } from '../requirement/policy.js';
import { filingTable, table, type Answer, type Filing } from '../requirement/table.js';
import { caseOf, oneOf, type Cells } from './conditions.js';
import { instantsOf, type InstantOptions, type Instants } from './instants.js';
import { indented, placed, quoted, selection, type SchemaOption } from './naming.js';
import { identifier, literal } from './quoting.js';
import {
  insistenceAgrees,
  requirementAgrees,
  stateCase,
  valueCase,
  weightCase,
  type InsistenceColumns,
  type RequirementColumns,
} from './ticket.js';

/** What the SQL of `requirement` is made for. */
export interface RequirementSqlOptions extends InstantOptions, SchemaOption {
  /** Absent: the manual's own values. They are written into the SQL: another policy is another view. */
  readonly policy?: Policy;
  /** The table of the requirements. Absent: `requirements`. */
  readonly table?: string;
  /** Absent: `id`, `product`, `initial_answered`, `initial_deadline`, `initial_deadline_at`, `client`. */
  readonly columns?: Partial<RequirementColumns>;
  /** The table of the insistences. Absent: `insistences`. */
  readonly insistences?: string;
  /** Absent: `requirement_id`, `kind`, `answered`, `deadline`, `deadline_at`. */
  readonly insistenceColumns?: Partial<InsistenceColumns>;
}

/** The classification of `requirement` as SQL. */
export interface RequirementSql {
  /** A query for the situation of every requirement, its rule, action, case, subject and gap. */
  readonly select: string;
  /** The same as of `now()`, as a view: `requirements_cases`. */
  readonly view: string;
  /** An index by which the insistences of a requirement are found: `insistences_by_requirement_idx`. */
  readonly index: string;
  /** What the door asks of both tables, as constraints: `requirements_columns_agree`, `insistences_columns_agree`. */
  readonly constraints: readonly [requirements: string, insistences: string];
}

const columnNames: RequirementColumns = {
  id: 'id',
  product: 'product',
  initialAnswered: 'initial_answered',
  initialDeadline: 'initial_deadline',
  initialDeadlineAt: 'initial_deadline_at',
  client: 'client',
};
const insistenceNames: InsistenceColumns = {
  requirement: 'requirement_id',
  kind: 'kind',
  answered: 'answered',
  deadline: 'deadline',
  deadlineAt: 'deadline_at',
};

/** What is answered, without the dates and the suggestions that an outcome carries beside it. */
interface Told {
  readonly action: Exclude<Answer['action'], 'file'> | Filing['action'];
  readonly case: number | null;
  readonly subject: string | null;
  readonly gap: string | null;
}

const space = { ...table.facts, product: filingTable.facts.product } as const;
type Branch = Row<typeof space, string, Told>;

/** The rows of the law, with those of the second table in the place of `file`. */
function branches(policy: Policy): readonly Branch[] {
  const filing = filingTable.rows.filter(({ when }) => {
    const readings = wanted(when, 'meterFiling');
    return readings.length === 0 || readings.includes(policy.meterFiling);
  });
  return table.rows.flatMap(({ rule, when, then }): readonly Branch[] => {
    if (then.action !== 'file') return [{ rule, when, then: told(then) }];
    return filing.map(({ rule: filingRule, when: { meterFiling: _known, ...product }, then: answer }) => ({
      when: { ...when, ...product },
      ...(answer.action === 'not-covered'
        ? { rule: filingRule, then: told(answer) }
        : { rule, then: { ...then, gap: null, action: answer.action } }),
    }));
  });
}

function told(then: Exclude<Answer, { action: 'file' }> | Extract<Filing, { action: 'not-covered' }>): Told {
  const isOpen = then.action === 'not-covered';
  return {
    action: then.action,
    case: isOpen ? null : then.case,
    subject: null,
    gap: isOpen ? then.gap : null,
  };
}

/**
 * The eight cases and what they leave open, as a PostgreSQL query and view: which case it is, by which rule, and who
 * files. The date that cases 1 and 5 tell, and `validUntil`, are for `decide` to say.
 *
 * The database must know the zone of the policy as this runtime does.
 *
 * @throws RangeError that says what SQL does not take: a name, the number of a parameter, or a zone that PostgreSQL
 * reads otherwise (`CET`, `+03:00`).
 *
 * Source: requirement-management L77–130.
 */
export function requirementSql(options: RequirementSqlOptions = {}): RequirementSql {
  const { policy = defaultPolicy, schema, parameter: _parameter, ...atNow } = options;
  const { table: name = 'requirements', insistences: insisting = 'insistences' } = options;
  const columns = quoted(columnNames, options.columns);
  const insistence = quoted(insistenceNames, options.insistenceColumns);
  const [source, insistences] = [placed(name, schema), placed(insisting, schema)];
  const queryOf = (instants: Instants): string => {
    const heaviest = heaviestOf(insistence, insistences, policy, instants);
    return selectOf(columns.id, factsOf(columns, policy, instants), source, heaviest, policy);
  };
  const instants = instantsOf(options);
  const checked = (place: string, of: string, agrees: string): string =>
    `ALTER TABLE ${place} ADD CONSTRAINT ${identifier(`${of}_columns_agree`)} CHECK (\n${indented(agrees)}\n)`;
  return {
    select: queryOf(instants),
    view: `CREATE OR REPLACE VIEW ${placed(`${name}_cases`, schema)} AS\n${queryOf(instantsOf(atNow))}`,
    index: `CREATE INDEX ${identifier(`${insisting}_by_requirement_idx`)} ON ${insistences} (${insistence.requirement})`,
    constraints: [
      checked(source, name, requirementAgrees(columns, instants)),
      checked(insistences, insisting, insistenceAgrees(insistence, instants)),
    ],
  };
}

/** The weight of the heaviest insistence on each requirement, worked out once for all. */
function heaviestOf(columns: InsistenceColumns, source: string, policy: Policy, instants: Instants): string {
  const heaviest = `max(${weightCase(columns, policy, instants)}) AS pauta_weight`;
  const grouped = `${selection([`${columns.requirement} AS pauta_requirement`, heaviest], source)}\nGROUP BY 1`;
  return `(\n${indented(grouped)}\n) AS insisted`;
}

/** What the query names the facts; the cells of the law look at these names. */
function factsOf(columns: RequirementColumns, policy: Policy, instants: Instants): readonly string[] {
  const { initialAnswered: answered, initialDeadline: deadline, initialDeadlineAt: deadlineAt, client } = columns;
  const none = `WHEN ${answered} IS NULL THEN 'none'`;
  return [
    `${stateCase({ answered, deadline, deadlineAt }, policy, instants, named, [none])} AS initial`,
    `${valueCase('insisted.pauta_weight')} AS insistence`,
    `${client === null ? "'unaware'" : `COALESCE(${client}::text, 'unaware')`} AS client`,
    `COALESCE(${columns.product}::text, 'unknown') AS product`,
  ];
}

const named = {
  answered: "'answered'",
  'in-term': "'in-term'",
  overdue: "'overdue'",
  'term-unknown': "'term-unknown'",
} as const;

const cells: Cells<typeof space> = {
  initial: (values) => oneOf('seen.initial', values),
  insistence: (values) => oneOf('seen.insistence', values),
  client: (values) => oneOf('seen.client', values),
  product: (values) => oneOf('seen.product', values),
};

/** The rows of the law are a table in SQL too: the number of the row that wins finds the answer. */
function selectOf(id: string, facts: readonly string[], source: string, heaviest: string, policy: Policy): string {
  const rows = branches(policy);
  const code = (value: string | null): string => (value === null ? 'NULL' : literal(value));
  const answers = rows.map(({ rule, then }, index) => {
    const { action, subject, gap } = then;
    return `(${[index + 1, literal(rule), literal(action), then.case ?? 'NULL', code(subject), code(gap)].join(', ')})`;
  });
  const winner = caseOf({ facts: space, rows }, cells, (_, index) => String(index + 1));
  const seen = selection(
    [`${id} AS id`, ...facts],
    `${source} LEFT JOIN ${heaviest} ON insisted.pauta_requirement = ${id}`,
  );
  return [
    selection(
      [
        `seen.id AS ${id}`,
        ...['seen.initial', 'seen.insistence', 'seen.client'],
        ...['law.rule', 'law.action', 'law.case_number', 'law.subject', 'law.gap'],
      ],
      `(\n${indented(seen)}\n) AS seen`,
    ),
    'LEFT JOIN (',
    indented(`VALUES\n${indented(answers.join(',\n'))}`),
    `) AS law (number, rule, action, case_number, subject, gap) ON law.number = ${winner}`,
  ].join('\n');
}
