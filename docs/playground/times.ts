import { isoInstantSchema, read } from 'pauta/kernel/schema';
import { isZone, offsetAt } from '../../src/kernel/calendar.js';

/** The farthest instants that are written with a year of four digits, whatever the zone. */
const FIRST = Date.parse('0001-01-02T00:00:00Z');
const LAST = Date.parse('9999-12-30T00:00:00Z');

/** An instant as a clock in a zone shows it: `2026-05-13T10:00:00`, with thousandths only where there are any. */
export function localText(at: number, zone: string): string {
  const within = Math.min(Math.max(at, FIRST), LAST);
  const text = new Date(within + offsetIn(zone, within)).toISOString();
  return text.endsWith('.000Z') ? text.slice(0, 19) : text.slice(0, 23);
}

/** An instant as ISO 8601 with the offset of a zone: the way a case writes it. */
export function isoText(at: number, zone: string): string {
  // A zone's offset before railways had seconds, which ISO 8601 cannot write.
  const minutes = offsetIn(zone, at) / 60_000;
  if (!Number.isInteger(minutes)) return `${localText(at, 'UTC')}Z`;
  const two = (value: number): string => String(value).padStart(2, '0');
  const away = Math.abs(minutes);
  return `${localText(at, zone)}${minutes < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}

/** The instant of a text as a case writes it; `null` where it is none. */
export function instantOf(text: unknown): number | null {
  const instant = read(isoInstantSchema, text);
  return instant.ok ? instant.value : null;
}

/** The instant that stands in a field, as a door takes it: a text, or milliseconds; `null` where it is none. */
export function instantIn(value: unknown): number | null {
  return typeof value === 'number' ? value : instantOf(value);
}

/**
 * The instant at which the clocks of a zone show a local time: the earlier one where they show it twice; where they
 * skip it, as long after the gap as it is after the gap's beginning. `null` for what is no local time.
 */
export function instantAt(local: string, zone: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/.test(local)) return null;
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  const before = asUtc - offsetIn(zone, asUtc - 86_400_000);
  return before + offsetIn(zone, before) === asUtc ? before : laterReading(asUtc, zone, before);
}

/** The clocks were moved on that day, and the offset of the day before does not hold. */
function laterReading(asUtc: number, zone: string, before: number): number {
  const after = asUtc - offsetIn(zone, asUtc + 86_400_000);
  return after + offsetIn(zone, after) === asUtc ? after : before;
}

/** A civil date at an instant. */
export function dateText(at: number, zone: string): string {
  return localText(at, zone).slice(0, 10);
}

function offsetIn(zone: string, at: number): number {
  return isZone(zone) ? offsetAt(at, zone) : 0;
}
