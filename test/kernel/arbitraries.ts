import fc from 'fast-check';
import type { Event } from './diary.js';

/** An event of the diary, before it has an id. */
export interface Drawn {
  readonly at: number;
  readonly type: Event['type'];
  readonly of: number;
}

export const drawn: fc.Arbitrary<Drawn> = fc.record({
  at: fc.nat(60),
  type: fc.constantFrom<Event['type']>('say', 'say', 'say', 'preface', 'noise', 'delete', 'delete'),
  of: fc.nat(15),
});

/** Deletions take back any event of the list, later ones, themselves and unknown ones included. */
export function named(all: readonly Drawn[]): readonly Event[] {
  return all.map(({ at, type, of }, i) => ({ type, id: `${i};`, at, ...(type === 'delete' ? { of: `${of};` } : {}) }));
}

export const anyEvents = fc.array(drawn, { maxLength: 12 }).map(named);
