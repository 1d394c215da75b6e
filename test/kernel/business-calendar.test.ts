import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessCalendar, BusinessCalendar, type CalendarChoices, type Shift } from 'pauta/kernel';
import { dateOf, offsetAt, offsetUntil } from '../../src/kernel/calendar.js';
import { deepFreeze } from '../deep-freeze.js';
import { calendars, zones } from './calendars.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LAST = 8.64e15;
const SANTIAGO = 'America/Santiago';
const NEW_YORK = 'America/New_York';

const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => (Number.isNaN(instant) ? 'NaN' : new Date(instant).toISOString());
const shift = (from: string, to: string): Shift => ({ from, to });

/** The same hours from Monday to Friday, or on all seven days. */
const workdays = (...shifts: readonly Shift[]): CalendarChoices['week'] => ({
  mon: shifts,
  tue: shifts,
  wed: shifts,
  thu: shifts,
  fri: shifts,
});
const daily = (...shifts: readonly Shift[]): CalendarChoices['week'] => ({
  ...workdays(...shifts),
  sat: shifts,
  sun: shifts,
});
const always = daily(shift('00:00', '24:00'));
const nineToFive = shift('09:00', '17:00');

/** Written in the zone's own offset, so that a row reads as the table of facts does. */
function added(choices: CalendarChoices, from: string, time: Parameters<BusinessCalendar['add']>[1]): string {
  return iso(businessCalendar(choices).add(at(from), time));
}

describe('working time, as other products have it in their tests', () => {
  it.each([
    ['Friday 16:00 and 2 hours', '2024-01-19T16:00', { hours: 2 }, '2024-01-22T10:00'],
    ['Wednesday 07:00, before the shift', '2024-01-17T07:00', { hours: 2 }, '2024-01-17T11:00'],
    ['Wednesday 18:00, after the shift', '2024-01-17T18:00', { hours: 2 }, '2024-01-18T11:00'],
    ['Saturday 10:00', '2024-01-20T10:00', { hours: 2 }, '2024-01-22T11:00'],
    ['Monday 16:00 and 10 hours', '2024-01-15T16:00', { hours: 10 }, '2024-01-17T10:00'],
  ])('Chatwoot, Monday to Friday 9 to 17, in UTC and New York: %s', (_, from, time, until) => {
    const week = workdays(nineToFive);
    expect(added({ zone: 'UTC', week }, `${from}Z`, time)).toBe(iso(at(`${until}Z`)));
    expect(added({ zone: NEW_YORK, week }, `${from}-05:00`, time)).toBe(iso(at(`${until}-05:00`)));
  });

  it('Chatwoot: a Saturday that is open all day is over when 24 hours of it are', () => {
    const choices = { zone: 'UTC', week: { ...workdays(nineToFive), sat: [shift('00:00', '24:00')] } };
    expect(added(choices, '2024-01-20T00:00Z', { hours: 24 })).toBe('2024-01-21T00:00:00.000Z');
  });

  it('Chatwoot takes the time that passes where all days are closed, libredesk gives an error: we refuse the calendar', () => {
    for (const week of [{}, { mon: [] }, daily()]) {
      expect(() => businessCalendar({ zone: 'UTC', week })).toThrow(
        'a calendar that is never open has no working time',
      );
    }
  });

  it('libredesk, 9 to 17: Tuesday 17:00 and 30 minutes is Wednesday 9:30, for at 17:00 nobody works', () => {
    const choices = { zone: 'UTC', week: workdays(nineToFive) };
    expect(added(choices, '2025-03-18T17:00Z', { minutes: 30 })).toBe('2025-03-19T09:30:00.000Z');
  });

  it('libredesk, 9 to 17: Tuesday and Wednesday are holidays, and 60 minutes from Tuesday 10:00 end on Thursday at 10:00', () => {
    const choices = { zone: 'UTC', week: workdays(nineToFive), holidays: ['2025-03-18', '2025-03-19'] };
    expect(added(choices, '2025-03-18T10:00Z', { minutes: 60 })).toBe('2025-03-20T10:00:00.000Z');
  });

  it.each([
    ['1,440 minutes end as Wednesday’s shift does', 1_440, '2025-03-26T18:00+05:30'],
    ['1,450 minutes end ten minutes into Thursday’s', 1_450, '2025-03-27T10:10+05:30'],
  ])(
    'libredesk, Asia/Kolkata, Monday to Friday 10 to 18, Saturday 10 to 14: from Saturday 18:01:43, %s',
    (_, minutes, end) => {
      const week = { ...workdays(shift('10:00', '18:00')), sat: [shift('10:00', '14:00')] };
      expect(added({ zone: 'Asia/Kolkata', week }, '2025-03-22T18:01:43+05:30', { minutes })).toBe(iso(at(end)));
    },
  );

  it('libredesk gives an error for no time, for less than none, and for 25:00: ours stays there, is NaN, and is refused', () => {
    const choices = { zone: 'UTC', week: workdays(nineToFive) };
    const sunday = '2025-03-23T12:00:00.001Z';
    expect(added(choices, sunday, { minutes: 0 })).toBe(sunday);
    expect(added(choices, sunday, 0)).toBe(sunday);
    expect([added(choices, sunday, { minutes: -5 }), added(choices, sunday, -5)]).toEqual(['NaN', 'NaN']);
    expect(() => businessCalendar({ zone: 'UTC', week: workdays(shift('09:00', '25:00')) })).toThrow(RangeError);
  });

  it('Zammad, without pauses, Europe/Berlin 8 to 17: 120 minutes from 05:30Z count from the opening at 06:00Z', () => {
    const choices = { zone: 'Europe/Berlin', week: daily(shift('08:00', '17:00')) };
    expect(added(choices, '2013-10-21T05:30Z', { minutes: 120 })).toBe('2013-10-21T08:00:00.000Z');
  });

  it('GoAlert: a shift of Monday from 20:00 to 08:00 holds at Monday 20:00 and Tuesday 07:00, not at Monday 09:00 and Tuesday 08:00', () => {
    const calendar = businessCalendar({ zone: 'UTC', week: { mon: [shift('20:00', '08:00')] } });
    const instants = ['2024-01-15T09:00Z', '2024-01-15T20:00Z', '2024-01-16T07:00Z', '2024-01-16T08:00Z'].map(at);
    expect(instants.map((each) => calendar.isOpen(each))).toEqual([false, true, true, false]);
  });

  it('GoAlert, America/Chicago: what begins at 02:30 daily begins at 03:00 on 2020-03-08, when there is no 02:30', () => {
    const calendar = businessCalendar({ zone: 'America/Chicago', week: daily(shift('02:30', '04:00')) });
    expect(iso(calendar.nextOpening(at('2020-03-07T12:00-06:00')))).toBe('2020-03-08T08:00:00.000Z');
    expect(calendar.between(at('2020-03-08T00:00-06:00'), at('2020-03-08T12:00-05:00'))).toBe(HOUR);
  });
});

describe('working time where the clocks change', () => {
  it('America/Santiago, 2025-09-07: there is no midnight, and a day that is open from midnight on opens at 01:00', () => {
    const calendar = businessCalendar({ zone: SANTIAGO, week: { sun: [shift('00:00', '24:00')] } });
    expect(iso(calendar.nextOpening(at('2025-09-06T12:00Z')))).toBe(iso(at('2025-09-07T01:00-03:00')));
    expect(calendar.between(at('2025-09-06T12:00Z'), at('2025-09-08T12:00Z'))).toBe(23 * HOUR);
  });

  it('America/Santiago, 2025-04-05: 23:30 comes twice, at 02:30Z and 03:30Z of the 6th, and both are worked', () => {
    const calendar = businessCalendar({ zone: SANTIAGO, week: { sat: [shift('23:30', '23:31')] } });
    const [first, second] = [at('2025-04-06T02:30Z'), at('2025-04-06T03:30Z')];
    expect(calendar.nextOpening(at('2025-04-05T12:00Z'))).toBe(first);
    expect(calendar.nextOpening(first + MINUTE)).toBe(second);
    expect([first - 1, first, first + MINUTE, second, second + MINUTE].map((each) => calendar.isOpen(each))).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(calendar.between(first, second + MINUTE)).toBe(2 * MINUTE);
  });

  it('America/Santiago, 2025-09-06 15:00 and 24 hours, where all hours are worked: 16:00 on the 7th', () => {
    expect(added({ zone: SANTIAGO, week: always }, '2025-09-06T15:00-04:00', { hours: 24 })).toBe(
      iso(at('2025-09-07T16:00-03:00')),
    );
  });

  it('Pacific/Apia, 2011-12-30: of the day that the zone skipped nothing is worked', () => {
    const calendar = businessCalendar({ zone: 'Pacific/Apia', week: { fri: [nineToFive], sat: [nineToFive] } });
    const [before, after] = [at('2011-12-29T12:00-10:00'), at('2011-12-31T23:00+14:00')];
    expect(calendar.between(before, after)).toBe(8 * HOUR);
    expect(iso(calendar.nextOpening(before))).toBe(iso(at('2011-12-31T09:00+14:00')));
  });
});

describe('the hours of a calendar', () => {
  it('hold at the instant at which they begin, and no longer at the one at which they end', () => {
    const calendar = businessCalendar({ zone: 'UTC', week: { mon: [nineToFive] } });
    const [opens, closes] = [at('2024-01-15T09:00Z'), at('2024-01-15T17:00Z')];
    expect([opens - 1, opens, closes - 1, closes].map((each) => calendar.isOpen(each))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([opens - 1, opens, closes - 1].map((each) => calendar.nextOpening(each))).toEqual([
      opens,
      opens,
      closes - 1,
    ]);
    expect(calendar.nextOpening(closes)).toBe(opens + 7 * DAY);
  });

  it('end where no others follow at once, and never where some always do', () => {
    const week = { mon: [shift('09:00', '13:00'), shift('13:00', '24:00')], tue: [shift('00:00', '02:00')] };
    const one = businessCalendar({ zone: 'UTC', week });
    const [monday, end] = [at('2024-01-15T09:00Z'), at('2024-01-16T02:00Z')];
    expect([monday, monday + 5 * HOUR, end - 1].map((each) => one.nextClosing(each))).toEqual([end, end, end]);
    expect([monday - 1, end, end + DAY].map((each) => one.nextClosing(each))).toEqual([monday - 1, end, end + DAY]);
    const [eve, off] = [at('2025-01-01T00:00Z'), at('2025-10-01T00:00Z')];
    const whole = businessCalendar({ zone: 'UTC', week: always, holidays: ['2025-10-01'] });
    expect([whole.nextClosing(eve), whole.nextClosing(off), whole.nextClosing(off + DAY)]).toEqual([off, off, NaN]);
  });

  it('are full at closing time, and a millisecond more is of the next shift, to the millisecond', () => {
    const calendar = businessCalendar({
      zone: 'UTC',
      week: workdays(shift('09:00', '13:00'), shift('14:00', '18:00')),
    });
    const from = at('2024-01-15T09:00:00.001Z');
    expect(iso(calendar.add(from, 4 * HOUR - 1))).toBe('2024-01-15T13:00:00.000Z');
    expect(iso(calendar.add(from, 4 * HOUR))).toBe('2024-01-15T14:00:00.001Z');
    expect(iso(calendar.add(from, 8 * HOUR - 1))).toBe('2024-01-15T18:00:00.000Z');
    expect(iso(calendar.add(from, 8 * HOUR))).toBe('2024-01-16T09:00:00.001Z');
    expect(iso(calendar.add(from, { days: 1, hours: 0.5, minutes: 29, seconds: 60.5 }))).toBe(
      '2024-01-18T10:00:00.501Z',
    );
  });

  it('that meet are one: nothing closes between them', () => {
    const week = { mon: [shift('09:00', '13:00'), shift('13:00', '00:00')], tue: [shift('00:00', '01:00')] };
    const calendar = businessCalendar({ zone: 'UTC', week });
    const monday = at('2024-01-15T00:00Z');
    expect(calendar.add(monday, 15 * HOUR)).toBe(monday + DAY);
    expect(calendar.add(monday, 15 * HOUR + 1)).toBe(monday + DAY + 1);
    expect([13, 24].map((hour) => calendar.isOpen(monday + hour * HOUR))).toEqual([true, true]);
  });

  it('of a night belong to the day on which they begin: a holiday closes its own night, and not that of the day before', () => {
    const week = daily(shift('22:00', '06:00'));
    const plain = businessCalendar({ zone: 'UTC', week });
    const closed = businessCalendar({ zone: 'UTC', week, holidays: ['2024-01-16'] });
    const [from, until] = [at('2024-01-15T12:00Z'), at('2024-01-18T12:00Z')];
    expect([plain.between(from, until), closed.between(from, until)]).toEqual([24 * HOUR, 16 * HOUR]);
    const instants = ['2024-01-16T05:59Z', '2024-01-16T22:00Z', '2024-01-17T05:59Z', '2024-01-17T22:00Z'].map(at);
    expect(instants.map((each) => closed.isOpen(each))).toEqual([true, false, false, true]);
  });

  it('of a day of its own stand in place of the week’s, be they more, others or none', () => {
    const days = { '2024-01-13': [shift('10:00', '12:00')], '2024-01-16': [shift('20:00', '02:00')], '2024-01-17': [] };
    const calendar = businessCalendar({ zone: 'UTC', week: workdays(nineToFive), days });
    const worked = (date: string): number => calendar.between(at(`${date}T00:00Z`), at(`${date}T24:00Z`)) / HOUR;
    expect(['2024-01-13', '2024-01-15', '2024-01-16', '2024-01-17', '2024-01-18'].map(worked)).toEqual([2, 8, 4, 2, 8]);
  });

  it('of a day of its own that begin while the night before is not over are worked once', () => {
    const days = { '2024-01-16': [shift('04:00', '05:00'), shift('05:30', '07:00'), shift('23:00', '24:00')] };
    const calendar = businessCalendar({ zone: 'UTC', week: { mon: [shift('22:00', '06:00')] }, days });
    const midnight = at('2024-01-16T00:00Z');
    expect(calendar.between(midnight, midnight + DAY)).toBe(8 * HOUR);
    expect([5.25, 6.5, 7, 23].map((hour) => calendar.isOpen(midnight + hour * HOUR))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});

const RUNS = { numRuns: 100 };
const calendar = calendars(fc.constantFrom(...zones)).map((choices) => businessCalendar(choices));
/** A winter and its summers, with both changes of the clocks: short, for every calendar is worked out anew. */
const instant = fc.integer({ min: at('2024-08-15'), max: at('2025-04-15') });
/** As much working time as lies between two instants, or some of it. */
const sometime = (made: BusinessCalendar, from: number, until: number, share: number): number =>
  Math.floor(Math.abs(made.between(from, until)) * share);
const share = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));

describe('it is a law of working time that', () => {
  it('between an instant and what adding gives lies what was added', () => {
    fc.assert(
      fc.property(calendar, instant, instant, share, (made, from, until, part) => {
        const time = sometime(made, from, until, part);
        expect(made.between(from, made.add(from, time))).toBe(time);
      }),
      RUNS,
    );
  });

  it('no time leads nowhere, and none lies between an instant and itself', () => {
    fc.assert(
      fc.property(calendar, instant, (made, from) => {
        expect([made.add(from, 0), made.add(from, {}), made.add(from, { hours: 0 })]).toEqual([from, from, from]);
        expect(made.between(from, from)).toBe(0);
      }),
      RUNS,
    );
  });

  it('who starts later is not done earlier, and who needs longer neither', () => {
    fc.assert(
      fc.property(calendar, instant, instant, instant, share, share, (made, one, other, until, part, more) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        const time = sometime(made, early, until, part);
        const longer = time + sometime(made, early, until, more);
        expect(made.add(late, time)).toBeGreaterThanOrEqual(made.add(early, time));
        expect(made.add(early, longer)).toBeGreaterThanOrEqual(made.add(early, time));
        expect(made.between(early, until)).toBeGreaterThanOrEqual(made.between(late, until));
      }),
      RUNS,
    );
  });

  it('to add twice is to add the sum', () => {
    fc.assert(
      fc.property(calendar, instant, instant, share, share, (made, from, until, part, more) => {
        const [time, rest] = [sometime(made, from, until, part), sometime(made, from, until, more)];
        expect(made.add(made.add(from, time), rest)).toBe(made.add(from, time + rest));
      }),
      RUNS,
    );
  });

  it('what lies between is negative the other way round, never more than the time that passes, and adds up by way of any third', () => {
    fc.assert(
      fc.property(calendar, instant, instant, instant, (made, one, two, three) => {
        const worked = made.between(one, two);
        expect(worked + made.between(two, one)).toBe(0);
        expect(Object.is(worked, -0)).toBe(false);
        expect(Math.abs(worked)).toBeLessThanOrEqual(Math.abs(two - one));
        expect(worked + made.between(two, three)).toBe(made.between(one, three));
      }),
      RUNS,
    );
  });

  it('what is added is full just when it is: somebody works in the millisecond before', () => {
    fc.assert(
      fc.property(calendar, instant, instant, share, (made, from, until, part) => {
        const end = made.add(from, sometime(made, from, until, part) + 1);
        expect(end).toBeGreaterThan(from);
        expect(made.isOpen(end - 1)).toBe(true);
      }),
      RUNS,
    );
  });

  it('the next opening is open, is not earlier, and nothing is worked before it; it is the instant itself just where that is open', () => {
    fc.assert(
      fc.property(calendar, instant, (made, from) => {
        const opening = made.nextOpening(from);
        expect(made.isOpen(opening)).toBe(true);
        expect(opening).toBeGreaterThanOrEqual(from);
        expect(made.between(from, opening)).toBe(0);
        expect(opening === from).toBe(made.isOpen(from));
      }),
      RUNS,
    );
  });

  it('the next closing is closed, is not earlier, and all is worked before it; it is the instant itself just where that is closed', () => {
    fc.assert(
      fc.property(calendar, instant, (made, from) => {
        const closing = made.nextClosing(from);
        expect(made.isOpen(closing)).toBe(false);
        expect(made.between(from, closing)).toBe(closing - from);
        expect(closing === from).toBe(!made.isOpen(from));
      }),
      RUNS,
    );
  });

  it('a millisecond counts where somebody works in it, and nowhere else', () => {
    fc.assert(
      fc.property(calendar, instant, (made, from) => {
        expect(made.between(from, from + 1)).toBe(made.isOpen(from) ? 1 : 0);
        expect(made.add(from, 1)).toBe(made.nextOpening(from) + 1);
      }),
      RUNS,
    );
  });

  it('a holiday more brings no deadline forward', () => {
    const choices = calendars(fc.constantFrom(...zones));
    fc.assert(
      fc.property(choices, instant, fc.nat(300), instant, share, (some, from, ahead, until, part) => {
        const date = dateOf(Math.floor(from / DAY) + ahead);
        const { [date]: _, ...days } = some.days ?? {};
        const before = businessCalendar({ ...some, days });
        const named = before.holidays.some((holiday) => holiday.date === date);
        const after = businessCalendar({ ...some, days, holidays: [...before.holidays, ...(named ? [] : [date])] });
        const time = sometime(before, from, until, part);
        expect(after.add(from, time)).toBeGreaterThanOrEqual(before.add(from, time));
      }),
      RUNS,
    );
  });
});

describe('a calendar', () => {
  const choices: CalendarChoices = {
    zone: SANTIAGO,
    week: { mon: [nineToFive], fri: [shift('20:00', '02:00')] },
    holidays: ['2026-09-18', { date: '2026-09-19', name: 'Glorias del Ejército' }],
    days: { '2026-12-24': [shift('09:00', '12:00')], '2026-12-31': [] },
  };

  it('has no holidays and no days of its own where none are named', () => {
    const { holidays, days } = businessCalendar({ zone: 'UTC', week: always });
    expect([holidays, days]).toEqual([[], {}]);
  });

  it('is the same whatever the order in which the shifts of a day are named', () => {
    const shifts = [shift('08:00', '10:00'), shift('11:00', '13:00'), shift('15:00', '16:00'), shift('22:00', '02:00')];
    const start = at('2026-05-11T00:00:00Z');
    for (const order of [
      [3, 2, 1, 0],
      [1, 0, 3, 2],
      [2, 3, 0, 1],
    ]) {
      const other = businessCalendar({ zone: 'UTC', week: daily(...order.map((place) => shifts[place] as Shift)) });
      expect(iso(other.add(start, { hours: 4 }))).toBe('2026-05-11T10:00:00.000Z');
      expect(iso(other.add(start, { hours: 8 }))).toBe('2026-05-11T23:00:00.000Z');
      expect(other.between(start, start + DAY)).toBe(9 * HOUR);
    }
  });

  it('that is always open is looked at for a century, and not a millisecond longer', () => {
    const open = businessCalendar({ zone: 'UTC', week: always });
    const century = 300 * 128 * DAY;
    expect(open.add(0, century)).toBe(century);
    expect(open.add(0, century + 1)).toBeNaN();
    expect(open.between(0, century)).toBe(century);
    expect(open.between(0, century + 128 * DAY)).toBeNaN();
    expect(open.between(LAST - 1_000, LAST + 1)).toBeNaN();
  });

  it('is frozen to the bottom, and what it is made of is not touched', () => {
    const copy = structuredClone(choices);
    const made = businessCalendar(deepFreeze(choices));
    expect(choices).toEqual(copy);
    const parts = [made, made.week, made.week.mon, made.week.mon[0], made.week.tue, made.holidays, made.holidays[0]];
    expect([...parts, made.holidays[1], made.days, made.days['2026-12-24']].every(Object.isFrozen)).toBe(true);
  });

  it('keeps what it was made of, whatever becomes of that', () => {
    const mine = { zone: 'UTC', week: { mon: [{ from: '09:00', to: '17:00' }] } };
    const made = businessCalendar(mine);
    mine.week.mon[0] = { from: '00:00', to: '01:00' };
    expect(made.week.mon).toEqual([nineToFive]);
  });

  it('names all seven days and every holiday in the same way', () => {
    const none: readonly Shift[] = [];
    expect(JSON.parse(JSON.stringify(businessCalendar(choices)))).toEqual({
      zone: SANTIAGO,
      week: {
        mon: [nineToFive],
        tue: none,
        wed: none,
        thu: none,
        fri: [shift('20:00', '02:00')],
        sat: none,
        sun: none,
      },
      holidays: [{ date: '2026-09-18' }, { date: '2026-09-19', name: 'Glorias del Ejército' }],
      days: choices.days,
    });
  });

  it('that is made already is given back', () => {
    const made = businessCalendar(choices);
    expect(made).toBeInstanceOf(BusinessCalendar);
    expect(businessCalendar(made)).toBe(made);
  });

  it('answers the same when it has been JSON', () => {
    fc.assert(
      fc.property(calendar, fc.array(instant, { minLength: 2, maxLength: 6 }), (made, instants) => {
        const again = businessCalendar(JSON.parse(JSON.stringify(made)) as CalendarChoices);
        expect(JSON.stringify(again)).toBe(JSON.stringify(made));
        for (const each of instants) {
          expect(again.isOpen(each)).toBe(made.isOpen(each));
          expect(again.nextOpening(each)).toBe(made.nextOpening(each));
          expect(again.add(each, 10 * HOUR)).toBe(made.add(each, 10 * HOUR));
          expect(again.between(each, instants[0] as number)).toBe(made.between(each, instants[0] as number));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a calendar that makes no sense is refused, with a line for every fault:', () => {
  const good = { zone: 'UTC', week: { mon: [nineToFive] } };
  const saw = (choices: CalendarChoices): readonly string[] => {
    try {
      businessCalendar(choices);
    } catch (error) {
      if (error instanceof RangeError) return error.message.split('\n');
      throw error;
    }
    return [];
  };
  const never = 'expected a shift on one day at least: a calendar that is never open has no working time.';
  const begin = 'expected a time from "00:00" to "23:59".';
  const end = 'expected a time from "00:00" to "24:00".';
  const day = 'expected a day of the week: mon, tue, wed, thu, fri, sat, sun.';
  const date = 'expected a civil date that exists, as "2026-09-18".';
  const once = 'expected a date that is named only once.';

  it.each<[string, CalendarChoices, readonly string[]]>([
    ['none', good, []],
    [
      'an unknown zone',
      { ...good, zone: 'Santiago' },
      ['zone: saw "Santiago", expected an IANA zone that this runtime knows.'],
    ],
    ['no hours at all', { ...good, week: {} }, [`week: saw {}, ${never}`]],
    ['only empty days', { ...good, week: { mon: [], sun: [] } }, [`week: saw {"mon":[],"sun":[]}, ${never}`]],
    [
      'hours on days of their own alone',
      { ...good, week: {}, days: { '2026-01-01': [nineToFive] } },
      [`week: saw {}, ${never}`],
    ],
    [
      'a day of the week that has no such name',
      { ...good, week: { ...good.week, lun: [nineToFive], Mon: [] } as CalendarChoices['week'] },
      [`week.lun: saw "lun", ${day}`, `week.Mon: saw "Mon", ${day}`],
    ],
    ...[
      '24:00',
      '24:01',
      '25:00',
      '9:00',
      '09:60',
      '09:5',
      '-1:00',
      ' 09:00',
      '09:00 ',
      '09:00\n',
      '',
      'x',
      '09-00',
    ].map((from): [string, CalendarChoices, readonly string[]] => [
      `a start of ${JSON.stringify(from)}`,
      { ...good, week: { tue: [nineToFive, shift(from, '18:00')] } },
      [`week.tue.1.from: saw ${JSON.stringify(from)}, ${begin}`],
    ]),
    ...['24:01', '25:00', '9:00', '17:60', '', '1700'].map((until): [string, CalendarChoices, readonly string[]] => [
      `an end of ${JSON.stringify(until)}`,
      { ...good, days: { '2026-01-01': [shift('08:00', until)] } },
      [`days.2026-01-01.0.to: saw ${JSON.stringify(until)}, ${end}`],
    ]),
    [
      'a start and an end that are none',
      { ...good, week: { mon: [shift('24:00', '24:30')] } },
      [`week.mon.0.from: saw "24:00", ${begin}`, `week.mon.0.to: saw "24:30", ${end}`],
    ],
    ...['00:00', '09:00'].map((time): [string, CalendarChoices, readonly string[]] => [
      `a start that is the end, ${time}`,
      { ...good, week: { mon: [shift(time, time)] } },
      [`week.mon.0: saw "${time}–${time}", expected a start that is not the end.`],
    ]),
    [
      'a start that would be the end, were it one',
      { ...good, week: { mon: [shift('24:00', '24:00')] } },
      [`week.mon.0.from: saw "24:00", ${begin}`],
    ],
    [
      'shifts that overlap, in whatever order they stand',
      { ...good, week: { mon: [shift('12:00', '13:00'), shift('09:00', '12:01')] } },
      ['week.mon.0: saw "12:00–13:00", expected a shift that begins when that of 09:00–12:01 is over.'],
    ],
    [
      'shifts that meet',
      { ...good, week: { mon: [shift('12:00', '24:00'), shift('09:00', '12:00')], tue: [shift('00:00', '01:00')] } },
      [],
    ],
    [
      'a shift twice',
      { ...good, days: { '2026-01-01': [nineToFive, nineToFive] } },
      ['days.2026-01-01.1: saw "09:00–17:00", expected a shift that begins when that of 09:00–17:00 is over.'],
    ],
    [
      'several shifts within a long one',
      { ...good, week: { mon: [nineToFive, shift('10:00', '11:00'), shift('12:00', '13:00')] } },
      [
        'week.mon.1: saw "10:00–11:00", expected a shift that begins when that of 09:00–17:00 is over.',
        'week.mon.2: saw "12:00–13:00", expected a shift that begins when that of 09:00–17:00 is over.',
      ],
    ],
    [
      'a shift in the evening that overlaps a night',
      { ...good, week: { mon: [shift('22:00', '06:00'), shift('23:00', '24:00')] } },
      ['week.mon.1: saw "23:00–24:00", expected a shift that begins when that of 22:00–06:00 is over.'],
    ],
    [
      'a night that reaches into the shifts of the next day, from Sunday into Monday, too',
      {
        ...good,
        week: {
          mon: [shift('05:59', '07:00'), shift('05:00', '05:30')],
          sat: [shift('22:00', '06:00')],
          sun: [shift('06:00', '06:01'), shift('22:00', '06:00')],
        },
      },
      [
        'week.mon.0: saw "05:59–07:00", expected a shift that begins when that of 22:00–06:00 is over.',
        'week.mon.1: saw "05:00–05:30", expected a shift that begins when that of 22:00–06:00 is over.',
      ],
    ],
    [
      'nights that end as the next day begins',
      { ...good, week: { mon: [shift('22:00', '00:00')], tue: [shift('00:00', '22:00')] } },
      [],
    ],
    [
      'a night before a day of its own that begins in it: it is special, and so is the day',
      { ...good, week: { mon: [shift('22:00', '06:00')] }, days: { '2024-01-16': [shift('05:00', '07:00')] } },
      [],
    ],
    [
      'dates that do not exist',
      { ...good, holidays: ['2026-02-29', { date: '18/09/2026', name: 'Fiestas' }], days: { x: [], '2026-13-01': [] } },
      [
        `holidays.0: saw "2026-02-29", ${date}`,
        `holidays.1: saw "18/09/2026", ${date}`,
        `days.x: saw "x", ${date}`,
        `days.2026-13-01: saw "2026-13-01", ${date}`,
      ],
    ],
    [
      'dates that are named twice',
      {
        ...good,
        holidays: ['2026-09-18', { date: '2026-09-18' }, '2026-09-19'],
        days: { '2026-09-19': [], '2026-09-20': [] },
      },
      [`holidays.1: saw "2026-09-18", ${once}`, `days.2026-09-19: saw "2026-09-19", ${once}`],
    ],
    [
      'everything at once',
      {
        zone: '',
        week: { mon: [shift('x', 'y')] },
        holidays: ['z'],
        days: { '2026-01-01': [shift('09:00', '09:00')] },
      },
      [
        'zone: saw "", expected an IANA zone that this runtime knows.',
        `week.mon.0.from: saw "x", ${begin}`,
        `week.mon.0.to: saw "y", ${end}`,
        'days.2026-01-01.0: saw "09:00–09:00", expected a start that is not the end.',
        `holidays.0: saw "z", ${date}`,
      ],
    ],
  ])('%s', (_, choices, lines) => {
    expect(saw(choices)).toEqual(lines);
  });

  it('and a field that is undefined is one that is left out', () => {
    const left = { zone: 'UTC', week: { mon: [nineToFive], tue: undefined }, holidays: undefined, days: undefined };
    expect(saw(left as unknown as CalendarChoices)).toEqual([]);
  });
});

describe('an instant that is none, or far away', () => {
  const made = businessCalendar({ zone: SANTIAGO, week: always });
  const none = [NaN, Infinity, -Infinity, 1e300, -1e300, LAST + 1, -LAST - 1];

  it('is never open, and leads nowhere', () => {
    for (const each of none) {
      expect(made.isOpen(each)).toBe(false);
      const answers = [made.nextOpening(each), made.add(each, 0), made.add(each, 1), made.add(each, { hours: 1 })];
      answers.push(made.nextClosing(each), made.between(each, 0), made.between(0, each));
      expect(answers).toEqual(answers.map(() => NaN));
      expect(made.between(each, each)).toBe(NaN);
    }
  });

  it('is answered as far as a date reaches: the last instant is closed, for nothing comes after it', () => {
    const all = businessCalendar({ zone: 'UTC', week: always });
    expect([all.isOpen(-LAST), all.isOpen(LAST - 1), all.isOpen(LAST)]).toEqual([true, true, false]);
    expect([all.nextOpening(-LAST), all.nextOpening(LAST)]).toEqual([-LAST, NaN]);
    expect([all.add(LAST, 0), all.add(LAST - 1, 1), all.add(LAST - 1, 2), all.add(LAST, 1)]).toEqual([
      LAST,
      LAST,
      NaN,
      NaN,
    ]);
    expect([all.add(-LAST, 1), all.between(LAST - HOUR, LAST), all.between(-LAST, HOUR - LAST)]).toEqual([
      1 - LAST,
      HOUR,
      HOUR,
    ]);
  });

  it('may be within a millisecond, and a time too: it is rounded, and nothing ends before it began', () => {
    const monday = businessCalendar({ zone: 'UTC', week: { mon: [nineToFive] } });
    const closing = at('2024-01-15T17:00Z');
    expect([monday.isOpen(closing - 0.5), monday.isOpen(closing + 0.5)]).toEqual([true, false]);
    expect([1e-300, 0.4, -0.4].map((time) => monday.add(closing + HOUR, time))).toEqual(Array(3).fill(closing + HOUR));
    expect(iso(monday.add(closing + HOUR, 0.5))).toBe('2024-01-22T09:00:00.001Z');
  });

  it('is not looked for where the time is none, or longer than a century', () => {
    const times = [
      NaN,
      -1,
      -Infinity,
      Infinity,
      1e300,
      110 * 365.25 * DAY,
      { hours: NaN },
      { days: -1 },
      { days: 1e9 },
      { seconds: Infinity },
    ];
    expect(times.map((time) => made.add(0, time))).toEqual(times.map(() => NaN));
    expect([made.between(0, 110 * 366 * DAY), made.between(110 * 366 * DAY, 0)]).toEqual([NaN, NaN]);
  });

  it('is NaN where nobody works for a century, and what was worked out before can be asked again', () => {
    const mondays = Array.from({ length: 5_740 }, (_, week) => dateOf(1_831 + week * 7));
    expect([mondays[0], mondays.at(-1)]).toEqual(['1975-01-06', '2085-01-01']);
    const rare = businessCalendar({ zone: 'UTC', week: { mon: [nineToFive] }, holidays: mondays });
    const from = at('1976-01-01T00:00Z');
    expect([rare.nextOpening(from), rare.add(from, 1)]).toEqual([NaN, NaN]);
    expect(rare.between(from, from + 38_000 * DAY)).toBe(0);
    expect(rare.between(from, from + 39_000 * DAY)).toBe(NaN);
    // All of that is remembered, and this is one page too many.
    expect(iso(rare.nextOpening(at('1972-01-01T00:00Z')))).toBe('1972-01-03T09:00:00.000Z');
    expect(rare.isOpen(from)).toBe(false);
    expect(rare.between(at('1974-12-01T00:00Z'), from)).toBe(5 * 8 * HOUR);
  });
});

describe('the clocks of a zone', () => {
  it('run on evenly for some hours, or up to their change', () => {
    const change = at('2025-09-07T04:00Z');
    expect(offsetUntil(change - 12 * HOUR, SANTIAGO)).toBe(change - 6 * HOUR);
    expect(offsetUntil(change - 5 * HOUR, SANTIAGO)).toBe(change);
    expect(offsetUntil(change - 1, SANTIAGO)).toBe(change);
    expect(offsetUntil(change, SANTIAGO)).toBe(change + 6 * HOUR);
    expect(offsetUntil(change + 14 * MINUTE, SANTIAGO)).toBe(change + 14 * MINUTE + 6 * HOUR);
  });

  it('knows a change of clocks that is on no quarter of an hour, to the millisecond', () => {
    // At 00:01 of 2 October 2022 the clocks of Casey went on to 03:01.
    const change = Date.parse('2022-10-01T16:01:00Z');
    const zone = 'Antarctica/Casey';
    expect([change - 1, change].map((at) => offsetAt(at, zone))).toEqual([8 * HOUR, 11 * HOUR]);
    expect(offsetUntil(change - HOUR, zone)).toBe(change);
    const calendar = businessCalendar({ zone, week: { sun: [{ from: '00:00', to: '04:00' }] } });
    expect(calendar.between(change - HOUR, change + 3 * HOUR)).toBe(MINUTE + 59 * MINUTE);
    expect(calendar.nextClosing(change)).toBe(change + 59 * MINUTE);
    const gone = businessCalendar({ zone, week: { sun: [{ from: '00:01', to: '01:00' }] } });
    expect(gone.between(change - 4 * HOUR, change + 4 * HOUR)).toBe(0);
  });

  it('knows the time before such a change, though the time after it is that of 1970', () => {
    // At 00:01 of 7 November 2010 the clocks of St John's went back to 23:01, three hours and a half behind UTC.
    const change = Date.parse('2010-11-07T02:31:00Z');
    const offsets = [change - MINUTE / 2, change - 1, change].map((at) => offsetAt(at, 'America/St_Johns'));
    expect(offsets).toEqual([-2.5 * HOUR, -2.5 * HOUR, -3.5 * HOUR]);
  });

  it('of no zone, and at no instant, run nowhere', () => {
    expect([offsetUntil(0, 'America/Santiag0'), offsetUntil(NaN, SANTIAGO)]).toEqual([NaN, NaN]);
  });
});
