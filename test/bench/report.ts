import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import type { Agreement } from './agreement.js';
import type { Memory } from './memory.js';
import type { Measured } from './pairs.js';
import { CLIENTS } from './portfolio-file.js';
import type { Growth, Sizes } from './recording.js';

/** One line of the table of pairs. */
export interface Line {
  readonly ours: string;
  readonly baseline: string;
  readonly measured: Measured;
  /** How the two are put beside each other: ours takes so many times as long, or is so many times as fast. */
  readonly as: 'long' | 'fast';
  /** As long: at most so many times. As fast: at least so many. Absent: reported only. */
  readonly target?: number;
}

export interface Results {
  readonly agreement: Agreement;
  readonly lines: readonly Line[];
  readonly growth: readonly Growth[];
  readonly sizes: Sizes;
  readonly memory: Memory;
  readonly seconds: number;
}

type Cells = readonly string[];

/** The pairs alone, as a table. */
export function pairsTable(lines: readonly Line[]): string {
  const head = ['ours', 'baseline', 'ours, median', 'baseline, median', 'ours takes, or is', 'p25–p75', 'target', ''];
  return table(head, 2, lines.map(cellsOf));
}

function cellsOf({ ours, baseline, measured, as, target }: Line): Cells {
  const { p25, p50, p75 } = measured.ratio;
  const isFast = as === 'fast';
  const ratio = isFast ? 1 / p50 : p50;
  const quarters = isFast ? [1 / p75, 1 / p25] : [p25, p75];
  const isReached = target !== undefined && (isFast ? ratio >= target : ratio <= target);
  return [
    ours,
    baseline,
    time(measured.ours),
    time(measured.baseline),
    `${times(ratio)} as ${as}`,
    quarters.map(times).join('–'),
    target === undefined ? 'none' : `${isFast ? '≥' : '≤'} ${times(target)}`,
    target === undefined ? '' : isReached ? 'reached' : 'missed',
  ];
}

function growthTable(growth: readonly Growth[]): string {
  return table(
    ['messages in the chat', '`pending.record`, each', 'by hand with a `Set`, each'],
    0,
    growth.map(({ messages, ours, byHand }) => [messages.toLocaleString('en'), time(ours), time(byHand)]),
  );
}

function time(nanoseconds: number): string {
  if (nanoseconds < 100) return `${nanoseconds.toFixed(1)} ns`;
  if (nanoseconds < 10_000) return `${nanoseconds.toFixed(0)} ns`;
  if (nanoseconds < 10_000_000) return `${(nanoseconds / 1_000).toFixed(0)} µs`;
  return `${(nanoseconds / 1_000_000).toFixed(0)} ms`;
}

function times(ratio: number): string {
  return `${ratio < 100 ? ratio.toFixed(ratio < 10 ? 2 : 1).replace(/\.?0+$/, '') : Math.round(ratio).toLocaleString('en')}×`;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1_000).toLocaleString('en')} kB`;
}

/** A Markdown table, padded so that it can be read in a terminal too. From column `textual` on, cells stand on the right. */
function table(head: Cells, textual: number, rows: readonly Cells[]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((cells) => (cells[column] as string).length)),
  );
  const line = (cells: Cells): string => {
    const padded = widths.map((width, column) => {
      const cell = cells[column] as string;
      return column < textual ? cell.padEnd(width) : cell.padStart(width);
    });
    return `| ${padded.join(' | ')} |`;
  };
  const rule = widths.map((width, column) => (column < textual ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** All that was measured, as Markdown. */
export function written({ agreement, lines, growth, sizes, memory, seconds }: Results): string {
  const { inputs, pendingRows, requirementRows, filingRows, ladderRows, offerRows, stories, steps } = agreement;
  const { routingRows, messagingRows, questionRows } = agreement;
  const [processor] = cpus();
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} in ${seconds.toFixed(0)} s, with Node ${process.version} ` +
      `on ${cpus().length} × ${processor?.model ?? 'an unknown processor'}; ` +
      `load of the machine in the last five minutes: ${loadavg()[1]?.toFixed(1)} (about 1 is this run itself).`,
    `Before that, on ${inputs.toLocaleString('en')} random inputs for each of the five systems, all sides gave equal answers; ` +
      `the inputs reached all ${pendingRows} rows of \`pending\`, all ${requirementRows} of \`requirement\`, all ${filingRows} of who files, ` +
      `all ${ladderRows} of \`ladder\`, all ${offerRows} of its offers, all ${routingRows} of \`routing\`, ` +
      `all ${messagingRows} of \`messaging\` and all ${questionRows} of its further tables. After every event of ${stories.toLocaleString('en')} searches ` +
      `the state was equal too; all ${steps} steps of the machine were taken.`,
    pairsTable(lines),
    'Recording, by the length of the chat:',
    growthTable(growth),
    `Size of the state as JSON after ${sizes.messages.toLocaleString('en')} messages: ${kilobytes(sizes.whole)} with the whole log. ` +
      `Compacted every thousand messages to the last hour: ${kilobytes(sizes.last)}, ` +
      `never more than ${kilobytes(sizes.largestCompacted)} after a compaction and ${kilobytes(sizes.largest)} before one.`,
    `A process that streams a file of ${CLIENTS.toLocaleString('en')} clients from the disk, validates and loads it: at most ` +
      `${Math.round(memory.peak / 1_000_000)} MB from the system, Node and all (target: ≤ 350 MB); afterwards the portfolio ` +
      `takes ${memory.perClient.toFixed(0)} bytes a client (target: ≤ 110).`,
  ].join('\n\n');
}

const BEGIN = '<!-- measured: written by `npm run bench` -->';
const END = '<!-- /measured -->';

/** Puts the figures between the marks of a page; the prose around them is written by hand. */
export function writeInto(page: URL, figures: string): void {
  const text = readFileSync(page, 'utf8');
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin === -1 || end < begin) throw new Error(`${page.pathname}: the marks ${BEGIN} and ${END} are missing.`);
  writeFileSync(page, `${text.slice(0, begin + BEGIN.length)}\n\n${figures}\n\n${text.slice(end)}`);
}
