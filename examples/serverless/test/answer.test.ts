import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pending } from 'pauta';
import { fixedClock } from 'pauta/kernel';
import { answer, type Service } from '../answer.js';
import { doorsFor } from '../doors.js';
import { languageOf } from '../language.js';
import { decided, playOn, post, refused, type Received, type Sent } from './exchanges.js';

const at = Date.parse('2026-05-13T10:00:00-04:00');
const service: Service = {
  clock: Date,
  doors: doorsFor({}),
  zone: 'America/Santiago',
  language: 'es',
  largestBody: 64 * 1024,
};

function ask({ body, ...sent }: Sent, other: Partial<Service> = {}): Received {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return answer({ ...sent, body: bytes }, { ...service, ...other });
}

describe('the answer', () => playOn((sent) => Promise.resolve(ask(sent))));

test('is a function of the clock that it is given', () => {
  const sent = post('/pending/decide', { lastMessage: 'ai', waitingSince: at, aiSince: at });
  const asOf = (now: number) => decided(ask(sent, { clock: fixedClock(now) })).decision;
  const { validUntil } = asOf(at);
  assert.equal(asOf((validUntil ?? 0) - 1).rule, 'pending/ai-process-exempt');
  assert.equal(asOf(validUntil ?? 0).rule, 'pending/ai-window-exceeded');
});

test('goes by the policy of the company', () => {
  const sent = post('/pending/decide', { lastMessage: 'ai', waitingSince: at, aiSince: at });
  const clock = fixedClock(at + 4 * 60_000);
  const quick = doorsFor({ pending: pending.policy({ aiWindow: { minutes: 3 } }) });
  assert.equal(decided(ask(sent, { clock })).decision.rule, 'pending/ai-process-exempt');
  assert.equal(decided(ask(sent, { clock, doors: quick })).decision.rule, 'pending/ai-window-exceeded');
});

test('says of what the manual leaves open that it is open', () => {
  const sent = post('/requirement/decide', { product: null, initial: { answered: false, deadline: '2026-05-12' } });
  const { decision, sentences } = decided(ask({ ...sent, headers: { ...sent.headers, 'accept-language': 'en' } }));
  assert.equal((decision.outcome as { action: string }).action, 'not-covered');
  assert.match(sentences.rule, /^The nearest rule of the manual is/);
});

test('is no way in for what objects inherit', () => {
  const body = '{ "__proto__": { "lastMessage": "client" }, "constructor": 1, "lastMessage": "none" }';
  const { errors = [] } = refused(ask({ ...post('/pending/decide', {}), body }), 422);
  assert.deepEqual(errors.map(({ path }) => path).sort(), ['__proto__', 'constructor']);
  refused(ask(post('__proto__', {})), 404);
});

test('bears nesting as deep as a body can hold', () => {
  const depth = 30_000;
  for (const body of [
    '['.repeat(depth) + ']'.repeat(depth),
    `{"next":${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}}`,
  ]) {
    refused(ask({ ...post('/pending/decide', {}), body }), 422);
  }
});

test('takes JSON under the names that it has', () => {
  const sent = post('/pending/decide', { lastMessage: 'none' });
  const asType = (type: string) => ask({ ...sent, headers: { 'content-type': type } }).status;
  for (const type of ['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"']) {
    assert.equal(asType(type), 200, type);
  }
  for (const type of ['', 'application/json; charset=latin1', 'text/json', 'application/jsonp']) {
    assert.equal(asType(type), 415, type);
  }
});

test('is told in the language that the header likes best', () => {
  const asked = (header?: string) => languageOf(header, 'es');
  assert.equal(asked('en'), 'en');
  assert.equal(asked('en-GB, es'), 'en');
  assert.equal(asked('en;q=0.5, es;q=0.8'), 'es');
  assert.equal(asked('de, en;q=0.1'), 'en');
  assert.equal(asked('fr;q=0.9, *;q=0.5'), 'es');
  for (const none of [undefined, '', 'de', 'en;q=0', 'en;q=high', ';;,,']) assert.equal(asked(none), 'es', none);
});
