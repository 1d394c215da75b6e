import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer as RFC 9457 has it. */
export function problem(
  context: Context,
  status: ContentfulStatusCode,
  title: string,
  more: Readonly<Record<string, unknown>> = {},
): Response {
  return context.body(JSON.stringify({ title, status, ...more }), status, {
    'content-type': 'application/problem+json',
  });
}
