import type { Instant } from '../kernel/clock.js';
import { assignmentIn, sharded, shardOf, type Account } from './account.js';
import type { Batch } from './batch.js';
import { BACKUP, CELLS, clientAt, Columns, compareRows, MAIN, NONE, SUPERVISOR } from './columns.js';
import type { Agents, Rows } from './columns.js';
import type { Assignment } from './model.js';
import type { Policy } from './policy.js';

/** What an upload does to a client, or to how many of them. */
export interface Counts {
  /** Clients who come to the account. */
  readonly added: number;
  /** Clients of other people from now on. */
  readonly changed: number;
  /** Clients whom the file does not name, and who are not kept. */
  readonly removed: number;
  /** Clients of the same people as before. */
  readonly unchanged: number;
  /** Clients of whom a later upload, loaded before, says otherwise: it stands. */
  readonly late: number;
}

/** What an upload does to one client. */
export type Change =
  | { readonly change: 'added'; readonly client: string; readonly before: null; readonly after: Assignment }
  | { readonly change: 'changed'; readonly client: string; readonly before: Assignment; readonly after: Assignment }
  | { readonly change: 'removed'; readonly client: string; readonly before: Assignment; readonly after: null };

/** `kept`: the file does not name them, and they stay. */
type Verdict = keyof Counts | 'kept';

type Tally = Record<Verdict, number>;

function countsOf({ added, changed, removed, unchanged, late }: Tally): Counts {
  return { added, changed, removed, unchanged, late };
}

/** One shard of the account, and from where to where the rows of the file stand that belong in it. */
interface Part {
  readonly number: number;
  readonly shard: Rows;
  readonly from: number;
  readonly to: number;
}

/** An account and a file, side by side. Both stand in canonical order, so one pass over the two is enough. */
export class Union {
  readonly #account: Account;
  readonly #batch: Batch;
  readonly #rows: Rows;
  readonly #at: Instant;
  readonly #isReplace: boolean;
  /** An upload from before the account was last replaced: whatever it says, it is over. */
  readonly #isOver: boolean;
  /** The account's agents, and after them those whom the file is the first to name. */
  readonly #agents: Agents;
  /** The number among them of each agent of the file. */
  readonly #numbers: Uint32Array;

  constructor(account: Account, batch: Batch, mode: Policy['reuploadMode'], at: Instant) {
    this.#account = account;
    this.#batch = batch;
    this.#rows = batch.sorted;
    this.#at = at;
    this.#isReplace = mode === 'replace';
    this.#isOver = account.replacedAt !== null && at < account.replacedAt;
    const agents: [null, ...string[]] = [...account.agents];
    const known = new Map(agents.map((agent, number) => [agent, number]));
    this.#numbers = Uint32Array.from(batch.roster.ids, (agent) => known.get(agent) ?? agents.push(agent as string) - 1);
    this.#agents = agents;
  }

  /** How many clients the upload does what to. */
  counts(): Counts {
    const tally = this.#newTally();
    for (const part of this.#parts(this.#account)) {
      this.#pairs(part, (_held, _given, verdict) => {
        tally[verdict]++;
      });
    }
    return countsOf(tally);
  }

  /** What it does to each, shard by shard, as far as somebody asks. */
  *changes(): Generator<Change, void, undefined> {
    for (const part of this.#parts(this.#account)) {
      const found: Change[] = [];
      this.#pairs(part, (held, given, verdict) => {
        if (verdict === 'added' || verdict === 'changed' || verdict === 'removed') {
          found.push(this.#change(part.shard, held, given, verdict));
        }
      });
      yield* found;
    }
  }

  /** The account after the upload; the very one given, if it changes nothing. Shards that it does not touch are shared. */
  applied(): { readonly account: Account; readonly counts: Counts } {
    const { length } = this.#rows;
    const before = this.#account;
    if (this.#isOver) return { account: before, counts: this.counts() };
    const resharded = sharded(before, this.#isReplace ? length : Math.max(before.clients, length));
    const shards = [...resharded.shards];
    const columns = new Columns();
    const tally = this.#newTally();
    let { clients } = before;
    for (const part of this.#parts(resharded)) {
      const rows = this.#shard(part, columns, tally);
      clients += rows.length - part.shard.length;
      shards[part.number] = rows;
    }
    const counts = countsOf(tally);
    const uploadedAt = Math.max(before.uploadedAt, this.#at);
    const replacedAt = this.#isReplace ? this.#at : before.replacedAt;
    const isSame = replacedAt === before.replacedAt && shards.every((rows, number) => rows === before.shards[number]);
    const account = isSame ? before : { ...resharded, clients, uploadedAt, replacedAt, agents: this.#agents, shards };
    return { account, counts };
  }

  #newTally(): Tally {
    return { added: 0, changed: 0, removed: 0, unchanged: 0, late: this.#isOver ? this.#rows.length : 0, kept: 0 };
  }

  /** The shards that the upload has to do with. */
  *#parts({ bits, shards }: Account): Generator<Part, void, undefined> {
    if (this.#isOver) return;
    const { hashes, length } = this.#rows;
    let from = 0;
    for (let number = 0; number < shards.length; number++) {
      let to = from;
      while (to < length && shardOf(hashes[to] as number, bits) === number) to++;
      if (to > from || this.#isReplace) yield { number, shard: shards[number] as Rows, from, to };
      from = to;
    }
  }

  /** Shows each client of a shard or of the file once, in canonical order, with the rows of both: `NONE` where one has none. */
  #pairs({ shard, from, to }: Part, visit: (held: number, given: number, verdict: Verdict) => void): void {
    let nextHeld = 0;
    let nextGiven = from;
    while (nextHeld < shard.length || nextGiven < to) {
      const order =
        nextGiven === to ? -1 : nextHeld === shard.length ? 1 : compareRows(shard, nextHeld, this.#rows, nextGiven);
      const held = order <= 0 ? nextHeld++ : NONE;
      const given = order >= 0 ? nextGiven++ : NONE;
      visit(held, given, this.#verdict(shard, held, given));
    }
  }

  #verdict(shard: Rows, held: number, given: number): Verdict {
    if (held === NONE) return 'added';
    const isLater = (shard.notes[held] as number) > this.#at;
    if (given === NONE) return this.#isReplace && !isLater ? 'removed' : 'kept';
    if (isLater) return 'late';
    const [before, after] = [held * CELLS, given * CELLS];
    const isSame =
      shard.cells[before + MAIN] === this.#number(after + MAIN) &&
      shard.cells[before + BACKUP] === this.#number(after + BACKUP) &&
      shard.cells[before + SUPERVISOR] === this.#number(after + SUPERVISOR);
    return isSame ? 'unchanged' : 'changed';
  }

  #number(cell: number): number {
    return this.#numbers[this.#rows.cells[cell] as number] as number;
  }

  /** A shard after the upload; the very one given, if nothing in it changes. */
  #shard(part: Part, columns: Columns, tally: Tally): Rows {
    const { shard } = part;
    let touched = 0;
    this.#pairs(part, (held, given, verdict) => {
      tally[verdict]++;
      if (verdict === 'kept' || verdict === 'late') {
        columns.keep(shard, held);
        return;
      }
      // A client of the same people as before is noted anew all the same: an upload from in between must not win.
      if (verdict !== 'unchanged' || shard.notes[held] !== this.#at) touched++;
      if (verdict === 'removed') return;
      const cell = given * CELLS;
      const main = this.#number(cell + MAIN);
      const backup = this.#number(cell + BACKUP);
      columns.copy(this.#rows, given, main, backup, this.#number(cell + SUPERVISOR), this.#at);
    });
    const rows = columns.cut();
    return touched > 0 ? rows : shard;
  }

  #change(shard: Rows, held: number, given: number, change: Change['change']): Change {
    const client = held === NONE ? clientAt(this.#rows, given) : clientAt(shard, held);
    const before = held === NONE ? null : assignmentIn(shard, held, this.#agents, client, shard.notes[held] as number);
    const after = given === NONE ? null : assignmentIn(this.#rows, given, this.#batch.roster.ids, client, this.#at);
    return { change, client, before, after } as Change;
  }
}
