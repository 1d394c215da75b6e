import fc from 'fast-check';
import { requirement } from 'pauta';
import { fixedClock } from 'pauta/kernel';
import { eventSchema, factsSchema, policySchema, stateSchema } from 'pauta/requirement/schema';
import { arbitraries } from 'pauta/testing';
import type { Chance } from '../chance.js';
import { knock } from '../doors.js';
import type { Ledger } from '../ledger.js';
import { zones } from '../zones.js';
import { nearby, nightly, roundOf, some } from './room.js';

const { events, facts, instant, knownFacts, policy, product } = arbitraries.requirement;

const scene = fc.record({
  policy,
  product,
  events,
  facts: some(fc.tuple(fc.oneof(facts, knownFacts), instant), 8),
  text: fc.string({ maxLength: 12 }),
  isReceived: fc.boolean(),
  isRecognised: fc.boolean(),
});

type Scene = typeof scene extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** What is asked of `requirement`: all of it. */
export const requirementRound = roundOf(scene, (ledger, drawn, chance) => {
  ledger.drawn(drawn);
  askColumns(ledger, drawn, chance);
  askHistory(ledger, drawn, chance);
  askTickets(ledger, drawn, chance);
});

function policyOf({ policy: drawn }: Scene, chance: Chance): requirement.Policy {
  return chance.once(2) ? drawn : requirement.policy({ ...drawn, zone: chance.of(zones.slice(0, -1)) });
}

function askColumns(ledger: Ledger, drawn: Scene, chance: Chance): void {
  for (const [columns, now] of drawn.facts) {
    const chosen = policyOf(drawn, chance);
    for (const at of [now, nightly(chance), ...nearby(now, chance)]) {
      ledger.decided('decide', requirement.decide(columns, { clock: fixedClock(at), policy: chosen }));
    }
    if (chance.once(4)) knock(ledger, chance, 'facts', factsSchema, columns);
  }
}

function askHistory(ledger: Ledger, drawn: Scene, chance: Chance): void {
  const chosen = policyOf(drawn, chance);
  let state = requirement.start(drawn.product);
  for (const one of drawn.events) {
    const recorded = requirement.record(state, one, { policy: chosen });
    ledger.recorded('record', recorded);
    state = recorded.state;
    for (const at of nearby(one.at, chance, 3)) {
      ledger.decided('decide', requirement.decide(state.facts, { clock: fixedClock(at), policy: chosen }));
    }
    if (chance.once(12)) knock(ledger, chance, 'event', eventSchema, one);
  }
  ledger.answered('state', state);
  knock(ledger, chance, 'state', stateSchema, state);
  knock(ledger, chance, 'policy', policySchema, { zone: chance.of(zones), inPersonAs: 'Redes sociales' });
}

const titles = Object.values(requirement.subjects);
const channels = ['Llamada telefónica', 'correo electronico', 'Correo Electrónico', 'REDES SOCIALES', 'Presencial'];

function askTickets(ledger: Ledger, drawn: Scene, chance: Chance): void {
  const { text, isReceived, isRecognised } = drawn;
  const context = { policy: policyOf(drawn, chance) };
  const [one, other] = [chance.of(drawn.facts)[0], chance.of(drawn.facts)[0]];
  const title = chance.once(6) ? text : chance.of(titles);
  const subject = chance.once(2) ? title.toUpperCase().normalize('NFD') : title;
  const by = chance.once(6) ? text : chance.of(channels);
  ledger.answered('subjectOf', requirement.subjectOf(subject));
  ledger.decided('typify', requirement.typify({ subject, channel: by }, context));
  ledger.decided('channel', requirement.channel(by, context));
  ledger.decided('collections', requirement.collections({ isReceived, isRecognised }));
  ledger.decided('describe', requirement.describe({ name: text, phone: '', email: 'a@example.com', text }));
  ledger.decided('reconcile', requirement.reconcile(chance.of([one, null]), chance.of([one, other, null])));
}
