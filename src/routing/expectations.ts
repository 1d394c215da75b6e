import type { Sentence } from '../kernel/decision.js';
import type { HeadingFault } from './headings.js';
import type { AccountKind, IdentifierFault } from './identifier.js';
import type { Delimiter, Policy } from './policy.js';
import type { RefusalCode } from './verdict.js';

/** What is wrong with a row, a heading, or the text of a file. */
export type ProblemCode =
  | IdentifierFault
  | HeadingFault
  | 'no-main'
  | 'conflicting-duplicate'
  | 'broken-quotes'
  | 'endless-row'
  | 'mixed-encoding';

/** What is accepted, and should be looked at all the same. */
export type WarningCode =
  | 'no-backup'
  | 'no-supervisor'
  | 'unknown-agent'
  | 'main-is-backup'
  | 'duplicate'
  | 'last-row-counts'
  | 'extra-cells'
  | 'same-person'
  | 'unusual-length'
  | 'ambiguous-country'
  | 'unread-column'
  | 'no-rows';

type Sentences<Code extends string> = Readonly<Record<Code, Sentence>>;

/** What each kind of account is told about an identifier. */
const clients: Readonly<Record<AccountKind, Sentences<'missing' | 'wrong-kind'>>> = {
  whatsapp: {
    missing: {
      es: 'Falta el teléfono del cliente: escríbalo o elimine la fila.',
      en: "The client's phone number is missing: write it, or remove the row.",
    },
    'wrong-kind': {
      es: 'Es un correo, y la cuenta es de WhatsApp: escriba el teléfono del cliente o elimine la fila.',
      en: "This is an e-mail address in a WhatsApp account: write the client's phone number, or remove the row.",
    },
  },
  email: {
    missing: {
      es: 'Falta el correo del cliente: escríbalo o elimine la fila.',
      en: "The client's e-mail address is missing: write it, or remove the row.",
    },
    'wrong-kind': {
      es: 'Es un teléfono, y la cuenta es de Email: escriba el correo del cliente o elimine la fila.',
      en: "This is a phone number in an Email account: write the client's e-mail address, or remove the row.",
    },
  },
};

const problems: Sentences<Exclude<ProblemCode, 'missing' | 'wrong-kind' | 'too-short' | 'too-long'>> = {
  'scientific-notation': {
    es: 'La planilla abrevió el número y perdió dígitos: dé a la columna formato de texto y escríbalo de nuevo.',
    en: 'The spreadsheet has shortened the number and lost digits: format the column as text and type it again.',
  },
  'saved-as-decimal': {
    es: 'La planilla guardó el número con decimales: dé a la columna formato de texto y quite lo que sigue a la coma o al punto.',
    en: 'The spreadsheet has saved the number as a decimal: format the column as text and remove the point and what follows it.',
  },
  formula: {
    es: 'La celda tiene una fórmula: reemplácela por su valor.',
    en: 'The cell holds a formula: replace it by its value.',
  },
  'spreadsheet-error': {
    es: 'La celda muestra un error de la planilla: ensanche la columna o corrija la fórmula, y escriba el valor.',
    en: 'The cell shows an error of the spreadsheet: widen the column or mend the formula, and write the value.',
  },
  apostrophe: {
    es: 'El apóstrofo con que la planilla marca los textos quedó dentro de la celda: bórrelo.',
    en: 'The apostrophe by which a spreadsheet marks texts was left in the cell: delete it.',
  },
  'stray-quote': {
    es: 'Hay comillas sueltas en la celda: bórrelas.',
    en: 'There is a stray quotation mark in the cell: delete it.',
  },
  'control-character': {
    es: 'Hay un salto de línea u otro carácter que no se ve dentro de la celda: bórrelo.',
    en: 'There is a line break, or another character that cannot be seen, in the cell: delete it.',
  },
  truncated: {
    es: 'La planilla reemplazó los últimos dígitos por ceros: dé a la columna formato de texto y escriba el número de nuevo.',
    en: 'The spreadsheet has put zeros in place of the last digits: format the column as text and type the number again.',
  },
  'not-a-phone': {
    es: 'Se espera un teléfono: dígitos, con el código del país, sin letras.',
    en: 'A phone number is expected: digits, with the country code, no letters.',
  },
  'not-in-use': {
    es: 'Ningún teléfono posible se escribe así: revise los dígitos y el código del país.',
    en: 'No possible phone number is written like this: check the digits and the country code.',
  },
  'not-an-email': {
    es: 'Se espera un correo, como ana@ejemplo.com.',
    en: 'An e-mail address is expected, as ana@example.com.',
  },
  'no-main': {
    es: 'Falta el ejecutivo principal: escríbalo o elimine la fila.',
    en: 'The main agent is missing: write who it is, or remove the row.',
  },
  'conflicting-duplicate': {
    es: 'Una fila anterior da este cliente a otras personas: deje una sola de las dos.',
    en: 'An earlier row gives this client to other people: leave only one of the two.',
  },
  'broken-quotes': {
    es: 'Las comillas que se abren en esta línea no se cierran bien, o la fila no termina: ciérrelas o bórrelas.',
    en: 'The quotation mark opened in this line is not closed as it should be, or the row never ends: close it or delete it.',
  },
  'endless-row': {
    es: 'La fila que empieza en esta línea no termina, o faltan los títulos: revise que el archivo sea de celdas separadas.',
    en: 'The row that begins on this line does not end, or there are no headings: check that the file holds separated cells.',
  },
  'mixed-encoding': {
    es: 'Desde esta línea hay letras que no se pueden leer: guarde el archivo de nuevo como CSV UTF-8.',
    en: 'From this line on there are letters that cannot be read: save the file again as CSV UTF-8.',
  },
  'no-column': {
    es: 'No hay una columna con este título: corrija el título o indique qué columna es.',
    en: 'No column has this heading: correct the heading, or say which column it is.',
  },
  'two-columns': {
    es: 'Dos columnas tienen este título: cambie el de una de ellas.',
    en: 'Two columns have this heading: change that of one of them.',
  },
  'column-used-twice': {
    es: 'La misma columna se indicó para dos cosas: elija otra para una de ellas.',
    en: 'The same column was given for two things: choose another one for one of them.',
  },
};

/** What is expected in place of each problem, in an account of a kind. Made once for a file, shared by its rows. */
export function expectations(kind: AccountKind, { phoneDigits }: Policy): Sentences<ProblemCode> {
  const { min, max } = phoneDigits;
  const length: Sentence = {
    es: `Un teléfono tiene de ${min} a ${max} dígitos, con el código del país: revise si falta o sobra alguno.`,
    en: `A phone number has ${min} to ${max} digits, country code included: check whether some are missing or too many.`,
  };
  return { ...problems, ...clients[kind], 'too-short': length, 'too-long': length };
}

/** What a file that is refused should have been. */
export const refusals: Sentences<RefusalCode> = /* @__PURE__ */ Object.freeze({
  'not-admin': {
    es: 'Solo un administrador puede cargar la asignación directa.',
    en: 'Only an administrator may upload direct assignments.',
  },
  'not-csv': {
    es: 'Se espera un archivo .csv: en la planilla, descárguelo como «valores separados por coma (.csv)».',
    en: 'A .csv file is expected: in the spreadsheet, download it as "comma separated values (.csv)".',
  },
  'column-mapping': {
    es: 'Cada opción con asterisco necesita su columna: use los títulos de la plantilla, o confirme qué columna es cada una.',
    en: 'Each option with an asterisk needs its column: use the headings of the template, or confirm which column is which.',
  },
  malformed: {
    es: 'El texto del archivo está dañado desde la línea indicada: corríjalo y súbalo de nuevo.',
    en: 'The text of the file is damaged from the line given: mend it, and upload it again.',
  },
  'empty-file': {
    es: 'El archivo no tiene filas, y reemplazar la cartera por nada la borraría: súbalo con sus clientes.',
    en: 'The file has no rows, and to replace the portfolio by nothing would wipe it: upload it with its clients.',
  },
  'identifier-mismatch': {
    es: 'No se cargó ninguna fila: corrija o elimine las filas indicadas y suba el archivo de nuevo.',
    en: 'No row was loaded: mend or remove the rows listed, and upload the file again.',
  },
  'conflicting-duplicate': {
    es: 'No se cargó ninguna fila: el archivo da un mismo cliente a personas distintas. Deje una fila por cliente.',
    en: 'No row was loaded: the file gives one client to different people. Leave one row for each client.',
  },
});

const spelled: Readonly<Record<Delimiter, string>> = { ',': "','", ';': "';'", '\t': String.raw`'\t'` };

/** What a file should have been whose headings would be found between other delimiters than the policy allows. */
export function otherDelimiter(delimiter: Delimiter, allowed: readonly Delimiter[]): Sentence {
  const option = `policy({ delimiters: [${[...allowed, delimiter].map((each) => spelled[each]).join(', ')}] })`;
  const expected = allowed.map((each) => spelled[each]).join(', ');
  return {
    es: `Las celdas están separadas por ${spelled[delimiter]}, y se espera ${expected}: descargue la hoja como «valores separados por coma (.csv)», o admita ese separador con la opción ${option} de pauta.`,
    en: `The cells are separated by ${spelled[delimiter]}, and ${expected} is expected: download the sheet as "comma separated values (.csv)", or allow that separator with the option ${option} of pauta.`,
  };
}

/** What each warning asks to look at. */
export const notes: Sentences<WarningCode> = /* @__PURE__ */ Object.freeze({
  'no-backup': {
    es: 'Sin ejecutivo de respaldo: si el principal no está, el cliente pasa al supervisor, si lo hay.',
    en: 'No backup agent: when the main agent is away, the client goes to the supervisor, if there is one.',
  },
  'no-supervisor': {
    es: 'Sin supervisor de respaldo: si no está ningún ejecutivo, nadie recibe al cliente.',
    en: 'No backup supervisor: when no agent is there, nobody takes the client.',
  },
  'unknown-agent': {
    es: 'No es un usuario conocido: no recibirá clientes hasta que exista.',
    en: 'This is no known user: no client will reach them until they exist.',
  },
  'main-is-backup': {
    es: 'El ejecutivo principal es también su propio respaldo: si falta, el cliente pasa al supervisor, si lo hay.',
    en: 'The main agent is their own backup: when they are away, the client goes to the supervisor, if there is one.',
  },
  duplicate: {
    es: 'El cliente aparece varias veces con las mismas personas: cuenta una vez.',
    en: 'The client stands there several times with the same people: counted once.',
  },
  'last-row-counts': {
    es: 'El cliente aparece varias veces con personas distintas: cuenta la última fila.',
    en: 'The client stands there several times with different people: the last row counts.',
  },
  'extra-cells': {
    es: 'La fila tiene más celdas que títulos: puede haber un separador de más.',
    en: 'The row has more cells than there are headings: there may be a separator too many.',
  },
  'same-person': {
    es: 'Son dos formas de escribir el número de una misma persona: cuentan como dos clientes.',
    en: "These are two ways to write one person's number: they count as two clients.",
  },
  'unusual-length': {
    es: 'Casi todos los números tienen otra cantidad de dígitos: puede faltar el código del país, un cero inicial o algún dígito.',
    en: 'Nearly all numbers have another count of digits: a country code, a leading zero or digits may be missing.',
  },
  'ambiguous-country': {
    es: 'Se leyó como número del país, y también podría ser de otro: escríbalo con + y el código del país.',
    en: 'This was read as a number of the country, and could be one of another: write it with + and the country code.',
  },
  'unread-column': {
    es: 'Nadie lee esta columna: si es la de respaldo o la de supervisor, use el título de la plantilla o indíquela.',
    en: 'Nobody reads this column: if it is that of the backup or the supervisor, use the heading of the template or map it.',
  },
  'no-rows': {
    es: 'El archivo no tiene filas: no cambia nada.',
    en: 'The file has no rows: it changes nothing.',
  },
});
