/** What every faithful implementation of a system holds to. */
export { laws as contact } from './contact/laws.js';
export { laws as ladder } from './ladder/laws.js';
export { laws as messaging } from './messaging/laws.js';
export { laws as pending } from './pending/laws.js';
export { laws as requirement } from './requirement/laws.js';
export { laws as routing } from './routing/laws.js';
