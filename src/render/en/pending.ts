import type { SystemWords } from '../words.js';

/** What is said of `pending` in English. */
export const pending: SystemWords<'pending'> = {
  name: 'pending chats',
  manual: 'Pending chats',
  tables: {
    pending: {
      title: 'Does the chat need a person?',
      facts: {
        task: {
          label: "seller's task",
          values: { none: 'no task is flagged', open: 'the seller has a task flagged' },
        },
        lastMessage: {
          label: 'last message',
          values: {
            none: 'nobody has written',
            client: 'the client wrote last',
            ai: 'the AI wrote the last message',
            seller: 'a seller wrote last',
          },
        },
        resolved: {
          label: 'resolved',
          values: { no: 'the chat is not resolved', yes: 'the chat is resolved' },
        },
        ai: {
          label: 'AI agent',
          values: {
            off: 'no AI is attending to it in a way that lets it wait',
            attending: 'the AI is attending to it, within its window',
            overdue: 'the AI is attending to it, but has used up its window',
          },
        },
      },
      answer: ({ reason }) => answers[reason],
    },
    'pending/goal': {
      title: 'Has the team reached its goal?',
      facts: {
        pending: {
          label: 'pending chats',
          values: { zero: 'no chat is pending', some: 'there are pending chats' },
        },
        toQuote: {
          label: 'requests to quote',
          values: { zero: 'nothing is left to quote', some: 'requests are left to quote' },
        },
      },
      answer: goal,
    },
  },
  outcomes: {
    pending: (outcome, { instant }) =>
      outcome.action === 'attend' && outcome.waitingSince !== null
        ? `${answers[outcome.reason]}; waiting since ${instant(outcome.waitingSince)}`
        : `${answers[outcome.reason]}${outcome.action === 'attend' || outcome.of === undefined ? '' : ', within its window of working hours'}`,
    'pending/goal': goal,
  },
  machines: {},
  codes: {
    undated: 'the event has no valid date and time',
    forgotten: 'the event is older than the history that is kept',
    'message-unknown': 'the message that was deleted is not known yet',
    read: 'opening or reading a chat changes nothing',
    'not-a-message': 'reactions, notes, failed deliveries and mass mailings do not count as messages',
    'not-a-seller': 'only a seller may mark the chat as resolved',
    'already-resolved': 'the chat was resolved already, and nothing has happened since',
    'nothing-to-resolve': 'the chat is empty: there is nothing to resolve',
  },
  policy: {
    aiWindow: "the AI's window",
    measureFrom: "when the AI's window begins",
    exemptionCovers: 'which chats the AI exempts',
  },
};

const answers = {
  'seller-action': 'Do what was flagged in the chat',
  'client-unanswered': 'Answer the client',
  'last-by-ai': 'Take over the chat: only the AI has answered',
  'ai-window-exceeded': 'Take over the chat: the AI has used up its window',
  'no-messages': 'Nothing to do: the chat is empty',
  resolved: 'Nothing to do: the chat is resolved',
  'seller-last': 'Nothing to do for now: the seller has answered',
  'ai-process': 'Nothing to do for now: the AI is attending',
} as const;

function goal({ reached, served }: { readonly reached: boolean; readonly served: boolean }): string {
  if (reached) return 'Goal reached: nobody waits, and nothing is left to quote';
  return served
    ? 'Every client was attended to; requests are left to quote'
    : 'Pending clients are still to be attended';
}
