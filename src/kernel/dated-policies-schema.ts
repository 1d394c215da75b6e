/** The part of the doors that reads policies with versions. */
import * as z from 'zod';
import { datedPolicies, versionFaults, type DatedPolicies, type PolicyVersion } from './dated-policies.js';
import type { Fault } from './fault.js';
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
    .superRefine(
      (_, payload) => {
        refusing(faultsBeside)(payload);
      },
      // What is wrong with one version is no reason to say nothing of the others.
      { when: ({ value }) => Array.isArray((Object(value) as { readonly versions?: unknown }).versions) },
    )
    .transform(({ versions, ...options }) => datedPolicies(versions as readonly PolicyVersion<Policy>[], options));
}

/** Long before any policy, and still told from half a millisecond after it. */
const FIRST = -(2 ** 51);

/** What makes no sense in versions of which some parts could not be read. Of such a part nothing more is said. */
function faultsBeside(
  { versions }: { readonly versions: readonly unknown[] },
  issues: readonly z.core.$ZodRawIssue[],
): readonly Fault[] {
  const unread = new Set<string>();
  for (const { code, path } of issues) {
    // What has a field too many is read all the same.
    if (code === 'unrecognized_keys') continue;
    const [, index, part] = path as readonly PropertyKey[];
    unread.add(placeOf(index, part));
  }
  const isRead = (index: number, part: string): boolean =>
    !unread.has(placeOf(index)) && !unread.has(placeOf(index, part));
  let before = FIRST;
  return versionFaults(
    versions.map((one, index) => {
      const { version, from, policy, sources } = Object(one) as PolicyVersion<object>;
      // In the place of an instant that could not be read stands one that fits between its neighbours.
      const known = isRead(index, 'from') ? from : index === 0 ? null : before + 0.5;
      before = known ?? before;
      return {
        version: isRead(index, 'version') ? version : `the unread ${index}`,
        from: known,
        policy,
        sources: (isRead(index, 'policy') && isRead(index, 'sources') ? sources : null) ?? {},
      };
    }),
  );
}

function placeOf(index: PropertyKey | undefined, part?: PropertyKey): string {
  return `${String(index)} ${String(part)}`;
}
