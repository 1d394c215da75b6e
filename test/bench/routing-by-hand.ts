import type {
  Agent,
  Contact,
  NotInPortfolio,
  PassedOver,
  Policy,
  Role,
  RoutingDecision,
  Seen,
  Team,
  Why,
} from '../../src/routing/index.js';

/*
 * What a good programmer writes for one application: a Map from the number to the three people, and ifs in the order of
 * the manual. One WhatsApp account, numbers without a country.
 */

/** The three people of a client. */
export interface PeopleByHand {
  readonly main: string;
  readonly backup: string | null;
  readonly supervisor: string | null;
}

/** The portfolio of one account, by the digits of the number. */
export interface WorldByHand {
  readonly account: string;
  readonly clients: ReadonlyMap<string, PeopleByHand>;
  readonly team: Team;
  readonly policy: Policy;
}

function digitsByHand(text: string, { phoneDigits: { min, max } }: Policy): string | null {
  const digits = text.replace(/[\s().-]/g, '').replace(/^\+/, '');
  return /^\d+$/.test(digits) && digits.length >= min && digits.length <= max ? digits : null;
}

function whysOfAgent(agent: Agent | undefined, account: string, policy: Policy): readonly Why[] {
  if (agent === undefined) return ['unknown'];
  const whys: Why[] = [];
  if (!agent.enabled) whys.push('disabled');
  if (agent.modes[account] !== 'auto-assign') whys.push('not-auto-assigning');
  if (!agent.saved) whys.push('unsaved');
  if (policy.usable === 'connected-and-available') {
    if (!agent.connected) whys.push('disconnected');
    if (!agent.available) whys.push('busy');
  } else if (!agent.connected && !agent.available) whys.push('disconnected');
  return whys;
}

function whysOfSupervisor(agent: Agent | undefined, policy: Policy): readonly Why[] {
  if (agent === undefined) return ['unknown'];
  const whys: Why[] = [];
  if (!agent.enabled) whys.push('disabled');
  if (!agent.saved) whys.push('unsaved');
  if (policy.supervisorNeedsConnection && !agent.connected) whys.push('disconnected');
  return whys;
}

function stranger(conversation: Seen['conversation']): Seen {
  return { conversation, client: 'not-found', main: 'not-usable', backup: 'none', supervisor: 'none' };
}

function usability(whys: readonly Why[] | null): 'none' | 'usable' | 'not-usable' {
  return whys === null ? 'none' : whys.length === 0 ? 'usable' : 'not-usable';
}

interface Found {
  readonly client: string | null;
  readonly reason: NotInPortfolio['reason'];
  readonly people: PeopleByHand | null;
}

function findByHand({ account, from }: Contact, world: WorldByHand): Found {
  if (account !== world.account) return { client: null, reason: 'unknown-account', people: null };
  if (from === null) return { client: null, reason: 'no-identifier', people: null };
  const client = digitsByHand(from, world.policy);
  if (client === null) return { client, reason: 'not-an-identifier', people: null };
  return { client, reason: 'unknown-client', people: world.clients.get(client) ?? null };
}

export function decideByHand(contact: Contact, world: WorldByHand): RoutingDecision {
  const { account, team, policy } = world;
  const { client, reason, people } = findByHand(contact, world);
  const { openWith } = contact;
  const isOpen = openWith != null && openWith !== '';
  const conversation = isOpen ? 'open' : 'new';
  const keep = (situation: Seen): RoutingDecision => {
    const outcome = { action: 'keep', agent: openWith as string } as const;
    return { outcome, rule: 'routing/on-contact', situation, validUntil: null };
  };
  if (client === null || people === null) {
    const situation = stranger(conversation);
    if (isOpen) return keep(situation);
    const outcome = { action: 'not-in-portfolio', client, reason } as const;
    return { outcome, rule: 'routing/portfolio-key', situation, validUntil: null };
  }
  const { main, backup, supervisor } = people;
  const mains = whysOfAgent(team[main], account, policy);
  const backups = backup === null ? null : whysOfAgent(team[backup], account, policy);
  const supervisors = supervisor === null ? null : whysOfSupervisor(team[supervisor], policy);
  const situation: Seen = {
    conversation,
    client: 'found',
    main: mains.length === 0 ? 'usable' : 'not-usable',
    backup: usability(backups),
    supervisor: usability(supervisors),
  };
  if (isOpen) return keep(situation);
  const passedOver: PassedOver[] = [];
  const assign = (as: Role, agent: string, rule: RoutingDecision['rule']): RoutingDecision => {
    const warning = as === 'supervisor' && team[agent]?.connected === false ? 'disconnected' : null;
    const outcome = { action: 'assign', as, agent, client, otherSpelling: false, passedOver, warning } as const;
    return { outcome, rule, situation, validUntil: null };
  };
  if (mains.length === 0) return assign('main', main, 'routing/same-agent');
  passedOver.push({ as: 'main', agent: main, because: mains });
  if (backup !== null && backups !== null) {
    if (backups.length === 0) return assign('backup', backup, 'routing/backup-agent');
    passedOver.push({ as: 'backup', agent: backup, because: backups });
  }
  if (supervisor !== null && supervisors !== null) {
    if (supervisors.length === 0) return assign('supervisor', supervisor, 'routing/backup-supervisor');
    passedOver.push({ as: 'supervisor', agent: supervisor, because: supervisors });
  }
  const gap = { gap: 'nobody-can-take-it', question: 'RT-6', nearest: 'queue' } as const;
  const outcome = { action: 'not-covered', ...gap, client, passedOver } as const;
  return { outcome, rule: 'routing/backup-supervisor', situation, validUntil: null };
}
