import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { Clock } from 'pauta/kernel';
import { makeApp } from './app.js';
import { Board } from './board.js';
import { Chats } from './chats.js';
import { openDatabase } from './database.js';
import { readDesk } from './desk.js';
import { log } from './log.js';
import type { Settings } from './settings.js';

/** A server that runs. */
export interface Running {
  /** Such as `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly board: Board;
  /** Lets what is under way come to its end, then closes the database. */
  readonly stop: () => Promise<void>;
}

/** Starts everything, in this order: nobody is listened to before what is stored has been read. */
export async function startServer(settings: Settings, clock: Clock = Date): Promise<Running> {
  const desk = await readDesk(settings.DESK, clock.now());
  const database = await openDatabase(settings.DATABASE_URL ?? settings.STORE);
  const chats = new Chats(database, desk, clock);
  const board = new Board({ chats, desk, clock, policy: settings.PENDING_POLICY });
  // Listen first, read then: what comes in between is read twice, and nothing is missed.
  await database.listen('chat', board);
  await board.start();

  const stopping = new AbortController();
  const app = await makeApp({
    chats,
    feed: board.feed,
    zone: desk.zone,
    now: () => clock.now(),
    stopping: stopping.signal,
    secrets: settings,
  });
  const { HOST: hostname, PORT: port } = settings;
  const server = serve({ fetch: app.fetch, hostname, port });
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const url = `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${(server.address() as AddressInfo).port}`;
  log('info', 'listening', { url, openChats: board.feed.entries.length });

  return {
    url,
    board,
    stop: async () => {
      stopping.abort();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await board.stop();
      await database.close();
    },
  };
}
