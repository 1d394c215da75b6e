import { checkSync } from 'recheck';
import { expressions, type Verdict } from './expressions.js';

/** Longer than any expression of the library took a busy machine. */
const TIMEOUT = 60_000;

/** What recheck says of each regular expression of the library: how long it may take, at worst. */
export function verdicts(): readonly Verdict[] {
  return expressions().map((expression) => {
    const found = checkSync(expression.source, expression.flags, { timeout: TIMEOUT });
    const kind = found.status === 'unknown' ? found.error.kind : `${found.complexity.type}, by ${found.checker}`;
    return { ...expression, status: found.status, complexity: kind };
  });
}
