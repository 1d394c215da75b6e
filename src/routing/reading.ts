import { Decoding, type Encoding } from './decoding.js';
import { isCsv } from './guards.js';
import { headerOf, isBlank, linesOf, REACH, type Header } from './header.js';
import type { Columns, Suggestion } from './headings.js';
import { Inspection } from './inspection.js';
import type { Delimiter } from './policy.js';
import { breaksIn, lineBreakOf, LONGEST, wholeRecords, type LineBreak } from './records.js';
import { actorIn, refusalAt, verdictOn, type Validation, type ValidationOptions } from './validation.js';
import type { GateSeen } from './verdict.js';

/** What a file is for, and how it is to be read. */
export interface ReadingOptions extends ValidationOptions {
  /** Absent: it is not looked at. */
  readonly fileName?: string;
  /** Which column is which; what it leaves out, by the headings of the template. */
  readonly mapping?: Suggestion;
  /** Absent: `detect`. */
  readonly encoding?: Encoding;
  /** Told after each piece how far the reading is: rows below the headings, and bytes (of a text, its UTF-16 units). */
  readonly onProgress?: (progress: { readonly rows: number; readonly bytes: number }) => void;
}

/** The cells of a text of whole records. Each ends with a line break, so that an empty one follows the last. */
export type Parse = (text: string, delimiter: Delimiter, lineBreak: LineBreak) => readonly (readonly string[])[];

/** So much is read at a time: the cells of a larger piece would outlive the young heap, and be copied. */
const PIECE = 2 ** 14;

const BYTE_ORDER_MARK = '\ufeff';

/** A file that is read in pieces. However it is cut into them, the verdict is the same. */
export class Reading {
  readonly #options: ReadingOptions;
  readonly #parse: Parse;
  readonly #decoding: Decoding;
  readonly #gate: GateSeen;
  #verdict: Validation | null;
  /** Text that is no whole records yet, and the line of the file that it begins on. */
  #held = '';
  #line = 1;
  /** How long it must be to be looked at again: to look at every byte that comes would take the square of its length. */
  #enough = 0;
  #bytes = 0;
  #lineBreak: LineBreak | null = null;
  #header: Header | null = null;
  #inspection: Inspection | null = null;
  #isBelowHeadings = false;

  constructor(options: ReadingOptions, parse: Parse) {
    const { fileName = '.csv', encoding = 'detect' } = options;
    this.#options = options;
    this.#parse = parse;
    this.#decoding = new Decoding(encoding);
    const file = isCsv(fileName) ? 'csv' : 'other';
    this.#gate = { actor: actorIn(options), file, headings: 'found', text: 'whole' };
    this.#verdict = refusalAt(this.#gate);
  }

  /** Whether nothing that may follow changes the verdict. */
  get isOver(): boolean {
    return this.#verdict !== null;
  }

  /** Reads what comes next. */
  take(chunk: string | Uint8Array): void {
    for (let start = 0; start < chunk.length && this.#verdict === null; start += PIECE) {
      const end = Math.min(start + PIECE, chunk.length);
      this.#add(typeof chunk === 'string' ? chunk.slice(start, end) : this.#decoding.take(chunk.subarray(start, end)));
      this.#bytes += end - start;
      this.#options.onProgress?.({ rows: this.#inspection?.rows ?? 0, bytes: this.#bytes });
    }
  }

  /** The verdict, once nothing more comes. */
  end(): Validation {
    if (this.#verdict === null) this.#add(this.#decoding.end());
    if (this.#verdict === null) {
      // The last record may lack its line break, and no record is whole without.
      this.#held += this.#lineBreak ?? lineBreakOf(this.#held, true);
      this.#advance(true);
    }
    const columns = this.#header?.columns ?? null;
    return this.#verdict ?? verdictOn(this.#inspection as Inspection, this.#gate, this.#options, columns);
  }

  #add(text: string): void {
    // Wherever it stands: a file may be two, put one after the other.
    this.#held += text.replaceAll(BYTE_ORDER_MARK, '');
    const { isBroken } = this.#decoding;
    if (isBroken || this.#held.length >= this.#enough) this.#advance(false);
    if (isBroken && this.#verdict === null) this.#stop('mixed-encoding', this.#held.length);
  }

  /** Looks at the whole records of the text held. */
  #advance(isAll: boolean): void {
    this.#header ??= this.#begin(isAll);
    if (this.#header !== null) this.#cut(this.#header, isAll);
    this.#enough = Math.min(2 * this.#held.length, LONGEST + 1);
  }

  #begin(isAll: boolean): Header | null {
    if (this.#lineBreak === null) this.#skipSeparator(isAll);
    if (this.#lineBreak === null) return null;
    const beginning = { text: this.#held, line: this.#line, lineBreak: this.#lineBreak, isAll };
    const found = headerOf(beginning, this.#options, this.#parse);
    if (found === null) return null;
    if ('reason' in found) {
      if (found.reason !== 'headings') this.#stop(found.reason, found.open);
      else this.#verdict = refusalAt({ ...this.#gate, headings: found.headings }, found.details);
      return null;
    }
    this.#inspection = new Inspection(this.#options, found.columns);
    return found;
  }

  /** Excel writes what it separates cells with on a line of its own. The headings tell that too. */
  #skipSeparator(isAll: boolean): void {
    const text = this.#held.slice(0, REACH);
    this.#lineBreak = lineBreakOf(text, isAll || text.length === REACH);
    if (this.#lineBreak === null) return;
    const [line = ''] = /^"?sep=.?"?(?:\r*\n|\r)/i.exec(text) ?? [];
    this.#held = this.#held.slice(line.length);
    this.#line += breaksIn(line, this.#lineBreak);
  }

  #cut({ delimiter, columns }: Header, isAll: boolean): void {
    const lineBreak = this.#lineBreak as LineBreak;
    const first = this.#held.length > LONGEST ? wholeRecords(this.#held.slice(0, LONGEST), delimiter, lineBreak) : null;
    if (first?.end === 0) {
      this.#stop(first.quote === -1 ? 'endless-row' : 'broken-quotes', Math.max(first.quote, 0));
      return;
    }
    const { end, quote, isBroken } = wholeRecords(this.#held, delimiter, lineBreak);
    if (columns !== null) this.#look(this.#held.slice(0, end), { delimiter, columns }, lineBreak);
    this.#held = this.#held.slice(end);
    if (isBroken || (isAll && this.#held !== '')) this.#stop('broken-quotes', quote - end);
  }

  #look(text: string, { delimiter, columns }: Header & { readonly columns: Columns }, lineBreak: LineBreak): void {
    const inspection = this.#inspection as Inspection;
    const { client, main, backup, supervisor } = columns.places;
    const width = columns.headings.length;
    const hasQuotes = text.includes('"');
    const rows = this.#parse(text, delimiter, lineBreak);
    for (let place = 0; place < rows.length - 1; place++) {
      const cells = rows[place] as readonly string[];
      const identifier = cells[client] ?? '';
      // What begins with a letter or a digit is not blank: to see that is faster than to trim.
      const first = identifier.charCodeAt(0);
      if ((first > SPACE && first < NO_BREAK_SPACE) || !isBlank(cells)) {
        if (this.#isBelowHeadings) {
          inspection.row(identifier, cells[main] ?? '', cells[backup] ?? '', cells[supervisor] ?? '', this.#line);
          if (cells.length > width && !isBlank(cells.slice(width))) inspection.extraCells(this.#line);
        } else this.#isBelowHeadings = true;
      }
      this.#line += hasQuotes ? linesOf(cells, lineBreak) : 1;
    }
  }

  /** Refuses the file for what begins at a place in the text held. What is shown is the line as far as it is sound. */
  #stop(code: 'broken-quotes' | 'endless-row' | 'mixed-encoding', place: number): void {
    this.#inspection ??= new Inspection(this.#options, null);
    const lineBreak = this.#lineBreak ?? '\n';
    const before = this.#held.slice(0, place);
    const seen = before.slice(before.lastIndexOf(lineBreak) + 1);
    this.#inspection.line(code, seen, this.#line + breaksIn(before, lineBreak));
    const columns = this.#header?.columns ?? null;
    this.#verdict = verdictOn(this.#inspection, { ...this.#gate, text: 'broken' }, this.#options, columns);
  }
}

const SPACE = 32;
/** From here on blanks may stand among the letters. */
const NO_BREAK_SPACE = 160;
