import { evaluate, unaryTest } from 'feelin';
import { answerOf, cellOf, type Answer, type Sheet } from './answer.js';

/** A rule of a DMN decision table, in FEEL: a unary test for each input, and an output entry. */
export interface FeelRule {
  readonly tests: readonly (readonly [fact: string, test: string])[];
  readonly output: string;
}

/** Whether a value passes a unary test. */
export type Passes = (test: string, value: string) => boolean;

/** The hit policies of DMN that our tables need, by its own letters. */
export type Letter = 'U' | 'F' | 'C';

/** One of our tables in FEEL. An input that a row does not look at is a `-`. */
export function inFeel(sheet: Sheet): readonly FeelRule[] {
  return sheet.rows.map((row, index) => ({
    tests: Object.keys(sheet.facts).map((fact) => {
      const values = cellOf(row, fact);
      return [fact, values.length === 0 ? '-' : values.map((value) => JSON.stringify(value)).join(',')] as const;
    }),
    output: JSON.stringify(answerOf(index + 1, row)),
  }));
}

/** Asks feelin. */
export const passes: Passes = (test, value) => {
  const { value: passed, warnings } = unaryTest(test, { '?': value });
  if (typeof passed !== 'boolean' || warnings.length > 0) {
    throw new Error(`${test} of ${value}: ${JSON.stringify({ passed, warnings })}`);
  }
  return passed;
};

/** Asks feelin once for each test and value. */
export function remembering(): Passes {
  const known = new Map<string, boolean>();
  return (test, value) => {
    const key = `${test} ${value}`;
    const passed = known.get(key) ?? passes(test, value);
    known.set(key, passed);
    return passed;
  };
}

/** The rules whose tests are all passed, in the table's order. */
export function matched(
  rules: readonly FeelRule[],
  situation: Readonly<Record<string, string>>,
  asked: Passes,
): readonly FeelRule[] {
  return rules.filter(({ tests }) => tests.every(([fact, test]) => asked(test, situation[fact] as string)));
}

/**
 * What a table answers of the rules that were matched. Unique: one rule may match; more are an error, and no answer.
 * First: the first in the order of the rules. Collect: all, in any order, here in that of the rules.
 */
export function hits(letter: Letter, rules: readonly FeelRule[]): readonly FeelRule[] {
  if (letter === 'U') return rules.length === 1 ? rules : [];
  return letter === 'F' ? rules.slice(0, 1) : rules;
}

/** The output entry, evaluated. */
export function outputOf({ output }: FeelRule): Answer {
  const { value, warnings } = evaluate(output);
  if (warnings.length > 0) throw new Error(`${output}: ${JSON.stringify(warnings)}`);
  return value as Answer;
}
