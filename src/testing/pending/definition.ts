import fc from 'fast-check';
import { fixedClock } from '../../kernel/clock.js';
import type * as pending from '../../pending/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { around, facts, history, later, policy } from './arbitraries.js';
import { asked, type Subject } from './subject.js';

const isMessage = ({ type }: pending.Event): boolean => type.endsWith('-message');
const settles = ({ type }: pending.Event): boolean => type === 'seller-message' || type === 'mark-resolved';
const conversation = history(['client-message', 'ai-message', 'seller-message', 'mark-resolved', 'action-flagged']);

/** A conversation in which the AI is on all the time. */
const attended = history(['client-message', 'ai-message', 'seller-message', 'mark-resolved']).map(
  (events): readonly pending.Event[] => [{ type: 'ai-on', id: 'on', at: around - 1 }, ...events],
);

/** What is pending, what settles it, and what makes no difference. */
export function definition(subject: Subject): readonly Law[] {
  const { chatOf, isPendingAt } = asked(subject);
  const { decide, isPending, stageOf, queue, goal } = subject;
  return [
    law(
      'reading never changes the answer',
      fc.property(history(), later, fc.constantFrom('opened', 'read', 'unread'), (events, now, type) => {
        const looked = events.flatMap((event, index): pending.Event[] => [
          event,
          { type, id: `look-${index}`, at: event.at },
        ]);
        demandSame(chatOf(looked), chatOf(events));
        demandSame(isPendingAt(looked, now), isPendingAt(events, now));
      }),
    ),
    law(
      'a seller who wrote last, with no action flagged since, leaves nothing pending',
      fc.property(history(), later, (events, now) => {
        const last = events.findLastIndex(isMessage);
        fc.pre(events[last]?.type === 'seller-message');
        fc.pre(!events.slice(last).some(({ type }) => type === 'action-flagged'));
        demand(!isPendingAt(events, now), 'it is pending');
      }),
    ),
    law(
      'what was resolved stays so, whatever the time, until somebody but the AI writes, or an action is flagged',
      fc.property(history(), later, (events, now) => {
        const resolved = events.findLastIndex(({ type }) => type === 'mark-resolved');
        fc.pre(resolved !== -1);
        fc.pre(
          !events
            .slice(resolved)
            .some(({ type }) => type === 'client-message' || type === 'seller-message' || type === 'action-flagged'),
        );
        demand(!isPendingAt(events, now), 'it is pending');
      }),
    ),
    law(
      'a client who wrote after every seller message and resolve is pending where the AI is off',
      fc.property(conversation, later, (events, now) => {
        const unsettled = events.slice(events.findLastIndex(settles) + 1);
        fc.pre(unsettled.some(({ type }) => type === 'client-message'));
        demand(isPendingAt(events, now), 'it is not pending');
      }),
    ),
    law(
      'an answer of the AI is no answer: appended, it never turns pending into not pending',
      fc.property(history(), later, (events, now) => {
        const answered: readonly pending.Event[] = [...events, { type: 'ai-message', id: 'answer', at: now }];
        if (isPendingAt(events, now)) demand(isPendingAt(answered, now), 'it is not pending any more');
      }),
    ),
    law(
      'a seller who writes now settles it; a client who writes now, with the AI off, opens it',
      fc.property(history(), later, (events, now) => {
        const settled: readonly pending.Event[] = [...events, { type: 'seller-message', id: 'now', at: now }];
        demand(!isPendingAt(settled, now), 'the seller did not settle it');
        const off: pending.Event = { type: 'ai-off', id: 'off', at: now };
        const opened: readonly pending.Event[] = [...events, off, { type: 'client-message', id: 'now', at: now }];
        demand(isPendingAt(opened, now), 'the client did not open it');
      }),
    ),
    law(
      'what came before the last settling event does not matter',
      fc.property(fc.oneof(history(), attended), fc.nat({ max: 12 * 60_000 }), policy, (events, offset, chosen) => {
        const context = { clock: fixedClock((events.at(-1)?.at ?? around) + offset), policy: chosen };
        const last = events.findLastIndex(settles);
        const rest = events.filter(({ type }, index) => index >= last || type === 'ai-on' || type === 'ai-off');
        const [whole, shortened] = [events, rest].map((log) => {
          const { outcome, validUntil } = decide(chatOf(log).facts, context);
          return { isPending: outcome.action === 'attend', validUntil };
        });
        demandSame(shortened, whole);
      }),
    ),
    law(
      'resolving twice is resolving once, by the button or by the menu',
      fc.property(history(), later, fc.constantFrom('button', 'menu'), (events, now, via) => {
        const once: readonly pending.Event[] = [...events, { type: 'mark-resolved', id: 'once', at: now + 1 }];
        const twice: readonly pending.Event[] = [...once, { type: 'mark-resolved', id: 'twice', at: now + 2, via }];
        demandSame(chatOf(twice).facts, chatOf(once).facts);
      }),
    ),
    law(
      'a chat is in one condition, and answered is neither pending nor resolved',
      fc.property(history(), later, policy, (events, now, chosen) => {
        const chat = chatOf(events).facts;
        const context = { clock: fixedClock(now), policy: chosen };
        const stage = stageOf(chat, context);
        demandSame(stage === 'PENDING', decide(chat, context).outcome.action === 'attend', `the stage ${stage}`);
        if (stage === 'RESOLVED') demand(chat.resolved, 'RESOLVED is not resolved');
        if (stage === 'ANSWERED') demand(!chat.resolved && chat.lastMessage === 'seller', 'ANSWERED is not answered');
      }),
    ),
    law(
      'the predicate says of every chat what the decision says',
      fc.property(facts, later, policy, (chat, now, chosen) => {
        const context = { clock: fixedClock(now), policy: chosen };
        demandSame(isPending(chat, context), decide(chat, context).outcome.action === 'attend');
      }),
    ),
    law(
      'the queue holds exactly the chats of which the predicate is true',
      fc.property(fc.array(facts, { maxLength: 8 }), policy, (chats, chosen) => {
        const context = { clock: fixedClock(around), policy: chosen };
        const { waiting } = queue(chats, context);
        const expected = chats.filter((chat) => isPending(chat, context));
        demandSame(waiting.length, expected.length, 'the length of the queue');
        demand(
          expected.every((chat) => waiting.some((one) => one.chat === chat)),
          'somebody who waits is not in the queue',
        );
        const reached = goal({ pending: waiting.length, toQuote: 0 }).outcome.reached;
        demandSame(reached, waiting.length === 0, 'the goal, with so many waiting');
      }),
    ),
  ];
}
