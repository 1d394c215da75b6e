import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Instant } from 'pauta/kernel';
import type * as ladder from 'pauta/ladder';
import { advance, begin, conclude, due, ending, hear, type Ending } from './course.js';
import { TOPIC } from './mailbox.js';
import type { OutsideWorld } from './outside-world.js';
import type { Happened } from './steps.js';

/** Nothing is due, and nobody has a deadline: look again after a day, in case something was lost. */
const SWEEP = 86_400_000;

/** A timer that fires a moment early asks again at once: this keeps it from asking a thousand times. */
const SHORTEST = 0.02;

/**
 * The life of a move, from the first search to its end, as one durable workflow. DBOS writes down what each step came
 * to, so after a crash the function is run again from its beginning and gets the same answers up to where it was. The
 * rules need no step of their own: they are pure, and a replay decides what was decided.
 */
export function moveWorkflow(world: OutsideWorld): (beginning: ladder.Beginning) => Promise<Ending> {
  return async (beginning) => {
    let course = begin(beginning);
    let inbox: Happened[] = [];
    for (;;) {
      // First the clock, then the mailbox, then the decision: so it knows all that had arrived when the clock was read.
      // The other way round, a worker that dies between the two decides late, and without what came meanwhile.
      const now = await DBOS.runStep(() => world.now(), { name: 'clock' });
      for (;;) {
        const happened = await DBOS.recv<Happened>(TOPIC, { timeoutSeconds: 0 });
        if (happened === null) break;
        inbox.push(happened);
      }
      course = advance(inOrder(inbox).reduce(hear, course), now);
      inbox = [];

      const { acts, wake, isOver } = due(course, now);
      const [act] = acts;
      if (act !== undefined) {
        const performed = await DBOS.runStep(() => world.perform(act), {
          name: act.outcome.action,
          retriesAllowed: true,
          intervalSeconds: 0.5,
          maxAttempts: 10,
        });
        course = conclude(course, act, performed);
        continue;
      }
      if (isOver) return ending(course);

      // One timer, to `validUntil`, that ends early when something happens. It is durable: DBOS stores its end.
      const wait = ((wake ?? now + SWEEP) - now) / 1000 / world.pace;
      const happened = await DBOS.recv<Happened>(TOPIC, { timeoutSeconds: Math.max(wait, SHORTEST) });
      if (happened !== null) inbox.push(happened);
    }
  };
}

/** What arrived together is heard in the order in which it happened: an answer may overtake the reply it follows. */
function inOrder(inbox: readonly Happened[]): readonly Happened[] {
  return inbox.toSorted((one, other) => instantOf(one) - instantOf(other));
}

function instantOf({ search = [], talk = [] }: Happened): Instant {
  return Math.min(...[...search, ...talk].map(({ at }) => at));
}
