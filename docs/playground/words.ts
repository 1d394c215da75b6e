import type { System } from 'pauta/catalogue';
import { wordsOf, type Lang } from 'pauta/render';
import type { Json } from 'pauta/spec';
import { en } from './words.en.js';
import { es } from './words.es.js';

/** What a playground says in one language: what is missing in Spanish does not compile. */
export type Words = {
  readonly [Part in keyof typeof en]: { readonly [Name in keyof (typeof en)[Part]]: string };
};

const languages: Readonly<Record<Lang, Words>> = { es, en };

/** What the page itself says. */
export function pageWords(lang: Lang): Words['page'] {
  return languages[lang].page;
}

/** A question of a system; its name where nobody has put it into words. */
export function questionLabel(lang: Lang, system: System, decision: string): string {
  return named(languages[lang].questions, `${system}/${decision}`) ?? decision;
}

/**
 * A field of what is given, or of a policy; its name where nobody has put it into words. `within`: the field that it
 * is a part of, for names that say another thing there.
 */
export function fieldLabel(lang: Lang, system: System, name: string, isPolicy: boolean, within = ''): string {
  const { fields } = languages[lang];
  const ours = named(fields, `${within}.${name}`) ?? named(fields, name);
  return (isPolicy ? named(wordsOf(lang, system).policy, name) : undefined) ?? ours ?? name;
}

/** A value of a closed list; the value itself where nobody has put it into words. */
export function valueLabel(lang: Lang, system: System, field: string, value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return (
    stepLabel(lang, system, field, text) ??
    named(languages[lang].values, `${field}=${text}`) ??
    named(languages[lang].values, text) ??
    text
  );
}

/** The stages and events of machines are called as the library calls them. */
function stepLabel(lang: Lang, system: System, field: string, value: string): string | undefined {
  const machines = Object.values(wordsOf(lang, system).machines);
  if (field === 'state') return machines.map(({ stages }) => named(stages, value)).find((label) => label !== undefined);
  if (field === 'event') return machines.map(({ events }) => named(events, value)).find((label) => label !== undefined);
  return undefined;
}

function named(words: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}
