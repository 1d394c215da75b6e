import { addressOf, type CollectTable, type DecisionTable, type Situation, type Space } from '../kernel/table.js';
import { kindOf, tablesOf, type AnyDecision } from './kinds.js';
import { tables, type AnyRuleId, type TableName } from './systems.js';

/** A table of any shape. */
export type AnyTable = DecisionTable<Space, AnyRuleId, unknown> | CollectTable<Space, AnyRuleId, unknown>;

/** A row of a table. */
export interface RowRef {
  readonly table: TableName;
  /** The row's number, counted from 1. */
  readonly row: number;
  readonly rule: AnyRuleId;
  /** The rules that the row rests on. */
  readonly applies: readonly AnyRuleId[];
  /** The rule does not say it: it is what the manual has nearest to it. */
  readonly nearest: boolean;
}

/** A row that answered a situation. */
export interface AnsweringRow extends RowRef {
  /** What the row was asked about. */
  readonly situation: Readonly<Record<string, string>>;
}

/** A table by its name, whatever its facts. */
export function tableOf(name: TableName): AnyTable {
  return tables[name];
}

/**
 * The rows that a decision came from, table by table: the last one is that of the table that was looked up last.
 * Of a table in which several rows may answer, all that did. None for a decision that has no table.
 */
export function rowsOf(decision: AnyDecision): readonly AnsweringRow[] {
  return tablesOf(kindOf(decision)).flatMap((name) => {
    const situation = situationIn(tableOf(name), decision.situation);
    return situation === null ? [] : rowsIn(name, situation).map((row) => ({ ...row, situation }));
  });
}

/** The rows of one table that answer a situation: one, or in a table that collects as many as fit. */
export function rowsIn(name: TableName, situation: object): readonly RowRef[] {
  const table = tableOf(name);
  const address = addressOf(table, situation as Situation<Space>);
  const rows = table.hit === 'collect' ? table.matching(address) : [table.row(address)];
  return rows.map((row) => rowRef(name, table.rows.indexOf(row)));
}

/** Every row of a table. */
export function rowsFor(name: TableName): readonly RowRef[] {
  return tableOf(name).rows.map((_, index) => rowRef(name, index));
}

function rowRef(name: TableName, index: number): RowRef {
  const { rule, applies = [], nearest = false } = tableOf(name).rows[index] as AnyTable['rows'][number];
  return { table: name, row: index + 1, rule, applies, nearest };
}

/** What a table's facts are in what a decision saw: there, or one step deeper. `null`: it did not look at the table. */
function situationIn(table: AnyTable, seen: object): Readonly<Record<string, string>> | null {
  const all: Readonly<Record<string, unknown>> = { ...seen };
  const nested = Object.values(all).filter((value): value is Record<string, unknown> => typeof value === 'object');
  const facts = Object.keys(table.facts);
  const whole = [all, ...nested].find((one) => facts.every((fact) => typeof one[fact] === 'string'));
  return whole === undefined ? null : Object.fromEntries(facts.map((fact) => [fact, String(whole[fact])]));
}
