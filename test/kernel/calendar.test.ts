import fc from 'fast-check';
import { Settings } from 'luxon';
import { describe, expect, it } from 'vitest';
import * as calendar from '../../src/kernel/calendar.js';
import { dayAt, dayOf, endOfDate, isCivilDate, isZone, offsetAt, startOfDay } from '../../src/kernel/calendar.js';

const RUNS = { numRuns: 2_000 };

/** The civil date of a day's number: the reverse of `dayOf`, apart from the library. */
const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SANTIAGO = 'America/Santiago';
const zones = [SANTIAGO, 'America/Caracas', 'America/Havana', 'Atlantic/Azores', 'Australia/Lord_Howe'];
const zone = fc.constantFrom(
  ...zones,
  'UTC',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'Africa/Casablanca',
);
const instant = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) });
/** From 0000-01-01 to 9999-12-31. */
const day = fc.integer({ min: -719_528, max: 2_932_896 });

const at = (text: string): number => Date.parse(text);
const start = (date: string, name: string): string => new Date(startOfDay(dayOf(date), name)).toISOString();
const hoursOf = (date: string, name: string): number => (endOfDate(date, name) - startOfDay(dayOf(date), name)) / HOUR;

describe('a civil date', () => {
  it('exists or not', () => {
    const existing = ['2026-05-13', '2024-02-29', '2000-02-29', '1970-01-01', '0000-01-01', '9999-12-31'];
    const missing = ['2026-02-30', '2023-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'];
    const misspelt = ['2026-5-1', '', 'x', '20260513', '2026-W20-3', '2026-133', '2026-05-13T00:00', '2026-05-13\n'];
    expect(existing.filter((text) => !isCivilDate(text))).toEqual([]);
    expect([...missing, ...misspelt, ' 2026-05-13', '+2026-05-13', '12026-05-13'].filter(isCivilDate)).toEqual([]);
  });

  it('has a number, counted from 1970-01-01; what is not one has NaN, however often it is asked', () => {
    expect(['1970-01-01', '1970-01-02', '1969-12-31', '2024-03-01'].map(dayOf)).toEqual([0, 1, -1, 19_783]);
    expect(['2026-02-30', '2026-02-30', 'x', ''].map(dayOf)).toEqual([NaN, NaN, NaN, NaN]);
  });

  it('comes back from its number, and the number from it', () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = dateOf(number);
        expect(date).toBe(new Date(number * DAY).toISOString().slice(0, 10));
        expect(dayOf(date)).toBe(number);
      }),
      RUNS,
    );
  });

  it('agrees with a naive calendar on what exists', () => {
    const two = (max: number): fc.Arbitrary<string> => fc.nat(max).map((part) => `${part}`.padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), two(14), two(33), (year, month, date) => {
        const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
        const lengths = [0, 31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        const exists = Number(date) >= 1 && Number(date) <= (lengths[Number(month)] ?? 0);
        expect(isCivilDate(`${year}-${month}-${date}`)).toBe(exists);
      }),
      RUNS,
    );
  });

  it('is looked for without throwing, whatever the host has told luxon to do with invalid dates', () => {
    Settings.throwOnInvalid = true;
    try {
      expect(isCivilDate('2031-02-30')).toBe(false);
    } finally {
      Settings.throwOnInvalid = false;
    }
  });
});

describe('the civil date of a day', () => {
  it('is written as a civil date is, whatever zone, digits and calendar the host has told luxon to write', () => {
    const days = [0, 19_783, -719_528, 2_932_896];
    const dates = ['1970-01-01', '2024-03-01', '0000-01-01', '9999-12-31'];
    const { defaultZone, defaultNumberingSystem, defaultOutputCalendar } = Settings;
    try {
      for (const name of ['Pacific/Kiritimati', 'Etc/GMT+12']) {
        Settings.defaultZone = name;
        expect(days.map(calendar.dateOf)).toEqual(dates);
      }
      Settings.defaultNumberingSystem = 'beng';
      expect(days.map(calendar.dateOf)).toEqual(dates);
      Settings.defaultOutputCalendar = 'buddhist';
      expect(days.map(calendar.dateOf)).toEqual(dates);
    } finally {
      Object.assign(Settings, { defaultZone, defaultNumberingSystem, defaultOutputCalendar });
    }
  });
});

describe('a zone', () => {
  it('is known by its IANA name, and only by that', () => {
    expect([...zones, 'UTC', 'Etc/GMT+3'].filter((name) => !isZone(name))).toEqual([]);
    expect(['', 'x', 'America/Santiag0', ' America/Santiago', 'Mars/Olympus', '__proto__'].filter(isZone)).toEqual([]);
    expect([isZone('Mars/Olympus'), isZone(SANTIAGO), isZone('Mars/Olympus')]).toEqual([false, true, false]);
  });

  it('that is unknown answers every question with NaN', () => {
    const unknown = 'America/Santiag0';
    const answers = [offsetAt(0, unknown), dayAt(0, unknown), startOfDay(0, unknown), endOfDate('2026-05-13', unknown)];
    expect(answers).toEqual([NaN, NaN, NaN, NaN]);
  });

  it('answers NaN for an instant, day or date that is not one', () => {
    expect([NaN, Infinity, -Infinity, 9e15].map((each) => offsetAt(each, SANTIAGO))).toEqual([NaN, NaN, NaN, NaN]);
    expect([NaN, Infinity, 9e15].map((each) => dayAt(each, SANTIAGO))).toEqual([NaN, NaN, NaN]);
    expect([NaN, Infinity, -Infinity].map((each) => startOfDay(each, SANTIAGO))).toEqual([NaN, NaN, NaN]);
    expect(['x', '2026-02-30', '2026-02-30', ''].map((each) => endOfDate(each, SANTIAGO))).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
  });

  it('answers NaN for the start of a day beyond what a date can hold', () => {
    expect([1e8, 2e8, -2e8, 1e20].map((each) => startOfDay(each, SANTIAGO))).toEqual([NaN, NaN, NaN, NaN]);
  });

  it('tells the start of the first and of the last day that a date can hold', () => {
    expect([1e8, -1e8].map((each) => startOfDay(each, 'UTC'))).toEqual([8.64e15, -8.64e15]);
  });

  it('adds to UTC what its clocks add', () => {
    expect(offsetAt(at('2024-07-01T00:00Z'), SANTIAGO)).toBe(-4 * HOUR);
    expect(offsetAt(at('2024-12-31T00:00Z'), SANTIAGO)).toBe(-3 * HOUR);
    expect(offsetAt(at('2026-05-13T00:00Z'), 'Asia/Kathmandu')).toBe(345 * MINUTE);
    expect(offsetAt(at('2024-07-01T00:00Z'), 'Australia/Lord_Howe')).toBe(630 * MINUTE);
  });
});

describe('a day in a zone', () => {
  it('begins at midnight, save where the clocks skip midnight', () => {
    expect(start('2024-07-01', SANTIAGO)).toBe('2024-07-01T04:00:00.000Z');
    expect(start('2024-09-08', SANTIAGO)).toBe('2024-09-08T04:00:00.000Z');
    expect(start('2025-09-07', SANTIAGO)).toBe('2025-09-07T04:00:00.000Z');
    expect(start('2024-03-10', 'America/Havana')).toBe('2024-03-10T05:00:00.000Z');
    expect(start('2024-03-31', 'Atlantic/Azores')).toBe('2024-03-31T01:00:00.000Z');
  });

  it('begins at the first of two midnights', () => {
    expect(start('2024-11-03', 'America/Havana')).toBe('2024-11-03T04:00:00.000Z');
    expect(start('2024-10-27', 'Atlantic/Azores')).toBe('2024-10-27T00:00:00.000Z');
  });

  it('has as many hours as its clocks run through', () => {
    expect([hoursOf('2024-04-06', SANTIAGO), hoursOf('2024-04-07', SANTIAGO)]).toEqual([25, 24]);
    expect([hoursOf('2024-09-07', SANTIAGO), hoursOf('2024-09-08', SANTIAGO)]).toEqual([24, 23]);
    expect([hoursOf('2025-04-05', SANTIAGO), hoursOf('2025-09-07', SANTIAGO)]).toEqual([25, 23]);
    expect([hoursOf('2024-11-03', 'America/Havana'), hoursOf('2024-03-10', 'America/Havana')]).toEqual([25, 23]);
    expect(hoursOf('2024-04-07', 'Australia/Lord_Howe')).toBe(24.5);
    expect(hoursOf('2024-10-06', 'Australia/Lord_Howe')).toBe(23.5);
  });

  it('holds both runs of a repeated hour', () => {
    const runs = ['2024-04-07T02:00Z', '2024-04-07T02:59:59.999Z', '2024-04-07T03:00Z', '2024-04-07T03:59:59.999Z'];
    expect(runs.map((text) => dateOf(dayAt(at(text), SANTIAGO)))).toEqual(Array(4).fill('2024-04-06'));
    expect(dateOf(dayAt(at('2024-04-07T04:00Z'), SANTIAGO))).toBe('2024-04-07');
    const twice = ['2025-04-06T02:30Z', '2025-04-06T03:30Z'].map(at);
    expect(twice.map((each) => new Date(each + offsetAt(each, SANTIAGO)).toISOString())).toEqual(
      Array(2).fill('2025-04-05T23:30:00.000Z'),
    );
  });

  it('is left after 24 elapsed hours at another time of day, where the clocks change', () => {
    const later = at('2025-09-06T15:00:00-04:00') + DAY;
    expect(new Date(later + offsetAt(later, SANTIAGO)).toISOString()).toBe('2025-09-07T16:00:00.000Z');
  });

  it('begins at midnight however far from UTC the clocks stood: in Manila and in Alaska, while these were one day apart', () => {
    for (const name of ['Asia/Manila', 'America/Juneau', 'America/Metlakatla']) {
      const day = dayOf('1840-01-01');
      const begins = startOfDay(day, name);
      expect(Math.abs(offsetAt(begins, name))).toBeGreaterThan(15 * HOUR);
      expect(begins + offsetAt(begins, name)).toBe(day * DAY);
      expect([dayAt(begins - 1, name), dayAt(begins, name)]).toEqual([day - 1, day]);
    }
  });

  it('that the zone skipped begins where the next one does', () => {
    expect(start('2011-12-29', 'Pacific/Apia')).toBe('2011-12-29T10:00:00.000Z');
    expect(start('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
    expect(start('2011-12-31', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
    expect(dateOf(dayAt(at('2011-12-30T09:59:59.999Z'), 'Pacific/Apia'))).toBe('2011-12-29');
    expect(dateOf(dayAt(at('2011-12-30T10:00Z'), 'Pacific/Apia'))).toBe('2011-12-31');
  });

  it('is the day of its first instant and not of the one before, and ends where the next begins', () => {
    fc.assert(
      fc.property(instant, zone, (when, name) => {
        const today = dayAt(when, name);
        const begins = startOfDay(today, name);
        expect(begins).toBeLessThanOrEqual(when);
        expect(dayAt(begins, name)).toBe(today);
        if (name !== 'Pacific/Kiritimati') expect(dayAt(begins - 1, name)).toBe(today - 1);
        expect(endOfDate(dateOf(today), name)).toBe(startOfDay(today + 1, name));
        expect(startOfDay(today + 1, name)).toBeGreaterThan(when);
      }),
      RUNS,
    );
  });
});

describe('what the calendar remembers', () => {
  it('is let go of after 8,192 answers, and the answers stay the same', () => {
    const first = at('2024-09-08T03:59Z');
    const expected = [
      offsetAt(first, SANTIAGO),
      startOfDay(dayOf('2024-09-08'), SANTIAGO),
      endOfDate('2024-09-07', SANTIAGO),
    ];
    for (let each = 0; each < 8_300; each++) {
      offsetAt(first + each * 15 * MINUTE, SANTIAGO);
      const date = dateOf(dayOf('2010-01-01') + each);
      expect(dayOf(date)).toBe(dayOf('2010-01-01') + each);
      expect(endOfDate(date, 'UTC')).toBe((dayOf('2010-01-01') + each + 1) * DAY);
      expect(isZone(`Nowhere/${each}`)).toBe(false);
    }
    const again = [
      offsetAt(first, SANTIAGO),
      startOfDay(dayOf('2024-09-08'), SANTIAGO),
      endOfDate('2024-09-07', SANTIAGO),
    ];
    expect(again).toEqual(expected);
    expect([dayOf('2010-01-01'), isZone(SANTIAGO), isZone('Nowhere/0')]).toEqual([14_610, true, false]);
  });
});
