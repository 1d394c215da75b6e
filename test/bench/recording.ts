import * as pending from '../../src/pending/index.js';
import { same } from './agreement.js';
import { NOW } from './chats.js';
import { logByHand, type LogByHand } from './log-by-hand.js';
import { compare, type Measured, type Side } from './pairs.js';
import { mulberry32, pick, whole } from './random.js';
import { sink } from './sink.js';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

export const MESSAGES = 10_000;
/** Of these lengths, the time per message. */
export const LENGTHS = [1_000, 10_000, 100_000] as const;
/** So often does the host compact, to the last hour. */
export const COMPACT_EVERY = 1_000;

/** The messages of one chat in order, 10 to 30 seconds apart, with ids as WhatsApp gives them. */
function messagesOf(count: number): readonly pending.MessageEvent[] {
  const random = mulberry32(5);
  let at = NOW;
  return Array.from({ length: count }, (_, number) => {
    at += whole(random, 10 * SECOND, 30 * SECOND);
    const type = pick(random, ['client-message', 'ai-message', 'seller-message'] as const);
    return { type, id: `wamid.HBgLNTY5${String(number).padStart(8, '0')}`, at };
  });
}

function recorded(messages: readonly pending.MessageEvent[]): pending.Chat {
  let chat = pending.start();
  for (const message of messages) chat = pending.record(chat, message).state;
  return chat;
}

/** Some chats of the same messages, one after the other. */
function recordSide(messages: readonly pending.MessageEvent[], chats: number): Side {
  return {
    calls: messages.length * chats,
    batch() {
      for (let chat = 0; chat < chats; chat++) sink.seen = recorded(messages);
    },
  };
}

/** The least that keeping a message can cost: a copy of it at the end of an array. */
function pushSide(messages: readonly pending.MessageEvent[], chats: number): Side {
  return {
    calls: messages.length * chats,
    batch() {
      for (let chat = 0; chat < chats; chat++) sink.seen = pushed(messages);
    },
  };
}

function pushed(messages: readonly pending.MessageEvent[]): readonly pending.MessageEvent[] {
  const log: pending.MessageEvent[] = [];
  for (const { type, id, at } of messages) log.push({ type, id, at });
  return log;
}

function logSide(messages: readonly pending.MessageEvent[], chats: number): Side {
  return {
    calls: messages.length * chats,
    batch() {
      for (let chat = 0; chat < chats; chat++) sink.seen = logged(messages);
    },
  };
}

function logged(messages: readonly pending.MessageEvent[]): LogByHand {
  const log = logByHand();
  for (const message of messages) log.take(message);
  return log;
}

export async function recordPairs(): Promise<{ readonly push: Measured; readonly log: Measured }> {
  const messages = messagesOf(MESSAGES);
  same('pending.record by hand', 'one chat', recorded(messages).facts, logged(messages).facts);
  const ours = recordSide(messages, 1);
  const against = (baseline: Side): Promise<Measured> =>
    compare({ ours, baseline, rounds: 40, warmUps: 4, batches: 11 });
  return { push: await against(pushSide(messages, 1)), log: await against(logSide(messages, 1)) };
}

/** What a message costs in logs of several lengths. */
export interface Growth {
  readonly messages: number;
  /** Nanoseconds per message. */
  readonly ours: number;
  readonly byHand: number;
}

export async function growth(): Promise<readonly Growth[]> {
  const longest = Math.max(...LENGTHS);
  const all = messagesOf(longest);
  const rows: Growth[] = [];
  for (const messages of LENGTHS) {
    const some = all.slice(0, messages);
    // As many messages in each batch, so that each has its share of garbage to collect.
    const chats = longest / messages;
    const { ours, baseline } = await compare({
      ours: recordSide(some, chats),
      baseline: logSide(some, chats),
      rounds: 9,
      warmUps: 2,
      batches: 3,
    });
    rows.push({ messages, ours, byHand: baseline });
  }
  return rows;
}

/** How large the state of a chat is as JSON, in bytes (ids and types are ASCII). */
export interface Sizes {
  readonly messages: number;
  /** The whole log kept. */
  readonly whole: number;
  /** The largest that the state became, just before it was compacted. */
  readonly largest: number;
  /** After each compaction: the largest of all, and the last. */
  readonly largestCompacted: number;
  readonly last: number;
}

export function sizes(): Sizes {
  const messages = messagesOf(Math.max(...LENGTHS));
  let chat = pending.start();
  let largest = 0;
  let largestCompacted = 0;
  for (const [number, message] of messages.entries()) {
    chat = pending.record(chat, message).state;
    if ((number + 1) % COMPACT_EVERY !== 0) continue;
    largest = Math.max(largest, JSON.stringify(chat).length);
    chat = pending.compact(chat, message.at - HOUR);
    largestCompacted = Math.max(largestCompacted, JSON.stringify(chat).length);
  }
  const whole = recorded(messages);
  same('pending.compact', 'one chat', whole.facts, chat.facts);
  return {
    messages: messages.length,
    whole: JSON.stringify(whole).length,
    largest,
    largestCompacted,
    last: JSON.stringify(chat).length,
  };
}
