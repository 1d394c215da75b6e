import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const parts = [
  'src',
  'test/package',
  'docs/subpaths.ts',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'tsup.config.ts',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
];

/** The sources as they stand now, once for all that is done with them, and a place for what is made of them. */
export function snapshot(): string {
  const place = mkdtempSync(join(tmpdir(), 'pauta-supply-'));
  for (const part of parts) cpSync(join(root, part), join(place, 'sources', part), { recursive: true });
  return place;
}

/** Builds the sources in a folder of another name, on another day, in another zone and language. */
export function builtIn(place: string, name: string, zone: string, lang: string): string {
  const folder = join(place, name);
  cpSync(join(place, 'sources'), folder, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const day = new Date(name.length * 1e11);
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (!path.startsWith('node_modules')) utimesSync(join(folder, path), day, day);
  run('node', ['node_modules/tsup/dist/cli-default.js', '--silent'], folder, { TZ: zone, LANG: lang });
  return folder;
}

/** A copy of what is packed in a folder, with a text in its `dist` replaced by another; it must be there. */
export function altered(folder: string, place: string, name: string, from: RegExp, to: string): string {
  const copy = join(place, name);
  mkdirSync(copy);
  for (const part of ['dist', 'package.json', 'README.md', 'CHANGELOG.md', 'LICENSE'])
    cpSync(join(folder, part), join(copy, part), { recursive: true });
  let count = 0;
  for (const path of readdirSync(join(copy, 'dist'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.c?js$/.test(path)) continue;
    const text = readFileSync(join(copy, 'dist', path), 'utf8');
    const after = text.replace(from, to);
    if (after === text) continue;
    writeFileSync(join(copy, 'dist', path), after);
    count += 1;
  }
  if (count === 0) throw new Error(`Nothing that is built matches ${String(from)}.`);
  return copy;
}

/** The path of the tarball that a folder is packed to. */
export function packedTo(folder: string): string {
  return join(folder, run('npm', ['pack', '--silent', '--ignore-scripts'], folder).trim().split('\n').at(-1) ?? '');
}

/** Runs a command; what it says on the side is not shown, unless it fails. */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
}
