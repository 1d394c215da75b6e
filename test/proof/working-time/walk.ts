import type { CalendarChoices, Shift } from 'pauta/kernel';
import type { Wall } from './wall.js';

const MINUTE = 60_000;
const DAY = 1_440;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/**
 * A business calendar as simple as can be: for every minute it looks at the wall, and whether somebody works then. It knows
 * nothing of offsets, stretches and pages. Beyond its wall it knows nothing at all: NaN.
 */
export class Walk {
  readonly #from: number;
  /** Whether somebody works, minute by minute. */
  readonly open: Uint8Array;
  /** How many minutes were worked before each. */
  readonly #worked: Int32Array;

  constructor(choices: CalendarChoices, { from, shown }: Wall) {
    const days = new Map<number, Uint8Array>();
    this.#from = from;
    this.open = Uint8Array.from(shown, (local) => {
      const day = Math.floor(local / DAY);
      const known = days.get(day) ?? minutesOf(day, choices);
      days.set(day, known);
      return known[local - day * DAY] as number;
    });
    let worked = 0;
    this.#worked = Int32Array.from(this.open, (isOpen) => (worked += isOpen) - isOpen);
  }

  /** The instants at which it opens or closes. */
  get turns(): readonly number[] {
    const found: number[] = [];
    this.open.forEach((isOpen, minute) => {
      if (minute > 0 && isOpen !== this.open[minute - 1]) found.push(this.#from + minute * MINUTE);
    });
    return found;
  }

  between(from: number, until: number): number {
    return this.#workedBy(until) - this.#workedBy(from);
  }

  add(at: number, time: number): number {
    if (time === 0) return at;
    let left = time;
    for (let minute = this.#minuteOf(at); minute < this.open.length; minute++) {
      if (this.open[minute] === 0) continue;
      const begins = Math.max(at, this.#from + minute * MINUTE);
      const length = this.#from + (minute + 1) * MINUTE - begins;
      if (left <= length) return begins + left;
      left -= length;
    }
    return Number.NaN;
  }

  nextOpening(at: number): number {
    return this.#next(1, at);
  }

  nextClosing(at: number): number {
    return this.#next(0, at);
  }

  #next(isOpen: 0 | 1, at: number): number {
    const minute = this.open.indexOf(isOpen, this.#minuteOf(at));
    return minute < 0 ? Number.NaN : Math.max(at, this.#from + minute * MINUTE);
  }

  #minuteOf(at: number): number {
    return Math.floor((at - this.#from) / MINUTE);
  }

  #workedBy(at: number): number {
    const minute = this.#minuteOf(at);
    const begun = this.open[minute] === 1 ? at - this.#from - minute * MINUTE : 0;
    return (this.#worked[minute] as number) * MINUTE + begun;
  }
}

/** The minutes of a day in which somebody works. */
function minutesOf(day: number, choices: CalendarChoices): Uint8Array {
  const minutes = new Uint8Array(DAY);
  for (const { from, to } of shiftsOf(day, choices)) {
    minutes.fill(1, clock(from), clock(to) > clock(from) ? clock(to) : DAY);
  }
  // What began the day before, and goes on over midnight.
  for (const { from, to } of shiftsOf(day - 1, choices)) {
    if (clock(to) < clock(from)) minutes.fill(1, 0, clock(to));
  }
  return minutes;
}

function shiftsOf(day: number, { week, holidays = [], days = {} }: CalendarChoices): readonly Shift[] {
  const at = new Date(day * DAY * MINUTE);
  const date = at.toISOString().slice(0, 10);
  if (holidays.some((holiday) => (typeof holiday === 'string' ? holiday : holiday.date) === date)) return [];
  return days[date] ?? week[weekdays[at.getUTCDay()] as (typeof weekdays)[number]] ?? [];
}

function clock(time: string): number {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
