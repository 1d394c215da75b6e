import fc from 'fast-check';
import { pending } from 'pauta';
import { fixedClock } from 'pauta/kernel';
import { eventSchema, factsSchema, policySchema, stateSchema } from 'pauta/pending/schema';
import { arbitraries } from 'pauta/testing';
import type { Chance } from '../chance.js';
import { knock } from '../doors.js';
import type { Ledger } from '../ledger.js';
import { near, nearby, roundOf, some } from './room.js';

const { event, events, facts, history, instant, later, policy } = arbitraries.pending;

const scene = fc.record({
  policy,
  events: events.chain((all) => fc.shuffledSubarray([...all], { minLength: all.length })),
  stray: some(event, 4),
  history: history(),
  facts: some(fc.tuple(facts, instant), 8),
  later,
  counts: fc.record({ pending: fc.nat({ max: 3 }), toQuote: fc.nat({ max: 3 }) }),
});

type Scene = typeof scene extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** What is asked of `pending`: all of it. */
export const pendingRound = roundOf(scene, (ledger, drawn, chance) => {
  ledger.drawn(drawn);
  askColumns(ledger, drawn, chance);
  askHistory(ledger, drawn, drawn.events, chance);
  askHistory(ledger, drawn, drawn.history, chance);
  askHistory(ledger, drawn, drawn.stray, chance);
  ledger.decided('goal', pending.goal(drawn.counts));
  knock(ledger, chance, 'policy', policySchema, { aiWindow: { minutes: chance.nat(9) }, measureFrom: 'last-message' });
});

function askColumns(ledger: Ledger, drawn: Scene, chance: Chance): void {
  for (const [columns, now] of drawn.facts) {
    const chosen = chance.once(2) ? drawn.policy : pending.defaultPolicy;
    for (const at of [now, ...nearby(now, chance)]) {
      const context = { clock: fixedClock(at), policy: chosen };
      ledger.decided('decide', pending.decide(columns, context));
      ledger.answered('isPending', pending.isPending(columns, context));
      ledger.answered('pendingSince', pending.pendingSince(columns, context));
      ledger.answered('stageOf', pending.stageOf(columns, context));
    }
    if (chance.once(4)) knock(ledger, chance, 'facts', factsSchema, columns);
  }
  const chats = drawn.facts.map(([columns], index) => ({ ...columns, index }));
  const context = { clock: fixedClock(drawn.later), policy: drawn.policy };
  ledger.answered('queue', pending.queue(chats, context));
  ledger.answered('queue by priority', pending.queue(chats, { ...context, priority: ({ index }) => index % 3 }));
}

function askHistory(ledger: Ledger, drawn: Scene, told: readonly pending.Event[], chance: Chance): void {
  const clock = fixedClock(drawn.later);
  let chat = pending.start();
  for (const one of told) {
    const recorded = pending.record(chat, one, chance.once(2) ? { clock } : undefined);
    ledger.recorded('record', recorded);
    chat = recorded.state;
    for (const at of nearby(one.at, chance, 3)) {
      ledger.decided('decide', pending.decide(chat.facts, { clock: fixedClock(at), policy: drawn.policy }));
    }
    if (chance.once(16)) knock(ledger, chance, 'event', eventSchema, one);
  }
  const some = chance.of([...told, { at: drawn.later }]);
  ledger.answered('state', chat);
  ledger.answered('compact', pending.compact(chat, near(some.at, chance)));
  knock(ledger, chance, 'state', stateSchema, chat);
}
