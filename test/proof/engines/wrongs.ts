import { cellOf, type Sheet } from './answer.js';

/**
 * Every way to make one thing of a table wrong: a cell takes the values that it does not take, or takes all values;
 * a row answers otherwise. An engine that is given such a table must answer another thing somewhere, for no cell of
 * our tables can be spared: test/law.test.ts.
 */
export function wrongs(sheet: Sheet): readonly Sheet[] {
  return sheet.rows.flatMap((row, index) => {
    const having = (change: Partial<Sheet['rows'][number]>): Sheet => ({
      ...sheet,
      rows: sheet.rows.with(index, { ...row, ...change }),
    });
    const looked = Object.keys(sheet.facts).filter((fact) => cellOf(row, fact).length > 0);
    return [
      having({ then: { action: 'another' } }),
      ...looked.flatMap((fact) => {
        const others = (sheet.facts[fact] ?? []).filter((value) => !cellOf(row, fact).includes(value));
        return [others, []].map((values) => having({ when: { ...row.when, [fact]: values } }));
      }),
    ];
  });
}
