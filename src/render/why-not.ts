import {
  kindOf,
  rowsOf,
  tableOf,
  tablesOf,
  type AnsweringRow,
  type AnyDecision,
  type AnyRuleId,
  type RowRef,
  type TableName,
} from '../catalogue/index.js';
import { nearMisses, type NearMiss } from '../kernel/near-misses.js';
import { isNearest } from './explanation.js';
import { speech, type Lang, type Say } from './speech.js';
import { clauseOf, frameOf, tableWords } from './vocabulary.js';

/** Why a rule did not decide, row by row. */
export interface WhyNot {
  /** Its rows, and the facts that kept each from fitting; none where the rule was not asked, or decided. */
  readonly rows: readonly (Pick<RowRef, 'table' | 'row'> & Pick<NearMiss<AnyRuleId>, 'because'>)[];
  /** The same in sentences. */
  readonly text: string;
}

/**
 * Tells which facts kept a rule from deciding. A rule that decided, that answered as well, that an answering row rests
 * on, or that does not answer this question, is told so.
 *
 * @throws RangeError for what no function of this library has decided.
 * @example
 * ```ts
 * import { pending } from 'pauta';
 * import { whyNot } from 'pauta/render';
 *
 * const facts = { lastMessage: 'seller', waitingSince: null, aiSince: null, resolved: false } as const;
 * const decision = pending.decide(facts, { clock: Date });
 * console.log(whyNot(decision, 'pending/client-unanswered', 'es').text);
 * // … Se vio esto: el último en escribir fue un vendedor.
 * ```
 */
export function whyNot(decision: AnyDecision, rule: AnyRuleId, lang: Lang): WhyNot {
  const frame = frameOf(lang);
  const fired = rowsOf(decision);
  if (decision.rule === rule) {
    return { rows: [], text: (isNearest(decision, fired) ? frame.onlyNearest : frame.decided)(rule) };
  }
  if (fired.some((row) => row.rule === rule)) return { rows: [], text: frame.answered(rule, decision.rule) };
  const resting = fired.find((row) => row.applies.includes(rule));
  if (resting !== undefined) return { rows: [], text: frame.restsOn(rule, resting.rule) };
  const rows = tablesOf(kindOf(decision)).flatMap((table) => missesIn(table, fired, rule));
  if (rows.length > 0) return { rows, text: rows.map((row) => missText(rule, row, lang)).join(' ') };
  const unasked = tablesOf(kindOf(decision)).find((table) => tableOf(table).rows.some((row) => row.rule === rule));
  const text =
    unasked === undefined
      ? frame.hasNoRow(rule)
      : frame.wasNotAsked(rule, tableWords(lang, unasked).title, decision.rule);
  return { rows, text };
}

/** The rows of a rule that did not fit, of a table that was asked. */
function missesIn(table: TableName, fired: readonly AnsweringRow[], rule: AnyRuleId): WhyNot['rows'] {
  const situation = fired.find((row) => row.table === table)?.situation;
  if (situation === undefined) return [];
  return nearMisses(tableOf(table), situation)
    .filter((miss) => miss.rule === rule)
    .map(({ row, because }) => ({ table, row, because }));
}

function missText(rule: AnyRuleId, { table, because }: WhyNot['rows'][number], lang: Lang): string {
  const say: Say = speech(lang, 'UTC');
  const clause = (fact: string, value: string): string => clauseOf(lang, table, fact, value);
  const wants = because.map(({ fact, wants: values }) => say.or(values.map((value) => clause(fact, value))));
  const was = because.map(({ fact, was: value }) => clause(fact, value));
  return frameOf(lang).missed(rule, say.and(wants), say.and(was));
}
