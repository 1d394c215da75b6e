import { conversationWordsEn } from './conversation-words.en.js';
import { moveWordsEn } from './move-words.en.js';
import { ownerWordsEn } from './owner-words.en.js';
import type { Words } from './words.js';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const oneOf = new Intl.ListFormat('en', { type: 'disjunction' });

export const en: Words = {
  title: 'Shift report',
  help: `Usage: npm start -- [options]

Reads a folder with the exports of a help desk (tickets, chats, moves and
conversations with a bot) and says what to do now, by which rule, until when
that holds, and when to look again; and with the portfolio and the agents,
whose each chat is.

  --data FOLDER   where tickets.json, chats.jsonl and moves.jsonl are, and
                  perhaps conversations.jsonl, portfolio.csv and agents.json
                  (default: the sample)
  --account NAME  the WhatsApp account whose clients are in portfolio.csv
                  (default: wa-repuestos)
  --at INSTANT    the instant of the report, as 2026-05-13T10:00:00-04:00
                  (default: the sample's; with --data, the present)
  --zone ZONE     the zone of times and deadlines (default: America/Santiago)
  --lang es|en    the language (default: es)
  --json          the same report as JSON
  --width N       the width in columns, 40 to 1000
                  (default: the terminal's, or 80)
  --help, -h      this help

Exit code: 0, all is well; 1, there are bad data; 2, there are bad arguments.`,
  counts: (tickets, chats, moves, conversations, entries) => {
    const desk = `${plural(tickets, 'ticket', 'tickets')}, ${plural(chats, 'chat', 'chats')}, ${plural(moves, 'move', 'moves')}`;
    return `${desk} and ${plural(conversations, 'conversation', 'conversations')}; to do now: ${entries}`;
  },
  groups: {
    escalate: 'Escalate to the supervisor',
    attend: 'Attend the chat',
    file: 'File the ticket, or have it filed',
    'read-answer': 'Read out the answer',
    'tell-date': 'Tell the date',
    judge: "Needs a person's judgement",
  },
  nothingToDo: 'There is nothing to do now.',
  nothingKnown: 'In what could be read there is nothing to do now.',

  attend: {
    'seller-action': 'Do the task that is open',
    'client-unanswered': 'Answer the client',
    'last-by-ai': 'Carry on where the AI left off',
    'ai-window-exceeded': 'Take over from the AI',
  },
  waiting: (length) => `waiting for ${length}`,
  taskOpen: (length) => `open for ${length}`,
  tellMaxDate: (date) => `Tell the latest date for an answer: ${date}`,
  tellInsistenceMaxDate: (date) => `Tell the latest date for the insistence: ${date}`,
  readAnswer: 'Read the answer to the client',
  createTicket: (subject) => `Create the ticket "${subject}"`,
  tellClientToFile: (subject) => `Tell the client to file "${subject}" (the contact centre may, too)`,
  escalate: 'Escalate; neither make nor suggest another requirement',
  judge: (gap, nearest) => `Decide: ${gap}; ${nearest}`,
  nearestCase: (number, action) => `nearest is case ${number}: ${action}`,
  noNearestCase: 'no case is near',
  nearestRule: (statement) => `No rule covers it. The nearest: ${statement}`,
  subjects: { 'late-answer': 'Answer out of term', disagreement: 'Disagreement with the answer' },
  gaps: {
    'no-initial-requirement': 'there is no initial requirement, or it was annulled',
    'deadline-unknown': 'the latest date is not known',
    'product-unknown': 'the product is not known, and who files depends on it',
    'nothing-to-do': 'it was answered, and the client agrees',
    'both-open-insistence-in-term': 'neither requirement nor insistence was answered, and the insistence is in term',
    'insistence-answer-unknown-to-client': 'both were answered, and the client does not know the second answer',
    'insistence-kind-not-covered': 'the rules as chosen do not consider an insistence of this kind',
  },

  moves: moveWordsEn,
  conversations: conversationWordsEn,
  owner: ownerWordsEn,

  until: (time, away) => `until ${time} (${away})`,
  untilNews: 'until there is news',

  calm: (count, reasons) => `${plural(count, 'chat needs', 'chats need')} nobody: ${reasons}.`,
  calmReasons: {
    'no-messages': (count) => `${count} without messages`,
    resolved: (count) => `${count} resolved`,
    'seller-last': (count) => `${count} answered by a seller`,
    'ai-process': (count) => `${count} with the AI, within its window`,
  },
  replayed: (late, duplicate, refused) => `The chats' events: ${late} late, ${duplicate} repeated, ${refused} refused.`,
  lookAgain: (time, away, change, others) => {
    const more = others === 0 ? '' : `; ${plural(others, 'more change', 'more changes')} at that instant`;
    return `Look again: ${time} (${away}): ${change}${more}.`;
  },
  nothingChanges: 'Look again when there is news: by time alone nothing changes.',
  changes: {
    'ai-window-ends': (id, name) => `in chat ${id} (${name}) the AI's window ends`,
    'term-ends': (id, name) => `in ticket ${id} (${name}) a term ends`,
    'event-ahead': (id, name) => `in chat ${id} (${name}) something dated ahead begins to count`,
    'ticket-opens': (id, name) => `ticket ${id} (${name}) is opened`,
    'move-changes': (id, name) => `with move ${id} (${name}) something else is due`,
    'move-enters': (id, name) => `move ${id} (${name}) enters "Buscando Empresa"`,
    'conversation-changes': (id, name) => `in conversation ${id} (${name}) something else is due`,
  },

  incomplete: (files) => `INCOMPLETE REPORT. Nothing was used of: ${files}.`,
  missingFile: (file) => `${file} (missing)`,
  unusedFile: (file, problems) => `${file} (${plural(problems, 'problem', 'problems')})`,
  saw: (place, seen, expected) => `${place}: saw ${seen ?? 'nothing'}; expected ${expected}`,
  advised: (place, seen, advice) => `${place}: saw ${seen ?? 'nothing'}. ${advice}`,
  notice: (place, about, note) => `${place}: notice${about === null ? '' : ` on ${about}`}. ${note}`,
  endOfText: 'the end of the text',
  expected: {
    'ticket-file': 'a file tickets.json or tickets.jsonl',
    'chat-file': 'a file chats.jsonl or chats.json',
    'move-file': 'a file moves.jsonl or moves.json',
    'agent-file': 'a file agents.json or agents.jsonl, for there is a portfolio',
    'portfolio-file': 'a file portfolio.csv, for there are agents',
    'readable-file': 'a file that can be read',
    'utf-8': 'text in UTF-8',
    list: 'a list: [ … ]',
    object: 'a record: { … }',
    text: 'a text',
    id: 'a text that is not empty',
    'unique-id': 'an id that no other record has',
    instant: 'an instant with its offset, as "2026-05-13T10:00:00-04:00"',
    boolean: 'true or false',
    'same-move': 'the id that is in mudanza',
    'same-contact': 'the id that is in contacto',
    'contact-state': 'the state of the contact, for the client was contacted',
    deadline: 'a date that exists ("2026-05-13"), an instant with its offset, or null',
    'no-such-field': 'no such field',
    'json-value': 'a JSON value',
    'json-key': 'a key in quotes',
    'json-colon': 'a colon (:)',
    'json-comma-or-brace': 'a comma or a closing brace (, or })',
    'json-comma-or-bracket': 'a comma or a closing bracket (, or ])',
    'json-string': 'the rest of the text and its closing quotes',
    'json-end': 'the end of the file or of the line',
  },
  fromLibrary: (expected) => expected,
  oneOf: (values) => oneOf.format(values.map((value) => JSON.stringify(value))),

  options: {
    data: 'a folder that can be read',
    account: 'the name of an account',
    at: 'an instant with its offset, as 2026-05-13T10:00:00-04:00',
    zone: 'an IANA zone, as America/Santiago',
    lang: 'es or en',
    json: 'the option alone, without a value',
    width: 'a whole number from 40 to 1000',
    help: 'the option alone, without a value',
  },
  noSuchOption: 'one of --data, --account, --at, --zone, --lang, --json, --width, --help',
  noValueWanted: 'nothing: everything is asked for by options',
  seeHelp: 'With --help the options are listed.',
};
