import { decisionTable, type Row } from '../kernel/table.js';
import type { AwaitReply, CallNow, HandleReply, NeedFact, NotCovered } from './outcome.js';
import type { RuleId } from './rules.js';

const space = {
  reply: ['no', 'yes'],
  days: [
    'past',
    'today',
    'today-open',
    'tomorrow',
    'under-three',
    'exactly-three',
    'over-three',
    'date-unknown',
    'zone-unknown',
  ],
  call: ['none', 'unanswered', 'followed'],
  mail: ['none', 'short', 'short-over', 'long', 'long-over', 'eve', 'bounced'],
} as const;

/** What was looked at before anything was settled with the client. */
export interface OutreachSeen {
  /** Whether the client wrote since our first mail or call. */
  readonly reply: 'no' | 'yes';
  /** Civil days to the move. `today-open`: today, under the reading that leaves it open. */
  readonly days: (typeof space.days)[number];
  /**
   * The last call in vain: made since the help mail, or, where the move is tomorrow or today, since it is so.
   * `followed`: a help mail was sent after it.
   */
  readonly call: 'none' | 'unanswered' | 'followed';
  /** The wait of the help mail: short or long, running or over; `eve`: it ends early, because the move is tomorrow. */
  readonly mail: (typeof space.mail)[number];
}

/** An outcome without the data that it carries. */
export type OutreachAnswer =
  | CallNow
  | { readonly action: 'send-help-mail' }
  | { readonly action: 'wait' }
  | AwaitReply
  | HandleReply
  | NeedFact
  | NotCovered;

const near = ['today', 'tomorrow'] as const;
const far = ['under-three', 'exactly-three', 'over-three'] as const;
const short = ['short', 'short-over'] as const;
const long = ['long', 'long-over'] as const;
const helpMail: readonly RuleId[] = ['contact/help-mail-from-sofia', 'contact/help-template', 'contact/bcc-mc'];
export const call: CallNow = { action: 'call-now' };

const rows: readonly Row<typeof space, RuleId, OutreachAnswer>[] = [
  // A reply ends the wait, in time or not (CO-11).
  {
    rule: 'contact/under-3-days-call-5h',
    nearest: true,
    when: { reply: 'yes', mail: short },
    then: { action: 'handle-reply' },
  },
  {
    rule: 'contact/over-3-days-call-24h',
    nearest: true,
    when: { reply: 'yes', mail: long },
    then: { action: 'handle-reply' },
  },
  {
    rule: 'contact/tomorrow-call',
    nearest: true,
    when: { reply: 'yes', mail: 'eve' },
    then: { action: 'handle-reply' },
  },
  {
    rule: 'contact/tomorrow-unanswered-mail',
    nearest: true,
    when: { reply: 'yes', mail: ['none', 'bounced'] },
    then: { action: 'handle-reply' },
  },

  // CO-4: nothing sensible can be read out of the manual.
  {
    rule: 'contact/tomorrow-call',
    when: { reply: 'no', days: 'past' },
    then: { action: 'not-covered', gap: 'move-date-passed', question: 'CO-4', nearest: null },
  },
  {
    rule: 'contact/tomorrow-call',
    when: { reply: 'no', days: 'today-open' },
    then: { action: 'not-covered', gap: 'move-is-today', question: 'CO-3', nearest: call },
  },
  {
    rule: 'contact/tomorrow-call',
    when: { reply: 'no', days: 'date-unknown' },
    then: { action: 'need-fact', fact: 'move-date' },
  },
  {
    rule: 'contact/tomorrow-call',
    when: { reply: 'no', days: 'zone-unknown' },
    then: { action: 'need-fact', fact: 'zone' },
  },

  // L37: tomorrow: a call, "sí o sí"; today too (CO-3).
  { rule: 'contact/tomorrow-call', when: { reply: 'no', days: near, call: 'none' }, then: call },
  // L37: … and the mail, if nobody answers.
  {
    rule: 'contact/tomorrow-unanswered-mail',
    when: { reply: 'no', days: near, call: 'unanswered' },
    then: { action: 'send-help-mail' },
    applies: ['contact/tomorrow-call', ...helpMail],
  },
  {
    rule: 'contact/tomorrow-unanswered-mail',
    when: {
      reply: 'no',
      days: near,
      call: 'followed',
      mail: ['none', 'short', 'short-over', 'long', 'long-over', 'eve'],
    },
    then: { action: 'await-reply' },
  },
  // CO-12: what came back was never read.
  {
    rule: 'contact/tomorrow-unanswered-mail',
    when: { reply: 'no', days: near, call: 'followed', mail: 'bounced' },
    then: { action: 'not-covered', gap: 'mail-not-delivered', question: 'CO-12', nearest: call },
  },

  // L38: less than three days: a mail …
  {
    rule: 'contact/under-3-days-mail',
    when: { reply: 'no', days: 'under-three', mail: 'none' },
    then: { action: 'send-help-mail' },
    applies: helpMail,
  },
  // CO-1: exactly three is neither less nor more; the policy says which.
  {
    rule: 'contact/under-3-days-mail',
    when: { reply: 'no', days: 'exactly-three', mail: 'none' },
    then: { action: 'send-help-mail' },
    applies: helpMail,
  },
  // L39: more than three days: a mail too.
  {
    rule: 'contact/over-3-days-mail',
    when: { reply: 'no', days: 'over-three', mail: 'none' },
    then: { action: 'send-help-mail' },
    applies: helpMail,
  },
  // L38: … and a call after five hours …
  {
    rule: 'contact/under-3-days-call-5h',
    when: { reply: 'no', days: far, mail: 'short' },
    then: { action: 'wait' },
  },
  {
    rule: 'contact/under-3-days-call-5h',
    when: { reply: 'no', days: far, mail: 'short-over', call: ['none', 'followed'] },
    then: call,
  },
  // L39: … or after twenty-four.
  {
    rule: 'contact/over-3-days-call-24h',
    when: { reply: 'no', days: far, mail: 'long' },
    then: { action: 'wait' },
  },
  {
    rule: 'contact/over-3-days-call-24h',
    when: { reply: 'no', days: far, mail: 'long-over', call: ['none', 'followed'] },
    then: call,
  },
  // L37: at the latest when the move is tomorrow (CO-10).
  { rule: 'contact/tomorrow-call', when: { reply: 'no', days: far, mail: 'eve' }, then: { action: 'wait' } },
  // CO-13: the mail of L37 belongs to tomorrow.
  {
    rule: 'contact/under-3-days-call-5h',
    when: { reply: 'no', days: far, mail: 'short-over', call: 'unanswered' },
    then: { action: 'not-covered', gap: 'unanswered-call-after-mail', question: 'CO-13', nearest: call },
  },
  {
    rule: 'contact/over-3-days-call-24h',
    when: { reply: 'no', days: far, mail: 'long-over', call: 'unanswered' },
    then: { action: 'not-covered', gap: 'unanswered-call-after-mail', question: 'CO-13', nearest: call },
  },
  {
    rule: 'contact/under-3-days-mail',
    when: { reply: 'no', days: far, mail: 'bounced' },
    then: { action: 'not-covered', gap: 'mail-not-delivered', question: 'CO-12', nearest: call },
  },
];

/** Mail or call, and when: 378 situations. */
export const outreachTable = /* @__PURE__ */ decisionTable({
  name: 'contact/outreach',
  hit: 'unique',
  facts: space,
  rows,
});
