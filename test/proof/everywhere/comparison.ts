import { systems } from 'pauta/catalogue';
import { CHUNK } from './ledger.js';
import type { Report } from './program.js';
import type { Way } from './runtimes.js';

/** Whether two runs drew and answered the same. */
export function isSame(one: Report, other: Report): boolean {
  return one.drawn === other.drawn && one.decided === other.decided;
}

/**
 * The first decision, or what was drawn for it, in which two runs differ: both are run again, and tell the lines of the
 * first thousand that have not the same digest.
 */
export async function firstDifference(
  decisions: number,
  [one, ofOne]: readonly [Way, Report],
  [other, ofOther]: readonly [Way, Report],
): Promise<string> {
  for (const system of systems) {
    const [left, right] = [ofOne.accounts[system], ofOther.accounts[system]];
    const chunks = left?.decided.map((digest, chunk) => ({ digest, drawn: left.drawn[chunk], chunk })) ?? [];
    const found = chunks.find(
      ({ digest, drawn, chunk }) => digest !== right?.decided[chunk] || drawn !== right.drawn[chunk],
    );
    if (found === undefined) continue;
    const order = { decisions, lines: { system, chunk: found.chunk } };
    const [these, those] = [await one.go(order), await other.go(order)];
    const place = these.lines.findIndex((line, index) => line !== those.lines[index]);
    return [
      `${system}, in the decisions from ${found.chunk * CHUNK} on, line ${place}:`,
      ...[`${nameOf(one)}: ${excerpt(these.lines[place], those.lines[place])}`],
      ...[`${nameOf(other)}: ${excerpt(those.lines[place], these.lines[place])}`],
    ].join('\n  ');
  }
  return 'no chunk differs';
}

/** The line from a little before the first character that differs. */
function excerpt(line = '(none)', other = ''): string {
  const place = Array.from({ length: line.length }, (_, index) => index).find((index) => line[index] !== other[index]);
  const from = Math.max(0, (place ?? 0) - 120);
  return `${from > 0 ? '…' : ''}${line.slice(from, from + 360)}`;
}

/** A way in words. */
export function nameOf({ runtime, form, zone }: Way): string {
  return `${runtime}, ${form}, TZ=${zone}`;
}
