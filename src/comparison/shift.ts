import type { Instant } from '../kernel/clock.js';
import type { Stretch } from './course.js';
import type { Shift, Step } from './model.js';
import { isSameStep } from './sameness.js';

/** What a step looks at in a decision. */
interface Decided<Rule extends string, Action extends string> {
  readonly rule: Rule;
  readonly outcome: { readonly action: Action };
}

/** When a step first begins on each side, since the two began to differ. */
interface Beginnings<Rule extends string, Action extends string> {
  readonly step: Step<Rule, Action>;
  was: Instant | null;
  now: Instant | null;
}

export function stepOf<Rule extends string, Action extends string>({
  rule,
  outcome,
}: Decided<Rule, Action>): Step<Rule, Action> {
  return { rule, action: outcome.action };
}

/** A step as a key. */
export function keyOf({ rule, action }: Step<string, string>): string {
  return `${rule} ${action}`;
}

/**
 * The steps that one side comes to at another instant than the other, or alone. Two beginnings belong together if the
 * sides do not agree at any instant between them: else an answer of today would be measured against one of last week.
 */
export function shiftsOf<Rule extends string, Action extends string>(
  stretches: readonly Stretch<Decided<Rule, Action>>[],
): readonly Shift<Rule, Action>[] {
  const shifts: Shift<Rule, Action>[] = [];
  const open = new Map<string, Beginnings<Rule, Action>>();

  function note(side: 'was' | 'now', decided: Decided<Rule, Action>, at: Instant): void {
    const step = stepOf(decided);
    const key = keyOf(step);
    const known = open.get(key) ?? { step, was: null, now: null };
    known[side] ??= at;
    open.set(key, known);
  }

  function close(): void {
    for (const { step, was, now } of open.values()) {
      if (was !== now) shifts.push({ ...step, was, now, by: was === null || now === null ? null : now - was });
    }
    open.clear();
  }

  for (const [place, { from, was, now }] of stretches.entries()) {
    const before = stretches[place - 1];
    if (before !== undefined) {
      if (!isSameStep(before.was, was)) note('was', was, from);
      if (!isSameStep(before.now, now)) note('now', now, from);
    }
    if (isSameStep(was, now)) {
      // Which the one comes back to and the other never left, neither lacks.
      const agreed = open.get(keyOf(stepOf(was)));
      if (agreed?.was === null || agreed?.now === null) open.delete(keyOf(agreed.step));
      close();
    }
  }
  close();
  return shifts;
}
