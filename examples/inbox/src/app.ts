import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Chats } from './chats.js';
import type { Feed } from './feed.js';
import { botRoutes } from './bot-routes.js';
import { log } from './log.js';
import { pageRoutes } from './page-routes.js';
import { problem } from './problem.js';
import { Tally } from './tally.js';
import { webhookRoutes } from './webhook-routes.js';

/** What the routes share. */
export interface Host {
  readonly chats: Chats;
  readonly feed: Feed;
  readonly zone: string;
  readonly now: () => number;
  /** Aborted when the server stops: streams would hold it up for ever. */
  readonly stopping: AbortSignal;
  readonly secrets: Secrets;
}

/** From the environment, and nowhere else. */
export interface Secrets {
  readonly APP_SECRET: string;
  readonly VERIFY_TOKEN: string;
  readonly BOT_TOKEN: string;
  readonly INBOX_USER: string;
  readonly INBOX_PASSWORD: string;
}

/** Three doors: Meta's, signed; the bot's, with a token; the sellers', with a password. And one for the load balancer. */
export async function makeApp(host: Host): Promise<Hono> {
  const app = new Hono();
  const tally = new Tally();
  app.onError((error, context) => {
    // 401, 403 and 413 of the middleware.
    if (error instanceof HTTPException) return error.getResponse();
    log('error', 'request-failed', { path: context.req.path, error: String(error) });
    return problem(context, 500, 'It was not kept. Send it again.');
  });
  app.notFound((context) => problem(context, 404, 'There is nothing here.'));
  app.get('/health', async (context) => {
    await host.chats.ping();
    return context.json({ ok: true });
  });
  app.route('/webhooks/whatsapp', webhookRoutes(host, tally));
  app.route('/api', botRoutes(host, tally));
  app.route('/', await pageRoutes(host));
  return app;
}
