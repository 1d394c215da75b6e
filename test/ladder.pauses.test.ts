import { describe, expect, it } from 'vitest';
import { businessCalendar, endOfPausedWait, fixedClock, timeline, type Instant, type Pause } from 'pauta/kernel';
import * as ladder from 'pauta/ladder';
import { eventSchema, factsSchema, read, stateSchema } from 'pauta/ladder/schema';
import { explain, explainRecorded } from 'pauta/render';
import { deepFreeze } from './deep-freeze.js';
import { HOUR, MINUTE, MOVE, start, T } from './ladder.arbitraries.js';
import { problemsOf } from './problems-of.js';

const allDays = (from: string, to: string) => {
  const hours = [{ from, to }];
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours };
};

describe('a wait that rests, as other products count it', () => {
  it('Zammad, Europe/Berlin 9 to 18: 120 minutes from 09:00Z, paused 9:30–9:45 and closed 10:00–10:30, are over at 11:45Z', () => {
    const calendar = businessCalendar({ zone: 'Europe/Berlin', week: allDays('09:00', '18:00') });
    const at = (time: string): Instant => Date.parse(`2013-10-21T${time}:00Z`);
    const pauses = [
      { since: at('09:30'), until: at('09:45') },
      { since: at('10:00'), until: at('10:30') },
    ];
    const wait = { of: 'working-time', milliseconds: 120 * MINUTE, calendar } as const;
    expect(endOfPausedWait(at('09:00'), wait, pauses)).toBe(at('11:45'));
    // So long before closing it makes no difference whether time just passes.
    expect(endOfPausedWait(at('09:00'), 120 * MINUTE, pauses)).toBe(at('11:45'));
  });

  it.each([
    [3_600, '2024-01-18T18:00:00Z'],
    [3_601, '2024-01-19T10:00:01Z'],
  ])('frappe, 10 to 18: Thursday 15:00 + 2 h with a hold of %i s', (seconds, over) => {
    const calendar = businessCalendar({ zone: 'UTC', week: allDays('10:00', '18:00') });
    const thursday = Date.parse('2024-01-18T15:00:00Z');
    const wait = { of: 'working-time', milliseconds: 2 * HOUR, calendar } as const;
    for (const since of [thursday, thursday + HOUR]) {
      const pauses = [{ since, until: since + seconds * 1_000 }];
      expect(endOfPausedWait(thursday, wait, pauses)).toBe(Date.parse(over));
    }
  });
});

describe('the end of a wait that rests', () => {
  const end = (...pauses: readonly Pause[]) => endOfPausedWait(T, HOUR, pauses) - T;
  const rest = (since: number, until: number | null): Pause => ({
    since: T + since,
    until: until === null ? null : T + until,
  });

  it('moves by the time that was paused while it ran, and by no other', () => {
    expect(endOfPausedWait(T, HOUR, undefined)).toBe(T + HOUR);
    expect(end()).toBe(HOUR);
    expect(end(rest(10, 30))).toBe(HOUR + 20);
    expect(end(rest(10, 10))).toBe(HOUR);
    expect(end(rest(-50, -20))).toBe(HOUR);
    expect(end(rest(-50, 0))).toBe(HOUR);
    expect(end(rest(-50, 7))).toBe(HOUR + 7);
    expect(end(rest(0, 7))).toBe(HOUR + 7);
    expect(end(rest(HOUR - 1, HOUR + 6))).toBe(HOUR + 7);
    expect(end(rest(HOUR, HOUR + 7))).toBe(HOUR);
    expect(end(rest(-5, -1), rest(0, 2), rest(HOUR + 1, HOUR + 4), rest(HOUR + 5, HOUR + 9))).toBe(HOUR + 5);
    expect(end(rest(0, 2), rest(HOUR + 2, HOUR + 4))).toBe(HOUR + 2);
  });

  it('is not known while it is paused', () => {
    expect(end(rest(10, null))).toBe(Infinity);
    expect(end(rest(-10, null))).toBe(Infinity);
    expect(end(rest(HOUR, null))).toBe(HOUR);
    expect(end(rest(1, 2), rest(HOUR, null))).toBe(Infinity);
  });

  it('is moved by a pause that begins at it, where only more than the wait is enough', () => {
    const endAfter = (...pauses: readonly Pause[]) => endOfPausedWait(T, HOUR, pauses, false) - T;
    expect(endAfter(rest(HOUR, HOUR + 7))).toBe(HOUR + 7);
    expect(endAfter(rest(HOUR, null))).toBe(Infinity);
    expect(endAfter(rest(HOUR + 1, null))).toBe(HOUR);
  });
});

/** What becomes of a search that events happen to: milliseconds since it began. */
function play(events: readonly (readonly [after: number, event: object])[], from = start()): ladder.LadderRecorded {
  const frozen = deepFreeze(from);
  return events.reduce<ladder.LadderRecorded>(
    ({ state }, [after, event]) => {
      const told = { id: `${state.seen.length}`, move: MOVE, at: T + after, ...event } as ladder.Event;
      return deepFreeze(ladder.record(state, deepFreeze(told)));
    },
    { state: frozen, status: 'applied' },
  );
}

const paused = { type: 'paused' };
const resumed = { type: 'resumed' };
const resent = { type: 'resend-done' };
const decideAt = ({ state }: ladder.LadderRecorded, after: number) =>
  ladder.decide(state.facts, { clock: fixedClock(T + after) });

describe('a search that is paused', () => {
  it('does not come to its re-send before it has searched for more than two hours', () => {
    const resting = play([[HOUR, paused]]);
    expect(resting).toMatchObject({ status: 'applied', state: { stage: 'SEARCHING' } });
    expect(resting.rule).toBeUndefined();
    expect(decideAt(resting, 50 * HOUR)).toEqual({
      outcome: { action: 'wait', for: 'resend', until: null },
      rule: 'ladder/start-after-2h',
      situation: expect.objectContaining({ phase: 'searching' }) as object,
      validUntil: null,
    });
    expect(play([[50 * HOUR, resent]], resting.state)).toMatchObject({ status: 'refused', code: 'too-early' });
    const going = play([[5 * HOUR, resumed]], resting.state);
    expect(going.state.facts.pauses).toEqual([{ since: T + HOUR, until: T + 5 * HOUR }]);
    expect(decideAt(going, 5 * HOUR)).toMatchObject({
      outcome: { action: 'wait', until: T + 6 * HOUR },
      validUntil: T + 6 * HOUR + 1,
    });
    expect(play([[6 * HOUR, resent]], going.state)).toMatchObject({ status: 'refused', code: 'too-early' });
    expect(play([[6 * HOUR + 1, resent]], going.state)).toMatchObject({ status: 'applied' });
    const context = (clock: ladder.Context['clock']) => ladder.decide(going.state.facts, { clock });
    const course = timeline(context, T, T + 9 * HOUR).map(({ from, decision }) => [from - T, decision.outcome.action]);
    expect(course).toEqual([
      [0, 'wait'],
      [6 * HOUR + 1, 'resend-to-mps'],
    ]);
  });

  it('does not come to its lists, and takes them no earlier', () => {
    const due = 3 * HOUR + 1;
    const resting = play([
      [2 * HOUR + 1, resent],
      [2 * HOUR + 1 + 30 * MINUTE, paused],
    ]);
    expect(decideAt(resting, 9 * HOUR).outcome).toEqual({ action: 'wait', for: 'lists', until: null });
    const going = play([[9 * HOUR, resumed]], resting.state);
    const over = due + 9 * HOUR - (2 * HOUR + 1 + 30 * MINUTE);
    expect(decideAt(going, over - 1).outcome).toEqual({ action: 'wait', for: 'lists', until: T + over });
    expect(decideAt(going, over).outcome.action).toBe('send-broadcast-lists');
    const lists = { type: 'lists-sent', mps: ['a'] };
    expect(play([[over - 1, lists]], going.state)).toMatchObject({ status: 'refused', code: 'too-early' });
    expect(play([[over, lists]], going.state)).toMatchObject({ status: 'applied' });
  });

  it('does what is due, and takes what movers say', () => {
    const begun = play([
      [3 * HOUR, resent],
      [4 * HOUR, { type: 'lists-sent', mps: ['a'] }],
      [5 * HOUR, paused],
      [6 * HOUR, { type: 'mp-confirmed', mp: 'a' }],
    ]);
    expect(decideAt(begun, 6 * HOUR).outcome).toEqual({ action: 'send-offer', mp: 'a' });
  });

  it('rests no longer than its round', () => {
    const dropped = play([
      [HOUR, paused],
      [2 * HOUR, { type: 'auto-assigned', mp: 'a' }],
      [3 * HOUR, { type: 'mp-dropped', mp: 'a' }],
    ]);
    expect(dropped.state).toMatchObject({ stage: 'SEARCHING', round: 2, facts: { pauses: [] } });
    expect(decideAt(dropped, 4 * HOUR).outcome).toMatchObject({ until: T + 5 * HOUR });
    const late = play([[2 * HOUR, paused]], dropped.state);
    expect(late).toMatchObject({ status: 'late', state: { facts: { pauses: [] } } });
  });

  it('is paused once and resumed once, in that order', () => {
    expect(play([[1, resumed]])).toMatchObject({ status: 'no-effect', code: 'not-paused' });
    const resting = play([[10, paused]]);
    expect(play([[10, paused]], resting.state)).toMatchObject({ status: 'no-effect', code: 'paused' });
    expect(play([[99, paused]], resting.state)).toMatchObject({ status: 'no-effect', code: 'paused' });
    expect(play([[9, paused]], resting.state)).toMatchObject({ status: 'refused', code: 'out-of-order' });
    expect(play([[9, resumed]], resting.state)).toMatchObject({ status: 'refused', code: 'out-of-order' });
    const rested = play([[20, resumed]], resting.state);
    expect(play([[20, resumed]], rested.state)).toMatchObject({ status: 'no-effect', code: 'not-paused' });
    expect(play([[9, paused]], rested.state)).toMatchObject({ status: 'refused', code: 'out-of-order' });
    expect(play([[10, paused]], rested.state)).toMatchObject({ status: 'no-effect', code: 'paused' });
    expect(play([[19, paused]], rested.state)).toMatchObject({ status: 'no-effect', code: 'paused' });
    const again = play([[20, paused]], rested.state);
    expect(again.state.facts.pauses).toEqual([
      { since: T + 10, until: T + 20 },
      { since: T + 20, until: null },
    ]);
    for (const { state } of [resting, rested, again])
      expect(read(stateSchema, state)).toEqual({ ok: true, value: state });
    const twice = play([[20, { ...resumed, id: '1' }]], rested.state);
    expect(twice).toEqual({ state: rested.state, status: 'duplicate' });
  });

  it('ends before its time where that is said, planned or heard of later', () => {
    const facts = { ...start().facts, pauses: [{ since: T + 10, until: T + 20 }] };
    const planned = { ...start(), facts };
    expect(play([[9, resumed]], planned)).toMatchObject({ status: 'no-effect', code: 'not-paused' });
    for (const [at, until] of [
      [10, T + 10],
      [15, T + 15],
      [19, T + 19],
    ] as const)
      expect(play([[at, resumed]], planned)).toMatchObject({
        status: 'applied',
        state: { facts: { pauses: [{ since: T + 10, until }] } },
      });
    expect(play([[20, resumed]], planned)).toMatchObject({ status: 'no-effect', code: 'not-paused' });
  });

  it('is none any more once somebody has the job, or it is closed', () => {
    const assigned = play([[1, { type: 'auto-assigned', mp: 'a' }]]).state;
    const cancelled = play([[1, { type: 'cancel' }]]).state;
    for (const event of [paused, resumed]) {
      expect(play([[2, event]], assigned)).toEqual({ state: assigned, status: 'refused', code: 'already-assigned' });
      expect(play([[2, event]], cancelled)).toEqual({ state: cancelled, status: 'refused', code: 'closed' });
    }
  });

  it('is paused in a state that an earlier release stored', () => {
    const { pauses: _none, ...facts } = start().facts;
    expect(play([[1, resumed]], { ...start(), facts }).code).toBe('not-paused');
    expect(play([[1, paused]], { ...start(), facts }).state.facts.pauses).toEqual([{ since: T + 1, until: null }]);
  });

  it('says so', () => {
    const decision = decideAt(play([[HOUR, paused]]), HOUR);
    const zone = 'America/Santiago';
    expect(explain(decision, { lang: 'es', zone }).what).toMatch(/^Esperar: la búsqueda está en pausa/);
    expect(explain(decision, { lang: 'en', zone }).what).toMatch(/^Wait: the search is paused/);
    expect(explainRecorded('ladder', play([[1, resumed]]), 'es')).toBe('Sin efecto: la búsqueda no está en pausa.');
  });
});

describe('pauses at the door', () => {
  const facts = { searchingSince: T, category: 'local' };
  const read1 = (...pauses: readonly object[]) => problemsOf(read(factsSchema, { ...facts, pauses }));

  it('come in their order, each over before the next', () => {
    expect(read1({ since: T, until: T }, { since: T, until: T + 1 }, { since: T + 2, until: null })).toEqual([]);
    expect(read1({ since: T, until: T - 1 }, { since: T - 2, until: null }, { since: T + 9, until: null })).toEqual([
      ['pauses[0].until', 'an instant, not before "since"'],
      ['pauses[1].since', 'an instant, not before the pause ahead of it ends'],
      ['pauses[2].since', 'no pause after one that has no end'],
    ]);
  });

  it.each(['paused', 'resumed'])('%s is an event', (type) => {
    const event = { id: 'x', at: T, move: MOVE, type };
    expect(read(eventSchema, event)).toEqual({ ok: true, value: event });
    expect(read(eventSchema, { ...event, type: 'held' })).toMatchObject({ ok: false });
  });
});
