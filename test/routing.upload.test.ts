import { describe, expect, it } from 'vitest';
import { configurationFlow, faultsOf, flow, policy, table, validateRows, type Team } from 'pauta/routing';
import {
  reportCsv,
  suggestMapping,
  validate,
  validateStream,
  type ReadingOptions,
  type Refused,
  type Validation,
} from 'pauta/routing/csv';
import * as door from 'pauta/routing/schema';
import { problemsOf } from './problems-of.js';

const HEAD = 'Identificador de Usuario,Ejecutivo,Ejecutivo de Respaldo,Supervisor de Respaldo\n';
const ROW = '56912345678,P,Q,S\n';
const whatsapp: ReadingOptions = { account: 'wa-1', kind: 'whatsapp' };
const email: ReadingOptions = { account: 'mail-1', kind: 'email' };
const lastWins: ReadingOptions = { ...whatsapp, policy: policy({ duplicateConflict: 'last-wins' }) };

function refused(source: string | Uint8Array, options: ReadingOptions = whatsapp): Refused {
  const validation = validate(source, options);
  if (validation.ok) throw new Error('it was accepted');
  return validation;
}

function problems(source: string, options: ReadingOptions = whatsapp): readonly string[] {
  return refused(source, options).problems.map(({ line, column, code }) => `${line} ${column} ${code}`);
}

const said = ({ warnings }: Validation): readonly string[] =>
  warnings.map(({ code, value, lines }) => `${code} ${value} ${lines.join()}`);

/** What becomes of a source without an end that begins so, and how much of it was asked for. */
async function asked(begin: string, more: string, options: ReadingOptions): Promise<[Validation, number]> {
  let pieces = 0;
  const endless = (function* () {
    yield begin;
    while (pieces < 100) yield (pieces++, more);
  })();
  return [await validateStream(endless, options), pieces];
}

describe('a heading', () => {
  it('has its asterisk at its end: elsewhere it is a letter as any other', () => {
    expect(problems('Identificador de Usuario,Ejec*utivo\n')).toEqual(['1 Ejecutivo no-column']);
    expect(validate('Identificador de Usuario *,Ejecutivo* \n', whatsapp).ok).toBe(true);
  });

  it('is needed for the client and for the main agent, and for nobody else', () => {
    expect(problems('Identificador de Usuario,Nota\n')).toEqual(['1 Ejecutivo no-column']);
    expect(problems('Nota,Ejecutivo\n')).toEqual(['1 Identificador de Usuario no-column']);
    expect(said(validate('Identificador de Usuario,Ejecutivo\n56912345678,P\n', whatsapp))).toEqual([
      'no-backup null 2',
      'no-supervisor null 2',
    ]);
  });

  it('that looks like a supervisor is not missed where that of the template is read', () => {
    expect(said(validate(`Jefe,Suplente,${HEAD}x,y,${ROW}`, whatsapp))).toEqual([]);
  });

  it('that is not there was seen nowhere: what is shown is empty', () => {
    expect(refused('\nCorreo,Ejecutivo\n').problems).toMatchObject([
      { line: 2, column: 'Identificador de Usuario', value: '', code: 'no-column' },
    ]);
  });

  it.each([
    ...['Teléfono', 'Teléfonos', 'Fono', 'FONOS', 'Celular', 'Celulares', 'Móvil', 'Móviles', 'WhatsApp', 'Phone'],
    ...['Phones', 'Mobile', 'Número', 'Números', 'Number'],
  ])('suggests a phone number before a name: %s', (heading) => {
    expect(suggestMapping(['Cliente', heading], 'whatsapp')).toEqual({ client: heading });
  });

  it.each(['Correo', 'Correos', 'E-mail', 'E-Mails', 'Email', 'Emails', 'Mail', 'Mails', 'Correo electrónico'])(
    'suggests an address before a name: %s',
    (heading) => {
      expect(suggestMapping(['Cliente', heading], 'email')).toEqual({ client: heading });
    },
  );

  it.each([
    ...['Supervisor', 'Supervisora', 'Jefe', 'Jefa', 'Jefatura', 'Encargado', 'Encargada', 'Manager', 'Team lead'],
    ...['Team  Leader', 'Team – lead', 'Coordinador', 'Coordinadora'],
  ])('suggests a supervisor: %s', (heading) => {
    expect(suggestMapping([heading], 'whatsapp')).toEqual({ supervisor: heading });
    expect(suggestMapping([heading], 'email')).toEqual({ supervisor: heading });
  });

  it.each(['Respaldo', 'Backup', 'Reemplazo', 'Suplente', 'Substitute', 'Stand-in', 'Stand - in'])(
    'suggests a backup: %s',
    (heading) => {
      expect(suggestMapping([heading], 'whatsapp')).toEqual({ backup: heading });
      expect(suggestMapping([heading], 'email')).toEqual({ backup: heading });
    },
  );

  it.each([
    ...['Ejecutivo', 'Ejecutiva', 'Vendedor', 'Vendedora', 'Agente', 'Asesor', 'Asesora', 'Agent', 'Owner', 'Seller'],
    ...['Salesperson', 'Executive', 'Advisor', 'Principal', 'Main', 'Responsable'],
  ])('suggests a main agent: %s', (heading) => {
    expect(suggestMapping([heading], 'whatsapp')).toEqual({ main: heading });
    expect(suggestMapping([heading], 'email')).toEqual({ main: heading });
  });
});

describe('the headings of a file', () => {
  it('are looked for with each separator, however many cells another one makes of them', () => {
    const validation = refused('Identificador de Usuario;Ejecutivo;a,b,c,d\n');
    expect(validation).toMatchObject({ rule: 'routing/csv-format', gate: { headings: 'elsewhere' }, problems: [] });
    expect(validation.headings).toEqual(['Identificador de Usuario', 'Ejecutivo', 'a,b,c,d']);
  });

  it('that are not found are told as the first separator has them, of two that make as many cells', () => {
    expect(refused('a,b;c\n')).toMatchObject({
      rule: 'routing/column-mapping',
      gate: { headings: 'none' },
      headings: ['a', 'b;c'],
    });
  });

  it('may be one, which is not enough', () => {
    expect(refused('Correo\n')).toMatchObject({ code: 'column-mapping', headings: ['Correo'] });
    expect(problems('Identificador de Usuario\n')).toEqual(['1 Ejecutivo no-column']);
  });

  it('stand within the first MiB: what follows is not asked for', async () => {
    const blank = ',\n'.repeat(2 ** 18);
    const [validation, pieces] = await asked(blank, blank, whatsapp);
    expect(validation).toMatchObject({ code: 'malformed', problems: [{ code: 'endless-row', line: 2 ** 19 + 1 }] });
    expect(pieces).toBe(1);
  });

  it('stand within the first MiB, however the file is cut', async () => {
    const file = `${',\n'.repeat(3 * 2 ** 18)}${HEAD}${ROW}`;
    const whole = validate(file, whatsapp);
    expect(whole).toMatchObject({ code: 'malformed', problems: [{ code: 'endless-row' }] });
    expect(await validateStream([file.slice(0, 2), file.slice(2)], whatsapp)).toEqual(whole);
  });

  it('behind a quote that is never closed are shown as far as they are sound', () => {
    expect(refused('\nx,"abc').problems).toMatchObject([{ line: 2, value: 'x,', code: 'broken-quotes' }]);
  });
});

describe('what is read of a source', () => {
  it('is no more than it takes to see text behind a closing quote', async () => {
    const [validation, pieces] = await asked(`${HEAD}"56912345678"x,P\n`, ROW, whatsapp);
    expect(validation).toMatchObject({ code: 'malformed', problems: [{ line: 2, code: 'broken-quotes' }] });
    expect(pieces).toBe(0);
  });

  it('is no more than it takes to see the headings, whatever ends a line', async () => {
    for (const lineBreak of ['\n', '\r', '\r\n']) {
      const [validation, pieces] = await asked(`Correo,Quien${lineBreak}x,y`, ROW, whatsapp);
      expect(validation).toMatchObject({ code: 'column-mapping', headings: ['Correo', 'Quien'] });
      expect(pieces).toBe(0);
    }
  });

  it('may be headings alone, whatever ends their line', () => {
    for (const lineBreak of ['\n', '\r', '\r\n', '']) {
      expect(validate(HEAD.trimEnd() + lineBreak, whatsapp)).toMatchObject({ ok: true, clients: 0 });
    }
  });

  it('may be cells in quotes between tabs, which are no blanks there', () => {
    const tabs: ReadingOptions = { ...whatsapp, policy: policy({ delimiters: ['\t'] }) };
    const text = `${HEAD}"56912345678","P" ,"Q","S"\n`.replaceAll(',', '\t');
    expect(validate(text, tabs)).toMatchObject({ ok: true, clients: 1 });
    expect(validate('"Identificador de Usuario"\t"Ejecutivo"\n"56912345678"\t"P"', tabs)).toMatchObject({ clients: 1 });
  });
});

describe('a row', () => {
  it.each([
    ['P,P,P', ['unknown-agent P 2']],
    ['P,Q,P', ['unknown-agent P 2', 'unknown-agent Q 2']],
    ['P,Q,Q', ['unknown-agent P 2', 'unknown-agent Q 2']],
    ['P,Q,S', ['unknown-agent P 2', 'unknown-agent Q 2', 'unknown-agent S 2']],
    ['P,,', ['unknown-agent P 2']],
  ])('that names %s says once of each who is unknown', (agents, expected) => {
    const warnings = said(validate(`${HEAD}56912345678,${agents}\n`, { ...whatsapp, team: {} }));
    expect(warnings.filter((text) => text.startsWith('unknown'))).toEqual(expected);
  });

  it('that names somebody who is known says nothing of them', () => {
    const team = { P: {}, S: {} } as unknown as Team;
    expect(said(validate(HEAD + ROW, { ...whatsapp, team }))).toEqual(['unknown-agent Q 2']);
  });

  it('is bad for any one agent whom a spreadsheet ruined', () => {
    expect(problems(`${HEAD}56912345678,=P,Q,S\n`)).toEqual(['2 Ejecutivo formula']);
    expect(problems(`${HEAD}56912345678,P,=Q,S\n`)).toEqual(['2 Ejecutivo de Respaldo formula']);
    expect(problems(`${HEAD}56912345678,P,Q,=S\n`)).toEqual(['2 Supervisor de Respaldo formula']);
  });

  it('may name an agent with quotes, and with a sign that begins nothing', () => {
    expect(validate(`${HEAD}56912345678,"Ana ""#1""","b@x ""y""",S=\n`, whatsapp)).toMatchObject({ ok: true });
  });

  it('is shown whole up to 60 characters', () => {
    expect(refused(`${HEAD}${'x'.repeat(60)},P\n`).problems[0]?.value).toBe('x'.repeat(60));
  });

  it('with an address is of no country, whatever the numbers of the policy say', () => {
    const phones = { country: 'CL', digitsOf: () => null, isAmbiguous: () => true };
    const validation = validate(`${HEAD}ana@example.com,P,Q,S\n`, { ...email, policy: policy({ phones }) });
    expect(validation.ok && said(validation)).toEqual([]);
  });

  it('that contradicts another is to blame where conflicts are refused, and only there', () => {
    const text = `${HEAD}${ROW}56912345678,Z,Q,S\nx,P,Q,S\n`;
    expect(problems(text)).toEqual([
      '3 Identificador de Usuario conflicting-duplicate',
      '4 Identificador de Usuario not-a-phone',
    ]);
    expect(problems(text, lastWins)).toEqual(['4 Identificador de Usuario not-a-phone']);
  });
});

describe('what is seen of the rows', () => {
  it.each([
    [ROW, whatsapp, 'none'],
    ['', whatsapp, 'none'],
    [ROW + ROW, whatsapp, 'equal'],
    [`${ROW}56912345678,Z,Q,S\n`, whatsapp, 'conflicting'],
    [`${ROW}56912345678,Z,Q,S\n`, lastWins, 'last-counts'],
  ] as const)('%j: repetitions %#', (rows, options, repetitions) => {
    expect(validate(HEAD + rows, options).content).toMatchObject({ repetitions });
  });
});

describe('numbers of an unusual length', () => {
  const rows = (usual: number, count: number, ...others: readonly number[]): string => {
    const lengths = [...Array.from({ length: count }, () => usual), ...others];
    return HEAD + lengths.map((length, index) => `${String(index + 100).padEnd(length, '5')},P,Q,S\n`).join('');
  };
  const unusual = (text: string): readonly string[] => said(validate(text, whatsapp));

  it('are pointed out where nine of ten are alike', () => {
    expect(unusual(rows(11, 18, 9, 9))).toEqual(['unusual-length 9 20,21']);
    expect(unusual(rows(11, 17, 9, 9, 9))).toEqual([]);
  });

  it('are pointed out among twenty numbers or more', () => {
    expect(unusual(rows(11, 19, 9))).toEqual(['unusual-length 9 21']);
    expect(unusual(rows(11, 18, 9))).toEqual([]);
    expect(unusual(rows(11, 9, 9))).toEqual([]);
  });

  it('are pointed out where the usual one is the longest that there may be', () => {
    expect(unusual(rows(15, 19, 14))).toEqual(['unusual-length 14 21']);
  });

  it('are listed by their lines, ascending', () => {
    const lines = Array.from({ length: 40 }, (_, index) => 402 + index);
    expect(unusual(rows(11, 400, ...lines.map(() => 9)))).toEqual([`unusual-length 9 ${lines.join()}`]);
  });
});

describe('what an upload is told of a validation', () => {
  it('counts each bad line once, and every one', () => {
    expect(faultsOf(validate(`${HEAD}x,,Q,S\ny,P,Q,S\n${ROW}`, whatsapp))).toEqual({ badRows: 2, conflicts: 0 });
    expect(faultsOf(validate(`${HEAD}${ROW}56912345678,Z,Q,S\nx,,Q,S\n`, whatsapp))).toEqual({
      badRows: 1,
      conflicts: 1,
    });
    expect(faultsOf(validate(`${HEAD}${ROW}56912345678,Z,Q,S\n`, whatsapp))).toEqual({ badRows: 0, conflicts: 1 });
    // As a whole: by who uploads it, by what is between its cells, by its quotes.
    const separated = 'Identificador de Usuario;Ejecutivo\n';
    for (const validation of [
      validate(HEAD, { ...whatsapp, by: 'agent' }),
      validate(separated, whatsapp),
      validate(`${HEAD}"`, whatsapp),
      validate(`${HEAD}"x`, whatsapp),
    ]) {
      expect(faultsOf(validation)).toEqual({ badRows: 1, conflicts: 0 });
    }
  });
});

describe('rows from elsewhere', () => {
  it('are not looked at where nobody but an administrator may upload them', () => {
    const rows = (function* () {
      yield { client: 'x', main: '' };
      throw new Error('they were looked at');
    })();
    expect(validateRows(rows, { ...whatsapp, by: 'agent' })).toMatchObject({
      code: 'not-admin',
      content: null,
      problems: [],
      warnings: [],
      headings: [],
      suggestion: null,
    });
  });

  it('have no headings', () => {
    expect(validateRows([{ client: 'x', main: 'P' }], whatsapp)).toMatchObject({ ok: false, headings: [] });
    expect(refused(HEAD, { ...whatsapp, fileName: 'a.xlsx' }).headings).toEqual([]);
  });
});

describe('a report', () => {
  const options = { lang: 'en', byteOrderMark: false } as const;

  it('names whom a warning is about', () => {
    const lines = reportCsv(validate(HEAD + ROW, { ...whatsapp, team: {} }), options).split('\r\n');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 5))).toEqual([
      ['Warning', '2', '', 'P', 'unknown-agent'],
      ['Warning', '2', '', 'Q', 'unknown-agent'],
      ['Warning', '2', '', 'S', 'unknown-agent'],
    ]);
  });

  it('leaves a cell as it is that only holds a line break', () => {
    expect(reportCsv(validateRows([{ client: 'a\n b', main: 'P' }], email), options)).toContain(',"a\n b",');
  });
});

describe('tables and machines', () => {
  it('say what becomes of a client, row by row: who has the conversation keeps it, then L3, L16, L17', () => {
    expect(table.rows.map(({ then }) => then)).toEqual([
      'keep',
      'not-in-portfolio',
      'main',
      'backup',
      'supervisor',
      'nobody',
    ]);
  });

  it('have the names by which errors call them', () => {
    expect([flow.name, configurationFlow.name]).toEqual(['routing', 'routing/configuration']);
  });
});

describe('the door', () => {
  it.each([undefined, 7, 'x', true])('refuses a team that is %j', (team) => {
    expect(problemsOf(door.read(door.teamSchema, team))).toEqual([['', 'a record']]);
  });

  it.each([-1, 0.5, '3', Number.NaN])('takes no %j for a number of rows', (badRows) => {
    const event = { type: 'validate', id: 'a', at: 0, badRows, conflicts: 0 };
    expect(problemsOf(door.read(door.eventSchema, event))).toEqual([['badRows', 'a number of rows, 0 or more']]);
  });

  it('takes numbers of one length alone', () => {
    expect(door.read(door.policySchema, { phoneDigits: { min: 9, max: 9 } })).toMatchObject({
      ok: true,
      value: { phoneDigits: { min: 9, max: 9 } },
    });
  });

  it('names the client of a stored portfolio by its place, whatever that is', () => {
    const clients = Array.from({ length: 11 }, (_, index) => [`${56_912_345_600 + index}`, 'P', null, null, 0]);
    clients[10] = ['x', 'P', null, null, 0];
    const account = { account: 'wa-1', kind: 'whatsapp', uploadedAt: 0, replacedAt: null, clients };
    expect(problemsOf(door.read(door.portfolioSchema, { version: 1, accounts: [account] }))).toEqual([
      ['accounts[0].clients[10][0]', 'a phone number, normalised: digits only'],
    ]);
  });

  it('says of issues of its own what zod calls them: custom', () => {
    const lost: unknown = JSON.parse('{ "__proto__": {} }');
    const upload = { version: 1, stage: 'IDLE', account: 'wa-1', kind: null, fileName: null, seen: [] };
    const [on, off] = [true, false].map((enabled) => ({ enabled, modes: {} }));
    const configuration = { version: 1, user: 'a', stage: 'SAVED', saved: on, shown: off, seen: [] };
    const results = [
      door.teamSchema.safeParse(lost),
      door.stateSchema.safeParse(upload),
      door.configurationSchema.safeParse(configuration),
      door.portfolioSchema.safeParse({ version: 2, accounts: [] }),
    ];
    for (const { error } of results) expect(error?.issues.map(({ code }) => code)).toEqual(['custom']);
  });
});
