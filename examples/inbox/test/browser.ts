import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Running } from '../src/server.js';
import { accessibilityFaults, launchChromium } from './chromium.js';
import { account, basic, echo, post, secrets, tell, text, webhook } from './meta.js';
import { queueOf, start } from './server.js';

/** Long enough for a slow machine to see the chat with the AI before it is over. */
const WINDOW = 8;
const evil = '<img src=x onerror="document.title=1">';

describe('the page', () => {
  let server: Running;
  let browser: Browser;
  let page: Page;
  const troubles: string[] = [];

  before(async () => {
    server = await start({ PENDING_POLICY: JSON.stringify({ aiWindow: { seconds: WINDOW } }) });
    browser = await launchChromium();
    const context = await browser.newContext({
      httpCredentials: { username: secrets.INBOX_USER, password: secrets.INBOX_PASSWORD, origin: server.url },
      viewport: { width: 1100, height: 900 },
      reducedMotion: 'reduce',
      // Not the zone of the desk: the page tells the time of the contact centre.
      timezoneId: 'Asia/Tokyo',
    });
    context.setDefaultTimeout(30_000);
    page = await context.newPage();
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
    });
    await page.goto(server.url);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const chat = (list: 'pending' | 'attending', client: string) =>
    page.locator(`#${list} li[data-key="${account}/${client}"]`);
  const write = async (client: string, id: string, name: string): Promise<void> => {
    const contacts = [{ wa_id: client, profile: { name } }];
    await post(server.url, webhook({ contacts, messages: [text(client, id, Date.now())] }));
  };

  it('begins with nobody, and says so', async () => {
    await page.locator('#connection.live').waitFor();
    await page.locator('#pending-none').waitFor();
    assert.equal(await page.locator('li').count(), 0);
  });

  it('shows a chat that is with the AI, and moves it to the pending ones by time alone', async () => {
    const client = '56900000003';
    const at = Date.now();
    await tell(server.url, [
      { account, client, event: { type: 'ai-on', id: 'b.1', at } },
      { account, client, event: { type: 'ai-message', id: 'b.2', at } },
    ]);
    await chat('attending', client).waitFor();
    assert.match(await chat('attending', client).locator('.next').innerText(), /^Queda pendiente en \d s$/);
    // Carla is not on shift, and there is nobody behind her.
    assert.equal(await chat('attending', client).locator('.owner').innerText(), 'Nadie todavía');
    await chat('pending', client).waitFor();
    assert.ok(Date.now() > at + WINDOW * 1000, 'not before the window is over');
    assert.equal(await chat('attending', client).count(), 0);
    assert.match(await chat('pending', client).locator('.what').innerText(), /^Tomar el chat: la IA agotó su plazo/);
  });

  it('shows a client who writes at once: whose, since when, why, and what changes next', async () => {
    await write('56900000001', 'w.1', 'Eva');
    const eva = chat('pending', '56900000001');
    await eva.waitFor();
    assert.equal(await eva.locator('h3').innerText(), 'Eva');
    assert.equal(await eva.locator('.owner').innerText(), 'Ana (principal)');
    assert.match(
      await eva.locator('.what').innerText(),
      /^Responder al cliente; espera desde el [^,]+, \d\d:\d\d(:\d\d)?\.$/,
    );
    assert.equal(await eva.locator('.next').innerText(), 'Vale mientras no ocurra nada nuevo.');
    const since = new Intl.DateTimeFormat('es', { timeZone: 'America/Santiago', timeStyle: 'medium' });
    const { waitingSince } = (await queueOf(server)).find(({ client }) => client === '56900000001') ?? {};
    assert.equal(await eva.locator('time').innerText(), since.format(waitingSince ?? 0));
    await eva.locator('summary').click();
    assert.match(await eva.locator('.law').innerText(), /pending\/client-unanswered/);
    // Oldest first.
    assert.deepEqual(await page.locator('#pending .number').allInnerTexts(), ['', '+56900000001']);
  });

  it('speaks English too, and keeps open what was open', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    const eva = chat('pending', '56900000001');
    assert.equal(await eva.locator('.owner').innerText(), 'Ana (main)');
    assert.match(await eva.locator('.why').innerText(), /^Because no task is flagged, the client wrote last/);
    assert.equal(await page.title(), '(2) Pending');
    assert.deepEqual(await accessibilityFaults(page), []);
  });

  it('puts in what comes from outside as text', async () => {
    await write('56900000002', 'w.2', evil);
    const guest = chat('pending', '56900000002');
    await guest.waitFor();
    assert.equal(await guest.locator('h3').innerText(), evil);
    assert.equal(await page.locator('#pending img').count(), 0);
  });

  it('resolves a chat, and an answer elsewhere takes one off', async () => {
    await page.getByRole('button', { name: 'Mark resolved: the chat of Eva' }).click();
    await chat('pending', '56900000001').waitFor({ state: 'detached' });
    await post(server.url, webhook({ message_echoes: [echo('56900000002', 'w.3', Date.now() + 1000)] }));
    await chat('pending', '56900000002').waitFor({ state: 'detached' });
    assert.equal(await page.locator('#pending-count').innerText(), '1');
    assert.equal((await queueOf(server)).length, 1);
  });

  it('does not resolve what the seller has not seen, and says so', async () => {
    await write('56900000001', 'w.4', 'Eva');
    const eva = chat('pending', '56900000001');
    await eva.waitFor();
    // The page presses with the version that it had before the client wrote once more.
    await page.route('**/resolve', async (route) => {
      await write('56900000001', 'w.5', 'Eva');
      await route.continue();
    });
    await eva.locator('.resolve').click();
    await eva.locator('.trouble', { hasText: 'in the meantime' }).waitFor();
    await page.unroute('**/resolve');
    // The browser itself writes the 409 to its console.
    assert.match(troubles.pop() ?? '', /409/);
    // Pressed again it is another press, of the chat as it is now: once the page has heard of it.
    const { version } = (await queueOf(server)).find(({ client }) => client === '56900000001') ?? {};
    assert.ok(version !== undefined);
    await page.locator(`#pending li[data-key="${account}/56900000001"][data-version="${version}"]`).waitFor();
    await eva.locator('.resolve').click();
    await eva.waitFor({ state: 'detached' });
  });

  it('obeys no other site, and nobody without the password', async () => {
    const press = { account, client: '56900000003', version: 3, id: crypto.randomUUID() };
    const ask = (headers: Readonly<Record<string, string>>) =>
      fetch(`${server.url}/resolve`, { method: 'POST', headers, body: JSON.stringify(press) });
    const cross = { authorization: basic, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    assert.equal((await ask({ 'content-type': 'application/json' })).status, 401);
    assert.equal((await ask({ ...cross, 'content-type': 'text/plain' })).status, 403);
    assert.equal((await ask({ ...cross, 'content-type': 'application/x-www-form-urlencoded' })).status, 403);
    assert.equal((await ask({ ...cross, 'content-type': 'text/weird' })).status, 415);
    assert.equal((await fetch(`${server.url}/stream`)).status, 401);
    assert.equal((await queueOf(server)).length, 1);
    const { headers } = await fetch(server.url, { headers: { authorization: basic } });
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
  });

  it('goes on where it was when its connection comes back', async () => {
    const first = await eventOf(server, null);
    assert.deepEqual([first.type, first.data.entries.length], ['snapshot', 1]);
    await write('56900000001', 'w.6', 'Eva');
    await queueOf(server);
    const next = await eventOf(server, first.id);
    assert.deepEqual([next.type, next.data.entries.map(({ client }) => client)], ['change', ['56900000001']]);
  });

  it('logged nothing, and threw nothing', () => {
    assert.deepEqual(troubles, []);
  });
});

/** The first event that the stream sends to whoever had come so far. */
async function eventOf({ url }: Running, place: string | null) {
  const closing = new AbortController();
  const headers = { authorization: basic, ...(place === null ? {} : { 'last-event-id': place }) };
  const { body } = await fetch(`${url}/stream`, { headers, signal: closing.signal });
  let text = '';
  for await (const chunk of (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    // A heartbeat is no event.
    if (/^data: [^]*\n\n/m.test(text)) break;
  }
  closing.abort();
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? '';
  const data = JSON.parse(field('data')) as { entries: { client: string }[] };
  return { type: field('event'), id: field('id'), data };
}
