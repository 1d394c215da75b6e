import { describe, expect, it } from 'vitest';
import { fixedClock, type Clock, type Instant } from '../src/kernel/clock.js';
import { timeline } from '../src/kernel/decision.js';
import { byDate } from '../src/ladder/en-route.js';
import * as ladder from 'pauta/ladder';
import { HOUR, MINUTE, MOVE, run, start, T } from './ladder.arbitraries.js';

const decideAt = (facts: ladder.Facts, now: Instant, policy = ladder.defaultPolicy): ladder.LadderDecision =>
  ladder.decide(facts, { clock: fixedClock(now), policy });

/** What happened, and how many minutes after T. */
type Sketch = readonly [minutes: number, type: ladder.Event['type'], more?: object];

function eventsOf(sketches: readonly Sketch[], since = T): readonly ladder.Event[] {
  return sketches.map(
    ([minutes, type, more], index) =>
      ({ id: `${index}`, move: MOVE, at: since + minutes * MINUTE, type, ...more }) as ladder.Event,
  );
}

function play(sketches: readonly Sketch[], category: ladder.Facts['category'] = 'inter'): ladder.LadderRecorded {
  let last: ladder.LadderRecorded = { state: start(category), status: 'applied' };
  for (const event of eventsOf(sketches)) last = ladder.record(last.state, event);
  return last;
}

const a = { mp: 'a' };
const b = { mp: 'b' };
const resent: readonly Sketch[] = [[121, 'resend-done']];
const lists: readonly Sketch[] = [...resent, [181, 'lists-sent', { mps: ['a', 'b'] }]];
const inter: readonly Sketch[] = [...lists, [300, 'lists-exhausted']];
const exhausted: readonly Sketch[] = [...inter, [320, 'inter-exhausted']];
const inContact: readonly Sketch[] = [...exhausted, [321, 'window-known', { window: true }], [322, 'client-mail-sent']];
const confirmed: readonly Sketch[] = [...lists, [190, 'mp-confirmed', a], [195, 'mp-confirmed', b]];
const offered: readonly Sketch[] = [...confirmed, [200, 'offer-sent', a]];
const verified: readonly Sketch[] = [...offered, [201, 'checked', { winner: 'a', chat: true }]];
const assigned: readonly Sketch[] = [...verified, [202, 'mp-notified', a]];
const newDates: readonly Sketch[] = [...inContact, [400, 'dates-changed', { date: '2024-05-20' }]];
const yesInContact: readonly Sketch[] = [...inContact, [390, 'mp-confirmed', a], [391, 'mp-confirmed', b]];
const agreedA: Sketch = [400, 'date-agreed', { mp: 'a', date: '2024-05-18' }];
const listsFirst = ladder.policy({ researchRestart: 'lists' });
const interYes: readonly Sketch[] = [...inter, [310, 'mp-confirmed', a]];
const localYes: readonly Sketch[] = [
  ...lists,
  [300, 'lists-exhausted'],
  [321, 'window-known', { window: true }],
  [322, 'client-mail-sent'],
  [390, 'mp-confirmed', a],
];

describe('a client who was contacted in an earlier round', () => {
  const base = { move: 'm', category: 'local' } as const;
  const hour = 3_600_000;
  const events: readonly [number, object][] = [
    [3, { type: 'resend-done' }],
    [4, { type: 'lists-sent', mps: ['a'] }],
    [5, { type: 'lists-exhausted' }],
    [5, { type: 'window-known', window: true }],
    [6, { type: 'client-mail-sent' }],
    [7, { type: 'dates-changed', date: '2024-05-18' }],
    [8, { type: 'auto-assigned', mp: 'a' }],
    [9, { type: 'mp-dropped', mp: 'a' }],
  ];
  const dropped = events.reduce(
    (search, [at, event], index) =>
      ladder.record(search, { id: `${index}`, at: at * hour, move: 'm', ...event } as ladder.Event).state,
    ladder.start({ ...base, searchingSince: 0 }),
  );
  const then = (event: object): ladder.Search =>
    ladder.record(dropped, { id: 'then', at: 10 * hour, move: 'm', ...event } as ladder.Event).state;

  it('is still one when the mover drops out: what they decide is taken at any stage', () => {
    expect(dropped.stage).toBe('SEARCHING');
    expect(then({ type: 'refund-done' }).stage).toBe('REFUNDED');
    expect(then({ type: 'dates-changed', date: '2024-05-20' })).toMatchObject({
      round: 4,
      facts: { begins: 'resend' },
    });
    const agreed = then({ type: 'date-agreed', mp: 'b', date: '2024-05-20' });
    expect(agreed.stage).toBe('CONTACT');
    expect(ladder.decide(agreed.facts, { clock: { now: () => 10 * hour } }).outcome).toEqual({
      action: 'send-offer',
      mp: 'b',
    });
  });

  it('is contacted anew when the search fails again', () => {
    expect(ladder.decide(dropped.facts, { clock: { now: () => 10 * hour } }).outcome).toMatchObject({ action: 'wait' });
  });
});

describe('a re-send dated ahead by mistake', () => {
  it('is put right by one that is dated earlier', () => {
    const start = ladder.start({ move: 'm', category: 'local', searchingSince: 0 });
    const at = (hours: number, id: string): ladder.Event => ({
      type: 'resend-done',
      id,
      at: hours * 3_600_000,
      move: 'm',
    });
    const ahead = ladder.record(start, at(99, 'a')).state;
    const right = ladder.record(ahead, at(3, 'b'));
    expect(right).toMatchObject({ status: 'applied', state: { stage: 'RESENT', facts: { resentAt: 3 * 3_600_000 } } });
    expect(ladder.record(right.state, at(4, 'c'))).toMatchObject({ status: 'no-effect', code: 'duplicate' });
    expect(ladder.record(ahead, at(1, 'd'))).toMatchObject({ status: 'no-effect', code: 'duplicate' });
  });
});

describe('deciding', () => {
  it('takes Date for a clock, and needs no more than the two facts that are always there', () => {
    const { outcome, rule } = ladder.decide({ searchingSince: T, category: 'local' }, { clock: Date });
    expect(outcome).toEqual({ action: 'resend-to-mps' });
    expect(rule).toBe('ladder/resend-first');
  });

  it('waits until more than two hours have passed, and says so to the millisecond', () => {
    expect(decideAt({ searchingSince: T, category: 'local' }, T)).toEqual({
      outcome: { action: 'wait', for: 'resend', until: T + 2 * HOUR },
      rule: 'ladder/start-after-2h',
      situation: { end: 'open', phase: 'searching', mover: 'none', inter: 'not-inter', window: 'unknown' },
      validUntil: T + 2 * HOUR + 1,
    });
  });

  it('begins at once on new dates, but not before their instant', () => {
    const facts: ladder.Facts = { searchingSince: T, category: 'local', begins: 'resend' };
    expect(decideAt(facts, T).outcome).toEqual({ action: 'resend-to-mps' });
    expect(decideAt(facts, T - 1)).toMatchObject({
      outcome: { action: 'wait', for: 'resend', until: T },
      validUntil: T,
    });
    const lists: ladder.Facts = { ...facts, begins: 'lists' };
    expect(decideAt(lists, T).outcome).toMatchObject({ action: 'send-broadcast-lists' });
    expect(decideAt(lists, T - 1)).toMatchObject({
      outcome: { action: 'wait', for: 'lists', until: T },
      validUntil: T,
    });
    const again: ladder.Facts = { ...facts, resentAt: T + MINUTE };
    expect(decideAt(again, T + MINUTE)).toMatchObject({ outcome: { until: T + MINUTE + HOUR } });
    expect(decideAt(again, T - 1)).toMatchObject({ outcome: { for: 'resend', until: T }, validUntil: T });
    const listed: ladder.Facts = { ...lists, resentAt: T - HOUR };
    expect(decideAt(listed, T - 1)).toMatchObject({ outcome: { for: 'lists', until: T }, validUntil: T });
  });

  it('does not wake anybody for a search that changes nothing of what is due', () => {
    const { facts } = play(confirmed).state;
    expect(decideAt({ ...facts, listsExhaustedAt: T + 9 * HOUR }, T + 8 * HOUR)).toMatchObject({
      outcome: { action: 'send-offer', mp: 'a' },
      validUntil: null,
    });
  });

  it('knows the window by what somebody said, or from when until when', () => {
    const { facts } = play(exhausted).state;
    const at = (window: ladder.Facts['impossibilityWindow'], now: Instant): unknown =>
      decideAt({ ...facts, impossibilityWindow: window ?? null }, now).outcome.action;
    const later = T + 10 * HOUR;
    expect([at(true, later), at(false, later), at(null, later)]).toEqual(['contact-client', 'hold', 'need-fact']);
    const window = { from: later, until: later + HOUR };
    const instants = [later - 1, later, later + HOUR - 1, later + HOUR];
    expect(instants.map((now) => at(window, now))).toEqual(['hold', 'contact-client', 'contact-client', 'hold']);
    expect([at({ from: null }, later), at({ from: null, until: later }, later)]).toEqual(['contact-client', 'hold']);
  });

  it('does not cover a move whose date has passed, or does not exist, and goes on on the day itself', () => {
    const facts: ladder.Facts = { searchingSince: T, category: 'local', moveDate: '2024-05-13' };
    const midnight = Date.parse('2024-05-14T00:00:00-04:00');
    expect(decideAt(facts, midnight - 1)).toMatchObject({ outcome: { action: 'resend-to-mps' }, validUntil: midnight });
    expect(decideAt(facts, midnight).outcome).toEqual({
      action: 'not-covered',
      gap: 'move-date-passed',
      question: 'LA-28',
      nearest: null,
    });
    // On Easter Island it is two hours earlier.
    expect(decideAt({ ...facts, zone: 'Pacific/Easter' }, midnight).outcome).toEqual({ action: 'resend-to-mps' });
    expect(decideAt({ ...facts, moveDate: '2026-02-30' }, T).outcome.action).toBe('not-covered');
    expect(decideAt({ ...facts, zone: 'America/Nowhere' }, T).outcome.action).toBe('not-covered');
  });

  it('tells the client contact who was found, where the client is waiting for it', () => {
    const auto: Sketch = [410, 'auto-assigned', b];
    const newsOf = (sketches: readonly Sketch[]): ladder.Outcome =>
      decideAt(play(sketches).state.facts, T + 10 * HOUR).outcome;
    expect(newsOf(assigned)).toEqual({ action: 'none', reason: 'assigned', mp: 'a', news: null });
    expect(newsOf([...newDates, auto])).toMatchObject({ mp: 'b', news: 'mp-found' });
    expect(newsOf([...inContact, auto])).toMatchObject({ mp: 'b', news: 'mp-found' });
    // The mover whose date the client took: `contact` itself sent for that one.
    const agreed: Sketch = [400, 'date-agreed', { mp: 'b', date: '2024-05-18' }];
    expect(newsOf([...inContact, agreed, auto])).toMatchObject({ mp: 'b', news: null });
    expect(newsOf([...inContact, agreed, [410, 'auto-assigned', a]])).toMatchObject({ mp: 'a', news: 'mp-found' });
    expect(decideAt({ searchingSince: T, category: 'local', assignedAt: T }, T).outcome).toMatchObject({ mp: null });
  });

  it('hands over with the dates that movers gave', () => {
    const refused: Sketch = [185, 'mp-refused', { ...b, reason: 'date', availability: '2024-05-18' }];
    const { facts } = play([
      ...lists,
      refused,
      refused,
      ...exhausted.slice(2),
      [330, 'window-known', { window: true }],
    ]).state;
    expect(decideAt(facts, T + 9 * HOUR).outcome).toEqual({
      action: 'contact-client',
      availability: [{ mp: 'b', date: '2024-05-18' }],
    });
    const { availability: _, ...bare } = facts;
    expect(decideAt(bare, T + 9 * HOUR).outcome).toEqual({ action: 'contact-client', availability: [] });
  });

  it('makes an answer that carries no data once, and gives it frozen', () => {
    const decision = decideAt({ searchingSince: T, category: 'local' }, T + 3 * HOUR);
    expect(decideAt({ searchingSince: T, category: 'local' }, T + 4 * HOUR)).toBe(decision);
    expect(Object.isFrozen(decision)).toBe(true);
  });

  it('is not awaited again where a fact dated ahead falls on the end of a day that decides nothing any more', () => {
    const midnight = Date.parse('2024-05-14T00:00:00-04:00');
    const over: ladder.Facts = { searchingSince: T, category: 'local', moveDate: '2024-05-13', cancelledAt: T };
    expect(decideAt({ ...over, listsSentAt: midnight }, midnight - HOUR)).toMatchObject({
      outcome: { action: 'none', reason: 'cancelled' },
      validUntil: null,
    });
  });

  it('says when it is another mover’s turn', () => {
    const confirmations = [
      { mp: 'a', since: T, until: T + 9 * HOUR },
      { mp: 'b', since: T + 1, until: null },
    ];
    const facts: ladder.Facts = { ...play(lists).state.facts, confirmations };
    expect(decideAt(facts, T + 8 * HOUR)).toMatchObject({
      outcome: { action: 'send-offer', mp: 'a' },
      validUntil: T + 9 * HOUR,
    });
    expect(decideAt(facts, T + 9 * HOUR)).toMatchObject({ outcome: { mp: 'b' }, validUntil: null });
  });

  it('names another rule for the same offer from the instant at which the client takes that date', () => {
    const agreed = { mp: 'a', date: '2024-05-18', at: T + 9 * HOUR };
    const facts: ladder.Facts = { ...play(confirmed).state.facts, agreed };
    expect(decideAt(facts, agreed.at - 1)).toMatchObject({
      outcome: { action: 'send-offer', mp: 'a' },
      rule: 'ladder/first-confirmer-wins',
      validUntil: agreed.at,
    });
    expect(decideAt(facts, agreed.at)).toMatchObject({
      outcome: { action: 'send-offer', mp: 'a' },
      rule: 'ladder/assign-send-offer',
      validUntil: null,
    });
  });

  it('has the exact intervals of a search of which nobody tells more', () => {
    const facts: ladder.Facts = { searchingSince: T, category: 'local', resentAt: T + 3 * HOUR };
    const intervals = timeline((clock: Clock) => ladder.decide(facts, { clock }), T, T + 9 * HOUR);
    expect(
      intervals.map(({ from, until, decision }) => [from - T, until && until - T, decision.outcome.action]),
    ).toEqual([
      [0, 2 * HOUR + 1, 'wait'],
      [2 * HOUR + 1, 3 * HOUR, 'resend-to-mps'],
      [3 * HOUR, 4 * HOUR, 'wait'],
      [4 * HOUR, null, 'send-broadcast-lists'],
    ]);
  });
});

describe('an assignment', () => {
  it.each<[string, readonly Sketch[], string]>([
    ['confirmed', confirmed, 'send-offer'],
    ['offered', offered, 'check-offer'],
    ['no winner shown', [...offered, [201, 'checked', { winner: null, chat: true }]], 'recheck-offer'],
    ['no chat', [...offered, [201, 'checked', { winner: 'a', chat: false }]], 'recheck-offer'],
    ['verified', verified, 'confirm-to-mp'],
    ['not any more', [...verified, [203, 'checked', { winner: 'a', chat: false }]], 'recheck-offer'],
    ['told', assigned, 'none'],
  ])('%s: %s', (_, sketches, action) => {
    expect(decideAt(play(sketches).state.facts, T + 9 * HOUR).outcome).toMatchObject({ action, mp: 'a' });
  });

  it.each<[string, readonly Sketch[], ladder.Facts['category'], string, string]>([
    ['a yes to the lists', confirmed, 'inter', 'none', 'broadcast'],
    ['a yes when the lists of a local move gave nobody', localYes, 'local', 'none', 'broadcast'],
    ['a yes when the lists of an inter move gave nobody', interYes, 'inter', 'none', 'inter'],
    ['an offer on a yes to the lists', offered, 'inter', 'unchecked', 'broadcast'],
    ['an offer on a yes to the inter search', [...interYes, [311, 'offer-sent', a]], 'inter', 'unchecked', 'inter'],
    ['a date that the client took', [...inContact, agreedA], 'inter', 'none', 'agreed'],
    ['its offer', [...inContact, agreedA, [410, 'offer-sent', a]], 'inter', 'unchecked', 'agreed'],
    [
      'its offer, not ready',
      [...inContact, agreedA, [410, 'offer-sent', a], [411, 'checked', { winner: 'b', chat: true }]],
      'inter',
      'not-ready',
      'agreed',
    ],
    [
      'an offer to another than whose date was taken',
      [...yesInContact, agreedA, [410, 'offer-sent', { ...b, override: 'lorry' }]],
      'inter',
      'unchecked',
      'inter',
    ],
    ['an offer that is ready', verified, 'inter', 'ready', 'broadcast'],
  ])('says how far the offer is, and by which search: %s', (_, sketches, category, offer, search) => {
    const { situation } = decideAt(play(sketches, category).state.facts, T + 9 * HOUR);
    expect(situation).toMatchObject({ mover: 'standing', offer, search });
  });

  it.each([
    ['a', true, 'this', 'enabled'],
    ['b', false, 'other', 'disabled'],
    [null, true, 'none', 'enabled'],
  ] as const)('checked, says whom the detail shows: %s, chat %s', (winner, chat, shown, enabled) => {
    expect(ladder.verifyOffer('a', { winner, chat }).situation).toEqual({ winner: shown, chat: enabled });
  });

  it.each<[ladder.Stage, readonly Sketch[]]>([
    ['RESENT', [...resent, [190, 'mp-confirmed', a]]],
    ['LISTS', confirmed],
    ['INTER', interYes],
    ['CONTACT', yesInContact],
  ])('falls back to %s, where it was made', (stage, sketches) => {
    for (const type of ['offer-failed', 'mp-withdrew'] as const) {
      const out: readonly Sketch[] = [...sketches, [410, 'offer-sent', a]];
      expect(play(out).state).toMatchObject({ stage: 'OFFERED', offeredAt: stage });
      const { state } = play([...out, [411, type, a]]);
      expect(state).toMatchObject({ stage, offeredAt: null, facts: { offer: null } });
      expect(state.failed).toEqual(type === 'offer-failed' ? ['a'] : []);
    }
  });

  it('stays out when another mover says no', () => {
    const { state } = play([...offered, [201, 'mp-withdrew', b]]);
    expect(state).toMatchObject({ stage: 'OFFERED', offeredAt: 'LISTS' });
    expect(state.facts.offer).toEqual({ mp: 'a', at: T + 200 * MINUTE, check: null });
  });

  it('keeps its offer once the mover is told, and none where the platform assigned', () => {
    const offer = { mp: 'a', at: T + 200 * MINUTE, check: { at: T + 201 * MINUTE, winner: 'a', chat: true } };
    expect(play(assigned).state).toMatchObject({ stage: 'ASSIGNED', offeredAt: 'LISTS', facts: { offer } });
    expect(play([...verified, [202, 'auto-assigned', b]]).state).toMatchObject({
      stage: 'ASSIGNED',
      offeredAt: null,
      facts: { offer: null, assignedTo: 'b', assignedAt: T + 202 * MINUTE },
    });
  });

  it('takes the agreed date along when it fails, and no other mover’s', () => {
    const failed = (mp: object, override?: string): unknown =>
      play([
        ...yesInContact,
        agreedA,
        [410, 'offer-sent', { ...mp, ...(override !== undefined && { override }) }],
        [411, 'offer-failed', mp],
      ]).state.facts.agreed;
    expect(failed(a)).toBeNull();
    expect(failed(b, 'lorry')).toEqual({ mp: 'a', date: '2024-05-18', at: T + 400 * MINUTE });
  });

  it('moves on to the next when the first takes it back, or the offer fails', () => {
    for (const type of ['mp-withdrew', 'mp-refused', 'offer-failed'] as const) {
      const { state } = play([...verified, [202, type, a]]);
      expect(state.stage).toBe('LISTS');
      expect(decideAt(state.facts, T + 9 * HOUR).outcome).toEqual({ action: 'send-offer', mp: 'b' });
    }
  });

  it('is not undone by a no that the mover had taken back before it', () => {
    const late: Sketch = [185, 'mp-refused', a];
    expect(play([...verified, late]).state.stage).toBe('VERIFIED');
    expect(play([...assigned, late])).toMatchObject({ status: 'late', state: { stage: 'ASSIGNED' } });
    const auto: readonly Sketch[] = [...resent, [130, 'auto-assigned', a]];
    expect(play([...auto, [129, 'mp-refused', a]]).state.stage).toBe('ASSIGNED');
    expect(play([...auto, [130, 'mp-refused', a]]).state.stage).toBe('SEARCHING');
  });

  it('is not undone by a no that came before the platform assigned the move to the mover whose date was agreed', () => {
    const agreed: readonly Sketch[] = [...inContact, [400, 'date-agreed', { mp: 'a', date: '2024-05-18' }]];
    const auto: readonly Sketch[] = [...agreed, [420, 'auto-assigned', a]];
    expect(play([...auto, [410, 'mp-withdrew', a]]).state.stage).toBe('ASSIGNED');
    const offer: readonly Sketch[] = [...agreed, [420, 'offer-sent', a]];
    expect(play([...offer, [390, 'mp-withdrew', a]]).state.stage).toBe('OFFERED');
    expect(play([...offer, [410, 'mp-withdrew', a]]).state).toMatchObject({
      stage: 'CONTACT',
      facts: { agreed: null },
    });
  });

  it('is not undone by a no that the mover’s own later yes has overtaken', () => {
    const auto: readonly Sketch[] = [...resent, [150, 'mp-confirmed', a], [130, 'auto-assigned', a]];
    expect(play([...auto, [140, 'mp-refused', a]])).toMatchObject({ status: 'late', state: { stage: 'ASSIGNED' } });
    const agreed: readonly Sketch[] = [...inContact, agreedA, [415, 'mp-confirmed', a], [420, 'offer-sent', a]];
    expect(play([...agreed, [410, 'mp-withdrew', a]]).state.stage).toBe('OFFERED');
  });

  it('is undone by the no of a mover whose date was agreed from the instant of that agreement on', () => {
    const offer: readonly Sketch[] = [...inContact, agreedA, [420, 'offer-sent', a]];
    expect(play([...offer, [399, 'mp-withdrew', a]]).state.stage).toBe('OFFERED');
    expect(play([...offer, [400, 'mp-withdrew', a]]).state.stage).toBe('CONTACT');
    // Whose yes was taken is not asked when the client took another's date.
    const other: readonly Sketch[] = [...yesInContact, agreedA, [420, 'offer-sent', { ...b, override: 'lorry' }]];
    expect(play([...other, [395, 'mp-withdrew', b]]).state.stage).toBe('CONTACT');
  });

  it.each<[string, Sketch, boolean]>([
    ['a no of another mover', [410, 'mp-withdrew', b], true],
    ['a yes of the mover', [410, 'mp-confirmed', a], true],
    ['a no from before it', [399, 'mp-refused', a], true],
    ['a no at its instant', [400, 'mp-refused', a], false],
    ['a no after it', [410, 'mp-withdrew', a], false],
  ])('for an agreed date: %s', (_, sketch, isKept) => {
    const agreed = { mp: 'a', date: '2024-05-18', at: T + 400 * MINUTE };
    const { state } = play([...yesInContact, agreedA, sketch]);
    expect(state.stage).toBe('CONTACT');
    expect(state.facts.agreed).toEqual(isKept ? agreed : null);
  });

  it('is not offered to a mover who is known to have taken the yes back since', () => {
    const sketches: readonly Sketch[] = [...confirmed, [197, 'mp-withdrew', a], [196, 'offer-sent', a]];
    expect(play(sketches)).toMatchObject({ status: 'refused', code: 'not-confirmed' });
  });
});

describe('recording', () => {
  it.each<[string, readonly Sketch[], ladder.Stage, string, string?]>([
    ['re-sent at two hours', [[120, 'resend-done']], 'SEARCHING', 'refused', 'too-early'],
    ['re-sent after them', resent, 'RESENT', 'applied'],
    ['re-sent twice', [...resent, [150, 'resend-done']], 'RESENT', 'no-effect', 'duplicate'],
    ['re-sent twice at one instant', [...resent, [121, 'resend-done']], 'RESENT', 'no-effect', 'duplicate'],
    ['lists too early', [...resent, [180, 'lists-sent', { mps: ['a'] }]], 'RESENT', 'refused', 'too-early'],
    ['lists skipped', [...resent, [190, 'lists-exhausted']], 'RESENT', 'refused', 'step-skipped'],
    ['lists', lists, 'LISTS', 'applied'],
    ['lists to the same', [...lists, [185, 'lists-sent', { mps: ['b'] }]], 'LISTS', 'no-effect', 'duplicate'],
    ['lists to more', [...exhausted, [325, 'lists-sent', { mps: ['b', 'c'] }]], 'LISTS', 'applied'],
    ['given up before they were out', [...lists, [180, 'lists-exhausted']], 'LISTS', 'refused', 'step-skipped'],
    ['given up with a yes', [...confirmed, [196, 'lists-exhausted']], 'LISTS', 'refused', 'candidates-left'],
    [
      'given up before a yes that is known',
      [...confirmed, [185, 'lists-exhausted']],
      'LISTS',
      'refused',
      'candidates-left',
    ],
    [
      'given up while a yes stood',
      [...confirmed, [196, 'mp-withdrew', b], [198, 'mp-withdrew', a], [197, 'lists-exhausted']],
      'LISTS',
      'refused',
      'candidates-left',
    ],
    [
      'given up as the last yes is taken back',
      [...confirmed, [196, 'mp-withdrew', b], [198, 'mp-withdrew', a], [198, 'lists-exhausted']],
      'INTER',
      'applied',
    ],
    ['inter before the lists failed', [...inter, [299, 'inter-exhausted']], 'INTER', 'refused', 'step-skipped'],
    ['a yes when all failed', [...exhausted, [330, 'mp-confirmed', a]], 'LISTS', 'applied'],
    [
      'a yes that was taken back',
      [...exhausted, [340, 'mp-withdrew', a], [330, 'mp-confirmed', a]],
      'EXHAUSTED',
      'applied',
    ],
    ['a client written to in the dark', [...exhausted, [330, 'client-called']], 'EXHAUSTED', 'refused', 'need-fact'],
    [
      'a client written to before all failed',
      [...exhausted, [321, 'window-known', { window: true }], [319, 'client-called']],
      'EXHAUSTED',
      'refused',
      'step-skipped',
    ],
    ['not the first', [...confirmed, [200, 'offer-sent', b]], 'LISTS', 'refused', 'not-first'],
    [
      'not the first, for a reason',
      [...confirmed, [200, 'offer-sent', { ...b, override: 'lorry' }]],
      'OFFERED',
      'applied',
    ],
    [
      'not the first, for no reason',
      [...confirmed, [200, 'offer-sent', { ...b, override: '' }]],
      'LISTS',
      'refused',
      'not-first',
    ],
    [
      'somebody who said nothing',
      [...confirmed, [200, 'offer-sent', { mp: 'c' }]],
      'LISTS',
      'refused',
      'not-confirmed',
    ],
    ['somebody whose yes came later', [...confirmed, [189, 'offer-sent', a]], 'LISTS', 'refused', 'not-confirmed'],
    ['in contact, nobody', [...inContact, [410, 'offer-sent', a]], 'CONTACT', 'refused', 'not-confirmed'],
    ['in contact, the first', [...yesInContact, [410, 'offer-sent', a]], 'OFFERED', 'applied'],
    ['in contact, not the first', [...yesInContact, [410, 'offer-sent', b]], 'CONTACT', 'refused', 'not-first'],
    ['in contact, the agreed', [...inContact, agreedA, [410, 'offer-sent', a]], 'OFFERED', 'applied'],
    [
      'in contact, neither agreed nor confirmed',
      [...inContact, agreedA, [410, 'offer-sent', b]],
      'CONTACT',
      'refused',
      'not-confirmed',
    ],
    [
      'in contact, before the agreed',
      [...yesInContact, agreedA, [410, 'offer-sent', b]],
      'CONTACT',
      'refused',
      'not-first',
    ],
    [
      'in contact, before the agreed for a reason',
      [...yesInContact, agreedA, [410, 'offer-sent', { ...b, override: 'lorry' }]],
      'OFFERED',
      'applied',
    ],
    ['another while one is out', [...offered, [202, 'offer-sent', b]], 'OFFERED', 'refused', 'offer-pending'],
    ['told unverified', [...offered, [202, 'mp-notified', a]], 'OFFERED', 'refused', 'not-verified'],
    ['told before it was verified', [...verified, [200, 'mp-notified', a]], 'VERIFIED', 'refused', 'not-verified'],
    ['told to another', [...verified, [202, 'mp-notified', b]], 'VERIFIED', 'refused', 'not-offered'],
    ['seen earlier', [...verified, [200, 'checked', { winner: null, chat: false }]], 'VERIFIED', 'late'],
    ['assigned', assigned, 'ASSIGNED', 'applied'],
    ['offered once more when assigned', [...assigned, [210, 'offer-sent', a]], 'ASSIGNED', 'no-effect', 'duplicate'],
    ['another when assigned', [...assigned, [210, 'offer-sent', b]], 'ASSIGNED', 'refused', 'already-assigned'],
    ['a no of another when assigned', [...assigned, [210, 'mp-withdrew', b]], 'ASSIGNED', 'late'],
    ['a no of who has it', [...assigned, [210, 'mp-withdrew', a]], 'SEARCHING', 'applied'],
    ['given back by another', [...assigned, [210, 'mp-dropped', b]], 'ASSIGNED', 'refused', 'not-assigned'],
    ['given back before', [...assigned, [201, 'mp-dropped', a]], 'ASSIGNED', 'late'],
    ['given back', [...assigned, [210, 'mp-dropped', a]], 'SEARCHING', 'applied'],
    ['a yes of an old round', [...assigned, [210, 'mp-dropped', a], [205, 'mp-confirmed', b]], 'SEARCHING', 'late'],
    ['reported twice', [...lists, [190, 'price-reported'], [191, 'price-reported']], 'LISTS', 'no-effect', 'duplicate'],
    [
      'lists when the client knows',
      [...inContact, [330, 'lists-sent', { mps: ['z'] }]],
      'CONTACT',
      'refused',
      'client-contacted',
    ],
    [
      'new dates of nobody',
      [...lists, [330, 'dates-changed', { date: '2024-05-20' }]],
      'LISTS',
      'refused',
      'not-with-client',
    ],
    ['new dates', newDates, 'SEARCHING', 'applied'],
    ['new dates, re-sent at once', [...newDates, [400, 'resend-done']], 'RESENT', 'applied'],
    ['new dates, re-sent before them', [...newDates, [399, 'resend-done']], 'SEARCHING', 'refused', 'too-early'],
    [
      'new dates while an offer of that contact is out',
      [...yesInContact, [410, 'offer-sent', a], [420, 'dates-changed', { date: '2024-05-20' }]],
      'SEARCHING',
      'applied',
    ],
    [
      'refunded while an offer of that contact is out',
      [...yesInContact, [410, 'offer-sent', a], [420, 'refund-done']],
      'REFUNDED',
      'applied',
    ],
    ['refunded', [...inContact, [400, 'refund-done']], 'REFUNDED', 'applied'],
    [
      'over',
      [
        [10, 'cancel'],
        [121, 'resend-done'],
      ],
      'CANCELLED',
      'refused',
      'closed',
    ],
  ])('%s', (_, sketches, stage, status, code) => {
    const last = play(sketches);
    expect([last.state.stage, last.status, last.code]).toEqual([stage, status, code]);
    expect(ladder.rules).toHaveProperty([last.rule ?? '']);
  });

  it('takes an event once, none without an instant, and none of another move', () => {
    const { state } = play(resent);
    const event: ladder.Event = { id: '0', move: MOVE, at: T, type: 'cancel' };
    expect(ladder.record(state, event)).toEqual({ state, status: 'duplicate' });
    const undated = ladder.record(state, { ...event, id: 'x', at: Number.NaN });
    expect(undated).toEqual({ state, status: 'refused', code: 'undated' });
    const other = ladder.record(state, { ...event, id: 'x', move: 'move-2' });
    expect(other).toEqual({ state, status: 'refused', code: 'other-move' });
  });

  it.each([
    ['before the re-send', []],
    ['while the lists are out', lists],
    ['once they gave nobody', inter],
    ['in contact with the client', inContact],
  ])('takes no step of a service between regions for a local one: %s', (_stage, sketches) => {
    const state = play(
      sketches.filter(([, type]) => type !== 'inter-exhausted'),
      'local',
    ).state;
    for (const event of [{ type: 'inter-offered', mps: ['c'] }, { type: 'inter-exhausted' }]) {
      const recorded = ladder.record(state, { ...event, id: 'x', move: MOVE, at: T + 600 * MINUTE } as ladder.Event);
      expect(recorded).toEqual({ state, status: 'refused', code: 'not-inter', rule: 'ladder/inter-only-after-lists' });
    }
  });

  it('begins with a move of which nothing has happened', () => {
    expect(ladder.start({ move: MOVE, searchingSince: T, category: 'local' })).toStrictEqual({
      version: 1,
      move: MOVE,
      stage: 'SEARCHING',
      round: 1,
      facts: {
        searchingSince: T,
        category: 'local',
        begins: 'search',
        resentAt: null,
        listsSentAt: null,
        listsExhaustedAt: null,
        interExhaustedAt: null,
        impossibilityWindow: null,
        confirmations: [],
        offer: null,
        agreed: null,
        contactedBefore: false,
        clientContactedAt: null,
        assignedTo: null,
        assignedAt: null,
        cancelledAt: null,
        refundedAt: null,
        replies: [],
        priceReportedAt: null,
        availability: [],
        pauses: [],
        moveDate: null,
      },
      offeredAt: null,
      failed: [],
      reached: [],
      seen: [],
    });
    expect(ladder.flow.name).toBe('ladder');
  });

  it('changes no fact but the one that the event tells', () => {
    const full: Required<ladder.Facts> = {
      searchingSince: T,
      category: 'inter',
      begins: 'resend',
      resentAt: T + 1,
      listsSentAt: T + 2,
      listsExhaustedAt: T + 3,
      interExhaustedAt: T + 4,
      impossibilityWindow: { from: T, until: T + HOUR },
      confirmations: [{ mp: 'a', since: T, until: T + 1 }],
      offer: { mp: 'a', at: T + 5, check: { at: T + 6, winner: 'a', chat: true } },
      agreed: { mp: 'a', date: '2024-05-18', at: T + 7 },
      contactedBefore: true,
      clientContactedAt: T + 8,
      assignedTo: 'a',
      assignedAt: T + 9,
      cancelledAt: T + 10,
      refundedAt: T + 11,
      replies: [{ mp: 'a', at: T, answer: 'yes' }],
      priceReportedAt: T + 12,
      availability: [{ mp: 'b', date: '2024-05-19' }],
      pauses: [{ since: T + 13, until: T + 14 }],
      moveDate: '2024-05-20',
      zone: 'Pacific/Easter',
    };
    const at = T + 9 * HOUR;
    const after = (event: object): ladder.Facts =>
      ladder.record({ ...start(), facts: full }, { id: 'x', move: MOVE, at, ...event } as ladder.Event).state.facts;
    expect(after({ type: 'window-known', window: true })).toEqual({ ...full, impossibilityWindow: true });
    expect(after({ type: 'cancel' })).toEqual({ ...full, cancelledAt: at });
  });

  it('keeps what a mover said as it was said, and a yes of which the reply is not told', () => {
    const { facts } = play([
      ...confirmed,
      [196, 'mp-withdrew', a],
      [197, 'mp-refused', { mp: 'c', reason: 'price' }],
    ]).state;
    expect(facts.replies).toStrictEqual([
      { mp: 'a', at: T + 190 * MINUTE, answer: 'yes' },
      { mp: 'b', at: T + 195 * MINUTE, answer: 'yes' },
      { mp: 'a', at: T + 196 * MINUTE, answer: 'no' },
      { mp: 'c', at: T + 197 * MINUTE, answer: 'no', reason: 'price', availability: null },
    ]);
    expect(facts.availability).toEqual([]);
    const known = { mp: 'a', since: T, until: null };
    const { replies: _, availability: __, ...bare } = { ...play(resent).state.facts, confirmations: [known] };
    const told = ladder.record(
      { ...start(), stage: 'RESENT', facts: bare },
      {
        ...{ id: 'x', move: MOVE, at: T + HOUR, type: 'mp-confirmed', mp: 'b' },
      },
    ).state.facts;
    expect(told.confirmations).toEqual([known, { mp: 'b', since: T + HOUR, until: null }]);
    expect(told.availability).toEqual([]);
  });

  it('opens again, by further lists or a direct offer, what was given up, and knows who was reached', () => {
    const more = play([...exhausted, [325, 'lists-sent', { mps: ['b', 'c'] }]]).state;
    expect(more.facts).toMatchObject({
      listsSentAt: T + 181 * MINUTE,
      listsExhaustedAt: null,
      interExhaustedAt: null,
    });
    expect(more.reached).toEqual(['a', 'b', 'c']);
    const direct = play([...exhausted, [325, 'inter-offered', { mp: 'c', fit: 'chain-out' }]]).state;
    expect(direct).toMatchObject({ stage: 'INTER', facts: { interExhaustedAt: null } });
    expect(direct.facts.listsExhaustedAt).toBe(T + 300 * MINUTE);
    expect(direct.reached).toEqual(['a', 'b', 'c']);
  });

  it('knows after a drop-out whether the client was contacted before it', () => {
    const contactedBefore = (sketches: readonly Sketch[]): unknown =>
      play([...sketches, [430, 'mp-dropped', a]]).state.facts.contactedBefore;
    expect(contactedBefore(assigned)).toBe(false);
    expect(contactedBefore([...inContact, [420, 'auto-assigned', a]])).toBe(true);
  });

  it('goes in 1960 as it goes today: an instant before 1970 is an instant', () => {
    const since = Date.parse('1960-05-13T10:00:00-04:00');
    const window = { from: null };
    const sketches: readonly Sketch[] = [
      ...lists,
      [300, 'lists-exhausted'],
      [321, 'window-known', { window }],
      [322, 'client-mail-sent'],
      [400, 'dates-changed', { date: '1960-05-20' }],
      [410, 'resend-done'],
    ];
    let search = ladder.start({ move: MOVE, searchingSince: since, category: 'local' });
    const seen = eventsOf(sketches, since).map((event) => {
      const { state, status } = ladder.record(search, event, { policy: listsFirst });
      search = state;
      return [state.stage, status];
    });
    expect(seen).toEqual([
      ['RESENT', 'applied'],
      ['LISTS', 'applied'],
      ['EXHAUSTED', 'applied'],
      ['EXHAUSTED', 'applied'],
      ['CONTACT', 'applied'],
      ['RESENT', 'applied'],
      // LA-6: the round began with the lists; a press puts nothing off and brings nothing forward.
      ['RESENT', 'no-effect'],
    ]);
  });

  it('keeps the date that a mover gives on dropping out, and the zone of the move', () => {
    const zoned = ladder.start({
      move: MOVE,
      searchingSince: T,
      category: 'local',
      moveDate: '2024-05-20',
      zone: 'Pacific/Easter',
    });
    const refused: Sketch = [210, 'mp-refused', { ...a, reason: 'date', availability: '2024-05-18' }];
    const { round, facts } = run(eventsOf([...assigned, refused]), zoned);
    expect(round).toBe(2);
    expect(facts).toMatchObject({ availability: [{ mp: 'a', date: '2024-05-18' }], zone: 'Pacific/Easter' });
    expect(facts).toMatchObject({ moveDate: '2024-05-20', begins: 'search', searchingSince: T + 210 * MINUTE });
  });

  it('begins the search on new dates with the lists, where the policy says so', () => {
    const policy = ladder.policy({ researchRestart: 'lists' });
    const changed = eventsOf(newDates).at(-1) as ladder.Event;
    const { state } = ladder.record(play(inContact).state, changed, { policy });
    expect(state).toMatchObject({ stage: 'RESENT', round: 2, facts: { begins: 'lists', moveDate: '2024-05-20' } });
    expect(decideAt(state.facts, changed.at).outcome).toMatchObject({ action: 'send-broadcast-lists' });
    const sent = { id: 'x', move: MOVE, type: 'lists-sent', mps: ['a'] } as const;
    expect(ladder.record(state, { ...sent, at: changed.at - 1 }).code).toBe('too-early');
    expect(ladder.record(state, { ...sent, at: changed.at }).state.stage).toBe('LISTS');
    const midOffer = play([...yesInContact, [395, 'offer-sent', a]]).state;
    expect(ladder.record(midOffer, { ...changed, id: 'y' }, { policy }).state.stage).toBe('RESENT');
    const never = play(confirmed).state;
    expect(ladder.record(never, { ...changed, id: 'y' }, { policy }).code).toBe('not-with-client');
  });

  it('reads facts that were never told as not having happened', () => {
    const bare = (stage: ladder.Stage, facts: object = {}): ladder.Search => ({
      ...start(),
      stage,
      facts: { searchingSince: T, category: 'inter', ...facts },
    });
    const at = T + 9 * HOUR;
    const told = (search: ladder.Search, more: object): string =>
      ladder.record(search, { id: 'x', move: MOVE, at, ...more } as ladder.Event).state.stage;
    expect(told(bare('LISTS'), { type: 'lists-exhausted' })).toBe('INTER');
    expect(told(bare('LISTS'), { type: 'offer-sent', mp: 'a' })).toBe('LISTS');
    expect(told(bare('RESENT'), { type: 'lists-sent', mps: [] })).toBe('RESENT');
    expect(told(bare('LISTS'), { type: 'mp-confirmed', mp: 'a' })).toBe('LISTS');
    expect(told(bare('CONTACT'), { type: 'offer-sent', mp: 'a' })).toBe('CONTACT');
    expect(told(bare('ASSIGNED', { assignedTo: 'a' }), { type: 'mp-withdrew', mp: 'a' })).toBe('SEARCHING');
    const offer = { mp: 'a', at: T, check: null };
    expect(told({ ...bare('OFFERED', { offer }), offeredAt: 'LISTS' }, { type: 'offer-failed', mp: 'a' })).toBe(
      'LISTS',
    );
    expect(told(bare('CONTACT'), { type: 'dates-changed', date: '2024-05-20' })).toBe('SEARCHING');
    expect(told(bare('ASSIGNED', { assignedTo: 'a' }), { type: 'mp-dropped', mp: 'a' })).toBe('SEARCHING');
    const answerOf = (stage: ladder.Stage, more: object): unknown => {
      const event = { id: 'x', move: MOVE, at, ...more } as ladder.Event;
      const { state, status, code } = ladder.record({ ...bare(stage), offeredAt: 'LISTS' }, event);
      return [state.stage, status, code, state.facts.offer ?? null];
    };
    expect(answerOf('OFFERED', { type: 'offer-sent', mp: 'a' })).toEqual(['OFFERED', 'refused', 'offer-pending', null]);
    expect(answerOf('OFFERED', { type: 'offer-failed', mp: 'a' })).toEqual(['OFFERED', 'refused', 'not-offered', null]);
    expect(answerOf('OFFERED', { type: 'mp-withdrew', mp: 'a' })).toEqual(['OFFERED', 'applied', undefined, null]);
    expect(answerOf('VERIFIED', { type: 'mp-notified', mp: 'a' })).toEqual([
      'VERIFIED',
      'refused',
      'not-offered',
      null,
    ]);
    // Where there is no offer there is nothing that a look at it could have seen.
    const look = { type: 'checked', winner: 'a', chat: true };
    expect(answerOf('OFFERED', look)).toEqual(['OFFERED', 'applied', undefined, null]);
  });

  it('asks by a condition on lists only of lists', () => {
    const search = play(lists).state;
    const reachesNobodyNew = ladder.flow.guards['reaches nobody new'];
    const asked = (event: object): boolean =>
      reachesNobodyNew(
        search,
        { id: 'x', move: MOVE, at: T, ...event } as ladder.SearchEvent,
        ladder.defaultPolicy,
        search.facts,
      );
    expect(asked({ type: 'lists-sent', mps: ['a', 'b'] })).toBe(true);
    expect(asked({ type: 'lists-sent', mps: ['a', 'c'] })).toBe(false);
    expect(asked({ type: 'cancel' })).toBe(false);
  });
});

describe('the answers of movers', () => {
  const yes = (mp: string, minutes: number): ladder.Reply => ({ mp, at: T + minutes * MINUTE, answer: 'yes' });
  const no = (mp: string, minutes: number, more: Partial<ladder.Reply> = {}): ladder.Reply => ({
    ...{ mp, at: T + minutes * MINUTE, answer: 'no' },
    ...more,
  });
  const clock = fixedClock(T + HOUR);

  it('the winner comes with who is next, and is known until an answer dated ahead', () => {
    expect(ladder.winner([yes('b', 2), yes('a', 1), no('a', 90)], { clock })).toEqual({
      outcome: { action: 'choose', mp: 'a', fallbacks: ['b'] },
      rule: 'ladder/first-confirmer-wins',
      situation: { confirmers: 'several' },
      validUntil: T + 90 * MINUTE,
    });
    expect(ladder.winner([yes('a', 1)], { clock }).situation).toEqual({ confirmers: 'one' });
    expect(ladder.winner([], { clock }).outcome).toEqual({ action: 'none', reason: 'nobody-stands' });
  });

  it('count by the last of each: a yes after a no queues anew, and a repeated yes or no changes nothing', () => {
    const chosen = (...replies: readonly ladder.Reply[]): unknown => ladder.winner(replies, { clock }).outcome;
    const aThenB = { action: 'choose', mp: 'a', fallbacks: ['b'] };
    const bThenA = { action: 'choose', mp: 'b', fallbacks: ['a'] };
    expect(chosen(yes('a', 1), yes('b', 2), yes('a', 3))).toEqual(aThenB);
    expect(chosen(yes('a', 1), yes('b', 2), no('a', 3), yes('a', 4))).toEqual(bThenA);
    expect(chosen(yes('a', 1), yes('b', 2), no('a', 3), no('a', 4))).toEqual({ ...bThenA, fallbacks: [] });
    expect(chosen(no('a', 1), yes('b', 2), yes('a', 3))).toEqual(bThenA);
    expect(ladder.winner([], { clock }).situation).toEqual({ confirmers: 'none' });
    expect(ladder.winner([yes('a', 1), yes('b', 2)], { clock }, ['a']).outcome).toEqual({ ...bThenA, fallbacks: [] });
  });

  it('wake nobody where a yes dated ahead is taken back at its own instant', () => {
    expect(ladder.winner([yes('a', 1), yes('b', 90), no('b', 90)], { clock })).toMatchObject({
      outcome: { action: 'choose', mp: 'a', fallbacks: [] },
      validUntil: null,
    });
  });

  it('are reported for the price once for each mover, and never for a yes', () => {
    const price = { reason: 'price' } as const;
    const replies = [no('a', 1, price), no('b', 2, price), no('a', 90, price)];
    expect(ladder.priceReport(replies, { clock })).toMatchObject({
      outcome: { action: 'report-price', mps: ['a', 'b'] },
      validUntil: null,
    });
    expect(ladder.priceReport([no('a', 1, price), { ...yes('b', 2), ...price }], { clock }).outcome).toEqual({
      action: 'none',
      reason: 'too-few',
    });
  });

  it('a report of prices that was made wakes nobody for a further refusal', () => {
    const replies = [no('a', 1, { reason: 'price' }), no('b', 90, { reason: 'price' })];
    expect(ladder.priceReport(replies, { clock }, T)).toMatchObject({
      outcome: { action: 'none', reason: 'already-reported' },
      validUntil: null,
    });
    expect(ladder.priceReport(replies, { clock })).toMatchObject({
      outcome: { reason: 'too-few' },
      validUntil: T + 90 * MINUTE,
    });
    const policy = ladder.policy({ several: 3 });
    const later = fixedClock(T + 2 * HOUR);
    expect(ladder.priceReport(replies, { clock: later, policy }).outcome).toEqual({
      action: 'none',
      reason: 'too-few',
    });
    expect(ladder.priceReport(replies, { clock: later }).outcome).toEqual({
      action: 'report-price',
      to: ['team-leader', 'head'],
      mps: ['a', 'b'],
    });
  });

  it('leave duties beside the next step, which lapse with a yes and with the search', () => {
    const refused: readonly Sketch[] = [
      ...lists,
      [190, 'mp-refused', a],
      [191, 'mp-refused', { ...b, reason: 'date' }],
      [192, 'mp-refused', { mp: 'c', reason: 'price' }],
      [193, 'mp-refused', { mp: 'd', reason: 'price' }],
    ];
    const dutiesOf = (more: readonly Sketch[]): unknown =>
      ladder.duties(play([...refused, ...more]).state.facts, { clock: fixedClock(T + 9 * HOUR) }).open;
    const report = {
      action: 'report-price',
      to: ['team-leader', 'head'],
      mps: ['c', 'd'],
      rule: 'ladder/price-refusals-report',
    };
    const why = { action: 'ask-why', mp: 'a', rule: 'ladder/ask-why-on-no' };
    const when = { action: 'ask-availability', mp: 'b', rule: 'ladder/date-refusal-availability' };
    expect(dutiesOf([])).toEqual([why, when, report]);
    expect(dutiesOf([[195, 'price-reported']])).toEqual([why, when]);
    expect(dutiesOf([[195, 'mp-refused', { ...b, availability: '2024-05-18' }]])).toEqual([why, report]);
    expect(dutiesOf([[195, 'mp-refused', { ...a, reason: 'other' }]])).toEqual([when, report]);
    expect(dutiesOf([[195, 'mp-confirmed', a]])).toEqual([when, report]);
    expect(dutiesOf([[195, 'cancel']])).toEqual([]);
    const bare: ladder.Facts = { searchingSince: T, category: 'local' };
    expect(ladder.duties(bare, { clock })).toEqual({ open: [], validUntil: null });
    const context = { clock: fixedClock(T + 9 * HOUR), policy: ladder.policy({ several: 3 }) };
    expect(ladder.duties(play(refused).state.facts, context).open).toEqual([why, when]);
  });
});

describe('duties dated ahead', () => {
  const dutiesAt = (facts: ladder.Facts, minutes: number): ladder.Duties =>
    ladder.duties(facts, { clock: fixedClock(T + minutes * MINUTE) });
  const why = { action: 'ask-why', mp: 'a', rule: 'ladder/ask-why-on-no' };

  it('begin with the refusal, and end with the search', () => {
    const facts = { ...play([...lists, [190, 'mp-refused', a]]).state.facts, cancelledAt: T + 200 * MINUTE };
    expect(dutiesAt(facts, 189)).toEqual({ open: [], validUntil: T + 190 * MINUTE });
    expect(dutiesAt(facts, 190)).toEqual({ open: [why], validUntil: T + 200 * MINUTE });
    expect(dutiesAt(facts, 200)).toEqual({ open: [], validUntil: null });
  });

  it('end, for the price, with the report', () => {
    const price = { reason: 'price' };
    const refused: readonly Sketch[] = [
      ...lists,
      [190, 'mp-refused', { ...a, ...price }],
      [191, 'mp-refused', { ...b, ...price }],
    ];
    const facts = { ...play(refused).state.facts, priceReportedAt: T + 200 * MINUTE };
    expect(dutiesAt(facts, 190)).toEqual({ open: [], validUntil: T + 191 * MINUTE });
    expect(dutiesAt(facts, 191)).toMatchObject({ open: [{ mps: ['a', 'b'] }], validUntil: T + 200 * MINUTE });
    expect(dutiesAt(facts, 200)).toEqual({ open: [], validUntil: null });
  });
});

describe('movers under way', () => {
  const move = { origin: 'M', destination: 'B', country: 'CL', dateFrom: '2024-06-10', dateTo: '2024-06-14' };
  const job = (mp: string, origin: string, destination: string, date: string): ladder.ScheduledJob => ({
    ...{ mp, origin, destination, date, country: 'CL', status: 'awaiting-move', category: 'inter' },
  });
  const jobs = [
    job('shared', 'M', 'X', '2024-06-10'),
    job('back', 'X', 'M', '2024-06-10'),
    job('late out', 'B', 'X', '2024-06-14'),
    job('out', 'B', 'X', '2024-06-11'),
    job('shared', 'B', 'Y', '2024-06-11'),
    job('far', 'X', 'Y', '2024-06-11'),
  ];

  it('are ranked: way out, way back, shared end; then by date; each mover once, by the best job', () => {
    const found = ladder.enRouteMovers(move, jobs);
    expect(found.map(({ mp, fit, job: { date } }) => [mp, fit, date])).toEqual([
      ['out', 'chain-out', '2024-06-11'],
      ['shared', 'chain-out', '2024-06-11'],
      ['late out', 'chain-out', '2024-06-14'],
      ['back', 'chain-back', '2024-06-10'],
    ]);
    expect(found[0]).toMatchObject({ rule: 'ladder/inter-match', situation: { ends: 'chain-out' } });
  });

  it.each([
    ['2024-06-09', 'outside'],
    ['2024-06-10', 'in-range'],
    ['2024-06-14', 'in-range'],
    ['2024-06-15', 'outside'],
  ])('on %s, of a range that includes both ends, are %s', (date, expected) => {
    expect(ladder.fitOf(move, job('a', 'B', 'X', date)).situation.date).toBe(expected);
  });

  it('are compared by date as every engine’s sort asks for it', () => {
    const [one, other] = [{ date: '2024-06-10' }, { date: '2024-06-11' }];
    expect([byDate(one, other), byDate(other, one), byDate(one, { ...one })]).toEqual([-1, 1, 0]);
  });

  it('need a chain, where the policy says so', () => {
    const policy = ladder.policy({ matchMode: 'chain' });
    const [shared] = jobs as [ladder.ScheduledJob];
    expect(ladder.fitOf(move, shared).outcome).toEqual({ action: 'offer-directly', fit: 'shared-end' });
    expect(ladder.fitOf(move, shared, { policy }).outcome).toEqual({ action: 'none', reason: 'no-fit' });
    expect(ladder.enRouteMovers(move, [shared], { policy })).toEqual([]);
  });
});

describe('a broadcast', () => {
  const movers: readonly ladder.Mover[] = [
    { mp: 'a', volumes: ['light'], region: 'B' },
    { mp: 'b', volumes: ['full'], region: 'M' },
    { mp: 'c', volumes: ['black'], region: 'X' },
    { mp: 'a', volumes: ['light'], region: 'B' },
  ];
  const service = { volume: 'light', regions: ['M'] } as const;

  it.each([
    ['volume', ['a']],
    ['region', ['b']],
    ['either', ['a', 'b']],
  ] as const)('by %s: %s', (segmentBy, mps) => {
    const decision = ladder.broadcast(service, movers, { policy: ladder.policy({ segmentBy }) });
    expect(decision).toEqual({
      outcome: { action: 'send-to', mps },
      rule: 'ladder/lists-segment',
      situation: { segmentBy },
      validUntil: null,
    });
  });

  it('passes over who was reached before', () => {
    expect(ladder.broadcast(service, movers, { reached: ['a'] }).outcome.mps).toEqual([]);
    expect(ladder.broadcast(service, movers).outcome.mps).toEqual(['a']);
  });
});

describe('the policy', () => {
  it('has the manual’s values, and takes others', () => {
    expect(ladder.policy()).toEqual(ladder.defaultPolicy);
    const policy = ladder.policy({ searchThreshold: { hours: 3 }, resendWait: { minutes: 45 }, several: 3 });
    expect(policy).toMatchObject({ searchThreshold: 3 * HOUR, resendWait: 45 * MINUTE, several: 3 });
    expect(decideAt({ searchingSince: T, category: 'local' }, T + 3 * HOUR, policy).outcome.action).toBe('wait');
    const facts: ladder.Facts = { searchingSince: T, category: 'local', resentAt: T };
    expect(decideAt(facts, T + 45 * MINUTE, policy).outcome.action).toBe('send-broadcast-lists');
  });

  it.each<[ladder.PolicyChoices, RegExp]>([
    [{ several: 0 }, /^several: expected a whole number/],
    [{ several: 1.5 }, /^several: /],
    [{ several: Number.NaN }, /^several: /],
    [{ searchThreshold: { hours: -1 } }, /^searchThreshold/],
    [{ resendWait: { minutes: Number.NaN } }, /^resendWait/],
  ])('refuses %o', (choices, message) => {
    expect(() => ladder.policy(choices)).toThrow(RangeError);
    expect(() => ladder.policy(choices)).toThrow(message);
  });
});
