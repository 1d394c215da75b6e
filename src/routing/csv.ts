import Papa from 'papaparse';
import type { Sentence } from '../kernel/decision.js';
import type { Delimiter } from './policy.js';
import { Reading, type Parse, type ReadingOptions } from './reading.js';
import type { Validation } from './validation.js';

export { suggestMapping, type HeadingFault, type Mapping, type Suggestion } from './headings.js';
export type { Encoding } from './decoding.js';
export type { ProblemCode, WarningCode } from './expectations.js';
export type { ReadingOptions } from './reading.js';
export type { Accepted, Refused, RowProblem, Validation, ValidationOptions } from './validation.js';
export type { RefusalCode } from './verdict.js';
export type { Warning } from './warnings.js';

/** What is used of the platform's streams: `Blob.stream()`, the body of a request. */
export interface ReadableStreamLike {
  /** Asked once, when the reading begins: from then on the stream is nobody else's. */
  getReader(): {
    /** The next piece, or that there is none; where it is rejected, so is `validateStream`. */
    read(): Promise<{ readonly done: false; readonly value: string | Uint8Array } | { readonly done: true }>;
    /** Called where the rest is not asked for: neither after the last piece nor after a failure. */
    cancel(): Promise<unknown>;
    /** Called last, however the reading ended. */
    releaseLock(): void;
  };
}

/** A file that arrives in pieces: a stream of Node or of the web, or whatever else can be walked; or one that is at hand. */
export type Source =
  string | Uint8Array | AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array> | ReadableStreamLike;

/**
 * Judges a file that is at hand, all or nothing: every bad row is listed, and what is accepted goes to `load` and
 * `preview`. Columns are those of the template, unless `mapping` names others; cells are separated by what the policy
 * allows (RT-22); blank lines are passed over (RT-24).
 *
 * Whatever the file holds, it does not throw.
 *
 * Source: direct-assignment L14–29.
 */
export function validate(source: string | Uint8Array, options: ReadingOptions): Validation {
  const reading = new Reading(options, rowsOf);
  reading.take(source);
  return reading.end();
}

/**
 * Judges a file that arrives in pieces, as `validate` does. No more of it is held than a piece and a record; once it is
 * certain that the rest cannot be read, it is not asked for.
 *
 * Where the source fails, the promise is rejected with its error.
 */
export async function validateStream(source: Source, options: ReadingOptions): Promise<Validation> {
  const reading = new Reading(options, rowsOf);
  for await (const chunk of chunksOf(source)) {
    reading.take(chunk);
    // To leave the loop closes the source.
    if (reading.isOver) break;
  }
  return reading.end();
}

/** A `ReadableStream` can be walked everywhere but in Safari. */
function chunksOf(source: Source): AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array> {
  if (typeof source === 'string' || source instanceof Uint8Array) return [source];
  return Symbol.asyncIterator in source || Symbol.iterator in source ? source : chunksRead(source);
}

async function* chunksRead(stream: ReadableStreamLike): AsyncGenerator<string | Uint8Array> {
  const reader = stream.getReader();
  let isLeft = false;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      // Who asks for no more, leaves here.
      isLeft = true;
      yield next.value;
      isLeft = false;
    }
  } finally {
    if (isLeft) await reader.cancel();
    reader.releaseLock();
  }
}

const rowsOf: Parse = (text, delimiter, newline) => Papa.parse<string[]>(text, { delimiter, newline }).data;

/** How a report is written. */
export interface ReportOptions {
  readonly lang: keyof Sentence;
  /** Absent: a comma. A Spanish Excel opens a semicolon without being asked. */
  readonly delimiter?: Delimiter;
  /** Whether it begins with the mark by which Excel knows UTF-8; absent: it does. */
  readonly byteOrderMark?: boolean;
}

const words = {
  es: {
    titles: ['Tipo', 'Línea', 'Columna', 'Valor', 'Código', 'Qué hacer', 'Ver línea'],
    error: 'Error',
    warning: 'Aviso',
  },
  en: {
    titles: ['Kind', 'Line', 'Column', 'Value', 'Code', 'What to do', 'See line'],
    error: 'Error',
    warning: 'Warning',
  },
} as const satisfies Record<keyof Sentence, object>;

/** What a spreadsheet takes for a formula, whatever blanks, quotes and invisible marks stand before it. */
const FORMULA = /^[\s"'\p{C}]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/u;

/** What another spreadsheet takes for the end of a cell, with what stands before the next one, and a formula's sign. */
const INNER_BEGINNING = /([,;\t\r\n|][\s"'\p{C}]*)([=+\-@\uff0b\uff0d\uff1d\uff20]?)/gu;

function harmless(cell: string | number): string | number {
  if (typeof cell !== 'string') return cell;
  return cell.replace(INNER_BEGINNING, (beginning, before: string, sign: string) =>
    sign === '' ? beginning : `${before}'${sign}`,
  );
}

/**
 * What is wrong with a file, as a file for whoever must mend it: first why it is refused, then a row for each problem,
 * and one for each line that a warning is about. No cell of it is taken for a formula.
 */
export function reportCsv(validation: Validation, { lang, delimiter, byteOrderMark = true }: ReportOptions): string {
  const { titles, error, warning } = words[lang];
  const rows: (string | number)[][] = [[...titles]];
  if (!validation.ok) {
    rows.push([error, '', '', '', validation.code, validation.expected[lang], '']);
    for (const { line, column, value, code, expected, conflictsWith } of validation.problems) {
      rows.push([error, line, column, value, code, expected[lang], conflictsWith ?? '']);
    }
  }
  for (const { code, value, lines, note } of validation.warnings) {
    for (const line of lines.length === 0 ? [''] : lines) {
      rows.push([warning, line, '', value ?? '', code, note[lang], '']);
    }
  }
  const text = Papa.unparse(
    rows.map((row) => row.map(harmless)),
    { delimiter: delimiter ?? ',', escapeFormulae: FORMULA },
  );
  return byteOrderMark ? `\ufeff${text}` : text;
}
