import type { Step } from '../kernel/machine.js';
import type { LoadingCode, LoadingEvent, LoadingStage } from './loading.js';
import type { LoadingGuard } from './loading-guards.js';
import type { RuleId } from './rules.js';

const waiting = ['IDLE', 'WAITING'] as const;
const running = ['TAGGED', 'ASKED'] as const;
const before = [...waiting, ...running, 'FAILED'] as const;

/** All that happens on the way into the CRM. */
export const loadingEvents = [
  'conversation-ended',
  'user-message',
  'tag-added',
  'tag-added-by-hand',
  'contact-requested',
  'data-given',
  'upload-flag-set',
  'contact-known',
  'automation-failed',
  'survey-sent',
  'survey-answered',
  'loaded',
] as const satisfies readonly LoadingEvent['type'][];

/** What each event does on the way into the CRM. Of the rows that name both, the topmost whose guard holds decides. */
export const loadingSteps: readonly Step<LoadingStage, LoadingEvent['type'], LoadingGuard, RuleId, LoadingCode>[] = [
  // L82: the wait begins with the end of a conversation that had welcome events, unless the client wrote again (ME-9).
  { from: waiting, on: 'conversation-ended', if: 'before the end', late: true, rule: 'messaging/crm-auto-after-1h' },
  {
    from: 'IDLE',
    on: 'conversation-ended',
    if: 'the wait begins',
    to: 'WAITING',
    rule: 'messaging/crm-auto-after-1h',
  },
  { from: 'IDLE', on: 'conversation-ended', stay: true, rule: 'messaging/crm-auto-after-1h' },
  {
    from: 'WAITING',
    on: 'conversation-ended',
    if: 'the wait begins',
    stay: true,
    rule: 'messaging/crm-auto-after-1h',
  },
  { from: 'WAITING', on: 'conversation-ended', to: 'IDLE', rule: 'messaging/crm-auto-after-1h' },
  { from: waiting, on: 'user-message', if: 'no later than the end', late: true, rule: 'messaging/crm-auto-after-1h' },
  {
    from: 'WAITING',
    on: 'user-message',
    if: 'within the wait',
    to: 'IDLE',
    rule: 'messaging/crm-auto-after-1h',
  },
  { from: waiting, on: 'user-message', stay: true, rule: 'messaging/crm-auto-after-1h' },
  // What was begun goes on, whatever is said meanwhile.
  {
    from: [...running, 'FAILED'],
    on: ['conversation-ended', 'user-message'],
    ignore: 'automation-runs',
    rule: 'messaging/crm-ask-contact',
    nearest: true,
  },

  // L82: the tag, once the wait is over; the question; the data. A policy may have changed since the wait began.
  { from: waiting, on: 'tag-added', if: 'the wait is over', to: 'TAGGED', rule: 'messaging/crm-tag' },
  { from: 'WAITING', on: 'tag-added', refuse: 'too-early', rule: 'messaging/crm-auto-after-1h' },
  { from: 'IDLE', on: 'tag-added', refuse: 'no-trigger', rule: 'messaging/crm-auto-after-1h' },
  { from: running, on: 'tag-added', ignore: 'duplicate', rule: 'messaging/crm-tag' },
  // L83: by hand, at once (ME-10). Another tag starts nothing (ME-16).
  {
    from: before,
    on: 'tag-added-by-hand',
    if: 'another tag',
    ignore: 'another-tag',
    rule: 'messaging/crm-manual-tag',
  },
  {
    from: waiting,
    on: 'tag-added-by-hand',
    if: 'the tag must wait',
    stay: true,
    rule: 'messaging/crm-manual-tag',
  },
  { from: waiting, on: 'tag-added-by-hand', to: 'TAGGED', rule: 'messaging/crm-manual-tag' },
  { from: running, on: 'tag-added-by-hand', ignore: 'duplicate', rule: 'messaging/crm-manual-tag' },
  {
    from: waiting,
    on: 'contact-requested',
    if: 'started by hand',
    to: 'ASKED',
    rule: 'messaging/crm-ask-contact',
  },
  // ME-13: what is nearest to a field that asks for a contact whom nobody knows.
  {
    from: waiting,
    on: 'contact-requested',
    if: 'flagged, and not known',
    to: 'ASKED',
    rule: 'messaging/crm-ask-contact',
  },
  { from: waiting, on: 'contact-requested', refuse: 'not-tagged', rule: 'messaging/crm-ask-contact' },
  { from: 'TAGGED', on: 'contact-requested', to: 'ASKED', rule: 'messaging/crm-ask-contact' },
  { from: 'ASKED', on: 'contact-requested', ignore: 'duplicate', rule: 'messaging/crm-ask-contact' },
  { from: waiting, on: 'data-given', refuse: 'not-asked', rule: 'messaging/crm-load' },
  { from: [...running, 'FAILED'], on: 'data-given', to: 'LOADED', rule: 'messaging/crm-load' },

  // L84: the field, and the contact known through WhatsApp: whichever comes last.
  {
    from: before,
    on: ['upload-flag-set', 'contact-known'],
    if: 'known and flagged',
    to: 'LOADED',
    rule: 'messaging/crm-whatsapp-flag',
  },
  {
    from: before,
    on: 'upload-flag-set',
    if: 'flagged, and not known',
    ignore: 'contact-unknown',
    rule: 'messaging/crm-whatsapp-flag',
  },
  { from: before, on: ['upload-flag-set', 'contact-known'], stay: true, rule: 'messaging/crm-whatsapp-flag' },

  // L86.
  { from: 'IDLE', on: 'automation-failed', if: 'it has started', to: 'FAILED', rule: 'messaging/crm-fallback' },
  { from: 'IDLE', on: 'automation-failed', refuse: 'no-trigger', rule: 'messaging/crm-fallback', nearest: true },
  { from: ['WAITING', ...running], on: 'automation-failed', to: 'FAILED', rule: 'messaging/crm-fallback' },
  { from: 'FAILED', on: 'automation-failed', ignore: 'duplicate', rule: 'messaging/crm-fallback' },
  {
    from: 'FAILED',
    on: ['tag-added', 'tag-added-by-hand', 'contact-requested'],
    ignore: 'automation-failed',
    rule: 'messaging/crm-fallback',
  },
  { from: 'FAILED', on: 'survey-sent', stay: true, rule: 'messaging/crm-fallback' },
  { from: 'FAILED', on: 'survey-answered', to: 'LOADED', rule: 'messaging/crm-fallback' },
  {
    from: [...waiting, ...running],
    on: ['survey-sent', 'survey-answered'],
    refuse: 'not-failed',
    rule: 'messaging/crm-fallback',
  },

  // ME-11: once. Until the host says that it did it, the load is owed, and may yet fail.
  { from: before, on: 'loaded', to: 'LOADED', rule: 'messaging/crm-load' },
  { from: 'LOADED', on: 'loaded', if: 'the load is owed', stay: true, rule: 'messaging/crm-load' },
  { from: 'LOADED', on: 'automation-failed', if: 'the load is owed', to: 'FAILED', rule: 'messaging/crm-fallback' },
  {
    from: 'LOADED',
    on: loadingEvents,
    ignore: 'already-loaded',
    rule: 'messaging/crm-load',
  },
];
