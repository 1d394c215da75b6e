import { addressOf, type DecisionTable, type Situation, type Space } from '../kernel/table.js';

/** The rules that a situation fires: that of the row which answers it, and after it those that the row rests on. */
export function firedBy<S extends Space, Id extends string>(
  table: DecisionTable<S, Id, unknown>,
  situation: Situation<S>,
): readonly [Id, ...Id[]] {
  const { rule, applies = [] } = table.row(addressOf(table, situation));
  return [rule, ...applies];
}
