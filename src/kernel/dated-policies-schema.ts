/** The part of the doors that reads policies with versions. */
import * as z from 'zod';
import { datedPolicies, versionFaults, type DatedPolicies, type PolicyVersion } from './dated-policies.js';
import { refusing } from './faults-schema.js';
import { idSchema, instantSchema } from './schema.js';

/**
 * The versions of a policy, from outside, with the door of that policy:
 * `datedPoliciesSchema(ladderDoor.policySchema)` reads
 * `{ "versions": [{ "version": "2025", "from": null, "policy": {} }, …], "by": "wait" }`.
 */
export function datedPoliciesSchema<Policy extends object>(
  policy: z.ZodType<Policy>,
): z.ZodType<DatedPolicies<Policy>> {
  const version = z.strictObject({
    version: idSchema,
    from: instantSchema.nullable(),
    policy,
    sources: z.record(z.string(), z.string()).exactOptional(),
  });
  return z
    .strictObject({
      versions: z.array(version, { error: 'a list of versions' }),
      by: z.enum(['wait', 'decision']).exactOptional(),
    })
    .check(refusing(({ versions }) => versionFaults(versions as readonly PolicyVersion<Policy>[])))
    .transform(({ versions, ...options }) => datedPolicies(versions as readonly PolicyVersion<Policy>[], options));
}
