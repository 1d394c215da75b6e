import { Worker } from 'node:worker_threads';
import type { Bundle } from './bundle.js';
import type { Order, Report } from './worker.js';

/** A thread that gives no sign for so long is hanging, and ended, if the process had the processor half of the time. */
const SILENCE = 10_000;
const STARVED = 6;
const ROOM = 8_192;
/** What a thread may take of memory, in megabytes, before it is ended: inputs and what is remembered of them. */
const LIMIT = 1_024;

/** What became of a thread: what it saw, or the input at which it ended. */
export type Ending = { readonly report: Report } | { readonly why: string; readonly input: string };

/** Fuzzes in a thread of its own, and watches it from outside: what hangs cannot watch itself. */
export function threadOf({ path, words, places }: Bundle, seed: number, milliseconds: number): Promise<Ending> {
  const pulse = new SharedArrayBuffer(ROOM);
  const order: Order = { seed, milliseconds, words, places, pulse };
  const worker = new Worker(path, {
    workerData: order,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: LIMIT },
  });
  const beats = new Int32Array(pulse, 0, 2);
  return new Promise((resolve) => {
    const beginning = performance.now();
    let last = { beat: 0, at: beginning, cpu: process.cpuUsage() };
    const watch = globalThis.setInterval(() => {
      const beat = Atomics.load(beats, 0);
      const now = performance.now();
      // Until its first call, and after its last one, it loads and collects.
      const isBusy = beat > 0 && now - beginning < milliseconds;
      if (beat !== last.beat || !isBusy) last = { beat, at: now, cpu: process.cpuUsage() };
      const { user, system } = process.cpuUsage(last.cpu);
      const hadProcessor = (user + system) / 1_000 > SILENCE / 2 || now - last.at > SILENCE * STARVED;
      const isOver = now - beginning > milliseconds + 10 * SILENCE * STARVED;
      if ((now - last.at > SILENCE && hadProcessor) || isOver) end({ why: 'hangs', input: lastInput(pulse) });
    }, 500);
    const end = (ending: Ending): void => {
      globalThis.clearInterval(watch);
      void worker.terminate();
      resolve(ending);
    };
    worker.on('message', (report: Report) => {
      end({ report });
    });
    worker.on('error', (error) => {
      end({ why: error instanceof Error ? (error.stack ?? error.message) : String(error), input: lastInput(pulse) });
    });
  });
}

function lastInput(pulse: SharedArrayBuffer): string {
  const length = new Int32Array(pulse, 4, 1)[0] ?? 0;
  return Buffer.from(new Uint8Array(pulse, 8, length)).toString('utf8');
}
