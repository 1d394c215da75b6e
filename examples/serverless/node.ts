/**
 * The same handler on a server of one's own. `PORT` and `HOST` say where: in a container `HOST=0.0.0.0`, with something
 * before it that checks who asks.
 */
import { serve } from 'srvx';
import web from './web.js';

const { PORT: port = 3000, HOST: hostname = 'localhost' } = process.env;

serve({ fetch: web.fetch, port, hostname });
