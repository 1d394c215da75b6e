import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Facts } from 'pauta/pending';
import { dayOf, startOfDay, type Instant } from 'pauta/kernel';
import * as routing from 'pauta/routing';
import { reportCsv, validate } from 'pauta/routing/csv';
import * as z from 'zod';
import { isOnShift, nextChange } from './shifts.js';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day: "09:00"');
const agentsFile = z.strictObject({
  zone: z.string().refine((zone) => !Number.isNaN(startOfDay(dayOf('2026-01-01'), zone)), 'an IANA zone'),
  agents: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      enabled: z.boolean(),
      accounts: z.record(z.string(), z.enum(['off', 'enabled', 'auto-assign'])),
      shifts: z.array(
        z.strictObject({
          days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])),
          from: time,
          to: time,
        }),
      ),
    }),
  ),
});

type Agents = z.infer<typeof agentsFile>;

/** Whose a conversation is, or why it is nobody's. */
export interface Assigned {
  readonly agent: string | null;
  readonly role: string | null;
  readonly rule: string | null;
}

interface Client {
  readonly account: string;
  readonly client: string;
}

/** Who is there, from an instant until the next one at which somebody comes or goes. */
interface TeamOnShift {
  readonly from: Instant;
  readonly until: Instant | null;
  readonly team: routing.Team;
}

/** Who works here, when, and whose each client is. */
export class Desk {
  readonly zone: string;
  readonly #agents: Agents['agents'];
  readonly #portfolio: routing.Portfolio;
  #present: TeamOnShift = { from: Number.POSITIVE_INFINITY, until: null, team: {} };

  constructor({ zone, agents }: Agents, portfolio: routing.Portfolio) {
    this.zone = zone;
    this.#agents = agents;
    this.#portfolio = portfolio;
  }

  nameOf(agent: string): string {
    return this.#agents[agent]?.name ?? agent;
  }

  /** When somebody comes or goes, and the answer for whoever has nobody may be another. */
  nextChange(at: Instant): Instant | null {
    return this.#shiftsAt(at).until;
  }

  /** To whom a contact would go now. */
  route({ account, client }: Client, openWith: string | null, at: Instant): routing.RoutingDecision {
    return routing.decide(
      { account, from: client, openWith },
      { portfolio: this.#portfolio, team: this.#shiftsAt(at).team },
    );
  }

  /**
   * Whose a chat is once something was recorded in it. A conversation is open from the first message until it is
   * resolved, and stays with its agent; the one after it is asked about anew (RT-20, RT-21). It follows from the facts
   * alone, so it comes out the same however often, and in whatever order, the events were delivered.
   */
  assign(
    chat: Client & {
      readonly agent: string | null;
      readonly agent_role: string | null;
      readonly agent_rule: string | null;
    },
    facts: Facts,
    at: Instant,
  ): Assigned {
    if (facts.resolved || facts.lastMessage === 'none') return { agent: null, role: null, rule: null };
    const { outcome, rule } = this.route(chat, chat.agent, at);
    if (outcome.action === 'keep') return { agent: chat.agent, role: chat.agent_role, rule: chat.agent_rule };
    if (outcome.action === 'assign') return { agent: outcome.agent, role: outcome.as, rule };
    return { agent: null, role: null, rule: null };
  }

  /** Reckoned once for as long as nobody comes or goes: zones are costly, and each message asks. */
  #shiftsAt(at: Instant): TeamOnShift {
    const { from, until } = this.#present;
    if (!(from <= at && (until === null || at < until))) {
      const shifts = Object.values(this.#agents).map((agent) => agent.shifts);
      this.#present = { from: at, until: nextChange(shifts, at, this.zone), team: this.#teamAt(at) };
    }
    return this.#present;
  }

  /** Whoever is on shift counts as connected and available: a host that knows better says so here. */
  #teamAt(at: Instant): routing.Team {
    return Object.fromEntries(
      Object.entries(this.#agents).map(([id, { enabled, accounts, shifts }]) => {
        const isHere = isOnShift(shifts, at, this.zone);
        return [id, { enabled, modes: accounts, saved: true, connected: isHere, available: isHere }];
      }),
    );
  }
}

/**
 * Reads `agents.json` and `portfolio/<account>.csv` of a folder.
 *
 * @throws Error that says what is wrong, for each row of a portfolio that is refused.
 */
export async function readDesk(folder: string, at: Instant): Promise<Desk> {
  const file = agentsFile.safeParse(JSON.parse(await readFile(join(folder, 'agents.json'), 'utf8')));
  if (!file.success) throw new Error(`agents.json: ${z.prettifyError(file.error)}`);
  let portfolio = routing.emptyPortfolio;
  for (const name of (await readdir(join(folder, 'portfolio'))).sort()) {
    if (!name.endsWith('.csv')) continue;
    const account = name.slice(0, -'.csv'.length);
    const bytes = await readFile(join(folder, 'portfolio', name));
    const validation = validate(bytes, { account, kind: 'whatsapp' });
    // One bad row refuses the whole file; the report lists them all.
    if (!validation.ok) throw new Error(`${name}:\n${reportCsv(validation, { lang: 'en', byteOrderMark: false })}`);
    portfolio = routing.load(portfolio, validation, { at }).state;
  }
  return new Desk(file.data, portfolio);
}
