import type { Arrow } from '../src/kernel/machine.js';
import type { Rule } from '../src/kernel/decision.js';
import type { Row, Space, TableDefinition } from '../src/kernel/table.js';

/** A decision table as Markdown: a column for each fact, then the answer, the rule that gives it and those it rests on. */
export function tableBlock<S extends Space, Id extends string, Answer>(table: TableDefinition<S, Id, Answer>): string {
  const facts = Object.keys(table.facts);
  const header = ['#', ...facts, 'answer', 'rule', 'rests on'];
  const rows = table.rows.map((row, index) => [
    String(index + 1),
    ...facts.map((fact) => cell(row, fact)),
    answer(row.then),
    code(bare(row.rule)),
    (row.applies ?? []).map((id) => code(bare(id))).join(' '),
  ]);
  const space = facts.map((fact) => `${code(fact)}: ${(table.facts[fact] ?? []).join(', ')}`).join(' · ');
  return `${space}\n\nHit policy: ${table.hit}. An empty cell: any value.\n\n${markdown([header, ...rows])}`;
}

function cell<S extends Space>(row: Row<S, string, unknown>, fact: string): string {
  const wanted: string | readonly string[] | undefined = row.when[fact];
  return wanted === undefined ? '' : [wanted].flat().join(' / ');
}

function answer(then: unknown): string {
  if (typeof then !== 'object' || then === null) return code(String(then));
  return Object.entries(then)
    .map(([key, value]) => code(`${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`))
    .join(' ');
}

/** The rules of a system: what each says, in both languages, and where it is written. */
export function rulesBlock(rules: Readonly<Record<string, Rule>>): string {
  const rows = Object.entries(rules).map(([id, { statement, source, basis, questions = [], normative }]) => [
    code(bare(id)),
    `${statement.es}<br>*${statement.en}*`,
    `L${source.lines.join(', ')}`,
    normative ? basis : 'motive',
    questions.join(', '),
  ]);
  return markdown([['rule', 'statement', 'lines', 'basis', 'open questions'], ...rows]);
}

/** The graph of a machine as a Mermaid state diagram. Events that lead the same way share an arrow. */
export function diagramBlock(initial: string, final: readonly string[], graph: readonly Arrow[]): string {
  const labels = new Map<string, string[]>();
  for (const { from, on, to, if: guard } of graph) {
    const arrow = `${from} --> ${to}`;
    labels.set(arrow, [...(labels.get(arrow) ?? []), guard === null ? on : `${on} [${guard}]`]);
  }
  const arrows = [...labels].map(([arrow, events]) => `  ${arrow} : ${events.join(', ')}`);
  const ends = final.map((stage) => `  ${stage} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${initial}`, ...arrows, ...ends, '```'].join('\n');
}

/** What a machine refuses or passes over, stage by stage. */
export function refusalsBlock(
  steps: readonly {
    readonly from: string | readonly string[];
    readonly on: string | readonly string[];
    readonly if?: string;
    readonly rule: string;
  }[],
): string {
  const rows = steps.flatMap((step) => {
    const result =
      'refuse' in step
        ? `refused: ${String(step.refuse)}`
        : 'ignore' in step
          ? `no effect: ${String(step.ignore)}`
          : 'late' in step
            ? 'late'
            : null;
    if (result === null) return [];
    return [
      [[step.from].flat().join(', '), [step.on].flat().join(', '), step.if ?? '', code(result), code(bare(step.rule))],
    ];
  });
  return markdown([['at', 'on', 'if', 'result', 'rule'], ...rows]);
}

/** The values of a policy: durations in milliseconds, as they are once inside. */
export function policyBlock(policy: object): string {
  const rows = Object.entries(policy).map(([field, value]) => [code(field), code(JSON.stringify(value))]);
  return markdown([['parameter', "the manual's value"], ...rows]);
}

function markdown(rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...body.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

/** A rule's id without its system: the page says which. */
function bare(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
