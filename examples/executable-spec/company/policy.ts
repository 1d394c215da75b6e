/** What the company has chosen, in one place: for the tests as for production. */
import { policySchema, read } from 'pauta/pending/schema';

/**
 * As it would stand in a file of settings. Our AI agents answer at once or not at all, so that they have three minutes and
 * not five; and they have them anew at each message, for a client who is still talking to one is not left alone.
 */
export const choices = {
  pending: { aiWindow: { minutes: 3 }, measureFrom: 'last-message' },
} as const;

const reading = read(policySchema, choices.pending);
if (!reading.ok) throw new RangeError(`company/policy.ts: ${JSON.stringify(reading.problems)}`);

/** What production gives to `pending.decide`, `pending.queue` and the rest. */
export const policies = { pending: reading.value };
