import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { dayAt, dayOf } from '../src/kernel/calendar.js';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import * as contact from 'pauta/contact';
import { factsSchema, read } from 'pauta/contact/schema';
import {
  anyHistory,
  anyPlace,
  anyPolicy,
  callsNear,
  dateNear,
  DAY,
  dayBefore,
  dueAt,
  factsNear,
  HOUR,
  instantNear,
  outreachNear,
  playsOf,
  run,
  sceneOf,
  silentNear,
  start,
  wordOf,
  type History,
  type Place,
} from './contact.arbitraries.js';
import { deepFreeze } from './deep-freeze.js';

const RUNS = { numRuns: 1_000 };

function decideAt(facts: contact.Facts, now: Instant, policy = contact.defaultPolicy): contact.ContactDecision {
  return contact.decide(facts, { clock: fixedClock(now), policy });
}

function outcomeAt(facts: contact.Facts, now: Instant, policy = contact.defaultPolicy): contact.Outcome {
  return decideAt(facts, now, policy).outcome;
}

/** Civil days to the move, counted by luxon. */
function daysAt(place: Place, now: Instant): number {
  const today = DateTime.fromMillis(now, { zone: place.zone });
  const midnight = DateTime.utc(today.year, today.month, today.day);
  return DateTime.fromISO(place.moveDate, { zone: 'utc' }).diff(midnight, 'days').days;
}

/** An instant of a day that is so many days before the move. */
function within(place: Place, days: number): fc.Arbitrary<Instant> {
  const from = dayBefore(place, days);
  return fc.integer({ min: from, max: dayBefore(place, days - 1) - 1 });
}

/** A place, and what is drawn for it. */
function at<T>(drawn: (place: Place) => fc.Arbitrary<T>): fc.Arbitrary<readonly [Place, T]> {
  return anyPlace.chain((place) => fc.tuple(fc.constant(place), drawn(place)));
}

const few = (instants: fc.Arbitrary<Instant>): fc.Arbitrary<Instant[]> => fc.array(instants, { maxLength: 2 });
const applied = (history: History): ReturnType<typeof playsOf> =>
  playsOf(history).filter(({ recorded }) => recorded.status === 'applied');

describe('the laws of contact', () => {
  it('the day before the move begins with a call, whatever the hour, whatever was mailed, whoever was called before', () => {
    const scene = at((place) =>
      fc.record({
        now: within(place, 1),
        mails: few(instantNear(place)),
        bounce: fc.option(instantNear(place), { nil: null }),
        calls: callsNear(place, fc.constant(false)),
      }),
    );
    fc.assert(
      fc.property(scene, ([place, { now, mails, bounce, calls }]) => {
        const earlier = calls.filter((call) => call.at < dayBefore(place, 1));
        const facts: contact.Facts = { ...place, helpMailsAt: mails, mailBouncedAt: bounce, calls: earlier };
        expect(decideAt(facts, now)).toMatchObject({
          outcome: { action: 'call-now' },
          rule: 'contact/tomorrow-call',
        });
      }),
      RUNS,
    );
  });

  it('with two days to go or more, and no mail yet, it is the mail, and never a call', () => {
    const scene = at((place) =>
      fc.record({ now: fc.integer({ min: 2, max: 7 }).chain((days) => within(place, days)), facts: silentNear(place) }),
    );
    fc.assert(
      fc.property(scene, anyPolicy, ([, { now, facts }], policy) => {
        const unmailed = { ...facts, helpMailsAt: (facts.helpMailsAt ?? []).filter((mail) => mail > now) };
        expect(outcomeAt(unmailed, now, policy).action).toBe('send-help-mail');
      }),
      RUNS,
    );
  });

  it('an answered call is written down before anything else is due, and before the end is the end', () => {
    fc.assert(
      fc.property(sceneOf(factsNear), anyPolicy, ({ facts, now }, policy) => {
        const mails = [...(facts.helpMailsAt ?? []), ...(facts.otherMailsAt ?? [])].filter((mail) => mail <= now);
        const calls = (facts.calls ?? []).filter((call) => call.answered && call.at <= now);
        const owed = calls.some((call) => mails.every((mail) => mail < call.at));
        expect(outcomeAt(facts, now, policy).action === 'send-call-record-mail').toBe(owed);
      }),
      RUNS,
    );
  });

  it('the help mail is from the sender, to exactly the client, with the MC in blind copy and nobody in copy', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (move, client, mcAddress) => {
        const { outcome } = contact.helpMail({ move, client }, { policy: contact.policy({ mcAddress }) });
        const template = `Ayúdame a ayudarte mudanza ${move}`;
        expect(outcome).toEqual({
          action: 'send-mail',
          mail: { from: 'Sofía', to: [client], cc: [], bcc: [mcAddress], template },
        });
      }),
      RUNS,
    );
  });

  it('one of the two paragraphs is kept: the first exactly where a date is known', () => {
    const scene = at((place) =>
      fc.record({
        now: instantNear(place),
        dates: fc.option(fc.array(dateNear(place), { maxLength: 3 }), { nil: null }),
      }),
    );
    fc.assert(
      fc.property(scene, ([place, { now, dates }]) => {
        const availability = dates === null ? null : dates.map((date, index) => ({ mp: `${index}`, date }));
        const known = (dates ?? []).filter((date) => {
          const end = dayBefore({ ...place, moveDate: date }, -1);
          return date !== place.moveDate && now < end;
        });
        const { outcome } = contact.alternative({ ...place, availability }, { clock: fixedClock(now) });
        expect(outcome.paragraph).toBe(known.length > 0 ? 1 : 2);
        if (outcome.action === 'alternative-1') expect(known).toContain(outcome.date);
        const due = outcomeAt({ ...place, availability }, now);
        if (due.action === 'send-help-mail') expect(due).toMatchObject({ paragraph: outcome.paragraph });
      }),
      RUNS,
    );
  });

  it('a refund is made only when it was asked for, and reversed only after the template', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        let asked = false;
        let sent = false;
        for (const { event, recorded } of applied(history)) {
          if (event.type === 'client-answered') [asked, sent] = [event.refund === true, false];
          if (event.type === 'move-date-changed') [asked, sent] = [false, false];
          if (event.type === 'refund-mail-sent') sent = true;
          const { stage, facts } = recorded.state;
          const { action } = outcomeAt(facts, history.end, history.policy);
          if (action === 'send-refund-template' || stage === 'REFUNDING') expect(asked).toBe(true);
          if (action === 'apply-reverso' || stage === 'REFUNDED') expect([asked, sent]).toEqual([true, true]);
        }
      }),
      RUNS,
    );
  });

  it('an accepted date is entered only after the note in the chat, and the mover assigned only after the date', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        let done: string[] = [];
        for (const { before, event } of applied(history)) {
          if (event.type === 'client-answered' || event.type === 'move-date-changed') done = [];
          if (event.type === 'date-changed') expect(done).toEqual(['chat-note-written']);
          if (event.type === 'mp-assigned' && before.stage === 'DATE_ACCEPTED') {
            expect(done).toEqual(['chat-note-written', 'date-changed']);
            expect(before.facts.offered).toMatchObject({ mp: event.mp, date: before.facts.moveDate });
          }
          if (event.type === 'chat-note-written' || event.type === 'date-changed') done.push(event.type);
        }
      }),
      RUNS,
    );
  });

  it('the call falls due not before the mail, within 24 hours of it, and by the day before the move', () => {
    const scene = at((place) => fc.integer({ min: 2, max: 7 }).chain((days) => within(place, days)));
    fc.assert(
      fc.property(scene, ([place, mailAt]) => {
        const outcome = outcomeAt({ ...place, helpMailsAt: [mailAt] }, mailAt);
        if (outcome.action !== 'wait') throw new Error(outcome.action);
        expect(outcome.until).toBeGreaterThan(mailAt);
        expect(outcome.until).toBeLessThanOrEqual(mailAt + 24 * HOUR);
        expect(outcome.until).toBeLessThanOrEqual(dayBefore(place, 1));
      }),
      RUNS,
    );
  });

  it('by time alone, a call that is due stays due until the move date has passed', () => {
    fc.assert(
      fc.property(
        sceneOf(silentNear),
        anyPolicy,
        fc.integer({ min: 0, max: 9 * DAY }),
        ({ place, facts, now }, policy, later) => {
          const past = {
            ...facts,
            helpMailsAt: (facts.helpMailsAt ?? []).filter((mail) => mail <= now),
            calls: (facts.calls ?? []).filter((call) => call.at <= now),
          };
          fc.pre(outcomeAt(past, now, policy).action === 'call-now');
          const then = outcomeAt(past, now + later, policy);
          const days = daysAt(place, now + later);
          if (days < 0) expect(then).toMatchObject({ action: 'not-covered', gap: 'move-date-passed' });
          else if (days === 0 && policy.today === 'not-covered') expect(then).toMatchObject({ gap: 'move-is-today' });
          else expect(then.action).toBe('call-now');
        },
      ),
      RUNS,
    );
  });

  it('with no mail sent, the whole of a local day has one answer, on days of 23 and of 25 hours too', () => {
    const scene = at((place) =>
      fc.integer({ min: -1, max: 6 }).chain((days) =>
        fc.record({
          instants: fc.tuple(within(place, days), within(place, days)),
          calls: callsNear(place, fc.constant(false)).map((calls) =>
            calls.filter((call) => call.at < dayBefore(place, days)),
          ),
        }),
      ),
    );
    fc.assert(
      fc.property(scene, anyPolicy, ([place, { instants, calls }], policy) => {
        const [one, other] = instants.map((now) => outcomeAt({ ...place, calls }, now, policy));
        expect(other).toEqual(one);
      }),
      RUNS,
    );
  });

  it('where clocks never change, moving everything by whole days changes nothing', () => {
    const punta: Place = { zone: 'America/Punta_Arenas', moveDate: '2024-05-15' };
    const scene = fc.record({
      facts: silentNear(punta),
      now: instantNear(punta),
      reply: fc.option(instantNear(punta)),
    });
    fc.assert(
      fc.property(scene, fc.integer({ min: -400, max: 400 }), anyPolicy, ({ facts, now, reply }, days, policy) => {
        const by = days * DAY;
        const moved = (date: string): string =>
          DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
        const replies = reply === null ? [] : [reply];
        const here = decideAt({ ...facts, clientRepliesAt: replies }, now, policy);
        const there = decideAt(
          {
            ...facts,
            moveDate: moved(punta.moveDate),
            helpMailsAt: (facts.helpMailsAt ?? []).map((mail) => mail + by),
            calls: (facts.calls ?? []).map((call) => ({ ...call, at: call.at + by })),
            clientRepliesAt: replies.map((one) => one + by),
          },
          now + by,
          policy,
        );
        const { outcome, validUntil } = here;
        const until = outcome.action === 'wait' ? { until: outcome.until + by } : {};
        const shifted = { outcome: { ...outcome, ...until }, validUntil: validUntil === null ? null : validUntil + by };
        expect(there).toEqual({ ...here, ...shifted });
      }),
      RUNS,
    );
  });

  it('an instant is the same instant with whatever offset it is written', () => {
    const offset = fc
      .integer({ min: -12 * 4, max: 14 * 4 })
      .map(
        (quarters) =>
          `UTC${quarters < 0 ? '-' : '+'}${Math.floor(Math.abs(quarters) / 4)}:${String((Math.abs(quarters) % 4) * 15).padStart(2, '0')}`,
      );
    fc.assert(
      fc.property(sceneOf(factsNear), offset, ({ facts, now }, zone) => {
        const asText = JSON.stringify(facts, (_, value: unknown) =>
          typeof value === 'number' && value > 2 ? DateTime.fromMillis(value, { zone }).toISO() : value,
        );
        const again = read(factsSchema, JSON.parse(asText));
        if (!again.ok) throw new Error(JSON.stringify(again.problems));
        expect(decideAt(again.value, now)).toEqual(decideAt(facts, now));
      }),
      RUNS,
    );
  });

  it('a nearer move never makes the call fall due later', () => {
    const scene = at((place) => fc.tuple(within(place, 2), fc.nat({ max: 6 }), fc.nat({ max: 6 })));
    fc.assert(
      fc.property(scene, ([place, [mailAt, some, more]]) => {
        const dueFor = (days: number): Instant => {
          const moveDate = DateTime.fromISO(place.moveDate, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
          const outcome = outcomeAt({ ...place, moveDate, helpMailsAt: [mailAt] }, mailAt);
          if (outcome.action !== 'wait') throw new Error(outcome.action);
          return outcome.until;
        };
        expect(dueFor(some)).toBeLessThanOrEqual(dueFor(some + more));
      }),
      RUNS,
    );
  });

  it('a reply in time takes the call away, and no reply ever brings one', () => {
    const scene = at((place) =>
      fc.record({ facts: silentNear(place), now: instantNear(place), reply: instantNear(place) }),
    );
    fc.assert(
      fc.property(scene, anyPolicy, ([, { facts, now, reply }], policy) => {
        const silent = outcomeAt(facts, now, policy);
        const heard = outcomeAt({ ...facts, clientRepliesAt: [reply] }, now, policy);
        const ours = [...(facts.helpMailsAt ?? []), ...(facts.calls ?? []).map((call) => call.at)];
        if (reply <= now && ours.some((one) => one <= reply)) expect(heard).toEqual({ action: 'handle-reply' });
        else expect(heard).toEqual(silent);
      }),
      RUNS,
    );
  });

  it('the days between two dates are whole, however long the days are', () => {
    const scene = at(instantNear);
    fc.assert(
      fc.property(scene, ([place, now]) => {
        const days = dayOf(place.moveDate) - dayAt(now, place.zone);
        expect(Number.isInteger(days)).toBe(true);
        expect(days).toBe(daysAt(place, now));
        const inWords =
          days < 0 ? 'past' : (['today', 'tomorrow', 'under-three', 'exactly-three'][days] ?? 'over-three');
        expect(decideAt(place, now).situation.days).toBe(inWords);
      }),
      RUNS,
    );
  });
});

/** Every instant that facts name. */
function instantsOf(facts: contact.Facts): readonly Instant[] {
  return [...JSON.stringify(facts).matchAll(/\d{12,}/g)].map(([digits]) => Number(digits));
}

describe('the promises of a decision', () => {
  it('validUntil: the same answer at every instant before it, another one at it', () => {
    fc.assert(
      fc.property(sceneOf(factsNear), anyPolicy, ({ place, facts, now }, policy) => {
        const core = (instant: Instant): unknown => {
          const { outcome, rule } = decideAt(facts, instant, policy);
          return { outcome, rule };
        };
        const { validUntil } = decideAt(facts, now, policy);
        const end = validUntil ?? now + 30 * DAY;
        expect(end).toBeGreaterThan(now);
        const shares = [0, 0.01, 0.25, 0.5, 0.75, 0.99].map((share) => now + Math.floor((end - now) * share));
        const days = [0, 1, 2, 3, 4].map((before) => dayBefore(place, before));
        const turns = [...instantsOf(facts), ...days].flatMap((one) => [one - 1, one, one + 5 * HOUR, one + DAY]);
        const first = core(now);
        for (const probe of [...shares, ...turns, end - 1]) {
          if (probe >= now && probe < end) expect(core(probe)).toEqual(first);
        }
        if (validUntil !== null) expect(core(end)).not.toEqual(first);
      }),
      RUNS,
    );
  });

  it('what is dated ahead counts from its instant on, and not before', () => {
    fc.assert(
      fc.property(sceneOf(factsNear), anyPolicy, ({ facts, now }, policy) => {
        const counts = (instant: Instant): boolean => instant <= now;
        const { answer, mailBouncedAt, ...rest } = facts;
        const known: contact.Facts = {
          ...rest,
          helpMailsAt: (facts.helpMailsAt ?? []).filter(counts),
          otherMailsAt: (facts.otherMailsAt ?? []).filter(counts),
          calls: (facts.calls ?? []).filter((call) => counts(call.at)),
          clientRepliesAt: (facts.clientRepliesAt ?? []).filter(counts),
          mailBouncedAt: mailBouncedAt != null && counts(mailBouncedAt) ? mailBouncedAt : null,
        };
        // Where a course is under way, the answer's dates are those of its steps.
        const isAsking = (facts.course ?? 'asking') === 'asking';
        const kept = !isAsking || (answer != null && counts(answer.at)) ? { answer: answer ?? null } : {};
        const { outcome, rule } = decideAt({ ...known, ...kept }, now, policy);
        expect(decideAt(facts, now, policy)).toMatchObject({ outcome, rule });
      }),
      RUNS,
    );
  });

  it('names the row that the situation leads to', () => {
    fc.assert(
      fc.property(sceneOf(factsNear), anyPolicy, ({ facts, now }, policy) => {
        const { rule, situation, outcome } = decideAt(facts, now, policy);
        const tables = [contact.table, contact.outreachTable, contact.courseTable, contact.answerTable];
        const deciding = tables.findLast((table) => Object.keys(table.facts).every((fact) => fact in situation));
        const rows = (deciding?.rows ?? []).filter(({ when }) =>
          Object.entries(when).every(([fact, cell]) =>
            [cell].flat().includes(situation[fact as keyof contact.Seen] as never),
          ),
        );
        expect(rows.map((row) => row.rule)).toEqual([rule]);
        expect(outcome).toMatchObject(rows[0]?.then as object);
      }),
      RUNS,
    );
  });

  it('leaves frozen facts, states, events and policies as they are', () => {
    fc.assert(
      fc.property(sceneOf(factsNear), anyHistory, ({ facts, now }, { place, policy, events }) => {
        const context = deepFreeze({ clock: fixedClock(now), policy });
        contact.decide(deepFreeze(facts), context);
        contact.alternative(facts, context);
        let state = deepFreeze(start(place));
        for (const event of deepFreeze([...events])) state = deepFreeze(contact.record(state, event, context).state);
      }),
      RUNS,
    );
  });

  it('never throws on what is well typed, however odd: it asks for the fact that is missing', () => {
    const oddInstant = fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -1, 8.64e15, -8.64e15, 1e300, 0.5);
    const oddDate = fc.constantFrom('2026-02-30', '', 'mañana', '0000-01-01', '9999-12-31', '2024-05-15');
    const oddZone = fc.constantFrom('', 'America/Santiagoo', 'constructor', 'America/Santiago');
    const odd = fc.record({
      moveDate: fc.option(oddDate, { nil: null }),
      zone: oddZone,
      since: fc.option(oddInstant, { nil: null }),
      helpMailsAt: fc.array(oddInstant, { maxLength: 2 }),
      otherMailsAt: fc.array(oddInstant, { maxLength: 2 }),
      calls: fc.array(fc.record({ at: oddInstant, answered: fc.boolean() }), { maxLength: 2 }),
      clientRepliesAt: fc.array(oddInstant, { maxLength: 2 }),
      mailBouncedAt: fc.option(oddInstant, { nil: null }),
      availability: fc.array(fc.record({ mp: fc.string(), date: oddDate }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(odd, oddInstant, anyPolicy, (facts, now, policy) => {
        const { outcome, rule, validUntil } = decideAt(facts, now, policy);
        expect(contact.rules).toHaveProperty([rule]);
        if (validUntil !== null) expect(validUntil).toBeGreaterThan(now);
        const isKnown = facts.zone === 'America/Santiago' && /^\d{4}-(?!02-30)/.test(facts.moveDate ?? '');
        if (!isKnown) expect(['need-fact', 'handle-reply', 'send-call-record-mail']).toContain(outcome.action);
        else expect(outcome.action).not.toBe('need-fact');
      }),
      RUNS,
    );
  });
});

describe('the machine of a contact', () => {
  it('takes mails, calls and replies in whatever order they are heard of', () => {
    const shuffled = at((place) =>
      outreachNear(place).chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
      ),
    );
    fc.assert(
      fc.property(shuffled, anyPolicy, ([place, [events, delivered]], policy) => {
        const plays = [events, delivered].map((some) => playsOf({ place, policy, events: some }));
        const sorted = (state: contact.Contact): unknown => ({
          ...state,
          seen: state.seen.toSorted(),
          facts: {
            ...state.facts,
            helpMailsAt: state.facts.helpMailsAt?.toSorted((a, b) => a - b),
            otherMailsAt: state.facts.otherMailsAt?.toSorted((a, b) => a - b),
            calls: state.facts.calls?.toSorted((a, b) => a.at - b.at),
            clientRepliesAt: state.facts.clientRepliesAt?.toSorted((a, b) => a - b),
          },
        });
        const [one, other] = plays.map((some) => some.at(-1)?.recorded.state ?? start(place)) as [
          contact.Contact,
          contact.Contact,
        ];
        expect(sorted(other)).toEqual(sorted(one));
        for (const day of [0, 1, 2, 3, 5]) {
          const now = dayBefore(place, day) + 7 * HOUR;
          expect(decideAt(other.facts, now, policy)).toEqual(decideAt(one.facts, now, policy));
        }
      }),
      RUNS,
    );
  });

  it('leaves the state as it was whenever it refuses or ignores, but for a mail too many, and says why', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { before, event, recorded } of playsOf(history)) {
          const { state, status, code } = recorded;
          // A mail too many is kept all the same: its call may still be heard of.
          const isMail = event.type === 'mail-sent' || event.type === 'record-mail-sent';
          const kept = status === 'applied' || status === 'late' || (status === 'no-effect' && isMail);
          expect(state === before).toBe(!kept);
          if (status === 'late') expect(state).toEqual({ ...before, seen: state.seen });
          if (status === 'refused' || status === 'no-effect') expect(code).toMatch(/^[a-z-]+$/);
        }
      }),
      RUNS,
    );
  });

  it('takes an event once, however often it is delivered', () => {
    fc.assert(
      fc.property(anyHistory, ({ place, policy, events }) => {
        for (const { recorded, event } of playsOf({ place, policy, events })) {
          if (!recorded.state.seen.includes(event.id)) continue;
          expect(contact.record(recorded.state, event, { policy })).toEqual({
            state: recorded.state,
            status: 'duplicate',
          });
        }
      }),
      RUNS,
    );
  });

  it('goes on from JSON as if it had not been stored', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: 24 }), ({ place, policy, events }, cut) => {
        const stored = JSON.parse(JSON.stringify(run(events.slice(0, cut), start(place), policy))) as contact.Contact;
        expect(run(events.slice(cut), stored, policy)).toEqual(run(events, start(place), policy));
      }),
      RUNS,
    );
  });

  it('agrees with the facts: at each stage only what belongs to it is due', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: 8 * DAY }), ({ place, policy, events, end }, later) => {
        for (const { recorded } of playsOf({ place, policy, events })) {
          const { stage, facts } = recorded.state;
          expect(dueAt[stage]).toContain(wordOf(outcomeAt(facts, end + later, policy)));
        }
      }),
      RUNS,
    );
  });
});
