import { fileURLToPath } from 'node:url';
import type { Clock } from 'pauta/kernel';
import type { Entry } from '../src/entry.js';
import { startServer, type Running } from '../src/server.js';
import { readSettings } from '../src/settings.js';
import { secrets } from './meta.js';
import { freshStore } from './store.js';

const desk = fileURLToPath(new URL('data', import.meta.url));

/** The inbox on a free port, with an empty database unless told otherwise. */
export async function start(given: Readonly<Record<string, string>> = {}, clock: Clock = Date): Promise<Running> {
  const STORE = given['STORE'] ?? (given['DATABASE_URL'] === undefined ? await freshStore() : '');
  const settings = readSettings({ ...secrets, PORT: '0', DESK: desk, ...given, STORE });
  if ('length' in settings) throw new Error(settings.join('\n'));
  return startServer(settings, clock);
}

/** The queue as it is published, once everything that was heard is in it. */
export async function queueOf({ board }: Running): Promise<readonly Entry[]> {
  await board.settled();
  return board.feed.entries;
}
