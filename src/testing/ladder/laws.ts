import * as ladder from '../../ladder/index.js';
import type { Law } from '../law.js';
import { answers } from './answers.js';
import { choices } from './choices.js';
import { machine } from './machine.js';
import { offers } from './offers.js';
import { order } from './order.js';
import { promises } from './promises.js';
import { rests } from './rests.js';
import type { Subject } from './subject.js';
import { told } from './told.js';

/**
 * What every faithful implementation of `ladder` holds to: ours, an adapter around it, or a port of it.
 * `decide` is held to the laws, and so are `others` (`record`, `winner` …); what is left out is the library's own.
 * What depends on the policy is proven under any; the order of the steps under the manual's own.
 *
 * @example
 * ```ts
 * import { ladder } from 'pauta';
 * import { laws } from 'pauta/testing';
 *
 * const adapter: typeof ladder.decide = (facts, context) => ladder.decide(facts, context);
 * for (const { check } of laws.ladder(adapter)) check({ numRuns: 100 });
 * ```
 */
export function laws(decide: typeof ladder.decide = ladder.decide, others: Partial<Subject> = {}): readonly Law[] {
  const subject: Subject = { ...ladder, ...others, decide };
  return [order, answers, offers, choices, told, promises, machine, rests].flatMap((theme) => theme(subject));
}
