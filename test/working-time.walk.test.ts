import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarChoices } from 'pauta/kernel';
import { calendars, type zones } from './kernel/calendars.js';
import { Chance } from './proof/faults/chance.js';
import { compared } from './proof/working-time/comparison.js';
import { wallOf } from './proof/working-time/wall.js';
import { ordinary, wrongs } from './proof/working-time/wrongs.js';

const DAY = 86_400_000;
const at = (text: string): number => Date.parse(text);

describe('a calendar beside a walk that looks at the wall in every minute', () => {
  /** A day on which the clocks of each zone change. Those of Kolkata never do. */
  const changes: Readonly<Record<(typeof zones)[number], string>> = {
    'America/Santiago': '2024-09-08',
    'America/New_York': '2024-11-03',
    'Europe/Berlin': '2025-03-30',
    'Asia/Kolkata': '2024-05-01',
    'Australia/Lord_Howe': '2024-04-07',
    'Africa/Casablanca': '2025-02-23',
    'America/Havana': '2024-11-03',
    'Pacific/Chatham': '2024-09-29',
    'America/St_Johns': '2024-03-10',
    'Atlantic/Azores': '2024-10-27',
    'America/Nuuk': '2024-10-27',
    'Africa/Cairo': '2024-04-26',
  };
  const walls = Object.entries(changes).map(([zone, date]) => wallOf(zone, at(date) - 5 * DAY, at(date) + 5 * DAY));

  // The short form of `npm run prove -- working-time`, which does the same with two years.
  it('answers alike around a change of the clocks, in all zones', () => {
    for (const wall of walls) {
      const shown = (wall.shown.at(-1) as number) - (wall.shown[0] as number) - (wall.shown.length - 1);
      expect([wall.zone, shown === 0]).toEqual([wall.zone, wall.zone === 'Asia/Kolkata']);
      const drawn = fc.sample(calendars(fc.constant(wall.zone)), { numRuns: 4, seed: 11 });
      for (const choices of [ordinary(wall.zone), ...drawn]) {
        const { differences, additions } = compared(choices, wall, { pairs: 60, chance: new Chance(11, wall.zone) });
        expect(differences).toEqual([]);
        expect(additions).toBeGreaterThan(60);
      }
    }
  });

  it('would be found out where it is a little wrong', () => {
    const wall = wallOf('Europe/Berlin', at('2024-06-05'), at('2024-06-12'));
    const names = [
      'a holiday that closes the night before it, too',
      'a shift that ends a minute later',
      'the clocks of another zone',
    ];
    for (const name of names) {
      const right = ordinary(wall.zone);
      const other = wrongs[name]?.(right) as CalendarChoices;
      expect(compared(right, wall, { pairs: 0, chance: new Chance(1, name), other }).differences).not.toEqual([]);
    }
  });
});
