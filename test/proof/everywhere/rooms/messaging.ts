import fc from 'fast-check';
import { messaging } from 'pauta';
import { fixedClock } from 'pauta/kernel';
import * as doors from 'pauta/messaging/schema';
import { arbitraries } from 'pauta/testing';
import type { Chance } from '../chance.js';
import { knock } from '../doors.js';
import type { Ledger } from '../ledger.js';
import { zones } from '../zones.js';
import { nearby, nightly, roundOf, some } from './room.js';

const { contact, facts, greetings, history, instant, intakeFacts, judgement, loadingHistory, message, policy } =
  arbitraries.messaging;

const scene = fc.record({
  policy,
  greetings,
  history,
  loadingHistory,
  columns: some(fc.record({ facts, intakeFacts, instant, message, judgement }), 6),
  text: fc.string({ maxLength: 8 }),
});

type Scene = typeof scene extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** What is asked of `messaging`: all of it. */
export const messagingRound = roundOf(scene, (ledger, drawn, chance) => {
  ledger.drawn(drawn);
  askColumns(ledger, drawn, chance);
  askConversation(ledger, drawn, chance);
  askLoading(ledger, drawn, chance);
  askWords(ledger, drawn, chance);
});

function askColumns(ledger: Ledger, drawn: Scene, chance: Chance): void {
  for (const { facts: columns, intakeFacts: way, instant: now, message: said, judgement: found } of drawn.columns) {
    const context = { policy: chance.once(2) ? drawn.policy : messaging.defaultPolicy };
    const { agent = null, closing: done = [] } = columns;
    const actor = chance.of([agent ?? '', 'Supervisor', 'nobody']);
    ledger.decided('decide', messaging.decide(columns, context));
    ledger.answered('duties', messaging.duties(columns, context));
    ledger.decided('classification', messaging.classification(columns, context));
    ledger.decided('closing', messaging.closing({ solved: !chance.once(4), agent, actor, done }, context));
    ledger.answered('isBotOn', messaging.isBotOn(columns));
    ledger.answered('isForBot', messaging.isForBot(columns, said));
    ledger.decided('monitoring', messaging.monitoring(found, context));
    for (const at of [now, ...nearby(way.endedAt ?? now, chance)]) {
      ledger.decided('intake', messaging.intake(way, { ...context, clock: fixedClock(at) }));
    }
    if (chance.once(4)) knock(ledger, chance, 'facts', doors.factsSchema, columns);
    if (chance.once(4)) knock(ledger, chance, 'intake facts', doors.intakeFactsSchema, way);
  }
  const clock = fixedClock(drawn.columns[0]?.instant ?? 0);
  ledger.answered(
    'agenda',
    messaging.agenda(drawn.columns, {
      ...{ clock, policy: drawn.policy },
      factsOf: (one) => one.facts,
      intakeOf: (one) => one.intakeFacts,
    }),
  );
}

function askConversation(ledger: Ledger, { history: told }: Scene, chance: Chance): void {
  const context = { policy: told.policy };
  let chat = messaging.start(contact);
  for (const event of told.events) {
    const recorded = messaging.record(chat, event, context);
    ledger.recorded('record', recorded);
    chat = recorded.state;
    ledger.decided('decide', messaging.decide(chat.facts, context));
    if (chance.once(24)) knock(ledger, chance, 'event', doors.eventSchema, event);
  }
  ledger.answered('state', chat);
  knock(ledger, chance, 'state', doors.stateSchema, chat);
}

function askLoading(ledger: Ledger, { loadingHistory: told }: Scene, chance: Chance): void {
  let loading = messaging.newContact(contact);
  for (const event of told.events) {
    const recorded = messaging.recordLoading(loading, event, { policy: told.policy });
    ledger.recorded('recordLoading', recorded);
    loading = recorded.state;
    for (const at of nearby(event.at, chance, 3)) {
      ledger.decided('intake', messaging.intake(loading.facts, { clock: fixedClock(at), policy: told.policy }));
    }
    if (chance.once(24)) knock(ledger, chance, 'loading event', doors.loadingEventSchema, event);
  }
  ledger.answered('loading', loading);
  knock(ledger, chance, 'loading', doors.loadingSchema, loading);
}

const topics = messaging.defaultPolicy.users.flatMap((user) => [
  user.name,
  ...user.topics,
  ` ${user.name.toUpperCase()}`,
]);
/** A company in which everybody has a topic: themselves. */
function everybodys(chosen: messaging.Policy): messaging.Policy {
  return { ...chosen, users: chosen.users.map((user) => ({ ...user, topics: [user.name, ...user.topics] })) };
}

const templates = ['case-3', 'closing', 'contact-request', 'capture-call', 'central-phone'] as const;

function askWords(ledger: Ledger, { policy: chosen, greetings, text }: Scene, chance: Chance): void {
  const context = { policy: chance.once(2) ? { ...chosen, greetings } : chosen };
  const greeted = { ...context, clock: fixedClock(nightly(chance)), zone: chance.of(zones) };
  const data = { agent: text, department: 'Académico', user: chance.of([text, null, 'Ana']) };
  const [source, botAnswered] = [chance.of(['chat', 'comment'] as const), chance.once(2)];
  const topic = chance.once(6) ? text : chance.of(topics);
  const number = chance.of([1, 2, 3] as const);
  const person = chance.of([text, 'Ana', null]);
  ledger.decided('department', messaging.department(topic, chance.once(2) ? context : { policy: everybodys(chosen) }));
  ledger.decided('greeting', messaging.greeting(greeted));
  ledger.decided('message', messaging.message(chance.of(templates), data, greeted));
  ledger.decided('hooking', messaging.hooking({ source, botAnswered }, context));
  ledger.decided('round', messaging.round(context));
  const support = { case: number, isSolved: chance.once(2), department: person, agent: person };
  ledger.decided('support', messaging.support(support));
  knock(ledger, chance, 'policy', doors.policySchema, { crmDelay: { minutes: 90 }, centralPhone: text });
}
