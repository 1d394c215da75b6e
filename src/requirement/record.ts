import { flow, learn } from './machine.js';
import type { Context, Event, Facts, Requirement, RequirementRecorded } from './model.js';
import { defaultPolicy } from './policy.js';
import type { RuleId } from './rules.js';

/** A requirement about which nothing is known but the line of product; `null`: not even that. */
export function start(product: Facts['product'] = null): Requirement {
  return { version: 1, stage: 'NONE', facts: { product, initial: null, insistences: [], client: 'unaware' }, seen: [] };
}

/**
 * Keeps an event of a requirement, or says by which rule it cannot be. Events are taken in the order in which the
 * host did or saw them; guards compare the event's own instant with the maximum dates.
 *
 * `client-asks` and `client-disagrees` move the requirement to `ESCALATED` where the case is 6, 7 or 8; what to do,
 * `decide` says, before or after. Answers to a closed requirement are kept, `late`.
 * Refused: `within-term`, `answered`, `insistence-open`, `no-insistence`, `no-new-requirement`, `not-answered`,
 * `no-initial-requirement`, `initial-exists`, `closed`, and `undated` for an instant that is not a number.
 * Without effect: `duplicate` (escalated, or closed, already) and `already-answered`.
 *
 * Source: requirement-management L77–130.
 */
export function record(
  requirement: Requirement,
  event: Event,
  context?: Partial<Pick<Context, 'policy'>>,
): RequirementRecorded {
  if (!Number.isFinite(event.at)) return { state: requirement, status: 'refused', code: 'undated' };
  if (requirement.seen.includes(event.id)) return { state: requirement, status: 'duplicate' };
  const { stage, facts, seen } = requirement;
  const step = flow.step(stage, event.type, facts, event, context?.policy ?? defaultPolicy);
  const rule: RuleId = step.rule;
  if ('refuse' in step) return { state: requirement, status: 'refused', code: step.refuse, rule };
  if ('ignore' in step) return { state: requirement, status: 'no-effect', code: step.ignore, rule };
  const moved = 'to' in step ? step.to : stage;
  const state: Requirement = { version: 1, stage: moved, facts: learn(facts, event), seen: [...seen, event.id] };
  return { state, status: 'late' in step ? 'late' : 'applied', rule };
}
