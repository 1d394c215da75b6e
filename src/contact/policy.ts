import { chosen } from '../kernel/choices.js';
import type { BusinessCalendar } from '../kernel/business-calendar.js';
import { waitOf, type Wait, type WaitChoice } from '../kernel/wait.js';

/** The parameters of `contact`, ready for deciding. Make one with `policy()`. */
export interface Policy {
  /** The IANA zone of a move whose facts name none: that of the service's origin decides (LA-30). */
  readonly zone: string;
  /** How long a mail waits for a reply when the move is two days away, or three: milliseconds, or such of working time. */
  readonly shortWait: Wait;
  /** How long it waits when the move is farther away: milliseconds, or such of working time. */
  readonly longWait: Wait;
  /** Which of the two waits a move in exactly three days has: the manual names less and more (CO-1). */
  readonly exactlyThreeDays: 'short' | 'long';
  /** Whether a move of today is called about as one of tomorrow is, or left to a person (CO-3). */
  readonly today: 'as-tomorrow' | 'not-covered';
  /** Whether the call falls due as soon as the move is tomorrow, though a mail still waits (CO-10). */
  readonly tomorrowOverride: boolean;
  /** Whom the help mail is from. */
  readonly sender: string;
  /** The name of the help mail's template; `{id}` stands for the move. */
  readonly helpTemplate: string;
  /** The name of the refund mail's template; `{id}` stands for the move. */
  readonly refundTemplate: string;
  /** The note in the chat after an accepted date; `{date}` stands for the new date. Our wording: put yours in its place. */
  readonly chatNote: string;
  /**
   * The hours in which the client is called; a call that falls due outside them is put off until they begin. `null`: at any
   * hour, for the manual gives none (CO-29).
   */
  readonly callingHours: BusinessCalendar | null;
  /** The address of the MC, who gets a blind copy of the help mail; `null`: not known, and no mail can be composed (CO-28). */
  readonly mcAddress: string | null;
}

/** What a business may choose; what it leaves out stays as the manual has it. */
export interface PolicyChoices extends Partial<Omit<Policy, 'shortWait' | 'longWait'>> {
  readonly shortWait?: WaitChoice;
  readonly longWait?: WaitChoice;
  /** By which waits `of: 'working-time'` are counted: one made by `businessCalendar` of `pauta/kernel`. */
  readonly calendar?: BusinessCalendar;
}

/** The manual's own values. */
export const defaultPolicy: Policy = /* @__PURE__ */ Object.freeze({
  zone: 'America/Santiago',
  shortWait: 5 * 3_600_000, // L38
  longWait: 24 * 3_600_000, // L39
  exactlyThreeDays: 'short',
  today: 'as-tomorrow',
  tomorrowOverride: true, // L37: "sí o sí"
  sender: 'Sofía', // L23
  helpTemplate: 'Ayúdame a ayudarte mudanza {id}', // L23
  refundTemplate: 'gestionando devolución {id}', // L27
  chatNote: 'Tal como le escribimos por mail, y según los equipos disponibles, su mudanza pasa al {date}.', // L26
  callingHours: null,
  mcAddress: null, // L23
});

/**
 * A policy of one's own: `policy({ mcAddress: 'mc@example.com' })`.
 * Make it once, at start-up. For values from outside use `policySchema` of `pauta/contact/schema`.
 *
 * @throws RangeError that names the field, when a part of a wait is negative or not a finite number, or a wait is of
 * working time and there is no calendar.
 */
export function policy(choices: PolicyChoices = {}): Policy {
  const { shortWait, longWait, calendar, ...rest } = chosen(choices);
  const { shortWait: short, longWait: long } = defaultPolicy;
  return Object.freeze({
    ...defaultPolicy,
    ...rest,
    shortWait: shortWait === undefined ? short : waitOf('shortWait', shortWait, calendar),
    longWait: longWait === undefined ? long : waitOf('longWait', longWait, calendar),
  });
}
