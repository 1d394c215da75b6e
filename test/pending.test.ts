import { describe, expect, it } from 'vitest';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import { timeline } from '../src/kernel/decision.js';
import * as pending from 'pauta/pending';
import { chatOf, MINUTE, T } from './pending.arbitraries.js';

const client = (id: string, at: Instant): pending.Event => ({ type: 'client-message', id, at });
const seller = (id: string, at: Instant): pending.Event => ({ type: 'seller-message', id, at });
const resolve = (id: string, at: Instant): pending.Event => ({ type: 'mark-resolved', id, at });

describe('recording', () => {
  it('begins with an empty chat, in which the AI is off', () => {
    const { facts } = pending.start();
    expect(facts).toMatchObject({ lastMessage: 'none', waitingSince: null, aiSince: null, resolved: false });
    expect(pending.stageOf(facts, { clock: fixedClock(T) })).toBe('EMPTY');
  });

  it('keeps of a message who wrote it and when, and not what else hangs on it', () => {
    const webhook = { ...client('a', T), text: 'Necesito un espejo', from: 'somebody' };
    expect(JSON.stringify(pending.record(pending.start(), webhook).state)).not.toMatch(/espejo|somebody/);
  });

  it.each(['reaction', 'note', 'failed', 'mass'] as const)('does not take a %s for a message', (kind) => {
    const chat = chatOf([client('a', T)]);
    const recorded = pending.record(chat, { type: 'seller-message', id: 'b', at: T + 1, kind });
    expect(recorded).toMatchObject({ status: 'no-effect', code: 'not-a-message' });
    expect(recorded.state).toBe(chat);
  });

  it('takes a message that is called one', () => {
    const recorded = pending.record(pending.start(), { type: 'client-message', id: 'a', at: T, kind: 'message' });
    expect(recorded).toMatchObject({ status: 'applied', state: { facts: { lastMessage: 'client' } } });
  });

  it.each(['ai', 'client'] as const)('refuses a resolve by the %s', (by) => {
    const chat = chatOf([client('a', T)]);
    const recorded = pending.record(chat, { type: 'mark-resolved', id: 'b', at: T + 1, by });
    expect(recorded).toMatchObject({ status: 'refused', code: 'not-a-seller', rule: 'pending/settled-by-resolve' });
    expect(recorded.state).toBe(chat);
  });

  it.each([
    ['button', 'pending/resolve-via-button'],
    ['menu', 'pending/resolve-via-menu'],
    [undefined, 'pending/resolve-via-button'],
  ] as const)('resolves by the %s', (via, rule) => {
    const event: pending.Event = { type: 'mark-resolved', id: 'b', at: T + 1, by: 'seller', ...(via && { via }) };
    const recorded = pending.record(chatOf([client('a', T)]), event);
    expect(recorded).toMatchObject({
      status: 'applied',
      rule,
      state: { facts: { resolved: true, waitingSince: null } },
    });
  });

  it('says when a resolve had nothing to resolve, and keeps it for what may still arrive', () => {
    const resolved = chatOf([client('a', T), resolve('b', T + 10)]);
    const again = pending.record(resolved, resolve('c', T + 20));
    expect(again).toMatchObject({ status: 'no-effect', code: 'already-resolved' });
    expect(pending.record(again.state, client('d', T + 15)).state.facts.resolved).toBe(true);
    expect(pending.record(resolved, client('d', T + 15)).state.facts.resolved).toBe(false);
    expect(pending.record(pending.start(), resolve('a', T))).toMatchObject({
      status: 'no-effect',
      code: 'nothing-to-resolve',
    });
  });

  it('settles an open action by a resolve, in a resolved and in an empty chat too', () => {
    const flagged = chatOf([client('a', T), resolve('b', T + 1), { type: 'action-flagged', id: 'c', at: T + 2 }]);
    expect(pending.record(flagged, resolve('d', T + 3))).toMatchObject({
      status: 'applied',
      state: { facts: { actionSince: null } },
    });
  });

  it('calls a resolve that arrives late so, though the chat is resolved by now: there was something to resolve', () => {
    const resolved = chatOf([client('a', T), resolve('c', T + 10)]);
    const late = pending.record(resolved, resolve('b', T + 5));
    expect(late).toMatchObject({ status: 'late', rule: 'pending/resolve-via-button' });
    expect(late).not.toHaveProperty('code');
  });

  it('names no rule where none gives the event its effect', () => {
    const { state: _, ...answered } = pending.record(chatOf([client('a', T)]), seller('b', T + 1));
    expect(answered).toStrictEqual({ status: 'applied' });
  });

  it('knows an event by its id, whatever it says the second time', () => {
    const chat = chatOf([client('a', T)]);
    const recorded = pending.record(chat, seller('a', T + 5));
    expect(recorded).toEqual({ state: chat, status: 'duplicate' });
    expect(recorded.state).toBe(chat);
    expect(pending.record(chatOf([resolve('a', T)]), resolve('a', T)).status).toBe('duplicate');
  });

  it('refuses an event without an instant', () => {
    const chat = pending.start();
    for (const at of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(pending.record(chat, client('a', at))).toEqual({ state: chat, status: 'refused', code: 'undated' });
    }
  });

  it('puts a late message in its place', () => {
    const chat = chatOf([seller('a', T), client('c', T + 20)]);
    const recorded = pending.record(chat, client('b', T + 10));
    expect(recorded).toMatchObject({
      status: 'late',
      state: { facts: { waitingSince: T + 10, lastMessageAt: T + 20 } },
    });
  });

  it('reopens in retrospect when a late message turns out newer than the resolve', () => {
    const recorded = pending.record(
      chatOf([resolve('r', T), { type: 'ai-message', id: 'b', at: T + 20 }]),
      client('a', T + 10),
    );
    expect(recorded).toMatchObject({ status: 'late', rule: 'pending/reopen-on-client-message' });
    expect(recorded.state.facts).toMatchObject({ resolved: false, waitingSince: T + 10 });
    const older = pending.record(chatOf([resolve('r', T)]), client('a', T - 10));
    expect(older.rule).toBeUndefined();
    expect(older.state.facts.resolved).toBe(true);
  });

  it('lets the log decide after a deletion, whichever of the two arrives first', () => {
    const deletion: pending.Event = { type: 'message-deleted', id: 'x', at: T + 30, messageId: 'b' };
    const events = [seller('a', T), client('b', T + 10)];
    expect(pending.record(chatOf(events), deletion)).toMatchObject({
      status: 'applied',
      state: { facts: { lastMessage: 'seller' } },
    });
    const waiting = pending.record(chatOf([seller('a', T)]), deletion);
    expect(waiting).toMatchObject({ status: 'applied', code: 'message-unknown' });
    expect(pending.record(waiting.state, client('b', T + 10)).state.facts).toMatchObject({
      lastMessage: 'seller',
      waitingSince: null,
    });
  });

  it('takes back what anybody wrote: the client, the AI or a seller', () => {
    const chat = chatOf([client('a', T)]);
    const deletion: pending.Event = { type: 'message-deleted', id: 'x', at: T + 30, messageId: 'b' };
    for (const type of ['client-message', 'ai-message', 'seller-message'] as const) {
      const grown = pending.record(chat, { type, id: 'b', at: T + 10 }).state;
      expect(pending.record(grown, deletion).state.facts).toEqual(chat.facts);
    }
  });

  it('deletes messages only, whatever else has the id that is named', () => {
    const chat = chatOf([client('a', T), resolve('r', T + 1), { type: 'action-flagged', id: 'f', at: T + 2 }]);
    for (const messageId of ['r', 'f']) {
      const { state } = pending.record(chat, { type: 'message-deleted', id: 'x', at: T + 3, messageId });
      expect(state.facts).toEqual(chat.facts);
      expect(pending.compact(state, T + 10).facts).toEqual(chat.facts);
    }
  });

  it('at one instant: the client after the resolve, the flag before what settles it, messages as they arrive', () => {
    expect(chatOf([client('a', T), resolve('b', T)]).facts.resolved).toBe(false);
    expect(chatOf([resolve('b', T), { type: 'action-flagged', id: 'c', at: T }]).facts.actionSince).toBeNull();
    expect(chatOf([client('a', T), seller('b', T)]).facts.lastMessage).toBe('seller');
    expect(chatOf([seller('b', T), client('a', T)]).facts.lastMessage).toBe('client');
  });

  it('remembers the spell of the AI, and is not confused by a switch thrown twice', () => {
    const on = (at: Instant): pending.Event => ({ type: 'ai-on', id: `on${at}`, at });
    const off = (at: Instant): pending.Event => ({ type: 'ai-off', id: `off${at}`, at });
    expect(chatOf([on(T), on(T + 1)]).facts).toMatchObject({ aiSince: T, aiUntil: null });
    expect(chatOf([on(T), off(T + 1), off(T + 2)]).facts).toMatchObject({ aiSince: T, aiUntil: T + 1 });
    expect(chatOf([off(T)]).facts).toMatchObject({ aiSince: null, aiUntil: null });
    expect(chatOf([on(T), off(T + 1), on(T + 2)]).facts).toMatchObject({ aiSince: T + 2, aiUntil: null });
  });

  it('keeps the first of several flags', () => {
    const flag = (id: string, at: Instant): pending.Event => ({ type: 'action-flagged', id, at });
    expect(chatOf([flag('a', T), flag('b', T + 1)]).facts.actionSince).toBe(T);
  });

  it('counts an event dated ahead of the clock from its instant on, and at once where there is no clock', () => {
    const clock = fixedClock(T);
    const ahead = pending.record(chatOf([seller('a', T - 5)]), client('b', T + 1_000), { clock }).state;
    expect(pending.decide(ahead.facts, { clock })).toMatchObject({
      outcome: { reason: 'seller-last' },
      validUntil: T + 1_000,
    });
    expect(pending.decide(ahead.facts, { clock: fixedClock(T + 1_000) })).toMatchObject({
      outcome: { reason: 'client-unanswered' },
      validUntil: null,
    });
    for (const context of [undefined, {}]) {
      const blind = pending.record(chatOf([seller('a', T - 5)]), client('b', T + 1_000), context).state;
      expect(pending.isPending(blind.facts, { clock })).toBe(true);
    }
  });

  it('compacts: the facts stay, the past is let go of and refused when it comes again', () => {
    const chat = chatOf([client('a', T), seller('b', T + 10), client('c', T + 20)]);
    const small = pending.compact(chat, T + 15);
    expect(small.facts).toEqual(chat.facts);
    expect(small.tail.map(({ id }) => id)).toEqual(['c']);
    expect(pending.record(small, client('a', T))).toEqual({ state: small, status: 'refused', code: 'forgotten' });
    expect(pending.record(small, client('c', T + 20)).status).toBe('duplicate');
    expect(pending.compact(chat, Number.NaN)).toBe(chat);
  });
});

describe('deciding', () => {
  const open: pending.Facts = { lastMessage: 'client', waitingSince: T, aiSince: null, resolved: false };
  const decideAt = (facts: pending.Facts, at: Instant, policy = pending.defaultPolicy): pending.PendingDecision =>
    pending.decide(facts, { clock: fixedClock(at), policy });

  it('takes Date for a clock', () => {
    expect(pending.decide(open, { clock: Date })).toEqual({
      outcome: { action: 'attend', reason: 'client-unanswered', waitingSince: T },
      rule: 'pending/client-unanswered',
      situation: { task: 'none', lastMessage: 'client', resolved: 'no', ai: 'off' },
      validUntil: null,
    });
  });

  it('is plain JSON', () => {
    const decision = decideAt({ ...open, aiSince: 0 }, T);
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
  });

  it('hands out the same frozen object where nothing is to be told, and a free one where it expires', () => {
    const answered: pending.Facts = { ...open, lastMessage: 'seller', waitingSince: null };
    expect(decideAt(answered, T)).toBe(decideAt(answered, T + 1));
    expect(Object.isFrozen(decideAt(answered, T))).toBe(true);
    expect(decideAt({ ...open, aiSince: 0 }, T).validUntil).toBe(T + 5 * MINUTE + 1);
  });

  it('does not wake anybody for a window that changes nothing', () => {
    expect(decideAt({ ...open, aiSince: 0, actionSince: T }, T).validUntil).toBeNull();
  });

  it('does not wake anybody for a wait that begins anew while the AI attends', () => {
    const { next: _, ...again } = { ...open, aiSince: 0, waitingSince: T + MINUTE };
    const answered = { ...open, aiSince: 0, next: { from: T + MINUTE, facts: again } };
    expect(decideAt(answered, T)).toMatchObject({
      outcome: { reason: 'ai-process' },
      validUntil: T + MINUTE + 5 * MINUTE + 1,
    });
  });

  it('sees an AI that is on attending where nobody waits, for however long: no process is under way', () => {
    const old = { ...open, aiSince: 0, waitingSince: null, lastMessageAt: T };
    for (const facts of [{ ...old, lastMessage: 'seller' } as const, { ...old, resolved: true }]) {
      expect(decideAt(facts, T + 60 * MINUTE).situation.ai).toBe('attending');
    }
  });

  it('begins the window with the AI where nobody knows when the message came, before 1970 too', () => {
    const facts = { ...open, waitingSince: null, aiSince: -MINUTE };
    expect(decideAt(facts, 0).validUntil).toBe(4 * MINUTE + 1);
  });

  it('never hides a client behind facts that contradict each other', () => {
    const aiOn = { ...open, waitingSince: null, aiSince: T };
    expect(decideAt({ ...open, waitingSince: null }, T).outcome).toMatchObject({
      action: 'attend',
      waitingSince: null,
    });
    expect(decideAt(aiOn, T).validUntil).toBe(T + 5 * MINUTE + 1);
    expect(decideAt({ ...aiOn, lastMessageAt: T + 7 }, T + 10).validUntil).toBe(T + 7 + 5 * MINUTE + 1);
    expect(decideAt({ ...open, waitingSince: Number.NaN, aiSince: 0 }, T).outcome.action).toBe('attend');
    expect(decideAt({ ...open, aiSince: 0 }, Number.NaN).outcome.action).toBe('attend');
  });

  it('measures from the last message where the policy says so, and from the first where it is all there is', () => {
    const policy = pending.policy({ measureFrom: 'last-message' });
    expect(decideAt({ ...open, aiSince: 0, lastMessageAt: T + MINUTE }, T + MINUTE, policy).validUntil).toBe(
      T + 6 * MINUTE + 1,
    );
    expect(decideAt({ ...open, aiSince: 0 }, T, policy).validUntil).toBe(T + 5 * MINUTE + 1);
  });

  it('exempts only what the policy lets the AI exempt (PE-4)', () => {
    const policy = pending.policy({ exemptionCovers: 'ai-messages' });
    expect(decideAt({ ...open, aiSince: 0 }, T, policy).outcome).toMatchObject({ reason: 'client-unanswered' });
    expect(decideAt({ ...open, aiSince: 0, lastMessage: 'ai' }, T, policy).outcome).toMatchObject({
      reason: 'ai-process',
    });
  });

  it('draws its own timeline', () => {
    const chat = chatOf([{ type: 'ai-on', id: 'on', at: T }, client('a', T)]);
    const intervals = timeline((clock) => pending.decide(chat.facts, { clock }), T, T + 10 * MINUTE);
    expect(
      intervals.map(({ from, until, decision }) => [from - T, until && until - T, decision.outcome.reason]),
    ).toEqual([
      [0, 5 * MINUTE + 1, 'ai-process'],
      [5 * MINUTE + 1, null, 'ai-window-exceeded'],
    ]);
  });

  it('makes a policy that keeps what is not chosen, and refuses a window that makes no sense', () => {
    expect(pending.policy()).toEqual(pending.defaultPolicy);
    expect(pending.policy({ aiWindow: { minutes: 2, seconds: 30 } })).toEqual({
      ...pending.defaultPolicy,
      aiWindow: 150_000,
    });
    expect(() => pending.policy({ aiWindow: { minutes: -1 } })).toThrow(
      'aiWindow.minutes: expected a number, 0 or more; saw -1.',
    );
    expect(() => pending.policy({ aiWindow: { minutes: 1, seconds: Number.NaN } })).toThrow('aiWindow.seconds');
    expect(() => pending.policy({ aiWindow: { hours: Number.POSITIVE_INFINITY } })).toThrow(RangeError);
  });
});

describe('the queue', () => {
  const clock = fixedClock(T);
  const row = (name: string, facts: Partial<pending.Facts>): pending.Facts & { name: string } => ({
    name,
    lastMessage: 'client',
    waitingSince: T - MINUTE,
    aiSince: null,
    resolved: false,
    ...facts,
  });

  it('puts first whoever has waited longest, and equals in the order given', () => {
    const chats = [
      row('b', { waitingSince: T - 2 * MINUTE }),
      row('a', { waitingSince: T - 9 * MINUTE }),
      row('c', { waitingSince: T - 2 * MINUTE }),
      row('answered', { lastMessage: 'seller', waitingSince: null }),
      row('flagged', { lastMessage: 'seller', waitingSince: null, actionSince: T - 5 * MINUTE }),
    ];
    const { waiting, validUntil } = pending.queue(chats, { clock });
    expect(waiting.map(({ chat }) => chat.name)).toEqual(['a', 'flagged', 'b', 'c']);
    expect(waiting[1]).toMatchObject({
      reason: 'seller-action',
      rule: 'pending/definition-action',
      waitingSince: null,
      pendingSince: T - 5 * MINUTE,
    });
    expect(validUntil).toBeNull();
  });

  it('puts first whose wait nobody knows', () => {
    const chats = [row('known', {}), row('unknown', { waitingSince: null })];
    expect(pending.queue(chats, { clock }).waiting.map(({ chat }) => chat.name)).toEqual(['unknown', 'known']);
  });

  it('follows the priority of the caller, and age among equals', () => {
    const chats = [row('old', { waitingSince: T - 9 * MINUTE }), row('new', {}), row('urgent', {}), row('broken', {})];
    const priority = ({ name }: { name: string }): number =>
      name === 'urgent' ? 1 : name === 'broken' ? Number.NaN : 0;
    expect(pending.queue(chats, { clock, priority }).waiting.map(({ chat }) => chat.name)).toEqual([
      'urgent',
      'old',
      'new',
      'broken',
    ]);
    const backwards = pending.queue([...chats].reverse(), { clock, priority });
    expect(backwards.waiting.map(({ chat }) => chat.name)).toEqual(['urgent', 'old', 'broken', 'new']);
  });

  it('finds the facts of stored chats, and takes any iterable', () => {
    const chats = new Map([['x', chatOf([client('a', T - MINUTE)])]]).entries();
    const { waiting } = pending.queue(chats, { clock, factsOf: ([, chat]) => chat.facts });
    expect(waiting.map(({ chat: [name] }) => name)).toEqual(['x']);
  });

  it('tells when it will be another by itself: at the first window that ends, or event ahead that counts', () => {
    const attended = row('attended', { aiSince: 0, waitingSince: T - MINUTE });
    const later = row('later', { aiSince: 0, waitingSince: T });
    const flagged = row('flagged', { aiSince: 0, waitingSince: T - 4 * MINUTE, actionSince: T });
    const chats = [later, attended, flagged];
    const queueAt = (at: Instant): pending.Queue<unknown> => pending.queue(chats, { clock: fixedClock(at) });
    const { waiting, validUntil } = queueAt(T);
    expect(waiting).toHaveLength(1);
    expect(validUntil).toBe(T + 4 * MINUTE + 1);
    expect(pending.queue([...chats].reverse(), { clock }).validUntil).toBe(T + 4 * MINUTE + 1);
    expect(queueAt(T + 4 * MINUTE).waiting).toHaveLength(1);
    expect(queueAt(T + 4 * MINUTE + 1).waiting).toHaveLength(2);
  });

  it('is told of a person to attend that will be gone by itself', () => {
    const { next: _, ...answered } = row('a', { lastMessage: 'seller', waitingSince: null });
    const ahead = row('a', { next: { from: T + 5, facts: answered } });
    expect(pending.queue([ahead], { clock }).validUntil).toBe(T + 5);
  });
});

describe('pendingSince', () => {
  const sinceAt = (facts: pending.Facts, at: Instant, policy = pending.defaultPolicy): Instant | null =>
    pending.pendingSince(facts, { clock: fixedClock(at), policy });
  const open: pending.Facts = { lastMessage: 'client', waitingSince: T, aiSince: null, resolved: false };

  it.each<[string, Partial<pending.Facts>, Instant | null]>([
    ['the message', {}, T],
    ['the end of the window', { aiSince: 0 }, T + 5 * MINUTE + 1],
    ['the switching off of the AI', { aiSince: 0, aiUntil: T + MINUTE }, T + MINUTE],
    [
      'the end of the window, where the AI was switched off after it',
      { aiSince: 0, aiUntil: T + 9 * MINUTE },
      T + 5 * MINUTE + 1,
    ],
    ['the message, where the AI was off by then', { aiSince: 0, aiUntil: T }, T],
    [
      'the switching off of the AI, where nobody knows when the message came, in 1970 too',
      { waitingSince: null, aiSince: -MINUTE, aiUntil: 0 },
      0,
    ],
    ['the flag', { lastMessage: 'seller', waitingSince: null, actionSince: T + 3 }, T + 3],
    ['the flag, where the AI still attends', { aiSince: T + 11 * MINUTE, actionSince: T + 3 }, T + 3],
    ['the message, where the flag came later', { actionSince: T + 3 }, T],
    ['nothing, where nobody is waiting', { lastMessage: 'seller', waitingSince: null }, null],
    ['nothing, where it is resolved', { resolved: true }, null],
    ['nothing, where the facts do not say', { waitingSince: null }, null],
  ])('is %s', (_, facts, expected) => {
    expect(sinceAt({ ...open, ...facts }, T + 12 * MINUTE)).toBe(expected);
  });

  it('is the last message where that is not exempt', () => {
    const policy = pending.policy({ exemptionCovers: 'ai-messages' });
    expect(sinceAt({ ...open, aiSince: 0, lastMessageAt: T + 9 }, T + MINUTE, policy)).toBe(T + 9);
    expect(sinceAt({ ...open, aiSince: 0 }, T + MINUTE, policy)).toBe(T);
  });

  it('is the first message where the AI was off by then, whatever that would have exempted', () => {
    const policy = pending.policy({ exemptionCovers: 'ai-messages' });
    const facts = { ...open, aiSince: 0, aiUntil: T, lastMessageAt: T + 9 };
    expect(sinceAt(facts, T + MINUTE, policy)).toBe(T);
  });
});

describe('the goal', () => {
  it.each([
    [0, 0, true, true],
    [0, 2, false, true],
    [1, 0, false, false],
    [Number.NaN, 0, false, false],
    [-1, 0, false, false],
  ])('%d pending and %d to quote: reached %s, everybody served %s', (count, toQuote, reached, served) => {
    const decision = pending.goal({ pending: count, toQuote });
    expect(decision).toMatchObject({ outcome: { reached, served }, rule: 'pending/quotes-zero', validUntil: null });
  });
});
