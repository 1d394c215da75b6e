import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const src = fileURLToPath(new URL('./src/', import.meta.url));

export default defineConfig({
  resolve: {
    // The tests import the library as its users do, and run against the sources.
    alias: [
      { find: /^pauta$/, replacement: `${src}index.ts` },
      { find: /^pauta\/(.+)\/(schema|csv|phones)$/, replacement: `${src}$1/$2.ts` },
      { find: /^pauta\/(.+)$/, replacement: `${src}$1/index.ts` },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // These drive the built site: npm run check:docs.
    exclude: [...configDefaults.exclude, 'test/site/**'],
    testTimeout: 60_000,
    coverage: {
      include: ['src/*/**'],
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
  },
});
