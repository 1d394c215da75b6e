import fc from 'fast-check';
import { ladder } from 'pauta';
import { fixedClock } from 'pauta/kernel';
import { eventSchema, factsSchema, policySchema, stateSchema } from 'pauta/ladder/schema';
import { arbitraries } from 'pauta/testing';
import type { Chance } from '../chance.js';
import { knock } from '../doors.js';
import type { Ledger } from '../ledger.js';
import { zones } from '../zones.js';
import { nearby, nightly, roundOf, some } from './room.js';

const { category, facts, history, instant, interMove, job, move, mover, mp, offset, policy, reply, replies, service } =
  arbitraries.ladder;

const scene = fc.record({
  policy,
  history,
  facts: some(fc.tuple(facts, instant), 8),
  category,
  replies,
  reply,
  mp,
  offset,
  interMove,
  jobs: fc.array(job, { maxLength: 12 }),
  movers: fc.array(mover, { maxLength: 6 }),
  service,
});

type Scene = typeof scene extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** What is asked of `ladder`: all of it. */
export const ladderRound = roundOf(scene, (ledger, drawn, chance) => {
  ledger.drawn(drawn);
  askColumns(ledger, drawn, chance);
  askHistory(ledger, drawn, chance);
  askPeople(ledger, drawn, chance);
});

function askColumns(ledger: Ledger, drawn: Scene, chance: Chance): void {
  for (const [columns, now] of drawn.facts) {
    const chosen = chance.once(2) ? drawn.policy : ladder.defaultPolicy;
    const held = chance.once(2) ? columns : { ...columns, zone: chance.of(zones) };
    for (const at of [now, ...nearby(now, chance), ...nearby(columns.searchingSince, chance)]) {
      const context = { clock: fixedClock(at), policy: chosen };
      ledger.decided('decide', ladder.decide(held, context));
      ledger.answered('duties', ladder.duties(held, context));
    }
    if (chance.once(4)) knock(ledger, chance, 'facts', factsSchema, held);
  }
}

function askHistory(ledger: Ledger, { history: told, policy: chosen }: Scene, chance: Chance): void {
  const zone = chance.of(zones);
  let search = ladder.start({ ...told.beginning, moveDate: chance.of(['2024-09-08', '2024-05-14']), zone });
  for (const event of told.events) {
    const recorded = ladder.record(search, event, { policy: chosen });
    ledger.recorded('record', recorded);
    search = recorded.state;
    for (const at of nearby(event.at, chance, 3)) {
      ledger.decided('decide', ladder.decide(search.facts, { clock: fixedClock(at), policy: chosen }));
    }
    if (chance.once(24)) knock(ledger, chance, 'event', eventSchema, event);
  }
  ledger.recorded('record again', ladder.record(search, chance.of(told.events), { policy: chosen }));
  ledger.answered('state', search);
  knock(ledger, chance, 'state', stateSchema, search);
  knock(ledger, chance, 'policy', policySchema, { researchRestart: 'lists', several: chance.nat(4), zone });
}

function askPeople(ledger: Ledger, drawn: Scene, chance: Chance): void {
  const { replies: all, reply, mp: who, interMove: inter, jobs, movers, policy: chosen } = drawn;
  const clock = fixedClock(chance.once(4) ? nightly(chance) : arbitraries.ladder.searchingSince + drawn.offset);
  const refusal = reply.answer === 'no' ? reply : {};
  const check = { winner: chance.of([who, 'a', null]), chat: chance.once(2) };
  ledger.decided('winner', ladder.winner(all, { clock }, chance.once(3) ? [who] : []));
  ledger.decided('priceReport', ladder.priceReport(all, { clock, policy: chosen }, chance.of([null, reply.at])));
  ledger.decided('onRefusal', ladder.onRefusal(refusal));
  ledger.decided('verifyOffer', ladder.verifyOffer(who, check));
  ledger.decided('broadcast', ladder.broadcast(drawn.service, movers, { policy: chosen, reached: [who] }));
  ledger.answered('enRouteMovers', ladder.enRouteMovers(inter, jobs, { policy: chosen }));
  for (const one of jobs) ledger.decided('fitOf', ladder.fitOf(inter, one, { policy: chosen }));
  ledger.answered('start', ladder.start({ move, searchingSince: reply.at, category: drawn.category }));
}
