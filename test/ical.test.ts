import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { holidaysIn, type HolidayProblem } from 'pauta/ical';
import { businessCalendar } from 'pauta/kernel';

const YEARS = { from: '2025-01-01', until: '2026-12-31' };
/** The days of 500 rules, as python-dateutil finds them. */
const yearly = JSON.parse(readFileSync(new URL('fixtures/yearly-rules.json', import.meta.url), 'utf8')) as {
  readonly from: string;
  readonly until: string;
  readonly rules: Readonly<Record<string, string>>;
};
const chile = readFileSync(new URL('fixtures/feriados-chile.ics', import.meta.url), 'utf8');

/** A file of events, each given by its lines. */
function file(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event, index) => ['BEGIN:VEVENT', `UID:${index}`, ...event, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//pauta//test//ES', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

const day = (date: string, ...more: readonly string[]): readonly string[] => [`DTSTART;VALUE=DATE:${date}`, ...more];

function datesIn(text: string, range = YEARS): readonly string[] | readonly HolidayProblem[] {
  const result = holidaysIn(text, range);
  return result.ok ? result.holidays.map(({ date }) => date) : result.problems;
}

function problemsIn(text: string, range = YEARS): readonly HolidayProblem[] {
  const result = holidaysIn(text, range);
  return result.ok ? [] : result.problems;
}

describe('the holidays of an iCalendar file', () => {
  it('are read as a state publishes them, and make a business calendar', () => {
    const result = holidaysIn(chile, { from: '2026-01-01', until: '2026-12-31' });
    expect(result).toEqual({
      ok: true,
      holidays: [
        { date: '2026-01-01', name: 'Año Nuevo' },
        { date: '2026-04-03', name: 'Viernes Santo' },
        { date: '2026-04-04', name: 'Sábado Santo' },
        { date: '2026-05-01', name: 'Día Nacional del Trabajo' },
        { date: '2026-05-21', name: 'Día de las Glorias Navales' },
        { date: '2026-06-21', name: 'Día Nacional de los Pueblos Indígenas' },
        { date: '2026-06-29', name: 'San Pedro y San Pablo' },
        { date: '2026-07-16', name: 'Día de la Virgen del Carmen' },
        { date: '2026-08-15', name: 'Asunción de la Virgen' },
        { date: '2026-09-18', name: 'Fiestas Patrias' },
        { date: '2026-09-19', name: 'Fiestas Patrias / Día de las Glorias del Ejército' },
        { date: '2026-10-12', name: 'Encuentro de Dos Mundos' },
        { date: '2026-10-31', name: 'Día de las Iglesias Evangélicas y Protestantes' },
        { date: '2026-11-01', name: 'Día de Todos los Santos' },
        { date: '2026-12-08', name: 'Inmaculada Concepción' },
        { date: '2026-12-25', name: 'Navidad' },
      ],
    });
    if (!result.ok) return;
    const hours = [{ from: '09:00', to: '18:00' }];
    const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
    const calendar = businessCalendar({ zone: 'America/Santiago', week, holidays: result.holidays });
    const end = calendar.add(Date.parse('2026-09-17T17:00:00-03:00'), { hours: 2 });
    expect(end).toBe(Date.parse('2026-09-21T10:00:00-03:00'));
  });

  it('are those of the range, both ends included, whatever lies outside', () => {
    const text = file(day('20250101'), day('20241231', 'DTEND;VALUE=DATE:20250104'), day('20261231'), day('20270101'));
    expect(datesIn(text)).toEqual(['2025-01-01', '2025-01-02', '2025-01-03', '2026-12-31']);
    expect(datesIn(text, { from: '2026-12-31', until: '2026-12-31' })).toEqual(['2026-12-31']);
    expect(datesIn(text, { from: '2020-01-01', until: '2020-12-31' })).toEqual([]);
    expect(datesIn(file())).toEqual([]);
  });

  it('last until the day before DTEND, or for their DURATION; one that ends where it begins is of one day', () => {
    expect(datesIn(file(day('20250918', 'DTEND;VALUE=DATE:20250920')))).toEqual(['2025-09-18', '2025-09-19']);
    expect(datesIn(file(day('20250918', 'DURATION:P3D')))).toEqual(['2025-09-18', '2025-09-19', '2025-09-20']);
    expect(datesIn(file(day('20250918', 'DTEND;VALUE=DATE:20250918')))).toEqual(['2025-09-18']);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['every year on its date', day('19700501', 'RRULE:FREQ=YEARLY'), ['2025-05-01', '2026-05-01']],
    [
      'every year since 1601, as some programs write',
      day('16010501', 'RRULE:FREQ=YEARLY'),
      ['2025-05-01', '2026-05-01'],
    ],
    ['every other year', day('20230501', 'RRULE:FREQ=YEARLY;INTERVAL=2'), ['2025-05-01']],
    ['so many times', day('20240501', 'RRULE:FREQ=YEARLY;COUNT=2'), ['2025-05-01']],
    ['until a day', day('20200501', 'RRULE:FREQ=YEARLY;UNTIL=20250501'), ['2025-05-01']],
    ['until before the range', day('20200501', 'RRULE:FREQ=YEARLY;UNTIL=20230501'), []],
    ['from after the range', day('20300501', 'RRULE:FREQ=YEARLY'), []],
    [
      'on the last Monday of May',
      day('20200525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'),
      ['2025-05-26', '2026-05-25'],
    ],
    ['on 29 February, which not every year has', day('20240229', 'RRULE:FREQ=YEARLY'), []],
    ['on 30 February, which no year has', day('20250101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), ['2025-01-01']],
    [
      'on a first Monday that is a fifteenth: never',
      day('20250401', 'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=15,16'),
      ['2025-04-01'],
    ],
    [
      'on the last day of a month',
      day('20240131', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'),
      ['2025-02-28', '2026-02-28'],
    ],
    ['but for a year', day('20200501', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20250501'), ['2026-05-01']],
    [
      'but for a year, with a time of day',
      day('20200501', 'RRULE:FREQ=YEARLY', 'EXDATE:20250501T000000Z'),
      ['2026-05-01'],
    ],
    ['on more days', day('20250601', 'RDATE;VALUE=DATE:20250603,20260604'), ['2025-06-01', '2025-06-03', '2026-06-04']],
    [
      'for two days',
      day('20200501', 'DTEND;VALUE=DATE:20200503', 'RRULE:FREQ=YEARLY;COUNT=6'),
      ['2025-05-01', '2025-05-02'],
    ],
  ])('come %s', (_, event, dates) => {
    expect(datesIn(file(event))).toEqual(dates);
  });

  it('are left out where they are cancelled, as a whole or for one year; one that is moved comes on its new day', () => {
    const yearly = day('20200501', 'RRULE:FREQ=YEARLY');
    const moved = [...day('20250502'), 'RECURRENCE-ID;VALUE=DATE:20250501'];
    const cancelled = [...day('20260501'), 'RECURRENCE-ID;VALUE=DATE:20260501', 'STATUS:CANCELLED'];
    const text = file(yearly, moved, cancelled).replaceAll(/UID:\d/g, 'UID:labour');
    expect(datesIn(text)).toEqual(['2025-05-02']);
    expect(
      datesIn(file(day('20250918', 'STATUS:cancelled'), ['STATUS:CANCELLED', 'DTSTART:20250101T100000Z'])),
    ).toEqual([]);
    expect(datesIn(file(yearly, moved))).toEqual(['2025-05-01', '2025-05-02', '2026-05-01']);
  });

  it('are sorted, and one day is one holiday, with the names that it has', () => {
    const text = file(
      day('20251225', 'SUMMARY:Navidad'),
      day('20250101', 'SUMMARY: '),
      day('20251225', 'SUMMARY:Christmas\\, Day'),
      day('20251225', 'SUMMARY:Navidad'),
      day('20250101'),
    );
    expect(holidaysIn(text, YEARS)).toEqual({
      ok: true,
      holidays: [{ date: '2025-01-01' }, { date: '2025-12-25', name: 'Navidad / Christmas, Day' }],
    });
  });

  it('are read with a byte order mark, with folded lines, and of several calendars in one text', () => {
    const one = file(day('20250918', 'SUMMARY:Fiestas', '  Patrias')).replace('UID:0\r\n', '');
    const expected = { ok: true, holidays: [{ date: '2025-09-18', name: 'Fiestas Patrias' }] };
    expect(holidaysIn(`\uFEFF${one}`, YEARS)).toEqual(expected);
    expect(holidaysIn(one + one, YEARS)).toEqual(expected);
    expect(holidaysIn(one.replaceAll('\r\n', '\n'), YEARS)).toEqual(expected);
  });
});

describe('a search of two years', () => {
  const starts = fc.constantFrom('15830102', '16010101', '19001231', '19960229', '20000101', '20010731', '20191225');
  const parts = fc.constantFrom(
    ...['', ';BYMONTH=5', ';BYMONTHDAY=-1', ';BYMONTH=2;BYMONTHDAY=29', ';BYDAY=2MO', ';BYMONTH=11;BYDAY=4TH'],
    ...[';BYYEARDAY=-1,100', ';BYYEARDAY=366', ';BYYEARDAY=-1,100;BYSETPOS=1', ';BYMONTH=3,4;BYDAY=SU;BYSETPOS=-1'],
    ...[';BYMONTH=5;BYMONTHDAY=15,16,17,18,19,20,21;BYDAY=MO'],
  );
  const intervals = fc.constantFrom('', ';INTERVAL=2', ';INTERVAL=3', ';INTERVAL=7', ';INTERVAL=4');
  const lasting = fc.constantFrom('P1D', 'P3D', 'P366D');
  const ends = fc.constantFrom('20001231', '20240630', '20260101');
  const firsts = fc.integer({ min: 1998, max: 2029 });
  const asked = (first: number, start: string, rule: string, length: string): readonly unknown[] =>
    datesIn(file(day(start, rule, `DURATION:${length}`)), { from: `${first}-01-01`, until: `${first + 1}-12-31` });

  it.each(Object.entries(yearly.rules))('finds the days that python-dateutil finds: %s', (rule, days) => {
    const [start = '', text = ''] = rule.split(' ');
    expect(datesIn(file(day(start, `RRULE:${text}`)), yearly)).toEqual(days === '' ? [] : days.split(' '));
  });

  it('finds what is on a list of weekdays, some of them counted: dateutil finds only what is both', () => {
    const dates = datesIn(file(day('20260101', 'RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=2FR,MO;UNTIL=20261231')));
    expect(dates).toEqual(['2026-01-01', '2026-01-05', '2026-01-09', '2026-01-12', '2026-01-19', '2026-01-26']);
  });

  it('finds of a rule that began long ago what is found by following it, as one that counts its days must be', () => {
    fc.assert(
      fc.property(firsts, starts, parts, intervals, lasting, (first, start, part, interval, length) => {
        const rule = `RRULE:FREQ=YEARLY${part}${interval}`;
        expect(asked(first, start, rule, length)).toEqual(asked(first, start, `${rule};COUNT=20000`, length));
      }),
      { numRuns: 500 },
    );
  });

  const isBy = (date: string, last: string): boolean => date.replaceAll('-', '') <= last;

  it('finds nothing of it after its end, but the day that it is said to begin with', () => {
    fc.assert(
      fc.property(firsts, starts, parts, intervals, ends, (first, start, part, interval, end) => {
        const rule = `RRULE:FREQ=YEARLY${part}${interval}`;
        const all = asked(first, start, rule, 'P1D');
        expect(asked(first, start, `${rule};UNTIL=${end}`, 'P1D')).toEqual(
          all.map((date) => String(date)).filter((date) => isBy(date, end) || isBy(date, start)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('a file of holidays is refused', () => {
  it('with every entry that is none of whole days, by its name and UID', () => {
    const text = file(
      ['SUMMARY:Reunión', 'DTSTART:20250918T090000Z', 'DTEND:20250918T100000Z'],
      day('20250101'),
      ['SUMMARY:Sin fecha'],
      ['DTSTART;TZID=America/Santiago:20250918T090000'],
    );
    const expected = 'a day that exists, without a time of day: DTSTART;VALUE=DATE:20260918';
    expect(holidaysIn(text, YEARS)).toEqual({
      ok: false,
      problems: [
        { path: 'VEVENT[0].DTSTART', summary: 'Reunión', uid: '0', seen: '"2025-09-18T09:00:00Z"', expected },
        {
          path: 'VEVENT[2].DTSTART',
          summary: 'Sin fecha',
          uid: '2',
          seen: 'nothing',
          expected: 'a day: DTSTART;VALUE=DATE:20260918',
        },
        { path: 'VEVENT[3].DTSTART', summary: null, uid: '3', seen: '"2025-09-18T09:00:00"', expected },
      ],
    });
  });

  const end = 'an end that makes it last from one whole day to 366';
  const ofYears =
    'a rule that repeats by the year: FREQ=YEARLY, and WKST, INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY, BYYEARDAY, BYDAY, BYSETPOS';

  it.each<[string, readonly string[], string, string]>([
    [
      'a day that does not exist',
      day('20250230'),
      '.DTSTART',
      'a day that exists, without a time of day: DTSTART;VALUE=DATE:20260918',
    ],
    ['an end before the start', day('20250918', 'DTEND;VALUE=DATE:20250917'), '.DTEND', end],
    ['more than a year', day('20250101', 'DTEND;VALUE=DATE:20260103'), '.DTEND', end],
    ['half a day', day('20250918', 'DURATION:PT12H'), '.DURATION', end],
    ['a negative duration', day('20250918', 'DURATION:-P1D'), '.DURATION', end],
    [
      'an end with a time of day',
      day('20250918', 'DTEND:20250919T000000Z'),
      '.DTEND',
      'a day that exists, without a time of day: DTEND;VALUE=DATE:20260918',
    ],
    [
      'further days with a time',
      day('20250918', 'RDATE:20250919T000000Z'),
      '.RDATE',
      'a day that exists, without a time of day: RDATE;VALUE=DATE:20260918',
    ],
    ...['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY'].map(
      (freq): [string, readonly string[], string, string] => [
        `a rule of ${freq}`,
        day('00010101', `RRULE:FREQ=${freq};BYMONTH=2;BYMONTHDAY=30`),
        '.RRULE',
        ofYears,
      ],
    ),
    ['a rule of hours', day('20250918', 'RRULE:FREQ=YEARLY;BYHOUR=1,2,3'), '.RRULE', ofYears],
    [
      'a leap of ages',
      day('20250918', 'RRULE:FREQ=YEARLY;INTERVAL=999999999'),
      '.RRULE',
      'INTERVAL from 1 to 100 years',
    ],
    [
      'an endless rule',
      day('20250918', `RRULE:FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 366 }, (_, index) => index + 1).join(',')}`),
      '.RRULE',
      'a rule of 500 letters at most',
    ],
    ['a rule of weeks of the year', day('20250918', 'RRULE:FREQ=YEARLY;BYWEEKNO=20'), '.RRULE', ofYears],
    ...Object.entries({
      'BYMONTH=13': 'BYMONTH from 1 to 12',
      'BYMONTH=5;BYMONTH=6': 'a rule that has each part once',
      'BYMONTH=5=6': 'BYMONTH from 1 to 12',
      'BYMONTHDAY=32': 'BYMONTHDAY from 1 to 31, or from -31 to -1',
      'BYMONTHDAY=1,0': 'BYMONTHDAY from 1 to 31, or from -31 to -1',
      'BYYEARDAY=367': 'BYYEARDAY from 1 to 366, or from -366 to -1',
      'BYDAY=XX': 'BYDAY: days of the week, as MO, 2MO or -1MO',
      'BYDAY=0MO': 'BYDAY: days of the week, as MO, 2MO or -1MO',
      'BYDAY=54MO': 'BYDAY: days of the week, as MO, 2MO or -1MO',
      'BYSETPOS=1': 'BYSETPOS from 1 to 366, or from -366 to -1, of other parts',
      'BYMONTH=5;BYSETPOS=0': 'BYSETPOS from 1 to 366, or from -366 to -1, of other parts',
      'INTERVAL=0': 'INTERVAL from 1 to 100 years',
      'INTERVAL=-3': 'INTERVAL from 1 to 100 years',
      'COUNT=0': 'COUNT from 1 to 999999',
      'UNTIL=20300231': 'UNTIL: a day that exists, as 20301231',
      'UNTIL=xyz': 'UNTIL: a day that exists, as 20301231',
      'WKST=X': 'WKST: a day of the week',
      'COUNT=2;UNTIL=20301231': 'a rule that ends by COUNT or by UNTIL, not by both',
      'BYEASTER=1': ofYears,
      'RSCALE=CHINESE;SKIP=FORWARD': ofYears,
      '': ofYears,
    }).map(([part, expected]): [string, readonly string[], string, string] => [
      `a rule with "${part}"`,
      day('20250918', `RRULE:FREQ=YEARLY;${part}`),
      '.RRULE',
      expected,
    ]),
    ['a rule that says nothing', day('20250918', 'RRULE:X'), '.RRULE', ofYears],
    ['a rule of a frequency that nobody knows', day('20250918', 'RRULE:FREQ=SOMETIMES'), '.RRULE', ofYears],
    ['a duration that the library cannot read', day('20250918', 'DURATION:Pzz'), '', 'an event that can be read'],
    ['a duration that is none', day('20250918', 'DURATION:zzz'), '.DURATION', end],
    [
      'a rule of exceptions',
      day('20250918', 'RRULE:FREQ=YEARLY', 'EXRULE:FREQ=YEARLY;INTERVAL=2'),
      '.EXRULE',
      'the days that are left out: EXDATE',
    ],
    [
      'an exception that is no day',
      day('20250918', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20250230'),
      '.EXDATE',
      'days that exist: EXDATE;VALUE=DATE:20260918',
    ],
    [
      'all that follows moved',
      day('20250920', 'RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20250918'),
      '.RECURRENCE-ID',
      'an entry for each day that is moved',
    ],
    ['no day moved', day('20250920', 'RECURRENCE-ID;VALUE=DATE:20250230'), '.RECURRENCE-ID', 'a day that exists'],
  ])('with %s', (_, event, where, expected) => {
    expect(problemsIn(file(event)).map((problem) => [problem.path, problem.expected])).toEqual([
      [`VEVENT[0]${where}`, expected],
    ]);
  });

  it('where an entry moves a day of an event that it does not name, or cancels all that follow', () => {
    const moved = file(day('20250920', 'RECURRENCE-ID;VALUE=DATE:20250918')).replace('UID:0\r\n', '');
    expect(problemsIn(moved)).toMatchObject([
      { path: 'VEVENT[0].UID', seen: 'nothing', expected: 'the UID of the event of which a day is moved' },
    ]);
    const cancelled = day('20250918', 'RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20250918', 'STATUS:CANCELLED');
    expect(problemsIn(file(cancelled))).toMatchObject([
      {
        path: 'VEVENT[0].RECURRENCE-ID',
        seen: '"RANGE=THISANDFUTURE"',
        expected: 'an entry for each day that is moved',
      },
    ]);
  });

  it('where it is no iCalendar, or too long', () => {
    const texts = ['', 'x', 'BEGIN:VCALENDAR', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:x\r\nEND:VCARD\r\n', '{}', '\u0000'];
    const broken = file(day('20250918', 'nonsense'));
    for (const text of [...texts, broken, file(day('20250918', `SUMMARY:${'x'.repeat(1_000_000)}`))]) {
      const [first, ...others] = problemsIn(text);
      expect(first).toMatchObject({
        path: '',
        summary: null,
        uid: null,
        expected: 'an iCalendar text: BEGIN:VCALENDAR …',
      });
      expect(others).toEqual([]);
    }
  });

  it('where the range is none', () => {
    const expected = 'a civil date that exists, as "2026-09-18"';
    expect(problemsIn(file(), { from: '2026-02-30', until: 'x' })).toMatchObject([
      { path: 'from', seen: '"2026-02-30"', expected },
      { path: 'until', seen: '"x"', expected },
    ]);
    const apart = [{ path: 'until', expected: 'a date not before the first, and within a century of it' }];
    expect(problemsIn(file(), { from: '2026-01-02', until: '2026-01-01' })).toMatchObject(apart);
    expect(problemsIn(file(), { from: '1926-01-01', until: '2026-01-02' })).toMatchObject(apart);
    expect(problemsIn(file(), { from: '1926-01-01', until: '2026-01-01' })).toEqual([]);
  });

  it('where it would take too long: what is done for one file is counted', { timeout: 30_000 }, () => {
    const counted = 'RRULE:FREQ=YEARLY;COUNT=10000';
    expect(datesIn(file(...Array.from({ length: 150 }, () => day('16010101', 'RRULE:FREQ=YEARLY'))))).toHaveLength(2);
    const ages = Array.from({ length: 150 }, () => day('16010101', counted));
    const problems = problemsIn(file(...ages));
    expect(problems.length).toBeGreaterThan(10);
    expect(new Set(problems.map(({ expected }) => expected))).toEqual(
      new Set(['a file that names no more days, over no more years']),
    );
  });
});

describe('whatever the text is', () => {
  const lines = fc.constantFrom(
    'BEGIN:VCALENDAR',
    'END:VCALENDAR',
    'BEGIN:VEVENT',
    'END:VEVENT',
    'DTSTART;VALUE=DATE:20250918',
    'DTSTART:20250918T000000Z',
    'DTSTART;VALUE=DATE:99999999',
    'DTSTART;VALUE=PERIOD:x',
    'RRULE:FREQ=YEARLY',
    'RRULE:FREQ=YEARLY;BYDAY=99MO',
    'RRULE:FREQ=SECONDLY',
    'RRULE:FREQ=YEARLY;COUNT=-1',
    'RRULE:FREQ=YEARLY;INTERVAL=0',
    'RRULE:FREQ=YEARLY;BYSETPOS=1;BYDAY=MO',
    'RRULE:FREQ=YEARLY;UNTIL=x',
    'RRULE:X',
    'EXDATE:x',
    'RDATE;VALUE=DATE:x',
    'RECURRENCE-ID:x',
    'DURATION:P1W',
    'DURATION:x',
    'DTEND;VALUE=DATE:20250920',
    'SUMMARY:a',
    'UID:1',
    'STATUS:CANCELLED',
    ' folded',
    ':',
    ';',
    'X',
    'X;Y=":Z',
    '__proto__:x',
    'BEGIN:__proto__',
    'END:__proto__',
  );
  const events = fc.array(fc.array(lines, { maxLength: 6 }), { maxLength: 4 }).map((all) => file(...all));

  it('nothing is thrown, and every holiday is one of the range', () => {
    const texts = fc.oneof(
      events,
      fc.array(lines, { maxLength: 12 }).map((all) => all.join('\r\n')),
      fc.string(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const result = holidaysIn(text, YEARS);
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
        else expect(result.holidays.every(({ date }) => date >= YEARS.from && date <= YEARS.until)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
