import type { DBOSClient } from '@dbos-inc/dbos-sdk';
import type pg from 'pg';
import { deliver } from '../mailbox.js';
import type { Happened } from '../steps.js';
import { inTransaction, TIME } from './ledger.js';
import { OPENING } from './people.js';

const TICK = 50;

/**
 * All the movers, clients and agents, and time itself. An instant is announced only when everything that happens until
 * then is in the mailboxes: so however slow the machine is, no worker is told a time without what happened by it.
 */
export class Crowd {
  private readonly began = Date.now();
  private readonly pool: pg.Pool;
  private readonly client: DBOSClient;
  private readonly pace: number;
  private running: Promise<void> | null = null;
  private isClosing = false;
  delivered = 0;

  constructor(pool: pg.Pool, client: DBOSClient, pace: number) {
    this.pool = pool;
    this.client = client;
    this.pace = pace;
  }

  /** Begins; `onFault`: time has come to a halt. */
  start(onFault: (error: unknown) => void): void {
    this.running = this.run().catch(onFault);
  }

  async stop(): Promise<void> {
    this.isClosing = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isClosing) {
      await this.tick();
      await new Promise((resolve) => setTimeout(resolve, TICK));
    }
  }

  private async tick(): Promise<void> {
    await inTransaction(this.pool, async (transaction) => {
      // Waits for whoever is acting, so that what comes of it is known.
      await transaction.query('select pg_advisory_xact_lock($1)', [TIME]);
      const now = OPENING + Math.floor((Date.now() - this.began) * this.pace);
      const { rows } = await transaction.query<{ id: string; move: string; happened: Happened }>(
        'select id, move, happened from outside_world.reactions where not is_sent and at <= $1 order by at, id',
        [now],
      );
      const moves = [...new Set(rows.map(({ move }) => move))];
      await Promise.all(moves.map((move) => this.send(rows.filter((row) => row.move === move))));
      await transaction.query('update outside_world.reactions set is_sent = true where id = any($1)', [
        rows.map(({ id }) => id),
      ]);
      await transaction.query('update outside_world.time set now = $1', [now]);
    });
  }

  private async send(rows: readonly { id: string; move: string; happened: Happened }[]): Promise<void> {
    for (const { id, move, happened } of rows) {
      const problems = await deliver(this.client, move, id, happened);
      if (problems.length > 0) throw new Error(`${id}: ${JSON.stringify(problems)}`);
      this.delivered += 1;
      // A webhook comes twice now and then.
      if (this.delivered % 7 === 0) await deliver(this.client, move, id, happened);
    }
  }
}
