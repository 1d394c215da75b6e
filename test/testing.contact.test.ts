import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as contact from 'pauta/contact';
import { eventSchema, factsSchema, read, stateSchema } from 'pauta/contact/schema';
import { arbitraries, laws, type Law } from 'pauta/testing';
import { DAY } from './contact.arbitraries.js';
import { testLaws } from './laws-that-fail.js';

type Decide = typeof contact.decide;
type Record = typeof contact.record;

/** The library, but for the decision. */
function deciding(decide: Decide): readonly Law[] {
  return laws.contact(decide);
}

/** The library, but for what it says is due. */
function saying(other: (outcome: contact.Outcome, context: contact.Context) => contact.Outcome): readonly Law[] {
  return deciding((facts, context) => {
    const decision = contact.decide(facts, context);
    return { ...decision, outcome: other(decision.outcome, context) };
  });
}

/** The library, but for what becomes of an event. */
function recording(record: Record): readonly Law[] {
  return laws.contact(undefined, { record });
}

/** The library, but for the state that an event leads to. */
function keeping(other: (state: contact.Contact, before: contact.Contact) => contact.Contact): readonly Law[] {
  return recording((before, event, context) => {
    const recorded = contact.record(before, event, context);
    return { ...recorded, state: other(recorded.state, before) };
  });
}

const neverCalls = saying((outcome) => (outcome.action === 'call-now' ? { action: 'await-reply' } : outcome));
const callsAtOnce = saying((outcome) => (outcome.action === 'send-help-mail' ? { action: 'call-now' } : outcome));
const restsEveryOtherDay = saying((outcome, { clock }) =>
  Math.floor(clock.now() / DAY) % 2 === 0 ? outcome : { action: 'await-reply' },
);
const turnsTheWaitRound = saying((outcome, { clock }) =>
  outcome.action === 'wait' ? { ...outcome, until: 2 * clock.now() - outcome.until } : outcome,
);
const waitsLong = deciding((facts, context) =>
  contact.decide(facts, { ...context, policy: contact.policy({ longWait: { hours: 30 } }) }),
);
const hearsNobody = deciding((facts, context) => contact.decide({ ...facts, clientRepliesAt: [] }, context));
const forgetsCalls = deciding((facts, context) => contact.decide({ ...facts, calls: [] }, context));
const countsAtOnce = deciding((facts, context) => {
  const now = context.clock.now();
  const helpMailsAt = (facts.helpMailsAt ?? []).map((at) => Math.min(at, now));
  return contact.decide({ ...facts, helpMailsAt }, context);
});
const setsNoTimer = deciding((facts, context) => ({ ...contact.decide(facts, context), validUntil: null }));
const invents = deciding((facts, context) => ({
  ...contact.decide(facts, context),
  rule: 'contact/invented' as contact.RuleId,
}));
const writesOnFacts = deciding((facts, context) => contact.decide(Object.assign(facts, { since: null }), context));
const throwsWithoutATime = deciding((facts, context) => {
  if (Number.isNaN(context.clock.now())) throw new RangeError('What time is it?');
  return contact.decide(facts, context);
});

/** The library, but for the policy that a decision is asked under. */
function under(other: (policy: contact.Policy) => Partial<contact.Policy>): readonly Law[] {
  return deciding((facts, context) => {
    const policy = context.policy ?? contact.defaultPolicy;
    return contact.decide(facts, { ...context, policy: { ...policy, ...other(policy) } });
  });
}

/** The library, but for the facts that a decision looks at. */
function ignoring(fact: keyof contact.Facts): readonly Law[] {
  return deciding((facts, context) => contact.decide({ ...facts, [fact]: undefined }, context));
}

const { shortWait, longWait, exactlyThreeDays, tomorrowOverride, today, zone } = contact.defaultPolicy;
const waitsLonger = under((policy) => ({ shortWait: Number(policy.shortWait) + 1 }));
const waitsLess = under((policy) => ({ longWait: Number(policy.longWait) - 1 }));
const namesOneRule = deciding((facts, context) => ({
  ...contact.decide(facts, context),
  rule: 'contact/tomorrow-call',
}));
const recordsByOneRule = recording((...asked) => {
  const recorded = contact.record(...asked);
  return recorded.rule === undefined ? recorded : { ...recorded, rule: 'contact/tomorrow-call' };
});
const refusesNothing = recording((...asked) => {
  const recorded = contact.record(...asked);
  return recorded.status === 'refused' ? { ...recorded, status: 'no-effect' } : recorded;
});
const hearsLater = recording((state, event, context) => contact.record(state, { ...event, at: event.at + 1 }, context));

const refundsAnybody = recording((state, event, context) =>
  contact.record(state, event.type === 'client-answered' ? { ...event, refund: true } : event, context),
);
const entersAnyDate = recording((state, event, context) => {
  const recorded = contact.record(state, event, context);
  return event.type === 'date-changed' ? { ...recorded, status: 'applied' } : recorded;
});
const dropsWhatIsLate = recording((state, event, context) =>
  event.at < Math.max(...(state.facts.helpMailsAt ?? []))
    ? { state, status: 'late' }
    : contact.record(state, event, context),
);
const takesItAgain = recording((state, event, context) =>
  contact.record(state, state.seen.includes(event.id) ? { ...event, id: `${event.id} again` } : event, context),
);
const copies = keeping((state) => ({ ...state }));
const staysWhereItIs = keeping((state, { stage }) => ({ ...state, stage }));
const saysNeverByInfinity = keeping((state) => ({
  ...state,
  facts: { ...state.facts, readAt: state.facts.readAt ?? Infinity },
}));

describe('the laws of contact', () => {
  testLaws(laws.contact(), {
    'the day before the move begins with a call, whatever the hour, whatever was mailed, whoever was called before':
      neverCalls,
    'with two days to go or more, and no mail yet, it is the mail, and never a call': callsAtOnce,
    'the call falls due not before the mail, within 24 hours of it, and by the day before the move': waitsLong,
    'by time alone, a call that is due stays due until the move date has passed': restsEveryOtherDay,
    'with no mail sent, the whole of a local day has one answer, on days of 23 and of 25 hours too': restsEveryOtherDay,
    'where clocks never change, moving everything by whole days changes nothing': restsEveryOtherDay,
    'a nearer move never makes the call fall due later': turnsTheWaitRound,
    'a reply in time takes the call away, and no reply ever brings one': hearsNobody,
    'the call falls due exactly when the wait that was chosen is over: the short one near the move, the long one far from it':
      waitsLonger,
    'a move in exactly three days has the wait that was chosen, and its rule': under(() => ({ exactlyThreeDays })),
    'a wait is cut short by the day before the move, or runs on into it, as was chosen': under(() => ({
      tomorrowOverride,
    })),
    'a move of today is called about, or left to a person, as was chosen': under(() => ({ today })),
    'days begin in the zone of the move, or else in the one that was chosen': under(() => ({ zone })),
    'every decision names a rule that answers such a situation, and says what that rule says': namesOneRule,
    'each step that the client’s answer leads to is due until it is done, and then the next, with what it needs':
      ignoring('chatNoteAt'),
    'a no without a refund, and a yes with one, are said to be open': ignoring('answer'),
    'whatever becomes of an event, a step of the machine says so of its stage: status, code and rule': recordsByOneRule,
    'what was taken is kept with its own instant; of bounces, and of what was read, the latest': hearsLater,
    'an answered call is written down before anything else is due, and before the end is the end': forgetsCalls,
    'the help mail is from the sender, to exactly the client, with the MC in blind copy and nobody in copy':
      laws.contact(undefined, {
        helpMail: ({ move, client }, context) => contact.helpMail({ move, client: client.trim() }, context),
      }),
    'one of the two paragraphs is kept: the first exactly where a date is known': laws.contact(undefined, {
      alternative: (facts, context) => contact.alternative({ ...facts, availability: null }, context),
    }),
    'a refund is made only when it was asked for, and reversed only after the template': refundsAnybody,
    'an accepted date is entered only after the note in the chat, and the mover assigned only after the date':
      entersAnyDate,
    'validUntil: the same answer at every instant before it, another one at it': setsNoTimer,
    'what is dated ahead counts from its instant on, and not before': countsAtOnce,
    'leaves frozen facts, states, events and policies as they are': writesOnFacts,
    'never throws on what is well typed, however odd: it asks for the fact that is missing': throwsWithoutATime,
    'any facts get an answer that is plain JSON, by a rule that exists': invents,
    'takes mails, calls and replies in whatever order they are heard of': dropsWhatIsLate,
    'leaves the state as it was whenever it refuses or ignores, but for a mail too many, and says why': copies,
    'takes an event once, however often it is delivered': takesItAgain,
    'goes on from JSON as if it had not been stored': saysNeverByInfinity,
    'agrees with the facts: at each stage only what belongs to it is due': staysWhereItIs,
  });
});

const order =
  'each step that the client’s answer leads to is due until it is done, and then the next, with what it needs';
const waits =
  'the call falls due exactly when the wait that was chosen is over: the short one near the move, the long one far from it';
const steps = 'whatever becomes of an event, a step of the machine says so of its stage: status, code and rule';

describe('the laws of contact catch', () => {
  it.each([
    ['a long wait that is 1 ms shorter', waits, waitsLess],
    ['one and the same short wait', waits, under(() => ({ shortWait }))],
    ['one and the same long wait', waits, under(() => ({ longWait }))],
    ['steps that need no mover', order, ignoring('foundMp')],
    ['a template that is never sent', order, ignoring('refundMailAt')],
    ['steps that need no dates', order, ignoring('answer')],
    ['a refusal as something without effect', steps, refusesNothing],
  ])('%s', (_, name, broken) => {
    const law = broken.find((each) => each.name === name);
    expect(() => law?.check({ seed: 6 })).toThrow(/^Property failed/);
  });
});

describe('a port that leaves out what has not happened', () => {
  const isKnown = (column: unknown): boolean => column !== null && !(Array.isArray(column) && column.length === 0);
  const sparse = (state: contact.Contact): contact.Contact => {
    const facts = Object.fromEntries(Object.entries(state.facts).filter(([, column]) => isKnown(column)));
    return { ...state, facts: { moveDate: null, ...facts } };
  };
  const port = laws.contact(undefined, {
    start: (beginning) => sparse(contact.start(beginning)),
    record: (state, event, context) => {
      const recorded = contact.record(state, event, context);
      return recorded.state === state ? recorded : { ...recorded, state: sparse(recorded.state) };
    },
  });

  it.each(port)('is held to the law: $name', ({ check }) => {
    check({ numRuns: 100 });
  });
});

describe('what is drawn of contact', () => {
  const { event, events, facts, state } = arbitraries.contact;
  const sample = { numRuns: 2_000, seed: 6 };

  it('comes in at the door', () => {
    fc.assert(
      fc.property(facts, event, events, state, (columns, one, some, stored) => {
        expect(read(factsSchema, columns)).toEqual({ ok: true, value: columns });
        for (const each of [one, ...some]) expect(read(eventSchema, each)).toEqual({ ok: true, value: each });
        const text: unknown = JSON.parse(JSON.stringify(stored));
        expect(read(stateSchema, text)).toEqual({ ok: true, value: text });
      }),
      { numRuns: 200 },
    );
  });

  it('is of every type, and at every stage', () => {
    const { events: types, stages } = contact.flow;
    expect(new Set(fc.sample(event, sample).map(({ type }) => type))).toEqual(new Set(types));
    expect(new Set(fc.sample(events, sample).flatMap((some) => some.map(({ type }) => type)))).toEqual(new Set(types));
    expect(new Set(fc.sample(state, sample).map(({ stage }) => stage))).toEqual(new Set(stages));
  });
});
