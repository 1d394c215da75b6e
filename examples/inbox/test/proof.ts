import { proveOrder, type Servers } from './order.js';

const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 2026);

/** Two empty databases of the server that `DATABASE_URL` names, or PGlite without it. */
const base = process.env['DATABASE_URL'];
const servers: Servers =
  base === undefined ? {} : { inOrder: await made(base, 'in_order'), shuffled: await made(base, 'shuffled') };
const { pending, attending, secondsInOrder, secondsShuffled } = await proveOrder(count, seed, servers);

const rate = (requests: number, seconds: number): string =>
  `${seconds.toFixed(1)} s, ${(requests / seconds).toFixed(0)} per second`;
console.log(`
${count.toLocaleString('en')} requests, seed ${seed}, on ${base === undefined ? 'PGlite' : 'a PostgreSQL server'}
once, in order, one at a time:       ${rate(count, secondsInOrder)}
twice, shuffled, eight at a time:    ${rate(2 * count, secondsShuffled)}
the same queue: ${pending} pending, ${attending} with the AI`);

async function made(server: string, kind: string): Promise<string> {
  const { default: pg } = await import('pg');
  const name = `pauta_inbox_${kind}_${process.pid}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${pg.escapeIdentifier(name)}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
