/**
 * A module with a `fetch`: Cloudflare Workers, `deno serve` and Bun take it as it is, and `node.ts` puts it behind a
 * port. It exports nothing else, for a Worker would take every further name for an entrypoint.
 */
import { doorsFor } from './doors.js';
import { fetchFor } from './fetch.js';
import { language, largestBody, policies, zone } from './service.js';

export default { fetch: fetchFor({ clock: Date, doors: doorsFor(policies), zone, language, largestBody }) };
