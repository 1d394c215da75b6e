import { describe, expect, it } from 'vitest';
import { Asking, type PublicGraph } from './proof/engines/graphs/graph.js';
import { graphs } from './proof/engines/graphs/graphs.js';

/*
 * The short form of the proof `engines`: what GoRules itself expects of its public test graphs, asked of the same rules
 * as tables of ours. Beside its engine they are put by `npm run prove -- engines`.
 */
describe.each(graphs.map((graph) => [graph.file, graph] as const))('%s', (_, graph: PublicGraph<object>) => {
  it('keeps cases, and our tables answer them as expected', () => {
    expect(graph.cases).not.toEqual([]);
    for (const { input, output } of graph.cases) expect(graph.answer(input, new Asking())).toEqual(output);
  });

  it('has a row of ours for each of its own', () => {
    const theirs = graph.nodes.flatMap((node) => ('rows' in node ? [node.rows.length] : []));
    expect(graph.tables.map(({ rows }) => rows.length)).toEqual(theirs);
  });
});
