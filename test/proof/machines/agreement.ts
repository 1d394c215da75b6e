import { transitionsOf, walkerOf, type Answer, type Chart, type Row, type Sent } from './chart.js';
import { turnsOf, type Course, type Drawn, type Overheard, type Staged, type Turn } from './course.js';

/** A chart that a course is compared with. */
export interface Referee<State, Event extends Sent, Scene, Known extends object, Told extends Sent> {
  readonly chart: Chart<Known, Told>;
  /** What the machine knows before anything happens. */
  readonly known: (scene: Scene) => Known;
  /** What the machine is sent of a turn. */
  readonly told: (turn: Turn<State, Event, Scene>) => Told;
  /** What the library said, in the words of the chart; `null`: it is not compared. */
  readonly said: (turn: Turn<State, Event, Scene>) => string | null;
  /** What the machine said, where the library has a further word for it. */
  readonly reworded?: (answer: Answer, turn: Turn<State, Event, Scene>) => string;
}

/** What came of walking a machine beside the library. */
export interface Agreement {
  walks: number;
  events: number;
  /** Of the events, those that were only asked about. */
  asides: number;
  readonly statuses: Record<string, number>;
  /** Events on which the catalogue's tables are silent. */
  silent: number;
  /** Where the two differ: the first of them, in words. */
  readonly differences: string[];
  differing: number;
  /** The transitions taken, and in which walk first. */
  readonly taken: Map<string, number>;
}

const TOLD_OF = 20;
/** Every tenth walk is told to an actor, too. */
const ACTED = 10;

/** A course, its walks and what listens to its guards. */
export interface Walking<State extends Staged, Event extends Sent, Scene, Draw> {
  readonly course: Course<State, Event, Scene, Draw>;
  readonly walks: readonly Drawn<Scene, Draw>[];
  readonly overheard: Pick<Overheard, 'take'>;
}

interface Difference<State, Event extends Sent, Scene> {
  readonly turn: Turn<State, Event, Scene>;
  readonly answer: Answer | null;
  readonly ours: string;
  readonly theirs: string;
}

/** Each turn of a walk with what both make of it. */
function* compared<State extends Staged, Event extends Sent, Scene, Draw, Known extends object, Told extends Sent>(
  { course, overheard }: Pick<Walking<State, Event, Scene, Draw>, 'course' | 'overheard'>,
  drawn: Drawn<Scene, Draw>,
  { chart, known, told, said, reworded }: Referee<State, Event, Scene, Known, Told>,
  hasActor: boolean,
): Generator<Difference<State, Event, Scene>> {
  let walker = walkerOf(chart, known(drawn.scene), hasActor);
  for (const turn of turnsOf(course, drawn, overheard)) {
    if (turn.isFirst && turn.isAside) walker = walkerOf(chart, known(drawn.scene), hasActor);
    const ours = said(turn);
    if (ours === null) continue;
    const answer = turn.isAside ? walker.ask(told(turn)) : walker.tell(told(turn));
    const says = answer === null ? 'nothing' : (reworded?.(answer, turn) ?? answer.says);
    const { stage } = turn.recorded.state;
    yield { turn, answer, ours: `${ours} -> ${stage}`, theirs: `${says} -> ${answer?.stage ?? 'nowhere'}` };
  }
}

/** Walks a chart and the library with the same events. */
export function agreementOf<
  State extends Staged,
  Event extends Sent,
  Scene,
  Draw,
  Known extends object,
  Told extends Sent,
>(walking: Walking<State, Event, Scene, Draw>, referee: Referee<State, Event, Scene, Known, Told>): Agreement {
  const seen: Agreement = {
    ...{ walks: walking.walks.length, events: 0, asides: 0, statuses: {}, silent: 0, differences: [], differing: 0 },
    taken: new Map(),
  };
  for (const [number, drawn] of walking.walks.entries()) {
    for (const { turn, answer, ours, theirs } of compared(walking, drawn, referee, number % ACTED === 0)) {
      const { status } = turn.recorded;
      seen.events++;
      if (turn.isAside) seen.asides++;
      seen.statuses[status] = (seen.statuses[status] ?? 0) + 1;
      if (answer?.silent === true) seen.silent++;
      if (answer !== null && !seen.taken.has(answer.taken)) seen.taken.set(answer.taken, number);
      if (ours === theirs) continue;
      seen.differing++;
      if (seen.differences.length < TOLD_OF)
        seen.differences.push(
          `walk ${number}, ${turn.before.stage} ${turn.event.type}: ${ours}; by xstate: ${theirs} (${answer?.taken ?? '-'})`,
        );
      break; // what follows a difference follows from it
    }
  }
  return seen;
}

/** Whether one walk tells a chart from the library. */
function isFoundOut<State extends Staged, Event extends Sent, Scene, Draw, Known extends object, Told extends Sent>(
  walking: Walking<State, Event, Scene, Draw>,
  number: number,
  referee: Referee<State, Event, Scene, Known, Told>,
): boolean {
  const drawn = walking.walks[number] as Drawn<Scene, Draw>;
  try {
    for (const { ours, theirs } of compared(walking, drawn, referee, false)) if (ours !== theirs) return true;
    return false;
  } catch {
    return true; // xstate asks a guard that the library did not come to
  }
}

/** What came of altering a chart: how many alterations of how many were found out, and those that were not. */
export interface Control {
  altered: number;
  found: number;
  readonly unfound: string[];
}

/** What may be wrong with a row: what stands in its place, and the walks that must find it out. */
interface Alteration<Known, Event extends Sent> {
  readonly how: string;
  readonly replacement: readonly Row<Known, Event>[];
  readonly walks: readonly number[];
}

/**
 * Each row leads to another stage, is left out, and, where it has a condition, holds always. The first two must be found
 * out by the walk that took the row first; the third by one that took a row after it, of a stage and an event of both.
 */
function alterationsOf<Known, Event extends Sent>(
  { stages, rows }: Chart<Known, Event>,
  index: number,
  { taken }: Pick<Agreement, 'taken'>,
): readonly Alteration<Known, Event>[] {
  const row = rows[index] as Row<Known, Event>;
  const placed = [...taken].map(([name, walk]) => {
    const [stage = '', event = '', place = ''] = name.split(' ');
    return { stage, event, place: Number(place), walk };
  });
  const own = placed.find(({ place }) => place === index);
  if (own === undefined) return [];
  const leadsTo = row.to ?? own.stage;
  const elsewhere = stages[(stages.indexOf(leadsTo) + 1) % stages.length] as string;
  const { when, ...always } = row;
  const after = placed.filter(
    ({ stage, event, place }) => place > index && row.from.includes(stage) && row.on.includes(event),
  );
  return [
    { how: 'leads elsewhere', replacement: [{ ...row, to: elsewhere }], walks: [own.walk] },
    { how: 'is left out', replacement: [], walks: [own.walk] },
    ...(when === undefined
      ? []
      : [{ how: 'holds always', replacement: [always], walks: after.map(({ walk }) => walk) }]),
  ];
}

/** The negative control. A row that was never taken is not altered: it is named among the transitions not taken. */
export function controlOf<
  State extends Staged,
  Event extends Sent,
  Scene,
  Draw,
  Known extends object,
  Told extends Sent,
>(
  walking: Walking<State, Event, Scene, Draw>,
  referee: Referee<State, Event, Scene, Known, Told>,
  agreement: Pick<Agreement, 'taken'>,
): Control {
  const control: Control = { altered: 0, found: 0, unfound: [] };
  const { rows } = referee.chart;
  for (const [index, { from, on, says }] of rows.entries()) {
    for (const { how, replacement, walks } of alterationsOf(referee.chart, index, agreement)) {
      control.altered++;
      const chart = { ...referee.chart, rows: rows.toSpliced(index, 1, ...replacement) };
      if (walks.some((walk) => isFoundOut(walking, walk, { ...referee, chart }))) control.found++;
      else control.unfound.push(`row ${index} (${from.join('/')} ${on.join('/')}: ${says}) ${how}`);
    }
  }
  return control;
}

/** The transitions of a chart that no walk took. */
export function untaken<Known, Event extends Sent>(
  chart: Chart<Known, Event>,
  { taken }: Pick<Agreement, 'taken'>,
): readonly string[] {
  return transitionsOf(chart).filter((name) => !taken.has(name));
}
