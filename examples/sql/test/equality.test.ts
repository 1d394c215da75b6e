import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { policies, randomChat, store as storeChats, tables as chatTables } from '../chats.js';
import { embedded, type Database } from '../database.js';
import { agreementDifferences, chatDifferences, requirementDifferences } from '../differences.js';
import { mulberry32 } from '../random.js';
import { randomRequirement, scenes, store as storeRequirements, tables as requirementTables } from '../requirements.js';

const random = mulberry32(8);
const chats = Array.from({ length: 5_000 }, () => randomChat(random));
const requirements = Array.from({ length: 1_000 }, (_, id) => [id, randomRequirement(random)] as const);
let database: Database;

before(async () => {
  database = await embedded();
  await database.run(chatTables + requirementTables);
  await storeChats(database, chats);
  await storeRequirements(
    database,
    requirements.map(([, facts]) => facts),
  );
});

after(() => database.close());

describe('5,000 random chats, on PostgreSQL and in TypeScript, have the same', () => {
  for (const policy of policies) {
    const { aiWindow, measureFrom, exemptionCovers } = policy;
    it(`decisions with ${aiWindow} ms from ${measureFrom}, exempting ${exemptionCovers}`, async () => {
      assert.deepEqual(await chatDifferences(database, chats, { policy, table: 'chats' }), []);
      const inMilliseconds = { policy, table: 'chats_in_ms', instants: 'epoch-ms' } as const;
      assert.deepEqual(await chatDifferences(database, chats, inMilliseconds), []);
    });
  }
});

it('the constraint lets in the chats that the door lets in', async () => {
  assert.deepEqual(await agreementDifferences(database, chats, { table: 'chats' }), []);
  const inMilliseconds = { table: 'chats_in_ms', instants: 'epoch-ms' } as const;
  assert.deepEqual(await agreementDifferences(database, chats, inMilliseconds), []);
});

describe('1,000 random requirements, on PostgreSQL and in TypeScript, are the same cases', () => {
  for (const scene of scenes) {
    it(`at ${new Date(scene.at).toISOString()} in ${scene.policy.zone}`, async () => {
      assert.deepEqual(await requirementDifferences(database, requirements, scene), []);
    });
  }
});

it('a row whose columns are not those of the chat is found out', async () => {
  const others = chats.map((chat) => ({ ...chat, resolved: !chat.resolved }));
  const found = await Promise.all(
    policies.map((policy) => chatDifferences(database, others, { policy, table: 'chats' })),
  );
  for (const differences of found) assert.ok(differences.length > 1_000);
});
