import { isDeepStrictEqual } from 'node:util';
import { Asking, type PublicGraph } from './graphs/graph.js';
import type { JdmNode } from './jdm.js';
import { zen, type Ask } from './zen.js';

/** What was seen of a public graph. */
export interface GraphSeen {
  readonly file: string;
  readonly inputs: number;
  readonly mismatches: readonly string[];
  /** Situations that our tables were asked, of those that they tell apart. */
  readonly asked: number;
  readonly situations: number;
  readonly cases: number;
  /** The file's own cases that GoRules answers as expected, and so do our tables. */
  readonly held: number;
  /** Rows of the graph: of these, those without which it answers otherwise somewhere. */
  readonly rows: number;
  readonly missed: number;
  /** Rows of our tables that answered somewhere. */
  readonly answering: number;
}

/** Puts a graph on GoRules' engine beside our tables, at every input. */
export async function besideGraph<Input extends object>(graph: PublicGraph<Input>): Promise<GraphSeen> {
  const { file, nodes, cases, inputs, tables } = graph;
  const asking = new Asking();
  const ask = zen(nodes);
  const mismatches: string[] = [];
  for (const input of inputs) {
    const [theirs, ours] = [await ask(input), graph.answer(input, asking)];
    if (!isDeepStrictEqual(theirs, ours)) mismatches.push(JSON.stringify({ file, input, theirs, ours }));
  }
  let held = 0;
  for (const { input, output } of cases) {
    const answers = [await ask(input), graph.answer(input, new Asking())];
    held += answers.every((answer) => isDeepStrictEqual(answer, output)) ? 1 : 0;
  }
  const rows = tables.flatMap((table) => table.rows);
  const without = withoutEach(nodes);
  let missed = 0;
  for (const poorer of without) missed += (await differs(zen(poorer), graph)) ? 1 : 0;
  return {
    ...{ file, inputs: inputs.length, mismatches, cases: cases.length, held, missed },
    asked: asking.situations,
    situations: tables.reduce((sum, { size }) => sum + size, 0),
    rows: without.length,
    answering: rows.filter((row) => asking.answered(row)).length,
  };
}

/** The graph with one row less, for each of its rows. */
function withoutEach(nodes: readonly JdmNode[]): readonly (readonly JdmNode[])[] {
  return nodes.flatMap((node, place) =>
    'rows' in node ? node.rows.map((_, row) => nodes.with(place, { ...node, rows: node.rows.toSpliced(row, 1) })) : [],
  );
}

async function differs<Input extends object>(ask: Ask, graph: PublicGraph<Input>): Promise<boolean> {
  for (const input of graph.inputs) {
    if (!isDeepStrictEqual(await ask(input), graph.answer(input, new Asking()))) return true;
  }
  return false;
}
