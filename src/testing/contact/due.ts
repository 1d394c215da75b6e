import type * as contact from '../../contact/index.js';

/** An outcome in a word: its action, or the gap, or why it is over. */
export function wordOf(outcome: contact.Outcome): string {
  if (outcome.action === 'not-covered') return outcome.gap;
  return outcome.action === 'none' ? outcome.reason : outcome.action;
}

const asked = ['send-help-mail', 'send-call-record-mail', 'move-date-passed', 'move-is-today'];
const heard = ['send-call-record-mail', 'handle-reply'];

/** What may be due at each stage, in a word. */
export const dueAt: Readonly<Record<contact.Stage, readonly string[]>> = {
  DUE: ['call-now', ...asked],
  CALLED_UNANSWERED: asked,
  MAIL_SENT: [
    ...['wait', 'call-now', 'await-reply', 'unanswered-call-after-mail', 'mail-not-delivered'],
    ...['move-date-passed', 'move-is-today'],
  ],
  DIALOGUE: [...heard, 'rejects-without-refund', 'not-flexible-without-refund', 'contradictory'],
  DATE_ACCEPTED: [...heard, 'write-chat-note', 'change-date', 'assign-available-mp'],
  AWAIT_DATES: [...heard, 'send-search-ack', 'await-dates'],
  RE_SEARCH: [
    ...heard,
    ...['send-search-ack', 'update-dates', 'restart-broadcast', 'await-search'],
    ...['send-found-mail', 'assign-mp'],
  ],
  REFUND_OFFERED: [...heard, 'send-not-found-mail', 'await-answer'],
  REFUNDING: [...heard, 'send-refund-template', 'apply-reverso'],
  ASSIGNED: ['send-call-record-mail', 'assigned'],
  REFUNDED: ['send-call-record-mail', 'refunded'],
  CANCELLED: ['send-call-record-mail', 'cancelled'],
};
