import { isDeepStrictEqual } from 'node:util';
import type { Ending } from '../course.js';
import type { Act } from '../outside-world.js';
import type { Life } from './life.js';

/** How a move went on the workers. */
export interface Played {
  readonly move: string;
  /** Of its workflow. */
  readonly status: string;
  readonly ending: Ending | null;
  readonly error: string | null;
  readonly acts: readonly (Pick<Act, 'key' | 'outcome'> & { readonly at: number; readonly attempts: number })[];
}

/**
 * Where a move went otherwise than its undisturbed life: how it ended, what was done, with which data. What may differ
 * is when, and so the order of acts that do not wait for one another.
 */
export function differencesOf(life: Life, played: Played): readonly string[] {
  const { move, status, ending, error, acts } = played;
  if (status !== 'SUCCESS') return [`${move}: its workflow is ${status} (${error ?? 'no error'})`];
  const differences: string[] = [];
  if (!isDeepStrictEqual(ending, life.ending)) {
    differences.push(`${move} ended ${JSON.stringify(ending)}, not ${JSON.stringify(life.ending)}`);
  }
  for (const { key, outcome } of life.acts) {
    const done = acts.find((act) => act.key === key);
    if (done === undefined) differences.push(`${key} was not done`);
    else if (!isDeepStrictEqual(done.outcome, outcome)) {
      differences.push(`${key} was ${JSON.stringify(done.outcome)}, not ${JSON.stringify(outcome)}`);
    }
  }
  for (const { key } of acts) if (!life.acts.some((act) => act.key === key)) differences.push(`${key} was done too`);
  return differences;
}
