import { DateTime } from 'luxon';
import { businessCalendar, type BusinessCalendar } from '../../src/kernel/business-calendar.js';
import { fixedClock, type Instant } from '../../src/kernel/clock.js';
import * as pending from '../../src/pending/index.js';
import { NOW, typicalChat } from './chats.js';
import { compare, type Measured, type Side } from './pairs.js';
import { mulberry32, whole } from './random.js';
import { sink } from './sink.js';
import { INPUTS } from './speed.js';

const ZONE = 'America/Santiago';
const HOUR = 3_600_000;
/** As many as a company in several countries may list for ten years. */
export const HOLIDAYS = 400;

const random = mulberry32(12);
const holidays = [
  ...new Set(Array.from({ length: 4 * HOLIDAYS }, () => dateAfter('2020-01-01', whole(random, 0, 3_650)))),
].slice(0, HOLIDAYS);
const office = [
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '18:00' },
];
const calendar = businessCalendar({
  zone: ZONE,
  week: { mon: office, tue: office, wed: office, thu: office, fri: office },
  holidays,
});

/** Instants of one year, each with a wait of up to three working days. */
const asked = Array.from({ length: INPUTS }, () => ({
  at: NOW + whole(random, 0, 365 * 24 * HOUR),
  wait: whole(random, 1, 24 * HOUR),
}));

function dateAfter(date: string, days: number): string {
  return DateTime.fromISO(date, { zone: 'UTC' }).plus({ days }).toISODate() as string;
}

/** Day by day on luxon, as one would write it: the same hours, with a `Set` for the holidays. */
const closed = new Set(holidays);

function addByHand(at: Instant, wait: number): Instant {
  let left = wait;
  for (let day = DateTime.fromMillis(at, { zone: ZONE }).startOf('day'); ; day = day.plus({ days: 1 })) {
    if (day.weekday > 5 || closed.has(day.toISODate() as string)) continue;
    for (const [from, to] of [
      [9, 13],
      [14, 18],
    ] as const) {
      const opens = Math.max(at, day.set({ hour: from }).toMillis());
      const closes = day.set({ hour: to }).toMillis();
      if (closes <= opens) continue;
      if (left <= closes - opens) return opens + left;
      left -= closes - opens;
    }
  }
}

/** Ours and the one by hand, once they are seen to agree. */
export async function addPair(): Promise<Measured> {
  for (const { at, wait } of asked) {
    const [ours, hand] = [add(calendar, at, wait), addByHand(at, wait)];
    if (ours !== hand) throw new Error(`${at} and ${wait} ms of working time: ${ours}, and by hand ${hand}.`);
  }
  const times = 40;
  const ours: Side = {
    calls: INPUTS * times,
    batch() {
      for (let time = 0; time < times; time++) for (const { at, wait } of asked) sink.seen = add(calendar, at, wait);
    },
  };
  const few = asked.slice(0, 60);
  const baseline: Side = {
    calls: few.length,
    batch() {
      for (const { at, wait } of few) sink.seen = addByHand(at, wait);
    },
  };
  return compare({ ours, baseline, rounds: 30, warmUps: 5, batches: 5 });
}

function add(by: BusinessCalendar, at: Instant, wait: number): Instant {
  return by.add(at, wait);
}

/** A decision whose window is counted by a calendar, beside one whose window just passes. */
export async function workingPair(): Promise<Measured> {
  const chats = Array.from({ length: INPUTS }, () => typicalChat(random));
  const clock = fixedClock(NOW);
  const working = { clock, policy: pending.policy({ aiWindow: { minutes: 5, of: 'working-time' }, calendar }) };
  const elapsed = { clock, policy: pending.policy() };
  const times = 40;
  const ours: Side = {
    calls: INPUTS * times,
    batch() {
      for (let time = 0; time < times; time++) for (const facts of chats) sink.seen = pending.decide(facts, working);
    },
  };
  const baseline: Side = {
    calls: INPUTS * times,
    batch() {
      for (let time = 0; time < times; time++) for (const facts of chats) sink.seen = pending.decide(facts, elapsed);
    },
  };
  return compare({ ours, baseline, rounds: 40, warmUps: 10, batches: 7 });
}
