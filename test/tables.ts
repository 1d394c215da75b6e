import { contact, ladder, messaging, pending, requirement, routing } from 'pauta';
import type { CollectTable, DecisionTable, Space } from '../src/kernel/table.js';

type Answering = DecisionTable<Space, string, unknown>;
type Collecting = CollectTable<Space, string, unknown>;

function isTable(value: unknown): value is Answering | Collecting {
  return typeof value === 'object' && value !== null && 'rows' in value && 'facts' in value;
}

/** Every decision table that a room shows. */
export const tables: readonly (Answering | Collecting)[] = [
  contact,
  ladder,
  messaging,
  pending,
  requirement,
  routing,
].flatMap((room) => Object.values(room).filter(isTable));

/** Those in which one row answers. */
export const answering = tables.filter((table): table is Answering => table.hit !== 'collect');

/** Those in which several rows may answer, or none. */
export const collecting = tables.filter((table): table is Collecting => table.hit === 'collect');
