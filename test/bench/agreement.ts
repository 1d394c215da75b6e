import { isDeepStrictEqual } from 'node:util';
import * as pending from '../../src/pending/index.js';
import * as requirement from '../../src/requirement/index.js';
import { context, edgeChat, typicalChat, type Asked as AskedPending } from './chats.js';
import {
  pendingAnswer,
  pendingFacts,
  pendingRules,
  requirementAnswer,
  requirementFacts,
  requirementRules,
} from './engine-rules.js';
import { jsonRulesEngine, zenEngine } from './engines.js';
import { decideByHand as decidePendingByHand, isPendingByHand } from './pending-by-hand.js';
import { queueByHand } from './queue-by-hand.js';
import { mulberry32, type Random } from './random.js';
import { decideByHand as decideRequirementByHand } from './requirement-by-hand.js';
import { edgeRequirement, typicalRequirement, type Asked as AskedRequirement } from './requirements.js';

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
}

/**
 * Two things that answer differently cannot be compared for speed. Throws at the first difference,
 * and where some row of a table was not exercised.
 */
export async function agree(): Promise<Agreement> {
  const pendingRows = await agreeOnPending();
  return { inputs: INPUTS, pendingRows, ...(await agreeOnRequirement()) };
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
