import { kernel, pending, requirement, type routing } from 'pauta';
import { earliest, type Change, type LookAgain } from './change.js';
import { conversationsAt, type ConversationReport } from './conversations.js';
import type { ChatRecord, Customer } from './formats.js';
import { movesAt, type MoveReport } from './moves.js';
import { ownerOf } from './owner.js';
import type { Records } from './read.js';

/**
 * What comes first of tickets and chats, and why (of moves, `moves.ts` says it; of the bot's conversations, `conversations.ts`):
 * 1. escalations: the contact centre has done all that it may, and only the supervisor can move the matter;
 * 2. chats: somebody sits in front of a screen and waits, and the one who has waited longest goes first;
 * 3. tickets to file: a term has run out, and nothing moves until the ticket exists;
 * 4. answers to read out: the work is done, and the client does not know it;
 * 5. dates to tell: the client is in term and loses nothing by waiting for the call;
 * 6. what no rule covers: it may be urgent or not, and only a person can tell.
 */
export const urgencies = ['escalate', 'attend', 'file', 'read-answer', 'tell-date', 'judge'] as const;

export type Urgency = (typeof urgencies)[number];

const urgencyOf = {
  'escalate-supervisor': 'escalate',
  'create-ticket': 'file',
  'tell-client-to-file': 'file',
  'read-answer': 'read-answer',
  'tell-max-date': 'tell-date',
  'tell-insistence-max-date': 'tell-date',
  'not-covered': 'judge',
} as const satisfies Record<requirement.Outcome['action'], Urgency>;

interface TicketEntry {
  readonly kind: 'ticket';
  readonly urgency: Urgency;
  readonly id: string;
  readonly customer: Customer;
  readonly subject: string;
  /** Since when it has been open. */
  readonly since: kernel.Instant;
  readonly decision: requirement.RequirementDecision;
}

interface ChatEntry {
  readonly kind: 'chat';
  readonly urgency: 'attend';
  readonly id: string;
  readonly customer: Customer;
  /** Since when the client, or the task, has been left; `null`: the facts do not say. */
  readonly since: kernel.Instant | null;
  readonly decision: pending.PendingDecision;
  /** Whose it is, and why; `null`: there is no portfolio to tell it by. */
  readonly routing: routing.RoutingDecision | null;
}

export type Entry = TicketEntry | ChatEntry;

export interface Report {
  readonly at: kernel.Instant;
  /** Tickets and chats, by urgency. */
  readonly entries: readonly Entry[];
  readonly moves: MoveReport;
  readonly conversations: ConversationReport;
  /** How many chats need nobody, and why. */
  readonly calm: Readonly<Record<pending.Nothing['reason'], number>>;
  /** What became of the events of all chats. */
  readonly replayed: Readonly<Record<pending.PendingRecorded['status'], number>>;
  /** `null`: by time alone nothing changes any more. */
  readonly lookAgain: LookAgain | null;
}

/** What to do at an instant. It reads no clock and no file: the same records and instant give the same report. */
export function report(
  records: Omit<Records, 'problems' | 'notices'>,
  settings: { readonly at: kernel.Instant; readonly zone: string },
): Report {
  const { at, zone } = settings;
  const policy = requirement.policy({ zone });
  const clock = kernel.fixedClock(at);
  const changes: Change[] = [];

  const tickets: TicketEntry[] = [];
  for (const { id, customer, subject, openedAt, facts } of records.tickets) {
    const decideAt = (instant: kernel.Instant): requirement.RequirementDecision =>
      requirement.decide(facts, { clock: kernel.fixedClock(instant), policy });
    if (openedAt > at) {
      changes.push({
        at: openedAt,
        kind: 'ticket',
        id,
        customer,
        change: 'ticket-opens',
        rule: decideAt(openedAt).rule,
      });
      continue;
    }
    const decision = decideAt(at);
    const { validUntil } = decision;
    if (validUntil !== null) {
      changes.push({
        at: validUntil,
        kind: 'ticket',
        id,
        customer,
        change: 'term-ends',
        rule: decideAt(validUntil).rule,
      });
    }
    tickets.push({
      kind: 'ticket',
      urgency: urgencyOf[decision.outcome.action],
      id,
      customer,
      subject,
      since: openedAt,
      decision,
    });
  }

  const replayed = { applied: 0, late: 0, duplicate: 0, 'no-effect': 0, refused: 0 };
  const calm = { 'no-messages': 0, resolved: 0, 'seller-last': 0, 'ai-process': 0 };
  const chats = records.chats.map((chat) => ({ ...chat, facts: replay(chat, clock, replayed) }));
  for (const { id, customer, facts } of chats) {
    const { outcome, validUntil } = pending.decide(facts, { clock });
    if (outcome.action === 'none') calm[outcome.reason] += 1;
    if (validUntil === null) continue;
    const next = pending.decide(facts, { clock: kernel.fixedClock(validUntil) });
    const change = next.rule === 'pending/ai-window-exceeded' ? 'ai-window-ends' : 'event-ahead';
    changes.push({ at: validUntil, kind: 'chat', id, customer, change, rule: next.rule });
  }
  const { desk } = records;
  const waiting = pending
    .queue(chats, { clock, factsOf: ({ facts }) => facts })
    .waiting.map(({ chat, waitingSince, pendingSince }): ChatEntry => ({
      kind: 'chat',
      urgency: 'attend',
      id: chat.id,
      customer: chat.customer,
      since: waitingSince ?? pendingSince,
      decision: pending.decide(chat.facts, { clock }),
      routing: desk === null ? null : ownerOf(chat, desk, at),
    }));

  const entries = urgencies.flatMap((urgency): readonly Entry[] =>
    urgency === 'attend' ? waiting : tickets.filter((ticket) => ticket.urgency === urgency).sort(byPressure),
  );
  const { changes: moveChanges, ...moves } = movesAt(records.moves, settings);
  const { changes: conversationChanges, ...conversations } = conversationsAt(records.conversations, at);
  const lookAgain = earliest([...changes, ...moveChanges, ...conversationChanges]);
  return { at, entries, moves, conversations, calm, replayed, lookAgain };
}

/** The chat's facts as they were known at the instant of the clock; what is dated later waits in them for its turn. */
function replay(
  { events }: ChatRecord,
  clock: kernel.Clock,
  tally: Record<pending.PendingRecorded['status'], number>,
): pending.Facts {
  let state = pending.start();
  for (const event of events) {
    const recorded = pending.record(state, event, { clock });
    tally[recorded.status] += 1;
    state = recorded.state;
  }
  return state.facts;
}

/** Whose answer expires first, then who came first. */
function byPressure(a: TicketEntry, b: TicketEntry): number {
  const expiry = (entry: TicketEntry): number => entry.decision.validUntil ?? Number.MAX_VALUE;
  return expiry(a) - expiry(b) || a.since - b.since || (a.id < b.id ? -1 : 1);
}
