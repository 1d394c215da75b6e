/**
 * What must the help desk do now, by which rule, until when, and when to look again?
 *
 *   npm start                                        the sample
 *   npm start -- --data my-exports --lang en         exports of your own
 *   npm start -- --help
 *
 * Exit code 0: all is well; 1: there are bad data; 2: there are bad arguments.
 */
import { NARROWEST, readArguments, type Arguments } from './arguments.js';
import { asJson } from './as-json.js';
import { printable } from './columns.js';
import { printed, printedNotices, printedProblems } from './print.js';
import { readFolder } from './read.js';
import { report } from './report.js';
import { wordsIn } from './words.js';

// Whoever reads the output may have seen enough: `npm start | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

const given = readArguments(process.argv.slice(2), Date.now);
if ('folder' in given) run(given);
else {
  process.exitCode = 2;
  writeLines(process.stderr, given);
}

function run(asked: Arguments): void {
  const { language, account, zone, at } = asked;
  if (asked.wantsHelp) {
    writeLines(process.stdout, [wordsIn(language).help]);
    return;
  }
  const records = readFolder(asked.folder, account);
  const { problems, notices } = records;
  if (problems.length > 0) process.exitCode = 1;
  const result = report(records, { at, zone });
  if (asked.isJson) {
    writeLines(process.stdout, [asJson(result, records, zone, language)]);
    return;
  }
  const remarks = [...printedProblems(problems, language), ...printedNotices(notices, language)];
  writeLines(process.stderr, remarks.map(printable));
  const look = { language, zone, width: asked.width ?? terminalWidth(), hasColour: hasColour() };
  writeLines(process.stdout, printed(result, records, look));
}

function writeLines(stream: NodeJS.WriteStream, lines: readonly string[]): void {
  if (lines.length > 0) stream.write(`${lines.join('\n')}\n`);
}

function terminalWidth(): number {
  return process.stdout.isTTY ? Math.max(NARROWEST, process.stdout.columns || 80) : 80;
}

/** https://no-color.org: set to anything but nothing, there is none. */
function hasColour(): boolean {
  return process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';
}
