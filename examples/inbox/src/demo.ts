/** The inbox at work, without a setting: an embedded database, secrets made on the spot, and clients who write. */
import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { readSettings } from './settings.js';
import { startServer } from './server.js';
import { sign } from './signature.js';

const account = '100200300400500';
const secret = (): string => randomBytes(16).toString('base64url');
const settings = readSettings({
  HOST: '127.0.0.1',
  PORT: process.env['PORT'] ?? '3000',
  STORE: 'memory://',
  DESK: fileURLToPath(new URL('../data', import.meta.url)),
  APP_SECRET: secret(),
  VERIFY_TOKEN: secret(),
  BOT_TOKEN: secret(),
  INBOX_PASSWORD: secret(),
  // The manual recommends five minutes; nobody watches a demonstration for so long.
  PENDING_POLICY: JSON.stringify({ aiWindow: { seconds: 30 } }),
});
if ('length' in settings) throw new Error(settings.join('\n'));
const { APP_SECRET, BOT_TOKEN, INBOX_USER, INBOX_PASSWORD } = settings;
const { url, stop } = await startServer(settings);
console.log(`\nOpen ${url} with the user "${INBOX_USER}" and the password "${INBOX_PASSWORD}". Ctrl+C ends it.\n`);

const names = ['Eva', 'Hugo', 'Inés', 'Juan', 'Laura', 'Mateo'];
const clientOf = (n: number): string => `5690000000${n + 1}`;

/** As Meta does it: signed, and now and then delivered twice. */
async function deliver(field: string, value: object): Promise<void> {
  const change = { field, value: { metadata: { phone_number_id: account }, ...value } };
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] });
  const headers = { 'x-hub-signature-256': sign(body, APP_SECRET) };
  for (let times = Math.random() < 0.3 ? 2 : 1; times > 0; times--) {
    await fetch(`${url}/webhooks/whatsapp`, { method: 'POST', headers, body });
  }
}

async function clientWrites(n: number): Promise<void> {
  const [from, name] = [clientOf(n), names[n]];
  const written = { from, id: `wamid.${randomUUID()}`, timestamp: String(Math.floor(Date.now() / 1000)), type: 'text' };
  await deliver('messages', { contacts: [{ wa_id: from, profile: { name } }], messages: [written] });
}

async function sellerAnswers(n: number): Promise<void> {
  // A second later than the client: Meta tells no parts of it.
  const timestamp = String(Math.floor(Date.now() / 1000) + 1);
  const written = { from: '56900000000', to: clientOf(n), id: `wamid.${randomUUID()}`, timestamp, type: 'text' };
  await deliver('smb_message_echoes', { message_echoes: [written] });
}

async function botDoes(n: number, type: 'ai-on' | 'ai-message'): Promise<void> {
  await fetch(`${url}/api/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${BOT_TOKEN}` },
    body: JSON.stringify({
      events: [{ account, client: clientOf(n), event: { type, id: randomUUID(), at: Date.now() } }],
    }),
  });
}

// The bot attends to every second client.
for (const n of names.keys()) if (n % 2 === 0) await botDoes(n, 'ai-on');
const story = async (): Promise<void> => {
  const n = Math.floor(Math.random() * names.length);
  if (Math.random() < 0.3) await sellerAnswers(n);
  else {
    await clientWrites(n);
    if (n % 2 === 0) await botDoes(n, 'ai-message');
  }
};
for (let times = 0; times < 4; times++) await story();
const telling = setInterval(() => void story(), 6_000);

process.once('SIGINT', () => {
  clearInterval(telling);
  void stop().then(() => process.exit(0));
});
