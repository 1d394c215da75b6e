import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import * as pending from 'pauta/pending';
import { deepFreeze } from './deep-freeze.js';
import { anyFacts, anyPolicy, chatOf, history, later, MINUTE, T } from './pending.arbitraries.js';

const RUNS = { numRuns: 1_000 };
const WINDOW = 5 * MINUTE;

function isPendingAt(events: readonly pending.Event[], at: Instant, policy = pending.defaultPolicy): boolean {
  return pending.isPending(chatOf(events).facts, { clock: fixedClock(at), policy });
}

const isMessage = ({ type }: pending.Event): boolean => type.endsWith('-message');
const settles = ({ type }: pending.Event): boolean => type === 'seller-message' || type === 'mark-resolved';
const conversation = history(['client-message', 'ai-message', 'seller-message', 'mark-resolved', 'action-flagged']);
const AI_ON: pending.Event = { type: 'ai-on', id: 'on', at: T - 1 };

/** The events after the last one that settled everything before it. */
function unsettled(events: readonly pending.Event[]): readonly pending.Event[] {
  return events.slice(events.findLastIndex(settles) + 1);
}

describe('the laws of pending', () => {
  it('reading never changes the answer', () => {
    fc.assert(
      fc.property(history(), later, fc.constantFrom('opened', 'read', 'unread'), (events, now, type) => {
        const looked = events.flatMap((event, index): pending.Event[] => [
          event,
          { type, id: `look-${index}`, at: event.at },
        ]);
        expect(chatOf(looked)).toEqual(chatOf(events));
        expect(isPendingAt(looked, now)).toBe(isPendingAt(events, now));
      }),
      RUNS,
    );
  });

  it('a seller who wrote last, with no action flagged since, leaves nothing pending', () => {
    fc.assert(
      fc.property(history(), later, (events, now) => {
        const last = events.findLastIndex(isMessage);
        fc.pre(events[last]?.type === 'seller-message');
        fc.pre(!events.slice(last).some(({ type }) => type === 'action-flagged'));
        expect(isPendingAt(events, now)).toBe(false);
      }),
      RUNS,
    );
  });

  it('what was resolved stays so, whatever the time, until somebody but the AI writes, or an action is flagged', () => {
    fc.assert(
      fc.property(history(), later, (events, now) => {
        const resolved = events.findLastIndex(({ type }) => type === 'mark-resolved');
        fc.pre(resolved !== -1);
        fc.pre(
          !events
            .slice(resolved)
            .some(({ type }) => type === 'client-message' || type === 'seller-message' || type === 'action-flagged'),
        );
        expect(isPendingAt(events, now)).toBe(false);
      }),
      RUNS,
    );
  });

  it('a client who wrote after every seller message and resolve is pending where the AI is off', () => {
    fc.assert(
      fc.property(conversation, later, (events, now) => {
        fc.pre(unsettled(events).some(({ type }) => type === 'client-message'));
        expect(isPendingAt(events, now)).toBe(true);
      }),
      RUNS,
    );
  });

  it('an answer of the AI is no answer: appended, it never turns pending into not pending', () => {
    fc.assert(
      fc.property(history(), later, (events, now) => {
        const answered: readonly pending.Event[] = [...events, { type: 'ai-message', id: 'answer', at: now }];
        if (isPendingAt(events, now)) expect(isPendingAt(answered, now)).toBe(true);
      }),
      RUNS,
    );
  });

  it('with the AI on, pending is what has been open for more than the window', () => {
    const open = history(['client-message', 'ai-message', 'seller-message', 'mark-resolved']);
    fc.assert(
      fc.property(open, later, (events, now) => {
        const resolved = events.findLast(settles)?.type === 'mark-resolved';
        const first = unsettled(events).find(
          ({ type }) => type === 'client-message' || (type === 'ai-message' && !resolved),
        );
        expect(isPendingAt([AI_ON, ...events], now)).toBe(first !== undefined && now - first.at > WINDOW);
      }),
      RUNS,
    );
  });

  it('at exactly the window it is not pending, one millisecond later it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_600 }),
        fc.constantFrom('client-message', 'ai-message'),
        (seconds, type) => {
          const policy = pending.policy({ aiWindow: { seconds } });
          const events: readonly pending.Event[] = [AI_ON, { type, id: 'open', at: T }];
          expect(isPendingAt(events, T + seconds * 1_000, policy)).toBe(false);
          expect(isPendingAt(events, T + seconds * 1_000 + 1, policy)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('by time alone, what is not pending may become so once, and never back', () => {
    fc.assert(
      fc.property(
        history(),
        anyPolicy,
        fc.array(later, { minLength: 2, maxLength: 12 }),
        (events, policy, instants) => {
          const { facts } = chatOf(events);
          const answers = instants
            .sort((a, b) => a - b)
            .map((at) => pending.isPending(facts, { clock: fixedClock(at), policy }));
          expect(answers).toEqual([...answers].sort((a, b) => Number(a) - Number(b)));
        },
      ),
      RUNS,
    );
  });

  it('shifting the whole log and the clock alike changes nothing', () => {
    fc.assert(
      fc.property(history(), later, fc.integer({ min: -1e12, max: 1e12 }), (events, now, shift) => {
        const shifted = events.map((event) => ({ ...event, at: event.at + shift }));
        expect(isPendingAt(shifted, now + shift)).toBe(isPendingAt(events, now));
      }),
      RUNS,
    );
  });

  it('a longer window never makes a chat pending', () => {
    fc.assert(
      fc.property(history(), later, fc.nat({ max: 900 }), fc.nat({ max: 900 }), (events, now, seconds, more) => {
        const shorter = isPendingAt(events, now, pending.policy({ aiWindow: { seconds } }));
        const longer = isPendingAt(events, now, pending.policy({ aiWindow: { seconds: seconds + more } }));
        if (longer) expect(shorter).toBe(true);
      }),
      RUNS,
    );
  });

  it('with a window of nothing, an AI that is on makes no difference one millisecond after the process began', () => {
    fc.assert(
      fc.property(conversation, later, (events, now) => {
        const none = pending.policy({ aiWindow: { seconds: 0 } });
        expect(isPendingAt([AI_ON, ...events], now + 1, none)).toBe(isPendingAt(events, now + 1));
      }),
      RUNS,
    );
  });

  it('a seller who writes now settles it; a client who writes now, with the AI off, opens it', () => {
    fc.assert(
      fc.property(history(), later, (events, now) => {
        expect(isPendingAt([...events, { type: 'seller-message', id: 'now', at: now }], now)).toBe(false);
        const off: pending.Event = { type: 'ai-off', id: 'off', at: now };
        expect(isPendingAt([...events, off, { type: 'client-message', id: 'now', at: now }], now)).toBe(true);
      }),
      RUNS,
    );
  });

  it('what came before the last settling event does not matter', () => {
    fc.assert(
      fc.property(history(), later, anyPolicy, (events, now, policy) => {
        const last = events.findLastIndex(settles);
        const rest = events.filter(({ type }, index) => index >= last || type === 'ai-on' || type === 'ai-off');
        expect(isPendingAt(rest, now, policy)).toBe(isPendingAt(events, now, policy));
      }),
      RUNS,
    );
  });

  it('the order of delivery does not matter', () => {
    const shuffled = history().chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, later, ([events, delivered], now) => {
        const clock = fixedClock(now);
        expect(chatOf(delivered, clock)).toEqual(chatOf(events, clock));
        expect(chatOf([...delivered, ...events], clock)).toEqual(chatOf(events, clock));
      }),
      RUNS,
    );
  });

  it('resolving twice is resolving once, by the button or by the menu', () => {
    fc.assert(
      fc.property(history(), later, fc.constantFrom('button', 'menu'), (events, now, via) => {
        const once: readonly pending.Event[] = [...events, { type: 'mark-resolved', id: 'once', at: now + 1 }];
        const twice: readonly pending.Event[] = [...once, { type: 'mark-resolved', id: 'twice', at: now + 2, via }];
        expect(chatOf(twice).facts).toEqual(chatOf(once).facts);
      }),
      RUNS,
    );
  });

  it('a chat is in one condition, and answered is neither pending nor resolved', () => {
    fc.assert(
      fc.property(history(), later, anyPolicy, (events, now, policy) => {
        const { facts } = chatOf(events);
        const context = { clock: fixedClock(now), policy };
        const stage = pending.stageOf(facts, context);
        expect(stage === 'PENDING').toBe(pending.isPending(facts, context));
        if (stage === 'RESOLVED') expect(facts.resolved).toBe(true);
        if (stage === 'ANSWERED') expect(facts).toMatchObject({ resolved: false, lastMessage: 'seller' });
      }),
      RUNS,
    );
  });

  it('the queue holds exactly the chats of which the predicate is true', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 8 }), anyPolicy, (chats, policy) => {
        const context = { clock: fixedClock(T), policy };
        const { waiting } = pending.queue(chats, context);
        expect(new Set(waiting.map(({ chat }) => chat))).toEqual(
          new Set(chats.filter((facts) => pending.isPending(facts, context))),
        );
        expect(pending.goal({ pending: waiting.length, toQuote: 0 }).outcome.reached).toBe(waiting.length === 0);
      }),
      RUNS,
    );
  });
});

describe('the promises of a decision', () => {
  const HORIZON = 40 * MINUTE;

  it('validUntil: the same answer at every instant before it, another one at it', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, fc.integer({ min: -MINUTE, max: 12 * MINUTE }), (facts, policy, offset) => {
        const decideAt = (at: Instant): pending.PendingDecision =>
          pending.decide(facts, { clock: fixedClock(at), policy });
        const core = ({ outcome, rule }: pending.PendingDecision): unknown => ({ outcome, rule });
        const now = T + offset;
        const decision = decideAt(now);
        const end = decision.validUntil ?? now + HORIZON;
        expect(end).toBeGreaterThan(now);
        for (const share of [0, 0.1, 0.25, 0.5, 0.75, 0.9]) {
          expect(core(decideAt(now + Math.floor((end - now) * share)))).toEqual(core(decision));
        }
        expect(core(decideAt(end - 1))).toEqual(core(decision));
        if (decision.validUntil !== null) expect(core(decideAt(end))).not.toEqual(core(decision));
      }),
      { numRuns: 3_000 },
    );
  });

  it('names the row that the situation leads to', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const { rule, situation, outcome } = pending.decide(facts, { clock: fixedClock(T), policy });
        const row = pending.table.rows.filter(({ when }) =>
          Object.entries(when).every(([fact, cell]) =>
            [cell].flat().includes(situation[fact as keyof pending.Seen] as never),
          ),
        );
        expect(row.map((one) => one.rule)).toEqual([rule]);
        expect(outcome).toMatchObject(row[0]?.then ?? {});
      }),
      RUNS,
    );
  });

  it('leaves frozen facts, states, events and policies as they are', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, history(), (facts, policy, events) => {
        const context = deepFreeze({ clock: fixedClock(T), policy });
        deepFreeze(facts);
        pending.decide(facts, context);
        pending.isPending(facts, context);
        pending.pendingSince(facts, context);
        pending.stageOf(facts, context);
        pending.queue(deepFreeze([facts]), context);
        let chat = deepFreeze(pending.start());
        for (const event of deepFreeze([...events].reverse()))
          chat = deepFreeze(pending.record(chat, event, context).state);
        deepFreeze(pending.compact(chat, T));
      }),
      RUNS,
    );
  });

  it('a stored chat goes on as if it had not been stored', () => {
    fc.assert(
      fc.property(history(), fc.nat({ max: 14 }), (events, cut) => {
        const clock = fixedClock(T + 10 * MINUTE);
        const stored = JSON.parse(JSON.stringify(chatOf(events.slice(0, cut), clock))) as pending.Chat;
        const resumed = events.slice(cut).reduce((chat, event) => pending.record(chat, event, { clock }).state, stored);
        expect(resumed).toEqual(chatOf(events, clock));
      }),
      RUNS,
    );
  });

  it('an event dated ahead counts from its instant on', () => {
    fc.assert(
      fc.property(
        history(),
        fc.integer({ min: 0, max: 30 * MINUTE }),
        later,
        anyPolicy,
        (events, offset, now, policy) => {
          const early = chatOf(events, fixedClock(T + offset));
          const happened = events.filter(({ at }) => at <= now - 20 * MINUTE);
          const at = { clock: fixedClock(now - 20 * MINUTE), policy };
          const punctual = pending.decide(chatOf(happened, at.clock).facts, at);
          fc.pre(now - 20 * MINUTE >= T + offset);
          const { outcome, rule } = pending.decide(early.facts, at);
          expect({ outcome, rule }).toEqual({ outcome: punctual.outcome, rule: punctual.rule });
        },
      ),
      RUNS,
    );
  });

  it('pendingSince is the beginning of the unbroken stretch that ends now', () => {
    fc.assert(
      fc.property(history(), later, (events, now) => {
        // The one thing that the columns cannot tell, as the documentation says.
        const flagged = events.findIndex(({ type }) => type === 'action-flagged');
        fc.pre(flagged === -1 || !events.slice(flagged).some(({ type }) => type === 'ai-on'));
        const clock = fixedClock(now);
        const since = pending.pendingSince(chatOf(events, clock).facts, { clock });
        const wasPending = (at: Instant): boolean =>
          isPendingAt(
            events.filter((event) => event.at <= at),
            at,
          );
        const turns = events.flatMap(({ at }) => [at, at + WINDOW + 1]).filter((at) => at <= now);
        const stretch = [...new Set([...turns, now])].sort((a, b) => b - a);
        const broken = stretch.findIndex((at) => !wasPending(at));
        const begun = broken === -1 ? stretch.at(-1) : stretch[broken - 1];
        expect(since).toBe(wasPending(now) ? begun : null);
      }),
      RUNS,
    );
  });
});
