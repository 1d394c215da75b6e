import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A part of the package that can be imported by itself. */
export interface Subpath {
  /** As it is imported: `pauta/pending/schema`. */
  readonly name: string;
  /** The file that it is built from, without ending: `pending/schema`; an index goes by its folder. */
  readonly module: string;
  /** The path of that file. */
  readonly source: string;
}

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
};

/** Every subpath that package.json exports, in its order: the package itself first. */
export const subpaths: readonly Subpath[] = Object.entries(manifest.exports).flatMap(([key, target]) => {
  const found = /"\.\/dist\/([\w/-]+)\.js"/.exec(JSON.stringify(target));
  if (found === null) return [];
  const [, module = ''] = found;
  return [
    {
      name: manifest.name + key.slice(1),
      module: module.replace(/\/index$/, ''),
      source: fileURLToPath(new URL(`../src/${module}.ts`, import.meta.url)),
    },
  ];
});
