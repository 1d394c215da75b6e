import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import * as z from 'zod';
import type { Host } from './app.js';
import { problem } from './problem.js';
import { storableText } from './whatsapp.js';

/** Proxies close what is silent for a minute. */
const HEARTBEAT = 25_000;

const files = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/inbox.js': ['inbox.js', 'text/javascript; charset=utf-8'],
  '/words.js': ['words.js', 'text/javascript; charset=utf-8'],
  '/inbox.css': ['inbox.css', 'text/css; charset=utf-8'],
} as const;

const press = z.strictObject({
  account: storableText,
  client: z.string().regex(/^\d{5,20}$/),
  version: z.int().positive(),
  id: z.uuid(),
});

/** The sellers' door: the page, its stream and its button. */
export async function pageRoutes({ chats, feed, zone, stopping, secrets }: Host): Promise<Hono> {
  const routes = new Hono();
  routes.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ['data:'],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  );
  routes.use(basicAuth({ username: secrets.INBOX_USER, password: secrets.INBOX_PASSWORD, realm: 'inbox' }));
  // The browser sends the password along from any site: so whoever makes a request must be our own page.
  routes.use(csrf());

  for (const [path, [name, type]] of Object.entries(files)) {
    const content = await readFile(new URL(`../page/${name}`, import.meta.url), 'utf8');
    const body = content.replace('{{zone}}', zone);
    routes.get(path, (context) => context.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' }));
  }

  routes.get('/stream', (context) => {
    const place = context.req.header('last-event-id') ?? null;
    // nginx would gather the messages until it has a buffer full.
    context.header('x-accel-buffering', 'no');
    return streamSSE(context, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      const heartbeat = setInterval(() => void stream.write(':\n\n'), HEARTBEAT);
      try {
        for await (const message of feed.follow(place, AbortSignal.any([gone.signal, stopping]))) {
          const { id, type, ...data } = message;
          await stream.writeSSE({ id, event: type, data: JSON.stringify(data), retry: 2_000 });
        }
      } finally {
        clearInterval(heartbeat);
      }
    });
  });

  routes.post('/resolve', bodyLimit({ maxSize: 4_096 }), async (context) => {
    // A form of another site cannot send this type without being asked first, and nobody here answers that question.
    if (context.req.header('content-type') !== 'application/json') return problem(context, 415, 'Send JSON.');
    const given = press.safeParse(await context.req.json().catch(() => undefined));
    if (!given.success) return problem(context, 400, 'This is no press of the button.');
    const { version, id, ...key } = given.data;
    const status = await chats.resolve(key, version, id);
    if (status === 'unknown-chat') return problem(context, 404, 'There is no such chat.', { code: status });
    if (status === 'changed')
      return problem(context, 409, 'Something happened that you have not seen.', { code: status });
    return context.json({ status });
  });

  return routes;
}
