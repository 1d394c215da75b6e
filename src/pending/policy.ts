import { chosen } from '../kernel/choices.js';
import type { BusinessCalendar } from '../kernel/business-calendar.js';
import { waitOf, type Wait, type WaitChoice } from '../kernel/wait.js';

/** The parameters of `pending`, ready for deciding. Make one with `policy()`. */
export interface Policy {
  /**
   * How long the AI agent may attend before a person must: milliseconds, at least 0, or such of working time. Exceeded by
   * one millisecond, it is over.
   */
  readonly aiWindow: Wait;
  /**
   * Where the window begins (PE-1): at the first message that nobody has settled, or anew at each message.
   * Never before the AI was switched on.
   */
  readonly measureFrom: 'process-start' | 'last-message';
  /**
   * What an attending AI exempts from the pending list (PE-3, PE-4): whoever wrote last; only chats where
   * the AI wrote last; or nothing, as the manual's summary has it.
   */
  readonly exemptionCovers: 'both' | 'ai-messages' | 'nothing';
}

/** What a business may choose; what it leaves out stays as the manual has it. */
export interface PolicyChoices {
  readonly aiWindow?: WaitChoice;
  readonly measureFrom?: Policy['measureFrom'];
  readonly exemptionCovers?: Policy['exemptionCovers'];
  /** By which a window `of: 'working-time'` is counted: one made by `businessCalendar` of `pauta/kernel`. */
  readonly calendar?: BusinessCalendar;
}

/** The manual's own values. */
export const defaultPolicy: Policy = /* @__PURE__ */ Object.freeze({
  aiWindow: 5 * 60_000, // pending-chats L26: "nosotros recomendamos 5 minutos"
  measureFrom: 'process-start', // pending-chats L28
  exemptionCovers: 'both', // pending-chats L23
});

/**
 * A policy of one's own: `policy({ aiWindow: { minutes: 3 } })`.
 * Make it once, at start-up. For values from outside use `policySchema` of `pauta/pending/schema`.
 *
 * @throws RangeError that names the field, when a part of `aiWindow` is negative or not a finite number, or it is of working
 * time and there is no calendar.
 */
export function policy(choices: PolicyChoices = {}): Policy {
  const { aiWindow, calendar, ...readings } = chosen(choices);
  const window = aiWindow === undefined ? defaultPolicy.aiWindow : waitOf('aiWindow', aiWindow, calendar);
  return Object.freeze({ ...defaultPolicy, ...readings, aiWindow: window });
}
