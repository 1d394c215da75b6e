import {
  catalogue,
  rowsFor,
  rowsIn,
  rowsOf,
  tables,
  type AnyDecision,
  type RowRef,
  type TableName,
} from 'pauta/catalogue';
import type { Asking } from 'pauta/spec';
import { canonical } from './canonical.js';
import type { Witness } from './ledger.js';

/** How many of a kind were reached, and which were not. */
export interface Reached {
  readonly of: number;
  readonly missed: readonly string[];
}

/** Which rules and rows decide somewhere among all that is decided. */
export class Reach {
  readonly #rules = new Set<string>();
  readonly #rows = new Set<string>();
  /** Decisions by one rule of one situation come from the same rows. */
  readonly #known = new Set<string>();

  readonly witness: Witness = (_, answer) => {
    if (isDecision(answer)) this.#decided(answer);
    else if (isAsking(answer)) this.#asked(answer);
    else if (isRuled(answer)) this.#ruled(answer);
  };

  /** The rules that decide something, of which there are fewer than rules in all. */
  get rules(): Reached {
    const normative = catalogue.filter(({ normative: decides }) => decides).map(({ id }) => id);
    return { of: normative.length, missed: normative.filter((id) => !this.#rules.has(id)) };
  }

  get rows(): Reached {
    const all = (Object.keys(tables) as TableName[]).flatMap(rowsFor).map(nameOf);
    return { of: all.length, missed: all.filter((name) => !this.#rows.has(name)) };
  }

  #decided(decision: AnyDecision): void {
    const { rule, situation } = decision;
    const key = `${rule} ${canonical(situation)}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#rules.add(rule);
    this.#answered(rowsOf(decision));
  }

  /** A verdict on an upload says what its two tables looked at. */
  #ruled(answer: { readonly rule: string; readonly gate?: object; readonly content?: object | null }): void {
    this.#rules.add(answer.rule);
    if (answer.gate !== undefined) this.#answered(rowsIn('routing/gate', answer.gate));
    if (answer.content != null) this.#answered(rowsIn('routing/content', answer.content));
  }

  #asked(asking: Asking): void {
    if (!asking.ok) return;
    const { fired, decisions = [], recorded, rows = [] } = asking.answer;
    for (const rule of fired) this.#rules.add(rule);
    for (const decision of decisions) this.#decided(decision);
    if (recorded?.became.rule !== undefined) this.#rules.add(recorded.became.rule);
    this.#answered(rows);
  }

  #answered(rows: readonly RowRef[]): void {
    for (const row of rows) {
      this.#rows.add(nameOf(row));
      for (const rule of [row.rule, ...row.applies]) this.#rules.add(rule);
    }
  }
}

function nameOf({ table, row, rule }: RowRef): string {
  return `${table} row ${row} (${rule})`;
}

function isDecision(answer: unknown): answer is AnyDecision {
  return isRuled(answer) && 'situation' in answer && 'validUntil' in answer;
}

function isRuled(answer: unknown): answer is { readonly rule: string } {
  return typeof answer === 'object' && answer !== null && 'rule' in answer && typeof answer.rule === 'string';
}

function isAsking(answer: unknown): answer is Asking {
  return (
    typeof answer === 'object' && answer !== null && 'ok' in answer && ('answer' in answer || 'problems' in answer)
  );
}
