import { decisionTable, type Row } from '../kernel/table.js';
import type {
  CollectReplies,
  Hold,
  NeedFact,
  NotCovered,
  Nothing,
  ResendToMps,
  SearchInter,
  TellContact,
} from './outcome.js';
import type { RuleId } from './rules.js';

const space = {
  end: ['open', 'assigned', 'cancelled', 'refunded', 'date-passed'],
  phase: ['searching', 'resend-due', 'resent', 'lists-due', 'lists-out', 'lists-failed', 'with-client'],
  mover: ['none', 'standing'],
  inter: ['not-inter', 'to-search', 'searched'],
  window: ['inside', 'outside', 'unknown', 'waived'],
} as const;

/** An outcome without the data that it carries. `assign`: which of the four steps, the second table says. */
export type Answer =
  | { readonly action: 'wait'; readonly for: 'resend' | 'lists' }
  | ResendToMps
  | { readonly action: 'send-broadcast-lists' }
  | CollectReplies
  | SearchInter
  | { readonly action: 'assign' }
  | { readonly action: 'contact-client' }
  | TellContact
  | Hold
  | NeedFact
  | Nothing
  | { readonly action: 'none'; readonly reason: 'assigned' }
  | NotCovered;

const rows: readonly Row<typeof space, RuleId, Answer>[] = [
  { rule: 'ladder/scope', nearest: true, when: { end: 'cancelled' }, then: { action: 'none', reason: 'cancelled' } },
  { rule: 'ladder/scope', nearest: true, when: { end: 'refunded' }, then: { action: 'none', reason: 'refunded' } },
  // L7: every step presupposes that nobody has it yet.
  { rule: 'ladder/stop-once-assigned', when: { end: 'assigned' }, then: { action: 'none', reason: 'assigned' } },
  // LA-28: the ladder's rules know no date; what to do once it has passed is written nowhere.
  {
    rule: 'ladder/scope',
    when: { end: 'date-passed' },
    then: { action: 'not-covered', gap: 'move-date-passed', question: 'LA-28', nearest: null },
  },
  // L2: more than two hours. Before, the platform searches by itself.
  {
    rule: 'ladder/start-after-2h',
    when: { end: 'open', phase: 'searching' },
    then: { action: 'wait', for: 'resend' },
    applies: ['ladder/queue-source'],
  },
  // L5–6: the first step.
  {
    rule: 'ladder/resend-first',
    when: { end: 'open', phase: 'resend-due' },
    then: { action: 'resend-to-mps' },
    applies: [
      'ladder/start-after-2h',
      'ladder/scope',
      'ladder/queue-source',
      'ladder/resend-how',
      'ladder/resend-reaches-each-mp',
    ],
  },
  // L12: the first to confirm; L26: or the one whose date the client has taken.
  {
    rule: 'ladder/first-confirmer-wins',
    when: {
      end: 'open',
      phase: ['resent', 'lists-due', 'lists-out', 'lists-failed', 'with-client'],
      mover: 'standing',
    },
    then: { action: 'assign' },
  },
  // L7: one hour after the re-send …
  {
    rule: 'ladder/lists-after-1h',
    when: { end: 'open', phase: 'resent', mover: 'none' },
    then: { action: 'wait', for: 'lists' },
    applies: ['ladder/stop-once-assigned'],
  },
  // L7–10: … the lists.
  {
    rule: 'ladder/lists-after-1h',
    when: { end: 'open', phase: 'lists-due', mover: 'none' },
    then: { action: 'send-broadcast-lists' },
    applies: ['ladder/stop-once-assigned', 'ladder/lists-segment', 'ladder/lists-content', 'ladder/lists-template'],
  },
  // L8: no limit is given for the answers (LA-12).
  {
    rule: 'ladder/lists-segment',
    nearest: true,
    when: { end: 'open', phase: 'lists-out', mover: 'none' },
    then: { action: 'collect-replies' },
  },
  // L16–19: for inter services, and only once the lists gave nobody.
  {
    rule: 'ladder/inter-only-after-lists',
    when: { end: 'open', phase: 'lists-failed', mover: 'none', inter: 'to-search' },
    then: { action: 'search-inter-mps' },
    applies: ['ladder/inter-which-mps', 'ladder/inter-direct-offer'],
  },
  // L22: all that apply have failed, and impossibility may be given.
  {
    rule: 'ladder/handoff-to-client-mail',
    when: {
      end: 'open',
      phase: 'lists-failed',
      mover: 'none',
      inter: ['not-inter', 'searched'],
      window: 'inside',
    },
    then: { action: 'contact-client' },
    applies: ['ladder/exhausted-gate', 'ladder/impossibility-window', 'ladder/offer-date-change-before-impossibility'],
  },
  // L22: … "y ya estamos dentro": both halves (LA-26).
  {
    rule: 'ladder/impossibility-window',
    when: {
      end: 'open',
      phase: 'lists-failed',
      mover: 'none',
      inter: ['not-inter', 'searched'],
      window: 'outside',
    },
    then: { action: 'hold', reason: 'outside-impossibility-window' },
    applies: ['ladder/exhausted-gate'],
  },
  // LA-25: the manual does not define the period.
  {
    rule: 'ladder/impossibility-window',
    when: {
      end: 'open',
      phase: 'lists-failed',
      mover: 'none',
      inter: ['not-inter', 'searched'],
      window: 'unknown',
    },
    then: { action: 'need-fact', fact: 'impossibility-window' },
    applies: ['ladder/exhausted-gate'],
  },
  // L34: on the client's new dates the news goes to the client, whatever the period.
  {
    rule: 'ladder/exhausted-gate',
    when: {
      end: 'open',
      phase: 'lists-failed',
      mover: 'none',
      inter: ['not-inter', 'searched'],
      window: 'waived',
    },
    then: { action: 'tell-contact', news: 'mp-not-found' },
  },
  // L22: from here on the client's contact decides.
  {
    rule: 'ladder/handoff-to-client-mail',
    when: { end: 'open', phase: 'with-client', mover: 'none' },
    then: { action: 'none', reason: 'with-client' },
  },
];

/** The law of `ladder`: the next step, in 840 situations. */
export const table = /* @__PURE__ */ decisionTable({ name: 'ladder', hit: 'unique', facts: space, rows });
