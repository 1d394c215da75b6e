/** How the bytes of a file are to be read. `detect`: by its first mark, as UTF-8, or, if they are none, as Windows-1252. */
export type Encoding = 'detect' | 'utf-8' | 'windows-1252';

/** What is used of the platform's own: neither the types of Node nor those of a browser are at hand in a library for both. */
interface Decoder {
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => Decoder;

const none: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/**
 * Bytes that arrive in pieces, as text. Spreadsheets of Spanish-speaking offices save Windows-1252, so bytes that are no
 * UTF-8 are read as that, unless letters beyond ASCII were already read as UTF-8: then nobody can tell, and `isBroken`.
 */
export class Decoding {
  /** Some bytes cannot be read: the text given last ends before them, and nothing is to follow. */
  isBroken = false;
  readonly #encoding: Encoding;
  readonly #utf8 = strict();
  /** What decodes instead of UTF-8, once that is known. */
  #other: Decoder | null;
  /** Bytes of a character, or of a mark, that is not there whole. */
  #held = none;
  #hasBegun = false;
  #isAscii = true;

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
    this.#other = encoding === 'windows-1252' ? new TextDecoder(encoding) : null;
  }

  /** The text of the bytes that came next, as far as its characters are whole. */
  take(bytes: Uint8Array): string {
    if (this.#other !== null) return this.#other.decode(bytes, { stream: true });
    const whole = this.#held.length === 0 ? bytes : joined(this.#held, bytes);
    if (!this.#hasBegun) {
      this.#hasBegun = whole.length > 1;
      const marked = this.#encoding === 'detect' ? markedAs(whole) : null;
      if (marked !== null) {
        this.#other = new TextDecoder(marked);
        return this.#other.decode(whole, { stream: true });
      }
    }
    const end = this.#hasBegun ? whole.length - unfinished(whole) : 0;
    // The chunk is the caller's, who may fill it anew: what is held is a copy.
    this.#held = new Uint8Array(whole.subarray(end));
    return this.#decoded(whole.subarray(0, end), whole);
  }

  /** What is left once no more bytes come. */
  end(): string {
    return this.#other === null ? this.#decoded(this.#held, this.#held) : this.#other.decode();
  }

  /** Not as a stream: Node decodes it four times as fast. */
  #decoded(finished: Uint8Array, whole: Uint8Array): string {
    try {
      const text = this.#utf8.decode(finished);
      if (text.length !== finished.length) this.#isAscii = false;
      return text;
    } catch {
      const start = startOf(whole);
      if (this.#isAscii && /^[\0-\x7f]*$/.test(start) && this.#encoding === 'detect') {
        this.#other = new TextDecoder('windows-1252');
        // Node 20 reads the signs from 0x80 to 0x9F wrong where it is told that nothing will follow.
        return this.#other.decode(whole, { stream: true });
      }
      this.isBroken = true;
      return start;
    }
  }
}

/** It keeps the mark at the beginning: that too says that the file is UTF-8, and whoever reads the text drops it. */
function strict(): Decoder {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

/** The two forms of UTF-16 are told by their mark alone. */
function markedAs([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** The lowest first byte of a character of two, three and four bytes. */
const LEADS = [0xc0, 0xe0, 0xf0];

/** How many bytes at the end begin a character of UTF-8 that goes on. */
function unfinished(bytes: Uint8Array): number {
  const back = LEADS.findIndex((_, place) => (bytes[bytes.length - 1 - place] ?? 0) >= 0xc0);
  return back !== -1 && (bytes[bytes.length - 1 - back] as number) >= (LEADS[back] as number) ? back + 1 : 0;
}

/** The text before the first byte that is no UTF-8, found by halves. */
function startOf(bytes: Uint8Array): string {
  let text = '';
  for (let good = 0, bad = bytes.length; bad - good > 1;) {
    const middle = (good + bad) >> 1;
    try {
      text = strict().decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return text;
}
