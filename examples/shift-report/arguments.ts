import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { kernel } from 'pauta';
import { policySchema, read } from 'pauta/requirement/schema';
import { instantOf } from './formats.js';
import { isFolder } from './read.js';
import { sampleAccount, sampleAt, sampleFolder } from './sample/present.js';
import { languages, type Language } from './when.js';
import { wordsIn } from './words.js';

export type Option = 'data' | 'account' | 'at' | 'zone' | 'lang' | 'json' | 'width' | 'help';

/** What was asked for. */
export interface Arguments {
  readonly folder: string;
  /** The one whose clients are in the portfolio. */
  readonly account: string;
  readonly at: kernel.Instant;
  readonly zone: string;
  readonly language: Language;
  readonly isJson: boolean;
  /** `null`: as wide as the terminal. */
  readonly width: number | null;
  readonly wantsHelp: boolean;
}

export const NARROWEST = 40;
const WIDEST = 1_000;

const options = {
  data: { type: 'string' },
  account: { type: 'string' },
  at: { type: 'string' },
  zone: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  width: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Record<Option, { readonly type: 'string' | 'boolean'; readonly short?: string }>;

/** Reads the arguments, or says everything that is wrong with them, in the language asked for. */
export function readArguments(given: readonly string[], present: () => kernel.Instant): Arguments | readonly string[] {
  // Not strict: that would stop at the first fault, and say it in English.
  const { tokens } = parseArgs({ args: [...given], options, strict: false, allowPositionals: true, tokens: true });
  const asked = new Map<string, string | true>();
  for (const token of tokens) if (token.kind === 'option') asked.set(token.name, token.value ?? true);

  const language = languages.find((known) => known === asked.get('lang')) ?? 'es';
  const words = wordsIn(language);
  const faults: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional')
      faults.push(words.saw(token.value, JSON.stringify(token.value), words.noValueWanted));
    else if (token.kind === 'option' && !(token.name in options)) {
      faults.push(words.saw(token.rawName, JSON.stringify(token.rawName), words.noSuchOption));
    }
  }

  /** The value of an option; `undefined`: not given, or not as it should be, which is noted. */
  function valueOf<T>(option: Option, understand: (text: string) => T | null): T | undefined {
    const text = asked.get(option);
    if (text === undefined) return undefined;
    const value = text === true ? null : understand(text);
    if (value !== null) return value;
    faults.push(words.saw(`--${option}`, text === true ? null : JSON.stringify(text), words.options[option]));
    return undefined;
  }

  function isSet(option: 'json' | 'help'): boolean {
    const value = asked.get(option);
    if (typeof value === 'string') faults.push(words.saw(`--${option}`, JSON.stringify(value), words.options[option]));
    return value === true;
  }

  valueOf('lang', (text) => languages.find((known) => known === text) ?? null);
  const folder = valueOf('data', (text) => (text !== '' && isFolder(text) ? resolve(text) : null));
  const account = valueOf('account', (text) => (text.trim() === '' ? null : text.trim()));
  const zone = valueOf('zone', (text) => (read(policySchema, { zone: text }).ok ? text : null));
  const at = valueOf('at', instantOf);
  const width = valueOf('width', widthOf);
  const isJson = isSet('json');
  const wantsHelp = isSet('help');
  if (faults.length > 0) return [...faults, words.seeHelp];

  return {
    folder: folder ?? sampleFolder,
    account: account ?? sampleAccount,
    // The sample has its own present; anybody else's data have the real one.
    at: at ?? (folder === undefined ? sampleAt : present()),
    zone: zone ?? 'America/Santiago',
    language,
    isJson,
    width: width ?? null,
    wantsHelp,
  };
}

function widthOf(text: string): number | null {
  const width = Number(text);
  return /^\d+$/.test(text) && width >= NARROWEST && width <= WIDEST ? width : null;
}
