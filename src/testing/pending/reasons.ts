import fc from 'fast-check';
import { fixedClock } from '../../kernel/clock.js';
import { addressOf } from '../../kernel/table.js';
import * as pending from '../../pending/index.js';
import { demandSame, law, type Law } from '../law.js';
import { facts, history, instant, later, policy } from './arbitraries.js';
import { asked, type Subject } from './subject.js';

/** The rule of each reason, and the condition that the chat is in. */
const meaning: Readonly<Record<pending.Outcome['reason'], readonly [pending.RuleId, pending.Stage]>> = {
  'seller-action': ['pending/definition-action', 'PENDING'],
  'client-unanswered': ['pending/client-unanswered', 'PENDING'],
  'last-by-ai': ['pending/last-by-ai', 'PENDING'],
  'ai-window-exceeded': ['pending/ai-window-exceeded', 'PENDING'],
  'no-messages': ['pending/definition-response', 'EMPTY'],
  resolved: ['pending/settled-by-resolve', 'RESOLVED'],
  'seller-last': ['pending/settled-by-seller', 'ANSWERED'],
  'ai-process': ['pending/ai-process-exempt', 'AI_PROCESS'],
};

const settles = ({ type }: pending.Event): boolean => type === 'seller-message' || type === 'mark-resolved';

/** How many there are: often none, at times no number that can be counted. */
const count = fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 2 }) }, fc.constantFrom(-1, Number.NaN));

/** By which rule it is what it is, since when, and who comes first. */
export function reasons(subject: Subject): readonly Law[] {
  const { chatOf } = asked(subject);
  const { decide, stageOf, queue, pendingSince, goal } = subject;
  return [
    law(
      'each reason has a rule and a condition of its own: those of the situation seen',
      fc.property(facts, policy, instant, (chat, chosen, now) => {
        const context = { clock: fixedClock(now), policy: chosen };
        const { outcome, rule, situation } = decide(chat, context);
        demandSame([rule, stageOf(chat, context)], meaning[outcome.reason], 'the rule and the stage');
        const row = pending.table.row(addressOf(pending.table, situation));
        demandSame(row.rule, rule, 'the rule of the situation');
        demandSame(row.then.reason, outcome.reason, 'the reason of the situation');
      }),
    ),
    law(
      'whoever waits has waited since the first message that nobody settled',
      fc.property(history(), later, (events, now) => {
        const { outcome } = decide(chatOf(events).facts, { clock: fixedClock(now) });
        if (outcome.action === 'none') return;
        const resolved = events.findLast(settles)?.type === 'mark-resolved';
        const first = events
          .slice(events.findLastIndex(settles) + 1)
          .find(({ type }) => type === 'client-message' || (type === 'ai-message' && !resolved));
        demandSame(outcome.waitingSince, first?.at ?? null, 'since when');
      }),
    ),
    law(
      'the queue says of each chat what is said of it alone; whoever has waited longest comes first, priority before all',
      fc.property(
        fc.array(facts, { maxLength: 4 }),
        fc.option(fc.infiniteStream(fc.constantFrom(-1, 0, 1, Number.NaN)), { nil: null }),
        policy,
        instant,
        (chats, drawn, chosen, now) => {
          const context = { clock: fixedClock(now), policy: chosen };
          const ranks = new Map(chats.map((chat) => [chat, (drawn?.next().value as number | undefined) ?? 0]));
          const priority = (chat: pending.Facts): number => ranks.get(chat) as number;
          const { waiting } = queue(chats, { ...context, ...(drawn && { priority }) });
          for (const { chat, rule, reason, ...since } of waiting) {
            const alone = decide(chat, context);
            const outcome = { action: 'attend', reason, waitingSince: since.waitingSince };
            demandSame({ rule, outcome }, { rule: alone.rule, outcome: alone.outcome }, 'what is said of a chat');
            demandSame(since.pendingSince, pendingSince(chat, context), 'since when it has been pending');
          }
          // Whose wait is unknown comes first.
          const places = waiting.map(({ chat, ...since }) => ({
            rank: -(priority(chat) || 0),
            since: since.waitingSince ?? since.pendingSince ?? 0,
          }));
          demandSame(
            places,
            places.toSorted((a, b) => a.rank - b.rank || a.since - b.since),
            'the order of the queue',
          );
        },
      ),
    ),
    law(
      'the goal is reached where nobody waits and nothing is left to quote; all are served where nobody waits',
      fc.property(count, count, (waiting, toQuote) => {
        const { outcome, rule, validUntil } = goal({ pending: waiting, toQuote });
        demandSame(outcome, { reached: waiting === 0 && toQuote === 0, served: waiting === 0 });
        demandSame([rule, validUntil], ['pending/quotes-zero', null], 'the rule, and until when');
      }),
    ),
  ];
}
