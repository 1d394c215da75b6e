import * as z from 'zod';
import { loadingFlow } from '../../messaging/loading.js';
import { flow } from '../../messaging/machine.js';
import { isoInstant, optional } from '../schema.js';

const flag = optional(z.boolean());
const name = optional(z.string());

export const classificationGiven = z.strictObject({
  section: name,
  agent: name,
  tags: optional(z.array(z.string())),
});

export const closeGiven = z.strictObject({
  assignedAgent: name,
  /** Absent: the assigned agent. */
  actor: name,
  solved: flag,
  done: optional(z.array(z.enum(['standard-reply', 'reactivate-bot', 'click-close']))),
});

export const crmGiven = z.strictObject({
  welcomeEvents: flag,
  endedAt: optional(isoInstant),
  clientWroteAgainAt: optional(isoInstant),
  tagAddedManually: flag,
  contactKnownFromWhatsApp: flag,
  manualUploadFlag: name,
  alreadyLoaded: flag,
  automationFailed: flag,
});

const templates = ['case-3', 'closing', 'contact-request', 'capture-call', 'central-phone'] as const;

export const messageGiven = z.strictObject({
  template: z.enum(templates),
  /** What is put in for its placeholders. */
  data: optional(z.record(z.string(), z.string().nullable())),
});

/** Asked of the clock, the zone and the policy alone. */
export const greetingGiven = z.strictObject({});

/** Asked of the policy alone. */
export const roundGiven = z.strictObject({});

export const departmentGiven = z.strictObject({ topic: z.string() });

export const evaMonitoringGiven = z.strictObject({
  eva: z.enum(['correct', 'incorrect', 'unjudged']),
  userCannotUseBot: flag,
});

export const hookGiven = z.strictObject({ botAnswered: flag, source: optional(z.enum(['chat', 'comment'])) });

export const supportGiven = z.strictObject({
  case: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  solved: flag,
  department: name,
  agent: name,
});

/** The events of a conversation, as the catalogue spells them, and the machine's own. */
export const phrases = {
  'section, agent, tag set': 'tags-set',
  'section-agent-tag-set': 'tags-set',
  'user-message "not solved"': 'user-message',
  'user-message-not-solved': 'user-message',
} as const satisfies Record<string, (typeof flow.events)[number]>;

/** The same of the way into the CRM. A tick has no event: nothing happens by itself. */
export const loadingPhrases = {
  'manual-upload': 'upload-flag-set',
  'manual-upload = si': 'upload-flag-set',
  'manual-upload=si': 'upload-flag-set',
} as const satisfies Record<string, (typeof loadingFlow.events)[number]>;

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(record) as Key[];
}

const conversationStep = z.strictObject({
  state: z.enum(flow.stages),
  event: z.enum([...flow.events, ...keysOf(phrases)]),
  /** Absent: the assigned agent. */
  actor: name,
  assignedAgent: name,
  /** The closing steps taken; absent: those that the event waits for. */
  done: optional(z.enum(['none', 'reply', 'reply+bot'])),
});

const loadingStep = z.strictObject({
  state: z.enum(loadingFlow.stages),
  event: z.enum([...loadingFlow.events, ...keysOf(loadingPhrases), 'tick']),
  welcomeEvents: flag,
  contactKnownFromWhatsApp: flag,
  tag: name,
});

export const transitionGiven = z.discriminatedUnion('state', [conversationStep, loadingStep], {
  error: `a stage of a conversation, or of the way into the CRM: ${[...flow.stages, ...loadingFlow.stages].join(', ')}`,
});

export type ClassificationGiven = z.output<typeof classificationGiven>;
export type CloseGiven = z.output<typeof closeGiven>;
export type CrmGiven = z.output<typeof crmGiven>;
export type DepartmentGiven = z.output<typeof departmentGiven>;
export type EvaMonitoringGiven = z.output<typeof evaMonitoringGiven>;
export type HookGiven = z.output<typeof hookGiven>;
export type SupportGiven = z.output<typeof supportGiven>;
export type ConversationStep = z.output<typeof conversationStep>;
export type LoadingStep = z.output<typeof loadingStep>;
export type TransitionGiven = ConversationStep | LoadingStep;
