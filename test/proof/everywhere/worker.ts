/** The program as a worker on the edge: the order is what a request brings, the report what it is answered with. */
import { run, type Order } from './program.js';

export default {
  async fetch(request: Request): Promise<Response> {
    return Response.json(await run((await request.json()) as Order));
  },
};
