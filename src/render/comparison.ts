import { ruleOf } from '../catalogue/index.js';
import type { ShiftSummary, Spread, Summary, System } from '../comparison/index.js';
import type { AnyRuleId } from '../catalogue/index.js';
import { speech, type Lang } from './speech.js';
import { frameOf } from './vocabulary.js';

/**
 * What a change of policy would change, in sentences, a line each: how many records stay the same, and how many come to
 * each step earlier, later, or under one policy only.
 *
 * @example
 * ```ts
 * import { pending } from 'pauta';
 * import { comparePolicies } from 'pauta/comparison';
 * import { comparisonText } from 'pauta/render';
 *
 * const facts = { lastMessage: 'client', waitingSince: 0, aiSince: 0, resolved: false } as const;
 * const shorter = pending.policy({ aiWindow: { minutes: 3 } });
 * const window = { from: 0, to: 3_600_000 };
 * const compared = comparePolicies('pending', pending.defaultPolicy, shorter, [{ id: 'A', facts }], window);
 * console.log(comparisonText(compared, 'en')); // … 1 record earlier, by 2 minutes in the median.
 * ```
 */
export function comparisonText(compared: Summary<System>, lang: Lang): string {
  const { comparison } = frameOf(lang);
  const refused = compared.changed.filter(({ events }) => events.length > 0).length;
  return [
    comparison.compared(compared.compared, compared.same),
    ...compared.shifts.map((shift) => shiftText(shift, lang)),
    ...(refused === 0 ? [] : [comparison.events(refused)]),
    ...(compared.cut.length === 0 ? [] : [comparison.cut(compared.cut.length)]),
  ].join('\n');
}

function shiftText({ rule, earlier, later, onlyWas, onlyNow }: ShiftSummary<AnyRuleId, string>, lang: Lang): string {
  const { comparison } = frameOf(lang);
  const say = speech(lang, 'UTC');
  const moved = (spread: Spread | null, tell: typeof comparison.earlier): readonly string[] =>
    spread === null ? [] : [tell(spread.records, say.duration(spread.median))];
  const changes = [
    ...moved(earlier, comparison.earlier),
    ...moved(later, comparison.later),
    ...(onlyWas === null ? [] : [comparison.onlyWas(onlyWas.records)]),
    ...(onlyNow === null ? [] : [comparison.onlyNow(onlyNow.records)]),
  ];
  return comparison.step(rule, ruleOf(rule).statement[lang].replace(/\.$/, ''), say.and(changes));
}
