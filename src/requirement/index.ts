/** A customer insists on a ticket: which of the eight cases is it, and who files what? Source: the manual requirement-management. */
export {
  collections,
  collectionsTable,
  describe,
  type CollectionsDecision,
  type CollectionsOutcome,
  type DebtNotice,
  type Description,
  type DescriptionDecision,
} from './collections.js';
export { decide } from './decide.js';
export { flow } from './machine.js';
export type {
  Code,
  Context,
  CreateTicket,
  Deadline,
  Escalate,
  Event,
  Facts,
  Gap,
  Insistence,
  InsistenceKind,
  NotCovered,
  Outcome,
  Product,
  ReadAnswer,
  Requirement,
  RequirementDecision,
  RequirementRecorded,
  Seen,
  Stage,
  Stance,
  TellClientToFile,
  TellInsistenceMaxDate,
  TellMaxDate,
  Ticket,
} from './model.js';
export { defaultPolicy, policy, type Channel, type Policy, type Typification } from './policy.js';
export { questions, type QuestionCode } from './questions.js';
export { record, start } from './record.js';
export { rules, type RuleId } from './rules.js';
export { reconcile, type Sourced, type SourcesDecision, type SourcesOutcome } from './sources.js';
export { filingTable, table } from './table.js';
export {
  channel,
  channelTable,
  subjectOf,
  subjects,
  typify,
  typifyTable,
  type ChannelDecision,
  type ChannelOutcome,
  type Subject,
  type TimelessContext,
  type Typifiable,
  type TypifyDecision,
  type TypifyOutcome,
  type TypifySeen,
} from './typification.js';
