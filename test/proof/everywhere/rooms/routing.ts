import fc from 'fast-check';
import { routing } from 'pauta';
import { phonesIn } from 'pauta/routing/phones';
import * as doors from 'pauta/routing/schema';
import { arbitraries } from 'pauta/testing';
import type { Chance } from '../chance.js';
import { knock } from '../doors.js';
import type { Ledger } from '../ledger.js';
import { roundOf, some } from './room.js';
import { upload, type Uploading } from './uploads.js';

const { client, configurationEvents, events, facts, kind, misfit, policy, portfolio, row, rows, spelling, team } =
  arbitraries.routing;

const accounts = ['wa-1', 'mail-1', '__proto__'] as const;

const ofKind = kind.chain((one) =>
  fc.record({
    kind: fc.constant(one),
    rows: rows(one),
    repeated: fc.array(row(one), { maxLength: 4 }),
    written: client(one).chain((whole) => spelling(whole, one)),
    misfit: misfit(one),
  }),
);

const scene = fc.record({
  policy,
  uploads: some(ofKind, 2),
  portfolio,
  team: team('wa-1', 'mail-1'),
  contacts: some(facts, 24),
  events: some(events, 3),
  changes: some(configurationEvents, 3),
  text: fc.string({ maxLength: 60 }),
});

type Scene = typeof scene extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** One country's numbers, and none's. */
const countries = [null, null, phonesIn('CL'), phonesIn('AR'), phonesIn('VE')];

/** What is asked of `routing`: all of it. */
export const routingRound = roundOf(scene, async (ledger, drawn, chance) => {
  const { portfolio: held, ...plain } = drawn;
  ledger.drawn([plain, [...routing.lines(held)]]);
  const chosen = { ...drawn.policy, phones: chance.of(countries) };
  askContacts(ledger, drawn, held, chosen, chance);
  let state = held;
  for (const one of drawn.uploads) {
    const account = one.kind === 'whatsapp' ? 'wa-1' : 'mail-1';
    const clients = chance.once(2) ? one.rows : [...one.rows, ...one.repeated];
    const misfits = chance.once(6) ? [{ client: one.misfit, main: 'ana' }] : [];
    const told: Uploading = {
      account,
      kind: one.kind,
      rows: [...clients, ...misfits],
      policy: chosen,
      team: drawn.team,
    };
    state = await upload(ledger, told, state, chance);
    askTexts(ledger, one, drawn.text, chosen);
  }
  askContacts(ledger, drawn, state, chosen, chance);
  askStored(ledger, state, chance);
  askSteps(ledger, drawn, chance);
});

function askContacts(
  ledger: Ledger,
  { contacts, team: people }: Scene,
  held: routing.Portfolio,
  chosen: routing.Policy,
  chance: Chance,
): void {
  const clients = accounts.flatMap((account) =>
    [...routing.assignments(held, account)].map(({ client: from }) => ({ account, from })),
  );
  for (const contact of [...contacts, ...clients]) {
    ledger.decided('decide', routing.decide(contact, { portfolio: held, team: people, policy: chosen }));
    if (chance.once(24)) knock(ledger, chance, 'contact', doors.contactSchema, contact);
  }
  for (const id of [...Object.keys(people), 'nobody']) {
    const as = chance.of(['main', 'backup', 'supervisor'] as const);
    ledger.answered('whyNot', routing.whyNot(people, id, { as, account: chance.of(accounts), policy: chosen }));
  }
  knock(ledger, chance, 'team', doors.teamSchema, people);
}

function askTexts(
  ledger: Ledger,
  { kind: of, written, misfit: none }: Scene['uploads'][number],
  text: string,
  chosen: routing.Policy,
): void {
  for (const one of [written, none, text]) {
    const spelt = routing.normalised(one, of, chosen);
    ledger.answered('normalised', spelt);
    if (spelt === null) ledger.answered('faultOf', routing.faultOf(one, of, chosen));
    else if (of === 'whatsapp') ledger.answered('otherSpelling', routing.otherSpelling(spelt));
  }
}

function askStored(ledger: Ledger, held: routing.Portfolio, chance: Chance): void {
  const lines = [...routing.lines(held)];
  const cut = lines.filter(() => !chance.once(12));
  ledger.answered('lines', lines);
  for (const [name, texts] of [
    ['whole', lines],
    ['cut', cut],
  ] as const) {
    const restored = routing.fromLines(texts);
    ledger.answered(`fromLines, ${name}`, restored.ok ? [...routing.lines(restored.value)] : restored);
  }
  for (const account of accounts) {
    const clients = [...routing.assignments(held, account)].map(({ client: one }) => one);
    ledger.answered('kindOf', routing.kindOf(held, account));
    ledger.answered('find', routing.find(held, account, chance.of([...clients, 'nobody'])));
    const fewer = routing.without(held, account, clients.slice(0, 2));
    ledger.answered('without', [...routing.lines(fewer)]);
  }
}

function askSteps(ledger: Ledger, drawn: Scene, chance: Chance): void {
  for (const told of drawn.events) {
    let state = routing.start();
    for (const event of told) {
      const recorded = routing.record(state, event);
      ledger.recorded('record', recorded);
      state = recorded.state;
      if (chance.once(24)) knock(ledger, chance, 'event', doors.eventSchema, event);
    }
    ledger.answered('state', state);
    knock(ledger, chance, 'state', doors.stateSchema, state);
  }
  for (const told of drawn.changes) {
    let user = routing.newUser('ana', chance.once(2) ? drawn.policy : undefined);
    for (const event of told) {
      const recorded = routing.configure(user, event);
      ledger.recorded('configure', recorded);
      user = recorded.state;
      if (chance.once(24)) knock(ledger, chance, 'configuration event', doors.configurationEventSchema, event);
    }
    ledger.answered('agentOf', routing.agentOf(user, { connected: chance.once(2), available: chance.once(2) }));
    ledger.answered('configuration', user);
    knock(ledger, chance, 'configuration', doors.configurationSchema, user);
  }
  const choices = { country: chance.of(['CL', 'XX', null]), delimiters: [chance.of([',', ';', '|'])] };
  knock(ledger, chance, 'policy', doors.policySchema, choices);
}
