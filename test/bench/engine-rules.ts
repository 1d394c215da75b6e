import { table as pendingTable, type PendingDecision } from '../../src/pending/index.js';
import {
  filingTable,
  table as requirementTable,
  type Policy,
  type RequirementDecision,
  type Seen,
} from '../../src/requirement/index.js';

/*
 * Our tables are data, so the very same rules can be fed to other engines.
 *
 * The engines get the situation, classified already, for that is fairer to them: they need not do the arithmetic with
 * time, of which their languages have little, and they leave the data (dates, instants) and `validUntil` out of the answer.
 */

/** A rule as both engines take it. */
export interface EngineRule {
  readonly when: Readonly<Record<string, string | readonly string[]>>;
  readonly answer: EngineAnswer;
}

/** What an engine answers: rule and outcome, without the data that the outcome carries. */
export interface EngineAnswer {
  readonly rule: string;
  readonly outcome: object;
}

export type EngineFacts = Readonly<Record<string, string>>;

export const pendingRules: readonly EngineRule[] = pendingTable.rows.map(({ rule, when, then }) => ({
  when,
  answer: { rule, outcome: then },
}));

/** Cases 3 and 4 ask who files: one rule for each answer to that. */
export const requirementRules: readonly EngineRule[] = requirementTable.rows.flatMap(
  ({ rule, when, then }): EngineRule[] => {
    if (then.action !== 'file') return [{ when, answer: { rule, outcome: then } }];
    const { case: number, subject } = then;
    return filingTable.rows.map((filing) => ({
      when: { ...when, ...filing.when },
      answer:
        filing.then.action === 'not-covered'
          ? { rule: filing.rule, outcome: filing.then }
          : { rule, outcome: { ...filing.then, case: number, subject } },
    }));
  },
);

export function pendingFacts({ task, lastMessage, resolved, ai }: PendingDecision['situation']): EngineFacts {
  return { task, lastMessage, resolved, ai };
}

export function requirementFacts(
  { initial, insistence, client }: Seen,
  product: NonNullable<Seen['product']>,
  meterFiling: Policy['meterFiling'],
): EngineFacts {
  return { initial, insistence, client, product, meterFiling };
}

/** What an engine should have answered. */
export function pendingAnswer({ rule, outcome: { action, reason } }: PendingDecision): EngineAnswer {
  return { rule, outcome: { action, reason } };
}

export function requirementAnswer({ rule, outcome }: RequirementDecision): EngineAnswer {
  if (outcome.action === 'tell-max-date' || outcome.action === 'tell-insistence-max-date') {
    return { rule, outcome: { action: outcome.action, case: outcome.case } };
  }
  if (outcome.action !== 'not-covered' || outcome.nearest?.action !== 'tell-insistence-max-date') {
    return { rule, outcome: { ...outcome } };
  }
  return { rule, outcome: { ...outcome, nearest: outcome.nearest.action } };
}
