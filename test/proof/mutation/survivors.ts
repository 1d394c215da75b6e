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
  /** From where to where, as Stryker takes it: columns count from 0. */
  readonly range: string;
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
    mutants.filter(isAlive).map(({ mutatorName, replacement = '', location: { start, end } }) => ({
      place: `${file}:${start.line}:${start.column}`,
      range: `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`,
      key: `${file} ${mutatorName}: ${short(textBetween(source, start, end))} → ${short(replacement)}`,
    })),
  );
}

/** How many were found, by a test or by going round for ever. */
export function foundIn({ files }: Report): number {
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  return mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
}

/** Where some of those who survived are, as Stryker takes it. */
export function placesIn(report: Report, isWanted: (survivor: Survivor) => boolean): readonly string[] {
  const wanted = survivorsIn(report).filter(isWanted);
  return [...new Set(wanted.map(({ range }) => range))];
}

/** A report in which some mutants were tried once more. One that was found stays found: tests only become more. */
export function merged(report: Report, later: Report): Report {
  const files = { ...report.files };
  for (const [file, { source, mutants }] of Object.entries(later.files)) {
    const anew = new Map(mutants.map((mutant) => [sameness(mutant), mutant]));
    const before = files[file]?.mutants ?? mutants;
    files[file] = {
      source,
      mutants: before.map((mutant) => (isAlive(mutant) ? (anew.get(sameness(mutant)) ?? mutant) : mutant)),
    };
  }
  return { files };
}

function isAlive({ status }: Mutant): boolean {
  return status === 'Survived' || status === 'NoCoverage';
}

function sameness({ mutatorName, replacement, location: { start, end } }: Mutant): string {
  return JSON.stringify([mutatorName, replacement, start.line, start.column, end.line, end.column]);
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
