import * as contact from 'pauta/contact';
import * as ladder from 'pauta/ladder';

/**
 * The rules' parameters, made once. Whoever changes them changes what a workflow that is under way decides when it is
 * replayed: raise `version` in worker.ts with them.
 */
export const policies = {
  search: ladder.defaultPolicy,
  talk: contact.policy({ mcAddress: 'mc@example.com' }),
} as const;
