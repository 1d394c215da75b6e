import type { Step } from '../kernel/machine.js';
import type { Guard } from './guards.js';
import type { SearchEvent } from './event.js';
import type { Code, Stage } from './model.js';
import type { RuleId } from './rules.js';

const answers = ['mp-confirmed', 'mp-refused', 'mp-withdrew'] as const;
const refusals = ['mp-refused', 'mp-withdrew'] as const;
const interSteps = ['inter-offered', 'inter-exhausted'] as const;
const contacts = ['client-mail-sent', 'client-called'] as const;
const fromContact = ['date-agreed', 'dates-changed', 'refund-done'] as const;

const collecting = ['RESENT', 'LISTS', 'INTER'] as const;
const offered = ['OFFERED', 'VERIFIED'] as const;
const beforeContact = ['SEARCHING', ...collecting, ...offered, 'EXHAUSTED'] as const;
const open = [...beforeContact, 'CONTACT'] as const;
const closed = ['CANCELLED', 'REFUNDED'] as const;

/** What each event does at each stage. Of the rows that name both, the topmost whose guard holds decides. */
export const steps: readonly Step<Stage, SearchEvent['type'], Guard, RuleId, Code>[] = [
  // L5–6: once, and only after more than two hours; at once on dates that the client gave.
  {
    from: 'SEARCHING',
    on: 'resend-done',
    if: 'two hours or less',
    refuse: 'too-early',
    rule: 'ladder/start-after-2h',
  },
  { from: 'SEARCHING', on: 'resend-done', to: 'RESENT', rule: 'ladder/resend-first' },
  // LA-6: a second one does not put the lists off; an earlier one, heard of later or dated rightly now, brings them forward.
  { from: 'RESENT', on: 'resend-done', if: 'the first press', stay: true, rule: 'ladder/resend-first' },
  {
    from: [...collecting, ...offered, 'EXHAUSTED', 'CONTACT', 'ASSIGNED'],
    on: 'resend-done',
    ignore: 'duplicate',
    rule: 'ladder/resend-first',
  },

  // L7–8: the lists, one hour after the re-send.
  {
    from: 'SEARCHING',
    on: ['lists-sent', 'lists-exhausted'],
    refuse: 'step-skipped',
    rule: 'ladder/resend-first',
  },
  {
    from: 'RESENT',
    on: 'lists-sent',
    if: 'less than an hour',
    refuse: 'too-early',
    rule: 'ladder/lists-after-1h',
  },
  { from: 'RESENT', on: 'lists-sent', to: 'LISTS', rule: 'ladder/lists-after-1h' },
  { from: 'RESENT', on: 'lists-exhausted', refuse: 'step-skipped', rule: 'ladder/lists-after-1h' },
  // L8: each mover once per broadcast; another segment reopens what was given up.
  {
    from: ['LISTS', 'INTER', 'EXHAUSTED'],
    on: 'lists-sent',
    if: 'reaches nobody new',
    ignore: 'duplicate',
    rule: 'ladder/lists-segment',
    nearest: true,
  },
  { from: ['LISTS', 'INTER', 'EXHAUSTED'], on: 'lists-sent', to: 'LISTS', rule: 'ladder/lists-segment' },
  // LA-12: the agent declares it; nobody who said yes may be left.
  {
    from: 'LISTS',
    on: 'lists-exhausted',
    if: 'before the lists',
    refuse: 'step-skipped',
    rule: 'ladder/exhausted-gate',
  },
  {
    from: 'LISTS',
    on: 'lists-exhausted',
    if: 'somebody stands',
    refuse: 'candidates-left',
    rule: 'ladder/first-confirmer-wins',
    nearest: true,
  },
  { from: 'LISTS', on: 'lists-exhausted', if: 'inter', to: 'INTER', rule: 'ladder/inter-only-after-lists' },
  { from: 'LISTS', on: 'lists-exhausted', to: 'EXHAUSTED', rule: 'ladder/exhausted-gate' },
  {
    from: ['INTER', 'EXHAUSTED', 'CONTACT'],
    on: 'lists-exhausted',
    ignore: 'duplicate',
    rule: 'ladder/exhausted-gate',
  },

  // L16–17: for inter services only, which is looked at before the order of the steps.
  {
    from: ['SEARCHING', 'RESENT', 'LISTS', ...offered, 'EXHAUSTED', 'CONTACT'],
    on: interSteps,
    if: 'not inter',
    refuse: 'not-inter',
    rule: 'ladder/inter-only-after-lists',
  },
  {
    from: ['SEARCHING', 'RESENT', 'LISTS'],
    on: interSteps,
    refuse: 'step-skipped',
    rule: 'ladder/inter-only-after-lists',
  },
  {
    from: ['INTER', 'EXHAUSTED'],
    on: interSteps,
    if: 'before the lists gave nobody',
    refuse: 'step-skipped',
    rule: 'ladder/inter-only-after-lists',
  },
  { from: ['INTER', 'EXHAUSTED'], on: 'inter-offered', to: 'INTER', rule: 'ladder/inter-direct-offer' },
  {
    from: 'INTER',
    on: 'inter-exhausted',
    if: 'somebody stands',
    refuse: 'candidates-left',
    rule: 'ladder/first-confirmer-wins',
    nearest: true,
  },
  { from: 'INTER', on: 'inter-exhausted', to: 'EXHAUSTED', rule: 'ladder/exhausted-gate' },
  {
    from: ['EXHAUSTED', 'CONTACT'],
    on: 'inter-exhausted',
    ignore: 'duplicate',
    rule: 'ladder/exhausted-gate',
  },

  // L22: once the client has been contacted, the search rests.
  {
    from: 'CONTACT',
    on: ['lists-sent', 'inter-offered'],
    refuse: 'client-contacted',
    rule: 'ladder/handoff-to-client-mail',
  },

  // What movers say is never refused; what was meant for an earlier round does not count in this one.
  { from: open, on: answers, if: 'before this round', late: true, rule: 'ladder/first-confirmer-wins', nearest: true },
  {
    from: ['SEARCHING', ...collecting, ...offered, 'CONTACT'],
    on: 'mp-confirmed',
    stay: true,
    rule: 'ladder/first-confirmer-wins',
  },
  // A yes may still come when all was given up.
  {
    from: 'EXHAUSTED',
    on: 'mp-confirmed',
    if: 'stands now',
    to: 'LISTS',
    rule: 'ladder/first-confirmer-wins',
  },
  { from: 'EXHAUSTED', on: 'mp-confirmed', stay: true, rule: 'ladder/first-confirmer-wins' },
  {
    from: ['SEARCHING', ...collecting, 'EXHAUSTED', 'CONTACT'],
    on: refusals,
    stay: true,
    rule: 'ladder/ask-why-on-no',
  },
  { from: offered, on: refusals, if: 'leaves the offer', stay: true, rule: 'ladder/ask-why-on-no' },

  // L12–14: the first to confirm, unless a reason is recorded; one offer at a time.
  { from: 'SEARCHING', on: 'offer-sent', refuse: 'step-skipped', rule: 'ladder/resend-first' },
  {
    from: collecting,
    on: 'offer-sent',
    if: 'not confirmed',
    refuse: 'not-confirmed',
    rule: 'ladder/first-confirmer-wins',
  },
  {
    from: collecting,
    on: 'offer-sent',
    if: 'not the first, and no reason why',
    refuse: 'not-first',
    rule: 'ladder/first-confirmer-wins',
  },
  { from: collecting, on: 'offer-sent', to: 'OFFERED', rule: 'ladder/assign-send-offer' },
  { from: 'EXHAUSTED', on: 'offer-sent', refuse: 'not-confirmed', rule: 'ladder/first-confirmer-wins' },
  // L26: the mover whose date the client took comes before all others.
  {
    from: 'CONTACT',
    on: 'offer-sent',
    if: 'neither agreed nor confirmed',
    refuse: 'not-confirmed',
    rule: 'ladder/first-confirmer-wins',
  },
  {
    from: 'CONTACT',
    on: 'offer-sent',
    if: 'not the next, and no reason why',
    refuse: 'not-first',
    rule: 'ladder/first-confirmer-wins',
  },
  { from: 'CONTACT', on: 'offer-sent', to: 'OFFERED', rule: 'ladder/assign-send-offer' },
  {
    from: offered,
    on: 'offer-sent',
    if: 'has the offer',
    ignore: 'duplicate',
    rule: 'ladder/assign-send-offer',
  },
  {
    from: offered,
    on: ['offer-sent', 'lists-sent', 'inter-offered'],
    refuse: 'offer-pending',
    rule: 'ladder/assign-send-offer',
  },
  {
    from: offered,
    on: ['lists-exhausted', 'inter-exhausted'],
    refuse: 'candidates-left',
    rule: 'ladder/first-confirmer-wins',
    nearest: true,
  },

  // L14–15: winner and chat, and only then the mover is told.
  {
    from: offered,
    on: 'checked',
    if: 'before what was seen last',
    late: true,
    rule: 'ladder/assign-verify-winner',
  },
  { from: 'OFFERED', on: 'checked', if: 'ready', to: 'VERIFIED', rule: 'ladder/assign-verify-winner' },
  { from: 'VERIFIED', on: 'checked', if: 'ready', ignore: 'duplicate', rule: 'ladder/assign-verify-winner' },
  { from: offered, on: 'checked', to: 'OFFERED', rule: 'ladder/assign-verify-chat' },
  {
    from: ['SEARCHING', ...collecting, 'EXHAUSTED', 'CONTACT'],
    on: ['checked', 'offer-failed'],
    refuse: 'not-offered',
    rule: 'ladder/assign-send-offer',
  },
  {
    from: 'VERIFIED',
    on: 'mp-notified',
    if: 'does not have the offer',
    refuse: 'not-offered',
    rule: 'ladder/assign-confirm-mp',
  },
  {
    from: 'VERIFIED',
    on: 'mp-notified',
    if: 'before what was seen last',
    refuse: 'not-verified',
    rule: 'ladder/assign-confirm-mp',
  },
  { from: 'VERIFIED', on: 'mp-notified', to: 'ASSIGNED', rule: 'ladder/assign-confirm-mp' },
  {
    from: ['SEARCHING', ...collecting, 'OFFERED', 'EXHAUSTED', 'CONTACT'],
    on: 'mp-notified',
    refuse: 'not-verified',
    rule: 'ladder/assign-confirm-mp',
  },

  // LA-19: an offer that came to nothing leads back to where it was made.
  {
    from: offered,
    on: 'offer-failed',
    if: 'does not have the offer',
    refuse: 'not-offered',
    rule: 'ladder/assign-send-offer',
  },
  {
    from: offered,
    on: ['offer-failed', ...refusals],
    if: 'offered at RESENT',
    to: 'RESENT',
    rule: 'ladder/first-confirmer-wins',
  },
  {
    from: offered,
    on: ['offer-failed', ...refusals],
    if: 'offered at LISTS',
    to: 'LISTS',
    rule: 'ladder/first-confirmer-wins',
  },
  {
    from: offered,
    on: ['offer-failed', ...refusals],
    if: 'offered at INTER',
    to: 'INTER',
    rule: 'ladder/first-confirmer-wins',
  },
  { from: offered, on: ['offer-failed', ...refusals], to: 'CONTACT', rule: 'ladder/first-confirmer-wins' },

  // L7: assigned by any means.
  // … but not by what the platform did in an earlier round.
  { from: open, on: 'auto-assigned', if: 'before this round', late: true, rule: 'ladder/stop-once-assigned' },
  { from: open, on: 'auto-assigned', to: 'ASSIGNED', rule: 'ladder/stop-once-assigned' },
  {
    from: 'ASSIGNED',
    on: ['auto-assigned', 'mp-notified', 'offer-sent'],
    if: 'has the job',
    ignore: 'duplicate',
    rule: 'ladder/stop-once-assigned',
  },
  { from: 'ASSIGNED', on: 'checked', ignore: 'duplicate', rule: 'ladder/assign-verify-winner' },
  {
    from: 'ASSIGNED',
    on: [
      'lists-sent',
      'lists-exhausted',
      ...interSteps,
      'offer-sent',
      'offer-failed',
      'mp-notified',
      'auto-assigned',
      ...contacts,
      ...fromContact,
    ],
    refuse: 'already-assigned',
    rule: 'ladder/stop-once-assigned',
  },
  { from: 'ASSIGNED', on: 'mp-confirmed', late: true, rule: 'ladder/first-confirmer-wins', nearest: true },
  // LA-27: the mover drops out, and the search begins anew.
  {
    from: 'ASSIGNED',
    on: refusals,
    if: 'takes the job back',
    to: 'SEARCHING',
    rule: 'ladder/start-after-2h',
  },
  { from: 'ASSIGNED', on: refusals, late: true, rule: 'ladder/ask-why-on-no', nearest: true },
  {
    from: 'ASSIGNED',
    on: 'mp-dropped',
    if: 'does not have the job',
    refuse: 'not-assigned',
    rule: 'ladder/start-after-2h',
    nearest: true,
  },
  {
    from: 'ASSIGNED',
    on: 'mp-dropped',
    if: 'before the assignment',
    late: true,
    rule: 'ladder/start-after-2h',
    nearest: true,
  },
  { from: 'ASSIGNED', on: 'mp-dropped', to: 'SEARCHING', rule: 'ladder/start-after-2h' },
  { from: open, on: 'mp-dropped', refuse: 'not-assigned', rule: 'ladder/start-after-2h', nearest: true },

  // L11: once in a round.
  {
    from: open,
    on: 'price-reported',
    if: 'reported already',
    ignore: 'duplicate',
    rule: 'ladder/price-refusals-report',
  },
  { from: open, on: 'price-reported', stay: true, rule: 'ladder/price-refusals-report' },
  { from: ['ASSIGNED', ...closed], on: 'price-reported', late: true, rule: 'ladder/price-refusals-report' },

  // L22: the period for giving impossibility is the host's fact.
  { from: [...open, 'ASSIGNED'], on: 'window-known', stay: true, rule: 'ladder/impossibility-window' },
  { from: closed, on: 'window-known', late: true, rule: 'ladder/impossibility-window' },
  {
    from: ['SEARCHING', ...collecting, ...offered],
    on: contacts,
    refuse: 'step-skipped',
    rule: 'ladder/exhausted-gate',
  },
  {
    from: 'EXHAUSTED',
    on: contacts,
    if: 'before the search gave nobody',
    refuse: 'step-skipped',
    rule: 'ladder/exhausted-gate',
  },
  // L34: on the client's new dates the news is due whatever the period.
  { from: 'EXHAUSTED', on: contacts, if: 'on new dates', to: 'CONTACT', rule: 'ladder/handoff-to-client-mail' },
  {
    from: 'EXHAUSTED',
    on: contacts,
    if: 'window unknown',
    refuse: 'need-fact',
    rule: 'ladder/impossibility-window',
  },
  {
    from: 'EXHAUSTED',
    on: contacts,
    if: 'outside the window',
    refuse: 'outside-window',
    rule: 'ladder/impossibility-window',
  },
  { from: 'EXHAUSTED', on: contacts, to: 'CONTACT', rule: 'ladder/handoff-to-client-mail' },
  { from: 'CONTACT', on: contacts, ignore: 'duplicate', rule: 'ladder/handoff-to-client-mail' },

  // What the client decided, brought back by `contact`; once they were contacted it may come at any stage.
  { from: 'CONTACT', on: 'date-agreed', stay: true, rule: 'ladder/offer-date-change-before-impossibility' },
  { from: 'CONTACT', on: 'dates-changed', if: 'lists first', to: 'RESENT', rule: 'ladder/lists-after-1h' },
  { from: 'CONTACT', on: 'dates-changed', to: 'SEARCHING', rule: 'ladder/resend-first' },
  { from: 'CONTACT', on: 'refund-done', to: 'REFUNDED', rule: 'ladder/scope' },
  { from: offered, on: 'date-agreed', refuse: 'offer-pending', rule: 'ladder/assign-send-offer' },
  {
    from: ['SEARCHING', ...collecting, 'EXHAUSTED'],
    on: 'date-agreed',
    if: 'the client was contacted',
    to: 'CONTACT',
    rule: 'ladder/offer-date-change-before-impossibility',
  },
  {
    from: beforeContact,
    on: 'dates-changed',
    if: 'the client was contacted, lists first',
    to: 'RESENT',
    rule: 'ladder/lists-after-1h',
  },
  {
    from: beforeContact,
    on: 'dates-changed',
    if: 'the client was contacted',
    to: 'SEARCHING',
    rule: 'ladder/resend-first',
  },
  {
    from: beforeContact,
    on: 'refund-done',
    if: 'the client was contacted',
    to: 'REFUNDED',
    rule: 'ladder/scope',
  },
  {
    from: ['SEARCHING', ...collecting, 'EXHAUSTED'],
    on: 'date-agreed',
    refuse: 'not-with-client',
    rule: 'ladder/handoff-to-client-mail',
  },
  {
    from: beforeContact,
    on: ['dates-changed', 'refund-done'],
    refuse: 'not-with-client',
    rule: 'ladder/handoff-to-client-mail',
  },

  // LA-29: the client gives up.
  { from: [...open, 'ASSIGNED'], on: 'cancel', to: 'CANCELLED', rule: 'ladder/scope' },
  { from: 'CANCELLED', on: 'cancel', ignore: 'duplicate', rule: 'ladder/scope' },
  { from: 'REFUNDED', on: 'refund-done', ignore: 'duplicate', rule: 'ladder/scope' },
  { from: 'REFUNDED', on: 'cancel', refuse: 'closed', rule: 'ladder/scope', nearest: true },
  { from: 'CANCELLED', on: 'refund-done', refuse: 'closed', rule: 'ladder/scope', nearest: true },
  {
    from: closed,
    on: [...answers, 'auto-assigned', 'mp-dropped'],
    late: true,
    rule: 'ladder/first-confirmer-wins',
    nearest: true,
  },
  {
    from: closed,
    on: [
      'resend-done',
      'lists-sent',
      'lists-exhausted',
      ...interSteps,
      'offer-sent',
      'checked',
      'offer-failed',
      'mp-notified',
      ...contacts,
      'date-agreed',
      'dates-changed',
    ],
    refuse: 'closed',
    rule: 'ladder/scope',
    nearest: true,
  },
];
