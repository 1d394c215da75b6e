import fc from 'fast-check';
import type { Instant } from 'pauta/kernel';
import { Chance } from '../chance.js';
import type { Ledger } from '../ledger.js';
import { nights } from '../zones.js';

/** One round of questions to a system: some scenes are drawn, and all that can be asked of them is. */
export type Round = (ledger: Ledger, seed: number) => void | Promise<void>;

/** Scenes are drawn so many at a time: the first of fast-check are small, so that a round has small and large ones. */
const SCENES = 20;

/** A round that draws scenes of one kind, each with a source of chance of its own for what is asked of it. */
export function roundOf<Scene>(
  scene: fc.Arbitrary<Scene>,
  ask: (ledger: Ledger, scene: Scene, chance: Chance) => void | Promise<void>,
): Round {
  return async (ledger, seed) => {
    for (const [index, drawn] of fc.sample(scene, { seed, numRuns: SCENES }).entries()) {
      if (ledger.isFull) return;
      await ask(ledger, drawn, new Chance(Math.imul(seed, SCENES) + index));
    }
  };
}

/** So many of one kind. */
export function some<Item>(item: fc.Arbitrary<Item>, count: number): fc.Arbitrary<Item[]> {
  return fc.array(item, { minLength: count, maxLength: count });
}

/** An instant near another one: the same, beside it, and hours and days away. */
export function near(at: Instant, chance: Chance): Instant {
  const distance = chance.of([0, 0, 1, 60_000, 1_800_000, 3_600_000, 7_200_000, 18_000_000, 86_400_000, 259_200_000]);
  return at + distance * (chance.once(2) ? 1 : -1) + chance.of([0, 0, 1, -1]);
}

/** Several instants near another one. */
export function nearby(at: Instant, chance: Chance, length = 12): readonly Instant[] {
  return Array.from({ length }, () => near(at, chance));
}

/** An instant in one of the nights on which clocks change, or on the day around it. */
export function nightly(chance: Chance): Instant {
  return chance.of(nights) + chance.nat(29) * 1_800_000 + chance.of([0, -1, 1]);
}
