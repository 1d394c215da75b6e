import type { Step } from '../kernel/machine.js';
import type { Guard } from './guards.js';
import type { Code, Event, Stage } from './model.js';
import type { RuleId } from './rules.js';

const accepting = ['chat-note-written', 'date-changed'] as const;
const searching = ['system-updated', 'broadcast-restarted'] as const;
const news = ['found-mail-sent', 'not-found-mail-sent'] as const;
const found = ['mp-found', 'mp-not-found'] as const;
const refund = ['refund-mail-sent', 'reverso-applied'] as const;

const asking = ['DUE', 'CALLED_UNANSWERED', 'MAIL_SENT'] as const;
const answered = ['DATE_ACCEPTED', 'AWAIT_DATES', 'RE_SEARCH', 'REFUND_OFFERED', 'REFUNDING'] as const;
const open = [...asking, 'DIALOGUE', ...answered] as const;
const over = ['ASSIGNED', 'REFUNDED', 'CANCELLED'] as const;

/** What each event does at each stage. Of the rows that name both, the topmost whose guard holds decides. */
export const steps: readonly Step<Stage, Event['type'], Guard, RuleId, Code>[] = [
  // L23, L37–39: mails, calls and replies, in whatever order they are heard of. The wait is not begun anew.
  { from: 'MAIL_SENT', on: 'mail-sent', if: 'sent already', ignore: 'duplicate', rule: 'contact/help-template' },
  { from: asking, on: 'mail-sent', if: 'the client was heard', to: 'DIALOGUE', rule: 'contact/help-template' },
  {
    from: asking,
    on: ['call-answered', 'call-unanswered'],
    if: 'the client was heard',
    to: 'DIALOGUE',
    rule: 'contact/call-record-by-mail',
  },
  {
    from: asking,
    on: 'client-reply',
    if: 'the client was heard',
    to: 'DIALOGUE',
    rule: 'contact/under-3-days-call-5h',
  },
  {
    from: ['DUE', 'MAIL_SENT'],
    on: 'call-unanswered',
    if: 'called in vain',
    to: 'CALLED_UNANSWERED',
    rule: 'contact/tomorrow-unanswered-mail',
  },
  {
    from: 'DUE',
    on: ['mail-sent', 'call-unanswered'],
    if: 'a mail is out',
    to: 'MAIL_SENT',
    rule: 'contact/help-template',
  },
  {
    from: 'CALLED_UNANSWERED',
    on: 'mail-sent',
    if: 'called in vain',
    stay: true,
    rule: 'contact/tomorrow-unanswered-mail',
  },
  { from: 'CALLED_UNANSWERED', on: 'mail-sent', to: 'MAIL_SENT', rule: 'contact/tomorrow-unanswered-mail' },
  // A mail of a day on which a call was due leaves it due.
  { from: 'DUE', on: 'mail-sent', stay: true, rule: 'contact/tomorrow-call' },
  { from: ['MAIL_SENT', 'DIALOGUE', ...answered], on: 'mail-sent', stay: true, rule: 'contact/help-template' },
  {
    from: open,
    on: ['call-answered', 'call-unanswered'],
    stay: true,
    rule: 'contact/call-record-by-mail',
  },
  // What was written before we had written or called is no reply (CO-12).
  { from: open, on: 'client-reply', stay: true, rule: 'contact/under-3-days-call-5h' },
  { from: open, on: 'mail-bounced', stay: true, rule: 'contact/help-template' },
  // L24: what movers say of other dates, while the client has not been offered any.
  { from: open, on: 'mp-available', stay: true, rule: 'contact/alt1-precondition' },
  { from: open, on: 'reply-read', stay: true, rule: 'contact/under-3-days-call-5h' },

  // L40: every call, even when all else is over. A mail too many is kept, for its call may still be heard of.
  {
    from: asking,
    on: 'record-mail-sent',
    if: 'the client was heard',
    to: 'DIALOGUE',
    rule: 'contact/call-record-by-mail',
  },
  {
    from: ['DUE', 'CALLED_UNANSWERED', 'DIALOGUE', ...answered, ...over],
    on: 'record-mail-sent',
    if: 'no record is owed',
    ignore: 'duplicate',
    rule: 'contact/call-record-by-mail',
  },
  // Where a help mail waits, it came after every call there was.
  { from: 'MAIL_SENT', on: 'record-mail-sent', ignore: 'duplicate', rule: 'contact/call-record-by-mail' },
  {
    from: ['DUE', 'CALLED_UNANSWERED', 'DIALOGUE', ...answered, ...over],
    on: 'record-mail-sent',
    stay: true,
    rule: 'contact/call-record-by-mail',
  },
  { from: over, on: 'call-answered', stay: true, rule: 'contact/call-record-by-mail' },

  // L26–35: what the client says last counts, until the reversal was applied.
  { from: asking, on: 'client-answered', refuse: 'no-reply', rule: 'contact/under-3-days-call-5h', nearest: true },
  {
    from: ['DIALOGUE', ...answered],
    on: 'client-answered',
    if: 'before the last answer',
    late: true,
    rule: 'contact/alt1-accept-chat-note',
  },
  {
    from: ['DIALOGUE', ...answered],
    on: 'client-answered',
    if: 'about the other alternative',
    refuse: 'wrong-alternative',
    rule: 'contact/alt1-precondition',
    nearest: true,
  },
  {
    from: 'REFUNDING',
    on: 'client-answered',
    if: 'the refund is due',
    ignore: 'duplicate',
    rule: 'contact/refund-template',
  },
  {
    from: ['DIALOGUE', 'DATE_ACCEPTED', 'AWAIT_DATES', 'RE_SEARCH', 'REFUND_OFFERED'],
    on: 'client-answered',
    if: 'the refund is due',
    to: 'REFUNDING',
    rule: 'contact/refund-template',
  },
  {
    from: 'DATE_ACCEPTED',
    on: 'client-answered',
    if: 'the date is accepted',
    ignore: 'duplicate',
    rule: 'contact/alt1-accept-chat-note',
  },
  // Once dates of the client's own were looked for, the date offered before is off.
  {
    from: ['DIALOGUE', 'REFUNDING'],
    on: 'client-answered',
    if: 'the date is accepted',
    to: 'DATE_ACCEPTED',
    rule: 'contact/alt1-accept-chat-note',
  },
  // The same dates said again do not begin the search anew.
  {
    from: 'RE_SEARCH',
    on: 'client-answered',
    if: 'the same dates again',
    ignore: 'duplicate',
    rule: 'contact/research-starts',
  },
  {
    from: ['DIALOGUE', ...answered],
    on: 'client-answered',
    if: 'dates are given',
    to: 'RE_SEARCH',
    rule: 'contact/research-starts',
  },
  {
    from: ['DIALOGUE', 'AWAIT_DATES', 'RE_SEARCH', 'REFUND_OFFERED', 'REFUNDING'],
    on: 'client-answered',
    if: 'dates are to come',
    to: 'AWAIT_DATES',
    rule: 'contact/alt2-await-dates',
  },
  // What the manual leaves open leads back to the talk.
  {
    from: ['DIALOGUE', 'REFUNDING'],
    on: 'client-answered',
    if: 'a date was offered',
    to: 'DIALOGUE',
    rule: 'contact/alt1-reject-refund',
  },
  { from: 'DATE_ACCEPTED', on: 'client-answered', to: 'DIALOGUE', rule: 'contact/alt1-reject-refund' },
  {
    from: ['DIALOGUE', 'AWAIT_DATES', 'RE_SEARCH', 'REFUND_OFFERED', 'REFUNDING'],
    on: 'client-answered',
    to: 'DIALOGUE',
    rule: 'contact/alt2-not-flexible-refund',
  },

  // L26: the note, then the date, then that very mover.
  {
    from: 'DATE_ACCEPTED',
    on: 'chat-note-written',
    if: 'chat note written',
    ignore: 'duplicate',
    rule: 'contact/alt1-accept-chat-note',
  },
  { from: 'DATE_ACCEPTED', on: 'chat-note-written', stay: true, rule: 'contact/alt1-accept-chat-note' },
  {
    from: 'DATE_ACCEPTED',
    on: 'date-changed',
    if: 'no chat note yet',
    refuse: 'chat-note-first',
    rule: 'contact/alt1-accept-change-date',
  },
  {
    from: 'DATE_ACCEPTED',
    on: 'date-changed',
    if: 'date changed',
    ignore: 'duplicate',
    rule: 'contact/alt1-accept-change-date',
  },
  { from: 'DATE_ACCEPTED', on: 'date-changed', stay: true, rule: 'contact/alt1-accept-change-date' },
  {
    from: 'DATE_ACCEPTED',
    on: 'mp-assigned',
    if: 'date not changed yet',
    refuse: 'date-first',
    rule: 'contact/alt1-accept-assign',
  },
  {
    from: 'DATE_ACCEPTED',
    on: 'mp-assigned',
    if: 'another mover',
    refuse: 'wrong-mp',
    rule: 'contact/alt1-accept-assign',
  },
  { from: 'DATE_ACCEPTED', on: 'mp-assigned', to: 'ASSIGNED', rule: 'contact/alt1-accept-assign' },
  {
    from: [...asking, 'DIALOGUE', 'AWAIT_DATES', 'RE_SEARCH', 'REFUND_OFFERED', 'REFUNDING'],
    on: accepting,
    refuse: 'no-date-accepted',
    rule: 'contact/alt1-accept-chat-note',
  },
  {
    from: [...asking, 'DIALOGUE', 'AWAIT_DATES', 'REFUND_OFFERED', 'REFUNDING'],
    on: 'mp-assigned',
    refuse: 'no-date-accepted',
    rule: 'contact/alt1-accept-assign',
  },

  // L30: one answer: a team is looked for, and what happens if there is none.
  {
    from: ['AWAIT_DATES', 'RE_SEARCH'],
    on: 'ack-sent',
    if: 'acknowledged',
    ignore: 'duplicate',
    rule: 'contact/alt2-flexible-ack',
  },
  { from: ['AWAIT_DATES', 'RE_SEARCH'], on: 'ack-sent', stay: true, rule: 'contact/alt2-flexible-ack' },
  {
    from: [...asking, 'DIALOGUE', 'DATE_ACCEPTED', 'REFUND_OFFERED', 'REFUNDING'],
    on: 'ack-sent',
    refuse: 'not-flexible',
    rule: 'contact/alt2-flexible-ack',
  },

  // L31–32: the system, then the broadcast.
  {
    from: 'RE_SEARCH',
    on: 'system-updated',
    if: 'system updated',
    ignore: 'duplicate',
    rule: 'contact/research-update-system',
  },
  { from: 'RE_SEARCH', on: 'system-updated', stay: true, rule: 'contact/research-update-system' },
  {
    from: 'RE_SEARCH',
    on: 'broadcast-restarted',
    if: 'system not updated',
    refuse: 'update-first',
    rule: 'contact/research-update-system',
  },
  {
    from: 'RE_SEARCH',
    on: 'broadcast-restarted',
    if: 'broadcast restarted',
    ignore: 'duplicate',
    rule: 'contact/research-rebroadcast',
  },
  { from: 'RE_SEARCH', on: 'broadcast-restarted', stay: true, rule: 'contact/research-rebroadcast' },
  {
    from: [...asking, 'DIALOGUE', 'DATE_ACCEPTED', 'AWAIT_DATES', 'REFUND_OFFERED', 'REFUNDING'],
    on: searching,
    refuse: 'not-searching',
    rule: 'contact/research-starts',
  },

  // L33: found: the news, and the mover; in either order.
  { from: 'RE_SEARCH', on: 'mp-found', if: 'found already', ignore: 'duplicate', rule: 'contact/research-found-mail' },
  { from: ['RE_SEARCH', 'REFUND_OFFERED'], on: 'mp-found', to: 'RE_SEARCH', rule: 'contact/research-found-mail' },
  {
    from: 'RE_SEARCH',
    on: 'found-mail-sent',
    if: 'nobody was found',
    refuse: 'nobody-found',
    rule: 'contact/research-found-mail',
  },
  {
    from: 'RE_SEARCH',
    on: 'found-mail-sent',
    if: 'told already',
    ignore: 'duplicate',
    rule: 'contact/research-found-mail',
  },
  {
    from: 'RE_SEARCH',
    on: 'found-mail-sent',
    if: 'assigned, and told by this',
    to: 'ASSIGNED',
    rule: 'contact/research-found-mail',
  },
  { from: 'RE_SEARCH', on: 'found-mail-sent', stay: true, rule: 'contact/research-found-mail' },
  { from: 'RE_SEARCH', on: 'mp-assigned', if: 'told already', to: 'ASSIGNED', rule: 'contact/research-found-mail' },
  {
    from: 'RE_SEARCH',
    on: 'mp-assigned',
    if: 'assigned already',
    ignore: 'duplicate',
    rule: 'contact/research-found-mail',
  },
  { from: 'RE_SEARCH', on: 'mp-assigned', stay: true, rule: 'contact/research-found-mail' },
  {
    from: [...asking, 'DIALOGUE', 'DATE_ACCEPTED', 'AWAIT_DATES', 'REFUNDING'],
    on: found,
    refuse: 'not-searching',
    rule: 'contact/research-starts',
  },
  {
    from: [...asking, 'DIALOGUE', 'DATE_ACCEPTED', 'AWAIT_DATES', 'REFUND_OFFERED', 'REFUNDING'],
    on: 'found-mail-sent',
    refuse: 'nobody-found',
    rule: 'contact/research-found-mail',
  },

  // L34: not found: the news, and the refund offered with it.
  { from: 'RE_SEARCH', on: 'mp-not-found', to: 'REFUND_OFFERED', rule: 'contact/research-not-found-mail' },
  { from: 'REFUND_OFFERED', on: 'mp-not-found', ignore: 'duplicate', rule: 'contact/research-not-found-mail' },
  {
    from: 'REFUND_OFFERED',
    on: 'not-found-mail-sent',
    if: 'news sent',
    ignore: 'duplicate',
    rule: 'contact/research-not-found-mail',
  },
  { from: 'REFUND_OFFERED', on: 'not-found-mail-sent', stay: true, rule: 'contact/research-not-found-mail' },
  {
    from: [...asking, 'DIALOGUE', 'DATE_ACCEPTED', 'AWAIT_DATES', 'RE_SEARCH', 'REFUNDING'],
    on: 'not-found-mail-sent',
    refuse: 'search-not-failed',
    rule: 'contact/research-not-found-mail',
  },

  // L27, L35: the template, and only then the reversal.
  {
    from: 'REFUNDING',
    on: 'refund-mail-sent',
    if: 'template sent',
    ignore: 'duplicate',
    rule: 'contact/refund-template',
  },
  { from: 'REFUNDING', on: 'refund-mail-sent', stay: true, rule: 'contact/refund-template' },
  {
    from: 'REFUNDING',
    on: 'reverso-applied',
    if: 'template not sent',
    refuse: 'template-first',
    rule: 'contact/refund-reverso',
  },
  { from: 'REFUNDING', on: 'reverso-applied', to: 'REFUNDED', rule: 'contact/refund-reverso' },
  {
    from: [...asking, 'DIALOGUE', 'DATE_ACCEPTED', 'AWAIT_DATES', 'RE_SEARCH', 'REFUND_OFFERED'],
    on: refund,
    refuse: 'no-refund-asked',
    rule: 'contact/refund-template',
  },

  // What ends a contact from outside, or begins it anew (CO-30).
  { from: open, on: 'cancel', to: 'CANCELLED', rule: 'contact/under-3-days-call-5h' },
  { from: open, on: 'assigned-elsewhere', to: 'ASSIGNED', rule: 'contact/under-3-days-call-5h' },
  {
    from: open,
    on: 'move-date-changed',
    if: 'changed since',
    late: true,
    rule: 'contact/under-3-days-mail',
    nearest: true,
  },
  // What was sent, called and heard since the change, though heard of before it, counts for the new date.
  {
    from: ['DIALOGUE', ...answered],
    on: 'move-date-changed',
    if: 'the client was heard',
    to: 'DIALOGUE',
    rule: 'contact/under-3-days-call-5h',
  },
  {
    from: open,
    on: 'move-date-changed',
    if: 'called in vain',
    to: 'CALLED_UNANSWERED',
    rule: 'contact/tomorrow-unanswered-mail',
  },
  { from: open, on: 'move-date-changed', if: 'a mail is out', to: 'MAIL_SENT', rule: 'contact/under-3-days-mail' },
  { from: open, on: 'move-date-changed', to: 'DUE', rule: 'contact/under-3-days-mail' },

  {
    from: 'ASSIGNED',
    on: ['mp-assigned', 'assigned-elsewhere'],
    ignore: 'duplicate',
    rule: 'contact/alt1-accept-assign',
    nearest: true,
  },
  { from: 'REFUNDED', on: 'reverso-applied', ignore: 'duplicate', rule: 'contact/refund-reverso' },
  { from: 'CANCELLED', on: 'cancel', ignore: 'duplicate', rule: 'contact/under-3-days-call-5h', nearest: true },
  {
    from: over,
    on: [
      'mail-sent',
      'call-unanswered',
      'client-reply',
      'mail-bounced',
      'mp-available',
      'reply-read',
      'client-answered',
    ],
    late: true,
    rule: 'contact/under-3-days-call-5h',
    nearest: true,
  },
  {
    from: over,
    on: [...accepting, 'ack-sent', ...searching, ...found, ...news, 'refund-mail-sent', 'move-date-changed'],
    refuse: 'closed',
    rule: 'contact/research-starts',
    nearest: true,
  },
  {
    from: ['REFUNDED', 'CANCELLED'],
    on: ['mp-assigned', 'assigned-elsewhere'],
    refuse: 'closed',
    rule: 'contact/research-starts',
    nearest: true,
  },
  {
    from: ['ASSIGNED', 'CANCELLED'],
    on: 'reverso-applied',
    refuse: 'closed',
    rule: 'contact/research-starts',
    nearest: true,
  },
  { from: ['ASSIGNED', 'REFUNDED'], on: 'cancel', refuse: 'closed', rule: 'contact/research-starts', nearest: true },
];
