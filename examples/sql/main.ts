import * as pending from 'pauta/pending';
import { pendingSql, requirementSql } from 'pauta/sql';
import { tables as chatTables } from './chats.js';
import { embedded } from './database.js';
import { fill, firstPage, planOf } from './plan.js';
import { tables as requirementTables } from './requirements.js';

// A business that gives its AI three minutes. The policy is written into the SQL: change it, and make the view anew.
const policy = pending.policy({ aiWindow: { minutes: 3 } });
const chats = pendingSql({ policy });
const requirements = requirementSql();

const database = await embedded();
try {
  // What a migration would hold. The constraints keep out what no decision can be right about.
  await database.run(chatTables + requirementTables);
  await database.run(`${chats.constraint};\n${chats.index};\n${chats.view};`);
  await database.run([...requirements.constraints, requirements.index, requirements.view].join(';\n'));

  console.log(`${database.name}: which chats are pending, by which rule, since when, and when that changes\n`);
  await database.run(`
    INSERT INTO chats (id, last_message, waiting_since, ai_since, resolved, action_since) VALUES
      (1, 'client', now() - interval '2 hours',   NULL,                           false, NULL),
      (2, 'ai',     now() - interval '1 minute',  now() - interval '1 day',       false, NULL),
      (3, 'client', now() - interval '4 minutes', now() - interval '4 minutes',   false, NULL),
      (4, 'seller', NULL,                         NULL,                           false, now() - interval '1 hour'),
      (5, 'seller', NULL,                         NULL,                           true,  NULL)`);
  console.table(
    await database.rows(`
      SELECT id, is_pending, rule, now() - pending_since AS pending_for, valid_until - now() AS changes_in
      FROM chats_pending ORDER BY is_pending DESC, waits_from`),
  );

  console.log('\nWhich of the eight cases a requirement is, and who files\n');
  await database.run(`
    INSERT INTO requirements (id, product, initial_answered, initial_deadline, client) VALUES
      (1, 'meter',   false, current_date + 7, NULL),
      (2, 'bottled', false, current_date - 7, NULL),
      (3, 'meter',   false, current_date - 7, NULL),
      (4, 'bulk',    true,  NULL,             'dissatisfied'),
      (5, 'meter',   NULL,  NULL,             NULL);
    INSERT INTO insistences VALUES (4, 'disagreement', false, current_date - 3, NULL)`);
  console.table(
    await database.rows(
      'SELECT id, initial, insistence, rule, action, case_number, gap FROM requirements_cases ORDER BY id',
    ),
  );

  const refusal = await database
    .run(`INSERT INTO chats (id, last_message, resolved) VALUES (6, 'client', false)`)
    .catch((error: unknown) => (error instanceof Error ? error.message : error));
  console.log(`\nA client who waits since no time at all is refused: ${String(refusal)}`);

  await database.run(
    'ALTER TABLE chats DROP CONSTRAINT chats_columns_agree; DROP VIEW chats_pending; DROP INDEX chats_pending_idx',
  );
  await fill(database, 20_000);
  console.log(`\nThe first page of the queue, of 20,000 chats: ${(await planOf(database, firstPage)).join(' ← ')}`);
} finally {
  await database.close();
}
