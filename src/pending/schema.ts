import * as z from 'zod';
import { durationSchema, idSchema, instantSchema } from '../kernel/schema.js';
import type { Chat, Event, Facts } from './model.js';
import { policy, type Policy } from './policy.js';

export { read, type Problem, type Read } from '../kernel/schema.js';

const instantOrNull = instantSchema.nullable();
const author = z.enum(['client', 'ai', 'seller']);

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

const at = instantSchema;
const id = idSchema;

/** An event of a chat, from outside. */
export const eventSchema: z.ZodType<Event> = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      type: z.enum(['client-message', 'ai-message', 'seller-message']),
      id,
      at,
      kind: z.enum(['message', 'reaction', 'note', 'failed', 'mass']).exactOptional(),
    }),
    z.strictObject({ type: z.literal('message-deleted'), id, at, messageId: idSchema }),
    z.strictObject({
      type: z.literal('mark-resolved'),
      id,
      at,
      by: author.exactOptional(),
      via: z.enum(['button', 'menu']).exactOptional(),
    }),
    z.strictObject({ type: z.enum(['action-flagged', 'ai-on', 'ai-off', 'opened', 'read', 'unread']), id, at }),
  ],
  {
    error:
      'a type of event: "client-message", "ai-message", "seller-message", "message-deleted", "mark-resolved", ' +
      '"action-flagged", "ai-on", "ai-off", "opened", "read" or "unread"',
  },
);

const log = z.array(eventSchema);

/** A stored chat. A version that this release does not know is refused, and so is a log that is out of order. */
export const stateSchema: z.ZodType<Chat> = z
  .strictObject({
    version: z.literal(1, { error: 'version 1, the only one that this release of pauta knows' }),
    facts: factsSchema,
    base: factsSchema,
    since: instantOrNull,
    pages: z.array(log),
    tail: log,
  })
  .check(({ value, issues }) => {
    const events = [...value.pages.flat(), ...value.tail];
    const misplaced = events.findIndex((event, index) => event.at < (events[index - 1]?.at ?? event.at));
    const repeated = events.length !== new Set(events.map((event) => event.id)).size;
    if (misplaced === -1 && !repeated) return;
    const message = repeated
      ? 'each event once'
      : `events in order of their instants; event ${misplaced + 1} is earlier than the one before it`;
    issues.push({ code: 'custom', message, path: [value.pages.length > 0 ? 'pages' : 'tail'], input: value });
  });

/** What a business may choose, from outside: `{ "aiWindow": { "minutes": 3 } }`. Comes out as a policy. */
export const policySchema: z.ZodType<Policy> = z
  .strictObject({
    aiWindow: durationSchema.exactOptional(),
    measureFrom: z.enum(['process-start', 'last-message']).exactOptional(),
    exemptionCovers: z.enum(['both', 'ai-messages', 'nothing']).exactOptional(),
  })
  .transform((choices) => policy(choices));
