import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignments,
  defaultPolicy,
  emptyPortfolio,
  faultsOf,
  load,
  policy,
  validateRows,
  type Team,
} from 'pauta/routing';
import {
  reportCsv,
  suggestMapping,
  validate,
  validateStream,
  type Accepted,
  type ReadableStreamLike,
  type ReadingOptions,
  type Refused,
  type Validation,
} from 'pauta/routing/csv';
import { phonesIn } from 'pauta/routing/phones';

const HEAD = 'Identificador de Usuario,Ejecutivo,Ejecutivo de Respaldo,Supervisor de Respaldo\n';
const whatsapp: ReadingOptions = { account: 'wa-1', kind: 'whatsapp' };
const email: ReadingOptions = { account: 'mail-1', kind: 'email' };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A validation as plain data. */
function plain(validation: Validation): object {
  if (!validation.ok) return validation;
  const clients: [string, number][] = [];
  validation.rows.each((client, line) => clients.push([client, line]));
  return { ...validation, rows: clients };
}

function refused(source: string | Uint8Array, options: ReadingOptions = whatsapp): Refused {
  const validation = validate(source, options);
  if (validation.ok) throw new Error('it was accepted');
  return validation;
}

/** Line, column and code of each problem. */
function problems(source: string | Uint8Array, options: ReadingOptions = whatsapp): readonly string[] {
  return refused(source, options).problems.map(({ line, column, code }) => `${line} ${column} ${code}`);
}

function warnings(source: string | Uint8Array, options: ReadingOptions = whatsapp): readonly string[] {
  return validate(source, options).warnings.map(({ code, value, lines }) => `${code} ${value} ${lines.join()}`);
}

async function* slowly<Chunk>(chunks: readonly Chunk[]): AsyncGenerator<Chunk> {
  for (const chunk of chunks) {
    await Promise.resolve();
    yield chunk;
  }
}

function cut(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
}

const byByte = (bytes: Uint8Array): readonly Uint8Array[] => Array.from(bytes, (byte) => Uint8Array.of(byte));

describe('csv-spectrum', () => {
  const folder = join(createRequire(import.meta.url).resolve('csv-spectrum'), '..');
  const names = readdirSync(join(folder, 'csvs')).map((file) => file.replace('.csv', ''));

  // No cell of it is an address: each is listed with what was seen.
  it.each(names)('%s is read cell by cell', async (name) => {
    const bytes = readFileSync(join(folder, 'csvs', `${name}.csv`));
    // The phone number of one file was made unknowable in its JSON, and in its CSV was not.
    const json = readFileSync(join(folder, 'json', `${name}.json`), 'utf8').replace('"1234567890"', '"2095257564"');
    const rows = [JSON.parse(json) as Record<string, string> | Record<string, string>[]].flat();
    const headings = Object.keys(rows[0] as object);
    for (const client of headings) {
      const main = headings.find((heading) => heading !== client) as string;
      const options: ReadingOptions = { ...email, mapping: { client, main } };
      const validation = refused(bytes, options);
      const seen = validation.problems.filter(({ column }) => column === client).map(({ value }) => value);
      const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
      expect(seen.map((text) => text.replaceAll('\r\n', '\n'))).toEqual(
        rows.map((row) => shown((row[client] as string).trim()).replaceAll('\r\n', '\n')),
      );
      expect(validation.headings).toEqual(headings);
      expect(await validateStream(slowly(byByte(bytes)), options)).toEqual(validation);
    }
  });
});

describe('what a file is', () => {
  it('is text or bytes, with or without a mark, with any line breaks', () => {
    const text = `${HEAD}56912345678,ana,beto,sara\n56987654321,ñandú,beto,sara\n`;
    const whole = plain(validate(text, whatsapp));
    expect(whole).toMatchObject({ ok: true, clients: 2, rule: 'routing/identifier-whatsapp' });
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const all = [
      utf8(text),
      utf8(`\ufeff${text}`),
      latin(text),
      utf16,
      Buffer.from(utf16).swap16(),
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      text.replaceAll('\n', '\r\r\n'),
      text.trimEnd(),
      `\ufeff${text}`,
      `sep=,\n${text}`.replace(HEAD, HEAD.trimEnd().concat('\n')),
    ];
    for (const [index, source] of all.entries()) {
      const rows = plain(validate(source, whatsapp)) as { rows: readonly (readonly [string, number])[] };
      const shift = index === all.length - 1 ? 1 : 0;
      expect({ ...rows, rows: rows.rows.map(([client, line]) => [client, line - shift]) }, String(index)).toEqual(
        whole,
      );
    }
  });

  it.each([
    [latin(`${HEAD}56912345678,Ñandú,b,s\n`), 'detect'],
    [latin(`${HEAD}56912345678,Ñandú,b,s\n`), 'windows-1252'],
    [utf8(`${HEAD}56912345678,Ñandú,b,s\n`), 'utf-8'],
    [utf8(`${HEAD}56912345678,Ñandú,b,s\n`), 'detect'],
  ] as const)('letters are read as they were written (%#)', async (bytes, encoding) => {
    const team = { Ñandú: {}, b: {}, s: {} } as unknown as Team;
    const options: ReadingOptions = { ...whatsapp, encoding, team };
    expect(validate(bytes, options)).toMatchObject({ ok: true, warnings: [] });
    expect(await validateStream(byByte(bytes), options)).toMatchObject({ ok: true, warnings: [] });
  });

  it('holds letters of one encoding', async () => {
    const good = utf8(`${HEAD}56912345678,Ñandú,b,s\nx,b,s,s\n5691234`);
    const mixed = new Uint8Array([...good, ...latin('5670,Ñandú,b,s\n'), 0xff]);
    const validation = refused(mixed);
    expect(validation).toMatchObject({ code: 'malformed', rule: 'routing/csv-format', content: null });
    expect(validation.problems.map(({ line, code, value }) => [line, code, value])).toEqual([
      [3, 'not-a-phone', 'x'],
      [4, 'mixed-encoding', '56912345670,'],
    ]);
    expect(await validateStream(byByte(mixed), whatsapp)).toEqual(validation);
    expect(problems(latin(`${HEAD}56912345678,Ñandú,b,s\n`), { ...whatsapp, encoding: 'utf-8' })).toEqual([
      '2  mixed-encoding',
    ]);
    // A character that is cut off by the end of the file; one in the headings; a file that is one bad byte.
    expect(
      problems(good.slice(0, HEAD.length + 14).fill(0xc3, HEAD.length + 13), { ...whatsapp, encoding: 'utf-8' }),
    ).toEqual(['2  mixed-encoding']);
    expect(problems(Uint8Array.of(0xc3, 0xb1, 0xf1, 0x2c), whatsapp)).toEqual(['1  mixed-encoding']);
    expect(problems(Uint8Array.of(0xff), { ...whatsapp, encoding: 'utf-8' })).toEqual(['1  mixed-encoding']);
  });

  it('may end within a character of Windows-1252', () => {
    expect(problems(latin(`${HEAD}56912345678,Ana,,\nñ`))).toEqual([
      '3 Identificador de Usuario not-a-phone',
      '3 Ejecutivo no-main',
    ]);
  });
});

describe('records', () => {
  it('stand on the lines that a text editor counts', () => {
    const quoted = `\n , ,\n${HEAD}56912345678,"P\nQ",,\n\n,,,\nx,P,,\n"a\n\nb",P\ny,P,,`;
    expect(problems(quoted)).toEqual([
      '4 Ejecutivo control-character',
      '8 Identificador de Usuario not-a-phone',
      '9 Identificador de Usuario control-character',
      '12 Identificador de Usuario not-a-phone',
    ]);
    expect(problems(quoted.replaceAll('\n', '\r\n'))).toEqual(problems(quoted));
    expect(problems(quoted.replaceAll('\n', '\r'))).toEqual(problems(quoted));
  });

  it('may have blanks after a closing quote, and quotes within', () => {
    expect(validate(`${HEAD}"56912345678" ,"P" \t,"Q",S \n"+56 9 8765 4321","P","Q","S"  `, whatsapp)).toMatchObject({
      ok: true,
      clients: 2,
    });
    const named = validate(`${HEAD}56912345678,"P ""the best""",P "x",S`, whatsapp) as Accepted;
    expect([...assignments(load(emptyPortfolio, named, { at: 0 }).state, 'wa-1')]).toMatchObject([
      { main: 'P "the best"', backup: 'P "x"' },
    ]);
  });

  it.each([
    ['a quote that is never closed', `${HEAD}56912345678,P,Q,S\n56987654321,"P,Q,S\n1,P,Q,S\n`, '3  broken-quotes'],
    ['text after a closing quote', `${HEAD}"56912345678"x,P,Q,S\n1,P,Q,S\n`, '2  broken-quotes'],
    ['a quote that opens behind another', `${HEAD}"a\nb","P\n,Q,S\n`, '3  broken-quotes'],
    ['a quote in the headings', `\n"Identificador de Usuario,Ejecutivo\n1,P\n`, '2  broken-quotes'],
  ])('are broken by %s', async (_, text, expected) => {
    expect(problems(text)).toEqual([expected]);
    expect(refused(text)).toMatchObject({ code: 'malformed', rule: 'routing/csv-format' });
    expect(await validateStream(byByte(utf8(text)), whatsapp)).toEqual(refused(text));
  });

  it('are not longer than 8 MiB', async () => {
    const long = 'x'.repeat(2 ** 23);
    expect(problems(`${HEAD}56912345678,P,Q,S\n1,"${long}\n",Q,S\n`)).toEqual(['3  broken-quotes']);
    expect(problems(`${HEAD}56912345678,P,Q,S\n1,${long}`)).toEqual(['3  endless-row']);
    expect(problems(long)).toEqual(['1  endless-row']);
    expect(problems(`"${long}`)).toEqual(['1  broken-quotes']);
    // Nor are headings looked for beyond 1 MiB.
    expect(problems(',\n'.repeat(2 ** 20))).toEqual([`${2 ** 19 + 1}  endless-row`]);
    expect(problems(`${'\n'.repeat(2 ** 20)}${HEAD}56912345678,P,Q,S\n`)).toEqual([`${2 ** 20 + 1}  endless-row`]);
    // Nothing more is asked for once that is certain.
    let asked = 0;
    const endless = (function* () {
      yield `${HEAD}1,"`;
      for (;;) yield 'y'.repeat(2 ** (asked++, 20));
    })();
    expect(await validateStream(endless, whatsapp)).toMatchObject({ code: 'malformed' });
    expect(asked).toBeLessThan(12);
    expect(validate(`${HEAD}56912345678,"${'z'.repeat(2 ** 22)}",Q,S\n`, whatsapp).ok).toBe(true);
  });

  it('may have more cells than there are headings, which is said', () => {
    expect(warnings(`${HEAD}56912345678,P,Q,S,,\n56987654321,P,Q,S,,T\n56987654322,P,Q,S,T`)).toEqual([
      'extra-cells null 3,4',
    ]);
  });
});

describe('the order of refusals', () => {
  const bad = 'Correo;Quien\n"x';

  it('is role, file, headings, text, rows, conflicts', () => {
    expect(refused(bad, { ...whatsapp, by: 'agent', fileName: 'a.xlsx' })).toMatchObject({
      code: 'not-admin',
      rule: 'routing/admin-only',
      problems: [],
    });
    expect(refused(bad, { ...whatsapp, fileName: 'a.xlsx' })).toMatchObject({
      code: 'not-csv',
      rule: 'routing/csv-format',
    });
    expect(refused(bad, { ...whatsapp, fileName: 'A.CSV ' }).code).toBe('column-mapping');
    const conflict = `${HEAD}56912345678,P,Q,S\n56912345678,P,Q,S\n56912345678,R,Q,S\n`;
    expect(refused(`${conflict}x,P,Q,S\n"`).code).toBe('malformed');
    const all = refused(`${conflict}x,,Q,S\n`);
    expect(all).toMatchObject({ code: 'identifier-mismatch', rule: 'routing/all-or-nothing' });
    expect(all.problems).toMatchObject([
      { line: 4, code: 'conflicting-duplicate', conflictsWith: 2, value: '56912345678' },
      { line: 5, code: 'not-a-phone', column: 'Identificador de Usuario', value: 'x' },
      { line: 5, code: 'no-main', column: 'Ejecutivo', value: '' },
    ]);
    expect(refused(conflict)).toMatchObject({ code: 'conflicting-duplicate', rule: 'routing/one-to-one' });
  });

  it('has a place for an empty file', () => {
    const replace: ReadingOptions = { ...whatsapp, mode: 'replace' };
    for (const text of ['', '\n \n', ',,\n', HEAD, `${HEAD},,,\n`]) {
      expect(validate(text, whatsapp), text).toMatchObject({ ok: true, clients: 0, mode: 'merge' });
      expect(validate(text, replace), text).toMatchObject({
        code: 'empty-file',
        rule: 'routing/new-client-reupload',
        problems: [],
      });
    }
    expect(refused('Correo,Quien\n', replace).code).toBe('column-mapping');
    expect(refused('', { ...whatsapp, policy: policy({ reuploadMode: 'replace' }) }).code).toBe('empty-file');
  });

  it('closes a source of which nothing is looked at', async () => {
    const source = slowly(['x', 'y']);
    expect(await validateStream(source, { ...whatsapp, by: 'agent' })).toMatchObject({ code: 'not-admin' });
    expect(await source.next()).toEqual({ done: true, value: undefined });
  });
});

describe('headings', () => {
  it('are found whatever their order, asterisks and blanks around them', () => {
    const text = 'Nota, Ejecutivo * ,Identificador de Usuario*,__proto__\nx,P,ana@example.com,y\n';
    expect(validate(text, email)).toMatchObject({
      ok: true,
      clients: 1,
      columns: { client: 'Identificador de Usuario*', main: 'Ejecutivo *', backup: null, supervisor: null },
    });
  });

  it.each<[headings: string, mapping: ReadingOptions['mapping'], faults: readonly string[]]>([
    ['Correo,Ejecutivo', undefined, ['Identificador de Usuario no-column']],
    ['identificador de usuario,Ejecutivo', undefined, ['Identificador de Usuario no-column']],
    ['Identificador de Usuario,Ejecutivo,Ejecutivo*', undefined, ['Ejecutivo two-columns']],
    ['A,B', { client: 'A', main: 'A' }, ['A column-used-twice']],
    ['A,B', { client: 'A', main: 'C', backup: '__proto__' }, ['C no-column', '__proto__ no-column']],
  ])('%s are refused', (headings, mapping, faults) => {
    const validation = refused(`\n${headings}\n`, { ...email, ...(mapping && { mapping }) });
    expect(validation).toMatchObject({ code: 'column-mapping', rule: 'routing/column-mapping' });
    expect(validation.problems.map(({ column, code }) => `${column} ${code}`)).toEqual(faults);
    expect(validation.problems.map(({ line }) => line)).toEqual(faults.map(() => 2));
    expect(validation.headings).toEqual(headings.split(','));
  });

  it('may be mapped, prototype names too', () => {
    const text =
      '__proto__,constructor,Ejecutivo de Respaldo,Supervisor de Respaldo\n__proto__@example.com,toString,valueOf,S\n';
    const mapping = { client: '__proto__', main: 'constructor*', supervisor: null };
    const validation = validate(text, { ...email, mapping, team: {} });
    expect(validation).toMatchObject({
      ok: true,
      columns: { client: '__proto__', main: 'constructor', backup: 'Ejecutivo de Respaldo', supervisor: null },
    });
    expect(warnings(text, { ...email, mapping, team: {} })).toEqual([
      'no-supervisor null 2',
      'unknown-agent toString 2',
      'unknown-agent valueOf 2',
    ]);
    // A usual name that the caller gives to something else is not used for the usual one.
    const other = { client: '__proto__', main: 'Ejecutivo de Respaldo' };
    expect(validate(text, { ...email, mapping: other })).toMatchObject({
      columns: { main: 'Ejecutivo de Respaldo', backup: null },
    });
  });

  it.each([
    [
      ['Teléfono', 'Correo', 'Vendedor', 'Respaldo', 'Jefe'],
      { client: 'Teléfono', main: 'Vendedor', backup: 'Respaldo', supervisor: 'Jefe' },
      'whatsapp',
    ],
    [['Teléfono', ' E-mail ', 'AGENTE PRINCIPAL*'], { client: 'E-mail', main: 'AGENTE PRINCIPAL*' }, 'email'],
    [
      ['Customer phone', 'Owner', 'Backup agent', 'Team lead'],
      { client: 'Customer phone', main: 'Owner', backup: 'Backup agent', supervisor: 'Team lead' },
      'whatsapp',
    ],
    [['Cliente', 'Principal'], { client: 'Cliente', main: 'Principal' }, 'whatsapp'],
    [['__proto__', 'x'], {}, 'email'],
  ] as const)('%j suggest %j', (headings, mapping, kind) => {
    expect(suggestMapping(headings, kind)).toEqual(mapping);
    expect(refused(`${headings.join(',')}\n`, { ...email, kind }).suggestion).toEqual(mapping);
  });
});

describe('what separates cells', () => {
  const text = 'Identificador de Usuario;Ejecutivo\nana@example.com;P\n';
  const both = policy({ delimiters: [',', ';'] });

  it('is the comma, and the option is named that allows another', () => {
    const validation = refused(text, email);
    expect(validation).toMatchObject({ code: 'column-mapping', rule: 'routing/csv-format', problems: [] });
    expect(validation.gate.headings).toBe('elsewhere');
    for (const sentence of Object.values(validation.expected)) {
      expect(sentence).toContain("policy({ delimiters: [',', ';'] })");
    }
    const tabs = refused(text.replaceAll(';', '\t'), { ...email, policy: both });
    expect(tabs.expected.es).toContain(String.raw`policy({ delimiters: [',', ';', '\t'] })`);
  });

  it('is that of several with which the headings are found', () => {
    for (const source of [
      text,
      text.replaceAll(';', ','),
      `sep=;\r\n${text}`,
      '"Identificador de Usuario";"Ejecutivo"\n"ana@example.com";"P"',
    ]) {
      expect(validate(source, { ...email, policy: both }), source).toMatchObject({ ok: true, clients: 1 });
    }
    expect(problems(`"sep=;"\n${text}x;P`, { ...email, policy: both })).toEqual([
      '4 Identificador de Usuario not-an-email',
    ]);
    expect(
      validate(text, { ...email, policy: both, mapping: { client: 'Identificador de Usuario', main: 'Ejecutivo' } }).ok,
    ).toBe(true);
  });

  it('tells the headings to be mapped', () => {
    expect(refused('Correo;Vendedor\na;b', email)).toMatchObject({
      rule: 'routing/csv-format',
      headings: ['Correo', 'Vendedor'],
      suggestion: { client: 'Correo', main: 'Vendedor' },
    });
    expect(refused('"Correo";"Vendedor"\n', email).headings).toEqual(['Correo', 'Vendedor']);
  });
});

describe('what is wrong with a row', () => {
  it.each([
    ['', 'missing'],
    ['ana@example.com', 'wrong-kind'],
    ['5.69E+10', 'scientific-notation'],
    ['56912345678.0', 'saved-as-decimal'],
    ['=1+1', 'formula'],
    ['#N/A', 'spreadsheet-error'],
    ["'56912345678", 'apostrophe'],
    ['5691"2345678', 'stray-quote'],
    ['1234567', 'too-short'],
    ['5691234567890123', 'too-long'],
    ['569123456789012000', 'truncated'],
    ['Juan', 'not-a-phone'],
  ])('the client %j is %s', (client, code) => {
    const [problem] = refused(`${HEAD}${client},P,Q,S\n`).problems;
    expect(problem).toMatchObject({ line: 2, column: 'Identificador de Usuario', value: client, code });
    expect(problem?.expected.es).not.toBe(problem?.expected.en);
  });

  it('is said of every agent', () => {
    expect(problems(`${HEAD}56912345678,,=Q,#REF!\n56912345678,P" x,1.0,#1\n`)).toEqual([
      '2 Ejecutivo no-main',
      '2 Ejecutivo de Respaldo formula',
      '2 Supervisor de Respaldo spreadsheet-error',
    ]);
  });

  it('is not an e-mail, or no number in use', () => {
    expect(problems('Identificador de Usuario,Ejecutivo\nana,P\n1234567,P', email)).toEqual([
      '2 Identificador de Usuario not-an-email',
      '3 Identificador de Usuario wrong-kind',
    ]);
    const chile: ReadingOptions = { ...whatsapp, policy: policy({ phones: phonesIn('CL') }) };
    expect(problems(`${HEAD}912345678,P,Q,S\n12345678,P,Q,S`, chile)).toEqual([
      '3 Identificador de Usuario not-in-use',
    ]);
  });

  it('is shown in 60 characters', () => {
    const [problem] = refused(`${HEAD}${'x'.repeat(61)},P\n`).problems;
    expect(problem?.value).toBe(`${'x'.repeat(59)}…`);
  });

  it('is told to count digits as the policy has it', () => {
    const choices = policy({ phoneDigits: { min: 10, max: 12 } });
    const [problem] = refused(`${HEAD}1,P\n`, { ...whatsapp, policy: choices }).problems;
    expect(problem?.expected).toMatchObject({ es: expect.stringContaining('10 a 12') as string });
  });
});

describe('warnings', () => {
  it('are grouped by what they say', () => {
    const text = `${HEAD}56912345678,P,P,\n56912345679,P,,S\n56912345670,Q,P,S\n56912345670,Q,P,S\n`;
    expect(warnings(text, { ...whatsapp, team: { P: {}, S: {} } as unknown as Team })).toEqual([
      'no-supervisor null 2',
      'main-is-backup P 2',
      'no-backup null 3',
      'unknown-agent Q 4,5',
      'duplicate 56912345670 4,5',
    ]);
  });

  it('say when the last row counts', () => {
    const text = `${HEAD}56912345678,P,Q,S\n56912345678,R,Q,S\n56912345679,R,Q,S\n56912345679,R,Q,S\n`;
    const choices = policy({ duplicateConflict: 'last-wins' });
    expect(validate(text, { ...whatsapp, policy: choices })).toMatchObject({ ok: true, clients: 2 });
    expect(warnings(text, { ...whatsapp, policy: choices })).toEqual([
      'last-row-counts 56912345678 2,3',
      'duplicate 56912345679 4,5',
    ]);
  });

  it('name two spellings of one number, where the policy recognises them', () => {
    const text = `${HEAD}5215512345678,P,Q,S\n525512345678,P,Q,S\n5491123456789,P,Q,S\n56912345678,P,Q,S\n`;
    expect(warnings(text)).toEqual([]);
    expect(warnings(text, { ...whatsapp, policy: policy({ samePerson: 'recognised' }) })).toEqual([
      'same-person 5215512345678, 525512345678 2,3',
    ]);
  });

  it('point out numbers of another length than nearly all', () => {
    const rows = (lengths: readonly number[]): string =>
      lengths.map((length, index) => `${String(index + 100).padEnd(length, '5')},P,Q,S\n`).join('');
    const usual = Array.from({ length: 19 }, () => 11);
    expect(warnings(HEAD + rows([...usual, 9]))).toEqual(['unusual-length 9 21']);
    expect(warnings(HEAD + rows(usual))).toEqual([]);
    expect(warnings(HEAD + rows([...usual, 11]))).toEqual([]);
    expect(warnings(HEAD + rows([...usual, 9, 9, 9]))).toEqual([]);
    expect(
      warnings(HEAD + rows([...usual, 9]), {
        ...whatsapp,
        policy: policy({ phones: { country: 'CL', digitsOf: (text) => text, isAmbiguous: () => false } }),
      }),
    ).toEqual([]);
    expect(warnings(HEAD, email)).toEqual(['no-rows null ']);
  });

  it('point out numbers that could be of two countries', () => {
    const brazil = { ...whatsapp, policy: policy({ phones: phonesIn('BR') }) };
    const rows = '56 2 2164 8013,P,Q,S\n+56 2 2164 8013,P,Q,S\n5511933334444,P,Q,S\n';
    expect(warnings(HEAD + rows, brazil)).toEqual(['ambiguous-country 56 2 2164 8013 2']);
  });

  it('point out a file without rows', () => {
    expect(warnings('')).toEqual(['no-rows null ']);
    expect(validate('', whatsapp).warnings[0]?.note.en).toContain('changes nothing');
  });

  it('point out a backup or a supervisor whom nobody reads', () => {
    const head = 'Identificador de Usuario,Ejecutivo,Ejecutivo de respaldo,Jefatura\n';
    const unread = ['unread-column Ejecutivo de respaldo ', 'unread-column Jefatura '];
    expect(warnings(`${head}56912345678,P,Q,S\n`)).toEqual(['no-backup null 2', 'no-supervisor null 2', ...unread]);
    const mapping = { backup: 'Ejecutivo de respaldo', supervisor: 'Jefatura' };
    expect(warnings(`${head}56912345678,P,Q,S\n`, { ...whatsapp, mapping })).toEqual([]);
    const none = { backup: null, supervisor: null };
    expect(warnings(`${head}56912345678,P,Q,S\n`, { ...whatsapp, mapping: none })).toEqual([
      'no-backup null 2',
      'no-supervisor null 2',
    ]);
    // A column that is read already is not missed.
    const asMain = { main: 'Ejecutivo de respaldo', supervisor: null };
    expect(warnings(`${head}56912345678,P,Q,S\n`, { ...whatsapp, mapping: asMain })).not.toContain(unread[0]);
  });
});

describe('what an upload is told of a validation', () => {
  it('is how many lines are bad, and how many contradict others', () => {
    const sound = '56912345678,P,Q,S\n';
    expect(faultsOf(validate(HEAD + sound, whatsapp))).toEqual({ badRows: 0, conflicts: 0 });
    expect(faultsOf(validate(`${HEAD}x,,Q,S\n${sound}56912345678,Z,Q,S\n`, whatsapp))).toEqual({
      badRows: 1,
      conflicts: 1,
    });
    expect(faultsOf(validate(`${HEAD}${sound}56912345678,Z,Q,S\n`, whatsapp))).toEqual({ badRows: 0, conflicts: 1 });
    expect(faultsOf(validate('a,b\n', whatsapp))).toEqual({ badRows: 1, conflicts: 0 });
    expect(faultsOf(validate(sound, { ...whatsapp, by: 'agent' }))).toEqual({ badRows: 1, conflicts: 0 });
    expect(faultsOf(validate(HEAD, { ...whatsapp, mode: 'replace' }))).toEqual({ badRows: 1, conflicts: 0 });
  });
});

describe('rows from elsewhere', () => {
  it('are judged as those of a file', () => {
    const row = { client: ' +56 9 1234 5678 ', main: ' P', backup: ' ', supervisor: null };
    expect(plain(validateRows([row], whatsapp))).toMatchObject({
      ok: true,
      columns: null,
      rows: [['56912345678', 1]],
      warnings: [{ code: 'no-backup' }, { code: 'no-supervisor' }],
    });
    const validation = validateRows([row, { ...row, client: 'x', main: '=1', backup: null }], whatsapp);
    expect(validation).toMatchObject({
      code: 'identifier-mismatch',
      problems: [
        { line: 2, column: 'client', code: 'not-a-phone' },
        { line: 2, column: 'main', code: 'formula' },
      ],
    });
    expect(validateRows([row], { ...whatsapp, by: 'agent' })).toMatchObject({ code: 'not-admin' });
    expect(validateRows([], { ...whatsapp, mode: 'replace' })).toMatchObject({ code: 'empty-file' });
  });
});

describe('a source', () => {
  const text = `${HEAD}56912345678,P,Q,S\n56987654321,P,Q,S\n`;

  it('may be a stream of the web, with or without a way to be walked', async () => {
    const stream = (): ReadableStream<Uint8Array> => new Blob([text]).stream();
    expect(await validateStream(stream(), whatsapp)).toMatchObject({ ok: true, clients: 2 });
    const walked = stream();
    const safari = { getReader: () => walked.getReader() };
    expect(await validateStream(safari, whatsapp)).toMatchObject({ ok: true, clients: 2 });
    expect(walked.locked).toBe(false);
  });

  it('that fails, fails the promise', async () => {
    const failing = async function* (): AsyncGenerator<string> {
      yield* slowly([text]);
      throw new Error('the line went dead');
    };
    await expect(validateStream(failing(), whatsapp)).rejects.toThrow('the line went dead');
    let isReleased = false;
    const broken = {
      getReader: () => ({
        read: () => Promise.reject(new Error('no more')),
        releaseLock: () => (isReleased = true),
      }),
    };
    await expect(validateStream(broken as never, whatsapp)).rejects.toThrow('no more');
    expect(isReleased).toBe(true);
  });

  it('that can only be read is cancelled where the rest is not asked for, and not where it was read to its end', async () => {
    const happened: string[] = [];
    const streamOf = (...pieces: string[]): ReadableStreamLike => ({
      getReader: () => ({
        read: () => {
          const value = pieces.shift();
          return Promise.resolve(value === undefined ? { done: true } : { done: false, value });
        },
        cancel: () => Promise.resolve(happened.push('cancelled')),
        releaseLock: () => happened.push('released'),
      }),
    });
    expect(await validateStream(streamOf(text, text), { ...whatsapp, by: 'agent' })).toMatchObject({ ok: false });
    expect(happened.splice(0)).toEqual(['cancelled', 'released']);
    await validateStream(streamOf(text), whatsapp);
    expect(happened).toEqual(['released']);
  });

  it('may be at hand already', async () => {
    for (const source of [text, utf8(text)]) {
      expect(plain(await validateStream(source, whatsapp))).toEqual(plain(validate(text, whatsapp)));
    }
  });

  it('may fill one buffer again and again', async () => {
    const bytes = utf8(`${HEAD}56912345678,José Ñandú,,\n56912345679,Álvaro,,\n`);
    for (let size = 1; size < 40; size++) {
      const buffer = Buffer.alloc(size);
      const refilled = function* (): Generator<Uint8Array> {
        for (let start = 0; start < bytes.length; start += size) {
          const part = bytes.subarray(start, start + size);
          buffer.set(part);
          yield buffer.subarray(0, part.length);
        }
      };
      expect(plain(await validateStream(refilled(), whatsapp))).toEqual(plain(validate(bytes, whatsapp)));
    }
  });

  it('is told how far it was read', async () => {
    const seen: object[] = [];
    const onProgress = (progress: object): number => seen.push(progress);
    const long = utf8(text + 'x,P,Q,S\n'.repeat(5_000));
    await validateStream([utf8('\n'), long], { ...whatsapp, onProgress });
    expect(seen[0]).toEqual({ rows: 0, bytes: 1 });
    expect(seen.length).toBe(1 + Math.ceil(long.length / 2 ** 14));
    expect(seen.at(-1)).toEqual({ rows: 5_002, bytes: long.length + 1 });
  });

  it('is read the same, however it is cut', async () => {
    const cell = fc.constantFrom(
      '56912345678',
      '56987654321',
      'x',
      'P',
      'Q',
      '"P ""x"""',
      '"a\nb"',
      '"a,b"',
      '',
      ' ',
      'ñ',
      '"',
      '"x"y',
      '\ufeff',
      '€',
      '😀',
    );
    const row = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(','));
    const breaks = fc.constantFrom('\n', '\r\n', '\r', '\r\r\n');
    const file = fc
      .tuple(
        fc.constantFrom('', '\n', ' \n,\n', 'sep=,\n', '\ufeff'),
        fc.constantFrom(HEAD, '"Identificador de Usuario",Ejecutivo\n', 'Correo,Vendedor\n'),
        fc.array(row),
        breaks,
        fc.constantFrom('', '\n'),
      )
      .map(([before, head, rows, lineBreak, end]) =>
        `${before}${head}${rows.join('\n')}${end}`.replaceAll('\n', lineBreak),
      );
    const encodings = fc.constantFrom(
      utf8,
      latin,
      (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
    );
    await fc.assert(
      fc.asyncProperty(file, encodings, fc.array(fc.nat()), async (text, encode, places) => {
        const bytes = encode(text);
        const whole = plain(validate(bytes, whatsapp));
        expect(plain(await validateStream(cut(bytes, places), whatsapp))).toEqual(whole);
        expect(plain(await validateStream(byByte(bytes), whatsapp))).toEqual(whole);
        if (encode === utf8) expect(plain(validate(text, whatsapp))).toEqual(whole);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the report', () => {
  it('says in both languages what to do, line by line', () => {
    const validation = validate(`${HEAD}x,P,Q,\n`, whatsapp);
    expect(reportCsv(validation, { lang: 'es' })).toBe(
      '\ufeffTipo,Línea,Columna,Valor,Código,Qué hacer,Ver línea\r\n' +
        'Error,,,,identifier-mismatch,No se cargó ninguna fila: corrija o elimine las filas indicadas y suba el archivo de nuevo.,\r\n' +
        'Error,2,Identificador de Usuario,x,not-a-phone,"Se espera un teléfono: dígitos, con el código del país, sin letras.",',
    );
    expect(
      reportCsv(validate(`${HEAD}56912345678,P,Q,\n`, whatsapp), { lang: 'en', delimiter: ';', byteOrderMark: false }),
    ).toBe(
      'Kind;Line;Column;Value;Code;What to do;See line\r\nWarning;2;;;no-supervisor;No backup supervisor: when no agent is there, nobody takes the client.;',
    );
    expect(reportCsv(validate('', { ...whatsapp, by: 'agent' }), { lang: 'en', byteOrderMark: false })).toBe(
      'Kind,Line,Column,Value,Code,What to do,See line\r\nError,,,,not-admin,Only an administrator may upload direct assignments.,',
    );
  });

  it('names the line that a row contradicts, and says what is of the whole file', () => {
    const twice = validate(`${HEAD}56912345678,P,Q,S\n56912345678,Z,Q,S\n`, whatsapp);
    expect(reportCsv(twice, { lang: 'en' })).toContain(
      'Leave one row for each client.,\r\nError,3,Identificador de Usuario,',
    );
    expect(reportCsv(twice, { lang: 'en' })).toMatch(/leave only one of the two\.,2$/);
    expect(reportCsv(validate('', whatsapp), { lang: 'en' })).toMatch(/Warning,,,,no-rows,.*,$/);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '" =1', "'=1", '  =1', '=1\n+2', '＝1', '\u200b=1'])(
    'holds no formula of %j',
    (value) => {
      const rows = [{ client: `${value}x`, main: value, backup: null, supervisor: null }];
      const report = reportCsv(validateRows(rows, email), { lang: 'en', byteOrderMark: false });
      for (const line of report.split('\r\n').slice(1)) {
        expect(line).not.toMatch(/(^|,)"?[\s"]*[=+\-@\t\r＝]/);
      }
    },
  );
});

describe('the report, opened with another separator', () => {
  it.each([
    ['foo;=cmd', "foo;'=cmd"],
    ['x,+1', "x,'+1"],
    ['x\t@SUM(A1)', "x\t'@SUM(A1)"],
    ['x\n=1', "x\n'=1"],
    ['\0=1', "'\0=1"],
    ['\u202d=1', "'\u202d=1"],
  ])('%j holds no formula', (value, written) => {
    const report = reportCsv(validateRows([{ client: value, main: 'P' }], email), { lang: 'es' });
    expect(report).toContain(written);
  });
});

describe('defaults', () => {
  it('are the policy of the manual', () => {
    const text = `${HEAD}56912345678,P,Q,S\n`;
    expect(plain(validate(text, whatsapp))).toEqual(
      plain(validate(text, { ...whatsapp, policy: defaultPolicy, by: 'administrator' })),
    );
  });
});
