/**
 * Rules of iCalendar that repeat by the year (RFC 5545, 3.3.10), by their definition: a day of a year is one of the rule if
 * each of its parts has it. The library that reads the file has an expansion of its own, which gives other days for the last
 * of several months, for the tenth Monday of a year and for positions in it, and says nothing.
 */
import { dateOf, dayOf, firstOfMonth, weekdayOf, type Day } from '../kernel/calendar.js';
import { Fault } from './model.js';

const LONGEST_RULE = 500;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** A weekday; `nth`: of the month or year only the second, the last but one; 0: each. */
interface Weekday {
  readonly weekday: number;
  readonly nth: number;
}

/** What a rule says. A part that it does not have is empty. */
interface Rule {
  readonly interval: number;
  readonly count: number;
  readonly until: Day;
  readonly months: readonly number[];
  /** Whether its weekdays are counted in a month, and not in the year. */
  readonly isByMonth: boolean;
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weekdays: readonly Weekday[];
  readonly positions: readonly number[];
}

/** What a part may be. WKST begins weeks, of which no rule by the year is made without BYWEEKNO. */
const parts: Readonly<Record<string, readonly [pattern: RegExp, expected: string]>> = {
  FREQ: [/^YEARLY$/, ''],
  WKST: [/^(SU|MO|TU|WE|TH|FR|SA)$/, 'WKST: a day of the week'],
  INTERVAL: [/^([1-9]\d?|100)$/, 'INTERVAL from 1 to 100 years'],
  COUNT: [/^[1-9]\d{0,5}$/, 'COUNT from 1 to 999999'],
  UNTIL: [/^\d{8}(T\d{6}Z?)?$/, 'UNTIL: a day that exists, as 20301231'],
  BYMONTH: [/^([1-9]|1[0-2])(,([1-9]|1[0-2]))*$/, 'BYMONTH from 1 to 12'],
  BYMONTHDAY: [/^[+-]?\d{1,2}(,[+-]?\d{1,2})*$/, 'BYMONTHDAY from 1 to 31, or from -31 to -1'],
  BYYEARDAY: [/^[+-]?\d{1,3}(,[+-]?\d{1,3})*$/, 'BYYEARDAY from 1 to 366, or from -366 to -1'],
  BYDAY: [
    /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)(,([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA))*$/,
    'BYDAY: days of the week, as MO, 2MO or -1MO',
  ],
  BYSETPOS: [/^[+-]?\d{1,3}(,[+-]?\d{1,3})*$/, 'BYSETPOS from 1 to 366, or from -366 to -1, of other parts'],
};

/** The days on which a rule has an event begin, from shortly before the first that is looked for, or earlier, to the last. */
export function ruled(
  text: string,
  start: Day,
  { first, last }: { readonly first: Day; readonly last: Day },
  spend: (steps: number) => void,
): readonly Day[] {
  const rule = ruleOf(text, start);
  const begin = yearOf(start);
  // The longest event that reaches into the search began in the year before it. A rule that counts must be followed.
  const passed = Number.isFinite(rule.count) ? 0 : Math.max(0, yearOf(first) - 1 - begin);
  const end = yearOf(Math.min(last, rule.until));
  const found: Day[] = [];
  let left = rule.count;
  for (let year = begin + passed - (passed % rule.interval); left > 0 && year <= end; year += rule.interval) {
    const days = daysOf(rule, year).filter((day) => day >= start && day <= rule.until);
    spend(rule.months.length + days.length);
    found.push(...days.slice(0, left));
    left -= days.length;
  }
  return found.filter((day) => day <= last);
}

/** A rule as it is written. It throws a `Fault` where it does not repeat by the year, or is none. */
function ruleOf(text: string, start: Day): Rule {
  if (text.length > LONGEST_RULE) throw new Fault('.RRULE', text, `a rule of ${LONGEST_RULE} letters at most`);
  const written = text
    .trim()
    .toUpperCase()
    .split(';')
    .map((part) => part.split('='));
  const value = Object.fromEntries(written.map(([name = '', given = '']) => [name, given])) as Partial<
    Record<string, string>
  >;
  const isOfYears = value['FREQ'] === 'YEARLY' && written.every(([name = '']) => Object.hasOwn(parts, name));
  if (!isOfYears)
    throw new Fault(
      '.RRULE',
      text,
      `a rule that repeats by the year: FREQ=YEARLY, and ${Object.keys(parts).slice(1).join(', ')}`,
    );
  const wrong = written.find(([name = '', given = '', ...more]) => more.length > 0 || !isPart(name, given));
  if (wrong !== undefined) throw new Fault('.RRULE', text, parts[wrong[0] as string]?.[1] as string);
  if (Object.keys(value).length < written.length) throw new Fault('.RRULE', text, 'a rule that has each part once');
  if (value['COUNT'] !== undefined && value['UNTIL'] !== undefined)
    throw new Fault('.RRULE', text, 'a rule that ends by COUNT or by UNTIL, not by both');
  return withStart(value, start, text);
}

function isPart(name: string, given: string): boolean {
  if (parts[name]?.[0].test(given) !== true) return false;
  const within = (most: number): boolean => numbers(given).every((one) => one !== 0 && Math.abs(one) <= most);
  switch (name) {
    case 'UNTIL':
      return !Number.isNaN(untilOf(given));
    case 'BYMONTHDAY':
      return within(31);
    case 'BYYEARDAY':
    case 'BYSETPOS':
      return within(366);
    case 'BYDAY':
      return given.split(',').every((one) => one.length === 2 || (Math.abs(nthOf(one)) <= 53 && nthOf(one) !== 0));
    default:
      return true;
  }
}

/** What a rule leaves open, its event's first day says: the month, and the day in it. */
function withStart(value: Partial<Record<string, string>>, start: Day, text: string): Rule {
  const [, month = 0, date = 0] = dateOf(start).split('-').map(Number);
  const isOpen = ['BYMONTHDAY', 'BYYEARDAY', 'BYDAY'].every((name) => value[name] === undefined);
  if (value['BYSETPOS'] !== undefined && isOpen && value['BYMONTH'] === undefined)
    throw new Fault('.RRULE', text, parts['BYSETPOS']?.[1] as string);
  return {
    interval: Number(value['INTERVAL'] ?? 1),
    count: Number(value['COUNT'] ?? Number.POSITIVE_INFINITY),
    until: value['UNTIL'] === undefined ? Number.POSITIVE_INFINITY : untilOf(value['UNTIL']),
    months:
      value['BYMONTH'] === undefined
        ? isOpen
          ? [month]
          : everyMonth
        : [...new Set(numbers(value['BYMONTH']))].sort((one, other) => one - other),
    isByMonth: value['BYMONTH'] !== undefined,
    monthDays: isOpen ? [date] : numbers(value['BYMONTHDAY'] ?? ''),
    yearDays: numbers(value['BYYEARDAY'] ?? ''),
    weekdays: (value['BYDAY']?.split(',') ?? []).map((one) => ({
      weekday: weekdays.indexOf(one.slice(-2)),
      nth: nthOf(one),
    })),
    positions: numbers(value['BYSETPOS'] ?? ''),
  };
}

function numbers(list: string): readonly number[] {
  return list === '' ? [] : list.split(',').map(Number);
}

function nthOf(weekday: string): number {
  return Number(weekday.slice(0, -2));
}

function untilOf(given: string): Day {
  return dayOf(`${given.slice(0, 4)}-${given.slice(4, 6)}-${given.slice(6, 8)}`);
}

/** The days of a year that a rule has, in their order. */
function daysOf(rule: Rule, year: number): readonly Day[] {
  const firsts = firstsOf(year);
  const days = rule.months.flatMap((month) => daysOfMonth(rule, firsts, month));
  if (rule.positions.length === 0) return days;
  return days.filter((_, index) => isAmong(rule.positions, index + 1, days.length));
}

/** The first day of each month of a year, and of the next year. */
function firstsOf(year: number): readonly Day[] {
  return Array.from({ length: 13 }, (_, index) => firstOfMonth(year, index + 1));
}

function daysOfMonth(
  { monthDays, yearDays, weekdays: named, isByMonth }: Rule,
  firsts: readonly Day[],
  month: number,
): readonly Day[] {
  const [newYear, first, next, nextYear] = [0, month - 1, month, 12].map((index) => firsts[index]) as [
    Day,
    Day,
    Day,
    Day,
  ];
  const days: Day[] = [];
  for (let day = first; day < next; day++) {
    const isIn =
      (monthDays.length === 0 || isAmong(monthDays, day - first + 1, next - first)) &&
      (yearDays.length === 0 || isAmong(yearDays, day - newYear + 1, nextYear - newYear)) &&
      (named.length === 0 ||
        named.some((one) => (isByMonth ? isWeekday(one, day, first, next) : isWeekday(one, day, newYear, nextYear))));
    if (isIn) days.push(day);
  }
  return days;
}

/** Whether a day is such a weekday of the days from one on up to another. */
function isWeekday({ weekday, nth }: Weekday, day: Day, first: Day, end: Day): boolean {
  if (weekdayOf(day) !== weekday) return false;
  return nth === 0 || nth === Math.floor((day - first) / 7) + 1 || nth === -Math.ceil((end - day) / 7);
}

/** Whether a place is one of those that are counted from the beginning, or, negative, from the end. */
function isAmong(places: readonly number[], place: number, size: number): boolean {
  return places.includes(place) || places.includes(place - size - 1);
}

function yearOf(day: Day): number {
  return Number(dateOf(day).slice(0, 4));
}
