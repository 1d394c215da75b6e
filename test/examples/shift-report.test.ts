import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requirement } from 'pauta';
import { afterAll, describe, expect, it } from 'vitest';
import { faultIn } from '../../examples/shift-report/json-fault.js';
import { printed, printedProblems } from '../../examples/shift-report/print.js';
import { readFolder } from '../../examples/shift-report/read.js';
import { report, urgencies, type Report } from '../../examples/shift-report/report.js';
import { languages } from '../../examples/shift-report/when.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const example = 'examples/shift-report';
const sample = join(root, example, 'data');
const sampleAt = Date.parse('2026-05-13T10:00:00-04:00');
const ESCAPE = '\u001b';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function start(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, ...env }, maxBuffer: 1e8 };
    execFile(file, args, options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

function run(...args: readonly string[]): Promise<Ran> {
  return start(process.execPath, ['--import', 'tsx', `${example}/main.ts`, ...args]);
}

const folders: string[] = [];

/** A folder with the files given, or a copy of the sample's where `null` is given. */
function folderOf(files: Readonly<Record<string, string | Uint8Array | null>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'shift-report-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    if (content === null) cpSync(join(sample, name), join(folder, name));
    else writeFileSync(join(folder, name), content);
  }
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

/** A text without its line breaks, for sentences that may be wrapped anywhere. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');

const goodTicket = {
  numero: 'A-1',
  cliente: { nombre: 'Amelunda Nubarrales', ciudad: 'Talca' },
  producto: 'granel',
  asunto: 'x',
  relato: 'x',
  creado: '2026-05-01T10:00:00-04:00',
  estado: 'abierto',
  plazo: '2026-05-13',
  postura: 'no sabe',
  insistencias: [] as unknown,
};

const goodMessage = {
  tipo: 'mensaje',
  id: 'm-1',
  cuando: '2026-05-13T09:58:00-04:00',
  autor: 'cliente',
  texto: '¿Tienen espejos?',
};

const chat = (id: string, ...eventos: readonly unknown[]): string =>
  JSON.stringify({ chat: id, cliente: { nombre: 'Clorinta Lunaroja', ciudad: 'Arica' }, vendedor: 'Ilmo', eventos });

describe('the report on the sample', () => {
  it('says in Spanish what to do, why, until when, and when to look again', async () => {
    const { code, out, err } = await run();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Informe de turno: miércoles 13 de mayo de 2026, 10:00 (America/Santiago)');
    expect(out).toContain('120 tickets y 180 chats; por hacer ahora: 207');
    expect(out).toContain('!!! Escalar al supervisor (20)');
    expect(flat(out)).toContain(requirement.rules['requirement/case-3'].statement.es);
    expect(out).toContain('requirement/case-1, hasta 14:00 (en 4 horas)');
    expect(out).toContain('requirement/case-1, hasta jue 14 may 00:00 (en 14 horas)');
    expect(flat(out)).toContain('lo más cercano es el caso 5: indicar el plazo máximo de la insistencia: mié 13 may');
    expect(out).toContain('93 chats no necesitan a nadie');
    expect(out).toMatch(
      /Volver a mirar: 10:03:06 \(en 3 minutos\): en el chat C-\d+ \([^)]+\)\s+termina el plazo de la IA/,
    );
    expect(out).not.toMatch(/ (the|until|client|with|answer|of|in) /);
  });

  it('says it in English', async () => {
    const { code, out } = await run('--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('Shift report: Wednesday, May 13, 2026, 10:00 (America/Santiago)');
    expect(out).toContain('!! Attend the chat (87)');
    expect(out).toContain('The client wrote, and no seller has answered.');
    expect(out).toContain('requirement/case-1, until Thu, May 14 00:00 (in 14 hours)');
    expect(out).toMatch(/Look again: 10:03:06 \(in 3 minutes\): in chat C-\d+ \([^)]+\) the AI's\s+window ends/);
    expect(out).not.toMatch(/\b(hasta|cliente|chat[s]? no|plazo)\b/);
  });

  it.each([80, 140])('keeps within %i columns', async (width) => {
    for (const { out } of await Promise.all(languages.map((lang) => run('--width', String(width), '--lang', lang)))) {
      expect(widest(out)).toBeLessThanOrEqual(width);
      expect(out).not.toMatch(/ $/m);
    }
  });

  it('keeps within the columns of any terminal', () => {
    const records = readFolder(sample);
    const now = report(records, { at: sampleAt, zone: 'America/Santiago' });
    for (const language of languages) {
      for (const width of [40, 61, 119, 120, 240]) {
        const lines = printed(now, records, { language, zone: 'America/Santiago', width, hasColour: false });
        expect(widest(lines.join('\n'))).toBeLessThanOrEqual(width);
      }
    }
  });

  it('is 80 columns wide, and in one colour, where there is no terminal', async () => {
    const [plain, wide, narrow] = await Promise.all([run(), run('--width', '140'), run('--width', '80')]);
    expect(plain.out).toBe(narrow.out);
    expect(plain.out).not.toContain(ESCAPE);
    expect(wide.out.split('\n').length).toBeLessThan(plain.out.split('\n').length);
  });

  it('says the same with colour as without', () => {
    const records = readFolder(sample);
    const now = report(records, { at: sampleAt, zone: 'America/Santiago' });
    for (const width of [80, 140]) {
      const look = { language: 'es', zone: 'America/Santiago', width } as const;
      const coloured = printed(now, records, { ...look, hasColour: true }).join('\n');
      expect(coloured).toContain(`${ESCAPE}[31m!!!${ESCAPE}[0m`);
      expect(coloured.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, 'g'), '')).toBe(
        printed(now, records, { ...look, hasColour: false }).join('\n'),
      );
    }
  });

  it('reads the same in whatever zone the program runs', async () => {
    const main = ['--import', 'tsx', `${example}/main.ts`, '--at', '2026-03-20T10:00-03:00'];
    const [here, there] = await Promise.all(
      ['UTC', 'Pacific/Auckland'].map((TZ) => start(process.execPath, main, { TZ })),
    );
    expect(here?.out).toBe(there?.out);
  });

  it('takes dates for days of the zone asked for', async () => {
    const at = ['--at', '2026-05-14T00:30:00-04:00'];
    const [santiago, lima] = await Promise.all([run(...at), run(...at, '--zone', 'America/Lima')]);
    expect(santiago.out).toContain('jueves 14 de mayo de 2026, 00:30');
    expect(lima.out).toContain('miércoles 13 de mayo de 2026, 23:30 (America/Lima)');
    expect(lima.out).toContain('hasta jue 14 may 00:00 (en 30 minutos)');
  });

  it('stays silent when its reader leaves early', async () => {
    const command = `"$0" --import tsx ${example}/main.ts --json | head -n 1`;
    expect(await start('sh', ['-c', command, process.execPath])).toEqual({ code: 0, out: '{\n', err: '' });
  });

  it('is made by the generator, byte for byte', async () => {
    const folder = folderOf({});
    await start(process.execPath, ['--import', 'tsx', `${example}/generate.ts`, folder]);
    for (const file of ['tickets.json', 'chats.jsonl']) {
      expect(readFileSync(join(folder, file), 'utf8') === readFileSync(join(sample, file), 'utf8')).toBe(true);
    }
  });
});

describe('what the report holds', () => {
  const records = readFolder(sample);
  const reportAt = (at: number): Report => report(records, { at, zone: 'America/Santiago' });
  /** What `validUntil` speaks of: outcomes and rules, not the situations behind them. */
  const held = ({ entries, calm }: Report): unknown => ({
    entries: entries.map(({ id, decision: { outcome, rule, validUntil } }) => ({ id, outcome, rule, validUntil })),
    calm,
  });

  it('covers the eight cases, the gaps of the default policy, and all that can be with a chat', () => {
    const { entries, calm } = reportAt(sampleAt);
    const tickets = entries.flatMap((entry) => (entry.kind === 'ticket' ? [entry.decision.outcome] : []));
    const chats = entries.flatMap((entry) => (entry.kind === 'chat' ? [entry.decision.outcome] : []));
    const numbers = new Set(tickets.flatMap((outcome) => ('case' in outcome ? [outcome.case] : [])));
    expect([...numbers].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(tickets.flatMap((outcome) => ('gap' in outcome ? [outcome.gap] : [])))).toEqual(
      new Set([
        'no-initial-requirement',
        'deadline-unknown',
        'product-unknown',
        'nothing-to-do',
        'both-open-insistence-in-term',
        'insistence-answer-unknown-to-client',
      ]),
    );
    expect(new Set(chats.map(({ reason }) => reason))).toEqual(
      new Set(['seller-action', 'client-unanswered', 'last-by-ai', 'ai-window-exceeded']),
    );
    expect(Object.values(calm).every((count) => count > 0)).toBe(true);
    expect(chats.length + Object.values(calm).reduce((sum, count) => sum + count)).toBe(180);
  });

  it('is in order of urgency, and chats in order of their wait', () => {
    const { entries } = reportAt(sampleAt);
    const ranks = entries.map(({ urgency }) => urgencies.indexOf(urgency));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    const waits = entries.filter(({ kind }) => kind === 'chat').map(({ since }) => since ?? 0);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  });

  it.each(['2026-04-10T00:00:00-04:00', '2026-05-13T07:00:00-04:00', '2026-05-13T10:00:00-04:00'])(
    'from %s on, is another at the instant at which to look again, and not before',
    (from) => {
      let now = reportAt(Date.parse(from));
      for (let steps = 0; steps < 60 && now.lookAgain !== null; steps++) {
        const { at } = now.lookAgain;
        const next = reportAt(at);
        expect(held(reportAt(at - 1))).toEqual(held(now));
        expect(held(next)).not.toEqual(held(now));
        now = next;
      }
    },
  );

  it('has nothing to wait for once all terms are over', () => {
    expect(reportAt(Date.parse('2026-07-01T00:00:00Z')).lookAgain).toBeNull();
  });

  it('is the same as JSON, and as JSON from the command line', async () => {
    const { code, out } = await run('--json', '--lang', 'en');
    const json = JSON.parse(out) as Report & { problems: unknown[]; entries: { words: { action: string } }[] };
    const here = reportAt(sampleAt);
    expect(code).toBe(0);
    expect(json.problems).toEqual([]);
    expect(held(json)).toEqual(held(here));
    expect(json.lookAgain).toMatchObject({ ...here.lookAgain });
    expect(json.entries[0]?.words.action).toBe('Escalate; neither make nor suggest another requirement');
    const [before, then] = await Promise.all(
      [-1, 0].map((step) => run('--json', '--at', new Date((here.lookAgain?.at ?? 0) + step).toISOString())),
    );
    expect(held(JSON.parse(before?.out ?? '') as Report)).toEqual(held(here));
    expect(held(JSON.parse(then?.out ?? '') as Report)).not.toEqual(held(here));
  });
});

describe('bad data', () => {
  const bad = {
    'tickets.json': JSON.stringify([
      goodTicket,
      { ...goodTicket, producto: 'gas' },
      { ...goodTicket, numero: 'A-2', creado: '2026-05-01T10:00:00', plazo: '2026-02-30' },
      { ...goodTicket, numero: 5, insistencias: 'no' },
      { ...goodTicket, numero: 'A-4', apuro: true },
      7,
      goodTicket,
    ]),
    'chats.jsonl': [
      chat('B-1', goodMessage),
      chat('B-2', goodMessage).slice(0, 40),
      '',
      chat('B-3', { ...goodMessage, autor: 'bot' }, { ...goodMessage, tipo: 'llamada' }, { id: 'x' }),
      chat('B-4', { ...goodMessage, cuando: '2026-05-13 09:58' }),
      `${chat('B-5')} ,`,
      chat('B-1'),
    ].join('\r\n'),
  };

  it('is reported all at once, with its place, what was seen and what was expected', async () => {
    const { code, out, err } = await run('--data', folderOf(bad), '--lang', 'en');
    const instant = 'an instant with its offset, as "2026-05-13T10:00:00-04:00"';
    const kinds =
      '"mensaje", "borrado", "resuelto", "tarea", "ia encendida", "ia apagada", "abierto", "leído", or "no leído"';
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      'tickets.json [1].producto: saw "gas"; expected "medidor", "envasado", "granel", or "desconocido"',
      `tickets.json [2].creado: saw "2026-05-01T10:00:00"; expected ${instant}`,
      'tickets.json [2].plazo: saw "2026-02-30"; expected a date that exists ("2026-05-13"), an instant with its offset, or null',
      'tickets.json [3].numero: saw 5; expected a text that is not empty',
      'tickets.json [3].insistencias: saw "no"; expected a list: [ … ]',
      'tickets.json [4].apuro: saw true; expected no such field',
      'tickets.json [5]: saw 7; expected a record: { … }',
      'tickets.json [6].numero: saw "A-1"; expected an id that no other record has',
      'chats.jsonl:2:41: saw the end of the text; expected the rest of the text and its closing quotes',
      'chats.jsonl:4 eventos[0].autor: saw "bot"; expected "cliente", "ia", or "vendedor"',
      `chats.jsonl:4 eventos[1].tipo: saw "llamada"; expected ${kinds}`,
      `chats.jsonl:4 eventos[2].tipo: saw nothing; expected ${kinds}`,
      `chats.jsonl:5 eventos[0].cuando: saw "2026-05-13 09:58"; expected ${instant}`,
      `chats.jsonl:6:${chat('B-5').length + 2}: saw ","; expected the end of the file or of the line`,
      'chats.jsonl:7 chat: saw "B-1"; expected an id that no other record has',
      '',
    ]);
    expect(flat(out)).toContain('Nothing was used of: tickets.json (8 problems), chats.jsonl (7 problems).');
    expect(out).not.toContain('to do now');
  });

  it('keeps its whole file out of the report, and no other file', async () => {
    const folder = folderOf({ 'tickets.json': null, 'chats.jsonl': bad['chats.jsonl'] });
    const { code, out, err } = await run('--data', folder, '--at', '2026-05-13T10:00-04:00');
    expect(code).toBe(1);
    expect(err).toContain('chats.jsonl:2:41: se vio el fin del texto; se esperaba el resto del texto');
    expect(out.match(/INFORME INCOMPLETO\. No se usó nada de: chats\.jsonl \(7 problemas\)/g)).toHaveLength(2);
    expect(out).toContain('120 tickets y 0 chats; por hacer ahora: 120');
    expect(out).not.toContain('B-1');
  });

  it('is under `problems` as JSON, and nothing is on stderr', async () => {
    const { code, out, err } = await run('--data', folderOf(bad), '--json', '--lang', 'en');
    const json = JSON.parse(out) as { isComplete: boolean; problems: Record<string, unknown>[]; entries: unknown[] };
    expect({ code, err, isComplete: json.isComplete, entries: json.entries }).toEqual({
      code: 1,
      err: '',
      isComplete: false,
      entries: [],
    });
    expect(json.problems).toHaveLength(15);
    expect(json.problems[8]).toEqual({
      place: 'chats.jsonl:2:41',
      file: 'chats.jsonl',
      line: 2,
      column: 41,
      path: '',
      seen: 'the end of the text',
      expected: 'the rest of the text and its closing quotes',
    });
  });

  it.each([
    ['truncated', '[\n  {"numero": "A-1",\n', 'tickets.json:3:1: saw the end of the text; expected a key in quotes'],
    ['empty', '', 'tickets.json:1:1: saw the end of the text; expected a JSON value'],
    ['no list', '{"tickets": []}', 'tickets.json: saw {"tickets":[]}; expected a list: [ … ]'],
    ['not JSON', '[1, x]', 'tickets.json:1:5: saw "x]"; expected a JSON value'],
    [
      'not UTF-8',
      Uint8Array.of(0x5b, 0x0a, 0x22, 0xf1, 0x22, 0x5d),
      'tickets.json:2: saw "\\"\ufffd\\"]"; expected text in UTF-8',
    ],
  ])('is a file that is %s', (_, content, problem) => {
    const { problems } = readFolder(folderOf({ 'tickets.json': content, 'chats.jsonl': '' }));
    expect(printedProblems(problems, 'en')).toEqual([problem]);
  });

  it('is a file that is not there, or is a folder', async () => {
    const empty = await run('--data', folderOf({}), '--lang', 'en');
    expect(empty.code).toBe(1);
    expect(empty.err).toBe(
      'tickets.json: saw nothing; expected a file tickets.json or tickets.jsonl\n' +
        'chats.jsonl: saw nothing; expected a file chats.jsonl or chats.json\n',
    );
    expect(flat(empty.out)).toContain('Nothing was used of: tickets.json (missing), chats.jsonl (missing)');
    const folder = folderOf({ 'tickets.json': '[]' });
    mkdirSync(join(folder, 'chats.jsonl'));
    expect((await run('--data', folder)).err).toBe(
      'chats.jsonl: se vio "EISDIR"; se esperaba un archivo que se pueda leer\n',
    );
  });

  it('cannot move the cursor of a terminal', async () => {
    const evil = { ...goodTicket, cliente: { nombre: `Eva${ESCAPE}[2J\u009b31m\nLuz`, ciudad: '' } };
    const folder = folderOf({ 'tickets.json': JSON.stringify([evil]), 'chats.jsonl': '' });
    const { code, out } = await run('--data', folder, '--at', '2026-05-13T10:00:00-04:00');
    expect(code).toBe(0);
    expect(out).toContain('A-1 Eva [2J 31m Luz');
    expect(out).not.toMatch(/[\u001b\u009b]/);
  });
});

describe('data of one’s own', () => {
  it('may be JSON or JSONL, with a byte order mark, and instants without seconds', async () => {
    const waiting = { ...goodMessage, cuando: '2026-05-13T09:58-04:00' };
    const folder = folderOf({
      'tickets.jsonl': `\ufeff${JSON.stringify(goodTicket)}\r\n\r\n`,
      'chats.json': `[${chat('B-1', waiting, waiting)}]`,
      'notes.txt': 'left alone',
    });
    const { code, out } = await run('--data', folder, '--at', '2026-05-13T10:00-04:00', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('1 ticket and 1 chat; to do now: 2');
    expect(out).toContain('B-1 Clorinta Lunaroja: Answer the client; waiting for 2 minutes');
    expect(out).toContain('A-1 Amelunda Nubarrales: Tell the latest date for an answer: Wed, May 13');
    expect(out).toContain('0 late, 1 repeated, 0 refused');
    expect(out).toContain('Look again: Thu, May 14 00:00 (in 14 hours): in ticket A-1');
  });

  it('is reported on for the present if no instant is given', async () => {
    const folder = folderOf({ 'tickets.json': '[]', 'chats.jsonl': '' });
    const { code, out } = await run('--data', folder, '--json');
    expect(code).toBe(0);
    expect(Math.abs((JSON.parse(out) as Report).at - Date.now())).toBeLessThan(60_000);
    expect((await run('--data', folder)).out).toContain('No hay nada que hacer ahora.');
  });
});

describe('arguments', () => {
  it('that are bad are all named, with what was seen and expected', async () => {
    const { code, out, err } = await run(
      ...['--at', '2026-05-13', '--zone', 'Mars', '--width', '20', '--json=1', '--foo', 'bar', '--data', 'nowhere'],
      ...['--lang', 'en'],
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')).toEqual([
      '--foo: saw "--foo"; expected one of --data, --at, --zone, --lang, --json, --width, --help',
      'bar: saw "bar"; expected nothing: everything is asked for by options',
      '--data: saw "nowhere"; expected a folder that can be read',
      '--zone: saw "Mars"; expected an IANA zone, as America/Santiago',
      '--at: saw "2026-05-13"; expected an instant with its offset, as 2026-05-13T10:00:00-04:00',
      '--width: saw "20"; expected a whole number from 40 to 1000',
      '--json: saw "1"; expected the option alone, without a value',
      'With --help the options are listed.',
      '',
    ]);
  });

  it('that are bad are told in Spanish where no language can be told', async () => {
    const { code, err } = await run('--lang', 'fr', '--data', join(sample, 'tickets.json'), '--at');
    expect(code).toBe(2);
    expect(err).toContain('--lang: se vio "fr"; se esperaba es o en');
    expect(err).toMatch(/--data: se vio ".*tickets\.json"; se esperaba una carpeta que se pueda leer/);
    expect(err).toContain('--at: no se vio nada; se esperaba un instante con su desfase horario');
  });

  it('are listed by --help, in both languages, in 80 columns', async () => {
    const helps = await Promise.all([run('--help'), run('-h', '--lang', 'en')]);
    for (const { code, out } of helps) {
      expect(code).toBe(0);
      expect(widest(out)).toBeLessThanOrEqual(80);
      for (const option of ['data', 'at', 'zone', 'lang', 'json', 'width', 'help'])
        expect(out).toContain(`--${option}`);
    }
  });
});

describe('the place where JSON breaks', () => {
  it('is nowhere in JSON', () => {
    for (const text of ['[]', ' {"a" : [1, -0.5e+3, true, null, "\\u00e1\\n", {}]}\n', '"x"', '0']) {
      expect(faultIn(text)).toBeNull();
    }
  });

  it.each([
    ['{"a": 1', 1, 8, 'json-comma-or-brace'],
    ['[1\n 2]', 2, 2, 'json-comma-or-bracket'],
    ['{"a" 1}', 1, 6, 'json-colon'],
    ['{"a": 1,}', 1, 9, 'json-key'],
    ['[1,]', 1, 4, 'json-value'],
    ['[01]', 1, 2, 'json-value'],
    ['"a\\x"', 1, 3, 'json-string'],
    ['{} {}', 1, 4, 'json-end'],
    ['{"a": tru}', 1, 7, 'json-value'],
    ['['.repeat(1e6), 1, 1e6 + 1, 'json-value'],
  ])('is found in a broken text (%#)', (text, line, column, expected) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(faultIn(text)).toMatchObject({ line, column, expected });
  });
});
