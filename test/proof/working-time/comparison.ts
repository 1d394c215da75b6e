import { businessCalendar, type CalendarChoices } from 'pauta/kernel';
import type { Chance } from '../faults/chance.js';
import { Walk } from './walk.js';
import type { Wall } from './wall.js';

const MINUTE = 60_000;
const MONTH = 30 * 86_400_000;

/** What was compared, and what was not alike. */
export interface Comparison {
  /** Minutes at which both were asked whether somebody works. */
  readonly minutes: number;
  /** Pairs of instants between which both counted. */
  readonly pairs: number;
  /** Times that both added; those that end beyond the wall are left out. */
  readonly additions: number;
  /** How often both looked for the next opening, and for the next closing. */
  readonly searches: number;
  readonly differences: readonly string[];
}

/**
 * A business calendar beside the walk of one: at each minute of the wall, and with so many random pairs of instants. `other`:
 * what the business calendar is made of, where that is something else.
 */
export function compared(
  choices: CalendarChoices,
  wall: Wall,
  {
    pairs,
    chance,
    other = choices,
  }: { readonly pairs: number; readonly chance: Chance; readonly other?: CalendarChoices },
): Comparison {
  const calendar = businessCalendar(other);
  const walk = new Walk(choices, wall);
  const differences: string[] = [];
  const alike = (what: string, seen: unknown, expected: unknown): void => {
    if (!Object.is(seen, expected)) differences.push(`${wall.zone}: ${what}: ${seen}, walked ${expected}`);
  };
  walk.open.forEach((isOpen, minute) => {
    const at = wall.from + minute * MINUTE;
    // Text is made for what differs alone: there are a million of them.
    if (calendar.isOpen(at) !== (isOpen === 1)) alike(`isOpen(${at})`, isOpen !== 1, isOpen === 1);
  });

  const { turns } = walk;
  const length = walk.open.length * MINUTE;
  /** Within a millisecond of an opening or a closing, on the minute, or anywhere. */
  const instant = (): number => {
    const way = chance.whole(0, 3);
    if (way === 0 && turns.length > 0) return chance.pick(turns) + chance.whole(-1, 1);
    return wall.from + (way === 1 ? chance.whole(0, walk.open.length - 1) * MINUTE : chance.whole(0, length - 1));
  };
  let [additions, searches] = [0, 0];
  for (let pair = 0; pair < pairs; pair++) {
    const one = instant();
    // Every other pair lies close together, as a message and its deadline do.
    const two = pair % 2 === 0 ? instant() : Math.min(one + chance.whole(0, MONTH), wall.from + length - 1);
    const worked = walk.between(one, two);
    alike(`between(${one}, ${two})`, calendar.between(one, two), worked === 0 ? 0 : worked);
    const at = Math.min(one, two);
    const most = Math.abs(worked);
    for (const time of [most, chance.whole(0, most), chance.whole(0, 8 * 60) * MINUTE]) {
      const end = walk.add(at, time);
      if (Number.isNaN(end)) continue;
      additions += 1;
      alike(`add(${at}, ${time})`, calendar.add(at, time), end);
    }
    for (const turn of ['nextOpening', 'nextClosing'] as const) {
      const next = walk[turn](one);
      if (Number.isNaN(next)) continue;
      searches += 1;
      alike(`${turn}(${one})`, calendar[turn](one), next);
    }
  }
  return { minutes: walk.open.length, pairs, additions, searches, differences };
}
