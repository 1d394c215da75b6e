import { decisionTable, type Row } from '../kernel/table.js';
import type { RuleId } from './rules.js';

/** Why a file is refused. */
export type RefusalCode =
  | 'not-admin'
  | 'not-csv'
  | 'column-mapping'
  | 'malformed'
  | 'empty-file'
  | 'identifier-mismatch'
  | 'conflicting-duplicate';

const gate = {
  actor: ['other', 'administrator'],
  /** By its name. */
  file: ['other', 'csv'],
  /** `elsewhere`: they would be found between other delimiters than the policy allows. */
  headings: ['none', 'elsewhere', 'found'],
  /** `broken`: a quote that is never closed, or bytes of two encodings. */
  text: ['broken', 'whole'],
} as const;

const gateRows: readonly Row<typeof gate, RuleId, RefusalCode | 'open'>[] = [
  // From the outside in (RT-28): L14 before L24 before L26.
  { rule: 'routing/admin-only', when: { actor: 'other' }, then: 'not-admin' },
  { rule: 'routing/csv-format', when: { actor: 'administrator', file: 'other' }, then: 'not-csv' },
  {
    rule: 'routing/column-mapping',
    when: { actor: 'administrator', file: 'csv', headings: 'none' },
    then: 'column-mapping',
    applies: ['routing/column-mapping-example', 'routing/template-sheet'],
  },
  // L24: "separados por coma" (RT-22).
  {
    rule: 'routing/csv-format',
    when: { actor: 'administrator', file: 'csv', headings: 'elsewhere' },
    then: 'column-mapping',
    applies: ['routing/column-mapping'],
  },
  {
    rule: 'routing/csv-format',
    when: { actor: 'administrator', file: 'csv', headings: 'found', text: 'broken' },
    then: 'malformed',
    applies: ['routing/all-or-nothing'],
  },
  {
    rule: 'routing/upload',
    when: { actor: 'administrator', file: 'csv', headings: 'found', text: 'whole' },
    then: 'open',
    applies: [
      'routing/admin-only',
      'routing/nav-assignments',
      'routing/select-account',
      'routing/template-sheet',
      'routing/csv-format',
      'routing/column-mapping',
      'routing/column-mapping-example',
    ],
  },
];

/** Whether the rows of a file are looked at at all: 24 situations. */
export const gateTable = /* @__PURE__ */ decisionTable({
  name: 'routing/gate',
  hit: 'unique',
  facts: gate,
  rows: gateRows,
});

const content = {
  kind: ['whatsapp', 'email'],
  /** `none-to-replace`: nothing would be left of the account. */
  rows: ['none', 'none-to-replace', 'some'],
  /** Whether each row has an identifier of the account's kind and a main agent. */
  clients: ['misfit', 'fit'],
  /** `last-counts`: they conflict, and the policy lets the last row win (RT-10). */
  repetitions: ['conflicting', 'last-counts', 'equal', 'none'],
} as const;

/** What an upload that is accepted rests on, whatever its kind. */
const restsOn: readonly RuleId[] = [
  'routing/portfolio-key',
  'routing/identifier-required',
  'routing/principal-required',
  'routing/one-to-one',
  'routing/fix-and-reupload',
  'routing/verify-load',
];

const contentRows: readonly Row<typeof content, RuleId, RefusalCode | 'accepted'>[] = [
  // RT-17: nothing is wiped by accident.
  { rule: 'routing/new-client-reupload', when: { rows: 'none-to-replace' }, then: 'empty-file' },
  // L27: one is enough.
  {
    rule: 'routing/all-or-nothing',
    when: { rows: ['none', 'some'], clients: 'misfit' },
    then: 'identifier-mismatch',
    applies: [
      'routing/identifier-whatsapp',
      'routing/identifier-email',
      'routing/identifier-required',
      'routing/principal-required',
      'routing/fix-and-reupload',
    ],
  },
  // L2: "relación 1 a 1".
  {
    rule: 'routing/one-to-one',
    when: { rows: ['none', 'some'], clients: 'fit', repetitions: 'conflicting' },
    then: 'conflicting-duplicate',
    applies: ['routing/fix-and-reupload'],
  },
  {
    rule: 'routing/identifier-whatsapp',
    when: { kind: 'whatsapp', rows: ['none', 'some'], clients: 'fit', repetitions: ['last-counts', 'equal', 'none'] },
    then: 'accepted',
    applies: restsOn,
  },
  {
    rule: 'routing/identifier-email',
    when: { kind: 'email', rows: ['none', 'some'], clients: 'fit', repetitions: ['last-counts', 'equal', 'none'] },
    then: 'accepted',
    applies: restsOn,
  },
];

/** What becomes of the rows of a file: 48 situations. */
export const contentTable = /* @__PURE__ */ decisionTable({
  name: 'routing/content',
  hit: 'unique',
  facts: content,
  rows: contentRows,
});

/** What was seen of a file before its rows. */
export type GateSeen = (typeof gateTable.situations)[number];
/** What was seen of its rows. */
export type ContentSeen = (typeof contentTable.situations)[number];
