import { defineConfig } from 'vitest/config';
import { resolve } from '../../vitest.config.js';

/** The tests that drive the built site in Chromium: run by `npm run check:docs`, once the site is built. */
export default defineConfig({
  resolve,
  test: {
    include: ['test/site/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    // The two files mostly wait for the browser.
    maxWorkers: '100%',
  },
});
