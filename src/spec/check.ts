import { catalogue, type Policies } from '../catalogue/index.js';
import { read, type Problem } from '../kernel/schema.js';
import { shown } from '../kernel/shown.js';
import { ask } from './asking.js';
import type { Check, Json } from './case.js';
import { fieldOf, guarded, nestingFaults } from './json.js';
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
  return guarded(
    testCase,
    () => checked(testCase, policies),
    (problem) => malformed(testCase, [problem]),
  );
}

function checked(testCase: unknown, policies: Partial<Policies>): Check {
  const asking = ask(testCase, policies);
  const problems = asking.ok ? [] : asking.problems;
  // What cannot be asked because of its nesting, cannot be read either.
  const envelope = nestingFaults(testCase).length > 0 ? null : read(envelopeSchema, testCase);
  const stray = [...strayVersion(testCase), ...strayRule(testCase)];
  if (!asking.ok || envelope?.ok !== true) {
    const further = envelope === null || envelope.ok ? [] : envelope.problems;
    return malformed(testCase, distinct([...further, ...problems, ...stray]));
  }
  if (stray.length > 0) return malformed(testCase, stray);
  const { id, rule, outcome, until, version } = envelope.value;
  const { answer } = asking;
  // A case may leave the version open.
  const decidedBy = version === undefined ? undefined : answer.version;
  return {
    id,
    pass: isSame(answer.outcome, outcome) && answer.until === until && decidedBy === version,
    expected: inFull({ outcome, until, version }),
    actual: inFull({ ...answer, version: decidedBy }),
    rule: answer.fired[0],
    fired: answer.fired,
    ruleMatches: answer.fired.some((id) => id === rule),
    problems: [],
  };
}

/** The id of a case, or of what was meant to be one. */
export function idOf(testCase: unknown): string {
  const id = fieldOf(testCase, 'id');
  return typeof id === 'string' ? id : '(no id)';
}

/** Envelope and question find some faults both. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  const first = new Map<string, Problem>();
  for (const problem of problems) if (!first.has(problem.path)) first.set(problem.path, problem);
  return [...first.values()];
}

/** What is wrong with a case whose rule nobody knows. */
function strayRule(testCase: unknown): readonly Problem[] {
  const [system, rule] = [fieldOf(testCase, 'system'), fieldOf(testCase, 'rule')];
  const of = typeof system === 'string' ? ` of ${system}` : '';
  if (typeof rule !== 'string' || catalogue.some(({ id }) => id === rule)) return [];
  return [{ path: 'rule', seen: shown(rule), expected: `a rule of the catalogue${of}` }];
}

/** What is wrong with a case that expects a version, and has none. */
function strayVersion(testCase: unknown): readonly Problem[] {
  const version = fieldOf(testCase, 'version');
  if (version === undefined || fieldOf(testCase, 'policies') !== undefined) return [];
  return [{ path: 'version', seen: shown(version), expected: 'nothing, where no `policies` stand' }];
}

function malformed(testCase: unknown, problems: readonly Problem[]): Check {
  const outcome = fieldOf(testCase, 'outcome') as Json | undefined;
  return {
    id: idOf(testCase),
    pass: false,
    expected: outcome ?? null,
    actual: null,
    rule: null,
    fired: [],
    ruleMatches: false,
    problems,
  };
}

/** The outcome, with what else is compared. */
function inFull({ outcome, until, version }: Compared): Json {
  if (until === undefined && version === undefined) return outcome;
  return { outcome, ...(until === undefined ? {} : { until }), ...(version === undefined ? {} : { version }) };
}

interface Compared {
  readonly outcome: Json;
  readonly until?: number | undefined;
  readonly version?: string | undefined;
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
