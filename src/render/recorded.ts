import { machines, type AnyRuleId, type MachineName, type System } from '../catalogue/index.js';
import type { Recorded } from '../kernel/decision.js';
import type { Step } from '../kernel/machine.js';
import { explainRule } from './explanation.js';
import type { Lang } from './speech.js';
import { frameOf, wordsOf } from './vocabulary.js';
import type { Codes } from './words.js';

/** What became of an event of a system. */
type Became<S extends System> = Pick<Recorded<unknown, AnyRuleId, Codes[S]>, 'status' | 'code' | 'rule'>;

/**
 * Tells what became of an event: whether it counts, what stood in its way, and by which rule.
 *
 * @example
 * ```ts
 * import { ladder } from 'pauta';
 * import { explainRecorded } from 'pauta/render';
 *
 * const search = ladder.start({ move: 'M-1', searchingSince: 0, category: 'local' });
 * const recorded = ladder.record(search, { type: 'resend-done', id: 'r', move: 'M-1', at: 60_000 });
 * console.log(explainRecorded('ladder', recorded, 'en')); // Refused: …
 * ```
 */
export function explainRecorded<S extends System>(system: S, became: Became<S>, lang: Lang): string {
  const { status, code, rule } = became;
  const told = frameOf(lang).statuses[status];
  const why = code === undefined ? '' : `: ${String(wordsOf(lang, system).codes[code])}`;
  return rule === undefined
    ? `${told}${why}.`
    : `${told}${why}. ${explainRule(rule, lang, isNearest(system, { ...became, rule }))}`;
}

type AnyStep = Step<string, string, string, string>;

/** Whether the rule that an event met says nothing of it, and is only what the manual has nearest. */
function isNearest(
  system: System,
  { status, code, rule }: Pick<Recorded<unknown, AnyRuleId>, 'status' | 'code' | 'rule'>,
): boolean {
  const names = (Object.keys(machines) as MachineName[]).filter((name) => name.split('/')[0] === system);
  const met = status === 'late' ? status : code;
  return names
    .flatMap((name) => machines[name].steps as readonly AnyStep[])
    .some((step) => step.nearest === true && step.rule === rule && answerOf(step) === met);
}

/** The code of a step that changes nothing: no other is told by the nearest rule. */
function answerOf(step: AnyStep): string {
  if ('refuse' in step) return step.refuse;
  return 'ignore' in step ? step.ignore : 'late';
}
