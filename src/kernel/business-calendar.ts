import { dayOf, offsetAt, offsetUntil, weekdayOf, type CivilDate, type Day } from './calendar.js';
import type { Duration, Instant } from './clock.js';
import { LONGEST, totalOf } from './duration.js';
import { faultText } from './fault.js';
import { calendarFaults, endOf, minuteOf, weekdays, type CalendarChoices, type Holiday } from './shifts.js';
import type { Shift, Weekday } from './shifts.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** So much time is worked out at once, and remembered. */
const PAGE = 128 * DAY;
/** How many pages a question looks ahead: some 105 years. */
const FARTHEST = 300;
/** In pages: a year, the rest of that in which it begins, and one that shows whether it is over. */
const A_YEAR = 4;

/** Minutes of a local day. */
interface Minutes {
  readonly from: number;
  readonly until: number;
}

/** The open intervals of a page, and how much of it is open before each: parallel lists, for they are searched often. */
interface Page {
  readonly starts: readonly Instant[];
  readonly ends: readonly Instant[];
  readonly before: readonly number[];
  readonly total: number;
}

const closed: Page = /* @__PURE__ */ Object.freeze({ starts: [], ends: [], before: [], total: 0 });

/**
 * When a company works, by the clock on the wall: where it is set forward, hours that never were are not worked; where it
 * is set back, those that come twice are worked twice. Made by `businessCalendar`, checked and frozen; as JSON it is the
 * choices that it was made of.
 */
export class BusinessCalendar {
  readonly zone: string;
  readonly week: Readonly<Record<Weekday, readonly Shift[]>>;
  readonly holidays: readonly Holiday[];
  readonly days: Readonly<Record<CivilDate, readonly Shift[]>>;
  /** Days with hours of their own: none on a holiday. */
  readonly #special: ReadonlyMap<Day, readonly Shift[]>;
  readonly #pages = new Map<number, Page>();

  /** @throws RangeError as `businessCalendar` does. */
  constructor(choices: CalendarChoices) {
    const faults = calendarFaults(choices);
    if (faults.length > 0) {
      throw new RangeError(faults.map(faultText).join('\n'));
    }
    const { zone, week, holidays = [], days = {} } = choices;
    this.zone = zone;
    this.week = hoursOfEach(weekdays, (day) => week[day]);
    this.holidays = Object.freeze(
      holidays.map((day) => Object.freeze(typeof day === 'string' ? { date: day } : { ...day })),
    );
    this.days = hoursOfEach(Object.keys(days), (date) => days[date]);
    this.#special = new Map([
      ...this.holidays.map(({ date }): [Day, readonly Shift[]] => [dayOf(date), []]),
      ...Object.entries(this.days).map(([date, shifts]): [Day, readonly Shift[]] => [dayOf(date), shifts]),
    ]);
    Object.freeze(this);
  }

  /** Whether the company works at an instant. At the instant at which a shift ends it does no longer. */
  isOpen(at: Instant): boolean {
    const { starts, ends } = this.#pageAt(at);
    return at < (ends[lastUpTo(starts, at)] ?? at);
  }

  /** The first instant from one on at which the company works: that very one while it does. NaN if that is no instant, or a century away. */
  nextOpening(at: Instant): Instant {
    if (this.isOpen(at)) return at;
    for (const page of this.#pagesFrom(at)) {
      const next = page.starts[lastUpTo(page.starts, at) + 1];
      if (next !== undefined) return next;
    }
    return Number.NaN;
  }

  /** The first instant from one on at which the company does not work. NaN if that is no instant, or none is within a year. */
  nextClosing(at: Instant): Instant {
    let open = at;
    for (const { starts, ends } of this.#pagesFrom(at, A_YEAR)) {
      const index = lastUpTo(starts, open);
      if (index < 0 || open >= (ends[index] as Instant)) return open;
      open = ends[index] as Instant;
    }
    return Number.NaN;
  }

  /**
   * The instant at which so much working time has passed since another: the first at which it has, so it may be the end of a
   * shift, and that other one itself for none. To the millisecond; a number counts milliseconds. NaN for a time that is
   * negative or no number, for what is no instant, and where it would take more than a century.
   */
  add(at: Instant, time: Duration | number): Instant {
    // Less than a millisecond would be lost in the sum, and the end come before the start.
    const milliseconds = Math.round(typeof time === 'number' ? time : totalOf(time));
    if (milliseconds === 0 && Math.abs(at) <= LONGEST) return at;
    // No more can be worked than has passed: of what is longer not even the first page is looked at.
    if (!(milliseconds > 0 && milliseconds <= FARTHEST * PAGE)) return Number.NaN;
    let left = milliseconds + workedBy(this.#pageAt(at), at);
    for (const { starts, before, total } of this.#pagesFrom(at)) {
      if (left <= total) {
        const index = lastUpTo(before, left);
        // At the end of a shift the time is full; the next one would begin with none of it.
        const shift = before[index] === left ? index - 1 : index;
        return (starts[shift] as Instant) + left - (before[shift] as number);
      }
      left -= total;
    }
    return Number.NaN;
  }

  /**
   * How much working time lies between two instants, in milliseconds; negative where the second is the earlier one. NaN for
   * what is no instant, and for more than a century.
   */
  between(from: Instant, until: Instant): number {
    if (until < from) return 0 - this.between(until, from);
    const last = Math.floor(until / PAGE);
    if (!(Math.abs(from) <= LONGEST && until <= LONGEST && last - Math.floor(from / PAGE) <= FARTHEST))
      return Number.NaN;
    let worked = workedBy(this.#pageAt(until), until) - workedBy(this.#pageAt(from), from);
    for (let number = Math.floor(from / PAGE); number < last; number++) worked += this.#page(number).total;
    return worked;
  }

  *#pagesFrom(at: Instant, pages = FARTHEST): Generator<Page> {
    if (!(Math.abs(at) <= LONGEST)) return;
    const first = Math.floor(at / PAGE);
    for (let number = first; number <= first + pages; number++) yield this.#page(number);
  }

  #pageAt(at: Instant): Page {
    return Math.abs(at) <= LONGEST ? this.#page(Math.floor(at / PAGE)) : closed;
  }

  #page(number: number): Page {
    const known = this.#pages.get(number);
    if (known !== undefined) return known;
    if (this.#pages.size > FARTHEST) this.#pages.clear();
    // What lies beyond the last instant is none.
    const page = this.#workedOut(number * PAGE, Math.min((number + 1) * PAGE, LONGEST));
    this.#pages.set(number, page);
    return page;
  }

  /** Walks the stretches in which the clocks of the zone run evenly: in each, minutes of the day lie as far apart as instants do. */
  #workedOut(from: Instant, until: Instant): Page {
    const starts: Instant[] = [];
    const ends: Instant[] = [];
    const before: number[] = [];
    let total = 0;
    for (let stretch = from; stretch < until;) {
      const offset = offsetAt(stretch, this.zone);
      const end = Math.min(offsetUntil(stretch, this.zone), until);
      for (let day = Math.floor((stretch + offset) / DAY); day * DAY < end + offset; day++) {
        for (const open of this.#hoursOf(day)) {
          const begins = Math.max(day * DAY + open.from * MINUTE - offset, stretch);
          const over = Math.min(day * DAY + open.until * MINUTE - offset, end);
          if (begins >= over) continue;
          if (begins === ends.at(-1)) ends[ends.length - 1] = over;
          else {
            starts.push(begins);
            ends.push(over);
            before.push(total);
          }
          total += over - begins;
        }
      }
      stretch = end;
    }
    return { starts, ends, before, total };
  }

  /** When a local day is open: what the night before leaves of its shifts, and its own. In order, none within another. */
  #hoursOf(day: Day): readonly Minutes[] {
    const nights = this.#shiftsOf(day - 1).map((shift) => ({ from: 0, until: endOf(shift) - DAY / MINUTE }));
    const own = this.#shiftsOf(day).map((shift) => ({ from: minuteOf(shift.from), until: endOf(shift) }));
    let open = 0;
    return [...nights, ...own]
      .sort((one, other) => one.from - other.from)
      .flatMap(({ from, until }) => {
        // A day with hours of its own may begin while the night before is not over.
        const part = { from: Math.max(from, open), until: Math.min(until, DAY / MINUTE) };
        if (part.from >= part.until) return [];
        open = part.until;
        return [part];
      });
  }

  #shiftsOf(day: Day): readonly Shift[] {
    const weekday = weekdays[weekdayOf(day)] as Weekday;
    return this.#special.get(day) ?? this.week[weekday];
  }
}

/**
 * A business calendar: `businessCalendar({ zone: 'America/Santiago', week: { mon: [{ from: '09:00', to: '18:00' }] } })`.
 * Make it once, at start-up, for it remembers what it works out; one that is made already is given back.
 * For values from outside use `calendarSchema` of `pauta/kernel/schema`.
 *
 * @throws RangeError that names every entry that makes no sense: an unknown zone, a day of the week without such a name,
 * a time that is none, a shift whose start is its end, shifts that overlap (in the week with the night before, too),
 * a date that does not exist or is named twice, and a week in which nobody ever works.
 */
export function businessCalendar(choices: CalendarChoices): BusinessCalendar {
  return choices instanceof BusinessCalendar ? choices : new BusinessCalendar(choices);
}

function hoursOfEach<Name extends string>(
  names: readonly Name[],
  shiftsOf: (name: Name) => readonly Shift[] | undefined,
): Readonly<Record<Name, readonly Shift[]>> {
  const copied = (shifts: readonly Shift[] = []): readonly Shift[] =>
    Object.freeze(shifts.map(({ from, to }) => Object.freeze({ from, to })));
  return Object.freeze(Object.fromEntries(names.map((name) => [name, copied(shiftsOf(name))]))) as Readonly<
    Record<Name, readonly Shift[]>
  >;
}

/** How much of a page is open before an instant in it. */
function workedBy({ starts, ends, before }: Page, at: Instant): number {
  const index = lastUpTo(starts, at);
  return index < 0 ? 0 : (before[index] as number) + Math.min(at, ends[index] as Instant) - (starts[index] as Instant);
}

/** The place of the last number that is not above another; -1: all are. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
