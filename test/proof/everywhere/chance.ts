/** A source of chance that is the same in every engine: 32-bit integers alone (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** From 0 to `below` - 1. */
  nat(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  /** Whether one of `many` dice rolls falls so. */
  once(many: number): boolean {
    return this.nat(many) === 0;
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.nat(items.length)] as Item;
  }
}
