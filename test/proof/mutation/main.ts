/**
 * How many of the faults that Stryker puts into the rules the tests find: room by room, as a whole an hour or two, and
 * published room by room (`ROOMS=pending,ladder npm run prove -- mutation`: those).
 * `MUTATE=src/pending/queue.ts npm run prove -- mutation` tries those files alone (separated by commas; with
 * `:12-40`, those lines), shows who survived, and publishes nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { publish } from '../figures.js';
import { equivalents, reasonOf, survivorsIn, type Report, type Survivor } from './survivors.js';

const here = fileURLToPath(new URL('./', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));
const rooms = ['kernel', 'ladder', 'contact', 'requirement', 'routing', 'pending', 'messaging'];
/** Prose: a rule's sentences and an open question's. Whatever they say, no answer is another. */
const prose = /^(rules|questions|index)\.ts$/;

/** What became of the mutants of some files. */
interface Outcome {
  readonly found: number;
  readonly survivors: readonly Survivor[];
}

execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--silent'], {
  cwd: here,
  stdio: 'inherit',
});
await build({
  entryPoints: [`${here}runner.ts`],
  outfile: `${here}dist/runner.mjs`,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  // The runner's own files are found from where they are written, not from where they are built to.
  define: { 'import.meta.url': JSON.stringify(import.meta.url) },
});

const asked = process.env['MUTATE'];
if (asked !== undefined) {
  const { found, survivors } = tried(asked);
  for (const survivor of survivors)
    console.log(`${survivor.place}\n    ${survivor.key}\n    ${reasonOf(survivor.key) ?? '-'}`);
  console.log(`${found} found, ${survivors.length} survived`);
  process.exit();
}

const chosen = process.env['ROOMS']?.split(',') ?? rooms;
for (const room of chosen) {
  const start = performance.now();
  const { found, survivors } = tried(filesOf(room).join(','));
  const all = found + survivors.length;
  const score = (100 * found) / all;
  const unexplained = survivors.filter(({ key }) => reasonOf(key) === null);
  for (const { place, key } of unexplained) console.log(`no reason given: ${place}\n    ${key}`);
  const keys = new Set(survivors.map(({ key }) => key));
  const gone = equivalents
    .flatMap(({ mutants }) => mutants)
    .filter((key) => key.startsWith(`src/${room}/`) && !keys.has(key));
  for (const key of gone) console.log(`found by now, and still excused: ${key}`);
  publish(`mutation-${room}`, start, [
    {
      claim: `Of the faults that Stryker puts into \`src/${room}\` the tests find at least 95 %.`,
      seen: `${found} of ${all}: ${score.toFixed(1)} %`,
      holds: score >= 95,
    },
    {
      claim: `Each that nobody finds in \`src/${room}\` is listed, with the reason why it cannot be told from the original.`,
      seen: `${survivors.length - unexplained.length} of ${survivors.length}`,
      holds: unexplained.length === 0,
    },
  ]);
}

function tried(mutate: string): Outcome {
  const stryker = [`${here}node_modules/@stryker-mutator/core/bin/stryker.js`, 'run', `${here}stryker.config.json`];
  // Stryker needs a later Node than the library does.
  const node = `${here}node_modules/.bin/node`;
  const { status } = spawnSync(node, [...stryker, '--mutate', mutate], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('Stryker did not come to its end: see above.');
  const report = JSON.parse(readFileSync(`${here}dist/mutation.json`, 'utf8')) as Report;
  const mutants = Object.values(report.files).flatMap((file) => file.mutants);
  return {
    found: mutants.filter(({ status: end }) => end === 'Killed' || end === 'Timeout').length,
    survivors: survivorsIn(report),
  };
}

function filesOf(room: string): readonly string[] {
  return readdirSync(`${root}src/${room}`)
    .filter((name) => !prose.test(name))
    .map((name) => `src/${room}/${name}`);
}
