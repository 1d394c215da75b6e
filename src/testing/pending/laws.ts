import * as pending from '../../pending/index.js';
import type { Law } from '../law.js';
import { choices } from './choices.js';
import { definition } from './definition.js';
import { promises } from './promises.js';
import { reasons } from './reasons.js';
import { reception } from './reception.js';
import type { Subject } from './subject.js';
import { window } from './window.js';

/**
 * What every faithful implementation of `pending` holds to: ours, an adapter around it, or a port of it.
 * `decide` is held to the laws, and so are `others` (`record`, `queue` …); what is left out is the library's own.
 *
 * @example
 * ```ts
 * import { pending } from 'pauta';
 * import { laws } from 'pauta/testing';
 *
 * const adapter: typeof pending.decide = (facts, context) => pending.decide(facts, context);
 * for (const { check } of laws.pending(adapter)) check({ numRuns: 100 });
 * ```
 */
export function laws(decide: typeof pending.decide = pending.decide, others: Partial<Subject> = {}): readonly Law[] {
  const subject: Subject = { ...pending, ...others, decide };
  return [
    ...definition(subject),
    ...window(subject),
    ...choices(subject),
    ...reasons(subject),
    ...promises(subject),
    ...reception(subject),
  ];
}
