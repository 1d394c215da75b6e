import { defaultPolicy, type Policy } from './policy.js';

/** What the clients of an account are known by: a WhatsApp account by phone numbers, an Email account by addresses. */
export type AccountKind = 'whatsapp' | 'email';

/** Reads phone numbers with the knowledge of a country; `phonesIn` of `pauta/routing/phones` makes one. */
export interface Phones {
  /** ISO 3166, two letters: the country of numbers that are written without its code. */
  readonly country: string;
  /** The digits of a number, country code first; `null`: no possible number. */
  readonly digitsOf: (text: string) => string | null;
  /** Whether a number without a plus was read as one of the country, and could as well be one of another. */
  readonly isAmbiguous: (text: string) => boolean;
}

/** Why a text cannot identify a client of an account. */
export type IdentifierFault =
  | 'missing'
  | 'wrong-kind'
  | 'scientific-notation'
  | 'saved-as-decimal'
  | 'formula'
  | 'spreadsheet-error'
  | 'apostrophe'
  | 'stray-quote'
  | 'control-character'
  | 'too-short'
  | 'too-long'
  | 'truncated'
  | 'not-in-use'
  | 'not-a-phone'
  | 'not-an-email';

type Cleaning = Pick<Policy, 'emailCase' | 'phoneDigits' | 'phones'>;

/**
 * The one spelling under which a client is kept: the digits of a phone number without spaces, brackets, dots, dashes
 * and one leading plus; an address without the spaces around it, in lower case. `null`: it is none of that kind, and
 * `faultOf` says why. No country is guessed unless the policy names one.
 *
 * Source: direct-assignment L27.
 */
export function normalised(text: string, kind: AccountKind, policy: Cleaning = defaultPolicy): string | null {
  return kind === 'whatsapp' ? phoneDigits(text, policy) : address(text, policy);
}

const ZERO = 48;
const NINE = 57;
const PLUS = 43;

function phoneDigits(text: string, policy: Cleaning): string | null {
  const digits = digitsIn(text);
  if (digits === null) return null;
  if (policy.phones !== null) return policy.phones.digitsOf(text);
  const { min, max } = policy.phoneDigits;
  return digits.length >= min && digits.length <= max ? digits : null;
}

/** The digits of a text that has nothing else but separators and one leading plus; `null` for any other. */
export function digitsIn(text: string): string | null {
  const start = text.charCodeAt(0) === PLUS ? 1 : 0;
  const { length } = text;
  let place = start;
  while (place < length) {
    const code = text.charCodeAt(place);
    if (code < ZERO || code > NINE) break;
    place++;
  }
  // Most numbers are digits only: nothing is built for them.
  if (place === length && place > start) return text.slice(start);
  if (length > LONGEST_CELL) return null;
  const bare = text.replaceAll(separators, '');
  return /^\+?\d+$/.test(bare) && !isSavedAsDecimal(text) ? bare.replace('+', '') : null;
}

/** A spreadsheet's cell holds no more. An expression runs out of stack over a text that is some hundred times as long. */
const LONGEST_CELL = 32_767;

/** What cannot be seen and comes along when something is copied from a chat or a page: marks of direction, joiners. */
const MARKS = String.raw`\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff`;
const marks = new RegExp(`[${MARKS}]`, 'g');

/** What may stand between the digits of a number: those marks, blanks, brackets, dots and dashes. */
const separators = new RegExp(String.raw`[\s().\-\u2010-\u2015\u2212${MARKS}]`, 'g');

/** A number that a spreadsheet saved as a decimal: to strip the point would add a digit (RT-29). */
const decimal = /^\+?(?:\d+[.,]0+|\d{8,}[.,]\d{1,2})$/;

function isSavedAsDecimal(text: string): boolean {
  return decimal.test(text.replaceAll(separators, (mark) => (mark === '.' ? mark : '')));
}

const WORD = String.raw`[^\s@"(),:;<>[\]\\.\p{C}]+`;
const LABEL = String.raw`[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?`;
const LAST = String.raw`(?:[\p{L}\p{M}]{2,}|xn--[a-z0-9-]+)`;
const ADDRESS = new RegExp(String.raw`^${WORD}(?:\.${WORD})*@(?:${LABEL}\.)+${LAST}$`, 'iu');

/** RFC 5321: the longest path is 256 characters with its brackets. */
const LONGEST_ADDRESS = 254;

function address(text: string, policy: Cleaning): string | null {
  const bare = text.replaceAll(marks, '').trim().normalize('NFC');
  if (bare.startsWith('=') || bare.startsWith("'") || bare.length > LONGEST_ADDRESS || !ADDRESS.test(bare)) return null;
  const at = bare.lastIndexOf('@');
  const mailbox = policy.emailCase === 'insensitive' ? bare.slice(0, at).toLowerCase() : bare.slice(0, at);
  const spelled = (mailbox + bare.slice(at).toLowerCase()).normalize('NFC');
  // Some letters grow when they are made small.
  return spelled.length > LONGEST_ADDRESS ? null : spelled;
}

/** Why `normalised` gave `null`: for what it is, where it can be told, and how a spreadsheet ruined it. */
export function faultOf(text: string, kind: AccountKind, policy: Cleaning = defaultPolicy): IdentifierFault {
  const bare = text.trim();
  const damage = damageIn(bare);
  if (damage !== null) return damage;
  if (kind === 'email') return digitsIn(bare) === null ? 'not-an-email' : 'wrong-kind';
  const digits = digitsIn(bare);
  if (digits === null) return address(bare, policy) === null ? 'not-a-phone' : 'wrong-kind';
  return lengthFault(digits, policy) ?? 'not-in-use';
}

/** What a spreadsheet, or the way out of one, did to a cell; `null`: nothing that can be told. */
export function damageIn(text: string): IdentifierFault | null {
  if (text === '') return 'missing';
  const bare = text.slice(0, LONGEST_CELL);
  if (/^(=|@[\p{L}.]+\()/u.test(bare)) return 'formula';
  if (/\p{Cc}/u.test(bare)) return 'control-character';
  // "#####" is a column too narrow; "#N/D" and "#¡VALOR!" are what a Spanish spreadsheet says.
  if (/^#(#+|N\/[AD]|[¡¿]?[\p{L}/0]+[!?])$/iu.test(bare)) {
    return 'spreadsheet-error';
  }
  if (bare.includes('"')) return 'stray-quote';
  if (bare.startsWith("'")) return 'apostrophe';
  if (/^[+-]?\d+([.,]\d+)?E[+-]?\d+$/i.test(bare)) return 'scientific-notation';
  return isSavedAsDecimal(bare) ? 'saved-as-decimal' : null;
}

/** A spreadsheet keeps fifteen digits of a number and writes zeros in place of the rest. */
const KEPT_DIGITS = 15;

function lengthFault(digits: string, { phoneDigits: { min, max } }: Cleaning): IdentifierFault | null {
  if (digits.length < min) return 'too-short';
  if (digits.length <= max) return null;
  return /^0+$/.test(digits.slice(KEPT_DIGITS)) ? 'truncated' : 'too-long';
}

/** Mexico, Argentina and Brazil: the mark of a mobile that is written by some and left out by others. */
const spellings: readonly (readonly [written: RegExp, other: string])[] = [
  [/^521(\d{10})$/, '52$1'],
  [/^52(\d{10})$/, '521$1'],
  [/^549(\d{10})$/, '54$1'],
  [/^54(\d{10})$/, '549$1'],
  [/^(55\d\d)9([6-9]\d{7})$/, '$1$2'],
  [/^(?<area>55\d\d)([6-9]\d{7})$/, '$<area>9$2'],
];

/**
 * Another way to write the number of the same person, or `null`: Mexico 521 and 52, Argentina 549 and 54, and a mobile
 * of Brazil (its eight digits begin with 6 to 9) with and without the ninth digit. A landline of Brazil has no other.
 * It tells where to look, not what is so: an Argentine 54 may be a landline, to which nobody may add a 9.
 *
 * @param digits a phone number as `normalised` gives it.
 */
export function otherSpelling(digits: string): string | null {
  for (const [written, other] of spellings) {
    if (written.test(digits)) return digits.replace(written, other);
  }
  return null;
}
