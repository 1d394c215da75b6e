/** How and when do we contact the client of a move that has no mover? Source: the manual manual-assignment, L22–40. */
export { alternative, alternativeTable, type AlternativeDecision, type AlternativeOutcome } from './alternative.js';
export { answerTable, clientAnswer, type AnswerDecision, type AnswerOutcome, type AnswerSeen } from './answer.js';
export { courseTable, type CourseSeen } from './course.js';
export { decide } from './decide.js';
export { flow } from './machine.js';
export {
  chatNote,
  helpMail,
  mailTable,
  refundMail,
  type Addressed,
  type Mail,
  type MailDecision,
  type MailOutcome,
  type NoteDecision,
  type NoteOutcome,
} from './mail.js';
export type {
  Availability,
  Call,
  Code,
  Contact,
  ContactDecision,
  ContactRecorded,
  Context,
  Course,
  Event,
  Facts,
  NewDates,
  Offered,
  Seen,
  Stage,
  Stance,
  Statement,
} from './model.js';
export type {
  AcceptDateStep,
  AnswerStep,
  AwaitDates,
  AwaitReply,
  CallNow,
  FoundStep,
  Gap,
  HandleReply,
  NeedFact,
  NotCovered,
  NotFoundStep,
  Nothing,
  Outcome,
  RefundStep,
  SearchStep,
  SendCallRecordMail,
  SendHelpMail,
  TakeSteps,
  Wait,
} from './outcome.js';
export { outreachTable, type OutreachSeen } from './outreach.js';
export { defaultPolicy, policy, type Policy, type PolicyChoices } from './policy.js';
export { record, start, type Beginning } from './record.js';
export { questions, type QuestionCode } from './questions.js';
export { rules, type RuleId } from './rules.js';
export { table } from './table.js';
export { waitBegan } from './wait.js';
