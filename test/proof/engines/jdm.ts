/*
 * GoRules' JSON decision model, as far as it is needed here: decision tables and expressions, one after the other.
 */

/** A decision table. Of each row first the cells of the inputs stand, then those of the outputs. */
export interface TableNode {
  readonly hitPolicy: 'first' | 'collect';
  /** What each column looks at. An empty one: its cells are whole conditions. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether what came in goes on beside the answer. */
  readonly passThrough?: boolean;
  readonly outputPath?: string;
}

/** Fields that are reckoned from others. They go on beside what came in. */
export interface ExpressionNode {
  readonly expressions: Readonly<Record<string, string>>;
}

export type JdmNode = TableNode | ExpressionNode;

/** A decision whose nodes are asked one after the other. */
export function jdm(nodes: readonly JdmNode[]): object {
  const chain = [
    { id: 'in', type: 'inputNode' },
    ...nodes.map((node, index) => ({ id: `node-${index}`, ...made(node) })),
    { id: 'out', type: 'outputNode' },
  ];
  return {
    nodes: chain.map((node) => ({ name: node.id, ...node })),
    edges: chain
      .slice(1)
      .map(({ id }, index) => ({ id: `to-${id}`, type: 'edge', sourceId: chain[index]?.id, targetId: id })),
  };
}

function made(node: JdmNode): object {
  if ('expressions' in node) {
    const expressions = Object.entries(node.expressions).map(([key, value], index) => ({
      id: `e${index}`,
      key,
      value,
    }));
    return { type: 'expressionNode', content: { expressions, passThrough: true } };
  }
  const { hitPolicy, inputs, outputs, rows, passThrough = false, outputPath = null } = node;
  const columns = [...inputs.map((_, index) => `i${index}`), ...outputs.map((_, index) => `o${index}`)];
  const content = {
    hitPolicy,
    passThrough,
    outputPath,
    inputs: inputs.map((field, index) => ({ id: `i${index}`, name: `i${index}`, ...(field && { field }) })),
    outputs: outputs.map((field, index) => ({ id: `o${index}`, name: field, field })),
    rules: rows.map((cells, row) => ({
      _id: `row-${row + 1}`,
      ...Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
    })),
  };
  return { type: 'decisionTableNode', content };
}
