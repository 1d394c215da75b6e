/** The part of the doors that turns faults found by our own rules into problems of zod's. */
import type * as z from 'zod';
import type { Fault } from './fault.js';

/** A check that refuses a value for each fault in it; `issues`: what is known to be wrong with it before. */
export function refusing<Value>(
  faultsOf: (value: Value, issues: readonly z.core.$ZodRawIssue[]) => readonly Fault[],
): (payload: z.core.ParsePayload<Value>) => void {
  return ({ value, issues }) => {
    for (const { path, expected } of faultsOf(value, issues)) {
      issues.push({ code: 'custom', message: expected, path: [...path], input: value });
    }
  };
}
