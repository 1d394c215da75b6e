import { describe, expect, it } from 'vitest';
import { policy, type RefusalCode } from 'pauta/routing';
import {
  validate,
  type ProblemCode,
  type ReadingOptions,
  type Refused,
  type Validation,
  type WarningCode,
} from 'pauta/routing/csv';
import { phonesIn } from 'pauta/routing/phones';

const HEAD = 'Identificador de Usuario,Ejecutivo,Ejecutivo de Respaldo,Supervisor de Respaldo\n';
const whatsapp: ReadingOptions = { account: 'wa-1', kind: 'whatsapp' };
const email: ReadingOptions = { account: 'mail-1', kind: 'email' };
const brazil: ReadingOptions = { ...whatsapp, policy: policy({ phones: phonesIn('BR') }) };

type Example = readonly [source: string | Uint8Array, options?: ReadingOptions];

const row = (client: string): Example => [`${HEAD}${client},P,Q,S\n`];
const mail = (client: string): Example => [`${HEAD}${client},P,Q,S\n`, email];

/** For each thing that can be wrong with a row, a heading or a text: files of which it is said. */
const problems: Readonly<Record<ProblemCode, readonly Example[]>> = {
  missing: [row(''), mail('')],
  'wrong-kind': [row('ana@example.com'), mail('56912345678')],
  'scientific-notation': [row('5.69E+10')],
  'saved-as-decimal': [row('56912345678.0')],
  formula: [row('=1+1')],
  'spreadsheet-error': [row('#N/A')],
  apostrophe: [row("'56912345678")],
  'stray-quote': [row('5691"2345678')],
  'control-character': [[`${HEAD}56912345678,"P\nQ",Q,S\n`]],
  'too-short': [
    row('1234567'),
    [`${HEAD}12,P\n`, { ...whatsapp, policy: policy({ phoneDigits: { min: 3, max: 4 } }) }],
  ],
  'too-long': [row('5691234567890123')],
  truncated: [row('569123456789012000')],
  'not-in-use': [[`${HEAD}+15555555555,P\n`, brazil]],
  'not-a-phone': [row('Juan')],
  'not-an-email': [mail('Juan')],
  'no-main': [[`${HEAD}56912345678,,Q,S\n`]],
  'conflicting-duplicate': [[`${HEAD}56912345678,P,Q,S\n56912345678,Z,Q,S\n`]],
  'broken-quotes': [[`${HEAD}56912345678,"P\n`]],
  'endless-row': [[',\n'.repeat(2 ** 19)]],
  'mixed-encoding': [[Uint8Array.of(0xff), { ...whatsapp, encoding: 'utf-8' }]],
  'no-column': [['Correo,Ejecutivo\n']],
  'two-columns': [['Identificador de Usuario,Ejecutivo,Ejecutivo*\n']],
  'column-used-twice': [['A,B\n', { ...whatsapp, mapping: { client: 'A', main: 'A' } }]],
};

const spelled = { ...whatsapp, policy: policy({ samePerson: 'recognised' }) };
const lastWins = { ...whatsapp, policy: policy({ duplicateConflict: 'last-wins' }) };
const many = Array.from({ length: 19 }, (_, index) => `569123456${index + 10},P,Q,S\n`).join('');

const warnings: Readonly<Record<WarningCode, Example>> = {
  'no-backup': [`${HEAD}56912345678,P,,S\n`],
  'no-supervisor': [`${HEAD}56912345678,P,Q,\n`],
  'unknown-agent': [`${HEAD}56912345678,P,Q,S\n`, { ...whatsapp, team: {} }],
  'main-is-backup': [`${HEAD}56912345678,P,P,S\n`],
  duplicate: [`${HEAD}56912345678,P,Q,S\n56912345678,P,Q,S\n`],
  'last-row-counts': [`${HEAD}56912345678,P,Q,S\n56912345678,Z,Q,S\n`, lastWins],
  'extra-cells': [`${HEAD}56912345678,P,Q,S,T\n`],
  'same-person': [`${HEAD}5215512345678,P,Q,S\n525512345678,P,Q,S\n`, spelled],
  'unusual-length': [`${HEAD}${many}912345678,P,Q,S\n`],
  'ambiguous-country': [`${HEAD}56 2 2164 8013,P,Q,S\n`, brazil],
  'unread-column': ['Identificador de Usuario,Ejecutivo,Jefatura\n56912345678,P,S\n'],
  'no-rows': [HEAD],
};

const refusals: Readonly<Record<RefusalCode, Example>> = {
  'not-admin': [HEAD, { ...whatsapp, by: 'agent' }],
  'not-csv': [HEAD, { ...whatsapp, fileName: 'a.xlsx' }],
  'column-mapping': ['Correo,Quien\n'],
  malformed: [`${HEAD}56912345678,"P\n`],
  'empty-file': [HEAD, { ...whatsapp, mode: 'replace' }],
  'identifier-mismatch': row('Juan'),
  'conflicting-duplicate': [`${HEAD}56912345678,P,Q,S\n56912345678,Z,Q,S\n`],
};

const of = ([source, options = whatsapp]: Example): Validation => validate(source, options);

function refused(example: Example): Refused {
  const validation = of(example);
  if (validation.ok) throw new Error(`accepted: ${JSON.stringify(example).slice(0, 99)}`);
  return validation;
}

const all = <Code extends string, Value>(record: Readonly<Record<Code, Value>>): readonly [Code, Value][] =>
  Object.entries(record) as [Code, Value][];

// They are kept as a file, to be read aloud when one of them is changed: npx vitest run test/routing.expectations.test.ts -u
describe.each(['es', 'en'] as const)('what an upload is told, in %s', (lang) => {
  it('stands in a file: of each thing that is wrong what to do, of each warning what to look at', async () => {
    const ofProblems = all(problems).flatMap(([code, examples]) =>
      examples.map((example) => {
        const found = refused(example).problems.find((problem) => problem.code === code);
        return `${code} (${example[1]?.kind ?? 'whatsapp'}): ${found?.expected[lang]}`;
      }),
    );
    const ofWarnings = all(warnings).map(([code, example]) => {
      const found = of(example).warnings.find((warning) => warning.code === code);
      return `${code}: ${found?.note[lang]}`;
    });
    const ofRefusals = all(refusals).map(([code, example]) => {
      const found = refused(example);
      expect(found.code).toBe(code);
      return `${code}: ${found.expected[lang]}`;
    });
    const told = [...ofProblems, ...ofWarnings, ...ofRefusals];
    for (const line of told) expect(line).toMatch(/: \p{Lu}.*\.$/u);
    const chapters = { problems: ofProblems, warnings: ofWarnings, refusals: ofRefusals };
    const text = Object.entries(chapters).map(([title, lines]) => `# ${title}\n${lines.join('\n')}\n`);
    await expect(text.join('\n')).toMatchFileSnapshot(`./told/uploads.${lang}.txt`);
  });
});

describe('a file with another separator', () => {
  it('is told which was seen, which are expected, and the option that allows it', () => {
    const text = 'Identificador de Usuario\tEjecutivo\n56912345678\tP\n';
    const both = policy({ delimiters: [',', ';'] });
    expect(refused([text, { ...whatsapp, policy: both }]).expected).toEqual({
      es: String.raw`Las celdas están separadas por '\t', y se espera ',', ';': descargue la hoja como «valores separados por coma (.csv)», o admita ese separador con la opción policy({ delimiters: [',', ';', '\t'] }) de pauta.`,
      en: String.raw`The cells are separated by '\t', and ',', ';' is expected: download the sheet as "comma separated values (.csv)", or allow that separator with the option policy({ delimiters: [',', ';', '\t'] }) of pauta.`,
    });
  });
});
