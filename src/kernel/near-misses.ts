import { fits, wanted, type Situation, type Space, type TableDefinition, type When } from './table.js';

/** Why a row did not answer a situation. */
export interface NearMiss<Id extends string> {
  readonly rule: Id;
  /** The row's number, counted from 1. */
  readonly row: number;
  /** The facts that kept the row from fitting: what they were, and what the row wants. Empty: it fitted, and an earlier row won. */
  readonly because: readonly { readonly fact: string; readonly was: string; readonly wants: readonly string[] }[];
}

/**
 * For each row that did not win in a situation: the facts that kept it from winning. The nearest come first.
 * A situation with a value outside the space fits no row.
 */
export function nearMisses<S extends Space, Id extends string, Answer>(
  table: TableDefinition<S, Id, Answer>,
  situation: Situation<S>,
): readonly NearMiss<Id>[] {
  const winner = table.rows.find((row) => fits(row.when, situation));
  return table.rows
    .map((row, index) => ({ row, number: index + 1 }))
    .filter(({ row }) => row !== winner && !(table.hit === 'collect' && fits(row.when, situation)))
    .map(({ row, number }) => ({ rule: row.rule, row: number, because: mismatches(row.when, situation) }))
    .sort((a, b) => a.because.length - b.because.length);
}

function mismatches<S extends Space>(when: When<S>, situation: Situation<S>): NearMiss<string>['because'] {
  return Object.keys(when).flatMap((fact) => {
    const wants = wanted(when, fact);
    const was = String(situation[fact]);
    return wants.includes(was) ? [] : [{ fact, was, wants }];
  });
}
