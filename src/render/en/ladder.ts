import type * as system from '../../ladder/index.js';
import type { Say } from '../speech.js';
import type { SystemWords } from '../words.js';

/** What is said of `ladder` in English. */
export const ladder: SystemWords<'ladder'> = {
  name: 'manual assignment',
  manual: 'Manual assignment',
  tables: {
    ladder: {
      title: 'Which step is due to find a mover?',
      facts: {
        end: {
          label: 'how the move stands',
          values: {
            open: 'the move is still not assigned',
            assigned: 'the move is assigned already',
            cancelled: 'the client cancelled the move',
            refunded: 'the client was refunded',
            'date-passed': 'the date of the move has passed',
          },
        },
        phase: {
          label: 'phase of the search',
          values: {
            searching: 'the wait in “Buscando Empresa” is not exceeded yet',
            'resend-due': 'the wait in “Buscando Empresa” has been exceeded',
            resent: 'the wait before the WhatsApp lists is still running',
            'lists-due': 'the wait before the WhatsApp lists is over',
            'lists-out': 'the WhatsApp lists are out',
            'lists-failed': 'the WhatsApp lists were declared exhausted',
            'with-client': 'the client was contacted',
          },
        },
        mover: {
          label: 'mover willing',
          values: { none: 'no mover is willing to do the move', standing: 'a mover is willing to do the move' },
        },
        inter: {
          label: 'inter search',
          values: {
            'not-inter': 'the service is not inter',
            'to-search': 'the inter search by zones is still open',
            searched: 'the inter search by zones is exhausted',
          },
        },
        window: {
          label: 'period for declaring it impossible',
          values: {
            inside: 'the move is within the period for declaring it impossible',
            outside: 'the move is outside the period for declaring it impossible',
            unknown: 'nobody has said whether the move is within the period for declaring it impossible',
            waived: "on the client's new dates the period for declaring the move impossible does not matter",
          },
        },
      },
      answer: step,
    },
    'ladder/offer': {
      title: 'Which step of the assignment is next?',
      facts: {
        offer: {
          label: 'offer',
          values: {
            none: 'the offer was not sent',
            unchecked: 'the detail is still to be checked after the offer',
            'not-ready': 'the mover is not yet shown as “empresa ganadora” with the chat enabled',
            ready: 'the mover is shown as “empresa ganadora” with the chat enabled',
          },
        },
        search: {
          label: 'where the mover came from',
          values: {
            broadcast: 'the mover answered the broadcast',
            inter: 'the mover came out of the inter search',
            agreed: "the client accepted that mover's date",
          },
        },
      },
      answer: ({ action }) => assignSteps[action]('this mover'),
    },
    'ladder/check': {
      title: 'May the mover be told that the service is theirs?',
      facts: {
        winner: {
          label: 'winner shown',
          values: {
            this: 'the mover chosen is shown as “empresa ganadora”',
            other: 'another mover is shown as “empresa ganadora”',
            none: 'nobody is shown as “empresa ganadora”',
          },
        },
        chat: {
          label: 'chat with the mover',
          values: {
            enabled: 'the chat with the mover chosen is enabled',
            disabled: 'the chat with the mover chosen is not enabled',
          },
        },
      },
      answer: check,
    },
    'ladder/refusal': {
      title: 'What is to be done when a mover declines?',
      facts: {
        reason: {
          label: 'reason',
          values: {
            none: 'the mover has not said why they decline',
            date: 'the mover declines because of the date',
            price: 'the mover declines because of the price',
            other: 'the mover declines for another reason',
          },
        },
        availability: {
          label: 'another date of the mover',
          values: {
            unknown: 'the mover has not said which other date would do',
            known: 'the mover has said which other date would do',
          },
        },
      },
      answer: ({ action }) => refusals[action],
    },
    'ladder/price': {
      title: 'Are the refusals over the price to be reported?',
      facts: {
        refusals: {
          label: 'refusals over the price',
          values: {
            'too-few': 'the movers who declined because of the price are not yet several',
            several: 'several movers declined because of the price',
          },
        },
        reported: {
          label: 'report',
          values: {
            no: 'the refusals over the price were not reported in this round',
            yes: 'the refusals over the price were reported in this round already',
          },
        },
      },
      answer: (then) => prices[then],
    },
    'ladder/winner': {
      title: 'Which mover is given the service?',
      facts: {
        confirmers: {
          label: 'movers who accept',
          values: {
            none: 'no mover accepts for now',
            one: 'just one mover accepts',
            several: 'several movers accept',
          },
        },
      },
      answer: (then) => winners[then],
    },
    'ladder/segment': {
      title: 'Is the mover on the lists of the service?',
      facts: {
        segmentBy: {
          label: 'criterion',
          values: {
            volume: 'the lists are made by volume class',
            region: 'the lists are made by region',
            either: 'for the lists it is enough that the volume class or the region fits',
          },
        },
        volume: {
          label: 'volume class',
          values: {
            fits: 'the mover takes the volume class of the service',
            other: 'the mover does not take the volume class of the service',
          },
        },
        region: {
          label: 'region',
          values: {
            fits: 'the mover is in a region of the service',
            other: 'the mover is in no region of the service',
          },
        },
      },
      answer: (isListed) => (isListed ? 'Put the mover on the lists' : 'Leave the mover off the lists'),
    },
    'ladder/fit': {
      title: 'Does a mover fit who has another move already?',
      facts: {
        date: {
          label: 'date of the other move',
          values: {
            'in-range': 'the other move is on a date on which the client can move',
            outside: 'the other move is not on a date on which the client can move',
          },
        },
        country: {
          label: 'country',
          values: {
            same: 'the country of the two moves is the same',
            other: 'the country of the two moves is not the same',
          },
        },
        status: {
          label: 'status',
          values: {
            'awaiting-move': 'the status of the other move is “esperando mudanza”',
            other: 'the status of the other move is not “esperando mudanza”',
          },
        },
        category: {
          label: 'category',
          values: {
            inter: 'the category of the other move is “inter”',
            other: 'the category of the other move is not “inter”',
          },
        },
        ends: {
          label: 'origin and destination',
          values: {
            'chain-out': 'the other move begins where the service ends',
            'chain-back': 'the other move ends where the service begins',
            'shared-end': 'the other move has the same origin or the same destination as the service',
            none: 'neither the origin nor the destination of the other move fits the service',
          },
        },
      },
      answer: (then) => fits[then],
    },
  },
  outcomes: {
    ladder: nextStep,
    'ladder/broadcast': ({ mps }, { and }) =>
      mps.length === 0
        ? 'Nothing to send: every mover on the lists was reached already'
        : `Send the details of the service by WhatsApp to ${and(mps.map(quoted))}`,
    'ladder/check': check,
    'ladder/fit': (outcome) => fits[outcome.action === 'none' ? 'no' : outcome.fit],
    'ladder/price': (outcome, { and }) =>
      outcome.action === 'none'
        ? prices[outcome.reason]
        : `${prices[outcome.action]}; those who declined: ${and(outcome.mps.map(quoted))}`,
    'ladder/refusal': ({ action }) => refusals[action],
    'ladder/winner': (outcome) => {
      if (outcome.action === 'none') return winners.nobody;
      const { mp, fallbacks } = outcome;
      const next =
        fallbacks.length === 0 ? '' : `; should it fail, go on to ${fallbacks.map(quoted).join(', then to ')}`;
      return `Give the service to “${mp}”, who accepted first${next}`;
    },
  },
  machines: {
    ladder: {
      stages: {
        SEARCHING: 'Searching',
        RESENT: 'Re-sent to the movers',
        LISTS: 'Lists sent',
        INTER: 'Inter search',
        OFFERED: 'Offer sent',
        VERIFIED: 'Offer verified',
        ASSIGNED: 'Assigned',
        EXHAUSTED: 'Search exhausted',
        CONTACT: 'Contact with the client',
        CANCELLED: 'Cancelled',
        REFUNDED: 'Refunded',
      },
      events: {
        'resend-done': 'the move was re-sent',
        'lists-sent': 'lists were sent',
        'lists-exhausted': 'the lists were declared exhausted',
        'mp-confirmed': 'a mover accepted',
        'mp-refused': 'a mover declined',
        'mp-withdrew': 'a mover withdrew',
        'inter-offered': 'it was offered directly to a mover',
        'inter-exhausted': 'the inter search was declared exhausted',
        'offer-sent': 'the offer was sent to a mover',
        checked: 'the detail was checked',
        'offer-failed': 'the offer failed',
        'mp-notified': 'the mover was told',
        'auto-assigned': 'the platform assigned the move',
        'mp-dropped': 'the mover assigned dropped out',
        'price-reported': 'the refusals over the price were reported',
        'window-known': 'the period for declaring it impossible was made known',
        'client-mail-sent': 'the client was written to',
        'client-called': 'the client was called',
        'date-agreed': "the client accepted a mover's date",
        'dates-changed': 'the client gave new dates',
        'refund-done': 'the refund was made',
        cancel: 'the client cancelled',
      },
      conditions: {
        'before this round': 'dated before this round',
        'two hours or less': 'the wait in the search is not over',
        'the first press': 'earlier than the re-send on record',
        'less than an hour': 'the wait before the lists is not over',
        'reaches nobody new': 'reaches no new mover',
        'not inter': 'the service is not inter',
        inter: 'the service is inter',
        'somebody stands': 'there is still a mover who accepted',
        'stands now': 'the acceptance stands',
        'before the lists': 'dated before the lists',
        'before the lists gave nobody': 'dated before the lists were exhausted',
        'before the search gave nobody': 'dated before the search was exhausted',
        'not confirmed': 'the mover has no acceptance that stands',
        'not the first, and no reason why': 'the mover is not the first and no reason was given',
        'neither agreed nor confirmed': 'the mover did not accept, nor did the client take their date',
        'not the next, and no reason why': 'the mover is not the next and no reason was given',
        'has the offer': 'the mover has the offer',
        'does not have the offer': 'the mover does not have the offer',
        'leaves the offer': 'does not touch the offer that is out',
        'before what was seen last': 'dated before the offer or the last check',
        ready: 'the mover is shown as winner with the chat enabled',
        'offered at RESENT': 'the offer was made before the lists',
        'offered at LISTS': 'the offer was made with the lists out',
        'offered at INTER': 'the offer was made in the inter search',
        'has the job': 'the mover has the move',
        'does not have the job': 'the mover does not have the move',
        'takes the job back': 'the mover assigned gives it back',
        'before the assignment': 'dated before the assignment',
        'reported already': 'reported already',
        'on new dates': "the search is on the client's new dates",
        'window unknown': 'nobody knows whether it is within the period',
        'outside the window': 'outside the period',
        'lists first': 'it begins with the lists',
        'the client was contacted': 'the client was contacted',
        'the client was contacted, lists first': 'the client was contacted and it begins with the lists',
      },
    },
  },
  codes: {
    'already-assigned': 'the move is assigned already',
    'candidates-left': 'there is still a mover willing to do the move',
    'client-contacted': 'the client was contacted, and the search waits for their decision',
    closed: 'the search is over, for the move was cancelled or refunded',
    duplicate: 'it was done already, or is no longer needed',
    'need-fact': 'nobody has said whether the move is within the period for declaring it impossible',
    'not-assigned': 'the move is not assigned to that mover',
    'not-confirmed': 'that mover has no acceptance that stands',
    'not-first': "it is another mover's turn, and nobody said why this one was chosen",
    'not-inter': 'the service is not inter',
    'not-offered': 'no offer is out that this could belong to',
    'not-verified': 'first the mover must be seen as “empresa ganadora” with the chat enabled',
    'not-paused': 'the search is not paused',
    'not-with-client': 'the client has not been contacted yet',
    'offer-pending': 'an offer that is out is not settled yet',
    'other-move': 'the event is of another move',
    'out-of-order': 'it is dated before the beginning of the last pause',
    'outside-window': 'the move is outside the period for declaring it impossible',
    paused: 'the search is paused already',
    'step-skipped': 'a step before it was missing at that time',
    'too-early': 'the wait was not over at that time',
    undated: 'the event has no valid date and time',
  },
  policy: {
    searchThreshold: 'how long to wait in “Buscando Empresa”',
    resendWait: 'how long to wait between the re-send and the lists',
    several: 'how many movers are “several” when they decline because of the price',
    segmentBy: 'how the lists are made',
    matchMode: 'which ends fit in the inter search',
    researchRestart: 'where the search on new dates begins',
    zone: 'time zone of a move that names none',
  },
};

type Answer = (typeof system.table)['rows'][number]['then'];

/** What a row says to do, before it is known when, by whom and on which date. */
function step(then: Answer): string {
  switch (then.action) {
    case 'wait':
      return waits[then.for];
    case 'assign':
      return 'Assign the move to that mover, step by step';
    case 'none':
      return ends[then.reason];
    default:
      return steps[then.action];
  }
}

const waits = {
  resend: 'Wait before re-sending the move to the movers',
  lists: 'Wait before sending the WhatsApp lists',
} as const;

const ends = {
  cancelled: 'Nothing to do: the client cancelled the move',
  refunded: 'Nothing to do: the client was refunded',
  'with-client': 'Nothing to do in the search for now: the client is still to decide',
  assigned: 'Nothing to do: the move is assigned already',
} as const;

const steps = {
  'resend-to-mps':
    'Re-send the move to the movers: find it by its ID in the Clientes view and press “Re enviar a MPs” in operaciones',
  'send-broadcast-lists': 'Send the details of the service to WhatsApp lists of movers',
  'collect-replies':
    "Collect the movers' answers until somebody declares the lists exhausted; the manual sets no time for it",
  'search-inter-mps':
    'Look in the Clientes view for movers whom another move will take to the zones of the service, and offer them the service directly',
  'contact-client': 'Contact the client',
  'tell-contact': 'Tell whoever is in contact with the client that no mover was found on the new dates',
  hold: 'Wait: the search is exhausted, but the move is outside the period for declaring it impossible; a mover may still accept',
  'need-fact': 'Find out whether the move is within the period for declaring it impossible',
  'not-covered': 'The manual does not say what to do when the date of the move has passed',
} as const;

/** What is to be done next, with all that a person needs to do it. */
function nextStep(outcome: system.Outcome, say: Say): string {
  switch (outcome.action) {
    case 'wait':
      return `${waiting(outcome, say)}; ${awaited[outcome.for]}`;
    case 'send-broadcast-lists':
      return `${steps[outcome.action]}, ${segments[outcome.segmentBy]}`;
    case 'contact-client':
      return contactClient(outcome, say);
    case 'not-covered':
      return `The manual does not answer this question: “${say.question(outcome.question)}”`;
    case 'none':
      return outcome.reason === 'assigned' ? assigned(outcome) : ends[outcome.reason];
    case 'send-offer':
    case 'check-offer':
    case 'recheck-offer':
    case 'confirm-to-mp':
      return assignSteps[outcome.action](quoted(outcome.mp));
    default:
      return steps[outcome.action];
  }
}

function waiting({ until, ...kind }: system.Wait, say: Say): string {
  return until === null
    ? 'Wait: the search is paused, and what is left of the wait runs once it is resumed'
    : `Wait until ${say.end({ until, ...kind })}`;
}

const awaited = {
  resend: 'after that, re-send the move to the movers if nobody has taken it',
  lists: 'then send the WhatsApp lists if no mover has accepted',
} as const;

const segments = {
  volume: 'made by volume class',
  region: 'made by region',
  either: 'of those who fit by volume class or by region',
} as const;

function contactClient({ availability }: system.ContactClient, { or, date }: Say): string {
  if (availability.length === 0) return `${steps['contact-client']}; no mover has said which other date would do`;
  const dates = availability.map((one) => `${date(one.date)} with “${one.mp}”`);
  return `${steps['contact-client']}; before the move is declared impossible they may be offered ${or(dates)}`;
}

function assigned({ mp, news }: system.Assigned): string {
  const whose = mp === null ? '' : ` to “${mp}”`;
  return news === null
    ? `${ends.assigned}${whose}`
    : `Nothing more to look for: the move is assigned already${whose}, and whoever is in contact with the client must know it`;
}

const assignSteps: { readonly [Step in system.AssignStep['action']]: (mp: string) => string } = {
  'send-offer': (mp) => `Press “Enviar oferta” for ${mp} and go back`,
  'check-offer': (mp) => `Check in the detail that ${mp} is shown as “empresa ganadora” and that their chat is enabled`,
  'recheck-offer': (mp) =>
    `Check again that ${mp} is shown as “empresa ganadora” and that their chat is enabled; tell them nothing yet`,
  'confirm-to-mp': (mp) => `Confirm to ${mp} that the service is theirs`,
};

function check({ action }: system.CheckAnswer): string {
  return action === 'confirm-to-mp'
    ? 'Confirm to the mover that the service is theirs'
    : 'Tell the mover nothing yet, and check again';
}

const refusals = {
  'ask-why': 'Ask the mover why they decline',
  'ask-availability': 'Ask the mover on which other date they could do the service',
  'store-availability': "Note the mover's date, in case the client has to be offered a change",
  'count-price': 'Count the mover among those who decline because of the price',
  'store-reason': "Note the mover's reason",
} as const;

const prices = {
  'report-price': 'Report to the team leader and the head that several movers decline because of the price',
  'too-few': 'Nothing to report on the price for now: the movers who decline because of it are not yet several',
  'already-reported': 'Nothing to report on the price: it was reported in this round already',
} as const;

const winners = {
  first: 'Give the service to the mover who accepted first',
  nobody: 'Nothing to assign for now: no acceptance stands',
} as const;

const fits = {
  'chain-out': 'Offer the service directly to the mover: it is their way out to their other move',
  'chain-back': 'Offer the service directly to the mover: it is their way back from their other move',
  'shared-end': 'Offer the service directly to the mover: their other move takes them to a zone of the service',
  no: 'Do not offer the service to the mover for that other move',
} as const;

function quoted(name: string): string {
  return `“${name}”`;
}
