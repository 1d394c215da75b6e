import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyPortfolio, lines, load, policy, type AccountKind, type Team } from 'pauta/routing';
import { reportCsv, validate, validateStream, type ReadingOptions, type Validation } from 'pauta/routing/csv';

const HEADINGS = ['Identificador de Usuario', 'Ejecutivo*', 'Ejecutivo de Respaldo', 'Supervisor de Respaldo'];
const prototypeNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const team: Team = Object.fromEntries(
  ['ana', 'beto', 'constructor'].map((id) => [
    id,
    { enabled: true, modes: {}, saved: true, connected: true, available: true },
  ]),
);

const phone = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((digits) => `+569${digits}`);
const agent = fc.constantFrom('ana', 'beto', 'carla', 'Ñandú', ...prototypeNames);
const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('"', '""', '","', '"\n"', '\r', '\n', '\r\n', ',', ';', '\t', '\0', '\u001b', '\ufeff', '=1+1', ' '),
  fc.constantFrom(...prototypeNames, ...HEADINGS, 'sep=;', '5.69E+10', '#N/A', 'ana@example.com', '😀', '\ud800'),
);
const huge = fc.tuple(wild, fc.constantFrom(1_000, 100_000, 1_000_000)).map(([text, size]) => {
  return text.repeat(Math.ceil(size / Math.max(text.length, 1))).slice(0, size);
});
/** One in a thousand is huge. */
const cell = fc.oneof(
  { weight: 500, arbitrary: phone },
  { weight: 300, arbitrary: agent },
  { weight: 200, arbitrary: wild },
  { weight: 1, arbitrary: huge },
);
const delimiter = fc.constantFrom(',', ',', ',', ';', '\t');
const written = (text: string, isQuoted: boolean): string => (isQuoted ? `"${text.replaceAll('"', '""')}"` : text);
const record = fc.array(fc.tuple(cell, fc.boolean()), { maxLength: 6 });
const header = fc.oneof(
  { weight: 4, arbitrary: fc.constant(HEADINGS.map((heading) => [heading, false] as [string, boolean])) },
  { weight: 1, arbitrary: record },
);
const lineBreak = fc.constantFrom('\n', '\n', '\r\n', '\r', '\n\n');
const file = fc
  .tuple(header, fc.array(record, { maxLength: 8 }), delimiter, lineBreak, fc.boolean())
  .map(([first, rows, between, end, isEnded]) => {
    const lines = [first, ...rows].map((cells) =>
      cells.map(([text, isQuoted]) => written(text, isQuoted)).join(between),
    );
    return lines.join(end) + (isEnded ? end : '');
  });
const bytes = fc
  .tuple(file, fc.constantFrom('utf8', 'utf8', 'latin1', 'utf16le'), fc.option(fc.uint8Array({ maxLength: 20 })))
  .map(([text, encoding, tail]) => {
    const body = Buffer.from(text, encoding as BufferEncoding);
    return new Uint8Array(tail === null ? body : Buffer.concat([body, tail]));
  });

const kind = fc.constantFrom<AccountKind>('whatsapp', 'email');
const options = fc.record<ReadingOptions>(
  {
    account: fc.constantFrom('wa-1', '__proto__'),
    kind,
    mode: fc.constantFrom('merge', 'replace'),
    team: fc.constant(team),
    encoding: fc.constantFrom('detect', 'utf-8', 'windows-1252'),
    mapping: fc.record(
      { client: wild, main: wild, backup: fc.option(wild), supervisor: fc.option(wild) },
      { requiredKeys: ['client', 'main'] },
    ),
    policy: fc.constantFrom(
      policy({ delimiters: [',', ';', '\t'], samePerson: 'recognised' }),
      policy({ duplicateConflict: 'last-wins', delimiters: [';'] }),
    ),
  },
  { requiredKeys: ['account', 'kind'] },
);

function isSensible(validation: Validation): void {
  if (validation.ok) {
    expect(validation.rows.clients).toBe(validation.clients);
    return;
  }
  const { code, problems } = validation;
  expect(problems.length > 0 || ['column-mapping', 'empty-file'].includes(code)).toBe(true);
  for (const { line, value, expected } of problems) {
    expect(Number.isInteger(line) && line > 0 && value.length <= 60 && expected.es !== '').toBe(true);
  }
  expect(problems.map(({ line }) => line)).toEqual(problems.map(({ line }) => line).sort((a, b) => a - b));
}

describe('whatever a file holds', () => {
  it('it is judged, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.oneof(file, bytes), options, (source, how) => {
        isSensible(validate(source, how));
      }),
      { numRuns: 10_000 },
    );
  });

  it('it is judged the same in pieces, and the report can be read again', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, options, fc.integer({ min: 1, max: 5_000 }), async (source, how, size) => {
        const whole = validate(source, how);
        const pieces = Array.from({ length: Math.ceil(source.length / size) }, (_, index) =>
          source.slice(index * size, (index + 1) * size),
        );
        const again = await validateStream(pieces, how);
        expect({ ...again, rows: null }).toEqual({ ...whole, rows: null });
        const report = validate(reportCsv(whole, { lang: 'es' }), {
          account: 'any',
          kind: 'email',
          mapping: { client: 'Valor', main: 'Código' },
        });
        expect(report.ok ? 'accepted' : report.code).not.toMatch(/malformed|column-mapping/);
      }),
      { numRuns: 500 },
    );
  });
});

/** Files that would be accepted: clients apart from each other, each with a main agent. */
const goodFile = fc
  .uniqueArray(phone, { minLength: 1, maxLength: 20 })
  .chain((clients) =>
    fc.tuple(...clients.map((client) => fc.tuple(fc.constant(client), agent, agent).map((cells) => cells.join(',')))),
  );
const badRow = fc.oneof(
  fc.constantFrom('x,ana', '5.69E+10,ana', ',ana', '+56912345678,', '=1,ana', '+56912345678,=1', '__proto__,ana'),
  wild.map((text) => `${written(`x${text}`, true)},ana`),
);
const clean = { account: 'wa-1', kind: 'whatsapp' } as const;
const head = HEADINGS.join(',');

describe('one bad row', () => {
  it('refuses any file that would be accepted, and is named', () => {
    fc.assert(
      fc.property(goodFile, badRow, fc.nat(), (rows, bad, place) => {
        expect(validate([head, ...rows].join('\n'), clean).ok).toBe(true);
        const at = place % (rows.length + 1);
        const validation = validate([head, ...rows.toSpliced(at, 0, bad)].join('\n'), clean);
        expect(validation).toMatchObject({ ok: false, code: 'identifier-mismatch' });
        expect(validation.ok ? [] : validation.problems.map(({ line }) => line)).toEqual([at + 2]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is all that stands in the way: without the rows listed the file is accepted', () => {
    fc.assert(
      fc.property(
        goodFile,
        fc.array(
          fc.tuple(
            badRow.filter((row) => !/[\n\r]/.test(row)),
            fc.nat(),
          ),
        ),
        (rows, bad) => {
          const lines = bad.reduce<string[]>(
            (all, [row, place]) => all.toSpliced(place % (all.length + 1), 0, row),
            [...rows],
          );
          const validation = validate([head, ...lines].join('\n'), clean);
          const listed = new Set(validation.ok ? [] : validation.problems.map(({ line }) => line));
          const rest = [head, ...lines].filter((_, index) => !listed.has(index + 1));
          expect(listed.size).toBe(bad.length);
          expect(validate(rest.join('\n'), clean)).toMatchObject({ ok: true, clients: rows.length });
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('a million rows', () => {
  it('are refused for one wrong identifier, which is named with its line, and the portfolio stays as it was', async () => {
    const wrong = 999_999;
    const pieces = function* (): Generator<string> {
      let text = `${HEADINGS.join()}\n`;
      for (let row = 1; row <= 1_000_000; row++) {
        const client = String(row).padStart(8, '0');
        text += `${row === wrong ? '5.69E+10' : `+569${client}`},ana,beto,carla\n`;
        if (text.length < 60_000) continue;
        yield text;
        text = '';
      }
      yield text;
    };
    const options = { account: 'wa-1', kind: 'whatsapp' } as const;
    const held = validate(`${HEADINGS.join()}\n56912345678,dora,,\n`, options);
    if (!held.ok) throw new Error(held.code);
    const { state: portfolio } = load(emptyPortfolio, held, { at: 0 });
    const before = [...lines(portfolio)];
    const validation = await validateStream(pieces(), options);
    expect(validation).toMatchObject({ ok: false, code: 'identifier-mismatch', rule: 'routing/all-or-nothing' });
    if (validation.ok) return;
    expect(validation.problems).toMatchObject([
      { line: wrong + 1, column: HEADINGS[0], value: '5.69E+10', code: 'scientific-notation' },
    ]);
    expect([...lines(portfolio)]).toEqual(before);
  });
});
