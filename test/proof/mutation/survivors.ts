import { readdirSync, readFileSync } from 'node:fs';

/** What Stryker reports, as far as it is read here: the schema of mutation-testing-elements. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** A mutant that no test found. */
export interface Survivor {
  /** File, line and column, to go to. */
  readonly place: string;
  /** What was changed into what: the same wherever the lines move to. */
  readonly key: string;
}

/** Mutants that nobody can tell from the original, and why. */
export interface Equivalent {
  readonly why: string;
  readonly mutants: readonly string[];
}

const folder = new URL('equivalents/', import.meta.url);

/** A file for each room. */
export const equivalents = readdirSync(folder).flatMap(
  (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as readonly Equivalent[],
);

/** Why a mutant is none that a test could find; `null` where nobody said. */
export function reasonOf(key: string): string | null {
  return equivalents.find(({ mutants }) => mutants.includes(key))?.why ?? null;
}

export function survivorsIn({ files }: Report): readonly Survivor[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ mutatorName, replacement = '', location: { start, end } }) => ({
        place: `${file}:${start.line}:${start.column}`,
        key: `${file} ${mutatorName}: ${short(textBetween(source, start, end))} → ${short(replacement)}`,
      })),
  );
}

function textBetween(source: string, start: Position, end: Position): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined))
    .join('\n');
}

function short(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length <= 120 ? line : `${line.slice(0, 80)} … ${line.slice(-36)}`;
}
