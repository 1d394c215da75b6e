/**
 * How many of the faults that Stryker puts into the rules the tests find: room by room, as a whole an hour or two, and
 * published room by room (`ROOMS=pending,ladder npm run prove -- mutation`: those). Who survives a first, short look is
 * tried again with ten times the patience.
 * `AGAIN=ladder npm run prove -- mutation` spares those that the last run of that room has found: it tries its survivors,
 * and whole files that have changed since. For the time between writing a test and the next whole run.
 * `MUTATE=src/pending/queue.ts npm run prove -- mutation` tries those files alone (separated by commas; with
 * `:12-40`, those lines), shows who survived, and publishes nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { publish } from '../figures.js';
import { equivalents, foundIn, merged, placesIn, reasonOf, survivorsIn, type Report } from './survivors.js';

const here = fileURLToPath(new URL('./', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));
const rooms = ['kernel', 'ladder', 'contact', 'requirement', 'routing', 'pending', 'messaging'];
/** Prose: a rule's sentences and an open question's. Whatever they say, no answer is another. */
const prose = /^(rules|questions|index)\.ts$/;

/** How long the tests look for a mutant: milliseconds of processor time, for which a busy machine does not matter. */
const SHORT = 2_000;
const LONG = 20_000;

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
  const report = tried(asked, LONG);
  const survivors = survivorsIn(report);
  for (const survivor of survivors)
    console.log(`${survivor.place}\n    ${survivor.key}\n    ${reasonOf(survivor.key) ?? '-'}`);
  console.log(`${foundIn(report)} found, ${survivors.length} survived`);
  process.exit();
}

const again = process.env['AGAIN']?.split(',');
for (const room of again ?? process.env['ROOMS']?.split(',') ?? rooms) {
  const start = performance.now();
  const last = `${here}dist/mutation.${room}.json`;
  const [report, spared] = again === undefined ? [tried(filesOf(room).join(','), SHORT), 0] : changedSince(room, last);
  const whole = triedAgain(report);
  writeFileSync(last, JSON.stringify(whole));

  const survivors = survivorsIn(whole);
  const found = foundIn(whole);
  const all = found + survivors.length;
  const score = (100 * found) / all;
  const unexplained = survivors.filter(({ key }) => reasonOf(key) === null);
  for (const { place, key } of unexplained) console.log(`no reason given: ${place}\n    ${key}`);
  const keys = new Set(survivors.map(({ key }) => key));
  const gone = equivalents
    .flatMap(({ mutants }) => mutants)
    .filter((key) => key.startsWith(`src/${room}/`) && !keys.has(key));
  for (const key of gone) console.log(`found by now, and still excused: ${key}`);
  const how = spared === 0 ? '' : `; of these ${spared} in an earlier run, before tests were added for the others`;
  publish(`mutation-${room}`, start, [
    {
      claim: `Of the faults that Stryker puts into \`src/${room}\` the tests find at least 95 %.`,
      seen: `${found} of ${all}: ${score.toFixed(1)} %${how}`,
      holds: score >= 95,
    },
    {
      claim: `Each that nobody finds in \`src/${room}\` is listed, with the reason why it cannot be told from the original.`,
      seen: `${survivors.length - unexplained.length} of ${survivors.length}`,
      holds: unexplained.length === 0,
    },
  ]);
}

/** The mutants of some files, or of places in them, and what became of each. */
function tried(mutate: string, patience: number): Report {
  const report = `${here}dist/mutation.json`;
  rmSync(report, { force: true });
  const stryker = [`${here}node_modules/@stryker-mutator/core/bin/stryker.js`, 'run', `${here}stryker.config.json`];
  // Stryker needs a later Node than the library does.
  const node = `${here}node_modules/.bin/node`;
  const env = { ...process.env, MUTATION_PATIENCE: String(patience) };
  const { status } = spawnSync(node, [...stryker, '--mutate', mutate], { cwd: root, stdio: 'inherit', env });
  if (status !== 0) throw new Error('Stryker did not come to its end: see above.');
  // Files of types alone have no mutant, and of none there is no report.
  return existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : { files: {} };
}

/** Those who survived the short look, and of whom nobody says that they cannot be found. */
function triedAgain(report: Report): Report {
  const places = placesIn(report, ({ key }) => reasonOf(key) === null);
  return places.length === 0 ? report : merged(report, tried(places.join(','), LONG));
}

/** The last report of a room with new ones for the files that have changed, and how many it need not find once more. */
function changedSince(room: string, last: string): readonly [Report, number] {
  const { files } = JSON.parse(readFileSync(last, 'utf8')) as Report;
  const paths = filesOf(room);
  const kept = paths.filter((path) => files[path]?.source === readFileSync(`${root}${path}`, 'utf8'));
  const before: Report = { files: Object.fromEntries(Object.entries(files).filter(([path]) => kept.includes(path))) };
  const changed = paths.filter((path) => !kept.includes(path));
  const report = changed.length === 0 ? before : merged(before, tried(changed.join(','), SHORT));
  return [report, foundIn(before)];
}

function filesOf(room: string): readonly string[] {
  return readdirSync(`${root}src/${room}`)
    .filter((name) => !prose.test(name))
    .map((name) => `src/${room}/${name}`);
}
