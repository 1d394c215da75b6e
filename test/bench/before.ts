/**
 * What each decision takes beside what it took at another commit, in one run: `npm run bench:before -- <commit>`, and
 * perhaps the names of some. Each function has a process of its own, for the compiler shapes its code by all that it
 * has seen.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { fixedClock, type Clock } from '../../src/kernel/clock.js';
import { arbitraries } from '../../src/testing/index.js';
import { compare, spread, type Measured, type Side } from './pairs.js';
import { pairsTable, type Line } from './report.js';
import { sink } from './sink.js';

type Ask = (facts: unknown, context: { readonly clock: Clock }) => unknown;

/** The facts of each function; none of them is of working time, or paused. */
const inputs: Readonly<Record<string, () => fc.Arbitrary<unknown>>> = {
  'pending.isPending': () => arbitraries.pending.facts,
  'pending.decide': () => arbitraries.pending.facts,
  'ladder.decide': () => arbitraries.ladder.facts.map((facts) => ({ ...facts, pauses: [] })),
  'contact.decide': () => arbitraries.contact.facts,
  'messaging.intake': () => arbitraries.messaging.intakeFacts,
};

/** As in `speed.ts`: few enough to stay in the cache. */
const INPUTS = 540;
/** A batch goes through them until it lasts so long, in milliseconds. */
const BATCH = 2;
/** The compiler's choices differ from process to process, by more than what is looked for: the median of so many counts. */
const PROCESSES = 9;
/** When most of what is drawn happens. */
const clock = fixedClock(Date.parse('2024-05-13T12:30:00-04:00'));

const root = fileURLToPath(new URL('../../../', import.meta.url));
const work = fileURLToPath(new URL('before/', import.meta.url));

const [argument = '', ...names] = process.argv.slice(2);
if (argument === '') {
  console.error('npm run bench:before -- <commit> [pending.decide …]');
  process.exitCode = 2;
} else if (argument === '--one') console.log(JSON.stringify(await one(names[0] ?? '')));
else await all(argument, names);

async function all(commit: string, wanted: readonly string[]): Promise<void> {
  mkdirSync(`${work}sources`, { recursive: true });
  try {
    const archive = execFileSync('git', ['archive', commit, 'src'], { cwd: root, maxBuffer: 1e9 });
    execFileSync('tar', ['-x', '-C', `${work}sources`], { input: archive });
    await bundle(`${work}sources/src/index.ts`, 'then');
    await bundle(`${root}src/index.ts`, 'now');
    const asking = wanted.length > 0 ? wanted : Object.keys(inputs);
    const lines = asking.map((asked): Line => {
      const command = ['--expose-gc', fileURLToPath(import.meta.url), '--one', asked];
      const runs = Array.from({ length: PROCESSES }, () => {
        return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' })) as Measured;
      });
      const measured: Measured = {
        ours: spread(runs.map(({ ours }) => ours)).p50,
        baseline: spread(runs.map(({ baseline }) => baseline)).p50,
        ratio: spread(runs.map(({ ratio }) => ratio.p50)),
      };
      return { ours: `\`${asked}\``, baseline: `at ${commit}`, measured, as: 'long', target: 1.05 };
    });
    console.log(pairsTable(lines));
  } finally {
    rmSync(work, { recursive: true });
  }
}

async function bundle(entry: string, name: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile: `${work}${name}.mjs`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
}

async function one(asked: string): Promise<Measured> {
  const [now, then] = [await functionOf('now', asked), await functionOf('then', asked)];
  const drawn = fc.sample(inputs[asked]?.() ?? fc.constant(null), { numRuns: INPUTS, seed: 7 });
  const context = { clock };
  const began = performance.now();
  for (let time = 0; time < 10; time++) for (const facts of drawn) sink.seen = then(facts, context);
  const times = Math.ceil(BATCH / ((performance.now() - began) / 10));
  const ours: Side = {
    calls: INPUTS * times,
    batch() {
      for (let time = 0; time < times; time++) for (const facts of drawn) sink.seen = now(facts, context);
    },
  };
  const baseline: Side = {
    calls: INPUTS * times,
    batch() {
      for (let time = 0; time < times; time++) for (const facts of drawn) sink.seen = then(facts, context);
    },
  };
  return compare({ ours, baseline, rounds: 30, warmUps: 15, batches: 7 });
}

async function functionOf(name: string, asked: string): Promise<Ask> {
  const [room = '', question = ''] = asked.split('.');
  const built = (await import(pathToFileURL(`${work}${name}.mjs`).href)) as Record<string, Record<string, Ask>>;
  const found = built[room]?.[question];
  if (found === undefined) throw new Error(`${name}: there is no ${asked}.`);
  return found;
}
