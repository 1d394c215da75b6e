import { contact, ladder, type kernel } from 'pauta';
import { earliest, type Change, type LookAgain } from './change.js';
import type { Customer } from './formats.js';
import type { MoveRecord } from './move-format.js';
import { voicesAt, type MoveEnd, type Policies, type Voice, type Voices } from './voice.js';

/**
 * What comes first, and why:
 * 1. movers who said yes: a press or two from the end, and a mover who waits takes another job;
 * 2. clients: somebody is to be called, written to or answered;
 * 3. the search: the next step is due, or movers are to be asked;
 * 4. facts that nobody has given, and without which nothing goes on;
 * 5. what no rule covers: only a person can tell;
 * 6. what waits, for an hour, a mover or a client.
 */
export const moveUrgencies = ['assign', 'client', 'search', 'ask', 'judge', 'wait'] as const;

export type MoveUrgency = (typeof moveUrgencies)[number];

const searchUrgency = {
  'send-offer': 'assign',
  'check-offer': 'assign',
  'recheck-offer': 'assign',
  'confirm-to-mp': 'assign',
  'contact-client': 'client',
  'tell-contact': 'client',
  'resend-to-mps': 'search',
  'send-broadcast-lists': 'search',
  'search-inter-mps': 'search',
  'need-fact': 'ask',
  'not-covered': 'judge',
  'collect-replies': 'wait',
  wait: 'wait',
  hold: 'wait',
} as const satisfies Record<Exclude<ladder.Outcome['action'], 'none'>, MoveUrgency>;

const contactUrgency = {
  'assign-available-mp': 'assign',
  'assign-mp': 'assign',
  'call-now': 'client',
  'send-help-mail': 'client',
  'send-call-record-mail': 'client',
  'handle-reply': 'client',
  'take-steps': 'client',
  'write-chat-note': 'client',
  'change-date': 'client',
  'send-search-ack': 'client',
  'update-dates': 'client',
  'send-found-mail': 'client',
  'send-not-found-mail': 'client',
  'send-refund-template': 'client',
  'apply-reverso': 'client',
  'restart-broadcast': 'search',
  'need-fact': 'ask',
  'not-covered': 'judge',
  wait: 'wait',
  'await-reply': 'wait',
  'await-dates': 'wait',
  'await-search': 'wait',
  'await-answer': 'wait',
} as const satisfies Record<Exclude<contact.Outcome['action'], 'none'>, MoveUrgency>;

/** A move that is not over. */
export type MoveEntry = Voice & {
  readonly kind: 'move';
  readonly urgency: MoveUrgency;
  readonly id: string;
  readonly customer: Customer;
  readonly service: ladder.Facts['category'];
  readonly moveDate: kernel.CivilDate | null;
  readonly duties: readonly ladder.Duty[];
  /** What the contact has to do too, where the search has the word. */
  readonly beside: contact.ContactDecision | null;
};

export interface MoveReport {
  /** By urgency. */
  readonly entries: readonly MoveEntry[];
  /** How many are over, and how. */
  readonly over: Readonly<Record<MoveEnd, number>>;
  /** `null`: by time alone nothing changes any more. */
  readonly lookAgain: LookAgain | null;
}

/** What is due with the moves at an instant, and what waits. */
export function movesAt(
  records: readonly MoveRecord[],
  { at, zone }: { readonly at: kernel.Instant; readonly zone: string },
): MoveReport & { readonly changes: readonly Change[] } {
  const policies = { ladder: ladder.policy({ zone }), contact: contact.policy({ zone }) };
  const entries: MoveEntry[] = [];
  const over = { assigned: 0, refunded: 0, cancelled: 0 };
  const changes: Change[] = [];
  for (const record of records) {
    const { id, customer, search } = record;
    const { searchingSince } = search.facts;
    if (searchingSince > at) {
      const { rule } = voicesAt(record, searchingSince, policies).first.decision;
      changes.push({ at: searchingSince, kind: 'move', id, customer, change: 'move-enters', rule });
      continue;
    }
    const voices = voicesAt(record, at, policies);
    const next = changeOf(record, voices, policies);
    if (next !== null) changes.push({ ...next, kind: 'move', id, customer, change: 'move-changes' });
    if (voices.end !== null) over[voices.end] += 1;
    else entries.push(entryOf(record, voices));
  }
  return { entries: entries.sort(byUrgency), over, lookAgain: earliest(changes), changes };
}

function entryOf({ id, customer, search, contact: stored }: MoveRecord, voices: Voices): MoveEntry {
  const { first, duties, beside } = voices;
  const { category: service, moveDate } = search.facts;
  const urgency = urgencyOf(first);
  return {
    ...first,
    kind: 'move',
    // Whoever waits for answers may have movers to ask meanwhile.
    urgency: urgency === 'wait' && (duties.length > 0 || beside !== null) ? 'search' : urgency,
    id,
    customer,
    service,
    moveDate: stored?.facts.moveDate ?? moveDate ?? null,
    duties,
    beside,
  };
}

function urgencyOf(voice: Voice): MoveUrgency {
  if (voice.system === 'contact') {
    const { outcome } = voice.decision;
    return outcome.action === 'none' ? 'wait' : contactUrgency[outcome.action];
  }
  const { outcome } = voice.decision;
  if (outcome.action !== 'none') return searchUrgency[outcome.action];
  // Somebody has the job, and the client is to hear of it; or the client is in other hands.
  return outcome.reason === 'assigned' ? 'client' : 'wait';
}

/** Whose day is nearest, then whose answer expires sooner; of what waits, the other way round. */
function byUrgency(a: MoveEntry, b: MoveEntry): number {
  const rank = ({ urgency }: MoveEntry): number => moveUrgencies.indexOf(urgency);
  const day = ({ moveDate }: MoveEntry): string => moveDate ?? '9999';
  const expiry = ({ decision }: MoveEntry): number => decision.validUntil ?? Number.MAX_VALUE;
  const byDay = day(a).localeCompare(day(b), 'en');
  const byExpiry = expiry(a) - expiry(b);
  const [first, second] = a.urgency === 'wait' ? [byExpiry, byDay] : [byDay, byExpiry];
  return rank(a) - rank(b) || first || second || a.id.localeCompare(b.id, 'en');
}

/** When the move will stand otherwise, and the rule that will be behind it. Most boundaries change nothing. */
function changeOf(record: MoveRecord, now: Voices, policies: Policies): Pick<Change, 'at' | 'rule'> | null {
  const asText = written(now);
  for (let at = now.until; at !== null;) {
    const then = voicesAt(record, at, policies);
    if (written(then) !== asText) return { at, rule: ruleBehind(now, then) };
    at = then.until;
  }
  return null;
}

/** What the report says of a move, to be compared. */
function written({ first, beside, duties }: Voices): string {
  return JSON.stringify([decided(first), duties, beside === null ? null : decided({ decision: beside })]);
}

function decided({ decision }: Pick<Voice, 'decision'>): unknown {
  return [decision.rule, decision.outcome];
}

function ruleBehind(now: Voices, then: Voices): Change['rule'] {
  const rules = then.first.decision.rule;
  if (JSON.stringify(decided(now.first)) !== JSON.stringify(decided(then.first))) return rules;
  const isNew = (duty: ladder.Duty, known: Voices): boolean =>
    known.duties.every((other) => JSON.stringify(other) !== JSON.stringify(duty));
  const duty = then.duties.find((one) => isNew(one, now)) ?? now.duties.find((one) => isNew(one, then));
  return duty?.rule ?? (then.beside ?? now.beside)?.rule ?? rules;
}
