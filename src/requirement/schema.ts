import * as z from 'zod';
import { isFilled } from '../kernel/filled.js';
import { civilDateSchema, idSchema, instantSchema, zoneSchema } from '../kernel/schema.js';
import { flow } from './machine.js';
import type { Deadline, Event, Facts, Requirement } from './model.js';
import { policy, type Policy } from './policy.js';

export { read, type Problem, type Read } from '../kernel/schema.js';

const DEADLINE = 'a civil date ("2026-05-13"), an instant (ISO 8601 with an offset, or milliseconds), or null';

/** A text without a time is a civil date, one with a time an instant. */
const deadline: z.ZodType<Deadline | null> = z.union([civilDateSchema, instantSchema, z.null()], { error: DEADLINE });

const product = z.enum(['meter', 'bottled', 'bulk']).nullable();
const kind = z.enum(['late-answer', 'disagreement']);

/** The facts of a requirement, from outside. */
export const factsSchema: z.ZodType<Facts> = z.strictObject({
  product,
  initial: z.strictObject({ answered: z.boolean(), deadline }).nullable(),
  insistences: z.array(z.strictObject({ kind, answered: z.boolean(), deadline })).exactOptional(),
  client: z.enum(['unaware', 'dissatisfied', 'satisfied']).exactOptional(),
});

const id = idSchema;
const at = instantSchema;

/** An event of a requirement, from outside. */
export const eventSchema: z.ZodType<Event> = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('initial-created'), id, at, deadline }),
    z.strictObject({ type: z.literal('insistence-created'), id, at, kind, deadline }),
    z.strictObject({
      type: z.enum([
        'initial-answered',
        'insistence-answered',
        'client-asks',
        'client-disagrees',
        'client-satisfied',
        'collections-created',
        'cancel',
      ]),
      id,
      at,
    }),
  ],
  {
    error:
      'a type of event: "initial-created", "insistence-created", "initial-answered", "insistence-answered", ' +
      '"client-asks", "client-disagrees", "client-satisfied", "collections-created" or "cancel"',
  },
);

/** A stored requirement. A version that this release does not know is refused. */
export const stateSchema: z.ZodType<Requirement> = z.strictObject({
  version: z.literal(1, { error: 'version 1, the only one that this release of pauta knows' }),
  stage: z.enum(flow.stages),
  facts: factsSchema,
  seen: z.array(idSchema),
});

const text = z.string().refine(isFilled, { error: 'a text that is not empty' });

/** What a business may choose, from outside: `{ "zone": "America/Bogota" }`. Comes out as a policy. */
export const policySchema: z.ZodType<Policy> = z
  .strictObject({
    zone: zoneSchema.exactOptional(),
    deadlineInclusive: z.boolean().exactOptional(),
    insistenceKinds: z.enum(['both', 'disagreement']).exactOptional(),
    meterFiling: z.enum(['client', 'contact-centre']).exactOptional(),
    collections: z
      .strictObject({
        category1: text,
        category2: text,
        category3: text,
        owner: text,
        status: text,
        priority: text,
        documentClass: text,
      })
      .exactOptional(),
    inPersonAs: z.enum(['Llamada telefónica', 'Correo Electrónico', 'Redes sociales']).exactOptional(),
  })
  .transform((choices) => policy(choices));
