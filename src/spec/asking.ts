import type { Policies, System } from '../catalogue/index.js';
import { defaultPolicy as contact } from '../contact/policy.js';
import { read, type Problem, type Read } from '../kernel/schema.js';
import { shown } from '../kernel/shown.js';
import { defaultPolicy as ladder } from '../ladder/policy.js';
import { defaultPolicy as messaging } from '../messaging/policy.js';
import { defaultPolicy as pending } from '../pending/policy.js';
import { defaultPolicy as requirement } from '../requirement/policy.js';
import { defaultPolicy as routing } from '../routing/policy.js';
import type { Answer, Case, Question } from './case.js';
import { nestingFaults } from './json.js';
import { decisionsOf, isSystem, questionNamed } from './questions.js';
import { askedSchema, policySchemas } from './schema.js';

/** What a case asks: all of it but the answer that it expects. */
export type Asked = Pick<Case, 'system' | 'decision' | 'given' | 'now' | 'zone' | 'policy'>;

/** The library's answer, or everything that is wrong with what was asked. */
export type Asking =
  { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly problems: readonly Problem[] };

const manual: Policies = { contact, ladder, messaging, pending, requirement, routing };

/**
 * Asks the library what a case asks, without an answer to compare with. Fields of a whole case that are not needed here
 * are passed over. What is asked comes from outside: whatever it is, nothing is thrown.
 *
 * `policies`: a company's own; the manual's values for the systems that are left out. What the case itself says stands
 * above them (its `policy`, and what the format has fields for: `windowMinutes`, `zone` …).
 *
 * @example
 * ```ts
 * import { ask } from 'pauta/spec';
 *
 * const asked = { system: 'pending', decision: 'goal', given: { pending: 0, toQuote: 3 }, zone: 'UTC' } as const;
 * const asking = ask({ ...asked, now: '2026-05-13T10:00:00Z' });
 * if (asking.ok) console.log(asking.answer.outcome, asking.answer.fired[0]); // false pending/quotes-zero
 * ```
 */
export function ask(asked: unknown, policies: Partial<Policies> = {}): Asking {
  const nesting = nestingFaults(asked);
  if (nesting.length > 0) return { ok: false, problems: nesting };
  const envelope = read(askedSchema, asked);
  const { system, question, problems } = questionIn(asked);
  if (system === null || question === null) return { ok: false, problems: [...faultsOf(envelope), ...problems] };
  const company = { ...manual, ...policies };
  const { policy: choices = {}, given } = asked as Partial<Asked>;
  const policy = chosenFrom(system, choices, company[system]);
  if (!envelope.ok || !policy.ok) {
    const further = isRecord(given) ? question.faults(given) : [];
    return { ok: false, problems: [...faultsOf(envelope), ...faultsOf(policy), ...further] };
  }
  const { now, zone } = envelope.value;
  const answer = question.answer(given, { now, zone, policies: { ...company, [system]: policy.value } });
  return isAnswer(answer) ? { ok: true, answer } : { ok: false, problems: answer };
}

function faultsOf(reading: Read<unknown>): readonly Problem[] {
  return reading.ok ? [] : reading.problems;
}

/** Which system is asked what; and where a name is a text that nobody knows, what is wrong with it. */
function questionIn(asked: unknown): {
  readonly system: System | null;
  readonly question: Question | null;
  readonly problems: readonly Problem[];
} {
  const { system, decision } = Object(asked) as { readonly system?: unknown; readonly decision?: unknown };
  const none = { system: null, question: null };
  if (typeof system !== 'string') return { ...none, problems: [] };
  if (!isSystem(system)) return { ...none, problems: [unknown('system', system, Object.keys(manual))] };
  if (typeof decision !== 'string') return { ...none, problems: [] };
  const question = questionNamed(system, decision);
  return question === undefined
    ? { ...none, problems: [unknown('decision', decision, decisionsOf(system))] }
    : { system, question, problems: [] };
}

/** A company's policy with what a case chooses in its place; of a field with parts, the parts that it chooses. */
function chosenFrom<S extends System>(system: S, choices: unknown, company: Policies[S]): Read<Policies[S]> {
  // That it is no object at all, the envelope says.
  if (!isRecord(choices)) return { ok: true, value: company };
  const whole = read<Policies[S]>(policySchemas[system], choices);
  if (!whole.ok) return { ok: false, problems: whole.problems.map((one) => ({ ...one, path: `policy.${one.path}` })) };
  const before: Readonly<Record<string, unknown>> = { ...company };
  const chosen = Object.entries(whole.value).flatMap(([field, value]: [string, unknown]) => {
    const name = choiceOf(field);
    if (!Object.hasOwn(choices, name)) return [];
    return [[field, joined(before[field], value, choices[name])] as const];
  });
  return { ok: true, value: { ...company, ...Object.fromEntries(chosen) } };
}

function joined(before: unknown, value: unknown, choice: unknown): unknown {
  if (!isRecord(before) || !isRecord(value) || !isRecord(choice)) return value;
  return { ...before, ...Object.fromEntries(Object.entries(value).filter(([part]) => Object.hasOwn(choice, part))) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a policy's field is called at the door: of all of them one is made of something else. */
function choiceOf(field: string): string {
  return field === 'phones' ? 'country' : field;
}

function isAnswer(answer: Answer | readonly Problem[]): answer is Answer {
  return 'fired' in answer;
}

function unknown(path: string, seen: string, known: readonly string[]): Problem {
  return { path, seen: shown(seen), expected: `a ${path} that is known: ${known.join(', ')}` };
}
