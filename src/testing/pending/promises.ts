import fc from 'fast-check';
import { fixedClock } from '../../kernel/clock.js';
import * as pending from '../../pending/index.js';
import { deepFreeze } from '../frozen.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { demandValidity } from '../validity.js';
import { around, events, facts, history, instant, later, policy, state } from './arbitraries.js';
import { asked, type Subject } from './subject.js';

const MINUTE = 60_000;

const deliveries = events.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
);

/** What decisions and records promise, whatever the manual says. */
export function promises(subject: Subject): readonly Law[] {
  const { chatOf } = asked(subject);
  const { decide, start, record, compact } = subject;
  return [
    law(
      'validUntil: the same answer at every instant before it, another one at it',
      fc.property(facts, policy, instant, (chat, chosen, now) => {
        demandValidity((at) => decide(chat, { clock: fixedClock(at), policy: chosen }), now, 40 * MINUTE);
      }),
      3_000,
    ),
    law(
      'any facts get an answer that is plain JSON, by a rule that exists',
      fc.property(facts, policy, instant, (chat, chosen, now) => {
        const decision = decide(chat, { clock: fixedClock(now), policy: chosen });
        demandSame(JSON.parse(JSON.stringify(decision)), decision, 'the decision after a journey as JSON');
        demand(Object.hasOwn(pending.rules, decision.rule), `no rule is called ${decision.rule}`);
      }),
    ),
    law(
      'leaves frozen facts, states, events and policies as they are',
      fc.property(facts, policy, state, events, (columns, chosen, stored, more) => {
        const context = deepFreeze({ clock: fixedClock(around), policy: chosen });
        deepFreeze(columns);
        decide(columns, context);
        subject.isPending(columns, context);
        subject.pendingSince(columns, context);
        subject.stageOf(columns, context);
        subject.queue(deepFreeze([columns]), context);
        for (const begun of [deepFreeze(start()), deepFreeze(stored)]) {
          let chat = begun;
          for (const event of deepFreeze([...more].reverse())) chat = deepFreeze(record(chat, event, context).state);
          deepFreeze(compact(chat, around));
        }
      }),
    ),
    law(
      'the order of delivery does not matter',
      fc.property(deliveries, later, ([all, delivered], now) => {
        const clock = fixedClock(now);
        demandSame(chatOf(delivered, clock), chatOf(all, clock));
        demandSame(chatOf([...delivered, ...all], clock), chatOf(all, clock), 'delivered twice');
      }),
    ),
    law(
      'a stored chat goes on as if it had not been stored',
      fc.property(events, fc.nat({ max: 14 }), (all, cut) => {
        const clock = fixedClock(around + 10 * MINUTE);
        const stored = JSON.parse(JSON.stringify(chatOf(all.slice(0, cut), clock))) as pending.Chat;
        const resumed = all.slice(cut).reduce((chat, event) => record(chat, event, { clock }).state, stored);
        demandSame(resumed, chatOf(all, clock));
      }),
    ),
    law(
      'an event dated ahead counts from its instant on',
      fc.property(history(), fc.nat({ max: 30 * MINUTE }), later, policy, (all, offset, end, chosen) => {
        const [recordedAt, now] = [around + offset, end - 20 * MINUTE];
        fc.pre(now >= recordedAt);
        const context = { clock: fixedClock(now), policy: chosen };
        const happened = all.filter(({ at }) => at <= now);
        const early = decide(chatOf(all, fixedClock(recordedAt)).facts, context);
        const punctual = decide(chatOf(happened, context.clock).facts, context);
        demandSame(
          { outcome: early.outcome, rule: early.rule },
          { outcome: punctual.outcome, rule: punctual.rule },
          'the answer where it was known ahead, and where it was not',
        );
      }),
    ),
  ];
}
