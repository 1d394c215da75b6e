import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as routing from 'pauta/routing';
import {
  reportCsv,
  suggestMapping,
  validate,
  validateStream,
  type ReadingOptions,
  type Validation,
} from 'pauta/routing/csv';
import { cases } from 'pauta/spec';
import { encoded, mutatedBytes, mutatedCells, mutatedText } from '../texts.js';
import { chance, few, pick, whole, type Random } from '../random.js';
import type { Material } from '../values.js';
import { signOf, type Door } from './door.js';
import { arbitraries, drawn } from './samples.js';

const HEADINGS = 'Identificador de Usuario*,Ejecutivo*,Ejecutivo de Respaldo,Supervisor de Respaldo';

/** Good files, the cases' own, and csv-spectrum's, which few readers of CSV read without a fault. */
const files: readonly string[] = [
  `${HEADINGS}\r\n+56912345678,ana,beto,carla\r\n"+56 9 8765 4321","beto ""b""",,\r\n`,
  `${HEADINGS.replaceAll(',', ';')}\nana@example.com;ana;beto;\nbeto@example.cl;"a\nb";;carla\n`,
  `\ufeffsep=;\r\n${HEADINGS.replaceAll(',', ';')}\r\n5215512345678;ana;;\r\n525512345678;ana;ana;ana\r\n`,
  `Correo,Ejecutiva,Jefe\nÑANDÚ@example.cl,María José,Peña\n`,
  `${HEADINGS}\n${Array.from({ length: 30 }, (_, row) => `+5691234${1_000 + row},ana,beto,`).join('\n')}\n912345678,ana,,\n`,
  ...cases('routing').flatMap(({ given }) => (typeof given['csv'] === 'string' ? [given['csv']] : [])),
  ...spectrum(),
];

function spectrum(): readonly string[] {
  const folder = `${dirname(createRequire(import.meta.url).resolve('csv-spectrum'))}/csvs`;
  return readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
}

const team: routing.Team = Object.fromEntries(
  ['ana', 'constructor'].map((id) => [id, { enabled: true, modes: {}, saved: true, connected: true, available: true }]),
);
const policies: readonly routing.Policy[] = [
  routing.defaultPolicy,
  routing.policy({ delimiters: [',', ';', '\t'], samePerson: 'recognised', duplicateConflict: 'last-wins' }),
  routing.policy({ delimiters: [';'], emailCase: 'domain-only', reuploadMode: 'replace' }),
];
const mappings = [{ client: 'Correo', main: 'Ejecutiva' }, { client: '__proto__', main: 'a', backup: null }, {}];

function optionsOf(random: Random): ReadingOptions {
  return {
    account: pick(random, ['wa-1', '__proto__']),
    kind: pick(random, ['whatsapp', 'email']),
    policy: pick(random, policies),
    ...(chance(random, 0.5) && { team }),
    ...(chance(random, 0.3) && { mapping: pick(random, mappings) }),
    ...(chance(random, 0.3) && { encoding: pick(random, ['detect', 'utf-8', 'windows-1252']) }),
    ...(chance(random, 0.2) && { fileName: pick(random, ['a.csv', 'a.CSV ', 'a.xlsx', '']) }),
  };
}

/** Reads a file whole and in pieces, loads what is accepted, stores it and reads it back, and writes the report. */
async function judged(input: unknown, random: Random): Promise<readonly string[]> {
  const source = input as string | Uint8Array;
  const options = optionsOf(random);
  const verdict = validate(source, options);
  if (chance(random, 0.4)) isSame(verdict, await validateStream(piecesOf(source, random), options));
  const report = reportCsv(verdict, { lang: 'es' });
  if (chance(random, 0.2)) isReadable(report);
  if (verdict.ok && chance(random, 0.5)) isKept(verdict);
  const codes = verdict.warnings.map(({ code }) => code);
  if (verdict.ok) return ['accepted', verdict.rule, ...codes];
  const problems = verdict.problems.slice(0, 30).map(({ code, column }) => `${code} ${column.slice(0, 4)}`);
  return [verdict.code, verdict.rule, ...codes, ...problems];
}

function isSame(one: Validation, other: Validation): void {
  const [left, right] = [one, other].map((verdict) => JSON.stringify({ ...verdict, rows: null }));
  if (left !== right)
    throw new Error(`Read in pieces it is another file: ${left?.slice(0, 200)} / ${right?.slice(0, 200)}`);
}

/** The report is a file that can be read by the reader itself. */
function isReadable(report: string): void {
  const mapping = { client: 'Valor', main: 'Código' };
  const again = validate(report, { account: 'any', kind: 'email', mapping });
  if (!again.ok && ['malformed', 'column-mapping'].includes(again.code))
    throw new Error(`The report is ${again.code}.`);
}

function isKept(upload: Validation & { readonly ok: true }): void {
  const { state } = routing.load(routing.emptyPortfolio, upload, { at: 1 });
  const again = routing.fromLines([...routing.lines(state)].join(''));
  if (!again.ok) throw new Error(`What was accepted cannot be stored: ${JSON.stringify(again.problems.slice(0, 3))}`);
  if (JSON.stringify(again.value) !== JSON.stringify(state))
    throw new Error('Stored and read back it is another portfolio.');
}

function* piecesOf(source: string | Uint8Array, random: Random): Generator<string | Uint8Array, void, undefined> {
  const longest = pick(random, [1, 2, 7, 100, 20_000]);
  for (let start = 0; start < source.length;) {
    const end = start + 1 + whole(random, 0, longest - 1);
    yield source.slice(start, end);
    start = end;
    // So that a large input in single bytes is no slow one.
    if (start > 2_000) yield source.slice(start, (start = source.length));
  }
}

function mutatedFile(input: unknown, random: Random, { words, other }: Material): unknown {
  if (input instanceof Uint8Array) return mutatedBytes(input, random);
  const text = input as string;
  if (chance(random, 0.1)) return crossed(text, other() as string, random);
  return chance(random, 0.6) ? mutatedCells(text, random, words) : mutatedText(text, random, words);
}

function crossed(text: string, other: string, random: Random): string {
  return text.slice(0, whole(random, 0, text.length)) + other.slice(few(random, other.length + 1));
}

/** Stored lines: what was read of them is written as it came. */
function restored(input: unknown, random: Random): readonly string[] {
  const text = input as string;
  const result = routing.fromLines(chance(random, 0.5) ? text : text.split('\n'));
  if (!result.ok) {
    if (result.problems.length === 0) throw new Error('Refused without a problem.');
    return result.problems.slice(0, 20).map(({ expected }) => signOf(expected));
  }
  const again = routing.fromLines([...routing.lines(result.value)].join(''));
  if (!again.ok || JSON.stringify(again.value) !== JSON.stringify(result.value))
    throw new Error('Lost on the way back.');
  return ['accepted'];
}

const bytesOf = (): readonly Uint8Array[] => {
  const random = (): number => 0;
  return files.map((text) => encoded(text, random));
};

/** The reader of CSV, by texts and by bytes, and the reader of stored portfolios. */
export const fileDoors: readonly Door[] = [
  { name: 'CSV text', kind: 'text', seeds: files, call: judged, mutation: mutatedFile },
  {
    name: 'CSV bytes',
    kind: 'bytes',
    seeds: bytesOf(),
    call: judged,
    mutation: (input, random, material) =>
      chance(random, 0.7) ? mutatedFile(input, random, material) : encoded(mutatedCells(pick(random, files), random, material.words), random), // prettier-ignore
  },
  {
    name: 'stored lines',
    kind: 'text',
    seeds: drawn(arbitraries.routing.portfolio, 12).map((portfolio) => [...routing.lines(portfolio)].join('')),
    call: restored,
  },
  {
    name: 'headings',
    kind: 'text',
    seeds: files.map((text) => text.split('\n', 1).join()),
    call: (input, random) => {
      const headings = (input as string).split(pick(random, [',', ';', '\n']));
      return Object.keys(suggestMapping(headings, pick(random, ['whatsapp', 'email'])));
    },
  },
];
