import { defineConfig } from 'vitest/config';

/** Each framework has a folder of its own here; a project has one framework, and needs none of this. */
export default defineConfig({ test: { include: ['with-vitest/**/*.test.ts'] } });
