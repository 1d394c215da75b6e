import * as z from 'zod';
import type { Instant } from '../kernel/clock.js';
import type { Fault } from '../kernel/fault.js';
import { refusing } from '../kernel/faults-schema.js';
import { isFilled } from '../kernel/filled.js';
import type { Pause } from '../kernel/pause.js';
import {
  calendarSchema,
  civilDateSchema,
  idSchema,
  instantSchema,
  waitsAgree,
  waitSchema,
  zoneSchema,
} from '../kernel/schema.js';
import { flow } from './machine.js';
import type { Event } from './event.js';
import type { Confirmation, Facts, Search, Stage } from './model.js';
import { isReady } from './offer.js';
import { policy, type Policy } from './policy.js';
import { confirmationsOf } from './replies.js';

export { read, type Problem, type Read } from '../kernel/schema.js';

const instantOrNull = instantSchema.nullable();
const mp = idSchema;
const mps = z.array(mp, { error: 'a list of ids of movers' });
const reason = z.enum(['date', 'price', 'other']).nullable();
const availability = z.strictObject({ mp, date: civilDateSchema });

const bounds = z
  .strictObject({ from: instantOrNull, until: instantOrNull.exactOptional() })
  .refine(({ from, until }) => from === null || until == null || from < until, {
    error: '"until" later than "from"',
  });

const window = z.union([z.boolean(), bounds], {
  error: 'true, false, or an object with "from" (an instant or null) and perhaps "until"',
});

const reply = z.strictObject({
  mp,
  at: instantSchema,
  answer: z.enum(['yes', 'no']),
  reason: reason.exactOptional(),
  availability: civilDateSchema.nullable().exactOptional(),
});

const confirmation = z.strictObject({ mp, since: instantSchema, until: instantOrNull });

const check = z.strictObject({ at: instantSchema, winner: mp.nullable(), chat: z.boolean() });

const pauses = z
  .array(z.strictObject({ since: instantSchema, until: instantOrNull }))
  .check(refusing((all) => all.flatMap((pause, index) => pauseFaults(pause, all[index - 1], index))));

function pauseFaults({ since, until }: Pause, before: Pause | undefined, index: number): readonly Fault[] {
  const early =
    before?.until == null || since >= before.until ? [] : ['an instant, not before the pause ahead of it ends'];
  const endless = before?.until === null ? ['no pause after one that has no end'] : [];
  return [
    ...(until !== null && until < since
      ? [{ path: [index, 'until'], expected: 'an instant, not before "since"' }]
      : []),
    ...[...early, ...endless].map((expected) => ({ path: [index, 'since'], expected })),
  ];
}

/** The facts of a move that has no mover yet, from outside. Columns that contradict each other are refused. */
export const factsSchema: z.ZodType<Facts> = z
  .strictObject({
    searchingSince: instantSchema,
    category: z.enum(['inter', 'local']),
    begins: z.enum(['search', 'resend', 'lists']).exactOptional(),
    resentAt: instantOrNull.exactOptional(),
    listsSentAt: instantOrNull.exactOptional(),
    listsExhaustedAt: instantOrNull.exactOptional(),
    interExhaustedAt: instantOrNull.exactOptional(),
    impossibilityWindow: window.nullable().exactOptional(),
    confirmations: z.array(confirmation).exactOptional(),
    offer: z.strictObject({ mp, at: instantSchema, check: check.nullable() }).nullable().exactOptional(),
    agreed: availability.extend({ at: instantSchema }).nullable().exactOptional(),
    contactedBefore: z.boolean().exactOptional(),
    clientContactedAt: instantOrNull.exactOptional(),
    assignedTo: mp.nullable().exactOptional(),
    assignedAt: instantOrNull.exactOptional(),
    cancelledAt: instantOrNull.exactOptional(),
    refundedAt: instantOrNull.exactOptional(),
    replies: z.array(reply).exactOptional(),
    priceReportedAt: instantOrNull.exactOptional(),
    availability: z.array(availability).exactOptional(),
    pauses: pauses.exactOptional(),
    moveDate: civilDateSchema.nullable().exactOptional(),
    zone: zoneSchema.exactOptional(),
  })
  .check(({ value, issues }) => {
    const expect = (field: keyof Facts, expected: string): void => {
      issues.push({ code: 'custom', message: expected, path: [field], input: value });
    };
    if (value.assignedTo != null && value.assignedAt == null)
      expect('assignedAt', 'an instant, for assignedTo names a mover');
    if (value.listsExhaustedAt != null && value.listsSentAt == null) {
      expect('listsExhaustedAt', 'null, for no lists were sent');
    }
    if (value.interExhaustedAt != null && value.category !== 'inter') {
      expect('interExhaustedAt', 'null, for the category is not "inter"');
    }
    if (!isSorted(value.confirmations?.map(({ since }) => since))) expect('confirmations', 'the earliest first');
    if (!isSorted(value.replies?.map(({ at }) => at))) expect('replies', 'the earliest first');
  });

/** A list that is left out has nothing out of order. */
function isSorted(instants: readonly Instant[] | undefined): boolean {
  return instants?.every((at, index) => at >= (instants[index - 1] ?? at)) ?? true;
}

const common = { id: idSchema, at: instantSchema, move: idSchema };

/** An event of a search, from outside. */
export const eventSchema: z.ZodType<Event> = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      type: z.enum([
        'resend-done',
        'lists-exhausted',
        'inter-exhausted',
        'price-reported',
        'client-mail-sent',
        'client-called',
        'refund-done',
        'cancel',
        'paused',
        'resumed',
      ]),
      ...common,
    }),
    z.strictObject({ type: z.literal('lists-sent'), ...common, mps }),
    z.strictObject({
      type: z.enum(['mp-confirmed', 'mp-withdrew', 'offer-failed', 'mp-notified', 'auto-assigned', 'mp-dropped']),
      ...common,
      mp,
    }),
    z.strictObject({
      type: z.literal('mp-refused'),
      ...common,
      mp,
      reason: reason.exactOptional(),
      availability: civilDateSchema.nullable().exactOptional(),
    }),
    z.strictObject({
      type: z.literal('inter-offered'),
      ...common,
      mp,
      fit: z.enum(['chain-out', 'chain-back', 'shared-end']),
    }),
    z.strictObject({
      type: z.literal('offer-sent'),
      ...common,
      mp,
      override: z
        .string()
        .refine(isFilled, { error: 'the reason why another than the first was chosen' })
        .exactOptional(),
    }),
    z.strictObject({ type: z.literal('checked'), ...common, winner: mp.nullable(), chat: z.boolean() }),
    z.strictObject({ type: z.literal('window-known'), ...common, window }),
    z.strictObject({ type: z.literal('date-agreed'), ...common, mp, date: civilDateSchema }),
    z.strictObject({ type: z.literal('dates-changed'), ...common, date: civilDateSchema }),
  ],
  { error: `a type of event: ${[...flow.events, 'paused', 'resumed'].map((type) => `"${type}"`).join(', ')}` },
);

/**
 * A stored search. A version that this release does not know is refused, and so is a stage that the facts do not
 * tell, or a confirmation that no reply gave: `decide` reads the facts and `record` the stage, and they must agree.
 */
export const stateSchema: z.ZodType<Search> = z
  .strictObject({
    version: z.literal(1, { error: 'version 1, the only one that this release of pauta knows' }),
    move: idSchema,
    stage: z.enum(flow.stages),
    round: z.int({ error: 'a whole number, 1 or more' }).min(1),
    facts: factsSchema,
    offeredAt: z.enum(flow.stages).nullable(),
    failed: mps,
    reached: mps,
    seen: z.array(idSchema),
  })
  .check(({ value, issues }) => {
    const expect = (expected: string, ...path: string[]): void => {
      issues.push({ code: 'custom', message: expected, path, input: value });
    };
    const { stage, facts, offeredAt, failed } = value;
    if (stage !== stageTold(facts)) expect(`"${stageTold(facts)}", the stage that the facts tell`, 'stage');
    const before = facts.offer == null ? null : stageBefore(facts);
    if (offeredAt !== before) expect(`${JSON.stringify(before)}, the stage before the offer`, 'offeredAt');
    const given = confirmationsOf(facts.replies ?? [], failed);
    if (!isSame(facts.confirmations ?? [], given)) expect('what the replies add up to', 'facts', 'confirmations');
  });

function stageTold(facts: Facts): Stage {
  if (facts.cancelledAt != null) return 'CANCELLED';
  if (facts.refundedAt != null) return 'REFUNDED';
  if (facts.assignedAt != null) return 'ASSIGNED';
  if (facts.offer == null) return stageBefore(facts);
  return facts.offer.check !== null && isReady(facts.offer, facts.offer.check) ? 'VERIFIED' : 'OFFERED';
}

/** How far the search has come, offers aside. */
function stageBefore(facts: Facts): Stage {
  if (facts.clientContactedAt != null) return 'CONTACT';
  if (facts.listsExhaustedAt != null) {
    return facts.category === 'inter' && facts.interExhaustedAt == null ? 'INTER' : 'EXHAUSTED';
  }
  if (facts.listsSentAt != null) return 'LISTS';
  return facts.resentAt != null || facts.begins === 'lists' ? 'RESENT' : 'SEARCHING';
}

function isSame(some: readonly Confirmation[], others: readonly Confirmation[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ mp, since, until }, index) => {
      const other = others[index] as Confirmation;
      return mp === other.mp && since === other.since && until === other.until;
    })
  );
}

/** What a business may choose, from outside: `{ "resendWait": { "minutes": 45 } }`. Comes out as a policy. */
export const policySchema: z.ZodType<Policy> = z
  .strictObject({
    searchThreshold: waitSchema.exactOptional(),
    resendWait: waitSchema.exactOptional(),
    calendar: calendarSchema.exactOptional(),
    several: z.int({ error: 'a whole number, 1 or more' }).min(1).exactOptional(),
    segmentBy: z.enum(['volume', 'region', 'either']).exactOptional(),
    matchMode: z.enum(['either-end', 'chain']).exactOptional(),
    researchRestart: z.enum(['resend', 'lists']).exactOptional(),
    zone: zoneSchema.exactOptional(),
  })
  .check(waitsAgree)
  .transform((choices) => policy(choices));
