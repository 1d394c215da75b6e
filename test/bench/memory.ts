/**
 * A process of its own, for its memory is measured: reads a file of a million clients from the disk as a stream,
 * validates and loads it. Prints what it held at most, and what a client still takes afterwards.
 *
 *   node --expose-gc dist/memory.mjs FILE
 */
import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { validateStream } from '../../src/routing/csv.js';
import * as routing from '../../src/routing/index.js';
import { CLIENTS } from './portfolio-file.js';

/** What a process that loads a million clients takes. In bytes. */
export interface Memory {
  /** The most that it had from the system, Node and all. */
  readonly peak: number;
  readonly perClient: number;
}

const before = await held();
const portfolio = await loaded(process.argv[2] as string);
const peak = process.resourceUsage().maxRSS * 1_024;
const memory: Memory = { peak, perClient: ((await held()) - before) / CLIENTS };
if (portfolio.accounts[0]?.clients !== CLIENTS) throw new Error('The portfolio is not whole.');
console.log(JSON.stringify(memory));

/** What the file left behind goes with this call. */
async function loaded(path: string): Promise<routing.Portfolio> {
  const validation = await validateStream(createReadStream(path), { account: 'wa-1', kind: 'whatsapp' });
  if (!validation.ok) throw new Error(validation.code);
  return routing.load(routing.emptyPortfolio, validation, { at: 0 }).state;
}

/** Columns are let go of a turn after the objects that held them. */
async function held(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc?.();
    await setImmediate();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
