import type * as messaging from 'pauta/messaging';
import { chartBy, handOf } from './hand.js';

type Event = messaging.Event;

/** What the catalogue's machine of a conversation has to remember. */
export interface Conversation {
  readonly policy: Pick<messaging.Policy, 'forbiddenSections' | 'closers' | 'closeOrder'>;
  readonly section: string | null;
  readonly agent: string | null;
  readonly tags: readonly string[];
  /** Who took it over from the bot. */
  readonly heldBy: string | null;
  readonly comments: readonly string[];
  /** The closing sub-steps done. */
  readonly closing: readonly Event['type'][];
  readonly isTextSent: boolean;
  /** All messages of the client; those of them that a person, or the bot, has seen. */
  readonly heard: readonly messaging.Message[];
  readonly seen: readonly messaging.Message[];
  readonly solvedAt: number;
  readonly closedOutAt: number;
  readonly handedOffAt: number;
}

const open = ['NEW', 'BOT', 'CLASSIFIED'];
const inCase = ['SUPPORT', 'INVESTIGATING'];
const all = [...open, ...inCase, 'SOLVED', 'CLOSED_OUT'];
const filing: Event['type'][] = ['section-set', 'agent-set', 'tags-set'];
const steps: Event['type'][] = ['standard-reply-sent', 'bot-reactivated', 'click-close'];

type Condition = (known: Conversation, event: Event) => boolean;

function filed({ section, agent, tags }: Conversation, event: Event): Pick<Conversation, 'section' | 'agent' | 'tags'> {
  return {
    section: event.type === 'section-set' ? event.section : section,
    agent: event.type === 'agent-set' ? event.agent : agent,
    tags: event.type === 'tags-set' ? event.tags : tags,
  };
}

/** "section ∉ {ALL, NEW} ∧ agent ∧ ≥ 1 tag". */
const isFiled: Condition = (known, event) => {
  const { section, agent, tags } = filed(known, event);
  const name = (section ?? '').trim().toLowerCase();
  const isForbidden = known.policy.forbiddenSections.some((one) => one.toLowerCase() === name);
  return name !== '' && !isForbidden && (agent ?? '').trim() !== '' && tags.some((tag) => tag.trim() !== '');
};

/** Whether a message is one of these, or was written before one of them. */
function isAmong(messages: readonly messaging.Message[], { id, at }: messaging.Message): boolean {
  return messages.some((one) => one.at > at || (one.at === at && one.id === id));
}

const isHeard: Condition = ({ heard }, event) => isAmong(heard, event);
const isSeen: Condition = ({ seen }, event) => isAmong(seen, event);
const isBeforeClose: Condition = ({ closedOutAt }, { at }) => at < closedOutAt;
const isHeld: Condition = ({ heldBy }) => heldBy !== null;
const complains: Condition = (_, event) => event.type === 'user-message' && event.notSolved === true;
const isOldComplaint: Condition = (known, event) =>
  complains(known, event) && (isSeen(known, event) || event.at < known.solvedAt);
const isStale: Condition = ({ heard, handedOffAt }, event) => {
  if (event.at < handedOffAt) return true;
  if (!('after' in event)) return false;
  const last = Math.max(...heard.map(({ at }) => at));
  return heard.length === 0 ? event.after !== null : !heard.some(({ id, at }) => at === last && id === event.after);
};

/** "click-close by another user". */
const isOther: Condition = ({ agent, policy }, event) =>
  'by' in event && event.by !== agent && !(policy.closers !== 'assigned-agent' && event.by === 'Supervisor');
const isDone: Condition = ({ closing }, { type }) => closing.includes(type);
const isOutOfOrder: Condition = ({ closing, policy }, { type }) =>
  policy.closeOrder === 'strict' && steps[closing.length] !== type;
const isLast: Condition = ({ closing }) => closing.length === 2;

function heard({ heard: before }: Conversation, { id, at }: Event): Partial<Conversation> {
  return { heard: [...before, { id, at }] };
}

function answered({ seen }: Conversation, event: Event): Partial<Conversation> {
  return event.type === 'bot-answered' && event.to !== undefined ? { seen: [...seen, event.to] } : {};
}

/** What was written so far, the one to whom the conversation goes has before them. */
function handed({ heard: messages, seen }: Conversation, { at }: Event): Partial<Conversation> {
  return { seen: [...seen, ...messages], handedOffAt: at };
}

function ticketed(known: Conversation, event: Event): Partial<Conversation> {
  return { ...handed(known, event), heldBy: null, closing: [], isTextSent: false };
}

function solved({ heard: messages, seen }: Conversation, { at }: Event): Partial<Conversation> {
  return { seen: [...seen, ...messages], solvedAt: at, closing: [] };
}

function closing(known: Conversation, event: Event): Partial<Conversation> {
  const done = { closing: [...known.closing, event.type] };
  return event.type === 'bot-reactivated' ? { ...done, ...handed(known, event) } : done;
}

/** "After close-out: bot on, open (blue), unassigned." */
function closedOut(known: Conversation, event: Event): Partial<Conversation> {
  return { ...closing(known, event), agent: null, heldBy: null, closedOutAt: event.at };
}

function taken(known: Conversation, event: Event): Partial<Conversation> {
  return { ...handed(known, event), heldBy: event.type === 'taken-over' ? event.by : null };
}

function asked({ comments }: Conversation, { id }: Event): Partial<Conversation> {
  return { comments: [...comments, id] };
}

const { goes, stays, says } = handOf<Conversation, Event>();

/** The catalogue's table of a conversation, and its table of situations. */
const told = [
  { ...says(open, ['bot-answered', 'bot-silent'], 'noop:bot-off', isHeld), learn: answered, silent: true as const },
  goes('NEW', 'bot-answered', 'BOT', { learn: answered }),
  stays(['NEW', 'BOT'], 'bot-silent'),
  stays(['NEW', 'BOT'], 'comment-question', { learn: asked }),
  goes(['NEW', 'BOT'], filing, 'CLASSIFIED', { when: isFiled, learn: filed }),
  goes(open, 'support-ticket', 'SUPPORT', { learn: ticketed }),
  goes('SUPPORT', 'no-immediate-solution', 'INVESTIGATING', { learn: () => ({ isTextSent: false }) }),
  says(inCase, 'solved', 'illegal:not-assigned-agent', isOther),
  goes(inCase, 'solved', 'SOLVED', { learn: solved }),
  says([...open, ...inCase], steps, 'illegal:not-solved'),
  says('SOLVED', steps, 'illegal:not-assigned-agent', isOther),
  says('SOLVED', steps, 'noop:duplicate', isDone),
  says('SOLVED', steps.slice(1), 'illegal:out-of-order', isOutOfOrder),
  { ...says('SOLVED', 'bot-reactivated', 'illegal:stale', isStale), silent: true as const },
  goes('SOLVED', steps, 'CLOSED_OUT', { when: isLast, learn: closedOut }),
  stays('SOLVED', steps, { learn: closing }),
  says('CLOSED_OUT', steps, 'noop:duplicate'),
  // What was seen has had its answer, and what was written before the solution does not undo it.
  { ...says('CLOSED_OUT', 'user-message', 'late', (k, e) => isSeen(k, e) || isHeard(k, e)), learn: heard },
  goes('CLOSED_OUT', 'user-message', 'BOT', { learn: heard }),
  { ...says('SOLVED', 'user-message', 'late', isOldComplaint), learn: heard },
  goes('SOLVED', 'user-message', 'SUPPORT', { when: complains, learn: heard }),
];

const isOff: Condition = ({ closing: done }) => !done.includes('bot-reactivated');

/** What the tables say nothing of, as `record` documents it. */
const silences = [
  { ...says([...open, ...inCase, 'SOLVED'], 'user-message', 'late', isHeard), learn: heard },
  stays([...open, ...inCase, 'SOLVED'], 'user-message', { learn: heard }),
  stays(['BOT', 'CLASSIFIED'], 'bot-answered', { learn: answered }),
  stays('CLASSIFIED', 'bot-silent'),
  { ...says(inCase, ['bot-answered', 'bot-silent'], 'noop:bot-off'), learn: answered },
  { ...says('SOLVED', ['bot-answered', 'bot-silent'], 'noop:bot-off', isOff), learn: answered },
  stays('SOLVED', ['bot-answered', 'bot-silent'], { learn: answered }),
  { ...says('CLOSED_OUT', ['bot-answered', 'bot-silent'], 'late', isBeforeClose), learn: answered },
  goes('CLOSED_OUT', ['bot-answered', 'bot-silent'], 'BOT', { learn: answered }),
  says(open, 'hooked', 'illegal:bot-off', isHeld),
  says(inCase, 'hooked', 'illegal:bot-off'),
  says('SOLVED', 'hooked', 'illegal:bot-off', isOff),
  stays([...open, 'SOLVED', 'CLOSED_OUT'], 'hooked'),
  stays(['CLASSIFIED', ...inCase, 'SOLVED'], 'comment-question', { learn: asked }),
  goes('CLOSED_OUT', 'comment-question', 'BOT', { learn: asked }),
  stays(all, 'comment-answered', {
    when: ({ comments }, event) => event.type === 'comment-answered' && comments.includes(event.comment),
    learn: ({ comments }, event) => ({
      comments: comments.filter((one) => event.type !== 'comment-answered' || one !== event.comment),
    }),
  }),
  says(all, 'comment-answered', 'illegal:no-comment'),
  goes('CLASSIFIED', filing, 'BOT', { when: (k, e) => !isFiled(k, e), learn: filed }),
  stays([...open, ...inCase, 'SOLVED'], filing, { learn: filed }),
  says('CLOSED_OUT', 'agent-set', 'noop:duplicate', (k, e) => (filed(k, e).agent ?? '').trim() === ''),
  goes('CLOSED_OUT', 'agent-set', 'CLASSIFIED', { when: isFiled, learn: filed }),
  goes('CLOSED_OUT', 'agent-set', 'BOT', { learn: filed }),
  stays('CLOSED_OUT', ['section-set', 'tags-set'], { learn: filed }),
  goes([...inCase, 'SOLVED', 'CLOSED_OUT'], 'support-ticket', 'SUPPORT', { learn: ticketed }),
  stays(inCase, ['user-called', 'user-located']),
  says(open, ['user-called', 'user-located', 'case-text-sent'], 'illegal:no-support-case'),
  says(['SOLVED', 'CLOSED_OUT'], ['user-called', 'user-located', 'case-text-sent'], 'late'),
  stays('INVESTIGATING', 'no-immediate-solution', { learn: () => ({ isTextSent: false }) }),
  says('SOLVED', 'no-immediate-solution', 'illegal:already-solved'),
  says([...open, 'CLOSED_OUT'], 'no-immediate-solution', 'illegal:no-support-case'),
  says('INVESTIGATING', 'case-text-sent', 'noop:duplicate', ({ isTextSent }) => isTextSent),
  stays('INVESTIGATING', 'case-text-sent', { learn: () => ({ isTextSent: true }) }),
  says('SUPPORT', 'case-text-sent', 'illegal:not-investigating'),
  says(open, 'solved', 'illegal:no-support-case'),
  says(['SOLVED', 'CLOSED_OUT'], 'solved', 'noop:duplicate'),
  says(open, ['taken-over', 'given-back'], 'illegal:stale', isStale),
  says(open, 'taken-over', 'noop:duplicate', ({ heldBy }, event) => 'by' in event && event.by === heldBy),
  says(open, 'given-back', 'noop:duplicate', (k, e) => !isHeld(k, e)),
  stays(open, ['taken-over', 'given-back'], { learn: taken }),
  says('CLOSED_OUT', 'taken-over', 'illegal:stale', isStale),
  goes('CLOSED_OUT', 'taken-over', 'BOT', { learn: taken }),
  says('CLOSED_OUT', 'given-back', 'noop:duplicate'),
  says([...inCase, 'SOLVED'], 'taken-over', 'noop:agent-attends'),
  says(inCase, 'given-back', 'illegal:not-solved'),
  says('SOLVED', 'given-back', 'illegal:out-of-order'),
];

/** The catalogue's machine of a conversation, written by hand. */
export const conversationByHand = chartBy('conversation by hand', all, told, silences);

/** What is known of a conversation that begins. */
export function conversationUnder(policy: messaging.Policy): Conversation {
  const never = { solvedAt: -Infinity, closedOutAt: -Infinity, handedOffAt: -Infinity };
  const none = { section: null, agent: null, tags: [], heldBy: null, comments: [], closing: [], heard: [], seen: [] };
  return { ...never, ...none, policy, isTextSent: false };
}
