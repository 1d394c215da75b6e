/**
 * A bot's conversations: classified, handed off, closed, loaded into the CRM, watched. Source: the manual messaging.
 */
export { agenda, type Agenda, type AgendaContext, type Due, type Open } from './agenda.js';
export {
  automationTable,
  fallbackTable,
  intakeTable,
  type AutomationSeen,
  type AutomationStep,
  type FallbackSeen,
  type TriggersSeen,
} from './automation.js';
export {
  classification,
  classificationTable,
  type ClassificationDecision,
  type ClassificationOutcome,
  type ClassificationSeen,
} from './classification.js';
export {
  closing,
  closingTable,
  type Closing,
  type ClosingDecision,
  type ClosingOutcome,
  type ClosingSeen,
} from './closing.js';
export { decide } from './decide.js';
export {
  department,
  departmentTable,
  type DepartmentDecision,
  type DepartmentOutcome,
  type DepartmentSeen,
} from './department.js';
export { duties, type Duties, type Duty } from './duties.js';
export { greeting, type DayPart, type GreetingDecision, type GreetingOutcome } from './greeting.js';
export { isBotOn, isForBot } from './handoff.js';
export { hooking, hookTable, type HookDecision, type HookOutcome, type HookSeen } from './hooking.js';
export { intake, type IntakeDecision, type IntakeFacts, type IntakeOutcome, type IntakeSeen } from './intake.js';
export {
  loadingFlow,
  newContact,
  recordLoading,
  type Loading,
  type LoadingCode,
  type LoadingEvent,
  type LoadingRecorded,
  type LoadingStage,
} from './loading.js';
export { flow } from './machine.js';
export {
  message,
  type MessageContext,
  type MessageData,
  type MessageDecision,
  type MessageOutcome,
} from './message.js';
export type {
  ClosingStep,
  Code,
  Context,
  Conversation,
  ConversationRecorded,
  Course,
  Event,
  Facts,
  Message,
  MessagingDecision,
  Reach,
  Stage,
  Timeless,
} from './model.js';
export {
  monitoring,
  monitoringTable,
  round,
  type Judgement,
  type MonitoringDecision,
  type MonitoringOutcome,
  type MonitoringSeen,
  type RoundDecision,
  type RoundOutcome,
  type RoundStep,
  type Watch,
  type WatchStep,
} from './monitoring.js';
export type {
  CaseDuty,
  Classify,
  ClosedOut,
  ClosingAct,
  ClosingRefusal,
  ClosingReply,
  Hook,
  NeedFact,
  Nothing,
  Outcome,
  Part,
  RefuseClosing,
  ReplyComment,
  SendMessage,
} from './outcome.js';
export type { TemplateName } from './placeholders.js';
export {
  defaultPolicy,
  policy,
  type Greeting,
  type Greetings,
  type Policy,
  type PolicyChoices,
  type Role,
  type User,
} from './policy.js';
export { record, start } from './record.js';
export { questions, type QuestionCode } from './questions.js';
export { rules, type RuleId } from './rules.js';
export {
  caseTable,
  support,
  supportTable,
  type CaseSeen,
  type SupportCase,
  type SupportDecision,
  type SupportOutcome,
  type SupportSeen,
} from './support.js';
export { table, type Situation } from './table.js';
export { waitBegan } from './triggers.js';
