export * as contact from './contact/index.js';
export * as kernel from './kernel/index.js';
export * as ladder from './ladder/index.js';
export * as messaging from './messaging/index.js';
export * as pending from './pending/index.js';
export * as requirement from './requirement/index.js';
export * as routing from './routing/index.js';
