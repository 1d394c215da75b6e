import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isPending, queue, type Facts } from 'pauta/pending';
import { pendingSql, requirementSql } from 'pauta/sql';
import { tables as chatTables } from '../chats.js';
import { embedded, type Database } from '../database.js';
import { fill, firstPage, planOf } from '../plan.js';
import { tables as requirementTables } from '../requirements.js';

let database: Database;

before(async () => {
  database = await embedded();
  await database.run(chatTables + requirementTables);
  await fill(database, 20_000);
});

after(() => database.close());

interface Row {
  readonly id: number;
  readonly is_pending: boolean;
  readonly present: number;
  readonly waiting_since: number | null;
  readonly ai_since: number | null;
  readonly last_message: Facts['lastMessage'];
  readonly resolved: boolean;
}

describe('the view and its index', () => {
  it('gives the first page of the queue by the index alone, with nothing to sort', async () => {
    assert.deepEqual(await planOf(database, firstPage), ['Limit', 'Index Scan (chats_pending_idx)']);
  });

  it('would read and sort the whole table without the index', async () => {
    await database.run('BEGIN; DROP INDEX chats_pending_idx');
    const plan = await planOf(database, firstPage);
    await database.run('ROLLBACK');
    assert.ok(plan.includes('Sort'));
    assert.equal(plan.at(-1), 'Seq Scan');
  });

  it('answers as of the beginning of the transaction, and in the order of queue()', async () => {
    const milliseconds = (column: string): string => `floor(extract(epoch FROM ${column}) * 1000)::float8`;
    const rows = await database.rows<Row>(`
      SELECT id, is_pending, ${milliseconds('now()')} AS present, ${milliseconds('chats.waiting_since')} AS waiting_since,
        ${milliseconds('ai_since')} AS ai_since, last_message, resolved
      FROM chats JOIN chats_pending USING (id) ORDER BY waits_from, id`);
    const chats = rows.map(({ id, ...row }) => ({
      id,
      lastMessage: row.last_message,
      waitingSince: row.waiting_since,
      aiSince: row.ai_since,
      resolved: row.resolved,
    }));
    const present = rows[0]?.present ?? Number.NaN;
    const clock = { now: () => present };
    assert.deepEqual(
      rows.filter((row) => row.is_pending).map(({ id }) => id),
      queue(chats, { clock }).waiting.map(({ chat }) => chat.id),
    );
    assert.deepEqual(
      rows.map((row) => row.is_pending),
      chats.map((chat) => isPending(chat, { clock })),
    );
    assert.ok(rows.some((row) => row.is_pending));
  });
});

describe('the constraints', () => {
  const refused = (statement: string, constraint: string): Promise<void> =>
    assert.rejects(database.run(statement), (error: Error) => error.message.includes(constraint));

  it('refuse chats that contradict themselves', async () => {
    const insert = 'INSERT INTO chats (id, last_message, waiting_since, ai_since, ai_until) VALUES';
    for (const values of [
      `(0, 'client', NULL, NULL, NULL)`,
      `(0, 'seller', now(), NULL, NULL)`,
      `(0, NULL, NULL, NULL, NULL)`,
      `(0, 'bot', NULL, NULL, NULL)`,
      `(0, 'none', NULL, now(), now() - interval '1 second')`,
      `(0, 'none', NULL, NULL, now())`,
      `(0, 'client', 'infinity', NULL, NULL)`,
    ]) {
      await refused(`${insert} ${values}`, 'chats_columns_agree');
    }
    await database.run(`${insert} (0, 'client', now(), now(), now()); DELETE FROM chats WHERE id = 0`);
  });

  it('refuse requirements and insistences that contradict themselves', async () => {
    const { constraints } = requirementSql();
    await database.run(constraints.join(';\n'));
    const insert =
      'INSERT INTO requirements (id, product, initial_answered, initial_deadline, initial_deadline_at, client) VALUES';
    for (const values of [
      `(1, 'oil', true, NULL, NULL, NULL)`,
      `(1, NULL, NULL, '2026-05-13', NULL, NULL)`,
      `(1, NULL, false, '2026-05-13', now(), NULL)`,
      `(1, NULL, false, 'infinity', NULL, NULL)`,
      `(1, NULL, false, NULL, NULL, 'glad')`,
    ]) {
      await refused(`${insert} ${values}`, 'requirements_columns_agree');
    }
    await refused(`INSERT INTO insistences VALUES (1, 'other', false)`, 'insistences_columns_agree');
    await database.run(`${insert} (1, NULL, NULL, NULL, NULL, NULL)`);
    await database.run(`INSERT INTO insistences VALUES (1, 'late-answer', false, '2026-05-13')`);
  });
});

it('what a hostile name says stays a name', async () => {
  const name = `chats"; DROP TABLE chats; --`;
  await database.run(`ALTER TABLE chats RENAME TO "chats""; DROP TABLE chats; --"`);
  const rows = await database.rows(`SELECT count(*) FROM (${pendingSql({ table: name }).select}) AS decided`);
  await database.run(`ALTER TABLE "chats""; DROP TABLE chats; --" RENAME TO chats`);
  assert.equal(rows.length, 1);
});
