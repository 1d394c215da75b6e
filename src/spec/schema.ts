import * as z from 'zod';
import type { Policies, System } from '../catalogue/index.js';
import { policySchema as contactPolicy } from '../contact/schema.js';
import type { Instant, Now } from '../kernel/clock.js';
import { isoInstantSchema, read, zoneSchema, type Problem } from '../kernel/schema.js';
import { policySchema as ladderPolicy } from '../ladder/schema.js';
import { policySchema as messagingPolicy } from '../messaging/schema.js';
import { policySchema as pendingPolicy } from '../pending/schema.js';
import { policySchema as requirementPolicy } from '../requirement/schema.js';
import { policySchema as routingPolicy } from '../routing/schema.js';
import type { Answer, Json, Question, Scene, World } from './case.js';

/** The instants and durations of a case are texts, never numbers. */
export { isoDurationSchema as isoDuration, isoInstantSchema as isoInstant } from '../kernel/schema.js';

/** A field that may be left out; `null` is the same. */
export function optional<T extends z.ZodType>(schema: T): z.ZodOptional<z.ZodNullable<T>> {
  return schema.nullish();
}

/**
 * A question made of a schema for its facts and of the answer to them. `waitBegan`: of a question about a wait, when that
 * began.
 */
export function question<Given>(
  given: z.ZodType<Given>,
  answer: (given: Given, world: World) => Answer,
  waitBegan: (given: Given, now: Now, scene: Scene) => Instant | null = () => null,
): Question {
  return {
    pose: (facts) => {
      const facing = read(given, facts);
      if (!facing.ok) return { ok: false, problems: facing.problems.map(inGiven) };
      const { value } = facing;
      return {
        ok: true,
        value: {
          answer: (world) => answer(value, world),
          waitBegan: (now, scene) => waitBegan(value, now, scene),
        },
      };
    },
    shape: () => z.toJSONSchema(given, { io: 'input', unrepresentable: 'any' }) as Json,
  };
}

function inGiven(problem: Problem): Problem {
  return { ...problem, path: `given.${problem.path}` };
}

const asked = {
  system: z.string(),
  decision: z.string(),
  given: z.record(z.string(), z.json(), { error: 'an object with the facts' }),
  now: isoInstantSchema,
  zone: zoneSchema,
  policy: z.record(z.string(), z.json(), { error: 'an object with the choices of a policy' }).optional(),
  policies: z.record(z.string(), z.json(), { error: 'an object with the versions of a policy' }).optional(),
};

/** What a case asks; what else it has is passed over. */
export const askedSchema = z.object(asked);

/** What every case has, whatever it asks. */
export const envelopeSchema = z
  .strictObject({
    ...asked,
    id: z.string({ error: 'an id: a text' }),
    name: z.string(),
    expected: z.string(),
    outcome: z.json(),
    until: isoInstantSchema.optional(),
    version: z.string().optional(),
    rule: z.string(),
    determined: z.enum(['manual', 'default-reading']),
    other_reading: z.json().optional(),
  })
  .check(({ value, issues }) => {
    const { id, system, rule } = value;
    const expect = (path: string, message: string): void => {
      issues.push({ code: 'custom', message, path: [path], input: value });
    };
    const isOfSystem = id.startsWith(`${system}-`) && /^\d+$/.test(id.slice(system.length + 1));
    if (!isOfSystem) expect('id', `an id of its system: "${system}-001"`);
    if (!rule.startsWith(`${system}/`)) expect('rule', `a rule of its system: "${system}/…"`);
  });

/** The door of each system's policy. */
export const policySchemas: { readonly [S in System]: z.ZodType<Policies[S]> } = {
  contact: contactPolicy,
  ladder: ladderPolicy,
  messaging: messagingPolicy,
  pending: pendingPolicy,
  requirement: requirementPolicy,
  routing: routingPolicy,
};
