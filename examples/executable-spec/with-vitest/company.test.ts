import { expect, test } from 'vitest';
import { cases, faultsOf, gapsOf, repeated } from '../specification.js';

test.each(cases)('$id: $name', (one) => {
  expect(faultsOf(one)).toEqual([]);
});

test('each id is there once', () => {
  expect(repeated()).toEqual([]);
});

test.each(gapsOf())('the cases exercise every rule of $system but those that we leave out', ({ gaps, stale }) => {
  expect(gaps).toEqual([]);
  expect(stale).toEqual([]);
});
