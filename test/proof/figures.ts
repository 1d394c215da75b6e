import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** One claim, and what was seen of it. */
export interface Figure {
  /** What is claimed, as a sentence of docs/proof.md. */
  readonly claim: string;
  /** What the run saw, with its numbers. */
  readonly seen: string;
  /** Whether what was seen bears the claim out. */
  readonly holds: boolean;
}

/** What a proof saw when it was last run: a file in `figures`, of which docs/proof.md is made. */
export interface Proof {
  /** The folder of the proof, and what `npm run prove -- <name>` takes. */
  readonly name: string;
  /** The civil day of the run, in UTC. */
  readonly date: string;
  readonly machine: string;
  readonly seconds: number;
  readonly figures: readonly Figure[];
}

const folder = new URL('figures/', import.meta.url);

/**
 * Says what a proof saw, and keeps it. `began`: what `performance.now()` said at its start. The process ends with an
 * error where a claim does not hold: the figure is kept all the same, as it was seen.
 */
export function publish(name: string, began: number, figures: readonly Figure[]): void {
  const proof: Proof = {
    name,
    date: new Date().toISOString().slice(0, 10),
    machine: `Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'an unknown processor'}`,
    seconds: Math.round((performance.now() - began) / 1_000),
    figures,
  };
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(proof, null, 2)}\n`);
  for (const { claim, seen, holds } of figures) console.log(`${holds ? 'holds' : 'FAILS'}  ${claim}\n       ${seen}`);
  console.log(`${name}: ${figures.filter(({ holds }) => holds).length} of ${figures.length} hold, ${proof.seconds} s`);
  if (figures.some(({ holds }) => !holds)) process.exitCode = 1;
}

/** What every proof saw when it was last run, by name. */
export function published(): readonly Proof[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Proof);
}
