import type { Instant } from 'pauta/kernel';
import { Chance } from './chance.js';
import type { Act } from './room.js';

/** What was really done, and when. */
export interface Performed {
  readonly key: string;
  readonly action: string;
  readonly outcome: unknown;
  readonly at: Instant;
  /** What came of it at once, such as whether somebody picked up: from 0 to 1, of the seed and the key alone. */
  readonly luck: number;
}

/**
 * The world's own book of what was done to it: it outlives every crash of the host. Who performs an act (a mail
 * service, a telephone, a platform) is told its key, and does nothing that it has done under that key already.
 */
export class Ledger {
  readonly entries: Performed[] = [];
  /** How often an act was asked for that had been done already. */

  private readonly byKey = new Map<string, Performed>();
  private readonly seed: number;

  private readonly told: ReadonlyMap<string, Instant>;

  /** `told`: when acts are done, by their keys; an act that it does not know is done at once. */
  constructor(seed: number, told: ReadonlyMap<string, Instant> = new Map()) {
    this.seed = seed;
    this.told = told;
  }

  /** What was done under a key; `undefined`: nothing. */
  find(key: string): Performed | undefined {
    return this.byKey.get(key);
  }

  /** Performs an act, unless it was performed already. The host's instants are odd, the world's even. */
  perform({ key, outcome }: Act, now: Instant): Performed {
    const known = this.byKey.get(key);
    if (known !== undefined) {
      return known;
    }
    const earliest = Math.max(now, (this.entries.at(-1)?.at ?? now) + 1);
    const at = Math.max(this.told.get(key) ?? 0, earliest % 2 === 0 ? earliest + 1 : earliest);
    const luck = new Chance(this.seed, key).next();
    const performed = { key, action: outcome.action, outcome, at, luck };
    this.byKey.set(key, performed);
    this.entries.push(performed);
    return performed;
  }

  /** The last act of one of these kinds; `undefined`: there is none. */
  last(...actions: readonly string[]): Performed | undefined {
    return this.entries.findLast(({ action }) => actions.includes(action));
  }

  count(action: string): number {
    return this.entries.filter((one) => one.action === action).length;
  }
}
