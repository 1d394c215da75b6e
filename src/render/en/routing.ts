import type * as system from '../../routing/index.js';
import type { Say } from '../speech.js';
import type { SystemWords } from '../words.js';

/** What is said of `routing` in English. */
export const routing: SystemWords<'routing'> = {
  name: 'direct assignment',
  manual: 'Direct assignment',
  tables: {
    routing: {
      title: 'Who gets the client?',
      facts: {
        conversation: {
          label: 'conversation',
          values: { new: 'a new conversation begins', open: 'the client has an open conversation' },
        },
        client: {
          label: 'client',
          values: {
            'not-found': "the client is not in the account's portfolio",
            found: "the client is in the account's portfolio",
          },
        },
        main: {
          label: 'main agent',
          values: {
            'not-usable': 'the main agent cannot take the client',
            usable: 'the main agent can take the client',
          },
        },
        backup: {
          label: 'backup agent',
          values: {
            none: 'there is no backup agent',
            'not-usable': 'the backup agent cannot take the client',
            usable: 'the backup agent can take the client',
          },
        },
        supervisor: {
          label: 'backup supervisor',
          values: {
            none: 'there is no backup supervisor',
            'not-usable': 'the backup supervisor cannot take the client',
            usable: 'the backup supervisor can take the client',
          },
        },
      },
      answer: (then) => answers[then],
    },
    'routing/agent': {
      title: 'What stands against assigning clients to an agent?',
      facts: {
        enabled: { label: 'user', values: { no: 'the user is disabled', yes: 'the user is enabled' } },
        mode: {
          label: 'mode in the account',
          values: {
            off: 'the agent is not enabled in the account',
            enabled: 'the agent is enabled in the account without auto-assign',
            'auto-assign': 'the agent is set to auto-assign in the account',
          },
        },
        saved: {
          label: 'configuration',
          values: { no: "the user's configuration is not saved", yes: "the user's configuration is saved" },
        },
        connected: {
          label: 'connection',
          values: { no: 'the agent is not connected', yes: 'the agent is connected' },
        },
        available: {
          label: 'availability',
          values: { no: 'the agent is not available', yes: 'the agent is available' },
        },
        asked: {
          label: 'what is asked for',
          values: {
            both: 'an agent must be both connected and available',
            either: 'it is enough to be either connected or available',
          },
        },
      },
      answer: (why) => obstacles[why],
    },
    'routing/supervisor': {
      title: 'What stands against assigning clients to a backup supervisor?',
      facts: {
        enabled: { label: 'user', values: { no: 'the user is disabled', yes: 'the user is enabled' } },
        saved: {
          label: 'configuration',
          values: { no: "the user's configuration is not saved", yes: "the user's configuration is saved" },
        },
        connected: {
          label: 'connection',
          values: { no: 'the supervisor is not connected', yes: 'the supervisor is connected' },
        },
        needsConnection: {
          label: 'what is asked for',
          values: { no: 'a supervisor need not be connected', yes: 'a supervisor must be connected' },
        },
      },
      answer: (why) => obstacles[why],
    },
    'routing/gate': {
      title: 'Are the rows of the file looked at?',
      facts: {
        actor: {
          label: 'who uploads',
          values: {
            other: 'the person who uploads is not an administrator',
            administrator: 'the person who uploads is an administrator',
          },
        },
        file: {
          label: 'file',
          values: { other: 'the file is not a .csv', csv: 'the file is a .csv' },
        },
        headings: {
          label: 'headings',
          values: {
            none: 'the headings that are needed are not found',
            elsewhere: 'the headings are only found between separators that are not allowed',
            found: 'the headings that are needed are found',
          },
        },
        text: {
          label: 'text',
          values: { broken: 'the text of the file is damaged', whole: 'the text of the file is whole' },
        },
      },
      answer: (then) => verdicts[then],
    },
    'routing/content': {
      title: 'Are the rows of the file accepted?',
      facts: {
        kind: {
          label: 'account',
          values: { whatsapp: 'the account is a WhatsApp one', email: 'the account is an Email one' },
        },
        rows: {
          label: 'rows',
          values: {
            none: 'the file has no rows',
            'none-to-replace': 'the file has no rows to replace the portfolio with',
            some: 'the file has rows',
          },
        },
        clients: {
          label: 'content of the rows',
          values: {
            misfit: 'some row has no valid identifier with its main agent',
            fit: 'each row has a valid identifier with its main agent',
          },
        },
        repetitions: {
          label: 'repeated clients',
          values: {
            conflicting: 'a client is named several times with different people',
            'last-counts': 'of a client named several times with different people the last row counts',
            equal: 'a client is named several times with the same people',
            none: 'no client is named twice',
          },
        },
      },
      answer: (then) => verdicts[then],
    },
  },
  outcomes: { routing: whoTakesIt },
  machines: {
    routing: {
      stages: {
        IDLE: 'Not begun',
        ACCOUNT_SELECTED: 'Account chosen',
        FILE_CHOSEN: 'File chosen',
        MAPPED: 'Columns named',
        VALIDATED: 'File validated',
        REJECTED: 'File refused',
        LOADED: 'File loaded',
        VERIFIED: 'Load checked',
      },
      events: {
        'select-account': 'the account was chosen',
        'choose-file': 'the file was chosen',
        'map-columns': 'the columns were named',
        validate: 'the file was validated',
        upload: 'the file was uploaded',
        view: 'the load was checked in “Ver Asignaciones Directas”',
        cancel: 'the upload was given up',
      },
      conditions: {
        'not an administrator': 'not an administrator',
        'not a csv file': 'the file is not a .csv',
        'an option without its column': 'an option with an asterisk has no column',
        'bad rows': 'there are bad rows',
        conflicts: 'a client is given to different people',
        'an Email account': 'the account is an Email one',
      },
    },
    'routing/configuration': {
      stages: { SAVED: 'Saved', DIRTY: 'With unsaved changes' },
      events: {
        toggle: 'the switch “Ejecutivo desactivado” was used',
        'set-mode': 'the mode in an account was changed',
        save: 'the configuration was saved',
        leave: 'somebody left without saving',
      },
      conditions: { 'not an administrator': 'not an administrator', 'a disabled user': 'the user is disabled' },
    },
  },
  codes: {
    'already-loaded': 'the file was loaded already; another upload begins with choosing the account',
    'column-mapping': 'some option with an asterisk has no column',
    duplicate: 'that was done already in this upload',
    'no-account': 'the account has not been chosen yet',
    'no-file': 'the file has not been chosen yet',
    'not-admin': 'only an administrator may do this',
    'not-csv': 'the file is not a .csv',
    'not-loaded': 'nothing has been loaded yet',
    'not-mapped': 'it has not been said yet what each column is',
    'not-mended': 'the file was refused: first choose it again, mended, or name its columns anew',
    'not-validated': 'the file has not passed its validation',
    'nothing-to-save': 'there are no unsaved changes',
    undated: 'the event has no valid date and time',
    'user-disabled': 'the user is disabled, and has to be enabled first',
  },
  policy: {
    usable: 'when an agent can take clients',
    supervisorNeedsConnection: 'whether a supervisor must be connected',
    reuploadMode: 'what becomes of clients whom a new file does not name',
    duplicateConflict: 'what becomes of a client given to different people',
    emailCase: 'whether capitals count in an e-mail address',
    phoneDigits: 'how many digits a phone number has',
    phones: 'country of phone numbers without a code',
    samePerson: 'whether two ways to write one number are recognised',
    newUserEnabled: 'whether a new user is enabled',
    delimiters: 'separators that are allowed between cells',
  },
};

const roles = { main: 'main agent', backup: 'backup agent', supervisor: 'backup supervisor' } as const;

const answers = {
  keep: 'Leave the conversation with whoever is handling it already',
  'not-in-portfolio': 'Direct assignment chooses nobody for this client',
  main: 'Assign the client to their main agent',
  backup: 'Assign the client to their backup agent',
  supervisor: 'Assign the client to their backup supervisor',
  nobody: 'The manual does not say what to do when nobody can take the client; the nearest thing is a queue',
} as const;

/** Why somebody cannot take a client. */
const whys = {
  unknown: 'they are not a known user',
  disabled: 'they are disabled',
  'not-auto-assigning': 'they are not set to auto-assign in this account',
  unsaved: 'their configuration is not saved',
  disconnected: 'they are not connected',
  busy: 'they are not available',
} as const;

const obstacles = {
  unknown: 'Assign no clients to them: they are not a known user',
  disabled: 'Assign no clients to them until they are enabled',
  'not-auto-assigning': 'Assign no clients to them until they are set to auto-assign in the account',
  unsaved: 'Assign no clients to them until their configuration is saved',
  disconnected: 'Assign no clients to them for now: they are not connected',
  busy: 'Assign no clients to them for now: they are not available',
} as const;

const strangers = {
  'unknown-account': 'no portfolio was loaded for the account',
  'unknown-client':
    "they are not in the account's portfolio; to give them an agent, upload the file again with this client",
  'not-an-identifier': 'what they write from is not an identifier in this account',
  'no-identifier': 'nobody knows which phone number or e-mail address they write from',
} as const;

const verdicts = {
  open: 'Look at the rows of the file',
  accepted: 'Accept the file; once it is uploaded, check the load in “Ver Asignaciones Directas”',
  'not-admin': 'Refuse the upload: only an administrator may make it',
  'not-csv': 'Refuse the file: the sheet has to be downloaded as .csv',
  'column-mapping': 'Refuse the file: the columns that are needed are not recognised',
  malformed: 'Refuse the file: its text has to be mended and the file uploaded again',
  'empty-file': 'Refuse the file: it would leave the portfolio empty',
  'identifier-mismatch': 'Refuse the whole file: the bad rows have to be mended or removed and the file uploaded again',
  'conflicting-duplicate':
    'Refuse the whole file: only one row may be left for each client and the file has to be uploaded again',
} as const;

function whoTakesIt(outcome: system.Outcome, say: Say): string {
  switch (outcome.action) {
    case 'assign':
      return `${assigned(outcome)}${passedOver(outcome, say)}`;
    case 'keep':
      return `Leave the conversation with “${outcome.agent}”, who is handling it already`;
    case 'not-in-portfolio': {
      const client = outcome.client === null ? 'this client' : `client “${outcome.client}”`;
      return `Direct assignment chooses nobody for ${client}: ${strangers[outcome.reason]}`;
    }
    case 'not-covered': {
      const queue = `the nearest thing is to let client “${outcome.client}” wait in a queue`;
      return `The manual does not answer this question: “${say.question(outcome.question)}”; ${queue}${passedOver(outcome, say)}`;
    }
  }
}

function assigned({ as, agent, client, otherSpelling, warning }: system.Assign): string {
  const assignment = `Assign client “${client}” to “${agent}”, their ${roles[as]}`;
  const notice = warning === null ? '' : '; it is best to tell the supervisor, who is not connected';
  const spelling = otherSpelling ? '; the portfolio has their number in another spelling' : '';
  return `${assignment}${notice}${spelling}`;
}

/** Those who would have come first, each with all that stands against it. */
function passedOver(outcome: Pick<system.Assign, 'passedOver'>, { and }: Say): string {
  return outcome.passedOver
    .map(({ as, agent, because }) => `; ${roles[as]} “${agent}” cannot: ${and(because.map((why) => whys[why]))}`)
    .join('');
}
