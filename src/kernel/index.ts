/** What all systems stand on: clocks, decision tables, machines, timelines. It knows nothing of contact centres. */
export { businessCalendar, BusinessCalendar } from './business-calendar.js';
export { dayAt, dayOf, endOfDate, startOfDay, type CivilDate, type Day } from './calendar.js';
export { fixedClock, manualClock, Now, type Clock, type Duration, type Instant, type ManualClock } from './clock.js';
export {
  datedPolicies,
  decideDated,
  versionAt,
  versionFor,
  type Dated,
  type DatedContext,
  type DatedPolicies,
  type PolicyVersion,
} from './dated-policies.js';
export {
  defineQuestions,
  defineRules,
  timeline,
  type Decision,
  type Interval,
  type OpenQuestion,
  type Recorded,
  type Rule,
  type Sentence,
  type WithNext,
} from './decision.js';
export { journal, type Entry, type Journal, type JournalDefinition, type JournalKeeper, type Kept } from './journal.js';
export { machine, type Arrow, type Machine, type MachineDefinition, type Step } from './machine.js';
export {
  addressOf,
  analyse,
  decisionTable,
  type Analysis,
  type CollectTable,
  type DecisionTable,
  type HitPolicy,
  type ProvenTable,
  type Row,
  type Situation,
  type Space,
  type TableDefinition,
  type When,
} from './table.js';
export { type CalendarChoices, type Holiday, type Shift, type Weekday } from './shifts.js';
export { type Wait, type WaitChoice, type WorkingWait } from './wait.js';
export { endOfPausedWait, type Pause, type PauseCode } from './pause.js';
export { nearMisses, type NearMiss } from './near-misses.js';
