import { dayAt, type CivilDate, type Instant } from 'pauta/kernel';
import { policy, type Facts, type Insistence, type Policy, type Ticket } from 'pauta/requirement';
import type { Database } from './database.js';
import { pick, type Random } from './random.js';

/** A maximum date is a `date`; where a time of day is known, it is an instant in the column beside it. */
export const tables = `
CREATE TABLE requirements (
  id integer PRIMARY KEY,
  product text,
  initial_answered boolean,
  initial_deadline date,
  initial_deadline_at timestamptz,
  client text
);
CREATE TABLE insistences (
  requirement_id integer NOT NULL,
  kind text NOT NULL,
  answered boolean NOT NULL,
  deadline date,
  deadline_at timestamptz
);`;

/** A policy, and an instant at which one day of its zone gives way to another. */
export interface Scene {
  readonly policy: Policy;
  readonly at: Instant;
}

const at = (text: string): Instant => Date.parse(text);

/** Where the clocks do what they should not at midnight, and where they do not. */
const midnights: readonly (readonly [zone: string, at: Instant])[] = [
  ['America/Santiago', at('2024-09-08T04:00:00Z')], // this day begins at 01:00
  ['America/Santiago', at('2024-04-07T03:00:00Z')], // 23:00 of the day before, for the second time
  ['America/Santiago', at('2024-04-07T04:00:00Z')],
  ['America/Bogota', at('2026-05-14T05:00:00Z')],
  ['America/Havana', at('2025-11-02T04:00:00Z')], // midnight …
  ['America/Havana', at('2025-11-02T05:00:00Z')], // … and its last instants once more
  ['Pacific/Apia', at('2011-12-30T10:00:00Z')], // here a whole day was left out
  ['Asia/Kathmandu', at('2026-05-13T18:15:00Z')],
  ['UTC', at('2026-05-14T00:00:00Z')],
];

const readings: readonly Partial<Policy>[] = [
  {},
  { deadlineInclusive: false },
  { insistenceKinds: 'disagreement' },
  { meterFiling: 'contact-centre', deadlineInclusive: false, insistenceKinds: 'disagreement' },
];

/** Each midnight under one of the readings, one millisecond before, at it, and one after. */
export const scenes: readonly Scene[] = midnights.flatMap(([zone, midnight], index) =>
  [-1, 0, 1].map((shift) => ({
    policy: policy({ ...readings[(index + shift + 1) % readings.length], zone }),
    at: midnight + shift,
  })),
);

/** Any combination, with maximum dates around the days, and instants around the midnights, of the scenes. */
export function randomRequirement(random: Random): Facts {
  const product = pick(random, ['meter', 'bottled', 'bulk', null] as const);
  const initial = random() < 0.1 ? null : ticket(random);
  const insistences = Array.from({ length: pick(random, [0, 0, 1, 1, 2, 3]) }, () => insistence(random));
  const client = pick(random, ['unaware', 'dissatisfied', 'satisfied', undefined] as const);
  return { product, initial, insistences, ...(client === undefined ? {} : { client }) };
}

function ticket(random: Random): Ticket {
  const { policy, at } = pick(random, scenes);
  const form = random();
  const deadline = form < 0.1 ? null : form < 0.3 ? at + pick(random, [-1, 0, 1]) : dateNear(at, policy.zone, random);
  return { answered: random() < 0.4, deadline };
}

function insistence(random: Random): Insistence {
  return { ...ticket(random), kind: pick(random, ['late-answer', 'disagreement'] as const) };
}

function dateNear(at: Instant, zone: string, random: Random): CivilDate {
  const day = dayAt(at, zone) + pick(random, [-1, 0, 0, 1]);
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

const BATCH = 5_000;

/** The `id` of a requirement is its place. */
export async function store(database: Database, requirements: readonly Facts[]): Promise<void> {
  for (let from = 0; from < requirements.length; from += BATCH) {
    const batch = requirements.slice(from, from + BATCH);
    const rows = batch.map(({ product, initial, client }, index) => {
      const { deadline, at } = columnsOf(initial);
      const answered = initial?.answered ?? null;
      return {
        id: from + index,
        product,
        client,
        initial_answered: answered,
        initial_deadline: deadline,
        initial_deadline_at: at,
      };
    });
    const insistences = batch.flatMap(({ insistences = [] }, index) =>
      insistences.map((one) => {
        const { deadline, at } = columnsOf(one);
        return { requirement_id: from + index, kind: one.kind, answered: one.answered, deadline, deadline_at: at };
      }),
    );
    for (const [table, values] of [
      ['requirements', rows],
      ['insistences', insistences],
    ] as const) {
      await database.rows(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`, [
        JSON.stringify(values),
      ]);
    }
  }
  await database.run('ANALYZE requirements; ANALYZE insistences;');
}

function columnsOf(ticket: Ticket | null): { readonly deadline: string | null; readonly at: string | null } {
  const deadline = ticket?.deadline ?? null;
  return typeof deadline === 'number'
    ? { deadline: null, at: new Date(deadline).toISOString() }
    : { deadline, at: null };
}
