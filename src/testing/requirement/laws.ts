import * as requirement from '../../requirement/index.js';
import type { Law } from '../law.js';
import { cases } from './cases.js';
import { choices } from './choices.js';
import { course } from './course.js';
import { differences } from './differences.js';
import { promises } from './promises.js';
import { reasons } from './reasons.js';
import type { Subject } from './subject.js';
import { typification } from './typification.js';

/**
 * What every faithful implementation of `requirement` holds to: ours, an adapter around it, or a port of it.
 * `decide` is held to the laws, and so are `others` (`record`, `typify` …); what is left out is the library's own.
 *
 * @example
 * ```ts
 * import { requirement } from 'pauta';
 * import { laws } from 'pauta/testing';
 *
 * const adapter: typeof requirement.decide = (facts, context) => requirement.decide(facts, context);
 * for (const { check } of laws.requirement(adapter)) check({ numRuns: 100 });
 * ```
 */
export function laws(
  decide: typeof requirement.decide = requirement.decide,
  others: Partial<Subject> = {},
): readonly Law[] {
  const subject: Subject = { ...requirement, ...others, decide };
  return [
    ...cases(subject),
    ...differences(subject),
    ...choices(subject),
    ...reasons(subject),
    ...typification(subject),
    ...promises(subject),
    ...course(subject),
  ];
}
