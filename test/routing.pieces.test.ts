import { describe, expect, it } from 'vitest';
import { validate, validateStream, type ReadingOptions, type Validation } from 'pauta/routing/csv';
import { Decoding, type Encoding } from '../src/routing/decoding.js';
import { isCsv } from '../src/routing/guards.js';

const HEAD = 'Identificador de Usuario,Ejecutivo,Ejecutivo de Respaldo,Supervisor de Respaldo\n';
const options: ReadingOptions = { account: 'wa-1', kind: 'whatsapp' };
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Line, code and value of each problem; of an accepted file, its clients by line. */
function seen(validation: Validation): readonly string[] {
  const found: string[] = [];
  if (validation.ok) validation.rows.each((client, line) => found.push(`${line} ${client}`));
  else for (const { line, code, value } of validation.problems) found.push(`${line} ${code} ${value}`);
  return found.toSorted();
}

async function inPieces(pieces: Iterable<string | Uint8Array>): Promise<readonly string[]> {
  return seen(await validateStream(pieces, options));
}

describe('the name of a file', () => {
  it.each([
    ['clients.csv', true],
    [' Clients.CSV ', true],
    ['clients.csv.xlsx', false],
    ['csv', false],
  ])('%s: is it one of comma separated values? %s', (name, expected) => {
    expect(isCsv(name)).toBe(expected);
  });
});

describe('bytes, as text', () => {
  it.each<[what: string, encoding: Encoding, pieces: readonly Uint8Array[], texts: readonly string[]]>([
    ['no UTF-8', 'detect', [latin('\u00ff\u0061')], ['\u00ff\u0061']],
    ['no UTF-8, and not the mark either', 'detect', [latin('a\u00fe,')], ['aþ,']],
    ['no UTF-8, and not the other mark', 'detect', [latin('\u00fea')], ['þa']],
    ['no UTF-8, though it ends like a mark', 'detect', [latin('a\u00ff')], ['a', 'ÿ']],
    ['a mark that stands later', 'detect', [latin('abc'), latin('\u00ff\u00fe1')], ['abc', 'ÿþ1']],
    ['signs that only Windows-1252 has', 'detect', [latin('a\u0080\u0092')], ['a€’']],
    ['signs that only Windows-1252 has, in pieces', 'detect', [latin('a\u0080'), latin('\u0092')], ['a€', '’']],
    ['whole characters', 'utf-8', [utf8('añ'), utf8('€'), utf8('😀')], ['añ', '€', '😀']],
    [
      'characters cut apart',
      'utf-8',
      [utf8('añ').subarray(0, 2), utf8('ñ€').subarray(1, 3), utf8('€').subarray(1)],
      ['a', 'ñ', '€'],
    ],
    ['UTF-16', 'detect', [Uint8Array.of(0xff, 0xfe, 0x61), Uint8Array.of(0, 0xf1, 0)], ['', 'añ']],
    ['UTF-16, the other way', 'detect', [Uint8Array.of(0xfe, 0xff, 0, 0x61, 0), Uint8Array.of(0xf1)], ['a', 'ñ']],
  ])('%s (%s)', (_, encoding, pieces, texts) => {
    const decoding = new Decoding(encoding);
    const read = pieces.map((piece) => decoding.take(piece));
    expect([...read, decoding.end()].join('')).toBe(texts.join(''));
    if (encoding === 'utf-8') expect(read).toEqual(texts);
    expect(decoding.isBroken).toBe(false);
  });

  it.each<[what: string, encoding: Encoding, bytes: Uint8Array, text: string]>([
    ['the mark of UTF-16, where UTF-8 is asked for', 'utf-8', Uint8Array.of(0xff, 0xfe, 0x61, 0, 0), ''],
    [
      'a letter of Windows-1252 below the mark of UTF-8',
      'detect',
      Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xf1, 0x2c, 0x2c, 0x2c),
      '\ufeffa',
    ],
    ...Array.from({ length: 9 }, (_, count): [string, Encoding, Uint8Array, string] => {
      const text = 'ñ'.repeat(count);
      return [
        `a letter of Windows-1252 after ${count} of UTF-8`,
        'utf-8',
        new Uint8Array([...utf8(text), 0xff, 0x2c, 0x2c, 0x2c]),
        text,
      ];
    }),
  ])('are broken by %s (%s), and read as far as they are sound', (_, encoding, bytes, text) => {
    const decoding = new Decoding(encoding);
    expect(decoding.take(bytes)).toBe(text);
    expect(decoding.isBroken).toBe(true);
  });
});

describe('a file in pieces', () => {
  const row = (number: number): string => `${56_900_000_000 + number},P,Q,S\n`;

  it('is read once, however long it is, and as far as it is told', () => {
    const text = HEAD + Array.from({ length: 1_500 }, (_, number) => row(number)).join('');
    const told: object[] = [];
    const validation = validate(text, { ...options, onProgress: (progress) => told.push(progress) });
    expect(validation).toMatchObject({ ok: true, clients: 1_500, warnings: [] });
    expect(told).toHaveLength(Math.ceil(text.length / 2 ** 14));
    expect(told.at(-1)).toEqual({ rows: 1_500, bytes: text.length });
    const all: object[] = [];
    validate(HEAD.padEnd(2 ** 14, '\n'), { ...options, onProgress: (progress) => all.push(progress) });
    expect(all).toEqual([{ rows: 0, bytes: 2 ** 14 }]);
  });

  it('may be several files, each with its mark', () => {
    expect(seen(validate(`\ufeff${HEAD}${row(1)}\ufeff${row(2)}`, options))).toEqual([
      '2 56900000001',
      '3 56900000002',
    ]);
    const quoted = `\ufeff"Identificador de Usuario","Ejecutivo"\n"56900000001","P"\n`;
    expect(seen(validate(`${quoted}\ufeff"56900000002","P"\n`, options))).toEqual(['2 56900000001', '3 56900000002']);
  });

  it('may name its separator first, with or without one, and once', async () => {
    for (const first of ['sep=,', 'SEP=;', '"sep=,"', 'sep=']) {
      for (const lineBreak of ['\n', '\r\n', '\r']) {
        const text = `${first}\n${HEAD}${row(1)}x,P,Q,S\n`.replaceAll('\n', lineBreak);
        expect(seen(validate(text, options)), text).toEqual(['4 not-a-phone x']);
        expect(await inPieces(Array.from(text)), text).toEqual(['4 not-a-phone x']);
      }
    }
    expect(seen(validate(`${HEAD}56912345678,P,Q,sep=\n`, options))).toEqual(['2 56912345678']);
    const twice = ['sep=,\n', 'sep=;\n', HEAD, row(1)];
    expect(validate(twice.join(''), options)).toMatchObject({ ok: false, headings: ['sep=', ''] });
    expect(await validateStream(twice, options)).toEqual(validate(twice.join(''), options));
  });

  it('may end with its headings, whatever ends its lines', () => {
    for (const end of ['', '\n', '\r', '\r\n']) {
      expect(validate(HEAD.trimEnd() + end, options), JSON.stringify(end)).toMatchObject({ ok: true, clients: 0 });
    }
  });

  it.each([
    ['\n', '"', '4 broken-quotes 56900000003,'],
    ['\r', '"', '4 broken-quotes 56900000003,'],
    ['\r\n', '"', '4 broken-quotes 56900000003,'],
  ])('whose lines end with %j shows the broken one as far as it is sound', (lineBreak, quote, expected) => {
    const text = `${HEAD}${row(1)}${row(2)}56900000003,${quote}P,Q,S\n`.replaceAll('\n', lineBreak);
    expect(seen(validate(text, options))).toEqual([expected]);
  });

  it.each(['\n', '\r'])('whose lines end with %j shows the last line alone of a record of several', (lineBreak) => {
    const text = `${HEAD}"a\nb","P\n,Q,S\n`.replaceAll('\n', lineBreak);
    expect(seen(validate(text, options))).toEqual(['3 broken-quotes b",']);
  });

  it('has no record of more than 8 MiB: it is shown where the quote is open, and else not at all', () => {
    const long = 'x'.repeat(2 ** 23);
    expect(seen(validate(`${HEAD}1,"${long}\n`, options))).toEqual(['2 broken-quotes 1,']);
    expect(seen(validate(`${HEAD}1,${long},Q,S\n`, options))).toEqual(['2 endless-row ']);
  });

  it('has its headings in the first MiB: no more is asked for where they do not end', async () => {
    let asked = 0;
    const endless = (function* () {
      yield 'x';
      for (; asked < 6; asked++) yield 'x'.repeat(2 ** 20);
    })();
    expect(await inPieces(endless)).toEqual(['1 endless-row ']);
    expect(asked).toBeLessThan(4);
  });

  it('has its headings once their line has ended, and not before', async () => {
    const mapping = { client: 'null', main: 'nobody' };
    const read = await validateStream(['null', ',nobody', '\n', '56900000001,P\n'], { ...options, mapping });
    expect(seen(read)).toEqual(['2 56900000001']);
  });

  it('whose record does not end is looked at when it has become twice as long, not at each byte', async () => {
    const rows: number[] = [];
    const onProgress = (progress: { readonly rows: number }): number => rows.push(progress.rows);
    await validateStream([HEAD, '5690', '0000001\n', '5690', '000\n', '569000', '1\n'], { ...options, onProgress });
    expect(rows).toEqual([0, 0, 1, 1, 2, 2, 2]);
  });

  it('is passed over where a row is blank, whatever the blanks are (RT-24)', () => {
    for (const blank of ['', ' ', '\t', '\u00a0', '\u3000', '\u2003 ']) {
      const text = `${HEAD}${blank},,,\n${row(1)}`;
      expect(seen(validate(text, options)), JSON.stringify(blank)).toEqual(['3 56900000001']);
    }
    expect(seen(validate(`${HEAD}\u00a0,P,,\n`, options))).toEqual(['2 missing ']);
  });

  it('may have more cells than headings: those that are not blank are told', () => {
    const validation = validate(`${HEAD}${row(1)}56900000002,P,Q,S,,\n56900000003,P,Q,S,T\n`, options);
    expect(seen(validation)).toEqual(['2 56900000001', '3 56900000002', '4 56900000003']);
    expect(validation.warnings.map(({ code, lines }) => [code, lines])).toEqual([['extra-cells', [4]]]);
  });
});
