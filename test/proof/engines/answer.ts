import type { CollectTable, DecisionTable, ProvenTable, Space } from 'pauta/kernel';

/** A table of any shape, with its look-up. */
export type AskedTable = DecisionTable<Space, string, unknown> | CollectTable<Space, string, unknown>;

/** What another engine is given of a table. */
export type Sheet = Pick<ProvenTable<Space, string, unknown>, 'name' | 'hit' | 'facts' | 'rows'>;

/** What a row answers: its number, counted from 1, its rule and its outcome. */
export interface Answer {
  readonly row: number;
  readonly rule: string;
  readonly outcome: unknown;
}

/** What a table answers at an address by its own look-up. Where it collects, the answers of all rows that fit. */
export function ourAnswers(table: AskedTable, address: number): readonly Answer[] {
  const rows = table.hit === 'collect' ? table.matching(address) : [table.row(address)];
  return rows.map((row) => answerOf(table.rows.indexOf(row) + 1, row));
}

export function answerOf(row: number, { rule, then }: Pick<Sheet['rows'][number], 'rule' | 'then'>): Answer {
  return { row, rule, outcome: then };
}

/** The values of a row's cell; none where any value will do. */
export function cellOf({ when }: Sheet['rows'][number], fact: string): readonly string[] {
  return [when[fact] ?? []].flat();
}
