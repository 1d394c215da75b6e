import { catalogue, type Policies } from '../catalogue/index.js';
import { read, type Problem } from '../kernel/schema.js';
import { ask } from './asking.js';
import type { Case, Check, Json } from './case.js';
import { envelopeSchema } from './schema.js';

/**
 * Asks the library what a case asks, and compares. The order of an array counts, that of an object's fields does not.
 *
 * A case that is malformed, or names a system, decision, rule, field or value that does not exist, does not pass:
 * `problems` says everything that is wrong with it. Nothing is skipped, and nothing is thrown.
 *
 * `policies`: a company's own; absent: the manual's values, under which all cases of the library pass.
 */
export function check(testCase: unknown, policies: Partial<Policies> = {}): Check {
  const envelope = read(envelopeSchema, testCase);
  if (!envelope.ok) return malformed(testCase, envelope.problems);
  const { id, rule, outcome, until } = envelope.value;
  const asking = ask(testCase, policies);
  const stray = asking.ok ? strayRule(envelope.value) : [];
  if (!asking.ok || stray.length > 0) return malformed(testCase, asking.ok ? stray : asking.problems);
  const { answer } = asking;
  return {
    id,
    pass: isSame(answer.outcome, outcome) && answer.until === until,
    expected: shown(outcome, until),
    actual: shown(answer.outcome, answer.until),
    rule: answer.fired[0],
    fired: answer.fired,
    ruleMatches: answer.fired.some((id) => id === rule),
    problems: [],
  };
}

/** What is wrong with a case whose rule nobody knows. */
function strayRule({ system, rule }: Pick<Case, 'system' | 'rule'>): readonly Problem[] {
  return catalogue.some(({ id }) => id === rule)
    ? []
    : [{ path: 'rule', seen: JSON.stringify(rule), expected: `a rule of the catalogue of ${system}` }];
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
