import { isDeepStrictEqual } from 'node:util';
import {
  analyse,
  decisionTable,
  type Analysis,
  type HitPolicy,
  type Situation,
  type Space,
  type TableDefinition,
} from 'pauta/kernel';
import { ourAnswers, type AskedTable } from './answer.js';
import { randomTables } from './random.js';
import { exported, zen, zenAnswers, type Ask } from './zen.js';

/** What was seen of random tables. */
export interface Analysed {
  readonly made: number;
  /** Those that `decisionTable` takes, by their hit policy, and how many of their situations were asked. */
  readonly taken: Readonly<Record<HitPolicy, number>>;
  readonly situations: number;
  /** How many of those that it refuses have a gap, an overlap, a row that never wins. */
  readonly refused: Readonly<Record<'gaps' | 'overlaps' | 'dead', number>>;
  readonly mismatches: readonly string[];
}

type Definition = TableDefinition<Space, string, unknown>;

/**
 * Random tables are asked on GoRules' engine, at every situation. What it answers shows whether a table has a gap, an
 * overlap or a dead row: `analyse` must say the same, `decisionTable` must take the others and refuse these, and what it
 * takes must answer as the engine does.
 */
export async function besideRandom(count: number, seed: number): Promise<Analysed> {
  const taken = { unique: 0, first: 0, collect: 0 };
  const refused = { gaps: 0, overlaps: 0, dead: 0 };
  const mismatches: string[] = [];
  let situations = 0;
  for (const definition of randomTables(count, seed)) {
    const ask = zen([exported(definition, 'collect')]);
    const every = everySituation(definition.facts);
    const rows = await Promise.all(every.map(async (one) => (await zenAnswers(ask, one)).map(({ row }) => row)));
    const theirs = analysed(definition, every, rows);
    if (!isDeepStrictEqual(analyse(definition), theirs)) mismatches.push(`analyse: ${JSON.stringify(definition)}`);
    const kinds = (['gaps', 'overlaps', 'dead'] as const).filter((kind) => theirs[kind].length > 0);
    for (const kind of kinds) refused[kind]++;
    const table = made(definition);
    if ((table === null) !== kinds.length > 0) mismatches.push(`taken or refused: ${JSON.stringify(definition)}`);
    if (table === null) continue;
    taken[definition.hit]++;
    situations += table.size;
    const asked = definition.hit === 'collect' ? ask : zen([exported(definition, 'first')]);
    mismatches.push(...(await unlike(table, asked)));
  }
  return { made: count, taken, situations, refused, mismatches };
}

function made(definition: Definition): AskedTable | null {
  const { hit } = definition;
  try {
    return hit === 'collect' ? decisionTable({ ...definition, hit }) : decisionTable({ ...definition, hit });
  } catch {
    return null;
  }
}

async function unlike(table: AskedTable, ask: Ask): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [address, situation] of table.situations.entries()) {
    const theirs = await zenAnswers(ask, situation);
    if (!isDeepStrictEqual(theirs, ourAnswers(table, address)))
      found.push(JSON.stringify({ situation, theirs, table }));
  }
  return found;
}

/** What an analysis is, told from nothing but which rows the engine answers with. */
function analysed(
  { hit, rows }: Definition,
  situations: readonly Situation<Space>[],
  answering: readonly (readonly number[])[],
): Analysis<Space> {
  const overlaps = new Map<string, Analysis<Space>['overlaps'][number]>();
  answering.forEach((numbers, address) => {
    for (const one of numbers) {
      for (const other of numbers.filter((number) => number > one)) {
        const found = { rows: [one, other], situation: situations[address] as Situation<Space> } as const;
        if (!overlaps.has(`${one} ${other}`)) overlaps.set(`${one} ${other}`, found);
      }
    }
  });
  const winners = answering.flatMap((numbers) => (hit === 'first' ? numbers.slice(0, 1) : numbers));
  return {
    gaps: hit === 'collect' ? [] : situations.filter((_, address) => answering[address]?.length === 0),
    overlaps: hit === 'unique' ? [...overlaps.values()] : [],
    dead: rows.map((_, index) => index + 1).filter((row) => !winners.includes(row)),
  };
}

/** Every combination of values; the last fact changes first. */
function everySituation(facts: Space): readonly Situation<Space>[] {
  return Object.entries(facts).reduce<Situation<Space>[]>(
    (some, [fact, values]) => some.flatMap((one) => values.map((value) => ({ ...one, [fact]: value }))),
    [{}],
  );
}
