/** What can be drawn of each system: `facts`, `event`, `events`, `state` and `policy`, where it has them, and more. */
/** What can be drawn of `contact`: the contact with the client of a move, its events, and what the client says. */
export * as contact from './contact/arbitraries.js';
/** What can be drawn of `ladder`: searches for a mover, their events, replies and jobs under way. */
export * as ladder from './ladder/arbitraries.js';
/** What can be drawn of `messaging`: conversations, the way of contacts into the CRM, judgements of the bot. */
export * as messaging from './messaging/arbitraries.js';
/** What can be drawn of `pending`: chats, their messages and the AI's attendance. */
export * as pending from './pending/arbitraries.js';
/** What can be drawn of `requirement`: tickets and their maximum dates, about the nights on which clocks change. */
export * as requirement from './requirement/arbitraries.js';
/** What can be drawn of `routing`: portfolios, teams, contacts, uploads and configurations. */
export * as routing from './routing/arbitraries.js';
