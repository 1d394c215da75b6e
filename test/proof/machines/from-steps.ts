import type { Chart, Row, Sent } from './chart.js';
import type { Overheard, Recorded, Staged } from './course.js';

/** A step of a machine of the library, as loosely as xstate has to know it. */
export interface LooseStep {
  readonly from: string | readonly string[];
  readonly on: string | readonly string[];
  readonly if?: string;
  readonly rule: string;
  readonly to?: string;
  readonly stay?: true;
  readonly refuse?: string;
  readonly ignore?: string;
  readonly late?: true;
}

/** A machine of the library, without the part of it that walks. */
export interface Flow {
  readonly name: string;
  readonly stages: readonly string[];
  readonly guards: object;
  readonly steps: readonly LooseStep[];
}

/** What xstate is sent: the event, and what the library asked its own guards about. */
export interface Asking extends Sent {
  readonly asked: readonly unknown[] | null;
}

function saysOf({ refuse, ignore, late, rule }: LooseStep): string {
  if (refuse !== undefined) return `refused ${refuse} by ${rule}`;
  if (ignore !== undefined) return `no-effect ${ignore} by ${rule}`;
  return late === true ? `late by ${rule}` : `applied by ${rule}`;
}

/** What `record` said, in the same words; `null`: the event never came to the machine. */
export function saidBy({ status, code, rule }: Recorded<Staged>): string | null {
  if (rule === undefined) return null;
  return code === undefined ? `${status} by ${rule}` : `${status} ${code} by ${rule}`;
}

/**
 * The steps of a machine as rows of a chart, one for each, in their order. Nothing is shared but the data and the guards
 * themselves; that a guard is to be asked where the library asked none is an Error.
 */
export function chartOf({ name, stages, steps }: Flow, guards: Overheard['guards']): Chart<object, Asking> {
  const rows = steps.map((step): Row<object, Asking> => {
    const guard =
      step.if === undefined ? undefined : (guards[step.if] as ((...asked: unknown[]) => boolean) | undefined);
    if (step.if !== undefined && guard === undefined) throw new Error(`${name}: no guard is called "${step.if}".`);
    return {
      from: [step.from].flat(),
      on: [step.on].flat(),
      ...(guard === undefined ? {} : { when: (_known, { asked }) => guard(...known(asked, name)) }),
      ...(step.to === undefined ? {} : { to: step.to }),
      says: saysOf(step),
    };
  });
  return { name, stages, rows };
}

function known(asked: readonly unknown[] | null, name: string): readonly unknown[] {
  if (asked === null) throw new Error(`${name}: xstate asks a guard where the library asked none.`);
  return asked;
}
