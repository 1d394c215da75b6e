import type { Policies } from '../catalogue/index.js';
import type { Instant } from '../kernel/clock.js';
import { ask } from './asking.js';
import type { Answer, Case, Json } from './case.js';
import { idOf } from './check.js';
import { cases as ourCases } from './library.js';

/** The answer to a case under one policy. */
export interface Answered {
  readonly outcome: Json;
  /** Only with a wait: until when. */
  readonly until?: Instant;
  readonly rule: string;
}

/** A case that has another answer under a company's policy. */
export interface ChangedCase {
  readonly id: string;
  readonly name: string;
  /** The answer under the manual's values. */
  readonly was: Answered;
  /** The answer under the company's. */
  readonly now: Answered;
}

/** What a company's policy changes. */
export interface PolicyCheck {
  /** How many cases could be asked. */
  readonly asked: number;
  readonly changed: readonly ChangedCase[];
  /** The ids of the cases that could not: `check` says what is wrong with each. */
  readonly malformed: readonly string[];
}

/**
 * Which cases have another answer under a company's own policy: another outcome, another end of a wait, or the same by
 * another rule. Under the manual's own values none has.
 *
 * `cases`: those of the library, unless others are given.
 *
 * @example
 * ```ts
 * import { pending } from 'pauta';
 * import { checkPolicy } from 'pauta/spec';
 *
 * const { changed } = checkPolicy({ pending: pending.policy({ aiWindow: { minutes: 3 } }) });
 * for (const { id, was, now } of changed) console.log(id, was.outcome, '→', now.outcome, now.rule);
 * // pending-009 not-pending:ai-process → pending:ai-window-exceeded pending/ai-window-exceeded …
 * ```
 */
export function checkPolicy(policies: Partial<Policies>, cases: readonly Case[] = ourCases()): PolicyCheck {
  const changed: ChangedCase[] = [];
  const malformed: string[] = [];
  for (const one of cases) {
    const [before, after] = [ask(one), ask(one, policies)];
    if (!before.ok || !after.ok) malformed.push(idOf(one));
    else {
      const [was, now] = [answered(before.answer), answered(after.answer)];
      if (JSON.stringify(was) !== JSON.stringify(now)) changed.push({ id: one.id, name: one.name, was, now });
    }
  }
  return { asked: cases.length - malformed.length, changed, malformed };
}

function answered({ outcome, until, fired: [rule] }: Answer): Answered {
  return until === undefined ? { outcome, rule } : { outcome, until, rule };
}
