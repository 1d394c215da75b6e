import { contact, ladder, pending, requirement } from 'pauta';
import type { DecisionTable, Space } from '../src/kernel/table.js';

type AnyTable = DecisionTable<Space, string, unknown>;

function isTable(value: unknown): value is AnyTable {
  return typeof value === 'object' && value !== null && 'rows' in value && 'facts' in value;
}

/** Every decision table that a room shows. */
export const tables: readonly AnyTable[] = [contact, ladder, pending, requirement].flatMap((room) =>
  Object.values(room).filter(isTable),
);
