import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { build, type Metafile, type Plugin } from 'esbuild';
import type { Collected } from './vitest.js';

/** The tests and the sources in one script, which is evaluated anew for each mutant that acts while it is loaded. */
export interface Suite {
  /** The files of tests, and which sources each rests on. */
  readonly files: ReadonlyMap<string, ReadonlySet<string>>;
  readonly evaluate: () => Loaded;
}

/** One evaluation: nothing is loaded before it is asked for. */
export interface Loaded {
  readonly tests: (file: string) => readonly Collected[];
}

/** Properties are run so many times at most: a mutant that few inputs notice is noticed by a case, or survives. */
const RUNS = 60;

/** The tests of the rooms, of the kernel, and of what is read from the rooms; not those of examples and packages. */
const counts =
  /^test\/((kernel\/|(testing\.)?(ladder|contact|requirement|routing|pending|messaging)\.|(spec|render)\.).*|(law|schema|schema\.calendar|working-time|dated-policies|stories|comparison|catalogue|pages)\.)test\.ts$/;

const here = fileURLToPath(new URL('./', import.meta.url));

export async function suiteIn(root: string): Promise<Suite> {
  const names = ['test', 'test/kernel'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  const files = names.filter((name) => counts.test(name));
  const loads = files.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`);
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `exports.files = { ${loads.join(', ')} };\nexports.vitest = require('vitest');`,
      resolveDir: root,
    },
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    write: false,
    metafile: true,
    logLevel: 'error',
    plugins: [plugin(root)],
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error('Nothing was built.');
  const script = new Script(`(function (require, exports, module) {${output.text}\n})`, { filename: 'suite.cjs' });
  const required = createRequire(join(root, 'package.json'));
  return {
    files: new Map(files.map((file) => [file, sourcesOf(file, metafile)])),
    evaluate: () => {
      const module = { exports: {} as Bundle };
      (script.runInThisContext() as Wrapper)(required, module.exports, module);
      const { files: loadable, vitest } = module.exports;
      const known = new Map<string, readonly Collected[]>();
      return {
        tests: (file) => {
          const tests = known.get(file) ?? vitest.collect(file, () => loadable[file]?.());
          known.set(file, tests);
          return tests;
        },
      };
    },
  };
}

interface Bundle {
  readonly files: Readonly<Record<string, () => unknown>>;
  readonly vitest: { readonly collect: (file: string, load: () => unknown) => readonly Collected[] };
}
type Wrapper = (required: NodeJS.Require, exported: Bundle, module: { exports: Bundle }) => void;

function plugin(root: string): Plugin {
  return {
    name: 'suite',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^vitest$/ }, () => ({ path: join(here, 'vitest.ts') }));
      onResolve({ filter: /^(@vitest\/expect|chai)$/ }, ({ path }) => ({ path, external: true }));
      onResolve({ filter: /^fast-check$/ }, () => ({ path: 'fast-check', namespace: 'fewer' }));
      onResolve({ filter: /^the-real-fast-check$/ }, () => ({ path: 'fast-check', external: true }));
      onResolve({ filter: /^node:child_process$/ }, () => ({ path: 'child_process', namespace: 'none' }));
      onResolve({ filter: /^pauta(\/|$)/ }, ({ path }) => ({ path: sourceOf(root, path) }));
      onResolve({ filter: /^[^.]/ }, ({ path, kind }) => (kind === 'entry-point' ? null : { path, external: true }));
      onLoad({ filter: /.*/, namespace: 'fewer' }, () => ({ contents: fewerRuns, loader: 'js' }));
      onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: noProcesses, loader: 'js' }));
      onLoad({ filter: /\/test\/.*\.ts$/ }, ({ path }) => {
        const url = JSON.stringify(pathToFileURL(path).href);
        return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', url), loader: 'ts' };
      });
    },
  };
}

function sourceOf(root: string, name: string): string {
  if (name === 'pauta') return join(root, 'src/index.ts');
  const part = name.slice('pauta/'.length);
  return join(root, 'src', part.includes('/') ? `${part}.ts` : `${part}/index.ts`);
}

/** The same chance each time, no search for the smallest failure: only whether there is one counts. */
const fewerRuns = `
  const real = require('the-real-fast-check');
  const fewer = (parameters = {}) => ({
    seed: 1,
    ...parameters,
    numRuns: Math.min(parameters.numRuns ?? 100, ${RUNS}),
    endOnFailure: true,
  });
  const assert = (property, parameters) => real.assert(property, fewer(parameters));
  const check = (property, parameters) => real.check(property, fewer(parameters));
  const exported = { ...real, assert, check };
  module.exports = { ...exported, default: exported, __esModule: true };`;

const noProcesses = `
  const none = () => { throw new Error('Another process would not know which mutant is meant.'); };
  module.exports = { execFileSync: none, execFile: none, spawn: none, spawnSync: none };`;

/** Every source that a file of tests imports, through whatever else. */
function sourcesOf(file: string, { inputs }: Metafile): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [file];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const { path: imported } of inputs[path]?.imports ?? []) {
      if (seen.has(imported)) continue;
      seen.add(imported);
      open.push(imported);
    }
  }
  return new Set([...seen].filter((path) => path.startsWith('src/')).map((path) => relative('.', path)));
}
