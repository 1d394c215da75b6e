import * as messaging from '../../messaging/index.js';
import type { Law } from '../law.js';
import { bot } from './bot.js';
import { classification } from './classification.js';
import { closing } from './closing.js';
import { conversation } from './conversation.js';
import { crm } from './crm.js';
import { handOff } from './hand-off.js';
import { promises } from './promises.js';
import type { Subject } from './subject.js';
import { validity } from './validity.js';
import { way } from './way.js';
import { whole } from './whole.js';

/**
 * What every faithful implementation of `messaging` holds to: ours, an adapter around it, or a port of it. `decide` is
 * held to the laws, and so are `others` (`record`, `intake`, `recordLoading` …); what is left out is the library's own.
 *
 * @example
 * ```ts
 * import { messaging } from 'pauta';
 * import { laws } from 'pauta/testing';
 *
 * const decide: typeof messaging.decide = (facts, context) => messaging.decide(facts, context);
 * const intake: typeof messaging.intake = (facts, context) => messaging.intake(facts, context);
 * for (const { check } of laws.messaging(decide, { intake })) check({ numRuns: 10 });
 * ```
 */
export function laws(
  decide: typeof messaging.decide = messaging.decide,
  others: Partial<Subject> = {},
): readonly Law[] {
  const subject: Subject = { ...messaging, ...others, decide };
  return [classification, closing, crm, bot, validity, whole, promises, conversation, handOff, way].flatMap((theme) =>
    theme(subject),
  );
}
