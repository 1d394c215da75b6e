import * as routing from '../../src/routing/index.js';
import { chance, pick, type Random } from './random.js';
import type { PeopleByHand, WorldByHand } from './routing-by-hand.js';

/** A user; `yes` is asked for each switch. */
export function agent(yes: () => boolean, account: string): routing.Agent {
  return {
    enabled: yes(),
    modes: yes() ? { [account]: 'auto-assign' } : { [account]: 'enabled' },
    saved: yes(),
    connected: yes(),
    available: yes(),
  };
}

const account = 'wa-1';
const names = ['ana', 'benito', 'carla', 'dario', 'elsa', 'fabio'];
const policies = [
  routing.defaultPolicy,
  routing.policy({ usable: 'connected-or-available' }),
  routing.policy({ supervisorNeedsConnection: true }),
];

export interface AskedContact {
  readonly contact: routing.Contact;
  readonly context: routing.Context;
  readonly world: WorldByHand;
}

/** A contact with a small portfolio and team of its own, possible or not, for two sides to agree on. */
export function anyContact(random: Random): AskedContact {
  const yes = (): boolean => chance(random, 0.6);
  const people: PeopleByHand = {
    main: pick(random, names),
    backup: yes() ? pick(random, names) : null,
    supervisor: yes() ? pick(random, names) : null,
  };
  const present = names.filter(() => chance(random, 0.9));
  const team = Object.fromEntries(present.map((name) => [name, agent(() => chance(random, 0.8), account)]));
  const policy = pick(random, policies);
  const client = '56900000001';
  const validation = routing.validateRows([{ client, ...people }], { account, kind: 'whatsapp' });
  if (!validation.ok) throw new Error(validation.code);
  const { state: portfolio } = routing.load(routing.emptyPortfolio, validation, { at: 0 });
  const contact = {
    account: chance(random, 0.95) ? account : 'wa-2',
    from: pick(random, ['+56 9 0000-0001', client, `+${client}`, '56900000002', 'ana@example.com', null]),
    openWith: chance(random, 0.1) ? pick(random, names) : null,
  };
  return {
    contact,
    context: { portfolio, team, policy },
    world: { account, clients: new Map([[client, people]]), team, policy },
  };
}
