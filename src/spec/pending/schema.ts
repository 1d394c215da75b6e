import * as z from 'zod';
import { isoInstant, optional } from '../schema.js';

const by = z.enum(['client', 'ai', 'seller']);

export const isPendingGiven = z.strictObject({
  messages: z.array(
    z.strictObject({
      by,
      at: isoInstant,
      kind: optional(z.enum(['reaction', 'note', 'failed', 'mass'])),
      deleted: optional(z.boolean()),
    }),
  ),
  aiActive: z.boolean(),
  aiActiveSince: optional(isoInstant),
  resolvedAt: optional(isoInstant),
  actionFlaggedAt: optional(isoInstant),
  read: optional(z.boolean()),
  windowMinutes: optional(z.number().nonnegative({ error: 'a number of minutes, 0 or more' })),
});

const count = z
  .int({ error: 'a count: a whole number, 0 or more' })
  .nonnegative({ error: 'a count: a whole number, 0 or more' });

export const goalGiven = z.strictObject({ pending: count, toQuote: count });

export const transitionGiven = z.strictObject({
  state: z.enum(['EMPTY', 'AI_PROCESS', 'PENDING', 'ANSWERED', 'RESOLVED']),
  event: z.enum([
    'client-message',
    'ai-message',
    'seller-message',
    'message-deleted',
    'mark-resolved',
    'action-flagged',
    'ai-on',
    'ai-off',
    'tick',
    'opened-by-seller',
    'read',
    'unread',
  ]),
  aiActive: optional(z.boolean()),
  /** Who does it; absent: whoever may. */
  actor: optional(by),
  /** How it is resolved; absent: by the button. */
  via: optional(z.enum(['button', 'menu'])),
});

export type IsPendingGiven = z.output<typeof isPendingGiven>;
export type GoalGiven = z.output<typeof goalGiven>;
export type TransitionGiven = z.output<typeof transitionGiven>;
