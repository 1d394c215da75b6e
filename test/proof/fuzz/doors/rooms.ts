import { fixedClock } from 'pauta/kernel';
import * as messaging from 'pauta/messaging';
import * as messagingDoor from 'pauta/messaging/schema';
import * as routing from 'pauta/routing';
import * as routingDoor from 'pauta/routing/schema';
import { pick, type Random } from '../random.js';
import { decided, schemaDoor, signOf, type Door } from './door.js';
import { arbitraries, asJson, choicesOf, drawn } from './samples.js';
import { instantNear } from './systems.js';

const { messaging: bot, routing: clients } = arbitraries;
const chats = { facts: drawn(bot.facts), event: drawn(bot.event, 48), state: drawn(bot.state), policy: drawn(bot.policy, 8) }; // prettier-ignore
const crm = { facts: drawn(bot.intakeFacts), event: drawn(bot.loadingEvent, 48), state: drawn(bot.loading) };

function asked(facts: messaging.Facts, policy: messaging.Policy, now: number): readonly string[] {
  messaging.duties(facts, { policy });
  return decided(messaging.decide(facts, { policy }), now);
}

function loaded(facts: messaging.IntakeFacts, policy: messaging.Policy, now: number): readonly string[] {
  return decided(messaging.intake(facts, { clock: fixedClock(now), policy }), now);
}

function told(state: messaging.Conversation, event: messaging.Event, random: Random): readonly string[] {
  const policy = pick(random, chats.policy);
  const { state: next, status, code } = messaging.record(state, event, { policy });
  return [signOf(`${status} ${code}`), ...asked(next.facts, policy, 0)];
}

function toldOf(state: messaging.Loading, event: messaging.LoadingEvent, random: Random): readonly string[] {
  const policy = pick(random, chats.policy);
  const { state: next, status, code } = messaging.recordLoading(state, event, { policy });
  return [signOf(`${status} ${code}`), ...loaded(next.facts, policy, instantNear(event, random))];
}

const templates = ['case-3', 'closing', 'contact-request', 'capture-call', 'central-phone'] as const;

/** Under a policy from outside all messages can be written, whatever is put into them. */
function written(policy: messaging.Policy, random: Random): readonly string[] {
  const now = instantNear(policy, random);
  const context = { clock: fixedClock(now), policy };
  const data = { agent: pick(random, ['Ana', '{agent}', '$&', '']), department: '{', greeting: '$1' };
  const rules = templates.map((template) => messaging.message(template, data, context).rule);
  return [...rules, ...asked(pick(random, chats.facts), policy, now), ...loaded(pick(random, crm.facts), policy, now)];
}

/** The doors of `messaging`: conversations, the way into the CRM, and the policy with its templates. */
export const messagingDoors: readonly Door[] = [
  schemaDoor('messaging facts', messagingDoor.factsSchema, asJson(chats.facts), (facts, random) =>
    asked(facts, pick(random, chats.policy), 0),
  ),
  schemaDoor('messaging event', messagingDoor.eventSchema, asJson(chats.event), (event, random) =>
    told(pick(random, chats.state), event, random),
  ),
  schemaDoor('messaging state', messagingDoor.stateSchema, asJson(chats.state), (state, random) =>
    told(state, pick(random, chats.event), random),
  ),
  schemaDoor('messaging intake facts', messagingDoor.intakeFactsSchema, asJson(crm.facts), (facts, random) =>
    loaded(facts, pick(random, chats.policy), instantNear(facts, random)),
  ),
  schemaDoor('messaging loading event', messagingDoor.loadingEventSchema, asJson(crm.event), (event, random) =>
    toldOf(pick(random, crm.state), event, random),
  ),
  schemaDoor('messaging loading', messagingDoor.loadingSchema, asJson(crm.state), (state, random) =>
    toldOf(state, pick(random, crm.event), random),
  ),
  schemaDoor(
    'messaging policy',
    messagingDoor.policySchema,
    [
      ...choicesOf('messaging'),
      ...asJson(chats.policy.map(({ users, templates: texts, greetings }) => ({ users, templates: texts, greetings }))),
    ],
    written,
  ),
];

const portfolios = drawn(clients.portfolio, 12);
const teams = drawn(clients.team('wa-1', 'mail-1'), 12);
const contacts = drawn(clients.facts, 48);

function routed(
  contact: routing.Contact,
  context: { readonly portfolio: routing.Portfolio; readonly team: routing.Team; readonly policy?: routing.Policy },
): readonly string[] {
  return decided(routing.decide(contact, context), 0);
}

function worldOf(random: Random): { readonly portfolio: routing.Portfolio; readonly team: routing.Team } {
  return { portfolio: pick(random, portfolios), team: pick(random, teams) };
}

/** The doors of `routing`, but for its files. */
export const routingDoors: readonly Door[] = [
  schemaDoor('routing team', routingDoor.teamSchema, asJson(teams), (team, random) =>
    routed(pick(random, contacts), { ...worldOf(random), team }),
  ),
  schemaDoor('routing contact', routingDoor.contactSchema, asJson(contacts), (contact, random) =>
    routed(contact, worldOf(random)),
  ),
  schemaDoor('routing event', routingDoor.eventSchema, asJson(drawn(clients.event, 48)), (event) => [
    signOf(routing.record(routing.start(), event).status),
  ]),
  schemaDoor('routing state', routingDoor.stateSchema, asJson(drawn(clients.state)), (state, random) => [
    signOf(routing.record(state, pick(random, drawn(clients.event, 8))).status),
  ]),
  schemaDoor('routing configuration', routingDoor.configurationSchema, asJson(drawn(clients.configuration)), (one) => [
    signOf(routing.configure(one, { type: 'save', id: 'fuzz', at: 0 }).status),
  ]),
  schemaDoor(
    'routing configuration event',
    routingDoor.configurationEventSchema,
    asJson(drawn(clients.configurationEvent, 48)),
    (event) => [signOf(routing.configure(routing.newUser('ana'), event).status)],
  ),
  schemaDoor('routing portfolio', routingDoor.portfolioSchema, asJson(portfolios), (portfolio, random) => {
    const again = routing.fromLines(routing.lines(portfolio));
    if (!again.ok || JSON.stringify(again.value) !== JSON.stringify(portfolio))
      throw new Error('Lost on the way back.');
    return routed(pick(random, contacts), { ...worldOf(random), portfolio });
  }),
  schemaDoor('routing policy', routingDoor.policySchema, choicesOf('routing'), (policy, random) =>
    routed(pick(random, contacts), { ...worldOf(random), policy }),
  ),
];
