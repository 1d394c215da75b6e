/** A decision, as far as it is an answer. */
interface Answer {
  readonly rule: string;
  readonly outcome: unknown;
}

/** A decision, as far as it says what to do. */
interface Decided {
  readonly rule: string;
  readonly outcome: { readonly action: string };
}

/** Whether two decisions give the same answer: the rule and the whole outcome are the same. */
export function isSameAnswer(was: Answer, now: Answer): boolean {
  return was.rule === now.rule && isSame(was.outcome, now.outcome);
}

/**
 * Whether two decisions say to do the same by the same rule, whatever the data: a wait until another instant is then
 * the same answer. For `sameAs`.
 */
export function isSameStep(was: Decided, now: Decided): boolean {
  return was.rule === now.rule && was.outcome.action === now.outcome.action;
}

/** Whether two values of plain JSON are the same, in whatever order their fields stand. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isComposed(one) || !isComposed(other)) return false;
  const fields = Object.keys(one);
  if (fields.length !== Object.keys(other).length) return false;
  return fields.every((field) => Object.hasOwn(other, field) && isSame(one[field], other[field]));
}

function isComposed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
