/** What is left to chance: the same for the same seed and purpose, in whatever process. */
export class Chance {
  private state: number;

  constructor(seed: number, purpose: string) {
    let hash = 2_166_136_261 ^ seed;
    for (let index = 0; index < purpose.length; index++) hash = Math.imul(hash ^ purpose.charCodeAt(index), 16_777_619);
    this.state = hash >>> 0;
    // The first numbers of like purposes would be alike.
    this.next();
    this.next();
  }

  /** From 0 (included) to 1 (not included): mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  is(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }
}
