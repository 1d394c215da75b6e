/**
 * Business calendars beside a walk that looks at the wall in every minute of two years, in zones whose clocks run in ways of
 * their own. From the root: npm run prove -- working-time
 */
import fc from 'fast-check';
import { calendars, zones } from '../../kernel/calendars.js';
import { Chance } from '../faults/chance.js';
import { publish } from '../figures.js';
import { compared, type Comparison } from './comparison.js';
import { wallOf } from './wall.js';
import { ordinary, wrongs } from './wrongs.js';

const began = performance.now();
/** The calendars have their holidays in these years. */
const [FROM, UNTIL] = [Date.UTC(2024, 0), Date.UTC(2026, 0)];
const SEED = 7;
const CALENDARS = 12;
const PAIRS = 300;

const right: Comparison[] = [];
const unnoticed: string[] = [];
for (const zone of zones) {
  const wall = wallOf(zone, FROM, UNTIL);
  const drawn = fc.sample(calendars(fc.constant(zone)), { numRuns: CALENDARS, seed: SEED + zones.indexOf(zone) });
  const ofZone = [ordinary(zone), ...drawn].map((choices, index) =>
    compared(choices, wall, { pairs: PAIRS, chance: new Chance(SEED + index, zone) }),
  );
  right.push(...ofZone);
  for (const [name, altered] of Object.entries(wrongs)) {
    const other = altered(ordinary(zone));
    const { differences } = compared(ordinary(zone), wall, { pairs: 0, chance: new Chance(SEED, zone), other });
    if (differences.length === 0) unnoticed.push(`${zone}: ${name}`);
  }
  console.log(`${zone}: ${ofZone.reduce((sum, { differences }) => sum + differences.length, 0)} differ`);
}

const sum = (of: (one: Comparison) => number): number => right.reduce((total, one) => total + of(one), 0);
const grouped = (count: number): string => count.toLocaleString('en-US');
const differences = right.flatMap((one) => one.differences);
const few = differences.length > 0 ? `: ${differences.slice(0, 5).join('; ')}` : '';
const ofMinutes = differences.filter((text) => text.includes('isOpen'));
const altered = zones.length * Object.keys(wrongs).length;

publish('working-time', began, [
  {
    claim: 'A business calendar is open in those minutes in which the clock on the wall shows one of its hours.',
    seen:
      `${grouped(right.length)} calendars, all but ${zones.length} of them random, in ${zones.length} zones, each asked in every minute ` +
      `of 2024 and 2025: ${grouped(sum(({ minutes }) => minutes))} minutes, ${grouped(ofMinutes.length)} differ${few}`,
    holds: ofMinutes.length === 0 && sum(({ minutes }) => minutes) > 100_000_000,
  },
  {
    claim: 'It counts and adds working time, to the millisecond, as a walk does that goes from minute to minute.',
    seen:
      `${grouped(sum(({ pairs }) => pairs))} pairs of instants counted between, ${grouped(sum(({ additions }) => additions))} times ` +
      `added, ${grouped(sum(({ searches }) => searches))} openings and closings looked for, ` +
      `${grouped(differences.length - ofMinutes.length)} differ${few}`,
    holds: differences.length === ofMinutes.length && sum(({ additions }) => additions) > 100_000,
  },
  {
    claim: 'The comparison can fail: a calendar that is a little wrong is told from the walk of the right one.',
    seen:
      `${grouped(altered - unnoticed.length)} of ${grouped(altered)} noticed (${Object.keys(wrongs).join(', ')})` +
      (unnoticed.length > 0 ? `; not: ${unnoticed.join('; ')}` : ''),
    holds: unnoticed.length === 0,
  },
]);
