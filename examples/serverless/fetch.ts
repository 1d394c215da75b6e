import { answer, type Service } from './answer.js';

/** A web-standard handler in a world of its own. */
export function fetchFor(service: Service) {
  return async (request: Request): Promise<Response> => {
    const { status, headers, body } = answer(
      {
        method: request.method,
        path: new URL(request.url).pathname,
        headers: Object.fromEntries(request.headers),
        body: await bodyOf(request, service.largestBody),
      },
      service,
    );
    return new Response(body, { status, headers });
  };
}

/**
 * What is too large is read on for so many times the largest body, and not kept: a client that is still sending sees a
 * broken connection on some hosts, instead of the answer that says why.
 */
const patience = 16;

/** Reads chunk by chunk and stops where it is too much: a length in the headers may be missing, or a lie. */
async function bodyOf({ body }: Request, largest: number): Promise<Uint8Array | 'too-large'> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of body as AsyncIterable<Uint8Array> & ReadableStream) {
    length += chunk.byteLength;
    if (length <= largest) chunks.push(chunk);
    else if (length > largest * patience) return 'too-large';
  }
  if (length > largest) return 'too-large';
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
