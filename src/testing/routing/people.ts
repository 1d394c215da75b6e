import fc from 'fast-check';
import * as routing from '../../routing/index.js';
import { deepFreeze } from '../frozen.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { agent, agentId, facts, policy, team } from './arbitraries.js';
import { ready, WA } from './fixed.js';
import { asked, scene, type Subject } from './subject.js';

const order: readonly routing.Role[] = ['main', 'backup', 'supervisor'];
const stands = fc.record({
  backup: fc.option(agentId, { nil: null }),
  supervisor: fc.option(agentId, { nil: null }),
});

/** What the catalogue asks of an executive, and of a supervisor, read apart from the library. */
function isUsable(people: routing.Team, id: string | null, as: routing.Role): boolean {
  const user = new Map(Object.entries(people)).get(id ?? '');
  if (id === null || user === undefined || !user.enabled || !user.saved) return false;
  const mode = new Map(Object.entries(user.modes)).get(WA);
  return as === 'supervisor' || (mode === 'auto-assign' && user.connected && user.available);
}

/** Who is given a client. */
export function people(subject: Subject): readonly Law[] {
  const { decide, whyNot } = subject;
  const { portfolioOf, placed } = asked(subject);
  return [
    law(
      '1: never to a disabled user; never to an executive who is not connected, available, saved and auto-assigning in that account',
      fc.property(scene, (drawn) => {
        const { portfolio, contact } = placed(drawn);
        const { outcome } = decide(contact, { portfolio, team: drawn.team });
        if (outcome.action === 'assign')
          demand(isUsable(drawn.team, outcome.agent, outcome.as), `${outcome.agent} cannot be given clients`);
      }),
    ),
    law(
      '2: main before backup before supervisor; a lower one only if every higher one cannot, and nobody only if none can',
      fc.property(scene, (drawn) => {
        const { portfolio, contact } = placed(drawn);
        const first = order.find((as) => isUsable(drawn.team, drawn.row[as] ?? null, as));
        const higher = order.slice(0, first === undefined ? order.length : order.indexOf(first));
        const { outcome } = decide(contact, { portfolio, team: drawn.team });
        demand(outcome.action === 'assign' || outcome.action === 'not-covered', `the answer is to ${outcome.action}`);
        if (outcome.action === 'assign') demandSame([outcome.as, outcome.agent], [first, first && drawn.row[first]]);
        else demandSame(first, undefined, 'who can take the client');
        const { passedOver } = outcome;
        const named = higher.map((as) => [as, drawn.row[as]]).filter(([, id]) => id !== null);
        demandSame(
          passedOver.map(({ as, agent: id }) => [as, id]),
          named,
          'who was passed over',
        );
        for (const { as, agent: id, because } of passedOver) {
          demandSame(because, whyNot(drawn.team, id, { as, account: WA }), `what stands against ${id}`);
          demand(because.length > 0, `nothing stands against ${id}, who was passed over`);
        }
      }),
    ),
    law(
      '3: who the backup and the supervisor are, and how they are, changes nothing while the main agent can',
      fc.property(scene, stands, team(WA), (drawn, others, otherTeam) => {
        const { portfolio, contact } = placed(drawn);
        const { main } = drawn.row;
        const before = decide(contact, { portfolio, team: { ...drawn.team, [main]: ready(WA) } });
        demand(before.outcome.action === 'assign', 'nobody is given the client');
        demandSame([before.outcome.as, before.outcome.agent], ['main', main]);
        const changed = portfolioOf(WA, drawn.kind, [{ ...drawn.row, ...others }]);
        const after = decide(contact, { portfolio: changed, team: { ...otherTeam, [main]: ready(WA) } });
        demandSame({ outcome: after.outcome, rule: after.rule }, { outcome: before.outcome, rule: before.rule });
      }),
    ),
    law(
      '13: the same world gives the same person to every contact, and who comes back gets their clients back',
      fc.property(scene, agent(WA), (drawn, meanwhile) => {
        const { portfolio, contact } = placed(drawn);
        const { main } = drawn.row;
        const before = decide(contact, { portfolio, team: drawn.team });
        decide(contact, { portfolio, team: { ...drawn.team, [main]: meanwhile } });
        demandSame(decide(contact, { portfolio, team: drawn.team }), before);
        const { outcome } = decide(contact, { portfolio, team: { ...drawn.team, [main]: ready(WA) } });
        demand(outcome.action === 'assign', 'nobody is given the client');
        demandSame([outcome.as, outcome.agent, outcome.passedOver], ['main', main, []]);
      }),
    ),
    law(
      'any contact gets an answer that is plain JSON, by a rule that exists, for good, and nothing is changed',
      fc.property(scene, facts, policy, (drawn, contact, chosen) => {
        const { portfolio } = placed(drawn);
        const stored = JSON.stringify(portfolio);
        const world = deepFreeze({ portfolio, team: drawn.team, policy: chosen });
        const decision = decide(deepFreeze(contact), world);
        demandSame(JSON.parse(JSON.stringify(decision)), decision, 'the decision after a journey as JSON');
        demand(Object.hasOwn(routing.rules, decision.rule), `no rule is called ${decision.rule}`);
        demandSame(decision.validUntil, null, 'validUntil');
        demandSame(JSON.stringify(portfolio), stored, 'the portfolio afterwards');
      }),
    ),
    law(
      'an open conversation stays with its agent, however the world changes; the next contact is asked about anew',
      fc.property(scene, policy, fc.string({ minLength: 1 }), (drawn, chosen, openWith) => {
        const { portfolio, contact } = placed(drawn);
        const world: routing.Context = { portfolio, team: drawn.team, policy: chosen };
        for (const account of [WA, 'unknown'])
          demandSame(decide({ ...contact, account, openWith }, world).outcome, { action: 'keep', agent: openWith });
        const anew = decide({ ...contact, openWith: null }, world);
        demandSame(decide({ ...contact, openWith: '' }, world), anew, 'with an empty text for an agent');
        demandSame(decide(contact, world), anew, 'with no agent named');
      }),
    ),
    law(
      'of somebody who is no user of the team nothing is taken for granted',
      fc.property(scene, (drawn) => {
        const { portfolio, contact } = placed(drawn);
        const { outcome } = decide(contact, { portfolio, team: {} });
        const passedOver = order.flatMap((as) => {
          const id = drawn.row[as] ?? null;
          return id === null ? [] : [{ as, agent: id, because: ['unknown'] }];
        });
        demand(outcome.action === 'not-covered', `the answer is to ${outcome.action}`);
        demandSame(outcome.passedOver, passedOver, 'who was passed over');
      }),
    ),
  ];
}
