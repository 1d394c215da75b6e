import { identifier } from './quoting.js';

/** Where the tables stand. */
export interface SchemaOption {
  /** The schema of the tables and of the view. Absent: the search path finds them. */
  readonly schema?: string;
}

/** The host's names where it gave any, ours where it did not, all in quotes. What the host has not is `null`. */
export function quoted<Names extends object>(ours: Names, given: Partial<Names> = {}): Names {
  const merged: object = { ...ours, ...given };
  const names = Object.entries(merged) as [string, string | null][];
  return Object.fromEntries(names.map(([what, name]) => [what, name === null ? null : identifier(name)])) as Names;
}

/** A table or a view, with its schema where one is given. */
export function placed(name: string, schema: string | undefined): string {
  return schema === undefined ? identifier(name) : `${identifier(schema)}.${identifier(name)}`;
}

/** Some expressions of a source, one to a line. */
export function selection(expressions: readonly string[], source: string): string {
  return `SELECT\n${indented(expressions.join(',\n'))}\nFROM ${source}`;
}

/** Each line further in. */
export function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
