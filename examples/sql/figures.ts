import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

const readme = new URL('README.md', import.meta.url);

/** Puts what a proof has seen between its markers in the README: the figures that people read are those of a run. */
export function writeFigures(name: string, text: string): void {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const page = readFileSync(readme, 'utf8');
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md has no markers for ${name}.`);
  writeFileSync(readme, `${before}${begin}\n\n${text}\n\n${end}${after}`);
}

/** What the figures were seen on. */
export function machine(): string {
  const [load = 0] = loadavg();
  return `Node ${process.versions.node}, ${cpus().length} cores, load average ${load.toFixed(1)} at the end`;
}

/** `1,234,567`. */
export function counted(number: number): string {
  return number.toLocaleString('en');
}
