import { createHash } from 'node:crypto';
import * as pending from 'pauta/pending';
import { read, stateSchema } from 'pauta/pending/schema';
import type { Clock, Instant } from 'pauta/kernel';
import type { Database, Query } from './database.js';
import type { Desk } from './desk.js';
import { log } from './log.js';
import type { Happening, SetAside } from './whatsapp.js';

/** A row of the table, as it is read. */
interface Row {
  readonly account: string;
  readonly client: string;
  readonly name: string | null;
  readonly state: unknown;
  readonly version: number;
  readonly agent: string | null;
  readonly agent_role: string | null;
  readonly agent_rule: string | null;
  /** When the button was last obeyed; `null`: never. */
  readonly resolved_at: Instant | null;
  readonly open: boolean;
}

/** A chat whose state has come through the door. */
export interface Chat extends Omit<Row, 'state'> {
  readonly state: pending.Chat;
}

/** What names a chat. */
export type ChatKey = Pick<Chat, 'account' | 'client'>;

/** What became of an event. `set-aside`: the stored chat cannot be read, and somebody must look at it. */
export interface Recorded {
  readonly status: pending.PendingRecorded['status'] | 'set-aside';
  readonly code?: pending.Code;
}

/** What became of the button. `changed`: something happened that whoever pressed it had not seen. */
export type Resolved = 'resolved' | 'changed' | 'no-effect' | 'unknown-chat';

const columns = 'account, client, name, state, version, agent, agent_role, agent_rule, resolved_at, open';

/** So much of a state is read and written with every message, before its past is let go of. */
const LONG = 64_000;
/** Meta delivers again for a week at most. What is older cannot arrive any more. */
const PAST = 14 * 86_400_000;

/** The chats as they are stored. Each change is one transaction, with a lock on the row of the chat. */
export class Chats {
  readonly #database: Database;
  readonly #desk: Desk;
  readonly #clock: Clock;

  constructor(database: Database, desk: Desk, clock: Clock) {
    this.#database = database;
    this.#desk = desk;
    this.#clock = clock;
  }

  /** Keeps all of it or none of it: it resolves after the commit, and what is acknowledged then is not lost. */
  async record(happenings: readonly Happening[], setAside: readonly SetAside[] = []): Promise<readonly Recorded[]> {
    return this.#database.transaction(async (query) => {
      const results = new Map<Happening, Recorded>();
      // Always in the same order: two deliveries that lock the same chats the other way round would wait for each other.
      for (const chat of byChat(happenings)) await this.#recordIn(query, chat, results);
      for (const one of setAside) await keepAside(query, one);
      return happenings.map((happening) => results.get(happening) as Recorded);
    });
  }

  async #recordIn(query: Query, happenings: readonly Happening[], results: Map<Happening, Recorded>): Promise<void> {
    const [{ account, client }] = happenings as [Happening];
    const row = (await this.#lock(query, { account, client })) ?? (await this.#make(query, { account, client }));
    const chat = row === undefined ? null : chatOf(row);
    if (chat === null) {
      for (const happening of happenings) {
        await keepAside(query, { kind: 'event', reason: 'the stored chat cannot be read', body: happening });
        results.set(happening, { status: 'set-aside' });
      }
      return;
    }
    let { state } = chat;
    for (const happening of happenings) {
      // No clock: what Meta dates counts at once, though our clock be a second late. See `endOf` in whatsapp.ts.
      const { state: next, ...result } = pending.record(state, this.#unseen(happening.event, chat));
      results.set(
        happening,
        'code' in result ? { status: result.status, code: result.code } : { status: result.status },
      );
      if (result.status === 'refused') log('warn', 'event-refused', { account, client, ...result });
      state = next;
    }
    const name = happenings.findLast((one) => one.name !== null)?.name ?? chat.name;
    if (state !== chat.state || name !== chat.name) await this.#write(query, { ...chat, name }, state);
  }

  /**
   * What arrives after the button was pressed was not seen by whoever pressed it, even if it was written before: a
   * message may be on its way for seconds, and Meta dates two within one second alike. It counts from the press on, so
   * the chat is pending again. What is too old to be new is let alone: its id may have been let go of.
   */
  #unseen(event: pending.Event, { resolved_at }: Chat): pending.Event {
    const isOnItsWay = event.type === 'client-message' && event.at >= this.#clock.now() - PAST;
    return isOnItsWay && resolved_at !== null ? { ...event, at: Math.max(event.at, resolved_at) } : event;
  }

  /**
   * The button. `version` is the one that the seller saw: if the chat is another by now, perhaps because the client has
   * just written, nothing is resolved. `id` is made by the page for each press: pressed twice, or sent again, is once.
   */
  async resolve({ account, client }: ChatKey, version: number, id: string): Promise<Resolved> {
    return this.#database.transaction(async (query) => {
      const row = await this.#lock(query, { account, client });
      const chat = row === undefined ? null : chatOf(row);
      if (chat === null) return 'unknown-chat';
      // Seen is what was written: so the resolve comes after it, whatever the clocks say of each other.
      const { lastMessageAt, actionSince } = chat.state.facts;
      const at = Math.max(this.#clock.now(), (lastMessageAt ?? 0) + 1, (actionSince ?? 0) + 1);
      const { state, status } = pending.record(chat.state, { type: 'mark-resolved', id: `button:${id}`, at });
      if (status === 'duplicate') return 'resolved';
      if (chat.version !== version) return 'changed';
      if (status === 'no-effect') return 'no-effect';
      await this.#write(query, { ...chat, resolved_at: at }, state);
      return 'resolved';
    });
  }

  /** All chats in which somebody is left waiting; or, of those named, the ones that there are. `null`: it cannot be read. */
  async read(keys?: readonly ChatKey[]): Promise<readonly { readonly key: ChatKey; readonly chat: Chat | null }[]> {
    const rows =
      keys === undefined
        ? await this.#database.query<Row>(`select ${columns} from chat where open`)
        : await this.#database.query<Row>(
            `select ${columns} from chat where (account, client) in (select * from unnest($1::text[], $2::text[]))`,
            [keys.map(({ account }) => account), keys.map(({ client }) => client)],
          );
    return rows.map((row) => ({ key: { account: row.account, client: row.client }, chat: chatOf(row) }));
  }

  /** Whether the database answers. */
  async ping(): Promise<void> {
    await this.#database.query('select 1');
  }

  /** How much was set aside, by kind. */
  async setAside(): Promise<Readonly<Record<string, number>>> {
    const rows = await this.#database.query<{ kind: string; count: number }>(
      'select kind, count(*)::int as count from set_aside group by kind order by kind',
    );
    return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
  }

  async #lock(query: Query, { account, client }: ChatKey): Promise<Row | undefined> {
    const [row] = await query<Row>(`select ${columns} from chat where account = $1 and client = $2 for update`, [
      account,
      client,
    ]);
    return row;
  }

  /** A client who writes for the first time, perhaps in two webhooks at once: whoever comes second waits for the first. */
  async #make(query: Query, { account, client }: ChatKey): Promise<Row | undefined> {
    const empty = JSON.stringify(pending.start());
    await query('insert into chat (account, client, state) values ($1, $2, $3) on conflict do nothing', [
      account,
      client,
      empty,
    ]);
    return this.#lock(query, { account, client });
  }

  async #write(query: Query, chat: Chat, recorded: pending.Chat): Promise<void> {
    const text = JSON.stringify(recorded);
    const state = text.length < LONG ? text : JSON.stringify(pending.compact(recorded, this.#clock.now() - PAST));
    const { agent, role, rule } = this.#desk.assign(chat, recorded.facts, this.#clock.now());
    // What is told is heard by all processes, this one too, and only if the transaction is committed.
    await query(
      `with changed as (
         update chat set name = $3, state = $4, version = version + 1, agent = $5, agent_role = $6, agent_rule = $7,
           resolved_at = $8
         where account = $1 and client = $2 returning account, client
       )
       select pg_notify('chat', json_build_array(account, client)::text) from changed`,
      [chat.account, chat.client, chat.name, state, agent, role, rule, chat.resolved_at],
    );
  }
}

/** Through the door: a state that is damaged, or of a version to come, is not worked with. */
function chatOf({ state, ...row }: Row): Chat | null {
  const result = read(stateSchema, state);
  if (result.ok) return { ...row, state: result.value };
  const { account, client } = row;
  log('error', 'chat-unreadable', { account, client, problems: result.problems.slice(0, 3) });
  return null;
}

function byChat(happenings: readonly Happening[]): readonly (readonly Happening[])[] {
  const chats = new Map<string, Happening[]>();
  for (const one of happenings) {
    const key = JSON.stringify([one.account, one.client]);
    const chat = chats.get(key);
    if (chat === undefined) chats.set(key, [one]);
    else chat.push(one);
  }
  return [...chats].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, chat]) => chat);
}

/** Text, not JSON: PostgreSQL's own cannot hold everything that JSON can. Delivered twice, it is kept once. */
async function keepAside(query: Query, { kind, reason, body }: SetAside): Promise<void> {
  const text = JSON.stringify(body) ?? 'null';
  const digest = createHash('sha256').update(`${kind}\n${text}`).digest('hex');
  const printable = kind.replace(/[^\w :.-]/g, '?').slice(0, 100);
  await query(
    'insert into set_aside (digest, kind, reason, body) values ($1, $2, $3, $4) on conflict (digest) do nothing',
    [digest, printable, reason.replaceAll('\0', '').toWellFormed(), text],
  );
  log('warn', 'set-aside', { kind: printable, reason });
}
