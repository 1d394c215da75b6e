import type { AccountKind } from './identifier.js';

/** Which column of a file holds what: its headings as they are written there. */
export interface Mapping {
  /** "Identificador de Usuario*": the phone number or address of the client. */
  readonly client: string;
  /** "Ejecutivo*": the id of the main agent. */
  readonly main: string;
  /** "Ejecutivo de Respaldo"; absent: the column of that name, if the file has one; `null`: none. */
  readonly backup?: string | null;
  /** "Supervisor de Respaldo"; absent: the column of that name, if the file has one; `null`: none. */
  readonly supervisor?: string | null;
}

/** Something that a column is for: an option of the screen on which a file is uploaded. */
export type Option = keyof Mapping;

/** A mapping, as far as one could be thought of. What it leaves out goes by the headings of the template. */
export type Suggestion = Partial<Mapping>;

/** Why a heading cannot be mapped. */
export type HeadingFault = 'no-column' | 'two-columns' | 'column-used-twice';

/** The columns that are read. */
export interface Columns {
  /** As they are written, blanks around them apart. */
  readonly headings: readonly string[];
  /** By their place; -1: the file has none. */
  readonly places: Readonly<Record<Option, number>>;
  readonly faults: readonly { readonly heading: string; readonly code: HeadingFault }[];
  /** Headings that look like a backup or a supervisor, and that nobody reads. */
  readonly unread: readonly string[];
}

const options = ['client', 'main', 'backup', 'supervisor'] as const satisfies readonly Option[];

/** The names of the template: L26, and for what the manual leaves to an image, the format of the cases. */
const usual = {
  client: 'Identificador de Usuario',
  main: 'Ejecutivo',
  backup: 'Ejecutivo de Respaldo',
  supervisor: 'Supervisor de Respaldo',
} as const satisfies Mapping;

/** The asterisk marks an option that is required, and is no part of its name (RT-16). */
function nameOf(heading: string): string {
  return heading.trim().replace(/\*$/, '').trim();
}

/**
 * Finds the columns by their headings, letter for letter, but for blanks around them and a trailing asterisk. A heading
 * that is needed and not there, that stands over two columns, or that is named for two options, is a fault.
 *
 * Source: direct-assignment L26.
 */
export function columnsOf(headings: readonly string[], kind: AccountKind, mapping: Suggestion = {}): Columns {
  const names = headings.map(nameOf);
  const places: Record<Option, number> = { client: -1, main: -1, backup: -1, supervisor: -1 };
  const faults: Columns['faults'][number][] = [];
  for (const [option, heading] of wanted(names, mapping)) {
    const name = nameOf(heading);
    const place = names.indexOf(name);
    if (place === -1) faults.push({ heading, code: 'no-column' });
    else if (names.includes(name, place + 1)) faults.push({ heading, code: 'two-columns' });
    else if (Object.values(places).includes(place)) faults.push({ heading, code: 'column-used-twice' });
    places[option] = place;
  }
  const trimmed = headings.map((heading) => heading.trim());
  const read = Object.values(places).map((place) => trimmed[place]);
  const suggestion = suggestMapping(headings, kind);
  const unread = (['backup', 'supervisor'] as const).flatMap((option) => {
    const heading = suggestion[option] ?? null;
    const isMissed = places[option] === -1 && mapping[option] !== null && heading !== null && !read.includes(heading);
    return isMissed ? [heading] : [];
  });
  return { headings: trimmed, places, faults, unread };
}

/** The headings to look for. A usual name is none of them where the caller names it for something else. */
function wanted(names: readonly string[], mapping: Suggestion): readonly (readonly [Option, string])[] {
  const named = options.map((option) => nameOf(mapping[option] ?? ''));
  return options.flatMap((option) => {
    const heading = mapping[option];
    if (heading === null) return [];
    if (heading !== undefined) return [[option, heading] as const];
    const isNeeded = option === 'client' || option === 'main';
    const isThere = names.includes(usual[option]) && !named.includes(usual[option]);
    return isNeeded || isThere ? [[option, usual[option]] as const] : [];
  });
}

/** The mapping that columns without faults amount to. */
export function mappingOf({ headings, places }: Columns): Mapping {
  const at = (place: number): string | null => headings[place] ?? null;
  return {
    client: headings[places.client] as string,
    main: headings[places.main] as string,
    backup: at(places.backup),
    supervisor: at(places.supervisor),
  };
}

const PHONE = /\b(telefonos?|fonos?|celular(es)?|movil(es)?|whatsapp|phones?|mobile|numeros?|number)\b/;
const ADDRESS = /\b(correos?|e ?mails?|mails?)\b/;
const PERSON = /\b(identificador|identifier|id|cliente|client|customer|usuario|user|contacto|contact)\b/;

const SUPERVISOR =
  /\b(supervisor|supervisora|jefe|jefa|jefatura|encargad[oa]|manager|team lead(er)?|coordinador|coordinadora)\b/;
const BACKUP = /\b(respaldo|backup|reemplazo|suplente|substitute|stand in)\b/;
const AGENT =
  /\b(ejecutiv[oa]|vendedor|vendedora|agente|asesor|asesora|agent|owner|seller|salesperson|executive|advisor)\b/;
const MAIN = /\b(principal|main|responsable)\b/;

/** What headings are known by, the surest first. Options that are named more narrowly choose before the others. */
const signs: Readonly<Record<AccountKind, readonly (readonly [Option, readonly RegExp[]])[]>> = {
  whatsapp: [
    ['supervisor', [SUPERVISOR]],
    ['backup', [BACKUP]],
    ['main', [AGENT, MAIN]],
    ['client', [PHONE, PERSON, ADDRESS]],
  ],
  email: [
    ['supervisor', [SUPERVISOR]],
    ['backup', [BACKUP]],
    ['main', [AGENT, MAIN]],
    ['client', [ADDRESS, PERSON, PHONE]],
  ],
};

/**
 * Thinks of a mapping by Spanish and English headings, whatever their case, accents and marks. It is never applied by
 * itself: somebody confirms it, and gives it as `mapping`.
 *
 * @param kind which of a phone number and an address is wanted, where a file has both.
 */
export function suggestMapping(headings: readonly string[], kind: AccountKind): Suggestion {
  const words = headings.map(wordsOf);
  const suggestion: { -readonly [O in Option]?: string } = {};
  for (const [option, tests] of signs[kind]) {
    const places = tests.map((sign) => words.findIndex((text) => sign.test(text)));
    const place = places.find((found) => found !== -1);
    if (place === undefined) continue;
    suggestion[option] = (headings[place] as string).trim();
    // A column is for one option only.
    words[place] = '';
  }
  return suggestion;
}

function wordsOf(heading: string): string {
  const plain = heading.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, ' ');
}
