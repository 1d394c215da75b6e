import { systems, type System } from 'pauta/catalogue';
import { ask, cases, type Case, type Json } from 'pauta/spec';
import { Chance } from '../chance.js';
import type { Ledger } from '../ledger.js';
import { zones } from '../zones.js';
import { near, nightly } from './room.js';

/** A question, the cases that ask it, and what they say of each fact. */
interface Pool {
  readonly asking: readonly Case[];
  readonly facts: ReadonlyMap<string, readonly Json[]>;
}

const pools = new Map<System, readonly Pool[]>(systems.map((system) => [system, poolsOf(cases(system))]));

function poolsOf(all: readonly Case[]): readonly Pool[] {
  const questions = [...new Set(all.map(({ decision }) => decision))];
  return questions.map((question) => {
    const asking = all.filter(({ decision }) => decision === question);
    const facts = new Map<string, Json[]>();
    for (const [name, value] of asking.flatMap(({ given }) => Object.entries(given))) {
      facts.set(name, [...(facts.get(name) ?? []), value]);
    }
    return { asking, facts };
  });
}

/** Asks what a case asks with facts of other cases, at another instant, in another zone, under another policy. */
export function mixedRound(ledger: Ledger, seed: number): void {
  const chance = new Chance(seed);
  const questions = pools.get(ledger.system) ?? [];
  for (let time = 0; time < 130; time++) {
    const { asking, facts } = chance.of(questions);
    const one = chance.of(asking);
    const own = Object.entries(one.given);
    const mixed = [...facts]
      .filter(([name]) => (Object.hasOwn(one.given, name) ? chance.once(3) : chance.once(24)))
      .map(([name, values]) => [name, chance.of(values)] as const);
    const { policy } = chance.once(3) ? chance.of(asking) : one;
    const at = chance.once(8) ? nightly(chance) : near(Date.parse(one.now), chance);
    const asked = {
      ...{ system: one.system, decision: one.decision, given: Object.fromEntries([...own, ...mixed]) },
      ...{ now: new Date(at).toISOString(), zone: chance.once(2) ? chance.of(zones) : one.zone },
      ...(policy === undefined ? {} : { policy }),
    };
    ledger.drawn(asked);
    ledger.answered(`ask ${one.decision}`, ask(asked));
  }
}
