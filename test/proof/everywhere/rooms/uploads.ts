import { routing } from 'pauta';
import type { Instant } from 'pauta/kernel';
import { reportCsv, suggestMapping, validate, validateStream, type ReadingOptions } from 'pauta/routing/csv';
import type { Chance } from '../chance.js';
import type { Ledger } from '../ledger.js';

/** What is uploaded, where to. */
export interface Uploading {
  readonly account: string;
  readonly kind: routing.AccountKind;
  readonly rows: readonly routing.UploadRow[];
  readonly policy: routing.Policy;
  readonly team: routing.Team;
}

const uploadedAt: Instant = Date.parse('2026-05-13T10:00:00-04:00');

const headings = [
  ['Identificador de Usuario*', 'Ejecutivo*', 'Ejecutivo de Respaldo', 'Supervisor de Respaldo'],
  ['identificador de usuario', 'EJECUTIVO', 'Ejecutivo de respaldo', 'Supervisor'],
  ['Teléfono', 'Nombre', 'Suplente', 'Jefe'],
  ['Cliente', 'Ejecutivo', 'Observación', 'Ejecutivo'],
] as const;

/** Uploads rows from a database and as files of every encoding, all that follows from it included. */
export async function upload(
  ledger: Ledger,
  { rows, ...told }: Uploading,
  held: routing.Portfolio,
  chance: Chance,
): Promise<routing.Portfolio> {
  const { account, kind, policy, team } = told;
  const options: ReadingOptions = {
    ...{ account, kind, policy, fileName: chance.of(['cartera.csv', 'cartera.csv', 'cartera.xlsx']) },
    ...(chance.once(3) ? { team } : {}),
    ...(chance.once(8) ? { by: 'agent' as const } : {}),
    ...(chance.once(4) ? { mode: chance.of(['merge', 'replace'] as const) } : {}),
    ...(chance.once(4) ? { encoding: chance.of(['utf-8', 'windows-1252'] as const) } : {}),
  };
  const titles = chance.once(3) ? chance.of(headings) : headings[0];
  const text = fileOf(titles, rows, chance);
  const bytes = encoded(text, chance);
  ledger.drawn([text, bytes.length]);
  ledger.answered('suggestMapping', suggestMapping(titles, kind));
  const ofRows = routing.validateRows(rows, options);
  const ofText = validate(text, options);
  const ofBytes = validate(bytes, options);
  const ofPieces = await validateStream(pieces(bytes, chance.nat(40) + 1), options);
  const judged = [
    ['validateRows', ofRows],
    ['validate text', ofText],
    ['validate bytes', ofBytes],
    ['validateStream', ofPieces],
  ] as const;
  for (const [name, validation] of judged) {
    const { rows: _, ...verdict } = { rows: null, ...validation };
    ledger.answered(name, verdict);
    const lang = chance.of(['es', 'en'] as const);
    ledger.answered('reportCsv', reportCsv(validation, { lang, delimiter: chance.of([',', ';', '\t']) }));
    ledger.answered('faultsOf', routing.faultsOf(validation));
  }
  return [ofRows, ofText, ofBytes].reduce((before, validation) => loaded(ledger, validation, before), held);
}

function loaded(ledger: Ledger, validation: routing.Validation, before: routing.Portfolio): routing.Portfolio {
  if (!validation.ok) return before;
  const { changes, ...foreseen } = routing.preview(before, validation, { at: uploadedAt });
  ledger.answered('preview', { ...foreseen, changes: [...changes()] });
  const { state, ...effect } = routing.load(before, validation, { at: uploadedAt });
  ledger.answered('load', { ...effect, state: [...routing.lines(state)] });
  return state;
}

function fileOf(titles: readonly string[], rows: readonly routing.UploadRow[], chance: Chance): string {
  const [delimiter, lineBreak] = [chance.of([',', ',', ';', '\t']), chance.of(['\n', '\r\n', '\r'])];
  const lines = rows.map(({ client, main, backup, supervisor }) => [client, main, backup ?? '', supervisor ?? '']);
  const odd = chance.once(6) ? [['"', 'a"b', '', ''], [], ['=1+1', 'ñandú', 'x', 'y', 'z']] : [];
  return [titles, ...lines, ...odd]
    .map((cells) => cells.map((cell) => (chance.once(9) ? `"${cell}"` : cell)).join(delimiter))
    .join(lineBreak);
}

/** In UTF-8 with a mark or without, in Windows-1252, in UTF-16 of both orders, or broken somewhere. */
function encoded(text: string, chance: Chance): Uint8Array {
  const units = Array.from({ length: text.length }, (_, place) => text.charCodeAt(place));
  switch (chance.nat(6)) {
    case 0:
      return new Uint8Array(units.map((unit) => unit & 0xff));
    case 1:
      return new Uint8Array([0xff, 0xfe, ...units.flatMap((unit) => [unit & 0xff, unit >> 8])]);
    case 2:
      return new Uint8Array([0xfe, 0xff, ...units.flatMap((unit) => [unit >> 8, unit & 0xff])]);
    case 3: {
      const bytes = new TextEncoder().encode(text);
      bytes[chance.nat(bytes.length)] = 0x80 + chance.nat(0x80);
      return bytes;
    }
    case 4:
      return new TextEncoder().encode(`\ufeff${text}`);
    default:
      return new TextEncoder().encode(text);
  }
}

function* pieces(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}
