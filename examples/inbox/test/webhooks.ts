import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Running } from '../src/server.js';
import { sign } from '../src/signature.js';
import { account, echo, failed, post, secrets, tell, text, webhook } from './meta.js';
import { queueOf, start } from './server.js';

describe('webhooks', () => {
  let server: Running;
  before(async () => {
    server = await start();
  });
  after(() => server.stop());

  async function tally(): Promise<{ counts: Record<string, number>; setAside: Record<string, number> }> {
    const headers = { authorization: `Bearer ${secrets.BOT_TOKEN}` };
    return (await (await fetch(`${server.url}/api/tally`, { headers })).json()) as never;
  }

  async function entryOf(client: string) {
    return (await queueOf(server)).find((entry) => entry.client === client);
  }

  const now = Date.now() - 60_000;

  it('Meta is told its challenge, and nobody else', async () => {
    const ask = (token: string, challenge = '1158201444') =>
      fetch(`${server.url}/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=${challenge}`);
    const right = await ask(secrets.VERIFY_TOKEN);
    assert.deepEqual([right.status, await right.text()], [200, '1158201444']);
    assert.equal((await ask('another')).status, 403);
    assert.equal((await ask(secrets.VERIFY_TOKEN, '%3Cscript%3E')).status, 403);
  });

  it('a body that was not signed, or not as it is, is refused and leaves no trace', async () => {
    const body = webhook({ messages: [text('56911111111', 'wamid.forged', now)] });
    assert.equal((await post(server.url, body, '')).status, 401);
    assert.equal((await post(server.url, body, sign(body, 'another-app-secret'))).status, 401);
    const tampered = body.replace('56911111111', '56911111112');
    assert.equal((await post(server.url, tampered, sign(body, secrets.APP_SECRET))).status, 401);
    // The same JSON in other bytes: the signature is of the bytes.
    assert.equal((await post(server.url, ` ${body}`, sign(body, secrets.APP_SECRET))).status, 401);
    assert.equal(await entryOf('56911111111'), undefined);
    assert.equal((await tally()).counts['webhook bad-signature'], 4);
    assert.equal((await post(server.url, body)).status, 200);
    assert.notEqual(await entryOf('56911111111'), undefined);
  });

  it('a client who writes is pending, with the name of the profile, until a seller answers', async () => {
    const client = '56900000002';
    const contacts = [{ wa_id: client, profile: { name: 'Eva <b>' } }];
    await post(server.url, webhook({ contacts, messages: [text(client, 'wamid.1', now)] }));
    const entry = await entryOf(client);
    assert.equal(entry?.rule, 'pending/client-unanswered');
    assert.equal(entry.name, 'Eva <b>');
    // Carla is not on shift.
    assert.deepEqual([entry.owner.name, entry.owner.role], ['Benito', 'backup']);
    await post(server.url, webhook({ message_echoes: [echo(client, 'wamid.2', now + 5_000)] }));
    assert.equal(await entryOf(client), undefined);
  });

  it('an answer that was not delivered is no answer', async () => {
    const client = '56911111113';
    await post(server.url, webhook({ messages: [text(client, 'wamid.3', now)] }));
    await post(server.url, webhook({ statuses: [failed(client, 'wamid.4', now + 6_000)] }));
    await post(server.url, webhook({ message_echoes: [echo(client, 'wamid.4', now + 5_000)] }));
    assert.equal((await entryOf(client))?.rule, 'pending/client-unanswered');
  });

  it('of two messages of one second the client’s is the last', async () => {
    const client = '56911111114';
    const second = Math.floor(now / 1000) * 1000;
    await post(server.url, webhook({ messages: [text(client, 'wamid.5', second)] }));
    await post(server.url, webhook({ message_echoes: [echo(client, 'wamid.6', second)] }));
    assert.equal((await entryOf(client))?.rule, 'pending/client-unanswered');
  });

  it('a deleted message counts as never written', async () => {
    const client = '56911111115';
    const revoke = {
      ...text(client, 'wamid.8', now + 1000),
      type: 'revoke',
      revoke: { original_message_id: 'wamid.7' },
    };
    await post(server.url, webhook({ messages: [revoke] }, { messages: [text(client, 'wamid.7', now)] }));
    assert.equal(await entryOf(client), undefined);
  });

  it('what is no message is counted, what is not known is set aside, and all of it is acknowledged', async () => {
    const client = '56911111116';
    const beginning = await tally();
    const body = webhook(
      {
        messages: [
          { ...text(client, 'wamid.r', now), type: 'reaction' },
          { ...text(client, 'wamid.s', now), type: 'system' },
          { ...text('56911111117', 'wamid.h', now), type: 'hologram' },
          { type: 'text', id: 'wamid.nobody' },
          text(client, 'wamid.\0', now),
        ],
        statuses: [
          { id: 'wamid.9', status: 'delivered', timestamp: '1700000000', recipient_id: client },
          { id: 'wamid.9', status: 'teleported', timestamp: '1700000000', recipient_id: client },
        ],
      },
      { message_echoes: [{ ...echo('56911111118', 'wamid.e', now), type: 'hologram' }] },
    );
    const other = JSON.stringify({
      entry: [{ changes: [{ field: 'account_update', value: { metadata: { phone_number_id: '1' } } }] }],
    });
    for (const each of [body, body, other, '{"hello":', 'null', '{"entry":[{"changes":[7]}]}']) {
      assert.equal((await post(server.url, each)).status, 200, each);
    }
    const { counts, setAside } = await tally();
    assert.equal(counts['client-message no-effect'], (beginning.counts['client-message no-effect'] ?? 0) + 2);
    assert.equal(counts['ignored status delivered'], 2);
    // Delivered twice, and kept once.
    assert.deepEqual(setAside, {
      change: 1,
      'echo hologram': 1,
      'field account_update': 1,
      message: 2,
      'message hologram': 1,
      'status teleported': 1,
      system: 1,
      webhook: 2,
    });
    assert.equal(await entryOf(client), undefined);
    // A new kind from a client may be a message; from a seller it may be no answer.
    assert.equal((await entryOf('56911111117'))?.rule, 'pending/client-unanswered');
  });

  it('the bot tells what it does, through the door of the library', async () => {
    const client = '56911111119';
    const at = Date.now() - 1000;
    const events = [
      { account, client, event: { type: 'ai-on', id: 'bot.1', at } },
      { account, client, event: { type: 'ai-message', id: 'bot.2', at: new Date(at + 10).toISOString() } },
    ];
    const response = await tell(server.url, events);
    assert.deepEqual(await response.json(), { results: [{ status: 'applied' }, { status: 'applied' }] });
    const entry = await entryOf(client);
    assert.equal(entry?.state, 'attending');
    assert.equal(entry.validUntil, at + 10 + 5 * 60_000 + 1);

    assert.equal((await tell(server.url, events, 'another-token-altogether')).status, 401);
    const refused = await tell(server.url, [
      { account, client, event: { type: 'mark-resolved', id: 'bot.3', at } },
      { account, client, event: { type: 'ai-message', id: 'bot.\0', at: at + 10 ** 9 } },
      { account, client, event: { type: 'ai-message', id: 'bot.4', at: '2026-05-13T10:00:00' } },
    ]);
    assert.equal(refused.status, 400);
    assert.equal(refused.headers.get('content-type'), 'application/problem+json');
    const { problems } = (await refused.json()) as { problems: { path: string }[] };
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['events[0].event.type', 'events[1].event.id', 'events[1].event.at', 'events[2].event.at'],
    );
  });

  // The last one: what is not read to its end ends the connection.
  it('more than Meta sends is not read', async () => {
    assert.equal((await post(server.url, webhook({ messages: [{ body: 'x'.repeat(3_200_000) }] }))).status, 413);
  });
});
