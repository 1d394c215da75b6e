import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as ladder from 'pauta/ladder';
import { eventSchema, read, stateSchema } from 'pauta/ladder/schema';
import { arbitraries, laws, type Law } from 'pauta/testing';
import { HOUR } from './ladder.arbitraries.js';
import { testLaws } from './laws-that-fail.js';

type Decide = typeof ladder.decide;
type Record = typeof ladder.record;

/** The library, but for the decision. */
function deciding(decide: Decide): readonly Law[] {
  return laws.ladder(decide);
}

/** The library, but for what it says is due. */
function saying(other: (outcome: ladder.Outcome, facts: ladder.Facts, context: ladder.Context) => ladder.Outcome) {
  return deciding((facts, context) => {
    const decision = ladder.decide(facts, context);
    return { ...decision, outcome: other(decision.outcome, facts, context) };
  });
}

/** The library, but for what becomes of an event. */
function recording(record: Record): readonly Law[] {
  return laws.ladder(undefined, { record });
}

/** The library, but for the state that an event leads to. */
function keeping(other: (state: ladder.Search, before: ladder.Search, event: ladder.Event) => ladder.Search) {
  return recording((search, event, context) => {
    const recorded = ladder.record(search, event, context);
    return { ...recorded, state: other(recorded.state, search, event) };
  });
}

const waiting: ladder.Outcome = { action: 'wait', for: 'lists', until: 0 };
const neverWaits = saying((outcome) => (outcome.action === 'wait' ? { action: 'resend-to-mps' } : outcome));
const givesUp = saying((outcome, { searchingSince }, { clock }) =>
  clock.now() > searchingSince + 8 * HOUR ? waiting : outcome,
);
const livesByTheCalendar = saying((outcome, _, { clock }) => (clock.now() % 2 === 0 ? outcome : waiting));
const contactsAnyway = saying((outcome) =>
  outcome.action === 'hold' || outcome.action === 'need-fact'
    ? { action: 'contact-client', availability: [] }
    : outcome,
);
const sendsTheListsAtOnce = deciding((facts, context) =>
  ladder.decide(facts, { ...context, policy: ladder.policy({ resendWait: { hours: 0 } }) }),
);
const looksForAnotherAlways = deciding((facts, context) => ladder.decide({ ...facts, assignedAt: null }, context));
const setsNoTimer = deciding((facts, context) => ({ ...ladder.decide(facts, context), validUntil: null }));
const writesOnFacts = deciding((facts, context) => ladder.decide(Object.assign(facts, { begins: 'search' }), context));
const invents = deciding((facts, context) => ({
  ...ladder.decide(facts, context),
  rule: 'ladder/invented' as ladder.RuleId,
}));
const throwsWithoutATime = deciding((facts, context) => {
  if (Number.isNaN(context.clock.now())) throw new RangeError('What time is it?');
  return ladder.decide(facts, context);
});

/** The library, but for the policy that a decision is asked under. */
function under(other: (policy: ladder.Policy) => Partial<ladder.Policy>): Decide {
  return (facts, context) => {
    const policy = context.policy ?? ladder.defaultPolicy;
    return ladder.decide(facts, { ...context, policy: { ...policy, ...other(policy) } });
  };
}

/** The library, but for the facts that a decision looks at. */
function ignoring(fact: keyof ladder.Facts): readonly Law[] {
  return deciding((facts, context) => ladder.decide({ ...facts, [fact]: undefined }, context));
}

const namesOneRule = deciding((facts, context) => ({ ...ladder.decide(facts, context), rule: 'ladder/scope' }));
const hasNoChoice = deciding((facts, { clock }) => ladder.decide(facts, { clock }));
const searchesLonger = deciding(under(({ searchThreshold }) => ({ searchThreshold: Number(searchThreshold) + 1 })));
const waitsLonger = deciding(under(({ resendWait }) => ({ resendWait: Number(resendWait) + 1 })));
const takesListsEarly = recording((search, event, context) => {
  const policy = context?.policy ?? ladder.defaultPolicy;
  return ladder.record(search, event, { policy: { ...policy, resendWait: Number(policy.resendWait) - 1 } });
});
const takesResendsLate = recording((search, event, context) => {
  const policy = context?.policy ?? ladder.defaultPolicy;
  return ladder.record(search, event, { policy: { ...policy, searchThreshold: Number(policy.searchThreshold) + 1 } });
});
const saysALaterEnd = saying((outcome) =>
  outcome.action === 'wait' && outcome.until !== null ? { ...outcome, until: outcome.until + 1 } : outcome,
);
const namesAnotherMover = saying((outcome) => ('mp' in outcome ? { ...outcome, mp: `${outcome.mp}+1` } : outcome));
const forgetsTheContact = recording((search, event, context) =>
  ladder.record({ ...search, facts: { ...search.facts, contactedBefore: false } }, event, context),
);
const recordsByOneRule = recording((...asked) => {
  const recorded = ladder.record(...asked);
  return recorded.rule === undefined ? recorded : { ...recorded, rule: 'ladder/scope' };
});
const refusesNothing = recording((...asked) => {
  const recorded = ladder.record(...asked);
  return recorded.status === 'refused' ? { ...recorded, status: 'no-effect' } : recorded;
});

const neverResends = recording((search, event, context) =>
  event.type === 'resend-done'
    ? { state: search, status: 'refused', code: 'too-early' }
    : ladder.record(search, event, context),
);
const tellsAnybody = recording((search, event, context) => {
  const recorded = ladder.record(search, event, context);
  return event.type === 'mp-notified' ? { ...recorded, status: 'applied' } : recorded;
});
const dropsWhatIsLate = recording((search, event, context) =>
  event.at < (search.facts.replies?.at(-1)?.at ?? -Infinity)
    ? { state: search, status: 'late' }
    : ladder.record(search, event, context),
);
const knowsNoEventAgain = recording((search, event, context) =>
  ladder.record(search, { ...event, id: `${event.id}, ${search.seen.length}` }, context),
);
const losesDates = recording((search, event, context) =>
  ladder.record(search, event.type === 'mp-refused' ? { ...event, availability: null } : event, context),
);
const copies = keeping((state) => ({ ...state }));
const forgetsTheLists = keeping((state) => ({ ...state, facts: { ...state.facts, listsSentAt: null } }));
const countsNoRounds = keeping((state) => ({ ...state, round: 1 }));
const countsWhoWasReachedAgain = keeping((state, { reached }, event) =>
  event.type === 'lists-sent' ? { ...state, reached: [...reached, ...event.mps] } : state,
);
const carriesOver = keeping((state, { round, reached }) =>
  state.round === round ? state : { ...state, reached: [...reached, 'a'] },
);
const reopens = keeping((state, { stage }) => (stage === 'CANCELLED' ? { ...state, stage: 'SEARCHING' } : state));
const neverRests = recording((search, event, context) =>
  event.type === 'paused' || event.type === 'resumed'
    ? { state: search, status: 'no-effect', code: 'not-paused' }
    : ladder.record(search, event, context),
);
const restsOnce = recording((search, event, context) =>
  event.type === 'paused' && (search.facts.pauses ?? []).length > 0
    ? { state: search, status: 'applied' }
    : ladder.record(search, event, context),
);
const saysNeverByInfinity = keeping((state) => ({
  ...state,
  facts: { ...state.facts, priceReportedAt: state.facts.priceReportedAt ?? Infinity },
}));

describe('the laws of ladder', () => {
  testLaws(laws.ladder(), {
    'in the first round nothing but waiting is due for two hours': neverWaits,
    'the lists are never due without a re-send, nor less than an hour after it': sendsTheListsAtOnce,
    'in any history: re-send, then lists, then the search by zones, then the client, and no earlier in time':
      forgetsTheLists,
    'no step of the inter search is taken, or due, for a service that is not inter': laws.ladder(undefined, {
      start: (beginning) => ladder.start({ ...beginning, category: 'inter' }),
    }),
    'a mover is told only after the offer, and once that mover is shown as winner with the chat enabled': tellsAnybody,
    'a round has at most one mover to whom the move is assigned': countsNoRounds,
    'the client is contacted only with all that applies exhausted, and within the window': contactsAnyway,
    'once assigned or cancelled, nothing is due at any later instant': looksForAnotherAlways,
    'shifting all instants and the clock alike shifts the answer, and the zone is irrelevant': livesByTheCalendar,
    'with nothing new recorded, what is due does not turn into waiting again': givesUp,
    'the order in which answers are delivered does not change the winner': laws.ladder(undefined, {
      winner: (replies, ...rest) =>
        ladder.winner(
          replies.map((reply, at) => ({ ...reply, at })),
          ...rest,
        ),
    }),
    'the order in which answers are delivered does not change who stands, nor who is to be offered the job':
      dropsWhatIsLate,
    'refusals and later confirmations by others, and a yes repeated, do not change the winner': laws.ladder(undefined, {
      winner: (replies, ...rest) =>
        ladder.winner(
          replies.map((reply) => ({ ...reply, at: -reply.at })),
          ...rest,
        ),
    }),
    'a refusal by the winner moves on to the next in order, and so does an offer that failed': laws.ladder(undefined, {
      winner: (replies, context) => ladder.winner(replies, context),
    }),
    'refusals for the price are reported exactly from the second distinct mover on, and once a round': laws.ladder(
      undefined,
      { priceReport: (replies, context) => ladder.priceReport(replies, context) },
    ),
    'a report that was made is not due again in its round': laws.ladder(undefined, {
      duties: (facts, context) => ladder.duties({ ...facts, priceReportedAt: null }, context),
    }),
    'swapping the ends of both moves keeps a candidate: what went out comes back': laws.ladder(undefined, {
      fitOf: (move, job, context) => ladder.fitOf({ ...move, origin: '' }, job, context),
    }),
    'a wider range of dates never loses a candidate': laws.ladder(undefined, {
      enRouteMovers: (move, jobs, context) => ladder.enRouteMovers({ ...move, dateTo: move.dateFrom }, jobs, context),
    }),
    'movers under way are named once each, by their best job, chains first and then by date': laws.ladder(undefined, {
      enRouteMovers: (...asked) => ladder.enRouteMovers(...asked).toReversed(),
    }),
    'a broadcast reaches each mover that fits once, and nobody who was reached before': laws.ladder(undefined, {
      broadcast: (service, movers) => ladder.broadcast(service, movers),
    }),
    'what was sent in a round counts each mover once': countsWhoWasReachedAgain,
    'the re-send is due, and taken, strictly after the time of search that was chosen': searchesLonger,
    'the lists are due, and taken, from the very instant at which the wait that was chosen is over': waitsLonger,
    'the date of a move is over when its day is, in its own zone, or else in the one that was chosen': hasNoChoice,
    'on new dates the search begins at once, with the step that was chosen, and whether it found anybody is told to the client':
      ignoring('begins'),
    'what the client decides is taken at any stage of any later round, and before they were contacted at none':
      forgetsTheContact,
    'refusals for the price are reported from as many movers on as were chosen': laws.ladder(undefined, {
      priceReport: (replies, { clock }, reportedAt) => ladder.priceReport(replies, { clock }, reportedAt),
    }),
    'a job that shares but one end fits where either end was chosen, and not where a chain was': laws.ladder(
      undefined,
      { fitOf: (move, job) => ladder.fitOf(move, job) },
    ),
    'every decision names a rule that answers such a situation, and says what that rule says': namesOneRule,
    'what is due carries what the facts say: whose turn it is, who has the job, and every date that a mover gave':
      ignoring('availability'),
    'who refuses is asked why; for the date, when; and what is known already is kept, not asked': laws.ladder(
      undefined,
      { onRefusal: ({ reason }) => ladder.onRefusal({ reason: reason ?? null }) },
    ),
    'whatever becomes of an event, a step of the machine says so of its stage: status, code and rule': recordsByOneRule,
    'validUntil of the next step: the same answer at every instant before it, another one at it': setsNoTimer,
    'validUntil of the winner, of the report of prices, and of what is open beside the next step': laws.ladder(
      undefined,
      { duties: (facts, context) => ({ ...ladder.duties(facts, context), validUntil: null }) },
    ),
    'leaves frozen facts, states, events, replies and policies as they are': writesOnFacts,
    'answers whatever is well typed: instants that are no numbers, empty texts, unknown dates and zones':
      throwsWithoutATime,
    'any facts get an answer that is plain JSON, by a rule that exists': invents,
    'an event delivered twice, at once or at the end, is delivered once': knowsNoEventAgain,
    'leaves the state as it was whenever it refuses or ignores, and says why': copies,
    'goes on from JSON as if it had not been stored': saysNeverByInfinity,
    'takes whatever the decision says is due, as soon as it is': neverResends,
    'comes to an end, or to the client, when what is due is done and nobody answers': neverResends,
    'keeps nothing of a round that is over but the dates that movers gave': carriesOver,
    'keeps every date that a mover gave, that of the mover who drops out too': losesDates,
    'once closed stays closed': reopens,
    'a search that rests for a while goes on as the same search, so much later': ignoring('pauses'),
    'as long as a search is paused no wait of it ends, and what was due stays due': neverRests,
    'a pause begins and ends once, in its order, and only while nobody has the job': restsOnce,
  });
});

const search = 'the re-send is due, and taken, strictly after the time of search that was chosen';
const lists = 'the lists are due, and taken, from the very instant at which the wait that was chosen is over';
const data =
  'what is due carries what the facts say: whose turn it is, who has the job, and every date that a mover gave';
const steps = 'whatever becomes of an event, a step of the machine says so of its stage: status, code and rule';

describe('the laws of ladder catch', () => {
  it.each([
    ['a time of search that nobody chose', search, hasNoChoice],
    ['a re-send that is taken 1 ms late', search, takesResendsLate],
    ['the end of a wait that is said to be 1 ms later', search, saysALaterEnd],
    ['a wait that nobody chose', lists, hasNoChoice],
    ['lists that are taken 1 ms early', lists, takesListsEarly],
    ['another mover than the one whose turn it is', data, namesAnotherMover],
    ['a refusal as something without effect', steps, refusesNothing],
  ])('%s', (_, name, broken) => {
    const law = broken.find((each) => each.name === name);
    expect(() => law?.check({ seed: 6 })).toThrow(/^Property failed/);
  });
});

describe('a port that leaves out what has not happened', () => {
  const isKnown = (column: unknown): boolean => column !== null && !(Array.isArray(column) && column.length === 0);
  const sparse = (state: ladder.Search): ladder.Search => {
    const facts = Object.fromEntries(Object.entries(state.facts).filter(([, column]) => isKnown(column)));
    return { ...state, facts: facts as unknown as ladder.Facts };
  };
  const port = laws.ladder(undefined, {
    start: (beginning) => sparse(ladder.start(beginning)),
    record: (search, event, context) => {
      const recorded = ladder.record(search, event, context);
      return recorded.state === search ? recorded : { ...recorded, state: sparse(recorded.state) };
    },
  });

  it.each(port)('is held to the law: $name', ({ check }) => {
    check({ numRuns: 100 });
  });
});

describe('what is drawn of ladder', () => {
  const { event, events, state } = arbitraries.ladder;
  const sample = { numRuns: 2_000, seed: 6 };

  it('comes in at the door', () => {
    fc.assert(
      fc.property(event, events, state, (one, some, stored) => {
        for (const each of [one, ...some]) expect(read(eventSchema, each)).toEqual({ ok: true, value: each });
        const text: unknown = JSON.parse(JSON.stringify(stored));
        expect(read(stateSchema, text)).toEqual({ ok: true, value: text });
      }),
      { numRuns: 200 },
    );
  });

  it('is of every type, and at every stage', () => {
    const { events: types, stages } = ladder.flow;
    expect(new Set(fc.sample(event, sample).map(({ type }) => type))).toEqual(new Set([...types, 'paused', 'resumed']));
    expect(new Set(fc.sample(events, sample).flatMap((some) => some.map(({ type }) => type)))).toEqual(new Set(types));
    expect(new Set(fc.sample(state, sample).map(({ stage }) => stage))).toEqual(new Set(stages));
  });
});
