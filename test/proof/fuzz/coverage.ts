/** How often each place of the library was passed; the instrumented library counts here, the plain one does not. */
export interface Counters {
  readonly counts: Uint16Array;
  /** How many places there are. */
  readonly places: number;
}

declare global {
  var pautaCounters: Uint16Array | undefined;
  var pautaPlaces: number | undefined;
}

export const counters: Counters = {
  counts: globalThis.pautaCounters ?? new Uint16Array(0),
  places: globalThis.pautaPlaces ?? 0,
};

/** Numbers of passes that count as the same, as AFL has them: 1, 2, 3, 4–7, 8–15, 16–31, 32–127 and more. */
function bucketOf(count: number): number {
  if (count < 4) return 1 << (count - 1);
  if (count < 8) return 8;
  if (count < 16) return 16;
  if (count < 32) return 32;
  return count < 128 ? 64 : 128;
}

/** What one door has been seen to pass and to say. */
export class Experience {
  readonly #buckets = new Uint8Array(counters.places);
  readonly #signs = new Set<string>();

  /** Notes what the last call passed and said, and clears the counters. Says whether any of it is new. */
  isNew(signs: readonly string[]): boolean {
    let isNew = false;
    const { counts } = counters;
    for (let place = 0; place < counts.length; place++) {
      const count = counts[place] as number;
      if (count === 0) continue;
      counts[place] = 0;
      const bucket = bucketOf(count);
      const seen = this.#buckets[place] as number;
      if ((seen & bucket) !== 0) continue;
      this.#buckets[place] = seen | bucket;
      everPassed[place] = 1;
      isNew = true;
    }
    for (const sign of signs) {
      if (this.#signs.has(sign)) continue;
      this.#signs.add(sign);
      isNew = true;
    }
    return isNew;
  }

  /** How many different things it said. */
  get outcomes(): number {
    return this.#signs.size;
  }
}

const everPassed = new Uint8Array(counters.places);

/** How many places any door has passed. */
export function placesPassed(): number {
  return everPassed.reduce((sum, passed) => sum + passed, 0);
}
