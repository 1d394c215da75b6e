import { wanted, type Row, type Space, type When } from '../kernel/table.js';
import { literal } from './quoting.js';

/** For each fact of a table, the condition that it has one of some values. */
export type Cells<S extends Space> = { readonly [F in keyof S]: (values: readonly string[]) => string };

/** The parts of a decision table that SQL is made of. Of its rows exactly one answers, so that their order says nothing. */
export interface Law<S extends Space, Answer> {
  readonly hit: 'unique' | 'first';
  readonly facts: S;
  readonly rows: readonly Row<S, string, Answer>[];
}

/** The condition that an expression is one of some texts. */
export function oneOf(expression: string, values: readonly string[]): string {
  const [only, ...others] = values.map(literal);
  if (only === undefined) return 'FALSE';
  return others.length === 0 ? `${expression} = ${only}` : `${expression} IN (${[only, ...others].join(', ')})`;
}

/** The cell of a fact that has two values: `yes` where the value is `value`. */
export function either(value: string, yes: string, no: string): (values: readonly string[]) => string {
  return (values) => (values.includes(value) ? yes : no);
}

/** The condition that a situation is one that the cells are for; those that take any value say nothing. */
export function conditionOf<S extends Space>(facts: S, when: When<S>, cells: Cells<S>): string {
  const parts = Object.keys(facts).flatMap((fact: keyof S) => {
    const values = wanted(when, fact);
    return isAny(facts, fact, values) ? [] : [cells[fact](values)];
  });
  return parts.length === 0 ? 'TRUE' : parts.join(' AND ');
}

/** A cell left out takes any value. */
function isAny<S extends Space>(facts: S, fact: keyof S, values: readonly string[]): boolean {
  return values.length === 0 || (facts[fact] as readonly string[]).every((value) => values.includes(value));
}

/** A row's answer by SQL: one WHEN for each row, with the rule that decides beside it. */
export function caseOf<S extends Space, Answer>(
  { facts, rows }: Pick<Law<S, Answer>, 'facts' | 'rows'>,
  cells: Cells<S>,
  answer: (row: Row<S, string, Answer>, index: number) => string,
): string {
  const whens = rows.map((row, index) => {
    const value = answer(row, index);
    const law = value === literal(row.rule) ? '' : ` /* ${row.rule} */`;
    return `WHEN ${conditionOf(facts, row.when, cells)} THEN ${value}${law}`;
  });
  return ['CASE', ...whens.map((when) => `  ${when}`), 'END'].join('\n');
}

/**
 * The condition that some of the rows answer for *some* value of a fact: what is left of them when nobody knows it.
 * What one row says already, another need not say again.
 */
export function conditionWithout<S extends Space>(
  facts: S,
  fact: keyof S,
  rows: readonly { readonly when: When<S> }[],
  cells: Cells<S>,
): string {
  const left = rows.map(({ when }) => ({ ...when, [fact]: facts[fact] }));
  const needed = left.filter((one, index) => {
    return !left.some((other, rival) => covers(facts, other, one) && (rival < index || !covers(facts, one, other)));
  });
  const [only = 'FALSE', ...others] = needed.map((when) => `(${conditionOf(facts, when, cells)})`);
  return others.length === 0 ? only : `(${[only, ...others].join(' OR ')})`;
}

/** Whether the cells of one take all that those of the other take. */
function covers<S extends Space>(facts: S, one: When<S>, other: When<S>): boolean {
  return Object.keys(facts).every((fact: keyof S) => {
    const values = wanted(one, fact);
    if (isAny(facts, fact, values)) return true;
    const others = wanted(other, fact);
    return !isAny(facts, fact, others) && others.every((value) => values.includes(value));
  });
}
