/**
 * Where every result goes, so that no call can be optimised away, and no result be kept out of the heap.
 * Both sides of a pair pay the same for it.
 */
export const sink: { seen: unknown } = { seen: null };
