import type { Instant } from '../kernel/clock.js';
import { demand, demandSame, isSame } from './law.js';

/** Of a decision, what its promise is about. */
interface Promised {
  readonly outcome: unknown;
  readonly rule: string;
  readonly validUntil: Instant | null;
}

const shares = [0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99];

/**
 * Demands of a decision taken at an instant what `validUntil` promises: the same outcome and rule at every instant
 * before it, another one at it. Where there is none, the answer must hold for `horizon` milliseconds.
 */
export function demandValidity(decideAt: (at: Instant) => Promised, now: Instant, horizon: number): void {
  const decision = decideAt(now);
  const { validUntil } = decision;
  demand(validUntil === null || validUntil > now, `a decision taken at ${now} cannot hold only until ${validUntil}`);
  const end = validUntil ?? now + horizon;
  for (const at of [...shares.map((share) => now + Math.floor((end - now) * share)), end - 1]) {
    demandSame(
      coreOf(decideAt(at)),
      coreOf(decision),
      `the answer of ${now}, which holds until ${end}, asked at ${at}`,
    );
  }
  if (validUntil === null) return;
  const { outcome, rule } = decideAt(validUntil);
  demand(
    !isSame({ outcome, rule }, coreOf(decision)),
    `the answer of ${now} holds until ${validUntil}, and is the same then`,
  );
}

function coreOf({ outcome, rule }: Promised): unknown {
  return { outcome, rule };
}
