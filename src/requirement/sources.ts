import type { Decision } from '../kernel/decision.js';
import type { Facts } from './model.js';
import type { RuleId } from './rules.js';

/** What of a requirement the two source systems can tell. */
export type Sourced = Pick<Facts, 'initial' | 'insistences'>;

/** What both systems agree on, or where they do not. */
export type SourcesOutcome =
  | { readonly action: 'use'; readonly facts: Sourced }
  | {
      readonly action: 'not-covered';
      readonly gap: 'sources-disagree';
      readonly question: 'RQ-14';
      /** Which of the two differ. */
      readonly fields: readonly (keyof Sourced)[];
      readonly nearest: null;
    }
  | { readonly action: 'need-fact'; readonly fact: 'source' };

/** What `reconcile` answers. Time changes nothing here: `validUntil` is `null`. */
export type SourcesDecision = Decision<
  SourcesOutcome,
  RuleId,
  { readonly sources: 'none' | 'one' | 'agree' | 'disagree' }
>;

/**
 * Puts together what was read in STP and in CRM; `null`: not looked up there. Either will do, and the manual does
 * not say which one wins: where they differ, a person reconciles them. The order of the insistences does not matter.
 *
 * Source: requirement-management L81–110.
 */
export function reconcile(stp: Sourced | null, crm: Sourced | null): SourcesDecision {
  const rule = 'requirement/check-sources';
  const only = stp ?? crm;
  if (only === null) {
    return { outcome: { action: 'need-fact', fact: 'source' }, rule, situation: { sources: 'none' }, validUntil: null };
  }
  if (stp === null || crm === null) {
    return { outcome: { action: 'use', facts: only }, rule, situation: { sources: 'one' }, validUntil: null };
  }
  const fields = (['initial', 'insistences'] as const).filter((field) => written(stp, field) !== written(crm, field));
  return fields.length === 0
    ? { outcome: { action: 'use', facts: stp }, rule, situation: { sources: 'agree' }, validUntil: null }
    : {
        outcome: { action: 'not-covered', gap: 'sources-disagree', question: 'RQ-14', fields, nearest: null },
        rule,
        situation: { sources: 'disagree' },
        validUntil: null,
      };
}

function written(recorded: Sourced, field: keyof Sourced): string | null {
  if (field === 'initial') return recorded.initial && ticket(recorded.initial);
  return (recorded.insistences ?? [])
    .map((insistence) => `${insistence.kind} ${ticket(insistence)}`)
    .sort()
    .join();
}

function ticket({ answered, deadline }: NonNullable<Sourced['initial']>): string {
  return `${answered} ${deadline}`;
}
