import type { Sentence } from '../kernel/decision.js';
import { addressOf } from '../kernel/table.js';
import type { Batch } from './batch.js';
import { refusals, type ProblemCode } from './expectations.js';
import { isAdministrator } from './guards.js';
import { mappingOf, type Columns, type Mapping, type Suggestion } from './headings.js';
import type { AccountKind } from './identifier.js';
import { Inspection } from './inspection.js';
import type { Actor, Team } from './model.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';
import { contentTable, gateTable, type ContentSeen, type GateSeen, type RefusalCode } from './verdict.js';
import type { Warning } from './warnings.js';

/** What an upload is for, and what it is judged by. */
export interface ValidationOptions {
  /** The one account that it is for (L21). */
  readonly account: string;
  readonly kind: AccountKind;
  /** Who uploads; absent: an administrator. */
  readonly by?: Actor;
  /** What becomes of the clients that it does not name; absent: as the policy has it. */
  readonly mode?: Policy['reuploadMode'];
  /** The users that there are; absent: agents are not looked up. */
  readonly team?: Team;
  /** Absent: the manual's own values. */
  readonly policy?: Policy;
}

/** Something that is wrong with a row, or with a heading. */
export interface RowProblem {
  /** A record's first line, as a text editor counts; of rows that come from no file, the number of the row, from 1. */
  readonly line: number;
  /** The heading of the column as it is written; empty: the whole row. */
  readonly column: string;
  /** What was seen, cut to 60 characters. */
  readonly value: string;
  readonly code: ProblemCode;
  /** What to do about it. */
  readonly expected: Sentence;
  /** The line that the row contradicts. */
  readonly conflictsWith?: number;
}

interface Validated {
  /** What was seen before the rows were looked at. */
  readonly gate: GateSeen;
  /** What was seen of the rows; `null`: they were not looked at to the end. */
  readonly content: ContentSeen | null;
  /** The rule that decides: a row of `gateTable` or `contentTable`. */
  readonly rule: RuleId;
  readonly warnings: readonly Warning[];
}

/** An upload without a fault, ready to be loaded. */
export interface Accepted extends Validated {
  readonly ok: true;
  readonly account: string;
  readonly kind: AccountKind;
  readonly mode: Policy['reuploadMode'];
  /** How many clients it names. */
  readonly clients: number;
  readonly rows: Batch;
  /** The columns that were read; `null`: a file without headings, or no file. */
  readonly columns: Mapping | null;
}

/** An upload of which nothing is loaded. */
export interface Refused extends Validated {
  readonly ok: false;
  /** The first of what is wrong, from the outside in (RT-28). */
  readonly code: RefusalCode;
  /** What the upload should have been. */
  readonly expected: Sentence;
  /** Every bad row, whatever `code` says, by line; under `column-mapping` the headings to blame. */
  readonly problems: readonly RowProblem[];
  /** Under `column-mapping` a mapping to be confirmed; else `null`. */
  readonly suggestion: Suggestion | null;
  /** The headings of the file as they are written; empty: none were read. */
  readonly headings: readonly string[];
}

/** What an upload comes to, all or nothing: `ok` says which. Source: direct-assignment L14–29. */
export type Validation = Accepted | Refused;

/** A row that comes from elsewhere than a file. */
export interface UploadRow {
  readonly client: string;
  readonly main: string;
  /** Absent, `null` or blank: none. */
  readonly backup?: string | null;
  /** Absent, `null` or blank: none. */
  readonly supervisor?: string | null;
}

/**
 * Judges rows that a host has already, from a database or an API, as those of a file are judged: all or nothing.
 * Columns are named by their fields.
 *
 * Source: direct-assignment L14–27.
 */
export function validateRows(rows: Iterable<UploadRow>, options: ValidationOptions): Validation {
  const gate: GateSeen = { actor: actorIn(options), file: 'csv', headings: 'found', text: 'whole' };
  const refused = refusalAt(gate);
  if (refused !== null) return refused;
  const inspection = new Inspection(options, null);
  let line = 0;
  for (const { client, main, backup, supervisor } of rows) {
    inspection.row(client, main, backup ?? '', supervisor ?? '', ++line);
  }
  return verdictOn(inspection, gate, options, null);
}

/**
 * What the event `validate` of an upload says of a validation: how many lines are bad, and how many give a client to
 * other people than an earlier one. A file that is refused as a whole has one bad line at least.
 */
export function faultsOf(validation: Validation): { readonly badRows: number; readonly conflicts: number } {
  if (validation.ok) return { badRows: 0, conflicts: 0 };
  const conflicting = validation.problems.filter(({ code }) => code === 'conflicting-duplicate');
  const bad = new Set(
    validation.problems.filter(({ code }) => code !== 'conflicting-duplicate').map(({ line }) => line),
  );
  const isWhole = validation.problems.length === 0;
  return { badRows: Math.max(bad.size, isWhole ? 1 : 0), conflicts: conflicting.length };
}

/** Who uploads, as the gate sees them. */
export function actorIn(options: ValidationOptions): GateSeen['actor'] {
  return isAdministrator(options) ? 'administrator' : 'other';
}

/** The refusal of an upload whose rows are not looked at, or not to the end; `null`: they are. */
export function refusalAt(gate: GateSeen, details: Partial<Refused> = {}): Refused | null {
  const { then, rule } = gateTable.row(addressOf(gateTable, gate));
  return then === 'open' ? null : refusal(then, rule, { gate, ...details });
}

/** What becomes of an upload, all of its rows looked at. */
export function verdictOn(
  inspection: Inspection,
  gate: GateSeen,
  options: ValidationOptions,
  columns: Columns | null,
): Validation {
  const { content, batch, problems, warnings } = inspection.close();
  const headings = columns === null ? [] : columns.headings;
  const broken = refusalAt(gate, { problems, warnings, headings });
  if (broken !== null) return broken;
  const { then, rule } = contentTable.row(addressOf(contentTable, content));
  if (then !== 'accepted') return refusal(then, rule, { gate, content, problems, warnings, headings });
  const { account, kind, policy = defaultPolicy, mode = policy.reuploadMode } = options;
  return {
    ok: true,
    rule,
    gate,
    content,
    account,
    kind,
    mode,
    clients: batch.clients,
    rows: batch,
    warnings,
    columns: columns === null ? null : mappingOf(columns),
  };
}

function refusal(code: RefusalCode, rule: RuleId, details: Partial<Refused> & { readonly gate: GateSeen }): Refused {
  return {
    ok: false,
    code,
    rule,
    expected: refusals[code],
    problems: [],
    warnings: [],
    suggestion: null,
    headings: [],
    content: null,
    ...details,
  };
}
