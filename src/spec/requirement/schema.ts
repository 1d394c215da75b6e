import * as z from 'zod';
import { civilDateSchema } from '../../kernel/schema.js';
import { flow } from '../../requirement/index.js';
import { factsSchema } from '../../requirement/schema.js';
import { isoInstant, optional } from '../schema.js';

const DEADLINE = 'a civil date ("2026-05-13") or an instant (ISO 8601 with an offset)';
const deadline = optional(z.union([civilDateSchema, isoInstant], { error: DEADLINE }));
const kind = z.enum(['inconformidad', 'respuesta-fuera-de-plazo']);

export const analyseGiven = z.strictObject({
  product: optional(z.enum(['medidor', 'envasado', 'granel'])),
  initial: z.strictObject({ answered: z.boolean(), deadline }).nullable(),
  insistences: optional(z.array(z.strictObject({ kind, answered: z.boolean(), deadline }))),
  client: optional(z.enum(['unaware', 'dissatisfied', 'satisfied'])),
});

export const channelGiven = z.strictObject({ channel: z.string() });

export const collectionsGiven = z.strictObject({ isReceived: z.boolean(), isRecognised: z.boolean() });

/** What one of the two systems tells, in the library's own words; absent: it was not looked at. */
const source = optional(
  factsSchema.transform(({ initial, insistences }) =>
    insistences === undefined ? { initial } : { initial, insistences },
  ),
);

export const sourcesGiven = z.strictObject({ stp: source, crm: source });

const text = optional(z.string());

export const typifyGiven = z.strictObject({
  subject: z.string(),
  channel: text,
  isClient: optional(z.boolean()),
  product: text,
  name: text,
  phone: text,
  email: text,
  text,
});

export const transitionGiven = z.strictObject({
  state: z.enum(flow.stages),
  event: z.enum(flow.events),
  /** The ticket that is open is past its maximum date. */
  overdue: optional(z.boolean()),
  kind: optional(kind),
});

export type AnalyseGiven = z.output<typeof analyseGiven>;
export type ChannelGiven = z.output<typeof channelGiven>;
export type TypifyGiven = z.output<typeof typifyGiven>;
export type TransitionGiven = z.output<typeof transitionGiven>;
