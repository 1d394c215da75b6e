import { machine } from '../kernel/machine.js';
import { decide, isOverdue } from './decide.js';
import type { Event, Facts, Insistence } from './model.js';
import type { Policy } from './policy.js';

/** What the guards are asked about: the facts before the event, the event, and the policy. */
type Asked = readonly [facts: Facts, event: Event, policy: Policy];

const asks = ['client-asks', 'client-disagrees'] as const;
const stances = [...asks, 'client-satisfied'] as const;
const answers = ['initial-answered', 'insistence-answered'] as const;
const tickets = ['initial-created', 'insistence-created'] as const;

/** The machine of a requirement. It orders the facts; which of the eight cases it is, `decide` says. */
export const flow = /* @__PURE__ */ machine({
  name: 'requirement',
  stages: ['NONE', 'INITIAL_OPEN', 'INITIAL_ANSWERED', 'INSISTENCE_OPEN', 'INSISTENCE_ANSWERED', 'ESCALATED', 'CLOSED'],
  final: ['CLOSED'],
  events: [...tickets, ...answers, ...stances, 'collections-created', 'cancel'],
  guards: {
    'initial in term': (...[facts, event, policy]: Asked) =>
      facts.initial !== null && !isOverdue(facts.initial, policy, event.at),
    'initial answered': (...[facts]: Asked) => facts.initial?.answered === true,
    'insistences answered': (...[facts]: Asked) => (facts.insistences ?? []).every(({ answered }) => answered),
    'complains of delay': (...[, event]: Asked) => event.type === 'insistence-created' && event.kind === 'late-answer',
    'must be escalated': (...[facts, event, policy]: Asked) => mustEscalate(facts, event, policy),
  },
  steps: [
    // A collections ticket stands by itself.
    {
      from: [
        'NONE',
        'INITIAL_OPEN',
        'INITIAL_ANSWERED',
        'INSISTENCE_OPEN',
        'INSISTENCE_ANSWERED',
        'ESCALATED',
        'CLOSED',
      ],
      on: 'collections-created',
      stay: true,
      rule: 'requirement/subject-collections',
    },

    { from: 'NONE', on: 'initial-created', to: 'INITIAL_OPEN', rule: 'requirement/check-1-max-date' },
    {
      from: 'NONE',
      on: ['insistence-created', ...answers, ...stances, 'cancel'],
      refuse: 'no-initial-requirement',
      rule: 'requirement/check-trigger',
    },
    {
      from: ['INITIAL_OPEN', 'INITIAL_ANSWERED', 'INSISTENCE_OPEN', 'INSISTENCE_ANSWERED'],
      on: 'initial-created',
      refuse: 'initial-exists',
      rule: 'requirement/check-trigger',
      nearest: true,
    },
    {
      from: ['INITIAL_OPEN', 'INITIAL_ANSWERED', 'INSISTENCE_OPEN', 'INSISTENCE_ANSWERED', 'ESCALATED'],
      on: 'cancel',
      to: 'CLOSED',
      rule: 'requirement/check-trigger',
    },

    { from: 'INITIAL_OPEN', on: 'initial-answered', to: 'INITIAL_ANSWERED', rule: 'requirement/check-2-answer' },
    { from: 'INITIAL_OPEN', on: asks, stay: true, rule: 'requirement/check-trigger' },
    {
      from: ['INITIAL_OPEN', 'INSISTENCE_OPEN'],
      on: 'client-satisfied',
      refuse: 'not-answered',
      rule: 'requirement/check-2-answer',
    },
    // L102: only once the term has run out.
    {
      from: 'INITIAL_OPEN',
      on: 'insistence-created',
      if: 'initial in term',
      refuse: 'within-term',
      rule: 'requirement/insist-only-after-deadline',
    },
    {
      from: 'INITIAL_OPEN',
      on: 'insistence-created',
      to: 'INSISTENCE_OPEN',
      rule: 'requirement/insist-only-after-deadline',
    },
    {
      from: ['INITIAL_OPEN', 'INITIAL_ANSWERED'],
      on: 'insistence-answered',
      refuse: 'no-insistence',
      rule: 'requirement/check-3-insistence',
    },

    { from: 'INITIAL_ANSWERED', on: asks, stay: true, rule: 'requirement/check-trigger' },
    { from: 'INITIAL_ANSWERED', on: 'client-satisfied', to: 'CLOSED', rule: 'requirement/check-2-answer' },
    // What was answered is not late.
    {
      from: 'INITIAL_ANSWERED',
      on: 'insistence-created',
      if: 'complains of delay',
      refuse: 'answered',
      rule: 'requirement/insist-only-after-deadline',
    },
    { from: 'INITIAL_ANSWERED', on: 'insistence-created', to: 'INSISTENCE_OPEN', rule: 'requirement/case-4' },

    {
      from: 'INSISTENCE_OPEN',
      on: 'insistence-created',
      refuse: 'insistence-open',
      rule: 'requirement/check-3-insistence',
    },
    {
      from: 'INSISTENCE_OPEN',
      on: 'insistence-answered',
      to: 'INSISTENCE_ANSWERED',
      rule: 'requirement/check-3-insistence',
    },
    { from: 'INSISTENCE_OPEN', on: asks, if: 'must be escalated', to: 'ESCALATED', rule: 'requirement/case-7' },
    { from: 'INSISTENCE_OPEN', on: asks, stay: true, rule: 'requirement/check-trigger' },

    {
      from: 'INSISTENCE_ANSWERED',
      on: 'insistence-created',
      refuse: 'no-new-requirement',
      rule: 'requirement/no-further-requirement',
    },
    {
      from: 'INSISTENCE_ANSWERED',
      on: ['client-asks', 'client-satisfied'],
      if: 'must be escalated',
      to: 'ESCALATED',
      rule: 'requirement/case-6',
    },
    // Case 6 if the initial one is unanswered, case 8 if it is answered: there is no other.
    {
      from: 'INSISTENCE_ANSWERED',
      on: 'client-disagrees',
      to: 'ESCALATED',
      rule: 'requirement/no-further-requirement',
    },
    { from: 'INSISTENCE_ANSWERED', on: 'client-asks', stay: true, rule: 'requirement/check-trigger' },
    { from: 'INSISTENCE_ANSWERED', on: 'client-satisfied', to: 'CLOSED', rule: 'requirement/check-3-insistence' },

    // An answer counts once, whenever it comes.
    {
      from: 'INITIAL_ANSWERED',
      on: 'initial-answered',
      ignore: 'already-answered',
      rule: 'requirement/check-2-answer',
    },
    {
      from: ['INSISTENCE_OPEN', 'INSISTENCE_ANSWERED', 'ESCALATED'],
      on: 'initial-answered',
      if: 'initial answered',
      ignore: 'already-answered',
      rule: 'requirement/check-2-answer',
    },
    {
      from: ['INSISTENCE_OPEN', 'INSISTENCE_ANSWERED', 'ESCALATED'],
      on: 'initial-answered',
      stay: true,
      rule: 'requirement/check-2-answer',
    },
    {
      from: 'INSISTENCE_ANSWERED',
      on: 'insistence-answered',
      ignore: 'already-answered',
      rule: 'requirement/check-3-insistence',
    },
    {
      from: 'ESCALATED',
      on: 'insistence-answered',
      if: 'insistences answered',
      ignore: 'already-answered',
      rule: 'requirement/check-3-insistence',
    },
    { from: 'ESCALATED', on: 'insistence-answered', stay: true, rule: 'requirement/check-3-insistence' },

    // L126–130: escalated once, and nothing more is made.
    { from: 'ESCALATED', on: stances, ignore: 'duplicate', rule: 'requirement/no-further-requirement' },
    { from: 'ESCALATED', on: tickets, refuse: 'no-new-requirement', rule: 'requirement/no-further-requirement' },

    { from: 'CLOSED', on: answers, late: true, rule: 'requirement/check-2-answer', nearest: true },
    {
      from: 'CLOSED',
      on: [...tickets, ...stances],
      refuse: 'closed',
      rule: 'requirement/check-trigger',
      nearest: true,
    },
    { from: 'CLOSED', on: 'cancel', ignore: 'duplicate', rule: 'requirement/check-trigger', nearest: true },
  ],
});

/** What each event does to the facts. */
export function learn(facts: Facts, event: Event): Facts {
  const { initial, insistences = [] } = facts;
  switch (event.type) {
    case 'initial-created':
      return { ...facts, initial: { answered: false, deadline: event.deadline } };
    case 'insistence-created':
      return {
        ...facts,
        insistences: [...insistences, { kind: event.kind, answered: false, deadline: event.deadline }],
      };
    case 'initial-answered': // a new answer is not known to the client yet
      return { ...facts, initial: initial && { ...initial, answered: true }, client: 'unaware' };
    case 'insistence-answered':
      return { ...facts, insistences: insistences.map(answered), client: 'unaware' };
    case 'client-disagrees':
      return { ...facts, client: 'dissatisfied' };
    case 'client-satisfied':
      return { ...facts, client: 'satisfied' };
    case 'client-asks':
    case 'collections-created':
    case 'cancel':
      return facts;
  }
}

function answered(insistence: Insistence): Insistence {
  return { ...insistence, answered: true };
}

function mustEscalate(facts: Facts, event: Event, policy: Policy): boolean {
  const { outcome } = decide(learn(facts, event), { clock: { now: () => event.at }, policy });
  return outcome.action === 'escalate-supervisor';
}
