import fc from 'fast-check';
import type { Instant } from '../src/kernel/clock.js';
import * as routing from 'pauta/routing';
import { deepFreeze } from './deep-freeze.js';

export const T: Instant = Date.parse('2024-05-13T10:00:00-04:00');
export const WA = 'wa-1';
export const MAIL = 'mail-1';
export const CLIENT = '56912345678';

/** Somebody who can be given clients in these accounts. */
export function ready(...accounts: readonly string[]): routing.Agent {
  const modes = Object.fromEntries(accounts.map((account) => [account, 'auto-assign'] as const));
  return { enabled: true, modes, saved: true, connected: true, available: true };
}

/** A row of a client with a main agent and nobody else. */
export function rowOf(client: string, main: string, more: Partial<routing.UploadRow> = {}): routing.UploadRow {
  return { client, main, backup: null, supervisor: null, ...more };
}

/** A portfolio after one more upload, which must be accepted. */
export function portfolioOf(
  account: string,
  kind: routing.AccountKind,
  rows: readonly routing.UploadRow[],
  before: routing.Portfolio = routing.emptyPortfolio,
): routing.Portfolio {
  const validation = routing.validateRows(rows, { account, kind });
  if (!validation.ok) throw new Error(JSON.stringify(validation.problems));
  return routing.load(before, validation, { at: T }).state;
}

export const anyKind = fc.constantFrom<routing.AccountKind>('whatsapp', 'email');

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

export function anyClient(kind: routing.AccountKind): fc.Arbitrary<string> {
  return clients[kind];
}

/** Other ways to write a client: letter case and blanks of an address; spaces, dashes, brackets and a plus of a number. */
export function anySpelling(client: string, kind: routing.AccountKind): fc.Arbitrary<string> {
  const marks = fc.array(fc.constantFrom('', '', ' ', '-', '(', ') ', '  '), {
    minLength: client.length,
    maxLength: client.length,
  });
  if (kind === 'whatsapp') {
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

/** Names of agents, such as every object has among them. */
export const anyAgentId = fc.constantFrom('ana', 'benito', 'carla', '__proto__', 'constructor', 'toString');
const agentOrNone = fc.option(anyAgentId, { nil: null });

export function anyRow(kind: routing.AccountKind): fc.Arbitrary<routing.UploadRow> {
  return fc.record({ client: anyClient(kind), main: anyAgentId, backup: agentOrNone, supervisor: agentOrNone });
}

/** Rows of an upload without a fault: each client once. */
export function anyRows(kind: routing.AccountKind, minLength = 0): fc.Arbitrary<readonly routing.UploadRow[]> {
  return fc.uniqueArray(anyRow(kind), { selector: ({ client }) => client, minLength, maxLength: 12 });
}

const often = fc.nat({ max: 4 }).map((die) => die > 0);
const anyMode = fc.constantFrom<routing.Mode>('off', 'enabled', 'auto-assign', 'auto-assign', 'auto-assign');

export function anyAgent(...accounts: readonly string[]): fc.Arbitrary<routing.Agent> {
  const modes = fc
    .array(fc.tuple(fc.constantFrom(...accounts), anyMode), { maxLength: 4 })
    .map((pairs) => Object.fromEntries(pairs));
  return fc.record({ enabled: often, modes, saved: often, connected: often, available: often });
}

/** Some of the agents whom rows name, in any condition; frozen. */
export function anyTeam(...accounts: readonly string[]): fc.Arbitrary<routing.Team> {
  return fc
    .uniqueArray(fc.tuple(anyAgentId, anyAgent(...accounts)), { selector: ([id]) => id, minLength: 2 })
    .map((pairs) => deepFreeze(Object.fromEntries(pairs)));
}

/** Everybody whom rows may name, able to take any client of these accounts. */
export function everybody(...accounts: readonly string[]): routing.Team {
  const ids = ['ana', 'benito', 'carla', '__proto__', 'constructor', 'toString'];
  return deepFreeze(Object.fromEntries(ids.map((id) => [id, ready(...accounts)])));
}

/** What a business may choose of how contacts are routed. */
export const anyPolicy: fc.Arbitrary<routing.Policy> = fc
  .record({
    usable: fc.constantFrom('connected-and-available', 'connected-or-available'),
    supervisorNeedsConnection: fc.boolean(),
    reuploadMode: fc.constantFrom('merge', 'replace'),
    duplicateConflict: fc.constantFrom('reject', 'last-wins'),
    emailCase: fc.constantFrom('insensitive', 'domain-only'),
    samePerson: fc.constantFrom('apart', 'recognised'),
    newUserEnabled: fc.boolean(),
    delimiters: fc.constantFrom([','], [',', ';'], [';', '\t']),
  } satisfies { [Field in keyof routing.PolicyChoices]: fc.Arbitrary<unknown> })
  .map((choices) => routing.policy(choices as routing.PolicyChoices));

/** An event without its id and instant. */
type Sketch<Event> = Event extends unknown ? Omit<Event, 'id' | 'at'> : never;
export type UploadSketch = Sketch<routing.Event>;
export type ConfigurationSketch = Sketch<routing.ConfigurationEvent>;

const who = fc.constantFrom<routing.Actor | undefined>(undefined, undefined, undefined, 'administrator', 'agent');

/** Who does something: nobody named, more often than not. */
function by<Drawn extends object>(drawn: fc.Arbitrary<Drawn>): fc.Arbitrary<Drawn & { by?: routing.Actor }> {
  return fc.tuple(drawn, who).map(([event, actor]) => (actor === undefined ? event : { ...event, by: actor }));
}

const few = fc.constantFrom(0, 0, 0, 1, 7);

/** Anything that may be tried while a file is loaded. */
export const anyStep: fc.Arbitrary<UploadSketch> = by(
  fc.oneof(
    fc.record({
      type: fc.constant('select-account' as const),
      account: fc.constantFrom(WA, MAIL, '__proto__'),
      kind: anyKind,
    }),
    fc.record({
      type: fc.constant('choose-file' as const),
      fileName: fc.constantFrom('cartera.csv', 'CARTERA.CSV ', 'cartera.xlsx', 'csv', ''),
    }),
    fc.record({ type: fc.constant('map-columns' as const), complete: often }),
    fc.record({ type: fc.constant('validate' as const), badRows: few, conflicts: few }),
    fc.record({ type: fc.constantFrom('upload', 'view', 'cancel') }),
  ),
);

/** Anything that may be tried with the configuration of a user. */
export const anyChange: fc.Arbitrary<ConfigurationSketch> = by(
  fc.oneof(
    fc.record({ type: fc.constantFrom('toggle', 'save', 'leave') }),
    fc.record({
      type: fc.constant('set-mode' as const),
      account: fc.constantFrom(WA, MAIL, 'constructor'),
      mode: anyMode,
    }),
  ),
);
