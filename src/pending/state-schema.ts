/** The door of events, and of what is stored of them. */
import * as z from 'zod';
import { idSchema, instantSchema } from '../kernel/schema.js';
import { factsSchema } from './facts-schema.js';
import type { Chat, Event } from './model.js';

const instantOrNull = instantSchema.nullable();
const author = z.enum(['client', 'ai', 'seller']);
const at = instantSchema;
const id = idSchema;

/** An event of a chat, from outside. */
export const eventSchema: z.ZodType<Event> = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      type: z.enum(['client-message', 'ai-message', 'seller-message']),
      id,
      at,
      kind: z.enum(['message', 'reaction', 'note', 'failed', 'mass']).exactOptional(),
    }),
    z.strictObject({ type: z.literal('message-deleted'), id, at, messageId: idSchema }),
    z.strictObject({
      type: z.literal('mark-resolved'),
      id,
      at,
      by: author.exactOptional(),
      via: z.enum(['button', 'menu']).exactOptional(),
    }),
    z.strictObject({ type: z.enum(['action-flagged', 'ai-on', 'ai-off', 'opened', 'read', 'unread']), id, at }),
  ],
  {
    error:
      'a type of event: "client-message", "ai-message", "seller-message", "message-deleted", "mark-resolved", ' +
      '"action-flagged", "ai-on", "ai-off", "opened", "read" or "unread"',
  },
);

const log = z.array(eventSchema);

/** A stored chat. A version that this release does not know is refused, and so is a log that is out of order. */
export const stateSchema: z.ZodType<Chat> = z
  .strictObject({
    version: z.literal(1, { error: 'version 1, the only one that this release of pauta knows' }),
    facts: factsSchema,
    base: factsSchema,
    since: instantOrNull,
    pages: z.array(log),
    tail: log,
  })
  .check(({ value, issues }) => {
    const events = [...value.pages.flat(), ...value.tail];
    const misplaced = events.findIndex((event, index) => event.at < (events[index - 1]?.at ?? event.at));
    const repeated = events.length !== new Set(events.map((event) => event.id)).size;
    if (misplaced === -1 && !repeated) return;
    const message = repeated
      ? 'each event once'
      : `events in order of their instants; event ${misplaced + 1} is earlier than the one before it`;
    issues.push({ code: 'custom', message, path: [value.pages.length > 0 ? 'pages' : 'tail'], input: value });
  });
