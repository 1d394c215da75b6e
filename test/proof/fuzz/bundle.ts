import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { instrumented } from './instrumentation.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const outfile = fileURLToPath(new URL('dist/worker.js', import.meta.url));

/** Sources whose way is not watched: sentences for people, rules as texts, and what draws the inputs. */
const unwatched = /^src\/(render|testing)\/|\/(rules|questions)\.ts$/;

/** The fuzzing with the library in it, which counts where it passes. */
export interface Bundle {
  readonly path: string;
  readonly places: number;
  /** The literals of the doors. */
  readonly words: readonly string[];
}

export async function bundled(): Promise<Bundle> {
  const words = new Set<string>();
  let places = 0;
  const counting: Plugin = {
    name: 'counting',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
        const name = relative(root, path);
        const source = readFileSync(path, 'utf8');
        if (unwatched.test(name) || !name.startsWith('src/')) return { contents: source, loader: 'ts' };
        const made = instrumented(path, source, places);
        places += made.places;
        for (const word of made.words) words.add(word);
        return { contents: made.text, loader: 'ts' };
      });
    },
  };
  await build({
    entryPoints: [fileURLToPath(new URL('worker.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    // Only the library's own names stay outside of the bundle's reach.
    alias: {},
    tsconfig: `${root}tsconfig.json`,
    sourcemap: 'inline',
    plugins: [counting],
  });
  return { path: outfile, places, words: [...words] };
}
