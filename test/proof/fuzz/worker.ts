import { parentPort, workerData } from 'node:worker_threads';
import type { Findings } from './campaign.js';
import { heapHeld } from './memory.js';

/** What a thread is told. */
export interface Order {
  readonly seed: number;
  readonly milliseconds: number;
  readonly words: readonly string[];
  readonly places: number;
  /** How many calls have begun, and after it the last input, as UTF-8 with its length before it. */
  readonly pulse: SharedArrayBuffer;
}

/** What a thread tells at its end. */
export interface Report {
  readonly findings: Findings;
  readonly doors: number;
  /** Of the heap, in megabytes: before the first input, and after the last one, all inputs let go of. */
  readonly before: number;
  readonly after: number;
}

const { seed, milliseconds, words, places, pulse } = workerData as Order;
globalThis.pautaPlaces = places;
globalThis.pautaCounters = new Uint16Array(places);
const { Campaign } = await import('./campaign.js');
const { doors } = await import('./doors/index.js');

const beats = new Int32Array(pulse, 0, 2);
const place = new Uint8Array(pulse, 8);
const encoder = new TextEncoder();

/** Written before each call, so that whoever finds this thread hanging can read at what. */
function announce(door: string, input: unknown): void {
  Atomics.add(beats, 0, 1);
  const text = typeof input === 'string' ? input : String(JSON.stringify(input));
  beats[1] = encoder.encodeInto(`${door}: ${text.slice(0, 4_000)}`, place).written;
}

async function fuzzed(): Promise<Findings> {
  const campaign = new Campaign(doors, words, seed);
  await campaign.begin();
  const until = performance.now() + milliseconds;
  while (performance.now() < until) for (let left = 50; left > 0; left--) await campaign.step(announce);
  return campaign.findings;
}

const before = heapHeld();
const findings = await fuzzed();
parentPort?.postMessage({ findings, doors: doors.length, before, after: heapHeld() } satisfies Report);
