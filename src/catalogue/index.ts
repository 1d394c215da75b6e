/**
 * Every rule of every system, what the manuals leave open, and the tables and machines that the rules are told by:
 * for whoever shows, checks or compares them. To decide, a system's own subpath is enough.
 */
export { catalogue, openQuestions, questionOf, ruleOf, type Entry, type QuestionEntry } from './entry.js';
export { kindOf, tablesOf, type AnyDecision, type Decisions, type Kind } from './kinds.js';
export { rowsFor, rowsIn, rowsOf, tableOf, type AnsweringRow, type AnyTable, type RowRef } from './rows.js';
export {
  machines,
  systems,
  tables,
  type AnyRuleId,
  type MachineName,
  type Policies,
  type System,
  type TableName,
} from './systems.js';
