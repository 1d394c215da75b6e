import { defineConfig } from 'vitest/config';

/** The tests that drive the built site in Chromium: run by `npm run check:docs`, once the site is built. */
export default defineConfig({
  test: {
    include: ['test/site/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
