import fc from 'fast-check';
import type { CalendarChoices, Shift, Weekday } from 'pauta/kernel';

/** Zones whose clocks run in ways of their own: at midnight, by half an hour, around Ramadan, off the full hour, not at all. */
export const zones = [
  'America/Santiago',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Havana',
  'Pacific/Chatham',
  'America/St_Johns',
  'Atlantic/Azores',
  'America/Nuuk',
  'Africa/Cairo',
] as const;

const DAY = 1_440;
const WEEK = 7 * DAY;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Those of 2024 and 2025. */
const dates = Array.from({ length: 731 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));

function time(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => `${part}`.padStart(2, '0')).join(':');
}

/** A shift that begins at a minute of its day; one that would last for a day or more ends a minute before it begins again. */
function shiftOf(from: number, length: number, isMidnight: boolean): Shift {
  const until = from + (from + length === DAY ? length : Math.min(length, DAY - 1));
  const to = until === DAY ? (isMidnight && from > 0 ? 0 : DAY) : until % DAY;
  return { from: time(from), to: time(to) };
}

/** Minutes out of a span, in order: mostly full and half hours, as people have them. */
const cuts = (span: number, most: number): fc.Arbitrary<readonly number[]> =>
  fc
    .uniqueArray(
      fc.oneof(
        fc.nat(span / 30 - 1).map((half) => half * 30),
        fc.nat(span - 1),
      ),
      {
        minLength: 2,
        maxLength: most,
      },
    )
    .map((minutes) => minutes.toSorted((a, b) => a - b));

/** A week is a ring: cut anywhere, every other piece is worked, the last one over into the next week. */
const week = fc.tuple(cuts(WEEK, 24), fc.boolean()).map(([minutes, isMidnight]) => {
  const hours: Partial<Record<Weekday, Shift[]>> = {};
  for (let place = 0; place < minutes.length; place += 2) {
    const begins = minutes[place] as number;
    const ends = minutes[place + 1] ?? (minutes[0] as number) + WEEK;
    (hours[weekdays[Math.floor(begins / DAY)] as Weekday] ??= []).push(
      shiftOf(begins % DAY, ends - begins, isMidnight),
    );
  }
  return hours;
});

/** The hours of a day of its own: the last shift may go on into the night. */
const hours = fc.oneof(
  fc.constant<Shift[]>([]),
  fc
    .tuple(cuts(DAY, 6), fc.boolean())
    .map(([minutes, isMidnight]) =>
      minutes.flatMap((begins, place) =>
        place % 2 === 0
          ? [shiftOf(begins, (minutes[place + 1] ?? DAY + (minutes[0] as number)) - begins, isMidnight)]
          : [],
      ),
    ),
);

const somedays = (most: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...dates), { maxLength: most });

/** Calendars with breaks, nights, midnights written either way, holidays with and without names, and days of their own. */
export const calendars = (zone: fc.Arbitrary<string>): fc.Arbitrary<CalendarChoices> =>
  fc
    .record({
      zone,
      week,
      closed: somedays(40),
      special: fc.dictionary(fc.constantFrom(...dates), hours, { maxKeys: 40 }),
    })
    .map(({ zone: name, week: worked, closed, special }) => ({
      zone: name,
      week: worked,
      holidays: closed
        .filter((date) => special[date] === undefined)
        .map((date, index) => (index % 2 === 0 ? date : { date, name: `holiday ${index}` })),
      days: { ...special },
    }));
