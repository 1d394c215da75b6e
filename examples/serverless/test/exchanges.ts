/** What every host must answer alike: the same exchanges are played on each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from 'pauta/kernel/schema';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Decided {
  readonly decision: { readonly rule: string; readonly outcome: object; readonly validUntil: number | null };
  readonly sentences: { readonly what: string; readonly why: string; readonly rule: string; readonly until: string };
}

interface Refused {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly Problem[];
}

const json = { 'content-type': 'application/json' };

/** The host's clock is the real one, so that the facts are of now. */
const now = Date.now();
const attended = { lastMessage: 'ai', waitingSince: new Date(now).toISOString(), aiSince: now };
const unanswered = { lastMessage: 'client', waitingSince: '2026-05-13T10:00:00-04:00' };

export function post(path: string, facts: unknown, headers: Readonly<Record<string, string>> = {}): Sent {
  return { method: 'POST', path, headers: { ...json, ...headers }, body: JSON.stringify(facts) };
}

export function decided({ status, headers, body }: Received): Decided {
  assert.equal(status, 200, body);
  assert.match(headers['content-type'] ?? '', /^application\/json/);
  assert.equal(headers['cache-control'], 'no-store');
  return JSON.parse(body) as Decided;
}

export function refused(received: Received, status: number): Refused {
  assert.equal(received.status, status, received.body);
  assert.match(received.headers['content-type'] ?? '', /^application\/problem\+json/);
  const refusal = JSON.parse(received.body) as Refused;
  assert.equal(refusal.status, status);
  assert.notEqual(refusal.title, '');
  assert.notEqual(refusal.detail, '');
  return refusal;
}

/** Plays all of it on one host. */
export function playOn(send: (sent: Sent) => Promise<Received>): void {
  test('decides, and tells it in the language that was asked for', async () => {
    const inSpanish = decided(await send(post('/pending/decide', unanswered, { 'accept-language': 'es-CL,en;q=0.5' })));
    assert.equal(inSpanish.decision.rule, 'pending/client-unanswered');
    assert.match(
      inSpanish.sentences.what,
      /^Responder al cliente; espera desde el miércoles 13 de mayo de 2026, 10:00/,
    );
    const inEnglish = await send(post('/pending/decide', unanswered, { 'accept-language': 'en' }));
    assert.match(decided(inEnglish).sentences.what, /^Answer the client; waiting since/);
    assert.equal(inEnglish.headers['content-language'], 'en');
    assert.deepEqual(decided(inEnglish).decision, inSpanish.decision);
  });

  test('says until when the answer holds', async () => {
    const { decision } = decided(await send(post('/pending/decide', attended)));
    assert.deepEqual(decision.outcome, { action: 'none', reason: 'ai-process' });
    assert.equal(decision.validUntil, now + 5 * 60_000 + 1);
  });

  test('has a door for each system that decides on facts alone', async () => {
    const initial = { answered: true, deadline: '2026-05-12' };
    const answers = [
      await send(post('/requirement/decide', { product: 'meter', initial })),
      await send(post('/ladder/decide', { searchingSince: now, category: 'local' })),
      await send(post('/contact/decide', { moveDate: '2026-05-13' })),
      await send(post('/messaging/decide', {})),
    ];
    assert.deepEqual(
      answers.map((received) => decided(received).decision.rule.split('/')[0]),
      ['requirement', 'ladder', 'contact', 'messaging'],
    );
  });

  test('lists every fault of the facts, with what was seen and what is expected', async () => {
    const wrong = { lastMessage: 'cliente', waitingSince: '2026-05-13T10:00:00', aiSince: null, mood: 'good' };
    const { errors = [] } = refused(await send(post('/pending/decide', wrong)), 422);
    assert.deepEqual(
      errors.map(({ path, seen }) => [path, seen]),
      [
        ['lastMessage', '"cliente"'],
        ['waitingSince', '"2026-05-13T10:00:00"'],
        ['mood', '"good"'],
      ],
    );
    assert.ok(errors.every(({ expected }) => expected !== ''));
  });

  test('refuses what is no JSON: broken, empty, not UTF-8', async () => {
    const sent = post('/pending/decide', unanswered);
    for (const body of ['{ "lastMessage": ', '', new Uint8Array([0x7b, 0xff, 0x7d])]) {
      refused(await send({ ...sent, body }), 400);
    }
  });

  test('refuses a path that is no door, and names those that there are', async () => {
    assert.match(refused(await send(post('/routing/decide', {})), 404).detail, /\/pending\/decide/);
  });

  test('refuses another method, and says which it takes', async () => {
    const received = await send({ ...post('/pending/decide', unanswered), method: 'PUT' });
    refused(received, 405);
    assert.equal(received.headers['allow'], 'POST');
  });

  test('refuses another type of content, and a compressed body', async () => {
    for (const headers of [{ 'content-type': 'text/plain' }, { 'content-encoding': 'gzip' }]) {
      refused(await send(post('/pending/decide', unanswered, headers)), 415);
    }
  });

  test('refuses a body that is too large, and takes the largest that is not', async () => {
    const body = JSON.stringify(unanswered);
    const padded = (length: number): Sent => ({ ...post('/pending/decide', {}), body: body.padEnd(length) });
    decided(await send(padded(64 * 1024)));
    refused(await send(padded(64 * 1024 + 1)), 413);
    refused(await send(padded(1024 * 1024)), 413);
  });
}
