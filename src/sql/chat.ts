import { exempts } from '../pending/decide.js';
import type { Policy } from '../pending/policy.js';
import { table } from '../pending/table.js';
import { conditionWithout, either, oneOf, type Cells } from './conditions.js';
import type { Instants } from './instants.js';

/** The columns that hold the facts of a chat, by the names that `pending` gives them. */
export interface PendingColumns {
  /** Text or an enum: `none`, `client`, `ai` or `seller`. */
  readonly lastMessage: string;
  readonly waitingSince: string;
  readonly aiSince: string;
  /** A boolean. `NULL` is read as `false`. */
  readonly resolved: string;
  /** `null`: the host has no such column, here and below. */
  readonly lastMessageAt: string | null;
  readonly aiUntil: string | null;
  readonly actionSince: string | null;
}

/** What `classify` and `pendingSince` make of the columns of a chat, in SQL. */
export interface ChatSql {
  /** The value of the fact `ai`, as a text. */
  readonly ai: string;
  /** The client, or the AI's question to the client, is left, and nobody has settled it. */
  readonly unsettled: string;
  /** The first instant at which the AI has attended for too long. */
  readonly over: string;
  /** When an unsettled message became a person's to answer, or will; `NULL`: there is none. */
  readonly left: string;
}

/** Who can leave a message for a person to answer. */
const askers = ['client', 'ai'] as const;

/** A question of theirs is left, and nobody has settled it. */
function isUnsettled({ lastMessage, resolved }: PendingColumns): string {
  return `(${resolved} IS NOT TRUE AND ${oneOf(lastMessage, askers)})`;
}

/** The same comparisons as in `pending/decide.ts` and `queue.ts`, in the same order. */
export function chatSql(columns: PendingColumns, policy: Policy, { read, later, present }: Instants): ChatSql {
  const { lastMessage } = columns;
  const [waiting, last, on, off] = [columns.waitingSince, columns.lastMessageAt, columns.aiSince, columns.aiUntil].map(
    read,
  ) as [string, string, string, string];
  const attended = askers.filter((author) => exempts(author, policy));
  const start = policy.measureFrom === 'process-start' ? `${waiting}, ${last}` : `${last}, ${waiting}`;
  // GREATEST and LEAST pass over NULL.
  const begun = `GREATEST(COALESCE(${start}), ${on})`;
  const { aiWindow } = policy;
  if (typeof aiWindow !== 'number') {
    throw new RangeError('aiWindow: saw working time, expected time that elapses: SQL knows no business calendar.');
  }
  const end = later(begun, aiWindow);
  const over = later(begun, aiWindow + 1);
  const unsettled = isUnsettled(columns);
  const isExempt = `(${oneOf(lastMessage, attended)})`;
  return {
    unsettled,
    over,
    ai: [
      'CASE',
      `  WHEN ${columns.aiSince} IS NULL OR ${columns.aiUntil ?? 'NULL'} IS NOT NULL THEN 'off'`,
      `  WHEN NOT ${unsettled} THEN 'attending'`,
      `  WHEN NOT ${isExempt} THEN 'off'`,
      // "More than": the first millisecond after the window is over already.
      `  WHEN ${present} > ${end} THEN 'overdue'`,
      "  ELSE 'attending'",
      'END',
    ].join('\n'),
    left: [
      'CASE',
      `  WHEN NOT ${unsettled} THEN NULL`,
      `  WHEN ${columns.aiSince} IS NULL OR ${off} <= ${waiting} THEN ${waiting}`,
      `  WHEN NOT ${isExempt} THEN COALESCE(${last}, ${waiting})`,
      `  ELSE LEAST(${over}, ${off})`,
      'END',
    ].join('\n'),
  };
}

/** The cells of the table of `pending`, as conditions over the columns; `ai` is an expression or the name of one. */
export function cellsOf({ actionSince, lastMessage, resolved }: PendingColumns, ai: string): Cells<typeof table.facts> {
  return {
    task: either('open', `${actionSince ?? 'NULL'} IS NOT NULL`, `${actionSince ?? 'NULL'} IS NULL`),
    lastMessage: (values) => oneOf(lastMessage, values),
    resolved: either('yes', `${resolved} IS TRUE`, `${resolved} IS NOT TRUE`),
    ai: (values) => oneOf(ai, values),
  };
}

/** The chat is pending, or will be by time alone: of all that decides, only the AI's window hangs on the clock. */
export function mayBePending(columns: PendingColumns): string {
  const attend = table.rows.filter(({ then }) => then.action === 'attend');
  return conditionWithout(table.facts, 'ai', attend, cellsOf(columns, ''));
}

/** A chat in which the end of the AI's window brings another row, so that the answer has an end. */
export function endsWithWindow(columns: PendingColumns): string {
  const ending = table.rows.filter(
    ({ when }) => when.ai?.includes('attending') === true && !when.ai.includes('overdue'),
  );
  return conditionWithout(table.facts, 'ai', ending, cellsOf(columns, ''));
}

/** What the door asks of the columns of a chat. */
export function chatAgrees(columns: PendingColumns, { isSound, read }: Instants): string {
  const { lastMessage, waitingSince, aiSince, lastMessageAt, aiUntil, actionSince } = columns;
  const instants = [waitingSince, aiSince, lastMessageAt, aiUntil, actionSince].filter((column) => column !== null);
  return [
    `${lastMessage} IS NOT NULL`,
    oneOf(lastMessage, table.facts.lastMessage),
    `${isUnsettled(columns)} = (${waitingSince} IS NOT NULL)`,
    ...(aiUntil === null
      ? []
      : [`(${aiUntil} IS NULL OR (${aiSince} IS NOT NULL AND ${read(aiUntil)} >= ${read(aiSince)}))`]),
    ...instants.map(isSound),
  ].join('\nAND ');
}
