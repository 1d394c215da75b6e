import { fixedClock } from '../../src/kernel/clock.js';
import * as pending from '../../src/pending/index.js';
import * as requirement from '../../src/requirement/index.js';
import { context, NOW, typicalChat } from './chats.js';
import { pendingFacts, pendingRules, requirementFacts, requirementRules, type EngineFacts } from './engine-rules.js';
import { jsonRulesEngine, zenEngine, type Ask } from './engines.js';
import { compare, type Measured, type Side } from './pairs.js';
import { decideByHand as decidePendingByHand, isPendingByHand } from './pending-by-hand.js';
import { queueByHand } from './queue-by-hand.js';
import { mulberry32 } from './random.js';
import { decideByHand as decideRequirementByHand } from './requirement-by-hand.js';
import { typicalRequirement } from './requirements.js';
import { sink } from './sink.js';

/**
 * Six for each of the 90 situations of `requirement`, and as many chats. Few enough to stay in the cache:
 * of many more, the time to fetch them would hide what the code costs.
 */
export const INPUTS = 540;
/** How often a batch goes through them, so that it lasts about a millisecond. */
const TIMES = 40;
const CALLS = INPUTS * TIMES;
const MANY = { rounds: 60, warmUps: 15, batches: 11 };

const random = mulberry32(3);
const chats = Array.from({ length: INPUTS }, () => typicalChat(random));
const requirements = Array.from({ length: INPUTS }, (_, number) => typicalRequirement(random, number));

/*
 * Each batch has a loop of its own, written out: one loop that is handed the function to call would be
 * shared by all, and the compiler would inline nothing into it.
 */
const isPendingOurs: Side = {
  calls: CALLS,
  batch() {
    let pendings = 0;
    for (let time = 0; time < TIMES; time++)
      for (const facts of chats) if (pending.isPending(facts, context)) pendings++;
    sink.seen = pendings;
  },
};
const isPendingHand: Side = {
  calls: CALLS,
  batch() {
    let pendings = 0;
    for (let time = 0; time < TIMES; time++) for (const facts of chats) if (isPendingByHand(facts, context)) pendings++;
    sink.seen = pendings;
  },
};
const pendingOurs: Side = {
  calls: CALLS,
  batch() {
    for (let time = 0; time < TIMES; time++) for (const facts of chats) sink.seen = pending.decide(facts, context);
  },
};
const pendingHand: Side = {
  calls: CALLS,
  batch() {
    for (let time = 0; time < TIMES; time++) for (const facts of chats) sink.seen = decidePendingByHand(facts, context);
  },
};
const requirementOurs: Side = {
  calls: CALLS,
  batch() {
    for (let time = 0; time < TIMES; time++)
      for (const { facts, context } of requirements) sink.seen = requirement.decide(facts, context);
  },
};
const requirementHand: Side = {
  calls: CALLS,
  batch() {
    for (let time = 0; time < TIMES; time++)
      for (const { facts, context } of requirements) sink.seen = decideRequirementByHand(facts, context);
  },
};

export async function isPendingPair(): Promise<Measured> {
  return compare({ ours: isPendingOurs, baseline: isPendingHand, ...MANY });
}

export async function pendingPair(): Promise<Measured> {
  return compare({ ours: pendingOurs, baseline: pendingHand, ...MANY });
}

export async function requirementPair(): Promise<Measured> {
  return compare({ ours: requirementOurs, baseline: requirementHand, ...MANY });
}

/** An engine's calls are so slow that a batch has far fewer of them. */
const ASKED = 200;
const FEW = { rounds: 15, warmUps: 2, batches: 1 };

function engineSide(ask: Ask, asked: readonly EngineFacts[]): Side {
  return {
    calls: asked.length,
    async batch() {
      for (const facts of asked) sink.seen = await ask(facts);
    },
  };
}

export async function pendingEnginePairs(): Promise<{ readonly jsonRules: Measured; readonly zen: Measured }> {
  const asked = chats.slice(0, ASKED).map((facts) => pendingFacts(decidePendingByHand(facts, context).situation));
  const against = (ask: Ask): Promise<Measured> =>
    compare({ ours: pendingOurs, baseline: engineSide(ask, asked), ...FEW });
  return { jsonRules: await against(jsonRulesEngine(pendingRules)), zen: await against(zenEngine(pendingRules)) };
}

export async function requirementEnginePairs(): Promise<{ readonly jsonRules: Measured; readonly zen: Measured }> {
  const asked = requirements.slice(0, ASKED).map(({ facts, context }) => {
    const { meterFiling } = context.policy ?? requirement.defaultPolicy;
    return requirementFacts(decideRequirementByHand(facts, context).situation, facts.product ?? 'unknown', meterFiling);
  });
  const against = (ask: Ask): Promise<Measured> =>
    compare({ ours: requirementOurs, baseline: engineSide(ask, asked), ...FEW });
  return {
    jsonRules: await against(jsonRulesEngine(requirementRules)),
    zen: await against(zenEngine(requirementRules)),
  };
}

export const QUEUED = 1_000_000;

/** Gives the share that is pending, too. One call is one sweep over all chats. */
export async function queuePair(): Promise<{ readonly measured: Measured; readonly share: number }> {
  const random = mulberry32(4);
  const many = Array.from({ length: QUEUED }, () => typicalChat(random));
  const sweep = { clock: fixedClock(NOW), policy: pending.policy() };
  const ours: Side = {
    calls: 1,
    batch() {
      sink.seen = pending.queue(many, sweep);
    },
  };
  const baseline: Side = {
    calls: 1,
    batch() {
      sink.seen = queueByHand(many, sweep);
    },
  };
  const share = pending.queue(many, sweep).waiting.length / QUEUED;
  const measured = await compare({ ours, baseline, rounds: 7, warmUps: 1, batches: 1, collecting: true });
  sink.seen = null;
  return { measured, share };
}
