import fc from 'fast-check';
import { fixedClock, type Instant } from '../../kernel/clock.js';
import * as pending from '../../pending/index.js';
import { demandSame, law, type Law } from '../law.js';
import { around } from './arbitraries.js';
import { asked, type Subject } from './subject.js';

const seconds = fc.integer({ min: 0, max: 900 });
const author = fc.constantFrom('client', 'ai');

/** What a company chooses is what counts, whichever function is asked. */
export function choices(subject: Subject): readonly Law[] {
  const { chatOf, isPendingAt } = asked(subject);
  const { decide, isPending, stageOf, pendingSince, queue } = subject;

  /** Demands of every function that a chat waits from an instant on, and not one millisecond before it. */
  function demandTurn(facts: pending.Facts, from: Instant, policy: pending.Policy): void {
    const [before, then] = [from - 1, from].map((at) => {
      const context = { clock: fixedClock(at), policy };
      return {
        decide: decide(facts, context).outcome.action === 'attend',
        isPending: isPending(facts, context),
        stageOf: stageOf(facts, context) === 'PENDING',
        pendingSince: pendingSince(facts, context),
        queue: queue([facts], context).waiting.length,
      };
    });
    const silent = { decide: false, isPending: false, stageOf: false, pendingSince: null, queue: 0 };
    demandSame(before, silent, 'one millisecond before it waits');
    demandSame(then, { decide: true, isPending: true, stageOf: true, pendingSince: from, queue: 1 }, 'when it waits');
    const last = { clock: fixedClock(from - 1), policy };
    demandSame(decide(facts, last).validUntil, from, 'validUntil of the decision');
    demandSame(queue([facts], last).validUntil, from, 'validUntil of the queue');
  }

  return [
    law(
      'whoever is asked: in the last millisecond of the window nobody waits, in the next the chat does',
      fc.property(seconds, author, (length, by) => {
        const chosen = pending.policy({ aiWindow: { seconds: length } });
        const facts = chatOf([
          { type: 'ai-on', id: 'on', at: around - 1 },
          { type: `${by}-message`, id: 'open', at: around },
        ]).facts;
        demandTurn(facts, around + length * 1_000 + 1, chosen);
      }),
    ),
    law(
      'the window begins with the process or with the last message, as the company chooses, and never before the AI is on',
      fc.property(
        seconds,
        fc.nat({ max: 900_000 }),
        fc.integer({ min: -900_000, max: 900_000 }),
        fc.constantFrom('process-start', 'last-message'),
        fc.tuple(author, author),
        (length, gap, on, measureFrom, [first, last]) => {
          const chosen = pending.policy({ aiWindow: { seconds: length }, measureFrom });
          const [firstAt, lastAt, onAt] = [around, around + gap, around + on];
          const facts = chatOf([
            { type: `${first}-message`, id: 'first', at: firstAt },
            { type: `${last}-message`, id: 'last', at: lastAt },
            { type: 'ai-on', id: 'on', at: onAt },
          ]).facts;
          const begun = Math.max(onAt, measureFrom === 'process-start' ? firstAt : lastAt);
          demandTurn(facts, begun + length * 1_000 + 1, chosen);
        },
      ),
    ),
    law(
      'within the window an AI that is on exempts the chats that the company chooses: all, those where it wrote last, none',
      fc.property(
        fc.constantFrom('both', 'ai-messages', 'nothing'),
        fc.tuple(author, author),
        fc.nat({ max: 299_000 }),
        (exemptionCovers, [first, last], offset) => {
          const events: readonly pending.Event[] = [
            { type: 'ai-on', id: 'on', at: around - 1 },
            { type: `${first}-message`, id: 'first', at: around },
            { type: `${last}-message`, id: 'last', at: around + 1 },
          ];
          const isExempt = exemptionCovers === 'both' || (exemptionCovers === 'ai-messages' && last === 'ai');
          const chosen = pending.policy({ exemptionCovers });
          demandSame(isPendingAt(events, around + 1 + offset, chosen), !isExempt, 'whether it waits');
        },
      ),
    ),
  ];
}
