import type { Refusal } from './problem.js';

/** A request as plain data, for each host has a shape of its own. */
export interface Question {
  readonly method: string;
  /** Without the query and the host's prefix. */
  readonly path: string;
  /** By names in lower case, as all our hosts give them. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The bytes of the body; `too-large`: the host stopped reading. */
  readonly body: Uint8Array | 'too-large';
}

/** The door that a request asks for and the JSON that it brings, or the first reason to look no further. */
export function admit<Door>(
  { method, path, headers, body }: Question,
  { doors, largestBody }: { readonly doors: ReadonlyMap<string, Door>; readonly largestBody: number },
): { readonly door: Door; readonly body: unknown } | Refusal {
  const door = doors.get(path);
  if (door === undefined) {
    return { status: 404, title: 'No such door', detail: `There are: ${[...doors.keys()].join(', ')}.` };
  }
  if (method !== 'POST') {
    return {
      status: 405,
      title: 'A door takes POST',
      detail: 'Send the facts as the body of a POST.',
      headers: { allow: 'POST' },
    };
  }
  if (!isJson(headers['content-type']) || (headers['content-encoding'] ?? 'identity') !== 'identity') {
    return {
      status: 415,
      title: 'A door takes JSON',
      detail: 'Send "Content-Type: application/json", in UTF-8 and not compressed.',
      headers: { 'accept-post': 'application/json', 'accept-encoding': 'identity' },
    };
  }
  if (body === 'too-large' || body.byteLength > largestBody) {
    return { status: 413, title: 'The body is too large', detail: `A body has at most ${largestBody} bytes.` };
  }
  try {
    return { door, body: JSON.parse(utf8.decode(body)) as unknown };
  } catch (error) {
    // Both the decoder and the parser say what they stumbled over; what they say is about the body alone.
    const detail = body.byteLength === 0 ? 'The body is empty.' : `The body is no JSON: ${(error as Error).message}.`;
    return { status: 400, title: 'The body cannot be read', detail };
  }
}

/** Refuses what is no UTF-8; the default would put a replacement character into somebody's id. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** JSON has one encoding, so a parameter that names another is a mistake (RFC 8259, 8.1). */
function isJson(header: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(header ?? '');
}
