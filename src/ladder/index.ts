/** A moving job has no mover yet: what is the next step? Source: the manual manual-assignment, L1–22. */
export {
  broadcast,
  segmentTable,
  type BroadcastDecision,
  type BroadcastOutcome,
  type Mover,
  type Service,
  type VolumeClass,
} from './broadcast.js';
export { decide } from './decide.js';
export { duties, type Duties, type Duty } from './duties.js';
export {
  enRouteMovers,
  fitOf,
  fitTable,
  type Candidate,
  type Fit,
  type FitDecision,
  type FitOutcome,
  type FitSeen,
  type InterMove,
  type ScheduledJob,
} from './en-route.js';
export type { Event, PauseEvent, SearchEvent } from './event.js';
export { flow } from './machine.js';
export type {
  Availability,
  Code,
  Confirmation,
  Context,
  Facts,
  ImpossibilityWindow,
  LadderDecision,
  LadderRecorded,
  Offer,
  OfferCheck,
  Search,
  Seen,
  Stage,
} from './model.js';
export type { Pause, PauseCode } from '../kernel/pause.js';
export { checkTable, offerTable, verifyOffer, type CheckAnswer, type CheckDecision } from './offer.js';
export type {
  Assigned,
  AssignStep,
  CollectReplies,
  ContactClient,
  Hold,
  NeedFact,
  NotCovered,
  Nothing,
  Outcome,
  ResendToMps,
  SearchInter,
  SendLists,
  TellContact,
  Wait,
} from './outcome.js';
export { defaultPolicy, policy, type Policy, type PolicyChoices } from './policy.js';
export { record, start, type Beginning } from './record.js';
export {
  onRefusal,
  priceReport,
  priceTable,
  refusalTable,
  winner,
  winnerTable,
  type PriceDecision,
  type PriceOutcome,
  type RefusalDecision,
  type RefusalOutcome,
  type RefusalReason,
  type Reply,
  type WinnerDecision,
  type WinnerOutcome,
} from './replies.js';
export { questions, type QuestionCode } from './questions.js';
export { rules, type RuleId } from './rules.js';
export { table } from './table.js';
export { waitBegan } from './wait.js';
