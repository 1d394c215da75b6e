import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases, faultsOf, gapsOf, repeated } from '../specification.js';

for (const one of cases) {
  test(`${one.id}: ${one.name}`, () => assert.deepEqual(faultsOf(one), []));
}

test('each id is there once', () => assert.deepEqual(repeated(), []));

for (const { system, gaps, stale } of gapsOf()) {
  test(`the cases exercise every rule of ${system} but those that we leave out`, () => {
    assert.deepEqual({ gaps, stale }, { gaps: [], stale: [] });
  });
}
