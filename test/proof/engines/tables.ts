import { isDeepStrictEqual } from 'node:util';
import { tables } from 'pauta/catalogue';
import { ourAnswers, type Answer, type AskedTable, type Sheet } from './answer.js';
import {
  hits,
  inFeel,
  matched,
  outputOf,
  passes,
  remembering,
  type FeelRule,
  type Letter,
  type Passes,
} from './feel.js';
import { wrongs } from './wrongs.js';
import { exported, zen, zenAnswers } from './zen.js';

/** How many answers were put beside ours, and what came of it. */
export interface Beside {
  readonly answers: number;
  readonly mismatches: readonly string[];
}

/** How many tables were made wrong in one thing, and how many of them an engine told from ours. */
export interface Control {
  readonly made: number;
  readonly noticed: number;
}

type Engine = (situation: Readonly<Record<string, string>>) => Promise<readonly Answer[]> | readonly Answer[];

/** Every decision table of the six systems. */
export const all: readonly AskedTable[] = Object.values(tables);

/** Every table on GoRules' engine, at every situation: `unique` as `collect` and as `first`. */
export async function besideZen(): Promise<Beside> {
  return together(
    all.flatMap((table) => {
      const policies = table.hit === 'collect' ? (['collect'] as const) : (['collect', 'first'] as const);
      return policies.map((policy) => [table, `GoRules, ${policy}`, onZen(table, policy)] as const);
    }),
  );
}

/** Every table in FEEL, at every situation: `unique` under U, F and C of DMN, `collect` under C. */
export async function besideFeel(): Promise<Beside> {
  return together(
    all.flatMap((table) => {
      const letters: readonly Letter[] = table.hit === 'collect' ? ['C'] : ['U', 'F', 'C'];
      return letters.map((letter) => [table, `FEEL, ${letter}`, onFeel(table, letter, passes)] as const);
    }),
  );
}

/** Tables that were made wrong in one thing, on GoRules' engine. */
export function zenNotices(): Promise<Control> {
  return noticing((sheet) => onZen(sheet, 'collect'));
}

/** The same in FEEL. */
export function feelNotices(): Promise<Control> {
  const asked = remembering();
  return noticing((sheet) => onFeel(sheet, sheet.hit === 'collect' ? 'C' : 'U', asked));
}

function onZen(sheet: Sheet, policy: 'first' | 'collect'): Engine {
  const ask = zen([exported(sheet, policy)]);
  return (situation) => zenAnswers(ask, situation);
}

function onFeel(sheet: Sheet, letter: Letter, asked: Passes): Engine {
  const rules: readonly FeelRule[] = inFeel(sheet);
  return (situation) => hits(letter, matched(rules, situation, asked)).map(outputOf);
}

async function together(runs: readonly (readonly [AskedTable, string, Engine])[]): Promise<Beside> {
  const mismatches: string[] = [];
  let answers = 0;
  for (const [table, engine, ask] of runs) {
    for (const found of await mismatchesOf(table, ask, Infinity))
      mismatches.push(`${table.name} on ${engine}: ${found}`);
    answers += table.size;
  }
  return { answers, mismatches };
}

async function noticing(engine: (sheet: Sheet) => Engine): Promise<Control> {
  let made = 0;
  let noticed = 0;
  for (const table of all) {
    for (const sheet of wrongs(table)) {
      made++;
      noticed += (await mismatchesOf(table, engine(sheet), 1)).length;
    }
  }
  return { made, noticed };
}

/** Where an engine answers another thing than the table's own look-up does: at most so many places. */
async function mismatchesOf(table: AskedTable, engine: Engine, most: number): Promise<readonly string[]> {
  const mismatches: string[] = [];
  for (let address = 0; address < table.size && mismatches.length < most; address++) {
    const situation = table.situations[address] as Readonly<Record<string, string>>;
    const theirs = await engine(situation);
    const ours = ourAnswers(table, address);
    if (!isDeepStrictEqual(theirs, ours)) {
      mismatches.push(`${JSON.stringify(situation)}: ${JSON.stringify(theirs)}, ours ${JSON.stringify(ours)}`);
    }
  }
  return mismatches;
}
