import { DateTime } from 'luxon';
import { fixedClock, type Instant } from '../../src/kernel/clock.js';
import {
  policy,
  table,
  type Context,
  type Deadline,
  type Facts,
  type Insistence,
  type Policy,
  type Seen,
  type Ticket,
} from '../../src/requirement/index.js';
import { NOW } from './chats.js';
import { chance, pick, whole, type Random } from './random.js';

/** A question: the facts of a requirement, and the world that it is asked in. */
export interface Asked {
  readonly facts: Facts;
  readonly context: Context;
}

const ZONE = 'America/Santiago';
const manual = policy();
const strict = policy({ insistenceKinds: 'disagreement' });
const policies = [manual, strict, policy({ meterFiling: 'contact-centre' }), policy({ deadlineInclusive: false })];

const products = ['meter', 'bottled', 'bulk', null] as const;

const contextOf = (policy: Policy, at: Instant): Context => ({ clock: fixedClock(at), policy });
const manualContext = contextOf(manual, NOW);
const strictContext = contextOf(strict, NOW);
const otherContexts = policies.slice(2).map((policy) => contextOf(policy, NOW));

/** Civil dates up to two months away, before and after. */
const past = Array.from({ length: 60 }, (_, days) => dateFrom(NOW, -days - 1));
const coming = Array.from({ length: 60 }, (_, days) => dateFrom(NOW, days + 1));

/**
 * A requirement in one of the table's situations, taken in turn by its number, so that all rows are exercised alike.
 * One policy has situations of its own; the others but the manual's take an eighth of the rest.
 */
export function typicalRequirement(random: Random, number: number): Asked {
  const situation = table.situations[number % table.size] as Seen;
  const isStrict = situation.insistence === 'other-kind';
  const facts: Facts = {
    product: pick(random, products),
    initial: situation.initial === 'none' ? null : ticketIn(situation.initial, random),
    insistences: insistencesIn(situation.insistence, random),
    client: situation.client,
  };
  const context = isStrict ? strictContext : chance(random, 0.125) ? pick(random, otherContexts) : manualContext;
  return { facts, context };
}

type TicketState = Exclude<Seen['initial'], 'none'>;

function ticketIn(state: TicketState, random: Random): Ticket {
  switch (state) {
    case 'answered':
      return { answered: true, deadline: pick(random, chance(random, 0.5) ? past : coming) };
    case 'in-term':
      return { answered: false, deadline: pick(random, coming) };
    case 'overdue':
      return { answered: false, deadline: pick(random, past) };
    case 'term-unknown':
      return { answered: false, deadline: null };
  }
}

/** Lightest first, as in the manual's reading RQ-10. */
const weights = ['answered', 'in-term', 'term-unknown', 'overdue'] as const;

function insistencesIn(state: Seen['insistence'], random: Random): readonly Insistence[] {
  if (state === 'none') return [];
  if (state === 'other-kind') return [{ ...ticketIn('in-term', random), kind: 'late-answer' }];
  const decisive = insistence(state, random);
  if (chance(random, 0.6)) return [decisive];
  // A second one that is no heavier than the one that decides.
  const lighter = insistence(pick(random, weights.slice(0, weights.indexOf(state) + 1)), random);
  return chance(random, 0.5) ? [decisive, lighter] : [lighter, decisive];
}

function insistence(state: (typeof weights)[number], random: Random): Insistence {
  return { ...ticketIn(state, random), kind: pick(random, ['late-answer', 'disagreement'] as const) };
}

/** The first instants of some days in Santiago: ordinary ones, one without midnight, those around a 25-hour day. */
const dayStarts = [
  '2024-05-14T04:00:00Z',
  '2024-09-08T04:00:00Z',
  '2024-09-09T03:00:00Z',
  '2024-04-06T03:00:00Z',
  '2024-04-07T04:00:00Z',
  '2026-05-13T04:00:00Z',
].map((text) => Date.parse(text));

const edgeContexts = policies.flatMap((policy) =>
  dayStarts.flatMap((start) => [-1, 0, 1].map((shift) => contextOf(policy, start + shift))),
);

/** Any facts under any policy, at the first millisecond of a day and the two beside it, with deadlines just as near. */
export function edgeRequirement(random: Random): Asked {
  const context = pick(random, edgeContexts);
  const now = context.clock.now();
  const deadline = (): Deadline | null => {
    if (chance(random, 0.15)) return null;
    if (chance(random, 0.05)) return '2026-02-30';
    return chance(random, 0.3) ? now + whole(random, -2, 2) : dateFrom(now, whole(random, -2, 2));
  };
  const ticket = (): Ticket => ({ answered: chance(random, 0.4), deadline: deadline() });
  const insistences = Array.from({ length: whole(random, 0, 3) }, (): Insistence => {
    return { ...ticket(), kind: pick(random, ['late-answer', 'disagreement'] as const) };
  });
  const facts: Facts = {
    product: pick(random, products),
    initial: chance(random, 0.1) ? null : ticket(),
    ...(chance(random, 0.9) && { insistences }),
    ...(chance(random, 0.9) && { client: pick(random, ['unaware', 'dissatisfied', 'satisfied'] as const) }),
  };
  return { facts, context };
}

function dateFrom(instant: Instant, days: number): string {
  return DateTime.fromMillis(instant, { zone: ZONE }).plus({ days }).toFormat('yyyy-MM-dd');
}
