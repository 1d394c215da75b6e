/** For the users' own property tests: what to draw, and what must hold. Needs fast-check, an optional peer. */
/** What can be drawn of each system, for property tests of the host's own. */
export * as arbitraries from './arbitraries.js';
/** The laws of each system: properties, each to be checked by the host's own test runner. */
export * as laws from './laws.js';
export type { Law } from './law.js';
