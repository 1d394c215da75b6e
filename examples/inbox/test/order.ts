import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { fixedClock } from 'pauta/kernel';
import type { Entry } from '../src/entry.js';
import type { Running } from '../src/server.js';
import { post, tell, text, webhook } from './meta.js';
import { queueOf, start } from './server.js';
import { trafficOf, twiceAndShuffled, type Request } from './traffic.js';

/** How a proof went, for whoever reads it. */
export interface Proof {
  readonly requests: number;
  readonly pending: number;
  readonly attending: number;
  readonly secondsInOrder: number;
  readonly secondsShuffled: number;
}

/** Where the two inboxes of a proof keep what they are told; absent: in PGlite. */
export interface Servers {
  readonly inOrder?: string;
  readonly shuffled?: string;
}

const from = Date.parse('2026-05-13T08:00:00-04:00');

/**
 * The law of the inbox: requests delivered twice, in any order, several at a time, give the queue that they give when
 * they are delivered once and in order.
 */
export async function proveOrder(count: number, seed: number, servers: Servers = {}): Promise<Proof> {
  const requests = trafficOf(count, seed, from);
  // Shortly after the last of it: some chats are with the AI, others have been for too long.
  const clock = fixedClock(instantAfter(requests));
  const timed = async (sent: readonly Request[], atOnce: number, url: string | undefined) => {
    const given = url === undefined ? {} : { DATABASE_URL: url };
    const servers = [await start(given, clock)];
    // A server may have several processes to its database; they hear of each other's chats by it.
    if (url !== undefined && atOnce > 1) servers.push(await start(given, clock));
    try {
      const began = performance.now();
      await send(servers, sent, atOnce);
      await fence(servers);
      const seconds = (performance.now() - began) / 1000;
      const [queue = [], ...others] = await Promise.all(servers.map(queueOf));
      for (const other of others) assert.deepEqual(plain(other), plain(queue), 'all processes show the same');
      return { queue, seconds };
    } finally {
      for (const server of servers) await server.stop();
    }
  };
  const inOrder = await timed(requests, 1, servers.inOrder);
  const shuffled = await timed(twiceAndShuffled(requests, seed + 1), 8, servers.shuffled);
  assert.deepEqual(plain(shuffled.queue), plain(inOrder.queue));
  const of = (state: Entry['state']): number => inOrder.queue.filter((entry) => entry.state === state).length;
  // A queue of nobody would be equal to any other.
  assert.ok(of('pending') > count / 100 && of('attending') > 0, 'the traffic leaves chats pending and with the AI');
  return {
    requests: count,
    pending: of('pending'),
    attending: of('attending'),
    secondsInOrder: inOrder.seconds,
    secondsShuffled: shuffled.seconds,
  };
}

/** Everything but the version: it counts the changes of a row, and what arrives late makes some more. */
function plain(queue: readonly Entry[]): readonly unknown[] {
  return queue.map(({ version: _, ...entry }) => entry).sort((one, other) => (one.key < other.key ? -1 : 1));
}

async function send(servers: readonly Running[], requests: readonly Request[], atOnce: number): Promise<void> {
  let next = 0;
  const sender = async (): Promise<void> => {
    while (next < requests.length) {
      const { url } = servers[next % servers.length] as Running;
      const request = requests[next++] as Request;
      const response = 'webhook' in request ? await post(url, request.webhook) : await tell(url, request.events);
      assert.equal(response.status, 200, await response.text());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
}

/** Notices of a server arrive in the order of the commits: whoever has heard of the last one has heard of all. */
async function fence(servers: readonly Running[]): Promise<void> {
  const client = '56999999999';
  const [{ url }] = servers as [Running];
  await post(url, webhook({ messages: [text(client, 'wamid.fence', from)] }));
  const isThere = ({ board }: Running): boolean => board.feed.entries.some((entry) => entry.client === client);
  while (!servers.every(isThere)) await new Promise((resolve) => setTimeout(resolve, 20));
}

function instantAfter(requests: readonly Request[]): number {
  const instants = [...JSON.stringify(requests).matchAll(/timestamp\\":\\"(\d+)/g)].map(([, second]) => Number(second));
  return Math.max(...instants) * 1000 + 2_000;
}
