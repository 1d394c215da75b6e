import { ZenEngine } from '@gorules/zen-engine';
import { Engine, type RuleProperties } from 'json-rules-engine';
import type { EngineAnswer, EngineFacts, EngineRule } from './engine-rules.js';

/** Puts classified facts to an engine. Both have asynchronous calls only. */
export type Ask = (facts: EngineFacts) => Promise<EngineAnswer>;

/** One rule of json-rules-engine for each row. */
export function jsonRulesEngine(rules: readonly EngineRule[]): Ask {
  const engine = new Engine(
    rules.map(({ when, answer }): RuleProperties => ({
      conditions: {
        all: Object.entries(when).map(([fact, value]) => ({
          fact,
          operator: typeof value === 'string' ? 'equal' : 'in',
          value,
        })),
      },
      event: { type: 'decision', params: { ...answer } },
    })),
  );
  return async (facts) => {
    const { events } = await engine.run(facts);
    return events[0]?.params as unknown as EngineAnswer;
  };
}

/** One decision table of GoRules, compiled beforehand, that stops at the first row that fits. */
export function zenEngine(rules: readonly EngineRule[]): Ask {
  const facts = [...new Set(rules.flatMap(({ when }) => Object.keys(when)))];
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'facts', type: 'inputNode' },
      {
        id: 'table',
        name: 'table',
        type: 'decisionTableNode',
        content: {
          hitPolicy: 'first',
          inputs: facts.map((fact) => ({ id: fact, name: fact, field: fact })),
          outputs: ['rule', 'outcome'].map((field) => ({ id: field, name: field, field })),
          rules: rules.map(({ when, answer }, row) => ({
            _id: `row-${row}`,
            ...Object.fromEntries(
              facts.map((fact) => [
                fact,
                [when[fact] ?? []]
                  .flat()
                  .map((value) => JSON.stringify(value))
                  .join(', '),
              ]),
            ),
            rule: JSON.stringify(answer.rule),
            outcome: JSON.stringify(answer.outcome),
          })),
        },
      },
      { id: 'out', name: 'answer', type: 'outputNode' },
    ],
    edges: [
      { id: 'first', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'second', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  });
  return async (facts) => {
    const { result } = (await decision.evaluate(facts)) as { readonly result: EngineAnswer };
    return result;
  };
}
