import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--expose-gc');
const collected = runInNewContext('gc') as () => void;

/** What is held when all is let go of that can be, in megabytes of the heap. */
export function heapHeld(): number {
  collected();
  collected();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
