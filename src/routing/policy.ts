import { chosen } from '../kernel/choices.js';
import type { Phones } from './identifier.js';

/** What may stand between the cells of a file. */
export type Delimiter = ',' | ';' | '\t';

/** The parameters of `routing`. Make one with `policy()`. */
export interface Policy {
  /** When a main or backup agent is there: connected and available, or one of the two (RT-1). */
  readonly usable: 'connected-and-available' | 'connected-or-available';
  /** Whether a supervisor who is not connected is passed over (RT-3). */
  readonly supervisorNeedsConnection: boolean;
  /** What a file that is loaded again does to the clients that it does not name: keeps them, or removes them (RT-2). */
  readonly reuploadMode: 'merge' | 'replace';
  /** What becomes of a file that gives one client to two people: refused, or the later row counts (RT-10). */
  readonly duplicateConflict: 'reject' | 'last-wins';
  /** Whether letter case counts in an address before the @ (RT-8). In the domain it never does. */
  readonly emailCase: 'insensitive' | 'domain-only';
  /** How many digits a phone number may have, cleaned: both ends included (RT-9). */
  readonly phoneDigits: { readonly min: number; readonly max: number };
  /** The country of numbers without a country code, and what a number must be to be in use; `null`: no country is guessed (RT-9). */
  readonly phones: Phones | null;
  /**
   * Whether two ways to write one person's number are recognised: Mexico 521 and 52, Argentina 549 and 54, Brazil with
   * and without the ninth digit. Recognised, they are reported; never merged.
   */
  readonly samePerson: 'apart' | 'recognised';
  /** Whether a user who was just created is enabled. */
  readonly newUserEnabled: boolean;
  /** What may separate the cells of a file; of several, the one that the headings are found with (RT-22). */
  readonly delimiters: readonly Delimiter[];
}

/** What a business may choose; what it leaves out stays as the manual has it. */
export type PolicyChoices = Partial<Policy>;

/** The manual's own values. */
export const defaultPolicy: Policy = /* @__PURE__ */ Object.freeze({
  usable: 'connected-and-available', // L16
  supervisorNeedsConnection: false, // L17
  reuploadMode: 'merge', // L29
  duplicateConflict: 'reject', // L2
  emailCase: 'insensitive', // L27
  phoneDigits: Object.freeze({ min: 8, max: 15 }), // L27
  phones: null, // L27
  samePerson: 'apart',
  newUserEnabled: false, // L33
  delimiters: Object.freeze([','] as const), // L24
});

/**
 * A policy of one's own: `policy({ delimiters: [',', ';'] })`, or `policy({ phones: phonesIn('CL') })` with `phonesIn`
 * of `pauta/routing/phones`. Make it once, at start-up. For values from outside use `policySchema` of
 * `pauta/routing/schema`.
 *
 * @throws RangeError that names the field, when `phoneDigits` are no range of whole numbers from 1 to 20, or
 * `delimiters` is empty.
 */
export function policy(choices: PolicyChoices = {}): Policy {
  const made = { ...defaultPolicy, ...chosen(choices) };
  const { min, max } = made.phoneDigits;
  if (!(Number.isInteger(min) && Number.isInteger(max) && 1 <= min && min <= max && max <= 20)) {
    throw new RangeError(`phoneDigits: saw ${min} to ${max}, expected a range of whole numbers from 1 to 20.`);
  }
  if (made.delimiters.length === 0) throw new RangeError('delimiters: saw none, expected at least one.');
  const phoneDigits = Object.freeze({ min, max });
  return Object.freeze({ ...made, phoneDigits, delimiters: Object.freeze([...made.delimiters]) });
}
