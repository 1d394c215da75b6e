import { chosen } from '../kernel/choices.js';
import type { BusinessCalendar } from '../kernel/business-calendar.js';
import { waitOf, type Wait, type WaitChoice } from '../kernel/wait.js';

/** The parameters of `ladder`, ready for deciding. Make one with `policy()`. */
export interface Policy {
  /** How long the platform searches by itself: milliseconds, or such of working time. Manual assignment begins strictly after it (LA-1). */
  readonly searchThreshold: Wait;
  /** How long after the re-send the lists are due: milliseconds, or such of working time. They are due at that very instant (LA-4). */
  readonly resendWait: Wait;
  /** How many distinct movers make "several" refusals for the price (LA-13): a whole number, at least 1. */
  readonly several: number;
  /** By what the WhatsApp lists are made (LA-10): the volume class, the region, or whichever of the two fits. */
  readonly segmentBy: 'volume' | 'region' | 'either';
  /** Which ends of a move under way fit (LA-22): either end in any pairing, or only those that make a chain. */
  readonly matchMode: 'either-end' | 'chain';
  /** Where the search on new dates begins (CO-23): with the re-send, or with the lists. */
  readonly researchRestart: 'resend' | 'lists';
  /** The IANA zone of a move whose facts name none. Only a move date that has passed depends on it (LA-30). */
  readonly zone: string;
}

/** What a business may choose; what it leaves out stays as the manual has it. */
export interface PolicyChoices extends Partial<Omit<Policy, 'searchThreshold' | 'resendWait'>> {
  readonly searchThreshold?: WaitChoice;
  readonly resendWait?: WaitChoice;
  /** By which waits `of: 'working-time'` are counted: one made by `businessCalendar` of `pauta/kernel`. */
  readonly calendar?: BusinessCalendar;
}

/** The manual's own values. */
export const defaultPolicy: Policy = /* @__PURE__ */ Object.freeze({
  searchThreshold: 2 * 3_600_000, // L2: "más de 2 horas"
  resendWait: 3_600_000, // L7: "1 hora después"
  several: 2, // L11: "varios"
  segmentBy: 'volume', // L8
  matchMode: 'either-end', // L19: "el origen o el destino"
  researchRestart: 'resend', // L32
  zone: 'America/Santiago',
});

/**
 * A policy of one's own: `policy({ resendWait: { minutes: 45 } })`.
 * Make it once, at start-up. For values from outside use `policySchema` of `pauta/ladder/schema`.
 *
 * @throws RangeError that names the field, when a part of a wait is negative or not a finite number, a wait is of
 * working time and there is no calendar, or `several` is not a whole number of at least 1.
 */
export function policy(choices: PolicyChoices = {}): Policy {
  const { searchThreshold, resendWait, calendar, ...rest } = chosen(choices);
  const several = rest.several ?? defaultPolicy.several;
  if (!Number.isInteger(several) || several < 1) {
    throw new RangeError(`several: expected a whole number, 1 or more; saw ${several}.`);
  }
  const { searchThreshold: search, resendWait: resend } = defaultPolicy;
  return Object.freeze({
    ...defaultPolicy,
    ...rest,
    searchThreshold: searchThreshold === undefined ? search : waitOf('searchThreshold', searchThreshold, calendar),
    resendWait: resendWait === undefined ? resend : waitOf('resendWait', resendWait, calendar),
  });
}
