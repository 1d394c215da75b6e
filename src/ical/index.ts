/** The holidays of a business calendar out of an iCalendar file (.ics), as states and calendar programs publish them. */
import ICAL from 'ical.js';
import { dateOf, dayOf, type Day } from '../kernel/calendar.js';
import { shown } from '../kernel/shown.js';
import { Fault, type HolidayProblem, type HolidayRange, type HolidaysRead } from './model.js';

export type { CivilDate } from '../kernel/calendar.js';
export type { Holiday } from '../kernel/shifts.js';
export type { HolidayProblem, HolidayRange, HolidaysRead } from './model.js';

const LONGEST_TEXT = 1_000_000;
const LONGEST_RULE = 500;
const CENTURY = 36_525;
const LONGEST_EVENT = 366;
/** Years that rules are followed through, and days that are found, in the whole of a file. */
const MOST_STEPS = 30_000;
/** 1583-01-01: the first whole year of the calendar that is counted by. Programs that know no first year write 1601. */
const FIRST_YEAR = -141_349;
/** In years; more than a lifetime. */
const LONGEST_LEAP = 100;
/** Parts of rules about hours, which whole days do not have, and about weeks of the year, which the library passes over. */
const refused = ['BYHOUR', 'BYMINUTE', 'BYSECOND', 'BYWEEKNO'];
const ofWeeks = ['BYDAY', 'BYYEARDAY', 'BYSETPOS'];

/** One entry of the file, and where it stands. */
interface Entry {
  readonly event: ICAL.Component;
  readonly path: string;
  readonly summary: string | null;
  readonly uid: string | null;
}

/** The days that are asked for, and how much may still be done for them. */
interface Search {
  readonly first: Day;
  readonly last: Day;
  left: number;
}

/**
 * The holidays of an iCalendar text between two dates, both included, in their order: `businessCalendar({ zone, week, holidays })`
 * takes them as they are. Read are events of whole days: of one or several, once or every year (`RRULE`), with exceptions and
 * dates of their own (`EXDATE`, `RDATE`, `RECURRENCE-ID`); what was cancelled is left out. A day with several names has them
 * joined by " / ".
 *
 * Whatever the text is, it does not throw: each entry that cannot be a holiday is named. An event with a time of day is one, and
 * so is a rule that repeats otherwise than by the year: of `FREQ=WEEKLY` make hours of the week. So is a rule of the 366th day
 * of a year, which the library that reads the rules does not always find.
 *
 * A text of a million characters is the longest, and 30,000 the most days found and years followed in it: two hundred holidays
 * through fifty years. A rule is followed from shortly before the range, whenever it began, unless it counts its days (`COUNT`).
 */
export function holidaysIn(text: string, { from, until }: HolidayRange): HolidaysRead {
  const search = { first: dayOf(from), last: dayOf(until), left: MOST_STEPS };
  const wrong = rangeProblems(search, { from, until });
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const entries = entriesOf(text);
  if (entries === null) return { ok: false, problems: [problem('', text, 'an iCalendar text: BEGIN:VCALENDAR …')] };

  const problems: HolidayProblem[] = [];
  const names = new Map<Day, Set<string>>();
  const moved = movedDays(entries);
  for (const entry of entries.filter(({ event }) => textOf(event, 'status')?.toUpperCase() !== 'CANCELLED')) {
    try {
      for (const day of daysOf(entry, moved.get(entry.uid ?? '') ?? [], search)) {
        const known = names.get(day) ?? new Set();
        names.set(day, entry.summary === null ? known : known.add(entry.summary));
      }
    } catch (error) {
      // What the library throws at a rule or a value, it does not say where.
      const fault = error instanceof Fault ? error : new Fault('', entry.event.jCal[1], 'an event that can be read');
      problems.push({
        ...problem(entry.path + fault.where, fault.seen, fault.message),
        summary: entry.summary,
        uid: entry.uid,
      });
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const days = [...names].sort(([one], [other]) => one - other);
  const holidays = days.map(([day, known]) =>
    known.size === 0 ? { date: dateOf(day) } : { date: dateOf(day), name: [...known].join(' / ') },
  );
  return { ok: true, holidays };
}

function rangeProblems({ first, last }: Search, { from, until }: HolidayRange): readonly HolidayProblem[] {
  const wrong = [
    ...(Number.isNaN(first) ? [problem('from', from, 'a civil date that exists, as "2026-09-18"')] : []),
    ...(Number.isNaN(last) ? [problem('until', until, 'a civil date that exists, as "2026-09-18"')] : []),
  ];
  if (wrong.length > 0 || (first <= last && last - first <= CENTURY)) return wrong;
  return [problem('until', until, 'a date not before the first, and within a century of it')];
}

function problem(path: string, seen: unknown, expected: string): HolidayProblem {
  return { path, summary: null, uid: null, seen: shown(seen), expected };
}

/** The events of all calendars in a text; `null` where it is no iCalendar. */
function entriesOf(text: string): readonly Entry[] | null {
  if (text.length > LONGEST_TEXT) return null;
  try {
    const parsed = ICAL.parse(text.replace(/^\uFEFF/, '')) as [unknown];
    const calendars = (Array.isArray(parsed[0]) ? parsed : [parsed]).map((one) => new ICAL.Component(one as unknown[]));
    if (calendars.some(({ name }) => name !== 'vcalendar')) return null;
    const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
    return events.map((event, index) => ({
      event,
      path: `VEVENT[${index}]`,
      summary: textOf(event, 'summary'),
      uid: textOf(event, 'uid'),
    }));
  } catch {
    return null;
  }
}

function textOf(event: ICAL.Component, name: string): string | null {
  const value: unknown = event.getFirstProperty(name)?.jCal[3];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Of each UID the days whose event was moved, or cancelled, by an entry of its own. */
function movedDays(entries: readonly Entry[]): ReadonlyMap<string, readonly Day[]> {
  const moved = new Map<string, Day[]>();
  for (const { event, uid } of entries) {
    const day = dayOf(String(event.getFirstProperty('recurrence-id')?.jCal[3]).slice(0, 10));
    if (!Number.isNaN(day) && uid !== null) moved.set(uid, [...(moved.get(uid) ?? []), day]);
  }
  return moved;
}

/** The days of an entry within the search. It throws a `Fault` where the entry is none of whole days. */
function daysOf({ event }: Entry, moved: readonly Day[], search: Search): readonly Day[] {
  const [start] = dated(event, 'dtstart');
  if (start === undefined) throw new Fault('.DTSTART', undefined, 'a day: DTSTART;VALUE=DATE:20260918');
  const length = lengthOf(event, start);
  const isMoved = event.getFirstProperty('recurrence-id') !== null;
  const excepted = new Set([...exceptions(event), ...(isMoved ? [] : moved)]);
  const starts = new Set([
    start,
    ...dated(event, 'rdate'),
    ...event.getAllProperties('rrule').flatMap((rule) => ruled(rule, start, search)),
  ]);
  return [...starts]
    .filter((day) => !excepted.has(day))
    .flatMap((day) => {
      const [first, last] = [Math.max(day, search.first), Math.min(day + length - 1, search.last)];
      if (first > last) return [];
      spend(search, last - first + 1, event);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
}

/** The days that a property names. One with a time of day is a fault. */
function dated(event: ICAL.Component, name: string): readonly Day[] {
  return event.getAllProperties(name).flatMap((property) =>
    property.jCal.slice(3).map((value: unknown) => {
      const day = property.type === 'date' ? dayOf(String(value)) : Number.NaN;
      if (!Number.isNaN(day)) return day;
      const example = `${name.toUpperCase()};VALUE=DATE:20260918`;
      throw new Fault(`.${name.toUpperCase()}`, value, `a day that exists, without a time of day: ${example}`);
    }),
  );
}

/** Exceptions are often written with a time of day: the day counts. */
function exceptions(event: ICAL.Component): readonly Day[] {
  const values = event.getAllProperties('exdate').flatMap(({ jCal }) => jCal.slice(3) as unknown[]);
  return values.map((value) => dayOf(String(value).slice(0, 10)));
}

/** How many days an event lasts: up to DTEND, which is not one of them any more, or for its DURATION. */
function lengthOf(event: ICAL.Component, start: Day): number {
  const [end] = dated(event, 'dtend');
  const duration = event.getFirstPropertyValue('duration');
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : 86_400;
  // Some programs end an event of one day where it begins.
  const length = end === undefined ? seconds / 86_400 : Math.max(end - start, end === start ? 1 : 0);
  if (Number.isInteger(length) && length >= 1 && length <= LONGEST_EVENT) return length;
  const seen = event.getFirstProperty(end === undefined ? 'duration' : 'dtend')?.jCal[3] as unknown;
  const where = end === undefined ? '.DURATION' : '.DTEND';
  throw new Fault(where, seen, `an end that makes it last from one whole day to ${LONGEST_EVENT}`);
}

/** The days on which a rule has an event begin, up to the end of the search. */
function ruled(property: ICAL.Property, start: Day, search: Search): readonly Day[] {
  const written = property.getFirstValue();
  const text = String(written);
  if (!(written instanceof ICAL.Recur) || written.freq !== 'YEARLY' || refused.some((part) => part in written.parts))
    throw new Fault('.RRULE', text, `a rule that repeats by the year: FREQ=YEARLY, without ${refused.join(', ')}`);
  if (text.length > LONGEST_RULE || written.interval > LONGEST_LEAP)
    throw new Fault('.RRULE', text, `a rule of ${LONGEST_RULE} letters and every ${LONGEST_LEAP} years at most`);
  // From a start before 1904 or 2104 the library finds no such day at all.
  if (written.parts.BYYEARDAY?.some((day) => Math.abs(day) === 366))
    throw new Fault('.RRULE', text, 'a rule without the 366th day of a year: a date of its own for each, as RDATE');
  if (start < FIRST_YEAR) throw new Fault('.RRULE', text, 'a rule whose event first comes in 1583 or later');
  if (start > search.last) return [];
  const rule = written.clone();
  const last = ICAL.Time.fromDateString(dateOf(search.last));
  // The library looks for the first day of a rule that has none up to the year 20,000, unless the rule ends before.
  if (!rule.until || rule.until.compare(last) > 0) rule.until = last;
  const begin = skipped(rule, start, search);
  spend(search, (search.last - begin) / 365, property.parent);
  return walked(rule, begin, search, property.parent);
}

/**
 * The same day in a later year, from which on a rule gives all that a search can find, so that a holiday since 1601 is not
 * followed through four centuries. A rule that counts its days must be; and 29 February is in few years.
 */
function skipped(rule: ICAL.Recur, start: Day, { first }: Search): Day {
  const [year, date] = [dateOf(start).slice(0, 4), dateOf(start).slice(4)];
  // The longest event that reaches into the search began in the year before it.
  const years = Number(dateOf(first).slice(0, 4)) - 2 - Number(year);
  const isKept = rule.count !== null || date === '-02-29' || years < rule.interval;
  return isKept ? start : dayOf(`${Number(year) + years - (years % rule.interval)}${date}`);
}

function walked(rule: ICAL.Recur, start: Day, search: Search, event: ICAL.Component): readonly Day[] {
  const [month = 0, date = 0] = dateOf(start).split('-').slice(1).map(Number);
  const parts = rule.parts as Readonly<Record<string, readonly number[] | undefined>>;
  const isPlain = ofWeeks.every((part) => parts[part] === undefined);
  const found: Day[] = [];
  const iterator = rule.iterator(ICAL.Time.fromDateString(dateOf(start)));
  for (let time = iterator.next() as ICAL.Time | null; time !== null; time = iterator.next()) {
    spend(search, 1, event);
    // What falls on 29 or 30 February, the library has on a day in March of other years.
    const inMonth = (parts['BYMONTH'] ?? [month]).includes(time.month);
    const isThere = (parts['BYMONTHDAY'] ?? [date]).some((day) => day < 0 || day === time.day);
    if (!isPlain || (inMonth && isThere)) found.push(dayOf(time.toString().slice(0, 10)));
  }
  return found;
}

/** Counts what is done for a file. */
function spend(search: Search, steps: number, event: ICAL.Component): void {
  search.left -= steps;
  if (search.left < 0)
    throw new Fault('', textOf(event, 'summary'), 'a file that names no more days, over no more years');
}
