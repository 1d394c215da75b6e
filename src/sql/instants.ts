import { isZone } from '../kernel/calendar.js';
import { LONGEST } from '../kernel/duration.js';
import { literal } from './quoting.js';

/** How instants are written. */
export interface InstantOptions {
  /**
   * What the columns of instants are: `timestamptz` (absent: this), or `epoch-ms`, a `bigint` of milliseconds since 1970.
   * Fractions of a millisecond are cut off, as a JavaScript `Date` cuts them.
   */
  readonly instants?: 'timestamptz' | 'epoch-ms';
  /**
   * The number of the parameter that holds the instant asked about, of the type of the columns: `1` for `$1`.
   * Absent: `now()`, the beginning of the transaction, so that a whole query is answered as of one instant.
   */
  readonly parameter?: number;
}

/** SQL for instants of one kind. */
export interface Instants {
  /** The instant asked about, in whole milliseconds. */
  readonly present: string;
  /** What a column holds, in whole milliseconds; `null`: the host has no such column. */
  readonly read: (column: string | null) => string;
  /** Some milliseconds later. */
  readonly later: (instant: string, milliseconds: number) => string;
  /** Whether a column holds an instant that a clock can show, or none. */
  readonly isSound: (column: string) => string;
  /** The civil date of the instant asked about. */
  readonly today: (zone: string) => string;
}

/** @throws RangeError for a parameter that cannot be numbered, a zone, or a length of time that SQL does not take. */
export function instantsOf({ instants = 'timestamptz', parameter }: InstantOptions): Instants {
  if (parameter !== undefined && !(Number.isSafeInteger(parameter) && parameter >= 1)) {
    throw new RangeError(`parameter: expected 1 or more, the number of a parameter; saw ${parameter}.`);
  }
  return instants === 'epoch-ms' ? ofMilliseconds(parameter) : ofTimestamps(parameter);
}

function ofTimestamps(parameter: number | undefined): Instants {
  const cut = (instant: string): string => `date_trunc('milliseconds', ${instant})`;
  const present = cut(parameter === undefined ? 'now()' : `$${parameter}::timestamptz`);
  return {
    present,
    read: (column) => (column === null ? 'NULL::timestamptz' : cut(column)),
    later: (instant, milliseconds) => `${instant} + interval '${whole(milliseconds)} milliseconds'`,
    isSound: (column) => `isfinite(${column}) IS NOT FALSE`,
    today: (zone) => dateIn(present, zone),
  };
}

function ofMilliseconds(parameter: number | undefined): Instants {
  return {
    present: parameter === undefined ? 'floor(extract(epoch FROM now()) * 1000)::bigint' : `$${parameter}::bigint`,
    read: (column) => column ?? 'NULL::bigint',
    later: (instant, milliseconds) => `${instant} + ${whole(milliseconds)}`,
    isSound: (column) => `(${column} BETWEEN -${LONGEST} AND ${LONGEST}) IS NOT FALSE`,
    today: (zone) => dateIn(parameter === undefined ? 'now()' : `to_timestamp($${parameter}::bigint / 1000.0)`, zone),
  };
}

function dateIn(timestamp: string, zone: string): string {
  return `(${timestamp} AT TIME ZONE ${literal(known(zone))})::date`;
}

/**
 * PostgreSQL takes more for a zone than the IANA database has, and reads it otherwise: `CET` as the winter offset all
 * year round, `+03:00` as three hours *west*. So only names that both read alike are let through.
 */
function known(zone: string): string {
  if (isZone(zone) && /^([A-Z]\w+\/[\w/+-]+|UTC)$/i.test(zone)) return zone;
  throw new RangeError(`zone: expected UTC or an IANA zone as "America/Santiago"; saw ${JSON.stringify(zone)}.`);
}

function whole(milliseconds: number): number {
  if (Number.isSafeInteger(milliseconds)) return milliseconds;
  throw new RangeError(`expected a length of time in whole milliseconds; saw ${milliseconds}.`);
}
