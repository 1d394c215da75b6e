import { decisionTable, type Row } from '../kernel/table.js';
import type { RuleId } from './rules.js';

const triggers = {
  loaded: ['no', 'yes'],
  /** What is known of the contact through WhatsApp, and whether the field that loads it by hand says yes. */
  contact: ['unknown', 'known', 'flagged', 'known-and-flagged'],
  failed: ['no', 'yes'],
  /** `set`: by hand, or by the automation when it began. */
  tag: ['no', 'set'],
  welcome: ['no', 'yes'],
  /** `waiting`: it ended, and the wait is not over. */
  ended: ['no', 'waiting', 'over'],
  /** Whether the client wrote again before the wait was over. */
  resumed: ['no', 'yes'],
} as const;

/** What the triggers lead to; `run` and `fall-back` stand for the tables that follow. */
export type TriggerAnswer =
  'already-loaded' | 'load' | 'fall-back' | 'run' | 'contact-unknown' | 'resumed' | 'wait' | 'no-trigger';

const pending = { loaded: 'no', failed: 'no', tag: 'no' } as const;

const triggerRows: readonly Row<typeof triggers, RuleId, TriggerAnswer>[] = [
  // ME-11: no contact is loaded twice, whatever triggers it.
  { rule: 'messaging/crm-load', when: { loaded: 'yes' }, then: 'already-loaded' },
  // L84: no questions, for the contact is there.
  {
    rule: 'messaging/crm-whatsapp-flag',
    when: { loaded: 'no', contact: 'known-and-flagged' },
    then: 'load',
    applies: ['messaging/crm-load'],
  },
  // L86.
  {
    rule: 'messaging/crm-fallback',
    when: { loaded: 'no', contact: ['unknown', 'known', 'flagged'], failed: 'yes' },
    then: 'fall-back',
  },
  // L83: the same automation.
  {
    rule: 'messaging/crm-manual-tag',
    when: { loaded: 'no', contact: ['unknown', 'known', 'flagged'], failed: 'no', tag: 'set' },
    then: 'run',
  },
  // ME-13: L84 begins with a contact that is there.
  {
    rule: 'messaging/crm-whatsapp-flag',
    when: { ...pending, contact: 'flagged' },
    then: 'contact-unknown',
  },
  // ME-9: whoever writes again has not ended; the wait starts at the next end.
  {
    rule: 'messaging/crm-auto-after-1h',
    when: { ...pending, contact: ['unknown', 'known'], welcome: 'yes', ended: ['waiting', 'over'], resumed: 'yes' },
    then: 'resumed',
  },
  // L82.
  {
    rule: 'messaging/crm-auto-after-1h',
    when: { ...pending, contact: ['unknown', 'known'], welcome: 'yes', ended: 'waiting', resumed: 'no' },
    then: 'wait',
  },
  {
    rule: 'messaging/crm-auto-after-1h',
    when: { ...pending, contact: ['unknown', 'known'], welcome: 'yes', ended: 'over', resumed: 'no' },
    then: 'run',
    applies: ['messaging/crm-tag', 'messaging/crm-ask-contact', 'messaging/crm-load'],
  },
  {
    rule: 'messaging/crm-auto-after-1h',
    when: { ...pending, contact: 'unknown', welcome: 'no' },
    then: 'no-trigger',
  },
  {
    rule: 'messaging/crm-auto-after-1h',
    when: { ...pending, contact: 'unknown', welcome: 'yes', ended: 'no' },
    then: 'no-trigger',
  },
  // L84: known, and nobody has said yes.
  {
    rule: 'messaging/crm-whatsapp-flag',
    when: { ...pending, contact: 'known', welcome: 'no' },
    then: 'no-trigger',
  },
  {
    rule: 'messaging/crm-whatsapp-flag',
    when: { ...pending, contact: 'known', welcome: 'yes', ended: 'no' },
    then: 'no-trigger',
  },
];

/** Whether and how a contact gets into the CRM: 384 situations. */
export const intakeTable = /* @__PURE__ */ decisionTable({
  name: 'messaging/intake',
  hit: 'unique',
  facts: triggers,
  rows: triggerRows,
});

const runs = { began: ['by-itself', 'by-hand'], progress: ['none', 'tagged', 'asked', 'answered'] } as const;

/** A step of the automation. */
export type AutomationStep = 'add-tag' | 'ask-contact' | 'load-to-crm';

/**
 * What the automation does next: the steps that are left, or nothing until the client has answered, or the load alone.
 */
export type RunAnswer = readonly AutomationStep[] | 'await-data' | 'load';

const runRows: readonly Row<typeof runs, RuleId, RunAnswer>[] = [
  {
    rule: 'messaging/crm-auto-after-1h',
    when: { began: 'by-itself', progress: 'none' },
    then: ['add-tag', 'ask-contact', 'load-to-crm'],
    applies: ['messaging/crm-tag', 'messaging/crm-ask-contact', 'messaging/crm-load'],
  },
  {
    rule: 'messaging/crm-ask-contact',
    when: { began: 'by-itself', progress: 'tagged' },
    then: ['ask-contact', 'load-to-crm'],
    applies: ['messaging/crm-load'],
  },
  // L83: the tag is there; the rest is the same.
  {
    rule: 'messaging/crm-manual-tag',
    when: { began: 'by-hand', progress: ['none', 'tagged'] },
    then: ['ask-contact', 'load-to-crm'],
    applies: ['messaging/crm-ask-contact', 'messaging/crm-load'],
  },
  // ME-15: who gives no data is not loaded.
  { rule: 'messaging/crm-ask-contact', when: { progress: 'asked' }, then: 'await-data' },
  { rule: 'messaging/crm-load', when: { progress: 'answered' }, then: 'load' },
];

/** What the automation does next: 8 situations. */
export const automationTable = /* @__PURE__ */ decisionTable({
  name: 'messaging/automation',
  hit: 'unique',
  facts: runs,
  rows: runRows,
});

const fallbacks = { survey: ['none', 'sent', 'answered'] } as const;

/** What the fall-back does next. */
export type FallbackAnswer = 'send-survey' | 'await-survey' | 'load';

const fallbackRows: readonly Row<typeof fallbacks, RuleId, FallbackAnswer>[] = [
  // L86: the snippet, and with it the survey.
  { rule: 'messaging/crm-fallback', when: { survey: 'none' }, then: 'send-survey' },
  { rule: 'messaging/crm-fallback', when: { survey: 'sent' }, then: 'await-survey' },
  { rule: 'messaging/crm-load', when: { survey: 'answered' }, then: 'load' },
];

/** What is done by hand where the automation failed: 3 situations. */
export const fallbackTable = /* @__PURE__ */ decisionTable({
  name: 'messaging/fallback',
  hit: 'unique',
  facts: fallbacks,
  rows: fallbackRows,
});

/** What was seen of the triggers: a situation of `intakeTable`. */
export type TriggersSeen = (typeof intakeTable.situations)[number];
/** Who began the automation, and how far it is: a situation of `automationTable`. */
export type AutomationSeen = (typeof automationTable.situations)[number];
/** How far the survey is: a situation of `fallbackTable`. */
export type FallbackSeen = (typeof fallbackTable.situations)[number];
