import type { Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import type { RuleId } from './rules.js';

/** What somebody says of a debt that they are written to about. Whether they are a client plays no part. */
export interface DebtNotice {
  /** They receive mails or other communication about a debt. */
  readonly isReceived: boolean;
  /** The debt is their own, and they recognise it. */
  readonly isRecognised: boolean;
}

/** Whether a collections ticket is to be made. */
export type CollectionsOutcome =
  { readonly action: 'create-ticket'; readonly subject: 'collections' } | { readonly action: 'none' };

export type CollectionsDecision = Decision<
  CollectionsOutcome,
  RuleId,
  { readonly notice: 'none' | 'received'; readonly debt: 'recognised' | 'not-recognised' }
>;

const space = { notice: ['none', 'received'], debt: ['recognised', 'not-recognised'] } as const;

const rows: readonly Row<typeof space, RuleId, CollectionsOutcome>[] = [
  // L53: somebody else's debt, or one that is not recognised; clients or not.
  {
    rule: 'requirement/collections-when',
    when: { notice: 'received', debt: 'not-recognised' },
    then: { action: 'create-ticket', subject: 'collections' },
    applies: ['requirement/collections-non-clients', 'requirement/subject-collections'],
  },
  { rule: 'requirement/collections-when', when: { notice: 'received', debt: 'recognised' }, then: { action: 'none' } },
  { rule: 'requirement/collections-when', when: { notice: 'none' }, then: { action: 'none' } },
];

/** When a collections ticket is made. */
export const collectionsTable = /* @__PURE__ */ decisionTable({
  name: 'requirement/collections',
  hit: 'unique',
  facts: space,
  rows,
});

/** Whether a collections ticket must be made. It needs no earlier ticket. Source: requirement-management L51–53. */
export function collections(debt: DebtNotice): CollectionsDecision {
  const { at } = collectionsTable;
  const address =
    at.notice[debt.isReceived ? 'received' : 'none'] + at.debt[debt.isRecognised ? 'recognised' : 'not-recognised'];
  const { rule, then } = collectionsTable.row(address);
  return {
    outcome: then,
    rule,
    situation: collectionsTable.situations[address] as CollectionsDecision['situation'],
    validUntil: null,
  };
}

/** What goes into the description of a collections ticket. */
export interface Description {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  /** What the client tells, in detail. */
  readonly text: string;
}

export type DescriptionDecision = Decision<
  {
    readonly action: 'write-description';
    /** Four labelled lines. */
    readonly text: string;
    /** The parts that were left empty: allowed, but worth asking for (RQ-23). */
    readonly empty: readonly (keyof Description)[];
  },
  RuleId,
  { readonly description: 'complete' | 'incomplete' }
>;

const labels = { name: 'Nombre', phone: 'Teléfono', email: 'Email', text: 'Descripción' } as const;
const parts = /* @__PURE__ */ Object.keys(labels) as readonly (keyof Description)[];

/** The description of a collections ticket: all four labels, always, in the manual's order. Source: requirement-management L68–73. */
export function describe(description: Description): DescriptionDecision {
  const empty = parts.filter((part) => description[part].trim() === '');
  const text = parts.map((part) => `${labels[part]}: ${description[part]}`).join('\n');
  return {
    outcome: { action: 'write-description', text, empty },
    rule: 'requirement/collections-description',
    situation: { description: empty.length === 0 ? 'complete' : 'incomplete' },
    validUntil: null,
  };
}
