import { DateTime, IANAZone } from 'luxon';
import type { Instant } from './clock.js';

/** A civil date, `YYYY-MM-DD`, in a zone that stands beside it. */
export type CivilDate = string;

/** A civil date as the number of days since 1970-01-01. Differences of days are differences of these. */
export type Day = number;

const DAY = 86_400_000;
const FOUR_CENTURIES = 146_097;
/** 1970-01-01 was a Thursday, the third day after a Monday. */
const FIRST_WEEKDAY = 3;
/** As far from 1970 as a date reaches. */
const LAST_DAY = 100_000_000;
const SLOT = 900_000;
/** No clocks were ever further from UTC: those of Manila were 15:56 behind it, until 1844. */
const REACH = 16 * 3_600_000;
const STEP = 6 * 3_600_000;

/** How many answers are remembered per zone before they are forgotten together. */
const REMEMBERED = 8_192;
/** Longer than the name of any zone, and than any date: of such a text nothing is remembered, for it could be of any size. */
const LONGEST_NAME = 64;

interface Zone {
  readonly name: string;
  readonly luxon: IANAZone;
  /** Offset from UTC in milliseconds, by quarter of an hour; NaN where it changes within one, as until 2022 some did. */
  readonly offsets: Map<number, number>;
  readonly starts: Map<Day, Instant>;
  readonly ends: Map<CivilDate, Instant>;
}

const zones = /* @__PURE__ */ new Map<string, Zone | null>();
/** Nearly every question is about the zone of the one before. */
let latest: Zone | null = null;
const dates = /* @__PURE__ */ new Map<CivilDate, Day>();

/** Whether a name is that of a zone in the IANA database, as this runtime knows it. */
export function isZone(name: string): boolean {
  return zoneOf(name) !== null;
}

/** Whether a text is a civil date that exists: `2026-02-30` does not. */
export function isCivilDate(text: string): boolean {
  return !Number.isNaN(dayOf(text));
}

/** The number of a civil date; NaN for a text that is not one. */
export function dayOf(date: CivilDate): Day {
  return dates.get(date) ?? (date.length > LONGEST_NAME ? Number.NaN : remember(dates, date, findDay(date)));
}

function findDay(date: CivilDate): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) return Number.NaN;
  const [, year, month, day] = parts.map(Number) as [whole: number, year: number, month: number, day: number];
  const first = firstOfMonth(year, month);
  const exists = month >= 1 && month <= 12 && day >= 1 && first + day <= firstOfMonth(year, month + 1);
  return exists ? first + day - 1 : Number.NaN;
}

/** The civil date of a day between the years 0 and 9999. */
export function dateOf(day: Day): CivilDate {
  // All that a host may have told luxon to do otherwise.
  const plain = { zone: 'utc', numberingSystem: 'latn', outputCalendar: 'gregory' } as const;
  return DateTime.fromMillis(day * DAY, plain).toFormat('yyyy-MM-dd');
}

/**
 * The first day of a month between the years 0 and 9999; the thirteenth month is the first of the next year. `Date.UTC` takes the
 * years below 100 for others; four centuries on, the calendar is the same.
 */
export function firstOfMonth(year: number, month: number): Day {
  return Date.UTC(year + 400, month - 1, 1) / DAY - FOUR_CENTURIES;
}

/** Which day of the week a day is, from 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + FIRST_WEEKDAY) % 7) + 7) % 7;
}

/** The day that it is in a zone at an instant; NaN for an unknown zone or an instant that is not a number. */
export function dayAt(instant: Instant, zone: string): Day {
  return Math.floor((instant + offsetAt(instant, zone)) / DAY);
}

/**
 * The first instant whose civil date is that day. Not every day begins at midnight: 2024-09-08 begins at
 * 01:00 in America/Santiago. A day that a zone skipped begins where the next one does. NaN for an unknown zone,
 * and for a day beyond what a date can hold.
 */
export function startOfDay(day: Day, zone: string): Instant {
  const known = zoneOf(zone);
  if (known === null || !(Math.abs(day) <= LAST_DAY)) return Number.NaN;
  return known.starts.get(day) ?? remember(known.starts, day, findStart(day, known));
}

/** The first instant after a civil date; NaN for a text that is not one, and for an unknown zone. */
export function endOfDate(date: CivilDate, zone: string): Instant {
  const known = zoneOf(zone);
  if (known === null || date.length > LONGEST_NAME) return Number.NaN;
  return known.ends.get(date) ?? remember(known.ends, date, startOfDay(dayOf(date) + 1, zone));
}

/** What a zone's clocks add to UTC at an instant, in milliseconds; NaN for an unknown zone. */
export function offsetAt(instant: Instant, zone: string): number {
  const known = zoneOf(zone);
  return known === null || Number.isNaN(instant) ? Number.NaN : offsetIn(known, instant);
}

/**
 * An instant up to which a zone's clocks run on as they do at another, a few hours later at most; NaN for an unknown zone and
 * an instant that is not a number.
 */
export function offsetUntil(instant: Instant, zone: string): Instant {
  const known = zoneOf(zone);
  return known === null || Number.isNaN(instant) ? Number.NaN : nextChange(known, instant, offsetIn(known, instant));
}

function offsetIn(zone: Zone, instant: Instant): number {
  const slot = Math.floor(instant / SLOT);
  const known = zone.offsets.get(slot) ?? remember(zone.offsets, slot, offsetOf(zone, slot));
  return Number.isNaN(known) ? exactOffset(zone, instant) : known;
}

function offsetOf(zone: Zone, slot: number): number {
  const offset = exactOffset(zone, slot * SLOT);
  return offset === exactOffset(zone, (slot + 1) * SLOT - 1) ? offset : Number.NaN;
}

function exactOffset({ luxon }: Zone, instant: Instant): number {
  return luxon.offset(instant) * 60_000;
}

function zoneOf(name: string): Zone | null {
  if (latest !== null && latest.name === name) return latest;
  const known = zones.get(name);
  if (known !== undefined) return (latest = known);
  if (name.length > LONGEST_NAME) return null;
  const luxon = IANAZone.isValidZone(name) ? IANAZone.create(name) : null;
  return remember(
    zones,
    name,
    luxon === null ? null : { name, luxon, offsets: new Map(), starts: new Map(), ends: new Map() },
  );
}

/** Walks the stretches of constant offset around the day: in each, local midnight or the stretch's own beginning may be first. */
function findStart(day: Day, zone: Zone): Instant {
  const midnight = day * DAY;
  for (let from = midnight - REACH; from <= midnight + REACH;) {
    const offset = offsetIn(zone, from);
    const until = nextChange(zone, from, offset);
    const first = Math.max(from, midnight - offset);
    if (first < until) return first;
    from = until;
  }
  return Number.NaN;
}

/** The instant at which the offset is another, looked for in steps too short to jump over two changes. */
function nextChange(zone: Zone, from: Instant, offset: number): Instant {
  let ahead = from + STEP;
  // Beyond what a date can hold there is no offset, and NaN is the same wherever it is asked.
  if (Object.is(offsetIn(zone, ahead), offset)) return ahead;
  let before = from;
  while (ahead - before > 1) {
    const middle = before + Math.floor((ahead - before) / 2);
    // Nearly every change is on a quarter of an hour: those are tried while there is one in between.
    const quarter = Math.floor(middle / SLOT) * SLOT;
    const tried = quarter > before ? quarter : middle;
    if (Object.is(offsetIn(zone, tried), offset)) before = tried;
    else ahead = tried;
  }
  return ahead;
}

function remember<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value): Value {
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(key, value);
  return value;
}
