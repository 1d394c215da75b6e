import type { Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import { isNamed } from './classification.js';
import type { ClosingStep, Facts, Timeless } from './model.js';
import type { ClosedOut, ClosingAct, ClosingRefusal, ClosingReply, RefuseClosing } from './outcome.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';

const space = {
  solved: ['no', 'yes'],
  /** `nobody`: the conversation has no agent. */
  actor: ['assigned', 'other', 'nobody'],
  /** The steps taken, as far as they were in order; `bot-early`, `click-early`: the first that was not. */
  done: ['none', 'reply', 'reply-and-bot', 'all', 'bot-early', 'click-early'],
} as const;

/** What the table answers: a refusal, the next step, or that all are done. */
export type ClosingAnswer =
  { readonly refuse: ClosingRefusal } | { readonly next: ClosingStep } | { readonly complete: true };

const rows: readonly Row<typeof space, RuleId, ClosingAnswer>[] = [
  // L69: only what was solved is closed …
  { rule: 'messaging/close-when', when: { solved: 'no' }, then: { refuse: 'not-solved' } },
  // … and by the agent whose case it is.
  {
    rule: 'messaging/close-who',
    when: { solved: 'yes', actor: 'other' },
    then: { refuse: 'not-assigned-agent' },
  },
  {
    rule: 'messaging/close-who',
    when: { solved: 'yes', actor: 'nobody', done: ['none', 'reply', 'reply-and-bot', 'bot-early', 'click-early'] },
    then: { refuse: 'not-assigned-agent' },
  },
  // ME-4: the manual's order; the click takes the assignment away, so it comes last.
  {
    rule: 'messaging/close-2-bot',
    when: { solved: 'yes', actor: 'assigned', done: 'bot-early' },
    then: { refuse: 'out-of-order' },
  },
  {
    rule: 'messaging/close-3-click',
    when: { solved: 'yes', actor: 'assigned', done: 'click-early' },
    then: { refuse: 'out-of-order' },
  },
  // L71–73.
  {
    rule: 'messaging/close-1-reply',
    when: { solved: 'yes', actor: 'assigned', done: 'none' },
    then: { next: 'standard-reply' },
    applies: ['messaging/close-1-text', 'messaging/close-when', 'messaging/close-who'],
  },
  // L75.
  {
    rule: 'messaging/close-2-bot',
    when: { solved: 'yes', actor: 'assigned', done: 'reply' },
    then: { next: 'reactivate-bot' },
  },
  // L76.
  {
    rule: 'messaging/close-3-click',
    when: { solved: 'yes', actor: 'assigned', done: 'reply-and-bot' },
    then: { next: 'click-close' },
  },
  // L78: the bot on, the conversation open, nobody assigned (ME-1).
  {
    rule: 'messaging/close-final-state',
    when: { solved: 'yes', actor: ['assigned', 'nobody'], done: 'all' },
    then: { complete: true },
    applies: ['messaging/close-3-click'],
  },
];

/** How a conversation is closed: 36 situations. */
export const closingTable = /* @__PURE__ */ decisionTable({
  name: 'messaging/closing',
  hit: 'unique',
  facts: space,
  rows,
});

/** Whether it is solved, who wants to close it, and how far they are: a situation of `closingTable`. */
export type ClosingSeen = (typeof closingTable.situations)[number];
/** Why it is not to be closed, the next step, or that all three are done. */
export type ClosingOutcome = RefuseClosing | ClosingReply | ClosingAct | ClosedOut;
/** What `closing` answers. Time changes nothing here: `validUntil` is `null`. */
export type ClosingDecision = Decision<ClosingOutcome, RuleId, ClosingSeen>;

/** Who asks how a conversation is to be closed, and what was done already. */
export interface Closing {
  readonly solved: boolean;
  /** The agent whose case it is; `null`: nobody's, as after the last step. */
  readonly agent: string | null;
  /** Who wants to close it. */
  readonly actor: string;
  /** The steps taken, in the order in which they were. A step taken twice counts once. */
  readonly done: readonly ClosingStep[];
}

/** What stands when all three steps are done. The button says that it closes; the conversation is open (ME-1). */
const closedOut: ClosedOut = /* @__PURE__ */ Object.freeze({
  action: 'none',
  reason: 'complete',
  bot: 'on',
  conversation: 'open',
  agent: null,
});

/**
 * The next of the three steps by which a conversation is closed, or why it is not to be: not solved, not this user's
 * case, or a step that came before its turn. Afterwards the bot is on, and the conversation is open and nobody's.
 *
 * Source: messaging L67–78.
 */
export function closing(asked: Closing, { policy = defaultPolicy }: Timeless = {}): ClosingDecision {
  const address = closingAddress(asked, policy);
  const { rule, then } = closingTable.row(address);
  const situation = closingTable.situations[address] as ClosingSeen;
  return { outcome: outcomeOf(then, asked.agent), rule, situation, validUntil: null };
}

/** Whether all three steps were taken. */
export function isClosed({ closing: done = [] }: Facts): boolean {
  return stepsInAnyOrder(done) === 'all';
}

/** What `decide` answers of a case that was solved, has an agent and lacks a step. */
export interface OwnClosing extends ClosingDecision {
  readonly outcome: ClosingReply | ClosingAct;
}

/**
 * The next closing step of the agent whose case it is. In whatever order the others were taken, the first that is
 * missing.
 */
export function ownClosing({ agent = null, closing: done = [] }: Facts): OwnClosing {
  const address = solving.yes + actors.assigned + progress[stepsInAnyOrder(done)];
  const { rule, then } = closingTable.row(address);
  const situation = closingTable.situations[address] as ClosingSeen;
  // Nothing is refused to the assigned agent of a solved case, and something is missing.
  return { outcome: outcomeOf(then, agent) as OwnClosing['outcome'], rule, situation, validUntil: null };
}

function outcomeOf(answer: ClosingAnswer, agent: string | null): ClosingOutcome {
  if ('refuse' in answer) return { action: 'refuse', code: answer.refuse };
  if ('complete' in answer) return closedOut;
  return answer.next === 'standard-reply'
    ? { action: 'send-message', template: 'closing', step: answer.next, data: { agent } }
    : { action: answer.next, by: agent };
}

const order = ['standard-reply', 'reactivate-bot', 'click-close'] as const;
/** How far the steps were taken, by their number. */
const reached = ['none', 'reply', 'reply-and-bot', 'all'] as const;
const { solved: solving, actor: actors, done: progress } = /* @__PURE__ */ closingTable.at;

function closingAddress({ solved, agent, actor, done }: Closing, policy: Policy): number {
  return (
    (solved ? solving.yes : solving.no) +
    (maySolve(actor, agent, policy) ? actors.assigned : isNamed(agent) ? actors.other : actors.nobody) +
    (policy.closeOrder === 'strict' ? progress[stepsInOrder(done)] : progress[stepsInAnyOrder(done)])
  );
}

/** Whether a user may solve and close the case of an agent. */
export function maySolve(actor: string, agent: string | null | undefined, { closers, users }: Policy): boolean {
  if (isNamed(agent) && actor === agent) return true;
  return (
    closers === 'assigned-agent-or-administrator' &&
    users.some(({ name, role }) => name === actor && role === 'administrator')
  );
}

/** How far the steps were taken in order, or which was the first that was not. */
function stepsInOrder(done: readonly ClosingStep[]): ClosingSeen['done'] {
  let taken = 0;
  for (const step of done) {
    const place = order.indexOf(step);
    if (place > taken) return step === 'click-close' ? 'click-early' : 'bot-early';
    if (place === taken) taken += 1;
  }
  return reached[taken] as ClosingSeen['done'];
}

/** Where no order is asked for, the first step that is missing is the next. */
function stepsInAnyOrder(done: readonly ClosingStep[]): ClosingSeen['done'] {
  const missing = order.findIndex((step) => !done.includes(step));
  return missing === -1 ? 'all' : (reached[missing] as ClosingSeen['done']);
}
