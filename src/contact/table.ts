import { decisionTable, type Row } from '../kernel/table.js';
import type { HandleReply, Nothing, SendCallRecordMail } from './outcome.js';
import type { RuleId } from './rules.js';

const space = {
  record: ['owed', 'none'],
  state: ['asking', 'running', 'assigned', 'refunded', 'cancelled'],
  heard: ['no', 'reply', 'call', 'unclear'],
} as const;

/** An outcome, or the table that has it: how we reach out, what the answer leads to, or the course under way. */
export type Answer =
  SendCallRecordMail | HandleReply | Nothing | { readonly action: 'reach-out' | 'weigh-answer' | 'follow-course' };

const rows: readonly Row<typeof space, RuleId, Answer>[] = [
  // L40: every call, whatever came after it.
  { rule: 'contact/call-record-by-mail', when: { record: 'owed' }, then: { action: 'send-call-record-mail' } },
  {
    rule: 'contact/alt1-accept-assign',
    nearest: true,
    when: { record: 'none', state: 'assigned' },
    then: { action: 'none', reason: 'assigned' },
  },
  {
    rule: 'contact/refund-reverso',
    when: { record: 'none', state: 'refunded' },
    then: { action: 'none', reason: 'refunded' },
  },
  // L40: of a contact that is over, only the record of a call can still be owed.
  {
    rule: 'contact/call-record-by-mail',
    nearest: true,
    when: { record: 'none', state: 'cancelled' },
    then: { action: 'none', reason: 'cancelled' },
  },
  // L26–35: the client has decided.
  {
    rule: 'contact/research-starts',
    when: { record: 'none', state: 'running' },
    then: { action: 'follow-course' },
  },
  // L40: what was said in the call is written down; now it is acted on.
  {
    rule: 'contact/call-record-by-mail',
    nearest: true,
    when: { record: 'none', state: 'asking', heard: 'call' },
    then: { action: 'handle-reply' },
  },
  {
    rule: 'contact/alt1-reject-refund',
    when: { record: 'none', state: 'asking', heard: 'unclear' },
    then: { action: 'weigh-answer' },
  },
  // L37–39: mail or call, and when. A reply ends the wait of the mail that it answers.
  {
    rule: 'contact/under-3-days-mail',
    when: { record: 'none', state: 'asking', heard: ['no', 'reply'] },
    then: { action: 'reach-out' },
  },
];

/** The law of `contact`, first floor: what the other tables are asked, in 40 situations. */
export const table = /* @__PURE__ */ decisionTable({ name: 'contact', hit: 'unique', facts: space, rows });
