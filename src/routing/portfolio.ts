import type { Instant } from '../kernel/clock.js';
import { accountWithout, assignmentOf, assignmentsOf, newAccount, type Account } from './account.js';
import { Batch } from './batch.js';
import type { AccountKind } from './identifier.js';
import type { Assignment } from './model.js';
import type { Policy } from './policy.js';
import type { RuleId } from './rules.js';
import { Union, type Change, type Counts } from './union.js';

/** What there is of one account, without its clients. */
export interface AccountSummary {
  readonly account: string;
  readonly kind: AccountKind;
  readonly clients: number;
  /** The latest of its uploads, though none of its clients be left. */
  readonly uploadedAt: Instant;
}

/** A client as they are stored: client, main agent, backup agent, supervisor, instant of the upload. */
export type StoredClient = readonly [string, string, string | null, string | null, Instant];

/** An account as it is stored. */
export interface StoredAccount {
  readonly account: string;
  readonly kind: AccountKind;
  readonly uploadedAt: Instant;
  /** The latest upload that replaced the account; `null`: none did. */
  readonly replacedAt: Instant | null;
  /** In an order of their own, the same for the same clients. */
  readonly clients: readonly StoredClient[];
}

/** A portfolio as plain JSON. */
export interface PortfolioJson {
  readonly version: 1;
  readonly accounts: readonly StoredAccount[];
}

/**
 * Who belongs to whom, in each account. It never changes: `load` and `without` give another one that shares with it
 * what stayed the same. A client takes some 45 bytes.
 *
 * Source: direct-assignment L2, L22.
 */
export class Portfolio {
  readonly version = 1;
  /** By their names. */
  readonly accounts: readonly AccountSummary[];
  readonly #accounts: ReadonlyMap<string, Account>;

  /** @internal Start with `emptyPortfolio`. */
  constructor(accounts: ReadonlyMap<string, Account>) {
    this.#accounts = new Map([...accounts].sort(([one], [other]) => (one < other ? -1 : 1)));
    const summaries = [...this.#accounts].map(([account, { kind, clients, uploadedAt }]) =>
      Object.freeze({ account, kind, clients, uploadedAt }),
    );
    this.accounts = Object.freeze(summaries);
    Object.freeze(this);
  }

  /** @internal What a portfolio is made of: for the files beside this one, and for their tests. */
  static accountsOf(portfolio: Portfolio): ReadonlyMap<string, Account> {
    return portfolio.#accounts;
  }

  /** Plain JSON with a version. A large portfolio is better saved by its `lines`. */
  toJSON(): PortfolioJson {
    const accounts = [...this.#accounts].map(([account, held]): StoredAccount => {
      const { kind, uploadedAt, replacedAt } = held;
      return { account, kind, uploadedAt, replacedAt, clients: Array.from(assignmentsOf(held), storedClient) };
    });
    return { version: 1, accounts };
  }
}

/** @internal A client as they are stored. */
export function storedClient({ client, main, backup, supervisor, uploadedAt }: Assignment): StoredClient {
  return [client, main, backup, supervisor, uploadedAt];
}

/** A portfolio without accounts: the one to start with. */
export const emptyPortfolio: Portfolio = /* @__PURE__ */ new Portfolio(new Map());

/** A file that was found fit to be loaded. */
export interface Load {
  readonly account: string;
  readonly kind: AccountKind;
  readonly mode: Policy['reuploadMode'];
  /** Closed. */
  readonly rows: Batch;
}

/** What becomes, or would become, of an upload. Refused, it does nothing to anybody. */
export interface Effect extends Counts {
  /** `late`: for some of its clients a later upload, loaded before, stands. */
  readonly status: 'applied' | 'late' | 'refused';
  /**
   * Why it is refused. `undated`: its instant is not a finite number. `other-kind`: the account knows its clients by
   * the other kind of identifier. `empty-file`: it would remove all clients, and never by accident (RT-17).
   * `not-validated`: its rows are no longer what a validation gave, for they went through JSON or a structured clone.
   */
  readonly code?: 'undated' | 'other-kind' | 'empty-file' | 'not-validated';
  readonly rule: RuleId;
}

/** What became of an upload. */
export interface Loaded extends Effect {
  /** The very portfolio given, where the upload changes nothing. */
  readonly state: Portfolio;
}

/** What an upload would do. */
export interface Preview extends Effect {
  /** Client by client, as far as somebody asks. Each call begins anew. */
  readonly changes: () => Iterable<Change>;
}

/** What kind of identifiers an account knows its clients by; `null`: there is no such account. */
export function kindOf(portfolio: Portfolio, account: string): AccountKind | null {
  return Portfolio.accountsOf(portfolio).get(account)?.kind ?? null;
}

/**
 * Whom a client belongs to in an account; `null`: nobody, or there is no such account.
 *
 * @param client normalised.
 *
 * Source: direct-assignment L2–3.
 */
export function find(portfolio: Portfolio, account: string, client: string): Assignment | null {
  const held = Portfolio.accountsOf(portfolio).get(account);
  return held === undefined ? null : assignmentOf(held, client);
}

/**
 * "Ver Asignaciones Directas": all clients of an account, one by one as somebody asks for them, in an order that only
 * depends on who they are. None, if there is no such account.
 *
 * Source: direct-assignment L28.
 */
export function assignments(portfolio: Portfolio, account: string): Iterable<Assignment> {
  const held = Portfolio.accountsOf(portfolio).get(account);
  return { [Symbol.iterator]: () => (held === undefined ? [].values() : assignmentsOf(held)) };
}

/**
 * Applies an upload to its account, and to no other (L22). Under `merge` the clients of the file come to the account or
 * change hands; under `replace` those whom it does not name go, too. Of two uploads the later one counts for each
 * client, whichever was loaded first: by the instant `at`, and of two of the same instant the one loaded later. A
 * client taken out by `without` comes back with any upload that names them.
 *
 * Source: direct-assignment L21–29.
 */
export function load(portfolio: Portfolio, upload: Load, { at }: { readonly at: Instant }): Loaded {
  const union = unionOf(portfolio, upload, at);
  if (!(union instanceof Union)) return { state: portfolio, ...union };
  const { account, counts } = union.applied();
  return { state: withAccount(portfolio, upload.account, account), ...effectOf(portfolio, upload, counts) };
}

/** What `load` would do with the same upload, and to whom: nothing is built. */
export function preview(portfolio: Portfolio, upload: Load, { at }: { readonly at: Instant }): Preview {
  const union = unionOf(portfolio, upload, at);
  if (!(union instanceof Union)) return { ...union, changes: () => [] };
  return { ...effectOf(portfolio, upload, union.counts()), changes: () => union.changes() };
}

/**
 * The portfolio without some clients of an account: the explicit removal that `merge` leaves to be done (RT-2). The
 * very portfolio given, if the account has none of them.
 *
 * @param clients normalised.
 */
export function without(portfolio: Portfolio, account: string, clients: Iterable<string>): Portfolio {
  const held = Portfolio.accountsOf(portfolio).get(account);
  return held === undefined ? portfolio : withAccount(portfolio, account, accountWithout(held, clients));
}

const noCounts: Counts = { added: 0, changed: 0, removed: 0, unchanged: 0, late: 0 };

/** An account and the file for it; or why nothing becomes of them. */
function unionOf(portfolio: Portfolio, { account, kind, mode, rows }: Load, at: Instant): Union | Effect {
  const known = Portfolio.accountsOf(portfolio).get(account);
  const rule = ruleOf(portfolio, account);
  if (!(rows instanceof Batch)) return { status: 'refused', code: 'not-validated', rule, ...noCounts };
  if (!Number.isFinite(at)) return { status: 'refused', code: 'undated', rule, ...noCounts };
  if (known !== undefined && known.kind !== kind) {
    return { status: 'refused', code: 'other-kind', rule: `routing/identifier-${known.kind}`, ...noCounts };
  }
  if (rows.clients > 0) return new Union(known ?? newAccount(kind), rows, mode, at);
  if (mode === 'replace') return { status: 'refused', code: 'empty-file', rule, ...noCounts };
  return { status: 'applied', rule, ...noCounts };
}

function effectOf(portfolio: Portfolio, { account }: Load, counts: Counts): Effect {
  return { status: counts.late > 0 ? 'late' : 'applied', rule: ruleOf(portfolio, account), ...counts };
}

/** What is loaded into an account that has been loaded before is loaded again. */
function ruleOf(portfolio: Portfolio, account: string): RuleId {
  return kindOf(portfolio, account) === null ? 'routing/upload' : 'routing/new-client-reupload';
}

function withAccount(portfolio: Portfolio, name: string, account: Account): Portfolio {
  const accounts = Portfolio.accountsOf(portfolio);
  return accounts.get(name) === account ? portfolio : new Portfolio(new Map(accounts).set(name, account));
}
