import {
  kindOf,
  ruleOf,
  rowsOf,
  tableOf,
  type AnsweringRow,
  type AnyDecision,
  type AnyRuleId,
  type AnyTable,
  type RowRef,
} from '../catalogue/index.js';
import type { Clock, Instant } from '../kernel/clock.js';
import type { Dated } from '../kernel/dated-policies.js';
import { speech, type Lang, type Say } from './speech.js';
import { clauseOf, frameOf, tableWords, wordsOf } from './vocabulary.js';

/** How an answer is told. */
export interface Telling {
  readonly lang: Lang;
  /** The IANA zone in which times are told; one that does not exist is told as UTC. */
  readonly zone: string;
  /** The present, for "in 5 minutes"; absent: only the instant is told. */
  readonly clock?: Clock;
}

/** An answer in sentences. */
export interface Explanation {
  /** What to do. */
  readonly what: string;
  /** The facts that the answer rests on; an empty text where it rests on none. */
  readonly why: string;
  /** By which rule, where it is written, what it says, how we read what is not written, and by which version of the policy. */
  readonly rule: string;
  /** Until when the answer holds if nothing is recorded. */
  readonly until: string;
  /** All of it, as one paragraph. */
  readonly text: string;
}

/**
 * Tells a decision in sentences that a person can act on: what to do, why, by which rule, and until when.
 *
 * @throws RangeError for what no function of this library has decided.
 * @example
 * ```ts
 * import { pending } from 'pauta';
 * import { explain } from 'pauta/render';
 *
 * const facts = { lastMessage: 'client', waitingSince: 0, aiSince: null, resolved: false } as const;
 * const { what } = explain(pending.decide(facts, { clock: Date }), { lang: 'es', zone: 'America/Santiago' });
 * console.log(what); // Responder al cliente; espera desde el …
 * ```
 */
export function explain(decision: AnyDecision, { lang, zone, clock }: Telling): Explanation {
  const say = speech(lang, zone);
  const rows = rowsOf(decision);
  const told = {
    what: `${outcomeText(decision, lang, say)}.`,
    why: whyText(rows, lang, say),
    rule: [explainRule(decision.rule, lang, isNearest(decision, rows)), ...versionText(decision, lang)].join(' '),
    until: untilText(decision.validUntil, lang, say, clock),
  };
  return {
    ...told,
    text: Object.values(told)
      .filter((part) => part !== '')
      .join(' '),
  };
}

/** A decision under dated policies names the version that it was taken under. */
function versionText(decision: AnyDecision | Dated<AnyDecision>, lang: Lang): readonly string[] {
  return 'version' in decision ? [frameOf(lang).version(decision.version)] : [];
}

/** What a decision says to do: a sentence without a full stop. */
export function outcomeText(decision: AnyDecision, lang: Lang, say: Say): string {
  const kind = kindOf(decision);
  const tell = wordsOf(lang, kind).outcomes[kind] as (outcome: unknown, say: Say) => string;
  return tell(decision.outcome, say);
}

/** The facts that the rows name: what a row does not name, it does not look at. */
function whyText(rows: readonly AnsweringRow[], lang: Lang, say: Say): string {
  const clauses = rows.flatMap(({ table, row, situation }) => {
    const { when } = tableOf(table).rows[row - 1] as AnyTable['rows'][number];
    return Object.keys(when).map((fact) => clauseOf(lang, table, fact, String(situation[fact])));
  });
  return clauses.length === 0 ? '' : frameOf(lang).because(say.and([...new Set(clauses)]));
}

/** Whether no rule says what a decision says: the manual leaves it open, or what is known is not enough for it. */
export function isNearest({ rule, outcome }: AnyDecision, rows: readonly AnsweringRow[]): boolean {
  const isOpen = 'action' in outcome && (outcome.action === 'not-covered' || outcome.action === 'need-fact');
  return isOpen || rows.some((row) => row.rule === rule && row.nearest);
}

/**
 * A rule in words: its id, where it is written, what it says, and the reading that it rests on. `nearest`: it does not
 * say what is told beside it, and is only what the manual has nearest; absent: it does.
 */
export function explainRule(id: AnyRuleId, lang: Lang, nearest = false): string {
  const { statement, source, basis, open } = ruleOf(id);
  const frame = frameOf(lang);
  const { manual } = wordsOf(lang, id);
  const law = (nearest ? frame.nearest : frame.rule)(id, manual, frame.lines(source.lines), statement[lang]);
  if (basis === 'manual') return law;
  return [law, ...open.map(({ code, question, reading }) => frame.reading(question[lang], reading[lang], code))].join(
    ' ',
  );
}

function untilText(validUntil: Instant | null, lang: Lang, say: Say, clock: Clock | undefined): string {
  const { holdsForGood, holdsUntil, heldUntil, inTime } = frameOf(lang);
  if (validUntil === null) return holdsForGood;
  const now = clock?.now() ?? Number.NaN;
  if (now >= validUntil) return heldUntil(say.instant(validUntil), say.zone);
  const remaining = Number.isNaN(now) ? '' : inTime(say.duration(validUntil - now));
  return `${holdsUntil(say.instant(validUntil), say.zone)}${remaining}.`;
}

/** One row of a table as a sentence: when it fits, what it answers, and by which rule. */
export function explainRow({ table, row }: Pick<RowRef, 'table' | 'row'>, lang: Lang): string {
  const { when, then, rule, nearest = false } = tableOf(table).rows[row - 1] as AnyTable['rows'][number];
  const say = speech(lang, 'UTC');
  const clauses = Object.entries(when).map(([fact, cell]) =>
    say.or([cell as string | readonly string[]].flat().map((value) => clauseOf(lang, table, fact, value))),
  );
  const answer = tableWords(lang, table).answer(then);
  return `${frameOf(lang).when(clauses)} ${answer}. ${explainRule(rule, lang, nearest)}`;
}
