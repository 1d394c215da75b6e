import { kindOf, rowsOf, type AnyDecision, type AnyRuleId, type MachineName } from '../catalogue/index.js';
import type { Recorded } from '../kernel/decision.js';
import { addressOf, type DecisionTable, type Situation, type Space } from '../kernel/table.js';
import type { Answer, Json } from './case.js';

/** The rules that a situation fires: that of the row which answers it, and after it those that the row rests on. */
export function firedBy<S extends Space, Id extends string>(
  table: DecisionTable<S, Id, unknown>,
  situation: Situation<S>,
): readonly [Id, ...Id[]] {
  const { rule, applies = [] } = table.row(addressOf(table, situation));
  return [rule, ...applies];
}

/** The part of an answer that tells what became of an event: of one that a machine answered, by a rule. */
export function told(
  machine: MachineName,
  { stage }: Staged,
  { type: event }: { readonly type: string },
  became: Recorded<Staged, AnyRuleId>,
): Required<Pick<Answer, 'fired' | 'recorded'>> {
  const { rule, state } = became;
  return { fired: [rule as AnyRuleId], recorded: { machine, stage, event, to: state.stage, became } };
}

interface Staged {
  readonly stage: string;
}

/** The answer to a case that takes the library's own facts: the library's own outcome, as it is. */
export function decided(decision: AnyDecision): Answer {
  const { outcome, rule } = decision;
  const rows = rowsOf(decision);
  // What stands in the first table of `contact` only leads on to the next.
  const deciding = kindOf(decision) === 'contact' ? rows.slice(-1) : rows;
  return {
    outcome: outcome as unknown as Json,
    fired: [rule, ...deciding.flatMap((row) => [row.rule, ...row.applies])],
    decisions: [decision],
  };
}
