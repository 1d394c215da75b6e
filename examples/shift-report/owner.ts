import { routing, type kernel, type pending } from 'pauta';
import type { Desk } from './desk.js';
import type { ChatRecord } from './formats.js';

/** Whose a chat is, and why. */
export function ownerOf(chat: ChatRecord, desk: Desk, at: kernel.Instant): routing.RoutingDecision {
  const contact = { account: chat.account ?? desk.account, from: chat.phone, openWith: openWith(chat, at) };
  return routing.decide(contact, desk);
}

/** The seller with whom the conversation is open: one who has written since it was last resolved. `null`: it is a new one. */
function openWith({ seller, events }: ChatRecord, at: kernel.Instant): string | null {
  const known = events.filter((event) => event.at <= at);
  const deleted = new Set(known.map((event) => (event.type === 'message-deleted' ? event.messageId : null)));
  const resolvedAt = Math.max(...known.filter(isResolve).map((event) => event.at));
  const hasWritten = known.some((event) => isWrittenBySeller(event) && event.at > resolvedAt && !deleted.has(event.id));
  return hasWritten && seller !== '' ? seller : null;
}

/** Nobody but a seller resolves. */
function isResolve(event: pending.Event): boolean {
  return event.type === 'mark-resolved' && (event.by ?? 'seller') === 'seller';
}

/** A note to colleagues, or what was sent to everybody, opens no conversation. */
function isWrittenBySeller(event: pending.Event): boolean {
  return event.type === 'seller-message' && (event.kind ?? 'message') === 'message';
}
