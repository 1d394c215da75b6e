import type { CivilDate } from '../kernel/calendar.js';
import { Now, type Instant } from '../kernel/clock.js';
import { changesAt, type Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import type { Confirmation, Context } from './model.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';

/** Why a mover says no. */
export type RefusalReason = 'date' | 'price' | 'other';

/** What a mover answered. */
export interface Reply {
  readonly mp: string;
  readonly at: Instant;
  readonly answer: 'yes' | 'no';
  /** Only with a no; absent or `null`: none was given. */
  readonly reason?: RefusalReason | null;
  /** Only with a no: a date on which the mover could. */
  readonly availability?: CivilDate | null;
}

/** The replies by instant; of those of one instant, in the order of arrival (LA-18). */
export function inOrder(replies: readonly Reply[]): readonly Reply[] {
  return replies.toSorted((a, b) => a.at - b.at);
}

/**
 * Who said yes, from when until when, the earliest first. A repeated yes keeps its place, a no takes it back,
 * and a yes after it queues anew (LA-17). A mover whose offer failed is passed over.
 */
export function confirmationsOf(replies: readonly Reply[], failed?: readonly string[]): readonly Confirmation[] {
  return replies.reduce<readonly Confirmation[]>((confirmations, reply) => withReply(confirmations, reply, failed), []);
}

/** The confirmations after one more reply, which is not earlier than any before it. */
export function withReply(
  confirmations: readonly Confirmation[],
  { mp, at, answer }: Reply,
  failed?: readonly string[],
): readonly Confirmation[] {
  const known = confirmations.find((one) => one.mp === mp && one.until === null);
  if (answer === 'no') {
    return confirmations.map((one) => (one === known ? { mp, since: one.since, until: at } : one));
  }
  return known !== undefined || failed?.includes(mp) === true
    ? confirmations
    : [...confirmations, { mp, since: at, until: null }];
}

/** Whether a confirmation stands. */
export function stands({ since, until }: Confirmation, now: Now): boolean {
  return now.hasReached(since) && (until === null || !now.hasReached(until));
}

const winnerSpace = { confirmers: ['none', 'one', 'several'] } as const;

const winnerRows: readonly Row<typeof winnerSpace, RuleId, 'nobody' | 'first'>[] = [
  { rule: 'ladder/first-confirmer-wins', when: { confirmers: 'none' }, then: 'nobody' },
  // L12: "al primero que responda": the first to confirm (LA-16).
  { rule: 'ladder/first-confirmer-wins', when: { confirmers: ['one', 'several'] }, then: 'first' },
];

/** Who gets the job, of those who confirmed. */
export const winnerTable = /* @__PURE__ */ decisionTable({
  name: 'ladder/winner',
  hit: 'unique',
  facts: winnerSpace,
  rows: winnerRows,
});

/** Who is chosen. `nobody-stands`: no yes was given, or each was taken back or its offer failed. */
export type WinnerOutcome =
  | {
      readonly action: 'choose';
      readonly mp: string;
      /** Who comes after, in order, should the offer fail. */
      readonly fallbacks: readonly string[];
    }
  | { readonly action: 'none'; readonly reason: 'nobody-stands' };

/** What `winner` answers. `validUntil`: a reply dated ahead changes who stands; `null`: none does. */
export type WinnerDecision = Decision<WinnerOutcome, RuleId, { readonly confirmers: 'none' | 'one' | 'several' }>;

/**
 * Who gets the job: the earliest yes that still stands, of replies in any order of delivery; those of one instant
 * count in the order given. `failedOffers`: movers whose offer could not be completed.
 * A reply dated ahead of the clock counts from its instant on.
 *
 * Source: manual-assignment L12.
 */
export function winner(
  replies: readonly Reply[],
  context: Pick<Context, 'clock'>,
  failedOffers?: readonly string[],
): WinnerDecision {
  const confirmations = confirmationsOf(inOrder(replies), failedOffers);
  const standingAt = (now: Now): readonly string[] =>
    confirmations.filter((one) => stands(one, now)).map(({ mp }) => mp);
  const now = new Now(context.clock.now());
  const standing = standingAt(now);
  const validUntil = changesAt(now, (later) => JSON.stringify(standingAt(later)) === JSON.stringify(standing));
  const [mp, ...fallbacks] = standing;
  const confirmers = mp === undefined ? 'none' : fallbacks.length === 0 ? 'one' : 'several';
  const { rule } = winnerTable.row(winnerTable.at.confirmers[confirmers]);
  const outcome: WinnerOutcome =
    mp === undefined ? { action: 'none', reason: 'nobody-stands' } : { action: 'choose', mp, fallbacks };
  return { outcome, rule, situation: { confirmers }, validUntil };
}

const refusalSpace = {
  reason: ['none', 'date', 'price', 'other'],
  availability: ['unknown', 'known'],
} as const;

/** What a refusal leads to. */
export interface RefusalOutcome {
  readonly action: 'ask-why' | 'ask-availability' | 'store-availability' | 'count-price' | 'store-reason';
}

const refusalRows: readonly Row<typeof refusalSpace, RuleId, RefusalOutcome>[] = [
  // L11: "preguntar el porqué".
  { rule: 'ladder/ask-why-on-no', when: { reason: 'none' }, then: { action: 'ask-why' } },
  // L11: "si es por fecha, sería bueno conocer la disponibilidad".
  {
    rule: 'ladder/date-refusal-availability',
    when: { reason: 'date', availability: 'unknown' },
    then: { action: 'ask-availability' },
    applies: ['ladder/ask-why-on-no'],
  },
  {
    rule: 'ladder/date-refusal-availability',
    when: { reason: 'date', availability: 'known' },
    then: { action: 'store-availability' },
    applies: ['ladder/offer-date-change-before-impossibility'],
  },
  // L11: several of these are reported.
  {
    rule: 'ladder/price-refusals-report',
    when: { reason: 'price' },
    then: { action: 'count-price' },
    applies: ['ladder/ask-why-on-no'],
  },
  { rule: 'ladder/ask-why-on-no', when: { reason: 'other' }, then: { action: 'store-reason' } },
];

/** What a refusal leads to. */
export const refusalTable = /* @__PURE__ */ decisionTable({
  name: 'ladder/refusal',
  hit: 'unique',
  facts: refusalSpace,
  rows: refusalRows,
});

/** What `onRefusal` answers. Time changes nothing here: `validUntil` is `null`. */
export type RefusalDecision = Decision<
  RefusalOutcome,
  RuleId,
  { readonly reason: 'none' | RefusalReason; readonly availability: 'unknown' | 'known' }
>;

const refused = /* @__PURE__ */ refusalTable.situations.map((situation, address): RefusalDecision => {
  const { rule, then } = refusalTable.row(address);
  return Object.freeze({ outcome: Object.freeze(then), rule, situation, validUntil: null });
});

/** What to do about a no: ask why, ask for a date, keep it, or count it. Source: manual-assignment L11. */
export function onRefusal({ reason, availability }: Pick<Reply, 'reason' | 'availability'>): RefusalDecision {
  const { reason: reasons, availability: known } = refusalTable.at;
  const address = reasons[reason ?? 'none'] + (availability == null ? known.unknown : known.known);
  return refused[address] as RefusalDecision;
}

const priceSpace = { refusals: ['too-few', 'several'], reported: ['no', 'yes'] } as const;

const priceRows: readonly Row<typeof priceSpace, RuleId, 'report-price' | 'too-few' | 'already-reported'>[] = [
  // L11: "varios MPs … por precio, reportarlo a team leader y head".
  { rule: 'ladder/price-refusals-report', when: { refusals: 'several', reported: 'no' }, then: 'report-price' },
  { rule: 'ladder/price-refusals-report', when: { refusals: 'too-few', reported: 'no' }, then: 'too-few' },
  // LA-14: once per round.
  { rule: 'ladder/price-refusals-report', when: { reported: 'yes' }, then: 'already-reported' },
];

/** Whether refusals for the price are reported. */
export const priceTable = /* @__PURE__ */ decisionTable({
  name: 'ladder/price',
  hit: 'unique',
  facts: priceSpace,
  rows: priceRows,
});

/** Whether to report, and whose refusals. `too-few`: of fewer movers than the policy's `several`. */
export type PriceOutcome =
  | {
      readonly action: 'report-price';
      /** Both of them. */
      readonly to: readonly ['team-leader', 'head'];
      /** The movers who refused for the price, the first to do so first. */
      readonly mps: readonly string[];
    }
  | { readonly action: 'none'; readonly reason: 'too-few' | 'already-reported' };
/** What `priceReport` answers. `validUntil`: a reply or a report dated ahead changes it; `null`: none does. */
export type PriceDecision = Decision<
  PriceOutcome,
  RuleId,
  { readonly refusals: 'too-few' | 'several'; readonly reported: 'no' | 'yes' }
>;

const recipients = /* @__PURE__ */ Object.freeze(['team-leader', 'head'] as const);

/**
 * Whether the refusals for the price are reported to team leader and head: once in a round, when several distinct
 * movers gave that reason, whatever they answered before or after.
 *
 * Source: manual-assignment L11.
 */
export function priceReport(
  replies: readonly Reply[],
  context: Context,
  reportedAt: Instant | null = null,
): PriceDecision {
  const { several } = context.policy ?? defaultPolicy;
  // In order of time: who refused first does not depend on what is still to come.
  const priced = inOrder(replies.filter(isPrice));
  const answerAt = (now: Now): { readonly address: number; readonly mps: readonly string[] } => {
    const mps = [...new Set(priced.filter(({ at }) => now.hasReached(at)).map(({ mp }) => mp))];
    return { address: priceAddress(mps.length, several, reportedAt !== null && now.hasReached(reportedAt)), mps };
  };
  const now = new Now(context.clock.now());
  const { address, mps } = answerAt(now);
  const { rule, then } = priceTable.row(address);
  const outcome: PriceOutcome =
    then === 'report-price' ? { action: then, to: recipients, mps } : { action: 'none', reason: then };
  const validUntil = changesAt(now, (later) => {
    const next = answerAt(later);
    return priceTable.row(next.address).then === then && (then !== 'report-price' || next.mps.length === mps.length);
  });
  return { outcome, rule, situation: priceTable.situations[address] as PriceDecision['situation'], validUntil };
}

function isPrice({ answer, reason }: Reply): boolean {
  return answer === 'no' && reason === 'price';
}

function priceAddress(movers: number, several: Policy['several'], isReported: boolean): number {
  const { refusals, reported } = priceTable.at;
  return (movers >= several ? refusals.several : refusals['too-few']) + (isReported ? reported.yes : reported.no);
}
