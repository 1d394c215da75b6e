import type { Delimiter } from './policy.js';

/** What ends a record. CRLF counts as LF: the CR before it is blank, and falls away with the blanks of its cell. */
export type LineBreak = '\n' | '\r';

/** No record is longer, in UTF-16 units: a quote was never closed, and all that follows would pile up in memory. */
export const LONGEST = 2 ** 23;

const QUOTE = '"';

/** How much of a text is whole records. */
export interface Extent {
  /** Where the last whole record ends, its line break included; 0: none is whole. */
  readonly end: number;
  /** Where the quote stands that keeps the next record from ending; -1: none does. */
  readonly quote: number;
  /** That quote cannot be closed any more: another one follows inside the cell that is neither doubled nor at its end. */
  readonly isBroken: boolean;
}

/**
 * Finds the last line break outside quotes, so that a file can be handed to the parser in pieces without a record being
 * cut. It sees quotes as RFC 4180 has them: one that stands within a cell without opening it is text.
 */
export function wholeRecords(text: string, delimiter: Delimiter, lineBreak: LineBreak): Extent {
  let end = 0;
  for (let outside = 0; ;) {
    const quote = openingQuote(text, outside, delimiter, lineBreak);
    const last = (quote === -1 ? text.slice(outside) : text.slice(outside, quote)).lastIndexOf(lineBreak);
    if (last !== -1) end = outside + last + 1;
    if (quote === -1) return { end, quote, isBroken: false };
    const closing = closingQuote(text, quote);
    const after = closing === -1 ? '' : following(text, closing, delimiter, lineBreak);
    if (after !== delimiter && after !== lineBreak) return { end, quote, isBroken: after !== '' };
    outside = closing + 1;
  }
}

function openingQuote(text: string, from: number, delimiter: Delimiter, lineBreak: LineBreak): number {
  let quote = text.indexOf(QUOTE, from);
  while (quote > 0 && text[quote - 1] !== delimiter && text[quote - 1] !== lineBreak)
    quote = text.indexOf(QUOTE, quote + 1);
  return quote;
}

function closingQuote(text: string, opening: number): number {
  let quote = text.indexOf(QUOTE, opening + 1);
  while (quote !== -1 && text[quote + 1] === QUOTE) quote = text.indexOf(QUOTE, quote + 2);
  return quote;
}

/** What stands after a quote, blanks apart; empty: nothing is there yet. */
function following(text: string, quote: number, delimiter: Delimiter, lineBreak: LineBreak): string {
  let place = quote + 1;
  while (text[place] !== delimiter && text[place] !== lineBreak && text[place]?.trim() === '') place++;
  return text[place] ?? '';
}

/** What ends the records of a file, by its first line break; `null`: that is not there yet. */
export function lineBreakOf(text: string, isWhole: true): LineBreak;
export function lineBreakOf(text: string, isWhole: boolean): LineBreak | null;
export function lineBreakOf(text: string, isWhole: boolean): LineBreak | null {
  const found = /\r*\n|\r+/.exec(text);
  if (found === null) return isWhole ? '\n' : null;
  if (found[0].endsWith('\n')) return '\n';
  // The LF of a CRLF may be still to come.
  return isWhole || found.index + found[0].length < text.length ? '\r' : null;
}

/** How many line breaks a text has. */
export function breaksIn(text: string, lineBreak: LineBreak): number {
  return text.split(lineBreak).length - 1;
}
