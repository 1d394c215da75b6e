import { DateTime } from 'luxon';
import type { Instant } from 'pauta/kernel';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** A shift by the clock on the wall; one that ends before it begins, ends on the next day. */
export interface Shift {
  readonly days: readonly Weekday[];
  /** `09:00`. */
  readonly from: string;
  readonly to: string;
}

/** From and until when, the end not included. */
interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** The shifts around an instant: from yesterday, whose night shift may still go on, to the same day of next week. */
function stretches(shifts: readonly Shift[], at: Instant, zone: string): readonly Stretch[] {
  const today = DateTime.fromMillis(at, { zone }).startOf('day');
  const near: Stretch[] = [];
  for (let day = -1; day <= 8; day++) {
    const date = today.plus({ days: day });
    for (const { days, from, to } of shifts) {
      if (!days.includes(weekdays[date.weekday - 1] as Weekday)) continue;
      const end = to > from ? date : date.plus({ days: 1 });
      near.push({ from: onClock(date, from), to: onClock(end, to) });
    }
  }
  return near;
}

function onClock(date: DateTime, time: string): Instant {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return date.set({ hour, minute }).toMillis();
}

export function isOnShift(shifts: readonly Shift[], at: Instant, zone: string): boolean {
  return stretches(shifts, at, zone).some(({ from, to }) => from <= at && at < to);
}

/** When the first of several people comes or goes; `null`: nobody does. */
export function nextChange(everybody: readonly (readonly Shift[])[], at: Instant, zone: string): Instant | null {
  const ahead = everybody
    .flatMap((shifts) => stretches(shifts, at, zone))
    .flatMap(({ from, to }) => [from, to])
    .filter((instant) => instant > at);
  return ahead.length === 0 ? null : Math.min(...ahead);
}
