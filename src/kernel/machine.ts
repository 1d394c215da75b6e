/**
 * What an event does at a stage, as data. Of the rows that name the stage and the event,
 * the topmost whose guard holds decides.
 */
export type Step<
  Stage extends string,
  EventType extends string,
  Guard extends string,
  Id extends string,
  Code extends string = string,
> = {
  readonly from: Stage | readonly Stage[];
  readonly on: EventType | readonly EventType[];
  /** The name of the guard that must hold; none: always. */
  readonly if?: Guard;
  readonly rule: Id;
  /** The rule does not say this: it is what the manual has nearest to it. */
  readonly nearest?: true;
} & (
  | { /** The stage that it leads to. */ readonly to: Stage }
  | { /** It is taken, and the stage stays. */ readonly stay: true }
  | { /** The code of the refusal. */ readonly refuse: Code }
  | { /** It has no effect: the code says why. */ readonly ignore: Code }
  | { /** It is kept, but comes too late to move anything. */ readonly late: true }
);

/** What a machine is made of. */
export interface MachineDefinition<
  Stage extends string,
  EventType extends string,
  Guard extends string,
  Id extends string,
  Asked extends readonly unknown[],
  Code extends string = string,
> {
  /** The name that errors give. */
  readonly name: string;
  /** All stages, the initial one first. */
  readonly stages: readonly Stage[];
  /** The stages that nothing leads out of. */
  readonly final: readonly Stage[];
  readonly events: readonly EventType[];
  /** By their names, the conditions of the steps: pure, and asked with all that `step` gets beside stage and event. */
  readonly guards: Readonly<Record<Guard, (...asked: Asked) => boolean>>;
  readonly steps: readonly Step<Stage, EventType, Guard, Id, Code>[];
}

/** An arrow of the graph: a step that leads to a stage, perhaps to the one that it came from. */
export interface Arrow {
  readonly from: string;
  readonly on: string;
  readonly to: string;
  readonly if: string | null;
  readonly rule: string;
}

/** A machine whose every stage answers every event. */
export interface Machine<
  Stage extends string,
  EventType extends string,
  Guard extends string,
  Id extends string,
  Asked extends readonly unknown[],
  Code extends string = string,
> extends MachineDefinition<Stage, EventType, Guard, Id, Asked, Code> {
  /** The step that answers an event at a stage. What else is given goes to the guards. */
  readonly step: (stage: Stage, event: EventType, ...asked: Asked) => Step<Stage, EventType, Guard, Id, Code>;
  /** The arrows, to be drawn, walked or compared. Refusals are not among them. */
  readonly graph: readonly Arrow[];
}

/**
 * Makes a machine and proves it: a stage that does not answer an event, a step that can never be taken,
 * a stage that cannot be reached, or one that is not final and cannot be left, is an Error that names it.
 */
export function machine<
  const Stage extends string,
  const EventType extends string,
  Guard extends string,
  Id extends string,
  Asked extends readonly unknown[],
  const Code extends string = string,
>(
  definition: MachineDefinition<Stage, EventType, Guard, Id, Asked, Code>,
): Machine<Stage, EventType, Guard, Id, Asked, Code> {
  const { name, stages, events, guards, steps } = definition;
  const answers = new Map(
    stages.map((stage) => [stage, new Map(events.map((event) => [event, answering(stage, event)]))]),
  );
  const graph = Object.freeze(
    [...answers].flatMap(([from, byEvent]) => [...byEvent].flatMap(([on, candidates]) => arrows(from, on, candidates))),
  );
  const fault = brokenStep() ?? strayStage();
  if (fault !== null) throw new Error(`Machine "${name}": ${fault}`);

  /** The steps that may answer an event, as far as the first that has no guard; none where all have one. */
  function answering(stage: Stage, event: EventType): readonly Step<Stage, EventType, Guard, Id, Code>[] {
    const named = steps.filter((step) => names(step.from, stage) && names(step.on, event));
    return named.slice(0, named.findIndex((step) => step.if === undefined) + 1);
  }

  function brokenStep(): string | null {
    const taken = new Set<Step<Stage, EventType, Guard, Id, Code>>();
    for (const [stage, byEvent] of answers) {
      for (const [event, candidates] of byEvent) {
        if (candidates.length === 0) return `"${stage}" does not always answer "${event}".`;
        for (const step of candidates) taken.add(step);
      }
    }
    const dead = steps.find((step) => !taken.has(step));
    return dead === undefined ? null : `step ${steps.indexOf(dead) + 1} (${dead.rule}) can never be taken.`;
  }

  function strayStage(): string | null {
    const reached = new Set<string>(stages.slice(0, 1));
    // A set grows while it is walked: each stage found is walked in its turn.
    for (const stage of reached) for (const { from, to } of graph) if (from === stage) reached.add(to);
    const lost = stages.find((stage) => !reached.has(stage));
    if (lost !== undefined) return `"${lost}" cannot be reached.`;
    const leaves = (stage: Stage): boolean => graph.some(({ from, to }) => from === stage && to !== stage);
    const stuck = stages.find((stage) => leaves(stage) === definition.final.includes(stage));
    if (stuck === undefined) return null;
    return leaves(stuck) ? `"${stuck}" is final, and can be left.` : `"${stuck}" is not final, and cannot be left.`;
  }

  function step(stage: Stage, event: EventType, ...asked: Asked): Step<Stage, EventType, Guard, Id, Code> {
    const candidates = answers.get(stage)?.get(event) as readonly Step<Stage, EventType, Guard, Id, Code>[];
    // The last candidate has no guard: that every stage answers every event was proven above.
    for (let place = 0; ; place++) {
      const candidate = candidates[place] as Step<Stage, EventType, Guard, Id, Code>;
      if (candidate.if === undefined || guards[candidate.if](...asked)) return candidate;
    }
  }

  return Object.freeze({ ...definition, graph, step });
}

function arrows(from: string, on: string, steps: readonly Step<string, string, string, string>[]): readonly Arrow[] {
  return steps.flatMap((step) =>
    'to' in step || 'stay' in step
      ? [{ from, on, to: 'to' in step ? step.to : from, if: step.if ?? null, rule: step.rule }]
      : [],
  );
}

/** Whether a name, or one of a list of names, is the one asked for: without a list made for each asking. */
function names<Name extends string>(cell: Name | readonly Name[], wanted: Name): boolean {
  return typeof cell === 'string' ? cell === wanted : cell.includes(wanted);
}
