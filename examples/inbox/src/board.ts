import { fixedClock, type Clock, type Instant } from 'pauta/kernel';
import { queue, type Policy } from 'pauta/pending';
import { Alarm } from './alarm.js';
import type { Chat, ChatKey, Chats } from './chats.js';
import type { Listener } from './database.js';
import type { Desk } from './desk.js';
import { answerOf, entryOf, isSameAnswer, keyOf, type Answer, type Entry } from './entry.js';
import { Feed } from './feed.js';
import { log } from './log.js';

/** So long changes are gathered before they are read: a burst of webhooks is one look, not hundreds. */
const GATHER = 25;
const TRY_AGAIN = 1_000;

export interface BoardOptions {
  readonly chats: Chats;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly policy: Policy;
}

interface Made {
  readonly answer: Answer;
  readonly entry: Entry | null;
}

/**
 * The open chats in memory, and what the rules say of them now. It looks when the database says that a chat changed,
 * and when the one timer says that time alone has changed an answer. In between it does nothing at all.
 */
export class Board implements Listener {
  readonly feed = new Feed();
  readonly #options: BoardOptions;
  readonly #alarm: Alarm;
  #open = new Map<string, Chat>();
  readonly #unreadable = new Set<string>();
  #made: ReadonlyMap<string, Made> = new Map();
  /** What changed since the last look; `all`: perhaps everything. */
  #changed: Map<string, ChatKey> | 'all' = 'all';
  #next: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #isOver = false;

  constructor(options: BoardOptions) {
    this.#options = options;
    this.#alarm = new Alarm(options.clock, () => this.#look(0));
  }

  onMessage = (payload: string): void => {
    const [account, client] = JSON.parse(payload) as [string, string];
    if (this.#changed !== 'all') this.#changed.set(keyOf({ account, client }), { account, client });
    this.#look(GATHER);
  };

  onGap = (): void => {
    this.#changed = 'all';
    this.#look(0);
  };

  /** Looks now, for the first time. */
  async start(): Promise<void> {
    this.#look(0);
    await this.settled();
  }

  /** Resolves when all that was heard so far is published. */
  async settled(): Promise<void> {
    while (this.#next !== undefined) await new Promise((resolve) => setTimeout(resolve, GATHER));
    await this.#looking;
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#next);
    this.#next = undefined;
    await this.#looking;
    this.#alarm.set(null);
  }

  #look(delay: number): void {
    if (this.#isOver || this.#next !== undefined) return;
    this.#next = setTimeout(() => {
      // One after the other: two at once could publish the older one last.
      this.#looking = this.#looking.then(() => this.#lookNow());
    }, delay);
  }

  async #lookNow(): Promise<void> {
    const changed = this.#changed;
    this.#changed = new Map();
    // From here on a change asks for another look: this one may have read the chat already.
    this.#next = undefined;
    try {
      await this.#read(changed);
      this.#publish();
    } catch (error) {
      log('error', 'board-failed', { error: String(error) });
      this.#changed = 'all';
      this.#look(TRY_AGAIN);
    }
  }

  async #read(changed: Map<string, ChatKey> | 'all'): Promise<void> {
    if (changed !== 'all' && changed.size === 0) return;
    const found = await this.#options.chats.read(changed === 'all' ? undefined : [...changed.values()]);
    if (changed === 'all') {
      this.#open = new Map();
      this.#unreadable.clear();
    }
    for (const { key, chat } of found) {
      const name = keyOf(key);
      this.#unreadable.delete(name);
      this.#open.delete(name);
      if (chat === null) this.#unreadable.add(name);
      else if (chat.open) this.#open.set(name, chat);
    }
  }

  #publish(): void {
    const { desk, policy } = this.#options;
    // One instant for all of it, and for the timer.
    const now = this.#options.clock.now();
    const context = { clock: fixedClock(now), policy };
    const made = new Map<string, Made>();
    const entries = new Map<string, Entry>();
    let isSomebodyUnassigned = false;
    const { waiting, validUntil } = queue(this.#open.values(), { ...context, factsOf: ({ state }) => state.facts });
    // Whoever waits, in the order of the library; then those who are with the AI.
    for (const chat of new Set([...waiting.map(({ chat }) => chat), ...this.#open.values()])) {
      const key = keyOf(chat);
      const answer = answerOf(chat, desk, context);
      const before = this.#made.get(key);
      const entry =
        before !== undefined && isSameAnswer(before.answer, answer) ? before.entry : entryOf(answer, desk, context);
      made.set(key, { answer, entry });
      if (entry === null) continue;
      entries.set(key, entry);
      isSomebodyUnassigned ||= answer.live !== null;
    }
    this.#made = made;
    this.feed.publish(entries, this.#unreadable.size);
    this.#alarm.set(earliest(validUntil, isSomebodyUnassigned ? desk.nextChange(now) : null));
  }
}

function earliest(one: Instant | null, other: Instant | null): Instant | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
