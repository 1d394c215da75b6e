/** The executable specification: worked cases, and what can be asked, checked and measured by them in any test framework. */
export { ask, type Asked, type Asking } from './asking.js';
export type { Answer, Case, Check, Json, Told } from './case.js';
export { check } from './check.js';
export { coverage, type Coverage, type Covered, type SystemCoverage } from './coverage.js';
export { cases } from './library.js';
export { checkPolicy, type Answered, type ChangedCase, type PolicyCheck } from './policies.js';
export { decisionsOf, givenSchema } from './questions.js';
export type { Problem } from '../kernel/schema.js';
export type { System } from '../catalogue/index.js';
