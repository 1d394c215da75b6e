/**
 * Runs the proofs, one after the other: `npm run prove` all of them, `npm run prove -- faults fuzz` those. Each writes
 * what it saw to `figures`; docs/proof.md is made of that.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = new URL('./', import.meta.url);
const proofs = readdirSync(here).filter((name) => existsSync(new URL(`${name}/main.ts`, here)));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !proofs.includes(name));
if (unknown.length > 0) {
  console.error(`No proof is called ${unknown.join(', ')}. There are: ${proofs.join(', ')}.`);
  process.exit(2);
}

const failed: string[] = [];
for (const name of asked.length > 0 ? asked : proofs) {
  console.log(`\n${name}`);
  const { status } = spawnSync('tsx', [`${name}/main.ts`], { cwd: fileURLToPath(here), stdio: 'inherit', shell: true });
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) console.error(`\nFell short: ${failed.join(', ')}.`);
process.exitCode = failed.length > 0 ? 1 : 0;
