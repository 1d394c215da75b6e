import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dayAt, dayOf, offsetAt, startOfDay } from '../../src/kernel/calendar.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Each with the number of times that its clocks change from 2023 to 2027. */
const zones = {
  'America/Santiago': 10,
  'America/Punta_Arenas': 0,
  'America/Caracas': 0,
  'America/Bogota': 0,
  'America/Mexico_City': 0,
  'America/Havana': 10,
  'Atlantic/Azores': 10,
  'Pacific/Auckland': 10,
  'Australia/Lord_Howe': 10,
};

describe('the calendar', () => {
  it.each(Object.entries(zones))(
    'agrees in %s with a walk from 2023 to 2027',
    { timeout: 60_000 },
    (name, expected) => {
      const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'short' });
      const differences: string[] = [];
      let changes = 0;
      let latest = '';
      let ahead = Number.NaN;
      const look = (when: number): void => {
        const read = wall.format(when);
        const date = read.slice(0, 10);
        ahead = Date.parse(`${date}T${read.slice(11)}Z`) - when;
        if (ahead !== offsetAt(when, name)) differences.push(`offset at ${when}`);
        if (dayOf(date) !== dayAt(when, name)) differences.push(`day at ${when}`);
        // A date later than all seen so far: this instant is its first.
        if (date > latest && latest !== '' && startOfDay(dayOf(date), name) !== when)
          differences.push(`start of ${date}`);
        if (date > latest) latest = date;
      };
      let step = HOUR;
      for (let when = Date.UTC(2023, 0); when < Date.UTC(2028, 0); when += step) {
        const [before, held, seen] = [ahead, latest, differences.length];
        look(when);
        if (!Number.isNaN(before) && ahead !== before) {
          // The clocks changed within this step: walk it again by the minute, as if it had not been seen.
          changes += 1;
          latest = held;
          differences.length = seen;
          for (let minute = when - step + MINUTE; minute <= when; minute += MINUTE) look(minute);
        }
        // Days begin on the half hour where the zone's offset has one.
        step = ahead % HOUR === 0 && when % HOUR === 0 ? HOUR : HOUR / 2;
      }
      expect(differences).toEqual([]);
      expect(changes).toBe(expected);
    },
  );

  it('owes nothing to the time zone of the host', { timeout: 60_000 }, () => {
    const script = `
      import { dayAt, dayOf, endOfDate, offsetAt, startOfDay } from './src/kernel/calendar.ts';
      const dateOf = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
      const seen = [];
      for (const zone of ${JSON.stringify(Object.keys(zones))}) for (let at = 1704067200000; at < 1735689600000; at += 37 * 3600000) {
        const day = dayAt(at, zone);
        seen.push(day, offsetAt(at, zone), startOfDay(day, zone), endOfDate(dateOf(day), zone), dayOf(dateOf(day)));
      }
      console.log(new Date(2024, 0, 1).getTimezoneOffset(), JSON.stringify(seen));`;
    const runs = ['UTC', 'America/Santiago', 'Pacific/Kiritimati'].map((TZ) => {
      const cwd = fileURLToPath(new URL('../..', import.meta.url));
      const options = { cwd, env: { ...process.env, TZ }, encoding: 'utf8' } as const;
      const said = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], options);
      const [host, ...seen] = said.split(' ');
      return { host, seen: seen.join(' ') };
    });
    expect(runs.map(({ host }) => host)).toEqual(['0', '180', '-840']);
    expect(runs[0]?.seen.length).toBeGreaterThan(50_000);
    expect(new Set(runs.map(({ seen }) => seen)).size).toBe(1);
  });
});
