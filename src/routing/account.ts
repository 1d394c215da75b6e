import type { Instant } from '../kernel/clock.js';
import { hashOf } from './bytes.js';
import { BACKUP, CELLS, clientAt, Columns, MAIN, NONE, noRows, rowOf, SUPERVISOR } from './columns.js';
import type { Agents, Rows } from './columns.js';
import type { AccountKind } from './identifier.js';
import type { Assignment } from './model.js';

/** The clients of one account, in shards by the first bits of their hashes. Never changed: a new one shares its shards. */
export interface Account {
  readonly kind: AccountKind;
  readonly clients: number;
  /** The latest of its uploads. */
  readonly uploadedAt: Instant;
  /** The latest upload that replaced it; `null`: none did. */
  readonly replacedAt: Instant | null;
  readonly agents: Agents;
  /** How many bits of a hash tell the shard: at least one. */
  readonly bits: number;
  /** In canonical order, and so are the rows in each. */
  readonly shards: readonly Rows[];
}

/** An account before its first upload. */
export function newAccount(kind: AccountKind): Account {
  return {
    kind,
    clients: 0,
    uploadedAt: -Infinity,
    replacedAt: null,
    agents: [null],
    bits: 1,
    shards: [noRows, noRows],
  };
}

/** The shard that a hash belongs to. */
export function shardOf(hash: number, bits: number): number {
  return hash >>> (32 - bits);
}

/** Whom a client belongs to; `null`: nobody. */
export function assignmentOf(account: Account, client: string): Assignment | null {
  const hash = hashOf(client);
  const shard = account.shards[shardOf(hash, account.bits)] as Rows;
  const row = rowOf(shard, hash, client, account.bits);
  return row === NONE ? null : assignmentIn(shard, row, account.agents, client, shard.notes[row] as number);
}

export function assignmentIn(rows: Rows, row: number, agents: Agents, client: string, uploadedAt: Instant): Assignment {
  const { cells } = rows;
  const cell = row * CELLS;
  return {
    client,
    main: agents[cells[cell + MAIN] as number] as string,
    backup: agents[cells[cell + BACKUP] as number] as string | null,
    supervisor: agents[cells[cell + SUPERVISOR] as number] as string | null,
    uploadedAt,
  };
}

/** Every client in canonical order. */
export function* assignmentsOf({ shards, agents }: Account): Generator<Assignment, void, undefined> {
  for (const shard of shards) {
    for (let row = 0; row < shard.length; row++) {
      yield assignmentIn(shard, row, agents, clientAt(shard, row), shard.notes[row] as number);
    }
  }
}

/** Few enough to be copied for one new client, and so many that all that is not rows stays in a processor's cache. */
const ROWS_OF_A_SHARD = 1024;

/** The account in shards of the right size for so many clients; the very one given, where they are not far from it. */
export function sharded(account: Account, clients: number): Account {
  const filling = clients / 2 ** account.bits / ROWS_OF_A_SHARD;
  const isFine = filling < 2 && (filling > 1 / 8 || account.bits === 1);
  return isFine ? account : { ...account, ...shardsOf(account.shards, clients) };
}

/** Rows that stand in canonical order, one part after the other, in shards of the right size for so many clients. */
export function shardsOf(parts: Iterable<Rows>, clients: number): Pick<Account, 'bits' | 'shards'> {
  const bits = Math.max(1, Math.ceil(Math.log2(clients / ROWS_OF_A_SHARD)));
  const shards = new Array<Rows>(2 ** bits).fill(noRows);
  const columns = new Columns();
  let number = 0;
  for (const rows of parts) {
    for (let row = 0; row < rows.length; row++) {
      const belongsTo = shardOf(rows.hashes[row] as number, bits);
      if (belongsTo !== number) shards[number] = columns.cut();
      number = belongsTo;
      columns.keep(rows, row);
    }
  }
  shards[number] = columns.cut();
  return { bits, shards };
}

/** The account without some clients; the very one given, if it has none of them. */
export function accountWithout(account: Account, clients: Iterable<string>): Account {
  const leaving = new Map<number, Set<number>>();
  for (const client of clients) {
    const hash = hashOf(client);
    const number = shardOf(hash, account.bits);
    const row = rowOf(account.shards[number] as Rows, hash, client, account.bits);
    if (row !== NONE) leaving.set(number, (leaving.get(number) ?? new Set()).add(row));
  }
  if (leaving.size === 0) return account;
  const shards = [...account.shards];
  const columns = new Columns();
  let left = account.clients;
  for (const [number, rows] of leaving) {
    const shard = shards[number] as Rows;
    for (let row = 0; row < shard.length; row++) if (!rows.has(row)) columns.keep(shard, row);
    shards[number] = columns.cut();
    left -= rows.size;
  }
  return { ...account, clients: left, shards };
}
