import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Host } from './app.js';
import { log } from './log.js';
import { problem } from './problem.js';
import { isSame, isSigned } from './signature.js';
import type { Tally } from './tally.js';
import { readWebhook, type Delivery } from './whatsapp.js';

/** Meta sends 3 MB at most. */
const LARGEST = 3 * 1024 * 1024;

/** Meta's door. */
export function webhookRoutes({ chats, secrets }: Host, tally: Tally): Hono {
  const routes = new Hono();

  // When the address is entered at Meta, it asks whether we are who we should be.
  routes.get('/', (context) => {
    const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = context.req.query();
    const isMeta = mode === 'subscribe' && isSame(token ?? '', secrets.VERIFY_TOKEN);
    // What comes back word for word must be nothing that a browser could take for a page.
    if (!isMeta || !/^[\w-]{1,100}$/.test(challenge ?? '')) return problem(context, 403, 'The token is another.');
    return context.text(challenge ?? '', 200, { 'x-content-type-options': 'nosniff' });
  });

  routes.post('/', bodyLimit({ maxSize: LARGEST }), async (context) => {
    // The signature is of the bytes: parsed and written again they would be others.
    const body = new Uint8Array(await context.req.arrayBuffer());
    if (!isSigned(body, context.req.header('x-hub-signature-256'), secrets.APP_SECRET)) {
      tally.add('webhook bad-signature');
      log('warn', 'bad-signature', { bytes: body.length });
      return problem(context, 401, 'The signature is not that of the body.');
    }
    const { happenings, setAside, ignored } = deliveryOf(body);
    const results = await chats.record(happenings, setAside);
    // Only now: a crash before this line has Meta send it again, and what was kept already does no harm.
    results.forEach(({ status }, index) => tally.add(`${happenings[index]?.event.type} ${status}`));
    for (const [kind, count] of Object.entries(ignored)) tally.add(`ignored ${kind}`, count);
    tally.add('set-aside', setAside.length);
    return context.body(null, 200);
  });

  return routes;
}

/** What Meta signed is never refused: it would send it again for a week, and nobody would see what it was. */
function deliveryOf(body: Uint8Array): Delivery {
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return readWebhook(JSON.parse(text));
  } catch {
    const what = text === '' ? { base64: Buffer.from(body).toString('base64') } : text;
    return { happenings: [], setAside: [{ kind: 'webhook', reason: 'no JSON', body: what }], ignored: {} };
  }
}
