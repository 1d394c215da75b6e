/**
 * What the next version must raise since a release: `npm run since -- <tarball> [<runs>]`. It holds the tarball of the
 * release against what is built here; `runs`: for each law, 100 unless told otherwise. Exit code 0: it could be told.
 */
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { installed, ours } from './builds.js';
import { highest, movedAnswers, movedCases, type Move } from './movement.js';

const [tarball, runs = '100'] = process.argv.slice(2);
if (tarball === undefined) {
  console.error('npm run since -- <tarball of the last release> [<runs>]');
  process.exit(2);
}

const shown = 40;
const { build, dispose } = installed(resolve(tarball));
try {
  const cases = movedCases(build, ours());
  const { moves, compared, passedOver } = movedAnswers(build, ours(), Number(runs), 1);
  const all = [...cases, ...moves];
  for (const move of all.slice(0, shown)) console.log(told(move));
  if (all.length > shown) console.log(`… and ${all.length - shown} more.`);
  const times = [...compared.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${build.spec.cases().length} cases asked, ${cases.length} moved.`);
  console.log(`${times} answers of ${compared.size} functions compared, ${moves.length} kinds of difference.`);
  console.log(`Not compared, since a class of their own goes in or out: ${[...passedOver].join(', ') || 'nothing'}.`);
  console.log(
    `The next version must raise: ${highest(all) === 'none' ? 'nothing more than the patch' : highest(all)}.`,
  );
} finally {
  dispose();
}

function told({ step, where, was, now, asked }: Move): string {
  const text = (value: unknown): string => inspect(value, { depth: 4, breakLength: 110, maxStringLength: 200 });
  const question = asked === undefined ? '' : `\n  asked ${text(asked)}`;
  return `${step}  ${where}${question}\n  was ${text(was)}\n  now ${text(now)}`;
}
