/** A worker on the make-believe world, in a process of its own: `worker.ts <name> <seed> <pace>`. */
import pg from 'pg';
import type { OutsideWorld } from '../outside-world.js';
import { work } from '../worker.js';
import { ledgerWorld } from './ledger.js';

const [executor = '', seed = '', pace = ''] = process.argv.slice(2);
const databaseUrl = process.env['MOVES_DATABASE_URL'] ?? '';
const pool = new pg.Pool({ connectionString: databaseUrl, max: 6 });
pool.on('error', () => {});

let isDoomed = false;
process.on('message', (message) => {
  if (message === 'die between an act and its record') isDoomed = true;
});
// Whoever started it is gone, and it must not outlive them.
process.on('disconnect', () => process.exit(1));

/** Told so, it dies at the worst of moments: when the next act is done, and nobody has written down that it was. */
function mortal(world: OutsideWorld): OutsideWorld {
  return {
    ...world,
    perform: async (act) => {
      const performed = await world.perform(act);
      if (isDoomed) process.kill(process.pid, 'SIGKILL');
      return performed;
    },
  };
}

await work({ databaseUrl, executor, world: mortal(ledgerWorld(pool, Number(seed), Number(pace))) });
process.send?.('working');
