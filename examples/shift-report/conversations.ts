import { kernel, messaging } from 'pauta';
import { earliest, type Change, type LookAgain } from './change.js';
import type { ConversationRecord } from './conversation-format.js';
import type { Customer } from './formats.js';
import { saidOf, threadAt, type Said, type Thread } from './thread.js';

/**
 * What comes first, and why:
 * 1. clients without an answer: the bot is silent, or a comment stands open;
 * 2. support cases: a client made a ticket, and the bot is off until the case is closed;
 * 3. closings half done: the matter is solved, and until the bot is on again nobody answers;
 * 4. contacts to be loaded into the CRM: the client waits for nothing, the sales do;
 * 5. classification: nobody waits for it, but what is not filed is lost sight of;
 * 6. what no rule covers: only a person can tell;
 * 7. what waits, for an hour or for the client.
 */
export const conversationUrgencies = ['answer', 'case', 'close', 'load', 'classify', 'judge', 'wait'] as const;

export type ConversationUrgency = (typeof conversationUrgencies)[number];

type Bare<D> = D extends unknown ? Omit<D, 'rule'> : never;

/** What is to be done in a conversation; `messaging.duties` gives the rule beside it. */
export type TalkStep = Bare<messaging.Duty>;
/** What is to be done, or waited for, on the way into the CRM. */
export type LoadingStep = Exclude<messaging.IntakeOutcome, { readonly action: 'none' }>;

/** By action; within one urgency, in the order in which they are told. */
const talkUrgency = {
  hook: 'answer',
  'reply-comment': 'answer',
  'call-user': 'case',
  'locate-user': 'case',
  'send-message': 'case',
  'need-fact': 'case',
  'monitor-case': 'case',
  'reactivate-bot': 'close',
  'click-close': 'close',
  classify: 'classify',
} as const satisfies Record<TalkStep['action'], ConversationUrgency>;

const loadingUrgency = {
  'run-automation': 'load',
  'load-to-crm': 'load',
  'send-survey': 'load',
  'not-covered': 'judge',
  wait: 'wait',
  'await-data': 'wait',
  'await-survey': 'wait',
} as const satisfies Record<LoadingStep['action'], ConversationUrgency>;

const actions: readonly string[] = [...Object.keys(talkUrgency), ...Object.keys(loadingUrgency)];

interface Decided<Outcome> {
  readonly outcome: Outcome;
  readonly rule: messaging.RuleId;
  readonly validUntil: kernel.Instant | null;
}

/** One thing to do in a conversation, or to wait for. A conversation may have several. */
export type ConversationEntry = {
  readonly kind: 'conversation';
  readonly urgency: ConversationUrgency;
  readonly id: string;
  readonly customer: Customer;
  readonly channel: string;
  /** Whose the conversation is; `null`: nobody's. */
  readonly agent: string | null;
  /** The message to be sent, composed; `null`: none is. */
  readonly text: string | null;
} & (
  | { readonly system: 'talk'; readonly decision: Decided<TalkStep> }
  | { readonly system: 'intake'; readonly decision: Decided<LoadingStep> }
);

/** Why nobody has anything to do in a conversation. */
export type Quiet = Extract<messaging.Outcome, { readonly action: 'none' }>['reason'];

export interface ConversationReport {
  /** By urgency and action, waits by their end; of equals, in the order of the file: the manual names none. */
  readonly entries: readonly ConversationEntry[];
  /** How many conversations there are, and in how many of them something is due, or is only waited for. */
  readonly counts: { readonly all: number; readonly due: number; readonly waiting: number };
  /** How many of the others need nobody, and why. */
  readonly quiet: Readonly<Partial<Record<Quiet, number>>>;
  /** Where the bot is to be watched, and what is to be done there. */
  readonly round: messaging.RoundDecision;
  /** What became of the events of all conversations. */
  readonly replayed: Readonly<Record<messaging.ConversationRecorded['status'], number>>;
  /** `null`: by time alone nothing changes any more. */
  readonly lookAgain: LookAgain | null;
}

/** What is due in the conversations of the bot at an instant, and what waits. */
export function conversationsAt(
  records: readonly ConversationRecord[],
  at: kernel.Instant,
): ConversationReport & { readonly changes: readonly Change[] } {
  const clock = kernel.fixedClock(at);
  const threads = records.map((record) => threadAt(record, at));
  const { due } = messaging.agenda(threads, {
    clock,
    factsOf: ({ talk }) => talk.facts,
    intakeOf: ({ loading }) => loading.facts,
  });
  const isDue = new Set(due.map(({ chat }) => chat));
  const entries: ConversationEntry[] = [];
  const quiet: Partial<Record<Quiet, number>> = {};
  const replayed = { applied: 0, late: 0, duplicate: 0, 'no-effect': 0, refused: 0 };
  const changes: Change[] = [];
  let waiting = 0;
  for (const thread of threads) {
    const said = saidOf(thread, at);
    const own = entriesOf(thread, said, clock);
    entries.push(...own);
    for (const status of thread.statuses) replayed[status] += 1;
    const change = changeOf(thread.record, said);
    if (change !== null) changes.push(change);
    if (isDue.has(thread)) continue;
    if (own.length > 0) waiting += 1;
    else if (said.next.outcome.action === 'none') {
      const { reason } = said.next.outcome;
      quiet[reason] = (quiet[reason] ?? 0) + 1;
    }
  }
  return {
    entries: entries.sort(byUrgency),
    counts: { all: records.length, due: due.length, waiting },
    quiet,
    round: messaging.round(),
    replayed,
    lookAgain: earliest(changes),
    changes,
  };
}

function entriesOf(
  { record, talk }: Thread,
  { duties, intake }: Said,
  clock: kernel.Clock,
): readonly ConversationEntry[] {
  const { id, customer, channel } = record;
  const common = { kind: 'conversation', id, customer, channel, agent: talk.facts.agent ?? null } as const;
  const due = duties.map(({ rule, ...outcome }): ConversationEntry => ({
    ...common,
    urgency: 'step' in outcome ? 'close' : talkUrgency[outcome.action],
    text: textOf(outcome, clock),
    system: 'talk',
    decision: { outcome, rule, validUntil: null },
  }));
  const { outcome, rule, validUntil } = intake;
  if (outcome.action === 'none') return due;
  const urgency = loadingUrgency[outcome.action];
  return [...due, { ...common, urgency, text: null, system: 'intake', decision: { outcome, rule, validUntil } }];
}

function byUrgency(a: ConversationEntry, b: ConversationEntry): number {
  const rank = ({ urgency }: ConversationEntry): number => conversationUrgencies.indexOf(urgency);
  const action = ({ decision }: ConversationEntry): number => actions.indexOf(decision.outcome.action);
  const expiry = ({ decision }: ConversationEntry): number => decision.validUntil ?? Number.MAX_VALUE;
  return rank(a) - rank(b) || action(a) - action(b) || expiry(a) - expiry(b);
}

/** What is to be sent, ready to be copied. */
function textOf(step: TalkStep, clock: kernel.Clock): string | null {
  if (step.action !== 'send-message') return null;
  const { outcome } = messaging.message(step.template, step.data, { clock });
  return outcome.action === 'send-text' ? outcome.text : null;
}

/** When the conversation will stand otherwise, and the rule that will be behind it. Most events ahead change nothing. */
function changeOf(record: ConversationRecord, now: Said): Change | null {
  const { id, customer } = record;
  for (let at = now.until; at !== null;) {
    const then = saidOf(threadAt(record, at), at);
    const rule = ruleBehind(now, then);
    if (rule !== null) return { at, kind: 'conversation', id, customer, change: 'conversation-changes', rule };
    at = then.until;
  }
  return null;
}

/** The rule by which something else is said than before; `null`: all is as it was. */
function ruleBehind(now: Said, then: Said): messaging.RuleId | null {
  const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const decided = ({ intake: { outcome, rule } }: Said): unknown => [outcome, rule];
  if (!isSame(decided(now), decided(then))) return then.intake.rule;
  const lacking = (from: Said, { duties }: Said): messaging.Duty | undefined =>
    from.duties.find((duty) => duties.every((other) => !isSame(duty, other)));
  const duty = lacking(then, now) ?? lacking(now, then);
  if (duty !== undefined) return duty.rule;
  return isSame(now.next.outcome, then.next.outcome) ? null : then.next.rule;
}
