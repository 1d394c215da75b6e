import { dayAt, endOfDate, type Instant } from 'pauta/kernel';
import { policy } from 'pauta/requirement';
import { requirementSql } from 'pauta/sql';
import type { Database } from '../database.js';

const DAY = 86_400_000;
const QUARTER = 900_000;
const first = Date.parse('2024-01-01T00:00:00Z');
const last = Date.parse('2028-01-01T00:00:00Z');

/** What a zone answered, where the database and this runtime do not agree. */
export interface ZoneDifference {
  readonly zone: string;
  readonly at: string;
  readonly sql: string | null;
  readonly typescript: string | null;
}

/** Puts an open requirement for each day of the four years in place of what the table held. */
export async function fillWithDays(database: Database): Promise<void> {
  await database.run(`
    TRUNCATE requirements, insistences;
    INSERT INTO requirements (id, product, initial_answered, initial_deadline)
    SELECT day - date '2023-12-25', 'meter', false, day
    FROM (SELECT generate_series(date '2023-12-25', date '2028-01-07', interval '1 day')::date AS day) AS days;
    CREATE INDEX requirements_by_deadline ON requirements (initial_deadline);
    ANALYZE requirements, insistences`);
}

/** What a zone came to. */
export interface ZoneSeen {
  readonly asked: number;
  readonly differences: readonly ZoneDifference[];
  /** The database and this runtime have editions of the IANA database that do not agree on the clocks of this zone. */
  readonly hasOtherClocks: boolean;
}

/** The latest maximum date that is over, asked of both for every midnight and change of clocks, one millisecond to each side. */
export async function zoneDifferences(database: Database, zone: string): Promise<ZoneSeen> {
  const { select } = requirementSql({ policy: policy({ zone }), parameter: 1 });
  // One question for all instants of a zone: each stands where the parameter stands.
  const rows = await database.rows<{ readonly at: number; readonly date: string | null; readonly clock: string }>(
    `SELECT asked.ms::float8 AS at, date_trunc('second', asked.at AT TIME ZONE '${zone}')::text AS clock, (
       SELECT max(initial_deadline)::text FROM requirements JOIN (${select.replaceAll('$1', 'asked.at')}) AS decided USING (id)
       WHERE initial = 'overdue' AND initial_deadline BETWEEN asked.at::date - 4 AND asked.at::date + 4
     ) AS date
     FROM (SELECT ms, to_timestamp(ms / 1000.0) AS at FROM unnest($1::bigint[]) AS ms) AS asked`,
    [edges(zone)],
  );
  const differences: ZoneDifference[] = [];
  let hasOtherClocks = false;
  for (const { at, date, clock } of rows) {
    if (clock !== formatOf(zone).format(at)) hasOtherClocks = true;
    const typescript = lastOver(at, zone);
    if (date !== typescript) differences.push({ zone, at: new Date(at).toISOString(), sql: date, typescript });
  }
  return { asked: rows.length, differences, hasOtherClocks };
}

/** The boundaries of days around each change of clocks, and of one day a season. */
function edges(zone: string): readonly Instant[] {
  const found = new Set<Instant>();
  const add = (at: Instant): void => {
    for (const near of [at - 1, at, at + 1]) found.add(near);
  };
  let season = -1;
  for (let at = first; at < last; at += DAY) {
    const [before, after] = [offsetAt(at, zone), offsetAt(at + DAY, zone)];
    const isNewSeason = Math.floor((at - first) / (90 * DAY)) !== season;
    season = Math.floor((at - first) / (90 * DAY));
    if (before === after && !isNewSeason) continue;
    const day = dayAt(at, zone);
    for (const one of [day - 1, day, day + 1]) add(endOfDate(dateOf(one), zone));
    if (before !== after) add(changeBetween(at, at + DAY, zone));
  }
  return [...found];
}

/** The quarter of an hour at which the clocks change. */
function changeBetween(from: Instant, until: Instant, zone: string): Instant {
  const before = offsetAt(from, zone);
  let at = from;
  while (at < until && offsetAt(at, zone) === before) at += QUARTER;
  return at;
}

/** What the clocks of a zone show beyond UTC, told by the runtime itself. */
function offsetAt(at: Instant, zone: string): number {
  const shown = formatOf(zone).format(at);
  return Date.parse(`${shown.replace(', ', 'T').replace('T24', 'T00')}Z`) - at;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  formats.set(zone, format);
  return format;
}

function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function lastOver(at: Instant, zone: string): string | null {
  const day = dayAt(at, zone);
  const over = [day + 1, day, day - 1, day - 2].map(dateOf).find((date) => endOfDate(date, zone) <= at);
  return over ?? null;
}
