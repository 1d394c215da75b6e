/** The door of the policy. It reads calendars, which need zones: whoever reads only facts and events starts without them. */
import * as z from 'zod';
import { calendarSchema, waitsAgree, waitSchema } from '../kernel/schema.js';
import { policy, type Policy } from './policy.js';

/** What a business may choose, from outside: `{ "aiWindow": { "minutes": 3 } }`. Comes out as a policy. */
export const policySchema: z.ZodType<Policy> = z
  .strictObject({
    aiWindow: waitSchema.exactOptional(),
    calendar: calendarSchema.exactOptional(),
    measureFrom: z.enum(['process-start', 'last-message']).exactOptional(),
    exemptionCovers: z.enum(['both', 'ai-messages', 'nothing']).exactOptional(),
  })
  .check(waitsAgree)
  .transform((choices) => policy(choices));
