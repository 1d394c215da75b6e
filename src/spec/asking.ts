import type { Policies, System } from '../catalogue/index.js';
import { defaultPolicy as contact } from '../contact/policy.js';
import { read, type Problem, type Read } from '../kernel/schema.js';
import { defaultPolicy as ladder } from '../ladder/policy.js';
import { defaultPolicy as messaging } from '../messaging/policy.js';
import { defaultPolicy as pending } from '../pending/policy.js';
import { defaultPolicy as requirement } from '../requirement/policy.js';
import { defaultPolicy as routing } from '../routing/policy.js';
import type { Answer, Case } from './case.js';
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
  const envelope = read(askedSchema, asked);
  if (!envelope.ok) return envelope;
  const { system, decision, given, now, zone, policy: choices = {} } = envelope.value;
  if (!isSystem(system)) return { ok: false, problems: [unknown('system', system, Object.keys(manual))] };
  const question = questionNamed(system, decision);
  if (question === undefined) return { ok: false, problems: [unknown('decision', decision, decisionsOf(system))] };
  const company = { ...manual, ...policies };
  const policy = chosenFrom(system, choices, company[system]);
  if (!policy.ok) return { ok: false, problems: policy.problems };
  const answer = question.answer(given, { now, zone, policies: { ...company, [system]: policy.value } });
  return isAnswer(answer) ? { ok: true, answer } : { ok: false, problems: answer };
}

/** A company's policy with what a case chooses in its place. */
function chosenFrom<S extends System>(system: S, choices: object, company: Policies[S]): Read<Policies[S]> {
  const whole = read<Policies[S]>(policySchemas[system], choices);
  if (!whole.ok) return { ok: false, problems: whole.problems.map((one) => ({ ...one, path: `policy.${one.path}` })) };
  const chosen = Object.entries(whole.value).filter(([field]) => Object.hasOwn(choices, choiceOf(field)));
  return { ok: true, value: { ...company, ...Object.fromEntries(chosen) } };
}

/** What a policy's field is called at the door: of all of them one is made of something else. */
function choiceOf(field: string): string {
  return field === 'phones' ? 'country' : field;
}

function isAnswer(answer: Answer | readonly Problem[]): answer is Answer {
  return 'fired' in answer;
}

function unknown(path: string, seen: string, known: readonly string[]): Problem {
  return { path, seen: JSON.stringify(seen), expected: `a ${path} that is known: ${known.join(', ')}` };
}
