/**
 * Asks every system every question, of random facts that are the same wherever it runs, and keeps digests of what was
 * answered. It needs nothing but the language and what all engines of today have, and the library as it is installed.
 */
import { systems, type System } from 'pauta/catalogue';
import { Ledger, sha256 } from './ledger.js';
import { Reach, type Reached } from './reach.js';
import { mixedRound } from './rooms/cases.js';
import { contactRound } from './rooms/contact.js';
import { ladderRound } from './rooms/ladder.js';
import { messagingRound } from './rooms/messaging.js';
import { pendingRound } from './rooms/pending.js';
import { requirementRound } from './rooms/requirement.js';
import type { Round } from './rooms/room.js';
import { routingRound } from './rooms/routing.js';

const rooms: Readonly<Record<System, Round>> = {
  contact: contactRound,
  ladder: ladderRound,
  messaging: messagingRound,
  pending: pendingRound,
  requirement: requirementRound,
  routing: routingRound,
};

/** One round in so many asks what the worked cases ask, of facts mixed from them. */
const MIXED = 2;

/** What is to be done; `lines`: of one thousand decisions, by number, all that was drawn and answered is told too. */
export interface Order {
  readonly decisions: number;
  readonly lines?: { readonly system: System; readonly chunk: number };
  readonly reach?: boolean;
}

/** What one system answered. */
export interface Account {
  readonly decisions: number;
  readonly sentences: number;
  /** Digests of what was drawn, of a thousand decisions each, and of what was answered. */
  readonly drawn: readonly string[];
  readonly decided: readonly string[];
  readonly digest: string;
}

/** What one run came to. */
export interface Report {
  readonly accounts: Readonly<Record<string, Account>>;
  /** Of all that was drawn, and of all that was answered. */
  readonly drawn: string;
  readonly decided: string;
  readonly lines: readonly string[];
  readonly reach: { readonly rules: Reached; readonly rows: Reached } | null;
  /** The engine's own zone, and how many minutes it is from UTC in a January and a July. */
  readonly zone: string;
  readonly offsets: readonly number[];
  readonly milliseconds: number;
}

/** Runs the program. */
export async function run({ decisions, lines, reach = false }: Order): Promise<Report> {
  const began = Date.now();
  const accounts: Record<string, Account> = {};
  const told: string[] = [];
  const reached = reach ? new Reach() : null;
  for (const [index, system] of systems.entries()) {
    const quota = Math.floor(decisions / systems.length) + (index < decisions % systems.length ? 1 : 0);
    const wanted = lines?.system === system ? lines.chunk : undefined;
    const ledger = new Ledger(system, quota, wanted, reached?.witness);
    for (let round = 1; !ledger.isFull; round++) {
      const seed = index * 100_000 + round;
      await (round % MIXED === 0 ? mixedRound(ledger, seed) : rooms[system](ledger, seed));
    }
    await ledger.closed();
    const { count, sentences, drawnBy, decidedBy } = ledger;
    const digest = await sha256(decidedBy.join('\n'));
    accounts[system] = { decisions: count, sentences, drawn: drawnBy, decided: decidedBy, digest };
    told.push(...ledger.lines);
  }
  const all = Object.values(accounts);
  return {
    accounts,
    drawn: await sha256(all.flatMap(({ drawn }) => drawn).join('\n')),
    decided: await sha256(all.map(({ digest }) => digest).join('\n')),
    lines: told,
    reach: reached === null ? null : { rules: reached.rules, rows: reached.rows },
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    offsets: [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)].map((at) => 0 - new Date(at).getTimezoneOffset()),
    milliseconds: Date.now() - began,
  };
}
