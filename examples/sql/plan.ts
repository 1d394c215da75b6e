import { pendingSql } from 'pauta/sql';
import type { Database } from './database.js';

/** How a queue's first page is asked for: the view's `is_pending` and `waits_from` are what the index is made of. */
export const firstPage =
  'SELECT id, reason, pending_since, valid_until FROM chats_pending WHERE is_pending ORDER BY waits_from LIMIT 20';

/** A table as a help desk has it: of every hundred chats 99 are settled, and the rest wait, some with the AI. */
export async function fill(database: Database, chats: number): Promise<void> {
  const { constraint, index, view } = pendingSql();
  await database.run(`
    TRUNCATE chats;
    INSERT INTO chats (id, last_message, waiting_since, ai_since, resolved)
    SELECT n,
      CASE WHEN n % 100 = 0 THEN 'client' ELSE 'seller' END,
      CASE WHEN n % 100 = 0 THEN now() - n * interval '1 second' END,
      CASE WHEN n % 300 = 0 THEN now() - interval '1 minute' END,
      n % 100 <> 0 AND n % 3 = 0
    FROM generate_series(1, ${chats}) AS n;
    ${constraint};
    ${index};
    ${view};
    ANALYZE chats;`);
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Node[];
}

/** What PostgreSQL would do to answer a question, from the top down: `Limit`, `Index Scan (chats_pending_idx)`. */
export async function planOf(database: Database, question: string): Promise<readonly string[]> {
  const [row] = await database.rows<{ readonly 'QUERY PLAN': readonly { readonly Plan: Node }[] }>(
    `EXPLAIN (FORMAT JSON) ${question}`,
  );
  const steps: string[] = [];
  let node = row?.['QUERY PLAN'][0]?.Plan;
  while (node !== undefined) {
    const index = node['Index Name'];
    steps.push(index === undefined ? node['Node Type'] : `${node['Node Type']} (${index})`);
    node = node.Plans?.[0];
  }
  return steps;
}
