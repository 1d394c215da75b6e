import { describe, expect, it } from 'vitest';
import { nearMisses } from '../../src/kernel/near-misses.js';
import { addressOf, analyse, decisionTable, type Row, type Situation } from '../../src/kernel/table.js';

const light = { colour: ['red', 'amber', 'green'], walker: ['no', 'yes'] } as const;
type Light = typeof light;
type LightRow = Row<Light, string, string>;

const rows: readonly LightRow[] = [
  { rule: 'light/stop', when: { colour: ['red', 'amber'] }, then: 'stop' },
  { rule: 'light/wait', when: { colour: 'green', walker: 'yes' }, then: 'wait', applies: ['light/stop'] },
  { rule: 'light/go', when: { colour: 'green', walker: 'no' }, then: 'go' },
];
const unique = (given: readonly LightRow[] = rows) =>
  decisionTable({ name: 'light', hit: 'unique', facts: light, rows: given });
const first = (given: readonly LightRow[]) => decisionTable({ name: 'light', hit: 'first', facts: light, rows: given });
const collect = (given: readonly LightRow[]) =>
  decisionTable({ name: 'light', hit: 'collect', facts: light, rows: given });
const any: LightRow = { rule: 'light/any', when: {}, then: 'look' };

describe('a table', () => {
  it('finds the one row that answers a situation', () => {
    const table = unique();
    expect(table.row(table.at.colour.red + table.at.walker.no)).toBe(rows[0]);
    expect(table.row(table.at.colour.amber + table.at.walker.yes)).toBe(rows[0]);
    expect(table.row(table.at.colour.green + table.at.walker.yes)).toBe(rows[1]);
    expect(table.row(table.at.colour.green + table.at.walker.no)).toBe(rows[2]);
  });

  it('gives the topmost row that fits, where the order counts', () => {
    const table = first([{ rule: 'light/red', when: { colour: 'red' }, then: 'stop' }, any]);
    expect(table.row(table.at.colour.red + table.at.walker.yes).rule).toBe('light/red');
    expect(table.row(table.at.colour.green + table.at.walker.yes).rule).toBe('light/any');
  });

  it('gives all rows that fit, in their order, or none, where it collects', () => {
    const yes: LightRow = { rule: 'light/walker', when: { walker: 'yes' }, then: 'wait' };
    const red: LightRow = { rule: 'light/red', when: { colour: 'red' }, then: 'stop' };
    const table = collect([yes, red]);
    expect(table.matching(table.at.colour.red + table.at.walker.yes)).toEqual([yes, red]);
    expect(table.matching(table.at.colour.red + table.at.walker.no)).toEqual([red]);
    expect(table.matching(table.at.colour.green + table.at.walker.no)).toEqual([]);
  });

  it('keeps its definition, and is frozen with its shares, situations and matches', () => {
    const table = unique();
    const collected = collect([any]);
    expect(table).toMatchObject({ name: 'light', hit: 'unique', size: 6 });
    expect(table.rows).toBe(rows);
    expect(table.facts).toBe(light);
    const parts = [
      table,
      table.at,
      table.at.colour,
      table.situations,
      ...table.situations,
      collected,
      collected.matching(0),
    ];
    expect(parts.every((part) => Object.isFrozen(part))).toBe(true);
  });

  it('may have no facts: one situation, answered by one row', () => {
    const table = decisionTable({ name: 'empty', hit: 'unique', facts: {}, rows: [{ rule: 'a', when: {}, then: 1 }] });
    expect([table.size, table.situations, table.row(0).rule]).toEqual([1, [{}], 'a']);
  });
});

describe('the address of a situation', () => {
  it('is the sum of its shares, whatever else the situation holds', () => {
    const table = unique();
    expect(addressOf(table, { colour: 'red', walker: 'no' })).toBe(0);
    expect(addressOf(table, { colour: 'green', walker: 'yes' })).toBe(5);
    const more = { colour: 'amber', walker: 'yes', hour: 'late' } as const;
    expect(addressOf(table, more)).toBe(table.at.colour.amber + table.at.walker.yes);
  });

  it('is NaN where a value is outside the space, or missing', () => {
    const outside = [{ colour: 'blue', walker: 'no' }, { colour: 'red' }] as unknown as Situation<Light>[];
    expect(outside.map((situation) => addressOf(unique(), situation))).toEqual([NaN, NaN]);
  });
});

describe('the proof at load', () => {
  it('names a situation that no row answers, and how many there are', () => {
    const gap = 'Decision table "light": no row answers {"colour":"green","walker":"no"} (1 such).';
    expect(() => unique(rows.slice(0, 2))).toThrow(gap);
    expect(() => first(rows.slice(0, 2))).toThrow(gap);
    expect(() => unique([])).toThrow('no row answers {"colour":"red","walker":"no"} (6 such).');
  });

  it('names two rows that answer one situation, and prints it', () => {
    const wide: LightRow = { rule: 'light/wide', when: { walker: 'yes' }, then: 'wait' };
    expect(() => unique([...rows, wide])).toThrow(
      'Decision table "light": row 1 (light/stop) and row 4 (light/wide) both answer {"colour":"red","walker":"yes"}.',
    );
  });

  it('names a row that an earlier one always beats', () => {
    expect(() => first([any, ...rows.slice(0, 1)])).toThrow(
      'Decision table "light": row 2 (light/stop) can never win.',
    );
  });

  it('names a row that fits no situation, whatever the hit policy', () => {
    const never: LightRow = { rule: 'light/never', when: { colour: [] }, then: 'no' };
    const message = 'row 2 (light/never) can never win.';
    expect(() => first([any, never])).toThrow(message);
    expect(() => unique([any, never])).toThrow(message);
    expect(() => collect([any, never])).toThrow(message);
  });

  it('takes a cell that was left undefined for one that fits nothing, not for one that fits all', () => {
    const undefinedCell = { rule: 'light/undefined', when: { colour: undefined }, then: 'no' } as unknown as LightRow;
    expect(() => first([undefinedCell, any])).toThrow('row 1 (light/undefined) can never win.');
  });

  it('gives no address for a value that every object has', () => {
    const table = first([any]);
    expect(addressOf(table, { ...table.situations[0], colour: 'constructor' } as never)).toBeNaN();
  });

  it('takes a cell of a fact that the table does not look at for one that fits nothing', () => {
    const strayCell = { rule: 'light/stray', when: { weather: 'rain' }, then: 'no' } as unknown as LightRow;
    expect(() => first([strayCell, any])).toThrow('row 1 (light/stray) can never win.');
  });

  it('does not mind gaps and overlaps where a table collects, nor overlaps where the order counts', () => {
    expect(() => collect([rows[0] as LightRow, any])).not.toThrow();
    expect(() => collect([])).not.toThrow();
    expect(() => first([rows[0] as LightRow, any])).not.toThrow();
  });
});

describe('the analysis of a table', () => {
  it('finds everything that is wrong with a broken one, without throwing', () => {
    const broken: LightRow[] = [
      { rule: 'a', when: { colour: 'red' }, then: '' },
      { rule: 'b', when: { walker: 'yes', colour: ['red', 'green'] }, then: '' },
      { rule: 'c', when: { walker: [] }, then: '' },
    ];
    expect(analyse({ name: 'broken', hit: 'unique', facts: light, rows: broken })).toEqual({
      gaps: [
        { colour: 'amber', walker: 'no' },
        { colour: 'amber', walker: 'yes' },
        { colour: 'green', walker: 'no' },
      ],
      overlaps: [{ rows: [1, 2], situation: { colour: 'red', walker: 'yes' } }],
      dead: [3],
    });
    const empty = { gaps: [], overlaps: [], dead: [] };
    expect(analyse({ name: 'all', hit: 'collect', facts: light, rows: broken.slice(0, 2) })).toEqual(empty);
    expect(analyse(unique())).toEqual(empty);
  });

  it('gives every pair of rows that answer one situation', () => {
    const { overlaps } = analyse({ name: 'any', hit: 'unique', facts: light, rows: [any, any, any] });
    expect(overlaps.map((each) => each.rows)).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
  });
});

describe('the near misses of a situation', () => {
  it('say of each row that did not fit which facts kept it from fitting, the nearest first', () => {
    expect(nearMisses(unique(), { colour: 'red', walker: 'no' })).toEqual([
      { rule: 'light/go', row: 3, because: [{ fact: 'colour', was: 'red', wants: ['green'] }] },
      {
        rule: 'light/wait',
        row: 2,
        because: [
          { fact: 'colour', was: 'red', wants: ['green'] },
          { fact: 'walker', was: 'no', wants: ['yes'] },
        ],
      },
    ]);
  });

  it('give no reason for a row that fitted and was beaten by an earlier one', () => {
    const table = first([{ rule: 'light/red', when: { colour: ['red', 'amber'] }, then: 'stop' }, any]);
    expect(nearMisses(table, { colour: 'red', walker: 'no' })).toEqual([{ rule: 'light/any', row: 2, because: [] }]);
    expect(nearMisses(table, { colour: 'green', walker: 'no' })).toEqual([
      { rule: 'light/red', row: 1, because: [{ fact: 'colour', was: 'green', wants: ['red', 'amber'] }] },
    ]);
  });

  it('leave out every row that fits, where a table collects', () => {
    const table = collect([any, ...rows]);
    expect(nearMisses(table, { colour: 'green', walker: 'no' }).map(({ row }) => row)).toEqual([2, 3]);
  });

  it('want nothing of a fact whose cell was left undefined', () => {
    const rows = [{ rule: 'light/undefined', when: { colour: undefined }, then: 'no' }] as unknown as LightRow[];
    expect(nearMisses({ name: 'light', hit: 'first', facts: light, rows }, { colour: 'red', walker: 'no' })).toEqual([
      { rule: 'light/undefined', row: 1, because: [{ fact: 'colour', was: 'red', wants: [] }] },
    ]);
  });

  it('of a situation outside the space name every row that asks for the fact', () => {
    const outside = { colour: 'blue', walker: 'no' } as unknown as Situation<Light>;
    expect(nearMisses(unique(), outside).map(({ row }) => row)).toEqual([1, 3, 2]);
  });
});
