import type { Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import type { Offer, OfferCheck } from './model.js';
import type { AssignStep } from './outcome.js';
import type { RuleId } from './rules.js';

const offerSpace = {
  offer: ['none', 'unchecked', 'not-ready', 'ready'],
  search: ['broadcast', 'inter', 'agreed'],
} as const;

const offerRows: readonly Row<typeof offerSpace, RuleId, Pick<AssignStep, 'action'>>[] = [
  // L12, L14: the company is chosen, then "Enviar oferta".
  {
    rule: 'ladder/first-confirmer-wins',
    when: { offer: 'none', search: 'broadcast' },
    then: { action: 'send-offer' },
    applies: ['ladder/assign-send-offer'],
  },
  // L21: one of the movers under way accepts.
  {
    rule: 'ladder/first-confirmer-wins',
    when: { offer: 'none', search: 'inter' },
    then: { action: 'send-offer' },
    applies: ['ladder/inter-accept-assigns', 'ladder/assign-send-offer'],
  },
  // L26: the client took this mover's date: no new race.
  { rule: 'ladder/assign-send-offer', when: { offer: 'none', search: 'agreed' }, then: { action: 'send-offer' } },
  // L14: "y luego volver".
  {
    rule: 'ladder/assign-verify-winner',
    when: { offer: 'unchecked' },
    then: { action: 'check-offer' },
    applies: ['ladder/assign-verify-chat'],
  },
  // L14–15: not everything is ready (LA-19).
  {
    rule: 'ladder/assign-confirm-mp',
    when: { offer: 'not-ready' },
    then: { action: 'recheck-offer' },
    applies: ['ladder/assign-verify-winner', 'ladder/assign-verify-chat'],
  },
  // L15: "una vez esté todo listo".
  {
    rule: 'ladder/assign-confirm-mp',
    when: { offer: 'ready' },
    then: { action: 'confirm-to-mp' },
    applies: ['ladder/assign-verify-winner', 'ladder/assign-verify-chat'],
  },
];

/** The steps of an assignment. */
export const offerTable = /* @__PURE__ */ decisionTable({
  name: 'ladder/offer',
  hit: 'unique',
  facts: offerSpace,
  rows: offerRows,
});

const checkSpace = {
  winner: ['this', 'other', 'none'],
  chat: ['enabled', 'disabled'],
} as const;

/** What the check of an offer leads to. */
export type CheckAnswer = { readonly action: 'confirm-to-mp' } | { readonly action: 'do-not-confirm' };

const checkRows: readonly Row<typeof checkSpace, RuleId, CheckAnswer>[] = [
  // L15: both checks hold.
  {
    rule: 'ladder/assign-confirm-mp',
    when: { winner: 'this', chat: 'enabled' },
    then: { action: 'confirm-to-mp' },
    applies: ['ladder/assign-verify-winner', 'ladder/assign-verify-chat'],
  },
  // L14: … "y tenga el chat habilitado".
  {
    rule: 'ladder/assign-verify-chat',
    when: { winner: 'this', chat: 'disabled' },
    then: { action: 'do-not-confirm' },
    applies: ['ladder/assign-confirm-mp'],
  },
  // L14: "esa empresa" must be the winner shown.
  {
    rule: 'ladder/assign-verify-winner',
    when: { winner: ['other', 'none'] },
    then: { action: 'do-not-confirm' },
    applies: ['ladder/assign-confirm-mp'],
  },
];

/** Whether the mover may be told, after the offer. */
export const checkTable = /* @__PURE__ */ decisionTable({
  name: 'ladder/check',
  hit: 'unique',
  facts: checkSpace,
  rows: checkRows,
});

/** What `verifyOffer` answers. Time changes nothing here: `validUntil` is `null`. */
export type CheckDecision = Decision<
  CheckAnswer,
  RuleId,
  { readonly winner: 'this' | 'other' | 'none'; readonly chat: 'enabled' | 'disabled' }
>;

const checked = /* @__PURE__ */ checkTable.situations.map((situation, address): CheckDecision => {
  const { rule, then } = checkTable.row(address);
  return Object.freeze({ outcome: Object.freeze(then), rule, situation, validUntil: null });
});

/**
 * Whether the mover may be told after an offer: only when that very mover is shown as winner, and the chat is enabled.
 *
 * Source: manual-assignment L14–15.
 */
export function verifyOffer(selected: string, { winner, chat }: Pick<OfferCheck, 'winner' | 'chat'>): CheckDecision {
  const { winner: winners, chat: chats } = checkTable.at;
  const shown = winner === selected ? winners.this : winner === null ? winners.none : winners.other;
  return checked[shown + (chat ? chats.enabled : chats.disabled)] as CheckDecision;
}

/** Whether the detail of a move shows what it must, so that the mover may be told. */
export function isReady(offer: Offer, check: Pick<OfferCheck, 'winner' | 'chat'>): boolean {
  return verifyOffer(offer.mp, check).outcome.action === 'confirm-to-mp';
}
