import pg from 'pg';
import type { Database, Listener, Query } from './database.js';
import { log } from './log.js';

const RECONNECT_AFTER = 1_000;

/** A PostgreSQL server: a pool for the work, and a connection of its own to listen on. */
export async function openPostgres(connectionString: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString });
  // A server that restarts breaks idle connections. Unheard, that would end the process.
  pool.on('error', (error) => log('warn', 'database-connection-lost', { error: error.message }));
  let listening: pg.Client | null = null;
  let isClosed = false;

  async function listen(channel: string, listener: Listener): Promise<void> {
    const client = new pg.Client({ connectionString, keepAlive: true });
    client.on('notification', ({ payload }) => listener.onMessage(payload ?? ''));
    client.on('error', (error) => log('warn', 'listening-lost', { error: error.message }));
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    listening = client;
    client.once('end', () => {
      if (!isClosed) void listenAgain(channel, listener);
    });
  }

  async function listenAgain(channel: string, listener: Listener): Promise<void> {
    while (!isClosed) {
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_AFTER));
      try {
        await listen(channel, listener);
        listener.onGap();
        return;
      } catch (error) {
        log('warn', 'listening-lost', { error: String(error) });
      }
    }
  }

  return {
    query: queryOn(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const result = await work(queryOn(client));
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        // Where even this fails the connection is of no use any more, and is thrown away.
        await client.query('rollback').then(
          () => client.release(),
          () => client.release(true),
        );
        throw error;
      }
    },
    listen,
    close: async () => {
      isClosed = true;
      await listening?.end();
      await pool.end();
    },
  };
}

function queryOn(connection: pg.Pool | pg.PoolClient): Query {
  return async <Row>(statement: string, parameters: readonly unknown[] = []) =>
    (await connection.query(statement, [...parameters])).rows as Row[];
}
