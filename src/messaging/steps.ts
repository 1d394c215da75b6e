import type { Step } from '../kernel/machine.js';
import type { Guard } from './guards.js';
import type { Code, Event, Stage } from './model.js';
import type { RuleId } from './rules.js';

const open = ['NEW', 'BOT', 'CLASSIFIED'] as const;
const inCase = ['SUPPORT', 'INVESTIGATING'] as const;
const started = [...open, ...inCase, 'SOLVED'] as const;
const all = [...started, 'CLOSED_OUT'] as const;
const filing = ['section-set', 'agent-set', 'tags-set'] as const;
const closing = ['standard-reply-sent', 'bot-reactivated', 'click-close'] as const;

/** What each event does at each stage. Of the rows that name both, the topmost whose guard holds decides. */
export const steps: readonly Step<Stage, Event['type'], Guard, RuleId, Code>[] = [
  // L78: closed out, it is open and with the bot: whatever comes in begins anew. What was seen has had its answer.
  {
    from: 'CLOSED_OUT',
    on: 'user-message',
    if: 'seen before',
    late: true,
    rule: 'messaging/close-final-state',
  },
  {
    from: 'CLOSED_OUT',
    on: ['bot-answered', 'bot-silent', ...filing],
    if: 'before the close-out',
    late: true,
    rule: 'messaging/close-final-state',
  },
  {
    from: 'CLOSED_OUT',
    on: ['user-message', 'bot-answered', 'bot-silent'],
    to: 'BOT',
    rule: 'messaging/close-final-state',
  },
  // A comment waits for its answer, however old.
  { from: 'CLOSED_OUT', on: 'comment-question', to: 'BOT', rule: 'messaging/hook-comments' },

  // L55: the bot attends.
  { from: open, on: 'user-message', stay: true, rule: 'messaging/case-1' },
  { from: open, on: 'bot-answered', if: 'the bot is off', ignore: 'bot-off', rule: 'messaging/case-1' },
  { from: 'NEW', on: 'bot-answered', to: 'BOT', rule: 'messaging/case-1' },
  { from: ['BOT', 'CLASSIFIED'], on: 'bot-answered', stay: true, rule: 'messaging/case-1' },

  // L41–43.
  {
    from: [...open, 'SOLVED'],
    on: 'bot-silent',
    if: 'the bot is off',
    ignore: 'bot-off',
    rule: 'messaging/hook-when-silent',
  },
  { from: [...open, 'SOLVED'], on: 'bot-silent', stay: true, rule: 'messaging/hook-when-silent' },
  {
    from: [...open, 'SOLVED'],
    on: 'hooked',
    if: 'the bot is off',
    refuse: 'bot-off',
    rule: 'messaging/hook-when-silent',
  },
  { from: [...open, 'SOLVED', 'CLOSED_OUT'], on: 'hooked', stay: true, rule: 'messaging/hook-when-silent' },
  { from: started, on: 'comment-question', stay: true, rule: 'messaging/hook-comments' },
  {
    from: all,
    on: 'comment-answered',
    if: 'no such comment',
    refuse: 'no-comment',
    rule: 'messaging/comment-reply-emojis',
  },
  { from: all, on: 'comment-answered', stay: true, rule: 'messaging/comment-reply-emojis' },

  // L47–51: classified once all three are there, and no longer when one is taken away.
  { from: ['NEW', 'BOT'], on: filing, if: 'classified', to: 'CLASSIFIED', rule: 'messaging/classify-every' },
  { from: 'CLASSIFIED', on: filing, if: 'not classified', to: 'BOT', rule: 'messaging/classify-every' },
  { from: [...open, ...inCase, 'SOLVED'], on: filing, stay: true, rule: 'messaging/classify-every' },
  // L76: nobody is assigned; whoever is assigned anew takes it up again.
  {
    from: 'CLOSED_OUT',
    on: 'agent-set',
    if: 'nobody is assigned',
    ignore: 'duplicate',
    rule: 'messaging/close-3-click',
    nearest: true,
  },
  { from: 'CLOSED_OUT', on: 'agent-set', if: 'classified', to: 'CLASSIFIED', rule: 'messaging/classify-every' },
  { from: 'CLOSED_OUT', on: 'agent-set', to: 'BOT', rule: 'messaging/classify-agent' },
  { from: 'CLOSED_OUT', on: ['section-set', 'tags-set'], stay: true, rule: 'messaging/classify-every' },

  // L57–59.
  { from: all, on: 'support-ticket', to: 'SUPPORT', rule: 'messaging/case-2' },
  { from: inCase, on: 'user-message', stay: true, rule: 'messaging/case-2-monitor' },
  { from: inCase, on: ['bot-answered', 'bot-silent'], ignore: 'bot-off', rule: 'messaging/close-2-bot', nearest: true },
  { from: inCase, on: 'hooked', refuse: 'bot-off', rule: 'messaging/close-2-bot' },
  { from: inCase, on: 'user-called', stay: true, rule: 'messaging/case-2-call' },
  { from: inCase, on: 'user-located', stay: true, rule: 'messaging/case-2-locate' },
  { from: open, on: ['user-called', 'user-located'], refuse: 'no-support-case', rule: 'messaging/case-2' },
  { from: ['SOLVED', 'CLOSED_OUT'], on: ['user-called', 'user-located'], late: true, rule: 'messaging/case-2' },

  // L61–65: each report is answered once (ME-22).
  { from: 'SUPPORT', on: 'no-immediate-solution', to: 'INVESTIGATING', rule: 'messaging/case-3' },
  { from: 'INVESTIGATING', on: 'no-immediate-solution', stay: true, rule: 'messaging/case-3' },
  { from: 'SOLVED', on: 'no-immediate-solution', refuse: 'already-solved', rule: 'messaging/case-3' },
  {
    from: [...open, 'CLOSED_OUT'],
    on: 'no-immediate-solution',
    refuse: 'no-support-case',
    rule: 'messaging/case-3',
  },
  {
    from: 'INVESTIGATING',
    on: 'case-text-sent',
    if: 'the text was sent',
    ignore: 'duplicate',
    rule: 'messaging/case-3-text',
  },
  { from: 'INVESTIGATING', on: 'case-text-sent', stay: true, rule: 'messaging/case-3-text' },
  { from: 'SUPPORT', on: 'case-text-sent', refuse: 'not-investigating', rule: 'messaging/case-3-text' },
  { from: open, on: 'case-text-sent', refuse: 'no-support-case', rule: 'messaging/case-3-text' },
  { from: ['SOLVED', 'CLOSED_OUT'], on: 'case-text-sent', late: true, rule: 'messaging/case-3-text' },

  // L69: a solution that works, given by the agent whose case it is.
  {
    from: inCase,
    on: 'solved',
    if: 'not by the assigned agent',
    refuse: 'not-assigned-agent',
    rule: 'messaging/close-who',
  },
  { from: inCase, on: 'solved', to: 'SOLVED', rule: 'messaging/close-when' },
  { from: open, on: 'solved', refuse: 'no-support-case', rule: 'messaging/close-when' },
  { from: ['SOLVED', 'CLOSED_OUT'], on: 'solved', ignore: 'duplicate', rule: 'messaging/close-when' },
  { from: 'SOLVED', on: 'user-message', if: 'an old complaint', late: true, rule: 'messaging/close-when' },
  { from: 'SOLVED', on: 'user-message', if: 'says it is not solved', to: 'SUPPORT', rule: 'messaging/close-when' },
  { from: 'SOLVED', on: 'user-message', stay: true, rule: 'messaging/close-when' },

  // L71–76: three steps, in their order, by that agent. The click takes the assignment away, so it is the last (ME-4).
  { from: [...open, ...inCase], on: closing, refuse: 'not-solved', rule: 'messaging/close-when' },
  {
    from: 'SOLVED',
    on: closing,
    if: 'not by the assigned agent',
    refuse: 'not-assigned-agent',
    rule: 'messaging/close-who',
  },
  {
    from: 'SOLVED',
    on: 'standard-reply-sent',
    if: 'done already',
    ignore: 'duplicate',
    rule: 'messaging/close-1-reply',
  },
  { from: 'SOLVED', on: 'bot-reactivated', if: 'done already', ignore: 'duplicate', rule: 'messaging/close-2-bot' },
  { from: 'SOLVED', on: 'click-close', if: 'done already', ignore: 'duplicate', rule: 'messaging/close-3-click' },
  {
    from: 'SOLVED',
    on: 'bot-reactivated',
    if: 'the reply is missing',
    refuse: 'out-of-order',
    rule: 'messaging/close-2-bot',
  },
  {
    from: 'SOLVED',
    on: 'bot-reactivated',
    if: 'the conversation has moved on',
    refuse: 'stale',
    rule: 'messaging/close-2-bot',
  },
  {
    from: 'SOLVED',
    on: 'click-close',
    if: 'a step is missing',
    refuse: 'out-of-order',
    rule: 'messaging/close-3-click',
  },
  { from: 'SOLVED', on: closing, if: 'the last step', to: 'CLOSED_OUT', rule: 'messaging/close-final-state' },
  { from: 'SOLVED', on: 'standard-reply-sent', stay: true, rule: 'messaging/close-1-reply' },
  { from: 'SOLVED', on: 'bot-reactivated', stay: true, rule: 'messaging/close-2-bot' },
  { from: 'SOLVED', on: 'click-close', stay: true, rule: 'messaging/close-3-click' },
  { from: 'CLOSED_OUT', on: 'standard-reply-sent', ignore: 'duplicate', rule: 'messaging/close-1-reply' },
  { from: 'CLOSED_OUT', on: 'bot-reactivated', ignore: 'duplicate', rule: 'messaging/close-2-bot' },
  { from: 'CLOSED_OUT', on: 'click-close', ignore: 'duplicate', rule: 'messaging/close-3-click' },
  {
    from: 'SOLVED',
    on: 'bot-answered',
    if: 'the bot is off',
    ignore: 'bot-off',
    rule: 'messaging/close-2-bot',
    nearest: true,
  },
  { from: 'SOLVED', on: 'bot-answered', stay: true, rule: 'messaging/close-2-bot' },

  // L96, L104: a person writes to whom the bot served badly, and gives the conversation back.
  {
    from: [...open, 'CLOSED_OUT'],
    on: 'taken-over',
    if: 'the conversation has moved on',
    refuse: 'stale',
    rule: 'messaging/eva-wrong-send',
    nearest: true,
  },
  {
    from: open,
    on: 'taken-over',
    if: 'held by them',
    ignore: 'duplicate',
    rule: 'messaging/eva-wrong-send',
    nearest: true,
  },
  { from: open, on: 'taken-over', stay: true, rule: 'messaging/eva-wrong-send' },
  { from: 'CLOSED_OUT', on: 'taken-over', to: 'BOT', rule: 'messaging/eva-wrong-send' },
  {
    from: open,
    on: 'given-back',
    if: 'the conversation has moved on',
    refuse: 'stale',
    rule: 'messaging/eva-right-let',
    nearest: true,
  },
  {
    from: open,
    on: 'given-back',
    if: 'the bot is on',
    ignore: 'duplicate',
    rule: 'messaging/eva-right-let',
    nearest: true,
  },
  { from: open, on: 'given-back', stay: true, rule: 'messaging/eva-right-let' },
  { from: 'CLOSED_OUT', on: 'given-back', ignore: 'duplicate', rule: 'messaging/eva-right-let', nearest: true },
  // ME-24: in a case the agent attends already, and the bot comes back by the second closing step.
  {
    from: [...inCase, 'SOLVED'],
    on: 'taken-over',
    ignore: 'agent-attends',
    rule: 'messaging/close-2-bot',
    nearest: true,
  },
  { from: inCase, on: 'given-back', refuse: 'not-solved', rule: 'messaging/close-2-bot', nearest: true },
  { from: 'SOLVED', on: 'given-back', refuse: 'out-of-order', rule: 'messaging/close-2-bot' },
];
