/** The comparison is a fair one only where both sides give the same answers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pending } from 'pauta';
import { fixedClock } from 'pauta/kernel';
import { theirs } from '../cold/theirs.js';
import { readFacts } from '../cold/their-door.js';
import { factsSchema, read } from 'pauta/pending/schema';
import rules from '../cold/rules.json' with { type: 'json' };

const now = Date.parse('2026-05-13T10:00:00-04:00');
const moments = [null, now, now - 5 * 60_000, now - 5 * 60_000 - 1];

/** Facts of every kind: those that contradict each other, too. */
const chats: pending.Facts[] = (['none', 'client', 'ai', 'seller'] as const).flatMap((lastMessage) =>
  [false, true].flatMap((resolved) =>
    moments.flatMap((waitingSince) =>
      moments.flatMap((aiSince) =>
        [null, now].flatMap((aiUntil) =>
          [null, now].map((actionSince) => ({
            lastMessage,
            resolved,
            waitingSince,
            aiSince,
            aiUntil,
            actionSince,
          })),
        ),
      ),
    ),
  ),
);

test('the engine is fed with the rules of the library', () => {
  const { table, rules: ours } = pending;
  const rows = table.rows.map(({ rule, when, then }) => ({
    rule,
    when,
    outcome: then,
    statement: ours[rule].statement,
  }));
  assert.deepEqual(rules, JSON.parse(JSON.stringify(rows)));
});

test('both doors refuse the same facts', () => {
  const [mine, other] = [
    chats.map((chat) => read(factsSchema, chat).ok),
    chats.map((chat) => !('faults' in readFacts(chat))),
  ];
  assert.deepEqual(other, mine);
  assert.ok(mine.includes(true) && mine.includes(false));
});

test('both decide alike on what the doors let in', async () => {
  for (const chat of chats.filter((facts) => read(factsSchema, facts).ok)) {
    const { rule, outcome } = pending.decide(chat, { clock: fixedClock(now) });
    assert.deepEqual((await theirs(chat, now)).decision, { rule, outcome }, JSON.stringify(chat));
  }
});
