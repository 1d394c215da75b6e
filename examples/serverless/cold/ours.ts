import { decide, rules, type Facts } from 'pauta/pending';
import type { Told } from './handler.js';

/** As the library answers: rule, outcome, situation, and until when. */
export function ours(facts: Facts): Told {
  const decision = decide(facts, { clock: Date });
  return { decision, statement: rules[decision.rule].statement };
}
