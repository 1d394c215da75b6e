/**
 * The same answer everywhere: 200,000 decisions of all systems, of random facts from a fixed seed, have one digest on
 * every runtime, in every form of the package, in every zone of the host. It runs what is packed, not the sources.
 */
import { rmSync } from 'node:fs';
import { publish, type Figure } from '../figures.js';
import { firstDifference, isSame, nameOf } from './comparison.js';
import type { Report } from './program.js';
import { runtimes, type Runtime, type Way } from './runtimes.js';
import { installed } from './tarball.js';

const DECISIONS = 200_000;
/** One process for each of two cores. */
const AT_ONCE = 2;

/** What each zone's clocks show, in minutes from UTC, in January and in July of 2026. */
const clocks: Readonly<Record<string, readonly [number, number]>> = {
  UTC: [0, 0],
  'America/Santiago': [-180, -240],
  'Asia/Kolkata': [330, 330],
  'Australia/Lord_Howe': [660, 630],
  'America/St_Johns': [-210, -150],
};

const began = performance.now();
const library = await installed();
try {
  const all = await runtimes(library);
  const reports = await runAll(all.flatMap(({ ways }) => ways));
  const first = reports.find(isReported);
  if (first === undefined) throw new Error('No runtime was to be had.');
  publish('everywhere', began, [await sameness(all, reports), zonesOf(reports), ...(await reachOf(first[0]))]);
} finally {
  rmSync(library.folder, { recursive: true });
}

type Ran = readonly [Way, Report | Error];

async function runAll(ways: readonly Way[]): Promise<readonly Ran[]> {
  const ran: Ran[] = [];
  const waiting = ways.entries();
  const work = async (): Promise<void> => {
    // Both workers take from one queue.
    for (const [place, way] of waiting) {
      const outcome = await way.go({ decisions: DECISIONS }).catch((error: unknown) => new Error(String(error)));
      ran[place] = [way, outcome];
      const seen = outcome instanceof Error ? outcome.message : `${outcome.decided} in ${outcome.milliseconds} ms`;
      console.log(`${nameOf(way)}: ${seen}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return ran;
}

function isReported(ran: Ran): ran is readonly [Way, Report] {
  return !(ran[1] instanceof Error);
}

async function sameness(all: readonly Runtime[], ran: readonly Ran[]): Promise<Figure> {
  const [first, ...others] = ran.filter(isReported);
  const broken = ran.filter((one) => !isReported(one));
  const different = first === undefined ? [] : others.filter(([, report]) => !isSame(first[1], report));
  const [example] = different;
  const difference =
    first !== undefined && example !== undefined ? await firstDifference(DECISIONS, first, example) : '';
  const lacking = all.filter(({ lacks }) => lacks !== undefined).map(({ name, lacks }) => `${name} (${lacks})`);
  const had = all
    .filter(({ ways }) => ways.length > 0)
    .map(({ name, version }) => `${name.split(' ', 1)[0]} ${version}`);
  const sentences = Object.values(first?.[1].accounts ?? {}).reduce((sum, account) => sum + account.sentences, 0);
  const seen = [
    `${ran.length} runs on ${had.join(', ')}; ${ran.length - broken.length - different.length} of them gave the digest ` +
      `${first?.[1].decided.slice(0, 16)}… of ${DECISIONS} decisions, ${sentences} of them told in sentences too`,
    ...(lacking.length > 0 ? [`not to be had: ${lacking.join(', ')}`] : []),
    ...(broken.length > 0 ? [`failed: ${broken.map(([way]) => nameOf(way)).join('; ')}`] : []),
    ...(different.length > 0
      ? [`another digest: ${different.map(([way]) => nameOf(way)).join('; ')}`, difference]
      : []),
  ].join('; ');
  return {
    claim:
      '200,000 seeded decisions of all six systems have the same digest on Node 20, 22 and 24, Bun, Deno, workerd and ' +
      'Chromium, ESM and CommonJS, under five values of TZ, from the packed tarball',
    seen,
    holds: lacking.length + broken.length + different.length === 0,
  };
}

function zonesOf(ran: readonly Ran[]): Figure {
  const reported = ran.filter(isReported);
  const kept = reported.filter(([{ zone }, { offsets }]) => String(offsets) === String(clocks[zone]));
  const strays = reported
    .filter((one) => !kept.includes(one))
    .map(([way, { offsets }]) => `${nameOf(way)}: ${offsets}`);
  return {
    claim: 'Each of those runs was in the zone that it was started in: its engine’s own clock showed that zone’s time',
    seen: [`${kept.length} of ${reported.length} runs`, ...strays].join('; '),
    holds: kept.length === ran.length,
  };
}

async function reachOf(way: Way): Promise<readonly Figure[]> {
  const { reach } = await way.go({ decisions: DECISIONS, reach: true });
  if (reach === null) throw new Error('Nothing was told of what was reached.');
  return [
    ['rules that decide something', reach.rules] as const,
    ['rows of the decision tables', reach.rows] as const,
  ].map(([what, { of, missed }]) => ({
    claim: `The decisions are spread: they reach all ${what}`,
    seen: [`${of - missed.length} of ${of}`, ...missed].join('; '),
    holds: missed.length === 0,
  }));
}
