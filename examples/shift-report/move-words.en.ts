import type { MoveWords } from './move-words.js';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const list = new Intl.ListFormat('en', { type: 'conjunction' });

export const moveWordsEn: MoveWords = {
  heading: (moves, due, waiting) =>
    `${plural(moves, 'move', 'moves')}: ${due} with something to do now, ${waiting} waiting`,
  groups: {
    assign: 'Assign the mover who accepted',
    client: "See to the move's client",
    search: 'Go on with the search for a mover',
    ask: 'Find out a fact that is missing',
    judge: "Needs a person's judgement",
    wait: 'Waiting',
  },
  services: { inter: 'inter', local: 'local' },

  searchSteps: {
    'resend-to-mps': 'Press "Re enviar a MPs"',
    'collect-replies': 'Collect the replies to the lists, or declare that they gave nobody',
    'search-inter-mps': 'Look for movers who will be in those zones, and offer them the service',
    'send-offer': 'Press "Enviar oferta" for the mover',
    'check-offer': 'Check winner and chat in the detail',
    'recheck-offer': 'Check again: the detail did not show winner and chat as it must',
    'confirm-to-mp': 'Tell the mover that the service is theirs',
    'contact-client': 'Begin the contact with the client',
  },
  waits: { resend: 'Wait: the platform is still searching', lists: 'Wait for what the re-send brings' },
  sendLists: (segment) => `Send lists on WhatsApp ${segment}`,
  segments: { volume: 'by volume class', region: 'by region', either: 'by volume class or region' },
  holds: { 'outside-impossibility-window': 'Wait: impossibility may not be given now' },
  news: {
    'mp-not-found': 'Record in the contact that nobody can on the new dates, and tell the client',
    'mp-found': 'Record in the contact that there is a mover, and tell the client',
  },
  withClient: 'Wait for what comes of the contact with the client',

  contactSteps: {
    'call-now': 'Call the client',
    'send-call-record-mail': 'Mail the record of the call',
    wait: 'Wait for a reply to the mail; after that, call',
    'await-reply': 'Wait for the client: call and mail were made',
    'handle-reply': "Read the client's reply, and record what was said",
    'write-chat-note': 'Leave the note with the new date in the chat',
    'change-date': 'Change the date in "operaciones"',
    'assign-available-mp': 'Assign the mover of the accepted date',
    'send-search-ack': 'Tell the client that teams are looked for, and what happens if there are none',
    'update-dates': 'Change date and flexibilities in the system',
    'restart-broadcast': 'Start the broadcast again',
    'await-search': 'Wait for what the new search brings',
    'await-dates': "Wait for the client's new dates",
    'send-found-mail': 'Tell the client that a mover was found',
    'assign-mp': 'Assign the mover of the new search',
    'send-not-found-mail': 'Tell the client that nobody was found, and offer the refund',
    'await-answer': 'Wait for what the client decides about the refund',
    'send-refund-template': 'Answer with the refund template',
    'apply-reverso': 'Apply the reversal procedure',
  },
  helpMail: {
    1: 'Send the help mail with the first paragraph (another date)',
    2: 'Send the help mail with the second paragraph (ask for dates)',
  },
  takeSteps: (steps) => `Take the steps: ${steps}`,
  answerSteps: {
    'chat-note': 'note in the chat',
    'change-date': 'change of the date',
    'assign-available-mp': 'assignment to the mover of that date',
    'refund-template': 'refund template',
    reverso: 'reversal',
    'ack-search': 'notice of the search',
    'update-dates': 'dates in the system',
    rebroadcast: 'new broadcast',
    'await-dates': 'wait for the dates',
  },

  needs: {
    'impossibility-window': 'Find out whether impossibility may be given',
    'move-date': 'Find out the date of the move',
    zone: 'Find out the time zone of the origin',
  },
  gaps: {
    'move-date-passed': 'the date of the move has passed',
    'move-is-today': 'the move is today',
    'unanswered-call-after-mail': 'neither mail nor call was answered',
    'mail-not-delivered': 'the mail did not arrive',
    'rejects-without-refund': 'declines the date and asks for no refund',
    'not-flexible-without-refund': 'is not flexible and asks for no refund',
    contradictory: 'what was said contradicts itself',
  },
  judge: (gap) => `Decide: ${gap}`,
  nearest: { 'call-now': 'nearest: call', 'ask-again': 'nearest: ask again' },
  ends: {
    assigned: (count) => `${count} assigned`,
    refunded: (count) => `${count} refunded`,
    cancelled: (count) => `${count} cancelled`,
  },

  duties: {
    'ask-why': (movers) => `Ask why not: ${movers}`,
    'ask-availability': (movers) => `Ask when it would be possible: ${movers}`,
    'report-price': (movers) => `Report the price to team leader and head: ${movers}`,
  },
  also: (step) => `Also: ${step}`,
  canOn: (mp, date) => `${mp} can on ${date}`,
  dates: (date, from, to) => (from === to ? date : `${date} (${from} to ${to} would do)`),
  movers: (mps) => list.format(mps),
  over: (count, ends) => `${plural(count, 'move is', 'moves are')} over: ${ends}.`,
};
