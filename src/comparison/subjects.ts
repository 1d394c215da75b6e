import { decide as decideContact, record as recordContact, start as startContact } from '../contact/index.js';
import type { Instant } from '../kernel/clock.js';
import { decide as decideLadder, record as recordLadder, start as startLadder } from '../ladder/index.js';
import {
  decide as decideMessaging,
  intake,
  newContact,
  record as recordMessaging,
  recordLoading,
  start as startMessaging,
} from '../messaging/index.js';
import { decide as decidePending, record as recordPending, start as startPending } from '../pending/index.js';
import {
  decide as decideRequirement,
  record as recordRequirement,
  start as startRequirement,
} from '../requirement/index.js';
import { decide as decideRouting } from '../routing/index.js';
import type { DecisionOf, PolicyOf, Questions, RecordOf, System } from './model.js';
import { ofFacts, ofHistory, type Standing } from './standing.js';

/** How a record of a system is begun under a policy. */
type Subject<S extends System> = (
  record: RecordOf<S>,
  policy: PolicyOf<S>,
  world: Questions[S]['world'],
) => Standing<DecisionOf<S>>;

/** The seven questions, and who answers them. */
export const subjects: { readonly [S in System]: Subject<S> } = {
  pending: (record, policy) =>
    'facts' in record
      ? ofFacts((clock) => decidePending(record.facts, { clock, policy }))
      : ofHistory(startPending(), record.history, policy, { record: recordPending, decide: decidePending }),
  ladder: (record, policy) =>
    'facts' in record
      ? ofFacts((clock) => decideLadder(record.facts, { clock, policy }))
      : ofHistory(startLadder(record.beginning), record.history, policy, {
          record: recordLadder,
          decide: decideLadder,
        }),
  contact: (record, policy) =>
    'facts' in record
      ? ofFacts((clock) => decideContact(record.facts, { clock, policy }))
      : ofHistory(startContact(record.beginning), record.history, policy, {
          record: recordContact,
          decide: decideContact,
        }),
  requirement: (record, policy) =>
    'facts' in record
      ? ofFacts((clock) => decideRequirement(record.facts, { clock, policy }))
      : ofHistory(startRequirement(record.product), record.history, policy, {
          record: recordRequirement,
          decide: decideRequirement,
        }),
  routing: ({ facts, team: then }, policy, { portfolio, team }) =>
    ofFacts(() => decideRouting(facts, { portfolio, team: then ?? team, policy })),
  messaging: (record, policy) =>
    'facts' in record
      ? ofFacts(() => decideMessaging(record.facts, { policy }))
      : ofHistory(startMessaging(record.contact), record.history, policy, {
          record: recordMessaging,
          decide: decideMessaging,
        }),
  'messaging/intake': (record, policy) =>
    'facts' in record
      ? ofFacts((clock) => intake(record.facts, { clock, policy }))
      : ofHistory(newContact(record.contact), record.history, policy, { record: recordLoading, decide: intake }),
};

/** The first instant at which a record is looked at: a search is not looked at before it began. */
export function beginningOf(record: RecordOf<System>, from: Instant): Instant {
  const {
    since = 'beginning' in record && 'searchingSince' in record.beginning ? record.beginning.searchingSince : from,
  } = record;
  return since > from ? since : from;
}
