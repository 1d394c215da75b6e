import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/** What this example asks of a database. */
export interface Database {
  readonly name: string;
  /** Runs statements that take no parameters. */
  run(statements: string): Promise<void>;
  /** Asks one question, its values apart from its text. */
  rows<Row>(question: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** PostgreSQL inside this process, in memory: nothing to install, nothing left behind. */
export async function embedded(): Promise<Database> {
  const database = await PGlite.create();
  return {
    name: `PGlite ${await versionOf(async (question) => (await database.query<{ version: string }>(question)).rows)}`,
    run: async (statements) => {
      await database.exec(statements);
    },
    rows: async <Row>(question: string, values: readonly unknown[] = []) =>
      (await database.query<Row>(question, [...values])).rows,
    close: () => database.close(),
  };
}

/** A PostgreSQL server. All that is made in this session goes into temporary tables and views, and is gone with it. */
export async function server(url: string): Promise<Database> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('SET search_path = pg_temp, pg_catalog');
  return {
    name: `PostgreSQL ${await versionOf(async (question) => (await client.query<{ version: string }>(question)).rows)}`,
    run: async (statements) => {
      await client.query(statements);
    },
    rows: async <Row>(question: string, values: readonly unknown[] = []) =>
      (await client.query<Row & pg.QueryResultRow>(question, [...values])).rows,
    close: () => client.end(),
  };
}

async function versionOf(ask: (question: string) => Promise<readonly { version: string }[]>): Promise<string> {
  const [row] = await ask("SELECT split_part(current_setting('server_version'), ' ', 1) AS version");
  return row?.version ?? 'of unknown version';
}
