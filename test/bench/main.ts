import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { addPair, HOLIDAYS, workingPair } from './working.js';
import { agree, agreeOnMessaging } from './agreement.js';
import { agendaPair, messagingPairs, SWEPT } from './conversations.js';
import type { Memory } from './memory.js';
import { askingPairs, loadingPairs } from './portfolios.js';
import { CLIENTS, pieces } from './portfolio-file.js';
import { growth, MESSAGES, recordPairs, sizes } from './recording.js';
import { pairsTable, writeInto, written, type Line } from './report.js';
import { enRoutePair, EVENTS, JOBS, ladderPair, searchPairs, STORIES } from './searching.js';
import {
  isPendingPair,
  pendingEnginePairs,
  pendingPair,
  QUEUED,
  queuePair,
  requirementEnginePairs,
  requirementPair,
} from './speed.js';

/** Relative to the bundle, which lies in `dist`. */
const page = new URL('../../../docs/benchmarks.md', import.meta.url);

const began = performance.now();

/** Says what is going on: the whole takes minutes. */
async function step<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  console.log(`${((performance.now() - start) / 1_000).toFixed(1).padStart(6)} s  ${name}`);
  return result;
}

const byHand = 'by hand';

/** The questions of `messaging`, and its sweep. */
async function messagingLines(): Promise<readonly Line[]> {
  const pairs = await step('messaging, each question', messagingPairs);
  const { measured, share } = await step('messaging.agenda', agendaPair);
  const questions = Object.entries(pairs).map(([question, measured]): Line => {
    return { ours: `\`messaging.${question}\``, baseline: byHand, measured, as: 'long', target: 3 };
  });
  const swept = `\`messaging.agenda\`, ${SWEPT.toLocaleString('en')} conversations, ${Math.round(share * 100)}% due`;
  return [...questions, { ours: swept, baseline: 'sweep by hand', measured, as: 'long', target: 1.5 }];
}

// `npm run bench -- messaging`: that room alone, shown and not written. The whole takes minutes.
if (process.argv.includes('messaging')) {
  await step('equal answers', agreeOnMessaging);
  console.log(`\n${pairsTable(await messagingLines())}\n`);
  process.exit();
}

/** Working time. */
async function workingLines(): Promise<readonly Line[]> {
  const added = `\`calendar.add\`, ${HOLIDAYS} holidays`;
  const add = await step('calendar.add', addPair);
  const working = await step('pending.decide, working time', workingPair);
  return [
    { ours: added, baseline: 'day by day on luxon', measured: add, as: 'fast', target: 100 },
    { ours: '`pending.decide`, of working time', baseline: 'of time that passes', measured: working, as: 'long' },
  ];
}

// `npm run bench -- working-time`: that alone.
if (process.argv.includes('working-time')) {
  console.log(`\n${pairsTable(await workingLines())}\n`);
  process.exit();
}

const agreement = await step('equal answers', agree);

// `npm run check:bench`: that all sides answer alike, and no more. Else nobody sees when they part.
if (process.argv.includes('equal')) process.exit();

const isPending = await step('pending.isPending', isPendingPair);
const pending = await step('pending.decide', pendingPair);
const requirement = await step('requirement.decide', requirementPair);
const queue = await step('pending.queue', queuePair);
const pendingEngines = await step('pending.decide and engines', pendingEnginePairs);
const requirementEngines = await step('requirement.decide and engines', requirementEnginePairs);
const record = await step('pending.record', recordPairs);
const lengths = await step('pending.record, by length', growth);
const compacted = await step('pending.compact', sizes);
const search = await step('ladder.record', searchPairs);
const ladder = await step('ladder.decide', ladderPair);
const enRoute = await step('ladder.enRouteMovers', enRoutePair);
const loading = await step('routing.load', loadingPairs);
const asking = await step('routing.find and decide', askingPairs);
const conversations = await messagingLines();
const working = await workingLines();
const memory = await step('routing, in memory', async (): Promise<Memory> => {
  const script = fileURLToPath(new URL('memory.mjs', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'pauta-memory-'));
  try {
    const file = join(folder, 'million.csv');
    await pipeline(Readable.from(pieces()), createWriteStream(file));
    return JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, file], { encoding: 'utf8' })) as Memory;
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const queued = `\`pending.queue\`, ${QUEUED.toLocaleString('en')} chats, ${Math.round(queue.share * 100)}% pending`;
const recorded = `\`pending.record\`, ${MESSAGES.toLocaleString('en')} messages in order, each`;
const searched = `\`ladder.record\`, ${STORIES.toLocaleString('en')} searches of ${EVENTS} events, each`;
const swept = `\`ladder.enRouteMovers\`, ${JOBS.toLocaleString('en')} jobs, ${enRoute.candidates} candidates`;

const million = CLIENTS.toLocaleString('en');
const loaded = `a file of ${million} clients validated and loaded`;
const previewed = 'that file validated and previewed, against as many';
const found = `\`routing.find\`, ${million} clients in no order, each`;
const routed = `\`routing.decide\`, ${million} contacts in no order, each`;

const lines: readonly Line[] = [
  { ours: '`pending.isPending`', baseline: byHand, measured: isPending, as: 'long', target: 2.2 },
  { ours: '`pending.decide`', baseline: byHand, measured: pending, as: 'long', target: 2.5 },
  { ours: '`requirement.decide`', baseline: byHand, measured: requirement, as: 'long', target: 3 },
  { ours: queued, baseline: 'sweep and sort by hand', measured: queue.measured, as: 'long', target: 1.3 },
  {
    ours: '`pending.decide`',
    baseline: 'json-rules-engine',
    measured: pendingEngines.jsonRules,
    as: 'fast',
    target: 100,
  },
  {
    ours: '`requirement.decide`',
    baseline: 'json-rules-engine',
    measured: requirementEngines.jsonRules,
    as: 'fast',
    target: 100,
  },
  { ours: '`pending.decide`', baseline: 'zen-engine', measured: pendingEngines.zen, as: 'fast' },
  { ours: '`requirement.decide`', baseline: 'zen-engine', measured: requirementEngines.zen, as: 'fast' },
  { ours: recorded, baseline: 'an object pushed on an array', measured: record.push, as: 'long', target: 20 },
  { ours: recorded, baseline: 'a log by hand with a `Set` of ids', measured: record.log, as: 'long' },
  { ours: searched, baseline: 'a reducer by hand', measured: search.byHand, as: 'long', target: 2 },
  { ours: searched, baseline: 'that reducer in @xstate/store', measured: search.store, as: 'fast', target: 5 },
  { ours: searched, baseline: 'xstate, pure `transition`', measured: search.machine, as: 'fast' },
  { ours: '`ladder.decide`', baseline: byHand, measured: ladder, as: 'long', target: 3 },
  { ours: swept, baseline: 'filter and rank by hand', measured: enRoute.measured, as: 'long', target: 1.5 },
  { ours: loaded, baseline: 'papaparse parses it', measured: loading.load, as: 'long', target: 1.5 },
  { ours: loaded, baseline: 'csv-parse parses it', measured: loading.strict, as: 'long' },
  { ours: previewed, baseline: 'validated and loaded', measured: loading.preview, as: 'long', target: 3 },
  { ours: found, baseline: 'a `Map` of objects', measured: asking.find, as: 'long', target: 1.5 },
  { ours: routed, baseline: 'by hand, on that `Map`', measured: asking.decide, as: 'long', target: 3 },
  ...conversations,
  ...working,
];

const figures = written({
  agreement,
  lines,
  growth: lengths,
  sizes: compacted,
  memory,
  seconds: (performance.now() - began) / 1_000,
});
console.log(`\n${figures}\n`);
writeInto(page, figures);
