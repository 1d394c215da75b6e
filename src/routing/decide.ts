import { digitsIn, normalised, otherSpelling } from './identifier.js';
import type {
  Agent,
  Assign,
  Assignment,
  Contact,
  Context,
  Mode,
  NotInPortfolio,
  PassedOver,
  Role,
  RoutingDecision,
  Team,
  Why,
} from './model.js';
import { defaultPolicy, type Policy } from './policy.js';
import { find, kindOf, type Portfolio } from './portfolio.js';
import { agentTable, supervisorTable, table } from './table.js';

const { conversation, client, main, backup, supervisor } = table.at;
const { at: share } = agentTable;
const { at: supervisorShare } = supervisorTable;

const whysOfAgent = /* @__PURE__ */ agentTable.situations.map((_, address) => whysAt(agentTable, address));
const whysOfSupervisor = /* @__PURE__ */ supervisorTable.situations.map((_, address) =>
  whysAt(supervisorTable, address),
);

function whysAt(against: typeof agentTable | typeof supervisorTable, address: number): readonly Why[] {
  return Object.freeze(against.matching(address).map(({ then }) => then));
}

const unknown: readonly Why[] = /* @__PURE__ */ Object.freeze(['unknown'] as const);
const nobody: readonly PassedOver[] = /* @__PURE__ */ Object.freeze([]);

/** Never what an object inherits: a user may be called `constructor`. */
function agentOf(team: Team, id: string): Agent | null {
  return Object.hasOwn(team, id) ? (team[id] as Agent) : null;
}

/**
 * What stands against giving a client of an account to somebody in a role, all of it; empty: nothing does.
 * Source: direct-assignment L16, L17, L33–35.
 */
export function whyNot(
  team: Team,
  id: string,
  { as, account, policy = defaultPolicy }: { readonly as: Role; readonly account: string; readonly policy?: Policy },
): readonly Why[] {
  const agent = agentOf(team, id);
  if (agent === null) return unknown;
  const { enabled, saved, connected, available } = agent;
  if (as === 'supervisor') {
    const at = supervisorShare;
    const address =
      (enabled ? at.enabled.yes : at.enabled.no) +
      (saved ? at.saved.yes : at.saved.no) +
      (connected ? at.connected.yes : at.connected.no) +
      (policy.supervisorNeedsConnection ? at.needsConnection.yes : at.needsConnection.no);
    return whysOfSupervisor[address] as readonly Why[];
  }
  const mode = Object.hasOwn(agent.modes, account) ? (agent.modes[account] as Mode) : 'off';
  const address =
    (enabled ? share.enabled.yes : share.enabled.no) +
    share.mode[mode] +
    (saved ? share.saved.yes : share.saved.no) +
    (connected ? share.connected.yes : share.connected.no) +
    (available ? share.available.yes : share.available.no) +
    (policy.usable === 'connected-and-available' ? share.asked.both : share.asked.either);
  return whysOfAgent[address] as readonly Why[];
}

/** The row of a client. */
interface Row {
  readonly assignment: Assignment;
  /** Under what they wrote: perhaps another spelling than that of the row. */
  readonly client: string;
}

interface Stranger {
  readonly assignment: null;
  readonly client: string | null;
  readonly reason: NotInPortfolio['reason'];
}

/** The row of a client; where the policy recognises two spellings of one number, that of the other one too. */
function rowOf(portfolio: Portfolio, account: string, from: string | null, policy: Policy): Row | Stranger {
  const kind = kindOf(portfolio, account);
  if (kind === null) return { assignment: null, client: null, reason: 'unknown-account' };
  if (from === null) return { assignment: null, client: null, reason: 'no-identifier' };
  const asWritten = policy.phones === null || kind === 'email' ? null : digitsIn(from);
  // WhatsApp gives numbers with their country code and without a plus, whatever country they are read in.
  const known = asWritten === null ? null : find(portfolio, account, asWritten);
  if (known !== null) return { assignment: known, client: known.client };
  const id = normalised(from, kind, policy);
  if (id === null) return { assignment: null, client: null, reason: 'not-an-identifier' };
  const other = policy.samePerson === 'recognised' ? otherSpelling(id) : null;
  const assignment = find(portfolio, account, id) ?? (other === null ? null : find(portfolio, account, other));
  return assignment === null ? { assignment, client: id, reason: 'unknown-client' } : { assignment, client: id };
}

/**
 * Whose a client is who makes contact: the main agent, else the backup, else the supervisor, else explicitly nobody;
 * with what stood against each who was passed over. An open conversation stays with its agent, and the next contact is
 * asked about anew. Never throws; what cannot be an identifier of the account is `not-in-portfolio`.
 *
 * `validUntil` is always `null`: no time changes the answer, only the portfolio and the team do.
 *
 * Source: direct-assignment L2–3, L16–17, L22, L33–35.
 */
export function decide(contact: Contact, { portfolio, team, policy = defaultPolicy }: Context): RoutingDecision {
  const { account, from, openWith } = contact;
  const found = rowOf(portfolio, account, from, policy);
  const { assignment } = found;
  const world: World = { account, team, policy };
  if (openWith != null && openWith !== '') {
    const address = assignment === null ? stranger : addressOf(whysOf(assignment, world));
    return decided(address - conversation.new + conversation.open, { action: 'keep', agent: openWith });
  }
  return assignment === null ? decided(stranger, notInPortfolio(found)) : assigned(assignment, found.client, world);
}

function decided(address: number, outcome: RoutingDecision['outcome']): RoutingDecision {
  const { rule } = table.row(address);
  return { outcome, rule, situation: table.situations[address] as RoutingDecision['situation'], validUntil: null };
}

/** A new conversation with somebody whom the portfolio does not have. */
const stranger = conversation.new + client['not-found'] + main['not-usable'] + backup.none + supervisor.none;

function notInPortfolio({ client: id, reason }: Stranger): NotInPortfolio {
  return { action: 'not-in-portfolio', client: id, reason };
}

interface World {
  readonly account: string;
  readonly team: Team;
  readonly policy: Policy;
}

/** What stands against each of the three; `null`: the client has none in that role. */
type Whys = Readonly<Record<Role, readonly Why[] | null>>;

function whysOf(assignment: Assignment, { account, team, policy }: World): Whys {
  const against = (as: Role): readonly Why[] | null => {
    const agent = assignment[as];
    return agent === null ? null : whyNot(team, agent, { as, account, policy });
  };
  return { main: against('main'), backup: against('backup'), supervisor: against('supervisor') };
}

/** The address of a client who is found, in a new conversation. */
function addressOf(whys: Whys): number {
  return (
    conversation.new +
    client.found +
    (whys.main?.length === 0 ? main.usable : main['not-usable']) +
    usability(whys.backup, backup) +
    usability(whys.supervisor, supervisor)
  );
}

const order: readonly Role[] = ['main', 'backup', 'supervisor'];

function assigned(assignment: Assignment, writtenAs: string, world: World): RoutingDecision {
  const whys = whysOf(assignment, world);
  const address = addressOf(whys);
  const as = table.row(address).then as Role | 'nobody';
  const isOther = writtenAs !== assignment.client;
  if (as === 'main') return decided(address, taken(assignment, as, isOther, nobody, null));
  const passedOver = order.slice(0, as === 'nobody' ? order.length : order.indexOf(as)).flatMap((role) => {
    const because = whys[role];
    return because === null ? [] : [{ as: role, agent: assignment[role] as string, because }];
  });
  if (as === 'nobody') {
    const gap = { gap: 'nobody-can-take-it', question: 'RT-6', nearest: 'queue' } as const;
    return decided(address, { action: 'not-covered', ...gap, client: assignment.client, passedOver });
  }
  const isAway = as === 'supervisor' && agentOf(world.team, assignment.supervisor as string)?.connected === false;
  return decided(address, taken(assignment, as, isOther, passedOver, isAway ? 'disconnected' : null));
}

function taken(
  assignment: Assignment,
  as: Role,
  isOtherSpelling: boolean,
  passedOver: readonly PassedOver[],
  warning: Assign['warning'],
): Assign {
  return {
    action: 'assign',
    as,
    agent: assignment[as] as string,
    client: assignment.client,
    otherSpelling: isOtherSpelling,
    passedOver,
    warning,
  };
}

function usability(whys: readonly Why[] | null, shares: typeof backup): number {
  if (whys === null) return shares.none;
  return whys.length === 0 ? shares.usable : shares['not-usable'];
}
