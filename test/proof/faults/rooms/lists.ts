import type { Instant } from 'pauta/kernel';

/** A list whose order means nothing. */
export function sorted<Element>(list: readonly Element[]): readonly Element[] {
  if (list.every((element) => typeof element === 'string')) return list.toSorted();
  const texts = new Map(list.map((element) => [element, JSON.stringify(element)]));
  return list.toSorted((a, b) => ((texts.get(a) ?? '') < (texts.get(b) ?? '') ? -1 : 1));
}

/** How many keys begin so. */
export function times(keys: readonly string[], beginning: string): number {
  return keys.filter((key) => key.startsWith(beginning)).length;
}

/** The first of two instants; `null`: never. */
export function earliest(one: Instant | null, other: Instant | null): Instant | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
