import fc from 'fast-check';
import { contact } from 'pauta';
import { eventSchema, factsSchema, policySchema, stateSchema } from 'pauta/contact/schema';
import { fixedClock, type Instant } from 'pauta/kernel';
import { arbitraries } from 'pauta/testing';
import type { Chance } from '../chance.js';
import { knock } from '../doors.js';
import type { Ledger } from '../ledger.js';
import { zones } from '../zones.js';
import { near, nearby, nightly, roundOf, some } from './room.js';

const { dayBefore, event, facts, history, policy, scene: placed, silentScene, stance } = arbitraries.contact;

const HOUR = 3_600_000;

const drawnScene = fc.record({
  policy,
  history,
  scenes: some(fc.oneof(placed, silentScene), 8),
  facts,
  event,
  stance,
  refund: fc.boolean(),
  text: fc.string({ maxLength: 12 }),
});

type Scene = typeof drawnScene extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** What is asked of `contact`: all of it. */
export const contactRound = roundOf(drawnScene, (ledger, drawn, chance) => {
  ledger.drawn(drawn);
  askColumns(ledger, drawn, chance);
  askHistory(ledger, drawn, chance);
  askClient(ledger, drawn, chance);
});

function askColumns(ledger: Ledger, drawn: Scene, chance: Chance): void {
  for (const { facts: columns, now } of drawn.scenes) {
    const chosen = chance.once(2) ? drawn.policy : contact.defaultPolicy;
    const { helpMailsAt: mails = [] } = columns;
    const bounce = mails.length > 0 && chance.once(3) ? { mailBouncedAt: near(Math.max(...mails), chance) } : {};
    const held = { ...columns, ...(chance.once(2) ? {} : { zone: chance.of(zones) }), ...bounce };
    for (const at of [now, ...nearby(now, chance)]) {
      const context = { clock: fixedClock(at), policy: chosen };
      ledger.decided('decide', contact.decide(held, context));
      ledger.decided('alternative', contact.alternative(held, context));
    }
    if (chance.once(4)) knock(ledger, chance, 'facts', factsSchema, held);
  }
  for (const { place } of drawn.scenes) {
    const last = dayBefore(place, chance.nat(2));
    const columns = lastDay(place, last, chance);
    const clock = fixedClock(last + chance.nat(24) * HOUR);
    ledger.decided('decide', contact.decide(columns, { clock, policy: drawn.policy }));
  }
  const clock = fixedClock(nightly(chance));
  ledger.decided('decide', contact.decide(drawn.facts, { clock, policy: drawn.policy }));
}

/** A call in vain, a mail after it, and perhaps that the mail came back: what chance alone seldom puts in this order. */
function lastDay(of: Pick<contact.Facts, 'moveDate' | 'zone'>, last: Instant, chance: Chance): contact.Facts {
  const call = last + chance.nat(4) * HOUR;
  const mail = call + chance.nat(4) * HOUR;
  const mailBouncedAt = chance.once(2) ? mail + chance.nat(4) * HOUR : null;
  return { ...of, calls: [{ at: call, answered: chance.once(4) }], helpMailsAt: [mail], mailBouncedAt };
}

function askHistory(ledger: Ledger, { history: told, event: stray, text }: Scene, chance: Chance): void {
  const { beginning, policy: chosen, events } = told;
  let state = contact.start(chance.once(2) ? beginning : { ...beginning, zone: chance.of(zones) });
  for (const one of events) {
    const recorded = contact.record(state, one, { policy: chosen });
    ledger.recorded('record', recorded);
    state = recorded.state;
    for (const at of nearby(one.at, chance, 3)) {
      ledger.decided('decide', contact.decide(state.facts, { clock: fixedClock(at), policy: chosen }));
    }
  }
  ledger.recorded('record again', contact.record(state, chance.of(events), { policy: chosen }));
  ledger.recorded('record another', contact.record(state, stray, { policy: chosen }));
  ledger.answered('state', state);
  knock(ledger, chance, 'event', eventSchema, stray);
  knock(ledger, chance, 'state', stateSchema, state);
  knock(ledger, chance, 'policy', policySchema, { shortWait: { hours: 5 }, mcAddress: text, today: 'not-covered' });
}

function askClient(ledger: Ledger, drawn: Scene, chance: Chance): void {
  const { policy: chosen, stance: made, refund, text } = drawn;
  const dates = chance.of([null, { date: '2024-09-09' }]);
  ledger.decided('clientAnswer', contact.clientAnswer(chance.once(2) ? 1 : 2, { stance: made, refund, dates }));
  ledger.decided('helpMail', contact.helpMail({ move: text, client: `${text}@example.com` }, { policy: chosen }));
  ledger.decided('refundMail', contact.refundMail({ move: 'M-1', client: text }, { policy: chosen }));
  ledger.decided('chatNote', contact.chatNote(chance.of([text, '2024-09-08']), { policy: chosen }));
}
