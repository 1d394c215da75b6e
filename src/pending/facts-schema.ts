/** The door of the facts. */
import * as z from 'zod';
import { instantSchema } from '../kernel/schema.js';
import type { Facts } from './model.js';

const instantOrNull = instantSchema.nullable();

/** The faults of facts within facts are listed in the cube of their number: one more has no use. */
const MOST = 50;
const TOO_MANY = `what holds from instants on, ${MOST} of them at most`;

/** Facts that hold themselves are never short, so that nothing below walks them for ever. */
function isShort(next: unknown): boolean {
  let rest = next;
  for (let left = MOST; left > 0; left -= 1) {
    if (!isLink(rest) || !isLink(rest.facts)) return true;
    rest = rest.facts.next;
  }
  return rest == null;
}

function isLink(value: unknown): value is { readonly facts?: unknown; readonly next?: unknown } {
  return typeof value === 'object' && value !== null;
}

const columns = z.strictObject({
  lastMessage: z.enum(['none', 'client', 'ai', 'seller']),
  waitingSince: instantOrNull.default(null),
  aiSince: instantOrNull.default(null),
  resolved: z.boolean().default(false),
  lastMessageAt: instantOrNull.exactOptional(),
  aiUntil: instantOrNull.exactOptional(),
  actionSince: instantOrNull.exactOptional(),
  next: z
    .preprocess(
      (next, context) => {
        if (isShort(next)) return next;
        context.addIssue(TOO_MANY);
        return z.NEVER;
      },
      z.lazy(() => z.strictObject({ from: instantSchema, facts: factsSchema }).nullable()),
    )
    .exactOptional(),
});

/**
 * The facts of a chat, from outside. What is left out of `waitingSince`, `aiSince` and `resolved` is `null`, `null`
 * and `false`. Columns that contradict each other are refused: `decide` would have to guess.
 */
export const factsSchema: z.ZodType<Facts> = columns.check(({ value, issues }) => {
  const expect = (field: keyof Facts, expected: string): void => {
    issues.push({ code: 'custom', message: expected, path: [field], input: value });
  };
  const isOpen = (value.lastMessage === 'client' || value.lastMessage === 'ai') && !value.resolved;
  if (isOpen && value.waitingSince === null) {
    expect('waitingSince', `an instant, for the last message is by "${value.lastMessage}" and nobody has settled it`);
  }
  if (!isOpen && value.waitingSince !== null) {
    expect(
      'waitingSince',
      value.resolved ? 'null, for the chat is resolved' : `null, for the last message is by "${value.lastMessage}"`,
    );
  }
  if (value.aiUntil != null && (value.aiSince === null || value.aiUntil < value.aiSince)) {
    expect('aiUntil', 'null, or an instant not before aiSince');
  }
  if (!isInOrder(value)) expect('next', 'what holds from instants on, each later than the one before it');
});

/** Each later than the one before it: `decide` goes from one to the next. */
function isInOrder({ next }: Facts): boolean {
  for (let one = next, later = one?.facts.next; one != null && later != null; one = later, later = one.facts.next) {
    if (later.from <= one.from) return false;
  }
  return true;
}
