import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import { guards } from '../src/messaging/guards.js';
import { loadingGuards } from '../src/messaging/loading-guards.js';
import * as messaging from 'pauta/messaging';
import { loadingSchema, read, stateSchema } from 'pauta/messaging/schema';
import { arbitraries } from 'pauta/testing';
import type { Draw } from '../src/testing/messaging/draw.js';
import { dueAt, wordOf } from '../src/testing/messaging/manual.js';
import { CONTACT, DAY, MINUTE, T } from '../src/testing/messaging/scene.js';
import { asked as askedOf } from '../src/testing/messaging/subject.js';
import { everyStepOf, nameOf, watch } from './steps-taken.js';

const { draw, eventOf, loadingDraw, loadingEventOf, policy: anyPolicy } = arbitraries.messaging;
const { run, runLoading } = askedOf(messaging);
const stepOf = watch(guards);
const loadingStepOf = watch(loadingGuards);

const AGENT = 'Soporte General';
const OTHER = 'CCO IDEA';
const TAG = 'admision y ventas';

/** An event without its id and contact; the instant is a number of minutes after `T`. */
type Sketch = readonly [type: messaging.Event['type'], rest?: object, minutes?: number];
type LoadingSketch = readonly [type: messaging.LoadingEvent['type'], rest?: object, minutes?: number];

let drawn = 0;

function eventFrom([type, rest = {}, minutes = 0]: Sketch): messaging.Event {
  return { id: `s${drawn++}`, contact: CONTACT, at: T + minutes * MINUTE, type, ...rest } as messaging.Event;
}

function loadingEventFrom([type, rest = {}, minutes = 0]: LoadingSketch): messaging.LoadingEvent {
  return { id: `s${drawn++}`, contact: CONTACT, at: T + minutes * MINUTE, type, ...rest } as messaging.LoadingEvent;
}

const assigned: Sketch = ['agent-set', { agent: AGENT, department: 'Académico' }];
const filed: readonly Sketch[] = [assigned, ['section-set', { section: 'Soporte' }], ['tags-set', { tags: ['curso'] }]];
const ticket: readonly Sketch[] = [...filed, ['support-ticket']];
const searching: readonly Sketch[] = [...ticket, ['no-immediate-solution']];
const solved: readonly Sketch[] = [...ticket, ['solved', { by: AGENT }, 10]];
const replied: readonly Sketch[] = [...solved, ['standard-reply-sent', { by: AGENT }, 11]];
const reactivated: readonly Sketch[] = [...replied, ['bot-reactivated', { by: AGENT }, 12]];
const closedOut: readonly Sketch[] = [...reactivated, ['click-close', { by: AGENT }, 13]];
const asked: Sketch = ['comment-question', { id: 'comment' }];
const takenOver: Sketch = ['taken-over', { by: AGENT, after: null }];

const stories = {
  NEW: [],
  BOT: [['bot-answered']],
  CLASSIFIED: filed,
  SUPPORT: ticket,
  INVESTIGATING: searching,
  SOLVED: solved,
  'SOLVED 1/3': replied,
  'SOLVED 2/3': reactivated,
  CLOSED_OUT: closedOut,
} as const satisfies Record<string, readonly Sketch[]>;

/** Histories that lead to every stage, by ways that a history seldom takes too. */
const plays: readonly (readonly Sketch[])[] = [
  ...Object.values(stories),
  ...[0, 1, 2].flatMap((first) => {
    const order = [...filed.slice(first), ...filed.slice(0, first)];
    return [order, [['bot-answered'] as const, ...order]];
  }),
  [takenOver],
  [['bot-answered'], takenOver],
  [...filed, takenOver],
  [['user-message', { id: 'known' }]],
  [...closedOut, ['section-set', { section: null }, 14], ['user-message', {}, 20]],
  [...searching, ['case-text-sent']],
  [...searching, ['solved', { by: AGENT }, 10], ['bot-reactivated', { by: AGENT }, 11], ['click-close', { by: AGENT }]],
  [...solved, ['click-close', { by: AGENT }], ['standard-reply-sent', { by: AGENT }]],
  [asked],
  [['bot-answered'], asked],
  [...filed, asked],
  [...ticket, asked],
  [...searching, asked],
  [...solved, asked],
  [...closedOut, asked, assigned, ['support-ticket', {}, 21]],
  [...closedOut.slice(0, -1), asked, ['click-close', { by: AGENT }, 13]],
  // What is known when the conversation changes hands is seen.
  [['user-message', { id: 'known' }, 6], ...closedOut],
  [...ticket, ['user-message', { id: 'known' }, 6], ...closedOut.slice(-4)],
  [...replied, ['user-message', { id: 'known' }, 11]],
];

/** What else an event of a type may say. */
function variantsOf(type: messaging.Event['type']): readonly object[] {
  switch (type) {
    case 'user-message':
      return [{}, { notSolved: true }];
    case 'bot-answered':
      return [{}, { to: { id: 'known', at: T } }];
    case 'comment-answered':
      return [{ comment: 'comment' }, { comment: 'another' }];
    case 'section-set':
      return [{ section: 'Soporte' }, { section: 'NEW' }];
    case 'agent-set':
      return [{ agent: AGENT }, { agent: null }];
    case 'tags-set':
      return [{ tags: ['curso'] }, { tags: [] }];
    case 'solved':
    case 'standard-reply-sent':
    case 'click-close':
      return [{ by: AGENT }, { by: OTHER }];
    case 'bot-reactivated':
      return [{ by: AGENT }, { by: OTHER }, { by: AGENT, after: null }, { by: AGENT, after: 'another' }];
    case 'taken-over':
    case 'given-back':
      return [AGENT, OTHER].flatMap((by) => [null, 'known', 'another'].map((after) => ({ by, after })));
    default:
      return [{}];
  }
}

const alphabet = messaging.flow.events.flatMap((type) =>
  variantsOf(type).flatMap((rest) => [5, 60].map((minutes): Sketch => [type, rest, minutes])),
);

const loadingVariants: Readonly<Partial<Record<messaging.LoadingEvent['type'], readonly object[]>>> = {
  'conversation-ended': [{ hasWelcomeEvents: true }, { hasWelcomeEvents: false }],
  'tag-added-by-hand': [{ tag: TAG }, { tag: 'otra' }],
  'upload-flag-set': [{ value: 'si' }, { value: null }],
};

const loadingAlphabet = messaging.loadingFlow.events.flatMap((type) =>
  (loadingVariants[type] ?? [{}]).flatMap((rest) => [-5, 5, 90].map((minutes): LoadingSketch => [type, rest, minutes])),
);

const ended: LoadingSketch = ['conversation-ended', { hasWelcomeEvents: true }];
const tagged: readonly LoadingSketch[] = [ended, ['tag-added', {}, 60]];
const questioned: readonly LoadingSketch[] = [...tagged, ['contact-requested', {}, 60]];
const failed: readonly LoadingSketch[] = [...questioned, ['automation-failed', {}, 61]];
const byHand: LoadingSketch = ['tag-added-by-hand', { tag: TAG }, 1];
const flagged: LoadingSketch = ['upload-flag-set', { value: 'si' }];

const loadingStories = {
  IDLE: [],
  WAITING: [ended],
  TAGGED: tagged,
  ASKED: questioned,
  LOADED: [...questioned, ['data-given', {}, 62]],
  FAILED: failed,
} as const satisfies Record<messaging.LoadingStage, readonly LoadingSketch[]>;

const loadingPlays: readonly (readonly LoadingSketch[])[] = [
  ...Object.values(loadingStories).flatMap((story) => [
    story,
    [...story, flagged],
    [...story, ['contact-known'] as const],
  ]),
  [['conversation-ended', { hasWelcomeEvents: false }], byHand],
  [ended, byHand],
  [ended, ['user-message', {}, 30]],
  [...loadingStories.LOADED, ['loaded', {}, 63]],
];

const policies: readonly messaging.Policy[] = [
  messaging.defaultPolicy,
  messaging.policy({ closeOrder: 'any', closers: 'assigned-agent-or-administrator', classifyClosedOut: true }),
  messaging.policy({ manualTag: 'after-delay', resumption: 'goes-on' }),
];

interface Taken {
  readonly steps: ReadonlySet<string>;
  /** What came of an event, in the words of the catalogue; without the stages. */
  readonly codes: Readonly<Record<'refused' | 'no-effect', ReadonlySet<string>>>;
}

/**
 * The steps that every event takes, tried after every beginning of every play, under every policy; after the whole play
 * it may change.
 */
function walk<State extends { readonly stage: string }, Drawn>(
  start: State,
  histories: readonly (readonly Drawn[])[],
  letters: readonly Drawn[],
  take: (
    state: State,
    drawn: Drawn,
    policy: messaging.Policy,
  ) => readonly [{ readonly state: State; readonly status: string; readonly code?: string }, step: string | null],
): Taken {
  const steps = new Set<string>();
  const codes = { refused: new Set<string>(), 'no-effect': new Set<string>() };
  for (const policy of policies) {
    for (const history of histories) {
      let state = start;
      for (const next of [...history, null]) {
        for (const present of next === null ? policies : [policy]) {
          for (const letter of next === null ? letters : [...letters, next]) {
            const [{ status, code }, step] = take(state, letter, present);
            if (step !== null) steps.add(step);
            if (status === 'refused' || status === 'no-effect') codes[status].add(code ?? '');
          }
        }
        if (next !== null) [{ state }] = take(state, next, policy);
      }
    }
  }
  return { steps, codes };
}

const walks = [
  [
    'a conversation',
    messaging.flow,
    walk(messaging.start(CONTACT), plays, alphabet, (state, sketch, policy) =>
      stepOf(state.stage, sketch[0], () => messaging.record(state, eventFrom(sketch), { policy })),
    ),
    {
      refused: [
        ...['not-solved', 'not-assigned-agent', 'out-of-order', 'no-support-case', 'not-investigating'],
        ...['already-solved', 'bot-off', 'no-comment', 'stale'],
      ],
      'no-effect': ['duplicate', 'bot-off', 'agent-attends'],
    },
  ],
  [
    'a contact’s way into the CRM',
    messaging.loadingFlow,
    walk(messaging.newContact(CONTACT), loadingPlays, loadingAlphabet, (state, sketch, policy) =>
      loadingStepOf(state.stage, sketch[0], () => messaging.recordLoading(state, loadingEventFrom(sketch), { policy })),
    ),
    {
      refused: ['too-early', 'no-trigger', 'not-tagged', 'not-asked', 'not-failed'],
      'no-effect': [
        ...['duplicate', 'already-loaded', 'another-tag', 'automation-runs', 'automation-failed'],
        'contact-unknown',
      ],
    },
  ],
] as const;

describe.each(walks)('the graph of %s', (_, flow, { steps, codes }, documented) => {
  it('has every step taken by a real history, whether arrow, refusal, late or without effect, and no other', () => {
    expect([...steps].toSorted()).toEqual(everyStepOf(flow).toSorted());
  });

  it('has every arrow taken', () => {
    for (const { from, on, if: condition } of flow.graph) expect(steps).toContain(nameOf(from, on, condition));
  });

  it('refuses and ignores by the codes that are documented, and by each of them', () => {
    expect([...codes.refused].toSorted()).toEqual(documented.refused.toSorted());
    expect([...codes['no-effect']].toSorted()).toEqual(documented['no-effect'].toSorted());
  });

  it('comes to every stage, and can leave each', () => {
    const reached = new Set<string>(flow.stages.slice(0, 1));
    for (const stage of reached) for (const { from, to } of flow.graph) if (from === stage) reached.add(to);
    expect(reached).toEqual(new Set(flow.stages));
    const left = flow.graph.filter(({ from, to }) => from !== to).map(({ from }) => from);
    expect(new Set(left)).toEqual(new Set(flow.stages));
  });
});

it.each([
  ['another contact', { contact: 'contact-2' }, 'other-contact'],
  ['no instant', { at: Number.NaN }, 'undated'],
])('an event of %s is refused at every stage of both machines', (_, odd, code) => {
  for (const story of Object.values(stories)) {
    const state = run(story.map(eventFrom));
    const recorded = messaging.record(state, { ...eventFrom(['support-ticket']), ...odd });
    expect(recorded).toEqual({ state, status: 'refused', code });
    expect(recorded.state).toBe(state);
  }
  for (const story of Object.values(loadingStories)) {
    const state = runLoading(story.map(loadingEventFrom));
    const recorded = messaging.recordLoading(state, { ...loadingEventFrom(['loaded']), ...odd });
    expect(recorded).toEqual({ state, status: 'refused', code });
    expect(recorded.state).toBe(state);
  }
});

/** What became of an event, in the words of the catalogue. */
function verdict({ state, status, code }: messaging.ConversationRecorded | messaging.LoadingRecorded): string {
  const words = { applied: `ok:${state.stage}`, late: 'late', refused: `illegal:${code}`, 'no-effect': `noop:${code}` };
  return status === 'duplicate' ? 'noop:duplicate' : words[status];
}

/** What is due, in words. */
function dueIn({ facts }: messaging.Conversation): readonly string[] {
  return messaging.duties(facts).open.map((duty) => {
    if (duty.action !== 'send-message') return duty.action;
    const { department, agent } = duty.data;
    return duty.template === 'case-3' ? `case-3 of ${String(department)}, ${String(agent)}` : duty.template;
  });
}

const proper = { section: 'Soporte' };
const CASE_3 = `case-3 of Académico, ${AGENT}`;
const later = (type: Sketch[0], rest: object = {}): Sketch => [type, rest, 30];
const early = (type: Sketch[0], rest: object = {}): Sketch => [type, rest, 5];

/** The catalogue's table of a conversation: at which stage, what happens, what becomes of it, and what is then due. */
const transitions: readonly (readonly [
  at: keyof typeof stories,
  happens: Sketch,
  becomes: string,
  due: readonly string[],
])[] = [
  ['NEW', ['bot-answered'], 'ok:BOT', []],
  ['NEW', ['bot-silent'], 'ok:NEW', ['hook']],
  ['BOT', later('bot-silent'), 'ok:BOT', ['hook']],
  ['CLASSIFIED', ['bot-silent'], 'ok:CLASSIFIED', ['hook']],
  ['NEW', asked, 'ok:NEW', ['hook', 'reply-comment']],
  ['BOT', asked, 'ok:BOT', ['hook', 'reply-comment']],
  ['CLASSIFIED', asked, 'ok:CLASSIFIED', ['hook', 'reply-comment']],
  ['NEW', ['support-ticket'], 'ok:SUPPORT', ['call-user', 'locate-user', 'monitor-case']],
  ['BOT', ['support-ticket'], 'ok:SUPPORT', ['call-user', 'locate-user', 'monitor-case']],
  ['CLASSIFIED', ['support-ticket'], 'ok:SUPPORT', ['call-user', 'locate-user', 'monitor-case']],
  ['SUPPORT', ['no-immediate-solution'], 'ok:INVESTIGATING', [CASE_3, 'monitor-case']],
  ['SUPPORT', ['solved', { by: AGENT }], 'ok:SOLVED', ['closing']],
  ['INVESTIGATING', ['solved', { by: AGENT }], 'ok:SOLVED', ['closing']],
  ['SUPPORT', ['solved', { by: OTHER }], 'illegal:not-assigned-agent', []],
  ['INVESTIGATING', ['solved', { by: OTHER }], 'illegal:not-assigned-agent', []],
  ['SOLVED', later('standard-reply-sent', { by: AGENT }), 'ok:SOLVED', ['reactivate-bot']],
  ['SOLVED 1/3', later('bot-reactivated', { by: AGENT }), 'ok:SOLVED', ['click-close']],
  ['SOLVED 2/3', later('click-close', { by: AGENT }), 'ok:CLOSED_OUT', []],
  ['CLOSED_OUT', later('user-message'), 'ok:BOT', []],
  ['SOLVED', later('user-message', { notSolved: true }), 'ok:SUPPORT', ['call-user', 'locate-user', 'monitor-case']],
  ['SOLVED 1/3', later('user-message', { notSolved: true }), 'ok:SUPPORT', ['monitor-case']],
  ['SOLVED 2/3', later('user-message', { notSolved: true }), 'ok:SUPPORT', ['monitor-case']],
  ['SOLVED', later('user-message'), 'ok:SOLVED', ['closing']],

  // "Situation | Result".
  ['SOLVED', later('click-close', { by: AGENT }), 'illegal:out-of-order', []],
  ['SOLVED 1/3', later('click-close', { by: AGENT }), 'illegal:out-of-order', []],
  ['SOLVED', later('bot-reactivated', { by: AGENT }), 'illegal:out-of-order', []],
  ['NEW', ['click-close', { by: AGENT }], 'illegal:not-solved', []],
  ['BOT', ['click-close', { by: AGENT }], 'illegal:not-solved', []],
  ['CLASSIFIED', ['click-close', { by: AGENT }], 'illegal:not-solved', []],
  ['SUPPORT', ['click-close', { by: AGENT }], 'illegal:not-solved', []],
  ['INVESTIGATING', ['click-close', { by: AGENT }], 'illegal:not-solved', []],
  ['SOLVED 2/3', later('click-close', { by: OTHER }), 'illegal:not-assigned-agent', []],
  ['SOLVED', later('click-close', { by: OTHER }), 'illegal:not-assigned-agent', []],
  ['CLOSED_OUT', later('click-close', { by: AGENT }), 'noop:duplicate', []],
  ['CLOSED_OUT', later('click-close', { by: OTHER }), 'noop:duplicate', []],
  ['SOLVED 2/3', later('bot-reactivated', { by: AGENT }), 'noop:duplicate', []],
  ['SOLVED 2/3', later('standard-reply-sent', { by: AGENT }), 'noop:duplicate', []],

  // What comes late, and hand-offs.
  ['CLOSED_OUT', early('user-message'), 'ok:BOT', []],
  ['CLOSED_OUT', early('bot-answered'), 'late', []],
  ['CLOSED_OUT', early('bot-silent'), 'late', []],
  ['CLOSED_OUT', early('agent-set', { agent: OTHER }), 'late', []],
  ['CLOSED_OUT', early('support-ticket'), 'ok:SUPPORT', ['classify', 'call-user', 'locate-user', 'monitor-case']],
  ['SUPPORT', later('support-ticket'), 'ok:SUPPORT', ['call-user', 'locate-user', 'monitor-case']],
  ['INVESTIGATING', later('support-ticket'), 'ok:SUPPORT', ['call-user', 'locate-user', 'monitor-case']],
  ['SOLVED', later('support-ticket'), 'ok:SUPPORT', ['call-user', 'locate-user', 'monitor-case']],
  ['SOLVED 1/3', later('bot-reactivated', { by: AGENT, after: null }), 'ok:SOLVED', ['click-close']],
  ['SOLVED 1/3', later('bot-reactivated', { by: AGENT, after: 'unseen' }), 'illegal:stale', ['reactivate-bot']],
  ['SOLVED 1/3', early('bot-reactivated', { by: AGENT }), 'ok:SOLVED', ['click-close']],
  ['SOLVED', later('bot-reactivated', { by: AGENT, after: 'unseen' }), 'illegal:out-of-order', ['closing']],
  ['CLOSED_OUT', later('support-ticket'), 'ok:SUPPORT', ['classify', 'call-user', 'locate-user', 'monitor-case']],
  ['SOLVED', early('user-message', { notSolved: true }), 'late', ['closing']],
  ['CLOSED_OUT', later('agent-set', { agent: OTHER }), 'ok:CLASSIFIED', []],
  ['BOT', takenOver, 'ok:BOT', []],
  ['BOT', ['taken-over', { by: AGENT, after: 'unseen' }], 'illegal:stale', []],
  ['SUPPORT', takenOver, 'noop:agent-attends', []],
  ['CLOSED_OUT', later('taken-over', { by: AGENT, after: null }), 'ok:BOT', []],
];

describe('the catalogue’s table of a conversation', () => {
  it.each(transitions)('%s, %s: %s', (at, happens, becomes, due) => {
    const before = run(stories[at].map(eventFrom));
    expect(before.stage).toBe(at.split(' ')[0]);
    const recorded = messaging.record(before, eventFrom(happens));
    expect(verdict(recorded)).toBe(becomes);
    expect(dueIn(recorded.state)).toEqual(expect.arrayContaining([...due]));
    if (becomes.startsWith('illegal')) expect(recorded.state).toBe(before);
    if (becomes.startsWith('noop')) expect(recorded.state).toEqual({ ...before, seen: recorded.state.seen });
  });

  it.each([
    ['section first', filed.toReversed()],
    ['agent first', filed],
  ])('a conversation is classified by the last of section, agent and tag: %s', (_, some) => {
    for (const beginning of [[], [['bot-answered'] as const]]) {
      const before = run([...beginning, ...some.slice(0, 2)].map(eventFrom));
      expect(before.stage).toBe(beginning.length === 0 ? 'NEW' : 'BOT');
      expect(run(some.slice(2).map(eventFrom), before).stage).toBe('CLASSIFIED');
    }
    const unfiled: readonly Sketch[] = [
      ['section-set', { section: 'ALL' }],
      ['agent-set', { agent: null }],
      ['tags-set', { tags: [] }],
    ];
    for (const one of unfiled) expect(run([...some, one].map(eventFrom)).stage).toBe('BOT');
    expect(run([...some, ['section-set', proper] as const].map(eventFrom)).stage).toBe('CLASSIFIED');
  });

  it('the click takes the assignment away, and leaves the conversation open and with the bot', () => {
    const { facts } = run(closedOut.map(eventFrom));
    expect(facts).toMatchObject({ agent: null, department: null, heldBy: null, course: 'closed-out' });
    expect(messaging.isBotOn(facts)).toBe(true);
    expect(messaging.decide(facts).outcome).toEqual({ action: 'none', reason: 'closed-out' });
  });
});

const DATA: LoadingSketch = ['data-given', {}, 62];
const FLAG = { value: 'si' };
const known: LoadingSketch = ['contact-known'];

/**
 * The catalogue's table of the CRM: what happened, what happens, what becomes of it, and what is due a minute after.
 */
const loadingTransitions: readonly (readonly [
  story: readonly LoadingSketch[],
  happens: LoadingSketch,
  becomes: string,
  due: string,
])[] = [
  [[], ended, 'ok:WAITING', 'wait'],
  [[], ['conversation-ended', { hasWelcomeEvents: false }], 'ok:IDLE', 'no-trigger'],
  [[ended], ['user-message', {}, 59], 'ok:IDLE', 'conversation-resumed'],
  [[ended], ['user-message', {}, 60], 'ok:WAITING', 'run-automation'],
  [[ended], ['tag-added', {}, 59.999], 'illegal:too-early', 'run-automation'],
  [[ended], ['tag-added', {}, 60], 'ok:TAGGED', 'run-automation'],
  [[], byHand, 'ok:TAGGED', 'run-automation'],
  [[ended], byHand, 'ok:TAGGED', 'run-automation'],
  [tagged, ['contact-requested', {}, 60], 'ok:ASKED', 'await-data'],
  [questioned, DATA, 'ok:LOADED', 'load-to-crm'],
  [[known], ['upload-flag-set', FLAG], 'ok:LOADED', 'load-to-crm'],
  [[ended, known], ['upload-flag-set', FLAG, 1], 'ok:LOADED', 'load-to-crm'],
  [[ended], ['automation-failed', {}, 1], 'ok:FAILED', 'send-survey'],
  [tagged, ['automation-failed', {}, 61], 'ok:FAILED', 'send-survey'],
  [questioned, ['automation-failed', {}, 61], 'ok:FAILED', 'send-survey'],
  [[...failed, known], ['upload-flag-set', FLAG, 62], 'ok:LOADED', 'load-to-crm'],
  [failed, ['survey-sent', {}, 62], 'ok:FAILED', 'await-survey'],
  [failed, ['survey-answered', {}, 63], 'ok:LOADED', 'load-to-crm'],

  // "Situation | Result".
  [[], ['upload-flag-set', FLAG], 'noop:contact-unknown', 'contact-unknown'],
  [[ended], ['upload-flag-set', FLAG], 'noop:contact-unknown', 'contact-unknown'],
  [[flagged], ['contact-requested'], 'ok:ASKED', 'await-data'],
  [[ended, flagged], ['contact-requested'], 'ok:ASKED', 'await-data'],
  [
    [...questioned, DATA, ['loaded', {}, 63]],
    ['tag-added-by-hand', { tag: TAG }, 64],
    'noop:already-loaded',
    'already-loaded',
  ],
  [[...questioned, DATA, ['loaded', {}, 63]], ['upload-flag-set', FLAG, 64], 'noop:already-loaded', 'already-loaded'],
  [
    [...questioned, DATA, ['loaded', {}, 63]],
    ['conversation-ended', { hasWelcomeEvents: true }, 64],
    'noop:already-loaded',
    'already-loaded',
  ],
  [[...questioned, DATA], ['tag-added-by-hand', { tag: TAG }, 64], 'noop:already-loaded', 'load-to-crm'],
  [[ended, byHand], ['tag-added', {}, 60], 'noop:duplicate', 'run-automation'],
  [tagged, byHand, 'noop:duplicate', 'run-automation'],
  [[], ['tag-added-by-hand', { tag: 'otra' }], 'noop:another-tag', 'no-trigger'],
  [[], ['tag-added', {}, 90], 'illegal:no-trigger', 'no-trigger'],
  [[ended, ['user-message', {}, 30]], ['conversation-ended', { hasWelcomeEvents: true }, 40], 'ok:WAITING', 'wait'],
  [[['conversation-ended', { hasWelcomeEvents: true }, 40]], ['user-message', {}, 30], 'late', 'wait'],
  [[['conversation-ended', { hasWelcomeEvents: true }, 40]], ended, 'late', 'wait'],
  [[['user-message', {}, 30]], ended, 'ok:IDLE', 'conversation-resumed'],
];

const namedTransitions = loadingTransitions.map(([story, happens, becomes, due]) => {
  const path = [...story, happens].map(([type, , minutes = 0]) => `${type} at ${minutes}`);
  return [path.join(', '), becomes, due, story, happens] as const;
});

describe('the catalogue’s table of the CRM', () => {
  it.each(namedTransitions)('%s: %s, then %s', (_, becomes, due, story, happens) => {
    const before = runLoading(story.map(loadingEventFrom));
    const event = loadingEventFrom(happens);
    const recorded = messaging.recordLoading(before, event);
    expect(verdict(recorded)).toBe(becomes);
    const latest = Math.max(event.at, ...story.map(([, , minutes = 0]) => T + minutes * MINUTE));
    const clock = fixedClock(latest + MINUTE);
    expect(wordOf(messaging.intake(recorded.state.facts, { clock }).outcome)).toBe(due);
  });
});

/** The catalogue's machine of a conversation, read apart from the library. */
interface Model {
  stage: messaging.Stage;
  now: Instant;
  section: string | null;
  agent: string | null;
  tags: readonly string[];
  heldBy: string | null;
  comments: readonly string[];
  /** The closing steps done, and whether the case text was sent since the last report. */
  closing: readonly messaging.Event['type'][];
  isTextSent: boolean;
  /**
   * The client's messages that were heard of; those that were when it last changed hands; those that the bot has
   * answered.
   */
  heard: readonly messaging.Message[];
  handed: readonly messaging.Message[];
  answered: readonly messaging.Message[];
  /** What the bot did, whether or not it counted. */
  bot: readonly messaging.Event[];
  solvedAt: Instant;
  closedOutAt: Instant;
  handedOffAt: Instant;
  readonly policy: messaging.Policy;
}

const OPEN: readonly string[] = ['NEW', 'BOT', 'CLASSIFIED'];
const CASE: readonly string[] = ['SUPPORT', 'INVESTIGATING'];
const CLOSING: readonly messaging.Event['type'][] = ['standard-reply-sent', 'bot-reactivated', 'click-close'];
const FILING: readonly string[] = ['section-set', 'agent-set', 'tags-set'];

function isBotOnIn({ stage, heldBy, closing }: Model): boolean {
  if (stage === 'SOLVED') return closing.includes('bot-reactivated');
  return stage === 'CLOSED_OUT' || (OPEN.includes(stage) && heldBy === null);
}

/** The model with what an event files. */
function filedBy(model: Model, event: messaging.Event): Pick<Model, 'section' | 'agent' | 'tags'> {
  return {
    section: event.type === 'section-set' ? event.section : model.section,
    agent: event.type === 'agent-set' ? event.agent : model.agent,
    tags: event.type === 'tags-set' ? event.tags : model.tags,
  };
}

function isFiled(
  { section, agent, tags }: Pick<Model, 'section' | 'agent' | 'tags'>,
  policy: messaging.Policy,
): boolean {
  const name = (section ?? '').trim().toLowerCase();
  const isProper = name !== '' && !policy.forbiddenSections.some((one) => one.toLowerCase() === name);
  return isProper && (agent ?? '').trim() !== '' && tags.some((tag) => tag.trim() !== '');
}

/** The messages of the latest instant. */
function lastOf(messages: readonly messaging.Message[]): readonly messaging.Message[] {
  const last = Math.max(...messages.map(({ at }) => at));
  return messages.filter(({ at }) => at === last);
}

/** How far messages go. */
function reachOf(messages: readonly messaging.Message[]): messaging.Reach | null {
  const [first] = lastOf(messages);
  const ids = lastOf(messages).map(({ id }) => id);
  return first === undefined ? null : { at: first.at, ids: [...new Set(ids)].toSorted() };
}

/** Whether a message is one of these, or was written before the last of them. */
function isAmong(messages: readonly messaging.Message[], { id, at }: messaging.Message): boolean {
  return messages.some((one) => one.at > at || (one.at === at && one.id === id));
}

function isStale({ heard, handedOffAt }: Model, { at, after }: { at: Instant; after?: string | null }): boolean {
  if (at < handedOffAt) return true;
  if (after === undefined) return false;
  return heard.length === 0 ? after !== null : !lastOf(heard).some(({ id }) => id === after);
}

/** Whether a user may solve and close. */
function mayClose({ agent, policy }: Model, event: messaging.Event): boolean {
  const by = 'by' in event ? event.by : '';
  return by === agent || (policy.closers !== 'assigned-agent' && by === 'Supervisor');
}

function verdictOnClosing(model: Model, event: messaging.Event, isAllowed: boolean): string {
  const { stage, closing, policy } = model;
  const { type } = event;
  if (stage === 'CLOSED_OUT') return 'noop:duplicate';
  if (stage !== 'SOLVED') return 'illegal:not-solved';
  if (!isAllowed) return 'illegal:not-assigned-agent';
  if (closing.includes(type)) return 'noop:duplicate';
  if (policy.closeOrder === 'strict' && CLOSING[closing.length] !== type) return 'illegal:out-of-order';
  if (type === 'bot-reactivated' && isStale(model, event)) return 'illegal:stale';
  return closing.length === 2 ? 'ok:CLOSED_OUT' : 'ok:SOLVED';
}

function verdictOnFiling(model: Model, event: messaging.Event): string {
  const { stage, policy } = model;
  const after = filedBy(model, event);
  if (stage === 'CLOSED_OUT') {
    if (event.at < model.closedOutAt) return 'late';
    if (event.type !== 'agent-set') return 'ok:CLOSED_OUT';
    if ((after.agent ?? '').trim() === '') return 'noop:duplicate';
    return isFiled(after, policy) ? 'ok:CLASSIFIED' : 'ok:BOT';
  }
  if (!OPEN.includes(stage)) return `ok:${stage}`;
  if (isFiled(after, policy)) return 'ok:CLASSIFIED';
  return stage === 'CLASSIFIED' ? 'ok:BOT' : `ok:${stage}`;
}

function verdictOnMessage(model: Model, event: Extract<messaging.Event, { type: 'user-message' }>): string {
  const { stage, heard, handed, answered, solvedAt } = model;
  const isSeen = isAmong([...handed, ...answered], event);
  if (stage === 'CLOSED_OUT') return isSeen || isAmong(heard, event) ? 'late' : 'ok:BOT';
  if (stage === 'SOLVED' && event.notSolved === true) return isSeen || event.at < solvedAt ? 'late' : 'ok:SUPPORT';
  return isAmong(heard, event) ? 'late' : `ok:${stage}`;
}

function verdictOnBot({ stage, closedOutAt }: Model, event: messaging.Event, isBotOn: boolean): string {
  if (stage === 'CLOSED_OUT') return event.at < closedOutAt ? 'late' : 'ok:BOT';
  if (!isBotOn) return 'noop:bot-off';
  return stage === 'NEW' && event.type === 'bot-answered' ? 'ok:BOT' : `ok:${stage}`;
}

function verdictOnHandOff(model: Model, event: Extract<messaging.Event, { after: string | null }>): string {
  const { stage, heldBy } = model;
  const isTaking = event.type === 'taken-over';
  if (OPEN.includes(stage)) {
    if (isStale(model, event)) return 'illegal:stale';
    return heldBy === (isTaking ? event.by : null) ? 'noop:duplicate' : `ok:${stage}`;
  }
  if (stage === 'CLOSED_OUT') {
    if (!isTaking) return 'noop:duplicate';
    return isStale(model, event) ? 'illegal:stale' : 'ok:BOT';
  }
  if (isTaking) return 'noop:agent-attends';
  return stage === 'SOLVED' ? 'illegal:out-of-order' : 'illegal:not-solved';
}

function verdictOf(model: Model, event: messaging.Event): string {
  const { stage, comments, isTextSent } = model;
  const same = `ok:${stage}`;
  const isOpen = OPEN.includes(stage);
  const isCase = CASE.includes(stage);
  const elsewhere = isOpen ? 'illegal:no-support-case' : 'late';
  if (isKnownOfBot(model, event)) return 'noop:duplicate';
  if (FILING.includes(event.type)) return verdictOnFiling(model, event);
  if (CLOSING.includes(event.type)) return verdictOnClosing(model, event, mayClose(model, event));
  switch (event.type) {
    case 'user-message':
      return verdictOnMessage(model, event);
    case 'bot-answered':
    case 'bot-silent':
      return verdictOnBot(model, event, isBotOnIn(model));
    case 'hooked':
      return isBotOnIn(model) ? same : 'illegal:bot-off';
    case 'comment-question':
      return stage === 'CLOSED_OUT' ? 'ok:BOT' : same;
    case 'comment-answered':
      return comments.includes(event.comment) ? same : 'illegal:no-comment';
    case 'support-ticket':
      return 'ok:SUPPORT';
    case 'user-called':
    case 'user-located':
      return isCase ? same : elsewhere;
    case 'no-immediate-solution':
      if (stage === 'SOLVED') return 'illegal:already-solved';
      return isCase ? 'ok:INVESTIGATING' : 'illegal:no-support-case';
    case 'case-text-sent':
      if (stage === 'SUPPORT') return 'illegal:not-investigating';
      if (stage === 'INVESTIGATING') return isTextSent ? 'noop:duplicate' : same;
      return elsewhere;
    case 'solved':
      if (isCase) return mayClose(model, event) ? 'ok:SOLVED' : 'illegal:not-assigned-agent';
      return isOpen ? 'illegal:no-support-case' : 'noop:duplicate';
    case 'taken-over':
    case 'given-back':
      return verdictOnHandOff(model, event);
    default:
      return '';
  }
}

/** A message has its place, however late. */
/** Whether nothing is new in what the bot did: neither when, nor what it answered. */
function isKnownOfBot({ bot, handed, answered }: Model, event: messaging.Event): boolean {
  const isLatest = bot.every(({ type, at }) => type !== event.type || at < event.at);
  if (isLatest || !isOfBot(event)) return false;
  return event.type !== 'bot-answered' || event.to === undefined || isAmong([...handed, ...answered], event.to);
}

function isOfBot({ type }: messaging.Event): boolean {
  return type === 'bot-answered' || type === 'bot-silent' || type === 'hooked';
}

/** What is remembered of an event even where it moves nothing. */
function rememberMessage(model: Model, event: messaging.Event): void {
  if (event.type === 'user-message') model.heard = [...model.heard, { id: event.id, at: event.at }];
  if (isOfBot(event)) model.bot = [...model.bot, event];
  if (event.type === 'bot-answered' && event.to !== undefined) model.answered = [...model.answered, event.to];
}

function handedOff({ heard }: Model, { at }: messaging.Event): Pick<Model, 'handed' | 'handedOffAt'> {
  return { handed: heard, handedOffAt: at };
}

/** What the model remembers of an event that was taken. */
function remember(model: Model, event: messaging.Event, stage: messaging.Stage): void {
  Object.assign(model, filedBy(model, event));
  rememberMessage(model, event);
  switch (event.type) {
    case 'comment-question':
      model.comments = [...model.comments, event.id];
      break;
    case 'comment-answered':
      model.comments = model.comments.filter((one) => one !== event.comment);
      break;
    case 'support-ticket':
      Object.assign(model, { heldBy: null, closing: [], isTextSent: false, ...handedOff(model, event) });
      break;
    case 'no-immediate-solution':
      model.isTextSent = false;
      break;
    case 'case-text-sent':
      model.isTextSent = true;
      break;
    case 'solved':
      Object.assign(model, { solvedAt: event.at, closing: [], handed: model.heard });
      break;
    case 'taken-over':
    case 'given-back':
      Object.assign(model, { heldBy: event.type === 'taken-over' ? event.by : null, ...handedOff(model, event) });
      break;
    default:
  }
  if (CLOSING.includes(event.type)) model.closing = [...model.closing, event.type];
  if (event.type === 'bot-reactivated') Object.assign(model, handedOff(model, event));
  if (stage === 'CLOSED_OUT' && model.stage !== stage) {
    Object.assign(model, { agent: null, heldBy: null, closedOutAt: event.at });
  }
  model.stage = stage;
}

/** Where the case is, as the facts tell it. */
const courseOf = {
  SUPPORT: 'support',
  INVESTIGATING: 'investigating',
  SOLVED: 'solved',
  CLOSED_OUT: 'closed-out',
} as const;

class Tell implements fc.Command<Model, { state: messaging.Conversation }> {
  readonly draw: Draw<messaging.Event['type']>;
  constructor(draw: Draw<messaging.Event['type']>) {
    this.draw = draw;
  }
  check(): boolean {
    return true;
  }
  run(model: Model, real: { state: messaging.Conversation }): void {
    const before = real.state;
    const { policy } = model;
    const event = eventOf(before, this.draw, `e${drawn++}`.padEnd(9, '0'), model.now);
    const expected = verdictOf(model, event);
    const recorded = messaging.record(before, event, { policy });
    const { state, status } = recorded;
    expect(`${before.stage} ${event.type} ${verdict(recorded)}`).toBe(`${before.stage} ${event.type} ${expected}`);
    if (status === 'applied') remember(model, event, state.stage);
    else if (status === 'late' || status === 'no-effect') rememberMessage(model, event);
    model.now = Math.max(model.now, event.at);
    const { facts, stage } = state;
    expect([facts.agent, facts.heldBy]).toEqual([model.agent, model.heldBy]);
    expect(facts.lastMessage).toEqual(reachOf(model.heard));
    expect(facts.botSeen).toEqual(reachOf([...model.handed, ...model.answered]));
    expect(facts.openComments).toEqual(model.comments);
    expect(facts.course).toBe(stage in courseOf ? courseOf[stage as keyof typeof courseOf] : 'open');
    expect(messaging.isBotOn(facts)).toBe(isBotOnIn(model));
    if (stage === 'SOLVED') expect(facts.closing?.length).toBe(model.closing.length);
    if (status === 'refused') expect(state).toBe(before);
    // What was taken and comes again changes nothing; what had no effect has none when it comes again.
    else expect(messaging.record(state, event, { policy }).state).toEqual(state);
    // The instants of what the bot does are known, whatever comes of it.
    const { botAnsweredAt, botSilentAt } = facts;
    const known = event.type.startsWith('bot-') ? { botAnsweredAt, botSilentAt, botSeen: facts.botSeen ?? null } : {};
    if (status === 'no-effect') {
      expect(state).toEqual({ ...before, facts: { ...before.facts, ...known }, seen: state.seen });
    }
    // Every prefix can be stored, and goes on from there.
    const stored = read(stateSchema, JSON.parse(JSON.stringify(state)));
    expect(stored).toEqual({ ok: true, value: state });
    if (stored.ok) real.state = stored.value;
    const { outcome } = messaging.decide(facts, { policy });
    expect(outcome.action).not.toBe('refuse');
    // No dead end: from everywhere a ticket leads to a case.
    const ticketed = messaging.record(state, {
      id: 'end',
      contact: CONTACT,
      at: T + 400 * DAY,
      type: 'support-ticket',
    });
    expect(CASE).toContain(ticketed.state.stage);
  }
  toString(): string {
    return JSON.stringify(this.draw);
  }
}

const commandsOf = <Type, Known extends object, Real>(
  draw: fc.Arbitrary<Draw<Type>>,
  Command: new (draw: Draw<Type>) => fc.Command<Known, Real>,
): fc.Arbitrary<Iterable<fc.Command<Known, Real>>> =>
  fc.commands([draw.map((one) => new Command(one))], { maxCommands: 30, size: 'max' });

/** The catalogue's machine of the CRM, read apart from the library. */
interface LoadingModel {
  stage: messaging.LoadingStage;
  now: Instant;
  end: { readonly at: Instant; readonly hasWelcome: boolean } | null;
  wrote: readonly Instant[];
  isTagged: boolean;
  isKnown: boolean;
  isFlagged: boolean;
  isLoaded: boolean;
  readonly policy: messaging.Policy;
}

const BEFORE: readonly string[] = ['IDLE', 'WAITING'];

/** Whether the client wrote again before the wait was over. */
function isResumed({ policy }: LoadingModel, end: Instant, wrote: readonly Instant[]): boolean {
  return policy.resumption === 'restarts' && wrote.some((one) => one > end && one < end + Number(policy.crmDelay));
}

/** Of two ends at one instant either may have had welcome events. */
function hadWelcome(
  { end }: LoadingModel,
  event: Extract<messaging.LoadingEvent, { hasWelcomeEvents: boolean }>,
): boolean {
  return event.hasWelcomeEvents || (end?.at === event.at && end.hasWelcome);
}

function verdictOnEnd(
  model: LoadingModel,
  event: Extract<messaging.LoadingEvent, { hasWelcomeEvents: boolean }>,
): string {
  const { stage, end, wrote } = model;
  if (!BEFORE.includes(stage)) return 'noop:automation-runs';
  if (end !== null && event.at < end.at) return 'late';
  return hadWelcome(model, event) && !isResumed(model, event.at, wrote) ? 'ok:WAITING' : 'ok:IDLE';
}

function verdictOnWriting(model: LoadingModel, at: Instant): string {
  const { stage, end, wrote } = model;
  if (wrote.includes(at)) return 'noop:duplicate';
  if (!BEFORE.includes(stage)) return 'noop:automation-runs';
  if (end !== null && at <= end.at) return 'late';
  return stage === 'WAITING' && end !== null && isResumed(model, end.at, [...wrote, at]) ? 'ok:IDLE' : `ok:${stage}`;
}

function loadingVerdictOf(model: LoadingModel, event: messaging.LoadingEvent): string {
  const { stage, end, isTagged, isKnown, isFlagged, isLoaded, policy } = model;
  const same = `ok:${stage}`;
  const isOver = end !== null && event.at >= end.at + Number(policy.crmDelay);
  if (stage === 'LOADED') {
    if (event.type === 'user-message') {
      if (model.wrote.includes(event.at)) return 'noop:duplicate';
    } else if (!isLoaded && event.type === 'loaded') return same;
    else if (!isLoaded && event.type === 'automation-failed') return 'ok:FAILED';
    return 'noop:already-loaded';
  }
  const whileRunning = stage === 'FAILED' ? 'noop:automation-failed' : 'noop:duplicate';
  switch (event.type) {
    case 'conversation-ended':
      return verdictOnEnd(model, event);
    case 'user-message':
      return verdictOnWriting(model, event.at);
    case 'tag-added':
      if (stage === 'WAITING') return isOver ? 'ok:TAGGED' : 'illegal:too-early';
      return stage === 'IDLE' ? 'illegal:no-trigger' : whileRunning;
    case 'tag-added-by-hand':
      if (event.tag !== TAG) return 'noop:another-tag';
      if (!BEFORE.includes(stage)) return whileRunning;
      return policy.manualTag === 'after-delay' && !isOver ? same : 'ok:TAGGED';
    case 'contact-requested':
      if (BEFORE.includes(stage))
        return (isTagged && isOver) || (isFlagged && !isKnown) ? 'ok:ASKED' : 'illegal:not-tagged';
      return stage === 'TAGGED' ? 'ok:ASKED' : whileRunning;
    case 'data-given':
      return BEFORE.includes(stage) ? 'illegal:not-asked' : 'ok:LOADED';
    case 'upload-flag-set':
      if (!/^s[ií] ?$/i.test(event.value ?? '')) return same;
      return isKnown ? 'ok:LOADED' : 'noop:contact-unknown';
    case 'contact-known':
      return isFlagged ? 'ok:LOADED' : same;
    case 'automation-failed':
      if (stage === 'IDLE') return isTagged && isOver ? 'ok:FAILED' : 'illegal:no-trigger';
      return stage === 'FAILED' ? 'noop:duplicate' : 'ok:FAILED';
    case 'survey-sent':
      return stage === 'FAILED' ? same : 'illegal:not-failed';
    case 'survey-answered':
      return stage === 'FAILED' ? 'ok:LOADED' : 'illegal:not-failed';
    case 'loaded':
      return 'ok:LOADED';
  }
}

function rememberLoading(model: LoadingModel, event: messaging.LoadingEvent, stage: messaging.LoadingStage): void {
  switch (event.type) {
    case 'conversation-ended':
      model.end = { at: event.at, hasWelcome: hadWelcome(model, event) };
      model.wrote = model.wrote.filter((one) => one > event.at);
      break;
    case 'user-message':
      model.wrote = [...model.wrote, event.at];
      break;
    case 'tag-added-by-hand':
      model.isTagged = true;
      break;
    case 'contact-known':
      model.isKnown = true;
      break;
    case 'upload-flag-set':
      model.isFlagged = /^s[ií] ?$/i.test(event.value ?? '');
      break;
    case 'loaded':
      model.isLoaded = true;
      break;
    default:
  }
  if (!BEFORE.includes(stage)) model.wrote = [];
  model.stage = stage;
}

class TellLoading implements fc.Command<LoadingModel, { state: messaging.Loading }> {
  readonly draw: Draw<messaging.LoadingEvent['type']>;
  constructor(draw: Draw<messaging.LoadingEvent['type']>) {
    this.draw = draw;
  }
  check(): boolean {
    return true;
  }
  run(model: LoadingModel, real: { state: messaging.Loading }): void {
    const before = real.state;
    const { policy } = model;
    const event = loadingEventOf(before, this.draw, `e${drawn++}`, model.now);
    const expected = loadingVerdictOf(model, event);
    const recorded = messaging.recordLoading(before, event, { policy });
    const { state, status, code } = recorded;
    expect(`${before.stage} ${event.type} ${verdict(recorded)}`).toBe(`${before.stage} ${event.type} ${expected}`);
    if (status === 'applied' || code === 'contact-unknown') rememberLoading(model, event, state.stage);
    if (status === 'refused') expect(state).toBe(before);
    model.now = Math.max(model.now, event.at);
    // What was taken and comes again changes nothing.
    if (state !== before) expect(messaging.recordLoading(state, event, { policy }).state).toEqual(state);
    const stored = read(loadingSchema, JSON.parse(JSON.stringify(state)));
    expect(stored).toEqual({ ok: true, value: state });
    if (stored.ok) real.state = stored.value;
    const { outcome } = messaging.intake(state.facts, { clock: fixedClock(model.now), policy });
    expect(dueAt[state.stage]).toContain(wordOf(outcome));
    expect(wordOf(outcome) === 'already-loaded').toBe(model.isLoaded);
    // No dead end: whoever loads a contact by hand is taken at their word.
    const end = messaging.recordLoading(
      state,
      { id: 'end', contact: CONTACT, at: model.now, type: 'loaded' },
      { policy },
    );
    expect(end.state.stage).toBe('LOADED');
  }
  toString(): string {
    return JSON.stringify(this.draw);
  }
}

describe('the machines of messaging, against a model of them', () => {
  it('answers every event of a conversation as the catalogue does, keeps its laws after each, and can be stored at any time', () => {
    fc.assert(
      fc.property(anyPolicy, commandsOf(draw, Tell), (policy, commands) => {
        const model: Model = {
          ...{ stage: 'NEW', now: T, section: null, agent: null, tags: [], heldBy: null, comments: [], closing: [] },
          ...{
            isTextSent: false,
            heard: [],
            handed: [],
            answered: [],
            bot: [],
            solvedAt: T,
            closedOutAt: T,
            handedOffAt: -Infinity,
            policy,
          },
        };
        fc.modelRun(() => ({ model, real: { state: messaging.start(CONTACT) } }), commands);
      }),
      { numRuns: 1_000 },
    );
  });

  it('answers every event on the way into the CRM as the catalogue does, and can be stored at any time', () => {
    fc.assert(
      fc.property(anyPolicy, commandsOf(loadingDraw, TellLoading), (policy, commands) => {
        const model: LoadingModel = {
          ...{ stage: 'IDLE', now: T, end: null, wrote: [], isTagged: false, isKnown: false, isFlagged: false },
          ...{ isLoaded: false, policy },
        };
        fc.modelRun(() => ({ model, real: { state: messaging.newContact(CONTACT) } }), commands);
      }),
      { numRuns: 1_000 },
    );
  });
});
