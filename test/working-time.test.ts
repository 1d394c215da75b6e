import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessCalendar, fixedClock, timeline, type Instant } from 'pauta/kernel';
import { calendarSchema, read } from 'pauta/kernel/schema';
import * as contact from 'pauta/contact';
import * as contactDoor from 'pauta/contact/schema';
import * as ladder from 'pauta/ladder';
import * as ladderDoor from 'pauta/ladder/schema';
import * as messaging from 'pauta/messaging';
import * as messagingDoor from 'pauta/messaging/schema';
import * as pending from 'pauta/pending';
import * as pendingDoor from 'pauta/pending/schema';
import { explain } from 'pauta/render';
import { pendingSql } from 'pauta/sql';
import { arbitraries } from 'pauta/testing';
import { deepFreeze } from './deep-freeze.js';

const zone = 'America/Santiago';
const officeHours = [{ from: '09:00', to: '18:00' }];
const week = { mon: officeHours, tue: officeHours, wed: officeHours, thu: officeHours, fri: officeHours };
/** Friday 17 May 2024; the Tuesday after it, the 21st, is a holiday in Chile. */
const calendar = businessCalendar({ zone, week, holidays: [{ date: '2024-05-21', name: 'Glorias Navales' }] });
const at = (local: string): Instant => Date.parse(`${local}-04:00`);
const working = (hours: number) => ({ hours, of: 'working-time' }) as const;

const policies = {
  pending: pending.policy({ aiWindow: { minutes: 5, of: 'working-time' }, calendar }),
  ladder: ladder.policy({ searchThreshold: working(2), resendWait: working(1), calendar }),
  contact: contact.policy({ shortWait: working(5), longWait: working(24), calendar }),
  messaging: messaging.policy({ crmDelay: working(1), calendar }),
};

describe('a wait of working time', () => {
  it('the window of the AI goes on after the weekend', () => {
    const opened = at('2024-05-17T17:58:00');
    const facts = { lastMessage: 'client', waitingSince: opened, aiSince: opened, resolved: false } as const;
    const decideAt = (now: Instant) => pending.decide(facts, { clock: fixedClock(now), policy: policies.pending });
    const over = at('2024-05-20T09:03:00');
    expect(decideAt(opened)).toMatchObject({
      outcome: { action: 'none', reason: 'ai-process', of: 'working-time' },
      validUntil: over + 1,
    });
    expect(decideAt(over).outcome.action).toBe('none');
    expect(decideAt(over + 1)).toMatchObject({
      outcome: { action: 'attend', reason: 'ai-window-exceeded' },
      validUntil: null,
    });
    const { waiting } = pending.queue([facts], { clock: fixedClock(over + 1), policy: policies.pending });
    expect(waiting.map(({ pendingSince }) => pendingSince)).toEqual([over + 1]);
  });

  it('is told of a chat that the AI attends, and of no other', () => {
    const now = at('2024-05-17T10:00:00');
    const settled = { lastMessage: 'seller', waitingSince: null, aiSince: now - 1, resolved: true } as const;
    const written = { lastMessage: 'client', waitingSince: now + 9, aiSince: now - 1, resolved: false } as const;
    const facts = { ...settled, next: { from: now + 9, facts: written } };
    const { outcome, validUntil } = pending.decide(facts, { clock: fixedClock(now), policy: policies.pending });
    expect([outcome, validUntil]).toEqual([{ action: 'none', reason: 'resolved' }, now + 9]);
    const later = pending.decide(facts, { clock: fixedClock(now + 9), policy: policies.pending });
    expect(later.outcome).toEqual({ action: 'none', reason: 'ai-process', of: 'working-time' });
  });

  it('the platform searches, and the re-send is waited for, while the company works', () => {
    const facts = { searchingSince: at('2024-05-17T17:00:00'), category: 'local' } as const;
    const decideAt = (now: Instant, more: Partial<ladder.Facts> = {}) =>
      ladder.decide({ ...facts, ...more }, { clock: fixedClock(now), policy: policies.ladder });
    const over = at('2024-05-20T10:00:00');
    expect(decideAt(over)).toMatchObject({
      outcome: { action: 'wait', for: 'resend', until: over, of: 'working-time' },
      rule: 'ladder/start-after-2h',
      validUntil: over + 1,
    });
    expect(decideAt(over + 1).outcome.action).toBe('resend-to-mps');
    const resentAt = at('2024-05-20T17:30:00');
    // Tuesday is a holiday.
    const lists = at('2024-05-22T09:30:00');
    expect(decideAt(lists - 1, { resentAt })).toMatchObject({
      outcome: { action: 'wait', for: 'lists', until: lists, of: 'working-time' },
      validUntil: lists,
    });
    expect(decideAt(lists, { resentAt }).outcome.action).toBe('send-broadcast-lists');
  });

  it('is told of the step whose wait is counted so, and of no other', () => {
    const since = { searchingSince: at('2024-05-17T10:00:00'), category: 'local' } as const;
    const resent = { ...since, resentAt: at('2024-05-17T13:00:00') };
    const outcomes = (policy: ladder.Policy): readonly ladder.Outcome[] =>
      [since, resent].map((facts) => {
        const clock = fixedClock((facts === since ? since.searchingSince : resent.resentAt) + 1);
        return ladder.decide(facts, { clock, policy }).outcome;
      });
    const toResend = { action: 'wait', for: 'resend', until: at('2024-05-17T12:00:00') };
    const toLists = { action: 'wait', for: 'lists', until: at('2024-05-17T14:00:00') };
    const of = 'working-time';
    const search = ladder.policy({ searchThreshold: working(2), resendWait: { hours: 1 }, calendar });
    expect(outcomes(search)).toEqual([{ ...toResend, of }, toLists]);
    const resend = ladder.policy({ searchThreshold: { hours: 2 }, resendWait: working(1), calendar });
    expect(outcomes(resend)).toEqual([toResend, { ...toLists, of }]);
  });

  it('a step recorded before the wait is over is too early', () => {
    const search = ladder.start({ move: 'm', category: 'local', searchingSince: at('2024-05-17T17:00:00') });
    const resentAt = (local: string) =>
      ladder.record(search, { type: 'resend-done', id: local, move: 'm', at: at(local) }, { policy: policies.ladder });
    expect(resentAt('2024-05-20T10:00:00')).toMatchObject({ status: 'refused', code: 'too-early' });
    const { state, status } = resentAt('2024-05-20T10:00:01');
    expect(status).toBe('applied');
    const listsAt = (local: string) =>
      ladder.record(
        state,
        { type: 'lists-sent', id: local, move: 'm', at: at(local), mps: ['a'] },
        { policy: policies.ladder },
      );
    expect(listsAt('2024-05-20T11:00:00')).toMatchObject({ status: 'refused', code: 'too-early' });
    expect(listsAt('2024-05-20T11:00:01').status).toBe('applied');
  });

  it('the client has five working hours for a reply, though not into the day before the move', () => {
    const decideAt = (now: Instant, moveDate: string) =>
      contact.decide(
        { moveDate, zone, helpMailsAt: [at('2024-05-17T16:00:00')] },
        { clock: fixedClock(now), policy: policies.contact },
      );
    const over = at('2024-05-20T12:00:00');
    // Far away: 24 working hours, of which Tuesday has none.
    expect(decideAt(over, '2024-05-30').outcome).toEqual({
      ...{ action: 'wait', until: at('2024-05-23T13:00:00'), of: 'working-time' },
    });
    expect(decideAt(at('2024-05-17T16:00:00'), '2024-05-20').outcome).toEqual({
      ...{ action: 'wait', until: at('2024-05-19T00:00:00') },
    });
  });

  it('the CRM automation starts after a working hour', () => {
    const facts = { contact: 'c', hasWelcomeEvents: true, endedAt: at('2024-05-17T17:30:00') };
    const over = at('2024-05-20T09:30:00');
    expect(messaging.intake(facts, { clock: fixedClock(over - 1), policy: policies.messaging })).toMatchObject({
      outcome: { action: 'wait', until: over, of: 'working-time' },
      validUntil: over,
    });
    const { outcome } = messaging.intake(facts, { clock: fixedClock(over), policy: policies.messaging });
    expect(outcome.action).toBe('run-automation');
  });

  it.each([
    ['0 hours are over at once, in the night too', 0, '2024-05-18T03:00:00', '2024-05-18T03:00:00'],
    ['a wait may end when the office closes', 2, '2024-05-17T16:00:00', '2024-05-17T18:00:00'],
    ['one that begins in the night runs from the opening on', 2, '2024-05-17T03:00:00', '2024-05-17T11:00:00'],
  ])('%s', (_law, hours, from, until) => {
    const policy = ladder.policy({ resendWait: working(hours), calendar });
    const facts = { searchingSince: at('2024-05-10T10:00:00'), category: 'local', resentAt: at(from) } as const;
    const decideAt = (now: Instant) => ladder.decide(facts, { clock: fixedClock(now), policy }).outcome.action;
    expect([decideAt(at(until) - 1), decideAt(at(until))]).toEqual([
      hours === 0 ? 'resend-to-mps' : 'wait',
      'send-broadcast-lists',
    ]);
  });
});

describe('an answer', () => {
  const sound = { numRuns: 200 };
  const span = 10 * 86_400_000;
  const around = fc.integer({ min: at('2024-05-10T00:00:00'), max: at('2024-05-10T00:00:00') + span });

  function demandUntil(
    decideAt: (now: Instant) => { readonly outcome: object; readonly validUntil: Instant | null },
    now: Instant,
  ): void {
    const { outcome, validUntil } = decideAt(now);
    if (validUntil === null) return;
    expect(validUntil).toBeGreaterThan(now);
    expect(decideAt(validUntil - 1)).toMatchObject({ outcome, validUntil });
    const next = decideAt(validUntil);
    expect({ ...next, validUntil: 0 }).not.toEqual({ ...decideAt(now), validUntil: 0 });
  }

  it('of pending holds until the instant that it names, and is another one at it', () => {
    fc.assert(
      fc.property(around, fc.integer({ min: 0, max: span }), around, (waitingSince, later, now) => {
        const facts = deepFreeze({
          lastMessage: 'ai',
          waitingSince,
          aiSince: waitingSince - later,
          resolved: false,
        } as const);
        demandUntil((instant) => pending.decide(facts, { clock: fixedClock(instant), policy: policies.pending }), now);
      }),
      sound,
    );
  });

  it('of ladder holds until the instant that it names, and is another one at it', () => {
    fc.assert(
      fc.property(around, fc.option(around, { nil: null }), around, (searchingSince, resentAt, now) => {
        const facts = deepFreeze({ searchingSince, category: 'local', resentAt } as const);
        demandUntil((instant) => ladder.decide(facts, { clock: fixedClock(instant), policy: policies.ladder }), now);
      }),
      sound,
    );
  });

  it('of contact holds until the instant that it names, and is another one at it, calling hours and all', () => {
    const policy = contact.policy({ ...choicesWithHours, shortWait: working(5), longWait: working(24), calendar });
    const facts = arbitraries.contact.facts;
    fc.assert(
      fc.property(facts, fc.integer({ min: -5 * 86_400_000, max: 5 * 86_400_000 }), (drawn, away) => {
        const now = (drawn.helpMailsAt?.[0] ?? at('2024-05-13T10:00:00')) + away;
        demandUntil((instant) => contact.decide(deepFreeze(drawn), { clock: fixedClock(instant), policy }), now);
      }),
      sound,
    );
  });
});

const choicesWithHours = {
  callingHours: businessCalendar({
    zone,
    week: Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [{ from: '09:00', to: '20:00' }]]),
    ),
  }),
};

describe('the hours in which clients are called (CO-29)', () => {
  const policy = contact.policy(choicesWithHours);
  /** Two days before the move, at eight in the evening: five hours later it is one in the morning. */
  const facts = { moveDate: '2024-05-15', zone, helpMailsAt: [at('2024-05-12T20:00:00')] };
  const decideAt = (now: Instant) => contact.decide(facts, { clock: fixedClock(now), policy });

  it('a call that falls due in the night is put off to the morning, by the same rule', () => {
    const morning = at('2024-05-13T09:00:00');
    const putOff = { action: 'wait', until: morning, of: 'calling-hours' };
    const told = { outcome: putOff, rule: 'contact/over-3-days-call-24h', validUntil: morning };
    const { rule } = contact.decide(facts, { clock: fixedClock(at('2024-05-13T02:00:00')) });
    expect(decideAt(at('2024-05-12T20:00:00'))).toMatchObject({ ...told, rule });
    expect(decideAt(at('2024-05-13T02:00:00'))).toMatchObject({ ...told, rule });
    expect(decideAt(morning - 1)).toMatchObject({ ...told, rule });
    expect(decideAt(morning)).toMatchObject({ outcome: { action: 'call-now' }, rule });
  });

  it('a call that nobody made is put off again when the hours end', () => {
    const from = at('2024-05-13T08:00:00');
    const intervals = timeline((clock) => contact.decide(facts, { clock, policy }), from, at('2024-05-14T10:00:00'));
    expect(intervals.map(({ from: start, decision }) => [start, decision.outcome.action])).toEqual([
      [from, 'wait'],
      [at('2024-05-13T09:00:00'), 'call-now'],
      [at('2024-05-13T20:00:00'), 'wait'],
      // The day before the move has a rule of its own; it does not call in the night either.
      [at('2024-05-14T00:00:00'), 'wait'],
      [at('2024-05-14T09:00:00'), 'call-now'],
    ]);
  });

  it('without them, or where they never end, a call is due at its hour', () => {
    const night = at('2024-05-13T02:00:00');
    const always = businessCalendar({
      zone,
      week: Object.fromEntries(
        ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [{ from: '00:00', to: '24:00' }]]),
      ),
    });
    for (const callingHours of [null, always]) {
      const decision = contact.decide(facts, { clock: fixedClock(night), policy: contact.policy({ callingHours }) });
      expect(decision).toMatchObject({ outcome: { action: 'call-now' }, validUntil: at('2024-05-14T00:00:00') });
    }
  });
});

describe('what makes no sense', () => {
  const hour = { hours: 1, of: 'working-time' } as const;
  const long = { days: 5_000, of: 'working-time' } as const;
  it.each([
    ['pending', 'aiWindow', (choices: object) => pending.policy(choices)],
    ['ladder', 'searchThreshold', (choices: object) => ladder.policy(choices)],
    ['ladder', 'resendWait', (choices: object) => ladder.policy(choices)],
    ['contact', 'shortWait', (choices: object) => contact.policy(choices)],
    ['contact', 'longWait', (choices: object) => contact.policy(choices)],
    ['messaging', 'crmDelay', (choices: object) => messaging.policy(choices)],
  ] as const)('%s refuses a %s that no calendar counts, by its name', (_room, field, policy) => {
    expect(() => policy({ [field]: hour })).toThrow(
      new RangeError(`${field}: expected a calendar beside it, for working time is counted by one.`),
    );
    // 45 hours in each of 2,600 weeks.
    expect(policy({ [field]: { hours: 117_000, of: 'working-time' }, calendar })).toHaveProperty(field);
    expect(() => policy({ [field]: { hours: 117_000, seconds: 1, of: 'working-time' }, calendar })).toThrow(RangeError);
    expect(() => policy({ [field]: long, calendar })).toThrow(
      new RangeError(`${field}: expected a wait that ends within fifty years of its calendar.`),
    );
    expect(policy({ [field]: { hours: 1, of: 'elapsed' } })).toMatchObject({ [field]: 3_600_000 });
    expect(policy({ [field]: { hours: 1, of: undefined } })).toMatchObject({ [field]: 3_600_000 });
    expect(policy({ [field]: hour, calendar })).toMatchObject({
      [field]: { of: 'working-time', milliseconds: 3_600_000 },
    });
  });

  const json = { zone, week: { mon: officeHours } };
  it.each([
    ['pending', 'aiWindow', pendingDoor.policySchema],
    ['ladder', 'resendWait', ladderDoor.policySchema],
    ['contact', 'longWait', contactDoor.policySchema],
    ['messaging', 'crmDelay', messagingDoor.policySchema],
  ] as const)('the door of %s reads it from JSON, and says what is wrong with it', (_room, field, schema) => {
    const sound = read<object>(schema, { [field]: hour, calendar: json });
    expect(sound).toMatchObject({ ok: true, value: { [field]: { of: 'working-time', calendar: { zone } } } });
    const problems = (input: object) => {
      const result = read<object>(schema, input);
      return result.ok ? [] : result.problems.map(({ path, expected }) => `${path}: ${expected}`);
    };
    expect(read<object>(schema, { [field]: { hours: 1, of: 'elapsed' } })).toMatchObject({
      value: { [field]: 3_600_000 },
    });
    // Whoever reads by zod finds a problem that zod knows for a refinement.
    expect(schema.safeParse({ [field]: hour }).error?.issues.map(({ code }) => code)).toEqual(['custom']);
    expect(problems({ [field]: hour })).toEqual([`${field}: a calendar beside it, for working time is counted by one`]);
    expect(problems({ [field]: long, calendar: json })).toEqual([
      `${field}: a wait that ends within fifty years of its calendar`,
    ]);
    expect(problems({ [field]: { ...hour, of: 'business' }, calendar: json })).toEqual([
      `${field}.of: "elapsed" or "working-time"`,
    ]);
    expect(problems({ [field]: { of: 'working-time' }, calendar: json })).toEqual([
      `${field}: a duration with at least one part: { "minutes": 5 }`,
    ]);
    expect(problems({ calendar: { zone, week: { mon: [{ from: '09:00', to: '09:00' }] } } })).toHaveLength(1);
    expect(problems({ [field]: hour, calendar: { zone: 'Mars', week: {} } })[0]).toMatch(/^calendar/);
  });

  it('one calendar read once serves every policy, and remembers what it worked out', () => {
    const result = read(calendarSchema, json);
    if (!result.ok) throw new Error('the calendar is sound');
    const { value } = result;
    expect(read(pendingDoor.policySchema, { aiWindow: hour, calendar: value })).toMatchObject({
      value: { aiWindow: { calendar: value } },
    });
    expect(businessCalendar(value)).toBe(value);
  });

  it('SQL says that it knows no business calendar', () => {
    expect(() => pendingSql({ policy: policies.pending })).toThrow(
      new RangeError('aiWindow: saw working time, expected time that elapses: SQL knows no business calendar.'),
    );
  });
});

describe('told to people', () => {
  const say = (lang: 'es' | 'en', decision: Parameters<typeof explain>[0]) => explain(decision, { lang, zone }).what;

  it('a wait says that it counts working hours', () => {
    const facts = { searchingSince: at('2024-05-17T17:00:00'), category: 'local' } as const;
    const decision = ladder.decide(facts, { clock: fixedClock(facts.searchingSince), policy: policies.ladder });
    expect(say('es', decision)).toMatch(/^Esperar hasta el lunes 20 de mayo de 2024, 10:00, horario hábil;/);
    expect(say('en', decision)).toMatch(/^Wait until Monday, 20 May 2024, 10:00, working hours;/);
    const elapsed = ladder.decide(facts, { clock: fixedClock(facts.searchingSince) });
    expect(say('es', elapsed)).not.toMatch(/hábil/);
  });

  it('so do the AI in its window, the mail and the automation', () => {
    const opened = at('2024-05-17T17:58:00');
    const chat = { lastMessage: 'client', waitingSince: opened, aiSince: opened, resolved: false } as const;
    const clock = fixedClock(opened);
    const decisions = [
      pending.decide(chat, { clock, policy: policies.pending }),
      contact.decide({ moveDate: '2024-05-30', zone, helpMailsAt: [opened] }, { clock, policy: policies.contact }),
      messaging.intake(
        { contact: 'c', hasWelcomeEvents: true, endedAt: opened },
        { clock, policy: policies.messaging },
      ),
    ];
    expect(decisions.map((decision) => say('es', decision))).toEqual([
      'Nada que hacer por ahora: la IA está atendiendo, dentro de su plazo en horario hábil.',
      'Esperar la respuesta del cliente hasta el jueves 23 de mayo de 2024, 14:58, horario hábil; si no llega, llamarlo entonces.',
      'Esperar hasta el lunes 20 de mayo de 2024, 09:58, horario hábil; entonces arranca la automatización del CRM.',
    ]);
    for (const decision of decisions) expect(say('en', decision)).toMatch(/working hours/);
  });

  it('a call that is put off says until when, and why', () => {
    const facts = { moveDate: '2024-05-15', zone, helpMailsAt: [at('2024-05-12T20:00:00')] };
    const decision = contact.decide(facts, {
      clock: fixedClock(at('2024-05-13T02:00:00')),
      policy: contact.policy(choicesWithHours),
    });
    expect(say('es', decision)).toMatch(/lunes 13 de mayo de 2024, 09:00, cuando empieza el horario de llamadas/);
    expect(say('en', decision)).toMatch(/Monday, 13 May 2024, 09:00, when the hours for calling begin/);
  });
});
