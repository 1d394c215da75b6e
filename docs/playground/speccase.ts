import { ruleOf } from 'pauta/catalogue';
import type { Case } from 'pauta/spec';
import { tellingOf } from './telling.js';
import { isoText } from './times.js';
import type { State } from './url.js';

/**
 * What a page shows as a case of the executable specification, its answer that of the library today. It is for the
 * reader to say whether that answer is right. `null` for what cannot be asked.
 */
export function specCase(state: State): Case | null {
  const telling = tellingOf(state);
  if (!telling.ok) return null;
  const { system, decision, given, now, zone, policy } = state;
  const { outcome, until, fired } = telling.answer;
  return {
    id: `${system}-001`,
    system,
    decision,
    name: telling.what,
    given,
    now,
    zone,
    ...(Object.keys(policy).length === 0 ? {} : { policy }),
    expected: [telling.what, telling.why].filter((text) => text !== '').join(' '),
    outcome,
    ...(until === undefined ? {} : { until: isoText(until, zone) }),
    rule: fired[0],
    determined: ruleOf(fired[0]).basis === 'manual' ? 'manual' : 'default-reading',
  };
}
