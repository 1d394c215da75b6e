import { describe, expect, it } from 'vitest';
import { fixedClock, manualClock, type Instant } from '../src/kernel/clock.js';
import * as messaging from 'pauta/messaging';
import { deepFreeze } from './deep-freeze.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A morning in Caracas. */
const TEN = Date.parse('2024-05-13T10:00:00-04:00');
const morning = { clock: fixedClock(TEN) };

const filed = { section: 'Soporte', agent: 'Ana', department: 'Soporte general', tags: ['soporte'] } as const;
const by = 'Ana';

/** An event, a minute after the one before unless its instant is given. */
type Sketch = readonly [type: messaging.Event['type'], rest?: object];

interface Played {
  readonly last: messaging.ConversationRecorded;
  readonly facts: messaging.Facts;
  readonly stage: messaging.Stage;
  /** How many events there were. */
  readonly count: number;
}

function playFrom(before: Pick<Played, 'last' | 'count'>, ...sketches: readonly Sketch[]): Played {
  let { last } = before;
  let { count } = before;
  for (const [type, rest] of sketches) {
    const common = { id: `event-${count}`, at: TEN + count * MINUTE, contact: 'ana' };
    last = messaging.record(deepFreeze(last.state), deepFreeze({ ...common, type, ...rest }) as messaging.Event);
    count += 1;
  }
  return { last, facts: last.state.facts, stage: last.state.stage, count };
}

function play(...sketches: readonly Sketch[]): Played {
  return playFrom({ last: { state: messaging.start('ana'), status: 'applied' }, count: 0 }, ...sketches);
}

/** What comes next in a conversation. */
function next({ facts }: Pick<Played, 'facts'>, policy = messaging.defaultPolicy): string {
  const { outcome } = messaging.decide(deepFreeze(facts), { policy });
  return outcome.action === 'none' ? `none: ${outcome.reason}` : outcome.action;
}

function allOpen({ facts }: Pick<Played, 'facts'>): readonly string[] {
  return messaging.duties(facts).open.map(({ action }) => action);
}

const filing: readonly Sketch[] = [
  ['section-set', { section: 'Soporte' }],
  ['tags-set', { tags: ['soporte'] }],
  ['agent-set', { agent: 'Ana', department: 'Soporte general' }],
];
const ticket: readonly Sketch[] = [...filing, ['support-ticket']];
const solved: readonly Sketch[] = [...ticket, ['solved', { by }]];
const replied: readonly Sketch[] = [...solved, ['standard-reply-sent', { by }]];
const reactivated: readonly Sketch[] = [...replied, ['bot-reactivated', { by }]];
const closedOut: readonly Sketch[] = [...reactivated, ['click-close', { by }]];

describe('deciding', () => {
  it('needs no fact at all, and says by which rule it answers and what it saw', () => {
    expect(messaging.decide({})).toEqual({
      outcome: { action: 'classify', missing: ['section', 'agent', 'tag'] },
      rule: 'messaging/classify-every',
      situation: {
        ...{ hook: 'no', comment: 'none', classified: 'no-agent', course: 'bot' },
        lacking: { section: 'forbidden', agent: 'none', tag: 'none', asked: 'yes' },
      },
      validUntil: null,
    });
  });

  it('leaves a classified conversation to the bot, or to the person who took it over', () => {
    expect(next({ facts: filed })).toBe('none: bot-attends');
    expect(next({ facts: { ...filed, heldBy: 'Ana' } })).toBe('none: person-attends');
  });

  it('names first who has no answer, then an agent, then the case, then the rest of the classification', () => {
    const silent = { botSilentAt: TEN };
    const asked = { openComments: ['c'] };
    const unsolved = { course: 'support', department: 'Soporte general' } as const;
    const order: readonly (readonly [messaging.Facts, string])[] = [
      [{ ...silent, ...asked, course: 'open' }, 'hook'],
      [{ ...asked, ...unsolved }, 'reply-comment'],
      [unsolved, 'classify'],
      [{ ...unsolved, agent: 'Ana' }, 'call-user'],
      [{ ...unsolved, agent: 'Ana', calledAt: TEN }, 'locate-user'],
      [{ ...unsolved, agent: 'Ana', calledAt: TEN, locatedAt: TEN }, 'classify'],
      [{ ...unsolved, ...filed, calledAt: TEN, locatedAt: TEN }, 'monitor-case'],
    ];
    for (const [facts, action] of order) expect(next({ facts })).toBe(action);
  });

  it('gives the data with what is to be done', () => {
    const outcomeOf = (facts: messaging.Facts): messaging.Outcome => messaging.decide({ ...filed, ...facts }).outcome;
    expect(outcomeOf({ botSilentAt: TEN })).toEqual({ action: 'hook', snippet: 2 });
    expect(outcomeOf({ openComments: ['c-1', 'c-2'] })).toEqual({
      ...{ action: 'reply-comment', comment: 'c-1', emojis: true },
    });
    expect(outcomeOf({ course: 'support' })).toEqual({ action: 'call-user', by: 'Ana' });
    expect(outcomeOf({ course: 'investigating', calledAt: TEN, locatedAt: TEN })).toEqual({
      ...{ action: 'send-message', template: 'case-3', data: { department: 'Soporte general', agent: 'Ana' } },
    });
    expect(outcomeOf({ course: 'solved' })).toEqual({
      ...{ action: 'send-message', template: 'closing', step: 'standard-reply', data: { agent: 'Ana' } },
    });
    expect(outcomeOf({ course: 'solved', closing: ['standard-reply'] })).toEqual({
      ...{ action: 'reactivate-bot', by: 'Ana' },
    });
  });

  it('asks for the department that the text of a case must name', () => {
    const facts = { ...filed, department: null, course: 'investigating', calledAt: TEN, locatedAt: TEN } as const;
    expect(messaging.decide(facts).outcome).toEqual({ action: 'need-fact', fact: 'department' });
  });

  it('hooks once, and not a bot that has answered since', () => {
    expect(next({ facts: { ...filed, botSilentAt: TEN, botAnsweredAt: TEN - 1 } })).toBe('hook');
    expect(next({ facts: { ...filed, botSilentAt: TEN, botAnsweredAt: TEN } })).toBe('none: bot-attends');
    expect(next({ facts: { ...filed, botSilentAt: TEN, hookedAt: TEN } })).toBe('none: bot-attends');
    // Whoever asked by a comment is hooked, whether or not the bot answered.
    expect(next({ facts: { ...filed, commentedAt: TEN, botAnsweredAt: TEN } })).toBe('hook');
    expect(next({ facts: { ...filed, commentedAt: TEN, hookedAt: TEN } })).toBe('none: bot-attends');
  });
});

describe('duties', () => {
  it('are all that is open, in the order in which they are named', () => {
    const facts: messaging.Facts = { agent: 'Ana', course: 'investigating', openComments: ['c-1', 'c-2'] };
    expect(messaging.duties(deepFreeze(facts))).toEqual({
      open: [
        { action: 'reply-comment', comment: 'c-1', emojis: true, rule: 'messaging/comment-reply-emojis' },
        { action: 'reply-comment', comment: 'c-2', emojis: true, rule: 'messaging/comment-reply-emojis' },
        { action: 'call-user', by: 'Ana', rule: 'messaging/case-2-call' },
        { action: 'locate-user', by: 'Ana', rule: 'messaging/case-2-locate' },
        { action: 'need-fact', fact: 'department', rule: 'messaging/case-3-text' },
        { action: 'monitor-case', by: 'Ana', rule: 'messaging/case-2-monitor' },
        { action: 'classify', missing: ['section', 'tag'], rule: 'messaging/classify-every' },
      ],
      validUntil: null,
    });
  });

  it('begin with an agent where there is none, and are none where there is nothing to do', () => {
    expect(allOpen({ facts: { course: 'support' } })).toEqual([
      ...['classify', 'call-user', 'locate-user', 'monitor-case'],
    ]);
    expect(allOpen({ facts: filed })).toEqual([]);
    expect(allOpen({ facts: { course: 'closed-out' } })).toEqual([]);
  });

  it('are both of a comment: to hook its author and to answer it', () => {
    const { facts } = play(...filing, ['comment-question', { id: 'c' }]);
    expect(messaging.duties(facts).open).toEqual([
      { action: 'hook', snippet: 2, rule: 'messaging/hook-comments' },
      { action: 'reply-comment', comment: 'c', emojis: true, rule: 'messaging/comment-reply-emojis' },
    ]);
    expect(messaging.duties({ ...facts, botSilentAt: TEN + HOUR }).open[0]).toMatchObject({
      rule: 'messaging/hook-when-silent',
    });
  });

  it('are over when the three closing steps are done', () => {
    const facts = { ...filed, ...play(...closedOut).facts, agent: 'Ana', course: 'solved' } as const;
    expect([next({ facts }), allOpen({ facts })]).toEqual(['none: closed-out', []]);
  });

  it('name the first closing step that is missing, in whatever order the others were taken', () => {
    const orders: readonly (readonly [readonly messaging.ClosingStep[], string])[] = [
      [[], 'send-message'],
      [['click-close'], 'send-message'],
      [['reactivate-bot', 'click-close'], 'send-message'],
      [['click-close', 'standard-reply'], 'reactivate-bot'],
      [['reactivate-bot', 'standard-reply'], 'click-close'],
    ];
    for (const [closing, action] of orders) {
      const facts = { ...filed, course: 'solved', closing } as const;
      expect([next({ facts }), allOpen({ facts })]).toEqual([action, [action]]);
    }
    // To the question how it is to be closed, the order is still refused.
    const asked = { solved: true, agent: 'Ana', actor: by, done: ['click-close'] } as const;
    expect(messaging.closing(asked).outcome).toEqual({ action: 'refuse', code: 'out-of-order' });
  });

  it('put all that is missing before a case that is only watched, as deciding does', () => {
    const facts = { course: 'support', agent: 'Ana', calledAt: TEN, locatedAt: TEN } as const;
    expect(allOpen({ facts })).toEqual(['classify', 'monitor-case']);
    expect(next({ facts })).toBe('classify');
    expect(allOpen({ facts: { ...facts, locatedAt: null } })).toEqual(['locate-user', 'monitor-case', 'classify']);
  });

  it('hold nothing but what is to be done: nobody’s case is given to somebody before it is closed', () => {
    expect(allOpen(play(...solved, ['agent-set', { agent: null }]))).toEqual(['classify']);
  });
});

describe('a case from its ticket to its closing', () => {
  it('is called, located, monitored, solved and closed, and then the bot’s again', () => {
    const story: readonly (readonly [Sketch | null, messaging.Stage, string])[] = [
      [null, 'CLASSIFIED', 'none: bot-attends'],
      [['support-ticket'], 'SUPPORT', 'call-user'],
      [['user-called'], 'SUPPORT', 'locate-user'],
      [['user-located'], 'SUPPORT', 'monitor-case'],
      [['no-immediate-solution'], 'INVESTIGATING', 'send-message'],
      [['case-text-sent'], 'INVESTIGATING', 'monitor-case'],
      // ME-22: once for each report.
      [['no-immediate-solution'], 'INVESTIGATING', 'send-message'],
      [['case-text-sent'], 'INVESTIGATING', 'monitor-case'],
      [['solved', { by }], 'SOLVED', 'send-message'],
      [['standard-reply-sent', { by }], 'SOLVED', 'reactivate-bot'],
      [['bot-reactivated', { by }], 'SOLVED', 'click-close'],
      [['click-close', { by }], 'CLOSED_OUT', 'none: closed-out'],
      [['user-message'], 'BOT', 'classify'],
    ];
    let played = play(...filing);
    for (const [sketch, stage, due] of story) {
      if (sketch !== null) played = playFrom(played, sketch);
      expect([sketch?.[0], played.stage, next(played)]).toEqual([sketch?.[0], stage, due]);
    }
  });

  it('ends with the bot on, the conversation open, and nobody assigned (ME-1)', () => {
    const { facts } = play(...closedOut);
    expect(messaging.isBotOn(facts)).toBe(true);
    expect(facts).toMatchObject({ course: 'closed-out', agent: null, department: null, heldBy: null });
    expect(messaging.closing({ solved: true, agent: null, actor: by, done: facts.closing ?? [] }).outcome).toEqual({
      ...{ action: 'none', reason: 'complete', bot: 'on', conversation: 'open', agent: null },
    });
  });

  it.each<[string, readonly Sketch[], messaging.Stage, string, string]>([
    ['closed before it is solved', [...ticket, ['click-close', { by }]], 'SUPPORT', 'refused', 'not-solved'],
    [
      'closed while it is looked into',
      [...ticket, ['no-immediate-solution'], ['click-close', { by }]],
      ...(['INVESTIGATING', 'refused', 'not-solved'] as const),
    ],
    ['the button before the reply', [...solved, ['click-close', { by }]], 'SOLVED', 'refused', 'out-of-order'],
    ['the button before the bot', [...replied, ['click-close', { by }]], 'SOLVED', 'refused', 'out-of-order'],
    ['the bot before the reply', [...solved, ['bot-reactivated', { by }]], 'SOLVED', 'refused', 'out-of-order'],
    [
      'the button, by another',
      [...reactivated, ['click-close', { by: 'Luis' }]],
      ...(['SOLVED', 'refused', 'not-assigned-agent'] as const),
    ],
    [
      'the reply, by the supervisor',
      [...solved, ['standard-reply-sent', { by: 'Supervisor' }]],
      ...(['SOLVED', 'refused', 'not-assigned-agent'] as const),
    ],
    ['solved by another', [...ticket, ['solved', { by: 'Luis' }]], 'SUPPORT', 'refused', 'not-assigned-agent'],
    ['a second button', [...closedOut, ['click-close', { by }]], 'CLOSED_OUT', 'no-effect', 'duplicate'],
    ['the bot twice', [...reactivated, ['bot-reactivated', { by }]], 'SOLVED', 'no-effect', 'duplicate'],
    ['solved twice', [...replied, ['solved', { by }]], 'SOLVED', 'no-effect', 'duplicate'],
    ['solved without a case', [...filing, ['solved', { by }]], 'CLASSIFIED', 'refused', 'no-support-case'],
    ['called without a case', [...filing, ['user-called']], 'CLASSIFIED', 'refused', 'no-support-case'],
    ['the text of no report', [...ticket, ['case-text-sent']], 'SUPPORT', 'refused', 'not-investigating'],
    ['a report too late', [...solved, ['no-immediate-solution']], 'SOLVED', 'refused', 'already-solved'],
    ['a bot that is off, hooked', [...ticket, ['hooked']], 'SUPPORT', 'refused', 'bot-off'],
    ['a bot that is off, silent', [...ticket, ['bot-silent']], 'SUPPORT', 'no-effect', 'bot-off'],
    ['the answer to no comment', [['comment-answered', { comment: 'c' }]], 'NEW', 'refused', 'no-comment'],
  ])('%s', (_, sketches, stage, status, code) => {
    const before = play(...sketches.slice(0, -1));
    const { last } = playFrom(before, ...sketches.slice(-1));
    expect(last).toMatchObject({ status, code, state: { stage } });
    expect(messaging.rules).toHaveProperty([last.rule ?? '']);
    if (status === 'refused') expect(last.state).toBe(before.last.state);
    // What had no effect is to have none when it comes again; of what the bot does the instants are enough.
    const ids = sketches.at(-1)?.[0] === 'bot-silent' ? [] : [`event-${before.count}`];
    const seen = [...before.last.state.seen, ...ids];
    const { botSilentAt = null } = last.state.facts;
    if (status === 'no-effect') {
      expect(last.state).toEqual({ ...before.last.state, facts: { ...before.facts, botSilentAt }, seen });
    }
  });

  it('is owed anew by a second ticket, wherever the first had led', () => {
    const called: readonly Sketch[] = [...ticket, ['user-called'], ['user-located']];
    const report: Sketch = ['no-immediate-solution'];
    for (const story of [called, [...called, report, ['case-text-sent']], [...called, ['solved', { by }]]] as const) {
      const { last, facts, stage } = play(...story, ['support-ticket']);
      expect([last.status, last.rule, stage]).toEqual(['applied', 'messaging/case-2', 'SUPPORT']);
      expect(facts).toMatchObject({ course: 'support', agent: 'Ana', closing: [], solvedAt: null });
      expect(facts).toMatchObject({ calledAt: null, locatedAt: null, caseTextSentAt: null });
      expect(allOpen({ facts })).toEqual(['call-user', 'locate-user', 'monitor-case']);
    }
    const afresh = play(...called, ['solved', { by }], ['standard-reply-sent', { by }], ['support-ticket']);
    expect(playFrom(afresh, ['click-close', { by }]).last.code).toBe('not-solved');
    expect(playFrom(afresh, report).stage).toBe('INVESTIGATING');
    // Delivered again, it is the same ticket.
    const again = playFrom(afresh, ['user-called'], ['support-ticket', { id: `event-${afresh.count - 1}` }]);
    expect([again.last.status, again.facts.calledAt]).toEqual(['duplicate', TEN + afresh.count * MINUTE]);
  });

  it('goes back to support when the client says that it is not solved, and not for a complaint of before', () => {
    const back = play(...reactivated, ['user-message', { notSolved: true }]);
    expect([back.stage, messaging.isBotOn(back.facts), back.facts.closing]).toEqual(['SUPPORT', false, []]);
    expect(play(...reactivated, ['user-message']).stage).toBe('SOLVED');
    const old = play(...reactivated, ['user-message', { notSolved: true, at: TEN }]);
    expect([old.stage, old.last.status]).toEqual(['SOLVED', 'late']);
  });

  it('does not go back for a complaint that had been read when it was solved, whatever its instant', () => {
    const ahead = TEN + HOUR;
    const read = play(...ticket, ['user-message', { id: 'm-9', at: ahead }], ['solved', { by }]);
    expect(read.facts.botSeen).toEqual({ at: ahead, ids: ['m-9'] });
    const complaint = (at: Instant, id: string): Played =>
      playFrom(read, ['user-message', { id, at, notSolved: true }]);
    expect(complaint(ahead - 1, 'm-8').last).toMatchObject({ status: 'late', state: { stage: 'SOLVED' } });
    expect(complaint(ahead, 'm-9').last).toEqual({ state: read.last.state, status: 'duplicate' });
    // Nobody had read this one, though it is of the same instant.
    expect(complaint(ahead, 'm-10').stage).toBe('SUPPORT');
    expect(complaint(ahead + 1, 'm-10').stage).toBe('SUPPORT');
  });

  it('may be closed by an administrator, and in any order, where the policy says so (ME-4, ME-5)', () => {
    const policy = messaging.policy({ closers: 'assigned-agent-or-administrator', closeOrder: 'any' });
    const asked = { solved: true, agent: 'Ana', done: ['click-close'] } as const;
    expect(messaging.closing({ ...asked, actor: 'Supervisor' }, { policy }).rule).toBe('messaging/close-1-reply');
    expect(messaging.closing({ ...asked, actor: 'Ventas 1' }, { policy }).outcome).toMatchObject({ action: 'refuse' });
    let { state } = play(...solved).last;
    for (const type of ['click-close', 'bot-reactivated', 'standard-reply-sent'] as const) {
      expect(state.stage).toBe('SOLVED');
      const event = { type, id: type, at: TEN + HOUR, contact: 'ana', by: 'Supervisor' } as const;
      state = messaging.record(state, event, { policy }).state;
    }
    expect([state.stage, messaging.isBotOn(state.facts), state.facts.agent]).toEqual(['CLOSED_OUT', true, null]);
  });

  it('has its text name the agent and the department of now', () => {
    const moved = play(...ticket, ['agent-set', { agent: 'Luis', department: 'CCA' }]);
    expect(moved.facts).toMatchObject({ agent: 'Luis', department: 'CCA' });
    // In which department another agent is, nobody has said.
    const other = play(...ticket, ['no-immediate-solution'], ['agent-set', { agent: 'Luis' }]);
    expect(other.facts).toMatchObject({ agent: 'Luis', department: null });
    expect(allOpen(other)).toContain('need-fact');
    expect(play(...ticket, ['agent-set', { agent: 'Ana' }]).facts.department).toBe('Soporte general');
    expect(play(...ticket, ['agent-set', { agent: 'Ana', department: null }]).facts.department).toBeNull();
    expect(play(...ticket, ['agent-set', { agent: null }]).facts.department).toBeNull();
    expect(playFrom(other, ['agent-set', { agent: 'Ana' }]).facts.department).toBeNull();
  });
});

describe('a conversation that was closed out', () => {
  it.each<[string, Sketch, messaging.Stage]>([
    ['the client writes', ['user-message'], 'BOT'],
    ['the client asks by a comment', ['comment-question'], 'BOT'],
    ['the bot is silent', ['bot-silent'], 'BOT'],
    ['a ticket is made', ['support-ticket'], 'SUPPORT'],
    ['a person takes it over', ['taken-over', { by, after: null }], 'BOT'],
    ['an agent is assigned', ['agent-set', { agent: 'Luis' }], 'CLASSIFIED'],
  ])('begins anew when %s', (_, sketch, stage) => {
    const { last, facts } = play(...closedOut, sketch);
    expect(last).toMatchObject({ status: 'applied', state: { stage } });
    expect(facts).toMatchObject({ course: stage === 'SUPPORT' ? 'support' : 'open', closing: [], solvedAt: null });
  });

  it('does not for what happened before, nor when nobody is assigned once more', () => {
    const late = { status: 'late', rule: 'messaging/close-final-state', state: { stage: 'CLOSED_OUT' } };
    for (const type of ['bot-answered', 'bot-silent'] as const) {
      expect(play(...closedOut, [type, { at: TEN }]).last).toMatchObject(late);
    }
    const written = play(['user-message', { id: 'm-1' }], ...closedOut);
    expect(playFrom(written, ['user-message', { at: TEN - 1 }]).last).toMatchObject(late);
    expect(playFrom(written, ['user-message', { id: 'm-1', at: TEN }]).last).toMatchObject({ status: 'duplicate' });
    expect(play(...closedOut, ['agent-set', { agent: null }]).last).toMatchObject({
      ...{ status: 'no-effect', code: 'duplicate' },
    });
  });

  it('begins anew for what nobody had seen, though it be older than the close-out, and for a ticket of any instant', () => {
    const message: Sketch = ['user-message', { id: 'm-2', at: TEN + 2 * MINUTE }];
    for (const before of [play(...closedOut), play(['user-message', { id: 'm-1' }], ...closedOut)]) {
      const { last, stage, facts } = playFrom(before, message);
      expect([last.status, stage, facts.course]).toEqual(['applied', 'BOT', 'open']);
      expect(messaging.isForBot(facts, { id: 'm-2', at: TEN + 2 * MINUTE })).toBe(true);
    }
    expect(play(...closedOut, ['support-ticket', { at: TEN }]).stage).toBe('SUPPORT');
  });

  it('is not asked to be classified, unless the policy asks (ME-2)', () => {
    const { facts } = play(...closedOut);
    const policy = messaging.policy({ classifyClosedOut: true });
    expect(next({ facts })).toBe('none: closed-out');
    expect(next({ facts }, policy)).toBe('classify');
  });
});

describe('the hand-off between bot and person', () => {
  const written: readonly Sketch[] = [...filing, ['user-message', { id: 'm-1' }]];
  const taken: readonly Sketch[] = [...written, ['taken-over', { by, after: 'm-1' }]];
  const attended: readonly Sketch[] = [...taken, ['user-message', { id: 'm-2' }]];
  const back: readonly Sketch[] = [...attended, ['given-back', { by, after: 'm-2' }]];
  const at = (minute: number, id = 'm'): messaging.Message => ({ id, at: TEN + minute * MINUTE });
  const reach = (minute: number, ...ids: readonly string[]): messaging.Reach => ({ at: TEN + minute * MINUTE, ids });

  it('leaves the bot what it has not seen', () => {
    expect(messaging.isForBot(play(...written).facts, at(3, 'm-1'))).toBe(true);
    expect(messaging.isForBot({}, at(0))).toBe(true);
  });

  it('turns the bot off while a person attends, and gives it no message of that time afterwards', () => {
    const { facts } = play(...attended);
    expect([messaging.isBotOn(facts), next({ facts })]).toEqual([false, 'none: person-attends']);
    expect(facts.botSeen).toEqual(reach(3, 'm-1'));
    expect(messaging.isForBot(facts, at(5, 'm-2'))).toBe(false);
    const again = play(...back).facts;
    expect([messaging.isBotOn(again), next({ facts: again })]).toEqual([true, 'none: bot-attends']);
    for (const old of [at(3, 'm-1'), at(4, 'late'), at(5, 'm-2')]) {
      expect(messaging.isForBot(again, old)).toBe(false);
    }
    expect(messaging.isForBot(again, at(7, 'm-3'))).toBe(true);
  });

  it('loses no message that nobody has seen: heard of after a hand-back, though written before it, it is the bot’s', () => {
    const unseen: Sketch = ['user-message', { id: 'late', at: TEN + 5.5 * MINUTE }];
    const { last, facts } = play(...back, unseen);
    expect([last.status, facts.lastMessage, facts.botSeen]).toEqual([
      ...['applied', reach(5.5, 'late'), reach(5, 'm-2')],
    ]);
    expect(messaging.isForBot(facts, at(5.5, 'late'))).toBe(true);
    // Heard of before, it had to be seen by whoever gave the conversation back.
    const known = play(...attended, unseen);
    expect(playFrom(known, ['given-back', { by, after: 'm-2' }]).last.code).toBe('stale');
    const seen = playFrom(known, ['given-back', { by, after: 'late' }]).facts;
    expect([messaging.isBotOn(seen), messaging.isForBot(seen, at(5.5, 'late'))]).toEqual([true, false]);
  });

  it('knows several messages of one instant, in whatever order they come', () => {
    const one: Sketch = ['user-message', { id: 'b', at: TEN }];
    const other: Sketch = ['user-message', { id: 'a', at: TEN }];
    const both = play(one, other);
    expect(both.facts).toEqual(play(other, one).facts);
    expect(both.facts.lastMessage).toEqual(reach(0, 'a', 'b'));
    for (const again of [one, other]) {
      expect(playFrom(both, again).last).toEqual({ state: both.last.state, status: 'duplicate' });
    }
    // To have seen either is to have seen the last.
    for (const after of ['a', 'b']) {
      const { facts } = playFrom(both, ['taken-over', { by, after }]);
      expect([facts.heldBy, facts.botSeen]).toEqual(['Ana', reach(0, 'a', 'b')]);
    }
    expect(playFrom(both, ['taken-over', { by, after: 'c' }]).last.code).toBe('stale');
    // A third that was not known is the bot’s.
    const { facts } = playFrom(both, ['taken-over', { by, after: 'a' }], ['given-back', { by, after: 'b' }]);
    expect(['a', 'b', 'c'].map((id) => messaging.isForBot(facts, at(0, id)))).toEqual([false, false, true]);
  });

  it('gives the bot no old message, however late it is heard of, or however often', () => {
    const late = play(...back, ['user-message', { id: 'late', at: TEN + 4 * MINUTE }]);
    expect(late.last.status).toBe('late');
    expect(messaging.isForBot(late.facts, at(4, 'late'))).toBe(false);
    expect(late.facts.lastMessage).toEqual(reach(5, 'm-2'));
    const twice = playFrom(late, ['user-message', { id: 'm-2', at: TEN + 5 * MINUTE }]);
    expect(twice.last).toEqual({ state: late.last.state, status: 'duplicate' });
  });

  it('leaves the bot nothing that it has answered, where it is said what it answered', () => {
    const two: readonly Sketch[] = [...written, ['user-message', { id: 'm-2' }]];
    const forBot = ({ facts }: Played): readonly boolean[] =>
      [at(3, 'm-1'), at(4, 'm-2'), at(4, 'm-3')].map((message) => messaging.isForBot(facts, message));
    const answered = (...to: readonly messaging.Message[]): Played =>
      play(...two, ...to.map((message): Sketch => ['bot-answered', { to: message }]));
    expect(forBot(play(...two, ['bot-answered']))).toEqual([true, true, true]);
    expect(forBot(answered(at(3, 'm-1')))).toEqual([false, true, true]);
    expect(forBot(answered(at(4, 'm-2')))).toEqual([false, false, true]);
    expect(forBot(answered(at(4, 'm-2'), at(4, 'm-3')))).toEqual([false, false, false]);
    // An answer that is heard of late, or of which it is not said to what, takes nothing back.
    expect(forBot(answered(at(4, 'm-2'), at(3, 'm-1')))).toEqual([false, false, true]);
    expect(forBot(playFrom(answered(at(4, 'm-2')), ['bot-answered']))).toEqual([false, false, true]);
    // What it has answered it has answered, though it was to be off.
    const off = playFrom(play(...two, ['taken-over', { by, after: 'm-2' }]), ['bot-answered', { to: at(9) }]);
    expect([off.last.code, off.facts.botSeen]).toEqual(['bot-off', reach(9, 'm')]);
  });

  it('leaves the bot nothing that it answered before the close-out, though that be heard of after it', () => {
    const written = play(...reactivated, ['user-message', { id: 'm-1' }]);
    const message = written.facts.lastMessage ?? reach(0);
    const answered: Sketch = ['bot-answered', { to: { id: 'm-1', at: message.at }, at: message.at + 1 }];
    const closed = playFrom(written, ['click-close', { by }], answered);
    expect([closed.stage, closed.last.status]).toEqual(['CLOSED_OUT', 'late']);
    expect(messaging.isForBot(closed.facts, { id: 'm-1', at: message.at })).toBe(false);
  });

  it('by the second closing step is refused who has not seen the last message, once its turn has come', () => {
    const asked = play(...replied, ['user-message', { id: 'm-1' }], ['user-message', { id: 'm-2' }]);
    const reactivate = (rest: object, before = asked): messaging.ConversationRecorded =>
      playFrom(before, ['bot-reactivated', { by, ...rest }]).last;
    for (const after of [null, 'm-1']) {
      expect(reactivate({ after })).toMatchObject({ status: 'refused', code: 'stale', state: asked.last.state });
    }
    expect(reactivate({ after: 'm-2', at: TEN })).toMatchObject({ status: 'refused', code: 'stale' });
    expect(reactivate({ after: 'm-2' }).state.facts).toMatchObject({ botSeen: reach(7, 'm-2') });
    for (const unsaid of [{}, { after: undefined }]) expect(reactivate(unsaid).status).toBe('applied');
    expect(reactivate({ after: null }, play(...replied)).status).toBe('applied');
    expect(reactivate({ after: 'm-0' }, play(...replied))).toMatchObject({ code: 'stale' });
    // Whose turn it is, and whether it has come, is looked at first; and what was done is done.
    expect(reactivate({ after: 'm-0' }, play(...solved))).toMatchObject({ code: 'out-of-order' });
    expect(reactivate({ after: 'm-0', by: 'Luis' })).toMatchObject({ code: 'not-assigned-agent' });
    expect(reactivate({ after: 'm-0' }, play(...reactivated))).toMatchObject({
      status: 'no-effect',
      code: 'duplicate',
    });
  });

  it.each<[string, readonly Sketch[]]>([
    ['taken over without the last message', [...written, ['taken-over', { by, after: null }]]],
    ['given back without the last message', [...attended, ['given-back', { by, after: 'm-1' }]]],
    ['given back before it was taken over', [...taken, ['given-back', { by, after: 'm-1', at: TEN }]]],
    ['taken over before it was given back', [...back, ['taken-over', { by, after: 'm-2', at: TEN + 4 * MINUTE }]]],
  ])('is refused where the conversation has moved on: %s', (_, sketches) => {
    const before = play(...sketches.slice(0, -1));
    const { status, code, state } = playFrom(before, ...sketches.slice(-1)).last;
    expect([status, code]).toEqual(['refused', 'stale']);
    expect(state).toBe(before.last.state);
  });

  it('is no hand-off where nothing changes hands, and may go from one person to another', () => {
    const duplicate = { status: 'no-effect', code: 'duplicate' };
    expect(play(...taken, ['taken-over', { by, after: 'm-1' }]).last).toMatchObject(duplicate);
    expect(play(...written, ['given-back', { by, after: 'm-1' }]).last).toMatchObject(duplicate);
    expect(play(...closedOut, ['given-back', { by, after: null }]).last).toMatchObject(duplicate);
    expect(play(...taken, ['taken-over', { by: 'Luis', after: 'm-1' }]).facts.heldBy).toBe('Luis');
  });

  it('is the closing’s own in a case: the bot comes back by the second step (ME-24)', () => {
    expect(messaging.isBotOn(play(...replied).facts)).toBe(false);
    expect(messaging.isBotOn(play(...reactivated).facts)).toBe(true);
    expect(play(...ticket, ['taken-over', { by, after: null }]).last.code).toBe('agent-attends');
    expect(play(...ticket, ['given-back', { by, after: null }]).last.code).toBe('not-solved');
    expect(play(...solved, ['given-back', { by, after: null }]).last.code).toBe('out-of-order');
    const { facts } = play(['user-message', { id: 'm-1' }], ...reactivated);
    expect(messaging.isForBot(facts, at(0, 'm-1'))).toBe(false);
    expect(messaging.isForBot(facts, at(60))).toBe(true);
  });

  it('hooks the bot to no message that a person has attended meanwhile', () => {
    const silent: readonly Sketch[] = [...written, ['bot-silent']];
    expect(next(play(...silent))).toBe('hook');
    expect(next(play(...silent, ['taken-over', { by, after: 'm-1' }]))).toBe('none: person-attends');
    const again = play(...silent, ['taken-over', { by, after: 'm-1' }], ['given-back', { by, after: 'm-1' }]);
    expect(next(again)).toBe('none: bot-attends');
    expect(next(playFrom(again, ['user-message'], ['bot-silent']))).toBe('hook');
    expect(next(play(['bot-silent'], ...closedOut))).toBe('none: closed-out');
  });

  it('hooks the bot to whoever asked by a comment, whatever changed hands since: both are owed', () => {
    const comment: Sketch = ['comment-question', { id: 'c' }];
    const through: readonly (readonly Sketch[])[] = [
      [comment, ['taken-over', { by, after: null }], ['given-back', { by, after: null }]],
      [['taken-over', { by, after: null }], comment, ['given-back', { by, after: null }]],
      [comment, ...reactivated.slice(filing.length)],
      [...reactivated.slice(filing.length), comment, ['click-close', { by }]],
    ];
    for (const story of through) {
      const asked = play(...filing, ...story);
      expect(allOpen(asked).slice(0, 2)).toEqual(['hook', 'reply-comment']);
      expect(messaging.decide(asked.facts).rule).toBe('messaging/hook-comments');
      expect(allOpen(playFrom(asked, ['hooked']))[0]).toBe('reply-comment');
      expect(allOpen(playFrom(asked, ['comment-answered', { comment: 'c' }]))[0]).toBe('hook');
    }
    // While a person attends nobody hooks; the comment is answered all the same.
    expect(allOpen(play(...filing, comment, ['taken-over', { by, after: null }]))).toEqual(['reply-comment']);
  });
});

describe('recording', () => {
  it('takes an event once, none of another contact, and none without an instant', () => {
    const { state } = play(...filing).last;
    const event = { type: 'support-ticket', id: 'event-0', at: TEN, contact: 'ana' } as const;
    expect(messaging.record(state, event)).toEqual({ state, status: 'duplicate' });
    const other = messaging.record(state, { ...event, id: 'x', contact: 'luis' });
    expect(other).toEqual({ state, status: 'refused', code: 'other-contact' });
    const undated = messaging.record(state, { ...event, id: 'x', at: Number.NaN });
    expect(undated).toEqual({ state, status: 'refused', code: 'undated' });
  });

  it('knows messages and what the bot does by their instants: the list of ids does not grow with them', () => {
    const { last, facts } = play(...filing, ['bot-silent'], ['hooked'], ['user-message', { id: 'event-0' }]);
    expect(facts.lastMessage?.ids).toEqual(['event-0']);
    const answered = playFrom({ last, count: 6 }, ['bot-answered', { id: 'answer' }]);
    expect(answered.last.state.seen).toEqual(['event-0', 'event-1', 'event-2']);
    for (const again of [
      ['bot-silent', { at: TEN + 3 * MINUTE }],
      ['hooked', { at: TEN + 4 * MINUTE }],
      ['bot-answered', { at: TEN + 6 * MINUTE }],
    ] as const) {
      expect(playFrom(answered, again).last.state).toEqual(answered.last.state);
    }
    // The id of a message may be that of another event, whichever comes first.
    expect(playFrom(answered, ['support-ticket', { id: 'answer' }]).stage).toBe('SUPPORT');
  });

  it('keeps tags of its own', () => {
    const tags = ['soporte'];
    const event: messaging.Event = { type: 'tags-set', id: 't', at: TEN, contact: 'ana', tags };
    const { state } = messaging.record(messaging.start('ana'), event);
    tags.push('otra');
    expect(state.facts.tags).toEqual(['soporte']);
  });

  it('classifies by the last of the three parts, and not when one is taken away', () => {
    expect(play(...filing.slice(0, 2)).stage).toBe('NEW');
    expect(play(...filing).stage).toBe('CLASSIFIED');
    expect(play(...filing, ['tags-set', { tags: [] }]).stage).toBe('BOT');
    expect(play(...filing, ['section-set', { section: 'ALL' }]).stage).toBe('BOT');
  });

  it('does not mind in which order the bot’s silences and answers are heard of', () => {
    const silent: Sketch = ['bot-silent', { at: TEN + HOUR }];
    const answered: Sketch = ['bot-answered', { at: TEN + 2 * HOUR }];
    const older: Sketch = ['bot-silent', { at: TEN }];
    expect(next(play(...filing, silent, answered))).toBe('none: bot-attends');
    expect(next(play(...filing, answered, silent, older))).toBe('none: bot-attends');
    expect(play(...filing, silent, older).facts.botSilentAt).toBe(TEN + HOUR);
  });

  it('takes facts of which only some were ever told', () => {
    const bare = messaging.start('ana');
    const asked = messaging.record(
      { ...bare, facts: {} },
      { type: 'comment-question', id: 'c', at: TEN, contact: 'ana' },
    );
    expect(asked.state.facts).toEqual({ commentedAt: TEN, openComments: ['c'] });
    const answered = { type: 'comment-answered', id: 'd', at: TEN, contact: 'ana', comment: 'c' } as const;
    expect(messaging.record({ ...bare, facts: {} }, answered)).toMatchObject({ code: 'no-comment' });
    const replying = { type: 'standard-reply-sent', id: 'd', at: TEN, contact: 'ana', by } as const;
    const answering = { ...bare, stage: 'SOLVED', facts: { agent: 'Ana', course: 'solved' } } as const;
    expect(messaging.record(answering, replying).state.facts.closing).toEqual(['standard-reply']);
    const named = { type: 'agent-set', id: 'd', at: TEN, contact: 'ana', agent: 'Ana' } as const;
    for (const facts of [{}, { agent: 'Ana' }]) {
      expect(messaging.record({ ...bare, facts }, named).state.facts).toEqual({ agent: 'Ana', department: null });
    }
  });

  it('answers each comment by itself', () => {
    const asked = play(...filing, ['comment-question', { id: 'a' }], ['comment-question', { id: 'b' }], ['hooked']);
    expect(asked.facts.openComments).toEqual(['a', 'b']);
    const answered = playFrom(asked, ['comment-answered', { comment: 'a' }]);
    expect(messaging.decide(answered.facts).outcome).toMatchObject({ action: 'reply-comment', comment: 'b' });
  });
});

const DAY_START = Date.parse('2024-05-13T00:00:00-04:00');

describe('the way into the CRM', () => {
  /** The contact after some events, and what is due then. */
  function load(
    events: readonly (readonly [messaging.LoadingEvent['type'], Instant, object?])[],
    policy = messaging.defaultPolicy,
    from = messaging.newContact('ana'),
  ): { readonly last: messaging.LoadingRecorded; readonly due: messaging.IntakeOutcome } {
    let last: messaging.LoadingRecorded = { state: from, status: 'applied' };
    let now = TEN;
    events.forEach(([type, at, rest]) => {
      const event = { id: `${type} ${at}`, at, contact: 'ana', type, ...rest } as messaging.LoadingEvent;
      last = messaging.recordLoading(last.state, deepFreeze(event), { policy });
      now = Math.max(now, at);
    });
    return { last, due: messaging.intake(last.state.facts, { clock: fixedClock(now), policy }).outcome };
  }

  const ended = ['conversation-ended', TEN, { hasWelcomeEvents: true }] as const;
  const T4 = TEN + HOUR;
  const key = 'crm-load:ana';

  it('goes by itself: the hour, the tag, the question, the data, the load', () => {
    const clock = manualClock(TEN);
    let state = load([ended]).last.state;
    const due = (): messaging.IntakeDecision => messaging.intake(state.facts, { clock });
    const happen = (type: 'tag-added' | 'contact-requested' | 'data-given' | 'loaded'): void => {
      clock.advance(1);
      const event = { type, id: type, at: clock.now(), contact: 'ana' };
      state = messaging.recordLoading(state, event).state;
    };
    expect(due()).toMatchObject({ outcome: { action: 'wait', until: T4 }, validUntil: T4 });
    clock.set(T4);
    const run = { action: 'run-automation', tag: 'admision y ventas', template: 'contact-request', key };
    expect(due().outcome).toEqual({ ...run, steps: ['add-tag', 'ask-contact', 'load-to-crm'] });
    happen('tag-added');
    expect(due().outcome).toEqual({ ...run, steps: ['ask-contact', 'load-to-crm'] });
    happen('contact-requested');
    // Who gives no data is not loaded, however long it takes (ME-15).
    expect(due()).toMatchObject({ outcome: { action: 'await-data' }, validUntil: null });
    happen('data-given');
    expect(due().outcome).toEqual({ action: 'load-to-crm', key });
    happen('loaded');
    expect(due()).toMatchObject({ outcome: { action: 'none', reason: 'already-loaded' }, validUntil: null });
  });

  it('survives a host that crashes between the data and the load: the same load, with the same key', () => {
    const asked = [ended, ['tag-added', T4], ['contact-requested', T4 + 1]] as const;
    const data = [...asked, ['data-given', T4 + 2]] as const;
    const before = load(data);
    expect(before).toMatchObject({ last: { state: { stage: 'LOADED' } }, due: { action: 'load-to-crm', key } });
    const restored = JSON.parse(JSON.stringify(before.last.state)) as messaging.Loading;
    const after = load([['data-given', T4 + 2]], messaging.defaultPolicy, restored);
    expect(after).toMatchObject({ last: { status: 'duplicate' } });
    expect(messaging.intake(restored.facts, { clock: fixedClock(T4 + HOUR) }).outcome).toEqual(before.due);
    const done = load([['loaded', T4 + HOUR]], messaging.defaultPolicy, restored);
    expect(done.due).toEqual({ action: 'none', reason: 'already-loaded' });
    expect(load([['loaded', T4 + 2 * HOUR]], messaging.defaultPolicy, done.last.state).last).toMatchObject({
      ...{ status: 'no-effect', code: 'already-loaded' },
      state: { stage: 'LOADED', facts: done.last.state.facts },
    });
  });

  it('is gone once, whatever triggers it afterwards', () => {
    const flagged = [
      ['contact-known', TEN],
      ['upload-flag-set', TEN + 1, { value: 'sí' }],
    ] as const;
    const { state } = load([...flagged, ['loaded', TEN + 2]]).last;
    for (const event of [
      ['conversation-ended', T4, { hasWelcomeEvents: true }],
      ['tag-added-by-hand', T4, { tag: 'admision y ventas' }],
      ['upload-flag-set', T4, { value: 'si' }],
      ['automation-failed', T4],
      ['survey-answered', T4],
    ] as const) {
      const { last, due } = load([event], messaging.defaultPolicy, state);
      expect(last).toMatchObject({ status: 'no-effect', code: 'already-loaded' });
      expect(last.state).toMatchObject({ stage: 'LOADED', facts: state.facts });
      expect(due).toEqual({ action: 'none', reason: 'already-loaded' });
    }
  });

  it('begins the hour anew when the client writes within it, in whatever order that is heard of (ME-9)', () => {
    const wrote = ['user-message', TEN + 30 * MINUTE] as const;
    for (const events of [
      [ended, wrote],
      [wrote, ended],
    ] as const) {
      const { last, due } = load(events);
      expect([last.state.stage, due]).toEqual(['IDLE', { action: 'none', reason: 'conversation-resumed' }]);
      const again = load([['conversation-ended', T4, { hasWelcomeEvents: true }]], messaging.defaultPolicy, last.state);
      expect([again.last.state.stage, again.due]).toEqual(['WAITING', { action: 'wait', until: T4 + HOUR }]);
    }
    // It is the first message that counts, though it be heard of last.
    expect(load([['user-message', T4 + 1], wrote, ended]).last.state).toMatchObject({
      ...{ stage: 'IDLE', facts: { wroteAgainAt: wrote[1] }, wroteAt: [wrote[1], T4 + 1] },
    });
    const policy = messaging.policy({ resumption: 'goes-on' });
    expect(load([ended, wrote], policy)).toMatchObject({ last: { state: { stage: 'WAITING' } }, due: { until: T4 } });
    expect(load([ended, ['conversation-ended', TEN - 1, { hasWelcomeEvents: false }]]).last.status).toBe('late');
    expect(load([ended, ['user-message', TEN - 1]]).last.status).toBe('late');
  });

  it('begins at once by the tag set by hand, or when the hour is over (ME-10), and by that tag alone (ME-16)', () => {
    const tagged = ['tag-added-by-hand', TEN + 1, { tag: 'admision y ventas' }] as const;
    const steps = ['ask-contact', 'load-to-crm'];
    expect(load([ended, tagged])).toMatchObject({ last: { state: { stage: 'TAGGED' } }, due: { steps } });
    const policy = messaging.policy({ manualTag: 'after-delay' });
    const patient = load([ended, tagged], policy);
    expect(patient).toMatchObject({ last: { state: { stage: 'WAITING' } }, due: { action: 'wait', until: T4 } });
    const clock = fixedClock(T4);
    expect(messaging.intake(patient.last.state.facts, { clock, policy }).outcome).toMatchObject({ steps });
    const asked = load([['contact-requested', T4]], policy, patient.last.state);
    expect(asked).toMatchObject({ last: { state: { stage: 'ASKED' } }, due: { action: 'await-data' } });
    // A conversation that has not ended has no hour that could be over.
    expect(load([tagged], policy)).toMatchObject({ last: { state: { stage: 'IDLE' } }, due: { reason: 'no-trigger' } });
    const other = load([['tag-added-by-hand', TEN, { tag: 'Admisión y Ventas' }]]);
    expect(other).toMatchObject({ last: { code: 'another-tag' }, due: { action: 'none', reason: 'no-trigger' } });
  });

  it('asks nothing of who is known through WhatsApp, whichever is heard of first', () => {
    const known = ['contact-known', TEN] as const;
    const flag = ['upload-flag-set', TEN + 1, { value: 'Sí' }] as const;
    for (const events of [
      [known, flag],
      [flag, known],
    ] as const) {
      expect(load(events)).toMatchObject({ last: { state: { stage: 'LOADED' } }, due: { action: 'load-to-crm', key } });
    }
    expect(load([flag])).toMatchObject({
      last: { status: 'no-effect', code: 'contact-unknown' },
      due: { action: 'not-covered', gap: 'contact-unknown', question: 'ME-13', nearest: { action: 'ask-contact' } },
    });
    expect(load([known, ['upload-flag-set', TEN, { value: null }]]).due).toEqual({
      ...{ action: 'none', reason: 'no-trigger' },
    });
    const policy = messaging.policy({ uploadFlag: 'yes' });
    expect(load([known, flag], policy).due).toMatchObject({ reason: 'no-trigger' });
    expect(load([known, ['upload-flag-set', TEN, { value: ' YES ' }]], policy).due).toMatchObject({ key });
  });

  it('is done by hand where the automation failed', () => {
    const failed = [ended, ['tag-added', T4], ['automation-failed', T4 + 1]] as const;
    expect(load(failed)).toMatchObject({
      last: { state: { stage: 'FAILED' } },
      due: { action: 'send-survey', steps: ['snippet', 'survey'] },
    });
    const sent = [...failed, ['survey-sent', T4 + 2]] as const;
    expect(load(sent).due).toEqual({ action: 'await-survey' });
    expect(load([...sent, ['survey-answered', T4 + 3]]).due).toEqual({ action: 'load-to-crm', key });
  });

  it.each<[string, Parameters<typeof load>[0], string]>([
    ['the tag before its time', [ended, ['tag-added', T4 - 1]], 'too-early'],
    ['the tag without a trigger', [['tag-added', T4]], 'no-trigger'],
    ['a failure of what was never begun', [['automation-failed', T4]], 'no-trigger'],
    ['the question before the tag', [ended, ['contact-requested', T4]], 'not-tagged'],
    ['the data before the question', [ended, ['data-given', T4]], 'not-asked'],
    ['the survey where nothing failed', [ended, ['survey-sent', T4]], 'not-failed'],
    ['an event without an instant', [['contact-known', Number.NaN]], 'undated'],
    ['an event of another contact', [['contact-known', TEN, { contact: 'luis' }]], 'other-contact'],
  ])('refuses %s', (_, events, code) => {
    const before = load(events.slice(0, -1)).last.state;
    expect(load(events).last).toMatchObject({ status: 'refused', code, state: before });
  });

  it('lets what is dated ahead count from its instant on', () => {
    const facts = { contact: 'ana', taggedByHandAt: TEN + 1 };
    expect(messaging.intake(facts, morning)).toMatchObject({ outcome: { action: 'none' }, validUntil: TEN + 1 });
    expect(messaging.intake({ ...facts, failedAt: TEN + 9 }, { clock: fixedClock(TEN + 1) })).toMatchObject({
      ...{ outcome: { action: 'run-automation' }, validUntil: TEN + 9 },
    });
    // But nobody is to be loaded twice because of a clock.
    expect(messaging.intake({ ...facts, loadedAt: TEN + 9 }, { clock: fixedClock(TEN + 1) })).toMatchObject({
      ...{ outcome: { action: 'none', reason: 'already-loaded' }, validUntil: null },
    });
  });

  describe('under a policy that changes on the way', () => {
    const other = messaging.policy;
    const wrote = ['user-message', TEN + 30 * MINUTE] as const;
    const tagged = ['tag-added-by-hand', TEN + MINUTE, { tag: 'admision y ventas' }] as const;
    const failed = ['automation-failed', T4] as const;
    const manual = messaging.defaultPolicy;

    /** Recorded under one policy, then asked at T4 − 30 min, at T4 or at T4 + 30 min under another. */
    it.each<
      [
        string,
        { readonly events: Parameters<typeof load>[0]; readonly from: messaging.Policy; readonly to: messaging.Policy },
        Instant,
        string,
      ]
    >([
      [
        'a wait that goes on after all',
        { events: [ended, wrote], from: manual, to: other({ resumption: 'goes-on' }) },
        T4,
        'add-tag',
      ],
      [
        'a shorter wait',
        { events: [ended], from: manual, to: other({ crmDelay: { minutes: 30 } }) },
        T4 - 30 * MINUTE,
        'add-tag',
      ],
      ['a longer wait', { events: [ended], from: manual, to: other({ crmDelay: { minutes: 90 } }) }, T4, 'wait'],
      [
        'a wait that is over when it is long past',
        { events: [ended], from: manual, to: other({ crmDelay: { minutes: 90 } }) },
        T4 + 30 * MINUTE,
        'add-tag',
      ],
      [
        'a message that is within the longer wait',
        { events: [ended, ['user-message', T4 + 1]], from: manual, to: other({ crmDelay: { minutes: 90 } }) },
        T4 + 30 * MINUTE,
        'none',
      ],
      [
        'a message that interrupts after all',
        { events: [ended, wrote], from: other({ resumption: 'goes-on' }), to: manual },
        T4,
        'none',
      ],
      [
        'a tag that need not wait any more',
        { events: [ended, tagged], from: other({ manualTag: 'after-delay' }), to: manual },
        T4 - 30 * MINUTE,
        'ask-contact',
      ],
      [
        'such a tag, where nothing has ended',
        { events: [tagged], from: other({ manualTag: 'after-delay' }), to: manual },
        T4,
        'ask-contact',
      ],
      [
        'the field in other words',
        {
          events: [
            ['contact-known', TEN],
            ['upload-flag-set', TEN, { value: 'yes' }],
          ],
          from: manual,
          to: other({ uploadFlag: 'yes' }),
        },
        TEN,
        'load-to-crm',
      ],
    ])('%s', (_, { events, from, to }, at, due) => {
      const { state } = load(events, from).last;
      const { outcome } = messaging.intake(state.facts, { clock: fixedClock(at), policy: to });
      expect(outcome.action === 'run-automation' ? outcome.steps[0] : outcome.action).toBe(due);
      // Whoever does what is asked is not refused, and whoever does it unasked is.
      const { last: tag } = load([['tag-added', at]], to, state);
      expect(tag.status).toBe(due === 'add-tag' ? 'applied' : 'refused');
      const { last: question } = load([['contact-requested', at]], to, state);
      expect(question.status).toBe(due === 'ask-contact' ? 'applied' : 'refused');
      const { last: gone } = load([['loaded', at]], to, state);
      expect([gone.status, gone.state.stage]).toEqual(['applied', 'LOADED']);
    });

    it('lets fail what has started under the present one, and nothing else', () => {
      const resumed = load([ended, wrote]).last.state;
      expect([resumed.stage, load([failed], manual, resumed).last.code]).toEqual(['IDLE', 'no-trigger']);
      const goesOn = other({ resumption: 'goes-on' });
      expect(load([failed], goesOn, resumed)).toMatchObject({ last: { state: { stage: 'FAILED' } } });
      const patient = load([tagged], other({ manualTag: 'after-delay' })).last.state;
      expect(load([failed], other({ manualTag: 'after-delay' }), patient).last.code).toBe('no-trigger');
      expect(load([failed], manual, patient)).toMatchObject({ last: { state: { stage: 'FAILED' } } });
    });

    it('still owes the load that was owed, whatever becomes of the field that led to it', () => {
      const known = [
        ['contact-known', TEN],
        ['upload-flag-set', TEN + 1, { value: 'si' }],
      ] as const;
      const { state } = load(known).last;
      expect(state).toMatchObject({ stage: 'LOADED', facts: { answeredAt: TEN + 1, loadedAt: null } });
      const clock = fixedClock(T4);
      for (const policy of [manual, other({ uploadFlag: 'yes' }), other({ crmDelay: { hours: 9 } })]) {
        expect(messaging.intake(state.facts, { clock, policy }).outcome).toEqual({ action: 'load-to-crm', key });
        expect(load([['loaded', T4]], policy, state).due).toEqual({ action: 'none', reason: 'already-loaded' });
      }
      // So does the survey; and data that were there before keep their instant.
      const asked = [ended, ['tag-added', T4], ['contact-requested', T4 + 1]] as const;
      const surveyed = [...asked, ['automation-failed', T4 + 2], ['survey-answered', T4 + 3]] as const;
      expect(load(surveyed).last.state.facts.answeredAt).toBe(T4 + 3);
      expect(load([...asked, ['data-given', T4 + 2], ['loaded', T4 + 3]]).last.state.facts.answeredAt).toBe(T4 + 2);
    });
  });

  it('has the welcome events of either of two ends at one instant, and no message of that instant', () => {
    const plain = ['conversation-ended', TEN, { id: 'plain', hasWelcomeEvents: false }] as const;
    for (const events of [
      [ended, plain],
      [plain, ended],
    ] as const) {
      expect(load(events)).toMatchObject({ last: { state: { stage: 'WAITING' } }, due: { action: 'wait', until: T4 } });
    }
    const later = ['conversation-ended', TEN + 1, { hasWelcomeEvents: false }] as const;
    expect(load([ended, later])).toMatchObject({ last: { state: { stage: 'IDLE' } }, due: { reason: 'no-trigger' } });
    const atOnce = ['user-message', TEN] as const;
    expect(load([ended, atOnce])).toMatchObject({ last: { status: 'late' }, due: { action: 'wait' } });
    expect(load([atOnce, ended])).toMatchObject({ last: { state: { stage: 'WAITING' } }, due: { action: 'wait' } });
  });

  it('remembers the last hundred messages, and none from the tag on', () => {
    const wrote = Array.from({ length: 150 }, (_, index) => ['user-message', TEN + index * 1000] as const);
    const { state } = load(wrote).last;
    expect(state.wroteAt).toEqual(wrote.slice(50).map(([, at]) => at));
    expect(load(wrote.toReversed()).last.state.wroteAt).toEqual(state.wroteAt);
    expect(state.seen).toEqual([]);
    expect(load([wrote[149] ?? ended], messaging.defaultPolicy, state).last).toEqual({ state, status: 'duplicate' });
    const end = ['conversation-ended', TEN + 148_500, { hasWelcomeEvents: true }] as const;
    expect(load([end], messaging.defaultPolicy, state).last.state).toMatchObject({
      ...{ stage: 'IDLE', wroteAt: [TEN + 149_000], facts: { wroteAgainAt: TEN + 149_000 } },
    });
    const tagged = load([['tag-added-by-hand', T4, { tag: 'admision y ventas' }]], messaging.defaultPolicy, state);
    expect(tagged.last.state).toMatchObject({ stage: 'TAGGED', wroteAt: [] });
    expect(load([['user-message', T4 + 1]], messaging.defaultPolicy, tagged.last.state).last).toMatchObject({
      ...{ code: 'automation-runs', state: { wroteAt: [] } },
    });
  });

  it('does not forget that the client wrote within the hour, however much they write afterwards (ME-9)', () => {
    const wrote = Array.from({ length: 100 }, (_, index) => ['user-message', T4 + index] as const);
    expect(load([ended, ['user-message', TEN + 1], ...wrote])).toMatchObject({
      ...{ last: { state: { facts: { wroteAgainAt: TEN + 1 } } }, due: { reason: 'conversation-resumed' } },
    });
  });

  it('takes no event the second time that had no effect the first', () => {
    const flagged = [
      ['contact-known', TEN],
      ['upload-flag-set', TEN + 1, { value: 'si' }],
    ] as const;
    const answered = ['survey-answered', TEN + 2] as const;
    const failed = load([...flagged, answered, ['automation-failed', TEN + 3]]).last.state;
    expect(load([answered], messaging.defaultPolicy, failed).last).toEqual({ state: failed, status: 'duplicate' });
  });
});

describe('messages', () => {
  const policy = messaging.policy({ centralPhone: '0800-000' });

  it('have their placeholders filled from the data, the client’s clock and the policy', () => {
    const { outcome, rule, validUntil } = messaging.message('central-phone', { agent: 'Ana' }, { ...morning, policy });
    expect(outcome).toMatchObject({ action: 'send-text', template: 'central-phone' });
    const text = outcome.action === 'send-text' ? outcome.text : '';
    expect(text).toMatch(/^Buenos días, .*Ana.*0800-000/);
    expect([rule, validUntil]).toEqual(['messaging/eva-lost-template', DAY_START + 12 * HOUR]);
    const abroad = messaging.message('central-phone', { agent: 'Ana' }, { ...morning, policy, zone: 'Asia/Tokyo' });
    expect(abroad.outcome).toMatchObject({ text: expect.stringMatching(/^Buenas noches, /) as string });
  });

  it.each<[messaging.TemplateName, messaging.MessageData, readonly string[]]>([
    ['case-3', {}, ['department', 'agent']],
    ['case-3', { department: 'CCA', agent: ' ' }, ['agent']],
    ['central-phone', { agent: null }, ['agent', 'centralPhone']],
    ['capture-call', {}, ['agent']],
  ])('%s with %j names all that is missing: %j', (template, data, missing) => {
    const decision = messaging.message(template, data, morning);
    expect(decision).toMatchObject({ outcome: { action: 'need-placeholders', template, missing }, validUntil: null });
  });

  it('miss the greeting in a zone that does not exist, unless it is given', () => {
    const nowhere = { ...morning, zone: 'America/Nowhere' };
    const missing = ['greeting', 'agent', 'centralPhone'];
    expect(messaging.message('central-phone', {}, nowhere).outcome).toMatchObject({ missing });
    expect(messaging.message('capture-call', { agent: 'Ana', greeting: 'Hola' }, nowhere)).toMatchObject({
      outcome: { text: expect.stringMatching(/^Hola, /) as string },
      validUntil: null,
    });
  });

  it('are filled with what is given as it is: no pattern, and no placeholder again', () => {
    const odd = "$& $1 $' {agent} {x} \\";
    const own = messaging.policy({ templates: { 'case-3': '{department}|{agent}|{ agent }|{1}' } });
    const { outcome } = messaging.message(
      'case-3',
      { department: odd, agent: '{department}', 1: '}{' },
      { ...morning, policy: own },
    );
    expect(outcome).toMatchObject({ text: `${odd}|{department}|{department}|}{` });
  });

  it('have placeholders of any name: with accents, spaces within, and spaces around', () => {
    const own = messaging.policy({ templates: { closing: '{ número de caso }: gracias, {Señor/a}. { señal\t}' } });
    const say = (data: messaging.MessageData): messaging.MessageOutcome =>
      messaging.message('closing', data, { ...morning, policy: own }).outcome;
    expect(say({ 'Señor/a': 'Eva' })).toMatchObject({ missing: ['número de caso', 'señal'] });
    const data = { 'número de caso': '7', 'Señor/a': 'Eva', señal: 'Fin' };
    expect(say(data)).toMatchObject({ text: '7: gracias, Eva. Fin' });
    const spaced = messaging.policy({ templates: { 'case-3': '{ department } y { agent }' } });
    expect(
      messaging.message('case-3', { department: 'CCA', agent: 'Ana' }, { ...morning, policy: spaced }).outcome,
    ).toMatchObject({ text: 'CCA y Ana' });
  });

  it('take a company’s own wording, with placeholders of its own', () => {
    const own = messaging.policy({ templates: { closing: 'Gracias, {client}. {constructor}' } });
    const say = (data: messaging.MessageData): messaging.MessageOutcome =>
      messaging.message('closing', data, { ...morning, policy: own }).outcome;
    expect(say({})).toMatchObject({ missing: ['client', 'constructor'] });
    expect(say({ client: 'Eva', constructor: 'Adiós' })).toMatchObject({ text: 'Gracias, Eva. Adiós' });
    expect(
      messaging.message('case-3', { agent: 'Ana', department: 'CCA' }, { ...morning, policy: own }).outcome,
    ).toEqual(messaging.message('case-3', { agent: 'Ana', department: 'CCA' }, morning).outcome);
  });

  it('hold while the greeting says the same', () => {
    const named = { agent: 'Ana' };
    const greetings = { morning: { from: 5, text: 'Hola' }, afternoon: { from: 12, text: 'Hola' } };
    const brief = messaging.policy({ greetings });
    expect(messaging.message('capture-call', named, { ...morning, policy: brief }).validUntil).toBe(
      DAY_START + 19 * HOUR,
    );
    const same = messaging.policy({ greetings: { ...greetings, night: { from: 19, text: 'Hola' } } });
    expect(messaging.message('capture-call', named, { ...morning, policy: same }).validUntil).toBeNull();
    expect(messaging.message('capture-call', named, morning).validUntil).toBe(DAY_START + 12 * HOUR);
    expect(messaging.message('closing', {}, morning).validUntil).toBeNull();
  });

  it('are those that the decisions name, with their data', () => {
    const steps = messaging.monitoring({ answers: 'wrong', isLost: true, agent: 'Ana' }, { policy }).outcome;
    const [phone] = steps.action === 'none' ? [] : steps.steps.filter((step) => 'template' in step);
    expect(phone).toMatchObject({ template: 'central-phone', data: { agent: 'Ana', centralPhone: '0800-000' } });
    const { outcome } = messaging.support({ case: 3, department: 'CCA', agent: 'Ana' });
    const data = outcome.action === 'send-message' ? outcome.data : {};
    expect(messaging.message('case-3', data, morning).outcome).toMatchObject({
      text: expect.stringMatching(/CCA.*Ana/) as string,
    });
  });

  it('are worded by ourselves: not the manual’s sentences', () => {
    const words = Object.values(messaging.defaultPolicy.templates).join('\n').toLowerCase();
    for (const phrase of [
      ...['estimado', 'le pedimos disculpa', 'seguimos investigando', 'daremos una respuesta', 'lo mas pronto posible'],
      ...['fue un placer ayudar', 'a través de nuestros agentes', 'resolver su situación'],
      ...['te escribe', 'puedes facilitarme', 'departamento de ventas', 'de igual manera', 'feliz día', 'muy buenos'],
    ]) {
      expect(words).not.toContain(phrase);
    }
  });
});

describe('the greeting', () => {
  it('is of the client’s zone, or of the policy’s, and none in a zone that does not exist', () => {
    const partIn = (zone?: string, policy = messaging.defaultPolicy): unknown =>
      messaging.greeting({ ...morning, policy, ...(zone !== undefined && { zone }) }).outcome;
    expect(partIn()).toEqual({ action: 'greet', part: 'morning', text: 'Buenos días' });
    expect(partIn('Europe/Madrid')).toMatchObject({ part: 'afternoon' });
    expect(partIn(undefined, messaging.policy({ zone: 'Asia/Tokyo' }))).toMatchObject({ part: 'night' });
    expect(partIn('America/Nowhere')).toEqual({ action: 'need-fact', fact: 'zone' });
    expect(messaging.greeting({ ...morning, zone: '' })).toMatchObject({
      situation: { part: 'unknown' },
      validUntil: null,
    });
  });

  it('has no end where a policy made by hand never turns', () => {
    const { greetings } = messaging.defaultPolicy;
    const always = { morning: { from: 0, text: 'Hola' }, afternoon: { ...greetings.afternoon, from: 24 } };
    const made = { ...messaging.defaultPolicy, greetings: { ...always, night: { ...greetings.night, from: 24 } } };
    for (const hour of [0, 11, 23.999]) {
      const clock = fixedClock(DAY_START + hour * HOUR);
      expect(messaging.greeting({ clock, policy: made })).toMatchObject({
        ...{ outcome: { part: 'morning', text: 'Hola' }, validUntil: null },
      });
      expect(messaging.message('capture-call', { agent: 'Ana' }, { clock, policy: made }).validUntil).toBeNull();
    }
  });
});

describe('who handles what', () => {
  it('may be said twice of one user', () => {
    const users = [{ name: 'Mesa', role: 'general-support', topics: ['Ayuda', 'ayuda', 'AYUDÁ'] }] as const;
    expect(messaging.department('ayuda', { policy: messaging.policy({ users }) }).outcome).toMatchObject({
      user: 'Mesa',
    });
  });

  it('is a company’s own to say', () => {
    const policy = messaging.policy({
      users: [
        { name: 'Dirección', role: 'administrator', topics: ['Reclamos'] },
        { name: 'Mesa', role: 'general-support', topics: ['Ayuda', 'Cuenta'] },
        { name: 'Oriente', role: 'sales', topics: ['Ventas Oriente'], supervisor: 'Dirección' },
      ],
    });
    const userOf = (topic: string): unknown => messaging.department(topic, { policy });
    expect(userOf('reclamos')).toMatchObject({
      outcome: { user: 'Dirección', supervisor: null },
      rule: 'messaging/user-supervisor',
    });
    expect(userOf('CUENTA')).toMatchObject({ outcome: { user: 'Mesa' }, rule: 'messaging/user-soporte-general' });
    expect(userOf('Ventas Oriente')).toMatchObject({
      outcome: { user: 'Oriente', supervisor: 'Dirección' },
      rule: 'messaging/user-ventas-3-4',
    });
    expect(userOf('CCA')).toMatchObject({ outcome: { action: 'not-covered' } });
    expect(messaging.department('CCA').outcome).toMatchObject({ user: 'CCO IDEA' });
  });
});

describe('a round of watching', () => {
  it('goes over the inbox and the networks, and each conversation in order', () => {
    const { outcome, rule } = messaging.round();
    expect(rule).toBe('messaging/monitor-where');
    expect(outcome.places).toEqual(['Respond.io', 'Facebook', 'Instagram', 'Google My Business']);
    expect(outcome.steps.map(({ action, rule: asking }) => `${action} ${asking}`)).toEqual([
      'review messaging/eva-review',
      'read messaging/monitor-read',
      'verify messaging/monitor-verify',
      'classify messaging/eva-classify-and-crm',
      'load-to-crm messaging/eva-classify-and-crm',
    ]);
    const policy = messaging.policy({ networks: ['Telegram'] });
    expect(messaging.round({ policy }).outcome.places).toEqual(['Respond.io', 'Telegram']);
  });

  it('has a snippet of the company’s own to hook with (ME-18)', () => {
    const policy = messaging.policy({ hookSnippet: 5 });
    const { outcome } = messaging.hooking({ source: 'comment', botAnswered: true }, { policy });
    expect(outcome).toMatchObject({ steps: [{ snippet: 5 }, { comment: null }] });
    expect(messaging.decide({ ...filed, botSilentAt: TEN }, { policy }).outcome).toMatchObject({ snippet: 5 });
    expect(messaging.duties({ ...filed, botSilentAt: TEN }, { policy }).open).toMatchObject([{ snippet: 5 }]);
  });
});

describe('the agenda', () => {
  interface Chat {
    readonly name: string;
    readonly facts: messaging.Facts;
    readonly contact?: messaging.IntakeFacts;
  }

  const chats: readonly Chat[] = [
    { name: 'nothing', facts: filed },
    { name: 'unclassified', facts: { ...filed, tags: [] } },
    { name: 'closing', facts: { ...filed, course: 'solved', closing: ['standard-reply'] } },
    {
      name: 'watched',
      facts: { ...filed, course: 'support', calledAt: TEN, locatedAt: TEN },
      contact: { contact: 'w', hasWelcomeEvents: true, endedAt: TEN - MINUTE },
    },
    { name: 'waits', facts: filed, contact: { contact: 'a', hasWelcomeEvents: true, endedAt: TEN - 2 * MINUTE } },
    { name: 'loads', facts: filed, contact: { contact: 'b', taggedByHandAt: TEN } },
    { name: 'unknown', facts: filed, contact: { contact: 'c', uploadFlag: 'si' } },
    { name: 'answers', facts: filed, contact: { contact: 'd', taggedByHandAt: TEN, askedAt: TEN } },
    { name: 'closed out', facts: { course: 'closed-out' }, contact: { contact: 'e', loadedAt: TEN } },
  ];
  const context: messaging.AgendaContext<Chat> = {
    ...morning,
    factsOf: ({ facts }) => facts,
    intakeOf: ({ contact }) => contact ?? null,
  };

  it('is of those in which something is due, in the order given, and of nobody who waits', () => {
    const { due } = messaging.agenda(deepFreeze(chats), context);
    expect(
      due.map(({ chat, next: open, intake }) => [chat.name, open?.outcome.action, intake?.outcome.action]),
    ).toEqual([
      ['unclassified', 'classify', undefined],
      ['closing', 'reactivate-bot', undefined],
      ['watched', 'monitor-case', undefined],
      ['loads', undefined, 'run-automation'],
      ['unknown', undefined, 'not-covered'],
    ]);
    expect(due[0]).toEqual({
      ...{ chat: chats[1], intake: null },
      next: { outcome: { action: 'classify', missing: ['tag'] }, rule: 'messaging/classify-tag' },
    });
    expect(due[3]?.intake?.rule).toBe('messaging/crm-manual-tag');
  });

  it('holds until the first wait is over', () => {
    const { validUntil } = messaging.agenda(chats, context);
    expect(validUntil).toBe(TEN - 2 * MINUTE + HOUR);
    const later = messaging.agenda(chats, { ...context, clock: fixedClock(TEN - 2 * MINUTE + HOUR) });
    expect(later.due.map(({ chat }) => chat.name)).toContain('waits');
    expect(later.validUntil).toBe(TEN - MINUTE + HOUR);
    expect(messaging.agenda(chats, { ...context, clock: fixedClock(TEN + HOUR) }).validUntil).toBeNull();
  });

  it('passes over what will change nothing, and what is done though it was never closed out', () => {
    const policy = messaging.policy({ manualTag: 'after-delay' });
    const contacts: readonly messaging.IntakeFacts[] = [
      { contact: 'a', hasWelcomeEvents: true, endedAt: TEN - MINUTE },
      // The tag that is dated ahead waits the hour, too, and that is over later.
      { contact: 'b', endedAt: TEN, taggedByHandAt: TEN + MINUTE },
      // No hour starts anything without welcome events.
      { contact: 'c', endedAt: TEN - 2 * MINUTE },
    ];
    const facts = { ...filed, course: 'solved', closing: play(...closedOut).facts.closing ?? [] } as const;
    const whole = { ...morning, policy, factsOf: () => facts, intakeOf: (contact: messaging.IntakeFacts) => contact };
    for (const some of [contacts, contacts.toReversed()]) {
      expect(messaging.agenda(some, whole)).toEqual({ due: [], validUntil: TEN - MINUTE + HOUR });
    }
  });

  it('holds until something else is to be done, by whichever rule', () => {
    const asking: messaging.IntakeFacts = {
      contact: 'a',
      hasWelcomeEvents: true,
      endedAt: TEN - 2 * HOUR,
      taggedAt: TEN - HOUR,
    };
    const whole = { ...morning, factsOf: () => filed, intakeOf: (contact: messaging.IntakeFacts) => contact };
    // The same rule, to another end: once the question is asked, nothing is due.
    expect(messaging.agenda([{ ...asking, askedAt: TEN + 5 }], whole)).toMatchObject({
      due: [{}],
      validUntil: TEN + 5,
    });
    // Another rule: the automation has failed.
    expect(messaging.agenda([{ ...asking, failedAt: TEN + 5 }], whole)).toMatchObject({
      due: [{}],
      validUntil: TEN + 5,
    });
    // A boundary at which the same is to be done wakes nobody.
    expect(messaging.agenda([{ contact: 'a', taggedByHandAt: TEN, taggedAt: TEN + 5 }], whole)).toMatchObject({
      ...{ due: [{}], validUntil: null },
    });
  });

  it('needs no contacts, takes any iterable, reads the clock once, and heeds the policy', () => {
    let readings = 0;
    const clock = {
      now: (): Instant => {
        readings += 1;
        return TEN;
      },
    };
    const policy = messaging.policy({ classifyClosedOut: true });
    const { due, validUntil } = messaging.agenda(new Set(chats), { clock, factsOf: ({ facts }) => facts, policy });
    expect(due.map(({ chat }) => chat.name)).toEqual(['unclassified', 'closing', 'watched', 'closed out']);
    expect([readings, validUntil]).toEqual([1, null]);
  });
});

describe('a policy', () => {
  function isFrozenThrough(value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return true;
    return Object.isFrozen(value) && Object.values(value).every(isFrozenThrough);
  }

  it('has the manual’s values, frozen to the bottom', () => {
    expect(messaging.policy()).toEqual(messaging.defaultPolicy);
    expect(messaging.defaultPolicy).toMatchObject({
      ...{ zone: 'America/Caracas', forbiddenSections: ['ALL', 'NEW'], hookSnippet: 2, closeOrder: 'strict' },
      ...{ crmDelay: HOUR, crmTag: 'admision y ventas', uploadFlag: 'si', centralPhone: null },
    });
    expect(isFrozenThrough(messaging.defaultPolicy)).toBe(true);
  });

  it('keeps nothing of the caller’s, and freezes nothing of theirs', () => {
    const choices = {
      forbiddenSections: ['Todos'],
      users: [{ name: 'Mesa', role: 'general-support' as const, topics: ['Ayuda'] }],
      templates: { closing: 'Gracias.' },
      greetings: { night: { from: 20, text: 'Buenas' } },
    };
    const made = messaging.policy(choices);
    expect(isFrozenThrough(made)).toBe(true);
    choices.forbiddenSections.push('Soporte');
    choices.users[0]?.topics.push('Cuenta');
    choices.templates.closing = '';
    choices.greetings.night.from = 23;
    expect(made).toMatchObject({ forbiddenSections: ['Todos'], users: [{ topics: ['Ayuda'] }] });
    expect([made.templates.closing, made.greetings.night.from]).toEqual(['Gracias.', 20]);
    expect(made.greetings.morning).toEqual(messaging.defaultPolicy.greetings.morning);
  });

  it('reads its lengths in their units, and an undefined choice as none', () => {
    const hour = messaging.policy({ crmDelay: { minutes: 30 }, ...({ zone: undefined } as object) });
    expect([hour.crmDelay, hour.zone]).toEqual([30 * MINUTE, 'America/Caracas']);
  });

  it.each<[string, messaging.PolicyChoices, string]>([
    ['a delay before the end', { crmDelay: { hours: -1 } }, 'crmDelay.hours: expected a number, 0 or more; saw -1.'],
    ['a delay that is none', { crmDelay: { minutes: Number.NaN } }, 'crmDelay.minutes'],
    ['a zone that is none', { zone: 'America/Bogotá' }, 'zone: saw "America/Bogotá", expected an IANA zone'],
    [
      'a topic of two users',
      {
        users: [
          { name: 'a', role: 'sales', topics: ['Académico'] },
          { name: 'b', role: 'sales', topics: [' academico'] },
        ],
      },
      'users.1.topics: saw " academico", expected a topic that nobody else has.',
    ],
    [
      'a name of two users',
      {
        users: [
          { name: 'a', role: 'sales', topics: [] },
          { name: 'a', role: 'store', topics: [] },
        ],
      },
      'users.1.name: saw "a", expected a name that nobody else has.',
    ],
    ...['{', '}', 'a {b', 'a} b', '{{agent}}', '{}', '{ }', '{agent} {'].map(
      (text): [string, messaging.PolicyChoices, string] => [
        `the text ${text}`,
        { templates: { closing: text } },
        `templates.closing: saw "${text}", expected no braces but those around the name of a placeholder.`,
      ],
    ),
    ['a text that says nothing', { templates: { closing: ' ' } }, 'templates.closing: saw " ", expected a text'],
    [
      'a supervisor who is nobody',
      { users: [{ name: 'a', role: 'sales', topics: [], supervisor: 'z' }] },
      'users.0.supervisor: saw "z", expected the name of a user.',
    ],
    [
      'a case 3 that does not name the department',
      { templates: { 'case-3': '{agent}' } },
      'templates.case-3: saw "{agent}", expected a text with "{department}" in it.',
    ],
    [
      'a case 3 that does not name the agent',
      { templates: { 'case-3': '{department}' } },
      'templates.case-3: saw "{department}", expected a text with "{agent}" in it.',
    ],
    [
      'no number for who is lost',
      { templates: { 'central-phone': '{agent}' } },
      'templates.central-phone: saw "{agent}", expected a text with "{centralPhone}" in it.',
    ],
    ...(
      [
        [{ morning: { from: 13, text: 'x' } }, '13, 12, 19'],
        [{ afternoon: { from: 12.5, text: 'x' } }, '5, 12.5, 19'],
        [{ night: { from: 24, text: 'x' } }, '5, 12, 24'],
        [{ morning: { from: -1, text: 'x' } }, '-1, 12, 19'],
      ] as const
    ).map(([greetings, seen]): [string, messaging.PolicyChoices, string] => [
      `greetings from ${seen}`,
      { greetings },
      `greetings: saw ${seen}, expected whole hours of the day for morning, afternoon and night, one after the other.`,
    ]),
  ])('of %s is refused', (_, choices, text) => {
    expect(() => messaging.policy(choices)).toThrow(RangeError);
    expect(() => messaging.policy(choices)).toThrow(text);
  });
});
