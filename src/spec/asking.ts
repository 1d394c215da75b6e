import type { Policies, System } from '../catalogue/index.js';
import { defaultPolicy as contact } from '../contact/policy.js';
import { fixedClock, type Clock, type Instant } from '../kernel/clock.js';
import { decideDated, type DatedPolicies } from '../kernel/dated-policies.js';
import { datedPoliciesSchema, read, type Problem, type Read } from '../kernel/schema.js';
import { shown } from '../kernel/shown.js';
import { defaultPolicy as ladder } from '../ladder/policy.js';
import { defaultPolicy as messaging } from '../messaging/policy.js';
import { defaultPolicy as pending } from '../pending/policy.js';
import { defaultPolicy as requirement } from '../requirement/policy.js';
import { defaultPolicy as routing } from '../routing/policy.js';
import type { Answer, Case, Posed, Question, Scene } from './case.js';
import { guarded, nestingFaults } from './json.js';
import { decisionsOf, isSystem, questionNamed } from './questions.js';
import { askedSchema, policySchemas } from './schema.js';

/** What a case asks: all of it but the answer that it expects. */
export type Asked = Pick<Case, 'system' | 'decision' | 'given' | 'now' | 'zone' | 'policy' | 'policies'>;

/** The library's answer, or everything that is wrong with what was asked. */
export type Asking =
  { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly problems: readonly Problem[] };

const manual: Policies = { contact, ladder, messaging, pending, requirement, routing };

/**
 * Asks the library what a case asks, without an answer to compare with. Fields of a whole case that are not needed here
 * are passed over. What is asked comes from outside: whatever it is, nothing is thrown.
 *
 * `policies`: a company's own; the manual's values for the systems that are left out. What the case itself says stands
 * above them (its `policy` or `policies`, and what the format has fields for: `windowMinutes`, `zone` …).
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
  return guarded<Asking>(
    asked,
    () => asking(asked, policies),
    (problem) => refused([problem]),
  );
}

function asking(asked: unknown, policies: Partial<Policies>): Asking {
  const nesting = nestingFaults(asked);
  if (nesting.length > 0) return refused(nesting);
  const envelope = read(askedSchema, asked);
  const { system, question, problems } = questionIn(asked);
  if (system === null || question === null) return refused([...faultsOf(envelope), ...problems]);
  const company = { ...manual, ...policies };
  const { policy, policies: versions, given } = asked as Partial<Asked>;
  const one = oneFrom(system, policy, company);
  const chosen = versions === undefined ? one : versionsFrom(system, versions, company);
  const isEither = policy === undefined || versions === undefined;
  // That it is no object at all, the envelope says.
  const posed = isRecord(given) ? question.pose(given) : null;
  if (!envelope.ok || !isEither || !chosen.ok || posed?.ok !== true) {
    const beside = { path: 'policies', seen: shown(versions), expected: 'nothing beside `policy`' };
    const parts = isEither ? [envelope, chosen, posed] : [envelope, refused([beside]), one, chosen, posed];
    return refused(parts.flatMap((part) => (part === null ? [] : faultsOf(part))));
  }
  const { now: instant, zone } = envelope.value;
  const scene = { asked: instant, zone };
  const answerAt: AnswerAt = (now, counting) =>
    posed.value.answer({ ...scene, now, policies: { ...company, [system]: counting } });
  const answer =
    'versions' in chosen.value
      ? underVersions(chosen.value, posed.value, scene, answerAt)
      : answerAt(instant, chosen.value);
  return { ok: true, answer };
}

type Policy = Policies[System];
/** The answer at an instant, under a policy. */
type AnswerAt = (now: Instant, policy: Policy) => Answer;

/** The answer under the version that counts, which it names. It holds until time makes it another, or another version does. */
function underVersions(policies: DatedPolicies<Policy>, posed: Posed, scene: Scene, answerAt: AnswerAt): Answer {
  const decide = (_: Posed, { clock, policy }: { readonly clock: Clock; readonly policy: Policy }) => {
    const answer = answerAt(clock.now(), policy);
    const { outcome, fired, decisions: [decision] = [] } = answer;
    return { outcome, rule: fired[0], validUntil: null, ...decision, answer };
  };
  const { answer, version, validUntil } = decideDated(decide, posed, {
    clock: fixedClock(scene.asked),
    policies,
    waitBegan: (one, now) => one.waitBegan(now, scene),
  });
  const { decisions: [first, ...more] = [] } = answer;
  return { ...answer, version, ...(first === undefined ? {} : { decisions: [{ ...first, validUntil }, ...more] }) };
}

function refused(problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems };
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

/** A company's policy with what a case chooses in its place. */
function oneFrom(system: System, choices: unknown, company: Policies): Read<Policy> {
  // That it is no object at all, the envelope says.
  if (!isRecord(choices)) return { ok: true, value: company[system] };
  const whole = read<Policy>(policySchemas[system], choices);
  return whole.ok
    ? { ok: true, value: withChoices(system, company[system], whole.value, choices) }
    : within('policy', whole);
}

/** The versions that a case has in the place of a company's policy: what each leaves out stays as the company has it. */
function versionsFrom(system: System, chosen: unknown, company: Policies): Read<DatedPolicies<Policy>> {
  if (!isRecord(chosen)) return refused([]);
  const whole = read(datedPoliciesSchema<Policy>(policySchemas[system]), chosen);
  if (!whole.ok) return within('policies', whole);
  const { versions } = chosen as { readonly versions: readonly { readonly policy: Choices }[] };
  const policyOf = ({ policy }: { readonly policy: Policy }, index: number): Policy =>
    withChoices(system, company[system], policy, (versions[index] as (typeof versions)[number]).policy);
  const { by } = whole.value;
  return {
    ok: true,
    value: { by, versions: whole.value.versions.map((one, index) => ({ ...one, policy: policyOf(one, index) })) },
  };
}

function within(field: string, { problems }: { readonly problems: readonly Problem[] }): Read<never> {
  return refused(problems.map((one) => ({ ...one, path: `${field}.${one.path}` })));
}

type Choices = Readonly<Record<string, unknown>>;

/** A company's policy with those fields of another that were chosen; of a field with parts, the parts that were. */
function withChoices(system: System, company: Policy, value: Policy, choices: Choices): Policy {
  const before: Choices = { ...company };
  const parted: Choices = { ...manual[system] };
  const chosen = Object.entries(value).flatMap(([field, one]: [string, unknown]) => {
    const name = choiceOf(field);
    if (!Object.hasOwn(choices, name)) return [];
    // A wait of working time, and a calendar, are objects too; but they are one thing, and not as the door takes them.
    return [[field, isRecord(parted[field]) ? joined(before[field], one, choices[name]) : one] as const];
  });
  return { ...company, ...Object.fromEntries(chosen) };
}

function joined(before: unknown, value: unknown, choice: unknown): unknown {
  const parts = Object.entries(value as Choices).filter(([part]) => Object.hasOwn(choice as Choices, part));
  return { ...(before as Choices), ...Object.fromEntries(parts) };
}

function isRecord(value: unknown): value is Choices {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a policy's field is called at the door: of all of them one is made of something else. */
function choiceOf(field: string): string {
  return field === 'phones' ? 'country' : field;
}

function unknown(path: string, seen: string, known: readonly string[]): Problem {
  return { path, seen: shown(seen), expected: `a ${path} that is known: ${known.join(', ')}` };
}
