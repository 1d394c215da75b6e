import * as z from 'zod';
import { civilDateSchema } from '../../kernel/schema.js';
import { flow } from '../../ladder/machine.js';
import { isoDuration, isoInstant, optional } from '../schema.js';

const mp = z.string();
const flag = optional(z.boolean());
const category = optional(z.enum(['inter', 'local']));

export const nextStepGiven = z.strictObject({
  searchingSince: isoInstant,
  resentAt: optional(isoInstant),
  listsSentAt: optional(isoInstant),
  listsExhausted: flag,
  category,
  interExhausted: flag,
  withinImpossibilityWindow: flag,
  confirmations: optional(z.array(mp)),
  assigned: flag,
  cancelled: flag,
});

const reason = optional(z.enum(['date', 'price', 'other']));
const replies = z.array(z.strictObject({ mp, at: isoInstant, answer: z.enum(['yes', 'no']), reason }));

export const pickWinnerGiven = z.strictObject({ replies, failedOffers: optional(z.array(mp)) });

export const priceReportGiven = z.strictObject({ replies, alreadyReported: flag });

const ends = { origin: z.string(), destination: z.string(), country: z.string() };
const jobId = optional(z.number());

export const interMatchGiven = z.strictObject({
  service: z.strictObject({ id: jobId, ...ends, dateFrom: civilDateSchema, dateTo: civilDateSchema, inclusive: flag }),
  other: z.strictObject({ id: jobId, ...ends, status: z.string(), category: z.string(), date: civilDateSchema }),
});

export const assignVerifyGiven = z.strictObject({
  selected: mp,
  shownWinner: mp.nullable(),
  chatEnabled: z.boolean(),
});

const cubicaje = z.enum(['mini', 'light', 'full', 'black']);

export const segmentGiven = z.strictObject({
  service: z.strictObject({ cubicaje, regions: z.array(z.string()) }),
  mps: z.array(z.strictObject({ mp, cubicajes: z.array(cubicaje), region: z.string() })),
  segmentBy: optional(z.enum(['cubicaje', 'region'])),
});

export const onRefusalGiven = z.strictObject({
  answer: z.literal('no'),
  reason,
  availability: optional(civilDateSchema),
});

export const transitionGiven = z.strictObject({
  state: z.enum(flow.stages),
  event: z.enum([...flow.events, 'tick']),
  category,
  /** From the entry into the search to the event. */
  searchedFor: optional(isoDuration),
  /** From the re-send to the event. */
  sinceResend: optional(isoDuration),
  withinImpossibilityWindow: flag,
  round: optional(z.int()),
  roundFrom: optional(z.enum(['dates-changed', 'drop'])),
});

export type NextStepGiven = z.output<typeof nextStepGiven>;
export type PickWinnerGiven = z.output<typeof pickWinnerGiven>;
export type PriceReportGiven = z.output<typeof priceReportGiven>;
export type InterMatchGiven = z.output<typeof interMatchGiven>;
export type AssignVerifyGiven = z.output<typeof assignVerifyGiven>;
export type SegmentGiven = z.output<typeof segmentGiven>;
export type OnRefusalGiven = z.output<typeof onRefusalGiven>;
export type TransitionGiven = z.output<typeof transitionGiven>;
