import type { CalendarChoices } from 'pauta/kernel';

/** Weekdays with a break, nights, a Sunday that is whole, holidays and days of their own. */
export function ordinary(zone: string): CalendarChoices {
  const day = [
    { from: '09:00', to: '13:00' },
    { from: '14:00', to: '18:00' },
  ];
  return {
    zone,
    week: {
      mon: day,
      tue: day,
      wed: day,
      thu: day,
      fri: [{ from: '21:30', to: '04:15' }],
      sun: [{ from: '04:15', to: '24:00' }],
    },
    holidays: ['2024-05-01', { date: '2024-09-20', name: 'a Friday, whose night is closed' }, '2025-07-16'],
    days: { '2024-12-24': [{ from: '09:00', to: '12:00' }], '2025-03-08': day },
  };
}

/** What is no more than a little wrong: each a calendar with which the walk of the ordinary one must not agree. */
export const wrongs: Readonly<Record<string, (choices: CalendarChoices) => CalendarChoices>> = {
  'a holiday too few': ({ holidays = [], ...rest }) => ({ ...rest, holidays: holidays.slice(0, -1) }),
  'a holiday that closes the night before it, too': ({ days, ...rest }) => ({
    ...rest,
    days: { ...days, '2024-06-07': [{ from: '21:30', to: '24:00' }] },
  }),
  'a day without its own hours': ({ days: _, ...rest }) => rest,
  'a shift that ends a minute later': ({ week, ...rest }) => ({
    ...rest,
    week: { ...week, tue: [{ from: '09:00', to: '13:01' }] },
  }),
  'a night that ends at midnight': ({ week, ...rest }) => ({
    ...rest,
    week: { ...week, fri: [{ from: '21:30', to: '24:00' }] },
  }),
  'a week that begins on Sunday': ({ week: { mon = [], tue = [], fri = [], sun = [] }, ...rest }) => ({
    ...rest,
    week: { sun: mon, mon: tue, tue, wed: tue, thu: fri, sat: sun },
  }),
  'the clocks of another zone': (choices) => ({ ...choices, zone: 'Asia/Kathmandu' }),
};
