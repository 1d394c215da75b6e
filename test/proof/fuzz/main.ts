/**
 * Fuzzing at the doors: every way in from outside is given what nobody would send, for ten minutes of two threads.
 * `FUZZ_MINUTES` (of each thread: 5) and `FUZZ_SEED` (7) change that. A failure is printed with its input, seed and
 * number; the same seed draws the same inputs.
 */
import { writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { publish, type Figure } from '../figures.js';
import { bundled, type Bundle } from './bundle.js';
import type { Failure } from './campaign.js';
import type { Verdict } from './expressions.js';
import { endless, ofRows, type Streamed } from './streams.js';
import { threadOf, type Ending } from './threads.js';
import { verdicts } from './verdicts.js';
import type { Report } from './worker.js';

const THREADS = 2;
const minutes = Number(process.env['FUZZ_MINUTES'] ?? 5);
const seed = Number(process.env['FUZZ_SEED'] ?? 7);
/** What a source without an end may take at most, and what a thread may hold at its end: in megabytes. */
const BOUND = 256;
const LEFT_OVER = 64;
const ROWS = 1_000_000;
const PER_ROW = 512;

const began = performance.now();
const streams = await endless();
const rows = await ofRows(ROWS);
const checked = verdicts();
await keep(checked);
const bundle = await bundled();
const endings = await Promise.all(
  Array.from({ length: THREADS }, (_, place) => threadOf(bundle, seed + place * 1_000_003, minutes * 60_000)),
);
for (const ending of endings) tell(ending);

publish('fuzz', began, [...fuzzed(endings, bundle), streamed(streams), perRow(rows), linear(checked)]);

function tell(ending: Ending): void {
  if (!('report' in ending)) console.error(`A thread ended: ${ending.why}\n  at ${ending.input}`);
  else for (const failure of ending.report.findings.failures) console.error(line(failure));
}

function line({ door, what, input, execution, times }: Failure): string {
  return `${door}, ${times} times, first at call ${execution}: ${what}\n  ${input}`;
}

function sum(reports: readonly Report[], of: (report: Report) => number): number {
  return reports.reduce((total, report) => total + of(report), 0);
}

/** What the threads saw, claim by claim. */
function fuzzed(all: readonly Ending[], { places }: Bundle): readonly Figure[] {
  const reports = all.flatMap((ending) => ('report' in ending ? [ending.report] : []));
  const broken = all.flatMap((ending) => ('report' in ending ? [] : [ending.why.split('\n', 1).join()]));
  const failures = reports.flatMap(({ findings }) => findings.failures);
  const calls = sum(reports, ({ findings }) => findings.executions);
  const passed = Math.max(0, ...reports.map(({ findings }) => findings.placesPassed));
  const slow = failures.filter(({ what }) => what.startsWith('slow'));
  const polluting = failures.filter(({ what }) => /prototype/.test(what));
  const others = failures.filter((failure) => !slow.includes(failure) && !polluting.includes(failure));
  const seconds = minutes * 60 * THREADS;
  const slowest = Math.max(0, ...reports.map(({ findings }) => findings.slowest));
  const [before, after] = [sum(reports, (one) => one.before), sum(reports, (one) => one.after)];
  const of = `${reports[0]?.doors ?? 0} doors, ${calls.toLocaleString('en')} calls`;
  return [
    {
      claim:
        'Whatever comes in by a door, nothing is thrown but the errors that the door documents, nothing hangs, and what is let in is fit for all that can be asked of it.',
      seen: `${of} in ${THREADS} × ${minutes} minutes (${Math.round(calls / seconds)} a second in each thread), guided by coverage: ${passed} of ${places} places passed, ${sum(reports, ({ findings }) => findings.kept)} inputs kept for an answer that was new. ${count(others)}${broken.length > 0 ? ` Threads that ended: ${broken.join('; ')}.` : ''}`,
      holds: others.length === 0 && broken.length === 0,
    },
    {
      claim: 'No input writes to a prototype, and what is frozen is never written to.',
      seen: `17 prototypes and built-in objects compared after every 200 of the same calls, half of them with frozen input. ${count(polluting)}`,
      holds: polluting.length === 0 && broken.length === 0,
    },
    {
      claim: 'No input of less than 100 kB takes longer than 250 ms, and no larger one longer by its length.',
      seen: `The slowest small one took ${Math.round(slowest)} ms. ${count(slow)}`,
      holds: slow.length === 0 && broken.length === 0,
    },
    {
      claim: 'Nothing is remembered without a bound.',
      seen: `Heap of a thread after collection: ${Math.round(before / reports.length)} MB before the first call, ${Math.round(after / reports.length)} MB after the last, with the limit at ${LEFT_OVER} MB more.`,
      holds: broken.length === 0 && after - before < LEFT_OVER * reports.length,
    },
  ];
}

function count(failures: readonly Failure[]): string {
  return failures.length === 0
    ? 'No failure.'
    : `Failures: ${failures.map(({ door, what }) => `${door}: ${what}`).join('; ')}.`;
}

function streamed(all: readonly Streamed[]): Figure {
  const worst = all.reduce((one, other) => (other.peak > one.peak ? other : one));
  return {
    claim: 'The reader of CSV reads or refuses what never ends, up to a gigabyte, with bounded memory.',
    seen: `${all.map(({ name, verdict, read }) => `${name}: ${verdict} after ${read} MB`).join('; ')}. The most that any of them took was ${worst.peak} MB.`,
    holds: worst.peak < BOUND,
  };
}

function perRow(all: readonly Streamed[]): Figure {
  const taken = all.map(({ name, held, peak }) => ({ name, peak, each: Math.round((held * 2 ** 20) / ROWS) }));
  return {
    claim: `Of a row no more is kept than ${PER_ROW} bytes, good or bad: memory grows with the rows, and with nothing else.`,
    seen: `${ROWS.toLocaleString('en')} rows each: ${taken.map(({ name, each, peak }) => `${name} ${each} bytes, ${peak} MB at the most`).join('; ')}.`,
    holds: taken.every(({ each }) => each < PER_ROW),
  };
}

function linear(all: readonly Verdict[]): Figure {
  const safe = all.filter(({ status }) => status === 'safe');
  const kinds = [...new Set(all.map(({ complexity }) => complexity))].sort();
  return {
    claim: 'No regular expression of the library is super-linear.',
    seen: `recheck 4.5.0 on ${all.length}, literals and built ones, found in the syntax of src: ${safe.length} safe (${kinds.map((kind) => `${kind}: ${all.filter(({ complexity }) => complexity === kind).length}`).join('; ')}), ${all.filter(({ status }) => status === 'vulnerable').length} vulnerable, ${all.filter(({ status }) => status === 'unknown').length} unknown.`,
    holds: safe.length === all.length,
  };
}

/** The expressions that were checked are checked in: the test suite fails for one that is not among them. */
async function keep(all: readonly Verdict[]): Promise<void> {
  const path = new URL('expressions.json', import.meta.url);
  const options = await prettier.resolveConfig(path);
  writeFileSync(path, await prettier.format(JSON.stringify(all), { ...options, parser: 'json' }));
}
