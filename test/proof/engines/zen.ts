import { ZenEngine } from '@gorules/zen-engine';
import { answerOf, cellOf, type Answer, type Sheet } from './answer.js';
import { jdm, type JdmNode, type TableNode } from './jdm.js';

/** Puts facts to an engine. */
export type Ask = (facts: object) => Promise<unknown>;

/** A decision, compiled by GoRules' engine. */
export function zen(nodes: readonly JdmNode[]): Ask {
  const decision = new ZenEngine().createDecision(jdm(nodes));
  return async (facts) => ((await decision.evaluate(facts)) as { readonly result: unknown }).result;
}

/** One of our tables as a decision table of GoRules. It knows no `unique`: `collect` would show a second row. */
export function exported(sheet: Sheet, hitPolicy: TableNode['hitPolicy']): TableNode {
  const facts = Object.keys(sheet.facts);
  return {
    hitPolicy,
    inputs: facts,
    outputs: ['row', 'rule', 'outcome'],
    rows: sheet.rows.map((row, index) => [
      ...facts.map((fact) => listed(cellOf(row, fact))),
      ...Object.values(answerOf(index + 1, row)).map((value) => JSON.stringify(value)),
    ]),
  };
}

/** What GoRules answers, in the order of the rows. */
export async function zenAnswers(ask: Ask, situation: Readonly<Record<string, string>>): Promise<readonly Answer[]> {
  const result = await ask(situation);
  return Array.isArray(result) ? (result as readonly Answer[]) : [result as Answer];
}

/** A cell takes any of its values; an empty one takes all. */
function listed(values: readonly string[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}
