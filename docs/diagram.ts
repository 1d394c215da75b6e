import { instance } from '@viz-js/viz';

/**
 * Mermaid state diagrams, as the pages hold them, drawn as SVG while the site is built: no script and no request in
 * the reader's browser. Graphviz draws them: of the layouts tried, only its keeps labels off each other.
 */

const graphviz = await instance();

interface Move {
  readonly from: string;
  readonly to: string;
  /** The events that lead that way, each perhaps with its guard. */
  readonly events: readonly Labelled[];
}

interface Labelled {
  readonly event: string;
  /** Empty: none. */
  readonly guard: string;
}

interface Drawn {
  readonly initial: string;
  readonly final: readonly string[];
  readonly moves: readonly Move[];
}

/** The figure of a state diagram: the drawing, and its arrows in words for those who do not see it. */
export function figure(mermaid: string): string {
  const diagram = read(mermaid);
  const svg = graphviz
    .renderString(dot(diagram), { format: 'svg' })
    .replace(/^[\s\S]*?<svg width="(\d+)pt" height="(\d+)pt"/, '<svg width="$1" height="$2" aria-hidden="true"')
    .replaceAll(/<!--[\s\S]*?-->\n?|<title>[\s\S]*?<\/title>\n?/g, '')
    .replaceAll(/<g id="\w+"/g, '<g');
  const words = [
    `It begins at <b>${diagram.initial}</b>.`,
    ...diagram.moves.map(
      ({ from, to, events }) => `<b>${from}</b> to <b>${to}</b>: ${escaped(events.map(inWords).join('; '))}`,
    ),
    ...diagram.final.map((stage) => `<b>${stage}</b> is an end.`),
  ];
  return [
    '<figure class="diagram" v-pre>',
    `<div class="drawing" role="img" tabindex="0" aria-label="State diagram; its arrows follow in words">${svg}</div>`,
    '<label class="whole"><input type="checkbox"> The whole at once</label>',
    '<details><summary>The arrows in words</summary>',
    `<ul>${words.map((line) => `<li>${line}</li>`).join('')}</ul>`,
    '</details></figure>\n',
  ].join('\n');
}

function read(mermaid: string): Drawn {
  const lines = mermaid.split('\n').map((line) => line.trim());
  const arrows = lines
    .filter((line) => line !== '' && line !== 'stateDiagram-v2')
    .map((line) => {
      const [, from, to, label = ''] = /^(\S+) --> (\S+)(?: : (.+))?$/.exec(line) ?? [];
      if (from === undefined || to === undefined) throw new Error(`A diagram has a line that cannot be drawn: ${line}`);
      return { from, to, events: labels(label) };
    });
  return {
    initial: arrows.find(({ from }) => from === '[*]')?.to ?? '',
    final: arrows.filter(({ to }) => to === '[*]').map(({ from }) => from),
    moves: arrows.filter(({ from, to }) => from !== '[*]' && to !== '[*]'),
  };
}

/** `mail-sent [heard, or told], cancel`: a comma within brackets divides nothing. */
function labels(text: string): readonly Labelled[] {
  return [...text.matchAll(/([^,[\s][^,[]*?)\s*(?:\[([^\]]*)\])?(?:,|$)/g)].map(({ 1: event = '', 2: guard = '' }) => ({
    event,
    guard,
  }));
}

function inWords({ event, guard }: Labelled): string {
  return guard === '' ? event : `${event}, if ${guard}`;
}

function dot({ initial, final, moves }: Drawn): string {
  return `digraph {
    bgcolor=transparent; nodesep=0.3; ranksep=0.4;
    node [shape=box, style=rounded, fontname=Arial, fontsize=13, margin="0.16,0.09", height=0.3];
    edge [fontname=Arial, fontsize=12, arrowsize=0.7];
    start [shape=circle, style=filled, label="", width=0.16];
    start -> ${initial};
    ${final.map((stage) => `${stage} [peripheries=2];`).join('\n')}
    ${moves.map(({ from, to, events }) => `${from} -> ${to} [label="${label(events)}"];`).join('\n')}
  }`;
}

/** One event a line. Events with the same guard stand under it, so that it is written once. */
function label(events: readonly Labelled[]): string {
  const guards = [...new Set(events.map(({ guard }) => guard))];
  const lines = guards.flatMap((guard) => {
    const same = events.filter((one) => one.guard === guard).map(({ event }) => event);
    if (guard === '') return same;
    return same.length === 1 ? [`${same.join('')} [${guard}]`] : [`[${guard}]`, ...same.map((event) => `· ${event}`)];
  });
  return lines.map((line) => ` ${line} \\l`).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
