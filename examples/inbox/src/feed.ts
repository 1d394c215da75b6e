import { randomUUID } from 'node:crypto';
import type { Entry } from './entry.js';

/** What the page is sent: all there is, or what changed. */
export interface Message {
  /** Where a page that lost its connection goes on from. */
  readonly id: string;
  readonly type: 'snapshot' | 'change';
  readonly entries: readonly Entry[];
  /** Keys of what is no longer there; a snapshot has none, for it replaces everything. */
  readonly gone: readonly string[];
  /** How many stored chats cannot be read: never hidden from those who would attend them. */
  readonly unreadable: number;
}

type Change = Pick<Message, 'entries' | 'gone'>;

/** A page that was away for more changes than these is sent everything. */
const REMEMBERED = 500;

/**
 * The entries as they are now, and the changes that led to them. Each page keeps its own place and asks for what comes
 * after it: so a slow one holds up nobody, and one that comes back misses nothing.
 */
export class Feed {
  /** Another process, or this one started again, numbers its changes anew. */
  readonly #origin = randomUUID();
  readonly #changes: Change[] = [];
  #count = 0;
  #entries: ReadonlyMap<string, Entry> = new Map();
  #unreadable = 0;
  #waiting = new Set<() => void>();

  get entries(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  /** An entry that is the very same object as before did not change. */
  publish(entries: ReadonlyMap<string, Entry>, unreadable: number): void {
    const changed = [...entries.values()].filter((entry) => this.#entries.get(entry.key) !== entry);
    const gone = [...this.#entries.keys()].filter((key) => !entries.has(key));
    if (changed.length === 0 && gone.length === 0 && unreadable === this.#unreadable) return;
    this.#entries = entries;
    this.#unreadable = unreadable;
    this.#count++;
    this.#changes.push({ entries: changed, gone });
    if (this.#changes.length > REMEMBERED) this.#changes.shift();
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  /** What came after a place; `null`: nothing yet. */
  after(place: string | null): Message | null {
    const id = `${this.#origin}:${this.#count}`;
    if (place === id) return null;
    const [origin, count] = place?.split(':') ?? [];
    const missed = this.#count - Number(count);
    if (origin !== this.#origin || !(missed > 0 && missed <= this.#changes.length)) {
      return { id, type: 'snapshot', entries: this.entries, gone: [], unreadable: this.#unreadable };
    }
    const latest = new Map<string, Entry | null>();
    for (const { entries, gone } of this.#changes.slice(-missed)) {
      for (const key of gone) latest.set(key, null);
      for (const entry of entries) latest.set(entry.key, entry);
    }
    return {
      id,
      type: 'change',
      entries: [...latest.values()].filter((entry) => entry !== null),
      gone: [...latest].filter(([, entry]) => entry === null).map(([key]) => key),
      unreadable: this.#unreadable,
    };
  }

  /** Everything from a place on, until nobody listens any more. */
  async *follow(place: string | null, signal: AbortSignal): AsyncGenerator<Message> {
    for (let at = place; !signal.aborted;) {
      const message = this.after(at);
      if (message === null) await this.#change(signal);
      else {
        at = message.id;
        yield message;
      }
    }
  }

  async #change(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.#waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#waiting.add(done);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }
}
