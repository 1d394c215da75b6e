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
  if (Array.isArray(then)) return then.length === 0 ? 'nothing' : then.map((one) => code(String(one))).join(' ');
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

/** An arrow that leads from so many stages to one is drawn from the first of them: all together would hide the rest. */
const EVERYWHERE = 5;

/**
 * The graph of a machine as a Mermaid state diagram. Events that lead the same way share an arrow. Beneath it stand the
 * further stages of an arrow that leads from nearly everywhere, and the events that leave the stage as it is.
 */
export function diagramBlock(initial: string, final: readonly string[], graph: readonly Arrow[]): string {
  const moves = graph.filter(({ from, to }) => from !== to);
  const sources = grouped(moves, ({ on, if: guard, to }) => `${labelled(on, guard)} → ${to}`);
  const isDrawn = (arrow: Arrow): boolean => {
    const same = sources.get(`${labelled(arrow.on, arrow.if)} → ${arrow.to}`) ?? [];
    return same.length < EVERYWHERE || same[0] === arrow;
  };
  const drawn = grouped(moves.filter(isDrawn), ({ from, to }) => `${from} --> ${to}`);
  const arrows = [...drawn].map(
    ([arrow, same]) => `  ${arrow} : ${same.map(({ on, if: guard }) => labelled(on, guard)).join(', ')}`,
  );
  const ends = final.map((stage) => `  ${stage} --> [*]`);
  const staying = grouped(
    graph.filter(({ from, to }) => from === to),
    ({ on, if: guard }) => labelled(on, guard),
  );
  const beneath = [
    ...[...sources]
      .filter(([, same]) => same.length >= EVERYWHERE)
      .map(([event, same]) => [event, same.slice(1)] as const),
    ...[...staying].map(([event, same]) => [`${event}, and stays`, same] as const),
  ].map(([event, same]) => `- \`${event}\` at ${same.map(({ from }) => from).join(', ')}`);
  const diagram = ['```mermaid', 'stateDiagram-v2', `  [*] --> ${initial}`, ...arrows, ...ends, '```'].join('\n');
  return beneath.length === 0 ? diagram : `${diagram}\n\nNot drawn:\n\n${beneath.join('\n')}`;
}

function labelled(event: string, guard: string | null): string {
  return guard === null ? event : `${event} [${guard}]`;
}

function grouped(arrows: readonly Arrow[], keyOf: (arrow: Arrow) => string): ReadonlyMap<string, readonly Arrow[]> {
  const groups = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const key = keyOf(arrow);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [arrow]);
    else same.push(arrow);
  }
  return groups;
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
