import { expect, it } from 'vitest';
import type { Law } from 'pauta/testing';

const SEED = 20_240_513;

/**
 * Tests the laws of a system: they hold of the library, and each of them catches the broken implementation that is set
 * against it. `broken`: by the name of a law, the laws as that implementation is held to them.
 */
export function testLaws(ours: readonly Law[], broken: Readonly<Record<string, readonly Law[]>>): void {
  it('hold of the library', () => {
    for (const { check } of ours) check({ numRuns: 50 });
  });

  it('are all set against a broken implementation', () => {
    expect(Object.keys(broken).toSorted()).toEqual(ours.map(({ name }) => name).toSorted());
    expect(new Set(ours.map(({ name }) => name)).size).toBe(ours.length);
  });

  for (const [name, theirs] of Object.entries(broken)) {
    it(`catch a broken implementation: ${name}`, () => {
      const law = theirs.find((each) => each.name === name);
      const message = messageOf(() => law?.check({ seed: SEED }));
      expect(message).toMatch(/^Property failed after \d+ tests/);
      expect(message).toContain(`seed: ${SEED}`);
      expect(message).toContain('Counterexample: [');
      expect(messageOf(() => law?.check({ seed: SEED }))).toBe(message);
    });
  }
}

function messageOf(fails: () => void): string {
  try {
    fails();
    return 'nothing was caught';
  } catch (error) {
    return (error as Error).message;
  }
}
