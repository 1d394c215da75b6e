import fc from 'fast-check';
import { fixedClock } from '../../kernel/clock.js';
import * as requirement from '../../requirement/index.js';
import { deepFreeze } from '../frozen.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { demandValidity } from '../validity.js';
import { events, facts, instant, policy, state } from './arbitraries.js';
import type { Subject } from './subject.js';

const MONTH = 30 * 86_400_000;

/** What decisions and records promise, whatever the manual says. */
export function promises({ decide, start, record }: Subject): readonly Law[] {
  return [
    law(
      'validUntil: the same answer at every instant before it, another one at it',
      fc.property(facts, instant, policy, (known, now, chosen) => {
        demandValidity((at) => decide(known, { clock: fixedClock(at), policy: chosen }), now, MONTH);
      }),
      3_000,
    ),
    law(
      'any facts get an answer that is plain JSON, by a rule that exists',
      fc.property(facts, instant, policy, (known, now, chosen) => {
        const decision = decide(known, { clock: fixedClock(now), policy: chosen });
        demandSame(JSON.parse(JSON.stringify(decision)), decision, 'the decision after a journey as JSON');
        demand(Object.hasOwn(requirement.rules, decision.rule), `no rule is called ${decision.rule}`);
      }),
    ),
    law(
      'leaves frozen facts, states, events and policies as they are',
      fc.property(facts, instant, policy, state, events, (known, now, chosen, stored, more) => {
        const context = deepFreeze({ clock: fixedClock(now), policy: chosen });
        decide(deepFreeze(known), context);
        for (const begun of [deepFreeze(start('meter')), deepFreeze(stored)]) {
          let kept = begun;
          for (const event of deepFreeze([...more])) kept = deepFreeze(record(kept, event, context).state);
        }
      }),
    ),
  ];
}
