import { machine } from '../kernel/machine.js';
import { guards } from './guards.js';
import { steps } from './steps.js';

/** The machine of a conversation. It orders what is done in it; what is due, `decide` says. */
export const flow = /* @__PURE__ */ machine({
  name: 'messaging',
  stages: ['NEW', 'BOT', 'CLASSIFIED', 'SUPPORT', 'INVESTIGATING', 'SOLVED', 'CLOSED_OUT'],
  // L78: closed out, it is open; the next message begins anew.
  final: [],
  events: [
    'user-message',
    'bot-answered',
    'bot-silent',
    'hooked',
    'comment-question',
    'comment-answered',
    'section-set',
    'agent-set',
    'tags-set',
    'support-ticket',
    'user-called',
    'user-located',
    'no-immediate-solution',
    'case-text-sent',
    'solved',
    'standard-reply-sent',
    'bot-reactivated',
    'click-close',
    'taken-over',
    'given-back',
  ],
  guards,
  steps,
});
