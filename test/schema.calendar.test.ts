import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { businessCalendar, BusinessCalendar } from 'pauta/kernel';
import { calendarSchema, read } from 'pauta/kernel/schema';
import { calendars, zones } from './kernel/calendars.js';
import { problemsOf } from './problems-of.js';

const week = { mon: [{ from: '09:00', to: '18:00' }] };
const good = { zone: 'UTC', week };
const whole = 'a business calendar: { "zone": "America/Santiago", "week": { … } }';
const date = 'a civil date that exists, as "2026-09-18"';

describe('the door of business calendars', () => {
  it('makes a calendar of every choice that can be made, as JSON or as it is', () => {
    fc.assert(
      fc.property(calendars(fc.constantFrom(...zones)), (choices) => {
        const made = businessCalendar(choices);
        for (const input of [
          choices,
          JSON.parse(JSON.stringify(choices)),
          JSON.parse(JSON.stringify(made)),
        ] as unknown[]) {
          const result = read(calendarSchema, input);
          if (!result.ok) throw new Error(JSON.stringify(result.problems));
          expect(result.value).toBeInstanceOf(BusinessCalendar);
          expect(JSON.stringify(result.value)).toBe(JSON.stringify(made));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('lets one that is made already through as it is, for it remembers what it worked out', () => {
    const made = businessCalendar(good);
    const policy = z.strictObject({ calendar: calendarSchema });
    expect(read(calendarSchema, made)).toEqual({ ok: true, value: made });
    const result = read(policy, { calendar: made });
    expect(result.ok && result.value.calendar).toBe(made);
  });

  it.each<[string, unknown, readonly (readonly [string, string])[]]>([
    ['nothing', undefined, [['', whole]]],
    ['what is no object', 'UTC', [['', whole]]],
    ['a list', [], [['', whole]]],
    [
      'an empty object',
      {},
      [
        ['zone', 'an IANA zone: "America/Santiago"'],
        ['week', 'a week: { "mon": [{ "from": "09:00", "to": "18:00" }] }'],
      ],
    ],
    ['an unknown zone', { ...good, zone: 'Santiago' }, [['zone', 'an IANA zone that this runtime knows']]],
    [
      'fields that nobody knows',
      { ...good, horario: 1, week: { ...week, lun: [], mon: [{ from: '09:00', to: '18:00', name: 'x' }] } },
      [
        ['week.mon[0].name', 'no such field'],
        ['week.lun', 'no such field'],
        ['horario', 'no such field'],
      ],
    ],
    [
      'shifts that are none',
      { ...good, week: { mon: '09:00', tue: [null, { from: 9, to: 18 }, {}] } },
      [
        ['week.mon', 'a list of shifts'],
        ['week.tue[0]', 'a shift: { "from": "09:00", "to": "18:00" }'],
        ['week.tue[1].from', 'a time: "09:00"'],
        ['week.tue[1].to', 'a time: "18:00"'],
        ['week.tue[2].from', 'a time: "09:00"'],
        ['week.tue[2].to', 'a time: "18:00"'],
      ],
    ],
    [
      'holidays that are none',
      { ...good, holidays: [1, { name: 'x' }, { date: '2026-09-18', nme: 'x' }] },
      [
        ['holidays[0]', 'a civil date, alone or with a name: { "date": "2026-09-18", "name": "…" }'],
        ['holidays[1]', 'a civil date, alone or with a name: { "date": "2026-09-18", "name": "…" }'],
        ['holidays[2].nme', 'no such field'],
      ],
    ],
    ['holidays that are no list', { ...good, holidays: '2026-09-18' }, [['holidays', 'a list of holidays']]],
    ['days that are no object', { ...good, days: [] }, [['days', 'days with their shifts: { "2026-12-24": [] }']]],
    ['days that are nothing', { ...good, days: null }, [['days', 'days with their shifts: { "2026-12-24": [] }']]],
    ['a day without shifts', { ...good, days: { '2026-12-24': null } }, [['days.2026-12-24', 'a list of shifts']]],
    [
      'a day that is the name of a prototype',
      { ...good, days: JSON.parse('{ "__proto__": [], "2026-12-24": 5 }') as unknown },
      [['days.__proto__', 'a civil date']],
    ],
    [
      'everything that the calendar itself refuses',
      {
        zone: 'UTC',
        week: {
          mon: [{ from: '24:00', to: '25:00' }],
          tue: [{ from: '22:00', to: '06:00' }],
          wed: [{ from: '05:00', to: '06:00' }],
        },
        holidays: ['2026-02-30', { date: '2026-01-01', name: 'Año Nuevo' }],
        days: { '2026-01-01': [{ from: '09:00', to: '09:00' }], x: [] },
      },
      [
        ['week.mon[0].from', 'a time from "00:00" to "23:59"'],
        ['week.mon[0].to', 'a time from "00:00" to "24:00"'],
        ['week.wed[0]', 'a shift that begins when that of 22:00–06:00 is over'],
        ['days.2026-01-01[0]', 'a start that is not the end'],
        ['holidays[0]', date],
        ['days.2026-01-01', 'a date that is named only once'],
        ['days.x', date],
      ],
    ],
    [
      'a week without hours',
      { zone: 'UTC', week: {} },
      [['week', 'a shift on one day at least: a calendar that is never open has no working time']],
    ],
    ['25 shifts a day', { ...good, week: { mon: Array(25).fill(null) } }, [['week.mon', '24 shifts at most']]],
    ['5,001 holidays', { ...good, holidays: Array(5_001).fill(null) }, [['holidays', '5,000 holidays at most']]],
    [
      '5,001 days',
      { ...good, days: Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [index, null])) },
      [['days', '5,000 days at most']],
    ],
  ])('refuses %s', (_, input, problems) => {
    expect(problemsOf(read(calendarSchema, input))).toEqual(problems);
  });

  it('gives whoever reads by zod a problem that zod knows for a refinement', () => {
    const { error } = calendarSchema.safeParse({ zone: 'UTC', week: {} });
    expect(error?.issues.map(({ code }) => code)).toEqual(['custom']);
  });

  it('takes as many shifts, holidays and days as are allowed', () => {
    const dates = Array.from({ length: 10_000 }, (_, day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    const hours = Array.from({ length: 24 }, (_, hour) => `${hour}`.padStart(2, '0'));
    const mon = hours.map((hour) => ({ from: `${hour}:00`, to: `${hour}:30` }));
    const days = Object.fromEntries(dates.slice(5_000).map((each) => [each, []]));
    expect(read(calendarSchema, { zone: 'UTC', week: { mon }, holidays: dates.slice(0, 5_000), days }).ok).toBe(true);
  });

  it('says where in a larger thing the fault is, and what was seen there', () => {
    const policy = z.strictObject({ calendars: z.array(calendarSchema) });
    expect(read(policy, { calendars: [good, { ...good, zone: 'Mars/Olympus' }] })).toEqual({
      ok: false,
      problems: [
        { path: 'calendars[1].zone', seen: '"Mars/Olympus"', expected: 'an IANA zone that this runtime knows' },
      ],
    });
  });
});
