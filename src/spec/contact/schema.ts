import * as z from 'zod';
import { flow } from '../../contact/machine.js';
import { civilDateSchema, zoneSchema } from '../../kernel/schema.js';
import { isoInstant, optional } from '../schema.js';

const flag = optional(z.boolean());

export const nextContactGiven = z.strictObject({
  moveDate: civilDateSchema,
  /** Absent: that of the case. */
  zone: optional(zoneSchema),
  mailSentAt: optional(isoInstant),
  otherMailsAt: optional(z.array(isoInstant)),
  calls: optional(z.array(z.strictObject({ at: isoInstant, answered: z.boolean() }))),
  clientReplyAt: optional(isoInstant),
});

const additions = ['refund', 'other-dates'] as const;
const stances = ['accepts', 'rejects', 'flexible', 'not-flexible'] as const;

/** A stance, and what came with it: `rejects+refund`. */
const reply = z.string().transform((text, context) => {
  const [stance, ...more] = text.split('+').map((part) => part.trim());
  const known = stances.find((one) => one === stance);
  const isKnown = more.every((part) => additions.some((one) => one === part));
  if (known === undefined || !isKnown) {
    const expected = `${stances.join(', ')}, with "+refund" or "+other-dates" or both`;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  }
  return { stance: known, refund: more.includes('refund'), dates: more.includes('other-dates') };
});

export const clientAnswerGiven = z.strictObject({ alternative: z.union([z.literal(1), z.literal(2)]), reply });

export const alternativeGiven = z.strictObject({
  teamAvailableOn: optional(civilDateSchema),
  availabilityUnknown: flag,
});

export const reSearchGiven = z.strictObject({ mpFound: z.boolean() });

export const composeMailGiven = z.strictObject({
  moveId: z.string(),
  client: z.string(),
  /** Absent: the policy's. */
  mc: optional(z.string()),
});

export const refundMailGiven = z.strictObject({ moveId: z.string(), client: z.string() });

export const chatNoteGiven = z.strictObject({ newDateText: z.string() });

/** The client's answers are one event with fields in the library, and several events in the format. */
const answers = [
  'accepts',
  'rejects',
  'rejects+refund',
  'offers-dates',
  'flexible',
  'not-flexible',
  'not-flexible+refund',
  'refund-accepted',
] as const;

export const transitionGiven = z.strictObject({
  state: z.enum(flow.stages),
  event: z.enum([...flow.events, ...answers, 'tick']).exclude(['client-answered']),
  chatNoteWritten: flag,
  dateChanged: flag,
  templateSent: flag,
  systemUpdated: flag,
  recordMailOwed: flag,
  mp: optional(z.string()),
  availableMp: optional(z.string()),
});

export type NextContactGiven = z.output<typeof nextContactGiven>;
export type ClientAnswerGiven = z.output<typeof clientAnswerGiven>;
export type AlternativeGiven = z.output<typeof alternativeGiven>;
export type ReSearchGiven = z.output<typeof reSearchGiven>;
export type ComposeMailGiven = z.output<typeof composeMailGiven>;
export type ChatNoteGiven = z.output<typeof chatNoteGiven>;
export type TransitionGiven = z.output<typeof transitionGiven>;
