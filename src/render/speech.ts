import { enUS } from 'date-fns/locale/en-US';
import { es } from 'date-fns/locale/es';
import { formatDuration } from 'date-fns/formatDuration';
import { questionOf } from '../catalogue/index.js';
import { dateOf, dayOf, isZone, offsetAt, type CivilDate, type Day } from '../kernel/calendar.js';
import type { Instant } from '../kernel/clock.js';
import type { Sentence } from '../kernel/decision.js';
import { frameOf } from './vocabulary.js';

/** A language that answers are told in. */
export type Lang = keyof Sentence;

/** The languages that answers are told in. */
export const languages: readonly Lang[] = ['es', 'en'];

/** How times, lists and questions are said in one language, to people in one zone. */
export interface Say {
  /**
   * `lunes 13 de mayo de 2024, 10:05`; seconds and thousandths only where there are any. What is outside the years 0 to
   * 9999, or no number, is said to be no date.
   */
  readonly instant: (at: Instant) => string;
  /** When a wait is over: the instant, and whether it was counted in working time. */
  readonly end: (wait: { readonly until: Instant; readonly of?: string }) => string;
  /** `13 de mayo de 2024`; the text itself where it is no civil date. */
  readonly date: (date: CivilDate) => string;
  /** `1 hora 5 minutos`: days of 24 hours, hours, minutes, seconds. */
  readonly duration: (milliseconds: number) => string;
  /** `a, b y c`; an empty text for none. */
  readonly and: (items: readonly string[]) => string;
  /** `a, b o c`; an empty text for none. */
  readonly or: (items: readonly string[]) => string;
  /** What the manual leaves open, by its code; the code itself where nobody knows it. */
  readonly question: (code: string) => string;
  /** The zone that times are said in. */
  readonly zone: string;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
/** As far as a zone moves its clocks, and then some. */
const AROUND = [-3 * HOUR, 3 * HOUR] as const;
/** The years that a civil date can be of: 0 to 9999. */
const FIRST = -62_167_219_200_000;
const END = 253_402_300_800_000;
const locales = { es, en: enUS } as const;
/** Made once: to make one costs as much as all else that is said of a decision. */
const conjunctions = {
  es: /* @__PURE__ */ listFormat('es', 'conjunction'),
  en: /* @__PURE__ */ listFormat('en', 'conjunction'),
};
const disjunctions = {
  es: /* @__PURE__ */ listFormat('es', 'disjunction'),
  en: /* @__PURE__ */ listFormat('en', 'disjunction'),
};
const decimals = { es: ',', en: '.' } as const;

/** How things are said in a language. For a zone that does not exist times are said in UTC, under that name. */
export function speech(lang: Lang, zone: string): Say {
  const heard = isZone(zone) ? zone : 'UTC';
  return {
    instant: (at) => instantIn(lang, heard, at),
    end: ({ until, of }) => {
      const instant = instantIn(lang, heard, until);
      return of === 'working-time' ? frameOf(lang).workingTime(instant) : instant;
    },
    date: (date) => (Number.isNaN(dayOf(date)) ? date : spokenDay(lang, dayOf(date))),
    duration: (milliseconds) => spokenDuration(lang, milliseconds),
    and: (items) => conjunctions[lang].format(items),
    or: (items) => disjunctions[lang].format(items),
    question: (code) => questionOf(code)?.question[lang] ?? code,
    zone: heard,
  };
}

function listFormat(lang: Lang, type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  return new Intl.ListFormat(lang, { type });
}

function instantIn(lang: Lang, zone: string, at: Instant): string {
  const local = at + offsetAt(at, zone);
  if (!(local >= FIRST && local < END)) return frameOf(lang).noDate;
  const day = Math.floor(local / DAY);
  // 1970-01-01 was a Thursday.
  const weekday = locales[lang].localize.day((((day % 7) + 11) % 7) as 0);
  const between = lang === 'es' ? ' ' : ', ';
  const twice = isTwice(zone, at, local) ? ` (${offsetText(offsetAt(at, zone))})` : '';
  return `${weekday}${between}${spokenDay(lang, day)}, ${timeText(lang, local - day * DAY)}${twice}`;
}

function spokenDay(lang: Lang, day: Day): string {
  const [year, month, dayOfMonth] = dateOf(day).split('-').map(Number);
  const name = locales[lang].localize.month((Number(month) - 1) as 0);
  return lang === 'es' ? `${dayOfMonth} de ${name} de ${year}` : `${dayOfMonth} ${name} ${year}`;
}

function timeText(lang: Lang, time: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const [seconds, thousandths] = [Math.floor((time % MINUTE) / 1_000), time % 1_000];
  const minutes = `${two(time / HOUR)}:${two((time % HOUR) / MINUTE)}`;
  if (thousandths > 0) return `${minutes}:${two(seconds)}${decimals[lang]}${String(thousandths).padStart(3, '0')}`;
  return seconds > 0 ? `${minutes}:${two(seconds)}` : minutes;
}

/** Whether the clocks show that time twice, as in the hour in which summer time ends. */
function isTwice(zone: string, at: Instant, local: number): boolean {
  return AROUND.some((away) => {
    const other = local - offsetAt(at + away, zone);
    return other !== at && other + offsetAt(other, zone) === local;
  });
}

function offsetText(offset: number): string {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / HOUR), (Math.abs(offset) % HOUR) / MINUTE];
  const rest = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `UTC${offset < 0 ? '−' : '+'}${hours}${rest}`;
}

/** A decimal point is all that there is of points. */
function spokenDuration(lang: Lang, milliseconds: number): string {
  return formatDuration(partsOf(milliseconds), { locale: locales[lang] }).replace('.', decimals[lang]);
}

function partsOf(milliseconds: number): Readonly<Record<'days' | 'hours' | 'minutes' | 'seconds', number>> {
  return {
    days: Math.floor(milliseconds / DAY),
    hours: Math.floor((milliseconds % DAY) / HOUR),
    minutes: Math.floor((milliseconds % HOUR) / MINUTE),
    seconds: (milliseconds % MINUTE) / 1_000,
  };
}
