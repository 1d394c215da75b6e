import fc from 'fast-check';
import { fixedClock } from '../../kernel/clock.js';
import * as pending from '../../pending/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { around, history, later, policy } from './arbitraries.js';
import { asked, type Subject } from './subject.js';

/** The manual's five minutes. */
const WINDOW = 5 * 60_000;
const AI_ON: pending.Event = { type: 'ai-on', id: 'on', at: around - 1 };

const settles = ({ type }: pending.Event): boolean => type === 'seller-message' || type === 'mark-resolved';
const messages = history(['client-message', 'ai-message', 'seller-message', 'mark-resolved']);
const conversation = history(['client-message', 'ai-message', 'seller-message', 'mark-resolved', 'action-flagged']);

/** What time, and the window that an AI has, do to the answer. */
export function window(subject: Subject): readonly Law[] {
  const { chatOf, isPendingAt } = asked(subject);
  const isOpenAt = (facts: pending.Facts, context: pending.Context): boolean =>
    subject.decide(facts, context).outcome.action === 'attend';
  return [
    law(
      'with the AI on, pending is what has been open for more than the window',
      fc.property(messages, later, (events, now) => {
        const resolved = events.findLast(settles)?.type === 'mark-resolved';
        const unsettled = events.slice(events.findLastIndex(settles) + 1);
        const first = unsettled.find(({ type }) => type === 'client-message' || (type === 'ai-message' && !resolved));
        demandSame(isPendingAt([AI_ON, ...events], now), first !== undefined && now - first.at > WINDOW);
      }),
    ),
    law(
      'at exactly the window it is not pending, one millisecond later it is',
      fc.property(
        fc.integer({ min: 0, max: 3_600 }),
        fc.constantFrom('client-message', 'ai-message'),
        (seconds, type) => {
          const chosen = pending.policy({ aiWindow: { seconds } });
          const events: readonly pending.Event[] = [AI_ON, { type, id: 'open', at: around }];
          const end = around + seconds * 1_000;
          demand(!isPendingAt(events, end, chosen), 'it is pending at exactly the window');
          demand(isPendingAt(events, end + 1, chosen), 'it is not pending one millisecond later');
        },
      ),
    ),
    law(
      'by time alone, what is not pending may become so once, and never back',
      fc.property(history(), policy, fc.array(later, { minLength: 2, maxLength: 12 }), (events, chosen, instants) => {
        const { facts } = chatOf(events);
        const answers = instants
          .toSorted((a, b) => a - b)
          .map((at) => isOpenAt(facts, { clock: fixedClock(at), policy: chosen }));
        demandSame(
          answers,
          [...answers].sort((a, b) => Number(a) - Number(b)),
        );
      }),
    ),
    law(
      'shifting the whole log and the clock alike changes nothing',
      fc.property(history(), later, fc.integer({ min: -1e12, max: 1e12 }), (events, now, shift) => {
        const shifted = events.map((event) => ({ ...event, at: event.at + shift }));
        demandSame(isPendingAt(shifted, now + shift), isPendingAt(events, now));
      }),
    ),
    law(
      'a longer window never makes a chat pending',
      fc.property(history(), later, fc.nat({ max: 900 }), fc.nat({ max: 900 }), (events, now, seconds, more) => {
        const shorter = isPendingAt(events, now, pending.policy({ aiWindow: { seconds } }));
        const longer = isPendingAt(events, now, pending.policy({ aiWindow: { seconds: seconds + more } }));
        if (longer) demand(shorter, 'only the longer window makes it pending');
      }),
    ),
    law(
      'with a window of nothing, an AI that is on makes no difference one millisecond after the process began',
      fc.property(conversation, later, (events, now) => {
        const none = pending.policy({ aiWindow: { seconds: 0 } });
        demandSame(isPendingAt([AI_ON, ...events], now + 1, none), isPendingAt(events, now + 1));
      }),
    ),
    law(
      'pendingSince is the beginning of the unbroken stretch that ends now',
      fc.property(history(), later, (events, now) => {
        // The one thing that the columns cannot tell, as the documentation says.
        const flagged = events.findIndex(({ type }) => type === 'action-flagged');
        fc.pre(flagged === -1 || !events.slice(flagged).some(({ type }) => type === 'ai-on'));
        const clock = fixedClock(now);
        const since = subject.pendingSince(chatOf(events, clock).facts, { clock });
        const wasPending = (at: number): boolean =>
          isPendingAt(
            events.filter((event) => event.at <= at),
            at,
          );
        const turns = events.flatMap(({ at }) => [at, at + WINDOW + 1]).filter((at) => at <= now);
        const stretch = [...new Set([...turns, now])].sort((a, b) => b - a);
        const broken = stretch.findIndex((at) => !wasPending(at));
        const begun = broken === -1 ? stretch.at(-1) : stretch[broken - 1];
        demandSame(since, wasPending(now) ? begun : null);
      }),
    ),
  ];
}
