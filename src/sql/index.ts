/** The rules of `pending` and `requirement` as SQL, for those whose records sit in a database. */
export type { PendingColumns } from './chat.js';
export type { InstantOptions } from './instants.js';
export type { SchemaOption } from './naming.js';
export { pendingSql, type PendingSql, type PendingSqlOptions } from './pending.js';
export { requirementSql, type RequirementSql, type RequirementSqlOptions } from './requirement.js';
export type { InsistenceColumns, RequirementColumns } from './ticket.js';
