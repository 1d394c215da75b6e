/**
 * Three small projects that hold the packed library to its own specification, each in another test framework, as a
 * company's project would: vitest, jest and node:test. Each must pass, and each must fail where a case is wrong.
 */
import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const wrong = `{ ...cases('pending')[0], outcome: 'pending:because-we-say-so' }`;

const frameworks = [
  {
    name: 'vitest',
    installs: ['vitest@4.1.12'],
    manifest: { private: true, type: 'module' },
    file: 'pending.test.js',
    test: (given: string) => `
      import { expect, it } from 'vitest';
      import { cases, check } from 'pauta/spec';
      it.each(${given}.map((one) => [one.id, one]))('%s', (_, one) => {
        expect(check(one)).toMatchObject({ pass: true, problems: [] });
      });`,
    run: ['node_modules/vitest/vitest.mjs', 'run'],
  },
  {
    name: 'jest',
    installs: ['jest@30.5.2'],
    manifest: { private: true },
    file: 'pending.test.js',
    test: (given: string) => `
      const { cases, check } = require('pauta/spec');
      test.each(${given}.map((one) => [one.id, one]))('%s', (_, one) => {
        expect(check(one)).toMatchObject({ pass: true, problems: [] });
      });`,
    run: ['node_modules/jest/bin/jest.js', '--ci'],
  },
  {
    name: 'node:test',
    installs: [],
    manifest: { private: true, type: 'module' },
    file: 'pending.test.js',
    test: (given: string) => `
      import assert from 'node:assert/strict';
      import { test } from 'node:test';
      import { cases, check } from 'pauta/spec';
      for (const one of ${given}) {
        test(one.id, () => {
          const { pass, problems } = check(one);
          assert.deepEqual({ pass, problems }, { pass: true, problems: [] });
        });
      }`,
    run: ['--test'],
  },
] as const;

/** Installs the tarball beside each framework and runs the cases there. */
export function runInFrameworks(folder: string, tarball: string): void {
  for (const { name, installs, manifest, file, test, run } of frameworks) {
    const project = join(folder, name.replace(':', '-'));
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
    const quietly = ['--silent', '--no-audit', '--no-fund', '--no-package-lock'];
    execFileSync('npm', ['install', ...quietly, tarball, ...installs], { cwd: project, stdio: 'inherit' });
    const tested = (given: string): SpawnSyncReturns<string> => {
      writeFileSync(join(project, file), test(given));
      return spawnSync(process.execPath, [...run], { cwd: project, encoding: 'utf8' });
    };
    const right = tested(`cases('pending')`);
    if (right.status !== 0) throw new Error(`${name}: the cases of the library fail.\n${right.stdout}${right.stderr}`);
    if (tested(`[${wrong}]`).status === 0) throw new Error(`${name}: a wrong case passes.`);
    console.log(`${name}: the cases pass, and a wrong one fails`);
  }
}
