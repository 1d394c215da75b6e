import { expect } from 'vitest';
import type { Machine } from '../src/kernel/machine.js';

/** Of a machine, what tells which step answers which event. */
type Flow = Pick<Machine<string, string, string, string, never>, 'stages' | 'events' | 'steps'>;

/** What of a record tells which step was taken. */
interface Answered {
  readonly rule?: string;
}

/** The name of a step with the stage and the event that it answers. */
export function nameOf(stage: string, event: string, condition: string | null): string {
  return `${stage} ${event}${condition === null ? '' : ` if ${condition}`}`;
}

function isOf(names: string | readonly string[], name: string): boolean {
  return [names].flat().includes(name);
}

/** Each step of a machine with each stage and event that it is for. */
export function everyStepOf({ stages, events, steps }: Flow): readonly string[] {
  return stages.flatMap((stage) =>
    events.flatMap((event) => {
      const named = steps.filter(({ from, on }) => isOf(from, stage) && isOf(on, event));
      const certain = named.findIndex((step) => step.if === undefined);
      return named.slice(0, certain + 1).map((step) => nameOf(stage, event, step.if ?? null));
    }),
  );
}

/**
 * Watches the guards of a machine, and tells which step answered an event: of one event at most one guard holds,
 * for the first that does decides. `null`: the event did not come so far as the machine.
 */
export function watch(
  guards: object,
): <Recorded extends Answered>(stage: string, event: string, record: () => Recorded) => [Recorded, string | null] {
  const held: string[] = [];
  const watched = Object.entries(guards as Record<string, (...asked: unknown[]) => boolean>).map(([name, guard]) => [
    name,
    (...asked: unknown[]): boolean => {
      const holds = guard(...asked);
      if (holds) held.push(name);
      return holds;
    },
  ]);
  Object.assign(guards, Object.fromEntries(watched));
  return (stage, event, record) => {
    held.length = 0;
    const recorded = record();
    if (recorded.rule === undefined) return [recorded, null];
    expect(held.length).toBeLessThanOrEqual(1);
    return [recorded, nameOf(stage, event, held[0] ?? null)];
  };
}
