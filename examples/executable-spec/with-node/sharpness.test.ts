/** A specification that cannot fail says nothing: each kind of fault is put in, and must be found. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pending } from 'pauta';
import { checkPolicy, type Case } from 'pauta/spec';
import { policies } from '../company/policy.js';
import { cases, faultsOf, gapsOf, repeated } from '../specification.js';

function named(id: string): Case {
  const found = cases.find((one) => one.id === id);
  assert.ok(found, id);
  return found;
}

test('a wrong answer is found', () => {
  const wrong = { ...named('pending-9003'), outcome: 'pending:client-unanswered' };
  assert.deepEqual(faultsOf(wrong), ['expected "pending:client-unanswered", got "not-pending:seller-last"']);
});

test('a right answer by another rule than the one named is found', () => {
  const [fault, ...more] = faultsOf({ ...named('pending-9003'), rule: 'pending/settled-by-resolve' });
  assert.match(fault ?? '', /^names pending\/settled-by-resolve, and pending\/settled-by-seller/);
  assert.deepEqual(more, []);
});

test('a misspelt fact is found', () => {
  const given = { messages: [], aiActive: false, resolvedOn: '2026-05-13T10:05:00-04:00' };
  assert.match(faultsOf({ ...named('pending-9008'), given })[0] ?? '', /^given\.resolvedOn: .*no such field/);
});

test('cases of our own policy fail under that of the manual', () => {
  const moved = cases.filter((one) => faultsOf({ ...one, policy: {} }).length > 0).map(({ id }) => id);
  assert.deepEqual(moved, ['pending-9005', 'pending-9006']);
});

test('a case that is taken away leaves a gap', () => {
  const [pendingGaps] = gapsOf(cases.filter(({ id }) => id !== 'pending-9011'));
  assert.deepEqual(pendingGaps?.gaps, ['pending/definition-action']);
});

test('a rule that is exercised after all is no longer left out', () => {
  const menu = { state: 'PENDING', event: 'mark-resolved', via: 'menu' };
  const [pendingGaps] = gapsOf([...cases, { ...named('pending-9009'), given: menu }]);
  assert.deepEqual(pendingGaps?.stale, ['pending/resolve-via-menu']);
});

test('an id that is there twice is found', () => {
  assert.deepEqual(repeated([...cases, named('pending-9001')]), ['pending-9001']);
});

test('the policy moves what it is meant to move: cases in which an AI attends', () => {
  const { changed, malformed } = checkPolicy(policies);
  assert.deepEqual(malformed, []);
  assert.ok(changed.length > 0);
  for (const { id, was, now } of changed) {
    assert.deepEqual([was.rule, now.rule].sort(), ['pending/ai-process-exempt', 'pending/ai-window-exceeded'], id);
  }
});

test('production decides by the very policy that the cases were asked under', () => {
  const at = Date.parse('2026-05-13T10:00:00-04:00');
  const facts = { lastMessage: 'ai', waitingSince: at, aiSince: at, resolved: false, lastMessageAt: at } as const;
  const { validUntil } = pending.decide(facts, { clock: { now: () => at }, policy: policies.pending });
  assert.equal(validUntil, at + 3 * 60_000 + 1);
});
