import { describe, expect, it } from 'vitest';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import * as messaging from 'pauta/messaging';
import { deepFreeze } from './deep-freeze.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TEN = Date.parse('2024-05-13T10:00:00-04:00');
const morning = { clock: fixedClock(TEN) };
const by = 'Ana';
const filed = { section: 'Soporte', agent: by, department: 'Soporte general', tags: ['soporte'] } as const;

type Sketch = readonly [type: messaging.Event['type'], at: Instant, rest?: object];

function play(
  sketches: readonly Sketch[],
  policy = messaging.defaultPolicy,
  from: messaging.Conversation = { ...messaging.start('ana'), facts: { ...messaging.start('ana').facts, ...filed } },
): messaging.ConversationRecorded {
  let last: messaging.ConversationRecorded = { state: from, status: 'applied' };
  sketches.forEach(([type, at, rest]) => {
    const event = { id: `${type} ${at}`, at, contact: 'ana', type, ...rest } as messaging.Event;
    last = messaging.record(deepFreeze(last.state), deepFreeze(event), { policy });
  });
  return last;
}

const at = (minute: number): Instant => TEN + minute * MINUTE;
const solved: readonly Sketch[] = [
  ['support-ticket', at(0)],
  ['solved', at(10), { by }],
];
const reactivated: readonly Sketch[] = [
  ...solved,
  ['standard-reply-sent', at(11), { by }],
  ['bot-reactivated', at(12), { by }],
];
const closedOut: readonly Sketch[] = [...reactivated, ['click-close', at(20), { by }]];

it('the machines of messaging have the names that errors give', () => {
  expect([messaging.flow.name, messaging.loadingFlow.name]).toEqual(['messaging', 'messaging/loading']);
});

describe('an instant is compared as it is', () => {
  it('of a closing-out or a hand-off itself, nothing is before it', () => {
    const answered = play([...closedOut, ['bot-answered', at(20)]]);
    expect([answered.status, answered.state.stage]).toEqual(['applied', 'BOT']);
    const back = play([
      ['taken-over', at(0), { by, after: null }],
      ['given-back', at(0), { by, after: null }],
    ]);
    expect([back.status, back.state.facts.heldBy]).toEqual(['applied', null]);
  });

  it.each([-HOUR, -1, 0])(
    'at %i milliseconds from 1970, and where nothing happened there is nothing to compare',
    (when) => {
      expect(play([['taken-over', when, { by, after: null }]]).status).toBe('applied');
      for (const [type, fact] of [
        ['bot-silent', 'botSilentAt'],
        ['hooked', 'hookedAt'],
        ['bot-answered', 'botAnsweredAt'],
      ] as const) {
        const { status, state } = play([[type, when]]);
        expect([status, state.facts[fact]]).toEqual(['applied', when]);
      }
      const silent = { ...filed, botSilentAt: when, botAnsweredAt: null, hookedAt: null, handedOffAt: null };
      expect(messaging.decide(silent).outcome.action).toBe('hook');
    },
  );
});

describe('what the bot does', () => {
  it('is known by its instants: the same again, or an older one, is a duplicate', () => {
    for (const type of ['bot-silent', 'hooked', 'bot-answered'] as const) {
      const { state } = play([[type, at(5)]]);
      for (const when of [at(5), at(4)]) {
        expect(play([[type, when]], messaging.defaultPolicy, state)).toEqual({ state, status: 'duplicate' });
      }
      expect(play([[type, at(6)]], messaging.defaultPolicy, state).status).toBe('applied');
    }
    // Each by its own: a silence that is heard of after a later hook is not known yet.
    expect(
      play([
        ['hooked', at(9)],
        ['bot-silent', at(5)],
      ]),
    ).toMatchObject({ status: 'applied', state: { facts: { botSilentAt: at(5), hookedAt: at(9) } } });
  });

  it('is not done in a case under way, whatever closing steps are told of', () => {
    for (const course of ['support', 'investigating'] as const) {
      expect(messaging.isBotOn({ course, closing: ['standard-reply', 'reactivate-bot'] })).toBe(false);
    }
  });

  it('is done for a message later than all that was seen, though it bear an id that was seen', () => {
    const botSeen = { at: TEN, ids: ['m'] };
    expect(messaging.isForBot({ botSeen }, { id: 'm', at: TEN })).toBe(false);
    expect(messaging.isForBot({ botSeen }, { id: 'm', at: TEN + 1 })).toBe(true);
  });
});

describe('a case', () => {
  it('has its text sent once for a report', () => {
    const told: readonly Sketch[] = [
      ['support-ticket', at(0)],
      ['no-immediate-solution', at(1)],
      ['case-text-sent', at(2)],
    ];
    expect(play(told).status).toBe('applied');
    const again = play([...told, ['case-text-sent', at(3)]]);
    expect(again).toMatchObject({
      status: 'no-effect',
      code: 'duplicate',
      state: { facts: { caseTextSentAt: at(2) } },
    });
    const anew = play([...told, ['no-immediate-solution', at(3)], ['case-text-sent', at(4)]]);
    expect(anew).toMatchObject({ status: 'applied', state: { facts: { caseTextSentAt: at(4) } } });
  });

  it('takes each closing step once, in any order too', () => {
    const policy = messaging.policy({ closeOrder: 'any' });
    for (const type of ['click-close', 'bot-reactivated', 'standard-reply-sent'] as const) {
      const { state } = play([...solved, [type, at(11), { by }]], policy);
      const again = play([[type, at(12), { by }]], policy, state);
      expect(again).toMatchObject({ status: 'no-effect', code: 'duplicate', state: { facts: state.facts } });
    }
  });

  it('that was solved has any other message of before counted: only a complaint is too late', () => {
    const plain = play([...solved, ['user-message', at(5)]]);
    expect(plain).toMatchObject({
      status: 'applied',
      state: { stage: 'SOLVED', facts: { lastMessage: { at: at(5) } } },
    });
    const complaint = play([...solved, ['user-message', at(5), { notSolved: true }]]);
    expect(complaint).toMatchObject({ status: 'late', state: { stage: 'SOLVED' } });
  });

  it('goes back to support for a complaint that is heard of after a later message: that one counts', () => {
    const back = play([...solved, ['user-message', at(15)], ['user-message', at(14), { notSolved: true }]]);
    expect([back.status, back.state.stage]).toEqual(['applied', 'SUPPORT']);
    expect(back.state.facts).toMatchObject({ course: 'support', solvedAt: null, closing: [] });
  });
});

describe('a conversation that was closed out', () => {
  it('has had the answer to a message that was seen: by the bot, or because a later one was known', () => {
    const late = { status: 'late', rule: 'messaging/close-final-state', state: { stage: 'CLOSED_OUT' } };
    const known = play([...reactivated, ['user-message', at(15)], ['click-close', at(20), { by }]]);
    expect(known.state.stage).toBe('CLOSED_OUT');
    expect(play([['user-message', at(14)]], messaging.defaultPolicy, known.state)).toMatchObject(late);
    const to = { id: 'm', at: at(14) };
    const answered = play([...reactivated, ['bot-answered', at(15), { to }], ['click-close', at(20), { by }]]);
    expect(answered.state.stage).toBe('CLOSED_OUT');
    expect(play([['user-message', to.at, to]], messaging.defaultPolicy, answered.state)).toMatchObject(late);
  });

  it('keeps the instant of its close-out, whatever is filed, hooked or answered afterwards', () => {
    const asked = play([...solved, ['comment-question', at(10), { id: 'c' }], ...closedOut.slice(2)]).state;
    expect(asked).toMatchObject({ stage: 'CLOSED_OUT', facts: { closedOutAt: at(20) } });
    for (const sketch of [
      ['section-set', at(30), { section: 'Ventas' }],
      ['tags-set', at(30), { tags: [] }],
      ['hooked', at(30)],
      ['comment-answered', at(30), { comment: 'c' }],
    ] as const) {
      const { status, state } = play([sketch], messaging.defaultPolicy, asked);
      expect([status, state.stage, state.facts.closedOutAt]).toEqual(['applied', 'CLOSED_OUT', at(20)]);
    }
  });
});

describe('a name', () => {
  it('of a section has no spaces around, and is compared letter by letter in any case', () => {
    const policy = messaging.policy({ forbiddenSections: [' Todos\n', 'STRASSE'] });
    expect(policy.forbiddenSections).toEqual(['Todos', 'STRASSE']);
    const missing = (section: string): unknown =>
      messaging.classification({ ...filed, section }, { policy }).outcome.action === 'classify';
    expect(['todos', ' TODOS ', 'Strasse', 'Straße', 'Todo'].map(missing)).toEqual([true, true, true, false, false]);
  });

  it('of a topic is another where a letter is, though it look the same in capitals', () => {
    expect(messaging.department('TIENDA').outcome).toMatchObject({ user: 'Tienda IDEA' });
    // The letter without a dot is neither an "i" in another case nor one without an accent.
    expect(messaging.department('Tıenda').outcome).toMatchObject({ action: 'not-covered' });
  });
});

it('a case 2 of which nobody says that it is solved is not', () => {
  expect(messaging.support({ case: 2 }).outcome).toEqual({
    ...{ action: 'take-steps', steps: ['call-user', 'locate-user', 'monitor-case'] },
  });
});

describe('watching the bot', () => {
  it('names the messages to send, with their data and rules', () => {
    const policy = messaging.policy({ centralPhone: '0800-000' });
    const right = messaging.monitoring({ answers: 'right', isLost: false, agent: by }, { policy });
    expect(right).toEqual({
      outcome: {
        action: 'take-steps',
        steps: [
          { action: 'let-bot-answer', rule: 'messaging/eva-right-let' },
          {
            ...{ action: 'send-capture-call-message', template: 'capture-call', data: { agent: by } },
            rule: 'messaging/eva-right-capture-call',
          },
        ],
      },
      rule: 'messaging/eva-right-let',
      situation: { answers: 'right', user: 'served' },
      validUntil: null,
    });
    const lost = messaging.monitoring({ answers: 'unjudged', isLost: true }, { policy });
    expect(lost.outcome).toEqual({
      action: 'take-steps',
      steps: [
        {
          ...{ action: 'send-central-phone-message', template: 'central-phone' },
          ...{ data: { agent: null, centralPhone: '0800-000' }, rule: 'messaging/eva-lost-phone' },
        },
        { action: 'offer-mail-or-chat', rule: 'messaging/eva-lost-alternatives' },
      ],
    });
  });

  it('is a round of inbox and networks', () => {
    const { outcome, situation, validUntil } = messaging.round();
    expect([outcome.action, situation, validUntil]).toEqual(['watch', { places: 'inbox-and-networks' }, null]);
  });
});

describe('the greeting', () => {
  it('that is given with the message does not end', () => {
    const given = messaging.message('capture-call', { agent: by, greeting: 'Hola' }, morning);
    expect(given).toMatchObject({ outcome: { action: 'send-text' }, validUntil: null });
    const ours = messaging.message('capture-call', { agent: by }, morning);
    expect(ours.validUntil).toBe(TEN + 2 * HOUR);
  });

  it('of the morning may begin at midnight, and no earlier', () => {
    const greetings = { morning: { from: 0, text: 'Buenos días' } };
    expect(messaging.policy({ greetings }).greetings.morning.from).toBe(0);
    expect(() => messaging.policy({ greetings: { morning: { from: -1, text: 'Buenos días' } } })).toThrow('greetings');
  });
});
