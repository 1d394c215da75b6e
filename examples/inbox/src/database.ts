import { readFile } from 'node:fs/promises';
import { openPGlite } from './pglite.js';
import { openPostgres } from './postgres.js';

/** Runs one statement. Values go as parameters, never into the text. */
export type Query = <Row>(statement: string, parameters?: readonly unknown[]) => Promise<readonly Row[]>;

/** Hears what `pg_notify` says on a channel, across processes. */
export interface Listener {
  readonly onMessage: (payload: string) => void;
  /** The connection was lost and is there again: messages may have been missed. */
  readonly onGap: () => void;
}

/** What the inbox needs of PostgreSQL, embedded or not. */
export interface Database {
  readonly query: Query;
  /** All or nothing: what `work` throws undoes it, and is thrown on. Resolves after the commit. */
  readonly transaction: <T>(work: (query: Query) => Promise<T>) => Promise<T>;
  readonly listen: (channel: string, listener: Listener) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Any number will do, as long as nothing else of the database takes this lock. */
const MIGRATION_LOCK = 7_214_081;

/** A server by its `postgres://…`; else PGlite in a folder, or in memory (`memory://`). The tables are made if need be. */
export async function openDatabase(where: string): Promise<Database> {
  const database = /^postgres(ql)?:/.test(where) ? await openPostgres(where) : await openPGlite(where);
  const script = await readFile(new URL('schema.sql', import.meta.url), 'utf8');
  await database.transaction(async (query) => {
    // Two processes that start at once would both find no table, and one of them would fail to make it.
    await query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    for (const statement of script.split(/;\s*$/m)) if (statement.trim() !== '') await query(statement);
  });
  return database;
}
