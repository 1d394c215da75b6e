import { decisionTable, type Row } from '../kernel/table.js';
import type { Attend, Nothing } from './model.js';
import type { RuleId } from './rules.js';

const space = {
  task: ['none', 'open'],
  lastMessage: ['none', 'client', 'ai', 'seller'],
  resolved: ['no', 'yes'],
  ai: ['off', 'attending', 'overdue'],
} as const;

/** An outcome without the data that it carries. */
export type Answer = Pick<Attend, 'action' | 'reason'> | Nothing;

const rows: readonly Row<typeof space, RuleId, Answer>[] = [
  // L19: … or has some action pending from the seller that was not managed yet.
  {
    rule: 'pending/definition-action',
    when: { task: 'open' },
    then: { action: 'attend', reason: 'seller-action' },
    applies: ['pending/duty-answer'],
  },
  // L19: pending is who needs an answer; in an empty chat nobody wrote (PE-19).
  {
    rule: 'pending/definition-response',
    when: { task: 'none', lastMessage: 'none' },
    then: { action: 'none', reason: 'no-messages' },
    applies: ['pending/settled-by-resolve'],
  },
  // L32–39: the seller said that it is settled, for now; only the client reopens it (PE-7).
  {
    rule: 'pending/settled-by-resolve',
    when: { task: 'none', lastMessage: ['client', 'ai', 'seller'], resolved: 'yes' },
    then: { action: 'none', reason: 'resolved' },
    applies: ['pending/resolved-meaning', 'pending/resolved-not-final', 'pending/reopen-on-client-message'],
  },
  // L31: a seller wrote the last message.
  {
    rule: 'pending/settled-by-seller',
    when: { task: 'none', lastMessage: 'seller', resolved: 'no' },
    then: { action: 'none', reason: 'seller-last' },
    applies: ['pending/duty-resolve'],
  },
  // L23–26: the AI is attending, within the window.
  {
    rule: 'pending/ai-process-exempt',
    when: { task: 'none', lastMessage: ['client', 'ai'], resolved: 'no', ai: 'attending' },
    then: { action: 'none', reason: 'ai-process' },
    applies: [
      'pending/ai-process-definition',
      'pending/ai-window-parameter',
      'pending/ai-window-exceeded',
      'pending/ai-active-required',
      'pending/ai-may-write-first',
    ],
  },
  // L27: more than five minutes; the seller MUST.
  {
    rule: 'pending/ai-window-exceeded',
    when: { task: 'none', lastMessage: ['client', 'ai'], resolved: 'no', ai: 'overdue' },
    then: { action: 'attend', reason: 'ai-window-exceeded' },
    applies: [
      'pending/summary',
      'pending/ai-window-parameter',
      'pending/ai-answer-is-no-answer',
      'pending/duty-answer',
    ],
  },
  // L21: wrote and was not answered, seen or not.
  {
    rule: 'pending/client-unanswered',
    when: { task: 'none', lastMessage: 'client', resolved: 'no', ai: 'off' },
    then: { action: 'attend', reason: 'client-unanswered' },
    applies: [
      'pending/definition-response',
      'pending/read-irrelevant',
      'pending/not-unread',
      'pending/summary',
      'pending/duty-answer',
      'pending/reopen-on-client-message',
    ],
  },
  // L22: the last message received was an AI agent's, and none is attending (PE-5).
  {
    rule: 'pending/last-by-ai',
    when: { task: 'none', lastMessage: 'ai', resolved: 'no', ai: 'off' },
    then: { action: 'attend', reason: 'last-by-ai' },
    applies: [
      'pending/ai-answer-is-no-answer',
      'pending/ai-active-required',
      'pending/ai-may-write-first',
      'pending/summary',
      'pending/duty-answer',
    ],
  },
];

/** The law of `pending`: 48 situations, one row each. */
export const table = /* @__PURE__ */ decisionTable({ name: 'pending', hit: 'unique', facts: space, rows });
