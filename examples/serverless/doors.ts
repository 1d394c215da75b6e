import type { AnyDecision, Policies } from 'pauta/catalogue';
import * as contact from 'pauta/contact';
import { factsSchema as contactFacts } from 'pauta/contact/schema';
import type { Clock } from 'pauta/kernel';
import { read, type Problem } from 'pauta/kernel/schema';
import * as ladder from 'pauta/ladder';
import { factsSchema as ladderFacts } from 'pauta/ladder/schema';
import * as messaging from 'pauta/messaging';
import { factsSchema as messagingFacts } from 'pauta/messaging/schema';
import * as pending from 'pauta/pending';
import { factsSchema as pendingFacts } from 'pauta/pending/schema';
import * as requirement from 'pauta/requirement';
import { factsSchema as requirementFacts } from 'pauta/requirement/schema';

/** What comes back from a door: a decision, or everything that is wrong with what was brought. */
export type Opened =
  { readonly ok: true; readonly decision: AnyDecision } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads facts from outside and decides on them. Nothing unchecked gets past it. */
export type Door = (body: unknown, clock: Clock) => Opened;

/** Path to door. A further question of the library is one more line here. */
export type Doors = ReadonlyMap<string, Door>;

/**
 * The doors of a service, each with the company's policy behind it. `routing` has none: its question needs the whole
 * portfolio, which stays with the service that keeps it and does not travel with every request.
 */
export function doorsFor(policies: Partial<Policies>): Doors {
  return new Map([
    ['/pending/decide', door(pendingFacts, pending.decide, policies.pending)],
    ['/requirement/decide', door(requirementFacts, requirement.decide, policies.requirement)],
    ['/ladder/decide', door(ladderFacts, ladder.decide, policies.ladder)],
    ['/contact/decide', door(contactFacts, contact.decide, policies.contact)],
    ['/messaging/decide', door(messagingFacts, messaging.decide, policies.messaging)],
  ]);
}

type Decide<Facts, Policy> = (
  facts: Facts,
  context: { readonly clock: Clock; readonly policy?: Policy },
) => AnyDecision;

function door<Facts, Policy>(
  schema: Parameters<typeof read<Facts>>[0],
  decide: Decide<Facts, Policy>,
  policy: Policy | undefined,
): Door {
  return (body, clock) => {
    const facts = read(schema, body);
    if (!facts.ok) return facts;
    return { ok: true, decision: decide(facts.value, policy === undefined ? { clock } : { clock, policy }) };
  };
}
