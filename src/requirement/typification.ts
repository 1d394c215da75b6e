import type { Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import { defaultPolicy, type Channel, type Policy, type Typification } from './policy.js';
import type { RuleId } from './rules.js';

/** The six subjects under which the contact centre may create a ticket, as the manual titles them. */
export const subjects = /* @__PURE__ */ Object.freeze({
  'late-answer': 'Respuesta fuera de plazo',
  disagreement: 'Inconformidad en la respuesta',
  'not-executed': 'No ejecución de la solución',
  'enable-delay': 'Demora en la habilitación del servicio',
  'restore-delay': 'Tardanza en la reposición del suministro (cortado por mora)',
  collections: 'Gestión de cobranza',
});

/** A subject's code. */
export type Subject = keyof typeof subjects;

/** The subject that a title names: letter case and spacing do not matter. `null`: none of the six. */
export function subjectOf(title: string): Subject | null {
  const wanted = plain(title);
  const found = Object.entries(subjects).find(([, known]) => plain(known) === wanted);
  return found === undefined ? null : (found[0] as Subject);
}

/** One spelling for what differs only in letter case, spacing or Unicode form. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').replace(' (', '(').trim();
}

const channels: readonly Channel[] = ['Llamada telefónica', 'Correo Electrónico', 'Redes sociales'];
const IN_PERSON = 'Presencial';

type ChannelKind = 'authorised' | 'in-person' | 'other';

function channelKind(text: string): ChannelKind {
  const wanted = plain(text);
  if (wanted === plain(IN_PERSON)) return 'in-person';
  return channels.some((known) => plain(known) === wanted) ? 'authorised' : 'other';
}

function channelAs(text: string, policy: Policy): Channel {
  return channels.find((known) => plain(known) === plain(text)) ?? policy.inPersonAs;
}

/** What a channel is recorded as in a collections ticket. */
export type ChannelOutcome =
  | { readonly action: 'record-channel'; readonly channel: Channel }
  | { readonly action: 'refuse'; readonly code: 'not-authorised' };

/** What `channel` answers. Time changes nothing here: `validUntil` is `null`. */
export type ChannelDecision = Decision<ChannelOutcome, RuleId, { readonly channel: ChannelKind }>;

const channelRows: readonly Row<{ readonly channel: readonly ChannelKind[] }, RuleId, 'record-channel' | 'refuse'>[] = [
  // L64: the three that are authorised …
  { rule: 'requirement/collections-channels', when: { channel: 'authorised' }, then: 'record-channel' },
  // … in person is not, and is recorded as e-mail …
  {
    rule: 'requirement/collections-no-in-person',
    when: { channel: 'in-person' },
    then: 'record-channel',
    applies: ['requirement/collections-channels'],
  },
  // … and nothing else is (RQ-21).
  { rule: 'requirement/collections-channels', when: { channel: 'other' }, then: 'refuse' },
];

/** Which channels a collections ticket may name. */
export const channelTable = /* @__PURE__ */ decisionTable({
  name: 'requirement/channel',
  hit: 'unique',
  facts: { channel: ['authorised', 'in-person', 'other'] } as const,
  rows: channelRows,
});

/** What a question that time plays no part in is asked with. */
export interface TimelessContext {
  /** Absent: the manual's own values. */
  readonly policy?: Policy;
}

/**
 * The channel to write into a collections ticket: letter case and spaces around it do not matter.
 * Its answer, put in again, gives the same answer. Source: requirement-management L64.
 */
export function channel(text: string, context: TimelessContext = {}): ChannelDecision {
  const kind = channelKind(text);
  const { rule, then } = channelTable.row(channelTable.at.channel[kind]);
  const outcome: ChannelOutcome =
    then === 'refuse'
      ? { action: 'refuse', code: 'not-authorised' }
      : { action: 'record-channel', channel: channelAs(text, context.policy ?? defaultPolicy) };
  return { outcome, rule, situation: { channel: kind }, validUntil: null };
}

/** A ticket to be typified. */
export interface Typifiable {
  /** The subject as the agent or the CRM writes it. */
  readonly subject: string;
  /** The channel that the contact came by, as the agent or the CRM writes it. */
  readonly channel: string;
}

/** How a ticket is typified, or why it is not. */
export type TypifyOutcome =
  | { readonly action: 'typify'; readonly ticket: Typification & { readonly channel: Channel } }
  | { readonly action: 'unavailable'; readonly code: 'only-in-images'; readonly subject: Subject }
  | { readonly action: 'refuse'; readonly code: 'subject-not-allowed' | 'channel-not-authorised' };

/** The subject, `other` where it is none of the six, and the channel: a situation of `typifyTable`. */
export interface TypifySeen {
  readonly subject: Subject | 'other';
  readonly channel: ChannelKind;
}

/** What `typify` answers. Time changes nothing here: `validUntil` is `null`. */
export type TypifyDecision = Decision<TypifyOutcome, RuleId, TypifySeen>;

const space = {
  subject: ['late-answer', 'disagreement', 'not-executed', 'enable-delay', 'restore-delay', 'collections', 'other'],
  channel: ['authorised', 'in-person', 'other'],
} as const;

type TypifyAnswer = 'typify' | 'unavailable' | 'subject-not-allowed' | 'channel-not-authorised';

const mayCreate: readonly RuleId[] = ['requirement/cc-may-create', 'requirement/no-attachment'];

/** L57–66: every part of a collections ticket is a rule of its own. */
const collectionsParts: readonly RuleId[] = [
  'requirement/cc-may-create',
  'requirement/collections-when',
  'requirement/collections-non-clients',
  'requirement/collections-cat1',
  'requirement/collections-cat2',
  'requirement/collections-cat3',
  'requirement/collections-owner',
  'requirement/collections-status',
  'requirement/collections-channels',
  'requirement/collections-priority',
  'requirement/collections-doc-class',
];

const rows: readonly Row<typeof space, RuleId, TypifyAnswer>[] = [
  // L12–49: how these five are typified is only in images that the manual's text does not have (RQ-18).
  { rule: 'requirement/subject-late', when: { subject: 'late-answer' }, then: 'unavailable', applies: mayCreate },
  { rule: 'requirement/subject-disagree', when: { subject: 'disagreement' }, then: 'unavailable', applies: mayCreate },
  {
    rule: 'requirement/subject-not-executed',
    when: { subject: 'not-executed' },
    then: 'unavailable',
    applies: mayCreate,
  },
  {
    rule: 'requirement/subject-enable-delay',
    when: { subject: 'enable-delay' },
    then: 'unavailable',
    applies: mayCreate,
  },
  {
    rule: 'requirement/subject-restore-delay',
    when: { subject: 'restore-delay' },
    then: 'unavailable',
    applies: mayCreate,
  },
  // L51–66.
  {
    rule: 'requirement/subject-collections',
    when: { subject: 'collections', channel: 'authorised' },
    then: 'typify',
    applies: collectionsParts,
  },
  // L64: in person becomes e-mail.
  {
    rule: 'requirement/collections-no-in-person',
    when: { subject: 'collections', channel: 'in-person' },
    then: 'typify',
    applies: ['requirement/subject-collections', ...collectionsParts],
  },
  {
    rule: 'requirement/collections-channels',
    when: { subject: 'collections', channel: 'other' },
    then: 'channel-not-authorised',
    applies: ['requirement/subject-collections'],
  },
  // L10: the list of subjects is closed (RQ-19).
  { rule: 'requirement/cc-may-create', when: { subject: 'other' }, then: 'subject-not-allowed' },
];

/** How each subject is typified. */
export const typifyTable = /* @__PURE__ */ decisionTable({
  name: 'requirement/typify',
  hit: 'unique',
  facts: space,
  rows,
});

/**
 * The typification of a ticket. Only collections is typified in the manual's text; for the other five subjects
 * it is `unavailable`, never invented. Neither the product nor whether the caller is a client plays a part.
 *
 * Source: requirement-management L10–73.
 */
export function typify(ticket: Typifiable, context: TimelessContext = {}): TypifyDecision {
  const policy = context.policy ?? defaultPolicy;
  const known = subjectOf(ticket.subject);
  const address = typifyTable.at.subject[known ?? 'other'] + typifyTable.at.channel[channelKind(ticket.channel)];
  const { rule, then } = typifyTable.row(address);
  return {
    outcome: typifyOutcome(then, known, ticket, policy),
    rule,
    situation: typifyTable.situations[address] as TypifySeen,
    validUntil: null,
  };
}

function typifyOutcome(then: TypifyAnswer, subject: Subject | null, ticket: Typifiable, policy: Policy): TypifyOutcome {
  if (then === 'typify') {
    return { action: then, ticket: { ...policy.collections, channel: channelAs(ticket.channel, policy) } };
  }
  // What is only in images is one of the six.
  if (then === 'unavailable') return { action: then, code: 'only-in-images', subject: subject as Subject };
  return { action: 'refuse', code: then };
}
