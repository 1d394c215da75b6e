import type { Instant } from '../../src/kernel/clock.js';
import type { ContactTold, Due, LadderTold } from './host.js';
import type { Line, Story } from './script.js';

/** An instant of May 2024 on the clocks of Santiago. */
function may(written: string): Instant {
  return Date.parse(`2024-05-${written.replace(' ', 'T')}:00-04:00`);
}

type Happening = { readonly ladder: LadderTold } | { readonly contact: ContactTold };

/** At this instant, expect this action, record that it was done. */
function at(written: string, due: Due['outcome']['action'], ...happenings: readonly Happening[]): Line {
  return {
    at: may(written),
    due,
    duties: [],
    ladder: happenings.flatMap((one) => ('ladder' in one ? [one.ladder] : [])),
    contact: happenings.flatMap((one) => ('contact' in one ? [one.contact] : [])),
  };
}

/** … and beside it, these duties are open. */
function owing(line: Line, ...duties: Line['duties']): Line {
  return { ...line, duties };
}

const ladder = (told: LadderTold): Happening => ({ ladder: told });
const contact = (told: ContactTold): Happening => ({ contact: told });

const searched = (category: 'inter' | 'local', moveDate: string): Story['beginning'] => ({
  move: '48213',
  searchingSince: may('06 10:00'),
  category,
  moveDate,
  zone: 'America/Santiago',
});

/** Re-sent after two hours, lists after one more. */
const broadcast = [
  at('06 12:05', 'resend-to-mps', ladder({ type: 'resend-done' })),
  at('06 13:10', 'send-broadcast-lists', ladder({ type: 'lists-sent', mps: ['mp-1', 'mp-2', 'mp-3'] })),
] as const;

/** Everything failed, and impossibility may be given. */
const failed = [
  at('06 18:00', 'collect-replies', ladder({ type: 'lists-exhausted' })),
  at('06 18:05', 'need-fact', ladder({ type: 'window-known', window: true })),
] as const;

const assigned = (mp: string, day: string, ...news: readonly Happening[]): readonly Line[] => [
  at(`${day} 15:00`, 'send-offer', ladder({ type: 'offer-sent', mp })),
  at(`${day} 15:05`, 'check-offer', ladder({ type: 'checked', winner: mp, chat: true })),
  at(`${day} 15:06`, 'confirm-to-mp', ladder({ type: 'mp-notified', mp }), ...news),
];

const foundOnTheList: Story = {
  name: 'a local move finds its mover on the list',
  beginning: searched('local', '2024-05-20'),
  lines: [
    at('06 11:00', 'wait'),
    ...broadcast,
    at('06 13:30', 'collect-replies', ladder({ type: 'mp-refused', mp: 'mp-1' })),
    owing(at('06 13:40', 'collect-replies', ladder({ type: 'mp-confirmed', mp: 'mp-2' })), 'ask-why'),
    at('06 13:41', 'send-offer', ladder({ type: 'offer-sent', mp: 'mp-2' })),
    // The winner is shown, but the chat is not there yet: nobody is told.
    at('06 13:45', 'check-offer', ladder({ type: 'checked', winner: 'mp-2', chat: false })),
    at('06 13:50', 'recheck-offer', ladder({ type: 'checked', winner: 'mp-2', chat: true })),
    at('06 13:51', 'confirm-to-mp', ladder({ type: 'mp-notified', mp: 'mp-2' })),
    at('06 18:00', 'none'),
  ],
  until: may('07 10:00'),
  plot: `
    05-06 10:00:00.000 wait                  ladder/start-after-2h
    05-06 12:00:00.001 resend-to-mps         ladder/resend-first
    05-06 12:05:00.000 wait                  ladder/lists-after-1h
    05-06 13:05:00.000 send-broadcast-lists  ladder/lists-after-1h
    05-06 13:10:00.000 collect-replies       ladder/lists-segment
    05-06 13:40:00.000 send-offer            ladder/first-confirmer-wins
    05-06 13:41:00.000 check-offer           ladder/assign-verify-winner
    05-06 13:45:00.000 recheck-offer         ladder/assign-confirm-mp
    05-06 13:50:00.000 confirm-to-mp         ladder/assign-confirm-mp
    05-06 13:51:00.000 none                  ladder/stop-once-assigned
  `,
};

const foundEnRoute: Story = {
  name: 'an inter move finds a mover on the way, who drops out, and the platform finds the next',
  beginning: searched('inter', '2024-05-20'),
  lines: [
    ...broadcast,
    at('06 13:40', 'collect-replies', ladder({ type: 'mp-confirmed', mp: 'mp-2' })),
    at('06 13:41', 'send-offer', ladder({ type: 'offer-sent', mp: 'mp-2' })),
    at('06 13:43', 'check-offer', ladder({ type: 'mp-withdrew', mp: 'mp-2' })),
    at('06 16:00', 'collect-replies', ladder({ type: 'lists-exhausted' })),
    at('06 16:10', 'search-inter-mps', ladder({ type: 'inter-offered', mp: 'mp-9', fit: 'chain-out' })),
    at('06 16:30', 'search-inter-mps', ladder({ type: 'mp-confirmed', mp: 'mp-9' })),
    at('06 16:31', 'send-offer', ladder({ type: 'offer-sent', mp: 'mp-9' })),
    at('06 16:35', 'check-offer', ladder({ type: 'checked', winner: 'mp-9', chat: true })),
    at('06 16:36', 'confirm-to-mp', ladder({ type: 'mp-notified', mp: 'mp-9' })),
    at('07 09:00', 'none', ladder({ type: 'mp-dropped', mp: 'mp-9' })),
    at('07 11:30', 'resend-to-mps', ladder({ type: 'resend-done' })),
    at('07 11:40', 'wait', ladder({ type: 'auto-assigned', mp: 'mp-4' })),
  ],
  until: may('08 10:00'),
  plot: `
    05-06 10:00:00.000 wait                  ladder/start-after-2h
    05-06 12:00:00.001 resend-to-mps         ladder/resend-first
    05-06 12:05:00.000 wait                  ladder/lists-after-1h
    05-06 13:05:00.000 send-broadcast-lists  ladder/lists-after-1h
    05-06 13:10:00.000 collect-replies       ladder/lists-segment
    05-06 13:40:00.000 send-offer            ladder/first-confirmer-wins
    05-06 13:41:00.000 check-offer           ladder/assign-verify-winner
    05-06 13:43:00.000 collect-replies       ladder/lists-segment
    05-06 16:00:00.000 search-inter-mps      ladder/inter-only-after-lists
    05-06 16:30:00.000 send-offer            ladder/first-confirmer-wins
    05-06 16:31:00.000 check-offer           ladder/assign-verify-winner
    05-06 16:35:00.000 confirm-to-mp         ladder/assign-confirm-mp
    05-06 16:36:00.000 none                  ladder/stop-once-assigned
    05-07 09:00:00.000 wait                  ladder/start-after-2h
    05-07 11:00:00.001 resend-to-mps         ladder/resend-first
    05-07 11:30:00.000 wait                  ladder/lists-after-1h
    05-07 11:40:00.000 none                  ladder/stop-once-assigned
  `,
};

const pricedOut: Story = {
  name: 'movers refuse for the price, it is reported, and a client who is not flexible is refunded',
  beginning: searched('local', '2024-05-20'),
  lines: [
    ...broadcast,
    at('06 13:30', 'collect-replies', ladder({ type: 'mp-refused', mp: 'mp-1', reason: 'price' })),
    at('06 13:35', 'collect-replies', ladder({ type: 'mp-refused', mp: 'mp-2', reason: 'price' })),
    owing(at('06 13:40', 'collect-replies', ladder({ type: 'price-reported' })), 'report-price'),
    ...failed,
    // Nobody named another date: the client is asked for some.
    at('06 18:10', 'contact-client', contact({ type: 'mail-sent' }), ladder({ type: 'client-mail-sent' })),
    at('07 09:00', 'wait', contact({ type: 'client-reply' })),
    at('07 09:10', 'handle-reply', contact({ type: 'client-answered', stance: 'not-flexible', refund: true })),
    at('07 09:20', 'send-refund-template', contact({ type: 'refund-mail-sent' })),
    at('07 09:30', 'apply-reverso', contact({ type: 'reverso-applied' }), ladder({ type: 'refund-done' })),
  ],
  until: may('08 10:00'),
  plot: `
    05-06 10:00:00.000 wait                  ladder/start-after-2h
    05-06 12:00:00.001 resend-to-mps         ladder/resend-first
    05-06 12:05:00.000 wait                  ladder/lists-after-1h
    05-06 13:05:00.000 send-broadcast-lists  ladder/lists-after-1h
    05-06 13:10:00.000 collect-replies       ladder/lists-segment
    05-06 18:00:00.000 need-fact             ladder/impossibility-window
    05-06 18:05:00.000 contact-client        ladder/handoff-to-client-mail
    05-06 18:10:00.000 wait                  contact/over-3-days-call-24h
    05-07 09:00:00.000 handle-reply          contact/over-3-days-call-24h
    05-07 09:10:00.000 send-refund-template  contact/refund-template
    05-07 09:20:00.000 apply-reverso         contact/refund-reverso
    05-07 09:30:00.000 none                  ladder/scope
  `,
};

const otherDateAccepted: Story = {
  name: 'the client accepts the date on which a mover can',
  beginning: searched('local', '2024-05-20'),
  lines: [
    ...broadcast,
    at('06 13:30', 'collect-replies', ladder({ type: 'mp-refused', mp: 'mp-1', reason: 'date' })),
    owing(
      at('06 13:40', 'collect-replies', ladder({ type: 'mp-refused', mp: 'mp-1', availability: '2024-05-22' })),
      'ask-availability',
    ),
    ...failed,
    at('06 18:10', 'contact-client', contact({ type: 'mail-sent' }), ladder({ type: 'client-mail-sent' })),
    at('07 11:00', 'wait', contact({ type: 'client-reply' })),
    at('07 11:10', 'handle-reply', contact({ type: 'client-answered', stance: 'accepts' })),
    at('07 11:11', 'write-chat-note', contact({ type: 'chat-note-written' })),
    at(
      '07 11:12',
      'change-date',
      contact({ type: 'date-changed' }),
      ladder({ type: 'date-agreed', mp: 'mp-1', date: '2024-05-22' }),
    ),
    ...assigned('mp-1', '07', contact({ type: 'mp-assigned', mp: 'mp-1' })),
  ],
  until: may('08 10:00'),
  plot: `
    05-06 10:00:00.000 wait                  ladder/start-after-2h
    05-06 12:00:00.001 resend-to-mps         ladder/resend-first
    05-06 12:05:00.000 wait                  ladder/lists-after-1h
    05-06 13:05:00.000 send-broadcast-lists  ladder/lists-after-1h
    05-06 13:10:00.000 collect-replies       ladder/lists-segment
    05-06 18:00:00.000 need-fact             ladder/impossibility-window
    05-06 18:05:00.000 contact-client        ladder/handoff-to-client-mail
    05-06 18:10:00.000 wait                  contact/over-3-days-call-24h
    05-07 11:00:00.000 handle-reply          contact/over-3-days-call-24h
    05-07 11:10:00.000 write-chat-note       contact/alt1-accept-chat-note
    05-07 11:11:00.000 change-date           contact/alt1-accept-change-date
    05-07 11:12:00.000 send-offer            ladder/assign-send-offer
    05-07 15:00:00.000 check-offer           ladder/assign-verify-winner
    05-07 15:05:00.000 confirm-to-mp         ladder/assign-confirm-mp
    05-07 15:06:00.000 none                  ladder/stop-once-assigned
  `,
};

/** A day of silence, a call, new dates, and the search on them. */
const newDates = [
  ...broadcast,
  ...failed,
  at('06 18:10', 'contact-client', contact({ type: 'mail-sent' }), ladder({ type: 'client-mail-sent' })),
  at('07 18:15', 'call-now', contact({ type: 'call-answered' })),
  at('07 18:20', 'send-call-record-mail', contact({ type: 'record-mail-sent' })),
  at(
    '07 18:21',
    'handle-reply',
    contact({
      type: 'client-answered',
      stance: 'flexible',
      dates: { date: '2024-05-25', from: '2024-05-24', to: '2024-05-26' },
    }),
  ),
  at('07 18:25', 'send-search-ack', contact({ type: 'ack-sent' })),
  at('07 18:30', 'update-dates', contact({ type: 'system-updated' })),
  at(
    '07 18:31',
    'restart-broadcast',
    contact({ type: 'broadcast-restarted' }),
    ladder({ type: 'dates-changed', date: '2024-05-25' }),
  ),
  // "Acá comienza la nueva búsqueda": nobody waits two hours more.
  at('07 18:32', 'resend-to-mps', ladder({ type: 'resend-done' })),
  at('07 19:40', 'send-broadcast-lists', ladder({ type: 'lists-sent', mps: ['mp-1', 'mp-2', 'mp-3'] })),
] as const;

const foundOnNewDates: Story = {
  name: 'a silent client is called, gives new dates, and a mover is found on them',
  beginning: searched('local', '2024-05-20'),
  lines: [
    ...newDates,
    at('08 09:00', 'collect-replies', ladder({ type: 'mp-confirmed', mp: 'mp-3' })),
    ...assigned('mp-3', '08', contact({ type: 'mp-found', mp: 'mp-3' }), contact({ type: 'mp-assigned', mp: 'mp-3' })),
    at('08 15:10', 'send-found-mail', contact({ type: 'found-mail-sent' })),
  ],
  until: may('09 10:00'),
  plot: `
    05-06 10:00:00.000 wait                  ladder/start-after-2h
    05-06 12:00:00.001 resend-to-mps         ladder/resend-first
    05-06 12:05:00.000 wait                  ladder/lists-after-1h
    05-06 13:05:00.000 send-broadcast-lists  ladder/lists-after-1h
    05-06 13:10:00.000 collect-replies       ladder/lists-segment
    05-06 18:00:00.000 need-fact             ladder/impossibility-window
    05-06 18:05:00.000 contact-client        ladder/handoff-to-client-mail
    05-06 18:10:00.000 wait                  contact/over-3-days-call-24h
    05-07 18:10:00.000 call-now              contact/over-3-days-call-24h
    05-07 18:15:00.000 send-call-record-mail contact/call-record-by-mail
    05-07 18:20:00.000 handle-reply          contact/call-record-by-mail
    05-07 18:21:00.000 send-search-ack       contact/alt2-flexible-ack
    05-07 18:25:00.000 update-dates          contact/research-update-system
    05-07 18:30:00.000 restart-broadcast     contact/research-rebroadcast
    05-07 18:31:00.000 resend-to-mps         ladder/resend-first
    05-07 18:32:00.000 wait                  ladder/lists-after-1h
    05-07 19:32:00.000 send-broadcast-lists  ladder/lists-after-1h
    05-07 19:40:00.000 collect-replies       ladder/lists-segment
    05-08 09:00:00.000 send-offer            ladder/first-confirmer-wins
    05-08 15:00:00.000 check-offer           ladder/assign-verify-winner
    05-08 15:05:00.000 confirm-to-mp         ladder/assign-confirm-mp
    05-08 15:06:00.000 send-found-mail       contact/research-found-mail
    05-08 15:10:00.000 none                  ladder/stop-once-assigned
  `,
};

const notFoundOnNewDates: Story = {
  name: 'nobody is found on the new dates either, and the client takes the refund that is offered',
  beginning: searched('inter', '2024-05-20'),
  lines: [
    ...broadcast,
    at('06 17:00', 'collect-replies', ladder({ type: 'lists-exhausted' })),
    at('06 18:00', 'search-inter-mps', ladder({ type: 'inter-exhausted' })),
    ...newDates.slice(3),
    at('08 12:00', 'collect-replies', ladder({ type: 'lists-exhausted' })),
    at('08 14:00', 'search-inter-mps', ladder({ type: 'inter-exhausted' })),
    at('08 14:01', 'tell-contact', contact({ type: 'mp-not-found' })),
    at(
      '08 14:05',
      'send-not-found-mail',
      contact({ type: 'not-found-mail-sent' }),
      ladder({ type: 'client-mail-sent' }),
    ),
    at('08 16:00', 'await-answer', contact({ type: 'client-reply' })),
    at('08 16:05', 'handle-reply', contact({ type: 'client-answered', stance: 'not-flexible', refund: true })),
    at('08 16:10', 'send-refund-template', contact({ type: 'refund-mail-sent' })),
    at('08 16:20', 'apply-reverso', contact({ type: 'reverso-applied' }), ladder({ type: 'refund-done' })),
  ],
  until: may('09 10:00'),
  plot: `
    05-06 10:00:00.000 wait                  ladder/start-after-2h
    05-06 12:00:00.001 resend-to-mps         ladder/resend-first
    05-06 12:05:00.000 wait                  ladder/lists-after-1h
    05-06 13:05:00.000 send-broadcast-lists  ladder/lists-after-1h
    05-06 13:10:00.000 collect-replies       ladder/lists-segment
    05-06 17:00:00.000 search-inter-mps      ladder/inter-only-after-lists
    05-06 18:00:00.000 need-fact             ladder/impossibility-window
    05-06 18:05:00.000 contact-client        ladder/handoff-to-client-mail
    05-06 18:10:00.000 wait                  contact/over-3-days-call-24h
    05-07 18:10:00.000 call-now              contact/over-3-days-call-24h
    05-07 18:15:00.000 send-call-record-mail contact/call-record-by-mail
    05-07 18:20:00.000 handle-reply          contact/call-record-by-mail
    05-07 18:21:00.000 send-search-ack       contact/alt2-flexible-ack
    05-07 18:25:00.000 update-dates          contact/research-update-system
    05-07 18:30:00.000 restart-broadcast     contact/research-rebroadcast
    05-07 18:31:00.000 resend-to-mps         ladder/resend-first
    05-07 18:32:00.000 wait                  ladder/lists-after-1h
    05-07 19:32:00.000 send-broadcast-lists  ladder/lists-after-1h
    05-07 19:40:00.000 collect-replies       ladder/lists-segment
    05-08 12:00:00.000 search-inter-mps      ladder/inter-only-after-lists
    05-08 14:00:00.000 tell-contact          ladder/exhausted-gate
    05-08 14:01:00.000 send-not-found-mail   contact/research-not-found-mail
    05-08 14:05:00.000 await-answer          contact/research-not-found-mail
    05-08 16:00:00.000 handle-reply          contact/research-not-found-mail
    05-08 16:05:00.000 send-refund-template  contact/refund-template
    05-08 16:10:00.000 apply-reverso         contact/refund-reverso
    05-08 16:20:00.000 none                  ladder/scope
  `,
};

const tomorrow: Story = {
  name: 'the move is tomorrow: a call first, then the mail, and the client gives it up',
  beginning: searched('local', '2024-05-07'),
  lines: [
    ...broadcast,
    ...failed,
    at('06 18:10', 'contact-client', contact({ type: 'call-unanswered' }), ladder({ type: 'client-called' })),
    at('06 18:15', 'send-help-mail', contact({ type: 'mail-sent' })),
    at('06 19:00', 'await-reply', contact({ type: 'call-answered' })),
    // Whatever the client decided, what was said is written down.
    at('06 19:05', 'send-call-record-mail', contact({ type: 'cancel' }), ladder({ type: 'cancel' })),
    at('06 19:10', 'send-call-record-mail', contact({ type: 'record-mail-sent' })),
  ],
  until: may('08 10:00'),
  plot: `
    05-06 10:00:00.000 wait                  ladder/start-after-2h
    05-06 12:00:00.001 resend-to-mps         ladder/resend-first
    05-06 12:05:00.000 wait                  ladder/lists-after-1h
    05-06 13:05:00.000 send-broadcast-lists  ladder/lists-after-1h
    05-06 13:10:00.000 collect-replies       ladder/lists-segment
    05-06 18:00:00.000 need-fact             ladder/impossibility-window
    05-06 18:05:00.000 contact-client        ladder/handoff-to-client-mail
    05-06 18:10:00.000 send-help-mail        contact/tomorrow-unanswered-mail
    05-06 18:15:00.000 await-reply           contact/tomorrow-unanswered-mail
    05-06 19:00:00.000 send-call-record-mail contact/call-record-by-mail
    05-06 19:10:00.000 none                  ladder/scope
  `,
};

const outsideTheWindow: Story = {
  name: 'impossibility may not be given yet; in the meantime a late yes decides',
  beginning: searched('local', '2024-05-20'),
  lines: [
    ...broadcast,
    at('06 18:00', 'collect-replies', ladder({ type: 'lists-exhausted' })),
    at('06 18:05', 'need-fact', ladder({ type: 'window-known', window: { from: may('10 09:00') } })),
    at('08 12:00', 'hold', ladder({ type: 'mp-confirmed', mp: 'mp-3' })),
    ...assigned('mp-3', '08'),
  ],
  until: may('11 10:00'),
  plot: `
    05-06 10:00:00.000 wait                  ladder/start-after-2h
    05-06 12:00:00.001 resend-to-mps         ladder/resend-first
    05-06 12:05:00.000 wait                  ladder/lists-after-1h
    05-06 13:05:00.000 send-broadcast-lists  ladder/lists-after-1h
    05-06 13:10:00.000 collect-replies       ladder/lists-segment
    05-06 18:00:00.000 need-fact             ladder/impossibility-window
    05-06 18:05:00.000 hold                  ladder/impossibility-window
    05-08 12:00:00.000 send-offer            ladder/first-confirmer-wins
    05-08 15:00:00.000 check-offer           ladder/assign-verify-winner
    05-08 15:05:00.000 confirm-to-mp         ladder/assign-confirm-mp
    05-08 15:06:00.000 none                  ladder/stop-once-assigned
  `,
};

/** Whole lives of moves, from the entry into the search to an assignment, a refund, or the end. */
export const stories: readonly Story[] = [
  foundOnTheList,
  foundEnRoute,
  pricedOut,
  otherDateAccepted,
  foundOnNewDates,
  notFoundOnNewDates,
  tomorrow,
  outsideTheWindow,
];
