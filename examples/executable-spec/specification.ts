/** The company's cases under the company's policy, and what can be wrong with them. No test framework is known here. */
import { check, coverage, type Case } from 'pauta/spec';
import written from './company/cases.json' with { type: 'json' };
import { leftOut } from './company/left-out.js';
import { choices } from './company/policy.js';

/**
 * The cases with the policy put into each, so that answers and coverage are both those of the company. A case may have
 * a policy of its own: what it says stands above the company's.
 */
export const cases: readonly Case[] = underPolicy(written as readonly Case[]);

function underPolicy(some: readonly Case[]): readonly Case[] {
  const chosen: Readonly<Record<string, Case['policy']>> = choices;
  return some.map((one) => ({ ...one, policy: { ...chosen[one.system], ...one.policy } }));
}

/**
 * What is wrong with a case; nothing, where it holds. Stricter than `pass`: an answer that is right by another rule
 * than the one named is right by chance, and this case would not notice if it were no longer.
 */
export function faultsOf(one: Case): readonly string[] {
  const { pass, expected, actual, fired, ruleMatches, problems } = check(one);
  if (problems.length > 0)
    return problems.map(({ path, seen, expected: wants }) => `${path}: saw ${seen}, expected ${wants}`);
  const answer = pass ? [] : [`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
  return ruleMatches ? answer : [...answer, `names ${one.rule}, and ${fired.join(', ')} answered`];
}

/** Ids that are there twice: the later case would hide the earlier in a report. */
export function repeated(some: readonly Case[] = cases): readonly string[] {
  const ids = some.map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** What the cases exercise of one system, and where that is not what the company says of it. */
export interface SystemGaps {
  readonly system: string;
  readonly hit: readonly string[];
  readonly missed: readonly string[];
  /** Missed, and nobody says why. */
  readonly gaps: readonly string[];
  /** Said to be left out, and exercised, or no rule at all. */
  readonly stale: readonly string[];
}

/** One entry for each system that the cases ask. */
export function gapsOf(some: readonly Case[] = cases): readonly SystemGaps[] {
  return Object.entries(coverage(some).systems).map(([system, { rules }]) => ({
    system,
    hit: rules.hit,
    missed: rules.missed,
    gaps: rules.missed.filter((rule) => leftOut[rule] === undefined),
    stale: Object.keys(leftOut).filter((rule) => rule.startsWith(`${system}/`) && !rules.missed.includes(rule)),
  }));
}
