import type { Instant } from 'pauta/kernel';
import pg from 'pg';
import type { Act, OutsideWorld, Performed } from '../outside-world.js';
import { atFirst, picksUp, reactionsTo, type Reaction } from './people.js';

/** Whoever performs an act shares it; time goes on only while nobody does. */
export const TIME = 4_813_001;

/**
 * The make-believe world: its own book of what was done to it, in a schema of its own. `acts.key` is what a mail
 * service does with an idempotency key: the first attempt has an effect, the others are counted.
 */
const schema = `
  create schema if not exists outside_world;
  create table if not exists outside_world.time (id integer primary key default 1 check (id = 1), now bigint not null);
  create table if not exists outside_world.acts (
    number   bigint generated always as identity,
    key      text primary key,
    move     text not null,
    outcome  jsonb not null,
    at       bigint not null,
    answered boolean,
    attempts integer not null default 1
  );
  create index if not exists acts_of_a_move on outside_world.acts (move);
  create table if not exists outside_world.reactions (
    id       text primary key,
    move     text not null,
    at       bigint not null,
    happened jsonb not null,
    is_sent  boolean not null default false
  );
  create index if not exists reactions_to_come on outside_world.reactions (at) where not is_sent;
`;

export async function createLedger(pool: pg.Pool, now: Instant): Promise<void> {
  await pool.query(schema);
  await pool.query('insert into outside_world.time (now) values ($1) on conflict do nothing', [now]);
}

/** The world that workers act on. Its connections are its own: nothing here is in a transaction of DBOS. */
export function ledgerWorld(pool: pg.Pool, seed: number, pace: number): OutsideWorld {
  return {
    pace,
    now: () => timeOf(pool),
    perform: (act) => inTransaction(pool, (client) => perform(client, act, seed)),
  };
}

async function timeOf(connection: pg.Pool | pg.PoolClient): Promise<Instant> {
  const { rows } = await connection.query<{ now: string }>('select now from outside_world.time');
  return Number(rows[0]?.now);
}

/** The act, and what people will do because of it: both, or neither. */
async function perform(client: pg.PoolClient, act: Act, seed: number): Promise<Performed> {
  await client.query('select pg_advisory_xact_lock_shared($1)', [TIME]);
  const now = await timeOf(client);
  const answered = act.outcome.action === 'call-now' ? picksUp(seed, act) : null;
  const { rows } = await client.query<{ at: string; answered: boolean | null; attempts: number }>(
    `insert into outside_world.acts (key, move, outcome, at, answered) values ($1, $2, $3, $4, $5)
     on conflict (key) do update set attempts = acts.attempts + 1
     returning at, answered, attempts`,
    [act.key, act.move, act.outcome, now, answered],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`${act.key} was not written down`);
  if (row.attempts === 1) {
    const before = await actsOf(client, act.move);
    const others = before.filter(({ key }) => key !== act.key);
    await expect(client, act.move, reactionsTo(seed, act, others, now));
  }
  return { at: Number(row.at), ...(row.answered !== null && { answered: row.answered }) };
}

async function expect(
  connection: pg.Pool | pg.PoolClient,
  move: string,
  reactions: readonly Reaction[],
): Promise<void> {
  for (const { id, at, happened } of reactions) {
    await connection.query(
      'insert into outside_world.reactions (id, move, at, happened) values ($1, $2, $3, $4) on conflict do nothing',
      [id, move, at, happened],
    );
  }
}

/** What people do before the host does anything. */
export async function expectAtFirst(pool: pg.Pool, seed: number, move: string): Promise<void> {
  await expect(pool, move, atFirst(seed, move));
}

export async function actsOf(connection: pg.Pool | pg.PoolClient, move: string): Promise<readonly Act[]> {
  const { rows } = await connection.query<Act>(
    'select key, move, outcome from outside_world.acts where move = $1 order by number',
    [move],
  );
  return rows;
}

export async function inTransaction<Result>(
  pool: pg.Pool,
  body: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await body(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
