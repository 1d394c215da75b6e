import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import * as requirement from 'pauta/requirement';
import { deepFreeze } from './deep-freeze.js';
import {
  anyEvents,
  anyFacts,
  anyInstant,
  anyPolicy,
  insistence,
  knownFacts,
  product,
  stance,
} from './requirement.arbitraries.js';

const RUNS = { numRuns: 1_000 };

function outcomeAt(facts: requirement.Facts, now: Instant, policy = requirement.defaultPolicy): requirement.Outcome {
  return requirement.decide(facts, { clock: fixedClock(now), policy }).outcome;
}

/** The number of the case, or the gap. */
function caseAt(facts: requirement.Facts, now: Instant): number | string {
  const outcome = outcomeAt(facts, now);
  return outcome.action === 'not-covered' ? outcome.gap : outcome.case;
}

/** The case as it is for a product that is known: an unknown one hides the case behind a gap of its own. */
function caseOf(facts: requirement.Facts, now: Instant): number | string {
  return caseAt({ ...facts, product: 'bulk' }, now);
}

/** Out of term, computed apart from the library: by luxon's end of the local day. */
function isOver(deadline: requirement.Deadline | null, now: Instant): boolean {
  if (deadline === null) return false;
  if (typeof deadline === 'number') return now > deadline;
  return now > DateTime.fromISO(deadline, { zone: 'America/Santiago' }).endOf('day').toMillis();
}

describe('the laws of requirement', () => {
  it('every combination has exactly one of the eight cases or a named gap', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, anyPolicy, (facts, now, policy) => {
        const outcome = outcomeAt(facts, now, policy);
        if (outcome.action === 'not-covered') expect(outcome.question).toMatch(/^RQ-\d+$/);
        else expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(outcome.case);
      }),
      RUNS,
    );
  });

  it('6, 7 and 8 escalate and forbid a further requirement, and nothing else does', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, (facts, now) => {
        const outcome = outcomeAt(facts, now);
        const escalates = outcome.action !== 'not-covered' && outcome.case >= 6;
        expect(outcome.action === 'escalate-supervisor').toBe(escalates);
        expect('noNewRequirement' in outcome).toBe(escalates);
        expect('subject' in outcome && escalates).toBe(false);
      }),
      RUNS,
    );
  });

  it('1, 2 and 5 neither create nor suggest a ticket', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, (facts, now) => {
        const outcome = outcomeAt(facts, now);
        if (outcome.action === 'not-covered' || ![1, 2, 5].includes(outcome.case)) return;
        expect(['tell-max-date', 'read-answer', 'tell-insistence-max-date']).toContain(outcome.action);
        expect(outcome).not.toHaveProperty('subject');
      }),
      RUNS,
    );
  });

  it('the product changes only who files in 3 and 4, never the case', () => {
    fc.assert(
      fc.property(anyFacts, product, anyInstant, (facts, other, now) => {
        const outcome = outcomeAt({ ...facts, product: 'bulk' }, now);
        const another = outcomeAt({ ...facts, product: other }, now);
        if (outcome.action !== 'create-ticket') expect(another).toEqual(outcome);
        else if (other === null) expect(another).toMatchObject({ action: 'not-covered', gap: 'product-unknown' });
        else expect(another).toMatchObject({ case: outcome.case, subject: outcome.subject });
      }),
      RUNS,
    );
  });

  it('with an insistence it is never 1 to 4, and without one never 5 to 8', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, (facts, now) => {
        const number = caseOf(facts, now);
        if (typeof number === 'number') expect(number >= 5).toBe((facts.insistences ?? []).length > 0);
      }),
      RUNS,
    );
  });

  it('it is 7 exactly where some insistence is unanswered and out of its own term', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, (facts, now) => {
        const overdue = (facts.insistences ?? []).some((ticket) => !ticket.answered && isOver(ticket.deadline, now));
        expect(caseOf(facts, now) === 7).toBe(overdue && facts.initial !== null);
      }),
      RUNS,
    );
  });

  it('the stance matters only where the initial and the last ticket are answered', () => {
    fc.assert(
      fc.property(anyFacts, stance, anyInstant, (facts, client, now) => {
        const matters = facts.initial?.answered === true && (facts.insistences ?? []).every(({ answered }) => answered);
        if (!matters) expect(caseOf({ ...facts, client }, now)).toBe(caseOf(facts, now));
      }),
      RUNS,
    );
  });

  it('the clock moves 1 to 3, 5 to 7 and both-open to 7, and nothing else', () => {
    const moves = new Set(['1 3', '5 7', 'both-open-insistence-in-term 7', 'deadline-unknown 7']);
    fc.assert(
      fc.property(anyFacts, anyInstant, anyInstant, (facts, a, b) => {
        const before = caseOf(facts, Math.min(a, b));
        const after = caseOf(facts, Math.max(a, b));
        if (before !== after) expect(moves).toContain(`${before} ${after}`);
      }),
      RUNS,
    );
  });

  it('an answer to the initial turns 1 and 3 into 2, 4 or nothing, both-open into 5, 6 into 8 or a gap, and leaves 7', () => {
    const becomes: Readonly<Record<string, readonly (number | string)[]>> = {
      1: [2, 4, 'nothing-to-do'],
      3: [2, 4, 'nothing-to-do'],
      6: [8, 'insistence-answer-unknown-to-client', 'nothing-to-do'],
      7: [7],
      'both-open-insistence-in-term': [5],
    };
    fc.assert(
      fc.property(knownFacts, anyInstant, (facts, now) => {
        fc.pre(facts.initial !== null && !facts.initial.answered);
        const after = caseOf({ ...facts, initial: { ...facts.initial, answered: true } }, now);
        expect(becomes[caseOf(facts, now)]).toContain(after);
      }),
      RUNS,
    );
  });

  it('the order of the insistences does not matter', () => {
    const shuffled = fc
      .array(insistence, { maxLength: 5 })
      .chain((tickets) => fc.tuple(fc.constant(tickets), fc.shuffledSubarray(tickets, { minLength: tickets.length })));
    fc.assert(
      fc.property(anyFacts, shuffled, anyInstant, anyPolicy, (facts, [some, same], now, policy) => {
        const one = outcomeAt({ ...facts, insistences: some }, now, policy);
        const other = outcomeAt({ ...facts, insistences: same }, now, policy);
        expect({ ...other, deadline: null, nearest: null }).toEqual({ ...one, deadline: null, nearest: null });
      }),
      RUNS,
    );
  });

  it('the same local date gives the same answer, on days of 23 and of 25 hours too', () => {
    const days = fc.constantFrom('2024-04-06', '2024-04-07', '2024-09-07', '2024-09-08', '2024-05-13');
    const dated = anyFacts.filter(({ initial, insistences = [] }) =>
      [initial, ...insistences].every((ticket) => typeof ticket?.deadline !== 'number'),
    );
    fc.assert(
      fc.property(dated, days, fc.double({ min: 0, max: 1, noNaN: true }), (facts, date, share) => {
        const day = DateTime.fromISO(date, { zone: 'America/Santiago' });
        const start = day.startOf('day').toMillis();
        const end = day.endOf('day').toMillis();
        const within = start + Math.floor((end - start) * share);
        expect(outcomeAt(facts, within)).toEqual(outcomeAt(facts, start));
        expect(outcomeAt(facts, end)).toEqual(outcomeAt(facts, start));
      }),
      RUNS,
    );
  });

  it('a collections ticket says the same whatever comes in, by one of three channels, never in person', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('Presencial', 'PRESENCIAL ', 'redes sociales', 'Llamada Telefónica')),
        (text) => {
          const { outcome } = requirement.typify({ subject: 'Gestión de cobranza', channel: text });
          if (outcome.action !== 'typify') {
            expect(outcome).toEqual({ action: 'refuse', code: 'channel-not-authorised' });
            return;
          }
          const { channel, ...constant } = outcome.ticket;
          expect(constant).toEqual(requirement.defaultPolicy.collections);
          expect(['Llamada telefónica', 'Correo Electrónico', 'Redes sociales']).toContain(channel);
        },
      ),
      RUNS,
    );
  });

  it('a subject outside the six is refused, and the five that are only in images are never invented', () => {
    const titles = Object.values(requirement.subjects);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...titles)), fc.string(), (subject, channel) => {
        const { outcome } = requirement.typify({ subject, channel });
        const known = requirement.subjectOf(subject);
        if (known === null) expect(outcome).toEqual({ action: 'refuse', code: 'subject-not-allowed' });
        else if (known !== 'collections')
          expect(outcome).toEqual({ action: 'unavailable', code: 'only-in-images', subject: known });
        else expect(outcome.action).not.toBe('unavailable');
      }),
      RUNS,
    );
  });

  it('the channel of a channel is that channel, and letter case does not matter', () => {
    const spelt = fc.constantFrom(
      'Llamada telefónica',
      'Correo electrónico',
      'Redes sociales',
      'Presencial',
      'Formulario web',
    );
    const shouted = fc.tuple(spelt, fc.boolean()).map(([text, loud]) => (loud ? ` ${text.toUpperCase()} ` : text));
    fc.assert(
      fc.property(fc.oneof(fc.string(), shouted), (text) => {
        const { outcome } = requirement.channel(text);
        expect(requirement.channel(text.toLowerCase()).outcome).toEqual(outcome);
        if (outcome.action === 'record-channel') expect(requirement.channel(outcome.channel).outcome).toEqual(outcome);
      }),
      RUNS,
    );
  });
});

describe('the promises of a decision', () => {
  it('validUntil: the same answer at every instant before it, another one at it', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, anyPolicy, (facts, now, policy) => {
        const decideAt = (at: Instant): requirement.RequirementDecision =>
          requirement.decide(facts, { clock: fixedClock(at), policy });
        const core = ({ outcome, rule }: requirement.RequirementDecision): unknown => ({ outcome, rule });
        const decision = decideAt(now);
        const end = decision.validUntil ?? now + 30 * 86_400_000;
        expect(end).toBeGreaterThan(now);
        for (const share of [0, 0.01, 0.25, 0.5, 0.75, 0.99]) {
          expect(core(decideAt(now + Math.floor((end - now) * share)))).toEqual(core(decision));
        }
        expect(core(decideAt(end - 1))).toEqual(core(decision));
        if (decision.validUntil !== null) expect(core(decideAt(end))).not.toEqual(core(decision));
      }),
      { numRuns: 3_000 },
    );
  });

  it('leaves frozen facts, states, events and policies as they are', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, anyPolicy, anyEvents, (facts, now, policy, events) => {
        const context = deepFreeze({ clock: fixedClock(now), policy });
        requirement.decide(deepFreeze(facts), context);
        let state = deepFreeze(requirement.start('meter'));
        for (const event of deepFreeze([...events]))
          state = deepFreeze(requirement.record(state, event, context).state);
      }),
      RUNS,
    );
  });
});

describe('the machine of a requirement', () => {
  const run = (events: readonly requirement.Event[], from = requirement.start('bulk')): requirement.Requirement =>
    events.reduce((state, event) => requirement.record(state, event).state, from);

  it('leaves the state as it was whenever it refuses or ignores, and says why', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        events.reduce((state, event) => {
          const recorded = requirement.record(state, event);
          const kept = recorded.status === 'applied' || recorded.status === 'late';
          expect(recorded.state === state).toBe(!kept);
          if (recorded.status === 'refused' || recorded.status === 'no-effect')
            expect(recorded.code).toMatch(/^[a-z-]+$/);
          return recorded.state;
        }, requirement.start('bulk'));
      }),
      RUNS,
    );
  });

  it('takes an event once, however often it is delivered', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const twice = events.reduce((state, event) => run([event, event], state), requirement.start('bulk'));
        expect(twice).toEqual(run(events));
      }),
      RUNS,
    );
  });

  it('goes on from JSON as if it had not been stored', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat({ max: 12 }), (events, cut) => {
        const stored = JSON.parse(JSON.stringify(run(events.slice(0, cut)))) as requirement.Requirement;
        expect(run(events.slice(cut), stored)).toEqual(run(events));
      }),
      RUNS,
    );
  });

  it('once closed stays closed, and once escalated is not escalated again', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        events.reduce((state, event) => {
          const next = requirement.record(state, event).state;
          if (state.stage === 'CLOSED') expect(next.stage).toBe('CLOSED');
          if (state.stage === 'ESCALATED') expect(['ESCALATED', 'CLOSED']).toContain(next.stage);
          return next;
        }, requirement.start('bulk'));
      }),
      RUNS,
    );
  });

  it('agrees with the facts: the stage says what is answered and what is open', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { stage, facts } = run(events);
        const { initial, insistences = [] } = facts;
        if (stage === 'NONE') expect(initial).toBeNull();
        if (stage === 'INITIAL_OPEN') expect(initial).toMatchObject({ answered: false });
        if (stage === 'INITIAL_ANSWERED') expect(initial).toMatchObject({ answered: true });
        if (stage === 'INSISTENCE_OPEN') expect(insistences.filter(({ answered }) => !answered)).toHaveLength(1);
        if (stage === 'INSISTENCE_ANSWERED') expect(insistences.map(({ answered }) => answered)).toEqual([true]);
        if (stage.startsWith('INITIAL')) expect(insistences).toEqual([]);
      }),
      RUNS,
    );
  });
});
