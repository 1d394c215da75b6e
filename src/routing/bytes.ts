/*
 * Texts as bytes: each UTF-16 code unit in one, two or three of them (CESU-8). Other than UTF-8 it gives back every
 * text as it was, halves of a pair too, and bytes compare as the texts do.
 */

/** Bytes that a text takes at most, for each of its code units. */
export const WIDEST = 3;

/**
 * A hash of 32 bits, as a signed number: FNV-1a, and the last mix of MurmurHash3, which spreads it evenly for sharding
 * and interpolation.
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Writes a text from a place on, where there is room for it. Gives the place after its last byte. */
export function write(text: string, bytes: Uint8Array, start: number): number {
  let end = start;
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    if (unit < 0x80) {
      bytes[end++] = unit;
      continue;
    }
    if (unit < 0x800) bytes[end++] = 0xc0 | (unit >> 6);
    else {
      bytes[end++] = 0xe0 | (unit >> 12);
      bytes[end++] = 0x80 | ((unit >> 6) & 0x3f);
    }
    bytes[end++] = 0x80 | (unit & 0x3f);
  }
  return end;
}

/** The text between two places. */
export function textIn(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let unit = 0;
  for (let at = start; at < end; at += widthOf(unit)) {
    unit = unitAt(bytes, at);
    text += String.fromCharCode(unit);
  }
  return text;
}

/** Below 0: the text between two places comes before the other; 0: it is the same; above 0: it comes after it. */
export function compareText(bytes: Uint8Array, start: number, end: number, text: string): number {
  let at = start;
  for (let place = 0; place < text.length; place++) {
    if (at === end) return -1;
    const unit = unitAt(bytes, at);
    const difference = unit - text.charCodeAt(place);
    if (difference !== 0) return difference;
    at += widthOf(unit);
  }
  return end - at;
}

function unitAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return lead;
  const next = (bytes[at + 1] as number) & 0x3f;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | next;
  return ((lead & 0x0f) << 12) | (next << 6) | ((bytes[at + 2] as number) & 0x3f);
}

function widthOf(unit: number): number {
  return unit < 0x80 ? 1 : unit < 0x800 ? 2 : WIDEST;
}
