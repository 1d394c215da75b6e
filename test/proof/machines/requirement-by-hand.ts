import type * as requirement from 'pauta/requirement';
import { dayOf } from './civil-day.js';
import { chartBy, handOf } from './hand.js';

type Event = requirement.Event;

/** A ticket of the catalogue's machine. */
interface Ticket {
  readonly answered: boolean;
  readonly deadline: requirement.Deadline | null;
}

/** What the catalogue's machine of a requirement has to remember. */
export interface Requirement {
  readonly policy: Pick<requirement.Policy, 'zone' | 'deadlineInclusive' | 'insistenceKinds'>;
  readonly initial: Ticket | null;
  readonly insistence: (Ticket & { readonly kind: requirement.InsistenceKind }) | null;
}

const unanswered = ['INITIAL_OPEN', 'INSISTENCE_OPEN'];
const open = ['INITIAL_OPEN', 'INITIAL_ANSWERED', 'INSISTENCE_OPEN', 'INSISTENCE_ANSWERED'];
const asks: Event['type'][] = ['client-asks', 'client-disagrees'];
const tickets: Event['type'][] = ['initial-created', 'insistence-created'];
const answers: Event['type'][] = ['initial-answered', 'insistence-answered'];

type Condition = (known: Requirement, event: Event) => boolean;

/** "The maximum dates flip in-term → overdue at the first instant of the following local day"; an instant, after it. */
function isOver(deadline: requirement.Deadline | null, at: number, { policy }: Requirement): boolean {
  if (deadline === null) return false; // a term that is not known has not run out
  const [day, last] = typeof deadline === 'number' ? [at, deadline] : [dayOf(at, policy.zone), deadline];
  return policy.deadlineInclusive ? day > last : day >= last;
}

/** Which insistences count, the policy says; one that does not makes no case. */
function counts({ policy, insistence }: Requirement): boolean {
  return policy.insistenceKinds === 'both' || insistence?.kind === 'disagreement';
}

const isInTerm: Condition = (known, { at }) => !isOver(known.initial?.deadline ?? null, at, known);
const isSeventh: Condition = (known, { at }) => counts(known) && isOver(known.insistence?.deadline ?? null, at, known);
const isSixth: Condition = (known) => counts(known) && known.initial?.answered === false;
const isLateAnswer: Condition = (_, event) => event.type === 'insistence-created' && event.kind === 'late-answer';
const isKnown: Condition = ({ initial }) => initial?.answered === true;
const isSettled: Condition = ({ insistence }) => insistence?.answered === true;

function made({ initial, insistence }: Requirement, event: Event): Partial<Requirement> {
  if (event.type === 'initial-created') return { initial: { answered: false, deadline: event.deadline } };
  if (event.type !== 'insistence-created') return { initial, insistence };
  return { insistence: { answered: false, deadline: event.deadline, kind: event.kind } };
}

function answered({ initial, insistence }: Requirement, { type }: Event): Partial<Requirement> {
  if (type === 'initial-answered') return { initial: initial && { ...initial, answered: true } };
  return { insistence: insistence && { ...insistence, answered: true } };
}

const { goes, stays, says } = handOf<Requirement, Event>();

/** The catalogue's table of states and events, and its table of situations. */
const told = [
  goes('NONE', 'initial-created', 'INITIAL_OPEN', { learn: made }),
  stays('INITIAL_OPEN', 'client-asks'),
  goes('INITIAL_OPEN', 'initial-answered', 'INITIAL_ANSWERED', { learn: answered }),
  // RQ-17: a term that is not known has not run out.
  says('INITIAL_OPEN', 'insistence-created', 'illegal:within-term', isInTerm),
  goes('INITIAL_OPEN', 'insistence-created', 'INSISTENCE_OPEN', { learn: made }),
  stays('INITIAL_ANSWERED', asks),
  says('INITIAL_ANSWERED', 'insistence-created', 'illegal:answered', isLateAnswer),
  goes('INITIAL_ANSWERED', 'insistence-created', 'INSISTENCE_OPEN', { learn: made }),
  goes('INITIAL_ANSWERED', 'client-satisfied', 'CLOSED'),
  goes('INSISTENCE_OPEN', 'client-asks', 'ESCALATED', { when: isSeventh }),
  stays('INSISTENCE_OPEN', 'client-asks'),
  goes('INSISTENCE_OPEN', 'insistence-answered', 'INSISTENCE_ANSWERED', { learn: answered }),
  says('INSISTENCE_OPEN', 'insistence-created', 'illegal:insistence-open'),
  stays('INSISTENCE_OPEN', 'initial-answered', { when: (k, e) => !isKnown(k, e), learn: answered }),
  goes('INSISTENCE_ANSWERED', 'client-asks', 'ESCALATED', { when: isSixth }),
  stays('INSISTENCE_ANSWERED', 'client-asks'),
  goes('INSISTENCE_ANSWERED', 'client-disagrees', 'ESCALATED'),
  // Case 6 comes before the client's opinion; else there is nothing to do.
  { ...goes('INSISTENCE_ANSWERED', 'client-satisfied', 'ESCALATED', { when: isSixth }), silent: true as const },
  goes('INSISTENCE_ANSWERED', 'client-satisfied', 'CLOSED'),
  goes([...open, 'ESCALATED'], 'cancel', 'CLOSED'),
  says('ESCALATED', tickets, 'illegal:no-new-requirement'),
  says('ESCALATED', 'client-asks', 'noop:duplicate'),
  says('CLOSED', answers, 'late'),
  stays(['NONE', ...open, 'ESCALATED', 'CLOSED'], 'collections-created'),
];

/** What the tables say nothing of, as `record` documents it. */
const silences = [
  says(
    'NONE',
    ['insistence-created', ...answers, ...asks, 'client-satisfied', 'cancel'],
    'illegal:no-initial-requirement',
  ),
  says(open, 'initial-created', 'illegal:initial-exists'),
  stays('INITIAL_OPEN', 'client-disagrees'),
  says(unanswered, 'client-satisfied', 'illegal:not-answered'),
  says(['INITIAL_OPEN', 'INITIAL_ANSWERED'], 'insistence-answered', 'illegal:no-insistence'),
  says('INITIAL_ANSWERED', 'initial-answered', 'noop:already-answered'),
  goes('INSISTENCE_OPEN', 'client-disagrees', 'ESCALATED', { when: isSeventh }),
  stays('INSISTENCE_OPEN', 'client-disagrees'),
  says('INSISTENCE_OPEN', 'initial-answered', 'noop:already-answered'),
  says('INSISTENCE_ANSWERED', 'insistence-created', 'illegal:no-new-requirement'),
  says(['INSISTENCE_ANSWERED', 'ESCALATED'], 'initial-answered', 'noop:already-answered', isKnown),
  stays(['INSISTENCE_ANSWERED', 'ESCALATED'], 'initial-answered', { learn: answered }),
  says('INSISTENCE_ANSWERED', 'insistence-answered', 'noop:already-answered'),
  says('ESCALATED', 'insistence-answered', 'noop:already-answered', isSettled),
  stays('ESCALATED', 'insistence-answered', { learn: answered }),
  says('ESCALATED', ['client-disagrees', 'client-satisfied'], 'noop:duplicate'),
  says('CLOSED', [...tickets, ...asks, 'client-satisfied'], 'illegal:closed'),
  says('CLOSED', 'cancel', 'noop:duplicate'),
];

/** The catalogue's machine of a requirement, written by hand. */
export const requirementByHand = chartBy(
  'requirement by hand',
  ['NONE', ...open, 'ESCALATED', 'CLOSED'],
  told,
  silences,
);

/** What is known of a requirement that begins. */
export function requirementUnder(policy: requirement.Policy): Requirement {
  return { policy, initial: null, insistence: null };
}
