import { enUS } from 'date-fns/locale/en-US';
import { es } from 'date-fns/locale/es';
import { DateTime } from 'luxon';
import type { kernel, requirement } from 'pauta';

export const languages = ['es', 'en'] as const;
export type Language = (typeof languages)[number];

/** Instants and dates as people say them, seen from one instant in one zone. */
export interface When {
  /** `10:05`, or `jue 14 may 10:05` on another day. Cut to the second: an answer still holds at what is said. */
  readonly until: (instant: kernel.Instant) => string;
  /** The same, rounded up to the second: whoever looks then does not look too early. */
  readonly from: (instant: kernel.Instant) => string;
  /** `en 5 minutos`, `hace 5 minutos`. */
  readonly away: (instant: kernel.Instant) => string;
  /** `5 minutos`: how long it has been. */
  readonly since: (instant: kernel.Instant) => string;
  /** `mié 13 may`, with the time where one is known. */
  readonly deadline: (deadline: requirement.Deadline) => string;
  /** Whether an instant is the one at which a civil date is over. */
  readonly isEndOf: (date: kernel.CivilDate, instant: kernel.Instant) => boolean;
  /** `miércoles 13 de mayo de 2026, 10:00`. */
  readonly present: string;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = {
  es: { locale: es, day: 'ccc d LLL', dayOfYear: 'ccc d LLL yyyy', present: "cccc d 'de' LLLL 'de' yyyy, HH:mm" },
  en: { locale: enUS, day: 'ccc, LLL d', dayOfYear: 'ccc, LLL d, yyyy', present: 'cccc, LLLL d, yyyy, HH:mm' },
} as const;

export function whenFrom(at: kernel.Instant, zone: string, language: Language): When {
  const { locale, day, dayOfYear, present } = formats[language];
  const local = (instant: kernel.Instant): DateTime => DateTime.fromMillis(instant, { zone, locale: language });
  const now = local(at);

  const dateOf = (date: DateTime): string => date.toFormat(date.year === now.year ? day : dayOfYear);
  const timeOf = (time: DateTime): string => {
    const clock = time.toFormat(time.second === 0 ? 'HH:mm' : 'HH:mm:ss');
    return time.hasSame(now, 'day') ? clock : `${dateOf(time)} ${clock}`;
  };

  // Not formatDistanceStrict: from a day on, it corrects for the summer time of the zone that the program runs in,
  // and the same report would read differently elsewhere.
  // Below two of a unit the smaller one is used: "1 hour" would be said of anything up to two.
  const distance = (length: number, suffix: { readonly addSuffix: boolean; readonly comparison: -1 | 1 }): string => {
    if (length < 2 * MINUTE) return locale.formatDistance('xSeconds', Math.floor(length / SECOND), suffix);
    if (length < 2 * HOUR) return locale.formatDistance('xMinutes', Math.floor(length / MINUTE), suffix);
    if (length < 2 * DAY) return locale.formatDistance('xHours', Math.floor(length / HOUR), suffix);
    return locale.formatDistance('xDays', Math.floor(length / DAY), suffix);
  };

  return {
    until: (instant) => timeOf(local(Math.floor(instant / SECOND) * SECOND)),
    from: (instant) => timeOf(local(Math.ceil(instant / SECOND) * SECOND)),
    away: (instant) => distance(Math.abs(instant - at), { addSuffix: true, comparison: instant < at ? -1 : 1 }),
    since: (instant) => distance(at - instant, { addSuffix: false, comparison: -1 }),
    deadline: (deadline) =>
      typeof deadline === 'string'
        ? dateOf(DateTime.fromISO(deadline, { zone, locale: language }))
        : timeOf(local(deadline)),
    isEndOf: (date, instant) =>
      DateTime.fromISO(date, { zone }).plus({ days: 1 }).startOf('day').toMillis() === instant,
    present: now.toFormat(present),
  };
}
