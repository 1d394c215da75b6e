import { decisionTable, type Row } from '../kernel/table.js';
import type { ClassificationSeen } from './classification.js';
import type { ClosingSeen } from './closing.js';
import type { Nothing } from './outcome.js';
import type { RuleId } from './rules.js';
import type { CaseSeen } from './support.js';

const space = {
  /** Whether the bot is to be hooked by hand, and why; never while a person attends. */
  hook: ['no', 'silent', 'comment'],
  comment: ['none', 'open'],
  /** `no-agent`: nobody is there to do what the case asks for. */
  classified: ['yes', 'no', 'no-agent'],
  /**
   * `bot`, `person`: who attends an open conversation. `case-due`: a duty of a ticket is owed; `case-watched`: none is.
   */
  course: ['bot', 'person', 'case-due', 'case-watched', 'solved', 'closed-out'],
} as const;

/** An outcome, or the question that has it. */
export type Answer = Nothing | { readonly action: 'hook' | 'reply-comment' | 'classify' | 'follow-case' | 'close' };

const open = ['bot', 'person', 'case-watched', 'closed-out'] as const;
const calm = { hook: 'no', comment: 'none' } as const;

const rows: readonly Row<typeof space, RuleId, Answer>[] = [
  // L41–43: first whoever has no answer …
  {
    rule: 'messaging/hook-when-silent',
    when: { hook: 'silent' },
    then: { action: 'hook' },
    applies: ['messaging/hook-snippet-2'],
  },
  {
    rule: 'messaging/hook-comments',
    when: { hook: 'comment' },
    then: { action: 'hook' },
    applies: ['messaging/hook-snippet-2'],
  },
  {
    rule: 'messaging/comment-reply-emojis',
    when: { hook: 'no', comment: 'open' },
    then: { action: 'reply-comment' },
  },
  // L50: … then an agent, for what follows is theirs to do …
  {
    rule: 'messaging/classify-agent',
    when: { ...calm, classified: 'no-agent' },
    then: { action: 'classify' },
    applies: ['messaging/classify-every'],
  },
  // L57–65: … then the case …
  {
    rule: 'messaging/case-2',
    when: { ...calm, classified: ['yes', 'no'], course: 'case-due' },
    then: { action: 'follow-case' },
  },
  {
    rule: 'messaging/close-when',
    when: { ...calm, classified: ['yes', 'no'], course: 'solved' },
    then: { action: 'close' },
  },
  // L47: … and the rest of the classification, which no client waits for.
  {
    rule: 'messaging/classify-every',
    when: { ...calm, classified: 'no', course: open },
    then: { action: 'classify' },
    applies: ['messaging/classify-section', 'messaging/classify-tag'],
  },
  {
    rule: 'messaging/case-1',
    when: { ...calm, classified: 'yes', course: 'bot' },
    then: { action: 'none', reason: 'bot-attends' },
  },
  {
    rule: 'messaging/classify-every',
    nearest: true,
    when: { ...calm, classified: 'yes', course: 'person' },
    then: { action: 'none', reason: 'person-attends' },
  },
  {
    rule: 'messaging/case-2-monitor',
    when: { ...calm, classified: 'yes', course: 'case-watched' },
    then: { action: 'follow-case' },
  },
  // L78.
  {
    rule: 'messaging/close-final-state',
    when: { ...calm, classified: 'yes', course: 'closed-out' },
    then: { action: 'none', reason: 'closed-out' },
  },
];

/**
 * The law of `messaging`, first floor: what comes next in a conversation, in 108 situations. The manual gives the
 * duties and no order among them; the order is ours, and `duties` lists them all.
 */
export const table = /* @__PURE__ */ decisionTable({ name: 'messaging', hit: 'unique', facts: space, rows });

/** What was seen of a conversation; the further tables add what they looked at. */
export interface Situation {
  readonly hook: (typeof space.hook)[number];
  readonly comment: (typeof space.comment)[number];
  readonly classified: (typeof space.classified)[number];
  readonly course: (typeof space.course)[number];
  readonly lacking?: ClassificationSeen;
  readonly case?: CaseSeen;
  readonly closing?: ClosingSeen;
}
