import type { Sentence } from '../kernel/decision.js';
import type { Batch, Repetition } from './batch.js';
import { notes, type WarningCode } from './expectations.js';
import { otherSpelling } from './identifier.js';

/** Something that is accepted, and should be looked at: one for all rows that it is said of. */
export interface Warning {
  readonly code: WarningCode;
  /** Whom or what it is about: an agent, a client, a count of digits; `null`: nothing but the rows themselves. */
  readonly value: string | null;
  /** Lines of the file, ascending; that of the headings is 1. Empty: it is said of the file as a whole. */
  readonly lines: readonly number[];
  readonly note: Sentence;
}

/** Enough numbers to say what is usual among them, and the share of those that must be alike. */
const ENOUGH = 20;
const NEARLY_ALL = 0.9;

/** Gathers warnings by what they say, so that a million rows with the same one cost a number each. */
export class Warnings {
  readonly #groups = new Map<WarningCode, Map<string | null, number[]>>();

  /** @param value is kept as it is: a slice of a longer text would keep all of that in memory. */
  add(code: WarningCode, value: string | null, line: number): void {
    this.#linesOf(code, value).push(line);
  }

  /** What is said of the file as a whole: no line is to blame. */
  addWhole(code: WarningCode, value: string | null): void {
    this.#linesOf(code, value);
  }

  #linesOf(code: WarningCode, value: string | null): number[] {
    const group = this.#groups.get(code);
    const lines = group?.get(value);
    if (lines !== undefined) return lines;
    const begun: number[] = [];
    if (group === undefined) this.#groups.set(code, new Map([[value, begun]]));
    else group.set(value, begun);
    return begun;
  }

  /** Clients who stand in several rows, and are accepted (RT-10). */
  addRepetitions(repetitions: readonly Repetition[]): void {
    for (const { client, lines, conflicting } of repetitions) {
      const code = conflicting.length === 0 ? 'duplicate' : 'last-row-counts';
      for (const line of lines) this.add(code, client, line);
    }
  }

  /** Two clients of the file who are one person's number in two spellings: reported, never merged. */
  addSpellings(clients: Batch): void {
    clients.each((client, line) => {
      const other = otherSpelling(client);
      const otherLine = other === null ? null : clients.lineOf(other);
      if (otherLine === null || line > otherLine) return;
      const both = `${client}, ${other}`;
      this.add('same-person', both, line);
      this.add('same-person', both, otherLine);
    });
  }

  /**
   * Numbers whose count of digits is not that of nearly all others: a spreadsheet drops leading zeros without a trace.
   *
   * @param counts how many numbers have so many digits, by that count.
   */
  addLengths(clients: Batch, counts: readonly number[]): void {
    const all = counts.reduce((sum, count) => sum + count, 0);
    const most = Math.max(...counts);
    if (all < ENOUGH || most < all * NEARLY_ALL || most === all) return;
    const usual = counts.indexOf(most);
    clients.each(({ length }, line) => {
      if (length !== usual) this.add('unusual-length', String(length), line);
    });
  }

  /** All of them, by code in the order in which they were first said. */
  get all(): readonly Warning[] {
    return [...this.#groups].flatMap(([code, group]) =>
      [...group].map(([value, lines]) => ({ code, value, lines: lines.sort((a, b) => a - b), note: notes[code] })),
    );
  }
}
