import { fixedClock } from 'pauta/kernel';
import * as pending from 'pauta/pending';
import { factsSchema, read } from 'pauta/pending/schema';
import * as requirement from 'pauta/requirement';
import { pendingSql, requirementSql, type PendingSqlOptions } from 'pauta/sql';
import { NOW } from './chats.js';
import type { Database } from './database.js';
import type { Scene } from './requirements.js';

/** A row to which SQL and TypeScript give different answers. */
export interface Difference {
  readonly id: number;
  readonly sql: string;
  readonly typescript: string;
}

/** What is compared of a row: its `id`, and whatever else was answered. */
type Answer = Readonly<Record<string, unknown>> & { readonly id: number };

/** Where the two lists of answers differ, row by row; a row or a column that one of them lacks is a difference too. */
function differencesOf(sql: readonly Answer[], typescript: readonly Answer[]): readonly Difference[] {
  const found: Difference[] = [];
  for (let index = 0; index < Math.max(sql.length, typescript.length); index++) {
    const [one, other] = [sql[index], typescript[index]];
    if (!isSame(one, other)) found.push({ id: index, sql: JSON.stringify(one), typescript: JSON.stringify(other) });
  }
  return found;
}

function isSame(one: Answer | undefined, other: Answer | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const columns = Object.keys(other);
  return columns.length === Object.keys(one).length && columns.every((column) => one[column] === other[column]);
}

/** Asks the constraint of each row of a table of chats whether it may stand, and the door of `pending` the same. */
export async function agreementDifferences(
  database: Database,
  chats: readonly pending.Facts[],
  options: PendingSqlOptions,
): Promise<readonly Difference[]> {
  const { columnsAgree } = pendingSql(options);
  const answers = await database.rows<Answer>(
    `SELECT id, (${columnsAgree}) IS NOT FALSE AS agrees FROM ${String(options.table)} ORDER BY id`,
  );
  return differencesOf(
    answers,
    chats.map((facts, id) => ({ id, agrees: read(factsSchema, facts).ok })),
  );
}

/** Asks a table of chats for every decision, and `pending` for the same chats. */
export async function chatDifferences(
  database: Database,
  chats: readonly pending.Facts[],
  options: PendingSqlOptions & { readonly policy: pending.Policy },
): Promise<readonly Difference[]> {
  const isInMilliseconds = options.instants === 'epoch-ms';
  const { select } = pendingSql({ ...options, parameter: 1 });
  const milliseconds = (column: string): string =>
    (isInMilliseconds ? `${column}::float8` : `floor(extract(epoch FROM ${column}) * 1000)::float8`) + ` AS ${column}`;
  const answers = await database.rows<Answer>(
    `SELECT id, is_pending, rule, reason, ${['waiting_since', 'pending_since', 'valid_until'].map(milliseconds).join(', ')}
     FROM (${select}) AS decided
     ORDER BY id`,
    [isInMilliseconds ? NOW : new Date(NOW).toISOString()],
  );
  const context = { clock: fixedClock(NOW), policy: options.policy };
  const expected = chats.map((facts, id): Answer => {
    const { outcome, rule, validUntil } = pending.decide(facts, context);
    return {
      id,
      is_pending: pending.isPending(facts, context),
      rule,
      reason: outcome.reason,
      waiting_since: outcome.action === 'attend' ? outcome.waitingSince : facts.waitingSince,
      pending_since: pending.pendingSince(facts, context),
      valid_until: validUntil,
    };
  });
  return differencesOf(answers, expected);
}

/** Asks for the case of each requirement of a list, by its `id`, and `requirement` for the same. */
export async function requirementDifferences(
  database: Database,
  requirements: readonly (readonly [id: number, facts: requirement.Facts])[],
  { policy, at }: Scene,
): Promise<readonly Difference[]> {
  const { select } = requirementSql({ policy, parameter: 1 });
  const answers = await database.rows<Answer>(`SELECT * FROM (${select}) AS decided WHERE id = ANY ($2) ORDER BY id`, [
    new Date(at).toISOString(),
    requirements.map(([id]) => id),
  ]);
  const clock = fixedClock(at);
  const expected = requirements.map(([id, facts]): Answer => {
    const { outcome, rule, situation } = requirement.decide(facts, { clock, policy });
    const { initial, insistence, client } = situation;
    return {
      id,
      initial,
      insistence,
      client,
      rule,
      action: outcome.action,
      case_number: 'case' in outcome ? outcome.case : null,
      subject: 'subject' in outcome ? outcome.subject : null,
      gap: 'gap' in outcome ? outcome.gap : null,
    };
  });
  return differencesOf(answers, expected);
}
