import { chance, mulberry32, pick, whole, type Random } from '../../bench/random.js';

export { chance, mulberry32, pick, whole, type Random };

/** A whole number below `limit`, small ones far more often than large ones. */
export function few(random: Random, limit: number): number {
  return Math.floor(limit * random() ** 3);
}
