import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import type { Decision } from '../src/kernel/decision.js';
import * as ladder from 'pauta/ladder';
import { deepFreeze } from './deep-freeze.js';
import {
  anyFacts,
  anyHistory,
  anyInstant,
  anyPolicy,
  anyReplies,
  datedFacts,
  HOUR,
  MOVE,
  mp,
  offset,
  playsOf,
  run,
  start,
  T,
  type Play,
} from './ladder.arbitraries.js';

const RUNS = { numRuns: 1_000 };
const FAR = 30 * 24 * HOUR;

function decideAt(facts: ladder.Facts, now: Instant, policy = ladder.defaultPolicy): ladder.LadderDecision {
  return ladder.decide(facts, { clock: fixedClock(now), policy });
}

function outcomeAt(facts: ladder.Facts, now: Instant, policy = ladder.defaultPolicy): ladder.Outcome {
  return decideAt(facts, now, policy).outcome;
}

function winnerOf(replies: readonly ladder.Reply[], now: Instant = T + FAR): string | null {
  const { outcome } = ladder.winner(replies, { clock: fixedClock(now) });
  return outcome.action === 'choose' ? outcome.mp : null;
}

function isPast(at: Instant | null | undefined, now: Instant): boolean {
  return at != null && at <= now;
}

const taken = ({ recorded }: Play): boolean => recorded.status === 'applied';

/** Replies no two of which are of one instant. */
const distinctReplies = anyReplies.map((replies) =>
  replies.filter(({ at }, index) => replies.findIndex((other) => other.at === at) === index),
);
const shuffledReplies = distinctReplies.chain((replies) =>
  fc.tuple(fc.constant(replies), fc.shuffledSubarray(replies, { minLength: replies.length })),
);

describe('the laws of ladder', () => {
  it('in the first round nothing but waiting is due for two hours', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 0, max: 2 * HOUR }), (history, after) => {
        const { round, facts } = run(history.events, start(history.category));
        fc.pre(round === 1);
        expect(['wait', 'none']).toContain(outcomeAt(facts, T + after).action);
      }),
      RUNS,
    );
  });

  it('the lists are never due without a re-send, nor less than an hour after it', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, (facts, now) => {
        if (outcomeAt(facts, now).action !== 'send-broadcast-lists' || facts.begins === 'lists') return;
        expect(facts.resentAt).not.toBeNull();
        expect(now).toBeGreaterThanOrEqual((facts.resentAt as Instant) + HOUR);
      }),
      RUNS,
    );
  });

  it('in any history: re-send, then lists, then the search by zones, then the client, and no earlier in time', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { recorded } of playsOf(history)) {
          const { begins, searchingSince, resentAt, listsSentAt, listsExhaustedAt, interExhaustedAt } =
            recorded.state.facts;
          const { contactedBefore, clientContactedAt: contactedAt } = recorded.state.facts;
          // A client who was contacted in an earlier round may settle on a mover's date at any stage.
          const clientContactedAt = contactedBefore === true ? null : contactedAt;
          const steps = [resentAt, listsSentAt, listsExhaustedAt, interExhaustedAt, clientContactedAt];
          const done = steps.filter((at) => at != null);
          expect([searchingSince, ...done]).toEqual([searchingSince, ...done].toSorted((a, b) => a - b));
          if (listsSentAt != null && begins !== 'lists') expect(resentAt).not.toBeNull();
          if (listsExhaustedAt != null) expect(listsSentAt).not.toBeNull();
          if (interExhaustedAt != null || clientContactedAt != null) expect(listsExhaustedAt).not.toBeNull();
          if (clientContactedAt != null && history.category === 'inter') expect(interExhaustedAt).not.toBeNull();
        }
      }),
      RUNS,
    );
  });

  it('no step of the inter search is taken, or due, for a service that is not inter', () => {
    fc.assert(
      fc.property(anyHistory, offset, (history, after) => {
        for (const { event, recorded } of playsOf({ ...history, category: 'local' })) {
          if (event.type.startsWith('inter-')) expect(recorded.status).not.toBe('applied');
          expect(recorded.state.stage).not.toBe('INTER');
          expect(outcomeAt(recorded.state.facts, history.end + after).action).not.toBe('search-inter-mps');
        }
      }),
      RUNS,
    );
  });

  it('a mover is told only after the offer, and once that mover is shown as winner with the chat enabled', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const plays = playsOf(history).filter(taken);
        plays.forEach(({ event }, index) => {
          if (event.type !== 'mp-notified') return;
          const before = plays.slice(0, index).map((play) => play.event);
          const offered = before.findLastIndex(({ type }) => type === 'offer-sent');
          const checked = before.findLast(({ type }) => type === 'checked');
          expect(before[offered]).toMatchObject({ mp: event.mp });
          expect(checked).toMatchObject({ winner: event.mp, chat: true });
          expect(before.indexOf(checked as ladder.Event)).toBeGreaterThan(offered);
          expect(event.at).toBeGreaterThanOrEqual((checked as ladder.Event).at);
          expect((checked as ladder.Event).at).toBeGreaterThanOrEqual((before[offered] as ladder.Event).at);
        });
      }),
      RUNS,
    );
  });

  it('a round has at most one mover to whom the move is assigned', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const assigned = new Map<number, Set<string>>();
        for (const { recorded } of playsOf(history)) {
          const { round, facts } = recorded.state;
          if (facts.assignedTo == null) continue;
          assigned.set(round, (assigned.get(round) ?? new Set()).add(facts.assignedTo));
        }
        for (const movers of assigned.values()) expect(movers.size).toBe(1);
      }),
      RUNS,
    );
  });

  it('the client is contacted only with all that applies exhausted, and within the window', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, (facts, now) => {
        if (outcomeAt(facts, now).action !== 'contact-client') return;
        expect(isPast(facts.listsExhaustedAt, now)).toBe(true);
        if (facts.category === 'inter') expect(isPast(facts.interExhaustedAt, now)).toBe(true);
        const { impossibilityWindow: window } = facts;
        if (typeof window !== 'object' || window === null) expect(window).toBe(true);
        else {
          expect(window.from === null || window.from <= now).toBe(true);
          expect(window.until == null || now < window.until).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('once assigned or cancelled, nothing is due at any later instant', () => {
    fc.assert(
      fc.property(
        anyFacts,
        anyInstant,
        fc.nat({ max: FAR }),
        fc.constantFrom('assignedAt', 'cancelledAt'),
        (...drawn) => {
          const [facts, at, after, ended] = drawn;
          expect(outcomeAt({ ...facts, [ended]: at }, at + after).action).toBe('none');
        },
      ),
      RUNS,
    );
  });

  it('shifting all instants and the clock alike shifts the answer, and the zone is irrelevant', () => {
    const zones = fc.constantFrom('America/Santiago', 'Pacific/Kiritimati', 'Atlantic/Azores');
    fc.assert(
      fc.property(anyFacts, anyInstant, fc.integer({ min: -1e12, max: 1e12 }), zones, (facts, now, shift, zone) => {
        const by = <At extends Instant | null | undefined>(at: At): At => (at == null ? at : at + shift) as At;
        const moved = JSON.parse(JSON.stringify(facts), (key, value: unknown) =>
          typeof value === 'number' && /At$|^at$|Since$|^(since|until|from)$/.test(key) ? value + shift : value,
        ) as ladder.Facts;
        const { outcome, rule, validUntil } = decideAt(facts, now);
        const until = outcome.action === 'wait' ? { until: outcome.until + shift } : {};
        const shifted = decideAt({ ...moved, zone }, now + shift);
        expect(shifted).toMatchObject({ outcome: { ...outcome, ...until }, rule, validUntil: by(validUntil) });
      }),
      RUNS,
    );
  });

  it('with nothing new recorded, what is due does not turn into waiting again', () => {
    const later = fc.array(fc.nat({ max: 12 * HOUR }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(anyHistory, later, ({ category: of, events, end }, instants) => {
        const { facts } = run(events, start(of));
        const waits = instants
          .toSorted((a, b) => a - b)
          .map((after) => outcomeAt(facts, end + after).action === 'wait');
        expect(waits).toEqual(waits.toSorted((a, b) => Number(b) - Number(a)));
      }),
      RUNS,
    );
  });

  it('the order in which answers are delivered does not change the winner', () => {
    fc.assert(
      fc.property(shuffledReplies, anyInstant, ([replies, delivered], now) => {
        expect(winnerOf(delivered, now)).toBe(winnerOf(replies, now));
      }),
      RUNS,
    );
  });

  it('the order in which answers are delivered does not change who stands, nor who is to be offered the job', () => {
    const lists: readonly ladder.Event[] = [
      { id: 'resent', move: MOVE, at: T + 2 * HOUR + 1, type: 'resend-done' },
      { id: 'lists', move: MOVE, at: T + 3 * HOUR + 1, type: 'lists-sent', mps: ['a', 'b', 'c'] },
    ];
    const eventOf = ({ answer, ...reply }: ladder.Reply, index: number): ladder.Event =>
      answer === 'yes'
        ? { id: `${index}`, move: MOVE, at: reply.at, type: 'mp-confirmed', mp: reply.mp }
        : { id: `${index}`, move: MOVE, type: 'mp-refused', ...reply };
    fc.assert(
      fc.property(shuffledReplies, offset, ([replies, delivered], after) => {
        const events = replies.map(eventOf);
        const same = delivered.map((reply) => events[replies.indexOf(reply)] as ladder.Event);
        const { facts } = run([...lists, ...events], start());
        const other = run([...lists, ...same], start()).facts;
        expect(other.confirmations).toEqual(facts.confirmations);
        expect(other.replies).toEqual(facts.replies);
        expect(decideAt(other, T + after)).toEqual(decideAt(facts, T + after));
        expect(ladder.duties(other, { clock: fixedClock(T + after) })).toEqual(
          ladder.duties(facts, { clock: fixedClock(T + after) }),
        );
        const first = winnerOf(
          replies.filter(({ at }) => at >= T),
          T + FAR,
        );
        const step = outcomeAt(facts, T + FAR);
        expect(step).toEqual(first === null ? { action: 'collect-replies' } : { action: 'send-offer', mp: first });
      }),
      RUNS,
    );
  });

  it('refusals and later confirmations by others, and a yes repeated, do not change the winner', () => {
    fc.assert(
      fc.property(distinctReplies, mp, anyInstant, fc.boolean(), (replies, other, at, isYes) => {
        const first = winnerOf(replies);
        fc.pre(first !== null && other !== first);
        const since = Math.max(...replies.filter((reply) => reply.mp === first).map((reply) => reply.at));
        const added: ladder.Reply = isYes
          ? { mp: other, at: Math.max(since + 1, at), answer: 'yes' }
          : { mp: other, at, answer: 'no' };
        expect(winnerOf([...replies, added])).toBe(first);
        const last = Math.max(...replies.map((reply) => reply.at));
        expect(winnerOf([...replies, { mp: first, at: last + 1, answer: 'yes' }])).toBe(first);
      }),
      RUNS,
    );
  });

  it('a refusal by the winner moves on to the next in order, and so does an offer that failed', () => {
    fc.assert(
      fc.property(distinctReplies, (replies) => {
        const { outcome } = ladder.winner(replies, { clock: fixedClock(T + FAR) });
        fc.pre(outcome.action === 'choose');
        const [next = null] = outcome.fallbacks;
        expect(winnerOf([...replies, { mp: outcome.mp, at: T + FAR, answer: 'no' }])).toBe(next);
        const after = ladder.winner(replies, { clock: fixedClock(T + FAR) }, [outcome.mp]).outcome;
        expect(after.action === 'choose' ? [after.mp, ...after.fallbacks] : []).toEqual(outcome.fallbacks);
      }),
      RUNS,
    );
  });

  it('an event delivered twice, at once or at the end, is delivered once', () => {
    fc.assert(
      fc.property(anyHistory, ({ category: of, events }) => {
        const once = run(events, start(of));
        const twice = events.reduce((search, event) => run([event, event], search), start(of));
        expect(twice).toEqual(once);
        const kept = events.filter(({ id }) => once.seen.includes(id));
        expect(run(kept, once)).toBe(once);
      }),
      RUNS,
    );
  });

  it('refusals for the price are reported exactly from the second distinct mover on, and once a round', () => {
    fc.assert(
      fc.property(anyReplies, anyInstant, fc.option(anyInstant, { nil: null }), (replies, now, reportedAt) => {
        const context = { clock: fixedClock(now) };
        const movers = new Set(
          replies
            .filter(({ answer, reason, at }) => answer === 'no' && reason === 'price' && at <= now)
            .map((one) => one.mp),
        );
        const { outcome } = ladder.priceReport(replies, context, reportedAt);
        expect(outcome.action === 'report-price').toBe(movers.size >= 2 && !isPast(reportedAt, now));
        if (outcome.action !== 'report-price') return;
        expect(outcome.to).toEqual(['team-leader', 'head']);
        expect(new Set(outcome.mps)).toEqual(movers);
        const again: ladder.Reply = { mp: outcome.mps[0] as string, at: now, answer: 'no', reason: 'price' };
        expect(ladder.priceReport([...replies, again], context).outcome).toEqual(outcome);
      }),
      RUNS,
    );
  });

  it('a report that was made is not due again in its round', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const reported = new Set<number>();
        for (const { before, event, recorded } of playsOf(history)) {
          if (event.type === 'price-reported' && recorded.status === 'applied') {
            expect(reported.has(before.round)).toBe(false);
            reported.add(before.round);
          }
          const { round, facts } = recorded.state;
          const { open } = ladder.duties(facts, { clock: fixedClock(history.end) });
          if (reported.has(round)) expect(open.map(({ action }) => action)).not.toContain('report-price');
        }
      }),
      RUNS,
    );
  });

  const region = fc.constantFrom<string>('Metropolitana', 'Biobío', 'Coquimbo');
  const date = fc.constantFrom('2024-06-08', '2024-06-10', '2024-06-12', '2024-06-14', '2024-06-16');
  const service = fc.record({
    origin: region,
    destination: region,
    country: fc.constant('CL'),
    dateFrom: date,
    dateTo: date,
  });
  const job = fc.record({
    mp,
    origin: region,
    destination: region,
    country: fc.constantFrom('CL', 'CL', 'PE'),
    date,
    status: fc.constantFrom('awaiting-move', 'awaiting-move', 'searching'),
    category: fc.constantFrom('inter', 'inter', 'local'),
  });
  const turned = <Move extends { origin: string; destination: string }>(move: Move): Move => ({
    ...move,
    origin: move.destination,
    destination: move.origin,
  });

  it('swapping the ends of both moves keeps a candidate: what went out comes back', () => {
    const becomes = { 'chain-out': 'chain-back', 'chain-back': 'chain-out', 'shared-end': 'shared-end' } as const;
    fc.assert(
      fc.property(service, job, anyPolicy, (move, other, policy) => {
        const { outcome } = ladder.fitOf(move, other, { policy });
        const swapped = ladder.fitOf(turned(move), turned(other), { policy }).outcome;
        expect(swapped.action).toBe(outcome.action);
        // A job that runs the opposite way, or a move within one region, chains at both ends: out comes first.
        const isBoth = other.origin === move.destination && other.destination === move.origin;
        if (outcome.action === 'offer-directly' && !isBoth)
          expect(swapped).toEqual({ ...outcome, fit: becomes[outcome.fit] });
      }),
      RUNS,
    );
  });

  it('a wider range of dates never loses a candidate', () => {
    fc.assert(
      fc.property(service, fc.array(job, { maxLength: 6 }), date, date, (move, jobs, from, to) => {
        const wider = {
          ...move,
          dateFrom: from < move.dateFrom ? from : move.dateFrom,
          dateTo: to > move.dateTo ? to : move.dateTo,
        };
        const found = ladder.enRouteMovers(wider, jobs).map((candidate) => candidate.mp);
        for (const candidate of ladder.enRouteMovers(move, jobs)) expect(found).toContain(candidate.mp);
      }),
      RUNS,
    );
  });

  it('movers under way are named once each, by their best job, chains first and then by date', () => {
    const ranks = ['chain-out', 'chain-back', 'shared-end'];
    fc.assert(
      fc.property(service, fc.array(job, { maxLength: 8 }), anyPolicy, (move, jobs, policy) => {
        const found = ladder.enRouteMovers(move, jobs, { policy });
        const fitting = jobs.filter((one) => ladder.fitOf(move, one, { policy }).outcome.action === 'offer-directly');
        expect(new Set(found.map((candidate) => candidate.mp))).toEqual(new Set(fitting.map((one) => one.mp)));
        expect(new Set(found.map((candidate) => candidate.mp)).size).toBe(found.length);
        const keys = found.map(({ fit, job: { date: on } }) => `${ranks.indexOf(fit)} ${on}`);
        expect(keys).toEqual(keys.toSorted());
        for (const candidate of found) {
          const own = fitting
            .filter((one) => one.mp === candidate.mp)
            .map((one) => ladder.fitOf(move, one, { policy }));
          const fits = own.map(({ outcome }) => (outcome.action === 'offer-directly' ? ranks.indexOf(outcome.fit) : 9));
          expect(ranks.indexOf(candidate.fit)).toBe(Math.min(...fits));
        }
      }),
      RUNS,
    );
  });

  it('a broadcast reaches each mover that fits once, and nobody who was reached before', () => {
    const volume = fc.constantFrom<ladder.VolumeClass>('mini', 'light', 'full', 'black');
    const mover = fc.record({ mp, volumes: fc.uniqueArray(volume), region });
    fc.assert(
      fc.property(volume, fc.uniqueArray(region), fc.array(mover), fc.uniqueArray(mp), anyPolicy, (...drawn) => {
        const [wanted, regions, movers, reached, policy] = drawn;
        const { mps } = ladder.broadcast({ volume: wanted, regions }, movers, { policy, reached }).outcome;
        expect(new Set(mps).size).toBe(mps.length);
        const fits = (one: ladder.Mover): boolean => {
          const [bySize, byRegion] = [one.volumes.includes(wanted), regions.includes(one.region)];
          return policy.segmentBy === 'either' ? bySize || byRegion : policy.segmentBy === 'volume' ? bySize : byRegion;
        };
        const wantedMovers = movers.filter((one) => fits(one) && !reached.includes(one.mp)).map((one) => one.mp);
        expect(mps).toEqual([...new Set(wantedMovers)]);
      }),
      RUNS,
    );
  });

  it('what was sent in a round counts each mover once', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { recorded } of playsOf(history)) {
          const { reached } = recorded.state;
          expect(new Set(reached).size).toBe(reached.length);
        }
      }),
      RUNS,
    );
  });
});

/** Proves both sides of a `validUntil`: one answer at every probe before it, another one at it. */
function proveValidUntil<Answer extends { readonly validUntil: Instant | null }>(
  answerAt: (now: Instant) => Answer,
  now: Instant,
  core: (answer: Answer) => unknown,
): void {
  const answer = answerAt(now);
  const end = answer.validUntil ?? now + FAR;
  expect(end).toBeGreaterThan(now);
  for (const share of [0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.99]) {
    expect(core(answerAt(now + Math.floor((end - now) * share)))).toEqual(core(answer));
  }
  expect(core(answerAt(end - 1))).toEqual(core(answer));
  if (answer.validUntil !== null) expect(core(answerAt(end))).not.toEqual(core(answer));
}

describe('the promises of a decision', () => {
  const core = ({ outcome, rule }: Decision<unknown, string, unknown>): unknown => ({ outcome, rule });

  it('validUntil of the next step: the same answer at every instant before it, another one at it', () => {
    fc.assert(
      fc.property(datedFacts, anyInstant, anyPolicy, (facts, now, policy) => {
        proveValidUntil((at) => decideAt(facts, at, policy), now, core);
      }),
      { numRuns: 5_000 },
    );
  });

  it('validUntil of the winner, of the report of prices, and of what is open beside the next step', () => {
    fc.assert(
      fc.property(datedFacts, anyReplies, fc.option(anyInstant, { nil: null }), anyInstant, anyPolicy, (...drawn) => {
        const [facts, replies, reportedAt, now, policy] = drawn;
        const clockAt = (at: Instant): ladder.Context => ({ clock: fixedClock(at), policy });
        proveValidUntil((at) => ladder.winner(replies, clockAt(at)), now, core);
        proveValidUntil((at) => ladder.priceReport(replies, clockAt(at), reportedAt), now, core);
        proveValidUntil(
          (at) => ladder.duties(facts, clockAt(at)),
          now,
          ({ open }) => open,
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('names the rows that the situation leads to', () => {
    fc.assert(
      fc.property(datedFacts, anyInstant, anyPolicy, (facts, now, policy) => {
        const { rule, situation, outcome } = decideAt(facts, now, policy);
        const isAssigning = situation.offer !== undefined;
        const rows: readonly { rule: string; when: object; then: object }[] = isAssigning
          ? ladder.offerTable.rows
          : ladder.table.rows;
        const fitting = rows.filter(({ when }) =>
          Object.entries(when).every(([fact, cell]) => [cell].flat().includes(situation[fact as keyof ladder.Seen])),
        );
        expect(fitting.map((row) => row.rule)).toEqual([rule]);
        expect(outcome).toMatchObject(fitting[0]?.then ?? {});
      }),
      RUNS,
    );
  });

  it('leaves frozen facts, states, events, replies and policies as they are', () => {
    fc.assert(
      fc.property(datedFacts, anyInstant, anyPolicy, anyReplies, anyHistory, (facts, now, policy, replies, history) => {
        const context = deepFreeze({ clock: fixedClock(now), policy });
        deepFreeze([facts, replies, history]);
        ladder.decide(facts, context);
        ladder.duties(facts, context);
        ladder.winner(replies, context, ['a']);
        ladder.priceReport(replies, context);
        replies.forEach(ladder.onRefusal);
        let search = deepFreeze(start(history.category));
        for (const event of history.events) search = deepFreeze(ladder.record(search, event, context).state);
      }),
      RUNS,
    );
  });

  it('answers whatever is well typed: instants that are no numbers, empty texts, unknown dates and zones', () => {
    const oddInstant = fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, 2 ** 53, T);
    const oddText = fc.constantFrom('', '2026-02-30', 'mañana', 'a\nb');
    const oddFacts = fc.tuple(anyFacts, oddInstant, oddText, fc.boolean()).map(
      ([facts, at, text, isEven]) =>
        JSON.parse(JSON.stringify(facts), (key, value: unknown) => {
          if (typeof value === 'number') return (key.length % 2 === 0) === isEven ? at : value;
          return value === 'a' ? text : value;
        }) as ladder.Facts,
    );
    fc.assert(
      fc.property(oddFacts, fc.oneof(oddInstant, anyInstant), oddText, oddText, (facts, now, moveDate, zone) => {
        const context = { clock: fixedClock(now) };
        for (const one of [facts, { ...facts, moveDate, zone }]) {
          const { outcome, rule, validUntil } = ladder.decide(one, context);
          expect(outcome.action).toMatch(/^[a-z-]+$/);
          expect(ladder.rules).toHaveProperty([rule]);
          if (validUntil !== null) expect(validUntil).toBeGreaterThan(now);
          ladder.duties(one, context);
          ladder.winner(one.replies ?? [], context);
          ladder.priceReport(one.replies ?? [], context, now);
        }
      }),
      RUNS,
    );
  });
});

describe('the machine of a search', () => {
  it('leaves the state as it was whenever it refuses or ignores, and says why', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { before, recorded } of playsOf(history)) {
          const kept = recorded.status === 'applied' || recorded.status === 'late';
          expect(recorded.state === before).toBe(!kept);
          if (recorded.status === 'late') expect({ ...recorded.state, seen: [] }).toEqual({ ...before, seen: [] });
          if (recorded.status === 'refused' || recorded.status === 'no-effect')
            expect(recorded.code).toMatch(/^[a-z-]+$/);
        }
      }),
      RUNS,
    );
  });

  it('goes on from JSON as if it had not been stored', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: 24 }), ({ category: of, events }, cut) => {
        const stored = JSON.parse(JSON.stringify(run(events.slice(0, cut), start(of)))) as ladder.Search;
        expect(run(events.slice(cut), stored)).toEqual(run(events, start(of)));
      }),
      RUNS,
    );
  });

  /** What a host does about a step that is due. */
  function doneAt({ outcome }: ladder.LadderDecision, at: Instant): readonly ladder.Event[] {
    const base = { at, move: MOVE } as const;
    switch (outcome.action) {
      case 'resend-to-mps':
        return [{ ...base, id: 'done', type: 'resend-done' }];
      case 'send-broadcast-lists':
        return [{ ...base, id: 'done', type: 'lists-sent', mps: ['a'] }];
      case 'collect-replies':
        return [{ ...base, id: 'done', type: 'lists-exhausted' }];
      case 'search-inter-mps':
        return [
          { ...base, id: 'done', type: 'inter-offered', mp: 'a', fit: 'chain-out' },
          { ...base, id: 'done too', type: 'inter-exhausted' },
        ];
      case 'send-offer':
        return [{ ...base, id: 'done', type: 'offer-sent', mp: outcome.mp }];
      case 'check-offer':
      case 'recheck-offer':
        return [{ ...base, id: 'done', type: 'checked', winner: outcome.mp, chat: true }];
      case 'confirm-to-mp':
        return [{ ...base, id: 'done', type: 'mp-notified', mp: outcome.mp }];
      case 'contact-client':
      case 'tell-contact':
        return [{ ...base, id: 'done', type: 'client-mail-sent' }];
      case 'hold':
      case 'need-fact':
        return [{ ...base, id: 'done', type: 'window-known', window: true }];
      default:
        return [];
    }
  }

  it('takes whatever the decision says is due, as soon as it is', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: 3 * HOUR }), ({ category: of, events, end }, after) => {
        const search = run(events, start(of));
        const decision = decideAt(search.facts, end + after);
        const at = decision.outcome.action === 'wait' ? (decision.validUntil as Instant) : end + after;
        const due = decideAt(search.facts, at);
        let last = search;
        for (const event of doneAt(due, at)) {
          const recorded = ladder.record(last, event);
          expect(recorded, JSON.stringify(due.outcome)).toMatchObject({ status: 'applied' });
          last = recorded.state;
        }
        expect(due.outcome.action).not.toBe('wait');
        if (last !== search) expect(decideAt(last.facts, at).outcome).not.toEqual(due.outcome);
      }),
      { numRuns: 3_000 },
    );
  });

  it('comes to an end, or to the client, when what is due is done and nobody answers', () => {
    fc.assert(
      fc.property(anyHistory, ({ category: of, events, end }) => {
        let search = run(events, start(of));
        let now = end;
        for (let round = 0; round < 12; round++) {
          const decision = decideAt(search.facts, now);
          if (decision.outcome.action === 'wait') now = decision.validUntil as Instant;
          for (const event of doneAt(decision, now)) {
            search = ladder.record(search, { ...event, id: `${round} ${event.id}` }).state;
          }
        }
        // Unless the date of the move passes in the meantime, which the manual does not cover.
        if (outcomeAt(search.facts, now).action === 'not-covered') return;
        expect(['ASSIGNED', 'CONTACT', 'CANCELLED', 'REFUNDED']).toContain(search.stage);
      }),
      RUNS,
    );
  });

  it('keeps nothing of a round that is over but the dates that movers gave', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { before, event, recorded } of playsOf(history)) {
          const { state } = recorded;
          if (state.round === before.round) continue;
          expect(state.round).toBe(before.round + 1);
          expect(state.facts).toMatchObject({ searchingSince: event.at, confirmations: [], offer: null, replies: [] });
          expect(state.facts).toMatchObject({ assignedTo: null, listsSentAt: null, priceReportedAt: null });
          expect([state.reached, state.failed, state.offeredAt]).toEqual([[], [], null]);
          expect(state.facts.availability).toEqual(expect.arrayContaining([...(before.facts.availability ?? [])]));
        }
      }),
      RUNS,
    );
  });

  it('keeps every date that a mover gave, that of the mover who drops out too', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { event, recorded } of playsOf(history)) {
          if (event.type !== 'mp-refused' || event.availability == null || recorded.status !== 'applied') continue;
          expect(recorded.state.facts.availability).toContainEqual({ mp: event.mp, date: event.availability });
        }
      }),
      RUNS,
    );
  });

  it('once closed stays closed', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { before, recorded } of playsOf(history)) {
          if (before.stage === 'CANCELLED' || before.stage === 'REFUNDED')
            expect(recorded.state.stage).toBe(before.stage);
        }
      }),
      RUNS,
    );
  });
});
