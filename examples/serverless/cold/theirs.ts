import { Engine } from 'json-rules-engine';
import type { Facts } from 'pauta/pending';
import type { Told } from './handler.js';
import rules from './rules.json' with { type: 'json' };

const WINDOW = 5 * 60_000;

/** The rules as a team would write them for the engine. That they are the library's own, a test holds. */
const engine = new Engine(
  rules.map(({ rule, when, outcome, statement }) => ({
    conditions: {
      all: Object.entries(when).map(([fact, value]) => ({
        fact,
        operator: Array.isArray(value) ? 'in' : 'equal',
        value,
      })),
    },
    event: { type: 'decision', params: { rule, outcome, statement } },
  })),
);

/** Rule and outcome, by the engine. It has no arithmetic with time: the AI's window is reckoned before it is asked. */
export async function theirs(facts: Facts, now: number): Promise<Told> {
  const { events } = await engine.run(situationOf(facts, now));
  const { rule, outcome, statement } = events[0]?.params as unknown as (typeof rules)[number];
  const { waitingSince } = facts;
  return {
    decision: { rule, outcome: outcome.action === 'attend' ? { ...outcome, waitingSince } : outcome },
    statement,
  };
}

function situationOf(facts: Facts, now: number): Record<string, string> {
  const { lastMessage, resolved, actionSince = null } = facts;
  return {
    task: actionSince === null ? 'none' : 'open',
    lastMessage,
    resolved: resolved ? 'yes' : 'no',
    ai: attendanceOf(facts, now),
  };
}

function attendanceOf({ aiSince, aiUntil = null, waitingSince }: Facts, now: number): string {
  if (aiSince === null || aiUntil !== null) return 'off';
  return now > Math.max(waitingSince ?? aiSince, aiSince) + WINDOW ? 'overdue' : 'attending';
}
