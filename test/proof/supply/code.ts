import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { subpaths } from '../../../docs/subpaths.js';
import { run } from './builds.js';

/** What was seen when the packed library was used where code of text is forbidden, or counted. */
export interface Generated {
  /** Subpaths that were loaded. */
  readonly loaded: number;
  readonly cases: number;
  readonly passed: number;
  /** Schemas of the doors that were asked to read. */
  readonly doors: number;
  /** Attempts to make code of text. */
  readonly attempts: number;
  /** The packages that made them. */
  readonly by: readonly string[];
}

const names = subpaths.map(({ name }) => name);

/**
 * Loads every subpath, asks every case and reads through every door, counting each time that a function is made of
 * text. `ends`: `mjs` or `cjs`. `forbidden`: by the engine. `jitless`: zod was told not to try.
 */
export function generated(folder: string, ends: 'mjs' | 'cjs', forbidden: boolean, jitless: boolean): Generated {
  const brought =
    ends === 'mjs'
      ? names.map((name) => `await import('${name}')`).join(',\n')
      : names.map((name) => `require('${name}')`).join(',\n');
  const zod = ends === 'mjs' ? `await import('zod')` : `require('zod')`;
  const file = `generated-${String(jitless)}.${ends}`;
  writeFileSync(
    join(folder, file),
    `const by = [];
    const native = globalThis.Function;
    const watched = new Proxy(native, {
      apply: (target, self, given) => (noted(), Reflect.apply(target, self, given)),
      construct: (target, given) => (noted(), Reflect.construct(target, given)),
    });
    function noted() {
      const frame = new Error().stack.split('\\n').slice(3).find((line) => line.includes('node_modules')) ?? 'nobody';
      by.push(/node_modules\\/([^/]+)/.exec(frame)?.[1] ?? frame);
    }
    globalThis.Function = watched;
    if (${String(jitless)}) (${zod}).config({ jitless: true });
    const parts = [${brought}];
    const names = ${JSON.stringify(names)};
    const spec = parts[names.indexOf('pauta/spec')];
    const passed = spec.cases().filter((one) => spec.check(one).pass).length;
    let doors = 0;
    for (const part of parts)
      for (const [name, schema] of Object.entries(part))
        if (name.endsWith('Schema') && typeof schema.safeParse === 'function') {
          schema.safeParse({});
          doors += 1;
        }
    console.log(JSON.stringify({ loaded: parts.length, cases: spec.cases().length, passed, doors,
      attempts: by.length, by: [...new Set(by)] }));`,
  );
  const flags = forbidden ? ['--disallow-code-generation-from-strings'] : [];
  return JSON.parse(run(process.execPath, [...flags, file], folder)) as Generated;
}
