import { describe, expect, it } from 'vitest';
import {
  comparePolicies,
  comparePoliciesAsync,
  comparison,
  comparisons,
  isSameAnswer,
  isSameStep,
  summary,
  type ComparisonOptions,
  type Progress,
  type RecordComparison,
  type RecordOf,
  type System,
} from 'pauta/comparison';
import * as contact from 'pauta/contact';
import * as ladder from 'pauta/ladder';
import * as messaging from 'pauta/messaging';
import * as pending from 'pauta/pending';
import * as requirement from 'pauta/requirement';
import * as routing from 'pauta/routing';
import { deepFreeze } from './deep-freeze.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A local time of the thirteenth of May 2024, in Santiago. */
function on13(time: string): number {
  return Date.parse(`2024-05-13T${time}-04:00`);
}

const morning = { from: on13('09:00'), to: on13('12:00') };

/** What is read in a comparison: from, until, what it was and what it is. */
function read<S extends System>({ differences }: RecordComparison<S>): readonly (readonly unknown[])[] {
  return differences.map(({ from, until, was, now }) => [from, until, was.outcome, now.outcome]);
}

const five = pending.defaultPolicy;
const three = pending.policy({ aiWindow: { minutes: 3 } });

const chat: pending.Facts = {
  lastMessage: 'client',
  waitingSince: on13('10:00'),
  aiSince: 0,
  resolved: false,
};
const exempt = { action: 'none', reason: 'ai-process' } as const;

function overdue(since: string): pending.Outcome {
  return { action: 'attend', reason: 'ai-window-exceeded', waitingSince: on13(since) };
}

describe('pending: a window of three minutes in the place of five', () => {
  it('has a chat of which the facts are known pending two minutes earlier, to the millisecond', () => {
    const compared = comparePolicies('pending', five, three, [{ id: 'c1', facts: chat }], morning);
    const [was, now] = [
      { rule: 'pending/ai-process-exempt', action: 'none' },
      { rule: 'pending/ai-window-exceeded', action: 'attend' },
    ];
    expect(compared).toEqual({
      system: 'pending',
      ...morning,
      compared: 1,
      same: 0,
      changed: [
        {
          id: 'c1',
          differences: [
            {
              from: on13('10:03:00.001'),
              until: on13('10:05:00.001'),
              was: {
                outcome: exempt,
                rule: 'pending/ai-process-exempt',
                situation: { task: 'none', lastMessage: 'client', resolved: 'no', ai: 'attending' },
                validUntil: on13('10:05:00.001'),
              },
              now: {
                outcome: overdue('10:00'),
                rule: 'pending/ai-window-exceeded',
                situation: { task: 'none', lastMessage: 'client', resolved: 'no', ai: 'overdue' },
                validUntil: null,
              },
            },
          ],
          events: [],
          shifts: [{ ...now, was: on13('10:05:00.001'), now: on13('10:03:00.001'), by: -2 * MINUTE }],
          cutAt: null,
        },
      ],
      cut: [],
      pairs: [{ was, now, records: 1, times: 1, median: 2 * MINUTE, sum: 2 * MINUTE }],
      shifts: [
        {
          ...now,
          earlier: { records: 1, times: 1, median: 2 * MINUTE, sum: 2 * MINUTE },
          later: null,
          onlyWas: null,
          onlyNow: null,
        },
      ],
    });
    expect(JSON.parse(JSON.stringify(compared))).toEqual(compared);
  });

  it('is later, seen from the other side', () => {
    const { shifts } = comparePolicies('pending', three, five, [{ id: 'c1', facts: chat }], morning);
    expect(shifts.map(({ earlier, later }) => [earlier, later?.sum])).toEqual([[null, 2 * MINUTE]]);
  });

  /** The AI attends from the first message on; the seller's answer to it is heard of late, and twice. */
  const history: readonly pending.Event[] = [
    { type: 'ai-on', id: 'e1', at: on13('09:30') },
    { type: 'client-message', id: 'e2', at: on13('10:00') },
    { type: 'client-message', id: 'e3', at: on13('10:04') },
    { type: 'seller-message', id: 'e4', at: on13('10:02') },
    { type: 'seller-message', id: 'e4', at: on13('10:02') },
    { type: 'seller-message', id: 'e5', at: on13('10:30') },
  ];

  it('plays events in the order in which they were delivered, late and twice', () => {
    const one = comparison('pending', five, three, { id: 'c2', history }, morning);
    // At 10:04 the answer of 10:02 is delivered too, so that only the message of 10:04 waits.
    expect(read(one)).toEqual([
      [on13('10:03:00.001'), on13('10:04'), exempt, overdue('10:00')],
      [on13('10:07:00.001'), on13('10:09:00.001'), exempt, overdue('10:04')],
    ]);
    const steps = comparison('pending', five, three, { id: 'c2', history }, { ...morning, sameAs: isSameStep });
    expect(steps.differences).toEqual(one.differences);
    const step = { rule: 'pending/ai-window-exceeded', action: 'attend' };
    // Of the first, nothing under five minutes: between 10:04 and 10:07 both say the same.
    expect(one.shifts).toEqual([
      { ...step, was: null, now: on13('10:03:00.001'), by: null },
      { ...step, was: on13('10:09:00.001'), now: on13('10:07:00.001'), by: -2 * MINUTE },
    ]);
    expect(summary([one]).shifts).toEqual([
      {
        ...step,
        earlier: { records: 1, times: 1, median: 2 * MINUTE, sum: 2 * MINUTE },
        later: null,
        onlyWas: null,
        onlyNow: { records: 1, times: 1 },
      },
    ]);
  });

  it('takes the instant of delivery where it is given', () => {
    const late = history.map((event) => (event.id === 'e4' ? { ...event, deliveredAt: on13('10:06') } : event));
    // Until 10:06 it is the message of 10:00 that waits: both windows run out.
    expect(read(comparison('pending', five, three, { id: 'c2', history: late }, morning))).toEqual([
      [on13('10:03:00.001'), on13('10:05:00.001'), exempt, overdue('10:00')],
      [on13('10:07:00.001'), on13('10:09:00.001'), exempt, overdue('10:04')],
    ]);
  });

  it('counts an event dated ahead of its delivery from its own instant on', () => {
    const ahead = [
      { type: 'ai-on', id: 'e1', at: on13('09:30') },
      { type: 'client-message', id: 'e2', at: on13('10:00') },
      { type: 'seller-message', id: 'e3', at: on13('10:04'), deliveredAt: on13('10:01') },
    ] as const;
    expect(read(comparison('pending', five, three, { id: 'c3', history: ahead }, morning))).toEqual([
      [on13('10:03:00.001'), on13('10:04'), exempt, overdue('10:00')],
    ]);
  });

  it('passes over an event without an instant, as recording does', () => {
    const undated: pending.Event = { type: 'seller-message', id: 'e0', at: Number.NaN };
    const forever: pending.Event = { type: 'seller-message', id: 'e9', at: Number.POSITIVE_INFINITY };
    const [first, ...rest] = history;
    const mixed = [undated, first as pending.Event, forever, ...rest];
    const [one, other] = [history, mixed].map((events) =>
      comparison('pending', five, three, { id: 'c2', history: events }, morning),
    );
    expect(other).toEqual(one);
  });

  it('has events before the beginning, and none from the end on', () => {
    const half = { from: on13('10:03:30'), to: on13('10:08') };
    expect(read(comparison('pending', five, three, { id: 'c2', history }, half))).toEqual([
      [on13('10:03:30'), on13('10:04'), exempt, overdue('10:00')],
      [on13('10:07:00.001'), on13('10:08'), exempt, overdue('10:04')],
    ]);
    // What holds at the beginning began before it, and what five minutes bring comes after the end.
    expect(comparison('pending', five, three, { id: 'c2', history }, half).shifts).toEqual([
      { rule: 'pending/ai-window-exceeded', action: 'attend', was: null, now: on13('10:07:00.001'), by: null },
    ]);
  });

  it('looks at nothing before `since`, nor where the end is not after the beginning', () => {
    const since = on13('10:04');
    expect(read(comparison('pending', five, three, { id: 'c1', facts: chat, since }, morning))).toEqual([
      [since, on13('10:05:00.001'), exempt, overdue('10:00')],
    ]);
    const early = { id: 'c1', facts: chat, since: on13('08:00') };
    expect(
      comparison('pending', five, three, early, { from: on13('10:05'), to: on13('10:06') }).differences[0]?.from,
    ).toBe(on13('10:05'));
    for (const to of [morning.from, morning.from - 1]) {
      const { same, changed } = comparePolicies('pending', five, three, [{ id: 'c1', facts: chat }], {
        from: morning.from,
        to,
      });
      expect({ same, changed }).toEqual({ same: 1, changed: [] });
    }
  });

  it('does not call a shift what the one side comes back to and the other never left', () => {
    // At 10:04 the AI attends anew under three minutes, and still under five.
    for (const [a, b] of [
      [five, three],
      [three, five],
    ] as const) {
      const { shifts } = comparison('pending', a, b, { id: 'c2', history }, morning);
      expect(shifts.map(({ rule }) => rule)).toEqual(['pending/ai-window-exceeded', 'pending/ai-window-exceeded']);
    }
  });

  it('tells of a step that begins twice, while the two differ, when it first does', () => {
    const nothing = pending.policy({ exemptionCovers: 'nothing' });
    const anew = pending.policy({ aiWindow: { minutes: 3 }, measureFrom: 'last-message' });
    // Attended, overdue at 10:03, attended anew from 10:04 on, overdue at 10:07.
    const { shifts } = comparison('pending', nothing, anew, { id: 'c2', history: history.slice(0, 3) }, morning);
    expect(shifts).toEqual([
      { rule: 'pending/client-unanswered', action: 'attend', was: on13('10:00'), now: null, by: null },
      { rule: 'pending/ai-process-exempt', action: 'none', was: null, now: on13('10:00'), by: null },
      { rule: 'pending/ai-window-exceeded', action: 'attend', was: null, now: on13('10:03:00.001'), by: null },
    ]);
  });

  it('follows no record farther than its limit, and says so', () => {
    const options = { ...morning, limit: 2 };
    // Until 10:03, until 10:05; the third would go on to the end.
    const compared = comparePolicies('pending', five, three, [{ id: 'c1', facts: chat }], options);
    expect(compared.cut).toEqual([{ id: 'c1', at: on13('10:05:00.001') }]);
    expect(compared.changed.map(({ id, cutAt }) => [id, cutAt])).toEqual([['c1', on13('10:05:00.001')]]);
    const shorter = comparePolicies('pending', five, three, [{ id: 'c1', facts: chat }], { ...options, limit: 1 });
    expect(shorter).toMatchObject({ compared: 1, same: 0, changed: [], cut: [{ id: 'c1', at: on13('10:03:00.001') }] });
  });
});

describe('ladder: a search of one hour in the place of two', () => {
  const two = ladder.defaultPolicy;
  const one = ladder.policy({ searchThreshold: { hours: 1 } });
  const options = { from: on13('09:00'), to: on13('14:00') };
  const beginning: ladder.Beginning = { move: 'm1', searchingSince: on13('10:00'), category: 'local' };
  const wait = (until: string, step: 'resend' | 'lists' = 'resend') => ({
    action: 'wait',
    for: step,
    until: on13(until),
  });
  const resend = { action: 'resend-to-mps' };

  it('re-sends an hour earlier, strictly after the hour; a wait until another instant is another answer', () => {
    const facts: ladder.Facts = { searchingSince: on13('10:00'), category: 'local' };
    const compared = comparison('ladder', two, one, { id: 'm1', facts, since: on13('10:00') }, options);
    expect(read(compared)).toEqual([
      [on13('10:00'), on13('11:00:00.001'), wait('12:00'), wait('11:00')],
      [on13('11:00:00.001'), on13('12:00:00.001'), wait('12:00'), resend],
    ]);
    expect(compared.shifts).toEqual([
      {
        rule: 'ladder/resend-first',
        action: 'resend-to-mps',
        was: on13('12:00:00.001'),
        now: on13('11:00:00.001'),
        by: -HOUR,
      },
    ]);
  });

  it('looks at what is done alone, if asked to', () => {
    const facts: ladder.Facts = { searchingSince: on13('10:00'), category: 'local' };
    const compared = comparison('ladder', two, one, { id: 'm1', facts }, { ...options, sameAs: isSameStep });
    expect(read(compared)).toEqual([[on13('11:00:00.001'), on13('12:00:00.001'), wait('12:00'), resend]]);
    const nothing = comparison('ladder', two, one, { id: 'm1', facts }, { ...options, sameAs: () => true });
    expect(nothing).toEqual({ id: 'm1', differences: [], events: [], shifts: [], cutAt: null });
  });

  it('plays a history under each policy on its own, and tells which events are taken otherwise', () => {
    const history: readonly ladder.Event[] = [
      { type: 'resend-done', id: 'e1', at: on13('11:30'), move: 'm1' },
      { type: 'lists-sent', id: 'e2', at: on13('11:40'), move: 'm1', mps: ['a'] },
      // Pressed once more: whoever was refused uses the same id again.
      { type: 'resend-done', id: 'e1', at: on13('12:10'), move: 'm1' },
    ];
    const compared = comparison('ladder', two, one, { id: 'm1', beginning, history }, options);
    expect(compared.events).toEqual([
      {
        id: 'e1',
        at: on13('11:30'),
        was: { status: 'refused', code: 'too-early' },
        now: { status: 'applied', code: null },
      },
      {
        id: 'e2',
        at: on13('11:40'),
        was: { status: 'refused', code: 'step-skipped' },
        now: { status: 'refused', code: 'too-early' },
      },
      {
        id: 'e1',
        at: on13('12:10'),
        was: { status: 'applied', code: null },
        now: { status: 'duplicate', code: null },
      },
    ]);
    // Not before the search began, though the comparison begins at 9.
    expect(read(compared)).toEqual([
      [on13('10:00'), on13('11:00:00.001'), wait('12:00'), wait('11:00')],
      [on13('11:00:00.001'), on13('11:30'), wait('12:00'), resend],
      [on13('11:30'), on13('12:00:00.001'), wait('12:00'), wait('12:30', 'lists')],
      [on13('12:00:00.001'), on13('12:10'), resend, wait('12:30', 'lists')],
      [on13('12:10'), on13('12:30'), wait('13:10', 'lists'), wait('12:30', 'lists')],
      [on13('12:30'), on13('13:10'), wait('13:10', 'lists'), { action: 'send-broadcast-lists', segmentBy: 'volume' }],
    ]);
    expect(compared.shifts.map(({ action, by }) => [action, by])).toEqual([
      ['resend-to-mps', -HOUR],
      ['wait', -40 * MINUTE],
      ['send-broadcast-lists', -40 * MINUTE],
    ]);
  });

  it('counts a record as changed where only an event is taken otherwise', () => {
    const done = [
      { type: 'cancel', id: 'e1', at: on13('10:30'), move: 'm1' },
      { type: 'resend-done', id: 'e2', at: on13('11:30'), move: 'm1' },
    ] as const satisfies readonly ladder.Event[];
    const either = ladder.policy({ segmentBy: 'either' });
    const records = [{ id: 'm1', beginning, history: done }];
    expect(comparePolicies('ladder', two, either, records, options)).toMatchObject({ same: 1, changed: [] });
    const early = [{ id: 'm1', beginning, history: [{ ...done[1], at: on13('11:30') }] }];
    const late = { from: on13('11:30'), to: on13('11:30:00.001'), sameAs: () => true };
    const { same, changed, pairs } = comparePolicies('ladder', two, one, early, late);
    expect({ same, pairs }).toEqual({ same: 0, pairs: [] });
    expect(changed.map(({ events }) => events.length)).toEqual([1]);
    // An event of before the time looked at is no news.
    expect(
      comparePolicies('ladder', two, one, early, { ...late, from: on13('11:30:00.001'), to: on13('12:00') }).same,
    ).toBe(1);
  });
});

describe('contact: a wait of three hours in the place of five', () => {
  const short = contact.policy({ shortWait: { hours: 3 } });
  const wait = (until: string) => ({ action: 'wait', until: on13(until) });

  it('has the call fall due two hours earlier', () => {
    const facts: contact.Facts = { moveDate: '2024-05-15', helpMailsAt: [on13('10:00')] };
    const record = { id: 'm1', facts, since: on13('10:00') };
    const compared = comparison('contact', contact.defaultPolicy, short, record, { ...morning, to: on13('18:00') });
    expect(read(compared)).toEqual([
      [on13('10:00'), on13('13:00'), wait('15:00'), wait('13:00')],
      [on13('13:00'), on13('15:00'), wait('15:00'), { action: 'call-now' }],
    ]);
    expect(compared.shifts).toEqual([
      {
        rule: 'contact/under-3-days-call-5h',
        action: 'call-now',
        was: on13('15:00'),
        now: on13('13:00'),
        by: -2 * HOUR,
      },
    ]);
  });

  it('ends with the reply of the client', () => {
    const history: readonly contact.Event[] = [
      { type: 'mail-sent', id: 'e1', at: on13('10:00'), move: 'm1', offered: { alternative: 2 } },
      { type: 'client-reply', id: 'e2', at: on13('14:00'), move: 'm1' },
    ];
    const record = { id: 'm1', beginning: { move: 'm1', moveDate: '2024-05-15' }, history };
    const compared = comparison('contact', contact.defaultPolicy, short, record, { ...morning, to: on13('18:00') });
    expect(read(compared)).toEqual([
      [on13('10:00'), on13('13:00'), wait('15:00'), wait('13:00')],
      [on13('13:00'), on13('14:00'), wait('15:00'), { action: 'call-now' }],
    ]);
    // Under five hours nobody calls: the client replies first.
    expect(compared.shifts).toEqual([
      { rule: 'contact/under-3-days-call-5h', action: 'call-now', was: null, now: on13('13:00'), by: null },
    ]);
  });
});

describe('requirement', () => {
  const manual = requirement.defaultPolicy;
  const week = { from: on13('09:00'), to: Date.parse('2024-05-17T00:00:00-04:00') };

  it('has a term run out an hour later in a zone an hour to the west', () => {
    const bogota = requirement.policy({ zone: 'America/Bogota' });
    const facts: requirement.Facts = { product: 'bulk', initial: { answered: false, deadline: '2024-05-13' } };
    expect(read(comparison('requirement', manual, bogota, { id: 'r1', facts }, week))).toEqual([
      [
        Date.parse('2024-05-14T00:00:00-04:00'),
        Date.parse('2024-05-14T00:00:00-05:00'),
        { action: 'create-ticket', case: 3, subject: 'late-answer' },
        { action: 'tell-max-date', case: 1, deadline: '2024-05-13' },
      ],
    ]);
  });

  it('does not cover an insistence for a late answer where only a disagreement counts (RQ-2)', () => {
    const narrow = requirement.policy({ insistenceKinds: 'disagreement' });
    const facts: requirement.Facts = {
      product: 'bulk',
      initial: { answered: true, deadline: '2024-05-10' },
      insistences: [{ kind: 'late-answer', answered: false, deadline: '2024-05-13' }],
    };
    const open = { action: 'not-covered', gap: 'insistence-kind-not-covered', question: 'RQ-2', nearest: null };
    const over = Date.parse('2024-05-14T00:00:00-04:00');
    const compared = comparePolicies('requirement', manual, narrow, [{ id: 'r1', facts }], week);
    expect(compared.changed.map(read)).toEqual([
      [
        [week.from, over, { action: 'tell-insistence-max-date', case: 5, deadline: '2024-05-13' }, open],
        [over, week.to, { action: 'escalate-supervisor', case: 7, noNewRequirement: true }, open],
      ],
    ]);
    expect(compared.shifts).toEqual([
      {
        rule: 'requirement/case-7',
        action: 'escalate-supervisor',
        earlier: null,
        later: null,
        onlyWas: { records: 1, times: 1 },
        onlyNow: null,
      },
    ]);
  });

  it('lets a ticket be made a day earlier where the maximum date itself is out of term', () => {
    const strict = requirement.policy({ deadlineInclusive: false });
    const history: readonly requirement.Event[] = [
      { type: 'initial-created', id: 'e1', at: on13('09:00'), deadline: '2024-05-14' },
      {
        type: 'insistence-created',
        id: 'e2',
        at: Date.parse('2024-05-14T12:00:00-04:00'),
        kind: 'late-answer',
        deadline: '2024-05-20',
      },
    ];
    const one = comparison('requirement', manual, strict, { id: 'r1', product: 'bulk', history }, week);
    const { events, shifts } = one;
    expect(summary([one]).shifts.map(({ rule }) => rule)).toEqual(['requirement/case-3', 'requirement/case-5']);
    expect(events).toEqual([
      {
        id: 'e2',
        at: Date.parse('2024-05-14T12:00:00-04:00'),
        was: { status: 'refused', code: 'within-term' },
        now: { status: 'applied', code: null },
      },
    ]);
    expect(shifts[0]).toEqual({
      rule: 'requirement/case-3',
      action: 'create-ticket',
      was: Date.parse('2024-05-15T00:00:00-04:00'),
      now: Date.parse('2024-05-14T00:00:00-04:00'),
      by: -24 * HOUR,
    });
    const unknown = comparison('requirement', manual, strict, { id: 'r2', history: history.slice(0, 1) }, week);
    expect(unknown.differences[0]?.now.situation.product).toBe('unknown');
  });
});

describe('routing', () => {
  const agent = { enabled: true, modes: { wa: 'auto-assign' }, saved: true, connected: true, available: true } as const;
  const rows = [{ client: '56912345678', main: 'ana', backup: null, supervisor: 'sol' }];
  const validation = routing.validateRows(rows, { account: 'wa', kind: 'whatsapp' });
  const portfolio = routing.load(routing.emptyPortfolio, validation as routing.Accepted, { at: on13('08:00') }).state;
  const facts: routing.Contact = { account: 'wa', from: '56912345678' };
  const options = {
    ...morning,
    portfolio,
    team: { ana: { ...agent, available: false }, sol: { ...agent, connected: false } },
  };
  const manual = routing.defaultPolicy;

  it('leaves a client to nobody where a supervisor who is not connected is passed over', () => {
    const connected = routing.policy({ supervisorNeedsConnection: true });
    const compared = comparePolicies('routing', manual, connected, [{ id: 'w1', facts }], options);
    const busy = { as: 'main', agent: 'ana', because: ['busy'] };
    expect(compared.changed.map(read)).toEqual([
      [
        [
          morning.from,
          morning.to,
          {
            action: 'assign',
            as: 'supervisor',
            agent: 'sol',
            client: '56912345678',
            otherSpelling: false,
            passedOver: [busy],
            warning: 'disconnected',
          },
          {
            action: 'not-covered',
            gap: 'nobody-can-take-it',
            question: 'RT-6',
            nearest: 'queue',
            client: '56912345678',
            passedOver: [busy, { as: 'supervisor', agent: 'sol', because: ['disconnected'] }],
          },
        ],
      ],
    ]);
    // Time changes nothing here, so nothing begins.
    expect(compared.shifts).toEqual([]);
  });

  it('leaves a client to the main agent who is connected and not available, if either is enough', () => {
    const either = routing.policy({ usable: 'connected-or-available' });
    const then = { ana: { ...agent, enabled: false } };
    const records = [
      { id: 'w1', facts },
      { id: 'w2', facts, team: then },
    ];
    const { same, changed, pairs } = comparePolicies('routing', manual, either, records, options);
    expect(changed.map(({ id, differences }) => [id, differences[0]?.now.outcome])).toEqual([
      ['w1', expect.objectContaining({ action: 'assign', as: 'main', agent: 'ana', passedOver: [] })],
    ]);
    expect({ same, pairs }).toEqual({
      same: 1,
      pairs: [
        {
          was: { rule: 'routing/backup-supervisor', action: 'assign' },
          now: { rule: 'routing/same-agent', action: 'assign' },
          records: 1,
          times: 1,
          median: 3 * HOUR,
          sum: 3 * HOUR,
        },
      ],
    });
  });
});

describe('messaging', () => {
  const manual = messaging.defaultPolicy;

  it('asks for the classification of a conversation that was closed out, where the policy does', () => {
    const all = messaging.policy({ classifyClosedOut: true });
    const facts: messaging.Facts = { course: 'closed-out', section: 'NEW', agent: null, tags: ['curso'] };
    const [difference] = comparison('messaging', manual, all, { id: 'k1', facts }, morning).differences;
    expect(difference).toMatchObject({
      from: morning.from,
      until: morning.to,
      was: { outcome: { action: 'none', reason: 'closed-out' } },
      now: { outcome: { action: 'classify' } },
    });
  });

  it('lets the closing steps be taken in any order, where the policy does', () => {
    const any = messaging.policy({ closeOrder: 'any' });
    const happened = { contact: 'k1', by: 'Soporte General' };
    const history: readonly messaging.Event[] = [
      { type: 'section-set', id: 'e1', at: on13('09:10'), contact: 'k1', section: 'Soporte' },
      { type: 'agent-set', id: 'e2', at: on13('09:11'), contact: 'k1', agent: 'Soporte General' },
      { type: 'tags-set', id: 'e3', at: on13('09:12'), contact: 'k1', tags: ['curso'] },
      { type: 'support-ticket', id: 'e4', at: on13('09:13'), contact: 'k1' },
      { type: 'solved', id: 'e5', at: on13('10:00'), ...happened },
      { type: 'bot-reactivated', id: 'e6', at: on13('10:10'), ...happened },
      { type: 'standard-reply-sent', id: 'e7', at: on13('10:20'), ...happened },
    ];
    const { differences, events } = comparison('messaging', manual, any, { id: 'k1', contact: 'k1', history }, morning);
    expect(events.map(({ id, was, now }) => [id, was.code ?? was.status, now.code ?? now.status])).toEqual([
      ['e6', 'out-of-order', 'applied'],
    ]);
    expect(differences.map(({ from, was, now }) => [from, was.outcome.action, now.outcome.action])).toEqual([
      [on13('10:20'), 'reactivate-bot', 'click-close'],
    ]);
  });

  it('loads a contact half an hour earlier, or at all, where the wait is of half an hour', () => {
    const half = messaging.policy({ crmDelay: { minutes: 30 } });
    const facts: messaging.IntakeFacts = { contact: 'k1', hasWelcomeEvents: true, endedAt: on13('10:00') };
    const wait = (until: string) => ({ action: 'wait', until: on13(until) });
    const known = comparison('messaging/intake', manual, half, { id: 'k1', facts }, morning);
    const run = expect.objectContaining({ action: 'run-automation', key: 'crm-load:k1' }) as unknown;
    expect(read(known)).toEqual([
      [on13('10:00'), on13('10:30'), wait('11:00'), wait('10:30')],
      [on13('10:30'), on13('11:00'), wait('11:00'), run],
    ]);
    expect(known.shifts).toEqual([
      {
        rule: 'messaging/crm-auto-after-1h',
        action: 'run-automation',
        was: on13('11:00'),
        now: on13('10:30'),
        by: -30 * MINUTE,
      },
    ]);
    const history: readonly messaging.LoadingEvent[] = [
      { type: 'conversation-ended', id: 'e1', at: on13('10:00'), contact: 'k1', hasWelcomeEvents: true },
      { type: 'user-message', id: 'e2', at: on13('10:45'), contact: 'k1' },
    ];
    const resumed = comparison('messaging/intake', manual, half, { id: 'k1', contact: 'k1', history }, morning);
    expect(read(resumed)).toEqual([
      [on13('10:00'), on13('10:30'), wait('11:00'), wait('10:30')],
      [on13('10:30'), on13('10:45'), wait('11:00'), run],
      [on13('10:45'), morning.to, { action: 'none', reason: 'conversation-resumed' }, run],
    ]);
  });
});

describe('a summary', () => {
  /** A chat that the seller answers so many minutes after the client wrote. */
  function answeredAfter(minutes: number): RecordOf<'pending'> {
    return {
      id: `after ${minutes}`,
      history: [
        { type: 'ai-on', id: 'e1', at: on13('09:30') },
        { type: 'client-message', id: 'e2', at: on13('10:00') },
        { type: 'seller-message', id: 'e3', at: on13('10:00') + minutes * MINUTE },
      ],
    };
  }
  const records = [1, 4, 4.5, 10].map(answeredAfter);

  it('has the sum and the middle of how long each pair lasts, to the millisecond', () => {
    const { compared, same, changed, pairs, shifts } = comparePolicies('pending', five, three, records, morning);
    expect({ compared, same, ids: changed.map(({ id }) => id) }).toEqual({
      compared: 4,
      same: 1,
      ids: ['after 4', 'after 4.5', 'after 10'],
    });
    // 59.999 s, 89.999 s and 120 s.
    expect(pairs.map(({ records: count, times, median, sum }) => [count, times, median, sum])).toEqual([
      [3, 3, 89_999, 269_998],
    ]);
    expect(shifts.map(({ earlier, onlyNow }) => [earlier?.records, onlyNow])).toEqual([[1, { records: 2, times: 2 }]]);
    const two = comparePolicies('pending', five, three, records.slice(0, 3), morning);
    expect(two.pairs.map(({ median }) => median)).toEqual([74_999]);
  });

  it('counts a record once, however often it differs, and has the pair of most records first', () => {
    const client: pending.Policy = pending.policy({ exemptionCovers: 'ai-messages' });
    const twice: RecordOf<'pending'> = {
      id: 'twice',
      history: [
        { type: 'ai-on', id: 'e1', at: on13('09:30') },
        { type: 'client-message', id: 'e2', at: on13('10:00') },
        { type: 'seller-message', id: 'e3', at: on13('10:01') },
        { type: 'client-message', id: 'e4', at: on13('10:10') },
        { type: 'seller-message', id: 'e5', at: on13('10:12') },
      ],
    };
    const { pairs } = comparePolicies('pending', five, client, [...records, twice], morning);
    expect(pairs).toEqual([
      {
        was: { rule: 'pending/ai-process-exempt', action: 'none' },
        now: { rule: 'pending/client-unanswered', action: 'attend' },
        records: 5,
        times: 6,
        // 1, 1, 2, 4, 4.5 and just over 5 minutes.
        median: 3 * MINUTE,
        sum: 17.5 * MINUTE + 1,
      },
      expect.objectContaining({ was: { rule: 'pending/ai-window-exceeded', action: 'attend' }, records: 1 }),
    ]);
  });

  it('can be made of some of the comparisons, by whoever stops asking for more', () => {
    let read = 0;
    function* source(): Generator<RecordOf<'pending'>> {
      for (const record of records) {
        read++;
        yield record;
      }
    }
    const made: RecordComparison<'pending'>[] = [];
    for (const one of comparisons('pending', five, three, source(), morning)) {
      made.push(one);
      if (made.length === 2) break;
    }
    expect(read).toBe(2);
    expect(summary(made)).toMatchObject({ compared: 2, same: 1, changed: [{ id: 'after 4' }] });
    expect(summary([])).toEqual({ compared: 0, same: 0, changed: [], cut: [], pairs: [], shifts: [] });
  });
});

describe('a long comparison', () => {
  const records = ['c1', 'c2', 'c3'].map((id) => ({ id, facts: chat }));

  /** The progress that is told while some records are compared. */
  function told(source: Iterable<RecordOf<'pending'>>): readonly Progress[] {
    const progress: Progress[] = [];
    comparePolicies('pending', five, three, source, { ...morning, onProgress: (one) => progress.push(one) });
    return progress;
  }

  it('tells how far it is, and of how many where that is known', () => {
    const of = (total: number | null): readonly Progress[] => [1, 2, 3].map((done) => ({ done, total }));
    expect(told(records)).toEqual(of(3));
    expect(told(new Set(records))).toEqual(of(3));
    expect(told(records.values())).toEqual(of(null));
  });

  it('ends where the progress is answered by an error', () => {
    const stop = ({ done }: Progress): void => {
      if (done === 2) throw new Error('enough');
    };
    expect(() => comparePolicies('pending', five, three, records, { ...morning, onProgress: stop })).toThrow('enough');
  });

  it('gives the same of a source that is waited for', async () => {
    async function* source(): AsyncGenerator<RecordOf<'pending'>> {
      for (const record of records) yield await Promise.resolve(record);
    }
    const expected = comparePolicies('pending', five, three, records, morning);
    expect(await comparePoliciesAsync('pending', five, three, source(), morning)).toEqual(expected);
    const progress: Progress[] = [];
    const onProgress = async (one: Progress): Promise<void> => {
      await Promise.resolve();
      progress.push(one);
    };
    expect(await comparePoliciesAsync('pending', five, three, records, { ...morning, onProgress })).toEqual(expected);
    expect(progress.map(({ done, total }) => [done, total])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const stop = (): Promise<void> => Promise.reject(new Error('enough'));
    await expect(
      comparePoliciesAsync('pending', five, three, source(), { ...morning, onProgress: stop }),
    ).rejects.toThrow('enough');
  });

  it('takes frozen records, policies and options', () => {
    const options: ComparisonOptions<'pending'> = deepFreeze({ ...morning });
    const frozen = deepFreeze(structuredClone(records));
    expect(comparePolicies('pending', deepFreeze({ ...five }), deepFreeze({ ...three }), frozen, options)).toEqual(
      comparePolicies('pending', five, three, records, morning),
    );
  });
});

describe('the same answer', () => {
  const rule = 'ladder/start-after-2h';

  it.each<[boolean, string, unknown, unknown]>([
    [true, 'the same data', { action: 'a', list: [1, { b: null }] }, { action: 'a', list: [1, { b: null }] }],
    [true, 'the same data in another order', { action: 'a', b: 1 }, { b: 1, action: 'a' }],
    [true, 'an instant that is none, twice', { action: 'a', at: Number.NaN }, { action: 'a', at: Number.NaN }],
    [false, 'another value', { action: 'a', b: 1 }, { action: 'a', b: 2 }],
    [false, 'a field more', { action: 'a' }, { action: 'a', b: 1 }],
    [false, 'another field', { action: 'a', b: undefined }, { action: 'a', c: 1 }],
    [false, 'null in the place of an object', { action: 'a', b: null }, { action: 'a', b: {} }],
    [false, 'an object in the place of a value', { action: 'a', b: {} }, { action: 'a', b: 'x' }],
    [false, 'a longer list', { action: 'a', list: [1] }, { action: 'a', list: [1, 2] }],
  ])('is %s for %s', (expected, _, one, other) => {
    expect(isSameAnswer({ rule, outcome: one }, { rule, outcome: other })).toBe(expected);
    expect(isSameAnswer({ rule, outcome: other }, { rule, outcome: one })).toBe(expected);
  });

  it('is by the same rule; for a step, the data do not count', () => {
    const outcome = { action: 'wait', until: 1 };
    expect(isSameAnswer({ rule, outcome }, { rule: 'ladder/resend-first', outcome })).toBe(false);
    expect(isSameStep({ rule, outcome }, { rule, outcome: { action: 'wait' } })).toBe(true);
    expect(isSameStep({ rule, outcome }, { rule, outcome: { action: 'none' } })).toBe(false);
    expect(isSameStep({ rule, outcome }, { rule: 'ladder/resend-first', outcome })).toBe(false);
  });

  it('refuses a time that is no number, and names it', () => {
    const facts = { lastMessage: 'client', waitingSince: 0, aiSince: 0, resolved: false } as const;
    const compare = (from: number, to: number) => () =>
      comparePolicies('pending', pending.defaultPolicy, pending.defaultPolicy, [{ id: 'A', facts }], { from, to });
    expect(compare(0, Date.parse('tomorrow'))).toThrow(
      new RangeError('to: expected an instant in milliseconds; saw NaN.'),
    );
    expect(compare(Number.NaN, 0)).toThrow(new RangeError('from: expected an instant in milliseconds; saw NaN.'));
    const text = '2026-05-13T10:00:00-04:00' as unknown as number;
    expect(compare(text, 10)).toThrow('from: expected an instant in milliseconds; saw 2026-05-13T10:00:00-04:00.');
    expect(compare(0, 10)().same).toBe(1);
  });
});
