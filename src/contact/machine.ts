import { machine } from '../kernel/machine.js';
import { guards } from './guards.js';
import { steps } from './steps.js';

/** The machine of a contact. It orders what the host does; what is due, `decide` says. */
export const flow = /* @__PURE__ */ machine({
  name: 'contact',
  stages: [
    'DUE',
    'CALLED_UNANSWERED',
    'MAIL_SENT',
    'DIALOGUE',
    'DATE_ACCEPTED',
    'AWAIT_DATES',
    'RE_SEARCH',
    'REFUND_OFFERED',
    'REFUNDING',
    'ASSIGNED',
    'REFUNDED',
    'CANCELLED',
  ],
  final: ['ASSIGNED', 'REFUNDED', 'CANCELLED'],
  events: [
    'mail-sent',
    'record-mail-sent',
    'mail-bounced',
    'call-answered',
    'call-unanswered',
    'client-reply',
    'client-answered',
    'chat-note-written',
    'date-changed',
    'mp-assigned',
    'ack-sent',
    'system-updated',
    'broadcast-restarted',
    'mp-found',
    'found-mail-sent',
    'mp-not-found',
    'not-found-mail-sent',
    'refund-mail-sent',
    'reverso-applied',
    'cancel',
    'assigned-elsewhere',
    'move-date-changed',
  ],
  guards,
  steps,
});
