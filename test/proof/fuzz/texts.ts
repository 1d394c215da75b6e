import { chance, few, pick, whole, type Random } from './random.js';

/** What files are made of, and what has broken readers of them. */
const pieces = [
  '"', '""', '","', '"\n"', '"""', '\r', '\n', '\r\n', '\n\r', '\r\r\n', ',', ';', '\t', '|', '\0', '\u001b', '\ufeff',
  '\u0085', '\u00a0', '\u00ad', '\u200b', '\u202e', '\u2028', '\ufffd', '\ufffe', '\ud800', '\udc00', '😀', 'é', 'e\u0301',
  '=1+1', '@A(', '+', '-', "'", '#N/A', '#####', '#¡VALOR!', 'sep=;\n', 'sep=,\r\n', '5.69E+10', '56912345678.0', '0056',
  '+56912345678', '5215512345678', 'ana@example.com', 'xn--', '@', '.', '..', '__proto__', 'constructor',
  'Identificador de Usuario', 'Ejecutivo*', 'Ejecutivo de Respaldo', 'Supervisor de Respaldo', 'respaldo', 'telefono',
  '{', '}', '{ ', '[', ']', ':', 'null', '{"end":true,"accounts":1}', '\\', '\\u0000', '1e999', 'T', 'Z', 'P', '24:00',
]; // prettier-ignore

/** A text, a little other than it was: pieces go in, out, twice or elsewhere; letters change; a part is repeated. */
export function mutatedText(text: string, random: Random, words: readonly string[]): string {
  let next = text;
  for (let left = 1 + few(random, 5); left > 0; left--) next = changedText(next, random, words);
  return next;
}

function changedText(text: string, random: Random, words: readonly string[]): string {
  const from = whole(random, 0, text.length);
  const to = Math.min(text.length, from + 1 + few(random, 40));
  const [before, part, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  switch (whole(random, 0, 9)) {
    case 0:
      return before + after;
    case 1:
      return before + part + part + after;
    case 2:
      return before + String.fromCharCode(few(random, 0x10000)) + text.slice(from + 1);
    case 3:
      return before + part.toUpperCase() + after;
    case 4:
      return before + pick(random, words) + after;
    case 5:
      // Seldom long: what is super-linear shows itself, and most inputs stay short.
      return chance(random, 0.05) ? before + repeated(part || ' ', random) + after : after + before;
    default:
      return before + pick(random, pieces) + (chance(random, 0.5) ? part : '') + after;
  }
}

function repeated(part: string, random: Random): string {
  return part.repeat(Math.ceil(pick(random, [100, 1_000, 10_000, 50_000]) / part.length));
}

/** A text of cells, a cell or a row of which is another. */
export function mutatedCells(text: string, random: Random, words: readonly string[]): string {
  const end = pick(random, ['\n', '\n', '\r\n', '\r']);
  const between = pick(random, [',', ',', ';', '\t']);
  const rows = text.split(/\r\n|\n|\r/).map((row) => row.split(/[,;\t]/));
  const place = few(random, rows.length);
  const row = rows[place] ?? [''];
  const cell = whole(random, 0, row.length - 1);
  const changedRow = row.with(cell, quoted(mutatedText(row[cell] ?? '', random, words), random));
  const next = [
    () => rows.with(place, changedRow),
    () => rows.toSpliced(place, 0, row),
    () => rows.toSpliced(place, 1),
    () => rows.with(place, row.toSpliced(cell, 1)),
    () => rows.with(place, [...row, ...new Array<string>(1 + few(random, 30)).fill('')]),
    () => [...rows, ...new Array<string[]>(few(random, 200)).fill(changedRow)],
  ];
  return pick(random, next)()
    .map((cells) => cells.join(between))
    .join(end);
}

function quoted(cell: string, random: Random): string {
  if (chance(random, 0.5)) return cell;
  return `"${chance(random, 0.8) ? cell.replaceAll('"', '""') : cell}"`;
}

/** The bytes of a text in one of the encodings in which spreadsheets save, and in which they do not. */
export function encoded(text: string, random: Random): Uint8Array {
  const encoding = pick(random, ['utf8', 'utf8', 'utf8', 'latin1', 'utf16le'] as const);
  const body = Buffer.from(text, encoding);
  if (encoding !== 'utf16le') return new Uint8Array(body);
  const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), body]);
  return new Uint8Array(chance(random, 0.5) ? marked : marked.subarray(0, marked.length & ~1).swap16());
}

/** Bytes, a few of them others. */
export function mutatedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const next = [...bytes];
  for (let left = 1 + few(random, 6); left > 0; left--) {
    const place = few(random, next.length + 1);
    const byte = pick(
      random,
      [0x00, 0x22, 0x2c, 0x0a, 0x0d, 0x80, 0xbf, 0xc0, 0xc3, 0xe2, 0xef, 0xf0, 0xf5, 0xfe, 0xff],
    );
    if (chance(random, 0.3)) next.splice(place, 1 + few(random, 20));
    else if (chance(random, 0.5)) next.splice(place, 0, byte);
    else next[place] = byte;
  }
  return new Uint8Array(next);
}
