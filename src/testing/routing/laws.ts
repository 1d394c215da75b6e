import { validate } from '../../routing/csv.js';
import * as routing from '../../routing/index.js';
import type { Law } from '../law.js';
import { choices } from './choices.js';
import { differences } from './differences.js';
import { machines } from './machines.js';
import { people } from './people.js';
import { promises } from './promises.js';
import { readings } from './readings.js';
import type { Subject } from './subject.js';
import { uploads } from './uploads.js';

/**
 * What every faithful implementation of `routing` holds to: ours, an adapter around it, or a port of it.
 * `decide` is held to the laws, and so are `others` (`load`, `record`, and `validate` of `pauta/routing/csv` …); what
 * is left out is the library's own.
 *
 * @example
 * ```ts
 * import { routing } from 'pauta';
 * import { laws } from 'pauta/testing';
 *
 * const adapter: typeof routing.decide = (contact, context) => routing.decide(contact, context);
 * for (const { check } of laws.routing(adapter)) check({ numRuns: 10 });
 * ```
 */
export function laws(decide: typeof routing.decide = routing.decide, others: Partial<Subject> = {}): readonly Law[] {
  const subject: Subject = { ...routing, validate, ...others, decide };
  return [
    ...people(subject),
    ...readings(subject),
    ...uploads(subject),
    ...differences(subject),
    ...choices(subject),
    ...promises(subject),
    ...machines(subject),
  ];
}
