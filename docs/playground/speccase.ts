import { ruleOf } from 'pauta/catalogue';
import { cases, type Case } from 'pauta/spec';
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
  const { system, decision, given, now, zone, policy, policies } = state;
  const { outcome, until, version, fired } = telling.answer;
  // Under another policy it is no longer the manual alone that says so.
  const isManual = policies === null && Object.keys(policy).length === 0;
  return {
    id: `${system}-${nextId(system)}`,
    system,
    decision,
    name: telling.what,
    given,
    now,
    zone,
    ...(policies !== null ? { policies } : isManual ? {} : { policy }),
    expected: [telling.what, telling.why].filter((text) => text !== '').join(' '),
    outcome,
    ...(until === undefined ? {} : { until: isoText(until, zone) }),
    ...(version === undefined ? {} : { version }),
    rule: fired[0],
    determined: isManual && ruleOf(fired[0]).basis === 'manual' ? 'manual' : 'default-reading',
  };
}

/** The number after those of the library's own cases. */
function nextId(system: State['system']): number {
  return Math.max(...cases(system).map(({ id }) => Number(id.slice(system.length + 1)))) + 1;
}
