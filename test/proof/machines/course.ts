import fc from 'fast-check';
import type { Sent } from './chart.js';

/** What `record` of any system answers. */
export interface Recorded<State> {
  readonly state: State;
  readonly status: 'applied' | 'late' | 'refused' | 'no-effect' | 'duplicate';
  readonly code?: string;
  readonly rule?: string;
}

/** A state of any system that a machine runs. */
export interface Staged {
  readonly stage: string;
}

/** One event of a walk, and what the library made of it. */
export interface Turn<State, Event extends Sent, Scene> {
  /** What the walk is about, where there is more to it than events: the policy, the place of the move. */
  readonly scene: Scene;
  /** The walk has come to an end before this event, and begins anew. */
  readonly isFirst: boolean;
  /** It is only asked what would become of the event: the walk goes on as if it had not been. */
  readonly isAside: boolean;
  readonly before: State;
  readonly event: Event;
  readonly recorded: Recorded<State>;
  /** What `record` asked the guards about; `null`: it asked none. */
  readonly asked: readonly unknown[] | null;
}

/** What is known of a system to walk it. */
export interface Course<State extends Staged, Event extends Sent, Scene, Draw> {
  readonly scene: fc.Arbitrary<Scene>;
  readonly draw: fc.Arbitrary<Draw>;
  /** What may be asked besides, likely or not, and however late; absent: what may be drawn. */
  readonly aside?: fc.Arbitrary<Draw>;
  readonly begin: (scene: Scene) => State;
  /** When it begins. */
  readonly from: (scene: Scene) => number;
  /** The event that a draw makes of a state. `present`: the latest instant so far. */
  readonly make: (
    state: State,
    draw: Draw,
    scene: Scene,
    id: string,
    present: number,
  ) => Event & { readonly at: number };
  readonly record: (state: State, event: Event, scene: Scene, isAside: boolean) => Recorded<State>;
  /** Where nothing more happens: some events are tried there, and then the walk begins anew. */
  readonly ends: readonly string[];
  /** How many times as many walks as the smallest machine needs it takes to come everywhere. */
  readonly share: number;
}

/** What a walk is made of: it can be walked again. */
export interface Drawn<Scene, Draw> {
  readonly scene: Scene;
  readonly draws: readonly Draw[];
  /** One before each event. */
  readonly asides: readonly Draw[];
}

const SHORTEST = 30;
const LONGEST = 40;
const STAYS = 5;

/** Walks of 30 to 40 events, always the same for a seed. */
export function walksOf<State extends Staged, Event extends Sent, Scene, Draw>(
  { scene, draw, aside = draw, share }: Course<State, Event, Scene, Draw>,
  times: number,
  seed: number,
): readonly Drawn<Scene, Draw>[] {
  const draws = fc.array(draw, { minLength: SHORTEST, maxLength: LONGEST, size: 'max' });
  const asides = fc.array(aside, { minLength: LONGEST, maxLength: LONGEST, size: 'max' });
  return fc.sample(fc.record({ scene, draws, asides }), { numRuns: times * share, seed });
}

/** The guards of a machine, that tell what they were asked about last, and as they were before. */
export interface Overheard {
  readonly guards: Readonly<Record<string, (...asked: never) => boolean>>;
  /** What they were asked about since it was last asked for. */
  readonly take: () => readonly unknown[] | null;
  /** Puts the guards back as they were. */
  readonly stop: () => void;
}

/** Listens to the guards of a machine of the library: they are replaced in their place by ones that remember. */
export function overhear(guards: object): Overheard {
  const own = { ...guards } as Record<string, (...asked: unknown[]) => boolean>;
  let last: readonly unknown[] | null = null;
  const listening = Object.entries(own).map(([name, guard]) => [
    name,
    (...asked: unknown[]): boolean => {
      last = asked;
      return guard(...asked);
    },
  ]);
  Object.assign(guards, Object.fromEntries(listening));
  return {
    guards: own,
    take: () => {
      const asked = last;
      last = null;
      return asked;
    },
    stop: () => {
      Object.assign(guards, own);
    },
  };
}

/** Walks once more what was drawn: each event is made of a draw and of what has become of the state by then. */
export function* turnsOf<State extends Staged, Event extends Sent, Scene, Draw>(
  course: Course<State, Event, Scene, Draw>,
  { scene, draws, asides }: Drawn<Scene, Draw>,
  { take }: Pick<Overheard, 'take'>,
): Generator<Turn<State, Event, Scene>> {
  let state = course.begin(scene);
  let present = course.from(scene);
  let stays = 0;
  let isFirst = true;

  function turn(draw: Draw, id: string, isAside: boolean): Turn<State, Event, Scene> & { readonly at: number } {
    const event = course.make(state, draw, scene, id, present);
    take();
    const recorded = course.record(state, event, scene, isAside);
    return { scene, isFirst, isAside, before: state, event, recorded, asked: take(), at: event.at };
  }

  for (const [number, draw] of draws.entries()) {
    if (stays === STAYS) {
      state = course.begin(scene);
      present = course.from(scene);
      stays = 0;
      isFirst = true;
    }
    const id = String(number).padStart(2, '0');
    const aside = asides[number];
    if (aside !== undefined) yield turn(aside, `a${id}`, true);
    const taken = turn(draw, `e${id}`, false);
    yield taken;
    isFirst = false;
    ({ state } = taken.recorded);
    present = Math.max(present, taken.at);
    if (course.ends.includes(state.stage)) stays++;
  }
}
