import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import { MINUTE } from './scene.js';

/** Where somebody is, and when. */
export interface Place {
  /** An IANA zone. */
  readonly zone: string;
  readonly now: Instant;
}

/**
 * Around days of 23, of 25, of 22 and of 24 hours and a half, a day that was skipped, and days on which nothing
 * happens.
 */
export const place: fc.Arbitrary<Place> = fc
  .constantFrom<readonly [zone: string, ...dates: string[]]>(
    ['America/Santiago', '2024-04-06', '2024-09-07', '2024-05-15'],
    ['America/Havana', '2024-03-10', '2024-11-03'],
    ['America/Caracas', '2026-05-13', '2016-05-01', '2007-12-09'],
    ['Asia/Kathmandu', '2024-05-15', '1985-12-31'],
    ['Australia/Lord_Howe', '2024-04-06', '2024-10-05'],
    ['Antarctica/Troll', '2024-03-31', '2024-10-27'],
    ['Pacific/Apia', '2011-12-29'],
  )
  .chain(([zone, ...dates]) =>
    fc.tuple(fc.constantFrom(...dates), fc.integer({ min: -12 * 60, max: 36 * 60 })).map(([date, minutes]) => ({
      zone,
      now: Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE,
    })),
  );

/** The hour that the clocks of a zone show, 0 to 23, as the runtime's own calendar reads them. */
export function hourIn({ zone, now }: Place): number {
  return Number(new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(now));
}
