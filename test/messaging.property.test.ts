import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '../src/kernel/clock.js';
import * as messaging from 'pauta/messaging';
import { loadingSchema, read, stateSchema } from 'pauta/messaging/schema';
import { arbitraries, laws } from 'pauta/testing';
import { asked } from '../src/testing/messaging/subject.js';

const RUNS = { numRuns: 1_000 };
const { contact, history, instant, intakeFacts, loadingHistory, policy } = arbitraries.messaging;
const { loadingPlaysOf, playsOf } = asked(messaging);

describe('the laws of messaging', () => {
  for (const { name, check } of laws.messaging()) {
    it(name, () => {
      check();
    });
  }
});

describe('a template', () => {
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
});

describe('intake', () => {
  it('names a row that the situation leads to', () => {
    const tables = [messaging.intakeTable, messaging.automationTable, messaging.fallbackTable];
    fc.assert(
      fc.property(intakeFacts, instant, policy, (facts, now, chosen) => {
        const { rule, situation } = messaging.intake(facts, { clock: fixedClock(now), policy: chosen });
        const deciding = tables.findLast((table) => Object.keys(table.facts).every((fact) => fact in situation));
        const rows = (deciding?.rows ?? []).filter(({ when }) =>
          Object.entries(when).every(([fact, cell]) => [cell].flat().includes(situation[fact as never])),
        );
        expect(rows.map((row) => row.rule)).toEqual([rule]);
      }),
      RUNS,
    );
  });
});

/** What the library promises beyond the laws: the very object, not one that is the same. */
function isUnchanged(status: string): boolean {
  return status === 'refused' || status === 'duplicate';
}

describe('a conversation', () => {
  it('does not grow with messages and what the bot does, however many', () => {
    fc.assert(
      fc.property(history, (happened) => {
        for (const { before, event, recorded } of playsOf(happened)) {
          const isKept = !['user-message', 'bot-answered', 'bot-silent', 'hooked'].includes(event.type);
          const isNoted = isKept && !isUnchanged(recorded.status);
          expect(recorded.state.seen).toEqual(isNoted ? [...before.seen, event.id] : before.seen);
          if (isUnchanged(recorded.status)) expect(recorded.state).toBe(before);
        }
      }),
      RUNS,
    );
  });

  it('passes the door and goes on from JSON as if it had not been stored', () => {
    fc.assert(
      fc.property(history, ({ policy: chosen, events }) => {
        let state = messaging.start(contact);
        let stored = state;
        for (const event of events) {
          state = messaging.record(state, event, { policy: chosen }).state;
          const next = messaging.record(stored, event, { policy: chosen }).state;
          const again = read(stateSchema, JSON.parse(JSON.stringify(next)));
          expect(again).toEqual({ ok: true, value: state });
          if (again.ok) stored = again.value;
        }
      }),
      RUNS,
    );
  });
});

describe('a contact’s way into the CRM', () => {
  it('does not grow with messages, however many', () => {
    fc.assert(
      fc.property(loadingHistory, (happened) => {
        for (const { before, event, recorded } of loadingPlaysOf(happened)) {
          const isNoted = event.type !== 'user-message' && !isUnchanged(recorded.status);
          expect(recorded.state.seen).toEqual(isNoted ? [...before.seen, event.id] : before.seen);
          if (isUnchanged(recorded.status)) expect(recorded.state).toBe(before);
        }
      }),
      RUNS,
    );
  });

  it('passes the door and goes on from JSON as if it had not been stored', () => {
    fc.assert(
      fc.property(loadingHistory, ({ policy: chosen, events }) => {
        let state = messaging.newContact(contact);
        let stored = state;
        for (const event of events) {
          state = messaging.recordLoading(state, event, { policy: chosen }).state;
          const next = messaging.recordLoading(stored, event, { policy: chosen }).state;
          const again = read(loadingSchema, JSON.parse(JSON.stringify(next)));
          expect(again).toEqual({ ok: true, value: state });
          if (again.ok) stored = again.value;
        }
      }),
      RUNS,
    );
  });
});
