import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as requirement from 'pauta/requirement';
import { eventSchema, factsSchema, read, stateSchema } from 'pauta/requirement/schema';
import { endOfDate } from '../src/kernel/calendar.js';
import { fixedClock } from '../src/kernel/clock.js';
import { boundsOf } from '../src/testing/requirement/days.js';
import { arbitraries, laws, type Law } from 'pauta/testing';
import { testLaws } from './laws-that-fail.js';

type Decide = typeof requirement.decide;
type Record = typeof requirement.record;

/** The library, but for the decision. */
function deciding(decide: Decide): readonly Law[] {
  return laws.requirement(decide);
}

/** The library, but for what it does. */
function answering(other: (outcome: requirement.Outcome) => object): readonly Law[] {
  return deciding((facts, context) => {
    const decision = requirement.decide(facts, context);
    return { ...decision, outcome: other(decision.outcome) as requirement.Outcome };
  });
}

/** The library, but for what it makes of the facts. */
function seeing(other: (facts: requirement.Facts) => requirement.Facts): readonly Law[] {
  return deciding((facts, context) => requirement.decide(other(facts), context));
}

/** The library under a policy that is not quite the one asked for. */
function under(choices: Partial<requirement.Policy>): readonly Law[] {
  return deciding((facts, context) =>
    requirement.decide(facts, { ...context, policy: { ...(context.policy ?? requirement.defaultPolicy), ...choices } }),
  );
}

/** The library, but for what becomes of an event. */
function recording(record: Record): readonly Law[] {
  return laws.requirement(undefined, { record });
}

const hasANinthCase = answering((outcome) =>
  'case' in outcome && outcome.case === 8 ? { ...outcome, case: 9 } : outcome,
);
const forbidsNothing = answering((outcome) =>
  outcome.action === 'escalate-supervisor' ? { action: outcome.action, case: outcome.case } : outcome,
);
const createsWhatItShouldRead = answering((outcome) =>
  outcome.action === 'read-answer' ? { ...outcome, subject: 'disagreement' } : outcome,
);
const seesNoInsistence = seeing((facts) => ({ ...facts, insistences: [] }));
const seesTheLastInsistence = seeing((facts) => ({ ...facts, insistences: facts.insistences?.slice(-1) ?? [] }));
const seesNoAnswer = seeing(({ initial, ...facts }) => ({
  ...facts,
  initial: initial && { ...initial, answered: false },
}));
const takesBottledForSettled = seeing((facts) =>
  facts.product === 'bottled' ? { ...facts, client: 'satisfied' } : facts,
);
const believesWhoeverIsSatisfied = seeing((facts) =>
  facts.client === 'satisfied' ? { ...facts, initial: null } : facts,
);
const takesTheLastDayForOver = under({ deadlineInclusive: false });
const livesElsewhere = under({ zone: 'Atlantic/Azores' });
const livesByTheCalendar = deciding((facts, context) =>
  requirement.decide(context.clock.now() % 2 === 0 ? facts : { ...facts, initial: null }, context),
);
const setsNoTimer = deciding((facts, context) => ({ ...requirement.decide(facts, context), validUntil: null }));
const invents = deciding((facts, context) => ({
  ...requirement.decide(facts, context),
  rule: 'requirement/invented' as requirement.RuleId,
}));
const sortsInPlace = deciding((facts, context) => {
  (facts.insistences as requirement.Insistence[]).sort();
  return requirement.decide(facts, context);
});

const copiesWhatItRefuses = recording((state, event, context) => {
  const recorded = requirement.record(state, event, context);
  return { ...recorded, state: { ...recorded.state } };
});
const keepsNoIds = recording((state, event, context) => {
  const recorded = requirement.record(state, event, context);
  return { ...recorded, state: { ...recorded.state, seen: [] } };
});
const learnsNothing = recording((state, event, context) => {
  const recorded = requirement.record(state, event, context);
  return { ...recorded, state: { ...recorded.state, facts: state.facts } };
});
const opensWhatIsClosed = recording((state, event, context) =>
  requirement.record(state.stage === 'CLOSED' ? requirement.start() : state, event, context),
);
const made = new WeakSet<requirement.Requirement>();
const knowsOnlyItsOwnObjects = recording((state, event, context) => {
  const recorded = requirement.record(made.has(state) ? state : requirement.start('bulk'), event, context);
  made.add(recorded.state);
  return recorded;
});

const hasOneRule = deciding((facts, context) => ({
  ...requirement.decide(facts, context),
  rule: 'requirement/case-1',
}));
const thinksNobodyKnows = seeing((facts) => ({ ...facts, client: 'unaware' }));
const hasNoPolicy = deciding((facts, { clock }) => requirement.decide(facts, { clock }));
const isEarly = deciding((facts, context) => {
  const decision = requirement.decide(facts, { ...context, clock: { now: () => context.clock.now() + 1 } });
  return { ...decision, validUntil: decision.validUntil && decision.validUntil - 1 };
});
const namesOneRule = laws.requirement(undefined, {
  typify: (ticket, context) => ({ ...requirement.typify(ticket, context), rule: 'requirement/cc-may-create' }),
});
const namesOneRuleOfChannels = laws.requirement(undefined, {
  channel: (text, context) => ({ ...requirement.channel(text, context), rule: 'requirement/collections-channels' }),
});
const withoutChannels = laws.requirement(undefined, { channel: (text) => requirement.channel(text) });
const recordsWithoutPolicy = recording((state, event) => requirement.record(state, event));
const namesAnotherRule = recording((state, event, context) => {
  const recorded = requirement.record(state, event, context);
  return recorded.rule === undefined ? recorded : { ...recorded, rule: 'requirement/case-1' };
});
const ignoresWhatItShouldRefuse = recording((state, event, context) => {
  const recorded = requirement.record(state, event, context);
  return recorded.status === 'refused' ? { ...recorded, status: 'no-effect' } : recorded;
});
const saysAnotherWhy = recording((state, event, context) => {
  const recorded = requirement.record(state, event, context);
  return recorded.code === undefined ? recorded : { ...recorded, code: 'closed' };
});

describe('the laws of requirement', () => {
  testLaws(laws.requirement(), {
    'every combination has exactly one of the eight cases or a named gap': hasANinthCase,
    '6, 7 and 8 escalate and forbid a further requirement, and nothing else does': forbidsNothing,
    '1, 2 and 5 neither create nor suggest a ticket': createsWhatItShouldRead,
    'with an insistence it is never 1 to 4, and without one never 5 to 8': seesNoInsistence,
    'it is 7 exactly where some insistence is unanswered and out of its own term': takesTheLastDayForOver,
    'the product changes only who files in 3 and 4, never the case': takesBottledForSettled,
    'the stance matters only where the initial and the last ticket are answered': believesWhoeverIsSatisfied,
    'the clock moves 1 to 3, 5 to 7 and both-open to 7, and nothing else': livesByTheCalendar,
    'an answer to the initial turns 1 and 3 into 2, 4 or nothing, both-open into 5, 6 into 8 or a gap, and leaves 7':
      seesNoAnswer,
    'the order of the insistences does not matter': seesTheLastInsistence,
    'the same local date gives the same answer, on days of 23 and of 25 hours too': livesElsewhere,
    'the maximum date itself is in term, or is not, as the company chooses: to the millisecond': isEarly,
    'the maximum date is a day of the zone that the company names': hasNoPolicy,
    'an insistence on a requirement is taken from the first instant out of its term, as the company reads it':
      recordsWithoutPolicy,
    'a complaint of a late answer counts as an insistence, or does not, as the company chooses': hasNoPolicy,
    'in 3 and 4 who files for meter customers is as the company chooses; for all others the contact centre files':
      hasNoPolicy,
    'a collections ticket says what the company chooses, and for a contact in person names the channel that it chooses':
      laws.requirement(undefined, { typify: (ticket) => requirement.typify(ticket) }),
    'where all is answered the case is what the client makes of the answer; nothing said, they do not know of it':
      thinksNobodyKnows,
    'each case is decided by its own rule, each gap by the one that leaves it open: that of the situation seen':
      hasOneRule,
    'each ticket, and each channel, is answered by the rule of the situation seen': namesOneRule,
    'an event is taken, refused or ignored as the machine has it: the stage, the code and the rule': namesAnotherRule,
    'a collections ticket says the same whatever comes in, by one of three channels, never in person': laws.requirement(
      undefined,
      {
        typify: (ticket, context) => {
          const decision = requirement.typify(ticket, context);
          const { outcome } = decision;
          if (outcome.action !== 'typify') return decision;
          return {
            ...decision,
            outcome: { ...outcome, ticket: { ...outcome.ticket, channel: ticket.channel as never } },
          };
        },
      },
    ),
    'a subject outside the six is refused, and the five that are only in images are never invented': laws.requirement(
      undefined,
      { typify: ({ channel }, context) => requirement.typify({ subject: 'Gestión de cobranza', channel }, context) },
    ),
    'the channel of a channel is that channel, and letter case does not matter': laws.requirement(undefined, {
      channel: (text, context) =>
        text === 'Redes sociales' ? requirement.channel('Presencial', context) : requirement.channel(text, context),
    }),
    'validUntil: the same answer at every instant before it, another one at it': setsNoTimer,
    'any facts get an answer that is plain JSON, by a rule that exists': invents,
    'leaves frozen facts, states, events and policies as they are': sortsInPlace,
    'leaves the state as it was whenever it refuses or ignores, and says why': copiesWhatItRefuses,
    'takes an event once, however often it is delivered': keepsNoIds,
    'goes on from JSON as if it had not been stored': knowsOnlyItsOwnObjects,
    'once closed stays closed, and once escalated is not escalated again': opensWhatIsClosed,
    'agrees with the facts: the stage says what is answered and what is open': learnsNothing,
  });
});

describe('the laws of requirement catch, too', () => {
  it.each<[string, string, readonly Law[]]>([
    ['a maximum date that is always in term', 'the maximum date itself is in term', hasNoPolicy],
    ['a millisecond too many, in another zone', 'the maximum date is a day of the zone', isEarly],
    ['a channel of its own for contacts in person', 'a collections ticket says what the company', withoutChannels],
    ['one rule for every channel', 'each ticket, and each channel', namesOneRuleOfChannels],
    ['a refusal that is told as no effect', 'an event is taken, refused or ignored', ignoresWhatItShouldRefuse],
    ['one code for all that is refused', 'an event is taken, refused or ignored', saysAnotherWhy],
  ])('%s', (_, beginning, theirs) => {
    const law = theirs.find(({ name }) => name.startsWith(beginning));
    expect(() => law?.check({ seed: 1 })).toThrow(/^Property failed/);
  });
});

describe('the days written by hand', () => {
  const { civilDate } = arbitraries.requirement;
  const days = [...new Set(fc.sample(civilDate, 200))];

  it('are all that are drawn, and those of the calendar', () => {
    expect(days.length).toBe(8);
    for (const date of days) expect(boundsOf(date)[1]).toBe(endOfDate(date, 'America/Santiago'));
  });
});

describe('what is drawn of requirement', () => {
  const { event, facts, instant, policy, state } = arbitraries.requirement;
  const sampleOf = <Drawn>(drawn: fc.Arbitrary<Drawn>): readonly Drawn[] =>
    fc.sample(drawn, { numRuns: 1_000, seed: 1 });

  it('is taken at the door', () => {
    for (const each of sampleOf(facts)) expect(read(factsSchema, each).ok).toBe(true);
    for (const each of sampleOf(event)) expect(read(eventSchema, each).ok).toBe(true);
    for (const each of sampleOf(state)) expect(read(stateSchema, each).ok).toBe(true);
  });

  it('comes to every stage, to every case and to every gap', () => {
    expect(new Set(sampleOf(state).map(({ stage }) => stage))).toEqual(new Set(requirement.flow.stages));
    const answers = sampleOf(fc.tuple(facts, instant, policy)).map(([known, now, chosen]) => {
      const { outcome } = requirement.decide(known, { clock: fixedClock(now), policy: chosen });
      return outcome.action === 'not-covered' ? outcome.gap : outcome.case;
    });
    const gaps: readonly requirement.Gap[] = [
      'both-open-insistence-in-term',
      'deadline-unknown',
      'insistence-answer-unknown-to-client',
      'insistence-kind-not-covered',
      'no-initial-requirement',
      'nothing-to-do',
      'product-unknown',
    ];
    expect(new Set(answers)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, ...gaps]));
  });
});
