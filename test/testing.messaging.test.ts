import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as messaging from 'pauta/messaging';
import * as door from 'pauta/messaging/schema';
import { arbitraries, laws, type Law } from 'pauta/testing';
import { testLaws } from './laws-that-fail.js';

type Others = NonNullable<Parameters<typeof laws.messaging>[1]>;
type Intake = typeof messaging.intake;
type Record = typeof messaging.record;
type RecordLoading = typeof messaging.recordLoading;

const HOUR = 3_600_000;
const { around } = arbitraries.messaging;

/** The library, but for some of its functions. */
function but(others: Others): readonly Law[] {
  return laws.messaging(undefined, others);
}

/** The library, but for the policy under which it is asked. */
function under(policy: messaging.Policy | undefined, other: Partial<messaging.Policy>): messaging.Policy {
  return { ...(policy ?? messaging.defaultPolicy), ...other };
}

/** The library, but for the facts and the context that `intake` looks at. */
function asking(other: (...asked: Parameters<Intake>) => Partial<messaging.IntakeFacts & messaging.Context>): Others {
  return {
    intake: (facts, context) => {
      const changed = other(facts, context);
      return messaging.intake({ ...facts, ...changed }, { ...context, ...changed });
    },
  };
}

/** The library, but for the event that is recorded. */
function hearing(other: (event: messaging.Event, before: messaging.Conversation) => messaging.Event): Others {
  return { record: (before, event, context) => messaging.record(before, other(event, before), context) };
}

/** The library, but for the conversation that is kept. */
function keeping(other: (state: messaging.Conversation, before: messaging.Conversation) => object): Others {
  const record: Record = (before, event, context) => {
    const recorded = messaging.record(before, event, context);
    return { ...recorded, state: { ...recorded.state, ...other(recorded.state, before) } };
  };
  return { record };
}

/** The library, but for the way into the CRM that is kept. */
function keepingTheWay(other: (state: messaging.Loading, before: messaging.Loading) => object): Others {
  const recordLoading: RecordLoading = (before, event, context) => {
    const recorded = messaging.recordLoading(before, event, context);
    return { ...recorded, state: { ...recorded.state, ...other(recorded.state, before) } };
  };
  return { recordLoading };
}

function isLongAgo(at: number | null | undefined): boolean {
  return at != null && at < around - 10 * 24 * HOUR;
}

const staysWhereItIs = keeping((_, { stage }) => ({ stage }));
const staysWhereItIsOnTheWay = keepingTheWay((_, { stage }) => ({ stage }));
const notesEveryDelivery = keeping(({ seen }) => ({ seen: [...seen, 'again'] }));
const notesEveryDeliveryOnTheWay = keepingTheWay(({ seen }) => ({ seen: [...seen, 'again'] }));
const forgetsWhatWasWritten = keepingTheWay(() => ({ wroteAt: [] }));
const keepsWhatIsNoJson = keeping(({ facts }) => ({ facts: { ...facts, closedOutAt: -Infinity } }));
const keepsWhatIsNoJsonOnTheWay = keepingTheWay(({ facts }) => ({ facts: { ...facts, surveySentAt: Infinity } }));

const letsAnybodyClose = hearing((event, { facts }) =>
  'by' in event ? { ...event, by: facts.agent ?? event.by } : event,
);
const letsTheBlindTakeOver = hearing((event, { facts }) =>
  event.type === 'taken-over' || event.type === 'given-back'
    ? { ...event, after: facts.lastMessage?.ids.at(-1) ?? null }
    : event,
);
const letsTheBlindReactivate = hearing((event) => {
  if (event.type !== 'bot-reactivated') return event;
  const { after: _, ...blind } = event;
  return blind;
});
const dropsWhatIsLongAgo = hearing((event) => (isLongAgo(event.at) ? { ...event, at: Number.NaN } : event));
const closesInAnyOrder: Others = {
  record: (state, event, context) =>
    messaging.record(state, event, { policy: under(context?.policy, { closeOrder: 'any' }) }),
};
const namesNoRule: Others = {
  record: (...asked) => {
    const { state, status, code } = messaging.record(...asked);
    return { state, status, ...(code === undefined ? {} : { code }) };
  },
};
const tagsAtOnce: Others = {
  recordLoading: (loading, event, context) =>
    messaging.recordLoading(loading, event, { policy: under(context?.policy, { crmDelay: 0 }) }),
};
const loadsWhoWrites: Others = {
  recordLoading: (loading, event, context) =>
    messaging.recordLoading(loading, event.type === 'user-message' ? { ...event, type: 'loaded' } : event, context),
};

const takesAll: Others = {
  recordLoading: (...asked) => ({ ...messaging.recordLoading(...asked), status: 'applied' }),
};

const forgetsTheLoad = asking(() => ({ loadedAt: null }));
const waitsForNothing = asking((_, { policy }) => ({ policy: under(policy, { crmDelay: 0 }) }));
const waitsLess = asking((_, { policy = messaging.defaultPolicy }) => ({
  policy: under(policy, { crmDelay: Number(policy.crmDelay) - 1 }),
}));
const knowsNoSupervisor: Others = {
  department: (...asked) => {
    const decision = messaging.department(...asked);
    const { outcome } = decision;
    return outcome.action === 'assign' ? { ...decision, outcome: { ...outcome, supervisor: null } } : decision;
  },
};
const hooksByOneRule: Others = {
  hooking: (...asked) => ({ ...messaging.hooking(...asked), rule: 'messaging/hook-when-silent' }),
};
const knowsNobody = asking(() => ({ isKnown: false }));
const looksAhead = asking((_, { clock }) => ({ clock: { now: () => clock.now() + HOUR } }));
const setsNoTagWhereOneIs = asking(({ taggedByHandAt }) => (taggedByHandAt == null ? {} : { hasWelcomeEvents: false }));
const hurriesForWhoWrites = asking(({ wroteAgainAt }) =>
  wroteAgainAt == null ? {} : { isKnown: true, uploadFlag: 'si' },
);
const forgetsWhatIsLongAgo = asking(({ loadedAt }) => (isLongAgo(loadedAt) ? { loadedAt: null } : {}));
const setsNoTimer: Others = { intake: (...asked) => ({ ...messaging.intake(...asked), validUntil: null }) };

const asksForNoTag: Others = {
  classification: (facts, context) => messaging.classification({ ...facts, tags: ['any'] }, context),
};
const takesFewTags: Others = {
  classification: ({ tags = [], ...facts }, context) =>
    messaging.classification({ ...facts, tags: tags.length > 2 ? [] : tags }, context),
};
const offersMore: Others = {
  duties: (facts, context) => {
    const { open, validUntil } = messaging.duties(facts, context);
    return { open: [...open, { action: 'click-close', by: null, rule: 'messaging/close-3-click' }], validUntil };
  },
};
const leavesCommentsOut: Others = {
  duties: (facts, context) => {
    const { open, validUntil } = messaging.duties(facts, context);
    return { open: open.filter(({ action }) => action !== 'reply-comment'), validUntil };
  },
};
const startsWithTheLast: Others = {
  duties: (facts, context) => {
    const { open, validUntil } = messaging.duties(facts, context);
    return { open: open.toReversed(), validUntil };
  },
};
const hearsComplaintsOfNobody: Others = {
  monitoring: (found, context) => messaging.monitoring({ ...found, answers: 'right' }, context),
};
const readsTheUnsignedOtherwise: Others = {
  monitoring: (found, context) => ({
    ...messaging.monitoring(found, context),
    rule: 'agent' in found ? 'messaging/eva-wrong-notify' : 'messaging/monitor-verify',
  }),
};
const writesOnFacts = laws.messaging((facts, context) => messaging.decide(Object.assign(facts, { tags: [] }), context));
const hooksNobodyLongAgo = laws.messaging(({ botSilentAt = null, ...facts }, context) =>
  messaging.decide({ ...facts, botSilentAt: isLongAgo(botSilentAt) ? null : botSilentAt }, context),
);

function seesNothingDue<Chat>(): messaging.Agenda<Chat> {
  return { due: [], validUntil: null };
}

function neverLooksAgain<Chat>(chats: Iterable<Chat>, context: messaging.AgendaContext<Chat>): messaging.Agenda<Chat> {
  return { ...messaging.agenda(chats, context), validUntil: null };
}

describe('the laws of messaging', () => {
  testLaws(laws.messaging(), {
    'a conversation is classified exactly with a proper section, an agent and a tag, and each missing part is named':
      but(asksForNoTag),
    'an open conversation stands among the classified exactly while it is classified': but(staysWhereItIs),
    'further tags, and any other proper section, leave a conversation classified': but(takesFewTags),
    'after the close-out the bot is on, the conversation is open, and it is nobody’s: always all three': but({
      isBotOn: () => false,
    }),
    'the click never comes before the closing reply and the bot': but(closesInAnyOrder),
    'only what its agent solved is closed out, and only by its agent': but(letsAnybodyClose),
    'a case without solution is not closed, and its text names the department and the agent': but(namesNoRule),
    'a contact is loaded at most once, whatever triggers it, however often and under however many policies, by a host that does what intake asks and is never refused':
      but(forgetsTheLoad),
    'no tag sets itself before an hour after the end, and none at all without welcome events': but(waitsForNothing),
    'the automation begins exactly when the delay that was chosen is over': but(waitsLess),
    'who is known through WhatsApp, and flagged, is never asked for contact data': but(knowsNobody),
    'a tag set by hand never delays the load': but(setsNoTagWhereOneIs),
    'writing again within the hour never brings the load nearer': but(hurriesForWhoWrites),
    'a contact’s way into the CRM is asked by intake only for what its stage still lacks': but(staysWhereItIsOnTheWay),
    'a wrong bot is both notified and made good; a right one answers before the call is attempted':
      but(hearsComplaintsOfNobody),
    'who asks by a comment is hooked and answered, both': but({
      hooking: (asked, context) => messaging.hooking({ ...asked, source: 'chat' }, context),
    }),
    'in a chat the bot is hooked exactly where it is silent, with the snippet that was chosen': but(hooksByOneRule),
    'each department is one user’s, and those of the CCO are CCO IDEA’s, however they are written':
      but(knowsNoSupervisor),
    'watching again finds the same to do, in whatever order conversations are read': but(readsTheUnsignedOtherwise),
    'validUntil of intake: the same answer at every instant before it, another one at it': but(setsNoTimer),
    'validUntil of the agenda: the same agenda at every instant before it, another one at it': but({
      agenda: neverLooksAgain,
    }),
    'validUntil of a greeting: the same greeting until then, another one at it, whatever the clocks do': but({
      greeting: (context) => ({ ...messaging.greeting(context), validUntil: null }),
    }),
    'validUntil of a message: the same text until then, another one at it': but({
      message: (...asked) => ({ ...messaging.message(...asked), validUntil: null }),
    }),
    'what is dated ahead counts from its instant on, and not before': but(looksAhead),
    'moving everything in time changes nothing but the instants': but(forgetsWhatIsLongAgo),
    'no message has a hole in it: each placeholder that nothing fills is named': but({
      message: (template, data, context) => messaging.message(template, { course: 'Piloto', ...data }, context),
    }),
    'the first of the duties is what comes next; where nothing does, there are none': but(startsWithTheLast),
    'the agenda says of each conversation what decide and intake say of it': but({ agenda: seesNothingDue }),
    'leaves frozen facts, states, events and policies as they are': writesOnFacts,
    'never throws on what is well typed, however odd': but({
      department: (topic, context) => {
        if (topic === '__proto__') throw new TypeError(topic);
        return messaging.department(topic, context);
      },
    }),
    'a conversation takes messages in whatever order and however often they are delivered': but(notesEveryDelivery),
    'a conversation takes an event once, however often it is delivered, at once or later': but(notesEveryDelivery),
    'a conversation takes what happens at one instant once, in whatever order it is delivered again':
      but(notesEveryDelivery),
    'a conversation is not reopened by a message that was known and comes again, whatever the instants of what people did':
      but(notesEveryDelivery),
    'a conversation leaves the state as it was whenever it refuses, and but for the id whenever it ignores, and says why':
      but(notesEveryDelivery),
    'a stored conversation goes on as if it had not been stored': but(keepsWhatIsNoJson),
    'a conversation refuses a hand-off by who has not seen the last message, and changes nothing':
      but(letsTheBlindTakeOver),
    'a conversation gives the bot, after a hand-back, no message that was known or came before one that was, and every other, whenever that was written and is heard of':
      but({ isForBot: messaging.isBotOn }),
    'a conversation never gives the bot a message that was known at any hand-off, and loses none that nobody knew and that was written after those':
      but({ isForBot: messaging.isBotOn }),
    'a conversation never gives the bot again what it has answered, whether the message or the answer is heard of first':
      but({ isForBot: messaging.isBotOn }),
    'the bot of a conversation is on exactly while nobody else attends': but({ isBotOn: () => true }),
    'a contact’s way into the CRM takes ends and messages in whatever order and however often they are delivered':
      but(forgetsWhatWasWritten),
    'a contact’s way into the CRM takes an event once, however often it is delivered, at once or later':
      but(notesEveryDeliveryOnTheWay),
    'a contact’s way into the CRM leaves the state as it was whenever it refuses, and but for the id and the field of who is not known whenever it ignores, and says why':
      but(notesEveryDeliveryOnTheWay),
    'a stored way into the CRM goes on as if it had not been stored': but(keepsWhatIsNoJsonOnTheWay),
  });
});

describe('a law that shows in more than one way', () => {
  const ignoresThePolicy: Others = { closing: (asked) => messaging.closing(asked) };
  const closingInAnyOrder: Others = {
    closing: (asked) => messaging.closing(asked, { policy: under(undefined, { closeOrder: 'any' }) }),
  };
  const inventsADepartment: Others = { support: (asked) => messaging.support({ ...asked, department: 'CCA' }) };

  it.each<readonly [name: string, theirs: readonly Law[]]>([
    ['after the close-out the bot is on', but(ignoresThePolicy)],
    ['the click never comes before', but(closingInAnyOrder)],
    ['a case without solution is not closed', but(offersMore)],
    ['a case without solution is not closed', but(inventsADepartment)],
    ['a contact is loaded at most once', but({ ...takesAll, ...forgetsTheLoad })],
    ['no tag sets itself before an hour', but(tagsAtOnce)],
    ['who is known through WhatsApp', but(staysWhereItIsOnTheWay)],
    ['who asks by a comment', but(leavesCommentsOut)],
    ['writing again within the hour', but(loadsWhoWrites)],
    ['moving everything in time', hooksNobodyLongAgo],
    ['moving everything in time', but(dropsWhatIsLongAgo)],
    ['a conversation refuses a hand-off', but(letsTheBlindReactivate)],
  ])('%s: each is looked at', (beginning, theirs) => {
    const law = theirs.find(({ name }) => name.startsWith(beginning));
    expect(() => law?.check({ seed: 20_240_513 })).toThrow(/^Property failed after \d+ tests/);
  });
});

describe('the laws of messaging catch', () => {
  it.each([
    [
      'a comment that is hooked by a rule of chats',
      'who asks by a comment is hooked and answered, both',
      hooksByOneRule,
    ],
    [
      'cases that are all of one department',
      'each department is one user’s, and those of the CCO are CCO IDEA’s, however they are written',
      { department: () => messaging.department('CCA') },
    ],
  ])('%s', (_, name, broken) => {
    const law = but(broken).find((each) => each.name === name);
    expect(() => law?.check({ seed: 6 })).toThrow(/^Property failed/);
  });
});

describe('what is drawn of messaging', () => {
  const { event, events, facts, intakeFacts, loading, loadingEvent, loadingEvents, state } = arbitraries.messaging;
  const many = { numRuns: 1_000, seed: 20_240_513 };

  it.each<readonly [string, fc.Arbitrary<unknown>, Parameters<typeof door.read>[0]]>([
    ['facts', facts, door.factsSchema],
    ['event', event, door.eventSchema],
    ['state', state, door.stateSchema],
    ['intakeFacts', intakeFacts, door.intakeFactsSchema],
    ['loadingEvent', loadingEvent, door.loadingEventSchema],
    ['loading', loading, door.loadingSchema],
  ])('%s: passes the door', (_, arbitrary, schema) => {
    for (const one of fc.sample(arbitrary, many)) expect(door.read(schema, one)).toMatchObject({ ok: true });
  });

  it('is events of every type, of this contact and of another', () => {
    const chat = fc.sample(event, many);
    expect([...new Set(chat.map(({ type }) => type))].sort()).toEqual([...messaging.flow.events].sort());
    const way = fc.sample(loadingEvent, many);
    expect([...new Set(way.map(({ type }) => type))].sort()).toEqual([...messaging.loadingFlow.events].sort());
    for (const all of [chat, way]) {
      expect([...new Set(all.map((one) => one.contact))].sort()).toEqual(['contact-1', 'contact-2']);
    }
  });

  it('is states at every stage', () => {
    const stages = fc.sample(state, many).map(({ stage }) => stage);
    expect([...new Set(stages)].sort()).toEqual([...messaging.flow.stages].sort());
    const loadingStages = fc.sample(loading, many).map(({ stage }) => stage);
    expect([...new Set(loadingStages)].sort()).toEqual([...messaging.loadingFlow.stages].sort());
  });

  it('is histories of one contact, each event with an id of its own', () => {
    for (const all of [...fc.sample(events, many), ...fc.sample(loadingEvents, many)]) {
      expect(new Set(all.map((one) => one.contact))).toEqual(new Set(['contact-1']));
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    }
  });

  it('is facts of a way into the CRM on which anything may have happened', () => {
    const drawn = fc.sample(intakeFacts, many);
    for (const field of Object.keys(messaging.newContact('a').facts) as (keyof messaging.IntakeFacts)[]) {
      expect(drawn.filter((one) => one[field] != null).length, field).toBeGreaterThan(100);
    }
  });
});
