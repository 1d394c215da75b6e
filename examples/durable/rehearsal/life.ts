import type { Instant } from 'pauta/kernel';
import { advance, begin, conclude, due, ending, hear, type Ending } from '../course.js';
import type { Act, Performed } from '../outside-world.js';
import { atFirst, moveOf, OPENING, picksUp, reactionsTo, type Reaction } from './people.js';

/** How a move goes: what was done, and how it ended. */
export interface Life {
  readonly acts: readonly Act[];
  readonly ending: Ending;
}

/**
 * The life of a move: the library alone, in one process, without a database or a timer. `late`: how much later than it
 * could the host looks, each time it looks.
 */
export function lifeOf(seed: number, number: number, late: () => number = () => 0): Life {
  const beginning = moveOf(seed, number);
  const acts: Act[] = [];
  let agenda: readonly Reaction[] = atFirst(seed, beginning.move);
  let course = begin(beginning);
  let now: Instant = OPENING;
  for (let steps = 0; steps < 1000; steps++) {
    now += late();
    const arrived = agenda.filter(({ at }) => at <= now);
    agenda = agenda.filter(({ at }) => at > now);
    course = advance(
      arrived.reduce((heard, { happened }) => hear(heard, happened), course),
      now,
    );
    const { acts: open, wake, isOver } = due(course, now);
    const [act] = open;
    if (act !== undefined) {
      now += 1000;
      const answered = picksUp(seed, act);
      const performed: Performed = act.outcome.action === 'call-now' ? { at: now, answered } : { at: now };
      agenda = [...agenda, ...reactionsTo(seed, act, acts, now)].sort((a, b) => a.at - b.at);
      acts.push(act);
      course = conclude(course, act, performed);
    } else if (isOver) {
      return { acts, ending: ending(course) };
    } else {
      const next = Math.min(wake ?? Number.POSITIVE_INFINITY, agenda[0]?.at ?? Number.POSITIVE_INFINITY);
      if (!Number.isFinite(next)) throw new Error(`${beginning.move} of seed ${seed} waits for nobody`);
      now = next;
    }
  }
  throw new Error(`${beginning.move} of seed ${seed} does not come to an end`);
}
