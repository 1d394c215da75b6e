import { policy, type Facts, type Policy } from 'pauta/pending';
import type { Database } from './database.js';
import { pick, type Random } from './random.js';

/** Two tables with the same chats: one with PostgreSQL's own instants, one with milliseconds since 1970. */
export const tables = `
CREATE TABLE chats (
  id integer PRIMARY KEY,
  last_message text,
  waiting_since timestamptz,
  ai_since timestamptz,
  resolved boolean,
  last_message_at timestamptz,
  ai_until timestamptz,
  action_since timestamptz
);
CREATE TABLE chats_in_ms (
  id integer PRIMARY KEY,
  last_message text,
  waiting_since bigint,
  ai_since bigint,
  resolved boolean,
  last_message_at bigint,
  ai_until bigint,
  action_since bigint
);`;

/** The instant at which all chats of the tests are looked at. */
export const NOW = Date.parse('2026-05-13T14:00:00.000Z');

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Each policy's window ends at the same boundaries, so that every chat is at the edge of one of them. */
export const policies: readonly Policy[] = [
  policy(),
  policy({ aiWindow: { minutes: 3 } }),
  policy({ aiWindow: { minutes: 0 } }),
  policy({ measureFrom: 'last-message' }),
  policy({ exemptionCovers: 'ai-messages' }),
  policy({ exemptionCovers: 'ai-messages', measureFrom: 'last-message', aiWindow: { minutes: 3 } }),
  policy({ exemptionCovers: 'nothing' }),
];

/**
 * Any combination of columns, possible or not, with windows that end exactly now, one millisecond ago or one ahead,
 * and instants that lie ahead.
 */
export function randomChat(random: Random): Facts {
  const instant = (): number =>
    NOW - pick(random, [0, 3, 5]) * MINUTE + pick(random, [-1, 0, 1, -1, 0, 1, -HOUR, -MINUTE, MINUTE]);
  const perhaps = (share: number): number | null => (random() < share ? instant() : null);
  return {
    lastMessage: pick(random, ['none', 'client', 'client', 'ai', 'ai', 'seller'] as const),
    waitingSince: perhaps(0.8),
    aiSince: perhaps(0.8),
    resolved: random() < 0.2,
    lastMessageAt: perhaps(0.8),
    aiUntil: perhaps(0.2),
    actionSince: perhaps(0.15),
  };
}

/** As many rows as go into one statement. */
const BATCH = 5_000;

/** The chats go in as one JSON value for each batch. The `id` of a chat is its place. */
export async function store(database: Database, chats: readonly Facts[]): Promise<void> {
  for (let from = 0; from < chats.length; from += BATCH) {
    const rows = chats.slice(from, from + BATCH).map((chat, index) => ({
      id: from + index,
      last_message: chat.lastMessage,
      waiting_since: chat.waitingSince,
      ai_since: chat.aiSince,
      resolved: chat.resolved,
      last_message_at: chat.lastMessageAt,
      ai_until: chat.aiUntil,
      action_since: chat.actionSince,
    }));
    await database.rows('INSERT INTO chats_in_ms SELECT * FROM json_populate_recordset(NULL::chats_in_ms, $1::json)', [
      JSON.stringify(rows),
    ]);
  }
  // PostgreSQL keeps microseconds, JavaScript does not: some are added, and must change nothing.
  const instant = (column: string, step: number): string =>
    `to_timestamp(${column} / 1000.0) + (id * ${step} % 1000) * interval '1 microsecond'`;
  await database.run(`
    INSERT INTO chats SELECT id, last_message, ${instant('waiting_since', 7)}, ${instant('ai_since', 11)}, resolved,
      ${instant('last_message_at', 13)}, ${instant('ai_until', 17)}, ${instant('action_since', 19)}
    FROM chats_in_ms;
    ANALYZE chats;
    ANALYZE chats_in_ms;`);
}
