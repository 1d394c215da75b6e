import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '../src/kernel/clock.js';
import * as ladder from 'pauta/ladder';
import { arbitraries, laws } from 'pauta/testing';

const { facts, instant, policy } = arbitraries.ladder;

describe('the laws of ladder', () => {
  for (const { name, check } of laws.ladder()) {
    it(name, () => {
      check();
    });
  }
});

describe('the promises of a decision', () => {
  it('names the rows that the situation leads to', () => {
    fc.assert(
      fc.property(facts, instant, policy, (drawn, now, chosen) => {
        const { rule, situation, outcome } = ladder.decide(drawn, { clock: fixedClock(now), policy: chosen });
        const isAssigning = situation.offer !== undefined;
        const rows: readonly { rule: string; when: object; then: object }[] = isAssigning
          ? ladder.offerTable.rows
          : ladder.table.rows;
        const fitting = rows.filter(({ when }) =>
          Object.entries(when).every(([fact, cell]) => [cell].flat().includes(situation[fact as keyof ladder.Seen])),
        );
        expect(fitting.map((row) => row.rule)).toEqual([rule]);
        expect(outcome).toMatchObject(fitting[0]?.then ?? {});
      }),
      { numRuns: 1_000 },
    );
  });
});
