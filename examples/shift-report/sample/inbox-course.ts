import type { Inbox } from './inbox.js';

/** About courses, answered by the bot and filed with sales. */
export function asksAboutCourses(inbox: Inbox, minutes: number, agent = 'Ventas 2'): void {
  inbox.chats(minutes);
  inbox.isFiled(minutes - 4, 'Cursos', agent, 'interesado');
}

/** The conversation is over; it had begun with a welcome. */
export function hasEnded(inbox: Inbox, minutes: number): void {
  asksAboutCourses(inbox, minutes + 25);
  inbox.happens(minutes, { type: 'conversation-ended', hasWelcomeEvents: true });
}

/** The wait was over, and the automation has begun. */
export function isAsked(inbox: Inbox, minutes: number): void {
  hasEnded(inbox, minutes + 60);
  inbox.happens(minutes - 1, { type: 'tag-added' });
  inbox.happens(minutes - 2, { type: 'contact-requested' });
}

/** The automation was to begin, and did not. */
export function hasFailed(inbox: Inbox, minutes: number): void {
  hasEnded(inbox, minutes + 60);
  inbox.happens(minutes - 2, { type: 'automation-failed' });
}

/** The client made a ticket, and a department has the case. */
export function hasTicket(inbox: Inbox, minutes: number, department?: string): void {
  const agent = department === undefined ? 'Soporte General' : 'CCO IDEA';
  inbox.chats(minutes + 6);
  inbox.happens(minutes, { type: 'support-ticket' });
  inbox.isFiled(minutes - 3, 'Soporte', agent, 'soporte', department);
}

/** … and the client was called and found in the inbox. */
export function isFollowed(inbox: Inbox, minutes: number, department?: string): void {
  hasTicket(inbox, minutes, department);
  inbox.happens(minutes - 10, { type: 'user-called' });
  inbox.happens(minutes - 12, { type: 'user-located' });
}

/** … and the case was solved. */
export function isSolved(inbox: Inbox, minutes: number, department?: string): void {
  isFollowed(inbox, minutes + 90, department);
  const by = department === undefined ? 'Soporte General' : 'CCO IDEA';
  inbox.happens(minutes, { type: 'solved', by });
}

/** … and closed, step by step. */
export function isClosedOut(inbox: Inbox, minutes: number): void {
  isSolved(inbox, minutes + 5);
  inbox.happens(minutes + 2, { type: 'standard-reply-sent', by: 'Soporte General' });
  inbox.happens(minutes + 1, { type: 'bot-reactivated', by: 'Soporte General' });
  inbox.happens(minutes, { type: 'click-close', by: 'Soporte General' });
}
