import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fixedClock } from 'pauta/kernel';
import { Chats } from '../src/chats.js';
import { openDatabase, type Database } from '../src/database.js';
import { readDesk } from '../src/desk.js';
import { readWebhook } from '../src/whatsapp.js';
import { account, post, tell, text, webhook } from './meta.js';
import { queueOf, start } from './server.js';
import { freshStore } from './store.js';

const at = Date.parse('2026-05-13T10:00:00-04:00');
const client = '56900000001';
const key = { account, client };
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

describe('what was acknowledged', () => {
  it('is there after a restart, in the same queue', async () => {
    const STORE = await freshStore();
    const clock = fixedClock(at + 60_000);
    const first = await start({ STORE }, clock);
    await post(
      first.url,
      webhook({ messages: [text('56900000001', 'w.1', at), text('56900000003', 'w.2', at + 1000)] }),
    );
    await tell(first.url, [
      { account, client: '56900000002', event: { type: 'ai-on', id: 'b.1', at } },
      { account, client: '56900000002', event: { type: 'ai-message', id: 'b.2', at } },
    ]);
    const before = await queueOf(first);
    assert.equal(before.length, 3);
    await first.stop();
    const second = await start({ STORE }, clock);
    assert.deepEqual(await queueOf(second), before);
    await second.stop();
  });

  it('is whole or not at all: where the transaction fails, it is not acknowledged, and sent again it counts', async () => {
    const desk = await readDesk(new URL('data', import.meta.url).pathname, at);
    const database = await openDatabase(await freshStore());
    // The database dies at the second of two chats: the first was written already, in the same transaction.
    const dying: Database = {
      ...database,
      transaction: (work) =>
        database.transaction((query) => {
          let updates = 0;
          return work((statement, parameters) => {
            if (statement.includes('update chat') && ++updates === 2) throw new Error('the power went out');
            return query(statement, parameters);
          });
        }),
    };
    const { happenings } = readWebhook(
      JSON.parse(webhook({ messages: [text('56900000001', 'w.1', at), text('56900000002', 'w.2', at)] })),
    );
    const clock = fixedClock(at + 1000);
    await assert.rejects(new Chats(dying, desk, clock).record(happenings), /power/);
    const chats = new Chats(database, desk, clock);
    assert.deepEqual(await chats.read(), []);
    assert.deepEqual(await chats.record(happenings), [{ status: 'applied' }, { status: 'applied' }]);
    assert.deepEqual(await chats.record(happenings), [{ status: 'duplicate' }, { status: 'duplicate' }]);
    assert.equal((await chats.read()).length, 2);
    await database.close();
  });
});

describe('the button', () => {
  let database: Database;
  let chats: Chats;
  const write = (n: number) =>
    chats.record(readWebhook(JSON.parse(webhook({ messages: [text(client, `w.${n}`, at + n * 1000)] }))).happenings);
  const versionOf = async (): Promise<number> => (await chats.read([key]))[0]?.chat?.version ?? 0;

  before(async () => {
    database = await openDatabase(await freshStore());
    // A clock that is behind Meta's: what a seller saw is resolved all the same.
    chats = new Chats(database, await readDesk(new URL('data', import.meta.url).pathname, at), fixedClock(at));
  });
  after(() => database.close());

  it('resolves what the seller saw, and does not what they had not seen', async () => {
    await write(1);
    const seen = await versionOf();
    await write(2);
    assert.equal(await chats.resolve(key, seen, id(1)), 'changed');
    assert.equal((await chats.read()).length, 1);
    assert.equal(await chats.resolve(key, await versionOf(), id(1)), 'resolved');
    assert.deepEqual(await chats.read(), []);
  });

  it('pressed twice is once, and a client who writes again is pending again, with an agent of their own', async () => {
    assert.equal(await chats.resolve(key, 1, id(1)), 'resolved');
    assert.equal(await chats.resolve(key, await versionOf(), id(2)), 'no-effect');
    assert.equal((await chats.read([key]))[0]?.chat?.agent, null);
    await write(3);
    assert.equal((await chats.read())[0]?.chat?.agent, 'ana');
    assert.equal(await chats.resolve({ account, client: '56999999999' }, 1, id(3)), 'unknown-chat');
  });

  it('hides nobody whose message was still on its way when it was pressed', async () => {
    await write(5);
    assert.equal(await chats.resolve(key, await versionOf(), id(5)), 'resolved');
    // Written before what was resolved, and delivered after it; then delivered once more.
    assert.deepEqual(await write(4), [{ status: 'applied' }]);
    assert.equal((await chats.read()).length, 1);
    assert.equal(await chats.resolve(key, await versionOf(), id(6)), 'resolved');
    assert.deepEqual(await write(4), [{ status: 'duplicate' }]);
    assert.deepEqual(await chats.read(), []);
  });

  it('does nothing to a chat that cannot be read, which is set aside and not hidden', async () => {
    await write(6);
    await database.query(`update chat set state = jsonb_set(state, '{version}', '2') where client = $1`, [client]);
    assert.deepEqual(await chats.read(), [{ key, chat: null }]);
    assert.deepEqual(await write(7), [{ status: 'set-aside' }]);
    assert.deepEqual(await chats.setAside(), { event: 1 });
    assert.equal(await chats.resolve(key, 1, id(7)), 'unknown-chat');
  });
});
