/** Shows it working: six moves on two workers that die on the way. `npm start`, `npm start -- <seed>`. */
import { rehearse } from './rehearsal/rehearsal.js';

const seed = Number(process.argv[2] ?? 7);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

print(`Six moves, two workers, a day in six seconds (seed ${seed}).`);
const { differences, acts, attempts, events, endings, recoveries, lives } = await rehearse({
  seed,
  moves: 6,
  workers: 2,
  pace: 14_400,
  kills: 2,
  patience: 120_000,
  tell: print,
});
for (const { move, ending, acts: done } of lives) {
  print(`\n${move}: ${(ending?.search ?? 'not ended').toLowerCase()} in round ${ending?.round ?? 0}`);
  for (const { at, outcome, attempts: tries } of done) {
    const when = new Date(at).toISOString().slice(5, 16).replace('T', ' ');
    const whom = typeof outcome['mp'] === 'string' ? ` (${outcome['mp']})` : '';
    print(`  ${when}  ${outcome.action}${whom}${tries > 1 ? `, asked for ${tries} times, done once` : ''}`);
  }
}
print(`\n${acts} acts, ${attempts} attempts at them, ${events} events, ${recoveries} workflows taken up again.`);
print(
  `Ends: ${Object.entries(endings)
    .map(([name, count]) => `${count} ${name.toLowerCase()}`)
    .join(', ')}.`,
);
print(differences.length === 0 ? 'All as in an undisturbed life.' : differences.join('\n'));
process.exitCode = differences.length === 0 ? 0 : 1;
