import { rowsOf, tableOf, type AnsweringRow, type AnyRuleId, type RowRef, type TableName } from 'pauta/catalogue';
import { nearMisses } from 'pauta/kernel';
import { frameOf, whyNot, wordsOf, type Lang } from 'pauta/render';
import type { Answer } from 'pauta/spec';

/** A row of a decision table in words. */
interface RowWords {
  readonly row: number;
  readonly isWinner: boolean;
  /** What it wants of each fact of the table; an empty text: any value will do. */
  readonly cells: readonly string[];
  readonly answer: string;
  readonly rule: string;
  readonly restsOn: string;
}

/** A decision table in words, with the rows that answered. */
export interface TableView {
  readonly name: TableName;
  readonly title: string;
  readonly hit: string;
  readonly heads: readonly string[];
  readonly rows: readonly RowWords[];
}

/** A rule that did not decide, and what kept it from it. */
export interface Miss {
  readonly rule: string;
  readonly text: string;
}

/** As many near misses as are of use. */
const NEAREST = 8;

/** The tables that an answer was looked up in, one after the other, the rows that answered marked. */
export function tablesBehind(answer: Answer, lang: Lang): readonly TableView[] {
  const rows = rowsBehind(answer);
  const names = [...new Set(rows.map(({ table }) => table))];
  return names.map((name) => {
    const winners = rows.filter(({ table }) => table === name).map(({ row }) => row);
    return tableView(name, winners, lang);
  });
}

function rowsBehind({ decisions = [], rows = [] }: Answer): readonly RowRef[] {
  return [...decisions.flatMap(rowsOf), ...rows];
}

function tableView(name: TableName, winners: readonly number[], lang: Lang): TableView {
  const words = wordsOf(lang, name).tables[name];
  const { columns, hits } = frameOf(lang);
  const table = tableOf(name);
  const facts = Object.entries(words?.facts ?? {});
  const either = new Intl.ListFormat(lang, { type: 'disjunction' });
  return {
    name,
    title: words?.title ?? name,
    hit: hits[table.hit],
    heads: [columns.number, ...facts.map(([, { label }]) => label), columns.answer, columns.rule, columns.restsOn],
    rows: table.rows.map(({ when, then, rule, applies = [] }, index) => ({
      row: index + 1,
      isWinner: winners.includes(index + 1),
      cells: facts.map(([fact, { values }]) =>
        either.format([when[fact] ?? []].flat().map((value) => values[value] ?? value)),
      ),
      answer: words?.answer(then) ?? '',
      rule: bare(rule),
      restsOn: applies.map(bare).join(' '),
    })),
  };
}

/** A rule's id without its system. */
function bare(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** The rules that came nearest to deciding and did not, the nearest first, each with the facts that kept it from it. */
export function missesOf({ decisions = [], fired: deciding }: Answer, lang: Lang): readonly Miss[] {
  const [decision] = decisions;
  if (decision === undefined) return [];
  const rows = rowsOf(decision);
  const fired = new Set<string>([...deciding, ...rows.flatMap(({ rule, applies }) => [rule, ...applies])]);
  const near = rows
    .filter((row, index) => rows.findIndex(({ table }) => table === row.table) === index)
    .flatMap(missesIn)
    .sort((one, other) => one.facts - other.facts)
    .map(({ rule }) => rule);
  return [...new Set(near)]
    .filter((rule) => !fired.has(rule))
    .slice(0, NEAREST)
    .map((rule) => ({ rule, text: whyNot(decision, rule, lang).text }));
}

function missesIn({ table, situation }: AnsweringRow): readonly { rule: AnyRuleId; facts: number }[] {
  return nearMisses(tableOf(table), situation).map(({ rule, because }) => ({ rule, facts: because.length }));
}
