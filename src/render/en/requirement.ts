import type * as system from '../../requirement/index.js';
import type { Say } from '../speech.js';
import type { SystemWords } from '../words.js';

/** What is said of `requirement` in English. */
export const requirement: SystemWords<'requirement'> = {
  name: 'requirement management',
  manual: 'Requirement management',
  tables: {
    requirement: {
      title: 'What is to be done when the client says that they have no answer?',
      facts: {
        initial: {
          label: 'initial requirement',
          values: {
            none: 'there is no initial requirement in force',
            'in-term': 'the unanswered initial requirement is within its term',
            overdue: 'the unanswered initial requirement is overdue',
            'term-unknown': 'the unanswered initial requirement has no known term',
            answered: 'the initial requirement is answered',
          },
        },
        insistence: {
          label: 'insistence',
          values: {
            none: 'there is no insistence',
            'other-kind': 'all insistences are for a late answer',
            answered: 'the insistence is answered',
            'in-term': 'the unanswered insistence is within its term',
            'term-unknown': 'the unanswered insistence has no known term',
            overdue: 'the unanswered insistence is overdue',
          },
        },
        client: {
          label: 'client',
          values: {
            unaware: 'the client does not know the answer',
            dissatisfied: 'the client does not agree with the answer',
            satisfied: 'the client is satisfied with the answer',
          },
        },
      },
      answer: (then) => {
        switch (then.action) {
          case 'tell-max-date':
            return `${tellMaxDate} (case 1)`;
          case 'file':
            return `A ticket for ${complaints[then.subject]} is due (case ${then.case})`;
          case 'tell-insistence-max-date':
            return `${tellInsistenceMaxDate} (case 5)`;
          case 'read-answer':
          case 'escalate-supervisor':
            return settled(then);
          case 'not-covered':
            return `The manual does not say what to do; ${remarks[then.gap]}`;
        }
      },
    },
    'requirement/filing': {
      title: 'Who files the ticket?',
      facts: {
        product: {
          label: 'product',
          values: {
            meter: 'the product is piped gas with a meter',
            bottled: 'the product is bottled gas',
            bulk: 'the product is bulk gas',
            unknown: 'nobody knows which product it is',
          },
        },
        meterFiling: {
          label: 'who files for meters',
          values: {
            client: 'for meters the client files the ticket',
            'contact-centre': 'for meters the contact centre files the ticket',
          },
        },
      },
      answer: (then) => {
        switch (then.action) {
          case 'tell-client-to-file':
            return `Tell the client to file the ticket; ${centreMayCreate}`;
          case 'create-ticket':
            return 'Create the ticket in the contact centre';
          case 'not-covered':
            return `The manual does not say what to do; ${remarks[then.gap]}`;
        }
      },
    },
    'requirement/typify': {
      title: 'How is the ticket categorised?',
      facts: {
        subject: {
          label: 'subject',
          values: {
            'late-answer': 'the subject is a late answer',
            disagreement: 'the subject is disagreement with the answer',
            'not-executed': 'the subject is a solution that was not carried out',
            'enable-delay': 'the subject is delay in enabling the service',
            'restore-delay': 'the subject is delay in restoring the supply',
            collections: 'the subject is collections',
            other: 'the subject is none of the six that are allowed',
          },
        },
        channel: {
          label: 'entry channel',
          values: {
            authorised: 'the entry channel is authorised',
            'in-person': 'the contact was made in person',
            other: 'the entry channel is not one that the manual names',
          },
        },
      },
      answer: (then) => typifications[then],
    },
    'requirement/channel': {
      title: 'Which entry channel is recorded in a collections ticket?',
      facts: {
        channel: {
          label: 'entry channel',
          values: {
            authorised: 'the entry channel is authorised',
            'in-person': 'the contact was made in person',
            other: 'the entry channel is not one that the manual names',
          },
        },
      },
      answer: (then) => (then === 'record-channel' ? 'Record in the ticket the channel that applies' : chooseChannel),
    },
    'requirement/collections': {
      title: 'Is a collections ticket due?',
      facts: {
        notice: {
          label: 'notices of debt',
          values: {
            none: 'the person receives no notices of any debt',
            received: 'the person receives notices of a debt',
          },
        },
        debt: {
          label: 'debt',
          values: {
            recognised: 'the debt is their own and is recognised',
            'not-recognised': "the debt is another's or is not recognised",
          },
        },
      },
      answer: collections,
    },
  },
  outcomes: {
    requirement: whatToDo,
    'requirement/channel': (outcome) =>
      outcome.action === 'record-channel' ? `Record the entry channel “${outcome.channel}”` : chooseChannel,
    'requirement/collections': collections,
    'requirement/description': ({ text, empty }, { and }) => {
      const lines = text.split('\n').map((line) => line.trim());
      const missing = empty.length === 0 ? '' : `; if possible, ask also for ${and(empty.map(asked))}`;
      return `Write into the description of the problem, with its four labels: “${lines.join(' / ').replace(/\.$/, '')}”${missing}`;
    },
    'requirement/sources': (outcome, say) => {
      switch (outcome.action) {
        case 'use':
          return `Go on with what is on record: ${onRecord(outcome.facts, say)}`;
        case 'not-covered':
          return `${notSaid(outcome, say)}; before going on, settle the difference in ${say.and(outcome.fields.map(differing))}`;
        case 'need-fact':
          return 'Look the requirement up in STP or in CRM: nobody has looked in either yet';
      }
    },
    'requirement/typify': (outcome) => {
      switch (outcome.action) {
        case 'typify':
          return `Categorise the ticket like this: ${typified(outcome.ticket)}`;
        case 'unavailable':
          return `Categorise the ticket for ${subjects[outcome.subject]} by the manual's images: its text does not say how`;
        case 'refuse':
          return typifications[outcome.code];
      }
    },
  },
  machines: {
    requirement: {
      stages: {
        NONE: 'No requirement',
        INITIAL_OPEN: 'Initial unanswered',
        INITIAL_ANSWERED: 'Initial answered',
        INSISTENCE_OPEN: 'Insistence unanswered',
        INSISTENCE_ANSWERED: 'Insistence answered',
        ESCALATED: 'Escalated to the supervisor',
        CLOSED: 'Closed',
      },
      events: {
        'initial-created': 'the initial requirement was created',
        'insistence-created': 'an insistence was created',
        'initial-answered': 'the initial requirement was answered',
        'insistence-answered': 'the insistence was answered',
        'client-asks': 'the client asked about their requirement',
        'client-disagrees': 'the client said that they do not agree',
        'client-satisfied': 'the client said that they are satisfied',
        'collections-created': 'a collections ticket was created',
        cancel: 'the requirement was annulled',
      },
      conditions: {
        'initial in term': 'the initial requirement is not overdue',
        'initial answered': 'the initial requirement is answered',
        'insistences answered': 'the insistences are answered',
        'complains of delay': 'it is for a late answer',
        'must be escalated': 'escalation is due',
      },
    },
  },
  codes: {
    'already-answered': 'that answer was recorded already',
    answered: 'the initial requirement is answered, so a ticket for a late answer makes no sense',
    closed: 'the requirement is closed already',
    duplicate: 'the case is escalated or closed already',
    'initial-exists': 'there is an initial requirement already',
    'insistence-open': 'an insistence is already waiting for an answer',
    'no-initial-requirement': 'there is no initial requirement yet',
    'no-insistence': 'there is no insistence to answer',
    'no-new-requirement':
      'the insistence was answered already, or the case was escalated: no further requirement is made',
    'not-answered': "the client's latest ticket has no answer yet",
    undated: 'the event has no valid date and time',
    'within-term': 'the term of the initial requirement has not run out yet, or is not known',
  },
  policy: {
    zone: 'time zone of the latest dates',
    deadlineInclusive: 'whether the latest date itself is still within the term',
    insistenceKinds: 'which tickets count as an insistence',
    meterFiling: 'who files the ticket for meters',
    collections: 'categories of collections tickets',
    inPersonAs: 'channel that a contact in person is recorded as',
  },
};

const tellMaxDate = 'Tell the client the latest date for an answer';
const tellInsistenceMaxDate = 'Tell the client the latest date for an answer to their insistence';
const centreMayCreate = 'the contact centre may create it too';
const chooseChannel =
  'Choose an authorised channel: phone call, e-mail or social networks; the one given is not authorised';

const complaints = {
  'late-answer': 'a late answer',
  disagreement: 'disagreement with the answer',
} as const;

const subjects = {
  ...complaints,
  'not-executed': 'a solution that was not carried out',
  'enable-delay': 'delay in enabling the service',
  'restore-delay': 'delay in restoring the supply',
  collections: 'collections',
} as const;

/** What is known of each gap. */
const remarks = {
  'no-initial-requirement': 'the eight cases start from a requirement that was made',
  'deadline-unknown': 'it is best to look the latest date up in STP or in CRM',
  'product-unknown': 'it is best to find out the product, for who files the ticket depends on it',
  'nothing-to-do': 'a client who is satisfied needs nothing more',
  'both-open-insistence-in-term':
    'the nearest thing is to tell the client the latest date for an answer to their insistence',
  'insistence-answer-unknown-to-client': 'the nearest thing is to tell the client the answer to their insistence',
  'insistence-kind-not-covered': 'by the policy chosen, tickets for a late answer do not count as an insistence',
} as const;

const typifications = {
  typify: 'Categorise the ticket as collections',
  unavailable: "Categorise the ticket by the manual's images: its text does not say how",
  'subject-not-allowed':
    'Do not create the ticket: the contact centre may only create those of six subjects, and this is none of them',
  'channel-not-authorised': chooseChannel,
} as const;

function whatToDo(outcome: system.Outcome, say: Say): string {
  switch (outcome.action) {
    case 'tell-max-date':
      return `${tellMaxDate}: ${maxDate(outcome.deadline, say)} (case 1)`;
    case 'create-ticket':
      return `Create a ticket for ${complaints[outcome.subject]} (case ${outcome.case})`;
    case 'tell-client-to-file':
      return `Tell the client to file a ticket for ${complaints[outcome.subject]} (case ${outcome.case}); ${centreMayCreate}`;
    case 'tell-insistence-max-date':
      return `${tellInsistenceMaxDate}: ${maxDate(outcome.deadline, say)} (case 5)`;
    case 'read-answer':
    case 'escalate-supervisor':
      return settled(outcome);
    case 'not-covered': {
      const { gap, nearest } = outcome;
      const date = nearest !== null && 'deadline' in nearest ? `: ${maxDate(nearest.deadline, say)}` : '';
      return `${notSaid(outcome, say)}; ${remarks[gap]}${date}`;
    }
  }
}

/** What carries no data. */
function settled(outcome: system.ReadAnswer | system.Escalate): string {
  return outcome.action === 'read-answer'
    ? 'Tell the client the answer (case 2)'
    : `Escalate the case to the supervisor, and neither make nor suggest a further requirement (case ${outcome.case})`;
}

function notSaid({ question }: { readonly question: string }, say: Say): string {
  return `The manual does not answer this question: “${say.question(question)}”`;
}

function maxDate(deadline: system.Deadline, say: Say): string {
  return typeof deadline === 'number' ? say.instant(deadline) : say.date(deadline);
}

function collections({ action }: system.CollectionsOutcome): string {
  return action === 'create-ticket' ? 'Create a collections ticket' : 'Nothing to do: no collections ticket is due';
}

function typified({
  category1,
  category2,
  category3,
  ...ticket
}: system.Typification & { readonly channel: string }): string {
  return [
    `categories “${category1}”, “${category2}” and “${category3}”`,
    `owner “${ticket.owner}”`,
    `status “${ticket.status}”`,
    `entry channel “${ticket.channel}”`,
    `priority “${ticket.priority}”`,
    `document class “${ticket.documentClass}”`,
  ].join('; ');
}

function asked(part: keyof system.Description): string {
  return { name: 'the name', phone: 'the phone number', email: 'the e-mail address', text: 'what happened' }[part];
}

function differing(field: keyof system.Sourced): string {
  return { initial: 'the initial requirement', insistences: 'the insistences' }[field];
}

function onRecord({ initial, insistences = [] }: system.Sourced, say: Say): string {
  const first = initial === null ? 'no initial requirement' : `initial requirement (${ticketText(initial, say)})`;
  const others = insistences.map((each) => `insistence for ${complaints[each.kind]} (${ticketText(each, say)})`);
  return [first, ...others].join('; ');
}

function ticketText({ answered, deadline }: system.Ticket, say: Say): string {
  const date = deadline === null ? 'latest date not known' : `latest date ${maxDate(deadline, say)}`;
  return `${answered ? 'answered' : 'unanswered'}, ${date}`;
}
