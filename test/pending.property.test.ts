import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '../src/kernel/clock.js';
import * as pending from 'pauta/pending';
import { arbitraries, laws } from 'pauta/testing';
import { T } from './pending.arbitraries.js';

const { facts: anyFacts, policy: anyPolicy } = arbitraries.pending;

describe('the laws of pending', () => {
  for (const { name, check } of laws.pending()) {
    it(name, () => {
      check();
    });
  }
});

describe('the promises of a decision', () => {
  it('names the row that the situation leads to', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const { rule, situation, outcome } = pending.decide(facts, { clock: fixedClock(T), policy });
        const row = pending.table.rows.filter(({ when }) =>
          Object.entries(when).every(([fact, cell]) =>
            [cell].flat().includes(situation[fact as keyof pending.Seen] as never),
          ),
        );
        expect(row.map((one) => one.rule)).toEqual([rule]);
        expect(outcome).toMatchObject(row[0]?.then ?? {});
      }),
      { numRuns: 1_000 },
    );
  });
});
