import { defaultPolicy, type Policy } from '../pending/policy.js';
import { table } from '../pending/table.js';
import { caseOf } from './conditions.js';
import {
  cellsOf,
  chatAgrees,
  chatSql,
  endsWithWindow,
  mayBePending,
  type ChatSql,
  type PendingColumns,
} from './chat.js';
import { instantsOf, type InstantOptions, type Instants } from './instants.js';
import { indented, placed, quoted, selection, type SchemaOption } from './naming.js';
import { identifier, literal } from './quoting.js';

/** What the SQL of `pending` is made for. */
export interface PendingSqlOptions extends InstantOptions, SchemaOption {
  /** Absent: the manual's own values. They are written into the SQL: another policy is another view. */
  readonly policy?: Policy;
  /** The table of the chats. Absent: `chats`. */
  readonly table?: string;
  /** The columns that tell one chat from another. Absent: `id`. */
  readonly key?: readonly string[];
  /** Absent: the names of the facts in snake case: `last_message`, `waiting_since` … */
  readonly columns?: Partial<PendingColumns>;
}

/** The rules of `pending` as SQL. Down to `columnsAgree`: expressions over the columns of the table. */
export interface PendingSql {
  /** Whether a person must attend the chat; `NULL`: no row of the law is for such columns, which `columnsAgree` refuses. */
  readonly isPending: string;
  /** The rule that says so, by its id. */
  readonly rule: string;
  readonly reason: string;
  /** The instant from which the chat has been pending without a break. */
  readonly pendingSince: string;
  /** The first instant at which the answer is another if no column changes; `NULL`: never, by time alone. */
  readonly validUntil: string;
  /** The part of `isPending` that time plays no part in: the chat is pending, or will be by time alone. */
  readonly mayBePending: string;
  /** What the queue is ordered by, oldest first: the wait, or the flag where only an action is open. */
  readonly waitsFrom: string;
  /** Whether the columns are such as the door lets in. */
  readonly columnsAgree: string;
  /** A query for the decision of every chat. */
  readonly select: string;
  /** The same as of `now()`, as a view: `chats_pending`. */
  readonly view: string;
  /** An index of the chats that may be pending, in the order of the queue: `chats_pending_idx`. */
  readonly index: string;
  /** `columnsAgree` as a constraint of the table: `chats_columns_agree`. */
  readonly constraint: string;
}

const columnNames: PendingColumns = {
  lastMessage: 'last_message',
  waitingSince: 'waiting_since',
  aiSince: 'ai_since',
  resolved: 'resolved',
  lastMessageAt: 'last_message_at',
  aiUntil: 'ai_until',
  actionSince: 'action_since',
};

/** What several expressions need is worked out once in a query, under names that no host's column has. */
const named = { ai: '"pauta_ai"', left: '"pauta_left"' } as const;

/**
 * The rules of `pending` as PostgreSQL expressions, made of the rows of its table, with a query, a view, a partial index
 * and a constraint. The same text runs on DuckDB.
 *
 * It answers as `decide` does, for columns that contradict each other too; those are better kept out (`constraint`).
 * Facts dated ahead (`next`) have no column.
 *
 * @throws RangeError that says what SQL does not take: a name, the number of a parameter, or a length of time: one of
 * working time, too.
 *
 * Source: pending-chats L19–39.
 */
export function pendingSql(options: PendingSqlOptions = {}): PendingSql {
  const { policy = defaultPolicy, table: name = 'chats', schema, parameter: _parameter, ...atNow } = options;
  const columns = quoted(columnNames, options.columns);
  const instants = instantsOf(options);
  const chat = chatSql(columns, policy, instants);
  const waitsFrom = orderOf(columns);
  const columnsAgree = chatAgrees(columns, instants);
  const source = placed(name, schema);
  const keys = (options.key ?? ['id']).map(identifier);
  const queryOf = (of: Instants): string => selectOf(columns, keys, source, chatSql(columns, policy, of), of);
  const [index, constraint] = [`${name}_pending_idx`, `${name}_columns_agree`].map(identifier);
  return {
    ...answersOf(columns, chat, instants),
    mayBePending: mayBePending(columns),
    waitsFrom,
    columnsAgree,
    select: queryOf(instants),
    view: `CREATE OR REPLACE VIEW ${placed(`${name}_pending`, schema)} AS\n${queryOf(instantsOf(atNow))}`,
    index: `CREATE INDEX ${index} ON ${source} ((${waitsFrom}))\nWHERE ${mayBePending(columns)}`,
    constraint: `ALTER TABLE ${source} ADD CONSTRAINT ${constraint} CHECK (\n${indented(columnsAgree)}\n)`,
  };
}

type Answers = Pick<PendingSql, 'isPending' | 'rule' | 'reason' | 'pendingSince' | 'validUntil'>;

function answersOf(columns: PendingColumns, chat: ChatSql, { present, read }: Instants): Answers {
  const { ai, left, unsettled, over } = chat;
  const cells = cellsOf(columns, ai);
  const pending = caseOf(table, cells, ({ then }) => (then.action === 'attend' ? 'TRUE' : 'FALSE'));
  const flagged = read(columns.actionSince);
  return {
    // The part without time stands by itself, word for word as in the index, so that the planner sees that it follows.
    isPending: `(${mayBePending(columns)} AND ${pending})`,
    rule: caseOf(table, cells, ({ rule }) => literal(rule)),
    reason: caseOf(table, cells, ({ then }) => literal(then.reason)),
    // A message whose time with the AI is not over has not been left yet.
    pendingSince: `CASE WHEN ${left} <= ${present} THEN LEAST(${flagged}, ${left}) ELSE ${flagged} END`,
    validUntil: `CASE WHEN ${ai} = 'attending' AND ${unsettled} AND ${endsWithWindow(columns)} THEN ${over} END`,
  };
}

/** For columns that agree, the order of `queue`. */
function orderOf({ waitingSince, actionSince }: PendingColumns): string {
  return actionSince === null ? waitingSince : `COALESCE(${waitingSince}, ${actionSince})`;
}

function selectOf(
  columns: PendingColumns,
  keys: readonly string[],
  source: string,
  chat: ChatSql,
  instants: Instants,
): string {
  const { isPending, rule, reason, pendingSince, validUntil } = answersOf(columns, { ...chat, ...named }, instants);
  const held = Object.values<string | null>({ ...columns }).filter((column) => column !== null);
  const inner = [...new Set([...keys, ...held]), `${chat.ai} AS ${named.ai}`, `${chat.left} AS ${named.left}`];
  return selection(
    [
      ...keys,
      `${isPending} AS is_pending`,
      `${rule} AS rule`,
      `${reason} AS reason`,
      `${columns.waitingSince} AS waiting_since`,
      `${pendingSince} AS pending_since`,
      `${validUntil} AS valid_until`,
      `${orderOf(columns)} AS waits_from`,
    ],
    `(\n${indented(selection(inner, source))}\n) AS chat`,
  );
}
