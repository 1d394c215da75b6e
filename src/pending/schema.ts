/** The door of `pending`: one file for each part, so that a bundle holds no more than what it reads. */
export { read, type Problem, type Read } from '../kernel/schema.js';
export { factsSchema } from './facts-schema.js';
export { policySchema } from './policy-schema.js';
export { eventSchema, stateSchema } from './state-schema.js';
