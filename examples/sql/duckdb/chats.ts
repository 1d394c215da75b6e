import type { Facts } from 'pauta/pending';

/** The instant at which all chats are looked at. */
export const NOW = Date.parse('2026-05-13T14:00:00.000Z');

/** Park and Miller's generator, one step from the place of the chat: small enough for SQL and JavaScript to agree on each bit. */
const FACTOR = 48_271;
const MODULUS = 2_147_483_647;

/** The same chats in both worlds: each column is a few operations on whole numbers, once as SQL and once as JavaScript. */
export function tableOf(chats: number): string {
  return `
    CREATE TABLE chats AS
    WITH drawn AS (SELECT range AS id, ((range + 1) * ${FACTOR}) % ${MODULUS} AS seed FROM range(${chats})),
    dealt AS (SELECT id, seed % 8 AS author, seed // 8 % 5 AS resolved, seed // 40 % 4 AS ai, seed // 160 % 600001 AS age,
      seed // 1000 % 20 AS flag FROM drawn)
    SELECT id::integer AS id,
      CASE WHEN author < 3 THEN 'client' WHEN author < 5 THEN 'ai' WHEN author < 7 THEN 'seller' ELSE 'none' END AS last_message,
      CASE WHEN author < 5 AND resolved > 0 THEN ${NOW} - age END AS waiting_since,
      CASE WHEN ai > 0 THEN ${NOW} - age * ai END AS ai_since,
      resolved = 0 AS resolved,
      CASE WHEN author < 7 THEN ${NOW} - age // 2 END AS last_message_at,
      CASE WHEN ai = 3 THEN ${NOW} - age END AS ai_until,
      CASE WHEN flag = 0 THEN ${NOW} - age * 2 END AS action_since
    FROM dealt`;
}

/** The chat at a place. */
export function chatAt(id: number): Facts {
  const seed = ((id + 1) * FACTOR) % MODULUS;
  const author = seed % 8;
  const resolved = Math.floor(seed / 8) % 5;
  const ai = Math.floor(seed / 40) % 4;
  const age = Math.floor(seed / 160) % 600_001;
  const flag = Math.floor(seed / 1000) % 20;
  return {
    lastMessage: author < 3 ? 'client' : author < 5 ? 'ai' : author < 7 ? 'seller' : 'none',
    waitingSince: author < 5 && resolved > 0 ? NOW - age : null,
    aiSince: ai > 0 ? NOW - age * ai : null,
    resolved: resolved === 0,
    lastMessageAt: author < 7 ? NOW - Math.floor(age / 2) : null,
    aiUntil: ai === 3 ? NOW - age : null,
    actionSince: flag === 0 ? NOW - age * 2 : null,
  };
}
