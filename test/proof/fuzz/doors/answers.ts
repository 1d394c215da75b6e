import { comparison, type System as Compared } from 'pauta/comparison';
import * as contact from 'pauta/contact';
import { factsSchema as contactFacts, policySchema as contactPolicy } from 'pauta/contact/schema';
import { read } from 'pauta/kernel/schema';
import * as ladder from 'pauta/ladder';
import { factsSchema as ladderFacts, policySchema as ladderPolicy } from 'pauta/ladder/schema';
import * as messaging from 'pauta/messaging';
import { factsSchema as messagingFacts, policySchema as messagingPolicy } from 'pauta/messaging/schema';
import * as pending from 'pauta/pending';
import { factsSchema as pendingFacts, policySchema as pendingPolicy } from 'pauta/pending/schema';
import * as requirement from 'pauta/requirement';
import { factsSchema as requirementFacts, policySchema as requirementPolicy } from 'pauta/requirement/schema';
import { policy as routingChoices } from 'pauta/routing';
import { policySchema as routingPolicy } from 'pauta/routing/schema';
import { ask, cases, check, checkPolicy, coverage, type Case } from 'pauta/spec';
import { chance, pick, type Random } from '../random.js';
import { isHostile } from '../oddities.js';
import { problemSigns, signOf, type Door } from './door.js';
import { arbitraries, asJson, choicesOf, drawn } from './samples.js';

const company = {
  pending: pending.policy({ aiWindow: { minutes: 3 } }),
  contact: contact.policy({ today: 'not-covered' }),
};

/** A case from outside is checked, asked, and measured: nothing is thrown, and two ways of asking agree. */
function asked(input: unknown, random: Random): readonly string[] {
  const policies = chance(random, 0.3) ? company : {};
  const { pass, problems, rule, fired, actual } = check(input, policies);
  const asking = ask(input, policies);
  if (pass && (problems.length > 0 || !asking.ok)) throw new Error('A case passes that cannot be asked.');
  if (!asking.ok) return problemSigns(problems);
  if (chance(random, 0.01) && !isHostile(input)) {
    checkPolicy(company, [input as Case]);
    coverage([input as Case]);
  }
  return [`${pass} ${rule}`, ...fired, signOf(JSON.stringify(actual))];
}

/** A text that may be JSON, and a case. */
function askedInText(input: unknown, random: Random): readonly string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(input as string);
  } catch {
    return ['no JSON'];
  }
  return asked(parsed, random);
}

const subjects = {
  contact: { facts: contactFacts, policies: [contact.defaultPolicy, contact.policy({ shortWait: { minutes: 10 } })] },
  ladder: { facts: ladderFacts, policies: [ladder.defaultPolicy, ladder.policy({ resendWait: { minutes: 5 } })] },
  messaging: { facts: messagingFacts, policies: [messaging.defaultPolicy, messaging.policy({ closeOrder: 'any' })] },
  pending: { facts: pendingFacts, policies: [pending.defaultPolicy, company.pending] },
  requirement: {
    facts: requirementFacts,
    policies: [requirement.defaultPolicy, requirement.policy({ deadlineInclusive: false })],
  },
} as const;

/** The fields of what a door of ours is given; of what cannot be looked into, none: here the facts are the input. */
function fieldsOf(input: unknown): object {
  try {
    return { ...Object(input) } as object;
  } catch {
    return {};
  }
}

interface Comparing {
  readonly system?: unknown;
  readonly facts?: unknown;
  readonly from?: unknown;
  readonly to?: unknown;
  readonly since?: unknown;
}

/** Facts that a door let in, under two policies, between any two instants. */
function compared(input: unknown): readonly string[] {
  const { system, facts, from, to, since } = fieldsOf(input) as Comparing;
  if (typeof system !== 'string' || !Object.hasOwn(subjects, system)) return ['no such system'];
  // Their types say numbers; a database may give nothing or a text.
  if ([from, to].some((instant) => typeof instant === 'object' && instant !== null)) return ['no instant'];
  const { facts: door, policies } = subjects[system as keyof typeof subjects];
  const result = read<unknown>(door, facts);
  if (!result.ok) return ['refused'];
  const options = { from: from as number, to: to as number, limit: 2_000 };
  const record = { id: '1', facts: result.value, ...(typeof since === 'number' && { since }) };
  // Which system it is was drawn: the types of its record and policies are those of that system.
  const compare = comparison as (
    system: string,
    ...rest: readonly unknown[]
  ) => ReturnType<typeof comparison<Compared>>;
  const { differences, shifts, cutAt } = compare(system, policies[0], policies[1], record, options);
  return [`${system} ${differences.length} ${shifts.length} ${cutAt !== null}`];
}

const T = 1_715_608_800_000;
const comparings = (['contact', 'ladder', 'messaging', 'pending', 'requirement'] as const).flatMap((system) =>
  asJson(drawn<unknown>(arbitraries[system].facts, 12)).map((facts) => ({ system, facts, from: T, to: T + 864e6 })),
);

const makers = {
  contact: { door: contactPolicy, policy: contact.policy },
  ladder: { door: ladderPolicy, policy: ladder.policy },
  messaging: { door: messagingPolicy, policy: messaging.policy },
  pending: { door: pendingPolicy, policy: pending.policy },
  requirement: { door: requirementPolicy, policy: requirement.policy },
  routing: { door: routingPolicy, policy: routingChoices },
} as const;

/** Choices of the right types, in which numbers are whatever numbers may be: a policy is made, or a field named. */
function chosen(input: unknown, random: Random): readonly string[] {
  const { system, choices } = fieldsOf(input) as { readonly system?: unknown; readonly choices?: unknown };
  if (typeof system !== 'string' || !Object.hasOwn(makers, system)) return ['no such system'];
  const { door, policy } = makers[system as keyof typeof makers];
  if (!read<unknown>(door, choices).ok) return ['refused'];
  const { country: _, ...typed } = choices as Readonly<Record<string, unknown>>;
  const made = (policy as (choices: unknown) => object)(withOddNumbers(typed, random));
  return [`${system} ${Object.keys(made).length}`];
}

function withOddNumbers(value: unknown, random: Random): unknown {
  if (typeof value === 'number' && chance(random, 0.5)) {
    return pick(random, [Number.NaN, Number.POSITIVE_INFINITY, -1, -0, 0.5, 1e308, Number.MIN_VALUE]);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withOddNumbers(item, random));
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, withOddNumbers(part, random)]));
}

/** The executable specification, the comparison of policies, and the making of them. */
export const answerDoors: readonly Door[] = [
  { name: 'case', kind: 'value', seeds: cases(), call: asked },
  { name: 'case as text', kind: 'text', seeds: cases().map((one) => JSON.stringify(one)), call: askedInText },
  {
    name: 'comparison',
    kind: 'value',
    seeds: comparings,
    call: compared,
    mayThrow: (error) => error instanceof RangeError && /^(from|to): /.test(error.message),
  },
  {
    name: 'policy',
    kind: 'value',
    seeds: Object.keys(makers).flatMap((system) =>
      choicesOf(system as keyof typeof makers).map((choices) => ({ system, choices })),
    ),
    call: chosen,
    mayThrow: (error) => error instanceof RangeError && /^\w+([.]\w+)*: /.test(error.message),
  },
];
