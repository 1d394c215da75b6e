import { read, type Problem } from '../kernel/schema.js';
import { rules as contactRules } from '../contact/rules.js';
import { rules as ladderRules } from '../ladder/rules.js';
import { rules as messagingRules } from '../messaging/rules.js';
import { rules as pendingRules } from '../pending/rules.js';
import { rules as requirementRules } from '../requirement/rules.js';
import { rules as routingRules } from '../routing/rules.js';
import type { Answer, Check, Json, Question } from './case.js';
import { questions as contactQuestions } from './contact/answer.js';
import { questions as ladderQuestions } from './ladder/answer.js';
import { questions as messagingQuestions } from './messaging/answer.js';
import { questions as pendingQuestions } from './pending/answer.js';
import { questions as requirementQuestions } from './requirement/answer.js';
import { questions as routingQuestions } from './routing/answer.js';
import { envelopeSchema } from './schema.js';

/** What can be asked of each system, and the rules that may answer. */
const systems: Readonly<Record<string, { questions: Readonly<Record<string, Question>>; rules: object }>> = {
  contact: { questions: contactQuestions, rules: contactRules },
  ladder: { questions: ladderQuestions, rules: ladderRules },
  messaging: { questions: messagingQuestions, rules: messagingRules },
  pending: { questions: pendingQuestions, rules: pendingRules },
  requirement: { questions: requirementQuestions, rules: requirementRules },
  routing: { questions: routingQuestions, rules: routingRules },
};

/**
 * Asks the library what a case asks, and compares. The order of an array counts, that of an object's fields does not.
 *
 * A case that is malformed, or names a system, decision, rule, field or value that does not exist, does not pass:
 * `problems` says everything that is wrong with it. Nothing is skipped, and nothing is thrown.
 */
export function check(testCase: unknown): Check {
  const envelope = read(envelopeSchema, testCase);
  if (!envelope.ok) return malformed(testCase, envelope.problems);
  const { system, decision, rule, given, now, zone, outcome, until } = envelope.value;
  const asked = own(systems, system);
  if (asked === undefined) return malformed(testCase, [unknown('system', system, Object.keys(systems))]);
  const question = own(asked.questions, decision);
  if (question === undefined) return malformed(testCase, [unknown('decision', decision, Object.keys(asked.questions))]);
  if (!Object.hasOwn(asked.rules, rule)) {
    return malformed(testCase, [
      { path: 'rule', seen: JSON.stringify(rule), expected: `a rule of the catalogue of ${system}` },
    ]);
  }
  const answer = question(given, { now, zone });
  if (!isAnswer(answer)) return malformed(testCase, answer);
  return {
    id: envelope.value.id,
    pass: isSame(answer.outcome, outcome) && answer.until === until,
    expected: shown(outcome, until),
    actual: shown(answer.outcome, answer.until),
    rule: answer.fired[0],
    fired: answer.fired,
    ruleMatches: answer.fired.includes(rule),
    problems: [],
  };
}

function isAnswer(answer: Answer | readonly Problem[]): answer is Answer {
  return 'fired' in answer;
}

/** Never what an object inherits: a case may name a system `constructor`. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function unknown(path: string, seen: string, known: readonly string[]): Problem {
  return { path, seen: JSON.stringify(seen), expected: `a ${path} that is known: ${known.join(', ')}` };
}

function malformed(testCase: unknown, problems: readonly Problem[]): Check {
  const { id, outcome } = Object(testCase) as { readonly id?: unknown; readonly outcome?: Json };
  return {
    id: typeof id === 'string' ? id : '(no id)',
    pass: false,
    expected: outcome ?? null,
    actual: null,
    rule: null,
    fired: [],
    ruleMatches: false,
    problems,
  };
}

function shown(outcome: Json, until: number | undefined): Json {
  return until === undefined ? outcome : { outcome, until };
}

function isSame(a: Json, b: Json): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (isList(a) || isList(b)) {
    return isList(a) && isList(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index] as Json));
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key] as Json, b[key] as Json))
  );
}

/** `Array.isArray` does not tell a read-only array from the rest. */
function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
