import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { bodyLimit } from 'hono/body-limit';
import { eventSchema, read } from 'pauta/pending/schema';
import * as z from 'zod';
import type { Host } from './app.js';
import { problem } from './problem.js';
import type { Tally } from './tally.js';
import { storableText } from './whatsapp.js';

/** What the bot, and tools that sellers write with, may tell. Clients speak through Meta, and only the button resolves. */
const allowed = ['ai-message', 'ai-on', 'ai-off', 'seller-message', 'action-flagged', 'message-deleted'];
const MINUTE = 60_000;

/** The door of the AI agent: it tells what it wrote, and when it was switched on and off. */
export function botRoutes({ chats, now, secrets }: Host, tally: Tally): Hono {
  const routes = new Hono();
  routes.use(bearerAuth({ token: secrets.BOT_TOKEN }));

  const event = eventSchema
    .refine(({ type }) => allowed.includes(type), { path: ['type'], error: allowed.join(' or ') })
    .refine(({ id }) => storableText.safeParse(id).success, { path: ['id'], error: 'text of 200 characters at most' })
    .refine((one) => !('messageId' in one) || storableText.safeParse(one.messageId).success, { path: ['messageId'] })
    // Seconds taken for milliseconds, or the like: such a message would be the last one for years.
    .refine(({ at }) => at <= now() + MINUTE, { path: ['at'], error: 'an instant that is not ahead of us' });
  const happening = z.strictObject({ account: storableText, client: z.string().regex(/^\d{5,20}$/), event });
  const body = z.strictObject({ events: z.array(happening).min(1).max(100) });

  routes.post('/events', bodyLimit({ maxSize: 100_000 }), async (context) => {
    const json: unknown = await context.req.json().catch(() => undefined);
    const given = read(body, json);
    if (!given.ok) return problem(context, 400, 'The events are not as they should be.', { problems: given.problems });
    const results = await chats.record(given.value.events.map((one) => ({ ...one, name: null })));
    results.forEach(({ status }, index) => tally.add(`${given.value.events[index]?.event.type} ${status}`));
    return context.json({ results });
  });

  /** What came in, by what became of it, since the start; and what was ever set aside. */
  routes.get('/tally', async (context) => context.json({ counts: tally, setAside: await chats.setAside() }));

  return routes;
}
