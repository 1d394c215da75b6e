import type { Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';

/** A mail to be composed: who, and by which template. Its text is the host's. */
export interface Mail {
  readonly from: string;
  readonly to: readonly [string];
  readonly cc: readonly [];
  readonly bcc: readonly string[];
  readonly template: string;
}

const space = { mail: ['help', 'refund'], mc: ['known', 'unknown'] } as const;

const rows: readonly Row<typeof space, RuleId, 'help' | 'refund' | 'need-mc'>[] = [
  // L23: from Sofía, to the client, the MC in blind copy and never in copy.
  {
    rule: 'contact/bcc-mc',
    when: { mail: 'help', mc: 'known' },
    then: 'help',
    applies: ['contact/help-mail-from-sofia', 'contact/help-template'],
  },
  // CO-28: nobody says who the MC is.
  { rule: 'contact/bcc-mc', when: { mail: 'help', mc: 'unknown' }, then: 'need-mc' },
  // L27, L35.
  { rule: 'contact/refund-template', when: { mail: 'refund' }, then: 'refund' },
];

/** Who a mail is from and to. */
export const mailTable = /* @__PURE__ */ decisionTable({ name: 'contact/mail', hit: 'unique', facts: space, rows });

/** The mail to be sent. `need-fact`: the help mail goes to the MC, too, and the policy has no address (CO-28). */
export type MailOutcome =
  { readonly action: 'send-mail'; readonly mail: Mail } | { readonly action: 'need-fact'; readonly fact: 'mc-address' };

/** What `helpMail` and `refundMail` answer. Time changes nothing here: `validUntil` is `null`. */
export type MailDecision = Decision<
  MailOutcome,
  RuleId,
  { readonly mail: 'help' | 'refund'; readonly mc: 'known' | 'unknown' }
>;

/** The id of the move, and the address of its client. Addresses are taken as they are. */
export interface Addressed {
  readonly move: string;
  readonly client: string;
}

/** The help mail: from the policy's sender, to the client alone, the MC in blind copy. Source: manual-assignment L23. */
export function helpMail(addressed: Addressed, context: { readonly policy?: Policy } = {}): MailDecision {
  return composed('help', addressed, context.policy ?? defaultPolicy);
}

/** The mail that says that the refund is on its way. Source: manual-assignment L27, L35. */
export function refundMail(addressed: Addressed, context: { readonly policy?: Policy } = {}): MailDecision {
  return composed('refund', addressed, context.policy ?? defaultPolicy);
}

function composed(mail: 'help' | 'refund', { move, client }: Addressed, policy: Policy): MailDecision {
  const { sender, helpTemplate, refundTemplate, mcAddress } = policy;
  const mc = mcAddress === null ? 'unknown' : 'known';
  const { rule, then } = mailTable.row(mailTable.at.mail[mail] + mailTable.at.mc[mc]);
  const situation = { mail, mc } as const;
  if (then === 'need-mc') {
    return { outcome: { action: 'need-fact', fact: 'mc-address' }, rule, situation, validUntil: null };
  }
  const template = (then === 'help' ? helpTemplate : refundTemplate).replaceAll('{id}', () => move);
  // Where the MC is not known, no help mail is composed.
  const bcc = then === 'help' ? [mcAddress as string] : [];
  const letter: Mail = { from: sender, to: [client], cc: [], bcc, template };
  return { outcome: { action: 'send-mail', mail: letter }, rule, situation, validUntil: null };
}

/** The note to be written in the chat of the service. Source: manual-assignment L26. */
export interface NoteOutcome {
  readonly action: 'write-chat-note';
  readonly template: 'chat-note-new-date';
  /** The new date, as it was given. */
  readonly newDate: string;
  /** The note, in the policy's words. */
  readonly text: string;
}

/** What `chatNote` answers. Time changes nothing here: `validUntil` is `null`. */
export type NoteDecision = Decision<NoteOutcome, RuleId, { readonly note: 'new-date' }>;

/**
 * The note in the chat of the service that names the new date, before the date is changed. `newDate` is put in as it
 * is: a number of a day alone is ambiguous over the end of a month (CO-22).
 *
 * Source: manual-assignment L26.
 */
export function chatNote(newDate: string, context: { readonly policy?: Policy } = {}): NoteDecision {
  const text = (context.policy ?? defaultPolicy).chatNote.replaceAll('{date}', () => newDate);
  return {
    outcome: { action: 'write-chat-note', template: 'chat-note-new-date', newDate, text },
    rule: 'contact/alt1-accept-chat-text',
    situation: { note: 'new-date' },
    validUntil: null,
  };
}
