import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as pending from 'pauta/pending';
import { eventSchema, read, stateSchema } from 'pauta/pending/schema';
import { arbitraries, laws, type Law } from 'pauta/testing';
import { fixedClock } from '../src/kernel/clock.js';
import { testLaws } from './laws-that-fail.js';
import { MINUTE } from './pending.arbitraries.js';

type Decide = typeof pending.decide;
type Record = typeof pending.record;

/** The library, but for the decision. */
function deciding(decide: Decide): readonly Law[] {
  return laws.pending(decide);
}

/** The library, but for what becomes of an event. */
function recording(record: Record): readonly Law[] {
  return laws.pending(undefined, { record });
}

/** The library under a policy that is another than the one asked for. */
function under(other: (policy: pending.Policy) => Partial<pending.Policy>): readonly Law[] {
  return deciding((facts, context) => {
    const policy = context.policy ?? pending.defaultPolicy;
    return pending.decide(facts, { ...context, policy: { ...policy, ...other(policy) } });
  });
}

function attending(decision: pending.PendingDecision): pending.PendingDecision {
  return { ...decision, outcome: { action: 'attend', reason: 'client-unanswered', waitingSince: null } };
}

function leaving(decision: pending.PendingDecision): pending.PendingDecision {
  return { ...decision, outcome: { action: 'none', reason: 'seller-last' } };
}

const attendsAll = deciding((facts, context) => attending(pending.decide(facts, context)));
const attendsNobody = deciding((facts, context) => leaving(pending.decide(facts, context)));
const takesTheAiForAnAnswer = deciding((facts, context) => {
  const decision = pending.decide(facts, context);
  return facts.lastMessage === 'ai' ? leaving(decision) : decision;
});
const asksLate = deciding((facts, context) =>
  pending.decide(facts, { ...context, clock: { now: () => context.clock.now() + 1 } }),
);
const givesUp = deciding((facts, context) => {
  const decision = pending.decide(facts, context);
  return context.clock.now() > (facts.waitingSince ?? Infinity) + 20 * MINUTE ? leaving(decision) : decision;
});
const livesByTheCalendar = deciding((facts, context) => {
  const decision = pending.decide(facts, context);
  return context.clock.now() % 2 === 0 ? decision : attending(decision);
});
const takesNoneForUnset = under(({ aiWindow }) => ({ aiWindow: aiWindow || pending.defaultPolicy.aiWindow }));
const turnsTheWindowRound = under(({ aiWindow }) => ({ aiWindow: 30 * MINUTE - Number(aiWindow) }));
const hasAWindowOfItsOwn = under(() => ({ aiWindow: 6 * MINUTE }));
const setsNoTimer = deciding((facts, context) => ({ ...pending.decide(facts, context), validUntil: null }));
const invents = deciding((facts, context) => ({
  ...pending.decide(facts, context),
  rule: 'pending/invented' as pending.RuleId,
}));
const writesOnFacts = deciding((facts, context) => pending.decide(Object.assign(facts, { seen: true }), context));

function overlooksOne(chats: Iterable<pending.Facts>, context: pending.Context): pending.Queue<pending.Facts> {
  const { waiting, validUntil } = pending.queue(chats, context);
  return { waiting: waiting.slice(1), validUntil };
}

const takesReadingForAnAnswer = recording((chat, event, context) =>
  ['opened', 'read', 'unread'].includes(event.type)
    ? pending.record(chat, { type: 'seller-message', id: event.id, at: event.at }, context)
    : pending.record(chat, event, context),
);
const neverForgetsAWait = recording((chat, event, context) => {
  const recorded = pending.record(chat, event, context);
  const waitingSince = chat.facts.waitingSince ?? recorded.state.facts.waitingSince;
  return { ...recorded, state: { ...recorded.state, facts: { ...recorded.state.facts, waitingSince } } };
});
const opensWhatIsResolvedTwice = recording((chat, event, context) => {
  const recorded = pending.record(chat, event, context);
  if (event.type !== 'mark-resolved' || !chat.facts.resolved) return recorded;
  return { ...recorded, state: { ...recorded.state, facts: { ...recorded.state.facts, resolved: false } } };
});
const dropsWhatIsLate = recording((chat, event, context) =>
  event.at < (chat.facts.lastMessageAt ?? -Infinity)
    ? { state: chat, status: 'late' }
    : pending.record(chat, event, context),
);
const countsAtOnce = recording((chat, event) => pending.record(chat, event));
const made = new WeakSet<pending.Chat>();
const knowsOnlyItsOwnObjects = recording((chat, event, context) => {
  const recorded = pending.record(made.has(chat) ? chat : pending.start(), event, context);
  made.add(recorded.state);
  return recorded;
});

const later = <Context extends pending.Context>(context: Context): Context => ({
  ...context,
  clock: { now: () => context.clock.now() + 1 },
});
const hasNoPolicy = deciding((facts, { clock }) => pending.decide(facts, { clock }));
const looksAt = (field: keyof pending.Policy): readonly Law[] =>
  under((policy) => ({ ...pending.defaultPolicy, [field]: policy[field] }));
const asksLateAndSaysSo = deciding((facts, context) => {
  const decision = pending.decide(facts, later(context));
  return { ...decision, validUntil: decision.validUntil && decision.validUntil - 1 };
});
const hasOneRule = deciding((facts, context) => ({
  ...pending.decide(facts, context),
  rule: 'pending/client-unanswered',
}));
const waitsLess = deciding((facts, context) => {
  const { outcome, ...decision } = pending.decide(facts, context);
  if (outcome.action === 'none' || outcome.waitingSince === null) return { ...decision, outcome };
  return { ...decision, outcome: { ...outcome, waitingSince: outcome.waitingSince + 1 } };
});
const servesTheLastFirst = laws.pending(undefined, {
  queue: ((chats: Iterable<pending.Facts>, context: pending.QueueContext<pending.Facts>) => {
    const { waiting, ...queue } = pending.queue(chats, context);
    return { ...queue, waiting: waiting.toReversed() };
  }) as typeof pending.queue,
});
const hasNoPriority = laws.pending(undefined, {
  queue: ((chats: Iterable<pending.Facts>, { clock, policy }: Required<pending.Context>) =>
    pending.queue(chats, { clock, policy })) as typeof pending.queue,
});
const servesNobody = laws.pending(undefined, {
  goal: (counts) => {
    const { outcome, ...decision } = pending.goal(counts);
    return { ...decision, outcome: { ...outcome, served: !outcome.served } };
  },
});
const letsGoOfNothing = laws.pending(undefined, { compact: (chat) => chat });
const saysNotWhy = recording((chat, event, context) => {
  const { status, state, rule } = pending.record(chat, event, context);
  return { status, state, ...(rule && { rule }) };
});
const namesAnotherRule = recording((chat, event, context) => {
  const recorded = pending.record(chat, event, context);
  return recorded.rule === undefined ? recorded : { ...recorded, rule: 'pending/summary' };
});
const ignoresWhatItShouldRefuse = recording((chat, event, context) => {
  const recorded = pending.record(chat, event, context);
  return recorded.status === 'refused' ? { ...recorded, status: 'no-effect' } : recorded;
});

function answered(stage: pending.Stage): pending.Stage {
  return stage === 'RESOLVED' ? 'ANSWERED' : stage;
}

const choosesTheWindow =
  'the window begins with the process or with the last message, as the company chooses, and never before the AI is on';
const choosesTheExempt =
  'within the window an AI that is on exempts the chats that the company chooses: all, those where it wrote last, none';
const findsTheEnd = 'whoever is asked: in the last millisecond of the window nobody waits, in the next the chat does';
const tellsTheFate =
  'each event is told its fate: kept, passed over or refused, with the code and the rule that the manual has for it';
const keepsTheOrder =
  'the queue says of each chat what is said of it alone; whoever has waited longest comes first, priority before all';
const hasReasons = 'each reason has a rule and a condition of its own: those of the situation seen';

describe('the laws of pending', () => {
  testLaws(laws.pending(), {
    'reading never changes the answer': takesReadingForAnAnswer,
    'a seller who wrote last, with no action flagged since, leaves nothing pending': attendsAll,
    'what was resolved stays so, whatever the time, until somebody but the AI writes, or an action is flagged':
      attendsAll,
    'a client who wrote after every seller message and resolve is pending where the AI is off': attendsNobody,
    'an answer of the AI is no answer: appended, it never turns pending into not pending': takesTheAiForAnAnswer,
    'a seller who writes now settles it; a client who writes now, with the AI off, opens it': attendsNobody,
    'what came before the last settling event does not matter': neverForgetsAWait,
    'resolving twice is resolving once, by the button or by the menu': opensWhatIsResolvedTwice,
    'a chat is in one condition, and answered is neither pending nor resolved': laws.pending(undefined, {
      stageOf: () => 'ANSWERED',
    }),
    'the predicate says of every chat what the decision says': laws.pending(undefined, { isPending: () => false }),
    'the queue holds exactly the chats of which the predicate is true': laws.pending(undefined, {
      queue: overlooksOne as typeof pending.queue,
    }),
    'with the AI on, pending is what has been open for more than the window': hasAWindowOfItsOwn,
    'at exactly the window it is not pending, one millisecond later it is': asksLate,
    'by time alone, what is not pending may become so once, and never back': givesUp,
    'shifting the whole log and the clock alike changes nothing': livesByTheCalendar,
    'a longer window never makes a chat pending': turnsTheWindowRound,
    'with a window of nothing, an AI that is on makes no difference one millisecond after the process began':
      takesNoneForUnset,
    'pendingSince is the beginning of the unbroken stretch that ends now': laws.pending(undefined, {
      pendingSince: ({ waitingSince }) => waitingSince,
    }),
    [findsTheEnd]: asksLateAndSaysSo,
    [choosesTheWindow]: looksAt('aiWindow'),
    [choosesTheExempt]: looksAt('measureFrom'),
    [hasReasons]: hasOneRule,
    'whoever waits has waited since the first message that nobody settled': waitsLess,
    [keepsTheOrder]: servesTheLastFirst,
    'the goal is reached where nobody waits and nothing is left to quote; all are served where nobody waits':
      servesNobody,
    'validUntil: the same answer at every instant before it, another one at it': setsNoTimer,
    'any facts get an answer that is plain JSON, by a rule that exists': invents,
    'leaves frozen facts, states, events and policies as they are': writesOnFacts,
    'the order of delivery does not matter': dropsWhatIsLate,
    'a stored chat goes on as if it had not been stored': knowsOnlyItsOwnObjects,
    'an event dated ahead counts from its instant on': countsAtOnce,
    [tellsTheFate]: saysNotWhy,
    'a chat let go of its past is the same chat, goes on alike, and refuses what is older': letsGoOfNothing,
  });
});

describe('the laws of pending catch, too', () => {
  const asking = (others: Parameters<typeof laws.pending>[1]): readonly Law[] => laws.pending(undefined, others);
  it.each<[string, string, readonly Law[]]>([
    ['a predicate that asks late', findsTheEnd, asking({ isPending: (f, c) => pending.isPending(f, later(c)) })],
    ['a stage that is asked late', findsTheEnd, asking({ stageOf: (f, c) => pending.stageOf(f, later(c)) })],
    ['a wait that is asked late', findsTheEnd, asking({ pendingSince: (f, c) => pending.pendingSince(f, later(c)) })],
    ['a policy that is not looked at', findsTheEnd, hasNoPolicy],
    ['a window of its own', choosesTheWindow, looksAt('measureFrom')],
    ['a wait of a millisecond less', keepsTheOrder, waitsLess],
    ['a priority that is not looked at', keepsTheOrder, hasNoPriority],
    ['resolved taken for answered', hasReasons, asking({ stageOf: (f, c) => answered(pending.stageOf(f, c)) })],
    ['another rule', tellsTheFate, namesAnotherRule],
    ['a refusal that is told as no effect', tellsTheFate, ignoresWhatItShouldRefuse],
  ])('%s', (_, name, theirs) => {
    const law = theirs.find((each) => each.name === name);
    expect(() => law?.check({ seed: 1 })).toThrow(/^Property failed/);
  });
});

describe('what is drawn of pending', () => {
  const { event, events, facts, instant, policy, state } = arbitraries.pending;
  const sampleOf = <Drawn>(drawn: fc.Arbitrary<Drawn>): readonly Drawn[] =>
    fc.sample(drawn, { numRuns: 1_000, seed: 1 });

  it('is taken at the door', () => {
    for (const each of sampleOf(event)) expect(read(eventSchema, each).ok).toBe(true);
    for (const each of sampleOf(state)) expect(read(stateSchema, each).ok).toBe(true);
  });

  it('is in order, with an id and an instant of its own for each event', () => {
    for (const all of sampleOf(events)) {
      const instants = all.map(({ at }) => at);
      expect(instants).toEqual([...new Set(instants)].toSorted((a, b) => a - b));
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    }
  });

  it('comes to every outcome, and to every stage', () => {
    const answers = sampleOf(fc.tuple(facts, instant, policy)).map(([columns, now, chosen]) =>
      pending.decide(columns, { clock: fixedClock(now), policy: chosen }),
    );
    expect(new Set(answers.map(({ outcome }) => outcome.reason)).size).toBe(8);
    expect(answers.some(({ validUntil }) => validUntil !== null)).toBe(true);
    const stages = sampleOf(fc.tuple(state, instant)).map(([chat, now]) =>
      pending.stageOf(chat.facts, { clock: fixedClock(now) }),
    );
    expect(new Set(stages)).toEqual(new Set(['EMPTY', 'AI_PROCESS', 'PENDING', 'ANSWERED', 'RESOLVED']));
  });
});
