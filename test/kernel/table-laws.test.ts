import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearMisses } from '../../src/kernel/near-misses.js';
import {
  addressOf,
  analyse,
  decisionTable,
  type HitPolicy,
  type Row,
  type TableDefinition,
} from '../../src/kernel/table.js';

const RUNS = { numRuns: 1_000 };

type Wide = Readonly<Record<string, readonly string[]>>;
type WideRow = Row<Wide, string, number>;
type WideTable = TableDefinition<Wide, string, number>;

const space: fc.Arbitrary<Wide> = fc
  .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 })
  .map((sizes) => Object.fromEntries(sizes.map((size, i) => [`f${i}`, ['a', 'b', 'c'].slice(0, size)])));

const cells = (facts: Wide): fc.Arbitrary<WideRow['when']> =>
  fc.record(
    Object.fromEntries(
      Object.entries(facts).map(([fact, values]) => [
        fact,
        fc.oneof(fc.constantFrom(...values), fc.subarray([...values], { minLength: 1 })),
      ]),
    ),
    { requiredKeys: [] },
  );

/** Any table at all, most of them broken. */
const planned: fc.Arbitrary<WideTable> = fc
  .tuple(space, fc.constantFrom<HitPolicy>('unique', 'first', 'collect'))
  .chain(([facts, hit]) =>
    fc
      .array(cells(facts), { maxLength: 5 })
      .map((all) => ({ name: 't', hit, facts, rows: all.map((when, i) => ({ rule: `r${i}`, when, then: i })) })),
  );

/** A valid `unique` table: the space, cut in two again and again, at random. */
const partition: fc.Arbitrary<WideTable> = fc
  .tuple(space, fc.array(fc.record({ box: fc.nat(), fact: fc.nat(), value: fc.nat() }), { maxLength: 6 }), fc.nat())
  .map(([facts, cuts, turn]) => {
    const names = Object.keys(facts);
    const boxes: Record<string, readonly string[]>[] = [{ ...facts }];
    for (const cut of cuts) {
      const index = cut.box % boxes.length;
      const box = boxes[index] as Record<string, readonly string[]>;
      const fact = names[cut.fact % names.length] as string;
      const values = box[fact] as readonly string[];
      if (values.length === 1) continue;
      const at = 1 + (cut.value % (values.length - 1));
      boxes.splice(index, 1, { ...box, [fact]: values.slice(0, at) }, { ...box, [fact]: values.slice(at) });
    }
    const turned = [...boxes.slice(turn % boxes.length), ...boxes.slice(0, turn % boxes.length)];
    return { name: 't', hit: 'unique', facts, rows: turned.map((when, i) => ({ rule: `r${i}`, when, then: i })) };
  });

/** Every situation by counting, the last fact fastest. */
function count(facts: Wide): readonly Record<string, string>[] {
  return Object.entries(facts).reduce<readonly Record<string, string>[]>(
    (all, [fact, values]) => all.flatMap((each) => values.map((value) => ({ ...each, [fact]: value }))),
    [{}],
  );
}

/** The numbers of the rows that fit, read off the cells. */
function fitting(table: WideTable, situation: Readonly<Record<string, string>>): readonly number[] {
  return table.rows.flatMap(({ when }, index) => {
    const fits = Object.entries(when).every(([fact, cell]) => [cell].flat().some((value) => value === situation[fact]));
    return fits ? [index + 1] : [];
  });
}

const load = (table: WideTable) => decisionTable(table as WideTable & { readonly hit: 'unique' });
const asCollect = (table: WideTable) => decisionTable({ ...table, hit: 'collect' });

describe('any table', () => {
  it('has for the address of a situation the sum of its shares, from 0 to size - 1', () => {
    fc.assert(
      fc.property(partition, (definition) => {
        const { at, situations, size, facts } = load(definition);
        expect(situations).toEqual(count(facts));
        expect(size).toBe(situations.length);
        const sums = situations.map((each) =>
          Object.entries(each).reduce((sum, [fact, value]) => sum + (at[fact]?.[value] ?? NaN), 0),
        );
        expect(sums).toEqual(situations.map((_, index) => index));
        const table = load(definition);
        expect(situations.map((each) => addressOf(table, each))).toEqual(sums);
      }),
      RUNS,
    );
  });

  it('answers each situation as reading its rows one by one would', () => {
    fc.assert(
      fc.property(fc.oneof(partition, planned), (definition) => {
        const { gaps, overlaps, dead } = analyse(definition);
        const isSound = gaps.length + overlaps.length + dead.length === 0;
        if (!isSound) {
          expect(() => load(definition)).toThrow('Decision table "t": ');
          return;
        }
        const collected = definition.hit === 'collect' ? asCollect(definition) : null;
        for (const [address, situation] of count(definition.facts).entries()) {
          const naive = fitting(definition, situation).map((row) => definition.rows[row - 1]);
          const found = collected === null ? [load(definition).row(address)] : collected.matching(address);
          expect(found).toEqual(definition.hit === 'first' ? naive.slice(0, 1) : naive);
        }
      }),
      RUNS,
    );
  });

  it('is analysed as by brute force', () => {
    fc.assert(
      fc.property(fc.oneof(partition, planned), (definition) => {
        const { hit, rows: all } = definition;
        const found = analyse(definition);
        const answers = count(definition.facts).map((situation) => ({
          situation,
          fits: fitting(definition, situation),
        }));
        const gaps = answers.filter(({ fits }) => fits.length === 0 && hit !== 'collect');
        expect(found.gaps).toEqual(gaps.map(({ situation }) => situation));
        const winners = new Set(answers.flatMap(({ fits }) => (hit === 'first' ? fits.slice(0, 1) : fits)));
        expect(found.dead).toEqual(all.flatMap((_, i) => (winners.has(i + 1) ? [] : [i + 1])));
        const doubles = answers.filter(({ fits }) => fits.length > 1 && hit === 'unique');
        expect(found.overlaps.length > 0).toBe(doubles.length > 0);
        for (const { rows: pair, situation } of found.overlaps) {
          const fits = fitting(definition, situation);
          expect(pair.every((row) => fits.includes(row)) && pair[0] < pair[1]).toBe(true);
        }
        expect(new Set(found.overlaps.map(({ rows: pair }) => pair.join(' '))).size).toBe(found.overlaps.length);
      }),
      RUNS,
    );
  });

  it('cannot lose any row of a valid unique table without an error', () => {
    fc.assert(
      fc.property(partition, (definition) => {
        expect(() => load(definition)).not.toThrow();
        for (const row of definition.rows) {
          const others = definition.rows.filter((other) => other !== row);
          expect(() => load({ ...definition, rows: others })).toThrow('no row answers');
        }
      }),
      RUNS,
    );
  });

  it('accounts for every row in every situation: it answers, or it is a near miss with true reasons', () => {
    fc.assert(
      fc.property(planned, (definition) => {
        for (const situation of count(definition.facts)) {
          const fits = fitting(definition, situation);
          const answering = definition.hit === 'collect' ? fits : fits.slice(0, 1);
          const misses = nearMisses(definition, situation);
          const rowsSeen = [...answering, ...misses.map(({ row }) => row)].toSorted((a, b) => a - b);
          expect(rowsSeen).toEqual(definition.rows.map((_, index) => index + 1));
          const lengths = misses.map(({ because }) => because.length);
          expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
          for (const { row, rule, because } of misses) {
            expect(rule).toBe(definition.rows[row - 1]?.rule);
            expect(because.length === 0).toBe(fits.includes(row));
            expect(because.every(({ fact, was, wants }) => situation[fact] === was && !wants.includes(was))).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });
});
