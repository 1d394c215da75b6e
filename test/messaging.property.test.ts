import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import * as messaging from 'pauta/messaging';
import { loadingSchema, read, stateSchema } from 'pauta/messaging/schema';
import {
  AGENTS,
  anyFacts,
  anyGreetings,
  anyHistory,
  anyInstant,
  anyIntakeFacts,
  anyLoadingDraw,
  anyLoadingHistory,
  anyMessage,
  anyMessages,
  anyPlace,
  anyPolicy,
  closingSteps,
  CONTACT,
  DAY,
  delivered,
  dueAt,
  HOUR,
  loadingEventOf,
  loadingPlaysOf,
  MINUTE,
  playsOf,
  run,
  runLoading,
  SECTIONS,
  T,
  wordOf,
} from './messaging.arbitraries.js';
import { deepFreeze } from './deep-freeze.js';

const RUNS = { numRuns: 1_000 };
const TEMPLATES = ['case-3', 'closing', 'contact-request', 'capture-call', 'central-phone'] as const;

function intakeAt(
  facts: messaging.IntakeFacts,
  now: Instant,
  policy = messaging.defaultPolicy,
): messaging.IntakeDecision {
  return messaging.intake(facts, { clock: fixedClock(now), policy });
}

function isBlank(text: string | null | undefined): boolean {
  return !/\S/.test(text ?? '');
}

/** What a conversation lacks, read from the manual. */
function missingIn({ section, agent, tags }: messaging.Facts, { forbiddenSections }: messaging.Policy): string[] {
  const isForbidden = forbiddenSections.some((one) => one.toLowerCase() === section?.trim().toLowerCase());
  return [
    ...(isBlank(section) || isForbidden ? ['section'] : []),
    ...(isBlank(agent) ? ['agent'] : []),
    ...((tags ?? []).every(isBlank) ? ['tag'] : []),
  ];
}

/** How far a contact still is from the CRM: the smaller, the nearer. */
function distanceOf(outcome: messaging.IntakeOutcome): number {
  switch (outcome.action) {
    case 'load-to-crm':
      return 1;
    case 'await-data':
    case 'await-survey':
      return 2;
    case 'send-survey':
      return 3;
    case 'run-automation':
      return 1 + outcome.steps.length;
    default:
      return wordOf(outcome) === 'already-loaded' ? 0 : 9;
  }
}

/** Which of the events taken are delivered again, after each event. */
const anyPlaces = fc.array(fc.array(fc.nat({ max: 30 }), { maxLength: 3 }), { maxLength: 30, size: 'max' });

/** Everything that holds an instant, at another time. */
function moved<Value>(value: Value, by: number): Value {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) => (typeof part === 'number' && key !== 'version' ? part + by : part)),
  ) as Value;
}

/** Whether a conversation keeps the id of an event. */
function isKept({ type }: messaging.Event): boolean {
  return !['user-message', 'bot-answered', 'bot-silent', 'hooked'].includes(type);
}

const asked: readonly string[] = ['run-automation', 'await-data', 'send-survey', 'await-survey'];
const closingActs: readonly string[] = ['standard-reply-sent', 'bot-reactivated', 'click-close'];

describe('the laws of messaging', () => {
  it('a conversation is classified exactly with a proper section, an agent and a tag, and each missing part is named', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const missing = missingIn(facts, policy);
        const { outcome } = messaging.classification(facts, { policy });
        if (facts.course === 'closed-out' && !policy.classifyClosedOut) {
          expect(outcome).toEqual({ action: 'none', reason: 'closed-out' });
        } else if (missing.length === 0) expect(outcome).toEqual({ action: 'none', reason: 'classified' });
        else expect(outcome).toEqual({ action: 'classify', missing });
      }),
      RUNS,
    );
  });

  it('an open conversation stands among the classified exactly while it is classified', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { recorded } of playsOf(history)) {
          const { stage, facts } = recorded.state;
          if (facts.course !== 'open') continue;
          expect(stage === 'CLASSIFIED').toBe(missingIn(facts, history.policy).length === 0);
        }
      }),
      RUNS,
    );
  });

  it('after the close-out the bot is on, the conversation is open, and it is nobody’s: always all three', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { before, event, recorded } of playsOf(history)) {
          const { stage, facts } = recorded.state;
          if (stage !== 'CLOSED_OUT') continue;
          expect([messaging.isBotOn(facts), facts.agent, facts.heldBy]).toEqual([true, null, null]);
          if (before.stage === stage) continue;
          // From now on what the client writes is for the bot.
          const next: messaging.Event = { ...event, id: 'next', at: event.at + 1, type: 'user-message' };
          expect(messaging.isForBot(facts, next)).toBe(true);
          expect(messaging.record(recorded.state, next).state.stage).toBe('BOT');
        }
      }),
      RUNS,
    );
    const done = fc.shuffledSubarray([...closingSteps], { minLength: 3 });
    fc.assert(
      fc.property(done, fc.constantFrom(...AGENTS), (steps, agent) => {
        const policy = messaging.policy({ closeOrder: 'any' });
        const { outcome } = messaging.closing({ solved: true, agent, actor: agent, done: steps }, { policy });
        expect(outcome).toMatchObject({ reason: 'complete', bot: 'on', conversation: 'open', agent: null });
      }),
      RUNS,
    );
  });

  it('the click never comes before the closing reply and the bot', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        let done: string[] = [];
        for (const { event, recorded } of playsOf(history)) {
          if (recorded.status !== 'applied') continue;
          if (event.type === 'click-close' && history.policy.closeOrder === 'strict') {
            expect(done).toEqual(['standard-reply-sent', 'bot-reactivated']);
          }
          if (closingActs.includes(event.type)) done.push(event.type);
          if (recorded.state.stage !== 'SOLVED') {
            if (recorded.state.stage === 'CLOSED_OUT' && closingActs.includes(event.type)) {
              expect(done.toSorted()).toEqual(['bot-reactivated', 'click-close', 'standard-reply-sent']);
            }
            done = [];
          }
        }
      }),
      RUNS,
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...closingSteps), { maxLength: 5 }), (done) => {
        const { outcome } = messaging.closing({ solved: true, agent: 'a', actor: 'a', done });
        const before = done.slice(0, done.indexOf('click-close'));
        const isEarly = done.includes('click-close') && new Set(before).size < 2;
        if (isEarly) expect(outcome).toEqual({ action: 'refuse', code: 'out-of-order' });
        if (outcome.action === 'click-close')
          expect(new Set(done)).toEqual(new Set(['standard-reply', 'reactivate-bot']));
      }),
      RUNS,
    );
  });

  it('only what its agent solved is closed out, and only by its agent', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        let solvedBy: string | null = null;
        const { closers } = history.policy;
        for (const { before, event, recorded } of playsOf(history)) {
          if (recorded.status !== 'applied') continue;
          if (event.type === 'solved' || closingActs.includes(event.type)) {
            const { by } = event as Extract<messaging.Event, { by: string }>;
            const isAdministrator = closers !== 'assigned-agent' && by === 'Supervisor';
            expect(by === before.facts.agent || isAdministrator).toBe(true);
            if (event.type === 'solved') solvedBy = by;
            else expect(solvedBy).not.toBeNull();
          }
          const { stage } = recorded.state;
          if (stage === 'CLOSED_OUT' && before.stage !== stage) expect(solvedBy).not.toBeNull();
          if (stage !== 'SOLVED') solvedBy = null;
        }
      }),
      RUNS,
    );
  });

  it('a case without solution is not closed, and its text names the department and the agent', () => {
    fc.assert(
      fc.property(anyHistory, anyFacts, (history, facts) => {
        for (const { before, event, recorded } of playsOf(history)) {
          if (before.stage !== 'INVESTIGATING' || !closingActs.includes(event.type)) continue;
          expect(recorded).toEqual({
            state: before,
            status: 'refused',
            code: 'not-solved',
            rule: 'messaging/close-when',
          });
        }
        const { open } = messaging.duties({ ...facts, course: 'investigating' }, { policy: history.policy });
        for (const duty of open) {
          expect(['reactivate-bot', 'click-close']).not.toContain(duty.action);
          if (duty.action !== 'send-message') continue;
          expect(duty.template).toBe('case-3');
          expect([duty.data['department'], duty.data['agent']].some(isBlank)).toBe(false);
        }
      }),
      RUNS,
    );
    const name = fc.constantFrom('Académico', 'CCA', ' ', null);
    fc.assert(
      fc.property(name, name, fc.boolean(), (department, agent, isSolved) => {
        const { outcome } = messaging.support({ case: 3, department, agent, isSolved });
        if (isBlank(department)) expect(outcome).toEqual({ action: 'need-fact', fact: 'department' });
        else if (isBlank(agent)) expect(outcome).toEqual({ action: 'need-fact', fact: 'agent' });
        else expect(outcome).toEqual({ action: 'send-message', template: 'case-3', data: { department, agent } });
        if (outcome.action !== 'send-message') return;
        const sent = messaging.message(outcome.template, outcome.data, { clock: fixedClock(T) }).outcome;
        if (sent.action !== 'send-text') throw new Error(sent.action);
        expect(sent.text).toContain(department);
        expect(sent.text).toContain(agent);
      }),
      RUNS,
    );
  });

  it('a contact is loaded at most once, whatever triggers it, however often and under however many policies, by a host that does what intake asks and is never refused', () => {
    fc.assert(
      fc.property(
        anyPolicy,
        fc.array(fc.tuple(anyLoadingDraw, anyHost, fc.option(anyPolicy, { nil: null })), {
          maxLength: 25,
          size: 'max',
        }),
        (first, turns) => {
          const host = new Host(first);
          turns.forEach(([draw, obeys, another], index) => {
            host.policy = another ?? host.policy;
            host.now += Math.max(0, draw.after);
            const late = { ...draw, after: Math.min(0, draw.after) };
            const heard = loadingEventOf(host.state, late, `e${index}`, host.now);
            // The host alone says that it loaded.
            if (heard.type !== 'loaded') host.hear(heard);
            if (obeys !== 'no') host.obey(obeys);
          });
          expect(host.keys.size).toBeLessThanOrEqual(1);
          expect(host.loads).toBeLessThanOrEqual(1);
          host.obey('yes');
          if (host.loads === 0) return;
          const { policy } = host;
          for (const later of [0, 1, HOUR, 400 * DAY]) {
            expect(intakeAt(host.state.facts, host.now + later, policy)).toMatchObject({
              outcome: { action: 'none', reason: 'already-loaded' },
              validUntil: null,
            });
          }
          for (const type of messaging.loadingFlow.events) {
            const draw = { type, choice: 1, after: 0, isYes: true };
            const recorded = messaging.recordLoading(host.state, loadingEventOf(host.state, draw, 'again', host.now), {
              policy,
            });
            expect(recorded.status).toBe('no-effect');
            expect(recorded.state).toEqual({ ...host.state, seen: recorded.state.seen });
          }
        },
      ),
      RUNS,
    );
  });

  it('no tag sets itself before an hour after the end, and none at all without welcome events', () => {
    fc.assert(
      fc.property(anyIntakeFacts, anyInstant, anyPolicy, (facts, now, policy) => {
        const { outcome } = intakeAt(facts, now, policy);
        if (outcome.action !== 'run-automation' || !outcome.steps.includes('add-tag')) return;
        expect(facts.hasWelcomeEvents).toBe(true);
        expect(now).toBeGreaterThanOrEqual((facts.endedAt ?? Infinity) + policy.crmDelay);
      }),
      RUNS,
    );
    fc.assert(
      fc.property(anyLoadingHistory, (history) => {
        for (const { before, event, recorded } of loadingPlaysOf(history)) {
          if (event.type !== 'tag-added' || recorded.status !== 'applied') continue;
          expect(before.facts.hasWelcomeEvents).toBe(true);
          expect(event.at).toBeGreaterThanOrEqual((before.facts.endedAt ?? Infinity) + history.policy.crmDelay);
        }
      }),
      RUNS,
    );
  });

  it('who is known through WhatsApp, and flagged, is never asked for contact data', () => {
    fc.assert(
      fc.property(
        anyIntakeFacts,
        anyInstant,
        anyPolicy,
        fc.constantFrom('si', 'SI', ' sí '),
        (facts, now, policy, flag) => {
          const { outcome } = intakeAt({ ...facts, isKnown: true, uploadFlag: flag }, now, policy);
          const isLoaded = facts.loadedAt != null && facts.loadedAt <= now;
          expect(wordOf(outcome)).toBe(isLoaded ? 'already-loaded' : 'load-to-crm');
        },
      ),
      RUNS,
    );
    fc.assert(
      fc.property(anyLoadingHistory, ({ policy, events, end }) => {
        for (const { recorded } of loadingPlaysOf({ policy, events })) {
          const { stage, facts } = recorded.state;
          if (facts.isKnown !== true || facts.uploadFlag?.startsWith('no') !== false) continue;
          expect(stage === 'LOADED' || stage === 'FAILED').toBe(true);
          expect(asked).not.toContain(intakeAt(facts, end, policy).outcome.action);
        }
      }),
      RUNS,
    );
  });

  it('a wrong bot is both notified and made good; a right one answers before the call is attempted', () => {
    fc.assert(
      fc.property(anyJudgement, anyPolicy, (judgement, policy) => {
        const { outcome } = messaging.monitoring(judgement, { policy });
        const actions = outcome.action === 'none' ? [] : outcome.steps.map(({ action }) => action);
        const isWrong = judgement.answers === 'wrong';
        expect(actions.includes('notify-for-dialogflow')).toBe(isWrong);
        expect(actions.includes('send-info-manually')).toBe(isWrong);
        const isCaptured = judgement.answers === 'right' && !judgement.isLost;
        expect(actions.includes('send-capture-call-message')).toBe(isCaptured);
        if (isCaptured) expect(actions).toEqual(['let-bot-answer', 'send-capture-call-message']);
        expect(actions.includes('send-central-phone-message')).toBe(judgement.isLost);
        expect(actions.includes('offer-mail-or-chat')).toBe(judgement.isLost);
      }),
      RUNS,
    );
  });

  it('who asks by a comment is hooked and answered, both', () => {
    fc.assert(
      fc.property(anyPolicy, fc.boolean(), (policy, botAnswered) => {
        expect(messaging.hooking({ source: 'comment', botAnswered }, { policy }).outcome).toEqual({
          action: 'take-steps',
          steps: [
            { action: 'hook', snippet: policy.hookSnippet },
            { action: 'reply-comment', comment: null, emojis: true },
          ],
        });
      }),
      RUNS,
    );
    fc.assert(
      fc.property(anyHistory, (history) => {
        const asked = new Map<string, { readonly at: Instant; isAnswered: boolean }>();
        const hooks: Instant[] = [];
        for (const { event, recorded } of playsOf(history)) {
          if (event.type === 'comment-question') expect(recorded.status).toBe('applied');
          if (recorded.status === 'applied') {
            const { id, at, type } = event;
            if (type === 'comment-question') asked.set(id, { at, isAnswered: false });
            const answered = type === 'comment-answered' ? asked.get(event.comment) : undefined;
            if (answered !== undefined) answered.isAnswered = true;
            if (type === 'hooked') hooks.push(at);
          }
          const { facts } = recorded.state;
          const { open } = messaging.duties(facts, { policy: history.policy });
          const replies = open.filter(({ action }) => action === 'reply-comment');
          const unanswered = [...asked].filter(([, { isAnswered }]) => !isAnswered);
          expect(replies).toEqual(
            unanswered.map(([comment]) => ({
              ...{ action: 'reply-comment', comment, emojis: true },
              rule: 'messaging/comment-reply-emojis',
            })),
          );
          // Whoever attended meanwhile, the hook is owed until it is done; while a person attends there is no bot to be hooked.
          const isUnhooked = [...asked.values()].some(({ at }) => !hooks.some((hooked) => hooked >= at));
          const isHookOwed = open.some(({ action }) => action === 'hook');
          if (!messaging.isBotOn(facts)) expect(isHookOwed).toBe(false);
          else if (isUnhooked) expect(isHookOwed).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('moving everything in time changes nothing but the instants', () => {
    const by = fc.integer({ min: -1_000 * DAY, max: 1_000 * DAY });
    fc.assert(
      fc.property(anyIntakeFacts, anyInstant, anyPolicy, by, (facts, now, policy, shift) => {
        const there = intakeAt(moved(facts, shift), now + shift, policy);
        expect(there).toEqual(moved(intakeAt(facts, now, policy), shift));
      }),
      RUNS,
    );
    fc.assert(
      fc.property(anyFacts, anyPolicy, by, (facts, policy, shift) => {
        expect(messaging.decide(moved(facts, shift), { policy })).toEqual(messaging.decide(facts, { policy }));
        expect(messaging.duties(moved(facts, shift), { policy })).toEqual(messaging.duties(facts, { policy }));
      }),
      RUNS,
    );
    fc.assert(
      fc.property(anyHistory, anyLoadingHistory, by, (chat, loading, shift) => {
        expect(playsOf({ ...chat, events: moved(chat.events, shift) })).toEqual(moved(playsOf(chat), shift));
        const there = loadingPlaysOf({ ...loading, events: moved(loading.events, shift) });
        expect(there).toEqual(moved(loadingPlaysOf(loading), shift));
      }),
      RUNS,
    );
  });

  it('further tags, and any other proper section, leave a conversation classified', () => {
    const section = fc.constantFrom(...SECTIONS, 'Tienda', 'IDEA');
    fc.assert(
      fc.property(anyFacts, anyPolicy, section, fc.array(fc.string()), (facts, policy, another, more) => {
        const before = messaging.classification(facts, { policy }).outcome;
        fc.pre(before.action === 'none');
        const tags = [...more, ...(facts.tags ?? []), ...more];
        expect(messaging.classification({ ...facts, tags }, { policy }).outcome).toEqual(before);
        if (missingIn({ ...facts, section: another }, policy).includes('section')) return;
        expect(messaging.classification({ ...facts, section: another }, { policy }).outcome).toEqual(before);
      }),
      RUNS,
    );
  });

  it('a tag set by hand never delays the load', () => {
    fc.assert(
      fc.property(
        anyIntakeFacts,
        anyInstant,
        anyInstant,
        anyInstant,
        anyPolicy,
        (facts, taggedAt, now, later, policy) => {
          const { taggedByHandAt: _, ...untagged } = facts;
          const tagged = { ...facts, taggedByHandAt: taggedAt };
          for (const probe of [now, later, later + HOUR, later + DAY]) {
            const without = distanceOf(intakeAt(untagged, probe, policy).outcome);
            expect(distanceOf(intakeAt(tagged, probe, policy).outcome)).toBeLessThanOrEqual(without);
          }
        },
      ),
      RUNS,
    );
  });

  it('writing again within the hour never brings the load nearer', () => {
    fc.assert(
      fc.property(anyIntakeFacts, anyInstant, anyInstant, anyPolicy, (facts, wroteAgainAt, now, policy) => {
        const { wroteAgainAt: _, ...silent } = facts;
        for (const probe of [now, now + HOUR, now + DAY]) {
          const without = distanceOf(intakeAt(silent, probe, policy).outcome);
          expect(distanceOf(intakeAt({ ...silent, wroteAgainAt }, probe, policy).outcome)).toBeGreaterThanOrEqual(
            without,
          );
        }
      }),
      RUNS,
    );
    fc.assert(
      fc.property(
        anyEndsAndMessages,
        anyMessages,
        anyPolicy,
        fc.nat({ max: 2 * DAY }),
        (events, more, policy, later) => {
          const added = more.map(({ id, at, contact }) => ({
            id: `more ${id}`,
            at,
            contact,
            type: 'user-message' as const,
          }));
          const without = intakeAt(runLoading(events, undefined, policy).facts, T + later, policy);
          const heard = intakeAt(runLoading([...events, ...added], undefined, policy).facts, T + later, policy);
          expect(distanceOf(heard.outcome)).toBeGreaterThanOrEqual(distanceOf(without.outcome));
        },
      ),
      RUNS,
    );
  });

  it('each department is one user’s, and those of the CCO are CCO IDEA’s, however they are written', () => {
    const CCO = ['Administración', 'Académico', 'Planificación', 'Operaciones de Vuelo', 'CCA'];
    const others = ['Soporte general', 'Supervisión de ventas', 'Ventas Maracaibo', 'Tienda'];
    const written = fc
      .tuple(fc.constantFrom(...CCO, ...others), fc.array(fc.boolean()), fc.boolean(), fc.constantFrom('', ' ', '  '))
      .map(([topic, capitals, isPlain, space]) => {
        const letters = Array.from(isPlain ? topic.normalize('NFD').replaceAll(/\p{M}/gu, '') : topic);
        const text = letters.map((letter, index) => (capitals[index] === true ? letter.toUpperCase() : letter));
        return [topic, space + text.join('') + space] as const;
      });
    fc.assert(
      fc.property(written, ([topic, text]) => {
        const { outcome } = messaging.department(text);
        expect(outcome).toEqual(messaging.department(topic).outcome);
        const owners = messaging.defaultPolicy.users.filter(({ topics }) => topics.includes(topic));
        expect(owners).toHaveLength(1);
        expect(outcome).toMatchObject({ action: 'assign', user: CCO.includes(topic) ? 'CCO IDEA' : owners[0]?.name });
      }),
      RUNS,
    );
  });

  it('watching again finds the same to do, in whatever order conversations are read', () => {
    const read = fc
      .array(anyJudgement, { maxLength: 8 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(read, anyPolicy, ([judgements, again], policy) => {
        const first = new Map(judgements.map((one) => [one, messaging.monitoring(one, { policy })]));
        for (const one of again) {
          const { agent = null, isLost, answers } = one;
          expect(messaging.monitoring({ agent, isLost, answers }, { policy })).toEqual(first.get(one));
        }
        expect(messaging.round({ policy })).toEqual(messaging.round({ policy }));
      }),
      RUNS,
    );
  });
});

const anyJudgement: fc.Arbitrary<messaging.Judgement> = fc.record(
  {
    answers: fc.constantFrom('right', 'wrong', 'unjudged' as const),
    isLost: fc.boolean(),
    agent: fc.constantFrom(...AGENTS, null),
  },
  { requiredKeys: ['answers', 'isLost'] },
);

/**
 * Whether the host does what it is asked for; `half`: it falls over before it has noted that it loaded; `more`: and
 * what is nearest to a gap.
 */
const anyHost = fc.constantFrom('no', 'yes', 'half', 'more' as const);

/** A host that does what `intake` asks for, and records that it did. */
class Host {
  state = messaging.newContact(CONTACT);
  now = T;
  loads = 0;
  readonly keys = new Set<string>();
  policy: messaging.Policy;

  constructor(policy: messaging.Policy) {
    this.policy = policy;
  }

  hear(event: messaging.LoadingEvent): void {
    this.state = messaging.recordLoading(this.state, event, { policy: this.policy }).state;
  }

  obey(how: 'yes' | 'half' | 'more'): void {
    for (let turn = 0; turn < 5; turn++) {
      const { outcome } = intakeAt(this.state.facts, this.now, this.policy);
      if (outcome.action === 'run-automation') {
        this.keys.add(outcome.key);
        if (outcome.steps.includes('add-tag')) this.did('tag-added');
        this.did('contact-requested');
      } else if (outcome.action === 'send-survey') this.did('survey-sent');
      else if (outcome.action === 'not-covered' && how === 'more') this.did('contact-requested');
      else if (outcome.action === 'load-to-crm') {
        this.keys.add(outcome.key);
        if (how === 'half') return;
        this.did('loaded');
        this.loads += 1;
      } else return;
    }
    throw new Error('The host was asked for more and more.');
  }

  /** What was asked for is taken. */
  private did(type: 'tag-added' | 'contact-requested' | 'survey-sent' | 'loaded'): void {
    const event = { id: `${type} ${this.state.seen.length}`, at: this.now, contact: CONTACT, type };
    const recorded = messaging.recordLoading(this.state, event, { policy: this.policy });
    expect(`${type} ${recorded.status}`).toBe(`${type} applied`);
    this.state = recorded.state;
  }
}

/** Ends of a conversation and messages of the client, some at one instant. */
const anyEndsAndMessages: fc.Arbitrary<readonly messaging.LoadingEvent[]> = fc
  .array(fc.record({ minutes: fc.integer({ min: 0, max: 12 }), kind: fc.constantFrom('message', 'end', 'bare end') }), {
    maxLength: 7,
  })
  .map((drawn) =>
    drawn.map(({ minutes, kind }, index): messaging.LoadingEvent => {
      const base = { id: `e${index}`, at: T + minutes * 15 * MINUTE, contact: CONTACT };
      if (kind === 'message') return { ...base, type: 'user-message' };
      return { ...base, type: 'conversation-ended', hasWelcomeEvents: kind === 'end' };
    }),
  );

/** Every instant that facts name. */
function instantsOf(facts: object): readonly Instant[] {
  return Object.values(facts).filter((one): one is Instant => typeof one === 'number');
}

/** Proves an end of validity: the same answer at every probe before it, another one at it. */
function proveUntil(
  answer: (now: Instant) => unknown,
  now: Instant,
  validUntil: Instant | null,
  turns: readonly Instant[],
): void {
  const end = validUntil ?? now + 3 * DAY;
  expect(end).toBeGreaterThan(now);
  const shares = [0, 0.01, 0.25, 0.5, 0.75, 0.99].map((share) => now + Math.floor((end - now) * share));
  const first = answer(now);
  for (const probe of [...shares, ...turns.flatMap((turn) => [turn - 1, turn]), end - 1]) {
    if (probe >= now && probe < end) expect(answer(probe)).toEqual(first);
  }
  if (validUntil !== null) expect(answer(validUntil)).not.toEqual(first);
}

function core({ outcome, rule }: { readonly outcome: unknown; readonly rule: unknown }): unknown {
  return { outcome, rule };
}

/** The quarters of an hour of the next three days. */
function quartersFrom(now: Instant): readonly Instant[] {
  const first = Math.ceil(now / (15 * MINUTE));
  return Array.from({ length: 3 * 96 }, (_, index) => (first + index) * 15 * MINUTE);
}

const NOWHERE = 'Nowhere/At_All';

describe('the promises of a decision', () => {
  it('validUntil of intake: the same answer at every instant before it, another one at it', () => {
    fc.assert(
      fc.property(anyIntakeFacts, anyInstant, anyPolicy, (facts, now, policy) => {
        const turns = instantsOf(facts).flatMap((one) => [one, one + policy.crmDelay]);
        const { validUntil } = intakeAt(facts, now, policy);
        proveUntil((probe) => core(intakeAt(facts, probe, policy)), now, validUntil, turns);
      }),
      RUNS,
    );
  });

  it('validUntil of the agenda: the same agenda at every instant before it, another one at it', () => {
    const chats = fc.array(fc.tuple(anyFacts, fc.option(anyIntakeFacts, { nil: null })), { maxLength: 3 });
    fc.assert(
      fc.property(chats, anyInstant, anyPolicy, (all, now, policy) => {
        const agendaAt = (at: Instant): messaging.Agenda<(typeof all)[number]> =>
          messaging.agenda(all, {
            ...{ clock: fixedClock(at), policy },
            ...{ factsOf: ([facts]) => facts, intakeOf: ([, contact]) => contact },
          });
        const contacts = all.flatMap(([, contact]) => (contact === null ? [] : [contact]));
        const turns = contacts.flatMap(instantsOf).flatMap((one) => [one, one + policy.crmDelay]);
        proveUntil((probe) => agendaAt(probe).due, now, agendaAt(now).validUntil, turns);
      }),
      RUNS,
    );
  });

  it('validUntil of a greeting: the same greeting until then, another one at it, whatever the clocks do', () => {
    fc.assert(
      fc.property(anyPlace, anyGreetings, fc.boolean(), ({ zone, now }, greetings, isOwn) => {
        const policy = messaging.policy({ greetings, zone: isOwn ? 'America/Caracas' : zone });
        const at = (probe: Instant): messaging.GreetingDecision =>
          messaging.greeting({ clock: fixedClock(probe), policy, ...(isOwn ? { zone } : {}) });
        proveUntil((probe) => core(at(probe)), now, at(now).validUntil, quartersFrom(now));
        const { hour } = DateTime.fromMillis(now, { zone });
        const { morning, afternoon, night } = greetings;
        const isDay = hour >= morning.from && hour < night.from;
        const part = isDay ? (hour < afternoon.from ? 'morning' : 'afternoon') : 'night';
        expect(at(now).outcome).toEqual({ action: 'greet', part, text: greetings[part].text });
      }),
      RUNS,
    );
  });

  it('validUntil of a message: the same text until then, another one at it', () => {
    const data = fc.record(
      { greeting: fc.constantFrom('Hola', ' ', null), agent: fc.constantFrom('Ana', null) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        anyPlace,
        anyGreetings,
        fc.constantFrom(...TEMPLATES),
        data,
        ({ zone, now }, greetings, template, given) => {
          const policy = messaging.policy({ greetings, centralPhone: '0800-000' });
          const at = (probe: Instant): messaging.MessageDecision =>
            messaging.message(template, given, { clock: fixedClock(probe), policy, zone });
          proveUntil((probe) => core(at(probe)), now, at(now).validUntil, quartersFrom(now));
        },
      ),
      RUNS,
    );
  });

  it('no message has a hole in it: each placeholder that nothing fills is named', () => {
    const names = ['greeting', 'centralPhone', 'agent', 'course', 'año del curso'];
    const places = names.flatMap((name) => [`{${name}}`, `{ ${name}  }`]);
    const nameIn = (part: string): string => part.slice(1, -1).trim();
    const text = fc.array(fc.constantFrom(...places, 'hola', ' ', '$&'), { maxLength: 8 });
    const data = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('Ana', ' ', null, '{agent}', '$1'));
    const zone = fc.constantFrom('America/Santiago', NOWHERE);
    fc.assert(
      fc.property(text, data, anyPolicy, zone, (rest, given, { centralPhone }, where) => {
        const parts = ['Hola', ...rest];
        const policy = messaging.policy({ centralPhone, templates: { closing: parts.join('') } });
        const context = { clock: fixedClock(T), policy, zone: where };
        const { outcome, validUntil } = messaging.message('closing', given, context);
        const own: Record<string, string | null> = { greeting: where === NOWHERE ? null : 'Buenos días', centralPhone };
        const valueOf = (name: string): string | null => (isBlank(given[name]) ? own[name] : given[name]) ?? null;
        const used = names.filter((name) => parts.some((part) => part.startsWith('{') && nameIn(part) === name));
        const missing = used.filter((name) => valueOf(name) === null);
        if (missing.length > 0) {
          expect(outcome.action).toBe('need-placeholders');
          if (outcome.action === 'need-placeholders') expect(outcome.missing.toSorted()).toEqual(missing.toSorted());
          expect(validUntil).toBeNull();
          return;
        }
        const filled = parts.map((part) => (part.startsWith('{') ? valueOf(nameIn(part)) : part));
        expect(outcome).toEqual({ action: 'send-text', template: 'closing', text: filled.join('') });
      }),
      RUNS,
    );
  });

  it('no template has a brace that belongs to no placeholder, or a placeholder without a name', () => {
    const pieces = fc.array(fc.constantFrom('{agent}', '{ agent }', 'hola', ' '), { maxLength: 4 });
    const stray = fc.constantFrom('{', '}', '{}', '{ }', '{{agent}}', '}{');
    fc.assert(
      fc.property(pieces, pieces, stray, (before, after, odd) => {
        const parts = ['Hola', ...before, ...after].join('');
        expect(messaging.policy({ templates: { closing: parts } }).templates.closing).toBe(parts);
        const closing = ['Hola', ...before, odd, ...after].join('');
        expect(() => messaging.policy({ templates: { closing } })).toThrow(RangeError);
      }),
      RUNS,
    );
  });

  it('what is dated ahead counts from its instant on, and not before', () => {
    fc.assert(
      fc.property(anyIntakeFacts, anyInstant, anyPolicy, (facts, now, policy) => {
        const known = Object.fromEntries(
          Object.entries(facts).filter(([, value]) => !(typeof value === 'number' && value > now)),
        ) as unknown as messaging.IntakeFacts;
        expect(core(intakeAt(facts, now, policy))).toEqual(core(intakeAt(known, now, policy)));
      }),
      RUNS,
    );
  });

  it('the first of the duties is what comes next; where nothing does, there are none', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const { outcome, rule } = messaging.decide(facts, { policy });
        const { open } = messaging.duties(facts, { policy });
        if (outcome.action === 'none') expect(open).toEqual([]);
        else expect(open[0]).toEqual({ ...outcome, rule });
      }),
      RUNS,
    );
  });

  it('the agenda says of each conversation what decide and intake say of it', () => {
    const chats = fc.array(fc.tuple(anyFacts, fc.option(anyIntakeFacts, { nil: null })), { maxLength: 6 });
    const due: readonly string[] = ['run-automation', 'load-to-crm', 'send-survey', 'not-covered'];
    fc.assert(
      fc.property(chats, anyInstant, anyPolicy, (all, now, policy) => {
        const clock = fixedClock(now);
        const expected = all.flatMap((chat) => {
          const [facts, contact] = chat;
          const next = messaging.decide(facts, { policy });
          const intake = contact === null ? null : messaging.intake(contact, { clock, policy });
          const isNext = next.outcome.action !== 'none';
          const isDue = intake !== null && due.includes(intake.outcome.action);
          if (!isNext && !isDue) return [];
          return [{ chat, next: isNext ? core(next) : null, intake: isDue ? core(intake) : null }];
        });
        const context = { clock, policy, factsOf: ([facts]: (typeof all)[number]) => facts };
        const agenda = messaging.agenda(all, { ...context, intakeOf: ([, contact]) => contact });
        expect(agenda.due).toEqual(expected);
        const chatsAlone = expected.filter(({ next }) => next !== null).map((one) => ({ ...one, intake: null }));
        expect(messaging.agenda(all, context)).toEqual({ due: chatsAlone, validUntil: null });
      }),
      RUNS,
    );
  });

  it('names a row that the situation leads to', () => {
    const tables = [messaging.intakeTable, messaging.automationTable, messaging.fallbackTable];
    fc.assert(
      fc.property(anyIntakeFacts, anyInstant, anyPolicy, (facts, now, policy) => {
        const { rule, situation } = intakeAt(facts, now, policy);
        const deciding = tables.findLast((table) => Object.keys(table.facts).every((fact) => fact in situation));
        const rows = (deciding?.rows ?? []).filter(({ when }) =>
          Object.entries(when).every(([fact, cell]) => [cell].flat().includes(situation[fact as never])),
        );
        expect(rows.map((row) => row.rule)).toEqual([rule]);
      }),
      RUNS,
    );
  });

  it('leaves frozen facts, states, events and policies as they are', () => {
    const closingOf = ({ agent = null, closing: done = [] }: messaging.Facts): messaging.Closing => ({
      ...{ solved: true, agent, actor: 'Supervisor' },
      done,
    });
    fc.assert(
      fc.property(
        fc.tuple(anyFacts, anyIntakeFacts, anyMessage, anyJudgement),
        anyHistory,
        anyLoadingHistory,
        ([facts, contact, position, judgement], chat, loading) => {
          const context = deepFreeze({ clock: fixedClock(T), policy: chat.policy });
          deepFreeze([facts, contact, position, judgement]);
          messaging.decide(facts, context);
          messaging.duties(facts, context);
          messaging.classification(facts, context);
          messaging.closing(deepFreeze(closingOf(facts)), context);
          messaging.isBotOn(facts);
          messaging.isForBot(facts, position);
          messaging.intake(contact, context);
          const chats = deepFreeze([{ facts, contact }]);
          messaging.agenda(chats, { ...context, factsOf: (one) => one.facts, intakeOf: (one) => one.contact });
          messaging.department('CCA', context);
          messaging.hooking(deepFreeze({ source: 'comment', botAnswered: true }), context);
          messaging.support(deepFreeze({ case: 3, agent: 'a', department: 'b' }));
          messaging.monitoring(judgement, context);
          messaging.round(context);
          messaging.greeting(context);
          messaging.message('central-phone', deepFreeze({ agent: 'a' }), context);
          let state = deepFreeze(messaging.start(CONTACT));
          for (const event of deepFreeze([...chat.events])) {
            state = deepFreeze(messaging.record(state, event, context).state);
          }
          let way = deepFreeze(messaging.newContact(CONTACT));
          for (const event of deepFreeze([...loading.events])) {
            way = deepFreeze(messaging.recordLoading(way, event, context).state);
          }
        },
      ),
      RUNS,
    );
  });

  it('never throws on what is well typed, however odd', () => {
    const oddInstant = fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -1, 8.64e15, -8.64e15, 1e300, 0.5, T);
    const oddText = fc.constantFrom('', ' ', 'constructor', '__proto__', '{agent}', 'si', 'ALL', 'ß', 'Supervisor');
    const oddZone = fc.constantFrom('', 'constructor', NOWHERE, 'America/Santiago');
    const oddOf = <Shape extends object>(shape: fc.Arbitrary<Shape>): fc.Arbitrary<Shape> =>
      fc.tuple(shape, fc.infiniteStream(oddInstant), fc.infiniteStream(oddText)).map(([one, instants, texts]) => {
        const odd = Object.entries(one as Record<string, unknown>).map(([name, value]): readonly [string, unknown] => {
          if (typeof value === 'number') return [name, instants.next().value as unknown];
          const isFree = ['section', 'agent', 'department', 'heldBy', 'uploadFlag', 'contact'].includes(name);
          return [name, isFree && value !== null ? (texts.next().value as unknown) : value];
        });
        return Object.fromEntries(odd) as Shape;
      });
    const known = (rule: string): void => {
      expect(messaging.rules).toHaveProperty([rule]);
    };
    fc.assert(
      fc.property(
        fc.tuple(oddOf(anyFacts), oddOf(anyIntakeFacts), fc.record({ id: oddText, at: oddInstant })),
        fc.tuple(anyHistory, anyLoadingHistory),
        fc.tuple(oddInstant, oddText, oddZone, fc.dictionary(oddText, fc.option(oddText))),
        ([facts, contact, position], [{ events, policy }, loading], [now, text, zone, data]) => {
          const context = { clock: fixedClock(now), policy, zone };
          known(messaging.decide(facts, context).rule);
          for (const duty of messaging.duties(facts, context).open) known(duty.rule);
          messaging.isForBot({ ...facts, botSeen: { at: position.at, ids: [position.id] } }, position);
          const decisions = [messaging.intake(contact, context), messaging.greeting(context)];
          const messages = TEMPLATES.map((template) => messaging.message(template, data, context));
          const chats = [{ facts, contact }];
          const agenda = messaging.agenda(chats, {
            ...context,
            factsOf: (one) => one.facts,
            intakeOf: (one) => one.contact,
          });
          for (const { validUntil } of [...decisions, ...messages, agenda]) {
            if (validUntil !== null) expect(validUntil).toBeGreaterThan(now);
          }
          for (const { rule } of [...decisions, ...messages, messaging.department(text, context)]) known(rule);
          known(messaging.closing({ solved: true, agent: text, actor: text, done: [] }, context).rule);
          known(messaging.support({ case: 3, department: text, agent: text }).rule);
          known(messaging.monitoring({ answers: 'right', isLost: true, agent: text }, context).rule);
          let state = messaging.start(CONTACT);
          for (const event of events) {
            const odd = { ...event, at: now };
            const recorded = messaging.record(state, odd, { policy });
            if (!Number.isFinite(now)) expect(recorded).toEqual({ state, status: 'refused', code: 'undated' });
            state = recorded.state;
          }
          let way = messaging.newContact(CONTACT);
          for (const event of loading.events) {
            const recorded = messaging.recordLoading(way, { ...event, at: now }, { policy });
            if (!Number.isFinite(now)) expect(recorded).toEqual({ state: way, status: 'refused', code: 'undated' });
            way = recorded.state;
          }
        },
      ),
      RUNS,
    );
  });
});

describe('a conversation', () => {
  /** Acts of a history before which nothing is delivered again. */
  const stand = fc.tuple(anyHistory, fc.nat({ max: 30 })).map(([{ policy, events }, cut]) => ({
    policy,
    state: run(events.slice(0, cut), undefined, policy),
  }));

  it('takes messages in whatever order and however often they are delivered', () => {
    const messages = anyMessages.chain((all) => fc.tuple(fc.constant(all), delivered(all)));
    fc.assert(
      fc.property(stand, messages, ({ policy, state }, [inOrder, anyhow]) => {
        expect(run(anyhow, state, policy)).toEqual(run(inOrder, state, policy));
      }),
      RUNS,
    );
  });

  it('takes an event once, however often it is delivered, at once or later', () => {
    fc.assert(
      fc.property(anyHistory, anyPlaces, ({ policy, events }, again) => {
        let state = messaging.start(CONTACT);
        const taken: messaging.Event[] = [];
        for (const [index, event] of events.entries()) {
          const recorded = messaging.record(state, event, { policy });
          state = recorded.state;
          // What is refused has not been taken, and may come again in its time.
          if (recorded.status !== 'refused') taken.push(event);
          for (const one of [event, ...(again[index] ?? []).map((place) => taken[place])]) {
            if (one === undefined || !taken.includes(one)) continue;
            const { state: after, status } = messaging.record(state, one, { policy });
            expect([one, after]).toEqual([one, state]);
            if (isKept(one)) expect(status).toBe('duplicate');
          }
        }
      }),
      RUNS,
    );
  });

  it('takes what happens at one instant once, in whatever order it is delivered again', () => {
    fc.assert(
      fc.property(anyHistory, fc.infiniteStream(fc.nat({ max: 30 })), ({ policy, events }, places) => {
        let state = messaging.start(CONTACT);
        const taken: messaging.Event[] = [];
        for (const event of events.map((one) => ({ ...one, at: T }))) {
          const recorded = messaging.record(state, event, { policy });
          state = recorded.state;
          if (recorded.status !== 'refused') taken.push(event);
          const one = taken[(places.next().value as number) % Math.max(1, taken.length)];
          if (one !== undefined) expect([one, messaging.record(state, one, { policy }).state]).toEqual([one, state]);
        }
      }),
      RUNS,
    );
  });

  it('does not grow with messages and what the bot does, however many', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { before, event, recorded } of playsOf(history)) {
          const isNoted = isKept(event) && recorded.status !== 'refused' && recorded.status !== 'duplicate';
          expect(recorded.state.seen).toEqual(isNoted ? [...before.seen, event.id] : before.seen);
        }
      }),
      RUNS,
    );
  });

  it('is not reopened by a message that was known and comes again, whatever the instants of what people did', () => {
    const agent = 'Soporte General';
    const tick = fc.integer({ min: 0, max: 3 }).map((milliseconds) => T + milliseconds);
    const message = fc.record({ at: tick, notSolved: fc.boolean() });
    const rest = ['standard-reply-sent', 'bot-reactivated', 'click-close'] as const;
    fc.assert(
      fc.property(fc.array(message, { maxLength: 3 }), tick, fc.boolean(), (drawn, at, isClosed) => {
        const base = { contact: CONTACT, at } as const;
        const messages = drawn.map((one, index): messaging.Event => ({
          ...{ ...base, id: `m${index}`, type: 'user-message' },
          ...one,
        }));
        const state = run([
          { ...base, at: T, id: 'a', type: 'agent-set', agent },
          { ...base, at: T, id: 'b', type: 'support-ticket' },
          ...messages,
          { ...base, id: 'c', type: 'solved', by: agent },
          ...(isClosed ? rest : []).map((type): messaging.Event => ({ ...base, id: type, type, by: agent })),
        ]);
        expect(state.stage).toBe(isClosed ? 'CLOSED_OUT' : 'SOLVED');
        for (const again of messages) expect(messaging.record(state, again).state).toEqual(state);
      }),
      RUNS,
    );
  });

  it('leaves the state as it was whenever it refuses, and but for the id whenever it ignores, and says why', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { before, event, recorded } of playsOf(history)) {
          const { state, status, code } = recorded;
          const { lastMessage, botSeen, botAnsweredAt, botSilentAt } = state.facts;
          // Of messages, and of what the bot does, the latest instants are known, whatever comes of them.
          const known = isKept(event) ? {} : { lastMessage, botSeen, botAnsweredAt, botSilentAt };
          const same = { ...before, facts: { ...before.facts, ...known }, seen: state.seen };
          if (status === 'refused' || status === 'duplicate') expect(state).toBe(before);
          if (status === 'refused' || status === 'no-effect') expect(code).toMatch(/^[a-z-]+$/);
          if (status === 'no-effect') expect(state).toEqual(same);
          if (status === 'late') expect(state).toEqual(same);
        }
      }),
      RUNS,
    );
  });

  it('refuses a hand-off by who has not seen the last message, and changes nothing', () => {
    const type = fc.constantFrom('taken-over', 'given-back' as const);
    fc.assert(
      fc.property(
        stand,
        type,
        fc.constantFrom(...AGENTS),
        fc.constantFrom('another', null),
        ({ policy, state }, kind, by, after) => {
          const { lastMessage, course } = state.facts;
          fc.pre(after !== null || lastMessage != null);
          const event = { id: 'hand-off', at: T + 90 * DAY, contact: CONTACT, type: kind, by, after };
          const recorded = messaging.record(state, event, { policy });
          expect(recorded.state).toEqual({ ...state, seen: recorded.state.seen });
          const isOpen = course === 'open' || (course === 'closed-out' && kind === 'taken-over');
          if (recorded.status === 'refused') expect(recorded.state).toBe(state);
          if (isOpen) expect(recorded).toMatchObject({ status: 'refused', code: 'stale' });
          else expect(recorded.status).not.toBe('applied');
        },
      ),
      RUNS,
    );
    fc.assert(
      fc.property(stand, fc.constantFrom(...AGENTS), fc.nat({ max: 5 }), ({ policy, state }, by, place) => {
        const { lastMessage, handedOffAt } = state.facts;
        const at = Math.max(T + 90 * DAY, handedOffAt ?? T);
        const event = { id: 'hand-off', at, contact: CONTACT, type: 'bot-reactivated' as const, by };
        const asked = messaging.record(state, event, { policy });
        const known = lastMessage === null || lastMessage === undefined ? [null] : lastMessage.ids;
        // Any message of the last instant will do.
        const seen = messaging.record(state, { ...event, after: known[place % known.length] ?? null }, { policy });
        expect(seen).toEqual(asked);
        const blind = messaging.record(state, { ...event, after: 'another' }, { policy });
        if (asked.status === 'applied') {
          expect(blind).toEqual({ state, status: 'refused', code: 'stale', rule: 'messaging/close-2-bot' });
        } else expect(blind).toEqual(asked);
      }),
      RUNS,
    );
  });

  it('gives the bot, after a hand-back, no message that was known or came before one that was, and every other, whenever that was written and is heard of', () => {
    const agent = 'Soporte General';
    const base = { contact: CONTACT, at: T - HOUR } as const;
    const held: readonly messaging.Event[] = [{ ...base, id: 'a', type: 'taken-over', by: agent, after: null }];
    const solved: readonly messaging.Event[] = [
      { ...base, id: 'a', type: 'agent-set', agent },
      { ...base, id: 'b', type: 'support-ticket' },
      { ...base, id: 'c', type: 'solved', by: agent },
      { ...base, id: 'd', type: 'standard-reply-sent', by: agent },
    ];
    const messages = anyMessages.map((all) =>
      all.map(({ id, at }) => ({ ...base, id, at, type: 'user-message' as const })),
    );
    const delivery = messages.chain((all) =>
      fc.tuple(delivered(all), fc.nat({ max: 2 * all.length }), fc.integer({ min: -1, max: 31 * 60 })),
    );
    fc.assert(
      fc.property(
        delivery,
        fc.constantFrom('given-back', 'closing', 'closed' as const),
        ([all, place, minutes], way) => {
          const back = T + minutes * MINUTE;
          const before = all.slice(0, place);
          let state = run([...(way === 'given-back' ? held : solved), ...before]);
          const handBack = { contact: CONTACT, id: 'back', at: back, by: agent };
          const after = state.facts.lastMessage?.ids.at(-1) ?? null;
          const event: messaging.Event =
            way === 'given-back' ? { ...handBack, type: way, after } : { ...handBack, type: 'bot-reactivated' };
          for (const one of before) expect(messaging.isForBot(state.facts, one)).toBe(false);
          const recorded = messaging.record(state, event);
          expect(recorded.status).toBe('applied');
          state = recorded.state;
          const last = Math.max(...before.map(({ at }) => at));
          if (way === 'closed') state = run([{ ...handBack, id: 'click', type: 'click-close' }], state);
          for (const arrived of [null, ...all.slice(place)]) {
            if (arrived !== null) state = run([arrived], state);
            expect(messaging.isBotOn(state.facts)).toBe(true);
            for (const one of all) {
              const isKnown = before.some(({ id }) => id === one.id);
              expect(messaging.isForBot(state.facts, one)).toBe(!isKnown && one.at >= last);
            }
          }
        },
      ),
      RUNS,
    );
  });

  it('never gives the bot a message that was known at any hand-off, and loses none that nobody knew and that was written after those', () => {
    const handing = ['taken-over', 'given-back', 'bot-reactivated', 'solved', 'support-ticket'];
    fc.assert(
      fc.property(anyHistory, anyPlaces, ({ policy, events }, again) => {
        let state = messaging.start(CONTACT);
        let heard: readonly messaging.Message[] = [];
        /** What was known when the conversation last changed hands, and what the bot has answered. */
        let served: readonly messaging.Message[] = [];
        for (const [index, event] of events.entries()) {
          const recorded = messaging.record(state, event, { policy });
          state = recorded.state;
          if (event.type === 'user-message') heard = [...heard, event];
          if (recorded.status === 'applied') {
            if (handing.includes(event.type)) served = [...served, ...heard];
          }
          if (event.type === 'bot-answered' && event.to !== undefined) served = [...served, event.to];
          const last = Math.max(...served.map(({ at }) => at));
          const unheard = [-1, 0, 1].map((beside) => ({ id: 'zz', at: Math.max(last, T) + beside }));
          for (const message of [...heard, ...unheard]) {
            const isServed = message.at < last || served.some(({ id }) => id === message.id);
            expect(messaging.isForBot(state.facts, message)).toBe(messaging.isBotOn(state.facts) && !isServed);
          }
          for (const place of again[index] ?? []) {
            const message = heard[place];
            if (message === undefined) continue;
            const delivered = { ...message, contact: CONTACT, type: 'user-message' as const };
            const next = messaging.record(state, delivered, { policy }).state;
            expect(next.facts.botSeen).toEqual(state.facts.botSeen);
          }
        }
      }),
      RUNS,
    );
  });

  it('never gives the bot again what it has answered, whether the message or the answer is heard of first', () => {
    fc.assert(
      fc.property(anyHistory, anyMessages, fc.nat({ max: 30 }), ({ policy, events }, messages, place) => {
        let state = messaging.start(CONTACT);
        let answered: readonly messaging.Event[] = [];
        for (const [index, event] of events.entries()) {
          state = messaging.record(state, event, { policy }).state;
          const to = messages[(place + index) % Math.max(1, messages.length)];
          if (to !== undefined && index % 3 === place % 3) {
            const answer = {
              id: `answer ${index}`,
              at: to.at + 1,
              contact: CONTACT,
              type: 'bot-answered' as const,
              to,
            };
            const recorded = messaging.record(state, answer, { policy });
            state = recorded.state;
            answered = [...answered, to];
          }
          for (const one of answered) expect(messaging.isForBot(state.facts, one)).toBe(false);
        }
        state = run(answered, state, policy);
        for (const one of answered) expect(messaging.isForBot(state.facts, one)).toBe(false);
      }),
      RUNS,
    );
  });

  it('is on exactly while nobody else attends', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        let isOn = true;
        for (const { before, event, recorded } of playsOf(history)) {
          const { stage, facts } = recorded.state;
          if (recorded.status === 'applied') {
            if (event.type === 'taken-over' || stage === 'SUPPORT' || stage === 'INVESTIGATING') isOn = false;
            if (event.type === 'given-back' || event.type === 'bot-reactivated') isOn = true;
            expect(before.stage !== 'CLOSED_OUT' || event.type === 'taken-over' || stage === 'SUPPORT' || isOn).toBe(
              true,
            );
          }
          expect(messaging.isBotOn(facts)).toBe(isOn);
        }
      }),
      RUNS,
    );
  });

  it('passes the door and goes on from JSON as if it had not been stored', () => {
    fc.assert(
      fc.property(anyHistory, ({ policy, events }) => {
        let state = messaging.start(CONTACT);
        let stored = state;
        for (const event of events) {
          state = messaging.record(state, event, { policy }).state;
          const again = read(
            stateSchema,
            JSON.parse(JSON.stringify(messaging.record(stored, event, { policy }).state)),
          );
          expect(again).toEqual({ ok: true, value: state });
          if (again.ok) stored = again.value;
        }
      }),
      RUNS,
    );
  });
});

describe('a contact’s way into the CRM', () => {
  it('takes ends and messages in whatever order and however often they are delivered', () => {
    const ends = anyEndsAndMessages.chain((all) => fc.tuple(fc.constant(all), delivered(all)));
    const policy = fc.constantFrom(messaging.defaultPolicy, messaging.policy({ resumption: 'goes-on' }));
    fc.assert(
      fc.property(ends, policy, fc.integer({ min: 0, max: 5 * 60 }), ([inOrder, anyhow], chosen, minutes) => {
        const [one, other] = [inOrder, anyhow].map((events) => runLoading(events, undefined, chosen)) as [
          messaging.Loading,
          messaging.Loading,
        ];
        expect([other.stage, other.facts]).toEqual([one.stage, one.facts]);
        const now = T + minutes * MINUTE;
        expect(intakeAt(other.facts, now, chosen)).toEqual(intakeAt(one.facts, now, chosen));
      }),
      RUNS,
    );
  });

  it('takes an event once, however often it is delivered, at once or later', () => {
    fc.assert(
      fc.property(anyLoadingHistory, anyPlaces, ({ policy, events }, again) => {
        let state = messaging.newContact(CONTACT);
        const taken: messaging.LoadingEvent[] = [];
        for (const [index, event] of events.entries()) {
          const recorded = messaging.recordLoading(state, event, { policy });
          state = recorded.state;
          // What is refused has not been taken, and may come again in its time.
          if (recorded.status !== 'refused') taken.push(event);
          for (const one of [event, ...(again[index] ?? []).map((place) => taken[place])]) {
            if (one === undefined || !taken.includes(one)) continue;
            const { state: after, status } = messaging.recordLoading(state, one, { policy });
            expect([one, after]).toEqual([one, state]);
            if (one.type !== 'user-message') expect(status).toBe('duplicate');
          }
        }
      }),
      RUNS,
    );
  });

  it('leaves the state as it was whenever it refuses, and but for the id and the field of who is not known whenever it ignores, and says why', () => {
    fc.assert(
      fc.property(anyLoadingHistory, (history) => {
        for (const { before, event, recorded } of loadingPlaysOf(history)) {
          const { state, status, code } = recorded;
          if (status === 'refused' || status === 'duplicate') expect(state).toBe(before);
          if (status === 'refused' || status === 'no-effect') expect(code).toMatch(/^[a-z-]+$/);
          if (status !== 'late' && status !== 'no-effect') continue;
          const seen = event.type === 'user-message' ? before.seen : [...before.seen, event.id];
          const { uploadFlag } = code === 'contact-unknown' ? state.facts : before.facts;
          expect(state).toEqual({ ...before, facts: { ...before.facts, uploadFlag }, seen });
        }
      }),
      RUNS,
    );
  });

  it('passes the door and goes on from JSON as if it had not been stored', () => {
    fc.assert(
      fc.property(anyLoadingHistory, ({ policy, events }) => {
        let state = messaging.newContact(CONTACT);
        let stored = state;
        for (const event of events) {
          state = messaging.recordLoading(state, event, { policy }).state;
          const next = messaging.recordLoading(stored, event, { policy }).state;
          const again = read(loadingSchema, JSON.parse(JSON.stringify(next)));
          expect(again).toEqual({ ok: true, value: state });
          if (again.ok) stored = again.value;
        }
      }),
      RUNS,
    );
  });

  it('is asked by intake only for what its stage still lacks', () => {
    fc.assert(
      fc.property(anyLoadingHistory, fc.nat({ max: 2 * DAY }), ({ policy, events, end }, later) => {
        for (const { recorded } of loadingPlaysOf({ policy, events })) {
          const { stage, facts } = recorded.state;
          expect(dueAt[stage]).toContain(wordOf(intakeAt(facts, end + later, policy).outcome));
        }
      }),
      RUNS,
    );
  });
});
