/**
 * The machines as xstate machines, walked with the same random events: once made of our own steps, once written by hand
 * from the catalogue's tables. From the root: npm run prove -- machines
 */
import { publish, type Figure } from '../figures.js';
import { made, written, type Outcome, type Trial } from './outcomes.js';

const began = performance.now();
const SEED = 7;
const WALKS = Number(process.argv[2] ?? 700);
const AT_LEAST = 10_000;

function sum(outcomes: readonly Outcome[], count: (outcome: Outcome) => number): number {
  return outcomes.reduce((total, outcome) => total + count(outcome), 0);
}

function few(texts: readonly string[]): string {
  const MOST = 12;
  return texts.slice(0, MOST).join('; ') + (texts.length > MOST ? `; and ${texts.length - MOST} more` : '');
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

function run(trials: readonly Trial[]): readonly Outcome[] {
  return trials.map((trial) => {
    const outcome = trial(WALKS, SEED);
    const { name, agreement, untaken, control } = outcome;
    console.log(`${name}: ${agreement.events} events, ${agreement.differing} differ, ${untaken.length} not taken`);
    for (const text of [...agreement.differences, ...untaken, ...control.unfound]) console.log(`  ${text}`);
    return outcome;
  });
}

/** How many walks and events, and what became of them. */
function walked(outcomes: readonly Outcome[]): string {
  const of = (status: string): string => grouped(sum(outcomes, ({ agreement }) => agreement.statuses[status] ?? 0));
  const events = sum(outcomes, ({ agreement }) => agreement.events);
  const asides = sum(outcomes, ({ agreement }) => agreement.asides);
  const walks = sum(outcomes, ({ agreement }) => agreement.walks);
  return (
    `${grouped(walks)} walks of 30 to 40 events: ${grouped(events - asides)} events walked and ${grouped(asides)} asked ` +
    `aside at the same states; ${of('applied')} applied, ${of('refused')} refused, ${of('no-effect')} without effect, ` +
    `${of('late')} late`
  );
}

function agree(claim: string, outcomes: readonly Outcome[], besides = ''): Figure {
  const differing = sum(outcomes, ({ agreement }) => agreement.differing);
  const texts = outcomes.flatMap(({ name, agreement }) => agreement.differences.map((text) => `${name}, ${text}`));
  const seen = `${walked(outcomes)}${besides}; ${grouped(differing)} walks differ${differing > 0 ? `: ${few(texts)}` : ''}`;
  const isEnough = outcomes.every(({ agreement }) => agreement.walks >= WALKS && agreement.events > 0);
  return { claim, seen, holds: differing === 0 && isEnough };
}

function taken(claim: string, outcomes: readonly Outcome[]): Figure {
  const each = outcomes.map(
    ({ name, rows, transitions, untaken }) =>
      `${name} ${transitions - untaken.length} of ${transitions} (${rows} rows)`,
  );
  const never = outcomes.flatMap(({ name, untaken }) => untaken.map((text) => `${name}: ${text}`));
  return {
    claim,
    seen: `${each.join(', ')}${never.length > 0 ? `; not taken: ${few(never)}` : ''}`,
    holds: never.length === 0,
  };
}

const ofSteps = run(made);
const ofTables = run(written);
const all = [...ofSteps, ...ofTables];
const silent = sum(ofTables, ({ agreement }) => agreement.silent);
const events = sum(ofTables, ({ agreement }) => agreement.events);
const walks = sum(all, ({ agreement }) => agreement.walks);
const found = sum(all, ({ control }) => control.found);
const altered = sum(all, ({ control }) => control.altered);

publish('machines', began, [
  agree(
    'Each machine, made into an xstate machine of its steps, gives the same stage, status, code and rule.',
    ofSteps,
  ),
  taken('Each transition of those machines (a step at a stage, for an event) was taken at least once.', ofSteps),
  agree(
    'xstate machines written by hand from the catalogue’s tables give the same stage, status and code.',
    ofTables,
    `; the catalogue’s tables decide ${grouped(events - silent)} of them, and are silent on ${grouped(silent)}, where ` +
      'what `record` documents was written down',
  ),
  taken('Each transition of the machines written by hand was taken at least once.', ofTables),
  {
    claim:
      'An altered machine is found out: each row in turn led elsewhere, was left out, and held whatever its condition says.',
    seen:
      `${grouped(found)} of ${grouped(altered)} altered machines found out` +
      (found < altered ? `; not: ${few(all.flatMap(({ control }) => control.unfound))}` : ''),
    holds: altered > 0 && found === altered,
  },
  {
    claim: `All machines together were walked ${grouped(AT_LEAST)} times and more.`,
    seen: `${grouped(walks)} walks, every tenth of them told to an actor of xstate beside its pure \`transition\``,
    holds: walks >= AT_LEAST,
  },
]);
