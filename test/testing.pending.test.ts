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
const turnsTheWindowRound = under(({ aiWindow }) => ({ aiWindow: 30 * MINUTE - aiWindow }));
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
    'validUntil: the same answer at every instant before it, another one at it': setsNoTimer,
    'any facts get an answer that is plain JSON, by a rule that exists': invents,
    'leaves frozen facts, states, events and policies as they are': writesOnFacts,
    'the order of delivery does not matter': dropsWhatIsLate,
    'a stored chat goes on as if it had not been stored': knowsOnlyItsOwnObjects,
    'an event dated ahead counts from its instant on': countsAtOnce,
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
