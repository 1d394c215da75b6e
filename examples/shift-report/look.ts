import { row, wrap } from './columns.js';
import type { Language } from './when.js';

/** How the report is to look. */
export interface Look {
  readonly language: Language;
  readonly zone: string;
  readonly width: number;
  readonly hasColour: boolean;
}

/** From this width on an entry is a row of columns; below, it has lines of its own. */
export const WIDE = 120;

export const BOLD = 1;
export const DIM = 2;
export const REVERSE = 7;

export function painter(look: Look, code: number): (text: string) => string {
  return look.hasColour ? (text) => `\u001b[${code}m${text}\u001b[0m` : (text) => text;
}

/** A group of entries: its mark, which says the same as its colour, and what it is about. */
export interface Title {
  readonly mark: string;
  readonly colour: number;
  readonly title: string;
}

/** One line of the summary. */
export function summaryLine(count: number, { mark, colour, title }: Title, look: Look): readonly string[] {
  const width = look.width - 11;
  return row([
    { lines: [mark], width: 3, paint: painter(look, colour) },
    { lines: [String(count).padStart(4)], width: 4 },
    { lines: wrap(title, width), width },
  ]);
}
