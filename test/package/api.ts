/**
 * Writes what the built package offers and contains: `api/*.md`, a report for each subpath, and `contents.txt`. They are
 * checked in, so that a review sees every change of the public surface. With `--check` nothing is written: what differs
 * is printed, and fails it. Both read `dist`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { surface } from './surface.js';
import { contents, faults, pack } from './tarball.js';

const here = fileURLToPath(new URL('./', import.meta.url));
const src = fileURLToPath(new URL('../../src/', import.meta.url));
const isCheck = process.argv.includes('--check');

const tarball = pack();
const modules = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/').replace(/\.ts$/, ''));
const wrong = faults(tarball, modules);
if (wrong.length > 0) throw new Error(`npm pack makes a tarball that is not fit to be published: ${wrong.join('; ')}.`);

const folder = isCheck ? mkdtempSync(join(tmpdir(), 'pauta-api-')) : here;
try {
  rmSync(join(folder, 'api'), { recursive: true, force: true });
  mkdirSync(join(folder, 'api'));
  for (const [name, report] of await surface())
    writeFileSync(join(folder, 'api', `${name.replaceAll('/', '.')}.md`), report);
  writeFileSync(join(folder, 'contents.txt'), contents(tarball));
  if (isCheck) compare();
} finally {
  if (isCheck) rmSync(folder, { recursive: true });
}

function compare(): void {
  const [before, after] = [join(folder, 'checked-in'), join(folder, 'built')];
  for (const name of ['api', 'contents.txt']) {
    cpSync(join(here, name), join(before, name), { recursive: true });
    cpSync(join(folder, name), join(after, name), { recursive: true });
  }
  const { status } = spawnSync('git', ['diff', '--no-index', '--no-ext-diff', 'checked-in', 'built'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status === 0) console.log(`The API report is in step; the tarball weighs ${tarball.packed} bytes.`);
  else {
    console.error(
      'The public surface, or what is packed, is not what test/package has checked in. If that is meant: npm run api, ' +
        'and commit what it writes. What is taken away or asks more of a caller is a breaking change: see docs/guide/versioning.md.',
    );
    process.exitCode = 1;
  }
}
