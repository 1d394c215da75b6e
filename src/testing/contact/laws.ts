import * as contact from '../../contact/index.js';
import type { Law } from '../law.js';
import { choices } from './choices.js';
import { machine } from './machine.js';
import { promises } from './promises.js';
import type { Subject } from './subject.js';
import { talk } from './talk.js';
import { timing } from './timing.js';
import { told } from './told.js';

/**
 * What every faithful implementation of `contact` holds to: ours, an adapter around it, or a port of it.
 * `decide` is held to the laws, and so are `others` (`record`, `helpMail` …); what is left out is the library's own.
 * The calendar that the laws count days by is the library's.
 *
 * @example
 * ```ts
 * import { contact } from 'pauta';
 * import { laws } from 'pauta/testing';
 *
 * const adapter: typeof contact.decide = (facts, context) => contact.decide(facts, context);
 * for (const { check } of laws.contact(adapter)) check({ numRuns: 100 });
 * ```
 */
export function laws(decide: typeof contact.decide = contact.decide, others: Partial<Subject> = {}): readonly Law[] {
  const subject: Subject = { ...contact, ...others, decide };
  return [timing, choices, talk, told, promises, machine].flatMap((theme) => theme(subject));
}
