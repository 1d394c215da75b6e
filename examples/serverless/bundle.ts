/** What is deployed: `npm run bundle` writes `dist/lambda.cjs` and `dist/web.mjs`, each in one file. */
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

/** CommonJS, which needs no graph of modules to start; made of ES modules, for of CommonJS nothing can be left out. */
export const lambda: BuildOptions = {
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  target: 'node20',
};

/** Nothing of Node's: a Worker has the web's own interfaces, and Deno and Bun take the same file. */
export const web: BuildOptions = {
  platform: 'neutral',
  format: 'esm',
  mainFields: ['module', 'main'],
  conditions: ['workerd', 'worker', 'browser'],
  target: 'es2022',
};

/** What both have in common. Small files start faster; a readable stack is worth the map beside them. */
export const bundled: BuildOptions = {
  absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
  bundle: true,
  minify: true,
  // The library's own entries import chunks for their order, and say that this has no effect: nothing to warn of.
  logOverride: { 'ignored-bare-import': 'silent' },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build({ ...bundled, ...lambda, entryPoints: ['lambda.ts'], outfile: 'dist/lambda.cjs', sourcemap: true });
  await build({ ...bundled, ...web, entryPoints: ['web.ts'], outfile: 'dist/web.mjs', sourcemap: true });
}
