import { DateTime } from 'luxon';

/** First instants of days, by zone and then by date. luxon takes tens of microseconds to find one, so each is found once. */
const zones = new Map<string, { readonly starts: Map<string, number>; readonly ends: Map<string, number> }>();

function remembered(zone: string): { readonly starts: Map<string, number>; readonly ends: Map<string, number> } {
  let memory = zones.get(zone);
  if (memory === undefined) zones.set(zone, (memory = { starts: new Map(), ends: new Map() }));
  return memory;
}

/** The first instant after a civil date; NaN where the text is no date. */
export function dayAfter(date: string, zone: string): number {
  const { ends } = remembered(zone);
  let end = ends.get(date);
  if (end === undefined)
    ends.set(date, (end = DateTime.fromISO(date, { zone }).plus({ days: 1 }).startOf('day').toMillis()));
  return end;
}

/** The first instant of a civil date; NaN where the text is no date. */
export function dayOf(date: string, zone: string): number {
  const { starts } = remembered(zone);
  let start = starts.get(date);
  if (start === undefined) starts.set(date, (start = DateTime.fromISO(date, { zone }).startOf('day').toMillis()));
  return start;
}
