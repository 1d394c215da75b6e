import type { Problem } from '../kernel/schema.js';

/** Deeper than any case goes, and far from what a reader of nested values can bear. */
const DEEPEST = 100;

/**
 * What keeps a value from being read as what it says: nested too deep, holding itself, or with a field `__proto__`,
 * which readers drop without a word.
 */
export function nestingFaults(value: unknown, path = '', around: readonly object[] = []): readonly Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  if (around.includes(value)) return [{ path, seen: 'a value that holds itself', expected: 'JSON' }];
  if (around.length === DEEPEST) {
    return [{ path, seen: 'deeper nesting', expected: `JSON of at most ${DEEPEST} levels` }];
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    if (key === '__proto__') return [{ path: at, seen: 'a field of that name', expected: 'no such field' }];
    return nestingFaults(inner, at, [...around, value]);
  });
}
