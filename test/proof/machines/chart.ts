import { assign, createActor, createMachine, initialTransition, transition } from 'xstate';

/** What an xstate machine is sent. */
export interface Sent {
  readonly type: string;
  readonly id: string;
}

/** What an event does at a stage. Of the rows that name both, the topmost whose condition holds decides. */
export interface Row<Known, Event extends Sent> {
  readonly from: readonly string[];
  readonly on: readonly Event['type'][];
  /** Absent: always. */
  readonly when?: (known: Known, event: Event) => boolean;
  /** Absent: the stage stays. */
  readonly to?: string;
  /** What is said of the event. A refusal stays, and says so. */
  readonly says: string;
  /** What is known of the event from then on. */
  readonly learn?: (known: Known, event: Event, stage: string) => Partial<Known>;
  /** The catalogue's tables do not say this; what `record` documents does. */
  readonly silent?: true;
}

/** A machine, as rows. */
export interface Chart<Known, Event extends Sent> {
  readonly name: string;
  /** All stages, the initial one first. */
  readonly stages: readonly string[];
  readonly rows: readonly Row<Known, Event>[];
}

/** What a machine has made of an event. */
export interface Answer {
  readonly stage: string;
  readonly says: string;
  /** Which transition was taken: the stage, the event and the number of the row. */
  readonly taken: string;
  readonly silent: boolean;
}

interface Context {
  readonly known: object;
  /** The id of the event that was answered last: an event that nothing answers does not change it. */
  readonly id: string | null;
  readonly answer: Answer | null;
}

type AnyRow = Row<object, Sent>;

/** Every transition that an xstate machine may take: of a stage and an event, none after the first without a condition. */
export function transitionsOf<Known, Event extends Sent>({ stages, rows }: Chart<Known, Event>): readonly string[] {
  return stages.flatMap((stage) => {
    const events = new Set(rows.filter(({ from }) => from.includes(stage)).flatMap(({ on }) => on));
    return [...events].flatMap((event) => {
      const named = [...rows.entries()].filter(([, { from, on }]) => from.includes(stage) && on.includes(event));
      const certain = named.findIndex(([, { when }]) => when === undefined);
      return named.slice(0, certain === -1 ? undefined : certain + 1).map(([row]) => `${stage} ${event} ${row}`);
    });
  });
}

/** A state for each stage, and in it the transitions in the order of the rows. No state is final: all answer on. */
function machineOf({ name, stages, rows }: Chart<object, Sent>) {
  const transitionsAt = (stage: string) => {
    const on: Record<string, object[]> = {};
    rows.forEach((row, number) => {
      if (!row.from.includes(stage)) return;
      for (const type of row.on) (on[type] ??= []).push(transitionBy(row, stage, `${stage} ${type} ${number}`));
    });
    return { on };
  };
  return createMachine({
    types: {} as { context: Context; events: Sent; input: object },
    id: name,
    initial: stages[0] as string,
    context: ({ input }) => ({ known: input, id: null, answer: null }),
    states: Object.fromEntries(stages.map((stage) => [stage, transitionsAt(stage)])),
  });
}

/** The machines made so far, by their charts. */
const machines = new WeakMap<object, ReturnType<typeof machineOf>>();

function transitionBy({ when, to, says, learn, silent }: AnyRow, stage: string, taken: string): object {
  interface Args {
    readonly context: Context;
    readonly event: Sent;
  }
  return {
    ...(to === undefined ? {} : { target: to }),
    ...(when === undefined ? {} : { guard: ({ context, event }: Args) => when(context.known, event) }),
    actions: assign(({ context, event }: Args) => ({
      known: learn === undefined ? context.known : { ...context.known, ...learn(context.known, event, stage) },
      id: event.id,
      answer: { stage: to ?? stage, says, taken, silent: silent === true },
    })),
  };
}

/** What is told one event after the other. */
export interface Walker<Event extends Sent> {
  /** What becomes of an event, which is then past; `null`: nothing in the machine answers it. */
  readonly tell: (event: Event) => Answer | null;
  /** What would become of an event. */
  readonly ask: (event: Event) => Answer | null;
}

/** xstate's own pure `transition`, and beside it, where asked for, its actor; both must come to the same. */
export function walkerOf<Known extends object, Event extends Sent>(
  chart: Chart<Known, Event>,
  input: Known,
  hasActor: boolean,
): Walker<Event> {
  const machine = machines.get(chart) ?? machineOf(chart as unknown as Chart<object, Sent>);
  machines.set(chart, machine);
  let [snapshot] = initialTransition(machine, input);
  const actor = hasActor ? createActor(machine, { input }).start() : null;

  /** The stage is where xstate is, not where the row says that it leads. */
  function answerOf({ value, context }: typeof snapshot, { id }: Event): Answer | null {
    if (context.id !== id || context.answer === null) return null;
    return { ...context.answer, stage: typeof value === 'string' ? value : JSON.stringify(value) };
  }

  return {
    ask: (event) => answerOf(transition(machine, snapshot, event)[0], event),
    tell: (event) => {
      [snapshot] = transition(machine, snapshot, event);
      const answer = answerOf(snapshot, event);
      actor?.send(event);
      const other = actor === null ? answer : answerOf(actor.getSnapshot(), event);
      if (other?.stage !== answer?.stage || other?.taken !== answer?.taken)
        throw new Error(`${chart.name}: by the actor ${other?.stage}, by the pure transition ${answer?.stage}.`);
      return answer;
    },
  };
}
