import type { Instant } from '../kernel/clock.js';
import { journal } from '../kernel/journal.js';
import type { Author, Chat, Code, Context, Event, Facts, PendingRecorded } from './model.js';
import type { RuleId } from './rules.js';

const empty: Facts = /* @__PURE__ */ Object.freeze({
  lastMessage: 'none',
  waitingSince: null,
  aiSince: null,
  resolved: false,
  lastMessageAt: null,
  aiUntil: null,
  actionSince: null,
});

/** What each event does to the facts. The window plays no part: recording decides nothing. */
function fold(facts: Facts, event: Event): Facts {
  const { at } = event;
  switch (event.type) {
    case 'client-message': // L38: the client's message, and only that, takes the resolved mark away
      return written('client', at, facts.waitingSince ?? at, false, facts.actionSince, facts);
    case 'ai-message': // PE-1b: in a resolved chat it begins nothing
      return written(
        'ai',
        at,
        facts.resolved ? null : (facts.waitingSince ?? at),
        facts.resolved,
        facts.actionSince,
        facts,
      );
    case 'seller-message': // L31: settles what was flagged, too
      return written('seller', at, null, false, null, facts);
    case 'mark-resolved': // L32
      return { ...facts, waitingSince: null, resolved: true, actionSince: null };
    case 'action-flagged': // L19: open since the first flag that nobody has settled
      return { ...facts, actionSince: facts.actionSince ?? at };
    case 'ai-on':
      return isOn(facts) ? facts : { ...facts, aiSince: at, aiUntil: null };
    case 'ai-off':
      return isOn(facts) ? { ...facts, aiUntil: at } : facts;
    default:
      return facts;
  }
}

/** Field by field: this runs for every message, and a spread costs several times as much. */
function written(
  lastMessage: Author,
  lastMessageAt: Instant,
  waitingSince: Instant | null,
  resolved: boolean,
  actionSince: Instant | null | undefined,
  { aiSince, aiUntil }: Facts,
): Facts {
  return {
    lastMessage,
    waitingSince,
    aiSince,
    resolved,
    lastMessageAt,
    aiUntil: aiUntil ?? null,
    actionSince: actionSince ?? null,
  };
}

function isOn(facts: Facts): boolean {
  return facts.aiSince !== null && facts.aiUntil == null;
}

/**
 * At one instant: first what is flagged, then what is resolved, then what is written. So a client's message at the
 * instant of the resolve reopens (PE-8), and a flag raised at the instant of a settling event is settled by it.
 */
function rank(event: Event): number {
  return event.type === 'action-flagged' ? 0 : event.type === 'mark-resolved' ? 1 : 2;
}

const log = /* @__PURE__ */ journal<Event, Facts>({
  initial: empty,
  fold,
  rank,
  takesBack: (event) => (event.type === 'message-deleted' ? event.messageId : null),
  canBeTakenBack: ({ type }) => type === 'client-message' || type === 'ai-message' || type === 'seller-message',
});

/** A chat in which nothing has happened. */
export function start(): Chat {
  return log.start();
}

/**
 * Keeps an event of a chat. Events may arrive late, twice and in any order: the facts come out the same.
 *
 * With a clock in the context, an event dated ahead of it counts from its instant on; without one it counts at once.
 * Reading has no effect (`read`), nor have reactions, notes, failed and mass messages (`not-a-message`), nor a
 * resolve of a chat that is resolved (`already-resolved`) or empty (`nothing-to-resolve`).
 * Refused are a resolve by anyone but a seller (`not-a-seller`), an event older than what `compact` let go of
 * (`forgotten`) and one whose instant is not a number (`undated`). A refused event leaves the state as it was.
 *
 * Source: pending-chats L31–49.
 */
export function record(chat: Chat, event: Event, context?: Partial<Pick<Context, 'clock'>>): PendingRecorded {
  const passed = passedOver(chat, event);
  if (passed !== null) return passed;
  const kept = log.record(chat, essence(event), context?.clock?.now() ?? null);
  const { state, status } = kept;
  if (status === 'forgotten' || status === 'undated') return { state, status: 'refused', code: status };
  if (status === 'waiting') return { state, status: 'applied', code: 'message-unknown' };
  const rule = status === 'duplicate' ? null : ruleOf(event, chat.facts, state.facts);
  if (rule === null) return kept as PendingRecorded;
  const idle = status === 'applied' && event.type === 'mark-resolved' ? idleResolve(chat.facts) : null;
  return idle === null ? { state, status, rule } : { state, status: 'no-effect', code: idle, rule };
}

/** What is not kept at all; `null`: the event is. */
function passedOver(chat: Chat, event: Event): PendingRecorded | null {
  switch (event.type) {
    case 'opened':
    case 'read':
    case 'unread':
      return { state: chat, status: 'no-effect', code: 'read', rule: 'pending/reading-changes-nothing' };
    case 'client-message':
    case 'ai-message':
    case 'seller-message':
      return event.kind === undefined || event.kind === 'message'
        ? null
        : { state: chat, status: 'no-effect', code: 'not-a-message', rule: 'pending/client-unanswered' };
    case 'mark-resolved':
      return event.by === undefined || event.by === 'seller'
        ? null
        : { state: chat, status: 'refused', code: 'not-a-seller', rule: 'pending/settled-by-resolve' };
    default:
      return null;
  }
}

/** The rule by which an event has its effect, where one names it. */
function ruleOf(event: Event, before: Facts, after: Facts): RuleId | null {
  switch (event.type) {
    case 'client-message':
      return before.resolved && !after.resolved ? 'pending/reopen-on-client-message' : null;
    case 'mark-resolved':
      return event.via === 'menu' ? 'pending/resolve-via-menu' : 'pending/resolve-via-button';
    case 'action-flagged':
      return 'pending/definition-action';
    case 'ai-on':
    case 'ai-off':
      return 'pending/ai-active-required';
    default:
      return null;
  }
}

/** PE-14: why a resolve changes nothing, though it is kept for what may still arrive late; `null`: it does. */
function idleResolve({ resolved, lastMessage, actionSince }: Facts): Code | null {
  if (actionSince != null) return null;
  return resolved ? 'already-resolved' : lastMessage === 'none' ? 'nothing-to-resolve' : null;
}

/** A copy of what is kept of an event: neither its text nor what else a host may hang on it. */
function essence(event: Event): Event {
  const { id, at } = event;
  return event.type === 'message-deleted'
    ? { type: event.type, id, at, messageId: event.messageId }
    : { type: event.type, id, at };
}

/**
 * Lets go of the events before an instant, so that a chat of many years stays small. The facts stay as they are.
 * What arrives later and is dated earlier is refused (`forgotten`), and a message let go of can no longer be deleted.
 * With an instant that is not a number the chat is returned as it was.
 */
export function compact(chat: Chat, before: Instant): Chat {
  return log.compact(chat, before);
}
