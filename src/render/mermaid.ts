import { machines, type MachineName } from '../catalogue/index.js';
import type { Arrow } from '../kernel/machine.js';
import type { Lang } from './speech.js';
import { machineWords } from './vocabulary.js';

/** What of a machine is drawn. */
export interface Drawable {
  /** The initial stage first. */
  readonly stages: readonly string[];
  readonly final: readonly string[];
  readonly graph: readonly Arrow[];
}

/** A machine as a diagram, and apart from it the arrows that would hide the rest. */
export interface Diagram {
  /** A Mermaid state diagram. */
  readonly mermaid: string;
  /** What is not drawn: the event, the stages at which it happens, and where it leads; `null`: the stage stays. */
  readonly notDrawn: readonly {
    readonly event: string;
    readonly from: readonly string[];
    readonly to: string | null;
  }[];
}

/** An arrow that leads from so many stages to one is drawn from the first of them: all together would hide the rest. */
const EVERYWHERE = 5;

/**
 * A machine as a Mermaid state diagram, in its own codes. Events that lead the same way share an arrow. Any machine of
 * `pauta/kernel` will do, your own too.
 *
 * @example
 * ```ts
 * import { ladder } from 'pauta';
 * import { machineMermaid } from 'pauta/render';
 *
 * console.log(machineMermaid(ladder.flow).mermaid); // stateDiagram-v2 …
 * ```
 */
export function machineMermaid({ stages, final, graph }: Drawable): Diagram {
  const moves = graph.filter(({ from, to }) => from !== to);
  const alike = grouped(moves, ({ on, if: condition, to }) => `${labelled(on, condition)} → ${to}`);
  const crowds = [...alike.values()].filter((same) => same.length >= EVERYWHERE);
  const hidden = new Set(crowds.flatMap((same) => same.slice(1)));
  const drawn = grouped(
    moves.filter((arrow) => !hidden.has(arrow)),
    ({ from, to }) => `${from} --> ${to}`,
  );
  const arrows = [...drawn].map(([arrow, same]) => `  ${arrow} : ${same.map(labelOf).join(', ')}`);
  const staying = grouped(
    graph.filter(({ from, to }) => from === to),
    labelOf,
  );
  return {
    mermaid: [
      'stateDiagram-v2',
      ...stages.slice(0, 1).map((initial) => `  [*] --> ${initial}`),
      ...arrows,
      ...final.map((stage) => `  ${stage} --> [*]`),
    ].join('\n'),
    notDrawn: [
      ...crowds.map(([first, ...rest]) => ({
        event: labelOf(first as Arrow),
        from: rest.map(({ from }) => from),
        to: (first as Arrow).to,
      })),
      ...[...staying].map(([event, same]) => ({ event, from: same.map(({ from }) => from), to: null })),
    ],
  };
}

/** A machine of this library as a Mermaid state diagram, in the words of a team leader. */
export function machineInWords(name: MachineName, lang: Lang): Diagram {
  const { stages, events, conditions } = machineWords(lang, name);
  const { graph, final, stages: all } = machines[name];
  const stage = (id: string): string => stages[id] as string;
  const { mermaid, notDrawn } = machineMermaid({
    stages: all,
    final,
    graph: graph.map((arrow) => ({
      ...arrow,
      on: events[arrow.on] as string,
      if: arrow.if === null ? null : (conditions[arrow.if] as string),
    })),
  });
  const [head = '', ...lines] = mermaid.split('\n');
  return {
    mermaid: [head, ...all.map((id) => `  state "${stage(id)}" as ${id}`), ...lines].join('\n'),
    notDrawn: notDrawn.map(({ event, from, to }) => ({
      event,
      from: from.map(stage),
      to: to === null ? null : stage(to),
    })),
  };
}

function labelOf({ on, if: condition }: Arrow): string {
  return labelled(on, condition);
}

function labelled(event: string, condition: string | null): string {
  return condition === null ? event : `${event} [${condition}]`;
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
