import { tableOf, type TableName } from '../catalogue/index.js';
import { wanted, type Row, type Space, type TableDefinition } from '../kernel/table.js';
import { speech, type Lang } from './speech.js';
import { clauseOf, frameOf, tableWords } from './vocabulary.js';

/**
 * A decision table as Markdown, in its own codes: a column for each fact, then the answer, the rule that gives it and
 * those that it rests on. Any table of `pauta/kernel` will do, your own too.
 *
 * @example
 * ```ts
 * import { pending } from 'pauta';
 * import { tableMarkdown } from 'pauta/render';
 *
 * console.log(tableMarkdown(pending.goalTable)); // … | # | pending | toQuote | answer | rule | rests on | …
 * ```
 */
export function tableMarkdown<S extends Space, Id extends string, Answer>(
  table: Omit<TableDefinition<S, Id, Answer>, 'name'>,
): string {
  const facts = Object.keys(table.facts);
  const header = ['#', ...facts, 'answer', 'rule', 'rests on'];
  const rows = table.rows.map((row, index) => [
    String(index + 1),
    ...facts.map((fact) => wanted(row.when, fact).join(' / ')),
    answerCodes(row.then),
    ...lawOf(row),
  ]);
  const space = facts
    .map((fact) => `${code(fact)}: ${(table.facts[fact] as readonly string[]).join(', ')}`)
    .join(' · ');
  const { emptyCell, nearestMark } = frameOf('en');
  const legend = `Hit policy: ${table.hit}. ${emptyCell}${markFor(table.rows, nearestMark)}`;
  return `${space}\n\n${legend}\n\n${markdownTable([header, ...rows])}`;
}

/**
 * A decision table of this library as Markdown, in the words of a team leader: the question that it answers, a column
 * for each fact, and what each row says to do.
 */
export function tableInWords(name: TableName, lang: Lang): string {
  const table = tableOf(name);
  const { title, facts, answer } = tableWords(lang, name);
  const { columns, emptyCell, nearestMark, hits } = frameOf(lang);
  const { or } = speech(lang, 'UTC');
  const header = [
    columns.number,
    ...Object.values(facts).map(({ label }) => label),
    columns.answer,
    columns.rule,
    columns.restsOn,
  ];
  const rows = table.rows.map((row, index) => [
    String(index + 1),
    ...Object.keys(facts).map((fact) => or(wanted(row.when, fact).map((value) => clauseOf(lang, name, fact, value)))),
    answer(row.then),
    ...lawOf(row),
  ]);
  return `**${title}**\n\n${hits[table.hit]} ${emptyCell}${markFor(table.rows, nearestMark)}\n\n${markdownTable([header, ...rows])}`;
}

function lawOf({ rule, applies = [], nearest }: Row<Space, string, unknown>): readonly [string, string] {
  return [`${nearest === true ? '≈ ' : ''}${code(bare(rule))}`, applies.map((id) => code(bare(id))).join(' ')];
}

/** Told only where a row needs it. */
function markFor(rows: readonly Pick<Row<Space, string, unknown>, 'nearest'>[], mark: string): string {
  return rows.some(({ nearest }) => nearest === true) ? ` ${mark}` : '';
}

function answerCodes(then: unknown): string {
  if (Array.isArray(then)) return then.length === 0 ? 'nothing' : then.map((one) => code(String(one))).join(' ');
  if (typeof then !== 'object' || then === null) return code(String(then));
  return Object.entries(then)
    .map(([key, value]) => code(`${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`))
    .join(' ');
}

/** Rows of cells as a Markdown table, the first one its head. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text) => text.replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...body.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

/** A rule's id without its system: whoever shows a table says whose it is. */
function bare(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
