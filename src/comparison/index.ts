/**
 * What would a change of policy change? Which stored records get another answer, from when, by which rule, and how much
 * earlier or later.
 */
export { comparePolicies, comparePoliciesAsync, comparison, comparisons } from './comparison.js';
export type {
  ActionOf,
  ComparisonOptions,
  Count,
  DecisionOf,
  Delivered,
  Difference,
  EventDifference,
  FactsRecord,
  HistoryRecord,
  PairSummary,
  PolicyComparison,
  PolicyOf,
  Progress,
  Questions,
  RecordComparison,
  RecordOf,
  RuleOf,
  Shift,
  ShiftSummary,
  Spread,
  Step,
  Summary,
  System,
  Taken,
} from './model.js';
export { isSameAnswer, isSameStep } from './sameness.js';
export { summary } from './summary.js';
