/**
 * The heavy form of the test: `npm run proof` plays 500 moves on 3 workers that are killed 24 times, and writes what it
 * saw into the README. `npm run proof -- <seed> <moves>` plays others, and writes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { rehearse, type Outcome } from '../rehearsal/rehearsal.js';

const [given, count] = process.argv.slice(2);
const seed = Number(given ?? Math.floor(Math.random() * 1_000_000));
const moves = Number(count ?? 500);
const [workers, pace] = [3, 7200];
// 24 of 500: with a death for every act, nothing would get done between two of them.
const kills = Math.ceil(moves / 21);

const tell = (text: string): void => void process.stdout.write(`${(performance.now() / 1000).toFixed(1)} s: ${text}\n`);
tell(`seed ${seed}, ${moves} moves`);
try {
  const outcome = await rehearse({ seed, moves, workers, kills, pace, patience: 1_800_000, tell });
  const { differences } = outcome;
  process.stdout.write(`${figures(outcome).join('\n')}\n`);
  if (differences.length > 0)
    throw new Error(`${differences.length} differences:\n${differences.slice(0, 20).join('\n')}`);
  const { atRandom, betweenActAndRecord } = outcome.kills;
  if (given === undefined && atRandom + betweenActAndRecord < 20) throw new Error('fewer than 20 workers were killed');
  if (given === undefined) write(figures(outcome));
} catch (error) {
  process.stderr.write(`Seed ${seed} failed; again: npm run proof -- ${seed} ${moves}\n`);
  throw error;
}

function figures(outcome: Outcome): readonly string[] {
  const { kills: killed, acts, attempts, events, recoveries, seconds, differences, endings, server } = outcome;
  const ends = Object.entries(endings).map(([name, moved]) => `${moved} ${name.toLowerCase()}`);
  const machine = `${availableParallelism()} cores, load ${(loadavg()[0] ?? 0).toFixed(0)}`;
  return [
    `| moves (${ends.join(', ')}) | ${moves} |`,
    '| --- | --- |',
    `| moves that ended otherwise, or with other acts, than undisturbed | ${new Set(differences).size} |`,
    `| workers killed at random / between an act and its record | ${killed.atRandom} / ${killed.betweenActAndRecord} |`,
    `| times that a workflow was taken up again | ${recoveries} |`,
    `| acts performed, each once | ${acts} |`,
    `| attempts at them | ${attempts} |`,
    `| events delivered, every seventh twice | ${events} |`,
    `| seconds, of which each is ${pace / 3600} hours to the rules | ${seconds.toFixed(0)} |`,
    '',
    `Seed ${seed}; ${workers} workers, ${server}, Node ${process.versions.node}, ${machine}.`,
  ];
}

function write(lines: readonly string[]): void {
  const file = new URL('../README.md', import.meta.url);
  const text = readFileSync(file, 'utf8');
  const [begin, end] = ['<!-- proof -->', '<!-- /proof -->'];
  if (!text.includes(begin) || !text.includes(end)) throw new Error(`the README lacks ${begin} and ${end}`);
  const [before, after] = [text.slice(0, text.indexOf(begin)), text.slice(text.indexOf(end))];
  writeFileSync(file, `${before}${begin}\n\n${lines.join('\n')}\n\n${after}`);
}
