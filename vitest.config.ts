import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const src = fileURLToPath(new URL('./src/', import.meta.url));

/** The tests import the library as its users do, and run against the sources: so do those of the site. */
export const resolve = {
  alias: [
    { find: /^pauta$/, replacement: `${src}index.ts` },
    { find: /^pauta\/(.+)\/(schema|csv|phones)$/, replacement: `${src}$1/$2.ts` },
    { find: /^pauta\/(.+)$/, replacement: `${src}$1/index.ts` },
  ],
};

export default defineConfig({
  resolve,
  test: {
    include: ['test/**/*.test.ts'],
    // These drive the built site: npm run check:docs. While mutants are tried, the proofs hold a copy of the tests.
    exclude: [...configDefaults.exclude, 'test/site/**', 'test/proof/**'],
    testTimeout: 60_000,
    // One less than there are cores would be the half of two.
    maxWorkers: '100%',
    // The library keeps nothing that a test could spoil for another file: each worker loads it once.
    isolate: false,
    coverage: {
      include: ['src/*/**'],
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
  },
});
