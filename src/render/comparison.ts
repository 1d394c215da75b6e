import { ruleOf, type AnyRuleId } from '../catalogue/index.js';
import type { DecisionOf, PairSummary, ShiftSummary, Spread, Summary, System } from '../comparison/index.js';
import { outcomeText, type Telling } from './explanation.js';
import { speech, type Lang, type Say } from './speech.js';
import { frameOf } from './vocabulary.js';

type AnyShift = ShiftSummary<AnyRuleId, string>;
type AnyPair = PairSummary<AnyRuleId, string>;

/**
 * What a change of policy would change, in sentences, a line each: how many records stay the same, how many come to each
 * step earlier, later or under one policy only, and what stands in the place of what, with an example.
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
 * console.log(comparisonText(compared, { lang: 'en', zone: 'UTC' })); // … 1 record earlier, by 2 minutes in the median. …
 * ```
 */
export function comparisonText(compared: Summary<System>, { lang, zone }: Omit<Telling, 'clock'>): string {
  const { comparison } = frameOf(lang);
  const say = speech(lang, zone);
  const refused = compared.changed.filter(({ events }) => events.length > 0).length;
  return [
    comparison.compared(compared.compared, compared.same),
    ...compared.shifts.map((shift) => shiftText(shift, lang, say)),
    ...compared.pairs.map((pair) => pairText(pair, compared, lang, say)),
    ...(refused === 0 ? [] : [comparison.events(refused)]),
    ...(compared.cut.length === 0 ? [] : [comparison.cut(compared.cut.length)]),
  ].join('\n');
}

function shiftText({ rule, earlier, later, onlyWas, onlyNow }: AnyShift, lang: Lang, say: Say): string {
  const { comparison } = frameOf(lang);
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

/** What stands in the place of what, told by the first record in which it does. */
function pairText(pair: AnyPair, { changed }: Summary<System>, lang: Lang, say: Say): string {
  const isStep = ({ rule, outcome: { action } }: DecisionOf<System>, step: AnyPair['was']): boolean =>
    rule === step.rule && action === step.action;
  const examples = changed.flatMap(({ id, differences }) =>
    differences
      .filter(({ was, now }) => isStep(was, pair.was) && isStep(now, pair.now))
      .map(({ was, now }) => ({ id, was: outcomeText(was, lang, say), now: outcomeText(now, lang, say) })),
  );
  const { id, was, now } = examples[0] as (typeof examples)[number];
  return frameOf(lang).comparison.instead(pair.records, say.duration(pair.median), id, was, now);
}
