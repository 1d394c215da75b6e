import type { AnyDecision } from '../catalogue/index.js';
import type { Interval } from '../kernel/decision.js';
import { outcomeText, type Telling } from './explanation.js';
import { speech } from './speech.js';
import { frameOf } from './vocabulary.js';

/**
 * A timeline as plain text, a line for each stretch of time: from when, until when, what to do, and by which rule.
 *
 * @throws RangeError for what no function of this library has decided.
 * @example
 * ```ts
 * import { kernel, pending } from 'pauta';
 * import { timelineText } from 'pauta/render';
 *
 * const facts = { lastMessage: 'client', waitingSince: 0, aiSince: 0, resolved: false } as const;
 * const answers = kernel.timeline((clock) => pending.decide(facts, { clock }), 0, 600_000);
 * console.log(timelineText(answers, { lang: 'en', zone: 'UTC' })); // … the AI is attending … Take over the chat: …
 * ```
 */
export function timelineText(
  intervals: readonly Interval<AnyDecision>[],
  { lang, zone }: Omit<Telling, 'clock'>,
): string {
  const say = speech(lang, zone);
  const { forGood } = frameOf(lang);
  return intervals
    .map(({ from, until, decision }) => {
      const reach = until === null ? forGood : say.instant(until);
      return `${say.instant(from)} → ${reach}: ${outcomeText(decision, lang, say)} [${decision.rule}]`;
    })
    .join('\n');
}
