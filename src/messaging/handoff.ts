import type { Facts, Message, Reach } from './model.js';

/**
 * Whether the bot answers in a conversation: not while a person who took it over attends, and in a support case not
 * until it is reactivated (ME-24).
 */
export function isBotOn({ course = 'open', heldBy, closing }: Facts): boolean {
  switch (course) {
    case 'open':
      return heldBy == null;
    case 'support':
    case 'investigating':
      return false;
    case 'solved':
      return closing?.includes('reactivate-bot') === true;
    case 'closed-out':
      return true;
  }
}

/**
 * Whether the bot is to process a message of the client: it is on, and the message is beyond the watermark. What it has
 * answered (`bot-answered` says `to` which), and what had been written when the conversation last changed hands, is
 * before it; so no old message is answered again, however often or late it is delivered.
 */
export function isForBot(facts: Facts, message: Message): boolean {
  return isBotOn(facts) && !isReached(facts.botSeen, message);
}

/** Whether messages go as far as this one. */
export function isReached(reach: Reach | null | undefined, { id, at }: Message): boolean {
  return reach != null && (at < reach.at || (at === reach.at && reach.ids.includes(id)));
}

/** How far messages go that go as far as either. */
export function joined(one: Reach | null | undefined, other: Reach | null | undefined): Reach | null {
  if (other == null) return one ?? null;
  return other.ids.reduce<Reach | null>((reach, id) => reachedWith(reach, { id, at: other.at }), one ?? null);
}

/** How far messages go with one more. The same, in whatever order they come. */
export function reachedWith(reach: Reach | null | undefined, { id, at }: Message): Reach {
  if (reach == null || at > reach.at) return { at, ids: [id] };
  return isReached(reach, { id, at }) ? reach : { at, ids: [...reach.ids, id].sort() };
}
