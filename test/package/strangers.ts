/**
 * Packs the library and uses the tarball as strangers would: from ESM, from CommonJS, and from TypeScript of three
 * generations, through every subpath. Not a test of the suite: it installs packages, so `npm run check` calls it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packedInto } from './tarball.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pauta-strangers-'));
const compilers = ['5.9', '6', '7'];

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, unknown> };
const subpaths = Object.keys(manifest.exports).filter((path) => path !== './package.json');
const names = subpaths.map((path) => `pauta${path.slice(1)}`);

try {
  const tarball = packedInto(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const typescripts = compilers.map((version) => `typescript-${version}@npm:typescript@${version}`);
  run('npm', [
    'install',
    '--silent',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    tarball,
    ...typescripts,
    '@types/luxon@3',
    // Optional peers, for pauta/testing and pauta/ical.
    'fast-check@4',
    'ical.js@2',
  ]);

  const use = `
    const chat = { lastMessage: 'client', waitingSince: 0, aiSince: null, resolved: false };
    const decision = pauta.pending.decide(chat, { clock: Date });
    if (decision.rule !== 'pending/client-unanswered') throw new Error(decision.rule);
    const read = door.read(door.factsSchema, { lastMessage: 'nobody' });
    if (read.ok || read.problems.length !== 1) throw new Error('the door is open');
    if (!spec.cases().every((one) => spec.check(one).pass)) throw new Error('a case fails');
    console.log(Object.keys(pauta).join(' '), spec.cases().length);`;
  const imports = names.map((name, index) => `import * as at${index} from '${name}';`).join('\n');
  const requires = names.map((name, index) => `const at${index} = require('${name}');`).join('\n');
  const at = (name: string): string => `at${names.indexOf(name)}`;
  const handles = `const pauta = ${at('pauta')}, door = ${at('pauta/pending/schema')}, spec = ${at('pauta/spec')};`;

  writeFileSync(join(folder, 'stranger.mjs'), `${imports}\n${handles}\n${use}`);
  writeFileSync(join(folder, 'stranger.cjs'), `${requires}\n${handles}\n${use}`);
  console.log('ESM:', run(process.execPath, ['stranger.mjs']).trim());
  console.log('CommonJS:', run(process.execPath, ['stranger.cjs']).trim());

  const typed = `
    const chat: pauta.pending.Facts = { lastMessage: 'client', waitingSince: 0, aiSince: null, resolved: false };
    const decision: pauta.pending.PendingDecision = pauta.pending.decide(chat, { clock: Date });
    const rule: pauta.pending.RuleId = decision.rule;
    // @ts-expect-error a value that the fact does not have
    const wrong: pauta.pending.Facts = { ...chat, lastMessage: 'cliente' };
    const result = door.read(door.factsSchema, chat);
    export const seen: unknown[] = [rule, wrong, result, ${names.map((_, index) => `at${index}`).join(', ')}];`;
  writeFileSync(
    join(folder, 'stranger.mts'),
    `${imports}\nimport pauta = ${at('pauta')};\nimport door = ${at('pauta/pending/schema')};\n${typed}`,
  );
  writeFileSync(
    join(folder, 'stranger.cts'),
    `${imports}\nimport pauta = ${at('pauta')};\nimport door = ${at('pauta/pending/schema')};\n${typed}`,
  );
  const compilerOptions = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    target: 'es2022',
    module: 'nodenext',
    types: [],
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['stranger.mts', 'stranger.cts'] }),
  );
  for (const version of compilers) {
    const tsc = join(folder, 'node_modules', `typescript-${version}`, 'bin', 'tsc');
    run(process.execPath, [tsc, '-p', '.']);
    console.log(
      `TypeScript ${run(process.execPath, [tsc, '--version']).trim()}: types check, library declarations included`,
    );
  }

  const bundle = await build({
    stdin: { contents: `export { isPending } from 'pauta/pending';`, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    metafile: true,
    write: false,
  });
  const foreign = Object.keys(Object.values(bundle.metafile.outputs)[0]?.inputs ?? {}).filter((path) =>
    /node_modules\/(?!pauta\/)/.test(path),
  );
  if (foreign.length > 0) throw new Error(`isPending drags along ${foreign.join(', ')}.`);
  console.log('isPending bundles with nothing but the library');
} finally {
  rmSync(folder, { recursive: true });
}

function run(command: string, args: readonly string[], cwd = folder): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
