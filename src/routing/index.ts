/**
 * Whose client is this: main agent, backup, supervisor? Source: the manual direct-assignment.
 * A portfolio is uploaded with `pauta/routing/csv`; numbers are read with the knowledge of a country by
 * `pauta/routing/phones`. Neither is dragged along from here.
 */
export type { Batch } from './batch.js';
export {
  agentOf,
  configurationFlow,
  configure,
  newUser,
  type Configuration,
  type ConfigurationCode,
  type ConfigurationEvent,
  type ConfigurationRecorded,
  type ConfigurationStage,
  type Presence,
  type Settings,
} from './configuration.js';
export { decide, whyNot } from './decide.js';
export {
  faultOf,
  normalised,
  otherSpelling,
  type AccountKind,
  type IdentifierFault,
  type Phones,
} from './identifier.js';
export { flow } from './machine.js';
export type {
  Actor,
  Agent,
  Assign,
  Assignment,
  Code,
  Contact,
  Context,
  Event,
  Keep,
  Mode,
  NotCovered,
  NotInPortfolio,
  Outcome,
  PassedOver,
  Role,
  RoutingDecision,
  Seen,
  Stage,
  Team,
  Upload,
  UploadRecorded,
  Why,
} from './model.js';
export { defaultPolicy, policy, type Delimiter, type Policy, type PolicyChoices } from './policy.js';
export {
  assignments,
  emptyPortfolio,
  find,
  kindOf,
  load,
  preview,
  without,
  type AccountSummary,
  type Effect,
  type Load,
  type Loaded,
  type Portfolio,
  type PortfolioJson,
  type Preview,
  type StoredAccount,
  type StoredClient,
} from './portfolio.js';
export { questions, type QuestionCode } from './questions.js';
export { record, start } from './record.js';
export { rules, type RuleId } from './rules.js';
export type { Fault, Restored } from './restoration.js';
export { fromJson, fromLines, fromLineStream, lines } from './stored.js';
export { agentTable, supervisorTable, table } from './table.js';
export type { Change, Counts } from './union.js';
export {
  faultsOf,
  validateRows,
  type Accepted,
  type Refused,
  type RowProblem,
  type UploadRow,
  type Validation,
  type ValidationOptions,
} from './validation.js';
export { contentTable, gateTable, type ContentSeen, type GateSeen, type RefusalCode } from './verdict.js';
export type { Warning } from './warnings.js';
