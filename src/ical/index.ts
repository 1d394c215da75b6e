/** The holidays of a business calendar out of an iCalendar file (.ics), as states and calendar programs publish them. */
import ICAL from 'ical.js';
import { dateOf, dayOf, type Day } from '../kernel/calendar.js';
import { shown } from '../kernel/shown.js';
import { Fault, type HolidayProblem, type HolidayRange, type HolidaysRead } from './model.js';
import { ruled } from './recurrence.js';

export type { CivilDate } from '../kernel/calendar.js';
export type { Holiday } from '../kernel/shifts.js';
export type { HolidayProblem, HolidayRange, HolidaysRead } from './model.js';

const LONGEST_TEXT = 1_000_000;
const CENTURY = 36_525;
const LONGEST_EVENT = 366;
/** Months that rules are followed through, and days that are found, in the whole of a file. */
const MOST_STEPS = 50_000;

const none: ReadonlySet<Day> = /* @__PURE__ */ new Set<Day>();

/** Rules are read as texts, under names that the library has no reading for. */
const RULE = 'x-pauta-rrule';
const EXCLUSION = 'x-pauta-exrule';

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
 * so is a rule that repeats otherwise than by the year: of `FREQ=WEEKLY` make hours of the week. Rules are read as RFC 5545 has
 * them, but for weeks of the year (`BYWEEKNO`) and exceptions by a rule (`EXRULE`, `RANGE=THISANDFUTURE`), which are refused.
 *
 * A text of a million characters is the longest, and 50,000 the most days found and months followed in it: some hundred and fifty
 * holidays through a century. A rule is followed from shortly before the range, whenever it began, unless it counts (`COUNT`).
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
  for (const entry of entries) {
    try {
      for (const day of daysOf(entry, moved.get(entry.uid ?? '') ?? none, search)) {
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
    const unread = text.replace(/^\uFEFF/, '').replace(/^(?:RRULE|EXRULE)(?=[;:])/gim, 'X-PAUTA-$&');
    const parsed = ICAL.parse(unread) as [unknown];
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
function movedDays(entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<Day>> {
  const moved = new Map<string, Set<Day>>();
  for (const { event, uid } of entries) {
    const day = movedDay(event);
    if (!Number.isNaN(day) && uid !== null) moved.set(uid, (moved.get(uid) ?? new Set()).add(day));
  }
  return moved;
}

/** The days of an entry within the search: none of what was cancelled. It throws a `Fault` where the entry is none of whole days. */
function daysOf({ event, uid }: Entry, moved: ReadonlySet<Day>, search: Search): readonly Day[] {
  // Asked of what was cancelled, too: it takes a day from another entry, and has to say which.
  const isMoved = isMoving(event, uid);
  if (textOf(event, 'status')?.toUpperCase() === 'CANCELLED') return [];
  const excluding = event.getFirstProperty(EXCLUSION);
  if (excluding !== null) throw new Fault('.EXRULE', excluding.jCal[3], 'the days that are left out: EXDATE');
  const [start] = dated(event, 'dtstart');
  if (start === undefined) throw new Fault('.DTSTART', undefined, 'a day: DTSTART;VALUE=DATE:20260918');
  const length = lengthOf(event, start);
  const spending = (steps: number): void => {
    spend(search, steps, event);
  };
  const excepted = new Set(exceptions(event));
  const elsewhere = isMoved ? none : moved;
  const starts = new Set([
    start,
    ...dated(event, 'rdate'),
    ...event.getAllProperties(RULE).flatMap(({ jCal }) => ruled(String(jCal[3]), start, search, spending)),
  ]);
  return [...starts]
    .filter((day) => !excepted.has(day) && !elsewhere.has(day))
    .flatMap((day) => {
      const [first, last] = [Math.max(day, search.first), Math.min(day + length - 1, search.last)];
      if (first > last) return [];
      spend(search, last - first + 1, event);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
}

/** Whether an entry moves a day of another. It throws a `Fault` where it does not say which, or moves more than the one. */
function isMoving(event: ICAL.Component, uid: string | null): boolean {
  const moved = event.getFirstProperty('recurrence-id');
  if (moved === null) return false;
  if (Number.isNaN(movedDay(event))) throw new Fault('.RECURRENCE-ID', moved.jCal[3], 'a day that exists');
  if (uid === null) throw new Fault('.UID', undefined, 'the UID of the event of which a day is moved');
  const { range } = moved.jCal[1] as { readonly range?: string };
  if (range === undefined) return true;
  throw new Fault('.RECURRENCE-ID', `RANGE=${range}`, 'an entry for each day that is moved');
}

function movedDay(event: ICAL.Component): Day {
  return dayOf(String(event.getFirstProperty('recurrence-id')?.jCal[3]).slice(0, 10));
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
  return values.map((value) => {
    const day = dayOf(String(value).slice(0, 10));
    if (!Number.isNaN(day)) return day;
    throw new Fault('.EXDATE', value, 'days that exist: EXDATE;VALUE=DATE:20260918');
  });
}

/** How many days an event lasts: up to DTEND, which is not one of them any more, or for its DURATION. */
function lengthOf(event: ICAL.Component, start: Day): number {
  const [end] = dated(event, 'dtend');
  const seconds = secondsOf(event.getFirstProperty('duration'));
  // Some programs end an event of one day where it begins.
  const length = end === undefined ? seconds / 86_400 : Math.max(end - start, end === start ? 1 : 0);
  if (Number.isInteger(length) && length >= 1 && length <= LONGEST_EVENT) return length;
  const seen = event.getFirstProperty(end === undefined ? 'duration' : 'dtend')?.jCal[3] as unknown;
  const where = end === undefined ? '.DURATION' : '.DTEND';
  throw new Fault(where, seen, `an end that makes it last from one whole day to ${LONGEST_EVENT}`);
}

/** How long a duration is; a day where there is none, NaN where it is none. */
function secondsOf(duration: ICAL.Property | null): number {
  if (duration === null) return 86_400;
  const written = String(duration.jCal[3]);
  return ICAL.Duration.isValueString(written) ? ICAL.Duration.fromString(written).toSeconds() : Number.NaN;
}

/** Counts what is done for a file. */
function spend(search: Search, steps: number, event: ICAL.Component): void {
  search.left -= steps;
  if (search.left < 0)
    throw new Fault('', textOf(event, 'summary'), 'a file that names no more days, over no more years');
}
