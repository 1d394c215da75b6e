import { dayOf, isZone, type CivilDate } from './calendar.js';
import type { Fault } from './fault.js';

/** The days of a week, as a calendar names them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A day of the week, as a calendar names it. */
export type Weekday = (typeof weekdays)[number];

/**
 * Hours of a day, by the clock on the wall: from `from` on, and no longer at `to`. `"24:00"` is the end of the day; a `to`
 * that is earlier than `from` lies on the day after, and the hours belong to the day on which they begin.
 */
export interface Shift {
  /** "00:00" to "23:59". */
  readonly from: string;
  /** "00:00" to "24:00". */
  readonly to: string;
}

/** A day on which nobody works, with its name where there is one. */
export interface Holiday {
  readonly date: CivilDate;
  readonly name?: string;
}

/** When a company works. What is left out is closed. */
export interface CalendarChoices {
  /** The IANA zone whose clocks count. */
  readonly zone: string;
  /** The hours of each day of the week; several where there is a break. */
  readonly week: { readonly [Day in Weekday]?: readonly Shift[] };
  /** Days that are closed whatever day of the week they are: civil dates, or with a name. */
  readonly holidays?: readonly (CivilDate | Holiday)[];
  /** Days with hours of their own, in place of the week's. None: closed. */
  readonly days?: Readonly<Record<CivilDate, readonly Shift[]>>;
}

/** Everything that makes no sense in a calendar. */
export function calendarFaults({ zone, week, holidays = [], days = {} }: CalendarChoices): readonly Fault[] {
  const dates = [
    ...holidays.map((day, index) => ({ path: ['holidays', index], date: typeof day === 'string' ? day : day.date })),
    ...Object.keys(days).map((date) => ({ path: ['days', date], date })),
  ];
  const named = new Set<CivilDate>();
  const isEmpty = weekdays.every((day) => (week[day] ?? []).length === 0);
  return [
    ...(isZone(zone) ? [] : [fault(['zone'], zone, 'an IANA zone that this runtime knows')]),
    ...Object.entries(week).flatMap(([day, shifts]) =>
      weekdays.includes(day as Weekday)
        ? shiftFaults(['week', day], shifts)
        : [fault(['week', day], day, `a day of the week: ${weekdays.join(', ')}`)],
    ),
    ...(isEmpty
      ? [fault(['week'], week, 'a shift on one day at least: a calendar that is never open has no working time')]
      : nightFaults(week)),
    ...Object.entries(days).flatMap(([date, shifts]) => shiftFaults(['days', date], shifts)),
    ...dates.flatMap(({ path, date }) => {
      if (Number.isNaN(dayOf(date))) return [fault(path, date, 'a civil date that exists, as "2026-09-18"')];
      return named.size < named.add(date).size ? [] : [fault(path, date, 'a date that is named only once')];
    }),
  ];
}

/** Of one day: the times, and that no two shifts overlap. */
function shiftFaults(path: Fault['path'], shifts: readonly Shift[] = []): readonly Fault[] {
  const faults = shifts.flatMap(({ from, to }, index) => {
    const [begins, ends] = [minuteOf(from), minuteOf(to)];
    const wrong = [
      ...(begins < DAY ? [] : [fault([...path, index, 'from'], from, 'a time from "00:00" to "23:59"')]),
      ...(Number.isNaN(ends) ? [fault([...path, index, 'to'], to, 'a time from "00:00" to "24:00"')] : []),
    ];
    if (wrong.length > 0 || begins !== ends) return wrong;
    return [fault([...path, index], textOf({ from, to }), 'a start that is not the end')];
  });
  return faults.length > 0 ? faults : overlaps(path, shifts);
}

/** That of the shifts of a day each begins when those before it are over. */
function overlaps(path: Fault['path'], shifts: readonly Shift[]): readonly Fault[] {
  const inOrder = shifts
    .map((shift, index) => ({ shift, index, begins: minuteOf(shift.from), ends: endOf(shift) }))
    .sort((one, other) => one.begins - other.begins);
  return inOrder.flatMap(({ shift, index, begins }, place) => {
    // The one right before may lie within a longer one.
    const before = inOrder.slice(0, place).findLast(({ ends }) => ends > begins);
    return before === undefined ? [] : [tooEarly([...path, index], shift, before.shift)];
  });
}

/** That no shift of the week reaches into those of the next day. */
function nightFaults(week: CalendarChoices['week']): readonly Fault[] {
  return weekdays.flatMap((day, index) => {
    const next = weekdays[(index + 1) % weekdays.length] as Weekday;
    return (week[next] ?? []).flatMap((shift, place) => {
      const night = week[day]?.find((one) => minuteOf(shift.from) < endOf(one) - DAY);
      return night === undefined ? [] : [tooEarly(['week', next, place], shift, night)];
    });
  });
}

function tooEarly(path: Fault['path'], shift: Shift, before: Shift): Fault {
  return fault(path, textOf(shift), `a shift that begins when that of ${textOf(before)} is over`);
}

function textOf({ from, to }: Shift): string {
  return `${from}–${to}`;
}

const DAY = 1_440;

/** The minute of the day; NaN for a text that is no time. 1,440 is the end of the day. */
export function minuteOf(time: string): number {
  const [, hours, minutes] = /^(\d\d):([0-5]\d)$/.exec(time) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= DAY ? minute : Number.NaN;
}

/** The minute at which a shift is over, counted from the day on which it begins. */
export function endOf({ from, to }: Shift): number {
  const ends = minuteOf(to);
  return ends < minuteOf(from) ? ends + DAY : ends;
}

function fault(path: Fault['path'], seen: unknown, expected: string): Fault {
  return { path, seen: JSON.stringify(seen), expected };
}
