import { DBOS, DBOSClient } from '@dbos-inc/dbos-sdk';
import pg from 'pg';
import type { Ending } from '../course.js';
import { freshDatabase } from '../database.js';
import { open, workflowOf } from '../mailbox.js';
import { APPLICATION } from '../names.js';
import { Chance } from './chance.js';
import { Crowd } from './crowd.js';
import { Fleet } from './fleet.js';
import { createLedger, expectAtFirst } from './ledger.js';
import { lifeOf } from './life.js';
import { moveOf, OPENING } from './people.js';
import { differencesOf, type Played } from './verdict.js';

/** What is played. */
export interface Rehearsal {
  readonly seed: number;
  readonly moves: number;
  readonly workers: number;
  /** How many of the world's seconds pass in one. */
  readonly pace: number;
  /** How many times a worker is killed; every third time between an act and its record. */
  readonly kills: number;
  /** Milliseconds after which it is given up. */
  readonly patience: number;
  readonly tell?: (text: string) => void;
}

/** What came of it. */
export interface Outcome {
  /** What went otherwise than in an undisturbed life; empty: nothing. */
  readonly differences: readonly string[];
  readonly server: string;
  readonly acts: number;
  readonly attempts: number;
  readonly events: number;
  readonly kills: { readonly atRandom: number; readonly betweenActAndRecord: number };
  /** How often a workflow was taken up again by a worker. */
  readonly recoveries: number;
  readonly seconds: number;
  readonly endings: Readonly<Record<string, number>>;
  readonly lives: readonly Played[];
}

/** Plays moves on workers that are killed while they work, and holds each against its undisturbed life. */
export async function rehearse(rehearsal: Rehearsal): Promise<Outcome> {
  const { seed, moves, workers: size, pace, tell } = rehearsal;
  const database = await freshDatabase();
  const faults: unknown[] = [];
  const onFault = (error: unknown): void => void faults.push(error);
  const pool = new pg.Pool({ connectionString: database.url, max: 6 });
  pool.on('error', onFault);
  const fleet = new Fleet({ size, databaseUrl: database.url, seed, pace }, onFault);
  const closing: (() => Promise<unknown>)[] = [() => fleet.stop(), () => pool.end(), () => database.close()];
  try {
    await DBOS.migrate(database.url);
    await createLedger(pool, OPENING);
    await fleet.start();
    tell?.(`${size} workers on ${database.server}`);
    const client = await DBOSClient.create({ systemDatabaseUrl: database.url, applicationName: APPLICATION });
    closing.unshift(() => client.destroy());
    const numbers = Array.from({ length: moves }, (_, index) => index + 1);
    const undisturbed = numbers.map((number) => lifeOf(seed, number));
    const expected = undisturbed.reduce((sum, { acts }) => sum + acts.length, 0);
    for (const number of numbers) {
      const beginning = moveOf(seed, number);
      await open(client, beginning);
      await expectAtFirst(pool, seed, beginning.move);
    }
    const began = Date.now();
    const crowd = new Crowd(pool, client, pace);
    closing.unshift(() => crowd.stop());
    crowd.start(onFault);
    await untilDone(pool, fleet, rehearsal, expected, faults);
    const seconds = (Date.now() - began) / 1000;
    const played = await Promise.all(numbers.map((number) => playedOf(pool, client, moveOf(seed, number).move)));
    const { rows } = await pool.query<{ acts: string; attempts: string; recoveries: string }>(
      `select count(*) as acts, sum(attempts) as attempts,
              (select sum(recovery_attempts - 1) from dbos.workflow_status) as recoveries
       from outside_world.acts`,
    );
    const [counts] = rows;
    return {
      differences: undisturbed.flatMap((life, index) => differencesOf(life, played[index] as Played)),
      server: database.server,
      acts: Number(counts?.acts),
      attempts: Number(counts?.attempts),
      events: crowd.delivered,
      kills: fleet.kills,
      recoveries: Number(counts?.recoveries),
      seconds,
      lives: played,
      endings: tally(played.map(({ ending }) => ending?.search ?? 'none')),
    };
  } finally {
    for (const close of closing) await close().catch(onFault);
  }
}

/**
 * Waits for all moves to end, and kills workers meanwhile: at random points of the work, not of time, so that a slow
 * machine sees as many deaths as a fast one and gets as far between two of them.
 */
async function untilDone(
  pool: pg.Pool,
  fleet: Fleet,
  { seed, moves, kills, patience, tell }: Rehearsal,
  expected: number,
  faults: readonly unknown[],
): Promise<void> {
  const chance = new Chance(seed, 'kills');
  const began = Date.now();
  // In each of so many equal parts of the work one; nobody is killed in the last tenth, when little is left to do.
  const points = Array.from({ length: kills }, (_, index) => ((index + chance.next()) / kills) * 0.9 * expected);
  let killed = 0;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (faults.length > 0) throw new Error('the rehearsal broke off', { cause: faults[0] });
    const { rows } = await pool.query<{ ended: string; acts: string }>(
      `select count(*) filter (where status not in ('ENQUEUED', 'PENDING', 'DELAYED')) as ended,
              (select count(*) from outside_world.acts) as acts
       from dbos.workflow_status`,
    );
    const [ended, acts] = [Number(rows[0]?.ended), Number(rows[0]?.acts)];
    if (ended === moves) return;
    if (Date.now() - began > patience) throw new Error(`${moves - ended} of ${moves} moves have not ended in time`);
    if (acts <= (points[killed] ?? Number.POSITIVE_INFINITY)) continue;
    const isWorstMoment = killed % 3 === 0;
    const name = fleet.kill(chance.next(), isWorstMoment);
    if (name === null) continue;
    killed += 1;
    tell?.(`${acts} acts, ${ended} of ${moves} moves ended: ${name} dies${isWorstMoment ? ' after its next act' : ''}`);
  }
}

async function playedOf(pool: pg.Pool, client: DBOSClient, move: string): Promise<Played> {
  const { rows } = await pool.query<Played['acts'][number]>(
    'select key, outcome, at::float8 as at, attempts from outside_world.acts where move = $1 order by number',
    [move],
  );
  const status = await client.getWorkflow(workflowOf(move));
  return {
    move,
    status: status?.status ?? 'none',
    ending: (status?.output ?? null) as Ending | null,
    error: status?.error == null ? null : String(status.error),
    acts: rows,
  };
}

function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
