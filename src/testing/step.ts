import type { Recorded } from '../kernel/decision.js';
import type { Step } from '../kernel/machine.js';

/** What a machine was told, and what became of it. */
interface Played {
  readonly before: { readonly stage: string };
  readonly event: { readonly type: string };
  readonly recorded: Recorded<{ readonly stage: string }, string>;
}

/** Whether a step of a machine makes of an event what became of it. */
export function isMadeBy(step: Step<string, string, string, string>, { before, event, recorded }: Played): boolean {
  const { state, status, code, rule } = recorded;
  if (![step.from].flat().includes(before.stage) || ![step.on].flat().includes(event.type)) return false;
  if (step.rule !== rule) return false;
  if ('refuse' in step) return status === 'refused' && code === step.refuse;
  if ('ignore' in step) return status === 'no-effect' && code === step.ignore;
  if ('late' in step) return status === 'late';
  return status === 'applied' && state.stage === ('to' in step ? step.to : before.stage);
}
