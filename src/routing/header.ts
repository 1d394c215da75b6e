import { expectations, otherDelimiter } from './expectations.js';
import { columnsOf, suggestMapping, type Columns } from './headings.js';
import { defaultPolicy, type Delimiter } from './policy.js';
import type { Parse, ReadingOptions } from './reading.js';
import { breaksIn, wholeRecords, type LineBreak } from './records.js';
import type { Refused, RowProblem } from './validation.js';

/** How the rows of a file are to be read. */
export interface Header {
  readonly delimiter: Delimiter;
  /** `null`: the file is blank. */
  readonly columns: Columns | null;
}

/** The beginning of a file. */
export interface Beginning {
  readonly text: string;
  /** The line that it begins on. */
  readonly line: number;
  readonly lineBreak: LineBreak;
  /** Whether the file ends where the text does. */
  readonly isAll: boolean;
}

/** A delimiter, and what the headings are with it. */
interface Attempt extends Header {
  readonly isAllowed: boolean;
  /** The line of the headings. */
  readonly line: number;
  /** Where the first record stands that does not end; -1: all do. */
  readonly open: number;
  /** Whether it is a quote that keeps it from ending. */
  readonly isQuoted: boolean;
}

/** Why no row of a file is looked at. */
export type Headless =
  | { readonly reason: 'headings'; readonly headings: 'none' | 'elsewhere'; readonly details: Partial<Refused> }
  | { readonly reason: 'broken-quotes' | 'endless-row'; readonly open: number };

/** So far headings are looked for, in UTF-16 units. Without an end to that, a file of commas could be looked at for long. */
export const REACH = 2 ** 20;

const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/**
 * The headings of a file: its first record that is not blank, between the first of the delimiters allowed with which
 * those that are needed are found. `null`: more of the file must be seen.
 *
 * Source: direct-assignment L24, L26 (RT-22).
 */
export function headerOf(beginning: Beginning, options: ReadingOptions, parse: Parse): Header | Headless | null {
  const { delimiters: allowed } = options.policy ?? defaultPolicy;
  const attempts: Attempt[] = [];
  for (const delimiter of new Set([...allowed, ...delimiters])) {
    const attempt = attemptWith(delimiter, beginning, options, parse);
    if (attempt === null) return null;
    if (attempt.isAllowed && attempt.columns?.faults.length === 0) return attempt;
    attempts.push(attempt);
  }
  const [first] = attempts as [Attempt, ...Attempt[]];
  const elsewhere = attempts.find(({ columns }) => columns?.faults.length === 0);
  const widest = attempts.reduce((one, other) => (widthOf(other) > widthOf(one) ? other : one));
  if (first.columns === null && widthOf(widest) < 2) {
    if (first.open === -1) return first;
    return { reason: first.isQuoted ? 'broken-quotes' : 'endless-row', open: first.open };
  }
  return headless(elsewhere ?? widest, options);
}

function attemptWith(
  delimiter: Delimiter,
  { text, line, lineBreak, isAll }: Beginning,
  { kind, mapping, policy = defaultPolicy }: ReadingOptions,
  parse: Parse,
): Attempt | null {
  const isFull = text.length >= REACH;
  const { end, quote, isBroken } = wholeRecords(text.slice(0, REACH), delimiter, lineBreak);
  const rows = parse(text.slice(0, end), delimiter, lineBreak);
  const place = rows.findIndex((cells) => !isBlank(cells));
  if (place === -1 && !isBroken && !isAll && !isFull) return null;
  return {
    delimiter,
    isAllowed: policy.delimiters.includes(delimiter),
    columns: place === -1 ? null : columnsOf(rows[place] as readonly string[], kind, mapping),
    line: rows.slice(0, place).reduce((sum, cells) => sum + linesOf(cells, lineBreak), line),
    open: end === text.length && !isFull ? -1 : Math.max(quote, end),
    isQuoted: quote !== -1,
  };
}

function widthOf({ columns }: Attempt): number {
  return columns === null ? 0 : columns.headings.length;
}

function headless({ delimiter, isAllowed, columns, line }: Attempt, options: ReadingOptions): Headless {
  const { kind, policy = defaultPolicy } = options;
  const { headings, faults } = columns as Columns;
  const expected = expectations(kind, policy);
  const problems = faults.map(({ heading, code }): RowProblem => {
    return { line, column: heading, value: '', code, expected: expected[code] };
  });
  return {
    reason: 'headings',
    headings: isAllowed ? 'none' : 'elsewhere',
    details: {
      headings,
      problems,
      suggestion: suggestMapping(headings, kind),
      ...(!isAllowed && { expected: otherDelimiter(delimiter, policy.delimiters) }),
    },
  };
}

/** A row of a spreadsheet in which nobody wrote anything (RT-24). */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** How many lines of the file a record takes. */
export function linesOf(cells: readonly string[], lineBreak: LineBreak): number {
  return cells.reduce((lines, cell) => lines + breaksIn(cell, lineBreak), 1);
}
