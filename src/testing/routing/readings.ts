import fc from 'fast-check';
import { addressOf } from '../../kernel/table.js';
import * as routing from '../../routing/index.js';
import { demandSame, law, type Law } from '../law.js';
import { agentId, facts, policy, team } from './arbitraries.js';
import { everybody, WA } from './fixed.js';
import { asked, scene, type Subject } from './subject.js';

const order: readonly routing.Role[] = ['main', 'backup', 'supervisor'];

/** What a company may choose of who can be given a client. */
const reading = fc
  .record({
    usable: fc.constantFrom('connected-and-available', 'connected-or-available'),
    supervisorNeedsConnection: fc.boolean(),
  })
  .map((choices) => routing.policy(choices));

/** What stands against somebody, as a company reads the manual; read apart from the library. */
function against(
  people: routing.Team,
  id: string,
  as: routing.Role,
  { usable, supervisorNeedsConnection }: routing.Policy,
): readonly routing.Why[] {
  const user = new Map(Object.entries(people)).get(id);
  if (user === undefined) return ['unknown'];
  const { connected, available } = user;
  const isAway = usable === 'connected-and-available' ? !connected : !connected && !available;
  const isBusy = usable === 'connected-and-available' && !available;
  const stands: Readonly<Record<Exclude<routing.Why, 'unknown'>, boolean>> = {
    disabled: !user.enabled,
    'not-auto-assigning': as !== 'supervisor' && new Map(Object.entries(user.modes)).get(WA) !== 'auto-assign',
    unsaved: !user.saved,
    disconnected: as === 'supervisor' ? supervisorNeedsConnection && !connected : isAway,
    busy: as !== 'supervisor' && isBusy,
  };
  return Object.entries(stands).flatMap(([why, does]) => (does ? [why as routing.Why] : []));
}

/** The rule of each answer. */
const ruleOf: Readonly<Record<routing.Role | Exclude<routing.Outcome['action'], 'assign'>, routing.RuleId>> = {
  keep: 'routing/on-contact',
  'not-in-portfolio': 'routing/portfolio-key',
  main: 'routing/same-agent',
  backup: 'routing/backup-agent',
  supervisor: 'routing/backup-supervisor',
  'not-covered': 'routing/backup-supervisor',
};

/** Who is given a client, as a company reads the manual, and by which rule. */
export function readings(subject: Subject): readonly Law[] {
  const { decide, whyNot } = subject;
  const { placed } = asked(subject);
  return [
    law(
      'all that stands against somebody is told, as the company reads it: who is there, and whom a supervisor must be',
      fc.property(team(WA), agentId, fc.constantFrom(...order), reading, (people, id, as, chosen) => {
        demandSame(whyNot(people, id, { as, account: WA, policy: chosen }), against(people, id, as, chosen));
      }),
    ),
    law(
      'a client is given to the first who can take them, as the company reads it; a supervisor who is away is warned of',
      fc.property(scene, reading, (drawn, chosen) => {
        const { portfolio, contact } = placed(drawn);
        const { client } = drawn.row;
        const held = order.flatMap((as) => {
          const agent = drawn.row[as] ?? null;
          return agent === null ? [] : [{ as, agent, because: against(drawn.team, agent, as, chosen) }];
        });
        const place = held.findIndex(({ because }) => because.length === 0);
        const taker = held[place];
        const passedOver = taker === undefined ? held : held.slice(0, place);
        const isAway = taker?.as === 'supervisor' && drawn.team[taker.agent]?.connected === false;
        demandSame(
          decide(contact, { portfolio, team: drawn.team, policy: chosen }).outcome,
          taker === undefined
            ? {
                ...{ action: 'not-covered', gap: 'nobody-can-take-it', question: 'RT-6', nearest: 'queue' },
                ...{ client, passedOver },
              }
            : {
                ...{ action: 'assign', as: taker.as, agent: taker.agent, client, otherSpelling: false, passedOver },
                warning: isAway ? 'disconnected' : null,
              },
        );
      }),
    ),
    law(
      'each answer is given by its own rule: that of the situation seen',
      fc.property(scene, facts, policy, (drawn, stranger, chosen) => {
        const { portfolio, contact } = placed(drawn);
        for (const one of [contact, stranger, { ...contact, openWith: 'ana' }]) {
          const { outcome, rule, situation } = decide(one, { portfolio, team: drawn.team, policy: chosen });
          demandSame(rule, ruleOf[outcome.action === 'assign' ? outcome.as : outcome.action], 'the rule');
          const answering = routing.table.row(addressOf(routing.table, situation));
          demandSame(rule, answering.rule, 'the rule of the situation');
        }
        const known = decide(contact, { portfolio, team: everybody(WA) });
        demandSame(known.rule, ruleOf.main, 'the rule where everybody can take the client');
      }),
    ),
  ];
}
