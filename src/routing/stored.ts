import { assignmentsOf } from './account.js';
import { Portfolio, storedClient } from './portfolio.js';
import { fieldsOf, Restoration, type Restored } from './restoration.js';

const FORMAT = 'pauta/routing/portfolio';

/**
 * A portfolio as lines of JSON, each with its line feed, to be written as they come: a head, then each account before
 * its clients, and an end that tells how many there were, so that a file cut short is noticed. The same content gives
 * the same lines.
 */
export function* lines(portfolio: Portfolio): Generator<string, void, undefined> {
  const accounts = Portfolio.accountsOf(portfolio);
  yield line({ format: FORMAT, version: portfolio.version });
  for (const [account, held] of accounts) {
    const { kind, uploadedAt, replacedAt, clients } = held;
    yield line({ account, kind, uploadedAt, replacedAt, clients });
    for (const assignment of assignmentsOf(held)) yield line(storedClient(assignment));
  }
  yield line({ end: true, accounts: accounts.size });
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/**
 * Reads back what `lines` wrote: all of it as one text, or line by line, with or without the line feeds. Blank lines
 * are passed over.
 */
export function fromLines(texts: string | Iterable<string>): Restored {
  const reading = new Reading();
  for (const text of typeof texts === 'string' ? texts.split('\n') : texts) reading.line(text);
  return reading.end();
}

/** Reads back what `lines` wrote, line by line as it comes: from `readline`, for example. */
export async function fromLineStream(texts: AsyncIterable<string>): Promise<Restored> {
  const reading = new Reading();
  for await (const text of texts) reading.line(text);
  return reading.end();
}

/** Reads back the plain JSON of a portfolio, parsed. */
export function fromJson(value: unknown): Restored {
  const restoration = new Restoration();
  if (!restoration.check(typeof value !== 'string', '', value, 'what JSON.parse gives, not its text')) {
    return restoration.end();
  }
  const { version, accounts } = fieldsOf(value);
  restoration.check(version === 1, 'version', version, '1');
  if (restoration.check(Array.isArray(accounts), 'accounts', accounts, 'a list of accounts')) {
    for (const [number, account] of (accounts as readonly unknown[]).entries()) {
      const path = `accounts[${number}]`;
      const { clients } = fieldsOf(account);
      restoration.open(account, path, (place) => `${path}.clients[${place}]`);
      if (restoration.check(Array.isArray(clients), `${path}.clients`, clients, 'a list of clients')) {
        for (const [place, client] of (clients as readonly unknown[]).entries()) restoration.client(client, place);
      }
    }
  }
  return restoration.end();
}

const pathOf = (place: number): string => `line ${place}`;

/** Lines on their way back. */
class Reading {
  readonly #restoration = new Restoration();
  #place = 0;
  #part: 'head' | 'accounts' | 'end' | 'foreign' = 'head';
  #accounts = 0;
  /** The account that is open: where it began, how many clients it said, and how many came. */
  #account: { readonly path: string; readonly said: unknown; came: number } = { path: pathOf(1), said: 0, came: 0 };

  line(text: string): void {
    this.#place++;
    if (this.#part === 'foreign' || text.trim() === '') return;
    const value = parsed(this.#place === 1 ? text.replace('\ufeff', '') : text);
    const path = pathOf(this.#place);
    if (this.#part === 'head') this.#head(value, text, path);
    else if (this.#part === 'end') this.#restoration.check(false, path, text, 'nothing after the end');
    else if (value !== undefined && !Array.isArray(value)) this.#next(value, path);
    else {
      this.#account.came++;
      if (this.#restoration.check(value !== undefined, path, text, 'an account, a client or the end, as JSON')) {
        this.#restoration.client(value, this.#place);
      }
    }
  }

  /** Of a file that is something else altogether nothing more is said. */
  #head(value: unknown, text: string, path: string): void {
    const { format, version } = fieldsOf(value);
    const isOurs = format === FORMAT && version === 1;
    this.#restoration.check(isOurs, path, text, `{"format":"${FORMAT}","version":1}`);
    this.#part = isOurs ? 'accounts' : 'foreign';
  }

  /** An account, or the end of all. */
  #next(value: unknown, path: string): void {
    this.#count();
    const { end, accounts, clients } = fieldsOf(value);
    if (end === true) {
      this.#part = 'end';
      this.#restoration.check(accounts === this.#accounts, `${path}.accounts`, accounts, String(this.#accounts));
      return;
    }
    this.#accounts++;
    this.#account = { path, said: clients, came: 0 };
    this.#restoration.open(value, path, pathOf);
  }

  #count(): void {
    const { path, said, came } = this.#account;
    this.#restoration.check(said === came, `${path}.clients`, said, `${came}: so many follow`);
  }

  end(): Restored {
    if (this.#part === 'head' || this.#part === 'accounts') {
      this.#restoration.check(false, pathOf(this.#place + 1), undefined, 'the end: the file was cut short');
    }
    return this.#restoration.end();
  }
}

/** An object or a list; of any other text nothing. */
function parsed(text: string): object | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
