/**
 * Runs the tests of every example that is a package of its own as its reader would: copied out of the repository, with
 * the packed library in place of the sources. `npx tsx test/package/examples.ts inbox sql`: those alone. Not a test of
 * the suite: it installs packages, so `npm run check` calls it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packedInto } from './tarball.js';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** So many letters of what a failing command printed last. */
const SHOWN = 10_000;

const root = fileURLToPath(new URL('../..', import.meta.url));
const examples = join(root, 'examples');
const packages = readdirSync(examples).filter((name) => existsSync(join(examples, name, 'package.json')));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !packages.includes(name));
if (unknown.length > 0)
  throw new Error(`No example is called ${unknown.join(', ')}. There are: ${packages.join(', ')}.`);

const folder = mkdtempSync(join(tmpdir(), 'pauta-examples-'));
const failed: string[] = [];
try {
  const tarball = packedInto(folder);
  for (const name of asked.length > 0 ? asked : packages) {
    const began = performance.now();
    const isSound = isRunning(name, tarball);
    if (!isSound) failed.push(name);
    console.log(
      `examples/${name}: ${isSound ? 'passed' : 'FAILED'}, ${Math.round((performance.now() - began) / 1000)} s`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed.length > 0) console.error(`Examples that fail: ${failed.join(', ')}.`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Whether an example installs and passes its tests; what it printed is shown where it does not. */
function isRunning(name: string, tarball: string): boolean {
  const copy = join(folder, name);
  // What lies there from somebody's own try is no part of the example.
  const isOurs = (path: string): boolean => !/[\\/](node_modules|dist)$/.test(path);
  cpSync(join(examples, name), copy, { recursive: true, filter: isOurs });
  const manifest = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as Manifest;
  if (manifest.dependencies?.['pauta'] !== 'file:../..') {
    console.error(`examples/${name}/package.json: expected "pauta": "file:../.." among the dependencies.`);
    return false;
  }
  const dependencies = { ...manifest.dependencies, pauta: `file:${tarball}` };
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...manifest, dependencies }));
  return [['install', '--no-audit', '--no-fund', '--no-package-lock', '--silent'], ['test']].every((command) => {
    const { status, stdout, stderr } = spawnSync('npm', command, { cwd: copy, encoding: 'utf8' });
    if (status !== 0) console.error(`npm ${command.join(' ')}\n${stdout.slice(-SHOWN)}\n${stderr.slice(-SHOWN)}`);
    return status === 0;
  });
}
