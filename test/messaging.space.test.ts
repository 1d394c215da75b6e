import { describe, expect, it } from 'vitest';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import * as messaging from 'pauta/messaging';
import { deepFreeze } from './deep-freeze.js';

const HOUR = 3_600_000;
const END = Date.parse('2024-05-13T10:00:00-04:00');
const yesNo = ['no', 'yes'] as const;

/** The cells of a table of the catalogue, row by row. */
function cellsOf(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.split(' | '));
}

/** What is missing, as the catalogue writes it: section | agent | tag | result | rule. */
const classified = cellsOf(`
ALL | yes | yes | not-classified:section | messaging/classify-section
ALL | yes | no | not-classified:section+tag | messaging/classify-every
ALL | no | yes | not-classified:section+agent | messaging/classify-every
ALL | no | no | not-classified:section+agent+tag | messaging/classify-every
NEW | yes | yes | not-classified:section | messaging/classify-section
NEW | yes | no | not-classified:section+tag | messaging/classify-every
NEW | no | yes | not-classified:section+agent | messaging/classify-every
NEW | no | no | not-classified:section+agent+tag | messaging/classify-every
other | yes | yes | classified | messaging/classify-every
other | yes | no | not-classified:tag | messaging/classify-tag
other | no | yes | not-classified:agent | messaging/classify-agent
other | no | no | not-classified:agent+tag | messaging/classify-every
`);

function lackingOf(facts: messaging.Facts, policy = messaging.defaultPolicy): string {
  const { outcome } = messaging.classification(deepFreeze(facts), { policy });
  return outcome.action === 'classify' ? `not-classified:${outcome.missing.join('+')}` : outcome.reason;
}

describe('a conversation that must be classified', () => {
  it('is one of twelve, of which one is classified', () => {
    expect(new Set(classified.map((row) => row.slice(0, 3).join())).size).toBe(12);
    expect(classified.filter(([, , , result]) => result === 'classified')).toHaveLength(1);
  });

  describe.each(classified)('section %s, agent %s, tag %s: %s', (section, agent, tag, result, rule) => {
    const facts: messaging.Facts = {
      section: section === 'other' ? 'Soporte' : section,
      agent: agent === 'yes' ? 'Soporte General' : null,
      tags: tag === 'yes' ? ['soporte'] : [],
    };

    it('wherever the conversation is, until it is closed out (ME-2)', () => {
      for (const course of ['open', 'support', 'investigating', 'solved'] as const) {
        expect(lackingOf({ ...facts, course })).toBe(result);
      }
      expect(messaging.classification(facts)).toMatchObject({ rule, validUntil: null });
      expect(lackingOf({ ...facts, course: 'closed-out' })).toBe('closed-out');
      expect(messaging.classification({ ...facts, course: 'closed-out' }).rule).toBe('messaging/classify-every');
    });

    it('closed out, under the policy that asks for it then', () => {
      const policy = messaging.policy({ classifyClosedOut: true });
      expect(lackingOf({ ...facts, course: 'closed-out' }, policy)).toBe(result);
    });

    it('with the sections of another inbox', () => {
      const policy = messaging.policy({ forbiddenSections: ['Todos', 'Nuevos'] });
      const named = { ALL: 'Todos', NEW: 'Nuevos', other: 'ALL' }[section as 'ALL' | 'NEW' | 'other'];
      expect(lackingOf({ ...facts, section: named }, policy)).toBe(result);
    });

    it('in any letter case, and with spaces around', () => {
      const name = section === 'other' ? 'Soporte' : section;
      for (const spelt of [name.toLowerCase(), ` ${name} `]) {
        expect(lackingOf({ ...facts, section: spelt })).toBe(result);
      }
    });

    it('blank for absent', () => {
      const blank: messaging.Facts = {
        ...facts,
        ...(agent === 'no' && { agent: '  ' }),
        ...(tag === 'no' && { tags: ['', ' '] }),
      };
      expect(lackingOf(blank)).toBe(result);
      if (section === 'other') return;
      for (const nothing of ['', '  ', null]) expect(lackingOf({ ...blank, section: nothing })).toBe(result);
    });
  });

  it('of which nothing is told lacks all three', () => {
    expect(lackingOf({})).toBe('not-classified:section+agent+tag');
  });
});

const ends = ['no', '<1 h', '≥1 h'] as const;

/** What the catalogue looks at before a contact is loaded. */
interface Triggers {
  readonly loaded: boolean;
  readonly failed: boolean;
  readonly known: boolean;
  readonly flag: boolean;
  readonly tag: boolean;
  readonly welcome: boolean;
  readonly ended: (typeof ends)[number];
  readonly resumed: boolean;
}

const bit = [false, true] as const;

/** Everything that the given lists of values add up to, one value of each. */
function everyOf<Point extends object>(lists: {
  readonly [Fact in keyof Point]: readonly Point[Fact][];
}): readonly Point[] {
  let points: object[] = [{}];
  for (const [fact, values] of Object.entries<readonly unknown[]>(lists)) {
    points = points.flatMap((point) => values.map((value) => ({ ...point, [fact]: value })));
  }
  return points as Point[];
}

const triggers = everyOf<Triggers>({
  ...{ loaded: bit, failed: bit, known: bit, flag: bit, tag: bit, welcome: bit },
  ...{ ended: ends, resumed: bit },
});

/** The catalogue's list, row by row; the first that holds decides. */
const intakes: readonly (readonly [
  string,
  (seen: Triggers) => boolean,
  string,
  (seen: Triggers) => messaging.RuleId,
])[] = [
  ['1', ({ loaded }) => loaded, 'none:already-loaded', () => 'messaging/crm-load'],
  ['2', ({ known, flag }) => known && flag, 'load-to-crm', () => 'messaging/crm-whatsapp-flag'],
  ['3', ({ failed }) => failed, 'snippet+survey', () => 'messaging/crm-fallback'],
  ['4', ({ tag }) => tag, 'ask-contact>load-to-crm', () => 'messaging/crm-manual-tag'],
  ['4b', ({ flag, known }) => flag && !known, 'not-covered:contact-unknown', () => 'messaging/crm-whatsapp-flag'],
  [
    '5',
    ({ welcome, ended, resumed }) => welcome && ended !== 'no' && resumed,
    'none:conversation-resumed',
    () => 'messaging/crm-auto-after-1h',
  ],
  ['6', ({ welcome, ended }) => welcome && ended === '<1 h', 'wait', () => 'messaging/crm-auto-after-1h'],
  [
    '7',
    ({ welcome, ended }) => welcome && ended === '≥1 h',
    'add-tag>ask-contact>load-to-crm',
    () => 'messaging/crm-auto-after-1h',
  ],
  // Who is known is asked for the field, and everybody else for the end.
  [
    '8',
    () => true,
    'none:no-trigger',
    ({ known }) => (known ? 'messaging/crm-whatsapp-flag' : 'messaging/crm-auto-after-1h'),
  ],
];

function rowOf(seen: Triggers): (typeof intakes)[number] {
  return intakes.find(([, holds]) => holds(seen)) as (typeof intakes)[number];
}

function writtenIntake(outcome: messaging.IntakeOutcome): string {
  switch (outcome.action) {
    case 'none':
      return `none:${outcome.reason}`;
    case 'run-automation':
      return outcome.steps.join('>');
    case 'send-survey':
      return outcome.steps.join('+');
    case 'not-covered':
      return `not-covered:${outcome.gap}`;
    default:
      return outcome.action;
  }
}

/** Facts of a contact with these triggers, and the instants at which they are so. */
function contactsOf(seen: Triggers): readonly (readonly [messaging.IntakeFacts, Instant])[] {
  const past = END - HOUR;
  const facts: messaging.IntakeFacts = {
    contact: 'ana',
    hasWelcomeEvents: seen.welcome,
    endedAt: seen.ended === 'no' ? null : END,
    wroteAgainAt: seen.resumed ? END + HOUR / 6 : null,
    taggedByHandAt: seen.tag ? past : null,
    isKnown: seen.known,
    uploadFlag: seen.flag ? 'si' : null,
    failedAt: seen.failed ? past : null,
    loadedAt: seen.loaded ? past : null,
  };
  const instants = {
    no: [END + HOUR / 2, END + 30 * HOUR],
    '<1 h': seen.resumed ? [END + HOUR / 6, END + HOUR - 1] : [END, END + HOUR / 2, END + HOUR - 1],
    '≥1 h': [END + HOUR, END + HOUR + 1, END + 30 * HOUR],
  };
  return instants[seen.ended].map((now) => [facts, now]);
}

/** The policies of the other readings, and what each changes in what is looked at. */
const readings: readonly (readonly [string, messaging.PolicyChoices, (seen: Triggers) => Triggers])[] = [
  ['as the manual is read', {}, (seen) => seen],
  ['the hour goes on (ME-9)', { resumption: 'goes-on' }, (seen) => ({ ...seen, resumed: false })],
  [
    'a tag by hand waits the hour (ME-10)',
    { manualTag: 'after-delay' },
    (seen) => ({ ...seen, tag: seen.tag && seen.ended === '≥1 h' }),
  ],
];

describe('the way into the CRM, over the whole space of facts', () => {
  it('has 384 combinations, and each row of the catalogue decides some', () => {
    expect(new Set(triggers.map((seen) => JSON.stringify(seen))).size).toBe(384);
    expect(new Set(triggers.map((seen) => rowOf(seen)[0]))).toEqual(new Set(intakes.map(([number]) => number)));
  });

  it.each(readings)('%s', (_, choices, read) => {
    const policy = messaging.policy(choices);
    const differences: unknown[] = [];
    for (const seen of triggers) {
      const row = rowOf(read(seen));
      const [, , expected, ruleOf] = row;
      // By time alone only the end of the hour changes anything.
      const isOtherLater = seen.ended === '<1 h' && rowOf(read({ ...seen, ended: '≥1 h' })) !== row;
      for (const [facts, now] of contactsOf(seen)) {
        const { outcome, rule, validUntil } = messaging.intake(deepFreeze(facts), { clock: fixedClock(now), policy });
        const answer = { outcome: writtenIntake(outcome), rule, validUntil };
        const right = { outcome: expected, rule: ruleOf(seen), validUntil: isOtherLater ? END + HOUR : null };
        if (JSON.stringify(answer) !== JSON.stringify(right)) differences.push({ seen, now, answer, right });
        if (outcome.action === 'wait') expect(outcome.until).toBe(END + HOUR);
        if ('key' in outcome) expect(outcome.key).toBe('crm-load:ana');
      }
    }
    expect(differences).toEqual([]);
  });

  it.each(
    cellsOf(`
10:59:59.999 | wait
11:00:00.000 | add-tag>ask-contact>load-to-crm
11:00:00.001 | add-tag>ask-contact>load-to-crm
`),
  )('ended at 10:00:00.000, at %s: %s', (time, expected) => {
    const now = Date.parse(`2024-05-13T${time}-04:00`);
    const facts = { contact: 'ana', hasWelcomeEvents: true, endedAt: END };
    expect(writtenIntake(messaging.intake(facts, { clock: fixedClock(now) }).outcome)).toBe(expected);
  });

  it.each(
    cellsOf(`
09:59:59.999 | add-tag>ask-contact>load-to-crm
10:00:00.001 | none:conversation-resumed
10:59:59.999 | none:conversation-resumed
11:00:00.000 | add-tag>ask-contact>load-to-crm
11:00:00.001 | add-tag>ask-contact>load-to-crm
`),
  )('ended at 10:00:00.000, the client wrote at %s; at noon: %s', (time, expected) => {
    const wroteAgainAt = Date.parse(`2024-05-13T${time}-04:00`);
    const facts = { contact: 'ana', hasWelcomeEvents: true, endedAt: END, wroteAgainAt };
    expect(writtenIntake(messaging.intake(facts, { clock: fixedClock(END + 2 * HOUR) }).outcome)).toBe(expected);
  });
});

const NOON = END + 2 * HOUR;

/** How far the automation is: begun | tag set | asked | answered | next | rule. */
const automation = cellsOf(`
by itself | no | no | no | add-tag>ask-contact>load-to-crm | messaging/crm-auto-after-1h
by itself | yes | no | no | ask-contact>load-to-crm | messaging/crm-ask-contact
by itself | yes | yes | no | await-data | messaging/crm-ask-contact
by itself | yes | yes | yes | load-to-crm | messaging/crm-load
by hand | no | no | no | ask-contact>load-to-crm | messaging/crm-manual-tag
by hand | yes | no | no | ask-contact>load-to-crm | messaging/crm-manual-tag
by hand | yes | yes | no | await-data | messaging/crm-ask-contact
by hand | yes | yes | yes | load-to-crm | messaging/crm-load
`);

describe('the automation', () => {
  it.each(automation)(
    'begun %s, tagged %s, asked %s, answered %s: %s',
    (begun, tagged, asked, answered, next, rule) => {
      const when = (cell: string | undefined): Instant | null => (cell === 'yes' ? END + HOUR : null);
      const progress = { taggedAt: when(tagged), askedAt: when(asked), answeredAt: when(answered) };
      const isByHand = begun === 'by hand';
      const facts: messaging.IntakeFacts = isByHand
        ? { contact: 'ana', taggedByHandAt: END, ...progress }
        : { contact: 'ana', hasWelcomeEvents: true, endedAt: END, ...progress };
      const decision = messaging.intake(facts, { clock: fixedClock(NOON) });
      expect(writtenIntake(decision.outcome)).toBe(next);
      expect(decision).toMatchObject({ rule, validUntil: null });
      expect(decision.situation).toMatchObject({ began: isByHand ? 'by-hand' : 'by-itself' });
      if (tagged === 'no' && !isByHand) return;
      // What was begun goes on, though the client writes again.
      const resumed = { ...facts, wroteAgainAt: END + HOUR / 2 };
      expect(messaging.intake(resumed, { clock: fixedClock(NOON) }).outcome).toEqual(decision.outcome);
    },
  );

  it.each<[string, Partial<messaging.IntakeFacts>, string, messaging.RuleId]>([
    ['nothing done', {}, 'snippet+survey', 'messaging/crm-fallback'],
    ['the survey sent', { surveySentAt: NOON }, 'await-survey', 'messaging/crm-fallback'],
    ['the survey answered', { surveySentAt: NOON, surveyAnsweredAt: NOON }, 'load-to-crm', 'messaging/crm-load'],
    ['the data given after all', { answeredAt: NOON }, 'load-to-crm', 'messaging/crm-load'],
    ['loaded', { surveyAnsweredAt: NOON, loadedAt: NOON }, 'none:already-loaded', 'messaging/crm-load'],
  ])('failed, %s: %s', (_, progress, next, rule) => {
    const facts = { contact: 'ana', taggedByHandAt: END, failedAt: END + HOUR, ...progress };
    const decision = messaging.intake(facts, { clock: fixedClock(NOON) });
    expect([writtenIntake(decision.outcome), decision.rule]).toEqual([next, rule]);
  });
});

/** Eva's answers | user lost | actions | the rule that comes first. */
const watched = cellsOf(`
right | no | let-bot-answer+send-capture-call-message | messaging/eva-right-let
right | yes | send-central-phone-message+offer-mail-or-chat | messaging/eva-lost-phone
wrong | no | notify-for-dialogflow+send-info-manually | messaging/eva-wrong-notify
wrong | yes | notify-for-dialogflow+send-info-manually+send-central-phone-message+offer-mail-or-chat | messaging/eva-wrong-notify
unjudged | no | none | messaging/monitor-verify
unjudged | yes | send-central-phone-message+offer-mail-or-chat | messaging/eva-lost-phone
`);

describe('watching the bot', () => {
  it.each(watched)('its answers %s, the user lost %s: %s', (answers, lost, actions, rule) => {
    const judgement = { answers: answers as messaging.Judgement['answers'], isLost: lost === 'yes' };
    const decision = messaging.monitoring(judgement);
    const { outcome } = decision;
    expect(outcome.action === 'none' ? 'none' : outcome.steps.map(({ action }) => action).join('+')).toBe(actions);
    expect(decision).toMatchObject({ rule, validUntil: null });
  });
});

describe('hooking the bot', () => {
  it.each(
    cellsOf(`
chat | answered | none | messaging/hook-when-silent
chat | silent | hook 2 | messaging/hook-snippet-2
comment | answered | hook 2+reply-comment, with emojis: true | messaging/hook-comments
comment | silent | hook 2+reply-comment, with emojis: true | messaging/hook-comments
`),
  )('asked by %s, the bot %s: %s', (source, bot, expected, rule) => {
    const asked = { source: source as 'chat' | 'comment', botAnswered: bot === 'answered' };
    const decision = messaging.hooking(asked);
    const { outcome } = decision;
    const steps = outcome.action === 'none' ? [] : outcome.steps;
    const written = steps.map((step) =>
      step.action === 'hook' ? `hook ${step.snippet}` : `${step.action}, with emojis: ${step.emojis}`,
    );
    expect(written.join('+') || 'none').toBe(expected);
    expect(decision).toMatchObject({ rule, validUntil: null });
  });
});

/** Topic | user | who supervises | rule. */
const topics = cellsOf(`
Administración | CCO IDEA | Soporte General | messaging/user-cco
Académico | CCO IDEA | Soporte General | messaging/user-cco
Planificación | CCO IDEA | Soporte General | messaging/user-cco
Operaciones de Vuelo | CCO IDEA | Soporte General | messaging/user-cco
CCA | CCO IDEA | Soporte General | messaging/user-cco
Soporte general | Soporte General | nobody | messaging/user-soporte-general
Supervisión de ventas | Ventas 1 | nobody | messaging/user-ventas-1
Ventas Maracaibo | Ventas 2 | Ventas 1 | messaging/user-ventas-2
Tienda | Tienda IDEA | nobody | messaging/user-tienda
`);

describe('departments', () => {
  it('are five of CCO IDEA, and four topics more', () => {
    expect(topics.map(([, user]) => user).filter((user) => user === 'CCO IDEA')).toHaveLength(5);
    expect(new Set(topics.map(([topic]) => topic)).size).toBe(9);
  });

  it.each(topics)('%s: %s, supervised by %s', (topic = '', user, supervisor, rule) => {
    const bare = topic.normalize('NFD').replaceAll(/\p{M}/gu, '');
    for (const spelt of [
      topic,
      topic.toUpperCase(),
      topic.toLowerCase(),
      `  ${topic} `,
      bare,
      topic.normalize('NFD'),
    ]) {
      const outcome = { action: 'assign', user, supervisor: supervisor === 'nobody' ? null : supervisor };
      expect(messaging.department(spelt)).toMatchObject({ outcome, rule, validUntil: null });
    }
  });

  it.each(['Ventas', 'Ventas Caracas', 'Ventas 2', 'Supervisor', 'Recursos Humanos', '', ' ', '__proto__'])(
    '%j: nobody (ME-20)',
    (topic) => {
      const gap = { action: 'not-covered', gap: 'topic-unassigned', question: 'ME-20', nearest: null };
      expect(messaging.department(topic)).toMatchObject({ outcome: gap, rule: 'messaging/user-ventas-3-4' });
    },
  );
});

/** Case | solved | department | agent | answer | rule. */
const cases = cellsOf(`
1 | any | any | any | bot-handles | messaging/case-1
2 | no | any | any | call-user+locate-user+monitor-case | messaging/case-2
2 | yes | any | any | start-closing | messaging/case-2-close
3 | any | yes | yes | case-3 Soporte Ana | messaging/case-3-text
3 | any | yes | no | need agent | messaging/case-3-text
3 | any | no | any | need department | messaging/case-3-text
`);

function writtenCase(outcome: messaging.SupportOutcome): string {
  switch (outcome.action) {
    case 'take-steps':
      return outcome.steps.join('+');
    case 'send-message':
      return [outcome.template, outcome.data['department'], outcome.data['agent']].join(' ');
    case 'need-fact':
      return `need ${outcome.fact}`;
    default:
      return outcome.action;
  }
}

const supported = [1, 2, 3].flatMap((number) =>
  everyOf<Record<'solved' | 'department' | 'agent', 'no' | 'yes'>>({
    solved: yesNo,
    department: yesNo,
    agent: yesNo,
  }).map((seen) => [number as 1 | 2 | 3, seen.solved, seen.department, seen.agent] as const),
);

describe('support', () => {
  it('has 24 situations, each in one row of six', () => {
    expect(supported).toHaveLength(24);
  });

  it.each(supported)('case %i, solved %s, department known %s, agent known %s', (number, solved, department, agent) => {
    const seen = [`${number}`, solved, department, agent];
    const rows = cases.filter((row) => seen.every((value, index) => ['any', value].includes(row[index] as string)));
    expect(rows).toHaveLength(1);
    for (const nothing of [null, '', '  ']) {
      const decision = messaging.support({
        case: number,
        isSolved: solved === 'yes',
        department: department === 'yes' ? 'Soporte' : nothing,
        agent: agent === 'yes' ? 'Ana' : nothing,
      });
      expect(writtenCase(decision.outcome)).toBe(rows[0]?.[4]);
      expect(decision).toMatchObject({ rule: rows[0]?.[5], validUntil: null });
    }
  });
});

const order = ['standard-reply', 'reactivate-bot', 'click-close'] as const;

/** Every way in which some of the steps can have been taken, each once. */
function arrangementsOf(steps: readonly messaging.ClosingStep[]): readonly (readonly messaging.ClosingStep[])[] {
  const longer = steps.flatMap((step) =>
    arrangementsOf(steps.filter((other) => other !== step)).map((rest) => [step, ...rest]),
  );
  return [[], ...longer];
}

const arrangements = arrangementsOf(order);

/** Who wants to close, and whose case it is. */
const actors = [
  ['the assigned agent', 'Soporte General', 'Soporte General'],
  ['another agent', 'Ventas 1', 'Soporte General'],
  ['an administrator', 'Supervisor', 'Soporte General'],
  ['somebody, of a case that is nobody’s', 'Ventas 1', null],
  ['an administrator, of a case that is nobody’s', 'Supervisor', null],
] as const;

interface Asked extends messaging.Closing {
  readonly closeOrder: 'strict' | 'any';
  readonly closers: 'assigned-agent' | 'assigned-agent-or-administrator';
}

/** The catalogue: not solved, then not theirs, then out of order, then the next step, then complete. */
function closingOf({ solved, agent, actor, done, closeOrder, closers }: Asked): string {
  if (!solved) return 'not-solved messaging/close-when';
  const taken = new Set(done);
  const early = [...taken].find((step, index) => step !== order[index]);
  const isOrderly = closeOrder === 'any' || early === undefined;
  const isTheirs = actor === agent || (actor === 'Supervisor' && closers === 'assigned-agent-or-administrator');
  // After the last step the case is nobody's, and so it is for everybody.
  const isOver = agent === null && taken.size === 3 && isOrderly;
  if (!isTheirs && !isOver) return 'not-assigned-agent messaging/close-who';
  if (!isOrderly) return `out-of-order messaging/${early === 'click-close' ? 'close-3-click' : 'close-2-bot'}`;
  const next = order.find((step) => !taken.has(step));
  if (next === undefined) return 'complete messaging/close-final-state';
  const rules = {
    'standard-reply': 'close-1-reply',
    'reactivate-bot': 'close-2-bot',
    'click-close': 'close-3-click',
  } as const;
  return `${next} messaging/${rules[next]}`;
}

function writtenClosing({ outcome, rule }: messaging.ClosingDecision): string {
  switch (outcome.action) {
    case 'refuse':
      return `${outcome.code} ${rule}`;
    case 'none':
      return `${outcome.reason} ${rule}`;
    case 'send-message':
      return `${outcome.step} ${rule}`;
    default:
      return `${outcome.action} ${rule}`;
  }
}

/** The same steps, one of them taken again somewhere after the first time. */
function repeated(done: readonly messaging.ClosingStep[]): readonly (readonly messaging.ClosingStep[])[] {
  return done.flatMap((step, first) =>
    done.slice(first).map((_, further) => done.toSpliced(first + further + 1, 0, step)),
  );
}

describe('closing', () => {
  it('has sixteen arrangements of the three steps, of which four are in order', () => {
    expect(new Set(arrangements.map((done) => done.join())).size).toBe(16);
    expect(arrangements.filter((done) => done.every((step, index) => step === order[index]))).toHaveLength(4);
  });

  describe.each(['strict', 'any'] as const)('order %s', (closeOrder) => {
    describe.each(['assigned-agent', 'assigned-agent-or-administrator'] as const)('by %s', (closers) => {
      const policy = messaging.policy({ closeOrder, closers });

      it.each(actors)('asked by %s', (_, actor, agent) => {
        for (const solved of bit) {
          for (const done of arrangements) {
            const expected = closingOf({ solved, agent, actor, done, closeOrder, closers });
            for (const taken of [done, ...repeated(done)]) {
              const decision = messaging.closing(deepFreeze({ solved, agent, actor, done: taken }), { policy });
              expect([taken, writtenClosing(decision)]).toEqual([taken, expected]);
              expect(decision.validUntil).toBeNull();
            }
          }
        }
      });
    });
  });

  it('leaves the bot on, the conversation open and nobody assigned (ME-1)', () => {
    const asked = { solved: true, agent: null, actor: 'Soporte General', done: order };
    expect(messaging.closing(asked).outcome).toEqual({
      action: 'none',
      reason: 'complete',
      ...{ bot: 'on', conversation: 'open', agent: null },
    });
  });
});

/** Course, and whether the user was called and located, and the text sent. */
const cared = everyOf<{ course: 'support' | 'investigating' } & Record<'called' | 'located' | 'sent', boolean>>({
  ...{ course: ['support', 'investigating'], called: bit, located: bit, sent: bit },
});

describe('a case that goes on', () => {
  it('is one of sixteen', () => {
    expect(cared).toHaveLength(16);
  });

  it.each(cared)('$course, called $called, located $located, told $sent', ({ course, called, located, sent }) => {
    const facts: messaging.Facts = deepFreeze({
      ...{ section: 'Soporte', agent: 'Ana', department: 'Soporte general', tags: ['soporte'], course },
      ...{ calledAt: called ? END : null, locatedAt: located ? END : null, caseTextSentAt: sent ? END : null },
    });
    const expected = [
      ...(called ? [] : ['call-user messaging/case-2-call']),
      ...(located ? [] : ['locate-user messaging/case-2-locate']),
      ...(course === 'investigating' && !sent ? ['send-message messaging/case-3-text'] : []),
      'monitor-case messaging/case-2-monitor',
    ];
    const { open, validUntil } = messaging.duties(facts);
    expect(open.map(({ action, rule }) => `${action} ${rule}`)).toEqual(expected);
    const { outcome, rule } = messaging.decide(facts);
    expect(`${outcome.action} ${rule}`).toBe(expected[0]);
    expect(validUntil).toBeNull();
  });
});

type Seen = Pick<messaging.Situation, 'hook' | 'comment' | 'classified' | 'course'>;

/** Whether the bot is off, and nobody hooks it: a person attends, or support does (ME-24). */
function isBotOff({ course }: Seen): boolean {
  return ['person', 'case-due', 'case-watched'].includes(course);
}

/** What is written down of a conversation in a situation; what hooks the bot is written down though it be off. */
function factsOf({ hook, comment, classified: filed, course }: Seen): messaging.Facts {
  const courses = {
    bot: { course: 'open' },
    person: { course: 'open', heldBy: 'Ana' },
    'case-due': { course: 'support' },
    'case-watched': { course: 'investigating', calledAt: END, locatedAt: END, caseTextSentAt: END },
    solved: { course: 'solved', closing: ['standard-reply', 'reactivate-bot'] },
    'closed-out': { course: 'closed-out', closing: order },
  } as const satisfies Record<Seen['course'], messaging.Facts>;
  return {
    section: 'Soporte',
    agent: filed === 'no-agent' ? null : 'Ana',
    tags: filed === 'no' ? [] : ['soporte'],
    ...courses[course],
    botSilentAt: hook === 'silent' ? END + 1 : null,
    commentedAt: hook === 'comment' ? END + 1 : END,
    hookedAt: END,
    openComments: comment === 'open' ? ['the-comment'] : [],
  };
}

/** What comes next: who has no answer, an agent, the case or the closing, the rest of the classification. */
function nextOf({ hook, comment, classified: filed, course }: Seen): string {
  if (hook !== 'no') return 'hook';
  if (comment === 'open') return 'reply-comment';
  if (filed === 'no-agent') return 'classify';
  if (course === 'case-due') return 'call-user';
  if (course === 'solved') return 'click-close';
  if (filed === 'no') return 'classify';
  if (course === 'case-watched') return 'monitor-case';
  return { bot: 'none bot-attends', person: 'none person-attends', 'closed-out': 'none closed-out' }[course];
}

/** Events that lead to a situation, in their order. */
function storyOf({ hook, comment, classified: filed, course }: Seen): readonly Partial<messaging.Event>[] {
  const isCase = !['bot', 'person'].includes(course);
  const isSolved = course === 'solved' || course === 'closed-out';
  const by = 'Ana';
  return [
    { type: 'section-set', section: 'Soporte' },
    ...(filed === 'no' ? [] : [{ type: 'tags-set', tags: ['soporte'] } as const]),
    { type: 'agent-set', agent: 'Ana', department: 'Soporte general' },
    ...(isCase ? [{ type: 'support-ticket' } as const] : []),
    ...(course === 'case-watched' ? ([{ type: 'user-called' }, { type: 'user-located' }] as const) : []),
    ...(isSolved
      ? ([
          { type: 'solved', by },
          { type: 'standard-reply-sent', by },
          { type: 'bot-reactivated', by },
        ] as const)
      : []),
    ...(comment === 'open' || hook === 'comment' ? [{ type: 'comment-question', id: 'the-comment' } as const] : []),
    ...(comment === 'open' && hook === 'no' && !isBotOff({ hook, comment, classified: filed, course })
      ? [{ type: 'hooked' } as const]
      : []),
    ...(comment === 'none' && hook === 'comment'
      ? [{ type: 'comment-answered', comment: 'the-comment' } as const]
      : []),
    ...(hook === 'silent' ? [{ type: 'bot-silent' } as const] : []),
    ...(course === 'closed-out' ? [{ type: 'click-close', by } as const] : []),
    ...(course === 'person' ? [{ type: 'taken-over', by, after: null } as const] : []),
    ...(filed === 'no-agent' && course !== 'closed-out' ? [{ type: 'agent-set', agent: null } as const] : []),
  ];
}

describe('what comes next, over the whole space', () => {
  const { situations: every } = messaging.table;
  const hooked = every.filter((seen) => isBotOff(seen) && seen.hook !== 'no');
  const others = every.filter((seen) => !hooked.includes(seen));
  // Closed out, the conversation is nobody's: what it may lack is an agent, and nothing else alone.
  const untold = others.filter(({ course, classified: filed }) => course === 'closed-out' && filed === 'no');
  const told = others.filter((seen) => !untold.includes(seen));
  // Whether a conversation that was closed out must be classified is the policy's.
  const policyOf = ({ course, classified: filed }: Seen): messaging.Policy =>
    messaging.policy({ classifyClosedOut: course === 'closed-out' && filed !== 'yes' });
  const named = (seen: readonly Seen[]): readonly (readonly [string, Seen])[] =>
    seen.map((one) => [Object.values(one).join(', '), one]);

  it('has 108 situations: 66 that events lead to, 6 of facts alone, 36 in which nobody hooks', () => {
    expect(every).toHaveLength(108);
    expect([told.length, untold.length, hooked.length]).toEqual([66, 6, 36]);
  });

  it.each(named(others))('%s', (_, seen) => {
    const { outcome, situation, validUntil } = messaging.decide(deepFreeze(factsOf(seen)), { policy: policyOf(seen) });
    expect(situation).toMatchObject(seen);
    expect(outcome.action === 'none' ? `none ${outcome.reason}` : outcome.action).toBe(nextOf(seen));
    expect(validUntil).toBeNull();
  });

  it.each(named(told))('events lead to %s', (_, seen) => {
    let state = messaging.start('ana');
    storyOf(seen).forEach((event, index) => {
      const { status, state: next } = messaging.record(state, {
        ...{ id: `${index}`, at: END + index, contact: 'ana' },
        ...event,
      } as messaging.Event);
      expect([event.type, status]).toEqual([event.type, 'applied']);
      state = next;
    });
    expect(messaging.decide(state.facts, { policy: policyOf(seen) }).situation).toMatchObject(seen);
  });

  it.each(named(hooked))('%s: nobody hooks a bot that is off', (_, seen) => {
    const unhooked = { ...seen, hook: 'no' } as const;
    const { outcome, situation } = messaging.decide(factsOf(seen));
    expect(situation).toMatchObject(unhooked);
    expect(outcome.action === 'none' ? `none ${outcome.reason}` : outcome.action).toBe(nextOf(unhooked));
  });
});

/** Hour of the client's day | part | the hour at which that part is over. */
const hours = Array.from({ length: 24 }, (_, hour): readonly [number, messaging.DayPart, number] => {
  if (hour < 5) return [hour, 'night', 5];
  if (hour < 12) return [hour, 'morning', 12];
  return hour < 19 ? [hour, 'afternoon', 19] : [hour, 'night', 29];
});

const texts = { morning: 'Buenos días', afternoon: 'Buenas tardes', night: 'Buenas noches' };

function partAt(at: Instant, zone: string, policy = messaging.defaultPolicy): string {
  const { outcome } = messaging.greeting({ clock: fixedClock(at), zone, policy });
  return outcome.action === 'greet' ? outcome.part : outcome.action;
}

describe('the greeting', () => {
  const midnight = Date.parse('2024-05-13T00:00:00-04:00');

  it.each(hours)('at %i hours in Caracas is that of the %s, until %i hours', (hour, part, until) => {
    for (const at of [midnight + hour * HOUR, midnight + (hour + 1) * HOUR - 1]) {
      expect(messaging.greeting({ clock: fixedClock(at) })).toEqual({
        outcome: { action: 'greet', part, text: texts[part] },
        rule: 'messaging/eva-lost-template',
        situation: { part },
        validUntil: midnight + until * HOUR,
      });
    }
  });

  /** Zones on the days in which their clocks change; in Troll by two hours, so that a part of the day comes twice. */
  const changes = [
    ['America/Caracas', '2024-05-13'],
    ['America/Santiago', '2024-04-06'],
    ['America/Santiago', '2024-09-07'],
    ['Antarctica/Troll', '2024-03-30'],
    ['Antarctica/Troll', '2024-10-26'],
    ['Australia/Lord_Howe', '2024-04-06'],
    ['Asia/Kathmandu', '2024-05-13'],
  ] as const;

  it.each(changes)('in %s agrees with a walk by the quarter of an hour from %s on', (zone, date) => {
    const wall = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
    const early = messaging.policy({
      greetings: {
        morning: { from: 2, text: 'Bonjour' },
        afternoon: { from: 12, text: 'Bonjour' },
        night: { from: 23, text: 'Bonsoir' },
      },
    });
    for (const [policy, morning, night] of [[messaging.defaultPolicy, 5, 19] as const, [early, 2, 23] as const]) {
      const turns: Instant[] = [];
      let before: string | null = null;
      const begin = Date.parse(`${date}T00:00:00Z`);
      for (let at = begin; at < begin + 72 * HOUR; at += HOUR / 4) {
        const hour = Number(wall.format(at));
        const part = hour >= night || hour < morning ? 'night' : hour < 12 ? 'morning' : 'afternoon';
        expect([at, partAt(at, zone, policy)]).toEqual([at, part]);
        if (before !== null && part !== before) turns.push(at);
        before = part;
      }
      const followed: Instant[] = [];
      for (let at: Instant | null = begin; at !== null && at < begin + 72 * HOUR;) {
        if (at !== begin) followed.push(at);
        at = messaging.greeting({ clock: fixedClock(at), zone, policy }).validUntil;
      }
      expect(followed).toEqual(turns);
    }
  });
});
