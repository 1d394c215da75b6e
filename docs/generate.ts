/**
 * Writes the generated parts of the pages, between `<!-- generated: name -->` and `<!-- /generated -->`.
 * With --check it writes nothing, and fails where a page is not what the code says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pages as systemPages } from './pages.js';
import { proofBlocks } from './proof.js';

const pages: typeof systemPages = { ...systemPages, 'proof.md': proofBlocks };

const checks = process.argv.includes('--check');
let drifted = 0;

for (const [name, blocks] of Object.entries(pages)) {
  const path = fileURLToPath(new URL(name, import.meta.url));
  const before = readFileSync(path, 'utf8');
  const after = before.replace(
    /(<!-- generated: ([\w-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_, start: string, block: string, end: string) => `${start}\n${blockOf(name, blocks, block)}\n\n${end}`,
  );
  for (const block of Object.keys(blocks)) {
    if (!before.includes(`<!-- generated: ${block} -->`)) throw new Error(`${name} has no place for "${block}".`);
  }
  if (after === before) continue;
  drifted += 1;
  if (checks) console.error(`docs/${name} is not what the code says: run "npm run docs".`);
  else writeFileSync(path, after);
}

console.log(checks ? `${drifted} pages differ from the code` : `${drifted} pages written`);
process.exitCode = checks && drifted > 0 ? 1 : 0;

function blockOf(page: string, blocks: Readonly<Record<string, () => string>>, name: string): string {
  const make = blocks[name];
  if (make === undefined) throw new Error(`${page} asks for a part that nobody makes: "${name}".`);
  return make();
}
