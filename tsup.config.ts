import { defineConfig } from 'tsup';

/** What a user may import: each is an entry of `exports` in package.json. */
const publicEntries = [
  'src/index.ts',
  'src/kernel/index.ts',
  'src/pending/index.ts',
  'src/pending/schema.ts',
  'src/requirement/index.ts',
  'src/requirement/schema.ts',
  'src/spec/index.ts',
];

export default defineConfig({
  // Every source file is an entry, so that a bundler can leave out what is not used: one file per subpath
  // would drag zod and the sentences of all rules into `isPending`.
  entry: ['src/**/*.ts'],
  dts: { entry: publicEntries },
  format: ['esm', 'cjs'],
  target: 'es2022',
  splitting: true,
  sourcemap: false,
  clean: true,
});
