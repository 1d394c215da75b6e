import type { Instant } from '../kernel/clock.js';
import { shardsOf, type Account } from './account.js';
import { Batch } from './batch.js';
import { normalised } from './identifier.js';
import { Portfolio, type StoredAccount, type StoredClient } from './portfolio.js';

/** One thing that is wrong with a stored portfolio. */
export interface Fault {
  /** Where: `line 7[1]`, or `accounts[0].clients[3][1]`; empty for the whole. */
  readonly path: string;
  /** What was there, cut to a readable length. */
  readonly seen: string;
  readonly expected: string;
}

/** A portfolio, or everything that is wrong with what was stored. Nothing is half read. */
export type Restored =
  { readonly ok: true; readonly value: Portfolio } | { readonly ok: false; readonly problems: readonly Fault[] };

type Head = Omit<StoredAccount, 'clients'>;

interface Opened extends Head {
  readonly batch: Batch;
  /** Of each row of the batch the instant of its upload, and where it was read. */
  readonly instants: Instant[];
  readonly places: number[];
  readonly pathOf: (place: number) => string;
}

/** Of any policy: what was normalised under one is not changed by this any more. */
const anyCleaning = { emailCase: 'domain-only', phoneDigits: { min: 1, max: 20 }, phones: null } as const;

const INSTANT = 'an instant: milliseconds since 1970';

/** Accounts on their way back from what was stored. Everything that comes is checked, and all that is wrong is kept. */
export class Restoration {
  readonly #accounts = new Map<string, Account>();
  readonly #faults: Fault[] = [];
  #opened: Opened | null = null;

  /** Notes what is wrong at a path, unless it is fit. */
  check(isFit: boolean, path: string, seen: unknown, expected: string): boolean {
    if (!isFit) this.#faults.push({ path, seen: shown(seen), expected });
    return isFit;
  }

  /** Begins an account. `pathOf`: where a client was read who came from a place. */
  open(value: unknown, path: string, pathOf: (place: number) => string): void {
    this.#close();
    const { account, kind, uploadedAt, replacedAt } = fieldsOf(value);
    const isNew = typeof account === 'string' && !this.#accounts.has(account);
    const isFit = [
      this.check(isNew, `${path}.account`, account, 'the name of an account, each once'),
      this.check(kind === 'whatsapp' || kind === 'email', `${path}.kind`, kind, '"whatsapp" or "email"'),
      this.check(isWithin(uploadedAt), `${path}.uploadedAt`, uploadedAt, INSTANT),
      this.check(
        replacedAt === null || isWithin(replacedAt, -Infinity, uploadedAt),
        `${path}.replacedAt`,
        replacedAt,
        `${INSTANT}, not after uploadedAt; or null`,
      ),
    ].every(Boolean);
    const head = { account, kind, uploadedAt, replacedAt } as Head;
    this.#opened = isFit ? { ...head, batch: new Batch(), instants: [], places: [], pathOf } : null;
  }

  /** Adds a client to the account that is open. Of an account that cannot be read nothing more is said. */
  client(value: unknown, place: number): void {
    const opened = this.#opened;
    if (opened === null || !this.#isClient(value, opened, place)) return;
    const [client, main, backup, supervisor, uploadedAt] = value;
    opened.batch.add(client, main, backup, supervisor, opened.places.length);
    opened.places.push(place);
    opened.instants.push(uploadedAt);
  }

  #isClient(value: unknown, { kind, replacedAt, uploadedAt, pathOf }: Opened, place: number): value is StoredClient {
    if (!Array.isArray(value) || value.length !== 5) {
      return this.check(false, pathOf(place), value, 'a client, main agent, backup agent, supervisor and instant');
    }
    const [client, main, backup, supervisor, at] = value as readonly unknown[];
    const isNormalised = typeof client === 'string' && normalised(client, kind, anyCleaning) === client;
    const from = replacedAt ?? -Infinity;
    const span = replacedAt === null ? `up to ${uploadedAt}` : `from ${replacedAt} to ${uploadedAt}`;
    const faults: readonly (string | null)[] = [
      isNormalised ? null : identifiers[kind],
      isId(main) ? null : ID,
      backup === null || isId(backup) ? null : `${ID}, or null`,
      supervisor === null || isId(supervisor) ? null : `${ID}, or null`,
      isWithin(at, from, uploadedAt) ? null : `${INSTANT}, ${span}`,
    ];
    faults.forEach((expected, cell) => {
      if (expected !== null) this.check(false, `${pathOf(place)}[${cell}]`, value[cell], expected);
    });
    return faults.every((fault) => fault === null);
  }

  #close(): void {
    if (this.#opened === null) return;
    const { account, kind, uploadedAt, replacedAt, batch, instants, places, pathOf } = this.#opened;
    const pathAt = (row: number): string => pathOf(places[row] as number);
    for (const { client, lines } of batch.close('reject')) {
      const [first, ...later] = lines as [number, ...number[]];
      for (const row of later) this.check(false, `${pathAt(row)}[0]`, client, `each client once: see ${pathAt(first)}`);
    }
    const { clients, roster, sorted } = batch;
    const dated = { ...sorted, notes: sorted.notes.map((row) => instants[row] as number) };
    const shards = shardsOf([dated], clients);
    this.#accounts.set(account, { kind, clients, uploadedAt, replacedAt, agents: roster.ids, ...shards });
  }

  /** After the last client: the portfolio, or all that is wrong. */
  end(): Restored {
    this.#close();
    const problems = this.#faults;
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: new Portfolio(this.#accounts) };
  }
}

const ID = 'an id that is not empty, without blanks around it';

const identifiers = {
  whatsapp: 'a phone number, normalised: digits only',
  email: 'an e-mail address, normalised',
} as const;

function isId(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value === value.trim();
}

function isWithin(value: unknown, from: unknown = -Infinity, to: unknown = Infinity): boolean {
  return Number.isFinite(value) && (value as number) >= (from as number) && (value as number) <= (to as number);
}

/** The fields of an object; of what is none, none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  const text = isPlain ? JSON.stringify(value) : `a value of type ${typeof value}`;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
