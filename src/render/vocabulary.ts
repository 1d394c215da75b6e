import type { System, TableName } from '../catalogue/index.js';
import { en } from './en/index.js';
import { es } from './es/index.js';
import type { Lang, Say } from './speech.js';
import type { Frame } from './words.js';

/** `TableWords` of any table. */
interface AnyTableWords {
  readonly title: string;
  readonly facts: Readonly<
    Record<string, { readonly label: string; readonly values: Readonly<Record<string, string>> }>
  >;
  readonly answer: (then: unknown) => string;
}

/** `MachineWords` of any machine. */
interface AnyMachineWords {
  readonly stages: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, string>>;
  readonly conditions: Readonly<Record<string, string>>;
}

/** `SystemWords` of any system: what is looked up by a name that only a decision knows. */
interface AnySystemWords {
  readonly name: string;
  readonly manual: string;
  readonly tables: Readonly<Record<string, AnyTableWords>>;
  readonly outcomes: Readonly<Record<string, (outcome: unknown, say: Say) => string>>;
  readonly machines: Readonly<Record<string, AnyMachineWords>>;
  readonly codes: Readonly<Record<string, string>>;
  readonly policy: Readonly<Record<string, string>>;
}

/** That nothing is missing was proven by the types of `es` and `en`. */
const vocabularies = { es, en } as const;

/** The sentences that surround what the systems say. */
export function frameOf(lang: Lang): Frame {
  return vocabularies[lang].frame;
}

/** What is said of a system; of a rule, a table, a machine or a kind the system is the first part of its name. */
export function wordsOf(lang: Lang, name: string): AnySystemWords {
  const system = name.split('/', 1)[0] as System;
  return vocabularies[lang].systems[system] as unknown as AnySystemWords;
}

/** What is said of one table. */
export function tableWords(lang: Lang, name: TableName): AnyTableWords {
  return wordsOf(lang, name).tables[name] as AnyTableWords;
}

/** What is said of one machine. */
export function machineWords(lang: Lang, name: string): AnyMachineWords {
  return wordsOf(lang, name).machines[name] as AnyMachineWords;
}

/** The clause of a value that a table's fact has. */
export function clauseOf(lang: Lang, table: TableName, fact: string, value: string): string {
  return tableWords(lang, table).facts[fact]?.values[value] as string;
}
