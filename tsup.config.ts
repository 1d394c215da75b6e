import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'tsup';

// In an order of our own: a pattern gives them as the disk does, and the names of the chunks hang on it, so that two builds
// of the same sources were not the same.
const modules = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
  .sort();

export default defineConfig({
  // Every source file is an entry, so that a bundler can leave out what is not used: one file per subpath
  // would drag zod and the sentences of all rules into `isPending`.
  entry: Object.fromEntries(modules.map((name) => [name.replace(/\.ts$/, ''), `src/${name}`])),
  format: ['esm', 'cjs'],
  target: 'es2022',
  splitting: true,
  clean: true,
  // The declarations come from the compiler itself: what tsup bundles of `export * as pending` names types as values,
  // which test/package/strangers.ts found out.
  dts: false,
  onSuccess: () => {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
      stdio: 'inherit',
    });
    for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.d.ts')) continue;
      const path = join('dist', name);
      const forCommonJs = readFileSync(path, 'utf8').replaceAll(
        /(from |import\()(['"]\.{1,2}\/.*?)\.js(['"])/g,
        '$1$2.cjs$3',
      );
      writeFileSync(path.replace(/\.d\.ts$/, '.d.cts'), forCommonJs);
    }
    return Promise.resolve();
  },
});
