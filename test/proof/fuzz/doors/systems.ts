import * as contact from 'pauta/contact';
import * as contactDoor from 'pauta/contact/schema';
import { fixedClock } from 'pauta/kernel';
import * as ladder from 'pauta/ladder';
import * as ladderDoor from 'pauta/ladder/schema';
import * as pending from 'pauta/pending';
import * as pendingDoor from 'pauta/pending/schema';
import * as requirement from 'pauta/requirement';
import * as requirementDoor from 'pauta/requirement/schema';
import { chance, pick, type Random } from '../random.js';
import { decided, schemaDoor, signOf, type Door } from './door.js';
import { arbitraries, asJson, choicesOf, drawn } from './samples.js';

interface Decision {
  readonly rule: string;
  readonly outcome: object;
  readonly validUntil: number | null;
}

/** What the doors of a system with facts, events, states and a policy are made of. */
interface Room<Facts, Event, State extends { readonly facts: Facts }, Policy> {
  readonly name: 'contact' | 'ladder' | 'pending' | 'requirement';
  readonly door: {
    readonly factsSchema: Parameters<typeof schemaDoor<Facts>>[1];
    readonly eventSchema: Parameters<typeof schemaDoor<Event>>[1];
    readonly stateSchema: Parameters<typeof schemaDoor<State>>[1];
    readonly policySchema: Parameters<typeof schemaDoor<Policy>>[1];
  };
  readonly drawn: {
    readonly facts: readonly Facts[];
    readonly event: readonly Event[];
    readonly state: readonly State[];
    readonly policy: readonly Policy[];
  };
  readonly decide: (facts: Facts, policy: Policy, now: number) => Decision;
  readonly record: (state: State, event: Event, policy: Policy, now: number) => { readonly state: State; readonly status: string; readonly code?: string | undefined }; // prettier-ignore
}

const instants = [1_715_608_800_000, 1_778_680_800_000, 0, -1, 8.64e15, -8.64e15, 1e12 + 0.5];

/** An instant to ask at: those that matter, or one that stands somewhere in the facts, or beside it. */
export function instantNear(value: unknown, random: Random): number {
  if (chance(random, 0.3)) return pick(random, instants);
  const told = JSON.stringify(value).match(/-?\d{9,16}/g) ?? [];
  const at = told.length === 0 ? pick(random, instants) : Number(pick(random, told));
  return at + pick(random, [-1, 0, 1, 60_000, 3_600_000, 86_400_000]);
}

/** The doors of one system. What a door lets in must be fit for all that can be asked of it. */
function doorsOf<Facts, Event, State extends { readonly facts: Facts }, Policy>({
  name,
  door,
  drawn: samples,
  decide,
  record,
}: Room<Facts, Event, State, Policy>): readonly Door[] {
  const ask = (facts: Facts, policy: Policy, random: Random): readonly string[] => {
    const now = instantNear(facts, random);
    return decided(decide(facts, policy, now), now);
  };
  const tell = (state: State, event: Event, random: Random): readonly string[] => {
    const policy = pick(random, samples.policy);
    const told = record(state, event, policy, instantNear(event, random));
    return [signOf(`${told.status} ${told.code}`), ...ask(told.state.facts, policy, random)];
  };
  return [
    schemaDoor(`${name} facts`, door.factsSchema, asJson(samples.facts), (facts, random) =>
      ask(facts, pick(random, samples.policy), random),
    ),
    schemaDoor(`${name} event`, door.eventSchema, asJson(samples.event), (event, random) =>
      tell(pick(random, samples.state), event, random),
    ),
    schemaDoor(`${name} state`, door.stateSchema, asJson(samples.state), (state, random) =>
      tell(state, pick(random, samples.event), random),
    ),
    schemaDoor(`${name} policy`, door.policySchema, choicesOf(name), (policy, random) =>
      ask(pick(random, samples.facts), policy, random),
    ),
  ];
}

/** The doors of four systems that are alike. */
export const systemDoors: readonly Door[] = [
  ...doorsOf<contact.Facts, contact.Event, contact.Contact, contact.Policy>({
    name: 'contact',
    door: contactDoor,
    drawn: {
      facts: drawn(arbitraries.contact.facts),
      event: drawn(arbitraries.contact.event, 48),
      state: drawn(arbitraries.contact.state),
      policy: drawn(arbitraries.contact.policy, 8),
    },
    decide: (facts, policy, now) => contact.decide(facts, { clock: fixedClock(now), policy }),
    record: (state, event, policy) => contact.record(state, event, { policy }),
  }),
  ...doorsOf<ladder.Facts, ladder.Event, ladder.Search, ladder.Policy>({
    name: 'ladder',
    door: ladderDoor,
    drawn: {
      facts: drawn(arbitraries.ladder.facts),
      event: drawn(arbitraries.ladder.event, 48),
      state: drawn(arbitraries.ladder.state),
      policy: drawn(arbitraries.ladder.policy, 8),
    },
    decide: (facts, policy, now) => {
      ladder.duties(facts, { clock: fixedClock(now), policy });
      return ladder.decide(facts, { clock: fixedClock(now), policy });
    },
    record: (state, event, policy) => ladder.record(state, event, { policy }),
  }),
  ...doorsOf<pending.Facts, pending.Event, pending.Chat, pending.Policy>({
    name: 'pending',
    door: pendingDoor,
    drawn: {
      facts: drawn(arbitraries.pending.facts),
      event: drawn(arbitraries.pending.event, 48),
      state: drawn(arbitraries.pending.state),
      policy: drawn(arbitraries.pending.policy, 8),
    },
    decide: (facts, policy, now) => {
      pending.queue([facts], { clock: fixedClock(now), policy });
      return pending.decide(facts, { clock: fixedClock(now), policy });
    },
    record: (state, event, _policy, now) =>
      pending.record(pending.compact(state, now), event, { clock: fixedClock(now) }),
  }),
  ...doorsOf<requirement.Facts, requirement.Event, requirement.Requirement, requirement.Policy>({
    name: 'requirement',
    door: requirementDoor,
    drawn: {
      facts: drawn(arbitraries.requirement.facts),
      event: drawn(arbitraries.requirement.event, 48),
      state: drawn(arbitraries.requirement.state),
      policy: drawn(arbitraries.requirement.policy, 8),
    },
    decide: (facts, policy, now) => requirement.decide(facts, { clock: fixedClock(now), policy }),
    record: (state, event, policy) => requirement.record(state, event, { policy }),
  }),
];
