/**
 * Our tables on engines that we did not write: GoRules' (JDM) and feelin (FEEL, with the hit policies of DMN); and
 * GoRules' public test graphs as tables of ours. From the root: npm run prove -- engines
 */
import { publish, type Figure } from '../figures.js';
import { besideRandom } from './analysis.js';
import { graphs } from './graphs/graphs.js';
import { besideGraph, type GraphSeen } from './public.js';
import { all, besideFeel, besideZen, feelNotices, zenNotices, type Beside, type Control } from './tables.js';

const began = performance.now();
const figures: Figure[] = [];
const seed = 7;

const say = (count: number): string => count.toLocaleString('en-US');
const sum = (counts: readonly number[]): number => counts.reduce((one, other) => one + other, 0);

function equal(claim: string, seen: string, mismatches: readonly string[]): void {
  for (const mismatch of mismatches.slice(0, 5)) console.error(mismatch);
  figures.push({ claim, seen: `${seen}, ${say(mismatches.length)} unlike ours`, holds: mismatches.length === 0 });
}

const whole = `${all.length} tables, ${say(sum(all.map(({ rows }) => rows.length)))} rows, ${say(
  sum(all.map(({ size }) => size)),
)} situations`;

function tablesOn(engine: string, how: string, { answers, mismatches }: Beside): void {
  equal(
    `Every decision table answers on ${engine} as it does by its own look-up, in each situation of its whole fact space: the row, the rule and the outcome.`,
    `${whole}; ${how}: ${say(answers)} answers`,
    mismatches,
  );
}

function control(engine: string, { made, noticed }: Control): void {
  figures.push({
    claim: `The comparison on ${engine} can fail: a table in which one cell or one outcome is made wrong is told from ours.`,
    seen: `${say(noticed)} of ${say(made)} wrong tables noticed: every cell turned into its opposite, every cell emptied, every outcome changed`,
    holds: noticed === made && made > 0,
  });
}

tablesOn(
  'GoRules (zen-engine 0.54.0)',
  '`unique` as `collect` and as `first`, `collect` as `collect`',
  await besideZen(),
);
control('GoRules', await zenNotices());
tablesOn('FEEL unary tests (feelin 8.2.0)', '`unique` under U, F and C of DMN, `collect` under C', await besideFeel());
control('feelin', await feelNotices());

const random = await besideRandom(600, seed);
equal(
  'Random tables: `analyse` finds the gaps, overlaps and dead rows that GoRules’ answers show, `decisionTable` refuses just those tables, and the others answer alike.',
  `${say(random.made)} tables (seed ${seed}): taken ${Object.entries(random.taken)
    .map(([hit, count]) => `${count} \`${hit}\``)
    .join(', ')}, with ${say(random.situations)} situations; refused ${
    random.made - sum(Object.values(random.taken))
  } (gaps in ${random.refused.gaps}, overlaps in ${random.refused.overlaps}, dead rows in ${random.refused.dead})`,
  random.mismatches,
);

const seen: GraphSeen[] = [];
for (const graph of graphs) seen.push(await besideGraph(graph));
equal(
  'GoRules’ public test graphs that fit finite tables answer, on its own engine, as the same rules do as tables of ours, on both sides of every threshold.',
  seen
    .map(
      ({ file, inputs, asked, situations }) => `${file}: ${say(inputs)} inputs, ${asked} of ${situations} situations`,
    )
    .join('; '),
  seen.flatMap(({ mismatches }) => mismatches),
);
const cases = sum(seen.map((graph) => graph.cases));
const held = sum(seen.map((graph) => graph.held));
figures.push({
  claim: 'The cases that GoRules keeps beside those graphs are answered as expected, by its engine and by our tables.',
  seen: `${held} of ${cases} cases`,
  holds: held === cases,
});
const rows = sum(seen.map((graph) => graph.rows));
figures.push({
  claim:
    'The comparison of the public graphs can fail: a graph that lacks one row is told from ours, for every row that our tables say can be reached.',
  seen: `${sum(seen.map(({ missed }) => missed))} of ${rows} rows missed; by our tables ${sum(seen.map(({ answering }) => answering))} can be reached${unreached()}`,
  holds: seen.every(({ missed, answering }) => missed === answering),
});

publish('engines', began, figures);

/** Graphs in which what comes before a row does not let it be reached. */
function unreached(): string {
  const found = seen.filter((graph) => graph.answering < graph.rows).map(({ file }) => file);
  return found.length === 0 ? '' : ` (not all in ${found.join(', ')})`;
}
