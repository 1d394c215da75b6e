import type { OpenQuestion, Rule } from '../src/kernel/decision.js';
import { markdownTable } from '../src/render/markdown.js';
import { machineMermaid, type Drawable } from '../src/render/mermaid.js';

/** The rules of a system: what each says, in both languages, and where it is written. */
export function rulesBlock(rules: Readonly<Record<string, Rule>>): string {
  const rows = Object.entries(rules).map(([id, { statement, source, basis, questions = [], normative }]) => [
    code(bare(id)),
    `${statement.es}<br>*${statement.en}*`,
    `L${source.lines.join(', ')}`,
    normative ? basis : 'motive',
    questions.map((question) => `[${question}](#${question.toLowerCase()})`).join(', '),
  ]);
  return markdownTable([['rule', 'statement', 'lines', 'basis', 'open questions'], ...rows]);
}

/** What the manual leaves open: each question under its code, with our reading and the other one, in both languages. */
export function questionsBlock(questions: Readonly<Record<string, OpenQuestion>>): string {
  return Object.entries(questions)
    .map(([id, { question, reading, other, why, parameter }]) => {
      const rows = Object.entries({ question, 'our reading': reading, 'the other one': other, why }).map(
        ([aspect, { es, en }]) => [aspect, es, en],
      );
      const choice =
        parameter === undefined ? [] : [`The other reading can be chosen: \`${parameter}\` of the policy.`];
      return [`#### ${id}`, markdownTable([['', 'es', 'en'], ...rows]), ...choice].join('\n\n');
    })
    .join('\n\n');
}

/**
 * The graph of a machine as a Mermaid state diagram. Beneath it stand the further stages of an arrow that leads from nearly
 * everywhere, and the events that leave the stage as it is.
 */
export function diagramBlock(flow: Drawable): string {
  const { mermaid, notDrawn } = machineMermaid(flow);
  const beneath = notDrawn.map(
    ({ event, from, to }) => `- \`${event}${to === null ? ', and stays' : ` → ${to}`}\` at ${from.join(', ')}`,
  );
  const diagram = ['```mermaid', mermaid, '```'].join('\n');
  return beneath.length === 0 ? diagram : `${diagram}\n\nNot drawn:\n\n${beneath.join('\n')}`;
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
  return markdownTable([['at', 'on', 'if', 'result', 'rule'], ...rows]);
}

/** The values of a policy: durations in milliseconds, as they are once inside. */
export function policyBlock(policy: object): string {
  const rows = Object.entries(policy).map(([field, value]) => [code(field), code(JSON.stringify(value))]);
  return markdownTable([['parameter', "the manual's value"], ...rows]);
}

function code(text: string): string {
  return `\`${text}\``;
}

/** A rule's id without its system: the page says which. */
function bare(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
