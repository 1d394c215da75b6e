import { isDeepStrictEqual } from 'node:util';
import * as ladder from '../../src/ladder/index.js';
import * as messaging from '../../src/messaging/index.js';
import * as pending from '../../src/pending/index.js';
import * as requirement from '../../src/requirement/index.js';
import * as routing from '../../src/routing/index.js';
import { anyContact } from './contacts.js';
import { context, edgeChat, typicalChat, type Asked as AskedPending } from './chats.js';
import { edgeMessaging, sweep, typicalChat as typicalConversation } from './conversations.js';
import {
  pendingAnswer,
  pendingFacts,
  pendingRules,
  requirementAnswer,
  requirementFacts,
  requirementRules,
} from './engine-rules.js';
import { enRouteByHand } from './en-route-by-hand.js';
import { jsonRulesEngine, zenEngine } from './engines.js';
import { recordByHand, startByHand, winnerByHand } from './ladder-by-hand.js';
import { recordInMachine, recordInStore, startInMachine, startInStore } from './ladder-hosts.js';
import {
  agendaByHand,
  classificationByHand,
  closingByHand,
  decideByHand as decideMessagingByHand,
  departmentByHand,
  hookingByHand,
  intakeByHand,
  monitoringByHand,
  supportByHand,
} from './messaging-by-hand.js';
import { decideByHand as decideLadderByHand } from './next-step-by-hand.js';
import { decideByHand as decidePendingByHand, isPendingByHand } from './pending-by-hand.js';
import { queueByHand } from './queue-by-hand.js';
import { mulberry32, type Random } from './random.js';
import { decideByHand as decideRequirementByHand } from './requirement-by-hand.js';
import { decideByHand as decideRoutingByHand } from './routing-by-hand.js';
import { edgeRequirement, typicalRequirement, type Asked as AskedRequirement } from './requirements.js';
import {
  edgeLadder,
  edgeStory,
  interMove,
  manual,
  typicalJob,
  typicalLadder,
  typicalStory,
  type Story,
} from './searches.js';

const INPUTS = 10_000;

/** Half of them typical, half with every instant at an edge. */
function inputs<Asked>(
  seed: number,
  typical: (random: Random, number: number) => Asked,
  edge: (random: Random) => Asked,
): readonly Asked[] {
  const random = mulberry32(seed);
  return Array.from({ length: INPUTS }, (_, number) => (number % 2 === 0 ? typical(random, number / 2) : edge(random)));
}

/** What was found equal, for the report. */
export interface Agreement {
  readonly inputs: number;
  readonly pendingRows: number;
  readonly requirementRows: number;
  readonly filingRows: number;
  readonly ladderRows: number;
  readonly offerRows: number;
  readonly routingRows: number;
  /** Of the first floor of `messaging`, and of all the tables of its further questions. */
  readonly messagingRows: number;
  readonly questionRows: number;
  /** Searches folded event by event. */
  readonly stories: number;
  readonly steps: number;
}

/**
 * Two things that answer differently cannot be compared for speed. Throws at the first difference,
 * and where some row of a table was not exercised.
 */
export async function agree(): Promise<Agreement> {
  const pendingRows = await agreeOnPending();
  return {
    inputs: INPUTS,
    pendingRows,
    ...(await agreeOnRequirement()),
    ...agreeOnLadder(),
    routingRows: agreeOnRouting(),
    ...agreeOnMessaging(),
    ...agreeOnSearches(),
  };
}

async function agreeOnPending(): Promise<number> {
  const asked = inputs<AskedPending>(1, (random) => ({ facts: typicalChat(random), context }), edgeChat);
  const engines = { 'json-rules-engine': jsonRulesEngine(pendingRules), 'zen-engine': zenEngine(pendingRules) };
  const rows = new Set<unknown>();
  for (const { facts, context } of asked) {
    const ours = pending.decide(facts, context);
    rows.add(pending.table.row(addressOf(pending.table, ours.situation)));
    const byHand = decidePendingByHand(facts, context);
    same('pending.decide by hand', facts, ours, byHand);
    const isPending = pending.isPending(facts, context);
    same('pending.isPending', facts, isPending, ours.outcome.action === 'attend');
    same('pending.isPending by hand', facts, isPending, isPendingByHand(facts, context));
    const queued = pending.queue([facts], context);
    same('pending.queue by hand', facts, queued, queueByHand([facts], context));
    for (const [name, ask] of Object.entries(engines)) {
      same(`pending, ${name}`, facts, pendingAnswer(ours), await ask(pendingFacts(byHand.situation)));
    }
  }
  const chats = asked.map(({ facts }) => facts);
  same('pending.queue by hand, all', context, pending.queue(chats, context), queueByHand(chats, context));
  return exercised('pending', pending.table.rows, rows);
}

async function agreeOnRequirement(): Promise<Pick<Agreement, 'requirementRows' | 'filingRows'>> {
  const asked = inputs<AskedRequirement>(2, typicalRequirement, edgeRequirement);
  const engines = { 'json-rules-engine': jsonRulesEngine(requirementRules), 'zen-engine': zenEngine(requirementRules) };
  const rows = new Set<unknown>();
  const filingRows = new Set<unknown>();
  for (const { facts, context } of asked) {
    const ours = requirement.decide(facts, context);
    rows.add(requirement.table.row(addressOf(requirement.table, ours.situation)));
    if ('product' in ours.situation)
      filingRows.add(requirement.filingTable.row(addressOf(requirement.filingTable, ours.situation)));
    const byHand = decideRequirementByHand(facts, context);
    same('requirement.decide by hand', { facts, context, at: context.clock.now() }, ours, byHand);
    const { meterFiling } = context.policy ?? requirement.defaultPolicy;
    const classified = requirementFacts(byHand.situation, facts.product ?? 'unknown', meterFiling);
    for (const [name, ask] of Object.entries(engines)) {
      same(`requirement, ${name}`, facts, requirementAnswer(ours), await ask(classified));
    }
  }
  return {
    requirementRows: exercised('requirement', requirement.table.rows, rows),
    filingRows: exercised('requirement, filing', requirement.filingTable.rows, filingRows),
  };
}

function agreeOnLadder(): Pick<Agreement, 'ladderRows' | 'offerRows'> {
  const rows = new Set<unknown>();
  const offerRows = new Set<unknown>();
  for (const { facts, context } of inputs(10, typicalLadder, edgeLadder)) {
    const ours = ladder.decide(facts, context);
    rows.add(ladder.table.row(addressOf(ladder.table, ours.situation)));
    if ('offer' in ours.situation) offerRows.add(ladder.offerTable.row(addressOf(ladder.offerTable, ours.situation)));
    same('ladder.decide by hand', { facts, context }, ours, decideLadderByHand(facts, context));
  }
  const random = mulberry32(11);
  const jobs = Array.from({ length: INPUTS }, () => typicalJob(random));
  for (const policy of [ladder.policy(), ladder.policy({ matchMode: 'chain' })]) {
    const ours = ladder.enRouteMovers(interMove, jobs, { policy });
    same('ladder.enRouteMovers by hand', policy, ours, enRouteByHand(interMove, jobs, policy));
  }
  return {
    ladderRows: exercised('ladder', ladder.table.rows, rows),
    offerRows: exercised('ladder, offer', ladder.offerTable.rows, offerRows),
  };
}

function agreeOnRouting(): number {
  const random = mulberry32(13);
  const rows = new Set<unknown>();
  for (let input = 0; input < INPUTS; input++) {
    const { contact, context, world } = anyContact(random);
    const ours = routing.decide(contact, context);
    rows.add(routing.table.row(addressOf(routing.table, ours.situation)));
    same('routing.decide by hand', { contact, team: context.team }, ours, decideRoutingByHand(contact, world));
  }
  return exercised('routing', routing.table.rows, rows);
}

/** Every question of the room on the same random input, and a sweep over typical conversations. */
export function agreeOnMessaging(): Pick<Agreement, 'messagingRows' | 'questionRows'> {
  const random = mulberry32(14);
  const rows = new Set<unknown>();
  const reach = (table: AnyTable, situation: object): void => {
    const address = addressOf(table, situation);
    for (const row of table.hit === 'collect' ? table.matching(address) : [table.row(address)]) rows.add(row);
  };
  for (let input = 0; input < INPUTS; input++) {
    const asked = edgeMessaging(random);
    const { policy, context, facts } = asked;
    const ours = messaging.decide(facts, context);
    same('messaging.decide by hand', asked, ours, decideMessagingByHand(facts, policy));
    reach(messaging.table, ours.situation);
    if (ours.situation.case !== undefined) reach(messaging.caseTable, ours.situation.case);
    const intake = messaging.intake(asked.intake, context);
    same('messaging.intake by hand', asked, intake, intakeByHand(asked.intake, policy, context.clock.now()));
    reach(messaging.intakeTable, intake.situation);
    if ('progress' in intake.situation) reach(messaging.automationTable, intake.situation);
    if ('survey' in intake.situation) reach(messaging.fallbackTable, intake.situation);
    const { closing, judgement, topic, hooked, support, owners } = asked;
    const timeless = [
      [messaging.classificationTable, messaging.classification(facts, context), classificationByHand(facts, policy)],
      [messaging.closingTable, messaging.closing(closing, context), closingByHand(closing, policy)],
      [messaging.monitoringTable, messaging.monitoring(judgement, context), monitoringByHand(judgement, policy)],
      [messaging.departmentTable, messaging.department(topic, context), departmentByHand(topic, owners)],
      [messaging.hookTable, messaging.hooking(hooked, context), hookingByHand(hooked, policy)],
      [messaging.supportTable, messaging.support(support), supportByHand(support)],
    ] as const;
    for (const [table, mine, byHand] of timeless) {
      same(`${table.name} by hand`, asked, mine, byHand);
      reach(table, mine.situation);
    }
    const agenda = messaging.agenda([asked], { ...sweep, policy });
    same('messaging.agenda by hand', asked, agenda, agendaByHand([asked], policy, sweep));
  }
  const chats = Array.from({ length: INPUTS }, (_, number) => typicalConversation(random, number));
  same(
    'messaging.agenda by hand, all',
    'typical conversations',
    messaging.agenda(chats, sweep),
    agendaByHand(chats, messaging.defaultPolicy, sweep),
  );
  const further = [
    messaging.caseTable,
    messaging.intakeTable,
    messaging.automationTable,
    messaging.fallbackTable,
    messaging.classificationTable,
    messaging.closingTable,
    messaging.monitoringTable,
    messaging.departmentTable,
    messaging.hookTable,
    messaging.supportTable,
  ];
  return {
    messagingRows: exercised('messaging', messaging.table.rows, rows),
    questionRows: further.reduce((sum, { name, rows: each }) => sum + exercised(name, each, rows), 0),
  };
}

/** So many searches, of so many events each. */
const STORIES = 1_600;
const EVENTS = 60;

function agreeOnSearches(): Pick<Agreement, 'stories' | 'steps'> {
  const random = mulberry32(12);
  const taken = new Set<unknown>();
  for (let story = 0; story < STORIES; story++) {
    agreeOnSearch((story % 2 === 0 ? typicalStory : edgeStory)(random, story, EVENTS), taken);
  }
  return { stories: STORIES, steps: exercised('ladder, steps', ladder.flow.steps, taken) };
}

/** After every event: what became of it, the stage, the winner and all else that is kept. */
function agreeOnSearch({ beginning, events, policy }: Story, taken: Set<unknown>): void {
  let ours = ladder.start(beginning);
  let byHand = startByHand(beginning);
  let stored = startInStore(byHand);
  let held = startInMachine(byHand);
  let at = beginning.searchingSince;
  for (const [index, event] of events.entries()) {
    if (Number.isFinite(event.at)) at = event.at;
    const asked = { beginning, policy, events: events.slice(0, index + 1).reverse() };
    const recorded = ladder.record(ours, event, { policy });
    const hand = recordByHand(byHand, event, policy);
    const { state: _, rule: __, ...became } = recorded;
    const { state: ___, ...becameByHand } = hand;
    same('ladder.record by hand', asked, became, becameByHand);
    for (const step of stepsTaken(ours.stage, event, recorded)) taken.add(step);
    ours = recorded.state;
    byHand = hand.state;
    same('ladder.record by hand, winner', asked, winnerOf(ours, at), winnerByHand(byHand.confirmations, at));
    same('ladder.record by hand, state', asked, flat(ours), byHand);
    // The two libraries are hosts of the rules by hand, under the manual's own policy.
    if (policy !== manual) continue;
    stored = recordInStore(stored, event);
    same('ladder.record in @xstate/store', asked, byHand, stored.context);
    held = recordInMachine(held, event);
    same(
      'ladder.record in xstate',
      asked,
      { stage: byHand.stage, state: byHand },
      { stage: held.value, state: held.context },
    );
  }
}

/** The step of the machine that an event took, told by what became of it; a few cannot be told apart. */
function stepsTaken(
  from: ladder.Stage,
  { type }: ladder.SearchEvent,
  { state, status, code, rule }: ladder.LadderRecorded,
): readonly unknown[] {
  return ladder.flow.steps.filter((step) => {
    if (step.rule !== rule || ![step.from].flat().includes(from) || ![step.on].flat().includes(type)) return false;
    if (status === 'refused') return 'refuse' in step && step.refuse === code;
    if (status === 'no-effect') return 'ignore' in step && step.ignore === code;
    if (status === 'late') return 'late' in step;
    return 'to' in step ? step.to === state.stage : 'stay' in step && from === state.stage;
  });
}

function winnerOf({ facts, failed }: ladder.Search, at: number): string | null {
  const { outcome } = ladder.winner(facts.replies ?? [], { clock: { now: () => at } }, failed);
  return outcome.action === 'choose' ? outcome.mp : null;
}

/** Our state with its facts beside the rest, as the one by hand has them. */
function flat({ version: _, facts, ...rest }: ladder.Search): unknown {
  return { ...rest, ...facts };
}

type AnyTable = Addresses &
  (
    | { readonly hit: 'collect'; readonly matching: (address: number) => readonly unknown[] }
    | { readonly hit: 'unique' | 'first'; readonly row: (address: number) => unknown }
  );

type Addresses = { readonly at: Readonly<Record<string, Readonly<Record<string, number>>>> };

function addressOf({ at }: Addresses, situation: object): number {
  return Object.entries<string>(situation as Record<string, string>).reduce(
    (sum, [fact, value]) => sum + (at[fact]?.[value] ?? 0),
    0,
  );
}

function exercised(name: string, rows: readonly unknown[], seen: ReadonlySet<unknown>): number {
  const missed = rows.filter((row) => !seen.has(row));
  if (missed.length > 0) throw new Error(`${name}: no input reached ${JSON.stringify(missed)}.`);
  return rows.length;
}

export function same(what: string, input: unknown, ours: unknown, theirs: unknown): void {
  if (isDeepStrictEqual(ours, theirs)) return;
  const lines = [
    `ours:   ${JSON.stringify(ours)}`,
    `theirs: ${JSON.stringify(theirs)}`,
    `input:  ${JSON.stringify(input)}`,
  ];
  throw new Error(
    `Different answers, so nothing is measured (${what}).\n${lines.map((line) => line.slice(0, 2_000)).join('\n')}`,
  );
}
