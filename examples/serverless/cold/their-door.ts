/**
 * The facts of a chat, as a team would write them in zod: the same columns, and the same contradictions refused.
 * Without `next`, for our `record` alone makes it: there is less to read than at our door, which is to its advantage.
 */
import * as z from 'zod';
import type { Facts } from 'pauta/pending';
import type { Faults } from './handler.js';

const instant = z.union([z.int(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))]).nullable();

const flat = z
  .strictObject({
    lastMessage: z.enum(['none', 'client', 'ai', 'seller']),
    waitingSince: instant.default(null),
    aiSince: instant.default(null),
    resolved: z.boolean().default(false),
    lastMessageAt: instant.exactOptional(),
    aiUntil: instant.exactOptional(),
    actionSince: instant.exactOptional(),
  })
  .check(({ value, issues }) => {
    const expect = (field: string, message: string) =>
      issues.push({ code: 'custom', message, path: [field], input: value });
    const isOpen = (value.lastMessage === 'client' || value.lastMessage === 'ai') && !value.resolved;
    if (isOpen === (value.waitingSince === null)) expect('waitingSince', isOpen ? 'an instant' : 'null');
    if (value.aiUntil != null && (value.aiSince === null || value.aiUntil < value.aiSince)) {
      expect('aiUntil', 'null, or an instant not before aiSince');
    }
  });

export function readFacts(body: unknown): Facts | Faults {
  const { success, data, error } = flat.safeParse(body);
  if (success) return data;
  return { faults: error.issues.map(({ path, message }) => ({ path: path.join('.'), expected: message })) };
}
