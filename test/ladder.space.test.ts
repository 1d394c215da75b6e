import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '../src/kernel/clock.js';
import * as ladder from 'pauta/ladder';
import { HOUR, T } from './ladder.arbitraries.js';

const flag = [true, false];
const context = { clock: fixedClock(T) };

/** The phases, as facts at T. */
const phases: Readonly<Record<string, ladder.Facts>> = {
  'not re-sent <= 2 h': { searchingSince: T - 2 * HOUR, category: 'local' },
  'not re-sent > 2 h': { searchingSince: T - 2 * HOUR - 1, category: 'local' },
  're-sent < 1 h': { searchingSince: T - 9 * HOUR, category: 'local', resentAt: T - HOUR + 1 },
  're-sent >= 1 h': { searchingSince: T - 9 * HOUR, category: 'local', resentAt: T - HOUR },
  'lists out': { searchingSince: T - 9 * HOUR, category: 'local', resentAt: T - 3 * HOUR, listsSentAt: T - HOUR },
  'lists exhausted': {
    searchingSince: T - 9 * HOUR,
    category: 'local',
    resentAt: T - 3 * HOUR,
    listsSentAt: T - 2 * HOUR,
    listsExhaustedAt: T - HOUR,
  },
};

interface Point {
  readonly cancelled: boolean;
  readonly assigned: boolean;
  readonly phase: string;
  readonly confirmer: boolean;
  readonly inter: boolean;
  readonly interExhausted: boolean;
  readonly window: boolean | null;
}

const points: readonly Point[] = flag.flatMap((cancelled) =>
  flag.flatMap((assigned) =>
    Object.keys(phases).flatMap((phase) =>
      flag.flatMap((confirmer) =>
        flag.flatMap((inter) =>
          flag.flatMap((interExhausted) =>
            [true, false, null].map((window) => ({
              cancelled,
              assigned,
              phase,
              confirmer,
              inter,
              interExhausted,
              window,
            })),
          ),
        ),
      ),
    ),
  ),
);

/** The catalogue's table, top to bottom: the first row that fits. */
const catalogue: readonly (readonly [row: number, fits: (point: Point) => boolean, outcome: object])[] = [
  [1, ({ cancelled }) => cancelled, { action: 'none', reason: 'cancelled' }],
  [2, ({ assigned }) => assigned, { action: 'none', reason: 'assigned', mp: 'x' }],
  [3, ({ phase }) => phase === 'not re-sent <= 2 h', { action: 'wait', until: T }],
  [4, ({ phase }) => phase === 'not re-sent > 2 h', { action: 'resend-to-mps' }],
  [5, ({ confirmer }) => confirmer, { action: 'send-offer', mp: 'a' }],
  [6, ({ phase }) => phase === 're-sent < 1 h', { action: 'wait', until: T + 1 }],
  [7, ({ phase }) => phase === 're-sent >= 1 h', { action: 'send-broadcast-lists', segmentBy: 'volume' }],
  [8, ({ phase }) => phase === 'lists out', { action: 'collect-replies' }],
  [9, ({ inter, interExhausted }) => inter && !interExhausted, { action: 'search-inter-mps' }],
  [10, ({ window }) => window === true, { action: 'contact-client' }],
  [11, ({ window }) => window === false, { action: 'hold', reason: 'outside-impossibility-window' }],
  [12, () => true, { action: 'need-fact', fact: 'impossibility-window' }],
];

function factsOf({ cancelled, assigned, phase, confirmer, inter, interExhausted, window }: Point): ladder.Facts {
  return {
    ...(phases[phase] as ladder.Facts),
    category: inter ? 'inter' : 'local',
    interExhaustedAt: interExhausted ? T : null,
    impossibilityWindow: window,
    confirmations: confirmer ? [{ mp: 'a', since: T - 1, until: null }] : [],
    assignedTo: assigned ? 'x' : null,
    assignedAt: assigned ? T : null,
    cancelledAt: cancelled ? T : null,
  };
}

describe('ladder, over the whole space of facts', () => {
  it('has 576 combinations, of which each row of the catalogue takes some', () => {
    expect(points).toHaveLength(576);
    const rows = points.map((point) => catalogue.find(([, fits]) => fits(point))?.[0]);
    expect(new Set(rows).size).toBe(12);
  });

  it.each(catalogue)('row %i', (row, _, expected) => {
    const mine = points.filter((point) => catalogue.find(([, fits]) => fits(point))?.[0] === row);
    for (const point of mine) {
      expect(ladder.decide(factsOf(point), context).outcome, JSON.stringify(point)).toMatchObject(expected);
    }
  });

  it('contacts the client only where all that applies has failed and the window is open', () => {
    for (const hasFailed of flag) {
      for (const window of [true, false, null]) {
        const facts: ladder.Facts = { ...(phases['lists exhausted'] as ladder.Facts), impossibilityWindow: window };
        const { outcome } = ladder.decide(hasFailed ? facts : { ...facts, listsExhaustedAt: null }, context);
        expect(outcome.action === 'contact-client').toBe(hasFailed && window === true);
      }
    }
  });
});

/** The catalogue's boundaries: since | re-sent | now | what is due. */
const boundaries = [
  ['2024-05-13T10:00:00-04:00', null, '2024-05-13T11:59:59.999-04:00', 'wait'],
  ['2024-05-13T10:00:00-04:00', null, '2024-05-13T12:00:00.000-04:00', 'wait'],
  ['2024-05-13T10:00:00-04:00', null, '2024-05-13T12:00:00.001-04:00', 'resend-to-mps'],
  ['2024-05-13T10:00:00-04:00', '2024-05-13T12:05:00-04:00', '2024-05-13T13:04:59.999-04:00', 'wait'],
  ['2024-05-13T10:00:00-04:00', '2024-05-13T12:05:00-04:00', '2024-05-13T13:05:00.000-04:00', 'send-broadcast-lists'],
  ['2024-05-13T10:00:00-04:00', '2024-05-13T12:05:00-04:00', '2024-05-13T13:05:00.001-04:00', 'send-broadcast-lists'],
  // The day of 23 hours, and the day of 25.
  ['2024-09-07T23:30:00-04:00', null, '2024-09-08T02:15:00-03:00', 'wait'],
  ['2024-04-06T22:30:00-03:00', null, '2024-04-06T23:45:00-04:00', 'resend-to-mps'],
] as const;

describe('the boundaries, to the millisecond', () => {
  it.each(boundaries)('since %s, re-sent %s, at %s: %s', (since, resent, now, action) => {
    const facts: ladder.Facts = {
      searchingSince: Date.parse(since),
      category: 'local',
      resentAt: resent === null ? null : Date.parse(resent),
    };
    expect(ladder.decide(facts, { clock: fixedClock(Date.parse(now)) }).outcome.action).toBe(action);
  });

  it('owe nothing to the time zone of the host', { timeout: 60_000 }, () => {
    const script = `
      import { decide } from './src/ladder/index.ts';
      import { read, factsSchema } from './src/ladder/schema.ts';
      const seen = ${JSON.stringify(boundaries)}.map(([searchingSince, resentAt, now]) => {
        const facts = read(factsSchema, { searchingSince, resentAt, category: 'local', moveDate: '2024-09-08' });
        return decide(facts.value, { clock: { now: () => Date.parse(now) } });
      });
      console.log(new Date(2024, 0, 1).getTimezoneOffset(), JSON.stringify(seen));`;
    const hosts = ['UTC', 'America/Santiago', 'Pacific/Kiritimati', 'Asia/Kolkata', 'Pacific/Pago_Pago'];
    const runs = hosts.map((TZ) => {
      const cwd = fileURLToPath(new URL('..', import.meta.url));
      const options = { cwd, env: { ...process.env, TZ }, encoding: 'utf8' } as const;
      const said = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], options);
      return { host: said.split(' ')[0], seen: said.slice(said.indexOf(' ')) };
    });
    expect(runs.map(({ host }) => host)).toEqual(['0', '180', '-840', '-330', '660']);
    expect(new Set(runs.map(({ seen }) => seen)).size).toBe(1);
    const [first] = runs;
    const actions = (JSON.parse(first?.seen ?? '') as ladder.LadderDecision[]).map(({ outcome }) => outcome.action);
    expect(actions).toEqual(boundaries.map(([, , , action]) => action));
  });
});

describe('the smaller spaces', () => {
  it('winner: of the last answers of two movers, the earliest yes', () => {
    const answers = ['yes', 'no', 'none'] as const;
    const expected = { 'yes yes': 'a', 'yes no': 'a', 'yes none': 'a', 'no yes': 'b', 'none yes': 'b' };
    for (const one of answers) {
      for (const other of answers) {
        for (const isTurned of flag) {
          const replies = [
            { mp: 'a', at: T - 2, answer: one },
            { mp: 'b', at: T - 1, answer: other },
          ].filter((reply): reply is ladder.Reply & typeof reply => reply.answer !== 'none');
          const { outcome } = ladder.winner(isTurned ? replies.toReversed() : replies, context);
          const wanted = expected[`${one} ${other}` as keyof typeof expected];
          expect(outcome).toMatchObject(wanted ? { action: 'choose', mp: wanted } : { action: 'none' });
        }
      }
    }
  });

  it.each([
    [null, null, 'ask-why'],
    [null, '2024-05-18', 'ask-why'],
    ['date', null, 'ask-availability'],
    ['date', '2024-05-18', 'store-availability'],
    ['price', null, 'count-price'],
    ['price', '2024-05-18', 'count-price'],
    ['other', null, 'store-reason'],
    ['other', '2024-05-18', 'store-reason'],
  ] as const)('refusal for %s, availability %s: %s', (reason, availability, action) => {
    expect(ladder.onRefusal({ reason, availability })).toMatchObject({ outcome: { action }, validUntil: null });
  });

  it.each([
    [0, false, false],
    [0, true, false],
    [1, false, false],
    [1, true, false],
    [2, false, true],
    [2, true, false],
    [3, false, true],
    [3, true, false],
  ])('%i refusals for the price, reported already %s: report %s', (count, isReported, isDue) => {
    const replies = ['a', 'b', 'c']
      .slice(0, count)
      .map((mp): ladder.Reply => ({ mp, at: T, answer: 'no', reason: 'price' }));
    const { outcome } = ladder.priceReport(replies, context, isReported ? T : null);
    expect(outcome.action === 'report-price').toBe(isDue);
  });

  it.each([
    ['a', true, 'confirm-to-mp'],
    ['a', false, 'do-not-confirm'],
    ['b', true, 'do-not-confirm'],
    ['b', false, 'do-not-confirm'],
    [null, true, 'do-not-confirm'],
    [null, false, 'do-not-confirm'],
  ])('offered to a, winner shown %s, chat %s: %s', (winner, chat, action) => {
    expect(ladder.verifyOffer('a', { winner, chat }).outcome).toEqual({ action });
  });

  it('inter match: of 80 combinations only the four with every filter and a match', () => {
    const move = { origin: 'M', destination: 'B', country: 'CL', dateFrom: '2024-06-10', dateTo: '2024-06-14' };
    const ends = {
      'chain-out': ['B', 'X'],
      'chain-back': ['X', 'M'],
      origin: ['M', 'X'],
      destination: ['X', 'B'],
      none: ['X', 'X'],
    };
    const found: string[] = [];
    let count = 0;
    for (const date of ['2024-06-14', '2024-06-15']) {
      for (const country of ['CL', 'PE']) {
        for (const status of ['awaiting-move', 'searching']) {
          for (const category of ['inter', 'local']) {
            for (const [name, [origin = '', destination = '']] of Object.entries(ends)) {
              count += 1;
              const job = { mp: 'a', origin, destination, country, date, status, category };
              const { outcome } = ladder.fitOf(move, job);
              if (outcome.action === 'offer-directly')
                found.push(`${date} ${country} ${status} ${category} ${name}: ${outcome.fit}`);
            }
          }
        }
      }
    }
    expect(count).toBe(80);
    expect(found).toEqual([
      '2024-06-14 CL awaiting-move inter chain-out: chain-out',
      '2024-06-14 CL awaiting-move inter chain-back: chain-back',
      '2024-06-14 CL awaiting-move inter origin: shared-end',
      '2024-06-14 CL awaiting-move inter destination: shared-end',
    ]);
  });
});
