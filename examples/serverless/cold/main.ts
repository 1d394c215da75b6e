/**
 * How long a cold start takes, from the import of a bundled handler to its first answer, beside the same handler with
 * json-rules-engine. Each start is a process of its own; the two sides of a pair take turns, so that whatever else the
 * machine is doing falls on both alike. Writes its figures into the README.
 *
 *   npm run cold              41 pairs
 *   npm run cold -- 11        so many
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundled, lambda } from '../bundle.js';
import { spread, type Spread } from './spread.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const readme = join(here, '..', 'README.md');
const pairs = Number(process.argv[2] ?? 41);

const event = JSON.stringify({
  rawPath: '/pending/decide',
  headers: { 'content-type': 'application/json', 'accept-language': 'es' },
  requestContext: { stage: '$default', http: { method: 'POST' } },
  isBase64Encoded: false,
  body: JSON.stringify({ lastMessage: 'client', waitingSince: 1_778_680_800_000, aiSince: null, resolved: false }),
});

/** One process: the time in it, and the answer, which must be the right one. */
function start(bundle: string): number {
  const out = execFileSync(process.execPath, [join(here, 'once.cjs'), bundle, event]);
  const { milliseconds, statusCode, body } = JSON.parse(out.toString()) as {
    readonly milliseconds: number;
    readonly statusCode: number;
    readonly body: string;
  };
  const { decision } = JSON.parse(body) as { readonly decision?: { readonly rule: string } };
  if (statusCode !== 200 || decision?.rule !== 'pending/client-unanswered') throw new Error(`${bundle}: ${body}`);
  return milliseconds;
}

interface Compared {
  readonly ours: Spread;
  readonly theirs: Spread;
  readonly ratio: Spread;
}

/** Whoever starts first in one pair starts second in the next. */
function compare(ours: string, theirs: string): Compared {
  const [mine, other]: [number[], number[]] = [[], []];
  start(ours);
  start(theirs);
  for (let pair = 0; pair < pairs; pair++) {
    if (pair % 2 === 0) mine.push(start(ours));
    other.push(start(theirs));
    if (pair % 2 === 1) mine.push(start(ours));
  }
  const ratios = mine.map((time, pair) => time / (other[pair] as number));
  return { ours: spread(mine), theirs: spread(other), ratio: spread(ratios) };
}

const folder = mkdtempSync(join(tmpdir(), 'pauta-cold-'));
try {
  const bundleOf = async (entry: string): Promise<string> => {
    const outfile = join(folder, `${entry.replaceAll('/', '-')}.cjs`);
    await build({ ...bundled, ...lambda, entryPoints: [`${entry}.ts`], outfile });
    return outfile;
  };
  const unchecked = [await bundleOf('cold/ours-unchecked'), await bundleOf('cold/theirs-unchecked')] as const;
  const checked = [await bundleOf('cold/ours-checked'), await bundleOf('cold/theirs-checked')] as const;
  const shipped = await bundleOf('lambda');

  const rows = [
    row('without validation', '≤ 0.5', compare(...unchecked), unchecked),
    row('zod in both', '≤ 0.8', compare(...checked), checked),
  ];
  const whole = spread(Array.from({ length: Math.ceil(pairs / 2) }, () => start(shipped)));
  const figures = `
| one door, \`/pending/decide\` | pauta | json-rules-engine | ratio, pair by pair | wanted | sizes, gzip |
| --------------------------- | ----- | ----------------- | ------------------- | ------ | ----------- |
${rows.join('\n')}

The bundle that is deployed (five doors, zod, sentences in two languages; ${sizeOf(shipped)}): ${times(whole)}.

Median and, in brackets, the quartiles of ${pairs} pairs. Node ${process.versions.node}, ${availableParallelism()} cores
(${cpus()[0]?.model ?? 'unknown'}), load average ${loadavg()[0]?.toFixed(1) ?? 'unknown'} at the end.
`;
  console.log(figures);
  const text = readFileSync(readme, 'utf8');
  const between = /(?<=<!-- cold -->\n)[^]*(?=<!-- \/cold -->)/;
  if (!between.test(text)) throw new Error('The README has no place for the figures.');
  writeFileSync(
    readme,
    text.replace(between, () => `${figures}\n`),
  );
} finally {
  rmSync(folder, { recursive: true });
}

function row(
  name: string,
  wanted: string,
  { ours, theirs, ratio }: Compared,
  files: readonly [string, string],
): string {
  const ratios = `${ratio.p50.toFixed(2)} (${ratio.p25.toFixed(2)}–${ratio.p75.toFixed(2)})`;
  return `| ${name} | ${times(ours)} | ${times(theirs)} | ${ratios} | ${wanted} | ${files.map(sizeOf).join(', ')} |`;
}

function times({ p25, p50, p75 }: Spread): string {
  return `${p50.toFixed(1)} ms (${p25.toFixed(1)}–${p75.toFixed(1)})`;
}

/** What is sent over the wire says more of a bundle than what is read, but both are close to the same thing. */
function sizeOf(file: string): string {
  return `${Math.round(gzipSync(readFileSync(file)).length / 1_000)} kB of ${Math.round(statSync(file).size / 1_000)}`;
}
