import type { Read } from 'pauta/kernel/schema';

/** Where something is wrong, and what was expected there. */
export function problemsOf(result: Read<unknown>): readonly (readonly [path: string, expected: string])[] {
  return result.ok ? [] : result.problems.map(({ path, expected }) => [path, expected] as const);
}
