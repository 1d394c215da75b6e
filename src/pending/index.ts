/** Which chats still need a person, given that an AI agent may be attending? Source: the manual pending-chats. */
export { decide, isPending, stageOf } from './decide.js';
export { goal, goalTable, type GoalDecision, type GoalOutcome } from './goal.js';
export type {
  Attend,
  Author,
  Chat,
  ChatEvent,
  Code,
  Context,
  DeletionEvent,
  Event,
  Facts,
  MessageEvent,
  Nothing,
  Outcome,
  PendingDecision,
  PendingRecorded,
  ResolveEvent,
  Seen,
  Stage,
} from './model.js';
export { defaultPolicy, policy, type Policy, type PolicyChoices } from './policy.js';
export { pendingSince, queue, type Queue, type QueueContext, type Waiting } from './queue.js';
export { compact, record, start } from './record.js';
export { questions, type QuestionCode } from './questions.js';
export { rules, type RuleId } from './rules.js';
export { table } from './table.js';
export { waitBegan } from './wait.js';
