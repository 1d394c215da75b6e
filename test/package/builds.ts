import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Build } from './movement.js';

/** The build in `dist`. */
export function ours(): Build {
  return buildIn(fileURLToPath(new URL('../../dist/', import.meta.url)));
}

/** The build in a tarball, installed in a folder of its own until it is disposed of. */
export function installed(tarball: string): { readonly build: Build; readonly dispose: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'pauta-release-'));
  const dispose = (): void => {
    rmSync(folder, { recursive: true });
  };
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const quietly = ['--silent', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'];
    execFileSync('npm', ['install', ...quietly, tarball, 'fast-check@4', 'ical.js@2'], {
      cwd: folder,
      stdio: 'inherit',
    });
    return { build: buildIn(join(folder, 'node_modules/pauta/dist')), dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** By the paths of its files: where tsx runs this, the name `pauta` leads to the sources. */
function buildIn(dist: string): Build {
  const require = createRequire(import.meta.url);
  const part = (name: string): unknown => require(join(dist, name));
  return {
    pauta: part('index.cjs') as Build['pauta'],
    csv: part('routing/csv.cjs') as Build['csv'],
    spec: part('spec/index.cjs') as Build['spec'],
    laws: (part('testing/index.cjs') as { readonly laws: Build['laws'] }).laws,
  };
}
