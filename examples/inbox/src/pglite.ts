import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Database, Query } from './database.js';

/** PostgreSQL inside this process, in a folder or in memory. One connection: transactions take turns. */
export async function openPGlite(folder: string): Promise<Database> {
  const database = await PGlite.create(folder);
  const queryOn =
    (connection: PGlite | Transaction): Query =>
    async <Row>(statement: string, parameters: readonly unknown[] = []) =>
      (await connection.query<Row>(statement, [...parameters])).rows;
  return {
    query: queryOn(database),
    transaction: (work) => database.transaction((connection) => work(queryOn(connection))),
    listen: async (channel, { onMessage }) => {
      await database.listen(channel, onMessage);
    },
    close: () => database.close(),
  };
}
