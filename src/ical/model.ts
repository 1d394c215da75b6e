import type { CivilDate } from '../kernel/calendar.js';
import type { Holiday } from '../kernel/shifts.js';

/** The days that are asked for, both included: a century at most. */
export interface HolidayRange {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/** One thing that is wrong with a file of holidays. */
export interface HolidayProblem {
  /** Where: `VEVENT[3].DTSTART`, the fourth entry; empty for the whole text. */
  readonly path: string;
  /** What the entry is called, and its UID; `null` where it has none, and for the whole text. */
  readonly summary: string | null;
  readonly uid: string | null;
  /** What was there, cut to a readable length. */
  readonly seen: string;
  readonly expected: string;
}

/** What is read of a file: its holidays, or everything that is wrong with it. Nothing is half read. */
export type HolidaysRead =
  | { readonly ok: true; readonly holidays: readonly Holiday[] }
  | { readonly ok: false; readonly problems: readonly HolidayProblem[] };

/** What is wrong with an entry, where, and what was seen there. */
export class Fault extends Error {
  readonly where: string;
  readonly seen: unknown;

  constructor(where: string, seen: unknown, expected: string) {
    super(expected);
    this.where = where;
    this.seen = seen;
  }
}
