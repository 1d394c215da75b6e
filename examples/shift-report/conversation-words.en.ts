import type { ConversationWords } from './conversation-words.js';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const list = new Intl.ListFormat('en', { type: 'conjunction' });

export const conversationWordsEn: ConversationWords = {
  heading: (conversations, due, waiting) =>
    `${plural(conversations, 'conversation', 'conversations')} of the bot: ${due} with something to do now, ${waiting} waiting`,
  groups: {
    answer: 'Answer whoever wrote to the bot',
    case: 'See to the support case',
    close: 'Finish the closing that is half done',
    load: 'Load the contact into the CRM',
    classify: 'Classify the conversation',
    judge: "Needs a person's judgement",
    wait: 'Waiting',
  },
  noAgent: 'no agent',

  talkSteps: {
    'reply-comment': 'Answer the comment, with emojis',
    'call-user': 'Call the client who made the ticket',
    'locate-user': 'Find the client who made the ticket in Respond.io',
    'monitor-case': 'Follow the case until it is solved',
    'reactivate-bot': 'Closing, step 2 of 3: switch the bot on again',
    'click-close': 'Closing, step 3 of 3: press the green button; it stays open, with the bot and no agent',
  },
  hook: (snippet) => `Hook the bot with snippet ${snippet}`,
  messages: {
    'case-3': 'Tell the client that the case is still open',
    closing: 'Closing, step 1 of 3: send the closing reply',
    'contact-request': 'Ask for the contact data',
    'capture-call': 'Propose the capture call',
    'central-phone': 'Give the number of the switchboard',
  },
  needs: {
    department: 'Find out the department of the case, which the message must name',
    agent: 'Find out the agent of the case, whom the message must name',
    zone: 'Find out the time zone of the client',
  },
  classify: 'Classify the conversation',
  missing: (parts) => `missing: ${parts}`,
  parts: { section: 'section', agent: 'agent', tag: 'tag' },
  comment: (id) => `comment ${id}`,

  loadingSteps: {
    'load-to-crm': 'Load the contact into the CRM',
    'send-survey': 'The automation failed: send snippet and survey by hand',
    wait: 'Wait: the CRM automation does not start yet',
    'await-data': 'Wait for the data that the client was asked for',
    'await-survey': 'Wait for the answer to the survey',
  },
  runAutomation: (steps) => `CRM automation: ${steps}`,
  automationSteps: {
    'add-tag': (tag) => `put on the tag "${tag}"`,
    'ask-contact': () => 'ask for the contact data',
    'load-to-crm': () => 'load them into the CRM',
  },
  judge: (gap) => `Decide: ${gap}`,
  gaps: { 'contact-unknown': 'the field asks for the load, and the contact is not known' },
  nearest: { 'ask-contact': 'nearest: ask for the contact data' },
  key: (key) => `key ${key}`,

  quoted: (text) => `"${text}"`,

  quiet: (count, reasons) => `${plural(count, 'conversation needs', 'conversations need')} nobody: ${reasons}.`,
  quietReasons: {
    'bot-attends': (count) => `${count} attended by the bot`,
    'person-attends': (count) => `${count} attended by a person`,
    'closed-out': (count) => `${count} closed out (with the bot, open, no agent)`,
  },
  replayed: (late, duplicate, idle, refused) =>
    `The conversations' events: ${late} late, ${duplicate} repeated, ${idle} without effect, ${refused} refused.`,

  round: (places) => `Round of watching the bot: ${list.format(places)}`,
  roundSteps: {
    review: 'Go over the conversations',
    read: 'Read what the client wants, or is troubled by',
    verify: 'Check that the bot has answered well',
    classify: 'Classify the client',
    'load-to-crm': 'Take the contact to the CRM',
  },
};
