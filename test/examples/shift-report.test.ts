import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { contact, ladder, messaging, pending, requirement, type routing } from 'pauta';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationEvent } from '../../examples/shift-report/conversation-format.js';
import { conversationUrgencies } from '../../examples/shift-report/conversations.js';
import { faultIn } from '../../examples/shift-report/json-fault.js';
import type { MoveRecord } from '../../examples/shift-report/move-format.js';
import { moveUrgencies } from '../../examples/shift-report/moves.js';
import { printed, printedProblems } from '../../examples/shift-report/print.js';
import { readFolder } from '../../examples/shift-report/read.js';
import { report, urgencies, type Entry, type Report } from '../../examples/shift-report/report.js';
import { languages } from '../../examples/shift-report/when.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const example = 'examples/shift-report';
const sample = join(root, example, 'data');
const sampleAt = Date.parse('2026-05-13T10:00:00-04:00');
const account = 'wa-repuestos';
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

/** The program in one file, beside the packages that it needs: it is run so often that to compile it each time would take a minute. */
const compiled = join(root, 'node_modules/.cache', `shift-report-${process.pid}.mjs`);

beforeAll(async () => {
  await build({
    entryPoints: [join(root, example, 'main.ts')],
    outfile: compiled,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.json'),
    // The sample is looked for beside the sources.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, example, 'sample/present.ts')).href) },
  });
});

function run(...args: readonly string[]): Promise<Ran> {
  return start(process.execPath, [compiled, ...args]);
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
  rmSync(compiled);
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
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toContain('Informe de turno: miércoles 13 de mayo de 2026, 10:00 (America/Santiago)');
    expect(out).toContain('120 tickets, 180 chats, 69 mudanzas y 33 conversaciones; por hacer ahora: 285');
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
    expect(flat(out)).toContain(pending.rules['pending/client-unanswered'].statement.en);
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
    const records = readFolder(sample, account);
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
    const records = readFolder(sample, account);
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
    const files = ['tickets.json', 'chats.jsonl', 'moves.jsonl', 'portfolio.csv', 'agents.json', 'conversations.jsonl'];
    for (const file of files) {
      expect(readFileSync(join(folder, file), 'utf8') === readFileSync(join(sample, file), 'utf8')).toBe(true);
    }
  });
});

describe('what the report holds', () => {
  const records = readFolder(sample, account);
  const reportAt = (at: number): Report => report(records, { at, zone: 'America/Santiago' });
  /** What `validUntil` speaks of: outcomes and rules, not the situations behind them. */
  const held = ({ entries, moves, conversations, calm }: Report): unknown => ({
    entries: entries.map(({ id, decision: { outcome, rule, validUntil } }) => ({ id, outcome, rule, validUntil })),
    moves: moves.entries.map(({ id, decision: { outcome, rule, validUntil }, duties, beside }) => ({
      ...{ id, outcome, rule, validUntil, duties },
      beside: beside?.outcome,
    })),
    over: moves.over,
    conversations: conversations.entries.map(({ id, decision: { outcome, rule } }) => ({ id, outcome, rule })),
    quiet: conversations.quiet,
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

describe('whose a chat is', () => {
  type Chat = Extract<Entry, { kind: 'chat' }>;
  const chatsOf = (folder: string, of = account): readonly Chat[] =>
    report(readFolder(folder, of), { at: sampleAt, zone: 'America/Santiago' }).entries.flatMap((entry) =>
      entry.kind === 'chat' ? [entry] : [],
    );
  const sampled = chatsOf(sample);
  const outcomes = sampled.flatMap((entry) => (entry.routing === null ? [] : [entry.routing.outcome]));

  const headings = 'Identificador de Usuario*,Ejecutivo*,Ejecutivo de Respaldo,Supervisor de Respaldo';
  const there = { habilitado: true, guardado: true, conectado: true, disponible: true };
  const ofDesk = { modo: { [account]: 'habilitado+autoasignacion' } };
  const agents = [
    { usuario: 'Ana', ...there, ...ofDesk },
    { usuario: 'Bea', ...there, ...ofDesk },
  ];
  const asked = { ...goodMessage, id: 'm-9' };

  interface Given {
    readonly eventos?: readonly unknown[];
    readonly fields?: Readonly<Record<string, unknown>>;
    readonly csv?: string | null;
    readonly users?: unknown;
  }

  /** One chat, whose client is Ana's; the seller who has written in it is Bea. */
  const folderWith = ({
    eventos = [asked],
    fields = {},
    csv = '(56) 9 0000-0001,Ana,Bea,Ana',
    users = agents,
  }: Given): string =>
    folderOf({
      'tickets.json': '[]',
      'moves.jsonl': '',
      'chats.jsonl': JSON.stringify({
        ...(JSON.parse(chat('B-1', ...eventos)) as object),
        ...{ cuenta: account, telefono: '+56 9 0000 0001', vendedor: 'Bea', ...fields },
      }),
      ...(csv === null ? {} : { 'portfolio.csv': `${headings}\n${csv}` }),
      ...(users === null ? {} : { 'agents.json': JSON.stringify(users) }),
    });
  const outcomeOf = (given: Given, of = account): routing.Outcome | undefined =>
    chatsOf(folderWith(given), of)[0]?.routing?.outcome;

  it('is told of every chat of the sample that waits, with every outcome and every reason', () => {
    expect(outcomes).toHaveLength(sampled.length);
    const assigned = outcomes.flatMap((outcome) => (outcome.action === 'assign' ? [outcome] : []));
    const passedOver = outcomes.flatMap((outcome) => ('passedOver' in outcome ? outcome.passedOver : []));
    const strange = outcomes.flatMap((outcome) => (outcome.action === 'not-in-portfolio' ? [outcome.reason] : []));
    expect(new Set(outcomes.map(({ action }) => action))).toEqual(
      new Set(['assign', 'keep', 'not-in-portfolio', 'not-covered']),
    );
    expect(new Set(assigned.map(({ as }) => as))).toEqual(new Set(['main', 'backup', 'supervisor']));
    expect(new Set(assigned.map(({ warning }) => warning))).toEqual(new Set([null, 'disconnected']));
    expect(new Set(strange)).toEqual(new Set(['unknown-client', 'no-identifier']));
    expect(new Set(passedOver.flatMap(({ because }) => because))).toEqual(
      new Set(['unknown', 'disabled', 'not-auto-assigning', 'unsaved', 'disconnected', 'busy']),
    );
  });

  it('is told in Spanish and English, in lines and in columns, and the file is remarked upon', async () => {
    const [narrow, wide, english] = await Promise.all([
      run(),
      run('--width', '1000'),
      run('--lang', 'en', '--width', '1000'),
    ]);
    const [es, en] = [
      [
        'A cargo de: Ilmo Trigoverde (conversación abierta)',
        'A cargo de: Vera Cascabelo (principal)',
        'A cargo de: Nerea Rocamusgo (respaldo; Ilmo Trigoverde: no disponible)',
        'A cargo de: Leonora Marimonte (supervisión; Ilmo Trigoverde: no disponible; Fabiela Brumavilla: sin habilitar, sin autoasignación, sin conexión, no disponible)',
        'A cargo de: Silvano Vientoalto (supervisión, sin conexión: hay que avisarle; Tadeo Farolindo: sin guardar, sin conexión, no disponible)',
        'Nadie puede tomarlo; a la cola (Tadeo Farolindo: sin guardar, sin conexión, no disponible; Gaspar Arenázul: no es usuario; Berta Colibrante: sin habilitar)',
        'Sin dueño: no está en la cartera',
        'No se sabe de quién: falta su número de teléfono',
      ],
      [
        'Belongs to Ilmo Trigoverde (open conversation)',
        'Belongs to Vera Cascabelo (main agent)',
        'Belongs to Nerea Rocamusgo (backup; Ilmo Trigoverde: not available)',
        'Belongs to Leonora Marimonte (supervisor; Ilmo Trigoverde: not available; Fabiela Brumavilla: disabled, no auto-assignment, not connected, not available)',
        'Belongs to Silvano Vientoalto (supervisor, not connected: to be told; Tadeo Farolindo: not saved, not connected, not available)',
        'Nobody can take it; to the queue (Tadeo Farolindo: not saved, not connected, not available; Gaspar Arenázul: no such user; Berta Colibrante: disabled)',
        'Belongs to nobody: not in the portfolio',
        'Not known whose it is: the phone number is missing',
      ],
    ];
    for (const line of es) {
      expect(flat(narrow.out)).toContain(line);
      expect(wide.out).toContain(line);
    }
    for (const line of en) expect(english.out).toContain(line);
    expect(narrow.err.split('\n')).toEqual([
      expect.stringMatching(/^portfolio\.csv:[\d,]+: aviso\. Sin ejecutivo de respaldo/),
      expect.stringMatching(/^portfolio\.csv:(\d+,){5}…: aviso\. Sin supervisor de respaldo/),
      expect.stringMatching(/^portfolio\.csv:(\d+,){5}…: aviso sobre "Gaspar Arenázul"\. No es un usuario/),
      '',
    ]);
    expect(english.err).toMatch(/^portfolio\.csv:[\d,]+: notice\. No backup agent/);
  });

  it('is in the JSON with all that the library decided', async () => {
    const { out, err } = await run('--json', '--lang', 'en');
    const json = JSON.parse(out) as { entries: { id: string; words: unknown }[]; notices: unknown[] };
    expect(err).toBe('');
    const taken = sampled.find(({ routing: decision }) => decision?.rule === 'routing/same-agent');
    expect(json.entries.find(({ id }) => id === taken?.id)).toMatchObject({
      routing: JSON.parse(JSON.stringify(taken?.routing)) as object,
      words: {
        owner: expect.stringMatching(/^Belongs to (Vera Cascabelo|Nerea Rocamusgo) \(main agent\)$/) as unknown,
      },
    });
    expect(json.notices).toContainEqual({
      place: expect.stringMatching(/^portfolio\.csv:\d+/) as unknown,
      file: 'portfolio.csv',
      lines: expect.any(Array) as unknown,
      about: '"Gaspar Arenázul"',
      note: 'This is no known user: no client will reach them until they exist.',
    });
  });

  const wrote = { ...goodMessage, id: 'm-2', cuando: '2026-05-13T09:00:00-04:00', autor: 'vendedor' };
  const resolved = { tipo: 'resuelto', id: 'r-1', cuando: '2026-05-13T09:30:00-04:00', por: 'vendedor', via: 'menú' };

  it.each([
    ['nobody has written', [], 'Ana'],
    ['a seller has written', [wrote], 'Bea'],
    ['a seller wrote, and resolved it', [wrote, resolved], 'Ana'],
    [
      'a seller has written again',
      [wrote, resolved, { ...wrote, id: 'm-3', cuando: '2026-05-13T09:31:00-04:00' }],
      'Bea',
    ],
    ['it was the AI that said it was resolved', [wrote, { ...resolved, por: 'ia' }], 'Bea'],
    [
      'the seller’s message was deleted',
      [wrote, { ...resolved, tipo: 'borrado', mensaje: 'm-2', por: undefined, via: undefined }],
      'Ana',
    ],
    ['it was a note', [{ ...wrote, clase: 'nota interna' }], 'Ana'],
    ['the seller’s message is dated ahead', [{ ...wrote, cuando: '2026-05-13T10:00:01-04:00' }], 'Ana'],
    ['it is resolved later', [wrote, { ...resolved, cuando: '2026-05-13T10:00:01-04:00' }], 'Bea'],
  ])('is asked anew unless the conversation is open: %s', (_, before, agent) => {
    expect(outcomeOf({ eventos: [...before, asked] })).toMatchObject({ agent });
  });

  it('is asked anew where nobody is named as the seller', () => {
    expect(outcomeOf({ eventos: [wrote, asked], fields: { vendedor: ' ' } })).toMatchObject({ agent: 'Ana' });
  });

  it('is told by the account that the client wrote to, or else the one asked for', () => {
    const strange = { action: 'not-in-portfolio', reason: 'unknown-account' };
    expect(outcomeOf({ fields: { cuenta: 'wa-otra' } })).toMatchObject(strange);
    expect(outcomeOf({}, 'wa-otra')).toMatchObject(strange);
    expect(outcomeOf({ fields: { cuenta: undefined } })).toMatchObject({ as: 'main', agent: 'Ana' });
    // Nobody is auto-assigned in the other account, which a supervisor need not be.
    expect(outcomeOf({ fields: { cuenta: undefined } }, 'wa-otra')).toMatchObject({ as: 'supervisor', agent: 'Ana' });
  });

  it('is not told without the two files, and nothing else changes', async () => {
    const folder = folderOf({ 'tickets.json': null, 'chats.jsonl': null, 'moves.jsonl': null });
    const { code, out, err } = await run('--data', folder, '--at', '2026-05-13T10:00:00-04:00');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toMatch(/A cargo de: |Nadie puede tomarlo|Sin dueño|No se sabe de quién/);
    expect(chatsOf(folder)).toEqual(sampled.map((entry) => ({ ...entry, routing: null })));
  });

  it('is not told of one file alone, which is a problem', async () => {
    const [noTeam, noPortfolio] = await Promise.all(
      [{ users: null }, { csv: null }].map((given) => run('--data', folderWith(given), '--lang', 'en')),
    );
    expect(noTeam).toMatchObject({
      code: 1,
      err: 'agents.json: saw nothing; expected a file agents.json or agents.jsonl, for there is a portfolio\n',
    });
    expect(noPortfolio).toMatchObject({
      code: 1,
      err: 'portfolio.csv: saw nothing; expected a file portfolio.csv, for there are agents\n',
    });
    expect(noTeam?.out).toContain('Nothing was used of: agents.json (missing).');
    expect(noTeam?.out).toContain('B-1');
    expect(noTeam?.out).not.toContain('Belongs to');
  });

  it('is not told where a file is bad: each bad row and field is reported, and the rest of the report stands', async () => {
    const folder = folderWith({
      csv: '5.69E+10,Ana\n+56 9 0000 0002,\n56900000003,Ana,,\n56900000003,Bea,,\n',
      users: [
        { ...agents[0], modo: { [account]: 'a veces' } },
        { ...agents[1], conectado: 'sí', apuro: 1 },
        { usuario: 'Cid', ...there, modo: 'off' },
        ...agents.slice(0, 1),
        ...agents.slice(0, 1),
      ],
    });
    const { code, out, err } = await run('--data', folder, '--lang', 'en');
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      `agents.json [0].modo.${account}: saw "a veces"; expected "off", "habilitado", or "habilitado+autoasignacion"`,
      'agents.json [1].conectado: saw "sí"; expected true or false',
      'agents.json [1].apuro: saw 1; expected no such field',
      'agents.json [2].modo: saw "off"; expected a record: { … }',
      'agents.json [4].usuario: saw "Ana"; expected an id that no other record has',
      expect.stringMatching(
        /^portfolio\.csv:2 Identificador de Usuario\*: saw "5\.69E\+10"\. The spreadsheet has shortened the number/,
      ),
      expect.stringMatching(/^portfolio\.csv:3 Ejecutivo\*: saw nothing\. The main agent is missing/),
      expect.stringMatching(/^portfolio\.csv:5 .*: saw ".*"\. An earlier row gives this client to other people/),
      expect.stringMatching(/^portfolio\.csv:[\d,]+: notice\. No backup agent/),
      expect.stringMatching(/^portfolio\.csv:[\d,]+: notice\. No backup supervisor/),
      '',
    ]);
    expect(flat(out)).toContain('Nothing was used of: agents.json (5 problems), portfolio.csv (3 problems).');
    expect(out).toContain('B-1');
    expect(out).not.toContain('Belongs to');
    const spanish = await run('--data', folder);
    expect(spanish.err).toContain(': se vio "5.69E+10". La planilla abrevió el número y perdió dígitos');
    expect(spanish.err).not.toMatch(/\b(saw|the|notice|with)\b/);
  });

  it.each([
    [
      'has other columns',
      'Teléfono,Ejecutivo\n56900000001,Ana',
      /^portfolio\.csv:1 Identificador de Usuario: saw nothing\. No column has this heading/,
    ],
    [
      'is not separated by commas',
      `${headings.replaceAll(',', ';')}\n56900000001;Ana;;`,
      /^portfolio\.csv: saw \["Identificador.*…\. The cells are separated by ';', and ',' is expected/,
    ],
    ['cannot be read', null, /^portfolio\.csv: saw "EISDIR"; expected a file that can be read$/],
  ])('is not told by a file that %s', (_, content, problem) => {
    const folder = folderOf({ 'tickets.json': '[]', 'chats.jsonl': '', 'moves.jsonl': '', 'agents.json': '[]' });
    if (content === null) mkdirSync(join(folder, 'portfolio.csv'));
    else writeFileSync(join(folder, 'portfolio.csv'), content);
    const { desk, problems } = readFolder(folder, account);
    expect(desk).toBeNull();
    expect(printedProblems(problems, 'en')).toEqual([expect.stringMatching(problem)]);
  });
});

describe('moves', () => {
  const HOUR = 3_600_000;
  const records = readFolder(sample, account);
  const sampled = report(records, { at: sampleAt, zone: 'America/Santiago' }).moves;

  const customer = { name: 'Violuna Cerrobúho', city: 'Arica' };
  const beginning = { move: 'M-1', category: 'local', moveDate: '2026-05-20' } as const;
  type Happening<Event> = Event extends unknown ? Omit<Event, 'id' | 'at' | 'move'> : never;

  /** A search in which this happened, an hour apart, from so many hours before the sample's present. */
  const searched = (hours: number, ...happenings: readonly Happening<ladder.Event>[]): ladder.Search =>
    happenings.reduce<ladder.Search>(
      (search, happening, index) => {
        const at = sampleAt - (hours - 3 - index) * HOUR;
        const { state, status, code } = ladder.record(search, { ...happening, id: `s${index}`, at, move: 'M-1' });
        expect([status, code]).toEqual(['applied', undefined]);
        return state;
      },
      ladder.start({ ...beginning, searchingSince: sampleAt - hours * HOUR }),
    );

  /** A contact in which this happened, a minute apart, until just before the sample's present. */
  const told = (...happenings: readonly Happening<contact.Event>[]): contact.Contact =>
    happenings.reduce<contact.Contact>((talk, happening, index) => {
      const at = sampleAt - (happenings.length - index) * 60_000;
      const { state, status, code } = contact.record(talk, { ...happening, id: `t${index}`, at, move: 'M-1' });
      expect([status, code]).toEqual(['applied', undefined]);
      return state;
    }, contact.start(beginning));

  const reportOn = (search: ladder.Search, talk: contact.Contact | null, at = sampleAt): Report => {
    const move: MoveRecord = { id: 'M-1', customer, search, contact: talk };
    return report(
      { tickets: [], chats: [], moves: [move], conversations: [], desk: null },
      { at, zone: 'America/Santiago' },
    );
  };

  const lists = [
    { type: 'resend-done' },
    { type: 'lists-sent', mps: ['mp-1'] },
    { type: 'lists-exhausted' },
    { type: 'window-known', window: true },
  ] as const;
  const anew = [
    ...lists,
    { type: 'client-mail-sent' },
    { type: 'dates-changed', date: '2026-05-25' },
    { type: 'resend-done' },
  ] as const;
  const flexible = [
    { type: 'mail-sent' },
    { type: 'client-reply' },
    { type: 'client-answered', stance: 'flexible', dates: { date: '2026-05-25' } },
    { type: 'ack-sent' },
    { type: 'system-updated' },
    { type: 'broadcast-restarted' },
  ] as const;

  it('are told in Spanish: the step and its rule once, and beneath them each move with what it needs besides', async () => {
    const { out } = await run();
    expect(out).toContain('!!!     8  Asignar al MP que aceptó\n');
    expect(out).toContain('69 mudanzas: 48 con algo por hacer ahora, 16 en espera\n');
    expect(flat(out)).toContain(`!! Llamar al cliente ${contact.rules['contact/tomorrow-call'].statement.es}`);
    expect(flat(out)).toContain(ladder.rules['ladder/resend-first'].statement.es);
    expect(flat(out)).toMatch(/- M-\d+ \S+ \S+ \((local|inter), \w+ \d+ may\): mp-\d+ \+ Preguntar por qué no: mp-\d+/);
    expect(flat(out)).toMatch(/\+ Reportar el precio a team leader y head: mp-\d+ y mp-\d+/);
    expect(out).toContain('+ Además: leer la respuesta del cliente y registrar lo que dijo');
    expect(flat(out)).toMatch(/Esperar la respuesta al mail; después, llamar .* hasta 14:05 \(en 4 horas\)/);
    expect(flat(out)).toContain(
      'Decidir: no contestó ni el mail ni la llamada Ninguna regla lo cubre. La más cercana:',
    );
    expect(out).toContain('5 mudanzas terminadas: 3 asignadas, 1 con devolución, 1 cancelada.');
    expect(flat(out)).toMatch(
      /Volver a mirar: 10:\d\d \(en \d+ minutos\): en la mudanza M-\d+ \([^)]+\) cambia lo que toca\./,
    );
  });

  it('are told in English, and in rows where there is room', async () => {
    const [narrow, wide] = await Promise.all([run('--lang', 'en'), run('--lang', 'en', '--width', '150')]);
    expect(narrow.out).toContain('69 moves: 48 with something to do now, 16 waiting\n');
    expect(narrow.out).toContain('5 moves are over: 3 assigned, 1 refunded, 1 cancelled.');
    expect(wide.out).toMatch(
      /!!   Call the client\n {5}.*\n {5}\(contact\/tomorrow-call\)\n {5}M-\d+ +\S+ \S+ +(local|inter), Thu, May 14\n/,
    );
  });

  it('of the sample are of both services, and in all stages', () => {
    const ofLadder = [...sampled.entries.filter(({ system }) => system === 'ladder')];
    const ofContact = [...sampled.entries.filter(({ system }) => system === 'contact')];
    const actions = (entries: typeof ofLadder): ReadonlySet<string> =>
      new Set(entries.map(({ decision }) => decision.outcome.action));
    expect(actions(ofLadder)).toEqual(
      new Set([
        ...['wait', 'resend-to-mps', 'send-broadcast-lists', 'collect-replies', 'search-inter-mps', 'send-offer'],
        ...['check-offer', 'recheck-offer', 'confirm-to-mp', 'contact-client', 'tell-contact', 'hold', 'need-fact'],
        ...['none', 'not-covered'],
      ]),
    );
    expect(actions(ofContact)).toEqual(
      new Set([
        ...['call-now', 'send-help-mail', 'send-call-record-mail', 'wait', 'await-reply', 'handle-reply'],
        ...['write-chat-note', 'change-date', 'send-search-ack', 'await-dates', 'update-dates', 'send-found-mail'],
        ...['send-not-found-mail', 'await-answer', 'send-refund-template', 'apply-reverso', 'need-fact', 'not-covered'],
      ]),
    );
    expect(new Set(sampled.entries.map(({ service }) => service))).toEqual(new Set(['inter', 'local']));
    expect(new Set(sampled.entries.flatMap(({ duties }) => duties.map(({ action }) => action)))).toEqual(
      new Set(['ask-why', 'ask-availability', 'report-price']),
    );
    expect(Object.values(sampled.over).every((count) => count > 0)).toBe(true);
    const ranks = sampled.entries.map(({ urgency }) => moveUrgencies.indexOf(urgency));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it('are not in the report before they enter, and then wait until after the two hours', () => {
    const search = ladder.start({ ...beginning, searchingSince: sampleAt + HOUR });
    expect(reportOn(search, null).moves.entries).toEqual([]);
    const { lookAgain } = reportOn(search, null);
    expect(lookAgain).toMatchObject({ change: 'move-enters', at: sampleAt + HOUR, rule: 'ladder/start-after-2h' });
    expect(reportOn(search, null, sampleAt + HOUR)).toMatchObject({
      moves: { entries: [{ urgency: 'wait' }] },
      lookAgain: { change: 'move-changes', at: sampleAt + 3 * HOUR + 1, rule: 'ladder/resend-first' },
    });
  });

  it('are to be looked at again when only a mover’s answer dated ahead comes to count', () => {
    const search = searched(5, ...lists.slice(0, 2), { type: 'mp-refused', mp: 'mp-1' });
    const now = reportOn(search, null, sampleAt - HOUR / 2);
    expect(now.moves.entries).toMatchObject([{ urgency: 'wait', duties: [] }]);
    expect(now.lookAgain).toMatchObject({ at: sampleAt, rule: 'ladder/ask-why-on-no' });
    expect(reportOn(search, null).moves.entries).toMatchObject([
      { urgency: 'search', duties: [{ action: 'ask-why' }] },
    ]);
  });

  it.each([
    ['the search alone', () => reportOn(searched(8, ...lists), null), 'contact-client', 'client'],
    ['the contact, once it has begun', () => reportOn(searched(8, ...lists), told()), 'send-help-mail', 'client'],
    [
      'the contact, while the search rests',
      () => reportOn(searched(8, ...anew.slice(0, 5)), told({ type: 'mail-sent' })),
      'wait',
      'wait',
    ],
    [
      'the search, on new dates',
      () => reportOn(searched(10, ...anew), told(...flexible)),
      'send-broadcast-lists',
      'search',
    ],
    [
      'the contact, when the client wants the money back meanwhile',
      () =>
        reportOn(
          searched(10, ...anew),
          told(...flexible, { type: 'client-answered', stance: 'not-flexible', refund: true }),
        ),
      'send-refund-template',
      'client',
    ],
    [
      'the contact, when a call is to be put on record though all is over',
      () => reportOn(searched(8, ...lists, { type: 'cancel' }), told({ type: 'call-answered' }, { type: 'cancel' })),
      'send-call-record-mail',
      'client',
    ],
    [
      'the search, when the contact was about an earlier one',
      () => reportOn(searched(8, ...lists), told({ type: 'assigned-elsewhere', mp: 'mp-9' })),
      'contact-client',
      'client',
    ],
    [
      'the search, when it found somebody and the contact does not know',
      () => reportOn(searched(11, ...anew, { type: 'auto-assigned', mp: 'mp-9' }), told(...flexible)),
      'none',
      'client',
    ],
  ])('are told by %s', (_, made, action, urgency) => {
    expect(made().moves.entries).toMatchObject([{ urgency, decision: { outcome: { action } } }]);
  });

  it('are over when the client has heard who comes', () => {
    const search = searched(11, ...anew, { type: 'auto-assigned', mp: 'mp-9' });
    const heard = [{ type: 'mp-found', mp: 'mp-9' }, { type: 'found-mail-sent' }] as const;
    expect(reportOn(search, told(...flexible, ...heard)).moves).toMatchObject({ entries: [], over: { assigned: 1 } });
    const all = told(...flexible, ...heard, { type: 'mp-assigned', mp: 'mp-9' });
    expect(reportOn(search, all).moves).toMatchObject({ entries: [], over: { assigned: 1 } });
  });

  it('change at the instant at which to look at them again, and not before, until nothing waits any more', () => {
    const movesAt = (at: number): Report['moves'] =>
      report(
        { tickets: [], chats: [], moves: records.moves, conversations: [], desk: null },
        { at, zone: 'America/Santiago' },
      ).moves;
    const said = ({ entries, over }: Report['moves']): unknown => [
      entries.map(({ id, decision: { outcome, rule }, duties, beside }) => ({
        ...{ id, outcome, rule, duties },
        beside: beside?.outcome,
      })),
      over,
    ];
    let now = movesAt(Date.parse('2026-05-11T00:00:00-04:00'));
    let changes = 0;
    for (; now.lookAgain !== null; changes++) {
      const { at } = now.lookAgain;
      const next = movesAt(at);
      expect(said(movesAt(at - 1))).toEqual(said(now));
      expect(said(next)).not.toEqual(said(now));
      now = next;
    }
    expect(changes).toBeGreaterThan(100);
    expect(new Set(now.entries.map(({ decision: { validUntil } }) => validUntil))).toEqual(new Set([null]));
  });

  it('have their sentences in the JSON', async () => {
    const { out } = await run('--json', '--lang', 'en');
    const { moves } = JSON.parse(out) as { moves: { entries: { id: string; words: Record<string, unknown> }[] } };
    expect(moves).toMatchObject(JSON.parse(JSON.stringify(sampled)) as object);
    const late = sampled.entries.find(({ beside }) => beside !== null);
    expect(moves.entries.find(({ id }) => id === late?.id)?.words).toEqual({
      action: 'Press "Enviar oferta" for the mover: mp-36',
      step: 'Press "Enviar oferta" for the mover',
      detail: 'mp-36',
      reason: ladder.rules['ladder/first-confirmer-wins'].statement.en,
      until: expect.stringMatching(/^until \w+, May \d+ 00:00/) as unknown,
      duties: ["Also: read the client's reply, and record what was said"],
    });
  });

  describe('that are bad', () => {
    const good = { mudanza: 'M-1', cliente: { nombre: 'Violuna', ciudad: 'Arica' } };
    const search = searched(8, ...lists, { type: 'client-mail-sent' });
    const talk = told({ type: 'mail-sent' });
    const { facts } = search;
    const folder = (): string =>
      folderOf({
        'tickets.json': '[]',
        'chats.jsonl': '',
        'moves.jsonl': [
          { ...good, ladder: search, contact: talk },
          { ...good, mudanza: 'M-2', ladder: search },
          { ...good, ladder: { ...search, version: 2, round: 0 }, contact: { ...talk, stage: 'LOST', apuro: true } },
          { ...good, ladder: { ...search, facts: { ...facts, searchingSince: 'ayer', moveDate: '2026-02-30' } } },
          { ...good, ladder: { ...search, facts: { ...facts, zone: 'Mars' }, seen: 'e1' }, contact: 7 },
          { ...good, ladder: { ...search, stage: 'LISTS', offeredAt: 'LISTS' }, contact: talk },
          { ...good, ladder: { ...search, facts: { ...facts, listsSentAt: null } }, contact: talk },
          { ...good, contact: { ...talk, facts: { ...talk.facts, calls: [{ at: 0 }], offered: 3 } } },
          { ...good, ladder: search, contact: talk },
        ]
          .map((record) => JSON.stringify(record))
          .join('\n'),
      });

    it('are reported with line, field, what was seen and what the library expects', async () => {
      const { code, out, err } = await run('--data', folder(), '--lang', 'en');
      expect(code).toBe(1);
      expect(flat(out)).toContain('Nothing was used of: moves.jsonl (18 problems).');
      expect(err.split('\n')).toEqual([
        'moves.jsonl:2 ladder.move: saw "M-1"; expected the id that is in mudanza',
        'moves.jsonl:2 contact: saw nothing; expected the state of the contact, for the client was contacted',
        'moves.jsonl:3 ladder.version: saw 2; expected version 1, the only one that this release of pauta knows',
        'moves.jsonl:3 ladder.round: saw 0; expected a whole number, 1 or more',
        expect.stringMatching(/^moves.jsonl:3 contact.stage: saw "LOST"; expected "DUE", .*, or "CANCELLED"$/),
        'moves.jsonl:3 contact.apuro: saw true; expected no such field',
        expect.stringMatching(/^moves.jsonl:4 ladder.facts.searchingSince: saw "ayer"; expected an instant: ISO 8601/),
        'moves.jsonl:4 ladder.facts.moveDate: saw "2026-02-30"; expected a civil date that exists, as "2026-05-13"',
        expect.stringMatching(/^moves.jsonl:5 ladder.facts.zone: saw "Mars"; expected an IANA zone/),
        'moves.jsonl:5 ladder.seen: saw "e1"; expected a list: [ … ]',
        'moves.jsonl:5 contact: saw 7; expected a record: { … }',
        'moves.jsonl:6 ladder.stage: saw "LISTS"; expected "CONTACT", the stage that the facts tell',
        'moves.jsonl:6 ladder.offeredAt: saw "LISTS"; expected null, the stage before the offer',
        expect.stringMatching(/^moves.jsonl:7 ladder.facts.listsExhaustedAt: saw \d+; expected null/),
        'moves.jsonl:8 ladder: saw nothing; expected a record: { … }',
        'moves.jsonl:8 contact.facts.calls[0].answered: saw nothing; expected true or false',
        expect.stringMatching(/^moves.jsonl:8 contact.facts.offered: saw 3; expected \{ "alternative": 1/),
        'moves.jsonl:9 mudanza: saw "M-1"; expected an id that no other record has',
        '',
      ]);
    });

    it('are told in Spanish, what the library says too', async () => {
      const { err } = await run('--data', folder());
      expect(err.split('\n')).toHaveLength(19);
      expect(err).not.toMatch(/\b(an|the|with|for|that|whole|or)\b/);
    });
  });
});

describe('conversations of the bot', () => {
  const records = readFolder(sample, account);
  const sampled = report(records, { at: sampleAt, zone: 'America/Santiago' }).conversations;
  const MINUTE = 60_000;

  type Happening<Event> = Event extends unknown ? Omit<Event, 'id' | 'at' | 'contact'> : never;
  type Happened = readonly [minutes: number, happening: Happening<ConversationEvent>];

  /** What happened, so many minutes before the sample's present. */
  const eventsOf = (...happened: readonly Happened[]): readonly ConversationEvent[] =>
    happened.map(([minutes, happening], index) => ({
      ...happening,
      id: `e${index}`,
      at: sampleAt - minutes * MINUTE,
      contact: 'K-1',
    }));
  const writer = { contacto: 'K-1', cliente: { nombre: 'Ilvarina Solanube', ciudad: 'Coro' }, canal: 'Instagram' };
  const folderWith = (conversations: string): string =>
    folderOf({ 'tickets.json': '[]', 'chats.jsonl': '', 'moves.jsonl': '', 'conversations.jsonl': conversations });
  const reportOn = (events: readonly unknown[], at = sampleAt): Report => {
    const { problems, ...read } = readFolder(folderWith(JSON.stringify({ ...writer, eventos: events })), account);
    expect(problems).toEqual([]);
    return report(read, { at, zone: 'America/Santiago' });
  };
  /** What is due and by which rule, as text. */
  const dueOf = ({ conversations }: Report): readonly string[] =>
    conversations.entries.map(({ decision: { outcome, rule } }) => `${outcome.action} ${rule}`);

  const filed = [
    [90, { type: 'user-message' }],
    [90, { type: 'bot-answered' }],
    [80, { type: 'section-set', section: 'Cursos' }],
    [80, { type: 'agent-set', agent: 'CCO IDEA', department: 'Académico' }],
    [80, { type: 'tags-set', tags: ['interesado'] }],
  ] as const satisfies readonly Happened[];
  const ended = [70, { type: 'conversation-ended', hasWelcomeEvents: true }] as const;

  it('are told in Spanish: what is due and its rule once, and beneath it each conversation with what is its own', async () => {
    const { out } = await run('--width', '100');
    expect(out).toContain('33 conversaciones del bot: 22 con algo por hacer ahora, 4 en espera\n');
    expect(out).toContain(
      '#       5  Clasificar la conversación\n?       1  Requiere el criterio de una persona\n...     4  En espera\n',
    );
    expect(out).toContain(
      [
        '-    Automatización del CRM: poner la etiqueta «admision y ventas», pedir los datos de contacto,',
        '     subirlos al CRM',
        '',
      ].join('\n'),
    );
    for (const line of [
      `${messaging.rules['messaging/crm-auto-after-1h'].statement.es} messaging/crm-auto-after-1h - K-125 Ubaldrino Trigoverde (Google My Business, Ventas 2): clave crm-load:K-125`,
      '!! Enganchar al bot con el snippet 2',
      'K-133 Nerulia Bosquelargo (Google My Business, Ventas 2): comentario K-133-e1',
      'K-114 Silvandro Farolindo (Google My Business, sin agente): falta: sección, agente, etiqueta',
      'K-127 Brisandro Brumavilla (Instagram, CCO IDEA): «Su caso sigue abierto: en Académico, CCO IDEA continúa',
      '! Averiguar el departamento del caso, que el aviso debe nombrar',
      '> Cierre, paso 2 de 3: reactivar el bot',
      'K-103 Silvandro Peñalarga (WhatsApp, CCO IDEA)',
      'Decidir: el campo pide subirlo, y no se conoce el contacto Ninguna regla lo cubre. La más cercana:',
      'K-111 Tomirana Arenázul (Facebook, Ventas 2): hasta 10:11 (en 11 minutos)',
      'K-132 Ernubia Cerrobúho (Instagram, sin agente): hasta 10:40 (en 40 minutos)',
      'Ronda de seguimiento del bot: Respond.io, Facebook, Instagram y Google My Business',
      '- Comprobar que el bot haya contestado bien (messaging/monitor-verify)',
      '7 conversaciones no necesitan a nadie: 1 cerrada (con el bot, abierta y sin agente), 5 atendidas por el bot, 1 atendida por una persona.',
      'Sucesos de las conversaciones: 0 tardíos, 1 repetidos, 2 sin efecto, 2 rechazados.',
      'Volver a mirar: 10:11 (en 11 minutos): en la conversación K-111 (Tomirana Arenázul) cambia lo que toca.',
    ]) {
      expect(flat(out)).toContain(line);
    }
  });

  it('are told in English, and in rows where there is room', async () => {
    const [narrow, wide] = await Promise.all([run('--lang', 'en'), run('--lang', 'en', '--width', '200')]);
    expect(narrow.out).toContain('33 conversations of the bot: 22 with something to do now, 4 waiting\n');
    expect(flat(narrow.out)).toContain(
      'Round of watching the bot: Respond.io, Facebook, Instagram, and Google My Business',
    );
    expect(flat(narrow.out)).toContain(
      '7 conversations need nobody: 1 closed out (with the bot, open, no agent), 5 attended by the bot, 1 attended by a person.',
    );
    expect(wide.out).toMatch(
      /!! {3}Hook the bot with snippet 2\n.* \(messaging\/hook-when-silent\)\n {5}K-\d+ +\S+ \S+ +Instagram, no\n +agent\n/,
    );
    expect(wide.out).toMatch(/ {5}K-122 .* Facebook, Ventas 4 +missing: tag\n/);
  });

  it('of the sample are of all kinds', () => {
    expect(new Set(sampled.entries.map(({ decision }) => decision.outcome.action))).toEqual(
      new Set([
        ...['hook', 'reply-comment', 'call-user', 'locate-user', 'send-message', 'need-fact', 'monitor-case'],
        ...['reactivate-bot', 'click-close', 'classify', 'run-automation', 'load-to-crm', 'send-survey'],
        ...['not-covered', 'wait', 'await-data', 'await-survey'],
      ]),
    );
    expect(Object.keys(sampled.quiet).sort()).toEqual(['bot-attends', 'closed-out', 'person-attends']);
    const { all, due, waiting } = sampled.counts;
    expect(due + waiting + Object.values(sampled.quiet).reduce((sum, count) => sum + count)).toBe(all);
    const ranks = sampled.entries.map(({ urgency }) => conversationUrgencies.indexOf(urgency));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it('go from wait to load at the end of the hour, and are loaded by the key that the library gives', () => {
    const events = eventsOf(...filed, ended);
    const start = sampleAt - 10 * MINUTE;
    const waiting = reportOn(events, start - 1);
    expect(waiting.conversations).toMatchObject({
      entries: [{ urgency: 'wait', decision: { rule: 'messaging/crm-auto-after-1h', validUntil: start } }],
      counts: { all: 1, due: 0, waiting: 1 },
      quiet: {},
    });
    const change = { at: start, kind: 'conversation', id: 'K-1', change: 'conversation-changes' };
    expect(waiting.lookAgain).toMatchObject({ ...change, rule: 'messaging/crm-auto-after-1h', others: 0 });
    expect(reportOn(events, start).conversations).toMatchObject({
      entries: [{ urgency: 'load', decision: { outcome: { key: 'crm-load:K-1' }, validUntil: null } }],
      lookAgain: null,
    });
  });

  it('count a message of the client in both machines: it takes up the conversation, and drops the wait', () => {
    const again = [30, { type: 'user-message' }] as const;
    const { conversations } = reportOn(eventsOf(...filed, [50, ended[1]], again));
    expect(conversations).toMatchObject({ entries: [], quiet: { 'bot-attends': 1 }, replayed: { applied: 7 } });
  });

  it('are told what has happened by the instant, and to be looked at again when what is ahead changes it', () => {
    const late = [-5, { type: 'user-message' }] as const;
    const events = eventsOf(...filed, late, [-9, { type: 'bot-silent' }], [-12, { type: 'hooked' }]);
    expect(reportOn(events)).toMatchObject({
      conversations: { entries: [], replayed: { applied: 5 } },
      lookAgain: { at: sampleAt + 9 * MINUTE, rule: 'messaging/hook-when-silent' },
    });
    const silent = reportOn(events, sampleAt + 9 * MINUTE);
    expect(dueOf(silent)).toEqual(['hook messaging/hook-when-silent']);
    expect(silent.lookAgain).toMatchObject({ at: sampleAt + 12 * MINUTE, rule: 'messaging/hook-when-silent' });
    expect(dueOf(reportOn(events, sampleAt + 12 * MINUTE))).toEqual([]);
  });

  it('are to be looked at again when only who attends changes', () => {
    const events = eventsOf(...filed, [-3, { type: 'taken-over', by: 'Ventas 1', after: 'e0' }]);
    expect(reportOn(events).conversations.quiet).toEqual({ 'bot-attends': 1 });
    const at = sampleAt + 3 * MINUTE;
    expect(reportOn(events).lookAgain).toMatchObject({ at, rule: 'messaging/classify-every' });
    expect(reportOn(events, at).conversations.quiet).toEqual({ 'person-attends': 1 });
  });

  it('are each in every group in which they have something to be done, in the order of what they are told', () => {
    const events = eventsOf(
      [60, { type: 'comment-question' }],
      [55, { type: 'tag-added-by-hand', tag: messaging.defaultPolicy.crmTag }],
    );
    expect(dueOf(reportOn(events))).toEqual([
      'hook messaging/hook-comments',
      'reply-comment messaging/comment-reply-emojis',
      'run-automation messaging/crm-manual-tag',
      'classify messaging/classify-every',
    ]);
    expect(reportOn(events).conversations.counts).toEqual({ all: 1, due: 1, waiting: 0 });
  });

  it('are closed step by step, and what is refused changes nothing and is counted', () => {
    const steps = [
      [20, { type: 'support-ticket' }],
      [19, { type: 'solved', by: 'CCO IDEA' }],
      [18, { type: 'click-close', by: 'CCO IDEA' }],
      [17, { type: 'standard-reply-sent', by: 'Ventas 1' }],
      [16, { type: 'standard-reply-sent', by: 'CCO IDEA' }],
      [15, { type: 'bot-reactivated', by: 'CCO IDEA' }],
      [14, { type: 'click-close', by: 'CCO IDEA' }],
    ] as const satisfies readonly Happened[];
    const after = (minutes: number): Report => reportOn(eventsOf(...filed, ...steps), sampleAt - minutes * MINUTE);
    expect([19, 17, 16, 15, 14].map((minutes) => dueOf(after(minutes)))).toEqual([
      ['send-message messaging/close-1-reply'],
      ['send-message messaging/close-1-reply'],
      ['reactivate-bot messaging/close-2-bot'],
      ['click-close messaging/close-3-click'],
      [],
    ]);
    expect(after(19).conversations.entries).toMatchObject([
      { urgency: 'close', agent: 'CCO IDEA', text: messaging.defaultPolicy.templates.closing },
    ]);
    expect(after(14).conversations).toMatchObject({ quiet: { 'closed-out': 1 }, replayed: { refused: 2 } });
  });

  it('have their sentences in the JSON, and the round its own', async () => {
    const { out } = await run('--json', '--lang', 'en');
    const { conversations } = JSON.parse(out) as {
      conversations: { entries: { id: string; urgency: string; words: unknown }[]; round: { words: unknown } };
    };
    expect(conversations).toMatchObject(JSON.parse(JSON.stringify(sampled)) as object);
    expect(conversations.entries.find(({ id, urgency }) => id === 'K-125' && urgency === 'load')?.words).toEqual({
      action:
        'CRM automation: put on the tag "admision y ventas", ask for the contact data, load them into the CRM: key crm-load:K-125',
      step: 'CRM automation: put on the tag "admision y ventas", ask for the contact data, load them into the CRM',
      detail: 'key crm-load:K-125',
      reason: messaging.rules['messaging/crm-auto-after-1h'].statement.en,
      until: 'until there is news',
    });
    expect(conversations.round.words).toMatchObject({
      reason: messaging.rules['messaging/monitor-where'].statement.en,
      steps: expect.arrayContaining(['Classify the client (messaging/eva-classify-and-crm)']) as unknown,
    });
  });

  it.each([
    ['there is no file', null],
    ['the file is empty', ''],
  ])('are left out of the report where %s', async (_, content) => {
    const files = { 'tickets.json': '[]', 'chats.jsonl': '', 'moves.jsonl': '' };
    const folder = folderOf(content === null ? files : { ...files, 'conversations.jsonl': content });
    const { code, out, err } = await run('--data', folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('0 mudanzas y 0 conversaciones; por hacer ahora: 0');
    expect(out).not.toMatch(/del bot|Ronda/);
  });

  describe('that are bad', () => {
    const [asked, answered] = eventsOf(...filed);
    const good = { ...writer, eventos: [asked, answered] };
    const folder = (): string =>
      folderWith(
        [
          JSON.stringify(good),
          JSON.stringify({ ...good, contacto: 'K-2' }),
          JSON.stringify(good).slice(0, 30),
          JSON.stringify({ ...good, canal: '', apuro: true }),
          JSON.stringify({
            ...good,
            eventos: [
              { ...asked, at: 'ayer', notSolved: 'sí' },
              { ...answered, type: 'bot-lost' },
              { ...answered, type: undefined },
              { ...answered, type: 'tags-set', tags: 'vip' },
              { ...answered, type: 'section-set', section: 5 },
              { ...answered, type: 'conversation-ended', ended: true },
              { ...answered, type: 'tag-added-by-hand', id: '' },
              7,
            ],
          }),
          JSON.stringify({ ...good, eventos: {} }),
          JSON.stringify(good),
        ].join('\n'),
      );

    it('are reported with line, field, what was seen and what the library expects', async () => {
      const { code, out, err } = await run('--data', folder(), '--lang', 'en');
      expect(code).toBe(1);
      expect(flat(out)).toContain('Nothing was used of: conversations.jsonl (18 problems).');
      expect(err.split('\n')).toEqual([
        'conversations.jsonl:2 eventos[0].contact: saw "K-1"; expected the id that is in contacto',
        'conversations.jsonl:2 eventos[1].contact: saw "K-1"; expected the id that is in contacto',
        'conversations.jsonl:3:31: saw the end of the text; expected the rest of the text and its closing quotes',
        'conversations.jsonl:4 canal: saw ""; expected a text that is not empty',
        'conversations.jsonl:4 apuro: saw true; expected no such field',
        expect.stringMatching(/^conversations.jsonl:5 eventos\[0\].at: saw "ayer"; expected an instant: ISO 8601/),
        'conversations.jsonl:5 eventos[0].notSolved: saw "sí"; expected true or false',
        expect.stringMatching(
          /^conversations.jsonl:5 eventos\[1\].type: saw "bot-lost"; expected "user-message", .*"given-back", "conversation-ended", .*or "loaded"$/,
        ),
        expect.stringMatching(/^conversations.jsonl:5 eventos\[2\].type: saw nothing; expected "user-message", /),
        'conversations.jsonl:5 eventos[3].tags: saw "vip"; expected a list of tags',
        'conversations.jsonl:5 eventos[4].section: saw 5; expected a text',
        'conversations.jsonl:5 eventos[5].hasWelcomeEvents: saw nothing; expected true or false',
        'conversations.jsonl:5 eventos[5].ended: saw true; expected no such field',
        expect.stringMatching(/^conversations.jsonl:5 eventos\[6\].id: saw ""; expected an id/),
        expect.stringMatching(/^conversations.jsonl:5 eventos\[6\].tag: saw nothing; expected a text/),
        'conversations.jsonl:5 eventos[7]: saw 7; expected a record: { … }',
        'conversations.jsonl:6 eventos: saw {}; expected a list: [ … ]',
        'conversations.jsonl:7 contacto: saw "K-1"; expected an id that no other record has',
        '',
      ]);
    });

    it('are told in Spanish, what the library says too', async () => {
      const { err } = await run('--data', folder());
      expect(err).toContain('eventos[3].tags: se vio "vip"; se esperaba una lista de etiquetas');
      expect(err).not.toMatch(/\b(an|the|with|for|that|whole|or)\b/);
    });
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
    'moves.jsonl': '',
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
    const folder = folderOf({ ...bad, 'tickets.json': null });
    const { code, out, err } = await run('--data', folder, '--at', '2026-05-13T10:00-04:00');
    expect(code).toBe(1);
    expect(err).toContain('chats.jsonl:2:41: se vio el fin del texto; se esperaba el resto del texto');
    expect(out.match(/INFORME INCOMPLETO\. No se usó nada de: chats\.jsonl \(7 problemas\)/g)).toHaveLength(2);
    expect(out).toContain('120 tickets, 0 chats, 0 mudanzas y 0 conversaciones; por hacer ahora: 120');
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
    const { problems } = readFolder(
      folderOf({ 'tickets.json': content, 'chats.jsonl': '', 'moves.jsonl': '' }),
      account,
    );
    expect(printedProblems(problems, 'en')).toEqual([problem]);
  });

  it('is a file that is not there, or is a folder', async () => {
    const empty = await run('--data', folderOf({}), '--lang', 'en');
    expect(empty.code).toBe(1);
    expect(empty.err).toBe(
      'tickets.json: saw nothing; expected a file tickets.json or tickets.jsonl\n' +
        'chats.jsonl: saw nothing; expected a file chats.jsonl or chats.json\n' +
        'moves.jsonl: saw nothing; expected a file moves.jsonl or moves.json\n',
    );
    expect(flat(empty.out)).toContain(
      'Nothing was used of: tickets.json (missing), chats.jsonl (missing), moves.jsonl (missing)',
    );
    const folder = folderOf({ 'tickets.json': '[]', 'moves.json': '[]' });
    mkdirSync(join(folder, 'chats.jsonl'));
    expect((await run('--data', folder)).err).toBe(
      'chats.jsonl: se vio "EISDIR"; se esperaba un archivo que se pueda leer\n',
    );
  });

  it('cannot move the cursor of a terminal', async () => {
    const evil = { ...goodTicket, cliente: { nombre: `Eva${ESCAPE}[2J\u009b31m\nLuz`, ciudad: '' } };
    const folder = folderOf({ 'tickets.json': JSON.stringify([evil]), 'chats.jsonl': '', 'moves.jsonl': '' });
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
      'moves.json': '[]',
      'notes.txt': 'left alone',
    });
    const { code, out } = await run('--data', folder, '--at', '2026-05-13T10:00-04:00', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('1 ticket, 1 chat, 0 moves and 0 conversations; to do now: 2');
    expect(out).toContain('B-1 Clorinta Lunaroja: Answer the client; waiting for 2 minutes');
    expect(out).toContain('A-1 Amelunda Nubarrales: Tell the latest date for an answer: Wed, May 13');
    expect(out).toContain('0 late, 1 repeated, 0 refused');
    expect(out).toContain('Look again: Thu, May 14 00:00 (in 14 hours): in ticket A-1');
  });

  it('is reported on for the present if no instant is given', async () => {
    const folder = folderOf({ 'tickets.json': '[]', 'chats.jsonl': '', 'moves.jsonl': '' });
    const { code, out } = await run('--data', folder, '--json');
    expect(code).toBe(0);
    expect(Math.abs((JSON.parse(out) as Report).at - Date.now())).toBeLessThan(60_000);
    expect((await run('--data', folder)).out).toContain('No hay nada que hacer ahora.');
  });
});

describe('arguments', () => {
  it('that are bad are all named, with what was seen and expected', async () => {
    const { code, out, err } = await run(
      ...[
        '--at',
        '2026-05-13',
        '--zone',
        'Mars',
        '--width',
        '20',
        '--json=1',
        '--foo',
        'bar',
        '--data',
        'nowhere',
        '--account=',
      ],
      ...['--lang', 'en'],
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')).toEqual([
      '--foo: saw "--foo"; expected one of --data, --account, --at, --zone, --lang, --json, --width, --help',
      'bar: saw "bar"; expected nothing: everything is asked for by options',
      '--data: saw "nowhere"; expected a folder that can be read',
      '--account: saw ""; expected the name of an account',
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
      for (const option of ['data', 'account', 'at', 'zone', 'lang', 'json', 'width', 'help'])
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
