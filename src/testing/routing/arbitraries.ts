import fc from 'fast-check';
import * as routing from '../../routing/index.js';
import { deepFreeze } from '../frozen.js';
import { agentIds, around, CLIENT, MAIL, WA } from './fixed.js';

export { change, configuration, configurationEvent, configurationEvents, event, events, state, step } from './steps.js';

/** A kind of account. */
export const kind = fc.constantFrom<routing.AccountKind>('whatsapp', 'email');

/** A few clients that are often drawn again, and many others; spelt as the portfolio keeps them. */
const clients: Readonly<Record<routing.AccountKind, fc.Arbitrary<string>>> = {
  whatsapp: fc.oneof(
    fc.constantFrom(CLIENT, '912345678', '12345678', '123456789012345', '5215512345678', '525512345678'),
    fc.bigInt({ min: 10_000_000n, max: 999_999_999_999_999n }).map(String),
  ),
  email: fc.oneof(
    fc.constantFrom('ana@example.com', '__proto__@example.com', 'constructor@example.com', 'ñandú@example.cl'),
    fc.stringMatching(/^[a-z0-9]([.+_-]?[a-z0-9]){0,4}@[a-z0-9]{1,6}\.(com|cl|com\.ar)$/),
  ),
};

/**
 * A client of an account of that kind, spelt as the portfolio keeps them.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { arbitraries } from 'pauta/testing';
 *
 * const { client } = arbitraries.routing;
 * fc.assert(fc.property(client('whatsapp'), (number) => /^[0-9]{8,15}$/.test(number)));
 * ```
 */
export function client(ofKind: routing.AccountKind): fc.Arbitrary<string> {
  return clients[ofKind];
}

/**
 * Other ways to write a client: letter case and blanks of an address; spaces, dashes, brackets and a plus of a number.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { arbitraries } from 'pauta/testing';
 *
 * const { spelling } = arbitraries.routing;
 * const written = spelling('56912345678', 'whatsapp');
 * fc.assert(fc.property(written, (text) => text.replace(/[^0-9]/g, '') === '56912345678'));
 * ```
 */
export function spelling(client: string, ofKind: routing.AccountKind): fc.Arbitrary<string> {
  const marks = fc.array(fc.constantFrom('', '', ' ', '-', '(', ') ', '  '), {
    minLength: client.length,
    maxLength: client.length,
  });
  if (ofKind === 'whatsapp') {
    return fc
      .tuple(fc.constantFrom('', '+', ' +'), marks)
      .map(
        ([plus, between]) => plus + Array.from(client, (digit, place) => digit + (between[place] as string)).join(''),
      );
  }
  return marks.map(
    (upper) =>
      ` ${Array.from(client, (letter, place) => (upper[place] === '' ? letter : letter.toUpperCase())).join('')} `,
  );
}

const misfits: Readonly<Record<routing.AccountKind, fc.Arbitrary<string>>> = {
  whatsapp: fc.constantFrom(
    'ana@example.com',
    '1234567',
    '5691234567890123',
    '5.69E+10',
    '56912345678.0',
    'Juan Pérez',
    '=1+1',
    '',
  ),
  email: fc.constantFrom('+56912345678', 'ana@example', '@example.com', 'ana@@example.com', 'Juan Pérez', '=1+1', ''),
};

/**
 * A text that is no identifier of that kind.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { routing } from 'pauta';
 * import { arbitraries } from 'pauta/testing';
 *
 * const { misfit } = arbitraries.routing;
 * fc.assert(fc.property(misfit('email'), (text) => routing.normalised(text, 'email') === null));
 * ```
 */
export function misfit(ofKind: routing.AccountKind): fc.Arbitrary<string> {
  return misfits[ofKind];
}

/** The id of an agent: names such as every object has among them. */
export const agentId = fc.constantFrom(...agentIds);
const agentOrNone = fc.option(agentId, { nil: null });

/**
 * A row of an upload.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { arbitraries } from 'pauta/testing';
 *
 * const { row } = arbitraries.routing;
 * fc.assert(fc.property(row('email'), ({ client, main }) => client.includes('@') && main !== ''));
 * ```
 */
export function row(ofKind: routing.AccountKind): fc.Arbitrary<routing.UploadRow> {
  return fc.record({ client: client(ofKind), main: agentId, backup: agentOrNone, supervisor: agentOrNone });
}

/**
 * Rows of an upload without a fault: each client once.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { routing } from 'pauta';
 * import { arbitraries } from 'pauta/testing';
 *
 * const options = { account: 'wa-1', kind: 'whatsapp' } as const;
 * const { rows } = arbitraries.routing;
 * fc.assert(fc.property(rows('whatsapp'), (all) => routing.validateRows(all, options).ok));
 * ```
 */
export function rows(ofKind: routing.AccountKind, minLength = 0): fc.Arbitrary<readonly routing.UploadRow[]> {
  return fc.uniqueArray(row(ofKind), { selector: (one) => one.client, minLength, maxLength: 12 });
}

const often = fc.nat({ max: 4 }).map((die) => die > 0);
const mode = fc.constantFrom<routing.Mode>('off', 'enabled', 'auto-assign', 'auto-assign', 'auto-assign');

/**
 * An agent in any condition, more often able than not, with any modes in these accounts.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { arbitraries } from 'pauta/testing';
 *
 * const { agent } = arbitraries.routing;
 * fc.assert(fc.property(agent('wa-1'), ({ modes }) => Object.keys(modes).every((account) => account === 'wa-1')));
 * ```
 */
export function agent(...accounts: readonly string[]): fc.Arbitrary<routing.Agent> {
  const modes = fc
    .array(fc.tuple(fc.constantFrom(...accounts), mode), { maxLength: 4 })
    .map((pairs) => Object.fromEntries(pairs));
  return fc.record({ enabled: often, modes, saved: often, connected: often, available: often });
}

/**
 * Some of the agents whom rows name, in any condition; frozen.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { arbitraries } from 'pauta/testing';
 *
 * const { team } = arbitraries.routing;
 * fc.assert(fc.property(team('wa-1', 'mail-1'), (people) => Object.keys(people).length >= 2));
 * ```
 */
export function team(...accounts: readonly string[]): fc.Arbitrary<routing.Team> {
  return fc
    .uniqueArray(fc.tuple(agentId, agent(...accounts)), { selector: ([id]) => id, minLength: 2 })
    .map((pairs) => deepFreeze(Object.fromEntries(pairs)));
}

/** A portfolio of one account of each kind, `wa-1` and `mail-1`, to which nothing, or something, was uploaded. */
export const portfolio: fc.Arbitrary<routing.Portfolio> = fc
  .tuple(rows('whatsapp'), rows('email'))
  .map(([numbers, addresses]) => {
    const uploads = [
      routing.validateRows(numbers, { account: WA, kind: 'whatsapp' }),
      routing.validateRows(addresses, { account: MAIL, kind: 'email' }),
    ];
    return uploads
      .filter((validation) => validation.ok)
      .reduce((before, upload) => routing.load(before, upload, { at: around }).state, routing.emptyPortfolio);
  });

const text = fc.oneof(
  fc.string(),
  fc.constantFrom(WA, MAIL, CLIENT, '__proto__', 'constructor', 'toString', '', '\u0000'),
);

/** A client of the account of their kind, in any spelling. */
const known = kind.chain((ofKind) =>
  fc.record({
    account: fc.constant(ofKind === 'whatsapp' ? WA : MAIL),
    from: client(ofKind).chain((one) => spelling(one, ofKind)),
  }),
);
const stranger = fc.record({ account: text, from: fc.option(text, { nil: null }) });

/** No conversation is open, or it is not said that any is, or it is somebody's. */
const openWith = fc.oneof(fc.constant({}), fc.constant({ openWith: null }), fc.record({ openWith: text }));

/** Any contact: a client or whatever else writes to an account or to none. */
export const facts: fc.Arbitrary<routing.Contact> = fc
  .tuple(fc.oneof({ weight: 3, arbitrary: known }, { weight: 2, arbitrary: stranger }), openWith)
  .map(([contact, open]) => ({ ...contact, ...open }));

/** What a business may choose of how contacts are routed. No country is guessed of numbers: `phones` is `null`. */
export const policy: fc.Arbitrary<routing.Policy> = fc
  .record({
    usable: fc.constantFrom('connected-and-available', 'connected-or-available'),
    supervisorNeedsConnection: fc.boolean(),
    reuploadMode: fc.constantFrom('merge', 'replace'),
    duplicateConflict: fc.constantFrom('reject', 'last-wins'),
    emailCase: fc.constantFrom('insensitive', 'domain-only'),
    phoneDigits: fc.constantFrom({ min: 8, max: 15 }, { min: 7, max: 12 }),
    samePerson: fc.constantFrom('apart', 'recognised'),
    newUserEnabled: fc.boolean(),
    delimiters: fc.constantFrom<readonly routing.Delimiter[]>([','], [',', ';'], [';', '\t']),
  } satisfies { [Field in keyof Omit<routing.Policy, 'phones'>]: fc.Arbitrary<routing.Policy[Field]> })
  .map((choices) => routing.policy(choices));
