import type * as system from '../../contact/index.js';
import type { Say } from '../speech.js';
import type { SystemWords } from '../words.js';

/** What is said of `contact` in English. */
export const contact: SystemWords<'contact'> = {
  name: 'contact with the client',
  manual: 'Manual assignment',
  tables: {
    contact: {
      title: 'What is to be done in the contact with the client?',
      facts: {
        record: {
          label: 'record of the calls',
          values: {
            owed: 'the record mail of an answered call is still owed',
            none: 'no record mail is owed',
          },
        },
        state: {
          label: 'how the contact stands',
          values: {
            asking: 'there is no decision of the client yet',
            running: "the client's decision is being carried out",
            assigned: 'the move is assigned already',
            refunded: 'the client was refunded',
            cancelled: 'the client cancelled the move',
          },
        },
        // Where both tables are told together, what they say of the reply is said once.
        heard: {
          label: 'news of the client',
          values: {
            no: 'the client has not answered',
            reply: 'the client answered in writing',
            call: 'the client answered a call',
            unclear: "the client's answer has not led to any step yet",
          },
        },
      },
      answer: first,
    },
    'contact/outreach': {
      title: 'Is the client to be written to or called, and when?',
      facts: {
        reply: {
          label: "client's answer",
          values: { no: 'the client has not answered', yes: 'the client answered in writing' },
        },
        days: {
          label: 'days to the move',
          values: {
            past: 'the date of the move has passed',
            today: 'the move is today',
            'today-open': 'the move is today (a case that a person decides)',
            tomorrow: 'the move is tomorrow',
            'under-three': 'the move is in fewer than three days',
            'exactly-three': 'the move is in exactly three days',
            'over-three': 'the move is in more than three days (or in three, where they count as more)',
            'date-unknown': 'the date of the move is not known',
            'zone-unknown': 'the time zone of the service is not known',
          },
        },
        call: {
          label: 'call to the client',
          values: {
            none: 'the call to the client has not been made yet',
            unanswered: 'the client did not answer the call',
            followed: 'the help mail was sent after a call that was not answered',
          },
        },
        mail: {
          label: 'help mail',
          values: {
            none: 'no wait for a reply to the help mail is running',
            short: 'the help mail is still within the short wait',
            'short-over': 'the short wait of the help mail is over',
            long: 'the help mail is still within the long wait',
            'long-over': 'the long wait of the help mail is over',
            eve: 'the wait of the help mail ends when the day before the move begins',
            bounced: 'the help mail came back',
          },
        },
      },
      answer: outreach,
    },
    'contact/alternative': {
      title: 'Which of the two alternatives is the client offered?',
      facts: {
        team: {
          label: 'mover for another date',
          values: {
            yes: 'there is a mover for another date',
            no: 'there is no mover for another date',
            unknown: 'nobody knows whether there is a mover for another date',
          },
        },
      },
      answer: (then) => alternatives[then],
    },
    'contact/mail': {
      title: 'Who is the mail from, and to whom?',
      facts: {
        mail: {
          label: 'mail',
          values: { help: 'the mail is the help mail', refund: 'the mail is the refund mail' },
        },
        mc: {
          label: 'address of the MC',
          values: { known: 'the address of the MC is known', unknown: 'the address of the MC is not known' },
        },
      },
      answer: (then) => mails[then],
    },
    'contact/answer': {
      title: "What does the client's answer lead to?",
      facts: {
        alternative: {
          label: 'alternative',
          values: {
            '1': 'a date of a mover was offered',
            '2': 'the client was asked for other dates',
          },
        },
        stance: {
          label: 'stance of the client',
          values: { yes: 'the client agrees', no: 'the client does not agree' },
        },
        refund: {
          label: 'refund',
          values: { asked: 'there is a request for the refund', no: 'there is no request for the refund' },
        },
        dates: {
          label: "client's dates",
          values: { given: 'the client gives dates', no: 'the client gives no dates' },
        },
      },
      answer: reaction,
    },
    'contact/course': {
      title: 'Which step is next, by what the client decided?',
      facts: {
        course: {
          label: 'decision of the client',
          values: {
            'date-accepted': 'the client accepted the date offered',
            'await-dates': 'the client is flexible though they have given no dates yet',
            'new-search': 'a new search is made on the dates that the client gave',
            'mp-found': 'the new search found a mover',
            'refund-offered': 'the new search found no mover',
            refunding: 'the client asked for the refund',
          },
        },
        first: {
          label: 'first step',
          values: { open: 'the first step is still open', done: 'the first step is done' },
        },
        second: {
          label: 'second step',
          values: { open: 'the second step is still open', done: 'the second step is done' },
        },
        third: {
          label: 'third step',
          values: { open: 'the third step is still open', done: 'the third step is done' },
        },
        message: {
          label: 'new from the client',
          values: {
            none: 'nothing new from the client is left to go over',
            unread: 'something new from the client is left to go over',
          },
        },
      },
      answer: ({ action }) => steps[action],
    },
  },
  outcomes: {
    contact: nextStep,
    'contact/alternative': (outcome, { date }) =>
      outcome.action === 'alternative-1'
        ? `Offer the client ${date(outcome.date)} with “${outcome.mp}”: alternative 1, first paragraph of the help mail`
        : alternatives[outcome.action],
    'contact/answer': (outcome, say) =>
      outcome.action === 'not-covered' ? notCovered(outcome, say) : inOrder(outcome),
    'contact/mail': (outcome) => (outcome.action === 'need-fact' ? mails['need-mc'] : letter(outcome.mail)),
    'contact/note': ({ text }) => `Write in the chat of the service with the client: “${text.replace(/\.$/, '')}”`,
  },
  machines: {
    contact: {
      stages: {
        DUE: 'To be contacted',
        CALLED_UNANSWERED: 'Call unanswered',
        MAIL_SENT: 'Mail sent',
        DIALOGUE: 'In dialogue',
        DATE_ACCEPTED: 'Date accepted',
        AWAIT_DATES: 'Awaiting dates',
        RE_SEARCH: 'New search',
        REFUND_OFFERED: 'New search failed',
        REFUNDING: 'Refund under way',
        ASSIGNED: 'Assigned',
        REFUNDED: 'Refunded',
        CANCELLED: 'Cancelled',
      },
      events: {
        'mail-sent': 'the help mail was sent',
        'record-mail-sent': 'the record of a call was sent',
        'mail-bounced': 'the help mail came back',
        'call-answered': 'the client answered the call',
        'call-unanswered': 'the client did not answer the call',
        'client-reply': 'the client wrote',
        'reply-read': 'what the client wrote was read',
        'mp-available': 'a mover said which other date would do',
        'client-answered': "the client's answer was noted",
        'chat-note-written': 'the note was written in the chat',
        'date-changed': 'the date was changed in “operaciones”',
        'mp-assigned': 'the mover was assigned',
        'ack-sent': 'the client was told that movers will be looked for',
        'system-updated': 'date and flexibilities were changed in the system',
        'broadcast-restarted': 'the broadcast was started again',
        'mp-found': 'a mover was found',
        'found-mail-sent': 'the news of a mover was given',
        'mp-not-found': 'no mover was found',
        'not-found-mail-sent': 'the news of no mover was given',
        'refund-mail-sent': 'the refund template was sent',
        'reverso-applied': 'the reversal was applied',
        cancel: 'the client cancelled',
        'assigned-elsewhere': 'the move was assigned elsewhere',
        'move-date-changed': 'the date of the move was changed elsewhere',
      },
      conditions: {
        'the client was heard': 'there is a reply or an answered call',
        'called in vain': 'the call was not answered and no mail followed',
        'a mail is out': 'a help mail awaits a reply',
        'sent already': 'sent already',
        'no record is owed': 'no record is owed',
        'before the last answer': 'earlier than the last answer noted',
        'changed since': 'the date was changed since',
        'about the other alternative': 'the answer is to the other alternative',
        'a date was offered': 'a date was offered',
        'the refund is due': 'the refund is due',
        'the date is accepted': 'accepts the date',
        'dates are given': 'gives dates',
        'the same dates again': 'gives the same dates again',
        'dates are to come': 'is flexible and gives no dates',
        'no chat note yet': 'the note in the chat is missing',
        'chat note written': 'the note is in the chat already',
        'date not changed yet': 'the date is still to be changed',
        'date changed': 'the date was changed already',
        'another mover': 'it is another mover',
        acknowledged: 'told already',
        'system updated': 'the system is up to date already',
        'system not updated': 'the system is still to be updated',
        'broadcast restarted': 'the broadcast was started already',
        'nobody was found': 'no mover was found',
        'found already': 'that mover was on record already',
        'news sent': 'the news was given already',
        'assigned, and told by this': 'the mover is assigned already',
        'assigned already': 'that mover is assigned already',
        'told already': 'they were told of the mover already',
        'template not sent': 'the template is still to be sent',
        'template sent': 'the template was sent already',
      },
    },
  },
  codes: {
    'chat-note-first': 'first the note has to be in the chat',
    closed: 'the contact with the client is over',
    'date-first': 'first the date of the service has to be changed',
    duplicate: 'it was on record already, or was not needed',
    'no-date-accepted': 'no acceptance of an offered date stands',
    'no-refund-asked': "no request of the client's for a refund stands",
    'no-reply': 'there is neither a message of the client nor an answered call yet',
    'nobody-found': 'there is no new search that has found a mover',
    'not-flexible': 'no answer stands by which the client would take other dates',
    'not-searching': 'there is no new search that it belongs to',
    'other-move': 'the event is of another move',
    'search-not-failed': 'there is no new search that was declared failed',
    'template-first': 'first the client has to be answered with the refund template',
    undated: 'the event has no valid date and time',
    'update-first': 'first the date and the flexibilities have to be changed in the system',
    'wrong-alternative': 'the answer does not belong to what the client was offered',
    'wrong-mp': "the date accepted is another mover's",
  },
  policy: {
    zone: 'time zone of a move that names none',
    shortWait: 'short wait for a reply to the mail',
    longWait: 'long wait for a reply to the mail',
    exactlyThreeDays: 'which wait holds exactly three days before the move',
    today: 'what to do if the move is today',
    tomorrowOverride: 'whether the day before the move ends the wait of the mail',
    sender: 'whom the help mail is from',
    helpTemplate: 'name of the help template',
    refundTemplate: 'name of the refund template',
    chatNote: 'text of the note in the chat',
    callingHours: 'hours in which the client is called',
    mcAddress: 'address of the MC',
  },
};

type Then<T extends { readonly rows: readonly { readonly then: unknown }[] }> = T['rows'][number]['then'];

/** What the first table says to do, or to ask. */
function first(then: Then<typeof system.table>): string {
  return then.action === 'none' ? ends[then.reason] : steps[then.action];
}

function outreach(then: Then<typeof system.outreachTable>): string {
  switch (then.action) {
    case 'not-covered':
      return open(then.gap, then.nearest);
    case 'need-fact':
      return unknown[then.fact];
    default:
      return steps[then.action];
  }
}

function reaction(then: system.AnswerOutcome): string {
  return then.action === 'not-covered' ? open(then.gap, then.nearest) : inOrder(then);
}

const steps = {
  'reach-out': 'Write to the client or call them, by the days that are left to the move',
  'weigh-answer': "See what the client's answer leads to",
  'follow-course': 'Take the step that is next, by what the client decided',
  'call-now': 'Call the client now and, if they answer, leave a record by mail of all that was said',
  'send-help-mail': 'Send the help mail to the client, with the MC in blind copy',
  'send-call-record-mail': 'Send the client a mail as a record of all that was said on the telephone',
  wait: "Wait for the client's reply to the mail before calling",
  'await-reply': "Wait for the client's reply: they were called and written to",
  'handle-reply': 'Go over what the client said and note their answer',
  'write-chat-note': 'Write the note with the new date in the chat of the service with the client',
  'change-date': 'In “operaciones”, change the date of the service',
  'assign-available-mp': 'Assign the move to the mover who has that date',
  'send-search-ack':
    'Answer the client that movers will be looked for and that, if none is found, they will soon be written to about the refund',
  'await-dates': 'Wait for the client to give dates',
  'update-dates': 'Change the date and the flexibilities of the move in the system',
  'restart-broadcast': 'Start the broadcast again',
  'await-search': 'Wait for somebody to say whether the new search found a mover',
  'send-found-mail': 'Give the client, in the same mail thread, the news that a mover was found',
  'assign-mp': 'Assign the move to the mover who was found',
  'send-not-found-mail':
    'Give the client, in the same mail thread, the news that no mover was found, and offer them the refund',
  'await-answer': "Wait for the client's decision on the refund offered",
  'send-refund-template': 'Answer the client with the refund template',
  'apply-reverso': 'Apply the reversal procedure',
} as const;

const ends = {
  assigned: 'Nothing to do: the move is assigned already',
  refunded: 'Nothing to do: the client was refunded',
  cancelled: 'Nothing to do: the client cancelled the move',
} as const;

const unknown = {
  'move-date': 'Find out the date of the move',
  zone: "Find out the time zone of the service's origin",
} as const;

/** What is to be done next, with all that a person needs to do it. */
function nextStep(outcome: system.Outcome, say: Say): string {
  switch (outcome.action) {
    case 'none':
      return ends[outcome.reason];
    case 'need-fact':
      return unknown[outcome.fact];
    case 'not-covered':
      return notCovered(outcome, say);
    case 'take-steps':
      return inOrder(outcome);
    case 'wait':
      return outcome.of === 'calling-hours'
        ? `Wait until ${say.instant(outcome.until)}, when the hours for calling begin; if the client has not replied by then, call them`
        : `Wait for the client's reply until ${say.end(outcome)}; if there is none, call them then`;
    case 'send-help-mail':
      return helpMail(outcome, say);
    case 'write-chat-note':
    case 'change-date':
    case 'assign-available-mp':
      return acceptedDate(outcome, say);
    case 'send-search-ack':
    case 'update-dates':
    case 'restart-broadcast':
    case 'await-search':
      return newSearch(outcome, say);
    case 'send-found-mail':
    case 'assign-mp':
      return `${steps[outcome.action]}${outcome.mp === null ? '' : `: “${outcome.mp}”`}`;
    default:
      return steps[outcome.action];
  }
}

function helpMail({ date, mp }: system.SendHelpMail, say: Say): string {
  return date === null
    ? `${steps['send-help-mail']}; keep the second paragraph, which asks the client for other dates`
    : `${steps['send-help-mail']}; keep the first paragraph and write in it the date of ${named(mp)}: ${say.date(date)}`;
}

function acceptedDate({ action, date, mp }: system.AcceptDateStep, say: Say): string {
  if (date === null) return steps[action];
  const day = say.date(date);
  return {
    'write-chat-note': `${steps['write-chat-note']}: ${day}`,
    'change-date': `${steps['change-date']} to ${day}`,
    'assign-available-mp': `Assign the move of ${day} to ${named(mp)}, who has that date`,
  }[action];
}

function named(mp: string | null): string {
  return mp === null ? 'that mover' : `“${mp}”`;
}

function newSearch({ action, dates }: system.SearchStep, say: Say): string {
  return dates === null ? steps[action] : `${steps[action]}; the client gives ${proposal(dates, say)}`;
}

function proposal({ date, from = date, to = date }: system.NewDates, say: Say): string {
  const day = say.date(date);
  return from === to ? day : `${day} (flexible between ${say.date(from)} and ${say.date(to)})`;
}

function inOrder({ steps: ordered }: system.TakeSteps): string {
  return `In this order: ${ordered.map((one) => answerSteps[one]).join('; ')}`;
}

const answerSteps: { readonly [Step in system.AnswerStep]: string } = {
  'chat-note': 'write the note in the chat of the service with the client',
  'change-date': 'in “operaciones”, change the date of the service',
  'assign-available-mp': 'assign the move to the mover who has that date',
  'refund-template': 'answer the client with the refund template',
  reverso: 'apply the reversal procedure',
  'ack-search':
    'answer the client that movers will be looked for and that, if none is found, they will soon be written to about the refund',
  'update-dates': 'change the date and the flexibilities of the move in the system',
  rebroadcast: 'start the broadcast again',
  'await-dates': 'wait for the client to give dates',
};

function notCovered({ gap, question, nearest }: system.NotCovered, { question: asked }: Say): string {
  // The question that a mail which came back falls under does not say what happened.
  const isSaid = question === null || gap === 'mail-not-delivered';
  if (isSaid) return open(gap, nearest);
  return `The manual does not answer this question: “${asked(question)}”${advice(nearest)}`;
}

function open(gap: system.Gap, nearest: system.NotCovered['nearest']): string {
  return `The manual does not say what to do when ${gaps[gap]}${advice(nearest)}`;
}

function advice(nearest: system.NotCovered['nearest']): string {
  return nearest === null ? '' : `; the nearest thing is ${suggestions[nearest.action]}`;
}

const gaps: { readonly [Gap in system.Gap]: string } = {
  'move-date-passed': 'the date of the move has passed',
  'move-is-today': 'the move is today',
  'unanswered-call-after-mail': 'the client answered neither the mail nor the call',
  'mail-not-delivered': 'the help mail came back',
  'rejects-without-refund': 'the client rejects the date and does not ask for the refund',
  'not-flexible-without-refund': 'the client is not flexible and does not ask for the refund',
  contradictory: 'the client agrees and yet asks for the refund',
};

const suggestions = {
  'call-now': 'to call the client now',
  'ask-again': 'to ask the client again',
} as const;

const alternatives = {
  'alternative-1': "Offer the client that mover's date: alternative 1, first paragraph of the help mail",
  'alternative-2': 'Ask the client for other dates: alternative 2, second paragraph of the help mail',
} as const;

const mails = {
  help: 'Send the help mail to the client, with the MC in blind copy',
  refund: 'Send the refund mail to the client',
  'need-mc': 'Find out the address of the MC',
} as const;

function letter({ from, to, bcc, template }: system.Mail): string {
  const hidden = bcc.length === 0 ? '' : `, with a blind copy to “${bcc.join(', ')}”`;
  return `Send a mail with the template “${template}”: from “${from}” to “${to.join(', ')}”${hidden}`;
}
