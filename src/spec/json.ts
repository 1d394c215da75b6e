import type { Problem } from '../kernel/schema.js';

/** Deeper than any case goes, and far from what a reader of nested values can bear. */
const DEEPEST = 100;

/**
 * What keeps a value from being read as what it says: nested too deep, holding itself, failing when it is looked at, or
 * with a field `__proto__`, which readers drop without a word.
 */
export function nestingFaults(value: unknown, path = '', around: readonly object[] = []): readonly Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  if (around.includes(value)) return [{ path, seen: 'a value that holds itself', expected: 'JSON' }];
  if (around.length === DEEPEST) {
    return [{ path, seen: 'deeper nesting', expected: `JSON of at most ${DEEPEST} levels` }];
  }
  const entries = entriesOf(value);
  if (entries === null) return [{ path, seen: 'a value that cannot be looked into', expected: 'JSON' }];
  return entries.flatMap(([key, inner]) => {
    const at = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    if (key === '__proto__') return [{ path: at, seen: 'a field of that name', expected: 'no such field' }];
    return nestingFaults(inner, at, [...around, value]);
  });
}

/** The fields of an object; `null`: code of its own fails to give them. */
function entriesOf(value: object): readonly (readonly [string, unknown])[] | null {
  try {
    return Object.entries(value);
  } catch {
    return null;
  }
}

/**
 * The answer to what comes from outside. What throws because of code that the value has of its own (a getter, a proxy) is
 * answered with `otherwise`; what throws at plain data is a fault of ours, and is not hidden.
 */
export function guarded<Answer>(value: unknown, answer: () => Answer, otherwise: (problem: Problem) => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (isPlain(value)) throw error;
    return otherwise({ path: '', seen: 'a value with code of its own', expected: 'JSON' });
  }
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function';
  try {
    const above: object | null = Object.getPrototypeOf(value) as object | null;
    // That of all objects, from whatever realm it is, has nothing above it.
    const isOfData = Array.isArray(value) || above === null || Object.getPrototypeOf(above) === null;
    const fields = Object.values(Object.getOwnPropertyDescriptors(value));
    return isOfData && fields.every((field) => 'value' in field && isPlain(field.value));
  } catch {
    return false;
  }
}

/** A field of whatever it is; `undefined`: there is none, or to ask for it fails. */
export function fieldOf(value: unknown, field: string): unknown {
  try {
    return (Object(value) as Readonly<Record<string, unknown>>)[field];
  } catch {
    return undefined;
  }
}
