import type {
  AutomationStep,
  CaseDuty,
  Hook,
  MonitoringOutcome,
  NeedFact,
  Part,
  ReplyComment,
  SendMessage,
  TemplateName,
} from '../../messaging/index.js';
import type { SystemWords } from '../words.js';

/** What is said of `messaging` in English. */
export const messaging: SystemWords<'messaging'> = {
  name: 'messaging',
  manual: 'Messaging',
  tables: {
    messaging: {
      title: 'What comes next in the conversation?',
      facts: {
        hook: {
          label: 'hooking the bot',
          values: {
            no: 'the bot need not be hooked',
            silent: 'the bot left a message unanswered',
            comment: 'the bot has not been hooked yet for whoever asked in a comment',
          },
        },
        comment: {
          label: 'comments',
          values: { none: 'no comment waits for an answer', open: 'there are comments without an answer' },
        },
        classified: {
          label: 'classification',
          values: {
            yes: 'nothing is left to classify',
            no: 'the conversation lacks its section or its tag',
            'no-agent': 'the conversation has no agent assigned',
          },
        },
        course: {
          label: 'state of the conversation',
          values: {
            bot: 'the bot is handling the conversation',
            person: 'a person is handling the conversation',
            'case-due': 'something is left to do in the support case',
            'case-watched': 'the support case is only to be monitored',
            solved: 'the solved case has not been closed out yet',
            'closed-out': 'the conversation was closed out',
          },
        },
      },
      answer: (then) => (then.action === 'none' ? idle[then.reason] : nextThing[then.action]),
    },
    'messaging/classification': {
      title: 'What does the conversation lack to be classified?',
      facts: {
        section: {
          label: 'section',
          values: {
            forbidden: 'the conversation is in no section where it may stay',
            proper: 'the conversation is in a section where it may stay',
          },
        },
        agent: {
          label: 'agent',
          values: {
            none: 'the conversation has no agent assigned',
            assigned: 'the conversation has an agent assigned',
          },
        },
        tag: {
          label: 'tag',
          values: { none: 'no tag was put on', some: 'at least one tag was put on' },
        },
        asked: {
          label: 'must be classified',
          values: {
            yes: 'the conversation must be classified',
            'closed-out': 'after the close-out the conversation need not be classified',
          },
        },
      },
      answer: (then) => sentence(parts[then]),
    },
    'messaging/department': {
      title: 'Who gets the case?',
      facts: {
        role: {
          label: 'user who has the topic',
          values: {
            administrator: 'the topic belongs to the user who administers the inbox',
            departments: 'the topic belongs to the user who handles the departments',
            'general-support': 'the topic belongs to the user of general support',
            'sales-supervision': 'the topic belongs to the user who supervises sales',
            'regional-sales': 'the topic belongs to the user of the sales of a region',
            sales: 'the topic belongs to a user of sales',
            store: 'the topic belongs to the user of the store',
            nobody: 'the topic belongs to no user',
          },
        },
      },
      answer: (then) =>
        then === 'assign' ? 'Assign the case to that user' : 'The manual does not say whom to assign the case to',
    },
    'messaging/hook': {
      title: 'Is the bot to be hooked?',
      facts: {
        source: {
          label: 'where they wrote',
          values: { chat: 'the client wrote in the chat', comment: 'the client asked in a comment' },
        },
        bot: {
          label: 'bot',
          values: { answered: 'the bot answered', silent: 'the bot did not answer' },
        },
      },
      answer: (then) => (then.length === 0 ? botAnswered : all(then.map((step) => hookSteps[step]))),
    },
    'messaging/support': {
      title: 'What is to be done in each of the three cases?',
      facts: {
        case: {
          label: 'case',
          values: {
            '1': 'the client talks to the bot (case 1)',
            '2': 'the client made a support ticket (case 2)',
            '3': 'there is no immediate solution (case 3)',
          },
        },
        solved: {
          label: 'solved',
          values: { no: 'the case is not solved', yes: 'the case is solved' },
        },
        department: {
          label: 'department',
          values: {
            known: 'the department of the case is known',
            unknown: 'the department of the case is not known',
          },
        },
        agent: {
          label: 'agent',
          values: {
            known: 'it is known which agent has the case',
            unknown: 'it is not known which agent has the case',
          },
        },
      },
      answer: (then) => supportAnswers[then],
    },
    'messaging/case': {
      title: 'What is left to do in the support case?',
      facts: {
        course: {
          label: 'case',
          values: {
            support: 'the case is with support',
            investigating: 'the case is still being looked into for lack of an immediate solution',
          },
        },
        call: {
          label: 'call',
          values: { owed: 'nobody has called the client yet', done: 'the client was called' },
        },
        location: {
          label: 'conversation',
          values: {
            owed: 'nobody has located the conversation of the client yet',
            done: 'the conversation of the client was located',
          },
        },
        text: {
          label: 'standard answer',
          values: {
            owed: 'the client has not had the standard answer',
            sent: 'the client has had the standard answer',
          },
        },
      },
      answer: (then) => sentence(then === 'send-text' ? `send ${templates['case-3']}` : duties[then]),
    },
    'messaging/closing': {
      title: 'How is the conversation closed?',
      facts: {
        solved: {
          label: 'solved',
          values: { no: 'the case is not solved', yes: 'the case is solved' },
        },
        actor: {
          label: 'who closes',
          values: {
            assigned: 'whoever is closing it may do so',
            other: 'the case belongs to another agent',
            nobody: 'the case belongs to nobody',
          },
        },
        done: {
          label: 'closing steps',
          values: {
            none: 'the closing reply is missing',
            reply: 'the bot is still to be reactivated',
            'reply-and-bot': 'the green button is still to be pressed',
            all: 'all three closing steps were taken',
            'bot-early': 'the bot was reactivated before its turn',
            'click-early': 'the green button was pressed before its turn',
          },
        },
      },
      answer: (then) => {
        if ('refuse' in then) return refusals[then.refuse];
        return 'complete' in then ? complete : closingSteps[then.next];
      },
    },
    'messaging/intake': {
      title: 'Is the contact to be loaded into the CRM?',
      facts: {
        loaded: {
          label: 'loaded',
          values: { no: 'the contact is not in the CRM', yes: 'the contact is in the CRM already' },
        },
        contact: {
          label: 'contact',
          values: {
            unknown: 'neither is the contact known nor did anybody ask to load it by hand',
            known: 'the contact is known through WhatsApp but nobody asked to load it by hand',
            flagged: 'somebody asked to load by hand a contact that is not known',
            'known-and-flagged': 'somebody asked to load by hand a contact known through WhatsApp',
          },
        },
        failed: {
          label: 'failure',
          values: { no: 'the automation has not failed', yes: 'the automation failed' },
        },
        tag: {
          label: 'automation',
          values: { no: 'the automation is not under way', set: 'the automation is under way' },
        },
        welcome: {
          label: 'welcome events',
          values: {
            no: 'the conversation had no welcome events',
            yes: 'the conversation had welcome events',
          },
        },
        ended: {
          label: 'end of the conversation',
          values: {
            no: 'the conversation has not ended',
            waiting: 'the wait after the end of the conversation is not over',
            over: 'the wait after the end of the conversation is over',
          },
        },
        resumed: {
          label: 'wait broken off',
          values: {
            no: 'no message of the client has broken off the wait',
            yes: 'a message of the client has broken off the wait',
          },
        },
      },
      answer: (then) => intakeAnswers[then],
    },
    'messaging/automation': {
      title: 'What comes next in the CRM automation?',
      facts: {
        began: {
          label: 'beginning',
          values: { 'by-itself': 'nobody put the tag on by hand', 'by-hand': 'the tag was put on by hand' },
        },
        progress: {
          label: 'progress',
          values: {
            none: 'the automation has taken no step',
            tagged: 'the automation has put on the tag',
            asked: 'the client was asked for the contact data',
            answered: 'the contact data of the client are known',
          },
        },
      },
      answer: (then) => {
        if (then === 'load') return load;
        return then === 'await-data' ? awaitData : all(then.map((step) => automationStep(step, 'the tag')));
      },
    },
    'messaging/fallback': {
      title: 'What comes next when the automation fails?',
      facts: {
        survey: {
          label: 'survey',
          values: {
            none: 'the survey has not been sent',
            sent: 'the client has not answered the survey',
            answered: 'the contact data of the client are known',
          },
        },
      },
      answer: (then) => fallbackAnswers[then],
    },
    'messaging/monitoring': {
      title: 'What is to be done once a conversation of the bot has been read?',
      facts: {
        answers: {
          label: "the bot's answers",
          values: {
            right: 'the bot answered well',
            wrong: 'the bot answered wrongly',
            unjudged: "nobody has checked the bot's answers",
          },
        },
        user: {
          label: 'client',
          values: {
            served: 'the client gets along with the bot',
            lost: 'the client does not get along with the bot',
          },
        },
      },
      answer: (then) => sentence(watchSteps[then]),
    },
  },
  outcomes: {
    messaging: (outcome) => {
      switch (outcome.action) {
        case 'classify':
          return `Classify the conversation: ${list(outcome.missing.map((part) => parts[part]))}`;
        case 'hook':
        case 'reply-comment':
          return sentence(hooking(outcome));
        case 'call-user':
        case 'locate-user':
        case 'monitor-case':
          return `${sentence(duties[outcome.action])}${caseOf(outcome.by)}`;
        case 'send-message':
          return 'step' in outcome
            ? `${closingSteps[outcome.step]}${caseOf(outcome.data['agent'])}`
            : `Send ${withData(outcome)}`;
        case 'reactivate-bot':
        case 'click-close':
          return `${closingSteps[outcome.action]}${caseOf(outcome.by)}`;
        case 'none':
          return idle[outcome.reason];
        case 'need-fact':
          return needs[outcome.fact];
      }
    },
    'messaging/classification': (outcome) =>
      outcome.action === 'classify'
        ? `Classify the conversation: ${list(outcome.missing.map((part) => parts[part]))}`
        : unasked[outcome.reason],
    'messaging/closing': (outcome) => {
      switch (outcome.action) {
        case 'refuse':
          return refusals[outcome.code];
        case 'send-message':
          return `${closingSteps[outcome.step]}${caseOf(outcome.data['agent'])}`;
        case 'reactivate-bot':
        case 'click-close':
          return `${closingSteps[outcome.action]}${caseOf(outcome.by)}`;
        case 'none':
          return complete;
      }
    },
    'messaging/department': (outcome, { question }) => {
      if (outcome.action === 'not-covered') {
        return `The manual does not say whom to assign the case to: it leaves open the question “${question(outcome.question)}”`;
      }
      const supervision = outcome.supervisor === null ? '' : `; ${outcome.supervisor} supervises it`;
      return `Assign the case to the user ${outcome.user}${supervision}`;
    },
    'messaging/greeting': (outcome) =>
      outcome.action === 'greet'
        ? `Greet with “${outcome.text}”: by the local hour it is ${dayParts[outcome.part]}`
        : needs[outcome.fact],
    'messaging/hook': (outcome) => (outcome.action === 'none' ? botAnswered : all(outcome.steps.map(hooking))),
    'messaging/intake': (outcome, { end, question }) => {
      switch (outcome.action) {
        case 'none':
          return nothingToLoad[outcome.reason];
        case 'wait':
          return `Wait until ${end(outcome)}; then the CRM automation starts`;
        case 'run-automation':
          return all(outcome.steps.map((step) => automationStep(step, `the tag “${outcome.tag}”`)));
        case 'load-to-crm':
          return load;
        case 'await-data':
          return awaitData;
        case 'await-survey':
        case 'send-survey':
          return fallbackAnswers[outcome.action];
        case 'not-covered':
          return `The manual does not answer this question: “${question(outcome.question)}”; ${askingIsNearest}`;
      }
    },
    'messaging/message': (outcome) =>
      outcome.action === 'send-text'
        ? `Send ${templates[outcome.template]}: “${outcome.text.replace(/\.$/, '')}”`
        : `Before sending ${templates[outcome.template]}, find out what is missing (${list(outcome.missing.map(told))})`,
    'messaging/monitoring': (outcome) =>
      outcome.action === 'none'
        ? 'Nothing to do for now, except to check whether the bot answered well'
        : all(outcome.steps.map(watching)),
    'messaging/round': ({ places, steps }) =>
      `Go through ${list(places)}: ${list(steps.map(({ action }) => roundSteps[action]))}`,
    'messaging/support': (outcome) => {
      switch (outcome.action) {
        case 'bot-handles':
        case 'start-closing':
          return supportAnswers[outcome.action];
        case 'take-steps':
          return all(outcome.steps.map((step) => duties[step]));
        case 'send-message':
          return `Send ${withData(outcome)}`;
        case 'need-fact':
          return needs[outcome.fact];
      }
    },
  },
  machines: {
    messaging: {
      stages: {
        NEW: 'New',
        BOT: 'With the bot',
        CLASSIFIED: 'Classified',
        SUPPORT: 'With support',
        INVESTIGATING: 'Under investigation',
        SOLVED: 'Solved',
        CLOSED_OUT: 'Closed out',
      },
      events: {
        'user-message': 'the client wrote',
        'bot-answered': 'the bot answered',
        'bot-silent': 'the bot did not answer',
        hooked: 'the bot was hooked',
        'comment-question': 'the client asked in a comment',
        'comment-answered': 'the comment was answered',
        'section-set': 'the section was changed',
        'agent-set': 'the assigned agent was changed',
        'tags-set': 'the tags were changed',
        'support-ticket': 'the client made a support ticket',
        'user-called': 'the client was called',
        'user-located': "the client's conversation was located",
        'no-immediate-solution': 'it was reported that there is no immediate solution',
        'case-text-sent': 'the client was told that the case is still being looked into',
        solved: 'the case was solved',
        'standard-reply-sent': 'the closing reply was sent',
        'bot-reactivated': 'the bot was reactivated',
        'click-close': 'the green button was pressed',
        'taken-over': 'a person took the conversation over',
        'given-back': 'the conversation was given back to the bot',
      },
      conditions: {
        'before the close-out': 'it is from before the close-out',
        'seen before': 'it is no new message',
        'an old complaint': 'the complaint is older than the solution',
        'says it is not solved': 'it says that the case is not solved',
        'the bot is off': 'the bot is off',
        'no such comment': 'that comment waits for no answer',
        classified: 'it is classified now',
        'not classified': 'it is not classified now',
        'nobody is assigned': 'nobody is assigned now',
        'the text was sent': 'the client knew already',
        'not by the assigned agent': 'whoever does it is not in charge of the case',
        'done already': 'that step was taken already',
        'the reply is missing': 'the closing reply is missing',
        'a step is missing': 'an earlier step is missing',
        'the last step': 'it was the step that was missing',
        'the conversation has moved on': 'the conversation has moved on meanwhile',
        'held by them': 'that person had it already',
        'the bot is on': 'the bot is on',
      },
    },
    'messaging/loading': {
      stages: {
        IDLE: 'Not begun',
        WAITING: 'Waiting',
        TAGGED: 'Tagged',
        ASKED: 'Asked for the data',
        LOADED: 'Loaded or to be loaded',
        FAILED: 'To be finished by hand',
      },
      events: {
        'conversation-ended': 'the conversation ended',
        'user-message': 'the client wrote',
        'tag-added': 'the automation put on the tag',
        'tag-added-by-hand': 'somebody put on a tag by hand',
        'contact-requested': 'the contact data were asked for',
        'data-given': 'the client gave the data',
        'upload-flag-set': 'the field for loading by hand was filled in',
        'contact-known': 'the contact became known through WhatsApp',
        'automation-failed': 'the automation failed',
        'survey-sent': 'the survey was sent',
        'survey-answered': 'the client answered the survey',
        loaded: 'the contact was loaded into the CRM',
      },
      conditions: {
        'before the end': 'it is from before the last known end',
        'no later than the end': 'it is no later than the last known end',
        'the wait begins': 'the wait begins',
        'within the wait': 'it breaks off the wait',
        'the wait is over': 'the wait is over',
        'it has started': 'the automation has started',
        'another tag': 'it is another tag',
        'the tag must wait': 'the tag must wait',
        'started by hand': 'it was started by the tag put on by hand',
        'known and flagged': 'the contact is known and is asked to be loaded',
        'flagged, and not known': 'a contact that is not known is asked to be loaded',
        'the load is owed': 'the load is still owed',
      },
    },
  },
  codes: {
    'agent-attends': 'a support agent is handling the case already',
    'already-loaded': 'the contact is in the CRM, or ready to be loaded',
    'already-solved': 'the case is solved already',
    'another-tag': 'that is not the tag that starts the automation',
    'automation-failed': 'the automation failed, and the rest is done by hand',
    'automation-runs': 'the loading into the CRM is under way, and what happens in the conversation does not change it',
    'bot-off': 'the bot is off in this conversation',
    'contact-unknown': 'the contact is not known through WhatsApp yet',
    duplicate: 'that was done or recorded already',
    'no-comment': 'that comment is not known, or has its answer already',
    'no-support-case': 'the conversation has no support case under way',
    'no-trigger': 'nothing has started the automation',
    'not-asked': 'the client has not been asked for the contact data',
    'not-assigned-agent': 'whoever does it is not in charge of the case',
    'not-failed': 'the automation has not failed',
    'not-investigating': 'the case is not under investigation',
    'not-solved': 'the conversation has no solved case',
    'not-tagged': 'the tag has not started the automation yet',
    'other-contact': 'the event is about another contact',
    'out-of-order': 'the close-out goes step by step, and this is not what comes next',
    stale: 'whoever did it had not seen the last message, or the conversation had changed hands already',
    'too-early': 'the wait after the end of the conversation is not over',
    undated: 'the event has no valid date and time',
  },
  policy: {
    zone: "time zone where the client's is not known",
    forbiddenSections: 'sections where no conversation may stay',
    classifyClosedOut: 'classify after the close-out, too',
    hookSnippet: 'number of the snippet that hooks the bot',
    closeOrder: 'order of the closing steps',
    closers: 'who may solve and close',
    crmDelay: 'wait before the CRM automation',
    crmTag: 'tag that starts the automation',
    uploadFlag: 'value of “¿subir a CRM manualmente? R3” that asks for the load',
    resumption: 'what becomes of the wait when the client writes',
    manualTag: 'when a tag put on by hand starts the automation',
    centralPhone: 'number of the switchboard',
    networks: 'networks that are watched, too',
    users: 'users and their topics',
    templates: 'wording of the messages',
    greetings: 'greetings by the hour',
  },
};

const botAnswered = 'Nothing to do: the bot need not be hooked';
const complete =
  'Nothing to do: the close-out is complete, with the bot on and the conversation open (blue) and without an agent';
const load = 'Load the contact into the CRM, only once';
const awaitData = 'Wait for the client to give the contact data';
const askingIsNearest = 'the nearest thing is to ask the client for the contact data';

const idle = {
  'bot-attends': 'Nothing to do: the bot is handling it',
  'person-attends': 'Nothing else to do: a person is handling it already',
  'closed-out': 'Nothing to do: if the client writes again, the bot answers',
} as const;

const nextThing = {
  hook: 'Hook the bot',
  'reply-comment': 'Answer the comment with emojis',
  classify: 'Complete the classification',
  'follow-case': 'See to the support case',
  close: 'Take the next closing step',
} as const;

const parts: Readonly<Record<Part, string>> = {
  section: 'move it to a section where it may stay',
  agent: 'assign an agent to it',
  tag: 'put a tag on it',
};

const unasked = {
  classified: 'Nothing to do: the conversation is classified',
  'closed-out': 'Nothing to do: after the close-out the conversation need not be classified',
} as const;

const needs: Readonly<Record<NeedFact['fact'], string>> = {
  department: 'Find out which department the case belongs to before answering the client',
  agent: 'Find out which agent is in charge of the case before answering the client',
  zone: 'Find out which time zone the client is in',
};

const duties: Readonly<Record<CaseDuty['action'], string>> = {
  'call-user': 'telephone the client',
  'locate-user': "locate the client's conversation in Respond.io",
  'monitor-case': 'monitor the case until it is solved',
};

const templates: Readonly<Record<TemplateName, string>> = {
  'case-3': 'the standard answer that the case is still being looked into',
  closing: 'the closing reply',
  'contact-request': 'the message that asks for the contact data',
  'capture-call': 'the message that proposes the capture call',
  'central-phone': 'the message with the number of the switchboard',
};

/** What a text has a place for; a company's own wording may have other places. */
const placeholders: ReadonlyMap<string, string> = new Map([
  ['agent', 'agent'],
  ['centralPhone', 'number of the switchboard'],
  ['department', 'department'],
  ['greeting', 'greeting by the local hour'],
]);

const hookSteps = {
  hook: 'hook the bot with the snippet that is meant for it',
  'reply-comment': 'answer the comment with emojis',
} as const;

const supportAnswers = {
  'bot-handles': 'Nothing to do: the bot handles this case',
  'take-steps': "Telephone the client, locate the client's conversation and monitor the case until it is solved",
  'start-closing': 'Begin the close-out of the conversation',
  'send-text': `Send ${templates['case-3']}`,
  'need-department': needs.department,
  'need-agent': needs.agent,
} as const;

const closingSteps = {
  'standard-reply': 'Take the first closing step: send the closing reply',
  'reactivate-bot': 'Take the second closing step: reactivate the bot',
  'click-close': 'Take the third closing step: press the green button “Close Conversation”',
} as const;

const refusals = {
  'not-solved': 'Do not close the conversation yet: the case is to be solved first',
  'not-assigned-agent': 'Do not close the conversation: whoever asks is not the one to do so',
  'out-of-order': 'Do not take the close-out as done: its steps must be taken in order',
} as const;

const nothingToLoad = {
  'already-loaded': 'Nothing to do: each contact is loaded only once',
  'no-trigger': 'Nothing to do for now: nothing has started the loading into the CRM',
  'conversation-resumed':
    'Nothing to do for now: the client has written again, and the wait begins anew when the conversation ends',
} as const;

const fallbackAnswers = {
  'send-survey': 'Send the client the snippet and the survey',
  'await-survey': 'Wait for the client to answer the survey',
  load,
} as const;

const intakeAnswers = {
  'already-loaded': nothingToLoad['already-loaded'],
  'no-trigger': nothingToLoad['no-trigger'],
  resumed: nothingToLoad['conversation-resumed'],
  wait: 'Wait: the automation starts when the wait is over',
  run: 'Take the next step of the automation',
  load,
  'fall-back': 'Make up for the automation by hand, with the snippet and the survey',
  'contact-unknown': `The manual does not say what to do when a contact that is not known is to be loaded; ${askingIsNearest}`,
} as const;

const dayParts = { morning: 'morning', afternoon: 'afternoon', night: 'night' } as const;

const watchSteps = {
  'let-bot-answer': 'let the bot answer',
  'send-capture-call-message': `afterwards send ${templates['capture-call']}`,
  'notify-for-dialogflow': "report the bot's error so that it is put right in Dialogflow",
  'send-info-manually': 'send the information by hand',
  'send-central-phone-message': `send ${templates['central-phone']}`,
  'offer-mail-or-chat': 'offer the client the information by mail or in the chat if they would rather not call',
} as const;

const roundSteps = {
  review: 'go over each conversation',
  read: 'see what the client is interested in or what problem they have',
  verify: "check the bot's answers",
  classify: 'classify the client',
  'load-to-crm': 'load the contact into the CRM',
} as const;

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function list(items: readonly string[]): string {
  return new Intl.ListFormat('en').format(items);
}

/** Several things to do, as one sentence. */
function all(items: readonly string[]): string {
  return sentence(list(items));
}

/** Whose case it is, behind a thing to do; `null`: nobody's. */
function caseOf(agent: string | null | undefined): string {
  return agent == null ? '' : ` (agent in charge: ${agent})`;
}

function hooking(step: Hook | ReplyComment): string {
  if (step.action === 'hook') return `hook the bot with snippet number ${step.snippet}`;
  return step.comment === null ? hookSteps['reply-comment'] : `answer the comment “${step.comment}” with emojis`;
}

function automationStep(step: AutomationStep, tag: string): string {
  const steps = {
    'add-tag': `put on ${tag}`,
    'ask-contact': 'ask the client for the contact data',
    'load-to-crm': 'load them into the CRM once they are given',
  } as const satisfies Readonly<Record<AutomationStep, string>>;
  return steps[step];
}

function watching(step: Extract<MonitoringOutcome, { readonly action: 'take-steps' }>['steps'][number]): string {
  return `${watchSteps[step.action]}${'data' in step ? dataOf(step.data) : ''}`;
}

function withData({ template, data }: Pick<SendMessage, 'template' | 'data'>): string {
  return `${templates[template]}${dataOf(data)}`;
}

/** What a message is written with, and what of it nobody knows yet. */
function dataOf(data: SendMessage['data']): string {
  const known = Object.entries(data).map(([name, value]) => `${told(name)}: ${value ?? 'to be found out'}`);
  return ` (${known.join('; ')})`;
}

function told(placeholder: string): string {
  return placeholders.get(placeholder) ?? `“${placeholder}”`;
}
