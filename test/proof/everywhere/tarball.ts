import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A folder in which the packed library is installed as a stranger would, and the program beside it in every form. */
export interface Installed {
  readonly folder: string;
  readonly esm: string;
  readonly commonJs: string;
  /** With the installed library in it, for runtimes that have no packages. */
  readonly worker: string;
  readonly page: string;
}

/**
 * Packs the library, which builds it first, and installs the tarball. `PAUTA_TARBALL` names one that is there already.
 */
export async function installed(): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), 'pauta-everywhere-'));
  const given = process.env['PAUTA_TARBALL'];
  const tarball = given === undefined ? packed(folder) : resolve(given);
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const peer = `fast-check@${devDependencies['fast-check']}`;
  npm(['install', '--silent', '--no-audit', '--no-fund', '--no-package-lock', tarball, peer], folder);

  const files = {
    esm: join(folder, 'cli.mjs'),
    commonJs: join(folder, 'cli.cjs'),
    worker: join(folder, 'worker.mjs'),
    page: join(folder, 'page.mjs'),
  };
  await program('cli.ts', files.esm, 'esm');
  await program('cli.ts', files.commonJs, 'cjs');
  for (const form of ['worker', 'page'] as const) {
    const apart = join(folder, `${form}-apart.mjs`);
    await program(`${form}.ts`, apart, 'esm');
    await build({ entryPoints: [apart], outfile: files[form], bundle: true, format: 'esm', platform: 'browser' });
  }
  return { folder, ...files };
}

/** The program with the library left out: whoever runs it finds the one that is installed. */
async function program(entry: string, outfile: string, format: 'esm' | 'cjs'): Promise<void> {
  await build({
    ...{ entryPoints: [join(here, entry)], outfile, bundle: true, format, target: 'es2022' },
    // Without the paths of our own compiler, which lead to the sources.
    ...{ tsconfigRaw: {}, external: ['pauta', 'pauta/*', 'fast-check'] },
  });
}

function packed(folder: string): string {
  const named = npm(['pack', '--silent', '--pack-destination', folder], root);
  return join(folder, named.trim().split('\n').at(-1) ?? '');
}

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
